//! What goes into the film's mix: cues, in groups where they are many, what ducks already lowered,
//! and all of it brought to the loudness that the film is to have.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::studio::ffmpeg::{self, Priority};
use crate::studio::render::Error;
use crate::studio::render::graph::{self, MOST_CUES, Mix, Part};
use crate::studio::render::loud::{loudness, lower};
use crate::studio::render::plan::{Cue, Samples};
use crate::studio::render::prepare::{Sounds, sounds};

use super::Work;
use super::blame::has_broken_sound;

/// The most that a film is made louder, in decibels: beyond it there is only noise to be heard.
const MOST_GAIN: f64 = 30.0;

impl Work<'_> {
    /// The parts of the film's mix.
    pub(super) async fn parts(&self) -> Result<Vec<Part>, Error> {
        let sounds = &sounds(self.plan, self.folder.path(), &self.order.scratch).await?;
        let mut cues: Vec<&Cue> = self.plan.cues.iter().collect();
        cues.sort_by_key(|cue| cue.start);
        let (ducking, plain): (Vec<&Cue>, Vec<&Cue>) =
            cues.into_iter().partition(|cue| cue.ducking.is_some());
        let whole = if ducking.is_empty() || plain.is_empty() {
            let all: Vec<&Cue> = plain.into_iter().chain(ducking).collect();
            self.grouped(&all, sounds, "all").await?
        } else {
            self.lowered(&plain, &ducking, sounds).await?
        };
        match self.plan.loudness {
            Some(target) => self.levelled(whole, target).await,
            None => Ok(whole),
        }
    }

    /// In groups first where they are many.
    async fn grouped(
        &self,
        cues: &[&Cue],
        sounds: &Sounds,
        name: &str,
    ) -> Result<Vec<Part>, Error> {
        let parts = |cues: &[&Cue], origin| -> Vec<Part> {
            cues.iter().filter_map(|cue| graph::cue_part(cue, origin, sounds)).collect()
        };
        if cues.len() <= MOST_CUES {
            return Ok(parts(cues, Samples(0)));
        }
        let mut groups = Vec::new();
        for (number, group) in cues.chunks(MOST_CUES).enumerate() {
            let origin = group.first().map(|cue| cue.start).unwrap_or_default();
            let target = self.folder.path().join(format!("{name}-{number}.wav"));
            self.mix(parts(group, origin), Mix::Group, &target).await?;
            groups.push(graph::premixed_part(&target, origin));
        }
        Ok(groups)
    }

    /// What ducks goes down where the rest can be heard; those that go down alike go together.
    async fn lowered(
        &self,
        plain: &[&Cue],
        ducking: &[&Cue],
        sounds: &Sounds,
    ) -> Result<Vec<Part>, Error> {
        let heard = self.mixed(plain, sounds, "heard").await?;
        let mut whole = vec![graph::premixed_part(&heard, Samples(0))];
        let mut depths: Vec<u32> = ducking.iter().filter_map(|cue| cue.ducking).collect();
        depths.sort_unstable();
        depths.dedup();
        for depth in depths {
            let alike: Vec<&Cue> =
                ducking.iter().copied().filter(|cue| cue.ducking == Some(depth)).collect();
            let under = self.mixed(&alike, sounds, &format!("under-{depth}")).await?;
            let target = self.folder.path().join(format!("lowered-{depth}.wav"));
            let (under, heard, done) = (under, heard.clone(), target.clone());
            self.away(move || lower(&under, &heard, depth, &done), &target).await?;
            whole.push(graph::premixed_part(&target, Samples(0)));
        }
        Ok(whole)
    }

    /// Mixed as it will be, measured, and made so much louder or quieter. The limiter takes some of
    /// what is added, so it is measured once more behind it.
    async fn levelled(&self, whole: Vec<Part>, target: f64) -> Result<Vec<Part>, Error> {
        let unlevelled = self.folder.path().join("unlevelled.wav");
        self.mix(whole, Mix::Group, &unlevelled).await?;
        let Some(first) = self.measured(&unlevelled).await? else {
            return Ok(vec![graph::premixed_part(&unlevelled, Samples(0))]);
        };
        let mut gain = (target - first).min(MOST_GAIN);
        let part = |gain: f64| graph::amplified_part(&unlevelled, 10_f64.powf(gain / 20.0));
        let trial = self.folder.path().join("levelled.wav");
        let length = Samples::nearest_to(self.plan.length, self.plan.canvas.rate);
        for _ in 0..2 {
            self.mix(vec![part(gain)], Mix::Film(length), &trial).await?;
            let Some(found) = self.measured(&trial).await? else { break };
            if (target - found).abs() < 0.2 {
                break;
            }
            gain = (gain + target - found).min(MOST_GAIN);
        }
        Ok(vec![part(gain)])
    }

    /// Runs a mix. ffmpeg mixes silence where one of many sounds cannot be decoded, and says so only in its
    /// complaints.
    pub(super) async fn run_mix(
        &self,
        args: Vec<OsString>,
        told: impl FnMut(ffmpeg::Progress),
    ) -> Result<(), Error> {
        // Where there is a picture to be made, that takes longer.
        let priority = if self.how.is_some() { Priority::Low } else { Priority::Normal };
        let run = ffmpeg::run_watched_at(priority, args, self.limits(), told).await;
        let said = run.map_err(Error::run_below(&self.order.scratch))?;
        let patience = self.order.machine.patience;
        if said.contains("decod") && has_broken_sound(self.plan, patience).await {
            let reason = "a sound cannot be decoded".to_owned();
            return Err(ffmpeg::Error::Failed { tool: ffmpeg::Tool::Ffmpeg.name(), reason }.into());
        }
        Ok(())
    }

    async fn mixed(&self, cues: &[&Cue], sounds: &Sounds, name: &str) -> Result<PathBuf, Error> {
        let parts = self.grouped(cues, sounds, name).await?;
        let target = self.folder.path().join(format!("{name}.wav"));
        self.mix(parts, Mix::Group, &target).await?;
        Ok(target)
    }

    async fn measured(&self, path: &Path) -> Result<Option<f64>, Error> {
        let measured = path.to_owned();
        self.away(move || loudness(&measured), path).await
    }

    /// Off the threads that other work waits on.
    async fn away<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
        path: &Path,
    ) -> Result<T, Error> {
        let done = tokio::task::spawn_blocking(work).await;
        done.unwrap_or_else(|panic| Err(std::io::Error::other(panic))).map_err(Error::write(path))
    }
}
