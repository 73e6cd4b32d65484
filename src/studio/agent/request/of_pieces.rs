//! Which pieces a wish is of, where it is one that is of any number of them.

use super::{Reference, Request, Sounding};

impl Request {
    /// The pieces of a wish that can be of several, or of all: of all where none is named.
    pub(in super::super) fn of_pieces(&self) -> Option<&[Reference]> {
        match self {
            Self::Remove(of)
            | Self::Detach(of)
            | Self::Relength { of, .. }
            | Self::Look { of, .. }
            | Self::Camera { of, .. }
            | Self::Fit { of, .. }
            | Self::Pace { of, .. }
            | Self::Hasten { of, .. }
            | Self::Backwards { of, .. }
            | Self::Volume { of: Sounding::Clips(of), .. } => Some(of),
            Self::Adjust(adjust) => Some(&adjust.of),
            _ => None,
        }
    }
}
