//! A change that says nothing of what it is to come to, behind a shape or a size that somebody demands: `Delivery spec just
//! landed: has to be 4K. Could you switch the project over?`, `平台要竖屏，麻烦改一下`.
//!
//! `to that` is written behind it before anything of a sentence is read, where nothing else stands in its part.

use super::words::{self, LISTS, Link, List, Meaning, Sense, quoted_at};

/// What is written behind the change, in English and instead of it in Chinese.
const TO_THAT: (&str, &str) = (" to that", "改成这个比例");

/// The marks between the two.
const MARKS: [char; 12] = ['.', ',', ';', ':', '-', '–', '—', '，', '。', '；', '：', '！'];

/// A sentence that says so, if its last part is such a change.
pub fn changed_to_that(sentence: &str) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let ended = sentence.trim_end_matches([' ', '.', '?', '!', '。', '？', '！']);
    let at = ended.rfind(MARKS)?;
    let from = at + ended[at..].chars().next().map_or(0, char::len_utf8);
    let (told, change) = (&ended[..at], &ended[from..]);
    let only_changes = if change.is_ascii() { changes(change) } else { changes_in_chinese(change) };
    if !only_changes || !demands_one_shape(told) {
        return None;
    }
    let is_quoting = (0..letters.len()).any(|at| quoted_at(&letters, at).is_some());
    let (english, chinese) = TO_THAT;
    let mark = &ended[..from];
    let said =
        if change.is_ascii() { format!("{ended}{english}") } else { format!("{mark}{chinese}") };
    (!is_quoting).then_some(said)
}

/// `could you switch the project over`: an order to change, and light words.
fn changes(part: &str) -> bool {
    let mut words = part.split_whitespace();
    let is_one = |word: &str| LISTS.changes_it.has(word);
    words.clone().any(is_one)
        && words.all(|word| is_one(word) || LISTS.beside_a_bare_change.has(word))
}

/// `麻烦改一下`: the same, where no spaces part the words.
fn changes_in_chinese(part: &str) -> bool {
    let (mut rest, mut has_changed) = (part.trim(), false);
    while !rest.is_empty() {
        if let Some(left) = without_first(&LISTS.changes_it, rest) {
            (rest, has_changed) = (left, true);
        } else if let Some(left) = without_first(&LISTS.beside_a_bare_change, rest) {
            rest = left;
        } else {
            return false;
        }
    }
    has_changed
}

fn without_first<'a>(list: &List, text: &'a str) -> Option<&'a str> {
    list.iter().filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len())
}

/// Whether somebody demands one shape, size or rate of the film, and nothing is said of a piece.
fn demands_one_shape(told: &str) -> bool {
    let small = told.to_lowercase();
    let demands = |word: &str| LISTS.demands_a_shape.has(word);
    let asks = if small.is_ascii() {
        small.split(|letter: char| !letter.is_alphabetic() && letter != '\'').any(demands)
    } else {
        LISTS.demands_a_shape.is_within(&small)
    };
    if !asks {
        return false;
    }
    let tokens = words::in_measures(told, &[]);
    let is_shape = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Ratio(..)
                | Meaning::Rate(_)
                | Meaning::Loudness(_)
                | Meaning::Known(Sense::Shape(_) | Sense::Resolution(_))
        )
    };
    let is_other = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Time(_)
                | Meaning::Percent(_)
                | Meaning::Ordinal(_)
                | Meaning::Known(Sense::Link(Link::Not))
        )
    };
    tokens.iter().filter(|token| is_shape(&token.meaning)).count() == 1
        && !tokens.iter().any(|token| is_other(&token.meaning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_change_is_to_what_was_demanded() {
        for (said, plain) in [
            (
                "It has to be 4K. Could you switch the project over?",
                Some("It has to be 4K. Could you switch the project over to that"),
            ),
            ("平台要竖屏，麻烦改一下", Some("平台要竖屏，改成这个比例")),
            ("It is 4K. Could you change it?", None),
            ("It has to be 4K. Could you change the title?", None),
            ("It should take 10 seconds, change it", None),
        ] {
            assert_eq!(changed_to_that(said).as_deref(), plain, "{said}");
        }
    }
}
