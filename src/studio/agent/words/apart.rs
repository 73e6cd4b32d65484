//! Pieces of a sentence without a verb that cannot be said of what went before: `clip 1 for 5 seconds, clip 2 at
//! double speed`, `8 seconds each, and crossfade between them for one second`, `put the photo at the end for 5 seconds,
//! and then calm music at 15%`.
//!
//! Two amounts in one wish would be taken for each other.

use super::clause::{is_film, is_sound, is_telling, names_piece, verbs};
use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token, is_time};

/// Whether a piece wants something else than the wish before it.
pub fn stands_apart(before: &[Token], fragment: &[Token]) -> bool {
    let lasts = before.iter().any(is_time);
    lasts
        && !before.iter().any(is_film)
        && verbs(fragment).next().is_none()
        && (is_another_pace(before, fragment)
            || is_a_seam(before, fragment)
            || is_music_beside_a_picture(before, fragment))
}

/// `…，bikes两倍速`.
fn is_another_pace(before: &[Token], fragment: &[Token]) -> bool {
    let first = fragment.iter().find(|token| is_telling(token));
    before.iter().any(names_piece)
        && first.is_some_and(names_piece)
        && fragment.iter().any(|token| matches!(token.sense(), Some(Sense::Pace(_))))
}

/// `…, and crossfade between them for one second`: the time is the transition's.
fn is_a_seam(before: &[Token], fragment: &[Token]) -> bool {
    let seam = |token: &Token| {
        matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
    };
    let each = |token: &Token| token.sense() == Some(Sense::Link(Link::Each));
    before.iter().any(each)
        && !before.iter().any(seam)
        && fragment.iter().any(seam)
        && fragment.iter().any(is_time)
}

/// `…, and then calm music over everything at 15%`.
fn is_music_beside_a_picture(before: &[Token], fragment: &[Token]) -> bool {
    let shown = |token: &Token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual());
    before.iter().any(shown)
        && !before.iter().any(is_sound)
        && fragment.iter().any(|token| matches!(token.sense(), Some(Sense::Mood(_))))
        && fragment.iter().any(is_sound)
}
