//! Pictures and sound, put together in one file.
//!
//! Loading ffmpeg takes as long as joining half a minute of film. Where chunks alone are joined, it is loaded
//! beside the last of them, and then reads what there is to be joined.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::Work;
use crate::draft::Frames;
use crate::studio::ffmpeg::{self, Ahead, run_watched};
use crate::studio::render::graph::{self, Heard, How, Joined};
use crate::studio::render::pieces::{Making, Piece};
use crate::studio::render::splice;
use crate::studio::render::{Error, Mismatch};

/// What chunks and copies are put together in, by its name in the render's folder.
const PICTURE: &str = "picture.mp4";

/// The run that joins, where it waits already.
#[derive(Default)]
pub(super) struct Joining(Mutex<Option<Ahead>>);

impl Joining {
    fn put(&self, ahead: Ahead) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(ahead);
    }

    fn take(&self) -> Option<Ahead> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Work<'_> {
    /// Starts what will join chunks, where nothing else is to be joined.
    pub(super) fn join_soon(&self, pieces: &[Piece]) -> Result<(), Error> {
        if chunks(pieces).is_some() {
            let sound = self.order.form.has_sound().then(|| self.heard());
            self.joining.put(self.ahead(sound.as_ref())?);
        }
        Ok(())
    }

    fn ahead(&self, sound: Option<&Heard>) -> Result<Ahead, Error> {
        let args = graph::join(Some(&Joined::Listed), sound, self.order.form, self.film.path());
        Ok(Ahead::start(args)?)
    }

    /// Joins all pieces, and the sound where there is one.
    pub(super) async fn join(&self, pieces: &[Piece], sound: Option<&Heard>) -> Result<(), Error> {
        let length = self.length().as_secs_f64().max(0.001);
        let told = |progress: ffmpeg::Progress| {
            self.teller.joined(progress.micros as f64 / 1e6 / length);
        };
        if let Some(chunks) = chunks(pieces) {
            let list = self.list(&chunks, pieces).await?;
            let ahead = match self.joining.take() {
                Some(ahead) => ahead,
                None => self.ahead(sound)?,
            };
            ahead.run(&list, self.limits(), told).await?;
            return Ok(());
        }
        let picture = match pieces {
            [] => None,
            pieces => Some(Joined::Whole(self.splice(pieces).await?)),
        };
        let args = graph::join(picture.as_ref(), sound, self.order.form, self.film.path());
        run_watched(args, self.limits(), told).await?;
        Ok(())
    }

    /// What is to be joined, in order. ffmpeg decodes the beginning of every file that it joins, which takes
    /// longer than putting chunks together here, where they can be.
    async fn list(&self, chunks: &[&Making], pieces: &[Piece]) -> Result<Vec<u8>, Error> {
        // The list has no place that names could be beside.
        let folder = std::path::absolute(self.folder.path());
        let folder = folder.map_err(Error::write(self.folder.path()))?;
        let rate = self.plan.canvas.rate;
        let is_joinable = self.how.is_some_and(How::can_be_copied_beside);
        if chunks.len() > 1 && is_joinable {
            match self.splice(pieces).await {
                Ok(_) => {
                    let whole = folder.join(PICTURE);
                    return Ok(graph::list(&[(&whole, self.plan.length)], rate));
                }
                Err(Error::Wrong(_)) => {}
                Err(error) => return Err(error),
            }
        }
        let paths: Vec<PathBuf> = chunks.iter().map(|making| folder.join(&making.name)).collect();
        let listed: Vec<(&Path, Frames)> = paths
            .iter()
            .zip(chunks)
            .map(|(path, making)| (path.as_path(), making.length))
            .collect();
        Ok(graph::list(&listed, rate))
    }

    /// Chunks and copies, put together here.
    async fn splice(&self, pieces: &[Piece]) -> Result<PathBuf, Error> {
        let target = self.folder.path().join(PICTURE);
        let parts: Vec<splice::Part> = pieces.iter().map(Piece::part).collect();
        let (rate, whole) = (self.plan.canvas.rate, target.clone());
        let written = tokio::task::spawn_blocking(move || splice::write(&parts, rate, &whole));
        match written.await.unwrap_or_else(|panic| Err(std::io::Error::other(panic))) {
            Ok(()) => Ok(target),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                tracing::warn!(%error, "the picture could not be put together");
                Err(Mismatch::Unreadable.into())
            }
            Err(error) => Err(Error::write(target)(error)),
        }
    }
}

/// The chunks of a picture that has nothing else; none where it has, and where there is no picture.
fn chunks(pieces: &[Piece]) -> Option<Vec<&Making>> {
    let chunks: Option<Vec<&Making>> = pieces.iter().map(Piece::making).collect();
    chunks.filter(|chunks| !chunks.is_empty())
}
