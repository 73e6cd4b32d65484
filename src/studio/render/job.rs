//! The run of a render, from an order to a file under its name.
//!
//! Everything on the way lies in a folder made for this render, and the film beside its final place
//! under another name; both go when the render ends, however it ends. Finished chunks are kept apart,
//! so that the next render of the same film begins where this one stopped. Cancelling drops the
//! work, and with it the processes.

mod attempts;
mod blame;
mod estimating;
mod fitting;
mod joining;
mod making;
mod mixing;
mod needs;

use attempts::Attempts;
pub use estimating::estimate;
use joining::Joining;

use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::draft::Millis;
use crate::studio::ffmpeg::{self, Limits, Tool};

use super::graph::{self, Heard, How, Mix, Part};
use super::kept_chunks::{KeptChunks, Key};
use super::kept_film::sound_key;
use super::moves::Stills;
use super::pieces::{Piece, begun_pieces};
use super::plan::{RenderPlan, Samples};
use super::prepare::{Prepared, prepare};
use super::progress::{Stage, Teller, Told};
use super::splice::Copy;
use super::still;
use super::verify::verify;
use super::work_folder::{self, WorkFolder};
use super::{Error, Order, Rendered};

/// Renders, telling how far it is and leaving nothing half-done behind.
///
/// # Errors
/// Any of [`Error`]; no partial file is left and no process runs on.
pub async fn render(
    order: Order,
    progress: watch::Sender<Told>,
    cancel: CancellationToken,
) -> Result<Rendered, Error> {
    let work = async {
        if order.form.is_still() {
            return still::render(&order).await;
        }
        whatever_is_readable(&order, &progress).await
    };
    cancel.run_until_cancelled(work).await.unwrap_or(Err(Error::Cancelled))
}

/// Renders without what turns out to be broken.
async fn whatever_is_readable(
    order: &Order,
    progress: &watch::Sender<Told>,
) -> Result<Rendered, Error> {
    if !order.draft.is_ready() {
        return Err(Error::Nothing);
    }
    std::fs::create_dir_all(&order.scratch).map_err(Error::write(&order.scratch))?;
    let kept = KeptChunks::open(&order.scratch).map_err(Error::write(&order.scratch))?;
    let films = KeptChunks::open_films(&order.scratch).map_err(Error::write(&order.scratch))?;
    tidy([&kept, &films], &order.scratch).await;
    let mut attempts = Attempts::begin(order, (&kept, &films)).await?;
    loop {
        if let Some(rendered) = attempts.next(progress).await? {
            return Ok(rendered);
        }
    }
}

/// Removes what renders before this one left and nobody will use.
async fn tidy(kept: [&KeptChunks; 2], scratch: &Path) {
    let (kept, scratch) = (kept.map(Clone::clone), scratch.to_owned());
    let tidying = tokio::task::spawn_blocking(move || {
        kept.iter().for_each(KeptChunks::sweep);
        work_folder::sweep(&scratch);
    });
    // What stays costs only space.
    let _ = tidying.await;
}

impl Error {
    fn is_hang(&self) -> bool {
        matches!(self, Self::Ffmpeg(error) if error.hung().is_some())
    }

    /// Whether a source could be the cause.
    fn may_be_a_source(&self) -> bool {
        match self {
            Self::Ffmpeg(error) => match error {
                ffmpeg::Error::Failed { .. } => !error.is_disk_full() && error.lacks().is_none(),
                ffmpeg::Error::Stalled { .. } | ffmpeg::Error::TimedOut { .. } => true,
                ffmpeg::Error::Missing(_)
                | ffmpeg::Error::Start { .. }
                | ffmpeg::Error::Lacks(_) => false,
            },
            Self::Wrong(_) => true,
            Self::Nothing | Self::Cancelled | Self::Write { .. } | Self::TooLarge { .. } => false,
        }
    }
}

/// One attempt at a film.
struct Work<'a> {
    order: &'a Order,
    how: Option<How>,
    plan: &'a RenderPlan,
    teller: Teller,
    kept: &'a KeptChunks,
    films: &'a KeptChunks,
    stills: Stills,
    folder: WorkFolder,
    film: NamedTempFile,
    joining: Joining,
}

impl<'a> Work<'a> {
    fn begin(
        order: &'a Order,
        how: Option<How>,
        plan: &'a RenderPlan,
        teller: Teller,
        (kept, films): (&'a KeptChunks, &'a KeptChunks),
    ) -> Result<Self, Error> {
        let folder = WorkFolder::make(&order.scratch);
        let film = work_folder::begin_film(&order.output);
        Ok(Self {
            order,
            how,
            plan,
            teller,
            kept,
            films,
            stills: Stills::default(),
            joining: Joining::default(),
            folder: folder.map_err(Error::write(&order.scratch))?,
            film: film.map_err(Error::write(&order.output))?,
        })
    }

    /// `reused` gets the chunks that were taken up and not made here, whatever comes of it.
    async fn run(mut self, copied: &[Copy], reused: &mut Vec<Key>) -> Result<Rendered, Error> {
        let prepared = prepare(self.plan, self.folder.path()).await?;
        self.teller.warns(&prepared.warnings);
        let place = (self.folder.path(), self.kept);
        let pieces = begun_pieces(self.how, self.plan, &prepared, copied, place);
        self.expect(&pieces);
        let made = pieces.iter().filter_map(Piece::making).filter(|making| making.is_made);
        reused.extend(made.filter_map(|making| making.key.clone()));
        let sound_key = self.sound_key();
        let able = self.check_filters(&pieces);
        let (made, ()) = tokio::try_join!(self.make_all(&pieces, sound_key.as_ref()), able)?;
        reused.extend(sound_key.filter(|_| made.is_sound_reused));
        self.teller.begins(Stage::Joining);
        self.join(&pieces, made.sound.as_ref()).await?;
        self.teller.begins(Stage::Checking);
        verify(self.film.path(), self.plan, self.order.form).await?;
        self.squeeze().await?;
        self.finish(prepared)
    }

    /// Mixes everything that sounds, and tells whether that was there already; no sound where nobody
    /// will hear it.
    async fn sound(&self, key: Option<&Key>) -> Result<(Option<Heard>, bool), Error> {
        if !self.order.form.has_sound() {
            return Ok((None, false));
        }
        let length = Samples::nearest_to(self.plan.length, self.plan.canvas.rate);
        let heard = self.heard();
        let mix = match heard {
            Heard::Coded(_) => Mix::Coded(length),
            Heard::Mixed(_) => Mix::Film(length),
        };
        if key.is_some_and(|key| self.films.take(key, heard.path())) {
            return Ok((Some(heard), true));
        }
        self.mix_all(mix, heard.path()).await?;
        if let Some(key) = key {
            self.films.keep(key, heard.path());
        }
        Ok((Some(heard), false))
    }

    /// Where the sound will lie.
    fn heard(&self) -> Heard {
        if self.order.form.copies_sound() {
            Heard::Coded(self.folder.path().join("sound.m4a"))
        } else {
            Heard::Mixed(self.folder.path().join("sound.wav"))
        }
    }

    /// Under what the sound is kept.
    fn sound_key(&self) -> Option<Key> {
        let written = if self.order.form.copies_sound() { "coded" } else { "mixed" };
        sound_key(self.plan, written, &Tool::Ffmpeg.identity())
    }

    async fn mix_all(&self, mix: Mix, target: &Path) -> Result<(), Error> {
        let whole = self.parts().await?;
        let length = self.length().as_secs_f64().max(0.001);
        let told = |progress: ffmpeg::Progress| {
            if self.how.is_none() {
                self.teller.mixed(progress.micros as f64 / 1e6 / length);
            }
        };
        self.run_mix(graph::mix(whole, mix, target), told).await
    }

    async fn mix(&self, parts: Vec<Part>, mix: Mix, target: &Path) -> Result<(), Error> {
        self.run_mix(graph::mix(parts, mix, target), |_| {}).await
    }

    /// Generous: a slow machine may take a minute for each second, and ten to begin with.
    fn limits(&self) -> Limits {
        let total = Duration::from_secs(600) + Duration::from_millis(self.length().0) * 60;
        Limits { total, silence: self.order.machine.patience }
    }

    fn length(&self) -> Millis {
        self.plan.canvas.rate.millis_nearest(self.plan.length)
    }

    fn finish(self, prepared: Prepared) -> Result<Rendered, Error> {
        let (path, duration) = (self.order.output.clone(), self.length());
        self.film.persist(&path).map_err(|refused| Error::write(&path)(refused.error))?;
        let bytes = std::fs::metadata(&path).map_err(Error::write(&path))?.len();
        self.teller.finished();
        let warnings = self.plan.warnings.iter().cloned().chain(prepared.warnings).collect();
        Ok(Rendered { path, bytes, duration, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Problem;
    use crate::studio::ffmpeg::run_watched;

    #[tokio::test]
    async fn a_full_disk_is_told_as_such() {
        // Every write to this device fails as on a full disk.
        let args = graph::mix(Vec::new(), Mix::Film(Samples(480_000)), Path::new("/dev/full"));
        let limits = Limits { total: Duration::from_secs(30), silence: Duration::from_secs(30) };
        let run = run_watched(args, limits, |_| {}).await;
        let error = run.map_err(Error::run_below(Path::new("/cache"))).unwrap_err();
        assert!(error.is_disk_full() && !error.is_ffmpeg_missing(), "{error}");
        let told = error.problem(Path::new("/films"));
        // What is full is where ffmpeg wrote, and not where the film was to be.
        assert_eq!(told, Problem::DiskFull { path: "/cache".into() });
        assert!(!error.may_be_a_source());
    }
}
