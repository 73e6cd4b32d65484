//! What a line means.

use std::path::PathBuf;

use crate::language::words_as_paths;
use crate::link::{Command, SessionChoice, SessionSummary};
use crate::ui::words::{choosing, plain};

use super::super::actions::{self, Action, AppAction, MessageAction};
use super::super::backends::{self, Answer, Place};
use super::super::{Effect, Focus, State, chat, copy, leaving, press};
use super::lists;

/// What follows from a line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Heard {
    /// What is ordered.
    pub(super) effects: Vec<Effect>,
    /// What is told at once.
    pub(super) lines: Vec<String>,
    /// The sessions are to be listed; the store has them.
    pub(super) sessions: bool,
}

impl Heard {
    fn told(lines: Vec<String>) -> Self {
        Self { lines, ..Self::default() }
    }

    fn line(line: &str) -> Self {
        Self::told(vec![line.to_owned()])
    }

    fn order(effects: Vec<Effect>) -> Self {
        Self { effects, ..Self::default() }
    }
}

/// A line, as it was written. `listed` are the sessions as last told.
pub(super) fn heard(state: &mut State, line: &str, listed: &[SessionSummary]) -> Heard {
    let line = line.trim();
    let words = plain::of(state.language);
    if state.asked.is_some() {
        return answered(state, line);
    }
    if let Ok(number) = line.parse::<usize>() {
        return match chat::choose(state, number) {
            Some(effects) => begun(state, effects),
            None => Heard::line(words.no_such_number),
        };
    }
    if line.is_empty() {
        return Heard::order(chat::submit(state));
    }
    command(state, line, listed).unwrap_or_else(|| said(state, line))
}

/// To the question before the first use of a server elsewhere.
fn answered(state: &mut State, line: &str) -> Heard {
    let words = choosing::of(state.language);
    let answer = match line {
        "1" => Answer::Stay,
        "2" => Answer::Accept,
        _ => {
            return Heard::told(vec![format!("1. {}", words.stay), format!("2. {}", words.accept)]);
        }
    };
    if let Some(asked) = &mut state.asked {
        asked.answer = answer;
    }
    let enter = crossterm::event::KeyCode::Enter;
    Heard::order(backends::pressed(state, super::super::Key::plain(enter)))
}

/// A choice that only begins a sentence is told, to be completed; one that is whole is said.
fn begun(state: &mut State, mut effects: Vec<Effect>) -> Heard {
    let text = state.message.text();
    if text.is_empty() {
        return Heard::order(effects);
    }
    if text.ends_with(' ') {
        state.message.clear();
        let words = plain::of(state.language);
        return Heard {
            effects,
            lines: vec![format!("{} {text}", words.complete)],
            ..Heard::default()
        };
    }
    effects.extend(chat::submit(state));
    Heard::order(effects)
}

fn said(state: &mut State, line: &str) -> Heard {
    let named =
        line.strip_prefix("add ").or_else(|| line.strip_prefix("添加")).and_then(file_names);
    if let Some(paths) = named.or_else(|| words_as_paths(line)) {
        let paths: Vec<PathBuf> = paths.iter().map(|path| state.path(path)).collect();
        return Heard::order(chat::add_files(state, paths));
    }
    state.message.write(line);
    Heard::order(chat::submit(state))
}

/// Words that all look like file names: `add red.jpg`, but not `add calm music`.
fn file_names(words: &str) -> Option<Vec<String>> {
    let has_ending = |word: &String| {
        let ending = word.rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| {
            (2..=4).contains(&ending.len()) && ending.chars().all(char::is_alphanumeric)
        })
    };
    let words = shell_words::split(words.trim()).ok()?;
    (!words.is_empty() && words.iter().all(has_ending)).then_some(words)
}

fn command(state: &mut State, line: &str, listed: &[SessionSummary]) -> Option<Heard> {
    let act = |state: &mut State, action| Heard::order(press::act(state, action));
    let (first, rest) =
        line.split_once(' ').map_or((line, ""), |(first, rest)| (first, rest.trim()));
    Some(match (first.to_lowercase().as_str(), rest) {
        ("help" | "?" | "帮助", "") => Heard::told(lists::help(state.language)),
        ("files" | "media" | "素材" | "文件", "") => Heard::told(lists::files(state)),
        ("tracks" | "timeline" | "轨道" | "时间线", "") => Heard::told(lists::tracks(state)),
        ("jobs" | "任务", "") => Heard::told(lists::jobs(state)),
        ("sessions" | "会话", "") => Heard { sessions: true, ..Heard::default() },
        ("new" | "新建", "") => switch(SessionChoice::New),
        ("open" | "打开", name) if !name.is_empty() => switch(chosen(name, listed)),
        ("retry" | "重试", number) => of_job(state, number, Command::RetryJob)?,
        ("cancel" | "取消", number) => of_job(state, number, Command::CancelJob)?,
        ("backend", name) => backend(state, name),
        ("stop" | "停止", "") if state.chat.turn.is_none() => {
            Heard::line(plain::of(state.language).nothing_to_stop)
        }
        ("stop" | "停止", "") => act(state, Action::App(AppAction::Stop)),
        ("quit" | "exit" | "退出", "") => quit(state),
        ("app.copy-link", "") => link(state),
        (name, "") if lists::ACTIONS.contains(&name) => act(state, actions::by_id(name)?.action),
        _ => return None,
    })
}

fn switch(to: SessionChoice) -> Heard {
    Heard::order(vec![Effect::Tell(Command::Switch(to))])
}

fn chosen(name: &str, listed: &[SessionSummary]) -> SessionChoice {
    let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let listed = number.and_then(|place| listed.get(place));
    SessionChoice::Id(listed.map_or_else(|| name.to_owned(), |session| session.id.clone()))
}

/// What is asked of the job with a number; not a command where that is no number.
fn of_job(
    state: &State,
    number: &str,
    order: impl Fn(crate::link::JobId) -> Command,
) -> Option<Heard> {
    let number: usize = number.parse().ok()?;
    let job = number.checked_sub(1).and_then(|place| state.jobs.list.get(place));
    Some(match job {
        Some(job) => Heard::order(vec![Effect::Tell(order(job.id.clone()))]),
        None => Heard::line(plain::of(state.language).no_such_number),
    })
}

fn backend(state: &mut State, name: &str) -> Heard {
    match name {
        "studio" => Heard::order(backends::choose(state, Place::Studio)),
        "cloud" => Heard::order(backends::choose(state, Place::Cloud)),
        _ => Heard::line(plain::of(state.language).no_such_backend),
    }
}

/// Nothing is copied where there is no screen: the link is told.
fn link(state: &State) -> Heard {
    Heard::told(vec![
        copy::newest(state).unwrap_or_else(|| choosing::of(state.language).no_link.to_owned()),
    ])
}

fn quit(state: &mut State) -> Heard {
    let effects = leaving::quit(state);
    let lines = if effects.is_empty() {
        vec![plain::of(state.language).leave_again.to_owned()]
    } else {
        Vec::new()
    };
    Heard { effects, lines, ..Heard::default() }
}

/// Ctrl-C: stops what the agent does; else leaves.
pub(super) fn interrupted(state: &mut State) -> Heard {
    if state.chat.turn.is_some() {
        return Heard::order(chat::cancel(state));
    }
    state.focus = Focus::Message;
    if state.message.is_empty() {
        return quit(state);
    }
    Heard::order(press::act(state, Action::Message(MessageAction::DeleteToStart)))
}
