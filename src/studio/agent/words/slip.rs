//! Slips within phrases of several words: `whcih files`, `how lng`, `wht is on the timeline`.
//!
//! The other words of the phrase say which word was meant, so that shorter words than elsewhere are helped.

use super::letters::{is_latin, phrase_at, spaces};
use super::spelling::is_slip_within;

/// How many letters a phrase takes at a place, if exactly one of its words has a slip.
pub fn slipped_phrase_at(letters: &[char], at: usize, phrase: &[char]) -> Option<usize> {
    if !phrase.contains(&' ') {
        return None;
    }
    let (mut end, mut slips) = (at, 0);
    for (place, word) in phrase.split(|letter| *letter == ' ').enumerate() {
        if place > 0 {
            let gap = spaces(letters, end);
            if gap == 0 {
                return None;
            }
            end += gap;
        }
        if let Some(length) = phrase_at(letters, end, word) {
            end += length;
            continue;
        }
        let length = letters[end..].iter().take_while(|letter| is_latin(**letter)).count();
        slips += 1;
        if slips > 1 || !is_slip_within(&letters[end..end + length], word) {
            return None;
        }
        end += length;
    }
    (slips == 1).then_some(end - at)
}

#[cfg(test)]
mod tests {
    use super::super::letters::alike;
    use super::*;

    #[test]
    fn one_word_of_a_phrase_may_have_a_slip() {
        for (written, phrase, fits) in [
            ("whcih files do i have", "which files", true),
            ("how lng is it", "how long", true),
            ("hwo long", "how long", true),
            ("wich fils", "which files", false),
            ("which tiles", "which files", false),
            ("how song", "how long", false),
        ] {
            let found = slipped_phrase_at(&alike(written), 0, &alike(phrase));
            assert_eq!(found.is_some(), fits, "{written}");
        }
    }
}
