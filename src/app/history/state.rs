//! The drafts, and which of them is looked at.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::draft::Draft;

use super::Comparison;
use super::steps::Steps;

/// A draft costs memory by what changed hands, and nobody steps back further by key.
const MOST: usize = 200;

/// The drafts of this run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DraftHistory {
    kept: VecDeque<Kept>,
    /// How many older ones are not kept any more, so that numbers stay.
    gone: usize,
    /// Whether those of the store are among them.
    pub(super) past: Past,
    /// Those of the store come on top of the most.
    read: usize,
    /// The place of the draft that is looked at, while it is not the newest.
    pub(super) seen: Option<usize>,
    /// The place of the draft that others are compared with; the newest unless said otherwise.
    pub(super) base: Option<usize>,
    /// What differs, while it is shown. It is found once for each step, not for each frame.
    pub(super) shown: Option<Comparison>,
    /// The first line of it that is seen.
    pub(super) top: usize,
    /// What undo and redo lead to.
    pub(super) steps: Steps,
}

#[derive(Debug, Clone, PartialEq)]
struct Kept {
    draft: Arc<Draft>,
    /// The last turn that had begun when it came.
    turn: Option<u64>,
}

/// Whether the drafts of the store are among those in memory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Past {
    /// Nobody has asked for them.
    #[default]
    Unread,
    /// They were asked for; and whether somebody stands at the oldest and wants the one before it.
    Asked { older: bool },
    /// They are.
    Read {
        /// Whether there were older ones that are not kept any more.
        is_cut: bool,
    },
}

impl DraftHistory {
    /// The film as last polled.
    #[must_use]
    pub fn now(&self) -> Option<&Arc<Draft>> {
        self.kept.back().map(|kept| &kept.draft)
    }

    /// The drafts that are kept, from the film as last polled to the oldest.
    pub fn newest_first(&self) -> impl Iterator<Item = &Arc<Draft>> {
        self.kept.iter().rev().map(|kept| &kept.draft)
    }

    /// How many there are, those not kept any more included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.gone + self.kept.len()
    }

    /// The number, from 1, of the draft that is looked at, while it is not the newest.
    #[must_use]
    pub fn looks_at(&self) -> Option<usize> {
        self.seen.map(|place| self.number(place))
    }

    /// Whether an older draft is on the screen.
    #[must_use]
    pub const fn is_past(&self) -> bool {
        self.seen.is_some()
    }

    /// What differs between two drafts, while it is shown.
    #[must_use]
    pub const fn comparison(&self) -> Option<&Comparison> {
        self.shown.as_ref()
    }

    /// The first line of it that is seen, of so many for which there is room.
    #[must_use]
    pub fn comparison_top(&self, rows: usize) -> usize {
        let lines = self.shown.as_ref().map_or(0, |shown| shown.lines.len());
        self.top.min(lines.saturating_sub(rows))
    }

    /// How many turns were taken since the draft that is looked at; 0 where nobody knows.
    #[must_use]
    pub fn turns_ago(&self) -> u64 {
        let turn = |kept: Option<&Kept>| kept.and_then(|kept| kept.turn);
        let seen = self.seen.and_then(|place| turn(self.kept.get(place)));
        match (seen, turn(self.kept.back())) {
            (Some(seen), Some(last)) => last.saturating_sub(seen),
            // Of an earlier run.
            _ => 0,
        }
    }

    /// Whether the drafts of the store are among them.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(self.past, Past::Read { .. })
    }

    pub(super) fn number(&self, place: usize) -> usize {
        self.gone + place + 1
    }

    /// The place of the draft with a number.
    pub(super) fn place(&self, number: usize) -> Option<usize> {
        number.checked_sub(self.gone + 1).filter(|place| *place < self.kept.len())
    }

    /// The drafts that are kept, with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &Arc<Draft>)> {
        self.kept.iter().enumerate().map(|(place, kept)| (self.number(place), &kept.draft))
    }

    pub(super) fn last(&self) -> usize {
        self.kept.len().saturating_sub(1)
    }

    pub(super) fn at(&self, place: usize) -> Option<&Arc<Draft>> {
        self.kept.get(place).map(|kept| &kept.draft)
    }

    /// The drafts of the store come before those in memory that they lead to.
    pub(super) fn put_before(&mut self, known: &[Arc<Draft>], gone: usize) {
        let here = || self.kept.iter().map(|kept| &kept.draft);
        let leads = |at: &usize| known[*at..].iter().zip(here()).all(|(one, other)| one == other);
        let places = 0..if self.kept.is_empty() { 0 } else { known.len() };
        // Undo and redo make the same films come again: the place that accounts for most of them is the one.
        let both = |at: &usize| (known.len() - at).min(self.kept.len());
        let older = places.filter(leads).max_by_key(both).unwrap_or(known.len());
        for draft in known[..older].iter().rev() {
            self.kept.push_front(Kept { draft: Arc::clone(draft), turn: None });
        }
        (self.gone, self.read) = (gone, older);
        self.seen = self.seen.map(|place| place + older);
        self.base = self.base.map(|place| place + older);
        self.past = Past::Read { is_cut: gone > 0 };
    }

    /// Another draft came. One that is the same as the last takes its place.
    pub(super) fn push(&mut self, draft: Arc<Draft>, turn: u64) {
        if let Some(last) = self.kept.back_mut()
            && last.draft == draft
        {
            last.draft = draft;
            return;
        }
        self.kept.push_back(Kept { draft, turn: Some(turn) });
        if self.kept.len() > MOST + self.read {
            self.kept.pop_front();
            self.gone += 1;
            let moved = |place: usize| place.checked_sub(1);
            self.seen = self.seen.map(|place| place.saturating_sub(1));
            self.base = self.base.and_then(moved);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Arc<Draft> {
        Arc::new(Draft { title: Some(name.to_owned()), ..Draft::default() })
    }

    #[test]
    fn those_of_the_store_come_before_those_of_the_run_whatever_has_come_meanwhile() {
        let titles = |history: &DraftHistory| -> Vec<String> {
            history.numbered().filter_map(|(_, draft)| draft.title.clone()).collect()
        };
        for (store, run, all) in [
            ("abc", "c", "abc"),
            ("abc", "bc", "abc"),
            ("abcd", "bc", "abc"),
            ("abc", "cd", "abcd"),
            ("aba", "a", "aba"),
            ("abab", "abab", "abab"),
            ("abab", "ab", "abab"),
            ("abab", "bab", "abab"),
            ("ab", "xy", "abxy"),
            ("", "a", "a"),
        ] {
            let named = |letter: char| named(&letter.to_string());
            let mut history = DraftHistory::default();
            run.chars().for_each(|letter| history.push(named(letter), 1));
            history.seen = Some(0);
            let known: Vec<_> = store.chars().map(named).collect();
            history.put_before(&known, 4);
            assert_eq!(titles(&history).concat(), all, "{store} {run}");
            assert_eq!(history.number(0), 5);
            let seen = history.seen.and_then(|place| history.at(place)).cloned();
            assert_eq!(seen.and_then(|draft| draft.title.clone()), Some(run[..1].to_owned()));
        }
    }

    #[test]
    fn numbers_stay_when_the_oldest_go() {
        let mut history = DraftHistory::default();
        for number in 1..=MOST + 5 {
            history.push(named(&number.to_string()), 0);
        }
        history.push(named(&(MOST + 5).to_string()), 0);
        assert_eq!((history.count(), history.kept.len()), (MOST + 5, MOST));
        let first = history.at(0).and_then(|draft| draft.title.clone());
        assert_eq!((first.as_deref(), history.number(0)), (Some("6"), 6));
    }
}
