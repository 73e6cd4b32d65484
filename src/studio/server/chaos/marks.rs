//! Letters that a careless terminal obeys, put where people read: answers, names, titles, refusals.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::fault::Fault;
use super::rewrite::rewritten;
use super::visit::Visit;
use super::{Dice, Endpoint};
use crate::draft::{Draft, wire};

/// Colours, a window title, the clipboard, another screen, a cleared one, C1 forms of the same,
/// letters that run backwards, letters that cannot be seen, and a line written over.
const MARKS: [&str; 11] = [
    "\u{1b}[31;7mred\u{1b}[0m",
    "\u{1b}]0;taken over\u{7}",
    "\u{1b}]52;c;Y3V0cm9vbQ==\u{1b}\\",
    "\u{1b}[?1049l",
    "\u{1b}[2J\u{1b}[H",
    "\u{9b}2J",
    "\u{9d}0;taken over\u{9c}",
    "\u{202e}4pm.exe\u{202c}",
    "\u{200b}\u{2066}\u{feff}",
    "\rover\u{8}\u{8}",
    "\u{1b}P0;1|17/ab\u{1b}\\",
];

/// One of them.
pub(super) fn mark(dice: &mut Dice) -> &'static str {
    dice.pick(&MARKS)
}

/// The mark that goes with a name, the same whenever the name is told.
fn mark_of(seed: u64, name: &str) -> &'static str {
    mark(&mut Dice::named(&format!("{seed}/name/{name}")))
}

/// Marks the names in a state or in the answer to an upload. Each time, whatever the rate: a film
/// whose names came and went would seem to change by itself.
pub(super) async fn of_names(visit: &Visit, response: Response) -> Response {
    let chaos = &visit.works.chaos;
    if !chaos.has_at(Fault::Escape, visit.endpoint) || response.status() != StatusCode::OK {
        return response;
    }
    let seed = chaos.seed();
    rewritten(response, |answer| {
        for list in ["/data/files", "/data/state/video_infos"] {
            let files = answer.pointer_mut(list).and_then(Value::as_array_mut);
            files.into_iter().flatten().for_each(|file| mark_file(seed, file));
        }
        if let Some(draft) = answer.pointer_mut("/data/state/draft") {
            mark_draft(seed, draft);
        }
    })
    .await
}

fn mark_file(seed: u64, file: &mut Value) {
    if let Some(Value::String(name)) = file.get_mut("filename") {
        name.insert_str(0, mark_of(seed, name));
    }
}

/// Only what people call things: sources stay, so that the film can be rendered.
fn mark_draft(seed: u64, json: &mut Value) {
    let Ok(mut draft) = wire::decode(json) else { return };
    let Draft { title, tracks, .. } = &mut draft;
    let segments = |track: &mut crate::draft::Track| {
        track.segments.iter_mut().for_each(|segment| mark_name(seed, &mut segment.name));
    };
    mark_name(seed, title);
    for track in tracks {
        mark_name(seed, &mut track.name);
        segments(track);
    }
    *json = wire::encode(&draft);
}

fn mark_name(seed: u64, name: &mut Option<String>) {
    if let Some(name) = name {
        name.push_str(mark_of(seed, name));
    }
}

/// Marks the words of a refusal.
pub(super) async fn of_refusal(visit: &Visit, response: Response) -> Response {
    if visit.endpoint == Endpoint::Chat && response.status() == StatusCode::OK {
        // A stream is no refusal, and its words are marked where they are written.
        return response;
    }
    let Some(mut hit) = refuses(&response).then(|| visit.strike(Fault::Escape)).flatten() else {
        return response;
    };
    rewritten(response, |answer| {
        for key in ["message", "error"] {
            if let Some(Value::String(words)) = answer.get_mut(key) {
                words.push_str(mark(&mut hit.dice));
            }
        }
    })
    .await
}

fn refuses(response: &Response) -> bool {
    response.status().is_client_error() || response.status().is_server_error()
}
