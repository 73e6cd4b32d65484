//! Places on the film by word and number: the playhead, the markers, and what is seen at a moment.
//!
//! Where there is no screen a picture is a file: the frame under the playhead, rendered as the export
//! renders it, told by its place and opened by the desktop when that is asked for. Of a film that is
//! made elsewhere it is the frame that the preview shows.

use std::ffi::OsStr;
use std::path::PathBuf;

use crate::draft::Millis;
use crate::language::{Language, piece_name};
use crate::link::{JobView, OutputSettings};
use crate::ui::words::{self, editing, plain};

use super::super::{State, chat, timeline};
use super::Listed;
use super::order::{Heard, rest_of};
use super::still;

/// A line about a place on the film. `None` if it is about something else.
pub(super) fn heard(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    let asked = asked(state, line)?;
    if state.timeline.draft().is_none_or(|draft| !draft.is_ready()) {
        return Some(Heard::line(words::of(state.language).empty_timeline));
    }
    Some(match asked {
        Asked::List => Heard::told(listed.marker_list(state)),
        Asked::Set(at, name) => set(state, at, &name),
        Asked::Remove(number) => with_marker(state, listed, number, |state, at| Heard {
            effects: timeline::remove_marker(state, at),
            lines: vec![plain::unmarked(state.language, &clock(at))],
        }),
        Asked::Go(at) => look(state, at),
        Asked::GoToMarker(number) => with_marker(state, listed, number, look),
        Asked::Picture(at, path) => picture(state, at, path, listed),
    })
}

/// What a line asks for.
enum Asked {
    List,
    Set(Millis, String),
    Remove(usize),
    Go(Millis),
    GoToMarker(usize),
    Picture(Millis, Option<PathBuf>),
}

fn asked(state: &State, line: &str) -> Option<Asked> {
    let here = state.timeline.playhead;
    match line.to_lowercase().as_str() {
        "markers" | "标记列表" => return Some(Asked::List),
        "mark" | "标记" => return Some(Asked::Set(here, String::new())),
        "where" | "位置" => return Some(Asked::Go(here)),
        "picture" | "画面" => return Some(Asked::Picture(here, None)),
        _ => {}
    }
    if let Some(number) = rest_of(line, &["unmark ", "取消标记 "]) {
        return number.parse().ok().map(Asked::Remove);
    }
    if let Some(number) = rest_of(line, &["go marker ", "go to marker ", "转到标记 "]) {
        return number.parse().ok().map(Asked::GoToMarker);
    }
    if let Some(written) = rest_of(line, &["go to ", "go ", "转到 "]) {
        return timeline::time_of(state, written).map(Asked::Go);
    }
    if let Some(rest) = rest_of(line, &["mark ", "标记 "]) {
        let (written, name) = rest.split_once(' ').unwrap_or((rest, ""));
        return Some(Asked::Set(timeline::time_of(state, written)?, name.trim().to_owned()));
    }
    let rest = rest_of(line, &["picture ", "画面 "])?;
    let (written, file) = rest.split_once(' ').unwrap_or((rest, ""));
    match timeline::time_of(state, written) {
        Some(at) if file.is_empty() => Some(Asked::Picture(at, None)),
        Some(at) => Some(Asked::Picture(at, Some(still(file)?))),
        None => Some(Asked::Picture(here, Some(still(rest)?))),
    }
}

/// A file that one frame can be written to.
fn still(written: &str) -> Option<PathBuf> {
    let path = PathBuf::from(written.trim().trim_matches('"'));
    OutputSettings::is_still(&path).then_some(path)
}

fn go(state: &mut State, at: Millis) {
    state.timeline.playhead = at.min(state.timeline.duration());
}

/// Goes there, and tells what lies there.
fn look(state: &mut State, at: Millis) -> Heard {
    go(state, at);
    Heard::told(here(state))
}

/// What lies under the playhead.
pub(super) fn here(state: &State) -> Vec<String> {
    let at = state.timeline.playhead;
    let draft = state.timeline.draft().cloned();
    let tracks = draft.iter().flat_map(|draft| {
        draft.tracks.iter().enumerate().filter_map(|(index, track)| {
            let mut there = track.segments.iter();
            let segment = there.find(|segment| segment.start <= at && at < segment.end())?;
            Some(format!("{} {}", draft.track_label(index), piece_name(segment, state.language)))
        })
    });
    let tracks: Vec<String> = tracks.collect();
    vec![plain::at(state.language, &clock(at), &tracks)]
}

/// A marker is told by what was listed last.
fn with_marker(
    state: &mut State,
    listed: &Listed,
    number: usize,
    act: fn(&mut State, Millis) -> Heard,
) -> Heard {
    let at = listed.marker(state, number);
    let is_there = |at: &Millis| state.timeline.marks.markers.iter().any(|marker| marker.at == *at);
    match at.filter(is_there) {
        Some(at) => act(state, at),
        None => Heard::line(plain::of(state.language).no_such_number),
    }
}

fn set(state: &mut State, at: Millis, name: &str) -> Heard {
    let effects = timeline::name_marker(state, at, name);
    Heard { effects, lines: vec![plain::marked(state.language, &clock(at), name)] }
}

/// The markers, numbered.
pub(super) fn markers(state: &State) -> Vec<String> {
    let words = plain::of(state.language);
    let markers = &state.timeline.marks.markers;
    if markers.is_empty() {
        return vec![words.no_markers.to_owned()];
    }
    let rows = markers.iter().enumerate().map(|(place, marker)| {
        let name = if marker.name.is_empty() {
            editing::of(state.language).marker
        } else {
            marker.name.as_str()
        };
        format!("{}. {}{}{name}", place + 1, clock(marker.at), words.comma)
    });
    rows.chain([words.markers_how.to_owned()]).collect()
}

/// Saves the frame of a moment, under a name of its own where none is given.
fn picture(state: &mut State, at: Millis, path: Option<PathBuf>, listed: &mut Listed) -> Heard {
    go(state, at);
    let is_own = path.is_none();
    let path = path.unwrap_or_else(|| free_name(state));
    if state.status.backend != "studio" {
        return still::order(state, &path, is_own, listed);
    }
    Heard::order(chat::export(state, Some(path)))
}

/// `picture-0-05.png` in the folder for exports; with a number where this session made one so named.
fn free_name(state: &State) -> PathBuf {
    let word = match state.language {
        Language::English => "picture",
        Language::Chinese => "画面",
    };
    let stem = format!("{word}-{}", clock(state.timeline.playhead).replace([':', '.'], "-"));
    let named = |number: usize| match number {
        1 => format!("{stem}.png"),
        number => format!("{stem}-{number}.png"),
    };
    let is_named = |job: &JobView, name: &str| {
        job.path.as_ref().is_some_and(|path| path.file_name() == Some(OsStr::new(name)))
    };
    let is_taken = |name: &String| state.jobs.list.iter().any(|job| is_named(job, name));
    let most = state.jobs.list.len() + 1;
    let name = (1..=most).map(named).find(|name| !is_taken(name));
    state.output.join(name.unwrap_or_else(|| named(most + 1)))
}

/// `0:05`, `0:05.25`: to the millisecond where it is not a whole second.
pub(super) fn clock(at: Millis) -> String {
    let (seconds, rest) = (at.0 / 1000, at.0 % 1000);
    let (minutes, hours) = (seconds / 60 % 60, seconds / 3600);
    let whole = if hours > 0 {
        format!("{hours}:{minutes:02}:{:02}", seconds % 60)
    } else {
        format!("{minutes}:{:02}", seconds % 60)
    };
    if rest == 0 {
        return whole;
    }
    let fraction = format!("{rest:03}");
    format!("{whole}.{}", fraction.trim_end_matches('0'))
}
