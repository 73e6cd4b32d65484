//! Footage that runs backwards.
//!
//! Its frames are made forwards, by the very chain that makes them in a film, a short piece at a time
//! from the end of the part to its beginning, and each piece is handed on in the opposite order. So
//! memory is bounded by the piece, whatever the length of the clip, and the frames are those of the
//! clip played forwards.

use crate::draft::{FrameRate, Millis};
use crate::studio::render::footage::{Motion, Picture, Size};
use crate::studio::render::moves::{Reversed, ReversedRun};

use super::input::{Input, QUIET};

/// Bytes of frames that are held to be turned round. Fewer cost more: each piece is decoded from the key
/// frame before it.
const HELD: usize = 96_000_000;

/// Seconds of a piece at most.
const LONGEST: f64 = 2.0;

/// What is wanted of a source.
pub(super) struct Wanted {
    /// The moment before which the first frame lies.
    pub(super) from: Millis,
    /// Frames of the film that lie before the first that is wanted.
    pub(super) skip: u64,
    pub(super) frames: u64,
    pub(super) speed: f64,
    pub(super) rate: FrameRate,
    pub(super) shown: Size,
    pub(super) alpha: bool,
}

/// An input of frames in the opposite order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Backwards {
    pub(super) shown: Size,
    pub(super) rate: FrameRate,
    alpha: bool,
    pieces: Vec<Piece>,
    /// All of that, in words.
    pub(super) told: String,
}

/// Some frames in a row, made forwards.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    input: Input,
    graph: String,
    /// How often its earliest frame is shown once more, where the source has nothing before it.
    held: u64,
}

impl Backwards {
    /// `played` makes so many frames from a moment of the source on.
    pub(super) fn of(
        wanted: &Wanted,
        picture: Picture,
        played: impl Fn(f64, u64) -> (Input, String),
    ) -> Self {
        let &Wanted { shown, rate, alpha, .. } = wanted;
        let piece = |(at, frames, held): (f64, u64, u64)| {
            let (input, chain) = played(within(at, picture, rate), frames);
            let graph = format!("[0:{}]{chain}[turned]", picture.stream);
            Piece { input, graph, held }
        };
        let pieces: Vec<Piece> = stretches(wanted).into_iter().map(piece).collect();
        let told = pieces.iter().map(|Piece { input, graph, held }| {
            format!("{} {graph} {held}", input.options().collect::<Vec<_>>().join(" "))
        });
        let told = format!("backwards {shown:?} {alpha} {}", told.collect::<Vec<_>>().join("\n"));
        Self { shown, rate, alpha, pieces, told }
    }

    /// The format of its pixels.
    pub(super) fn pixels(&self) -> &'static str {
        if self.alpha { "yuva420p" } else { "yuv420p" }
    }

    /// Decoded by no more threads than that.
    pub(super) fn spare(&mut self, threads: usize) {
        for piece in &mut self.pieces {
            piece.input = piece.input.clone().sparing(threads);
        }
    }

    /// The runs that make its frames, in the order in which they are wanted.
    pub(super) fn runs(&self) -> Reversed {
        let run = |piece: &Piece| {
            let how = ["-filter_complex", &piece.graph, "-map", "[turned]"];
            let written = ["-an", "-pix_fmt", self.pixels(), "-f", "rawvideo", "pipe:1"];
            let quiet = QUIET.iter().map(std::ffi::OsString::from);
            let rest = how.iter().chain(&written).map(std::ffi::OsString::from);
            let args = quiet.chain(piece.input.args()).chain(rest).collect();
            ReversedRun { args, held: piece.held }
        };
        let frame = bytes(self.shown, self.alpha);
        Reversed { frame, runs: self.pieces.iter().map(run).collect() }
    }
}

/// The moment of its first frame, the number of its frames, and how often that first frame is held, for
/// each piece.
fn stretches(wanted: &Wanted) -> Vec<(f64, u64, u64)> {
    let &Wanted { skip, frames, speed, rate, shown, alpha, .. } = wanted;
    let from = wanted.from.as_secs_f64();
    let step = speed / rate.as_f64();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
    let (there, longest) =
        ((from / step + 0.01) as u64, (rate.as_f64() * LONGEST).round().max(1.0) as u64);
    let most = ((HELD / bytes(shown, alpha).max(1)) as u64).clamp(1, longest);
    let end = skip + frames;
    let mut found = Vec::new();
    let mut done = skip;
    while done < end {
        let next = (done + most).min(end).min(there.max(done + 1));
        let at = (from - next as f64 * step).max(0.0);
        // Before its beginning a source has nothing more: its first frame stays.
        let held = if next >= there { end - next } else { 0 };
        found.push((at, next - done, held));
        done = next + held;
    }
    found
}

/// Past its end a clip has nothing to begin with, so its last frames are taken.
fn within(at: f64, picture: Picture, rate: FrameRate) -> f64 {
    match picture.motion {
        Motion::Clip { duration: Some(length) } => {
            at.min((length.as_secs_f64() - 2.0 / rate.as_f64()).max(0.0))
        }
        _ => at,
    }
}

/// Of a frame: brightness, two of colour at half the size, and how solid it is.
fn bytes(size: Size, alpha: bool) -> usize {
    let (width, height) = (size.width as usize, size.height as usize);
    let solid = if alpha { width * height } else { 0 };
    width * height + 2 * width.div_ceil(2) * height.div_ceil(2) + solid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(from: u64, skip: u64, frames: u64) -> Wanted {
        let shown = Size { width: 320, height: 180 };
        let rate = FrameRate::whole(10);
        Wanted { from: Millis(from), skip, frames, speed: 1.0, rate, shown, alpha: false }
    }

    fn rounded(wanted: &Wanted) -> Vec<(u64, u64, u64)> {
        let found = stretches(wanted).into_iter();
        let tenths = |at: f64| (at * 10.0).round() as u64;
        found.map(|(at, frames, held)| (tenths(at), frames, held)).collect()
    }

    #[test]
    fn pieces_lead_from_the_in_point_to_the_beginning_and_stay_there() {
        assert_eq!(rounded(&wanted(5000, 0, 50)), [(30, 20, 0), (10, 20, 0), (0, 10, 0)]);
        assert_eq!(rounded(&wanted(5000, 30, 10)), [(10, 10, 0)], "the middle of a shot");
        assert_eq!(rounded(&wanted(1000, 0, 15)), [(0, 10, 5)], "under a crossing");
        assert_eq!(rounded(&wanted(1000, 12, 3)), [(0, 1, 2)]);
        assert_eq!(rounded(&wanted(0, 0, 3)), [(0, 1, 2)]);
    }

    #[test]
    fn frames_that_are_large_are_held_a_few_at_a_time() {
        let large = Wanted { shown: Size { width: 3840, height: 2160 }, ..wanted(60_000, 0, 300) };
        assert!(stretches(&large).iter().all(|(_, frames, _)| *frames <= 7));
    }
}
