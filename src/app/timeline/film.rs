//! A film as the timeline walks and draws it: a draft with its index.

use std::sync::Arc;

use crate::draft::{Draft, Millis, Track};

use super::{Index, TrackIndex};

/// A draft, or none, with its index.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Film {
    draft: Option<Arc<Draft>>,
    index: Arc<Index>,
}

impl Film {
    pub(super) fn of(draft: Option<Arc<Draft>>) -> Self {
        let index = Arc::new(draft.as_deref().map(Index::of).unwrap_or_default());
        Self { draft, index }
    }

    /// The draft.
    #[must_use]
    pub fn draft(&self) -> Option<&Arc<Draft>> {
        self.draft.as_ref()
    }

    /// The draft, to be taken.
    pub(super) fn into_draft(self) -> Option<Arc<Draft>> {
        self.draft
    }

    /// Its index.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Its tracks.
    #[must_use]
    pub fn tracks(&self) -> &[Track] {
        self.draft.as_ref().map_or(&[], |draft| &draft.tracks)
    }

    /// When it ends.
    #[must_use]
    pub fn duration(&self) -> Millis {
        self.index.duration
    }

    /// The track in a row of the screen, with its index.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<(&Track, &TrackIndex)> {
        let place = *self.index.rows.get(row)?;
        Some((self.tracks().get(place)?, self.index.tracks.get(place)?))
    }
}
