//! The picture and the sound of a film, side by side.
//!
//! The longest work goes first, so that what is left in the end, while others have nothing more to do, is
//! short. The sound is one work among the chunks: of a short film it fills the core that the last chunk
//! leaves idle, and of a long one it is begun first.

use std::cmp::Reverse;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::{TryStreamExt, stream};

use super::Work;
use crate::draft::Frames;
use crate::studio::ffmpeg::{self, run_watched};
use crate::studio::render::Error;
use crate::studio::render::estimate::measured;
use crate::studio::render::graph::{Heard, Joined};
use crate::studio::render::kept_chunks::Key;
use crate::studio::render::measured::remember;
use crate::studio::render::moves::feed;
use crate::studio::render::pieces::{Making, Piece, side_by_side};
use crate::studio::render::progress::Stage;

/// What is to be joined.
pub(super) struct Made {
    /// None where only sound is wanted.
    pub(super) picture: Option<Joined>,
    /// None where nobody will hear it.
    pub(super) sound: Option<Heard>,
    pub(super) is_sound_reused: bool,
}

/// Something to do that others can be done beside.
#[derive(Clone, Copy)]
enum Job<'a> {
    Chunk(&'a Making),
    Sound,
}

/// A second of sound takes about as long as so many frames of picture, mixed and coded.
const SOUND_OF_SECOND: u64 = 2;

/// How far the making of a film is.
struct Begun {
    at: Instant,
    /// Frames that are there.
    frames: AtomicU64,
    /// Chunks that are not.
    chunks_left: AtomicUsize,
    /// What it took until the last of them was there.
    chunks_took: OnceLock<Duration>,
    /// The sound, and whether it was there already.
    sound: OnceLock<(Option<Heard>, bool)>,
}

impl Work<'_> {
    /// Makes what is not there yet. `key` is what the sound is kept under.
    pub(super) async fn make_all(
        &self,
        pieces: &[Piece],
        key: Option<&Key>,
    ) -> Result<Made, Error> {
        let wanted = pieces.iter().filter_map(Piece::making).filter(|making| !making.is_made);
        let mut jobs: Vec<Job<'_>> = wanted.map(Job::Chunk).collect();
        let chunks = jobs.len();
        jobs.push(Job::Sound);
        jobs.sort_by_key(|job| Reverse(self.frames_worth(*job)));
        let begun = Begun {
            at: Instant::now(),
            frames: AtomicU64::new(pieces.iter().map(|piece| piece.done().0).sum()),
            chunks_left: AtomicUsize::new(chunks),
            chunks_took: OnceLock::new(),
            sound: OnceLock::new(),
        };
        // First what is there already, so that the pace is told from what is made.
        self.teller.encoded(Frames(begun.frames.load(Ordering::Relaxed)));
        self.teller.begins(if chunks == 0 { Stage::Sound } else { Stage::Pictures });
        // Where every chunk has its core, the sound waits for none of them.
        let at_once = side_by_side() + usize::from(chunks <= side_by_side());
        let made = stream::iter(jobs.into_iter().map(Ok));
        made.try_for_each_concurrent(at_once, |job| self.make_one(job, key, &begun)).await?;
        if let (Some(how), Some(took)) = (self.how, begun.chunks_took.get()) {
            let measured = measured(how, self.plan, pieces, took.as_secs_f64());
            remember(&self.order.scratch, measured);
        }
        let picture = self.put_together(pieces).await?;
        let (sound, is_sound_reused) = begun.sound.into_inner().unwrap_or_default();
        Ok(Made { picture, sound, is_sound_reused })
    }

    fn frames_worth(&self, job: Job<'_>) -> u64 {
        match job {
            Job::Chunk(making) => making.length.0,
            Job::Sound => self.length().0 * SOUND_OF_SECOND / 1000,
        }
    }

    async fn make_one(&self, job: Job<'_>, key: Option<&Key>, begun: &Begun) -> Result<(), Error> {
        match job {
            Job::Chunk(making) => {
                self.make(making, &begun.frames).await?;
                if begun.chunks_left.fetch_sub(1, Ordering::Relaxed) == 1 {
                    // There is one last chunk.
                    let _ = begun.chunks_took.set(begun.at.elapsed());
                    if begun.sound.get().is_none() {
                        self.teller.begins(Stage::Sound);
                    }
                }
            }
            Job::Sound => {
                // It is made once, so the place is empty.
                let _ = begun.sound.set(self.sound(key).await?);
            }
        }
        Ok(())
    }

    /// Renders a chunk; `done` counts the frames of the film that are there.
    async fn make(&self, making: &Making, done: &AtomicU64) -> Result<(), Error> {
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

    async fn put_together(&self, pieces: &[Piece]) -> Result<Option<Joined>, Error> {
        if pieces.is_empty() {
            return Ok(None);
        }
        let made: Option<Vec<&Making>> = pieces.iter().map(Piece::making).collect();
        match made {
            Some(made) => self.list(&made).map(Some),
            None => self.splice(pieces).await.map(Some),
        }
    }
}
