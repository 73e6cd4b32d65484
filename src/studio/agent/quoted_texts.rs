//! Words on the picture that are named without marks around them: `BOUT DAY is tiny, 150% size n yellow`.
//!
//! Only the film knows that they are words. They are put into marks before anything else of a sentence is read, where they
//! stand as they are written there and are unlikely to be said by chance: several words, or one in capitals.

use super::scene::Scene;
use super::words::{LISTS, quoted_at};
use crate::draft::Kind;

/// A word in capitals has at least so many letters.
const SHORTEST: usize = 3;

/// A sentence with the words of the film in marks, if it names any without.
pub fn in_marks(sentence: &str, scene: &Scene) -> Option<String> {
    let tracks = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    let texts = tracks.flat_map(|track| &track.segments).filter_map(|text| text.text.as_deref());
    let letters: Vec<char> = sentence.chars().collect();
    let named = |text: &&str| {
        let shown = is_telling(text) && sentence.contains(*text);
        shown || is_named(&letters, text, scene)
    };
    let mut found = texts.filter(named);
    let longest = found.by_ref().max_by_key(|text| text.len())?;
    let named = scene.media.iter().any(|media| media.name.contains(longest));
    if named || says_other_words(sentence, longest) {
        return None;
    }
    let text: Vec<char> = longest.chars().collect();
    let (mut written, mut at, mut changed) = (String::new(), 0, false);
    while at < letters.len() {
        if let Some(quoted) = quoted_at(&letters, at) {
            written.extend(&letters[at..at + quoted.length]);
            at += quoted.length;
        } else if stands_alone(&letters, at, &text) || is_called_here(&letters, at, &text, scene) {
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

/// Whether words are enough to be named without marks: several, or three Chinese letters, and none that name a file.
fn may_be_called(text: &str, scene: &Scene) -> bool {
    let bare = |name: &str| -> String {
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        letters.collect::<String>().to_lowercase()
    };
    let words = bare(text);
    let names_a_file = |name: &str| {
        let stem = bare(name.split('.').next().unwrap_or_default());
        !stem.is_empty() && (words.contains(&stem) || stem.contains(&words))
    };
    let several = text.is_ascii() && text.contains(' ');
    let chinese = !text.is_ascii() && text.chars().all(char::is_alphanumeric);
    (several || (chinese && text.chars().count() >= SHORTEST))
        && !text.contains('"')
        && !scene.media.iter().any(|media| names_a_file(&media.name))
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

/// Whether words are named in small letters, with what they are or what is to become of them behind them.
fn is_named(letters: &[char], text: &str, scene: &Scene) -> bool {
    let text: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|at| is_called_here(letters, at, &text, scene))
}

fn called_by(rest: &str) -> bool {
    let word = rest
        .strip_prefix(' ')
        .and_then(|rest| rest.split(|letter: char| !letter.is_alphanumeric()).next());
    word.is_some_and(|word| CALLED.contains(&word))
}

/// `change spring sale to`, `open sundays in yellow`, `买二送一要黄色的`: of words that begin what is said, or are behind what
/// is done to them.
fn told_by(before: &str, rest: &str) -> bool {
    if !rest.is_ascii() || !before.is_ascii() {
        return LISTS.words_named_do.starts(rest.trim_start());
    }
    let before = before.trim_end().to_ascii_lowercase();
    let before = before.trim_end_matches(" the");
    let begins = before.is_empty()
        || before.ends_with([',', '.', ';', ':', '!'])
        || LISTS.done_to_words.ends(before);
    let does = |word: &str| {
        let behind = rest.strip_prefix(' ').and_then(|rest| rest.strip_prefix(word));
        behind.is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
    };
    begins && LISTS.words_named_do.iter().any(does)
}

fn is_called_here(letters: &[char], at: usize, text: &[char], scene: &Scene) -> bool {
    let is_chinese = !text.iter().all(char::is_ascii);
    let inside = at.checked_sub(1).is_some_and(|before| letters[before].is_alphanumeric());
    let here = letters.get(at..at + text.len()).filter(|_| is_chinese || !inside);
    let Some(here) = here else { return false };
    if !here.iter().zip(text).all(|(one, other)| one.eq_ignore_ascii_case(other)) {
        return false;
    }
    let rest = letters[at + text.len()..].iter().collect::<String>().to_ascii_lowercase();
    let before: String = letters[..at].iter().collect();
    (text.contains(&' ') && called_by(&rest))
        || (told_by(&before, &rest) && may_be_called(&text.iter().collect::<String>(), scene))
}

fn stands_alone(letters: &[char], at: usize, text: &[char]) -> bool {
    let inside = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric())
    };
    letters[at..].starts_with(text) && !inside(at.checked_sub(1)) && !inside(Some(at + text.len()))
}
