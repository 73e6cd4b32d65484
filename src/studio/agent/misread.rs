//! Words on the picture that are to say something else, told by what they say now: `"Puppy school" is now "Dog school"`,
//! `不是“六一专场”，是“元旦专场”`, `it ought to read "Dog school"`.
//!
//! Which words are meant and which are new is seen on the film, however the two are joined. What is found is written out
//! as the plain wish.

use super::scene::Scene;
use super::turn::names;
use super::words::{self, LISTS};
use crate::draft::Kind;

/// Shorter words may be part of anything.
const LEAST: usize = 4;

/// The sentence with the wish written out. `None` where the words of the film do not decide it.
pub fn with_words_put_right(sentence: &str, scene: &Scene) -> Option<String> {
    let texts = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    let shown: Vec<&str> =
        texts.flat_map(|track| &track.segments).filter_map(|text| text.text.as_deref()).collect();
    if shown.is_empty() {
        return None;
    }
    let changed = from_now_on(sentence);
    let sentence = changed.as_deref().unwrap_or(sentence);
    let marked = shown.iter().find_map(|text| with_marks(sentence, text));
    let read = marked.as_deref().unwrap_or(sentence);
    words::said_otherwise(read, &names(scene), &shown).or(marked).or(changed)
}

/// `caption now reads "Tomorrow"`: change the caption to that. What is there says something else so far.
fn from_now_on(sentence: &str) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    let now = LISTS.says_from_now.iter().find_map(|now| Some((small.find(now)?, now.len())));
    let (at, length) = now?;
    let behind = sentence.get(at + length..)?.trim_start();
    let before = sentence[..at].trim_end();
    let noun = before.rsplit(|letter: char| !letter.is_alphanumeric()).next()?;
    let named = words::calls_words(&format!("the {} ", noun.to_lowercase()));
    let quoted = behind.starts_with(['"', '“', '‘']);
    let lead = before.strip_suffix(noun)?.trim_end_matches("the ").trim_end_matches("The ");
    (named && quoted).then(|| format!("{lead}change the {} to {behind}", noun.to_lowercase()))
}

/// `change the words milking time to "Half five"`: with marks around what the film has, where it is called words.
fn with_marks(sentence: &str, text: &str) -> Option<String> {
    let long = text.chars().count() >= LEAST && !text.contains('\n');
    let at = sentence.to_lowercase().find(&text.to_lowercase()).filter(|_| long)?;
    let before = sentence.get(..at)?;
    let said = sentence.get(at..at + text.len())?;
    let behind = sentence.get(at + text.len()..)?;
    let letter = |letter: char| letter.is_ascii_alphanumeric();
    let whole = !before.ends_with(letter) && !behind.starts_with(letter);
    let quoted =
        before.ends_with(['"', '\'', '“', '‘', '「', '《']) || before.matches('"').count() % 2 == 1;
    let pointed = words::behind_the_words(behind);
    let called = pointed.is_some() || words::calls_words(before);
    let behind = pointed.unwrap_or(behind);
    (whole && !quoted && called).then(|| format!("{before}“{said}”{behind}"))
}
