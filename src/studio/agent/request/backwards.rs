//! Footage that is to run backwards: `play clip 2 backwards`, `reverse it`, `倒放第二段`.
//!
//! The opposite order of pieces is another thing, with words of its own.

use super::super::words::{Link, Meaning, Sense, Verb};
use super::Request;
use super::bag::Bag;
use super::text::names_words;
use super::treat::{PLAIN, is_about_other_things, subject};

/// Reads a clause about the direction in which footage plays.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let timed = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..)
        )
    };
    if !bag.has_verb(Verb::Reverse) || !plays(bag) || bag.has_verb(Verb::Turn) || bag.has(timed) {
        return None;
    }
    if names_words(bag) || is_about_other_things(bag) {
        return None;
    }
    let forwards = (0..bag.len()).any(|place| is_forwards(bag.text(place)));
    let removed = bag.has_verb(Verb::Remove) | bag.take_link(Link::Without);
    let of = subject(bag)?;
    if !of.is_empty() {
        bag.take_link(Link::Only);
    }
    Some(vec![Request::Backwards { of, wanted: !(forwards || removed) }])
}

/// Whether no verb asks for more than another direction: `play` is one that joins elsewhere.
fn plays(bag: &Bag) -> bool {
    let may_stand = |place: usize| match bag.sense(place) {
        Some(Sense::Verb(Verb::Join)) => {
            ["play", "播放"].contains(&bag.text(place).to_lowercase().as_str())
        }
        Some(Sense::Verb(verb)) => verb == Verb::Reverse || PLAIN.contains(&verb),
        _ => true,
    };
    (0..bag.len()).all(may_stand)
}

fn is_forwards(words: &str) -> bool {
    words.to_lowercase().contains("forward") || words.contains('正')
}
