//! Words that are on the film, named with what they are, and told to look otherwise: `make the caption "Collection" blue and
//! move it to the top`, `标题“朱自清”，颜色改为金色`.
//!
//! Only the film knows that they are there, so that the caption is no new one. It is written as what points at them: `the
//! "Collection" caption`, `标题“朱自清”颜色改为金色`. What is put somewhere may be more of the same and stays as it was said.

use super::scene::Scene;
use super::words::{self, LISTS, quoted_at};

/// The sentence with what points at words of the film, if it tells any of them to look otherwise.
pub fn pointing_at_words(sentence: &str, scene: &Scene) -> Option<String> {
    if !sentence.contains(['"', '“', '「', '《', '\'']) {
        return None;
    }
    let letters: Vec<char> = sentence.chars().collect();
    let (mut at, text) = (0, |from: usize, to: usize| letters[from..to].iter().collect::<String>());
    while at < letters.len() {
        let Some(quoted) = quoted_at(&letters, at) else {
            at += 1;
            continue;
        };
        let end = at + quoted.length.max(1);
        if scene.shows(&quoted.words) {
            let (before, said, behind) = (text(0, at), text(at, end), text(end, letters.len()));
            return behind_its_name(&before, &said, &behind)
                .or_else(|| without_the_mark(&before, &said, &behind));
        }
        at = end;
    }
    None
}

/// `make the caption "Collection" blue`: make the "Collection" caption blue.
fn behind_its_name(before: &str, said: &str, behind: &str) -> Option<String> {
    let (lead, noun) = before.trim_end().rsplit_once(' ')?;
    let (verb, the) = lead.rsplit_once(' ')?;
    let verb = verb.rsplit(' ').next()?.to_ascii_lowercase();
    let changes = LISTS.done_to_words.has(&verb) && !LISTS.puts_what_is_shown.has(&verb);
    let named = words::calls_words(&format!("the {} ", noun.to_ascii_lowercase()));
    (changes && named && the.eq_ignore_ascii_case("the"))
        .then(|| format!("{lead} {said} {noun}{behind}"))
}

/// `“朱自清”，颜色改为金色`: without the mark between the words and what is done to them.
fn without_the_mark(before: &str, said: &str, behind: &str) -> Option<String> {
    let done = behind.strip_prefix(['，', ','])?.trim_start();
    let begins = !done.is_ascii() && LISTS.words_named_do.starts(done);
    begins.then(|| format!("{before}{said}{done}"))
}
