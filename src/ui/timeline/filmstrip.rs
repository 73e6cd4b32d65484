//! Small pictures along the pieces of a video lane.
//!
//! A piece is filled with pictures side by side, from where it begins. Which moment each shows is rounded
//! to steps that double with the zoom, so that scrolling and zooming meet the same moments again.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{State, TrackIndex};
use crate::draft::{Kind, Millis, Segment, Track};
use crate::link::Still;
use crate::ui::preview::draw_part;

use super::piece::Piece;
use super::scale::Scale;

/// Rows and columns of a picture: two pixels in a row, in the shape of most films.
const ROWS: u16 = 2;
const COLS: u16 = 7;

/// A piece that is narrower shows nothing that could be known.
const NARROW: u16 = 3;

/// The shortest time between two pictures of a file.
const STEP: u64 = 250;

/// The rows of a lane that the pictures take, below the name.
pub(super) fn rows(kind: Kind, place: Rect) -> Option<Rect> {
    let fits = kind == Kind::Video && place.height > ROWS;
    fits.then_some(Rect { y: place.y + 1, height: ROWS, ..place })
}

/// Whether a lane's height has room for them.
pub(super) const fn fits(lane_rows: u16) -> bool {
    lane_rows > ROWS
}

/// The pictures of a lane, from the left.
pub(super) fn wishes(
    state: &State,
    track: &Track,
    index: &TrackIndex,
    scale: &Scale,
) -> Vec<Still> {
    let seen = index.seen(scale.left, scale.right());
    // More pieces than columns are all too narrow but for a few.
    if track.kind != Kind::Video || seen.len() > usize::from(scale.cols) {
        return Vec::new();
    }
    let pieces = seen.filter_map(|place| index.segment(track, place));
    let stills = pieces.flat_map(|segment| {
        let file = segment.source.clone();
        tiles(state, segment, scale).filter_map(move |(_, at)| {
            let (width, height) = (u32::from(COLS), 2 * u32::from(ROWS));
            Some(Still { file: file.clone()?, at, width, height })
        })
    });
    stills.collect()
}

/// Draws those that have come.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    piece: &Piece<'_>,
    state: &State,
    scale: &Scale,
) {
    let (Some(rows), Some(file)) = (rows(piece.kind, area), &piece.segment.source) else { return };
    if piece.crowded || !piece.filmstrip {
        return;
    }
    // The edge stays where the piece begins.
    let edge = u16::from(piece.segment.start >= scale.left);
    let start = scale.col(piece.segment.start) + edge;
    let end = scale.col(piece.segment.end());
    let clip = Rect { x: rows.x + start, width: end.saturating_sub(start), ..rows };
    for (col, at) in tiles(state, piece.segment, scale) {
        if let Some(picture) = state.pictures.filmstrip.find(file, at) {
            let indent = (i64::from(COLS) - i64::from(picture.width)) / 2;
            let x = i64::from(rows.x) + col + indent;
            draw_part(buffer, clip, (x, i64::from(rows.y)), picture, state.preview.depth);
        }
    }
}

/// The column in which each picture of a piece begins, which may lie left of the lane, and the moment of
/// the file that it shows.
fn tiles(
    state: &State,
    segment: &Segment,
    scale: &Scale,
) -> impl Iterator<Item = (i64, Millis)> + use<> {
    let micros = i64::try_from(scale.micros).unwrap_or(i64::MAX);
    let cols = |time: Millis| {
        let along = signed(time) - signed(scale.left);
        along.saturating_mul(1000).div_euclid(micros)
    };
    let (from, to) = (cols(segment.start), cols(segment.end()).min(i64::from(scale.cols)));
    let wide = i64::from(COLS);
    let first = if from < 0 { -from / wide } else { 0 };
    let is_shown = to - from >= i64::from(NARROW) && to > 0;
    let last = if is_shown { (to - from - 1) / wide } else { first - 1 };
    let is_still =
        segment.source.as_ref().is_some_and(|file| state.pictures.filmstrip.is_still(file));
    let (length, source_in, speed) = (segment.duration, segment.source_in, segment.speed);
    let reversed = segment.reversed;
    let unit = micros as f64 * f64::from(COLS) / 1000.0;
    let step = step(unit * speed);
    (first..=last).map(move |number| {
        let middle = Millis::from_secs_rounded((number as f64 + 0.5) * unit / 1000.0).min(length);
        let played = Millis::from_secs_rounded(middle.as_secs_f64() * speed);
        let at = if reversed { source_in - played } else { source_in + played };
        let at = if is_still { Millis::ZERO } else { Millis(at.0 / step * step) };
        (from + number * wide, at)
    })
}

fn signed(time: Millis) -> i64 {
    i64::try_from(time.0).unwrap_or(i64::MAX)
}

/// The time between two pictures, doubled up from the shortest to no more than what each covers.
fn step(covered: f64) -> u64 {
    let mut step = STEP;
    while (step * 2) as f64 <= covered && step < 1 << 40 {
        step *= 2;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::SegmentId;
    use crate::ui::testing::Editor;

    fn shown(segment: &Segment, scale: &Scale) -> Vec<(i64, u64)> {
        let state = Editor::english(120, 36).state;
        tiles(&state, segment, scale).map(|(col, at)| (col, at.0)).collect()
    }

    fn piece(start: u64, length: u64) -> Segment {
        Segment::new(SegmentId::new("a"), Millis(start), Millis(length))
    }

    #[test]
    fn pictures_stand_side_by_side_and_show_what_is_there() {
        let scale = Scale { left: Millis(0), micros: 100_000, cols: 40 };
        let whole = shown(&piece(500, 3000), &scale);
        assert_eq!(whole, [(5, 0), (12, 1000), (19, 1500), (26, 2000), (33, 3000)]);
        let later = Segment { source_in: Millis(10_000), speed: 2.0, ..piece(500, 3000) };
        assert_eq!(shown(&later, &scale)[..2], [(5, 10_000), (12, 12_000)]);
    }

    #[test]
    fn pictures_of_a_clip_that_runs_backwards_do_so_too() {
        let scale = Scale { left: Millis(0), micros: 100_000, cols: 40 };
        let back = Segment { source_in: Millis(10_000), reversed: true, ..piece(500, 3000) };
        assert_eq!(
            shown(&back, &scale),
            [(5, 9500), (12, 8500), (19, 8000), (26, 7500), (33, 7000)]
        );
    }

    #[test]
    fn what_is_not_seen_has_no_pictures_and_scrolling_meets_the_same() {
        let at = |left| Scale { left: Millis(left), micros: 100_000, cols: 40 };
        let long = piece(0, 600_000);
        let here = shown(&long, &at(100_000));
        assert!(here.len() <= 7 && here[0].0 <= 0 && here[6 - 1].0 < 40, "{here:?}");
        let there = shown(&long, &at(100_700));
        assert_eq!(
            there[..5].iter().map(|tile| tile.1).collect::<Vec<_>>(),
            here[1..6].iter().map(|tile| tile.1).collect::<Vec<_>>()
        );
        assert_eq!(shown(&piece(0, 50_000), &at(100_000)), []);
        assert_eq!(shown(&piece(0, 200), &at(0)), [], "too narrow");
    }

    #[test]
    fn steps_double_with_the_zoom() {
        assert_eq!([10.0, 499.0, 500.0, 1999.0, 8000.0].map(step), [250, 250, 500, 1000, 8000]);
    }
}
