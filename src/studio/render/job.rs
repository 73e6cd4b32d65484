//! The run of a render, from an order to a file under its name.
//!
//! Everything on the way lies in a folder made for this render, and the film beside its final place
//! under another name; both go when the render ends, however it ends. Cancelling drops the work,
//! and with it the processes.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{NamedTempFile, TempDir};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::draft::Frames;
use crate::studio::ffmpeg::{self, Limits, run_watched};

use super::diagnose::decodes;
use super::footage::{Library, examine_all};
use super::graph::{self, MOST_CUES, Mix, Part};
use super::plan::{Content, Cue, RenderPlan, Samples, Voice, plan};
use super::prepare::{Prepared, prepare};
use super::progress::Teller;
use super::verify::verify;
use super::{Error, Order, Rendered};

/// Renders, telling how far it is (0 to 1) and leaving nothing half-done behind.
///
/// # Errors
/// Any of [`Error`]; no partial file is left and no process runs on.
pub async fn render(
    order: Order,
    progress: watch::Sender<f64>,
    cancel: CancellationToken,
) -> Result<Rendered, Error> {
    let work = render_whatever_is_readable(&order, &progress);
    cancel.run_until_cancelled(work).await.unwrap_or(Err(Error::Cancelled))
}

/// Tries again without the sources that turn out to be broken: each costs its segments, not the
/// film. Ends because there are ever fewer.
async fn render_whatever_is_readable(
    order: &Order,
    progress: &watch::Sender<f64>,
) -> Result<Rendered, Error> {
    if !order.draft.is_ready() {
        return Err(Error::Nothing);
    }
    std::fs::create_dir_all(&order.scratch).map_err(Error::write(&order.scratch))?;
    let mut library = examine_all(&order.draft, &order.media, &order.scratch).await?;
    loop {
        let plan = plan(&order.draft, &library).ok_or(Error::Nothing)?;
        match Work::begin(order, &plan, progress)?.run().await {
            Err(error) if error.may_be_a_source() => {
                if !remove_broken(&mut library, &plan).await {
                    return Err(error);
                }
            }
            ended => return ended,
        }
    }
}

/// Takes out what the plan uses and ffmpeg cannot decode; false when nothing is to blame.
async fn remove_broken(library: &mut Library, plan: &RenderPlan) -> bool {
    let takes = plan.shots.iter().filter_map(|shot| match &shot.content {
        Content::Take(take) => Some(&take.footage),
        Content::Black | Content::Placeholder => None,
    });
    let heard = plan.cues.iter().filter_map(|cue| match &cue.voice {
        Voice::Footage(footage) => Some(footage),
        Voice::Music(_) => None,
    });
    let mut used: Vec<_> = takes.chain(heard).collect();
    used.sort_by(|one, other| one.name.cmp(&other.name));
    used.dedup_by(|one, other| one.name == other.name);
    let mut found = false;
    for footage in used {
        if !decodes(footage).await {
            library.remove(&footage.name);
            found = true;
        }
    }
    found
}

impl Error {
    /// Whether a source could be the cause.
    fn may_be_a_source(&self) -> bool {
        match self {
            Self::Ffmpeg(error) => match error {
                ffmpeg::Error::Failed { .. } => !error.is_disk_full(),
                ffmpeg::Error::Stalled { .. } | ffmpeg::Error::TimedOut { .. } => true,
                ffmpeg::Error::Missing(_) | ffmpeg::Error::Start { .. } => false,
            },
            Self::Wrong(_) => true,
            Self::Nothing | Self::Cancelled | Self::Write { .. } => false,
        }
    }
}

/// One attempt at a film.
struct Work<'a> {
    order: &'a Order,
    plan: &'a RenderPlan,
    teller: Teller,
    folder: TempDir,
    film: NamedTempFile,
}

/// A run that gets no further for this long will not end.
const SILENCE: Duration = Duration::from_secs(120);

impl<'a> Work<'a> {
    fn begin(
        order: &'a Order,
        plan: &'a RenderPlan,
        progress: &watch::Sender<f64>,
    ) -> Result<Self, Error> {
        let folder = tempfile::Builder::new().prefix("render-").tempdir_in(&order.scratch);
        let beside = match order.output.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let film = tempfile::Builder::new()
            .prefix(".cutroom-")
            .suffix(".mp4.part")
            // What the user's mask leaves of it, as for any file that is simply created.
            .permissions(Permissions::from_mode(0o666))
            .tempfile_in(beside);
        Ok(Self {
            order,
            plan,
            teller: Teller::new(progress.clone(), plan.length),
            folder: folder.map_err(Error::write(&order.scratch))?,
            film: film.map_err(Error::write(&order.output))?,
        })
    }

    async fn run(self) -> Result<Rendered, Error> {
        let prepared = prepare(self.plan, self.folder.path(), &self.order.scratch).await?;
        let (list, sound) = tokio::try_join!(self.picture(&prepared), self.sound(&prepared))?;
        self.join(&list, &sound).await?;
        verify(self.film.path(), self.plan).await?;
        self.finish(prepared)
    }

    /// Renders chunk after chunk; ffmpeg keeps all cores busy with each. The list of them.
    async fn picture(&self, prepared: &Prepared) -> Result<PathBuf, Error> {
        let mut listed = Vec::new();
        for (number, chunk) in self.plan.chunks().iter().enumerate() {
            let name = format!("chunk-{number}.mp4");
            let target = self.folder.path().join(&name);
            let args = graph::picture(chunk, &prepared.drawings, self.order.quality, &target);
            let told = |progress: ffmpeg::Progress| {
                self.teller.encoded(Frames(chunk.start.0 + progress.frames.min(chunk.length.0)));
            };
            run_watched(args, self.limits(), told).await?;
            listed.push((name, chunk.length));
        }
        let list = self.folder.path().join("chunks.txt");
        let text = graph::list(&listed, self.plan.canvas.rate);
        std::fs::write(&list, text).map_err(Error::write(&list))?;
        Ok(list)
    }

    /// Mixes everything that sounds, in groups first where it is much.
    async fn sound(&self, prepared: &Prepared) -> Result<PathBuf, Error> {
        let mut cues: Vec<&Cue> = self.plan.cues.iter().collect();
        cues.sort_by_key(|cue| cue.start);
        let parts = |cues: &[&Cue], origin| -> Vec<Part> {
            cues.iter().filter_map(|cue| graph::cue_part(cue, origin, &prepared.music)).collect()
        };
        let whole = if cues.len() <= MOST_CUES {
            parts(&cues, Samples(0))
        } else {
            let mut groups = Vec::new();
            for (number, group) in cues.chunks(MOST_CUES).enumerate() {
                let origin = group.first().map(|cue| cue.start).unwrap_or_default();
                let target = self.folder.path().join(format!("group-{number}.wav"));
                self.mix(parts(group, origin), Mix::Group, &target).await?;
                groups.push(graph::premixed_part(&target, origin));
            }
            groups
        };
        let length = Samples::nearest_to(self.plan.length, self.plan.canvas.rate);
        let target = self.folder.path().join("sound.wav");
        self.mix(whole, Mix::Film(length), &target).await?;
        Ok(target)
    }

    async fn mix(&self, parts: Vec<Part>, mix: Mix, target: &Path) -> Result<(), Error> {
        Ok(run_watched(graph::mix(parts, mix, target), self.limits(), |_| {}).await?)
    }

    async fn join(&self, list: &Path, sound: &Path) -> Result<(), Error> {
        let length = self.plan.canvas.rate.millis_nearest(self.plan.length).0.max(1) as f64;
        let told = |progress: ffmpeg::Progress| {
            self.teller.joined(progress.micros as f64 / 1000.0 / length);
        };
        let args = graph::join(list, sound, self.film.path());
        Ok(run_watched(args, self.limits(), told).await?)
    }

    /// Generous: a slow machine may take a minute for each second, and ten to begin with.
    fn limits(&self) -> Limits {
        let film = self.plan.canvas.rate.millis_nearest(self.plan.length);
        let total = Duration::from_secs(600) + Duration::from_millis(film.0) * 60;
        Limits { total, silence: SILENCE }
    }

    fn finish(self, prepared: Prepared) -> Result<Rendered, Error> {
        let path = self.order.output.clone();
        self.film.persist(&path).map_err(|refused| Error::write(&path)(refused.error))?;
        let bytes = std::fs::metadata(&path).map_err(Error::write(&path))?.len();
        self.teller.finished();
        let warnings = self.plan.warnings.iter().cloned().chain(prepared.warnings).collect();
        let duration = self.plan.canvas.rate.millis_nearest(self.plan.length);
        Ok(Rendered { path, bytes, duration, warnings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_full_disk_is_told_as_such() {
        // Every write to this device fails as on a full disk.
        let args = graph::mix(Vec::new(), Mix::Film(Samples(480_000)), Path::new("/dev/full"));
        let limits = Limits { total: Duration::from_secs(30), silence: SILENCE };
        let error = run_watched(args, limits, |_| {}).await.map_err(Error::from).unwrap_err();
        assert!(error.is_disk_full() && !error.is_ffmpeg_missing(), "{error}");
        assert!(!error.may_be_a_source());
    }
}
