//! Keys that are pressed one after the other, such as `g g`; most often it is one.

use std::fmt;

use super::super::Key;
use super::spelling::{self, Misspelt};

/// One key or a few, in their order. Never none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sequence(Vec<Key>);

/// Longer ones are learnt by nobody, and the list of what may follow a key stays small.
const LONGEST: usize = 3;

impl Sequence {
    /// Reads what people write: `Ctrl-E`, `g g`.
    ///
    /// # Errors
    /// The word that is no key, or the number of keys where there are none or too many.
    pub fn parse(text: &str) -> Result<Self, Misspelt> {
        let keys: Result<Vec<Key>, Misspelt> =
            text.split_whitespace().map(spelling::parse).collect();
        let keys = keys?;
        match keys.len() {
            1..=LONGEST => Ok(Self(keys)),
            count => Err(Misspelt::Count { text: text.to_owned(), count, most: LONGEST }),
        }
    }

    /// Its keys.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.0
    }

    /// What follows these keys in it; nothing where it does not begin with them or ends there.
    #[must_use]
    pub fn after(&self, before: &[Key]) -> Option<Key> {
        let rest = self.0.strip_prefix(before)?;
        rest.first().copied()
    }

    /// Whether pressing one of the two would always mean, or begin, the other.
    #[must_use]
    pub fn clashes_with(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }
}

impl From<&[Key]> for Sequence {
    fn from(keys: &[Key]) -> Self {
        Self(keys.to_vec())
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, key) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{key}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Sequence {
        Sequence::parse(text).expect("a sequence")
    }

    #[test]
    fn a_sequence_reads_as_it_is_written() {
        for text in ["g g", "Space e", "Ctrl-X Ctrl-E", "G"] {
            assert_eq!(parsed(text).to_string(), text);
        }
        assert!(matches!(Sequence::parse(" "), Err(Misspelt::Count { count: 0, .. })));
        assert!(matches!(Sequence::parse("a b c d"), Err(Misspelt::Count { count: 4, .. })));
    }

    #[test]
    fn what_follows_a_beginning_is_its_next_key() {
        let sequence = parsed("g e");
        assert_eq!(sequence.after(&[]), Some(Key::letter('g')));
        assert_eq!(sequence.after(&[Key::letter('g')]), Some(Key::letter('e')));
        assert_eq!(sequence.after(&[Key::letter('g'), Key::letter('e')]), None);
        assert_eq!(sequence.after(&[Key::letter('e')]), None);
    }

    #[test]
    fn a_key_alone_clashes_with_what_begins_with_it() {
        assert!(parsed("g").clashes_with(&parsed("g g")));
        assert!(parsed("g g").clashes_with(&parsed("g")));
        assert!(!parsed("g g").clashes_with(&parsed("g e")));
    }
}
