//! A part of footage at another speed: `bikes from 2s to 4s at half speed`, `bikes的2秒到4秒慢放一半`.

use super::super::words::{Meaning, Sense};
use super::bag::Bag;
use super::text::names_words;
use super::{Part, Request, treat};

/// Reads a clause about how fast a part plays.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    if names_words(bag) || treat::is_about_other_things(bag) {
        return None;
    }
    let part = bag.take(|meaning| match meaning {
        Meaning::Range(from, to) => Some(Part::Range(*from, *to)),
        Meaning::Head(time) => Some(Part::Head(*time)),
        Meaning::Tail(time) => Some(Part::Tail(*time)),
        _ => None,
    })?;
    let by_so_much = says_how_fast(bag);
    match &treat::pace(bag)?[..] {
        // "Speed up from 2s to 4s" could be of anything.
        [Request::Pace { of, speed }] if of.len() == 1 || (of.is_empty() && by_so_much) => {
            Some(vec![Request::PacePart { of: of.first().cloned(), part, speed: *speed }])
        }
        _ => None,
    }
}

/// `half speed`, `2倍速`: how fast, and not only which way.
fn says_how_fast(bag: &Bag) -> bool {
    const AMOUNTS: [&str; 9] =
        ["half", "quarter", "double", "twice", "triple", "times", "半", "倍", "四分之"];
    (0..bag.len()).any(|place| match bag.meaning(place) {
        Some(Meaning::Speed(_) | Meaning::Percent(_)) => true,
        Some(Meaning::Known(Sense::Pace(_))) => {
            let text = bag.text(place).to_lowercase();
            AMOUNTS.iter().any(|amount| text.contains(amount))
                || text.contains(|letter: char| letter.is_ascii_digit())
        }
        _ => false,
    })
}
