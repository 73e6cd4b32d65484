//! What a line means.

use std::path::PathBuf;

use crate::language::words_as_paths;
use crate::ui::words::{choosing, plain};

use super::super::actions::{Action, AppAction, MessageAction};
use super::super::backends::{self, Answer, Place};
use super::super::{Effect, Focus, State, chat, copy, leaving, press};
use super::{Listed, deeds, film, finding, folders, lists, makes, marks, shelf, talk, works};

/// What follows from a line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Heard {
    /// What is ordered.
    pub(super) effects: Vec<Effect>,
    /// What is told at once.
    pub(super) lines: Vec<String>,
}

impl Heard {
    pub(super) fn told(lines: Vec<String>) -> Self {
        Self { lines, ..Self::default() }
    }

    pub(super) fn line(line: &str) -> Self {
        Self::told(vec![line.to_owned()])
    }

    pub(super) fn order(effects: Vec<Effect>) -> Self {
        Self { effects, ..Self::default() }
    }
}

/// What stands behind one of some words with which a line begins.
pub(super) fn rest_of<'a>(line: &'a str, words: &[&str]) -> Option<&'a str> {
    let begins = |word: &&str| {
        let beginning = line.get(..word.len());
        beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(word))
    };
    let word = words.iter().find(|word| begins(word))?;
    line.get(word.len()..).map(str::trim)
}

/// A line, as it was written.
pub(super) fn heard(state: &mut State, line: &str, listed: &mut Listed) -> Heard {
    let line = line.trim();
    let words = plain::of(state.language);
    if state.asked.is_some() {
        return answered(state, line);
    }
    if let Some(removal) = listed.removal.take() {
        return shelf::answered(state, line, removal, listed);
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
        "quit" | "exit" | "退出" => return quit(state),
        _ => {
            let choices = [format!("1. {}", words.stay), format!("2. {}", words.accept)];
            let why = (!line.is_empty()).then(|| words.nothing_sent_yet.to_owned());
            return Heard::told(why.into_iter().chain(choices).collect());
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
        return Heard { effects, lines: vec![format!("{} {text}", words.complete)] };
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

pub(super) fn command(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    let about = shelf::heard(state, line, listed)
        .or_else(|| works::heard(state, line, listed))
        .or_else(|| film::heard(state, line, listed))
        .or_else(|| makes::heard(state, line, listed))
        .or_else(|| marks::heard(state, line, listed))
        .or_else(|| folders::heard(state, line, listed))
        .or_else(|| talk::heard(state, line))
        .or_else(|| finding::heard(state, line))
        .or_else(|| word(state, line));
    about.or_else(|| deeds::heard(state, line, listed))
}

/// A word that stands alone.
fn word(state: &mut State, line: &str) -> Option<Heard> {
    let act = |state: &mut State, action| Heard::order(press::act(state, action));
    let (first, rest) =
        line.split_once(' ').map_or((line, ""), |(first, rest)| (first, rest.trim()));
    Some(match (first.to_lowercase().as_str(), rest) {
        ("files" | "media" | "素材" | "文件", "") => Heard::told(lists::files(state, "")),
        ("tracks" | "timeline" | "轨道" | "时间线", "") => Heard::told(lists::tracks(state)),
        ("backend", name) => backend(state, name),
        ("stop" | "停止", "") if state.chat.turn.is_none() => {
            Heard::line(plain::of(state.language).nothing_to_stop)
        }
        ("stop" | "停止", "") => act(state, Action::App(AppAction::Stop)),
        ("quit" | "exit" | "退出", "") => quit(state),
        ("link" | "链接", "") => link(state),
        _ => return None,
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
    Heard { effects, lines }
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
