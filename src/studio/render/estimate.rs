//! What a film will come to, before it is made: how large, and how long it takes.
//!
//! What is there already (kept chunks, copied stretches, a kept film) is counted as it is. The rest is told
//! from earlier renders of the same files on this machine, where there are any; from others with more
//! caution; else from what encoders usually come to, which is a wide range, and is told as one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::draft::Canvas;

use super::Quality;
use super::form::{Codec, Form};
use super::graph::How;
use super::measured::{Amount, Measured};
use super::pieces::Piece;
use super::plan::{Content, RenderPlan};

/// What a film will come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// Its size.
    pub bytes: Span,
    /// How long it is made, in milliseconds.
    pub millis: Span,
}

/// From the least that is likely to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// The least.
    pub least: u64,
    /// The most.
    pub most: u64,
}

/// What is to be made of a film's picture.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Load {
    /// Megapixels in which nothing moves.
    still: f64,
    /// Megapixels in which something does.
    moving: f64,
    /// Bytes that are there already.
    there: u64,
}

/// A pair of likely bounds while it is reckoned with.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Range(f64, f64);

/// What does not move is scaled once and hardly encoded.
const STILL_COSTS: f64 = 0.5;
/// Seconds to look at sources, to join, and to read back.
const AROUND: Range = Range(0.15, 1.5);
/// Seconds of mixing for each second of film; mixed beside the picture.
const MIXING: Range = Range(0.004, 0.03);
/// Bytes of a table for each frame.
const TABLE: u64 = 16;

impl Load {
    /// Counts the pieces of a film.
    pub(super) fn of(pieces: &[Piece], canvas: Canvas) -> Self {
        let mut load = Self::default();
        for piece in pieces {
            match piece {
                Piece::Copied(copy) => load.there += copy.bytes,
                Piece::Made(making) if making.is_made => load.there += making.bytes(),
                Piece::Made(making) => {
                    let megapixels = megapixels(making.length.0, canvas);
                    if making.moves {
                        load.moving += megapixels;
                    } else {
                        load.still += megapixels;
                    }
                }
            }
        }
        load
    }

    fn weight(&self) -> f64 {
        self.moving + self.still * STILL_COSTS
    }
}

/// What was made of a film's picture, once it is there.
pub(super) fn measured(how: How, plan: &RenderPlan, pieces: &[Piece], seconds: f64) -> Measured {
    let (mut still, mut moving) = (Amount::default(), Amount::default());
    for making in pieces.iter().filter_map(Piece::making).filter(|making| !making.is_made) {
        let amount = if making.moves { &mut moving } else { &mut still };
        amount.megapixels += megapixels(making.length.0, plan.canvas);
        amount.bytes += making.bytes();
    }
    Measured { how: name(how), sources: sources(plan), still, moving, seconds }
}

fn megapixels(frames: u64, canvas: Canvas) -> f64 {
    frames as f64 * f64::from(canvas.width) * f64::from(canvas.height) / 1e6
}

fn name(how: How) -> String {
    let How { codec, quality, hardware } = how;
    format!("{codec:?} {quality:?} {hardware:?}")
}

fn sources(plan: &RenderPlan) -> BTreeSet<PathBuf> {
    let seen = plan.shots.iter().filter_map(|shot| match &shot.content {
        Content::Take(take) => Some(take.footage.path.clone()),
        Content::Black | Content::Placeholder(_) => None,
    });
    seen.collect()
}

/// What kind of file, and how large it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) form: Form,
    pub(super) most_bytes: Option<u64>,
    /// Whether anything sounds in it.
    pub(super) is_heard: bool,
}

/// What the film comes to; `how` is none where it has no picture.
pub(super) fn reckon(
    wanted: Wanted,
    plan: &RenderPlan,
    how: Option<How>,
    load: Load,
    known: &[Measured],
) -> Estimate {
    let form = wanted.form;
    let seconds = plan.canvas.rate.millis_nearest(plan.length).as_secs_f64();
    let history = how.map_or_else(History::default, |how| History::of(how, plan, known));
    let pace = how.map_or(Range(1.0, 1.0), |how| history.pace(how));
    let picture = Range(load.weight() / pace.1, load.weight() / pace.0);
    let mixing = MIXING.times(if form.has_sound() { seconds } else { 0.0 });
    let mut time = AROUND.plus(Range(picture.0.max(mixing.0), picture.1.max(mixing.1)));
    let mut bytes = how.map_or(Range(0.0, 0.0), |how| {
        let there = load.there as f64;
        let still = history.density(how, Kind::Still).times(load.still);
        still.plus(history.density(how, Kind::Moving).times(load.moving)).plus(Range(there, there))
    });
    let whole = megapixels(plan.length.0, plan.canvas);
    if form == Form::Gif {
        bytes = Range(0.02, 0.5).times(gif_pixels(plan));
        time = time.plus(Range(whole / 120.0, whole / 15.0));
    }
    bytes = bytes.plus(sound_rate(wanted).times(seconds));
    let table = (plan.length.0 * TABLE) as f64;
    bytes = bytes.plus(Range(0.0, table + 8_000.0));
    if let Some(most) = wanted.most_bytes.map(|most| most as f64) {
        // Two passes over all of it, where it comes out too large.
        let again = Range(whole / pace.1, whole / pace.0 * 2.0);
        time.0 += if bytes.0 > most { again.0 } else { 0.0 };
        time.1 += if bytes.1 > most { again.1 } else { 0.0 };
        bytes = Range(bytes.0.min(most * 0.9), bytes.1.min(most));
    }
    Estimate { bytes: bytes.span(), millis: time.times(1000.0).span() }
}

/// A film that is there already, whole: it is copied and read back.
pub(super) const fn of_kept(bytes: u64) -> Estimate {
    Estimate { bytes: Span { least: bytes, most: bytes }, millis: Span { least: 100, most: 1500 } }
}

/// One frame: its size is anybody's guess before it is seen.
pub(super) fn of_still(canvas: Canvas, form: Form) -> Estimate {
    let pixels = f64::from(canvas.width) * f64::from(canvas.height);
    let bytes = if form == Form::Png { Range(0.05, 3.1) } else { Range(0.03, 0.8) };
    Estimate { bytes: bytes.times(pixels).span(), millis: Span { least: 150, most: 3000 } }
}

/// Pixels of all pictures of a GIF.
fn gif_pixels(plan: &RenderPlan) -> f64 {
    let (width, height) = (f64::from(plan.canvas.width), f64::from(plan.canvas.height));
    let share = (640.0 / width).min(1.0);
    let seconds = plan.canvas.rate.millis_nearest(plan.length).as_secs_f64();
    seconds * plan.canvas.rate.as_f64().min(20.0) * width * height * share * share
}

/// Bytes a second of sound; silence takes next to none.
const fn sound_rate(wanted: Wanted) -> Range {
    match (wanted.form, wanted.is_heard) {
        (Form::Gif | Form::Png | Form::Jpg, _) => Range(0.0, 0.0),
        (Form::Wav, _) => Range(192_000.0, 192_000.0),
        (_, false) => Range(200.0, 4_500.0),
        (Form::Mp4 | Form::Mov | Form::Mkv | Form::M4a, true) => Range(12_000.0, 25_500.0),
        (Form::WebM, true) => Range(8_000.0, 22_000.0),
        (Form::Mp3, true) => Range(10_000.0, 32_000.0),
    }
}

/// What kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Still,
    Moving,
}

/// Renders that were made in the same way.
#[derive(Debug, Clone, Default)]
struct History<'a> {
    /// Those that showed the same files.
    alike: Vec<&'a Measured>,
    /// The others.
    others: Vec<&'a Measured>,
    /// Paces of renders that were made in other ways, as they would be in this one.
    converted: Vec<f64>,
}

impl<'a> History<'a> {
    fn of(how: How, plan: &RenderPlan, known: &'a [Measured]) -> Self {
        let (name, sources) = (name(how), sources(plan));
        let in_this_way = known.iter().filter(|one| one.how == name);
        let (alike, others) = in_this_way.partition(|one| {
            let shared = one.sources.intersection(&sources).count();
            shared * 2 >= sources.len().max(1)
        });
        let others_ways = known.iter().filter(|one| one.how != name);
        let converted = others_ways.filter_map(|one| {
            let then = ways().find(|way| self::name(*way) == one.how)?;
            let usual = |how| usual_pace(how).middle();
            Some(pace_of(one)? * usual(how) / usual(then))
        });
        Self { alike, others, converted: converted.collect() }
    }

    /// Megapixels a second, by weight.
    fn pace(&self, how: How) -> Range {
        let alike = Range::around(self.alike.iter().filter_map(|one| pace_of(one)), 1.3);
        let others = || Range::around(self.others.iter().filter_map(|one| pace_of(one)), 2.0);
        let converted = || Range::around(self.converted.iter().copied(), 2.2);
        alike.or_else(others).or_else(converted).unwrap_or_else(|| usual_pace(how))
    }

    /// Bytes for a megapixel.
    fn density(&self, how: How, kind: Kind) -> Range {
        let density = |one: &&&Measured| {
            let amount = if kind == Kind::Still { one.still } else { one.moving };
            (amount.megapixels > 1.0).then(|| amount.bytes as f64 / amount.megapixels)
        };
        let alike = Range::around(self.alike.iter().filter_map(|one| density(&one)), 1.25);
        let others = || Range::around(self.others.iter().filter_map(|one| density(&one)), 3.0);
        alike.or_else(others).unwrap_or_else(|| usual_density(how, kind))
    }
}

/// Megapixels a second, by weight.
fn pace_of(one: &Measured) -> Option<f64> {
    let weight = one.moving.megapixels + one.still.megapixels * STILL_COSTS;
    Some(weight / one.seconds.max(0.01)).filter(|pace| *pace > 0.0)
}

/// All ways by the processor, in which renders on this machine tell of each other.
fn ways() -> impl Iterator<Item = How> {
    let qualities = [Quality::Draft, Quality::Standard, Quality::High];
    [Codec::H264, Codec::Vp9].into_iter().flat_map(move |codec| {
        qualities.into_iter().map(move |quality| How { codec, quality, hardware: None })
    })
}

/// Where nothing is known of this machine: two cores of a few years ago, by the number that there are.
fn usual_pace(how: How) -> Range {
    let cores = std::thread::available_parallelism().map_or(2.0, |cores| cores.get() as f64);
    let one = match (how.codec, how.quality) {
        (Codec::H264, _) if how.hardware.is_some() => 180.0,
        (Codec::H264, Quality::Draft) => 150.0,
        (Codec::H264, Quality::Standard) => 90.0,
        (Codec::H264, Quality::High) => 45.0,
        (Codec::Vp9, Quality::Draft) => 40.0,
        (Codec::Vp9, Quality::Standard) => 12.0,
        (Codec::Vp9, Quality::High) => 6.0,
    };
    let all = one * (cores / 2.0).clamp(0.5, 3.0);
    Range(all / 2.5, all * 2.5)
}

/// What pictures usually come to: from next to nothing moving to grain and leaves in the wind.
fn usual_density(how: How, kind: Kind) -> Range {
    let range = match (how.quality, kind) {
        (Quality::Draft, Kind::Still) => Range(120.0, 2_500.0),
        (Quality::Standard, Kind::Still) => Range(200.0, 6_000.0),
        (Quality::High, Kind::Still) => Range(300.0, 10_000.0),
        (Quality::Draft, Kind::Moving) => Range(800.0, 14_000.0),
        (Quality::Standard, Kind::Moving) => Range(1_800.0, 32_000.0),
        (Quality::High, Kind::Moving) => Range(2_800.0, 50_000.0),
    };
    if how.codec == Codec::Vp9 { range.times(0.7) } else { range }
}

impl Range {
    /// From the least to the most of some values, and by so many times more, since the next one may lie
    /// beyond; less so the more there are. Of many the outermost are left out. None of no values.
    fn around(values: impl Iterator<Item = f64>, times: f64) -> Option<Self> {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let outer = values.len() / 6;
        let inner = &values[outer..values.len() - outer];
        let (least, most) = (inner.first()?, inner.last()?);
        let times = 1.0 + (times - 1.0) / (1.0 + (values.len() - 1) as f64 / 3.0);
        Some(Self(least / times, most * times))
    }

    /// Its middle, by factors.
    fn middle(self) -> f64 {
        (self.0 * self.1).sqrt()
    }

    fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1)
    }

    const fn times(self, by: f64) -> Self {
        Self(self.0 * by, self.1 * by)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes, millis")]
    fn span(self) -> Span {
        Span { least: self.0.max(0.0) as u64, most: self.1.max(0.0).ceil() as u64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOW: How = How { codec: Codec::H264, quality: Quality::High, hardware: None };

    fn render(source: &str, megapixels: f64, bytes: u64, seconds: f64) -> Measured {
        Measured {
            how: name(HOW),
            sources: BTreeSet::from([PathBuf::from(source)]),
            still: Amount::default(),
            moving: Amount { megapixels, bytes },
            seconds,
        }
    }

    #[test]
    fn renders_of_the_same_files_tell_most_others_less_and_none_is_the_widest() {
        let (same, other) =
            (render("a.mp4", 1000.0, 5_000_000, 10.0), render("b.mp4", 1000.0, 1_000_000, 20.0));
        let converted = Vec::new;
        let alike = History { alike: vec![&same], others: vec![&other], converted: converted() };
        let others = History { alike: Vec::new(), others: vec![&other], converted: converted() };
        let width = |range: Range| range.1 / range.0;
        let moving = |history: &History<'_>| history.density(HOW, Kind::Moving);
        let near = moving(&alike);
        assert!(near.0 < 5_000.0 && 5_000.0 < near.1, "{near:?}");
        assert!(width(near) < width(moving(&others)));
        assert!(width(moving(&others)) < width(moving(&History::default())));
        let pace = alike.pace(HOW);
        assert!(pace.0 < 100.0 && 100.0 < pace.1, "{pace:?}");
        assert_eq!(alike.density(HOW, Kind::Still), usual_density(HOW, Kind::Still), "unseen");
    }

    #[test]
    fn bounds_hold_all_values_with_room() {
        assert_eq!(Range::around([4.0].into_iter(), 2.0), Some(Range(2.0, 8.0)));
        assert_eq!(Range::around([4.0, 2.0].into_iter(), 2.0), Some(Range(2.0 / 1.75, 7.0)));
        // One that has nothing to do with the others is left out of many.
        let many = [4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 90.0];
        let Range(least, most) = Range::around(many.into_iter(), 2.0).expect("some");
        assert!(least > 2.5 && most < 6.0, "{least} {most}");
        assert_eq!(Range::around(std::iter::empty(), 2.0), None);
    }

    #[test]
    fn a_render_in_another_quality_tells_how_fast_the_machine_is() {
        let slow = Measured { seconds: 100.0, ..render("a.mp4", 1000.0, 1_000_000, 100.0) };
        let known = [slow];
        let how = How { quality: Quality::Draft, ..HOW };
        let plan = crate::studio::render::plan::tests::planned(
            &serde_json::json!([{"tt": 0, "sg": [{"src": "b", "d": 1000}]}]),
        );
        let told = History::of(how, &plan, &known).pace(how);
        let usual = usual_pace(how);
        assert!(told.1 < usual.1, "this machine is slow: {told:?}, {usual:?}");
        assert!(told.1 / told.0 < usual.1 / usual.0);
    }
}
