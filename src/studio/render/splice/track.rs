//! The picture of an MP4 file as a table: which bytes are which picture, and when it is shown.
//!
//! Files whose tables say anything unusual are refused: edits, a picture rate that is not even, other
//! codecs. They are rendered like everything else.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;
use std::path::Path;

use crate::draft::FrameRate;

use super::atoms::{atoms, find, find_path, index, long_number, number, short_number};
use super::sets::{self, Sets};

/// A stream of pictures in the order in which they are decoded.
#[derive(Debug)]
pub(super) struct Track {
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) sets: Sets,
    pub(super) samples: Vec<Sample>,
}

/// One picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sample {
    /// Where its bytes begin.
    pub(super) at: u64,
    /// How many they are.
    pub(super) size: u32,
    /// Its place in the order in which pictures are shown.
    pub(super) shown: usize,
    /// Whether the file says that decoding can begin here.
    pub(super) is_key: bool,
}

/// A picture may be this part of its length off its even place.
const UNEVEN: f64 = 0.02;

impl Track {
    /// Reads the tables of a file that holds H.264 at an even rate; none where it is anything else.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(super) fn read(path: &Path, rate: FrameRate) -> io::Result<Option<Self>> {
        let file = File::open(path)?;
        let Some(index) = index(&file)? else { return Ok(None) };
        Ok(parse(&index, rate))
    }

    /// Whether decoding can begin at a picture whatever came before, which fewer pictures allow than
    /// files say.
    pub(super) fn opens_at(&self, file: &File, place: usize) -> bool {
        let sample = self.samples[place];
        let is_first = sample.is_key && sample.shown == place;
        is_first
            && self.bytes(file, place).is_ok_and(|bytes| {
                units(&bytes).find_map(|unit| {
                    let kind = sets::kind(unit);
                    (sets::SLICE..=sets::KEY_SLICE).contains(&kind).then_some(kind)
                }) == Some(sets::KEY_SLICE)
            })
    }

    /// The bytes of a picture.
    ///
    /// # Errors
    /// When the file does not have them.
    pub(super) fn bytes(&self, file: &File, place: usize) -> io::Result<Vec<u8>> {
        let sample = self.samples[place];
        let mut bytes = vec![0; usize::try_from(sample.size).map_err(io::Error::other)?];
        file.read_exact_at(&mut bytes, sample.at)?;
        Ok(bytes)
    }
}

/// The units of a picture, each behind its length, until one makes no sense.
pub(super) fn units(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let length = usize::try_from(number(bytes, 0)?).ok()?;
        let unit = bytes.get(4..4_usize.checked_add(length)?)?;
        bytes = &bytes[4 + length..];
        Some(unit)
    })
}

/// For `io::Result`s about files that are not what they were.
pub(super) fn unfit(why: &'static str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, why)
}

fn parse(index: &[u8], rate: FrameRate) -> Option<Track> {
    let is_picture = |track: &&[u8]| {
        find_path(track, &[b"mdia", b"hdlr"]).and_then(|handler| handler.get(8..12))
            == Some(b"vide")
    };
    let mut tracks = atoms(index).filter(|(kind, _)| kind == b"trak").map(|(_, track)| track);
    let track = tracks.find(is_picture)?;
    let media = find(track, b"mdia")?;
    let table = find_path(media, &[b"minf", b"stbl"])?;
    let entry = only_entry(find(table, b"stsd")?)?;
    let sets = Sets::read(find(entry.get(78..)?, b"avcC")?)?;
    let (times, scale) = (shown_times(table)?, clock(find(media, b"mdhd")?)?);
    let shown = even_places(&times, f64::from(scale) / rate.as_f64())?;
    is_whole(track, &times, film_clock(index)?, rate)?;
    let samples = samples(table, &shown)?;
    let (width, height) = (short_number(entry, 24)?, short_number(entry, 26)?);
    Some(Track { width, height, sets, samples })
}

/// The description of the pictures, where all have the same and it is H.264's.
fn only_entry(descriptions: &[u8]) -> Option<&[u8]> {
    let is_alone = number(descriptions, 4)? == 1;
    let (kind, entry) = atoms(descriptions.get(8..)?).next()?;
    (is_alone && &kind == b"avc1").then_some(entry)
}

pub(super) fn clock(head: &[u8]) -> Option<u32> {
    let at = if head.first() == Some(&1) { 20 } else { 12 };
    number(head, at).filter(|scale| *scale > 0)
}

/// When each picture is shown, in the order in which they are decoded.
fn shown_times(table: &[u8]) -> Option<Vec<i64>> {
    let lasts = runs(find(table, b"stts")?)?;
    let later = find(table, b"ctts").and_then(runs);
    let count: usize = lasts.iter().map(|(count, _)| *count).sum();
    let mut later =
        later.into_iter().flatten().flat_map(|(count, by)| std::iter::repeat_n(by, count));
    let mut times = Vec::with_capacity(count);
    let mut now: i64 = 0;
    for (count, length) in lasts {
        for _ in 0..count {
            // Offsets may be negative; files of the first version store those the same way.
            times.push(now + i64::from(later.next().unwrap_or_default().cast_signed()));
            now += i64::from(length);
        }
    }
    Some(times)
}

/// More pictures than anybody films.
const MOST_SAMPLES: usize = 20_000_000;

/// Pairs of how many and what.
pub(super) fn runs(table: &[u8]) -> Option<Vec<(usize, u32)>> {
    let count = usize::try_from(number(table, 4)?).ok()?;
    let mut total: usize = 0;
    let run = |place: usize| {
        let count = usize::try_from(number(table, 8 + place * 8)?).ok()?;
        total = total.checked_add(count).filter(|total| *total <= MOST_SAMPLES)?;
        Some((count, number(table, 12 + place * 8)?))
    };
    (0..count).map(run).collect()
}

/// The place of each picture in the order of showing, where they are shown at an even pace.
#[expect(clippy::cast_precision_loss, reason = "ticks of a film's clock")]
fn even_places(times: &[i64], step: f64) -> Option<Vec<usize>> {
    let mut order: Vec<usize> = (0..times.len()).collect();
    order.sort_by_key(|place| times[*place]);
    let first = times[*order.first()?];
    let mut shown = vec![0; times.len()];
    for (number, place) in order.into_iter().enumerate() {
        let off = (times[place] - first) as f64 - number as f64 * step;
        if off.abs() > step * UNEVEN {
            return None;
        }
        shown[place] = number;
    }
    Some(shown)
}

fn film_clock(index: &[u8]) -> Option<u32> {
    clock(find(index, b"mvhd")?)
}

/// The file shows its first picture first, nothing before it, and all of them.
#[expect(clippy::cast_precision_loss, reason = "ticks of a film's clock")]
fn is_whole(track: &[u8], times: &[i64], clock: u32, rate: FrameRate) -> Option<()> {
    let Some(edits) = find_path(track, &[b"edts", b"elst"]) else { return Some(()) };
    let first = times.iter().min()?;
    let (start, lasts) = if edits.first() == Some(&1) {
        (long_number(edits, 16)?.cast_signed(), long_number(edits, 8)?)
    } else {
        (i64::from(number(edits, 12)?.cast_signed()), u64::from(number(edits, 8)?))
    };
    let pictures = lasts as f64 / f64::from(clock) * rate.as_f64();
    let is_all = lasts == 0 || pictures > times.len() as f64 - 0.5;
    (number(edits, 4)? == 1 && start == *first && is_all).then_some(())
}

fn samples(table: &[u8], shown: &[usize]) -> Option<Vec<Sample>> {
    let sizes = sizes(find(table, b"stsz")?, shown.len())?;
    let places = places(table, &sizes)?;
    let keys = find(table, b"stss");
    let mut samples: Vec<Sample> = (0..shown.len())
        .map(|place| Sample {
            at: places[place],
            size: sizes[place],
            shown: shown[place],
            is_key: keys.is_none(),
        })
        .collect();
    if let Some(keys) = keys {
        for place in 0..usize::try_from(number(keys, 4)?).ok()? {
            let key = usize::try_from(number(keys, 8 + place * 4)?).ok()?;
            samples.get_mut(key.checked_sub(1)?)?.is_key = true;
        }
    }
    Some(samples)
}

pub(super) fn sizes(table: &[u8], count: usize) -> Option<Vec<u32>> {
    let (same, listed) = (number(table, 4)?, usize::try_from(number(table, 8)?).ok()?);
    if listed != count {
        return None;
    }
    match same {
        0 => (0..count).map(|place| number(table, 12 + place * 4)).collect(),
        same => Some(vec![same; count]),
    }
}

/// Where the bytes of each picture begin: pictures lie one after another in chunks.
pub(super) fn places(table: &[u8], sizes: &[u32]) -> Option<Vec<u64>> {
    let chunks = chunks(table)?;
    let in_chunks = find(table, b"stsc")?;
    let runs = usize::try_from(number(in_chunks, 4)?).ok()?;
    let run = |place: usize| {
        let at = 8 + place * 12;
        let first = usize::try_from(number(in_chunks, at)?).ok()?.checked_sub(1)?;
        Some((first, usize::try_from(number(in_chunks, at + 4)?).ok()?))
    };
    let mut places = Vec::with_capacity(sizes.len());
    for place in 0..runs {
        let (first, each) = run(place)?;
        let next = if place + 1 < runs { run(place + 1)?.0 } else { chunks.len() };
        for start in chunks.get(first..next)? {
            let mut at = *start;
            for size in sizes.get(places.len()..)?.iter().take(each) {
                places.push(at);
                at += u64::from(*size);
            }
        }
    }
    (places.len() == sizes.len()).then_some(places)
}

fn chunks(table: &[u8]) -> Option<Vec<u64>> {
    if let Some(short) = find(table, b"stco") {
        let count = usize::try_from(number(short, 4)?).ok()?;
        return (0..count).map(|place| Some(u64::from(number(short, 8 + place * 4)?))).collect();
    }
    let long = find(table, b"co64")?;
    let count = usize::try_from(number(long, 4)?).ok()?;
    (0..count).map(|place| long_number(long, 8 + place * 8)).collect()
}
