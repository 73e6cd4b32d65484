//! What the timeline knows.

use std::sync::Arc;

use crate::draft::{Draft, Kind, Millis, Track};

use super::edit::{Ahead, Expected, follow};
use super::rows::rows_after;
use super::{
    Changed, Chosen, EditState, Entry, Film, Index, Marks, Snapping, TrackIndex, Transport, Zoom,
};

/// The film and how it is looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimelineState {
    /// The film as last polled.
    pub(super) film: Film,
    /// What an edit under way is expected to make of it: drawn, and nothing else.
    pub(super) expected: Option<Expected>,
    /// The same with the keys that are held.
    pub(super) ahead: Option<Box<Ahead>>,
    /// The current moment.
    pub playhead: Millis,
    /// How much time a column shows.
    pub zoom: Zoom,
    /// How much it was before the whole film was shown.
    pub(super) closer: Option<Zoom>,
    /// The moment at the left edge.
    pub left: Millis,
    /// The row of the selected track, from the top.
    pub track: usize,
    /// The first row that is seen.
    pub top: usize,
    /// What the person marked.
    pub marks: Marks,
    /// Several clips that are meant together.
    pub(super) chosen: Option<Chosen>,
    /// Whether moments snap to what is near.
    pub snapping: Snapping,
    /// What the last turn changed, until the next key.
    pub changed: Changed,
    /// Whether it plays.
    pub transport: Transport,
    /// Edits under way.
    pub edits: EditState,
    /// The line to write in, while it is open.
    pub entry: Option<Entry>,
}

impl TimelineState {
    /// The film as last polled.
    #[must_use]
    pub fn draft(&self) -> Option<&Arc<Draft>> {
        self.film.draft()
    }

    /// The film's index.
    #[must_use]
    pub fn index(&self) -> &Index {
        self.film.index()
    }

    /// The film's tracks.
    #[must_use]
    pub fn tracks(&self) -> &[Track] {
        self.film.tracks()
    }

    /// When the film ends.
    #[must_use]
    pub fn duration(&self) -> Millis {
        self.film.duration()
    }

    /// The track in a row of the screen, with its index.
    #[must_use]
    pub fn row(&self, row: usize) -> Option<(&Track, &TrackIndex)> {
        self.film.row(row)
    }

    /// The selected track with its index.
    #[must_use]
    pub fn selected_track(&self) -> Option<(&Track, &TrackIndex)> {
        self.row(self.track)
    }

    /// A turn has ended that began with this film, or with none: what it changed is shown.
    pub fn show_changes(&mut self, before: Option<&Draft>) {
        let Some(after) = self.film.draft() else { return };
        let nothing = Draft::default();
        self.changed = Changed::between(before.unwrap_or(&nothing), after);
    }

    /// Takes a new draft, or none. What is looked at stays, as far as it is still there.
    pub fn replace(&mut self, draft: Option<Arc<Draft>>) {
        let is_first = self.tracks().is_empty();
        let film = Film::of(draft);
        let is_same = self.film.draft() == film.draft();
        if let (Some(before), Some(after), false) = (self.draft().cloned(), film.draft(), is_same) {
            let rows = rows_after((&before, self.index()), (after, film.index()));
            self.edits.move_rows(&rows);
            self.track = rows.get(self.track).copied().flatten().unwrap_or(self.track);
            follow(self, &before, after);
        }
        if !is_same {
            self.choose_in(&film);
        }
        match film.draft() {
            Some(draft) => self.changed.locate(draft),
            None => self.changed = Changed::default(),
        }
        self.film = film;
        if !is_same {
            (self.expected, self.ahead) = (None, None);
        }
        self.playhead = self.playhead.min(self.duration());
        if is_first {
            let is_video = |row: &usize| self.tracks()[*row].kind == Kind::Video;
            let pictures = self.index().rows.iter().rposition(is_video);
            self.track = pictures.unwrap_or_default();
        }
        let last = self.tracks().len().saturating_sub(1);
        self.track = self.track.min(last);
        self.top = self.top.min(last);
    }
}
