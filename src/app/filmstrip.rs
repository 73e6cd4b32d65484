//! Small pictures in the lanes: which are asked for, and which are kept.
//!
//! Only what is seen is asked for, each picture once, one at a time from the left. What is seen is
//! looked up again only when the film, its part that is shown or the screen has changed, so that a key
//! costs the lanes nothing.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use ratatui::layout::Size;

use crate::draft::{Draft, Millis};
use crate::link::{Command, MediaItem, Picture, Still};
use crate::ui::words::preview as words;
use crate::ui::{self, Colours, Signs};

use super::{Connection, Depth, Effect, Pictures, State, chat, preview};

/// So many pictures are kept: some 84 bytes each, and far more than a screen shows.
const MOST: usize = 4096;

/// From this size on lanes are high anyway, and the strip is there without being asked for.
const ROOMY: Size = Size { width: 120, height: 48 };

/// Small pictures of the files, and whether they are shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilmstripState {
    /// Whether the person switched it on or off, which holds for the run.
    chosen: Option<bool>,
    /// By file and moment. None: there is no such picture.
    kept: HashMap<String, HashMap<Millis, Option<Arc<Picture>>>>,
    /// The same, the oldest first.
    oldest: VecDeque<(String, Millis)>,
    /// Files that are one picture at any moment.
    still: HashSet<String>,
    /// What is seen and not known yet.
    wanted: VecDeque<Still>,
    /// For what these were looked up.
    seen: Option<Seen>,
    /// The one that was asked for.
    waiting: Option<Still>,
}

/// What decides which pictures are seen.
#[derive(Debug, Clone)]
struct Seen {
    draft: Arc<Draft>,
    left: Millis,
    micros: u64,
    top: usize,
    size: Size,
    lane_rows: u16,
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        let place = |seen: &Self| (seen.left, seen.micros, seen.top, seen.size, seen.lane_rows);
        Arc::ptr_eq(&self.draft, &other.draft) && place(self) == place(other)
    }
}

impl FilmstripState {
    /// The picture of a file near a moment, where it has come.
    #[must_use]
    pub fn find(&self, file: &str, at: Millis) -> Option<&Picture> {
        self.kept.get(file)?.get(&at)?.as_deref()
    }

    /// Whether a file is the same at any moment.
    #[must_use]
    pub fn is_still(&self, file: &str) -> bool {
        self.still.contains(file)
    }

    fn is_known(&self, file: &str, at: Millis) -> bool {
        self.kept.get(file).is_some_and(|of_file| of_file.contains_key(&at))
    }

    fn keep(&mut self, still: Still, picture: Option<Arc<Picture>>) {
        let (file, at) = (still.file, still.at);
        if self.kept.entry(file.clone()).or_default().insert(at, picture).is_some() {
            return;
        }
        self.oldest.push_back((file, at));
        if self.oldest.len() > MOST
            && let Some((file, at)) = self.oldest.pop_front()
            && let Some(of_file) = self.kept.get_mut(&file)
        {
            of_file.remove(&at);
        }
    }

    /// The session's files, as they are now.
    pub(super) fn know_files(&mut self, items: &[MediaItem]) {
        let still = items.iter().filter(|item| item.file_type == "image");
        self.still = still.map(|item| item.filename.clone()).collect();
    }

    /// A session was opened: what was asked for before will not come.
    pub(super) fn arrive(&mut self) {
        (self.waiting, self.seen) = (None, None);
    }

    /// Another session has other files; the choice stays.
    pub(super) fn begin_again(&mut self) {
        *self = Self { chosen: self.chosen, ..Self::default() };
    }
}

/// Whether the lanes show small pictures: as the person wants it, else where they are high, on a line
/// that is known to be quick.
#[must_use]
pub fn is_on(state: &State) -> bool {
    let roomy = state.size.width >= ROOMY.width && state.size.height >= ROOMY.height;
    let unasked = roomy && state.preview.is_quick() == Some(true);
    is_possible(state) && state.pictures.filmstrip.chosen.unwrap_or(unasked)
}

/// Whether somebody makes such pictures, and the terminal has the colours for them.
fn is_possible(state: &State) -> bool {
    let look = &state.look;
    preview::is_from_studio(state)
        && look.pictures != Pictures::Off
        && look.colours != Colours::None
        && look.signs != Signs::Ascii
        && state.preview.depth == Depth::True
}

/// Shows or hides it. Where it cannot be seen the chat says why.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    if !is_possible(state) {
        return chat::tell(
            state,
            words::no_filmstrip(state.language, !preview::is_from_studio(state)).to_owned(),
        );
    }
    let on = !is_on(state);
    state.pictures.filmstrip.chosen = Some(on);
    if on && !ui::has_filmstrip(state) {
        return chat::tell(state, words::small_filmstrip(state.language).to_owned());
    }
    Vec::new()
}

/// Takes a picture, or the word that there is none.
pub(super) fn told(state: &mut State, still: Still, picture: Option<Arc<Picture>>) {
    let strip = &mut state.pictures.filmstrip;
    strip.waiting.take_if(|waiting| *waiting == still);
    strip.keep(still, picture);
}

/// The order for the next picture that is seen and not known.
pub(super) fn ask(state: &mut State) -> Option<Effect> {
    let waits = state.pictures.filmstrip.waiting.is_some();
    if waits || state.status.connection != Connection::Connected || !is_on(state) {
        return None;
    }
    let timeline = &state.timeline;
    let seen = Seen {
        draft: Arc::clone(timeline.shown().draft()?),
        left: timeline.left,
        micros: timeline.zoom.micros(timeline.shown().duration(), ui::lane_cols(state)),
        top: timeline.top,
        size: state.size,
        lane_rows: state.areas().lane_rows,
    };
    if state.pictures.filmstrip.seen.as_ref() != Some(&seen) {
        state.pictures.filmstrip.wanted = ui::filmstrip_wishes(state).into();
        state.pictures.filmstrip.seen = Some(seen);
    }
    let strip = &mut state.pictures.filmstrip;
    let next = loop {
        let wish = strip.wanted.pop_front()?;
        if !strip.is_known(&wish.file, wish.at) {
            break wish;
        }
    };
    strip.waiting = Some(next.clone());
    Some(Effect::Tell(Command::Thumbnail(next)))
}

#[cfg(test)]
mod tests;
