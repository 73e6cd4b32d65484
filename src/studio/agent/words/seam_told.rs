//! A transition that is wanted where two pieces were just told of: `the jump from the kiln to the mugs is too hard, add a
//! half second crossfade`, `柯基跟布偶中间那一下太硬了，加个半秒的叠化`.
//!
//! It goes between those two and nowhere else, so they are written into the wish, and what told of them is a remark.

use super::goes_on::{is_chinese, is_seam};
use super::list::LISTS;
use super::remark::said;
use super::segment::Segment;
use super::sense::{Link, Sense};
use super::statement::{demands, is_finite, words};
use super::taken_up::{WrittenOut, is_piece, remark, text};
use super::token::{Meaning, Token, is_verb};

/// So many parts may tell of one seam: the second piece may stand behind a joining word.
const MOST: usize = 3;

/// The sentence with the two pieces in the wish. `None` where none is told of so.
pub fn seam_told(segments: &[Segment]) -> Option<WrittenOut> {
    (1..segments.len()).find_map(|at| {
        let wish = bare(&segments[at]);
        if !is_open(segments[at].tokens()) {
            return None;
        }
        let from = (at.saturating_sub(MOST)..at).rev().find(|from| {
            let told = &segments[*from..at];
            tells(told) && pair(told).is_some()
        })?;
        let told = &segments[from..at];
        let [one, other] = pair(told)?;
        let written = if is_chinese(segments[at].tokens()) {
            format!("{one}和{other}之间{wish}")
        } else {
            format!("{wish} between {one} and {other}")
        };
        let before = text(&segments[..from]);
        let mark = if before.is_empty() { "" } else { "，" };
        let written = format!("{before}{mark}{written}{}", text(&segments[at + 1..]));
        let remarked = text(told);
        Some((written, vec![remarked.trim_matches(|l: char| !l.is_alphanumeric()).to_owned()]))
    })
}

/// The wish without its marks, and without words that only point at the place.
fn bare(wish: &Segment) -> String {
    let mut rest = remark(wish);
    for there in LISTS.at_that_seam.iter() {
        if there.is_ascii() {
            let small = rest.to_lowercase();
            if let Some(kept) = small.strip_suffix(there).map(str::len) {
                rest.truncate(kept);
                rest.truncate(rest.trim_end().len());
            }
        } else {
            rest = rest.replace(there, "");
        }
    }
    rest
}

/// A seam, and no place for it but the one that is pointed at.
fn is_open(wish: &[Token]) -> bool {
    let placed = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Edge(_)
                        | Sense::Link(
                            Link::Each
                                | Link::All
                                | Link::These
                                | Link::Before
                                | Link::After
                                | Link::Rest
                        )
                )
            )
    };
    wish.iter().any(is_seam) && !wish.iter().any(placed)
}

/// Whether parts tell what is wrong with what lies between two pieces, and order nothing.
fn tells(told: &[Segment]) -> bool {
    let tokens: Vec<Token> = told.iter().flat_map(Segment::tokens).cloned().collect();
    let lies_between = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::Between))
            || is_seam(token)
            || LISTS.names_a_seam.has(&token.text_small())
    };
    let exact = |token: &Token| {
        !matches!(
            token.meaning,
            Meaning::Known(_)
                | Meaning::Unknown
                | Meaning::File(..)
                | Meaning::Ordinal(_)
                | Meaning::Number(_)
        )
    };
    let states = if is_chinese(&tokens) {
        let text: String = tokens.iter().map(|token| token.text.as_str()).collect();
        !LISTS.begs.is_within(&text)
            && (LISTS.states.is_within(&text) || LISTS.told_of_a_thing.ends(&text))
    } else {
        let words = words(&tokens);
        words.iter().any(is_finite) && !demands(&words)
    };
    let mut telling = said(&tokens).filter(|token| token.sense() != Some(Sense::Filler));
    let orders = telling.next().is_some_and(is_verb);
    states && !orders && tokens.iter().any(lies_between) && !tokens.iter().any(exact)
}

/// The two pieces that are named, by the words that name them.
fn pair(told: &[Segment]) -> Option<[String; 2]> {
    let mut named: Vec<&Token> = Vec::new();
    for token in told.iter().flat_map(Segment::tokens).filter(|token| is_piece(token)) {
        if !named.iter().any(|other| other.meaning == token.meaning) {
            named.push(token);
        }
    }
    let [one, other] = named[..] else { return None };
    Some([one.text.clone(), other.text.clone()])
}
