//! What a turn starts from, and what it leaves behind.

use std::collections::HashMap;

use super::talk::Talk;
use crate::draft::{Draft, Kind, fingerprint};
use crate::language::Language;
use crate::studio::media::{Media, Subtitles};

/// What a turn starts from, and what it leaves behind.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// The film.
    pub draft: Draft,
    /// What it was before and what was undone.
    pub history: History,
    /// The session's files, in the order in which they came.
    pub media: Vec<Media>,
    /// What those of them say that hold subtitles, by their names.
    pub subtitles: HashMap<String, Subtitles>,
    /// The language of the session, for sentences that do not show one.
    pub language: Language,
    /// What the turn before left for this one.
    pub talk: Talk,
}

impl Scene {
    /// Whether words are shown somewhere in the film, however they are capitalised.
    pub fn shows(&self, words: &str) -> bool {
        let texts = self.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
        texts.flat_map(|track| &track.segments).any(|text| {
            text.text.as_ref().is_some_and(|text| text.to_lowercase() == words.to_lowercase())
        })
    }
}

/// Earlier and undone films, as two stacks: the last element is the nearest.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// What undo goes back to.
    pub past: Vec<Draft>,
    /// What redo goes forward to.
    pub future: Vec<Draft>,
    /// What could be redone until another change was made. Only going back to exactly one of them
    /// leads there.
    pub left: Vec<Draft>,
}

/// How many steps can be undone. A film is small, but sessions last for weeks.
const STEPS: usize = 100;

impl History {
    /// A step was made from this film; what was undone before it is gone.
    pub(super) fn remember(&mut self, before: Draft) {
        self.left.append(&mut self.future);
        let excess = self.left.len().saturating_sub(STEPS);
        self.left.drain(..excess);
        self.past.push(before);
        let excess = self.past.len().saturating_sub(STEPS);
        self.past.drain(..excess);
    }

    /// The film of a mark, wherever it is kept; the newest where several are the same.
    pub(super) fn marked(&self, mark: &str) -> Option<Draft> {
        let mut kept = self.past.iter().rev().chain(&self.future).chain(self.left.iter().rev());
        kept.find(|draft| fingerprint(draft) == mark).cloned()
    }

    /// Goes back up to so many steps; tells how many there were.
    pub(super) fn undo(&mut self, draft: &mut Draft, steps: usize) -> usize {
        wander(&mut self.past, &mut self.future, draft, steps)
    }

    /// Goes forward again up to so many steps; tells how many there were.
    pub(super) fn redo(&mut self, draft: &mut Draft, steps: usize) -> usize {
        wander(&mut self.future, &mut self.past, draft, steps)
    }
}

fn wander(from: &mut Vec<Draft>, to: &mut Vec<Draft>, draft: &mut Draft, steps: usize) -> usize {
    let mut done = 0;
    while done < steps
        && let Some(next) = from.pop()
    {
        to.push(std::mem::replace(draft, next));
        done += 1;
    }
    done
}
