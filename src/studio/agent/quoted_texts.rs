//! Words on the picture that are named without marks around them: `BOUT DAY is tiny, 150% size n yellow`.
//!
//! Only the film knows that they are words. They are put into marks before anything else of a sentence is read, where they
//! stand as they are written there and are unlikely to be said by chance: several words, or one in capitals.

use super::scene::Scene;
use super::words::quoted_at;
use crate::draft::Kind;

/// A word in capitals has at least so many letters.
const SHORTEST: usize = 3;

/// A sentence with the words of the film in marks, if it names any without.
pub fn in_marks(sentence: &str, scene: &Scene) -> Option<String> {
    let tracks = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    let texts = tracks.flat_map(|track| &track.segments).filter_map(|text| text.text.as_deref());
    let small = sentence.to_ascii_lowercase();
    let named =
        |text: &&str| is_telling(text) && (sentence.contains(*text) || is_called(&small, text));
    let mut found = texts.filter(named);
    let longest = found.by_ref().max_by_key(|text| text.len())?;
    let named = scene.media.iter().any(|media| media.name.contains(longest));
    if named || says_other_words(sentence, longest) {
        return None;
    }
    let letters: Vec<char> = sentence.chars().collect();
    let text: Vec<char> = longest.chars().collect();
    let (mut written, mut at, mut changed) = (String::new(), 0, false);
    while at < letters.len() {
        if let Some(quoted) = quoted_at(&letters, at) {
            written.extend(&letters[at..at + quoted.length]);
            at += quoted.length;
        } else if stands_alone(&letters, at, &text) || is_called_here(&letters, at, &text) {
            written.push_str(&format!("\"{longest}\""));
            (at, changed) = (at + text.len(), true);
        } else {
            written.push(letters[at]);
            at += 1;
        }
    }
    changed.then_some(written)
}

/// `change OPEN DAY to CLOSED DAY`: which words are new has to be seen from both.
fn says_other_words(sentence: &str, text: &str) -> bool {
    let rest = sentence.replace(text, " ");
    let shouted = |word: &str| {
        word.len() >= SHORTEST && word.chars().all(|letter| letter.is_ascii_uppercase())
    };
    rest.split(|letter: char| !letter.is_alphanumeric()).any(shouted)
}

fn is_telling(text: &str) -> bool {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let capitals =
        letters().count() >= SHORTEST && letters().all(|letter| letter.is_ascii_uppercase());
    let several = text.split_whitespace().count() > 1 && text.is_ascii();
    (capitals || several) && !text.contains('"')
}

/// What words on the picture are called, behind them: `the presentation day writing`.
const CALLED: [&str; 10] = [
    "writing",
    "title",
    "caption",
    "text",
    "words",
    "wording",
    "lettering",
    "heading",
    "card",
    "super",
];

/// Whether words are named in small letters, with what they are behind them.
fn is_called(small: &str, text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains(' ')
        && small.match_indices(&text).any(|(at, _)| called_by(&small[at + text.len()..]))
}

fn called_by(rest: &str) -> bool {
    let word = rest
        .strip_prefix(' ')
        .and_then(|rest| rest.split(|letter: char| !letter.is_alphanumeric()).next());
    word.is_some_and(|word| CALLED.contains(&word))
}

fn is_called_here(letters: &[char], at: usize, text: &[char]) -> bool {
    let inside = at.checked_sub(1).is_some_and(|before| letters[before].is_alphanumeric());
    let Some(here) = letters.get(at..at + text.len()).filter(|_| !inside) else { return false };
    let same = here.iter().zip(text).all(|(one, other)| one.eq_ignore_ascii_case(other));
    let rest = || letters[at + text.len()..].iter().collect::<String>().to_ascii_lowercase();
    same && called_by(&rest())
}

fn stands_alone(letters: &[char], at: usize, text: &[char]) -> bool {
    let inside = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric())
    };
    letters[at..].starts_with(text) && !inside(at.checked_sub(1)) && !inside(Some(at + text.len()))
}
