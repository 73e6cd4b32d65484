//! Words as they are typed in haste, and sizes that are told rather than wanted: `way 2 slow`, `put the cake b4 the kiln`,
//! `the title is tiny`.
//!
//! They are written out before anything else of a sentence is read, where they stand as words of their own. What is quoted
//! stays as it was written.

use super::words::{LISTS, quoted_at};

/// A sentence with such words written out, if it has any.
pub fn written_out(sentence: &str) -> Option<String> {
    let small = sentence.to_lowercase();
    let shorts = LISTS.typed_short.iter().flat_map(|meant| meant.words.iter());
    if !shorts.into_iter().any(|short| small.contains(short)) {
        return None;
    }
    let letters: Vec<char> = sentence.chars().collect();
    let (mut written, mut at, mut found) = (String::new(), 0, false);
    while at < letters.len() {
        if let Some(quoted) = quoted_at(&letters, at) {
            written.extend(&letters[at..at + quoted.length]);
            at += quoted.length;
        } else if let Some((whole, length)) = short_at(&letters, at) {
            written.push_str(whole);
            (at, found) = (at + length, true);
        } else {
            written.push(letters[at]);
            at += 1;
        }
    }
    found.then_some(written)
}

/// What a short word at a place stands for, and how many letters it has.
fn short_at(letters: &[char], at: usize) -> Option<(&'static str, usize)> {
    let inside = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric())
    };
    let begins = !inside(at.checked_sub(1));
    LISTS.typed_short.iter().find_map(|meant| {
        let fits = |short: &str| {
            let length = short.chars().count();
            let said = letters.get(at..at + length)?;
            let same = said.iter().map(char::to_ascii_lowercase).eq(short.chars());
            let apart = begins && !inside(Some(at + length));
            (same && (apart || !short.is_ascii())).then_some(length)
        };
        meant.words.iter().find_map(fits).map(|length| (meant.is.as_str(), length))
    })
}
