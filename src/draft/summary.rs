//! A draft in one line of words, as the contract gives it.

use super::{Draft, Generated, Kind, Millis, Segment, Track};

/// What people call a segment: its name, its words, its source, or what made it.
#[must_use]
pub fn segment_label(segment: &Segment) -> String {
    let named = [&segment.name, &segment.text, &segment.source];
    if let Some(label) = named.into_iter().flatten().find(|label| !label.trim().is_empty()) {
        return label.clone();
    }
    match &segment.generated {
        Some(Generated::Music { mood, .. }) => mood.name().to_owned(),
        Some(Generated::Background { .. }) => "background".to_owned(),
        None => String::new(),
    }
}

/// `Timeline (2 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%)`.
///
/// A track of many segments names the first three and counts the rest.
#[must_use]
pub fn summary(draft: &Draft) -> String {
    let count = draft.tracks.len();
    let plural = if count == 1 { "" } else { "s" };
    let mut line = format!("Timeline ({count} track{plural}):");
    for (index, track) in draft.tracks.iter().enumerate() {
        line.push_str(&format!(" {}. {}: {}", index + 1, track_word(track), track_words(track)));
    }
    line
}

fn track_word(track: &Track) -> String {
    if let Some(name) = &track.name {
        return name.clone();
    }
    match track.kind {
        Kind::Video => "Video".into(),
        Kind::Audio => "BGM".into(),
        Kind::Text => "Title".into(),
        Kind::Other(number) => format!("Track type {number}"),
    }
}

/// Beyond this many, segments are counted instead of named: it is one line.
const NAMED: usize = 3;

fn track_words(track: &Track) -> String {
    if track.segments.is_empty() {
        return "empty".into();
    }
    let named = track.segments.iter().take(NAMED);
    let mut words: Vec<String> = named.map(|segment| segment_words(track, segment)).collect();
    let rest = track.segments.len().saturating_sub(NAMED);
    if rest > 0 {
        words.push(format!("and {rest} more to {}", track.end()));
    }
    words.join(", ")
}

fn segment_words(track: &Track, segment: &Segment) -> String {
    let label = match track.kind {
        Kind::Text => format!("\"{}\"", segment_label(segment)),
        _ => segment_label(segment),
    };
    let volume = segment.volume.or(track.volume);
    let percent = volume.map(|volume| format!(", {:.0}%", volume * 100.0)).unwrap_or_default();
    let start = bare(segment.start);
    format!("{label} ({start}-{}{percent})", segment.end())
}

fn bare(time: Millis) -> String {
    time.to_string().trim_end_matches('s').to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::draft::wire::decode;

    use super::*;

    #[test]
    fn the_contracts_own_example_comes_out_to_the_letter() {
        let value = json!({"t": [
            {"tt": 0, "sg": [{"d": 10000, "m": {"name": "city timelapse"}}]},
            {"tt": 1, "sg": [{"d": 10000, "m": {"name": "Lo-fi", "volume": 0.35}}]},
            {"tt": 7, "sg": [{"d": 3000, "m": {"text": "Urban Dreams"}}]},
        ]});
        let draft = decode(&value).expect("an object");
        assert_eq!(
            summary(&draft),
            "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) \
             3. Title: \"Urban Dreams\" (0-3s)"
        );
    }

    #[test]
    fn many_segments_are_counted() {
        let segments: Vec<_> =
            (1..=6).map(|n| json!({"d": 5000, "src": format!("{n}.jpg")})).collect();
        let draft = decode(&json!({"t": [{"tt": 0, "sg": segments}]})).expect("an object");
        assert_eq!(
            summary(&draft),
            "Timeline (1 track): 1. Video: 1.jpg (0-5s), 2.jpg (5-10s), 3.jpg (10-15s), \
             and 3 more to 30s"
        );
    }
}
