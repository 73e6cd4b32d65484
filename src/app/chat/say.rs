//! What a person says: to the agent, or to the program itself.

use std::path::PathBuf;

use crate::draft;
use crate::language::{Route, route};
use crate::link::{Command, Credits, ExportTo, Speaker};
use crate::ui::layout::Tab;
use crate::ui::words;

use super::super::{Effect, Focus, State, paste};
use super::state::note;
use super::{Body, Phase, Queued, Scroll, Turn, tell};

/// Enter in the message box.
pub(crate) fn submit(state: &mut State) -> Vec<Effect> {
    let text = state.message.take();
    if text.is_empty() {
        return Vec::new();
    }
    say(state, text)
}

/// A sentence, wherever it came from: to the program if it is an order to it, else to the agent.
pub(crate) fn say(state: &mut State, text: String) -> Vec<Effect> {
    state.chat.scroll = Scroll::Follow;
    state.tab = Tab::Chat;
    let asked = route(&text);
    if asked == Route::Agent {
        return say_to_agent(state, text);
    }
    state.chat.push(state.now, Body::User(text.clone()));
    let mut effects = vec![note(state.now, Speaker::User, text)];
    effects.extend(match asked {
        Route::Export { path } => export(state, path),
        Route::Credits => ask_credits(state),
        Route::Status => show_status(state),
        Route::Upload(words) => upload(state, &words),
        Route::Agent => Vec::new(),
    });
    effects
}

fn say_to_agent(state: &mut State, text: String) -> Vec<Effect> {
    let chat = &mut state.chat;
    chat.question = None;
    chat.suggestions.clear();
    let turn = chat.next_turn();
    let told = state.status.has_session();
    if told && chat.turn.is_none() {
        chat.push(state.now, Body::User(text.clone()));
        begin(state, turn);
    } else {
        chat.queue.push(Queued { id: turn, text: text.clone(), told });
    }
    if told { vec![Effect::Tell(Command::Say { turn, text })] } else { Vec::new() }
}

/// The turn is the one that runs.
pub(super) fn begin(state: &mut State, id: crate::link::TurnId) {
    state.chat.turn = Some(Turn {
        id,
        since: state.now.steady,
        phase: Phase::Sent,
        activity: None,
        before: state.timeline.draft().cloned(),
    });
}

/// Asks for the film as a file: this one, or a free name in the usual folder.
pub(crate) fn export(state: &mut State, path: Option<PathBuf>) -> Vec<Effect> {
    let to = match path {
        Some(path) => {
            let path = paste::at_home(&path.to_string_lossy(), state.home.as_deref());
            ExportTo::File { path, force: false }
        }
        None => ExportTo::Folder(state.output.clone()),
    };
    vec![Effect::Tell(Command::Export(to))]
}

fn ask_credits(state: &mut State) -> Vec<Effect> {
    state.status.credits_asked = true;
    vec![Effect::Tell(Command::AskCredits)]
}

/// The credits have come; they are said if somebody asked.
pub(crate) fn tell_credits(state: &mut State, credits: Credits) -> Vec<Effect> {
    let line = words::credits_line(state.language, &credits);
    state.status.credits = Some(credits);
    if !std::mem::take(&mut state.status.credits_asked) {
        return Vec::new();
    }
    tell(state, line)
}

fn show_status(state: &mut State) -> Vec<Effect> {
    let words = words::of(state.language);
    let line = match state.timeline.draft() {
        Some(draft) if draft.is_ready() => draft::summary(draft),
        _ => words.empty_timeline.to_owned(),
    };
    let mut effects = tell(state, line);
    effects.push(Effect::Tell(Command::AskState));
    effects
}

fn upload(state: &mut State, words: &[String]) -> Vec<Effect> {
    if words.is_empty() {
        let how = words::of(state.language).how_to_add.to_owned();
        return tell(state, how);
    }
    let home = state.home.as_deref();
    let paths = words.iter().map(|word| paste::at_home(word, home)).collect();
    add_files(state, paths)
}

/// Adds files to the session; before one is open they wait.
pub(crate) fn add_files(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    if state.focus != Focus::Message && state.focus != Focus::Timeline {
        state.focus = Focus::Message;
    }
    if !state.status.has_session() {
        state.files.extend(paths);
        return Vec::new();
    }
    vec![Effect::Tell(Command::Upload(paths))]
}
