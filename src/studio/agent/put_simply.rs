//! A sentence put simply before anything of it is read: times in seconds, words written out, without what numbers
//! wishes, heads them or passes them on, and a passive question as the wish that it is.
//!
//! Each step rewrites what the steps before it left, and leaves alone what it has no word about. What is quoted stays as it
//! was written, whatever the words in it would be elsewhere (`add a title "both shots"`).

use super::begun::begun;
use super::both_of_two::both_pieces;
use super::changed_to_that::changed_to_that;
use super::dialect::out_of_dialect;
use super::for_a_platform::without_its_platform;
use super::further_of_it::set_further;
use super::headed::{with_a_colon, without_its_head, without_whose_notes};
use super::held_behind::held_behind;
use super::ill_suited::without_what_it_clashes_with;
use super::marks_between::written_plainly;
use super::numbered::{without_first_of_all, without_numbers, without_numbers_of_pieces};
use super::own_words::without_own_words;
use super::passed_on::said_here;
use super::quoted_texts::in_marks;
use super::request::exactly;
use super::said_first::{of_the_words_first, without_what_it_is_for};
use super::same_unit::with_its_unit;
use super::scene::Scene;
use super::shown_and_changed::pointing_at_words;
use super::so_by_itself::without_what_is_so_by_itself;
use super::those_seconds::without_those;
use super::timecode::in_seconds;
use super::turn::{is_too_long, names};
use super::typed_short::written_out;
use super::words::{self, Name, quoted_at};
use super::would_suit::without_what_it_suits;

/// A sentence on its way to plain words.
struct Said<'a> {
    sentence: &'a str,
    /// What it became; `None` while it stands as it was said.
    plain: Option<String>,
}

impl Said<'_> {
    fn now(&self) -> &str {
        self.plain.as_deref().unwrap_or(self.sentence)
    }

    /// The same after one more step.
    fn then(mut self, step: impl FnOnce(&str) -> Option<String>) -> Self {
        let plain = step(self.now());
        if let Some(plain) = plain.filter(|plain| keeps_what_is_quoted(self.now(), plain)) {
            self.plain = Some(plain);
        }
        self
    }
}

/// Whether all that was quoted is still quoted, to the letter. A step may put marks around more words.
fn keeps_what_is_quoted(before: &str, after: &str) -> bool {
    let kept = quoted(after);
    quoted(before).iter().all(|words| kept.contains(words))
}

fn quoted(sentence: &str) -> Vec<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        match quoted_at(&letters, at) {
            Some(quoted) => {
                found.push(quoted.words);
                at += quoted.length.max(1);
            }
            None => at += 1,
        }
    }
    found
}

/// The sentence in plain words; `None` where it is plain already. An edit that is said exactly stays as it is.
pub fn in_plain_words(sentence: &str, scene: &Scene) -> Option<String> {
    if exactly(sentence).is_some() {
        return None;
    }
    let names = names(scene);
    // What is left out there was quoted, and is nobody's wish.
    Said { sentence, plain: without_own_words(sentence) }
        .then(|said| in_seconds(said, scene))
        .then(|said| put_simply(said, &names, scene))
        .then(words::asked_passively)
        .then(|said| without_what_it_suits(said, &names))
        .plain
}

/// With words written out, and without what only leads to wishes. A film that is told has lists of its own.
fn put_simply(sentence: &str, names: &[Name], scene: &Scene) -> Option<String> {
    if is_too_long(sentence) {
        return None;
    }
    let is_empty = scene.draft.duration().is_zero();
    let written = Said { sentence, plain: None }
        .then(|said| with_a_colon(said, names))
        .then(with_its_unit)
        .then(|said| in_marks(said, scene))
        .then(|said| pointing_at_words(said, scene))
        .then(|said| written_plainly(said, names, is_empty))
        .then(written_out)
        .then(|said| out_of_dialect(said, names));
    if is_empty {
        return written
            .then(without_numbers_of_pieces)
            .then(|said| held_behind(said, names))
            .then(begun)
            .then(|said| without_its_head(said, names))
            .plain;
    }
    written
        .then(|said| without_whose_notes(said, names))
        .then(|said| without_what_it_clashes_with(said, names))
        .then(|said| both_pieces(said, scene))
        .then(without_what_is_so_by_itself)
        .then(changed_to_that)
        .then(without_those)
        .then(of_the_words_first)
        .then(|said| without_what_it_is_for(said, names))
        .then(without_numbers)
        .then(|said| without_first_of_all(said, names))
        .then(|said| said_here(said, names))
        .then(|said| set_further(said, names))
        .then(|said| without_its_platform(said, names))
        .plain
}
