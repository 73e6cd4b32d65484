//! What undo and redo must bring back, as the turns of this run say it.
//!
//! Whoever edits the film keeps its own list and is believed only as far as the draft that comes back
//! is the one that was there. Where this run cannot know what was there (an earlier run's step,
//! somebody else's change), nothing is claimed.

use std::sync::Arc;

use crate::draft::Draft;
use crate::language::edit::Edit;

/// As many as anybody undoes one by one.
const MOST: usize = 100;

/// The films that undo and redo lead to, the nearest last.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Steps {
    back: Vec<Arc<Draft>>,
    forward: Vec<Arc<Draft>>,
    /// The film as the last turn left it.
    left: Option<Arc<Draft>>,
}

impl Steps {
    /// The film that this edit of the history must bring back, where it is known.
    pub(super) fn wanted(&self, edit: &Edit, now: &Arc<Draft>) -> Option<Arc<Draft>> {
        if !self.is_left(now) {
            return None;
        }
        match edit {
            Edit::Undo => self.back.last().cloned(),
            Edit::Redo => self.forward.last().cloned(),
            _ => None,
        }
    }

    /// A turn has ended that was asked by this sentence.
    pub(super) fn took(&mut self, sentence: &str, before: &Arc<Draft>, after: &Arc<Draft>) {
        if !self.is_left(before) {
            *self = Self::default();
        }
        self.left = Some(Arc::clone(after));
        if same(before, after) {
            return;
        }
        match Edit::read(sentence) {
            Some(Edit::Undo) => step(&mut self.back, &mut self.forward, before, after),
            Some(Edit::Redo) => step(&mut self.forward, &mut self.back, before, after),
            // Said in other words it may have gone back as well; then nothing is known any more.
            None if self.leads_to(after) => (self.back, self.forward) = Default::default(),
            _ => {
                self.forward.clear();
                self.back.push(Arc::clone(before));
                let excess = self.back.len().saturating_sub(MOST);
                self.back.drain(..excess);
            }
        }
    }

    fn is_left(&self, draft: &Arc<Draft>) -> bool {
        self.left.as_ref().is_none_or(|left| same(left, draft))
    }

    fn leads_to(&self, after: &Arc<Draft>) -> bool {
        self.back.iter().chain(&self.forward).any(|known| same(known, after))
    }
}

/// One film goes from the list that led to it, and the one that was left goes to the other list. What
/// came instead of it is not on any list, so then neither holds.
fn step(
    from: &mut Vec<Arc<Draft>>,
    to: &mut Vec<Arc<Draft>>,
    before: &Arc<Draft>,
    after: &Arc<Draft>,
) {
    match from.pop() {
        Some(wanted) if !same(&wanted, after) => {
            from.clear();
            to.clear();
        }
        _ => to.push(Arc::clone(before)),
    }
}

fn same(one: &Arc<Draft>, other: &Arc<Draft>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Arc<Draft> {
        Arc::new(Draft { title: Some(name.to_owned()), ..Draft::default() })
    }

    fn title(draft: Option<Arc<Draft>>) -> Option<String> {
        draft.and_then(|draft| draft.title.clone())
    }

    /// Turns, as sentences and the films that they led to, from a film named `a`.
    fn after(turns: &[(&str, &str)]) -> (Option<String>, Option<String>) {
        let mut steps = Steps::default();
        let mut now = named("a");
        for (sentence, film) in turns {
            let next = named(film);
            steps.took(sentence, &now, &next);
            now = next;
        }
        (title(steps.wanted(&Edit::Undo, &now)), title(steps.wanted(&Edit::Redo, &now)))
    }

    fn known(undo: &str, redo: &str) -> (Option<String>, Option<String>) {
        let name = |name: &str| (!name.is_empty()).then(|| name.to_owned());
        (name(undo), name(redo))
    }

    #[test]
    fn undo_leads_to_the_film_before_the_last_change_and_redo_to_the_one_after() {
        assert_eq!(after(&[]), known("", ""));
        assert_eq!(after(&[("cut", "b")]), known("a", ""));
        assert_eq!(after(&[("cut", "b"), ("how long is it?", "b")]), known("a", ""));
        assert_eq!(after(&[("cut", "b"), ("cut", "c"), ("undo", "b")]), known("a", "c"));
        assert_eq!(after(&[("cut", "b"), ("撤销", "a"), ("redo", "b")]), known("a", ""));
        assert_eq!(after(&[("cut", "b"), ("undo", "a"), ("cut", "c")]), known("a", ""));
    }

    #[test]
    fn what_is_not_known_is_not_claimed() {
        assert_eq!(after(&[("undo", "b")]), known("", "a"), "a step of an earlier run");
        assert_eq!(after(&[("cut", "b"), ("undo", "c")]), known("", ""), "not what was there");
        assert_eq!(after(&[("cut", "b"), ("take it back", "a")]), known("", ""));
        let mut steps = Steps::default();
        steps.took("cut", &named("a"), &named("b"));
        assert_eq!(steps.wanted(&Edit::Undo, &named("x")), None, "somebody else changed it");
        steps.took("cut", &named("x"), &named("y"));
        assert_eq!(title(steps.wanted(&Edit::Undo, &named("y"))), Some("x".into()));
    }
}
