//! Making reels in the background, the one around what is looked at first.
//!
//! One is made at a time, by a process that takes only what nobody else wants of the processor. Renders
//! have the machine for themselves: as soon as one begins, what is being made is given up.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::spawn_blocking;

use super::film::{Film, Shooting, Subject};
use super::reel::Half;
use super::{Looks, Making};
use crate::studio::ffmpeg::stream_gently;
use crate::studio::render::kept_chunks::{KeptChunks, Key};
use crate::studio::render::moves::{Stills, feed};
use crate::studio::render::prepare::prepare;
use crate::studio::render::work_folder::{WorkFolder, sweep};
use crate::studio::render::{Error, graph};

/// Where nothing comes for so long, the machine is too busy, or the file is broken.
const SILENCE: Duration = Duration::from_secs(60);

/// To look at the sources of a film.
const PATIENCE: Duration = Duration::from_secs(20);

impl Looks {
    /// Makes reels of what is looked at, for as long as the future is kept, and waits where there is
    /// nothing to be made. `renders` is how many renders run.
    pub async fn make_ahead(self, mut renders: watch::Receiver<usize>) {
        let scratch = self.inner.scratch.clone();
        let _ = spawn_blocking(move || sweep(&scratch)).await;
        let mut subject = self.inner.subject.subscribe();
        loop {
            self.inner.looked.notified().await;
            let asked = self.asked();
            loop {
                if renders.wait_for(|running| *running == 0).await.is_err() {
                    return;
                }
                let looked_at = subject.borrow_and_update().clone();
                let Some(looked_at) = looked_at else { break };
                tokio::select! {
                    biased;
                    Ok(_) = renders.wait_for(|running| *running > 0) => {}
                    Ok(()) = subject.changed() => {}
                    is_more = self.make_next(&looked_at) => if !is_more { break },
                }
            }
            self.inner.rested.send_replace(asked);
        }
    }

    /// Waits until nothing more is to be made of what was looked at until now.
    pub async fn rest(&self) {
        let asked = self.asked();
        let _ = self.inner.rested.subscribe().wait_for(|rested| *rested >= asked).await;
    }

    /// Makes the reel that is wanted most; false when none is wanted.
    async fn make_next(&self, subject: &Arc<Subject>) -> bool {
        let Some(film) = self.film_of(subject).await else { return false };
        let Some(reel) = film.next(film.frame_at(self.at())) else { return false };
        if let Err(error) = self.make(&film, reel).await {
            tracing::info!(%error, "small pictures of a film were not made");
        }
        film.settle(reel, true);
        true
    }

    /// The film, resolved; kept for the looks that follow.
    async fn film_of(&self, subject: &Arc<Subject>) -> Option<Arc<Film>> {
        if let Some(film) = self.film_like(subject) {
            return Some(film);
        }
        let (scratch, known) = (&self.inner.scratch, &self.inner.known);
        let Subject { draft, media, .. } = &**subject;
        let library = known.examine_all(draft, media, scratch, PATIENCE).await.ok()?;
        let of = Arc::clone(subject);
        let film = spawn_blocking(move || Film::of(&of, &library)).await.ok()??;
        let film = Arc::new(film);
        self.keep_film(subject, &film);
        Some(film)
    }

    async fn make(&self, film: &Arc<Film>, reel: usize) -> Result<(), Error> {
        let scratch = self.inner.scratch.clone();
        let kept = KeptChunks::open_reels(&scratch).map_err(Error::write(&scratch))?;
        let (film, own) = (Arc::clone(film), scratch.clone());
        let planned = spawn_blocking(move || {
            let shooting = film.shooting(reel);
            let key = shooting.key(&own)?;
            io::Result::Ok((shooting, key))
        });
        let planned = planned.await.unwrap_or_else(|panic| Err(io::Error::other(panic)));
        let (shooting, key) = planned.map_err(Error::write(&scratch))?;
        if !shooting.reads() || kept.has(&key) {
            return Ok(());
        }
        let half = kept.begin().and_then(Half::begin).map_err(Error::write(&scratch))?;
        let making = Arc::new(Mutex::new(half));
        let _shown = self.show(&key, &making);
        shoot(&shooting, &scratch, &making).await?;
        keep(&shooting, making, (kept, key)).await.map_err(Error::write(&scratch))
    }

    /// Lets looks find a reel while it is made, for as long as the value is kept.
    fn show(&self, key: &Key, half: &Arc<Mutex<Half>>) -> Shown<'_> {
        self.set_making(Some(Making { key: key.clone(), half: Arc::clone(half) }));
        Shown(self)
    }
}

/// A reel can be looked at while it is made.
struct Shown<'a>(&'a Looks);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        self.0.set_making(None);
    }
}

async fn shoot(shooting: &Shooting, scratch: &Path, making: &Mutex<Half>) -> Result<(), Error> {
    let folder = WorkFolder::make(scratch).map_err(Error::write(scratch))?;
    let prepared = prepare(&shooting.words, folder.path()).await?;
    let recipe = graph::reel(&shooting.chunk, &prepared.drawings);
    let beside = folder.path().join("reel");
    let fed = feed(&recipe, &beside, &Stills::default()).await?;
    let take = |piece: &[u8]| making.lock().unwrap_or_else(PoisonError::into_inner).take(piece);
    stream_gently(recipe.piped(&beside), SILENCE, take).await?;
    drop(fed);
    Ok(())
}

/// Keeps a reel, if every frame has come.
async fn keep(
    shooting: &Shooting,
    making: Arc<Mutex<Half>>,
    (kept, key): (KeptChunks, Key),
) -> io::Result<()> {
    let expected = shooting.chunk.length.0;
    let keeping = move || {
        let mut making = making.lock().unwrap_or_else(PoisonError::into_inner);
        let frames = making.frames();
        if frames as u64 != expected {
            return Err(io::Error::other(format!("{frames} frames instead of {expected}")));
        }
        kept.keep_begun(&key, making.finish()?)?;
        kept.sweep();
        Ok(())
    };
    spawn_blocking(keeping).await.unwrap_or_else(|panic| Err(io::Error::other(panic)))
}
