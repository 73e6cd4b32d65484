//! What somebody who is not here wants, passed on: `院长说医生要放最前面`, `王姐非要把合影换掉`.
//!
//! Who it is and that they say it asks for nothing; what they say is read as if it were said here. Somebody is known by a
//! title or a kinship at the end of a few letters, as no list has all names.

use super::words::{LISTS, Name};

/// `市文化馆的李馆长` is as long as somebody is called.
const LONGEST: usize = 6;

/// A sentence without who passes it on, if somebody does.
pub fn said_here(sentence: &str, names: &[Name]) -> Option<String> {
    if sentence.is_ascii() {
        return None;
    }
    let mut written = String::new();
    let mut found = false;
    for part in sentence.split_inclusive(is_break) {
        let rest = bidden(part, names);
        found |= rest.is_some();
        written.push_str(rest.unwrap_or(part));
    }
    found.then_some(written)
}

fn is_break(letter: char) -> bool {
    "，,。；;！!？?、 \n".contains(letter)
}

/// What stands behind `院长说`.
fn bidden<'a>(part: &'a str, names: &[Name]) -> Option<&'a str> {
    let mut ends = part.char_indices().map(|(at, _)| at).skip(1).take(LONGEST);
    ends.find_map(|end| {
        let (who, does) = part.split_at(end);
        let bids = LISTS.bids.iter().find(|bids| does.starts_with(bids))?;
        let rest = &does[bids.len()..];
        let titled = LISTS.titles.ends(who) && !LISTS.no_titles.is_within(who);
        let called = !who.is_ascii() && titled && who.chars().count() > 1;
        let told = rest.chars().count() > 2 && !rest.starts_with(['“', '"', '「', '《', '：', ':']);
        let letters: Vec<char> = who.chars().collect();
        (called && told && !names.iter().any(|name| name.is_called(&letters))).then_some(rest)
    })
}
