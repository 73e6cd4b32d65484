//! What a person marked on the film: a range, and places to come back to.

use crate::draft::Millis;

/// In and out point on the timeline, and markers. They belong to the person, not to the draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// First moment of the marked range.
    pub in_point: Option<Millis>,
    /// One past the last moment of the marked range.
    pub out_point: Option<Millis>,
    /// Places to come back to, in order of their time, one at a time.
    pub markers: Vec<Marker>,
}

/// A place on the film with a word to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// Where.
    pub at: Millis,
    /// What for; empty where nothing was said.
    pub name: String,
}
