//! Names of things in a draft, so that two kinds of name cannot be mixed up.

use std::fmt;
use std::sync::Arc;

/// The name of a segment, unique in its draft.
///
/// The contract does not promise that segments have one. Where the draft gives none, the segment is
/// named by its place (`@0.3`: first track, fourth segment); such a name is never written back. Copies share
/// their letters: whole films are copied, and compared with their copies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentId(Arc<str>);

impl SegmentId {
    /// A name as the draft gives it.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self(Arc::from(name.into()))
    }

    /// The name of a segment whose draft gives it none.
    #[must_use]
    pub fn by_place(track: usize, segment: usize) -> Self {
        Self(Arc::from(format!("@{track}.{segment}")))
    }

    /// Whether the draft itself gave no name.
    #[must_use]
    pub fn is_by_place(&self) -> bool {
        self.0.starts_with('@')
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SegmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
