//! What a sentence asks of the program itself, before anything is sent to the agent.
//!
//! The decision is about the whole request: `export it as mp4` is an export, while
//! `add a title saying "Export 2026"` is an edit that happens to hold the word. So a sentence is an
//! order to the program only when *every* word of it belongs to that order; one word more, and it
//! goes to the agent, who is the one to understand the rest.

mod chinese;
mod english;
mod paths;

use std::path::PathBuf;

use super::Language;

pub use paths::{words_as_names, words_as_paths};

/// Where a sentence goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Render the film and save it; into this file, where one is named.
    Export {
        /// As the user wrote it.
        path: Option<PathBuf>,
    },
    /// Show the credits.
    Credits,
    /// Show what is on the timeline.
    Status,
    /// Add these files; none named means: say how it is done.
    Upload(Vec<String>),
    /// Anything else.
    Agent,
}

/// Decides where a sentence goes.
#[must_use]
pub fn route(sentence: &str) -> Route {
    let sentence = sentence.trim();
    if let Some(paths) = paths::upload(sentence) {
        return Route::Upload(paths);
    }
    let found = match Language::of_sentence(sentence) {
        Some(Language::Chinese) => chinese::order(sentence),
        _ => english::order(sentence),
    };
    found.unwrap_or(Route::Agent)
}

/// The endings of what a film can be saved as, its sound and a frame of it included.
const FILMS: [&str; 11] =
    ["mp4", "mov", "webm", "mkv", "gif", "m4a", "mp3", "wav", "png", "jpg", "jpeg"];

/// A word that can only be the name of a film to be saved.
fn film_path(word: &str) -> Option<PathBuf> {
    let name = word.trim_matches(|letter| matches!(letter, '"' | '\'' | '“' | '”' | '「' | '」'));
    let (stem, ending) = name.rsplit_once('.')?;
    let known = FILMS.contains(&ending.to_ascii_lowercase().as_str());
    (known && !stem.is_empty()).then(|| PathBuf::from(name))
}

#[cfg(test)]
mod tests;
