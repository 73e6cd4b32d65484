//! What can be chosen by a number while the message box is empty.

use std::path::{Path, PathBuf};

use crate::draft::Kind;
use crate::language::Problem;
use crate::link::{Command, SessionChoice, Speaker};
use crate::ui::{format, words};

use super::super::{Effect, State};
use super::state::note;
use super::{Body, Question, asked, offers, say};

/// Something that a number stands for.
#[derive(Debug, Clone, PartialEq)]
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
    /// Answers what is asked.
    Answer(String),
    /// Marks an option of a question of which several can be chosen, or takes the mark away.
    Mark {
        /// As it is shown.
        label: String,
        /// Which option, counted from 0.
        option: usize,
    },
    /// Ordered from the link.
    Do {
        /// As it is shown.
        label: String,
        /// What is ordered.
        order: Command,
    },
}

impl Choice {
    /// As it is shown.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Answer(label)
            | Self::Say { label, .. }
            | Self::Begin { label, .. }
            | Self::Replace { label, .. }
            | Self::Mark { label, .. }
            | Self::Do { label, .. } => label,
        }
    }

    /// The words that it stands for; none where it is an order of its own.
    fn sentence(&self) -> Option<&str> {
        match self {
            Self::Say { sentence, .. } | Self::Begin { sentence, .. } => Some(sentence),
            Self::Answer(_) | Self::Replace { .. } | Self::Mark { .. } | Self::Do { .. } => None,
        }
    }
}

/// Numbers go from 1 to 9.
const MOST: usize = 9;

/// What the numbers stand for now: answers to a question, else what is offered and what could be said
/// next, else sentences to start with.
pub(crate) fn choices(state: &State) -> Vec<Choice> {
    let chat = &state.chat;
    if let Some(question) = &chat.question {
        return answers(question);
    }
    if let Some(path) = &chat.occupied {
        return ways_out(state, path);
    }
    if !chat.is_new() || chat.has_follow_ups() {
        return next(state);
    }
    let prompts = state.profile.prompts.iter().map(|prompt| begin(prompt, prompt));
    let earlier = state.chat.earlier.iter().map(|session| Choice::Do {
        label: session.title.clone(),
        order: Command::Switch(SessionChoice::Id(session.id.clone())),
    });
    prompts.chain(earlier).take(MOST).collect()
}

/// What follows from what has just happened, what the answer offers, then what could be said next;
/// nothing while a turn runs.
fn next(state: &State) -> Vec<Choice> {
    if state.chat.turn.is_some() {
        return Vec::new();
    }
    let follow_ups = state.chat.follow_ups.iter().cloned();
    let mut found: Vec<Choice> = Vec::new();
    for choice in follow_ups.chain(offers::choices(state)).chain(state.chat.suggestions.clone()) {
        let said = choice.sentence();
        let is_known = |known: &Choice| known.sentence() == said;
        if said.is_none() || !found.iter().any(is_known) {
            found.push(choice);
        }
    }
    found.truncate(MOST);
    found
}

fn answers(question: &Question) -> Vec<Choice> {
    let options = question.options.iter().take(MOST).enumerate();
    let choice = |(option, words): (usize, &String)| match &question.marked {
        None => Choice::Answer(words.clone()),
        Some(marked) => {
            let mark = if marked.contains(&option) { "[x]" } else { "[ ]" };
            Choice::Mark { label: format!("{mark} {words}"), option }
        }
    };
    options.map(choice).collect()
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
            vec![Effect::Tell(Command::Export(say::export_to(state, path, true)))]
        }
        Choice::Answer(answer) => {
            state.message.remember(&answer);
            asked::answer(state, answer)
        }
        Choice::Mark { option, .. } => {
            asked::mark(state, option);
            Vec::new()
        }
        Choice::Do { order, label } => {
            state.chat.follow_ups.retain(|offer| offer.label() != label);
            vec![Effect::Tell(order)]
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
    let Some(draft) = state.history.now().filter(|draft| draft.is_ready()) else {
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

/// Sentences that are offered, each as it stands.
pub(super) fn offer_sentences(state: &mut State, sentences: Vec<String>) {
    let offers = sentences.iter().map(|sentence| as_it_stands(sentence, sentence));
    state.chat.follow_ups.extend(offers);
}

/// A message of which nobody knows whether it was done: only the person can decide to send it again.
pub(super) fn offer_again(state: &mut State, said: &str) {
    let label = words::of(state.language).send_again;
    state.chat.follow_ups.push(as_it_stands(label, said));
}

/// The files of a session that the server has lost, for the one that took its place; and the message
/// that it refused, which was not done.
pub(crate) fn offer_files_again(state: &mut State, files: Vec<PathBuf>, refused: Option<String>) {
    if !files.is_empty() {
        let label = words::earlier::add_again(state.language, files.len());
        state.chat.follow_ups.push(Choice::Do { label, order: Command::Upload(files) });
    }
    if let Some(said) = refused {
        let label = words::earlier::say_again(state.language, &said);
        state.chat.follow_ups.push(Choice::Say { label, sentence: said });
    }
}

fn as_it_stands(label: &str, sentence: &str) -> Choice {
    Choice::Say { label: label.to_owned(), sentence: sentence.to_owned() }
}

fn begin(label: &str, sentence: &str) -> Choice {
    Choice::Begin { label: label.to_owned(), sentence: sentence.to_owned() }
}
