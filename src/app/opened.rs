//! A session is open: what the store kept of it is put on the screen.

use crate::link::{self, Command, JobState, JobView, Restored, Speaker};
use crate::ui::words;

use super::chat::{self, Body, ChatState, Entry};
use super::{Connection, Effect, State, history, jobs_shown, pictures};

pub(super) fn opened(state: &mut State, restored: Restored) -> Vec<Effect> {
    if restored.session.backend != state.status.backend {
        // It was on its way when another backend was chosen; what is said next is not for it.
        return Vec::new();
    }
    let known = state.status.session.as_ref();
    let same = known.is_some_and(|session| session.id == restored.session.id);
    state.status.connection = Connection::Connected;
    if !same {
        take_over(state, &restored);
    }
    tell_circumstances(state, &restored, same);
    let effects = if same { Vec::new() } else { tell_left_over(state, &restored) };
    state.status.session = Some(restored.session);
    state.jobs.replace(restored.jobs);
    let going_on = jobs_shown::arrived(state);
    state.media.replace(restored.media);
    history::restored(state, restored.draft);
    chat::suggest(state);
    let mut effects = effects;
    effects.extend(going_on);
    effects.extend(pictures::ask(state));
    let files = std::mem::take(&mut state.files);
    if !files.is_empty() {
        effects.push(Effect::Tell(Command::Upload(files)));
    }
    effects.extend(chat::say_next(state));
    effects
}

/// Another session: its conversation takes the place of the one before. What was written before any
/// session was open belongs to the first that is.
fn take_over(state: &mut State, restored: &Restored) {
    let first = !state.status.has_session();
    let refused = state.chat.refused.take();
    let queue = if first { std::mem::take(&mut state.chat.queue) } else { Vec::new() };
    let said = if first { std::mem::take(&mut state.chat.entries) } else { Vec::new() };
    let mut entries: Vec<Entry> = restored.chat.iter().cloned().map(Entry::of).collect();
    for line in restored.chat.iter().filter(|line| line.speaker == Speaker::User) {
        state.message.remember(&line.text);
    }
    entries.extend(said);
    state.chat = ChatState {
        entries,
        queue,
        unsent: restored.left_over.unsent.clone(),
        previous: restored.previous.clone(),
        earlier: restored.earlier.clone(),
        last_turn: state.chat.last_turn,
        refused,
        ..ChatState::default()
    };
    state.timeline = super::TimelineState::default();
    state.timeline.marks = restored.marks.clone();
    state.history = super::DraftHistory::default();
    state.status.credits = None;
    state.pictures.begin_again();
    state.media.filter = None;
}

fn tell_circumstances(state: &mut State, restored: &Restored, same: bool) {
    let words = words::of(state.language);
    if restored.shared && !same {
        state.chat.push(state.now, Body::Program(words.shared_session.to_owned()));
    }
    if let Some(problem) = &restored.not_kept {
        let (what, _) = problem.sentences(state.language);
        let next = words.not_kept.to_owned();
        state.chat.push(state.now, Body::Problem { what, next });
    }
    if !same {
        tell_interrupted(state, &restored.jobs);
    }
}

/// What a run before this one left open, and what the server has lost.
fn tell_left_over(state: &mut State, restored: &Restored) -> Vec<Effect> {
    if restored.previous_left_over > 0 && restored.previous.is_some() {
        let key = state.keymap.key_of("app.go-on");
        let line = words::earlier::left_over(state.language, restored.previous_left_over, &key);
        state.chat.push(state.now, Body::Program(line));
    }
    // The link keeps this line itself once it is known what became of the message.
    if let Some(told) = &restored.left_over.told {
        state.chat.push(state.now, Body::Program(told.clone()));
    }
    if let Some(said) = &restored.left_over.underway {
        chat::look_after(state, said.clone());
    }
    let Some(lost) = &restored.lost else { return Vec::new() };
    let refused = state.chat.refused.take();
    chat::offer_files_again(state, lost.files.clone(), refused);
    if lost.gone.is_empty() {
        return Vec::new();
    }
    let line = link::files_gone(state.language, &lost.gone);
    chat::tell(state, line)
}

/// Work that a run before this one left undone.
fn tell_interrupted(state: &mut State, jobs: &[JobView]) {
    let interrupted = |job: &&JobView| job.state == JobState::Interrupted;
    let count = jobs.iter().filter(interrupted).count();
    if count > 0 {
        let (pane, retry) = (state.keymap.key_of("app.jobs"), state.keymap.key_of("jobs.retry"));
        let line = words::earlier::interrupted(state.language, count, &pane, &retry);
        state.chat.push(state.now, Body::Program(line));
    }
}
