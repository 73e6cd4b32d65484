//! What a person says: to the agent, or to the program itself.

use std::path::PathBuf;

use crate::draft;
use crate::language::{Problem, Route, route, words_as_names};
use crate::link::{Command, Credits, ExportTo, OutputSettings, Speaker, TurnId};
use crate::ui::layout::Tab;
use crate::ui::words;

use super::super::{Connection, Effect, Focus, State, exporting, timeline};
use super::state::note;
use super::{Body, Phase, Scroll, Turn, asked, offers, tell, tell_problem};

/// Enter in the message box.
pub(crate) fn submit(state: &mut State) -> Vec<Effect> {
    let text = state.message.take();
    if text.is_empty() {
        return asked::marked(state).map_or_else(Vec::new, |marked| asked::answer(state, marked));
    }
    if state.chat.question.is_some() && route(&text) == Route::Agent {
        return asked::answer(state, text);
    }
    let mut effects = timeline::flush(state);
    let text = timeline::point_out(&state.timeline, &text);
    effects.extend(say(state, text));
    effects
}

/// A sentence, wherever it came from. What would disturb a turn that runs waits for its end; so does
/// everything until a session is open.
pub(crate) fn say(state: &mut State, text: String) -> Vec<Effect> {
    state.chat.scroll = Scroll::Follow;
    state.tab = Tab::Chat;
    if let Some(problem) = offline_for_good(state) {
        state.message.write(&text);
        return tell_problem(state, &problem);
    }
    let asked = route(&text);
    let disturbs = matches!(asked, Route::Agent | Route::Export { .. });
    let busy = state.chat.turn.is_some() || !state.chat.queue.is_empty();
    if !state.status.has_session() || busy && disturbs {
        state.chat.queue.push(text);
        return Vec::new();
    }
    // What the answer before offered is passed over, or taken.
    if asked == Route::Agent {
        state.chat.offers.clear()
    } else {
        offers::taken(state, &text)
    }
    carry_out(state, text, asked)
}

/// A pasted text that is nothing but names of media files, of which the session has none: `删除C.jpg` is a sentence
/// where `C.jpg` is one of its files.
pub(crate) fn new_files(state: &State, text: &str) -> Option<Vec<String>> {
    let is_here =
        |name: &String| state.media.items.iter().any(|item| name.ends_with(&item.filename));
    words_as_names(text).filter(|names| !names.iter().any(is_here))
}

/// Why no session will be open until another backend is chosen.
fn offline_for_good(state: &State) -> Option<Problem> {
    match &state.status.connection {
        Connection::Offline { problem, retrying: false } => Some(problem.clone()),
        _ => None,
    }
}

/// An answer to the agent goes before what waits, which was written before the question.
pub(super) fn say_first(state: &mut State, text: String) -> Vec<Effect> {
    state.chat.scroll = Scroll::Follow;
    state.tab = Tab::Chat;
    if state.chat.turn.is_some() || !state.status.has_session() {
        state.chat.queue.insert(0, text);
        return Vec::new();
    }
    let asked = route(&text);
    carry_out(state, text, asked)
}

/// Says what waits, as far as nothing runs and nothing was asked back.
pub(crate) fn say_next(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    while state.chat.turn.is_none() && state.chat.question.is_none() && !state.chat.queue.is_empty()
    {
        let text = state.chat.queue.remove(0);
        let asked = route(&text);
        effects.extend(carry_out(state, text, asked));
    }
    effects
}

/// To the program if it is an order to it, else to the agent.
fn carry_out(state: &mut State, text: String, asked: Route) -> Vec<Effect> {
    state.chat.occupied = None;
    state.chat.push(state.now, Body::User(text.clone()));
    if asked == Route::Agent {
        let turn = begin(state, text.clone());
        return vec![Effect::Tell(Command::Say { turn, text })];
    }
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

/// A new turn is the one that runs.
fn begin(state: &mut State, said: String) -> TurnId {
    asked::forget(state);
    let chat = &mut state.chat;
    chat.follow_ups.clear();
    chat.suggestions.clear();
    chat.last_turn += 1;
    let id = TurnId(chat.last_turn);
    chat.turn = Some(Turn {
        id,
        since: state.now.steady,
        phase: Phase::Sent,
        said,
        activity: None,
        status: None,
        before: state.history.now().cloned(),
    });
    id
}

/// An export to a file. A still shows what is under the playhead.
pub(super) fn export_to(state: &State, path: PathBuf, force: bool) -> ExportTo {
    // Asked once more for a name that is taken, it is made as it was ordered.
    if let Some(output) = exporting::made(state, &path).filter(|_| force) {
        return ExportTo::Made { path, force, output: Box::new(output) };
    }
    if !OutputSettings::is_still(&path) {
        return ExportTo::File { path, force };
    }
    let at = Some(state.timeline.playhead.0);
    let output = Box::new(OutputSettings { at, ..OutputSettings::default() });
    ExportTo::Made { path, force, output }
}

/// Asks for the film as a file: this one, or a free name in the usual folder.
pub(crate) fn export(state: &mut State, path: Option<PathBuf>) -> Vec<Effect> {
    let to = match path {
        Some(path) => export_to(state, state.path(&path.to_string_lossy()), false),
        None => ExportTo::Folder(state.path(&state.output.to_string_lossy())),
    };
    vec![Effect::Tell(Command::Export(to))]
}

pub(super) fn ask_credits(state: &mut State) -> Vec<Effect> {
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

pub(super) fn show_status(state: &mut State) -> Vec<Effect> {
    let words = words::of(state.language);
    let line = match state.history.now() {
        Some(draft) if draft.is_ready() => draft::summary(draft),
        _ => words.empty_timeline.to_owned(),
    };
    let mut effects = tell(state, line);
    effects.push(Effect::Tell(Command::AskState));
    effects
}

pub(super) fn upload(state: &mut State, words: &[String]) -> Vec<Effect> {
    if words.is_empty() {
        let how = words::of(state.language).how_to_add.to_owned();
        return tell(state, how);
    }
    let paths = words.iter().map(|word| state.path(word)).collect();
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
