//! Which files the pane lists: all, or those that fit a few letters, the best first.
//!
//! The letters are written in a line over the list. Enter keeps the list as it is and gives the keys
//! back to the pane; Esc shows all files again.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::language::Language;
use crate::link::MediaItem;
use crate::ui::words;

use super::actions::{self, Action, AppAction, MessageAction};
use super::{Effect, Focus, Key, MediaState, State, listing};

/// What the list is narrowed by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MediaFilter {
    /// The letters.
    pub query: String,
    /// Whether they are still being written.
    pub typing: bool,
    /// The places of the files that fit, the best first.
    found: Vec<usize>,
}

impl MediaState {
    /// How many files are listed.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.filter.as_ref().map_or(self.items.len(), |filter| filter.found.len())
    }

    /// The file in a line of the list.
    #[must_use]
    pub fn at(&self, line: usize) -> Option<&MediaItem> {
        self.items.get(self.place(line)?)
    }

    fn place(&self, line: usize) -> Option<usize> {
        match &self.filter {
            Some(filter) => filter.found.get(line).copied(),
            None => Some(line),
        }
    }

    /// Whether letters narrow the list now.
    #[must_use]
    pub fn is_filtering(&self) -> bool {
        self.filter.as_ref().is_some_and(|filter| filter.typing)
    }

    pub(super) fn last(&self) -> usize {
        self.listed().saturating_sub(1)
    }

    /// Looks again which files fit. The keys mean the file of this name, or the best.
    pub(super) fn look(&mut self, chosen: Option<&str>) {
        if let Some(filter) = &mut self.filter {
            filter.found = fitting(&self.items, &filter.query);
        }
        let named = |line: &usize| self.at(*line).map(|item| &*item.filename) == chosen;
        let lines = [self.selected].into_iter().chain(0..self.listed());
        let known = chosen.and_then(|_| lines.into_iter().find(named));
        self.selected = known.unwrap_or(0);
    }
}

/// What is found by its name stands before what is found by its kind. Without letters everything fits,
/// in its order.
pub(super) fn fitting(items: &[MediaItem], query: &str) -> Vec<usize> {
    let (fuzzy, smart) = (AtomKind::Fuzzy, Normalization::Smart);
    let by_name = Pattern::new(query, CaseMatching::Ignore, smart, fuzzy);
    let wanted = query.trim().to_lowercase();
    let (mut matcher, mut buffer) = (Matcher::new(Config::DEFAULT.match_paths()), Vec::new());
    let fit = |(place, item): (usize, &MediaItem)| {
        let name = Utf32Str::new(&item.filename, &mut buffer);
        if let Some(score) = by_name.score(name, &mut matcher) {
            return Some(((true, score), place));
        }
        let fits = kind_words(&item.file_type).contains(&wanted);
        fits.then_some(((false, 0), place))
    };
    let mut found: Vec<_> = items.iter().enumerate().filter_map(fit).collect();
    found.sort_by_key(|(rank, _)| Reverse(*rank));
    found.into_iter().map(|(_, place)| place).collect()
}

/// A kind as the service calls it, and as it stands on the screen.
fn kind_words(kind: &str) -> String {
    let said = |language| {
        let words = words::of(language);
        match kind {
            "audio" => words.kind_audio,
            "image" => words.kind_image,
            "subtitles" => words.kind_subtitles,
            _ => words.kind_video,
        }
    };
    format!("{kind} {} {}", said(Language::English), said(Language::Chinese))
}

/// Begins to write letters, or goes on with those that stand there.
pub(super) fn open(state: &mut State) {
    let media = &mut state.media;
    if media.items.is_empty() {
        return;
    }
    let chosen = media.chosen().map(|item| item.filename.clone());
    media.filter.get_or_insert_default().typing = true;
    media.look(chosen.as_deref());
}

/// A key while letters are being written. `None` if it is for somebody else.
pub(super) fn pressed(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let page = usize::from(state.areas().media.height.saturating_sub(2)).max(1);
    let media = &mut state.media;
    let (selected, last) = (media.selected, media.last());
    let filter = media.filter.as_mut().filter(|filter| filter.typing)?;
    let action = actions::find(Focus::Message, key);
    if let Some(line) = action.and_then(|action| listing::moved(selected, last, action, page)) {
        media.selected = line;
        return Some(Vec::new());
    }
    match action {
        Some(Action::Message(MessageAction::Send)) => {
            filter.typing = false;
            if filter.query.is_empty() {
                close(state);
            }
        }
        Some(Action::App(AppAction::Stop | AppAction::Interrupt)) => drop(close(state)),
        _ if listing::edit(&mut filter.query, key, action) => media.look(None),
        Some(Action::Message(_)) => {}
        _ => {
            filter.typing = false;
            return None;
        }
    }
    Some(Vec::new())
}

/// Pasted words narrow the list. `false` if nothing is being written.
pub(super) fn pasted(state: &mut State, text: &str) -> bool {
    let filter = state.media.filter.as_mut().filter(|filter| filter.typing);
    let Some(filter) = filter else { return false };
    filter.query.push_str(text.lines().next().unwrap_or_default());
    state.media.look(None);
    true
}

/// All files are listed again, and the keys mean the same one. `false` if all were.
pub(super) fn close(state: &mut State) -> bool {
    let media = &mut state.media;
    let place = media.place(media.selected);
    let was = media.filter.take().is_some();
    if let Some(place) = place.filter(|_| was) {
        media.selected = place;
    }
    was
}
