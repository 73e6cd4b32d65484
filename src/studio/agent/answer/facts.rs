//! What the film is, thing by thing: the answer to a question for which there is no other one.

use super::super::scene::Scene;
use super::said::seconds;
use crate::draft::{Canvas, Draft, Kind, Segment, Track, segment_label};
use crate::language::{Language, spoken};
use Language::{Chinese, English};

/// So many things of a track are told.
const TOLD: usize = 12;

/// The film's length, its picture, and what lies on each track from when to when; nothing where there is no film.
pub fn facts(scene: &Scene, language: Language) -> Option<String> {
    let draft = &scene.draft;
    if !draft.is_ready() {
        return None;
    }
    let mut lines = vec![whole(draft, language)];
    let tracks = draft.tracks.iter().enumerate().filter(|(_, track)| !track.segments.is_empty());
    lines.extend(tracks.map(|(place, track)| of_track(draft, place, track, language)));
    Some(lines.join("\n"))
}

fn whole(draft: &Draft, language: Language) -> String {
    let length = seconds(draft.duration(), language);
    let Canvas { width, height, rate } = draft.canvas;
    let shape = shape(width, height);
    match language {
        English => {
            format!("The film is {length} long, {width}×{height} ({shape}) at {rate}\u{a0}fps.")
        }
        Chinese => format!("影片长 {length}，{width}×{height}（{shape}），每秒 {rate} 帧。"),
    }
}

fn shape(width: u32, height: u32) -> String {
    let (mut large, mut small) = (width.max(1), height.max(1));
    while small > 0 {
        (large, small) = (small, large % small);
    }
    format!("{}:{}", width / large, height / large)
}

fn of_track(draft: &Draft, place: usize, track: &Track, language: Language) -> String {
    let (comma, colon) = if language == English { (", ", ": ") } else { ("，", "：") };
    let mut told: Vec<String> = track
        .segments
        .iter()
        .take(TOLD)
        .map(|segment| of_piece(segment, track, language))
        .collect();
    if track.segments.len() > TOLD {
        told.push("…".into());
    }
    format!("{}{colon}{}", draft.track_label(place), told.join(comma))
}

fn of_piece(segment: &Segment, track: &Track, language: Language) -> String {
    let label = spoken(&segment_label(segment), language);
    let label = if track.kind == Kind::Text { format!("“{label}”") } else { label.to_string() };
    let (from, to) = (segment.start.as_secs_f64(), segment.end().as_secs_f64());
    let mut told = match language {
        English => format!("{label} {from}–{to}\u{a0}s"),
        Chinese => format!("{label} {from}–{to} 秒"),
    };
    let volume = segment.volume.or(track.volume);
    if track.kind == Kind::Audio || volume.is_some() {
        let percent = (volume.unwrap_or(1.0) * 100.0).round();
        told.push_str(&format!(" {percent}%"));
    }
    if let Some(transition) = &segment.transition {
        told.push_str(&format!(" ({})", spoken(&transition.kind.0, language)));
    }
    told
}
