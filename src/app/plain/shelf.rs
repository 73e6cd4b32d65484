//! Sessions by word and number: listed, gone on with, named, removed.

use crate::link::{Command, SessionChoice, SessionName};
use crate::ui::words::{plain, sessions as words};

use super::super::sessions::{self, is_current, is_free};
use super::super::{Effect, SessionsState, State};
use super::order::{Heard, rest_of};
use super::{Listed, lists};

/// A session that is to be removed, if that is answered so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Removal {
    session: SessionName,
    title: String,
    /// Whether the studio can remove its film as well.
    can_film: bool,
    /// Whether that was chosen, and is asked once more.
    with_film: bool,
}

/// A line about sessions. `None` if it is about something else.
pub(super) fn heard(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    if matches!(line.to_lowercase().as_str(), "sessions" | "会话") {
        return Some(Heard::order(sessions::open(state)));
    }
    if matches!(line.to_lowercase().as_str(), "new" | "新建") {
        return Some(Heard::order(sessions::leave_for(state, None)));
    }
    if let Some(query) = rest_of(line, &["sessions find ", "会话 查找 "]) {
        let effects = sessions::open(state);
        if let Some(open) = &mut state.sessions {
            query.clone_into(&mut open.query);
        }
        return Some(Heard::order(effects));
    }
    // An id has no blanks; with some it is a sentence for the agent.
    let name = rest_of(line, &["open ", "打开 "]);
    if let Some(name) = name.filter(|name| !name.contains(char::is_whitespace)) {
        return Some(open(state, name, listed));
    }
    if let Some(rest) = rest_of(line, &["name session ", "命名会话 "]) {
        let (number, name) = rest.split_once(' ').unwrap_or((rest, ""));
        return rename(state, number.parse().ok()?, name.trim(), listed).into();
    }
    let number = rest_of(line, &["remove session ", "删除会话 "])?.parse().ok()?;
    Some(ask_to_remove(state, number, listed))
}

fn open(state: &mut State, name: &str, listed: &Listed) -> Heard {
    let Ok(number) = name.parse::<usize>() else {
        let choice = SessionChoice::Id(name.to_owned());
        return Heard::order(vec![Effect::Tell(Command::Switch(choice))]);
    };
    let chosen = number.checked_sub(1).and_then(|place| listed.sessions.get(place));
    let Some(summary) = chosen.map(|listed| &listed.summary) else { return unknown(state) };
    if is_current(state, summary) {
        return Heard::line(words::of(state.language).here);
    }
    Heard::order(sessions::leave_for(state, Some((&summary.backend, &summary.id))))
}

fn unknown(state: &State) -> Heard {
    Heard::line(plain::of(state.language).no_such_number)
}

/// Names a session; without a name it is called after its film again. The list is told anew.
fn rename(state: &mut State, number: usize, name: &str, listed: &Listed) -> Heard {
    let chosen = number.checked_sub(1).and_then(|place| listed.sessions.get(place));
    let Some(summary) = chosen.map(|listed| &listed.summary) else { return unknown(state) };
    let session = SessionName { backend: summary.backend.clone(), id: summary.id.clone() };
    state.sessions = Some(SessionsState::default());
    Heard::order(vec![Effect::Tell(Command::NameSession { session, name: name.to_owned() })])
}

fn ask_to_remove(state: &State, number: usize, listed: &mut Listed) -> Heard {
    let chosen = number.checked_sub(1).and_then(|place| listed.sessions.get(place));
    let Some(chosen) = chosen else { return unknown(state) };
    if !is_free(state, chosen) {
        return Heard::line(plain::of(state.language).session_in_use);
    }
    let summary = &chosen.summary;
    let removal = Removal {
        session: SessionName { backend: summary.backend.clone(), id: summary.id.clone() },
        title: lists::called(state, &summary.title).to_owned(),
        can_film: sessions::is_in_studio(state, summary),
        with_film: false,
    };
    let lines = question(state, &removal);
    listed.removal = Some(removal);
    Heard::told(lines)
}

fn question(state: &State, removal: &Removal) -> Vec<String> {
    let (language, said) = (state.language, words::of(state.language));
    let keep = format!("1. {}", said.keep);
    if removal.with_film {
        let question = words::film_removal(language, &removal.title);
        return vec![question, keep, format!("2. {}", said.remove_both)];
    }
    let question = words::removal(language, &removal.title, &removal.session.backend);
    let film = removal.can_film.then(|| format!("3. {} {}", said.remove, said.with_film));
    [question, keep, format!("2. {}", said.remove)].into_iter().chain(film).collect()
}

/// To the question whether a session is to be removed.
pub(super) fn answered(
    state: &mut State,
    line: &str,
    removal: Removal,
    listed: &mut Listed,
) -> Heard {
    let order = match line {
        "1" => return Heard::line(plain::of(state.language).kept),
        "2" if removal.with_film => Command::RemoveFilm(removal.session),
        "2" => Command::RemoveSession(removal.session),
        _ => {
            let with_film = removal.with_film || removal.can_film && line == "3";
            let removal = Removal { with_film, ..removal };
            let lines = question(state, &removal);
            listed.removal = Some(removal);
            return Heard::told(lines);
        }
    };
    state.sessions = Some(SessionsState::default());
    Heard::order(vec![Effect::Tell(order)])
}
