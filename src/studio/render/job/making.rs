//! The picture and the sound of a film, side by side.
//!
//! The longest chunks go first, so that what is left in the end, while others have nothing more to do, is
//! short. The sound is begun as late as it can be without being waited for: it has the core that chunks which
//! end at different times leave idle. Where there are more cores than that, it waits for nothing.

use std::cmp::Reverse;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::{TryStreamExt, stream};
use tokio::sync::Notify;

use super::Work;
use crate::draft::Frames;
use crate::studio::ffmpeg::{self, run_watched};
use crate::studio::render::Error;
use crate::studio::render::estimate::measured;
use crate::studio::render::graph::Heard;
use crate::studio::render::kept_chunks::Key;
use crate::studio::render::measured::remember;
use crate::studio::render::moves::feed;
use crate::studio::render::pieces::{Making, Piece, side_by_side, spares_cores};
use crate::studio::render::progress::Stage;

/// What there is beside the pieces.
pub(super) struct Made {
    /// None where nobody will hear it.
    pub(super) sound: Option<Heard>,
    pub(super) is_sound_reused: bool,
}

/// A second of sound takes about as long as so many frames of picture, mixed and coded.
const SOUND_OF_SECOND: u64 = 2;

/// How far the making of a film is.
struct Begun {
    at: Instant,
    /// Frames that are there.
    frames: AtomicU64,
    /// Frames of chunks that are not begun, and how few of them there must be for the sound to begin.
    ahead: AtomicU64,
    few: u64,
    are_few: Notify,
    /// Chunks that are not there.
    chunks_left: AtomicUsize,
    /// What it took until the last of them was there.
    chunks_took: OnceLock<Duration>,
    is_heard: AtomicBool,
}

impl Begun {
    /// `wanted` are chunks that are not there, the longest first, and `sound` is how many frames of them the
    /// sound is worth.
    fn new(pieces: &[Piece], wanted: &[&Making], sound: u64) -> Self {
        let ahead = wanted.iter().map(|making| making.length.0).sum();
        let longest = wanted.first().map_or(0, |making| making.length.0);
        Self {
            at: Instant::now(),
            frames: AtomicU64::new(pieces.iter().map(|piece| piece.done().0).sum()),
            ahead: AtomicU64::new(ahead),
            few: if spares_cores() { ahead } else { few(sound, longest) },
            are_few: Notify::new(),
            chunks_left: AtomicUsize::new(wanted.len()),
            chunks_took: OnceLock::new(),
            is_heard: AtomicBool::new(false),
        }
    }

    /// Waits until few chunks are ahead.
    async fn turn_of_sound(&self) {
        if self.ahead.load(Ordering::Relaxed) > self.few {
            self.are_few.notified().await;
        }
    }

    /// Whether that was the last one.
    fn begins(&self, making: &Making) -> bool {
        let left = self.ahead.fetch_sub(making.length.0, Ordering::Relaxed) - making.length.0;
        if left <= self.few {
            self.are_few.notify_one();
        }
        left == 0
    }

    /// Whether that was the last one.
    fn ends(&self) -> bool {
        let was_last = self.chunks_left.fetch_sub(1, Ordering::Relaxed) == 1;
        if was_last {
            // There is one last chunk.
            let _ = self.chunks_took.set(self.at.elapsed());
        }
        was_last
    }
}

/// How few frames may be ahead when the sound begins. Beside two chunks it has a good half of a core, so that
/// twice its worth must be left of the picture, and about one long chunk of that is being made already.
const fn few(sound: u64, longest: u64) -> u64 {
    (2 * sound).saturating_sub(longest)
}

impl Work<'_> {
    /// Makes what is not there yet. `key` is what the sound is kept under.
    pub(super) async fn make_all(
        &self,
        pieces: &[Piece],
        key: Option<&Key>,
    ) -> Result<Made, Error> {
        let wanted = pieces.iter().filter_map(Piece::making).filter(|making| !making.is_made);
        let mut wanted: Vec<&Making> = wanted.collect();
        wanted.sort_by_key(|making| Reverse(making.length));
        let begun = Begun::new(pieces, &wanted, self.length().0 * SOUND_OF_SECOND / 1000);
        // First what is there already, so that the pace is told from what is made.
        self.teller.encoded(Frames(begun.frames.load(Ordering::Relaxed)));
        self.teller.begins(if wanted.is_empty() { Stage::Sound } else { Stage::Pictures });
        let chunks = async {
            let chunks = stream::iter(wanted.into_iter().map(Ok));
            chunks
                .try_for_each_concurrent(side_by_side(), |making| self.make(making, pieces, &begun))
                .await
        };
        let sound = async {
            begun.turn_of_sound().await;
            let sound = self.sound(key).await?;
            begun.is_heard.store(true, Ordering::Relaxed);
            Ok(sound)
        };
        let ((), (sound, is_sound_reused)) = tokio::try_join!(chunks, sound)?;
        if let (Some(how), Some(took)) = (self.how, begun.chunks_took.get()) {
            let measured = measured(how, self.plan, pieces, took.as_secs_f64());
            remember(&self.order.scratch, measured);
        }
        Ok(Made { sound, is_sound_reused })
    }

    /// Renders a chunk, one of the pieces.
    async fn make(&self, making: &Making, pieces: &[Piece], begun: &Begun) -> Result<(), Error> {
        if begun.begins(making) {
            self.join_soon(pieces)?;
        }
        self.encode(making, &begun.frames).await?;
        if begun.ends() && !begun.is_heard.load(Ordering::Relaxed) {
            self.teller.begins(Stage::Sound);
        }
        Ok(())
    }

    /// `done` counts the frames of the film that are there.
    async fn encode(&self, making: &Making, done: &AtomicU64) -> Result<(), Error> {
        let mut before = 0;
        let told = |progress: ffmpeg::Progress| {
            let now = progress.frames.min(making.length.0).max(before);
            let all = done.fetch_add(now - before, Ordering::Relaxed) + now - before;
            before = now;
            self.teller.encoded(Frames(all));
        };
        let fed = feed(&making.recipe, &making.target, &self.stills).await?;
        let run = run_watched(making.recipe.args(&making.target), self.limits(), told).await;
        run.map_err(Error::run_below(&self.order.scratch))?;
        drop(fed);
        if let Some(key) = &making.key {
            self.kept.keep(key, &making.target);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::few;

    #[test]
    fn a_short_sound_begins_with_the_last_chunk_and_a_long_one_long_before() {
        // Thirty seconds and ten minutes of sound, chunks of at most five and eight seconds.
        assert_eq!(few(60, 150), 0);
        assert_eq!(few(1200, 240), 2160);
    }
}
