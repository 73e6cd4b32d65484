//! Keys: what the table says, then what the focused pane makes of it.

use crossterm::event::{KeyEvent, KeyEventKind};

use super::actions::{Action, AppAction, MessageAction};
use super::keymap::{self, Pressed};
use super::preview;
use super::{
    Changed, Effect, Focus, Key, Leaving, Redraw, State, backends, chat, copy, exporting, help,
    hints, history, job_log, jobs, leaving, media, media_filter, mouse, palette, picker, sessions,
    timeline,
};
use crate::link::{Command, SessionChoice};
use crate::ui::layout::Tab;
use crate::ui::words::editing;

pub(super) fn pressed(state: &mut State, event: KeyEvent) -> Vec<Effect> {
    if event.kind == KeyEventKind::Release {
        return Vec::new();
    }
    state.timeline.changed = Changed::default();
    let key = state.keymap.meant(Key::of(event));
    let asked = std::mem::take(&mut state.leaving);
    state.timeline.edits.notice = None;
    (state.chat.told_below, state.foot) = (None, None);
    if state.is_covered() {
        return over_the_panes(state, key, asked);
    }
    if state.focus == Focus::Message
        && state.pending.is_empty()
        && let Some(effects) = written(state, key)
    {
        return effects;
    }
    if state.focus == Focus::Timeline && state.timeline.entry.is_some() && !leaves(state, key) {
        return timeline::written(state, key);
    }
    if state.focus == Focus::Chat
        && let Some(effects) = chat::find_pressed(state, key)
    {
        return effects;
    }
    if state.focus == Focus::Media
        && let Some(effects) = media_filter::pressed(state, key)
    {
        return effects;
    }
    let action = match keymap::pressed(state, key) {
        Pressed::Does(action) if has_its_film(state, action) => action,
        Pressed::Does(_) | Pressed::Unknown => return begun_elsewhere(state, key),
        Pressed::Taken => return Vec::new(),
    };
    if matches!(action, Action::App(AppAction::Quit | AppAction::Interrupt)) {
        state.leaving = asked;
    }
    let effects = act(state, action);
    // A digit or a sign that opens the line for a time is the first of it.
    if let (Some(entry), Some(first)) = (&mut state.timeline.entry, key.written())
        && (first.is_ascii_digit() || matches!(first, '+' | '-'))
    {
        entry.write(first.encode_utf8(&mut [0; 4]));
    }
    effects
}

/// Without a film its keys mean nothing, and letters are the beginning of a message that makes one.
fn has_its_film(state: &State, action: Action) -> bool {
    let needs = matches!(action, Action::Transport(_) | Action::Edit(_) | Action::History(_));
    !needs || state.history.now().is_some()
}

/// Leaving works while a line is written in, too.
fn leaves(state: &State, key: Key) -> bool {
    let found = state.keymap.find(Focus::Message, key);
    matches!(found, Some(Action::App(AppAction::Quit | AppAction::Interrupt | AppAction::Suspend)))
}

/// What lies over the panes has the keys; leaving works everywhere.
fn over_the_panes(state: &mut State, key: Key, asked: Leaving) -> Vec<Effect> {
    if state.keymap.find(Focus::Message, key) == Some(Action::App(AppAction::Quit)) {
        state.leaving = asked;
        return leaving::quit(state);
    }
    if state.asked.is_some() {
        return backends::pressed(state, key);
    }
    if state.palette.is_some() {
        return palette::pressed(state, key);
    }
    if state.picker.is_some() {
        return picker::pressed(state, key);
    }
    if state.exporting.sheet.is_some() {
        return exporting::pressed(state, key);
    }
    if state.sessions.is_some() {
        return sessions::pressed(state, key);
    }
    if state.job_log.is_some() {
        return job_log::pressed(state, key);
    }
    help::pressed(state, key)
}

/// Letters in the message box; an empty one takes numbers as choices, and the letter of the help.
fn written(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let letter = key.written()?;
    if state.message.is_empty() {
        if state.keymap.find(Focus::Message, key) == Some(Action::App(AppAction::Help)) {
            return Some(act_app(state, AppAction::Help));
        }
        let number = letter.to_digit(10).map(|digit| digit as usize);
        if let Some(effects) = number.and_then(|number| chat::choose(state, number)) {
            return Some(effects);
        }
    }
    state.message.typed(key);
    state.redraw = Redraw::Message;
    Some(Vec::new())
}

/// A letter that the focused pane has no use for begins, or goes on with, the message. On a film letters are
/// keys: one that is none is not the first of several that would then be words.
fn begun_elsewhere(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(letter) = key.written() else { return Vec::new() };
    let is_on_film = state.focus == Focus::Timeline && state.history.now().is_some();
    if is_on_film && letter.is_ascii() {
        let keys = ["app.help", "app.next-pane"].map(|id| state.keymap.key_of(id));
        state.timeline.edits.notice = Some(editing::no_key(state.language, letter, &keys));
    } else {
        focus(state, Focus::Message);
        state.message.typed(key);
    }
    Vec::new()
}

pub(super) fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let mut effects = does(state, action);
    effects.extend(hints::used(state, action));
    effects
}

fn does(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::App(action) => act_app(state, action),
        Action::Message(MessageAction::Send) => chat::submit(state),
        Action::Message(MessageAction::Up)
            if state.message.is_empty() && chat::take_back(state) =>
        {
            Vec::new()
        }
        Action::Message(MessageAction::TakeBack) => {
            chat::take_back(state);
            Vec::new()
        }
        Action::Message(MessageAction::DropWaiting) => {
            chat::drop_last(state);
            Vec::new()
        }
        Action::Message(action) => {
            let cols = state.message_cols();
            state.message.act(action, cols);
            Vec::new()
        }
        Action::Timeline(action) if history::scrolled(state, action) => Vec::new(),
        Action::Timeline(action) => timeline::act(state, action),
        Action::Transport(action) => timeline::run(state, action),
        Action::Edit(action) => timeline::edit(state, action),
        Action::History(action) => history::act(state, action),
        Action::Chat(action) => chat::act(state, action),
        Action::Jobs(action) => jobs::act(state, action),
        Action::Media(action) => media::act(state, action),
        Action::Sessions(action) => sessions::act(state, action),
        Action::Files(action) => picker::act(state, action),
    }
}

fn act_app(state: &mut State, action: AppAction) -> Vec<Effect> {
    match action {
        AppAction::NextPane => focus(state, state.focus.step(true)),
        AppAction::PreviousPane => focus(state, state.focus.step(false)),
        AppAction::Focus(pane) => focus(state, pane),
        AppAction::Stop => stop(state),
        AppAction::Export => exporting::export_at_once(state),
        AppAction::ExportAs => exporting::open(state),
        AppAction::GoOn => go_on(state),
        AppAction::CopyLink => copy::newest_link(state),
        AppAction::Palette => palette::open(state),
        AppAction::Open => picker::open(state),
        AppAction::Sessions => sessions::open(state),
        AppAction::Backend => palette::open_backends(state),
        AppAction::Preview => preview::toggle(state),
        AppAction::Help => help::open(state),
        AppAction::Theme => palette::open_themes(state),
        AppAction::Mouse => mouse::switch(state),
        AppAction::Suspend => vec![Effect::Suspend],
        AppAction::Interrupt => leaving::interrupt(state),
        AppAction::Quit => leaving::quit(state),
    }
}

pub(super) fn focus(state: &mut State, pane: Focus) -> Vec<Effect> {
    state.focus = pane;
    state.pending.clear();
    if pane != Focus::Timeline {
        preview::make_way(state);
    }
    match pane {
        Focus::Chat | Focus::Message => state.tab = Tab::Chat,
        Focus::Media => state.tab = Tab::Media,
        Focus::Jobs => state.tab = Tab::Jobs,
        Focus::Timeline => {}
    }
    Vec::new()
}

/// Esc: drops the edit that waits, comes back from an older draft, selects no more, lists everything again,
/// stops the turn; else back to the message, where the chat is seen.
fn stop(state: &mut State) -> Vec<Effect> {
    let dropped = timeline::drop_pending(state) || history::back_to_now(state);
    if dropped || timeline::end_choosing(&mut state.timeline) {
        return Vec::new();
    }
    if state.focus == Focus::Chat && chat::close_find(state) {
        return Vec::new();
    }
    if state.focus == Focus::Media && media_filter::close(state) {
        return Vec::new();
    }
    state.chat.chosen = None;
    if state.chat.turn.is_some() {
        return chat::cancel(state);
    }
    focus(state, Focus::Message)
}

/// Goes on with the film before, while nothing has been said about this one.
fn go_on(state: &mut State) -> Vec<Effect> {
    let offered = state.chat.is_new();
    let previous = state.chat.previous.take().filter(|_| offered);
    let choice = previous.map(|previous| SessionChoice::Id(previous.id));
    choice.map(|choice| Effect::Tell(Command::Switch(choice))).into_iter().collect()
}
