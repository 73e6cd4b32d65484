//! What can be chosen by a number while the message box is empty.

use std::path::{Path, PathBuf};

use crate::draft::Kind;
use crate::language::Problem;
use crate::link::{Command, ExportTo, Speaker};
use crate::ui::{format, words};

use super::super::{Effect, State};
use super::state::note;
use super::{Body, offers, say};

/// Something that a number stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Said as it stands.
    Say {
        /// As it is shown.
        label: String,
        /// What is said.
        sentence: String,
    },
    /// Put into the message box, to be completed.
    Begin {
        /// As it is shown.
        label: String,
        /// What is put there.
        sentence: String,
    },
    /// The film is exported over an existing file.
    Replace {
        /// As it is shown.
        label: String,
        /// The file.
        path: PathBuf,
    },
}

impl Choice {
    /// As it is shown.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Say { label, .. } | Self::Begin { label, .. } | Self::Replace { label, .. } => {
                label
            }
        }
    }

    /// The words that it stands for; none where it is an order of its own.
    fn sentence(&self) -> Option<&str> {
        match self {
            Self::Say { sentence, .. } | Self::Begin { sentence, .. } => Some(sentence),
            Self::Replace { .. } => None,
        }
    }
}

/// Numbers go from 1 to 9.
const MOST: usize = 9;

/// What the numbers stand for now: answers to a question, else what could be said next, else
/// sentences to start with.
pub(crate) fn choices(state: &State) -> Vec<Choice> {
    let chat = &state.chat;
    if let Some(question) = &chat.question {
        let options = question.options.iter().take(MOST);
        return options.map(|option| as_it_stands(option, option)).collect();
    }
    if let Some(path) = &chat.occupied {
        return ways_out(state, path);
    }
    if !chat.is_new() {
        return next(state);
    }
    let prompts = state.profile.prompts.iter().take(MOST);
    prompts.map(|prompt| begin(prompt, prompt)).collect()
}

/// What the answer offers, then what could be said next; nothing while a turn runs.
fn next(state: &State) -> Vec<Choice> {
    if state.chat.turn.is_some() {
        return Vec::new();
    }
    let mut found: Vec<Choice> = offers::choices(state).collect();
    for suggestion in &state.chat.suggestions {
        if !found.iter().any(|choice| choice.sentence() == suggestion.sentence()) {
            found.push(suggestion.clone());
        }
    }
    found.truncate(MOST);
    found
}

/// A number was pressed. `None` if it stands for nothing.
pub(crate) fn choose(state: &mut State, number: usize) -> Option<Vec<Effect>> {
    let choice = choices(state).into_iter().nth(number.checked_sub(1)?)?;
    Some(match choice {
        Choice::Say { sentence, .. } => {
            state.message.remember(&sentence);
            say::say(state, sentence)
        }
        Choice::Begin { sentence, .. } => {
            state.chat.occupied = None;
            state.message.write(&sentence);
            Vec::new()
        }
        Choice::Replace { path, .. } => {
            state.chat.occupied = None;
            vec![Effect::Tell(Command::Export(ExportTo::File { path, force: true }))]
        }
    })
}

/// An export met an existing file: what to do is asked, and nothing is done until it is answered.
pub(crate) fn ask_to_replace(state: &mut State, problem: &Problem, path: PathBuf) -> Vec<Effect> {
    let (what, _) = problem.sentences(state.language);
    let next = words::of(state.language).replace_or_rename.to_owned();
    let effect = note(state.now, Speaker::Problem, what.clone());
    state.chat.push(state.now, Body::Problem { what, next });
    state.chat.occupied = Some(path);
    vec![effect]
}

/// The two ways around an existing file.
fn ways_out(state: &State, path: &Path) -> Vec<Choice> {
    let words = words::of(state.language);
    let shown = format::path(path, state.home.as_deref());
    let other = beside(&shown);
    let other = if other.contains(' ') { format!("\"{other}\"") } else { other };
    let sentence = format!("{} {other}", words.other_name_sentence);
    vec![
        Choice::Replace { label: format!("{} {shown}", words.replace_it), path: path.to_owned() },
        Choice::Begin { label: words.other_name.to_owned(), sentence },
    ]
}

/// `~/promo.mp4` becomes `~/promo-2.mp4`: a beginning, to be changed or sent as it is.
fn beside(path: &str) -> String {
    match path.rsplit_once('.') {
        Some((name, ending)) if !ending.contains('/') => format!("{name}-2.{ending}"),
        _ => format!("{path}-2.mp4"),
    }
}

/// Offers what could be said next, where nothing is asked or waits.
pub(crate) fn suggest(state: &mut State) {
    if state.chat.queue.is_empty() && state.chat.question.is_none() && state.chat.turn.is_none() {
        state.chat.suggestions = suggestions(state);
    }
}

/// What the film lacks, and what is done with it when it lacks nothing.
fn suggestions(state: &State) -> Vec<Choice> {
    let words = words::of(state.language);
    let Some(draft) = state.timeline.draft().filter(|draft| draft.is_ready()) else {
        return Vec::new();
    };
    let holds =
        |kind| draft.tracks.iter().any(|track| track.kind == kind && !track.segments.is_empty());
    let mut found = Vec::new();
    if !holds(Kind::Text) {
        found.push(begin(words.next_title, words.next_title_sentence));
    }
    if !holds(Kind::Audio) {
        found.push(as_it_stands(words.next_music, words.next_music_sentence));
    }
    if draft.canvas.width > draft.canvas.height {
        found.push(as_it_stands(words.next_vertical, words.next_vertical_sentence));
    }
    // As it stands it is a file already.
    if state.jobs.exported.as_ref() != Some(draft) {
        found.push(as_it_stands(words.next_export, words.next_export_sentence));
    }
    found
}

fn as_it_stands(label: &str, sentence: &str) -> Choice {
    Choice::Say { label: label.to_owned(), sentence: sentence.to_owned() }
}

fn begin(label: &str, sentence: &str) -> Choice {
    Choice::Begin { label: label.to_owned(), sentence: sentence.to_owned() }
}
