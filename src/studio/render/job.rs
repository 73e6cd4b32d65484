//! The run of a render, from an order to a file under its name.
//!
//! Everything on the way lies in a folder made for this render, and the film beside its final place
//! under another name; both go when the render ends, however it ends. Finished chunks are kept apart,
//! so that the next render of the same film begins where this one stopped. Cancelling drops the
//! work, and with it the processes.

mod blame;
mod estimating;
mod fitting;
mod making;
mod mixing;
mod needs;

use blame::{is_gone, remove_broken};
pub use estimating::estimate;

use std::path::Path;
use std::time::Duration;

use tempfile::NamedTempFile;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::draft::{Frames, Millis};
use crate::studio::ffmpeg::{self, Limits, Tool, run_watched};

use super::diagnose::answers;
use super::footage::examine_all;
use super::form::{Codec, Form};
use super::graph::{self, Heard, How, Joined, Mix, Part};
use super::kept_chunks::{KeptChunks, Key};
use super::kept_film::{film_key, keep_film, sound_key, take_film};
use super::moves::Stills;
use super::pieces::{Making, Piece, begun_pieces};
use super::plan::{RenderPlan, Samples, plan};
use super::prepare::{Prepared, prepare};
use super::progress::{Stage, Teller, Told};
use super::splice::{self, Copy, copies};
use super::still;
use super::verify::verify;
use super::work_folder::{self, WorkFolder};
use super::{Error, Mismatch, Order, Rendered, Warning};

/// So often what went from the cache in the middle of a render is made again.
const COPIED_ANEW: u32 = 3;

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
        render_whatever_is_readable(&order, &progress).await
    };
    cancel.run_until_cancelled(work).await.unwrap_or(Err(Error::Cancelled))
}

fn can_be_copied(order: &Order, how: Option<How>) -> bool {
    order.form != Form::Gif && how.is_some_and(How::can_be_copied_beside)
}

/// Tries again without the sources that turn out to be broken: each costs its segments, not the
/// film. Copied stretches and kept chunks are suspected first. Ends because there are ever fewer of
/// all three.
async fn render_whatever_is_readable(
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
    let ffmpeg = Tool::Ffmpeg.identity();
    let patience = order.machine.patience;
    let (mut how, mut said) = how(order).await;
    let mut library = examine_all(&order.draft, &order.media, &order.scratch, patience).await?;
    let mut copying = can_be_copied(order, how);
    let mut anew = COPIED_ANEW;
    loop {
        let mut plan = plan(&order.draft, &library).ok_or(Error::Nothing)?;
        plan.name_the_missing(order.language);
        plan.warnings.extend(graph::unknown(&plan));
        plan.warnings.extend(said.clone());
        let teller = Teller::new(progress.clone(), plan.length, order.form);
        teller.begins(Stage::Reading);
        teller.warns(&plan.warnings);
        let mut reused = Vec::new();
        let key = film_key(order, how.and_then(|how| how.hardware), &plan, &ffmpeg);
        if let Some(key) = &key
            && let Some(film) = take_film(&films, key, order, &plan).await?
        {
            teller.finished();
            return Ok(Rendered { warnings: said.into_iter().collect(), ..film });
        }
        let work = Work::begin(order, how, &plan, teller, (&kept, &films))?;
        let copied = if copying { find_copies(&plan).await } else { Vec::new() };
        match work.run(&copied, &mut reused).await {
            Err(error) if error.is_hang() && !answers(patience).await => return Err(error),
            Err(error) if error.may_be_a_source() && !copied.is_empty() => {
                tracing::warn!(%error, "nothing is copied this time");
                copying = false;
            }
            // Somebody has cleared the cache meanwhile, and with it what was read from there.
            Err(error) if error.may_be_a_source() && anew > 0 && is_gone(&plan) => {
                tracing::info!(%error, "what was read from the cache is made again");
                anew -= 1;
                library = examine_all(&order.draft, &order.media, &order.scratch, patience).await?;
            }
            Err(error) if error.may_be_a_source() => {
                let suspected = !reused.is_empty();
                reused
                    .iter()
                    .for_each(|key| [&kept, &films].iter().for_each(|all| all.forget(key)));
                if !suspected && !remove_broken(&mut library, &plan, patience).await {
                    // Whatever works on one frame may fail on a film.
                    said = Some(in_software(&mut how, &error).ok_or(error)?);
                    copying = can_be_copied(order, how);
                }
            }
            ended => {
                if let Ok(rendered) = &ended {
                    keep_film(&films, key, rendered).await;
                }
                return ended;
            }
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

/// What of a film can be copied. Where looking fails, nothing.
async fn find_copies(plan: &RenderPlan) -> Vec<Copy> {
    let plan = plan.clone();
    tokio::task::spawn_blocking(move || copies(&plan)).await.unwrap_or_default()
}

/// How the picture is encoded, and what is to be said of that; none where there is no picture.
async fn how(order: &Order) -> (Option<How>, Option<Warning>) {
    let Some(codec) = order.form.codec() else { return (None, None) };
    let (hardware, said) = match codec {
        Codec::H264 => order.machine.encoder.chosen(&order.scratch).await,
        Codec::Vp9 => (None, None),
    };
    (Some(How { codec, quality: order.quality, hardware }), said)
}

/// Takes the processor in place of an encoder in hardware that has failed, and says so; none where there
/// was no such encoder.
fn in_software(how: &mut Option<How>, error: &Error) -> Option<Warning> {
    let hardware = how.as_mut()?.hardware.take()?;
    let reason = match error {
        Error::Ffmpeg(ffmpeg::Error::Failed { reason, .. }) => reason.clone(),
        other => other.to_string(),
    };
    Some(Warning::InSoftware { name: hardware.name(), reason })
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
        self.join(made.picture.as_ref(), made.sound.as_ref()).await?;
        self.teller.begins(Stage::Checking);
        verify(self.film.path(), self.plan, self.order.form).await?;
        self.squeeze().await?;
        self.finish(prepared)
    }

    /// Chunks alone, which ffmpeg puts together.
    fn list(&self, made: &[&Making]) -> Result<Joined, Error> {
        let list = self.folder.path().join("chunks.txt");
        let listed: Vec<(String, Frames)> =
            made.iter().map(|making| (making.name.clone(), making.length)).collect();
        let text = graph::list(&listed, self.plan.canvas.rate);
        std::fs::write(&list, text).map_err(Error::write(&list))?;
        Ok(Joined::Listed(list))
    }

    /// Chunks and copies, put together here.
    async fn splice(&self, pieces: &[Piece]) -> Result<Joined, Error> {
        let target = self.folder.path().join("picture.mp4");
        let parts: Vec<splice::Part> = pieces.iter().map(Piece::part).collect();
        let (rate, whole) = (self.plan.canvas.rate, target.clone());
        let written = tokio::task::spawn_blocking(move || splice::write(&parts, rate, &whole));
        match written.await.unwrap_or_else(|panic| Err(std::io::Error::other(panic))) {
            Ok(()) => Ok(Joined::Whole(target)),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                tracing::warn!(%error, "the picture could not be put together");
                Err(Mismatch::Unreadable.into())
            }
            Err(error) => Err(Error::write(target)(error)),
        }
    }

    /// Mixes everything that sounds, and tells whether that was there already; no sound where nobody
    /// will hear it.
    async fn sound(&self, key: Option<&Key>) -> Result<(Option<Heard>, bool), Error> {
        if !self.order.form.has_sound() {
            return Ok((None, false));
        }
        let length = Samples::nearest_to(self.plan.length, self.plan.canvas.rate);
        let (heard, mix) = if self.order.form.copies_sound() {
            (Heard::Coded(self.folder.path().join("sound.m4a")), Mix::Coded(length))
        } else {
            (Heard::Mixed(self.folder.path().join("sound.wav")), Mix::Film(length))
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

    async fn join(&self, picture: Option<&Joined>, sound: Option<&Heard>) -> Result<(), Error> {
        let length = self.length().as_secs_f64().max(0.001);
        let told = |progress: ffmpeg::Progress| {
            self.teller.joined(progress.micros as f64 / 1e6 / length);
        };
        let args = graph::join(picture, sound, self.order.form, self.film.path());
        run_watched(args, self.limits(), told).await?;
        Ok(())
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
