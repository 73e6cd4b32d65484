//! A look at one moment of a film, without rendering it.
//!
//! The frame comes from the same plan and the same graph as the film, only composed smaller, so what
//! is shown is what the film will have. Only the sources seen at that moment are opened, and only
//! the words shown at it are drawn: what a look costs does not grow with the film.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::draft::{Canvas, Draft, Frames, Kind, Millis};
use crate::language::Language;
use crate::studio::ffmpeg::{Tool, output};
use crate::studio::media::Media;

use super::footage::{Known, Library, Size, source_name};
use super::graph;
use super::moves::{Stills, feed};
use super::plan::{Chunk, RenderPlan, plan};
use super::prepare::prepare;
use super::work_folder::WorkFolder;
use super::{Error, Warning};

/// Which moment of which film.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The film.
    pub draft: Draft,
    /// The files that it may name.
    pub media: Vec<Media>,
    /// When. After the end, the last frame.
    pub at: Millis,
    /// What the picture must fit into; it keeps its shape and never grows.
    pub within: Size,
    /// A folder for what is made on the way, the renders' own.
    pub scratch: PathBuf,
    /// In which language the picture says what is missing from it.
    pub language: Language,
}

/// One frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glimpse {
    /// Its size.
    pub size: Size,
    /// Red, green and blue of each pixel, row by row.
    pub rgb: Vec<u8>,
}

/// The shorter side of the picture while it is put together. Words drawn much smaller than this
/// would no longer sit as in the film.
const COMPOSED: u32 = 480;

/// A look that takes longer is of no use to anybody.
const LONGEST: Duration = Duration::from_secs(20);

/// The frame at a moment. Dropping the future ends its process.
///
/// # Errors
/// When there is no film, and when ffmpeg cannot make the frame.
pub async fn glimpse(moment: Moment) -> Result<Glimpse, Error> {
    let shown = fitting(moment.draft.canvas, moment.within);
    let mut moment = moment;
    moment.draft.canvas = composed(moment.draft.canvas);
    Ok(frame(&moment, shown, &Known::default()).await?.0)
}

/// The frame at a moment, composed on the draft's canvas and scaled to a size, and what went less than
/// well.
pub(super) async fn frame(
    moment: &Moment,
    shown: Size,
    known: &Known,
) -> Result<(Glimpse, Vec<Warning>), Error> {
    let Moment { draft, media, at, within: _, scratch, language } = moment;
    std::fs::create_dir_all(scratch).map_err(Error::write(scratch))?;

    // What lies where is known without the sources; only those at this moment are then looked at.
    let frame = draft.canvas.rate.frames_nearest(*at);
    let outline = plan(draft, &Library::default()).ok_or(Error::Nothing)?;
    let seen = seen_around(draft, &outline, frame);
    let media: Vec<Media> = media.iter().filter(|one| seen.contains(&one.name)).cloned().collect();
    let library = known.examine_all(draft, &media, scratch, LONGEST).await?;
    let mut plan = plan(draft, &library).ok_or(Error::Nothing)?;
    plan.name_the_missing(*language);
    let (mut chunk, place) = plan.chunk_around(frame);

    let needed = only_seen(&plan, &mut chunk);
    let folder = WorkFolder::make(scratch).map_err(Error::write(scratch))?;
    let prepared = prepare(&needed, folder.path()).await?;

    let recipe = graph::still(&chunk, &prepared.drawings, place, shown);
    let beside = folder.path().join("look");
    let fed = feed(&recipe, &beside, &Stills::default()).await?;
    let rgb = output(Tool::Ffmpeg, recipe.piped(&beside), LONGEST).await?;
    drop(fed);
    let expected = usize::try_from(u64::from(shown.width) * u64::from(shown.height) * 3);
    if expected.is_ok_and(|length| length == rgb.len()) {
        let broken = plan.warnings.iter().filter(|warning| warning.is_about(&seen)).cloned();
        let warnings = broken.chain(prepared.warnings).collect();
        Ok((Glimpse { size: shown, rgb }, warnings))
    } else {
        Err(Error::Nothing)
    }
}

/// What must be drawn for a chunk: its own words, numbered anew in both, and nothing for the ears.
pub(super) fn only_seen(plan: &RenderPlan, chunk: &mut Chunk) -> RenderPlan {
    let shown: HashSet<usize> = chunk.captions.iter().map(|caption| caption.number).collect();
    let captions = plan.captions.iter().filter(|caption| shown.contains(&caption.number));
    for (number, caption) in chunk.captions.iter_mut().enumerate() {
        caption.number = number;
    }
    RenderPlan {
        canvas: plan.canvas,
        length: plan.length,
        shots: Vec::new(),
        captions: captions.cloned().collect(),
        cues: Vec::new(),
        loudness: None,
        warnings: Vec::new(),
    }
}

/// The names of all sources in the frames that must be made to get at one.
fn seen_around(draft: &Draft, outline: &RenderPlan, frame: Frames) -> HashSet<String> {
    let rate = draft.canvas.rate;
    let (chunk, _) = outline.chunk_around(frame);
    let (from, to) = (chunk.start.0, chunk.start.0 + chunk.length.0);
    let seen = draft.tracks.iter().filter(|track| track.kind == Kind::Video);
    let seen = seen.flat_map(|track| &track.segments).filter(|segment| {
        rate.frames_nearest(segment.start).0 <= to && from <= rate.frames_nearest(segment.end()).0
    });
    seen.filter_map(source_name).map(str::to_owned).collect()
}

/// The canvas, made small enough to be quick.
pub(super) fn composed(canvas: Canvas) -> Canvas {
    let shorter = canvas.width.min(canvas.height).max(1);
    if shorter <= COMPOSED {
        return canvas;
    }
    let part = f64::from(COMPOSED) / f64::from(shorter);
    let Size { width, height } = scaled(canvas, part);
    // Even, as the film's own size is.
    Canvas { width: (width + 1) & !1, height: (height + 1) & !1, rate: canvas.rate }
}

/// The largest size of the canvas's shape within another.
pub(super) fn fitting(canvas: Canvas, within: Size) -> Size {
    let across = f64::from(within.width) / f64::from(canvas.width.max(1));
    let down = f64::from(within.height) / f64::from(canvas.height.max(1));
    scaled(canvas, across.min(down).min(1.0))
}

fn scaled(canvas: Canvas, part: f64) -> Size {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are small")]
    let length = |whole: u32| (f64::from(whole) * part).round().max(2.0) as u32;
    Size { width: length(canvas.width), height: length(canvas.height) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::FrameRate;

    fn canvas(width: u32, height: u32) -> Canvas {
        Canvas { width, height, rate: FrameRate::from_number(30.0).unwrap() }
    }

    #[test]
    fn a_picture_keeps_its_shape_and_never_grows() {
        let within = |width, height| Size { width, height };
        assert_eq!(fitting(canvas(1920, 1080), within(80, 200)), within(80, 45));
        assert_eq!(fitting(canvas(1080, 1920), within(80, 96)), within(54, 96));
        assert_eq!(fitting(canvas(64, 36), within(800, 800)), within(64, 36));
        assert_eq!(fitting(canvas(1920, 1080), within(0, 0)), within(2, 2));
    }

    #[test]
    fn large_films_are_composed_small_and_even() {
        assert_eq!(composed(canvas(1920, 1080)), canvas(854, 480));
        assert_eq!(composed(canvas(1080, 1920)), canvas(480, 854));
        assert_eq!(composed(canvas(320, 180)), canvas(320, 180));
    }
}
