//! The film by word and number: its drafts, and the session's files put into it.

use crate::ui::words::{editing, plain};

use super::super::actions::MediaAction;
use super::super::{State, history, media, timeline};
use super::order::{Heard, rest_of};
use super::{Listed, lists};

/// A line about drafts or files. `None` if it is about something else.
pub(super) fn heard(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    if matches!(line.to_lowercase().as_str(), "drafts" | "草稿") {
        return Some(drafts(state, listed));
    }
    if let Some(numbers) = rest_of(line, &["compare ", "比较 "]) {
        return compare(state, numbers);
    }
    if let Some(number) = rest_of(line, &["restore ", "恢复 "]) {
        return Some(restore(state, number.parse().ok()?));
    }
    if let Some(words) = rest_of(line, &["files find ", "素材 查找 "]) {
        return Some(Heard::told(lists::files(state, words)));
    }
    let (number, at) = which(rest_of(line, &["use ", "使用 "])?)?;
    Some(put_in(state, number, at))
}

/// The drafts; those of the store are asked for the first time.
fn drafts(state: &mut State, listed: &mut Listed) -> Heard {
    if state.history.is_whole() || !state.status.has_session() {
        return Heard::told(lists::drafts(state));
    }
    listed.wants_drafts = true;
    Heard::order(history::ask(state))
}

/// `2`, `2 at 0:05`, `2 在 0:05`.
fn which(words: &str) -> Option<(usize, Option<&str>)> {
    let mut words = words.split_whitespace();
    let number = words.next()?.parse().ok()?;
    let at = match (words.next(), words.next(), words.next()) {
        (None, ..) => None,
        (Some("at" | "在"), Some(at), None) => Some(at),
        _ => return None,
    };
    Some((number, at))
}

/// Two drafts, or one and the film as it is now.
fn compare(state: &State, numbers: &str) -> Option<Heard> {
    let numbers: Option<Vec<usize>> =
        numbers.split_whitespace().map(|number| number.parse().ok()).collect();
    let (one, other) = match numbers?[..] {
        [one] => (one, state.history.count()),
        [one, other] => (one, other),
        _ => return None,
    };
    Some(match history::compared(state, one, other) {
        Some(comparison) => Heard::told(lists::comparison(state, &comparison)),
        None => Heard::line(plain::of(state.language).no_such_number),
    })
}

fn restore(state: &mut State, number: usize) -> Heard {
    if state.chat.turn.is_some() || !state.chat.queue.is_empty() {
        return Heard::line(editing::of(state.language).turn_runs);
    }
    match history::return_to(state, number) {
        Some(effects) => Heard::order(effects),
        None => Heard::line(plain::of(state.language).no_such_number),
    }
}

/// A file of the session to the end of the film, or at a time.
fn put_in(state: &mut State, number: usize, at: Option<&str>) -> Heard {
    let place = number.checked_sub(1).filter(|place| *place < state.media.items.len());
    let Some(place) = place else { return Heard::line(plain::of(state.language).no_such_number) };
    (state.media.filter, state.media.selected) = (None, place);
    let Some(at) = at else { return Heard::order(media::act(state, MediaAction::Add)) };
    if !timeline::go_to(state, at) {
        return Heard::line(editing::of(state.language).no_time);
    }
    state.timeline.edits.notice = None;
    let mut effects = media::act(state, MediaAction::Insert);
    // A line was read before it was sent.
    effects.extend(timeline::flush(state));
    let refused = state.timeline.edits.notice.take();
    Heard { effects, lines: refused.into_iter().collect() }
}
