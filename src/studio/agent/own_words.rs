//! Somebody's own words, passed on and not to be shown: `Client's note, verbatim: “move the logo to the left”. There is no logo`,
//! `领导批注原话：“logo再大点”。我已经回绝了`.
//!
//! They are left out before anything else of a sentence is read, since words in marks that stand alone in one part of it would be
//! words to show.

use super::words::{LISTS, quoted_at};

/// So many letters lie at most between what says that they are somebody's own and the words.
const NEAR: usize = 16;

/// A sentence without such words, if it has any.
pub fn without_own_words(sentence: &str) -> Option<String> {
    if !LISTS.word_for_word.is_within(&sentence.to_lowercase()) {
        return None;
    }
    let letters: Vec<char> = sentence.chars().collect();
    let (mut written, mut at, mut found) = (String::new(), 0, false);
    while at < letters.len() {
        match quoted_at(&letters, at) {
            Some(quoted) if is_word_for_word(&letters[at.saturating_sub(NEAR)..at]) => {
                (at, found) = (at + quoted.length.max(1), true);
            }
            Some(quoted) => {
                let end = at + quoted.length.max(1);
                written.extend(&letters[at..end]);
                at = end;
            }
            None => {
                written.push(letters[at]);
                at += 1;
            }
        }
    }
    found.then_some(written)
}

fn is_word_for_word(before: &[char]) -> bool {
    let told: String = before.iter().collect();
    LISTS.word_for_word.is_within(&told.to_lowercase())
}
