//! What is seen and heard when, as plain values: the border between a draft and a process.
//!
//! A draft and its sources go in; lists of shots, captions and cues come out, in whole frames and
//! whole samples, with overlaps, gaps and zero lengths resolved. Nothing here knows ffmpeg, a disk
//! or a clock. The picture is cut into [`Chunk`]s, each of which can be rendered by itself and
//! joined to its neighbours without encoding again; sound is one list for the whole film.

mod captions;
mod cards;
mod chunks;
mod film;
mod flatten;
mod handover;
mod samples;
mod see_through;
mod shots;
mod sound;

use std::path::PathBuf;
use std::sync::Arc;

use crate::draft::{Canvas, Fit, Frames, Fx, Inset, Millis, TextStyle, TransitionKind};
use crate::studio::music::Brief;

use super::Warning;
use super::footage::{Footage, Motion, Picture};
use super::moves::Camera;

pub(super) use chunks::Chunk;
pub(super) use film::plan;
pub(super) use samples::{SAMPLE_RATE, Samples};

/// A whole film.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RenderPlan {
    /// Size and rate of the picture; the size is even.
    pub(super) canvas: Canvas,
    /// How long the film is, exactly.
    pub(super) length: Frames,
    /// The picture without a gap from the first frame to the last.
    pub(super) shots: Vec<Shot>,
    /// Words over the picture, the uppermost last.
    pub(super) captions: Vec<Caption>,
    /// What sounds.
    pub(super) cues: Vec<Cue>,
    /// How loud the whole is to be, in LUFS.
    pub(super) loudness: Option<f64>,
    /// Sources that are missing or broken.
    pub(super) warnings: Vec<Warning>,
}

/// One uninterrupted piece of picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shot {
    /// Its first frame on the timeline.
    pub(super) start: Frames,
    /// How many frames until the next shot starts.
    pub(super) length: Frames,
    /// How many frames longer it runs, under the crossing of the next shot.
    pub(super) tail: Frames,
    /// How it takes over from the shot before it, during its first frames.
    pub(super) crossing: Option<Crossing>,
    /// What it shows.
    pub(super) content: Content,
    /// Frames that rise from black at its start.
    pub(super) fade_in: Frames,
    /// Frames that fall to black at its end, tail not counted.
    pub(super) fade_out: Frames,
}

impl Shot {
    /// One past its last frame, tail not counted.
    pub(super) fn end(&self) -> Frames {
        Frames(self.start.0 + self.length.0)
    }

    /// All frames that it must yield.
    pub(super) fn frames(&self) -> Frames {
        Frames(self.length.0 + self.tail.0)
    }
}

/// A transition from one shot to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Crossing {
    /// Which.
    pub(super) kind: TransitionKind,
    /// How many frames of both shots it mixes.
    pub(super) length: Frames,
}

/// What a shot shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing lies here.
    Black,
    /// Something of this name lies here that cannot be read.
    Placeholder(String),
    /// A part of a source.
    Take(Take),
}

/// A part of a source.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Take {
    pub(super) footage: Arc<Footage>,
    /// In point of the segment.
    pub(super) source_in: Millis,
    /// How many frames of the segment lie before this shot.
    pub(super) skip: Frames,
    /// How many frames the segment is seen in all, under the next crossing too.
    pub(super) whole: Frames,
    /// 1 is as recorded.
    pub(super) speed: f64,
    /// Whether it runs backwards from the in point.
    pub(super) reversed: bool,
    pub(super) fit: Fit,
    pub(super) effects: Vec<Fx>,
}

impl Chunk {
    /// Whether anything in it moves: a clip, a picture that the camera moves over, words or not.
    pub(super) fn moves(&self) -> bool {
        let moving = |footage: &Footage, effects: &[Fx]| {
            let is_still = |picture: Picture| picture.motion == Motion::Still;
            !footage.picture.is_none_or(is_still) || Camera::of(effects).is_some()
        };
        let shown = self.shots.iter().any(|shot| match &shot.content {
            Content::Take(take) => moving(&take.footage, &take.effects),
            Content::Black | Content::Placeholder(_) => false,
        });
        let over = self.captions.iter().filter_map(|caption| caption.inset.as_ref());
        shown || over.into_iter().any(|overlay| moving(&overlay.footage, &overlay.effects))
    }
}

/// Words, or another picture, over the picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Caption {
    /// Its place among the captions of the film, in every chunk.
    pub(super) number: usize,
    pub(super) words: String,
    /// The other picture; what has one has no words.
    pub(super) inset: Option<Overlay>,
    /// The file that is to be seen here and cannot be read; the words name it.
    pub(super) missing: Option<String>,
    pub(super) style: TextStyle,
    /// First frame.
    pub(super) start: Frames,
    /// How many frames are shown.
    pub(super) length: Frames,
    /// How many frames of it lie before `start`, in an earlier chunk.
    pub(super) skip: Frames,
    /// Frames in which it appears, from its real beginning.
    pub(super) fade_in: Frames,
    /// Frames in which it goes.
    pub(super) fade_out: Frames,
    /// How many frames it is shown in all, earlier and later chunks included.
    pub(super) whole: Frames,
}

impl Caption {
    /// The sources that it shows.
    pub(super) fn footage(&self) -> impl Iterator<Item = &Footage> {
        let overlay = self.inset.as_ref();
        let before = overlay.and_then(|overlay| match &overlay.handover {
            Some(Handover::From(_, before)) => before.as_deref(),
            _ => None,
        });
        let shown = overlay.map(|overlay| &*overlay.footage);
        shown.into_iter().chain(before.map(|ended| &*ended.overlay.footage))
    }

    /// Whether the film must not be cut here: another picture takes over, which is counted from the
    /// beginning.
    fn mixes_at(&self, place: u64) -> bool {
        let handover = self.inset.as_ref().and_then(|overlay| overlay.handover.as_ref());
        handover.is_some_and(|handover| {
            let (Handover::From(crossing, _) | Handover::Away(crossing)) = handover;
            self.start.0 < place && place < self.start.0 + crossing.length.0
        })
    }
}

/// Another picture over the picture, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Overlay {
    pub(super) footage: Arc<Footage>,
    /// In point of the segment.
    pub(super) source_in: Millis,
    /// 1 is as recorded.
    pub(super) speed: f64,
    /// Whether it runs backwards from the in point.
    pub(super) reversed: bool,
    pub(super) effects: Vec<Fx>,
    /// Where it lies and how large it is; where nothing is said, it meets the canvas by its fit.
    pub(super) inset: Option<Inset>,
    pub(super) fit: Fit,
    /// How many frames it is seen in all, under what takes over from it, too.
    pub(super) whole: Frames,
    /// How it comes or goes, where not by a plain cut.
    pub(super) handover: Option<Handover>,
}

/// A transition of what lies over the picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Handover {
    /// It takes over from what lay there before, or from nothing.
    From(Crossing, Option<Box<Ended>>),
    /// It gives way to what is below it.
    Away(Crossing),
}

/// What lay over the picture until then, and how many of its frames are gone by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ended {
    pub(super) overlay: Overlay,
    pub(super) skip: Frames,
}

/// One sound.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cue {
    pub(super) voice: Voice,
    /// In point.
    pub(super) source_in: Millis,
    /// 1 is as recorded; the pitch stays.
    pub(super) speed: f64,
    /// Whether it is heard backwards from the in point.
    pub(super) reversed: bool,
    /// When it begins.
    pub(super) start: Samples,
    /// How long it sounds, fades included.
    pub(super) length: Samples,
    /// By how many decibels it goes down while anything else can be heard.
    pub(super) ducking: Option<u32>,
    /// By how much the samples are multiplied.
    pub(super) gain: f64,
    pub(super) fade_in: Fade,
    pub(super) fade_out: Fade,
}

/// A stretch of a source's sound that is heard backwards.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Reversal {
    pub(super) footage: PathBuf,
    /// Its first moment of the source.
    pub(super) from: Millis,
    /// One past the last, which is heard first.
    pub(super) to: Millis,
}

impl Cue {
    /// What of its source must be turned round before it can be mixed.
    pub(super) fn reversal(&self) -> Option<Reversal> {
        let Voice::Footage(footage) = &self.voice else { return None };
        let played = Millis::from_secs_rounded(self.length.as_secs_f64() * self.speed + 0.002);
        let (from, to) = (self.source_in - played, self.source_in);
        self.reversed.then(|| Reversal { footage: footage.path.clone(), from, to })
    }
}

/// Where a sound comes from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Voice {
    Footage(Arc<Footage>),
    Music(Brief),
}

/// How a sound rises or falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Fade {
    pub(super) length: Samples,
    pub(super) curve: Curve,
}

/// The shape of a fade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Curve {
    /// Even in amplitude: for fades to silence.
    #[default]
    Linear,
    /// Even in power: two sounds that cross are as loud together as each alone.
    Crossing,
}

#[cfg(test)]
pub(super) mod tests;
