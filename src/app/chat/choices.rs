//! What can be chosen by a number while the message box is empty.

use crate::draft::Kind;
use crate::ui::words;

use super::super::{Effect, State};
use super::{offers, say};

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
}

impl Choice {
    /// As it is shown.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Say { label, .. } | Self::Begin { label, .. } => label,
        }
    }

    fn sentence(&self) -> &str {
        match self {
            Self::Say { sentence, .. } | Self::Begin { sentence, .. } => sentence,
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
            state.message.write(&sentence);
            Vec::new()
        }
    })
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
