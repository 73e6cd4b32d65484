//! Subtitles of a file: `use talk.srt for the subtitles`, `字幕用talk.srt`.

use super::super::words::{Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::lettering::dress;
use super::text::is_text_noun;
use super::{Request, TextChange, TextTarget, Which};
use crate::api::wire::{FileType, MediaKind};
use crate::draft::{Millis, TextPlace};

/// Which subtitles, and what becomes of those that are there.
#[derive(Debug, Clone, PartialEq)]
pub struct Subtitling {
    /// A file of the session, or the name of one it does not have; the only one where none is named.
    pub file: Option<Which>,
    /// Where in the film its own beginning is.
    pub from: Millis,
    /// What becomes of the words at the bottom that are there.
    pub others: Others,
}

/// What becomes of words that are there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They go.
    Go,
    /// They stay where nothing new comes over them.
    Stay,
}

/// Reads a clause about a file of subtitles.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let file = bag.take(|meaning| match meaning {
        Meaning::File(file, MediaKind::Subtitles) => Some(Which::Named(*file)),
        Meaning::MissingFile(name) if holds_subtitles(name) => Some(Which::Missing(name.clone())),
        _ => None,
    });
    let names_kind = bag.take_noun(Noun::SubtitleFile);
    if file.is_none() && !names_kind {
        return None;
    }
    let allowed = [
        Verb::Add,
        Verb::Use,
        Verb::Show,
        Verb::Make,
        Verb::Change,
        Verb::Move,
        Verb::Join,
        Verb::Trim,
    ];
    if !bag.only_verbs(&allowed) || bag.has_link(Link::Without) {
        return None;
    }
    // "… and make them yellow".
    let worn = dress(bag, &(0..bag.len()));
    let others = if bag.has_verb(Verb::Add) { Others::Stay } else { Others::Go };
    while bag.take(|meaning| is_text_noun(meaning).then_some(())).is_some() {}
    bag.take_noun(Noun::File);
    bag.take_verbs();
    bag.take_link(Link::Whole);
    take_film(bag);
    bag.take(|meaning| (*meaning == Meaning::Known(Sense::Link(Link::Over))).then_some(()));
    let from = begins_at(bag);
    let mut found = vec![Request::Subtitles(Subtitling { file, from, others })];
    if worn.says_something() {
        let change = TextChange { dress: worn, ..TextChange::default() };
        found.push(Request::ChangeText { target: at_the_bottom(), change });
    }
    Some(found)
}

/// `add talk.srt from 8s on`: where its first second is.
fn begins_at(bag: &mut Bag) -> Millis {
    let begins = |at: &usize| {
        let leads = |at| matches!(bag.sense(at), Some(Sense::Link(Link::From | Link::At)));
        bag.is_free(*at) && bag.before(*at).is_some_and(leads)
    };
    let found = (0..bag.len()).rev().filter(begins).find_map(|at| match bag.meaning(at) {
        Some(Meaning::Time(time)) => Some((at, *time)),
        _ => None,
    });
    // "For 5 seconds" is no moment.
    let Some((at, from)) = found else { return Millis::ZERO };
    bag.use_at(at);
    bag.take_link(Link::From);
    bag.take_link(Link::At);
    from
}

/// The words that subtitles are.
pub fn at_the_bottom() -> TextTarget {
    TextTarget { words: None, place: Some(TextPlace::Bottom), which: Which::All }
}

fn holds_subtitles(name: &str) -> bool {
    FileType::of_name(name).is_some_and(|known| known.kind() == MediaKind::Subtitles)
}
