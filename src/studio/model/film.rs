//! The film and the files in words, as a model reads them.
//!
//! Clips have the numbers that calls name them by. Of a file only its name, kind, length and size are
//! told; where it lies is not.

use crate::draft::{Draft, Kind, Millis, Segment, Track, segment_label};
use crate::studio::agent::Scene;
use crate::studio::media::Media;

/// So many clips and files are told; the rest is counted.
const TOLD: usize = 300;
/// Longer names and texts are cut.
const LONGEST: usize = 120;

/// The scene in words.
pub(super) fn told(scene: &Scene) -> String {
    format!("{}\n\n{}", film(&scene.draft), files(&scene.media))
}

/// The film alone.
pub(super) fn film(draft: &Draft) -> String {
    let canvas = draft.canvas;
    let mut lines = vec![format!(
        "Film: {}x{}, {} frames a second, {} long",
        canvas.width,
        canvas.height,
        canvas.rate.as_f64(),
        draft.duration()
    )];
    let mut left = TOLD;
    for (place, track) in draft.tracks.iter().enumerate() {
        lines.push(format!("{} ({}):", draft.track_label(place), kind(track)));
        let mut ordered: Vec<&Segment> = track.segments.iter().collect();
        ordered.sort_by_key(|segment| segment.start);
        let told = ordered.iter().take(left).enumerate();
        lines.extend(told.map(|(number, segment)| clip(number + 1, segment)));
        if ordered.len() > left {
            lines.push(format!("  and {} more, to {}", ordered.len() - left, track.end()));
        }
        left = left.saturating_sub(ordered.len());
    }
    if draft.segments().next().is_none() {
        lines.push("The timeline is empty.".into());
    }
    lines.join("\n")
}

fn kind(track: &Track) -> &'static str {
    match track.kind {
        Kind::Video => "pictures",
        Kind::Audio => "sound",
        Kind::Text => "words",
        Kind::Other(_) => "other",
    }
}

fn clip(number: usize, segment: &Segment) -> String {
    let mut line =
        format!("  clip {number}: {} {}-{}", quoted(&name(segment)), segment.start, segment.end());
    let mut more = |text: String| {
        line.push_str(", ");
        line.push_str(&text);
    };
    if !segment.source_in.is_zero() {
        more(format!("from {} of its file", segment.source_in));
    }
    if (segment.speed - 1.0).abs() > f64::EPSILON {
        more(format!("{} times as fast", segment.speed));
    }
    if segment.reversed {
        more("backwards".to_owned());
    }
    if let Some(volume) = segment.volume {
        more(format!("volume {:.0}%", volume * 100.0));
    }
    let times = [("fade-in", segment.fade_in), ("fade-out", segment.fade_out)];
    for (name, time) in times.into_iter().filter(|(_, time)| *time != Millis::ZERO) {
        more(format!("{name} {time}"));
    }
    if let Some(transition) = &segment.transition {
        more(format!("begins with a {} of {}", transition.kind.0, transition.duration));
    }
    for effect in &segment.effects {
        more(effect.to_string());
    }
    line
}

fn files(media: &[Media]) -> String {
    if media.is_empty() {
        return "Files: none".into();
    }
    let mut lines = vec!["Files:".to_owned()];
    lines.extend(media.iter().take(TOLD).map(file));
    if media.len() > TOLD {
        lines.push(format!("  and {} more", media.len() - TOLD));
    }
    lines.join("\n")
}

fn file(media: &Media) -> String {
    let mut line = format!("  {} {}", quoted(&media.name), media.kind.name());
    if let Some(length) = media.duration {
        line.push_str(&format!(", {length}"));
    }
    if let (Some(width), Some(height)) = (media.width, media.height) {
        line.push_str(&format!(", {width}x{height}"));
    }
    line
}

/// What it is called; of an address or a path only the file's name.
fn name(segment: &Segment) -> String {
    let label = segment_label(segment);
    if segment.text.is_some() || !(label.contains("://") || label.starts_with('/')) {
        return label;
    }
    let path = label.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    // As JSON has it, so that no name can end its line.
    serde_json::Value::from(short).to_string()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::api::wire::MediaKind;
    use crate::draft::{SegmentId, Transition, TransitionKind};

    fn segment(number: u64, source: &str) -> Segment {
        let id = SegmentId::new(format!("s{number}"));
        let mut segment = Segment::new(id, Millis(number * 2_000), Millis(2_000));
        segment.source = Some(source.to_owned());
        segment
    }

    #[test]
    fn clips_have_their_numbers_and_neither_paths_nor_addresses_are_told() {
        let mut track = Track::new(Kind::Video);
        let mut second = segment(1, "http://127.0.0.1:4/files/s/b.mp4?key=secret");
        second.volume = Some(0.5);
        let duration = Millis(500);
        second.transition = Some(Transition { kind: TransitionKind::crossfade(), duration });
        track.segments = vec![second, segment(0, "a.jpg")];
        let media = Media {
            name: "a\n.jpg".into(),
            path: PathBuf::from("/home/me/secret/a.jpg"),
            kind: MediaKind::Image,
            bytes: 1,
            duration: None,
            width: Some(40),
            height: Some(30),
            fps: None,
            has_audio: false,
            hash: "hash".into(),
        };
        let draft = Draft { tracks: vec![track], ..Draft::default() };
        let told = told(&Scene { draft, media: vec![media], ..Scene::default() });
        assert_eq!(
            told,
            "Film: 1920x1080, 30 frames a second, 4s long\nV1 (pictures):\n  clip 1: \"a.jpg\" 0s-2s\n  \
             clip 2: \"b.mp4\" 2s-4s, volume 50%, begins with a crossfade of 0.5s\n\nFiles:\n  \
             \"a\\n.jpg\" image, 40x30"
        );
    }

    #[test]
    fn a_long_film_is_cut_short() {
        let mut track = Track::new(Kind::Video);
        track.segments = (0..1_000).map(|number| segment(number, "a.jpg")).collect();
        let told = film(&Draft { tracks: vec![track], ..Draft::default() });
        assert_eq!(told.lines().count(), 2 + TOLD + 1);
        assert!(told.ends_with("  and 700 more, to 2000s"), "{told}");
    }
}
