//! Films as tracks in ASCII: a column is half a second.

use cutroom::draft::{Draft, Kind, Millis, Segment, SegmentId, Track, segment_label};

const COLUMN: u64 = 500;

/// The film of a picture.
pub fn film(picture: &str) -> Draft {
    let mut draft = Draft::default();
    let mut number = 0;
    for line in picture.split(" / ") {
        let (label, columns) = line.split_once(' ').expect("a label and columns");
        let kind = if label.starts_with('V') { Kind::Video } else { Kind::Text };
        let mut track = Track::new(kind);
        let mut at = 0;
        for columns in columns.split('|') {
            let letters: Vec<char> = columns.chars().collect();
            for run in letters.chunk_by(|one, other| one == other) {
                let length = run.len() as u64 * COLUMN;
                if run[0] != '.' {
                    number += 1;
                    let id = SegmentId::new(format!("s{number}"));
                    let mut segment = Segment::new(id, Millis(at), Millis(length));
                    match kind {
                        Kind::Text => segment.text = Some(run[0].to_string()),
                        _ => segment.source = Some(format!("{}.jpg", run[0])),
                    }
                    track.segments.push(segment);
                }
                at += length;
            }
        }
        draft.tracks.push(track);
    }
    draft
}

/// The picture of a film.
pub fn picture(draft: &Draft) -> String {
    let line = |(place, track): (usize, &Track)| {
        let mut line = format!("{} ", draft.track_label(place));
        let mut last: Option<(u64, char)> = None;
        for segment in &track.segments {
            let letter = segment_label(segment).chars().next().unwrap_or('?');
            let (from, to) = (column(segment.start), column(segment.end()));
            let gap = from.saturating_sub(last.map_or(0, |(end, _)| end));
            if gap == 0 && last.is_some_and(|(_, before)| before == letter) {
                line.push('|');
            }
            line.extend(std::iter::repeat_n('.', gap as usize));
            line.extend(std::iter::repeat_n(letter, (to - from) as usize));
            last = Some((to, letter));
        }
        line
    };
    let lines: Vec<String> = draft.tracks.iter().enumerate().map(line).collect();
    lines.join(" / ")
}

/// To the nearest column: a picture does not show single frames.
fn column(time: Millis) -> u64 {
    (time.0 + COLUMN / 2) / COLUMN
}
