//! A part of a sentence as what stands in it, and what it may be of.

use super::super::sense::Verb;
use super::before::Before;
use super::slots::{Kind, Slot};

/// Verbs that say no more than that something is to be so.
pub const MAKES: [Kind; 5] = [
    Kind::Verb(Verb::Change),
    Kind::Verb(Verb::Make),
    Kind::Verb(Verb::Add),
    Kind::Verb(Verb::Use),
    Kind::Verb(Verb::Show),
];

/// A part of a sentence.
pub struct Part<'a> {
    /// What stands in it.
    pub there: &'a [Slot],
    /// The pieces that it names, or else those that were named last.
    pub of: Vec<String>,
    /// What was told before it.
    pub before: &'a Before,
    is_shown: &'a dyn Fn(&str) -> bool,
}

impl<'a> Part<'a> {
    /// What is not known beside no piece may be the one that it is of.
    pub fn new(there: &'a [Slot], before: &'a Before, is_shown: &'a dyn Fn(&str) -> bool) -> Self {
        let pieces = texts(there, &Kind::Piece);
        let strange = has(there, &Kind::Unknown) && !has(there, &Kind::It);
        let of = if pieces.is_empty() && !strange { before.pieces.clone() } else { pieces };
        Self { there, of, before, is_shown }
    }

    /// Some of it, by itself.
    pub fn of_these<'b>(&'b self, there: &'b [Slot]) -> Part<'b> {
        Part { there, of: texts(there, &Kind::Piece), before: self.before, is_shown: self.is_shown }
    }

    /// Whether a file is one of the pieces of the film.
    pub fn is_shown(&self, name: &str) -> bool {
        (self.is_shown)(name)
    }

    /// Whether this is there.
    pub fn has(&self, kind: &Kind) -> bool {
        has(self.there, kind)
    }

    /// Whether any of these is there.
    pub fn any(&self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.has(kind))
    }

    /// Whether nothing else is there, but for words that nobody knows and those that point.
    pub fn only(&self, kinds: &[&[Kind]]) -> bool {
        self.there.iter().all(|slot| {
            matches!(slot.kind, Kind::It | Kind::Unknown)
                || kinds.iter().any(|kinds| kinds.contains(&slot.kind))
        })
    }

    /// All of a kind, as they are said plainly.
    pub fn texts(&self, kind: &Kind) -> Vec<String> {
        texts(self.there, kind)
    }

    /// The only one of its kind.
    pub fn one(&self, kind: &Kind) -> Option<String> {
        let [only] = <[String; 1]>::try_from(self.texts(kind)).ok()?;
        Some(only)
    }

    /// The only one of its kind behind some words, or nothing. `None` where there are several.
    pub fn one_or_none(&self, words: &str, kind: &Kind) -> Option<String> {
        match self.texts(kind).as_slice() {
            [] => Some(String::new()),
            [only] => Some(format!(" {words} {only}")),
            _ => None,
        }
    }

    /// Whether every word of it is known.
    pub fn is_plain(&self) -> bool {
        !self.has(&Kind::Unknown)
    }

    /// Whether it says that it is wanted: by a verb for that or one of some others, by what it is to come to, or with no word that is strange.
    pub fn is_ordered(&self, verbs: &[Kind]) -> bool {
        let goal = |slot: &Slot| slot.to || slot.kind == Kind::Between;
        self.any(&MAKES) || self.any(verbs) || self.is_plain() || self.there.iter().any(goal)
    }

    /// Whether it says itself what it is of.
    pub fn says_of_what(&self) -> bool {
        self.any(&[Kind::Piece, Kind::It])
    }

    /// The pieces that it is of, with `and` between them.
    pub fn pieces(&self) -> Option<String> {
        (!self.of.is_empty()).then(|| self.of.join(" and "))
    }
}

/// Whether this is there.
pub fn has(there: &[Slot], kind: &Kind) -> bool {
    there.iter().any(|slot| slot.kind == *kind)
}

/// All of a kind, as they are said plainly.
pub fn texts(there: &[Slot], kind: &Kind) -> Vec<String> {
    there.iter().filter(|slot| slot.kind == *kind).map(|slot| slot.text.clone()).collect()
}
