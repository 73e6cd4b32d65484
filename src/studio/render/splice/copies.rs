//! Which stretches of a film are a source's own pictures, unchanged.
//!
//! A shot qualifies where nothing is done to it and nothing lies over it. Of such a stretch the copy
//! begins at the first picture at which a decoder can begin, and ends at the last place where all
//! pictures that belong before it are there, mostly a few pictures before the cut. Which picture is
//! seen when is decided as by the filters of a rendered shot; where rounding could decide otherwise,
//! nothing is copied.

use std::collections::HashMap;
use std::fs::File;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::draft::{FrameRate, Frames};
use crate::studio::render::footage::{Motion, Size};
use crate::studio::render::graph::BIAS;
use crate::studio::render::plan::{Caption, Content, RenderPlan, Shot, Take};

use super::OWN_SETS;
use super::sets::Sets;
use super::track::Track;

/// A stretch of a film that is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::studio::render) struct Copy {
    /// Its first frame in the film.
    pub(in crate::studio::render) start: Frames,
    /// The source.
    pub(in crate::studio::render) path: PathBuf,
    /// Which of its pictures, in the order in which they are decoded.
    pub(in crate::studio::render) pictures: Range<usize>,
    /// How many bytes these are.
    pub(in crate::studio::render) bytes: u64,
}

impl Copy {
    /// One past its last frame in the film.
    pub(in crate::studio::render) fn end(&self) -> u64 {
        self.start.0 + self.pictures.len() as u64
    }
}

/// Shorter stretches are not worth a piece of their own.
const SHORTEST: usize = 12;

/// In points nearer than this part of a frame to where another picture would be chosen may be
/// rounded either way.
const DOUBTFUL: f64 = 0.03;

/// The stretches of a plan that can be copied, in order. Reads the tables of sources, so it blocks.
pub(in crate::studio::render) fn copies(plan: &RenderPlan) -> Vec<Copy> {
    // Named one by one, so that whatever a plan learns to show is thought of here.
    // Other pictures over the picture are captions too.
    let RenderPlan { canvas, length: _, shots, captions, cues: _, loudness: _, warnings: _ } = plan;
    let (size, rate) = (Size { width: canvas.width, height: canvas.height }, canvas.rate);
    let mut sources = Sources::default();
    let mut copies = Vec::new();
    for shot in shots {
        let Some((path, first)) = untouched(shot, size, rate) else { continue };
        for frames in uncovered(shot, captions) {
            let wanted = first + (frames.start - shot.start.0)..first + (frames.end - shot.start.0);
            let found = sources.stretch(&path, rate, size, &wanted);
            copies.extend(found.map(|(pictures, bytes)| {
                let later = pictures.start as u64 - wanted.start;
                Copy { start: Frames(frames.start + later), path: path.clone(), pictures, bytes }
            }));
        }
    }
    copies
}

/// The source of a shot that shows it as it is, and the number of its first picture.
fn untouched(shot: &Shot, size: Size, rate: FrameRate) -> Option<(PathBuf, u64)> {
    let Content::Take(take) = &shot.content else { return None };
    let Take { footage, source_in, skip, whole: _, speed, reversed, fit: _, effects } = take;
    let picture = footage.picture?;
    let is_clip = matches!(picture.motion, Motion::Clip { .. });
    let is_same = picture.is_plain && picture.shown == size && is_clip;
    let is_as_filmed = (speed - 1.0).abs() < f64::EPSILON && effects.is_empty() && !reversed;
    let place = source_in.as_secs_f64() * rate.as_f64() + BIAS;
    let part = place.fract();
    let is_certain = part > DOUBTFUL && part < 1.0 - DOUBTFUL;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
    let first = place as u64 + skip.0;
    (is_same && is_as_filmed && is_certain).then(|| (footage.path.clone(), first))
}

/// Frames of a shot in which nothing else is seen, in the film's count.
fn uncovered(shot: &Shot, captions: &[Caption]) -> Vec<Range<u64>> {
    let crossing = shot.crossing.as_ref().map_or(0, |crossing| crossing.length.0);
    let whole = shot.start.0 + crossing.max(shot.fade_in.0)..shot.end().0 - shot.fade_out.0;
    let mut free = vec![whole];
    for caption in captions {
        let (from, to) = (caption.start.0, caption.start.0 + caption.length.0);
        let around =
            |part: Range<u64>| [part.start..part.end.min(from), part.start.max(to)..part.end];
        free = free.into_iter().flat_map(around).filter(|part| part.start < part.end).collect();
    }
    free
}

/// Sources by their paths, each read once, and the parameter sets of those that are used.
#[derive(Default)]
struct Sources {
    known: HashMap<PathBuf, Option<Source>>,
    sets: Sets,
}

struct Source {
    track: Track,
    file: File,
    /// For each picture, whether all that are shown before it are decoded before it.
    closed: Vec<bool>,
}

impl Sources {
    /// The part of some pictures that can stand alone, and its size.
    fn stretch(
        &mut self,
        path: &Path,
        rate: FrameRate,
        size: Size,
        wanted: &Range<u64>,
    ) -> Option<(Range<usize>, u64)> {
        let sets = &mut self.sets;
        let read = || Source::read(path, rate, size).filter(|source| sets.join(&source.track.sets));
        let source = self.known.entry(path.to_owned()).or_insert_with(read).as_ref()?;
        let found = source.stretch(wanted)?;
        let bytes = source.track.samples[found.clone()].iter().map(|sample| u64::from(sample.size));
        Some((found, bytes.sum()))
    }
}

impl Source {
    fn read(path: &Path, rate: FrameRate, size: Size) -> Option<Self> {
        let track = Track::read(path, rate).ok()??;
        let is_size =
            (u32::from(track.width), u32::from(track.height)) == (size.width, size.height);
        if !is_size || track.sets.use_number(OWN_SETS) {
            return None;
        }
        let mut latest = None;
        let mut closed = Vec::with_capacity(track.samples.len() + 1);
        for (place, sample) in track.samples.iter().enumerate() {
            closed.push(latest.map_or(0, |latest| latest + 1) == place);
            latest = latest.max(Some(sample.shown));
        }
        closed.push(true);
        Some(Self { track, file: File::open(path).ok()?, closed })
    }

    fn stretch(&self, wanted: &Range<u64>) -> Option<Range<usize>> {
        let from = usize::try_from(wanted.start).ok()?;
        let to = usize::try_from(wanted.end).ok()?.min(self.track.samples.len());
        let start = (from..to).find(|place| self.track.opens_at(&self.file, *place))?;
        let end = (start..=to).rev().find(|place| self.closed[*place])?;
        (end - start >= SHORTEST).then_some(start..end)
    }
}
