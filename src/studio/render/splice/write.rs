//! Writing a film's picture from stretches of other files' pictures.
//!
//! Every picture lasts as long as every other, so the film's times are those of its plan whatever
//! clocks its sources had.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::draft::FrameRate;

use super::atoms::boxed;
use super::sets::{Sets, is_set};
use super::track::{Track, unfit, units};

/// A stretch of a file's pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::studio::render) struct Part {
    /// The file.
    pub(in crate::studio::render) path: PathBuf,
    /// Which of its pictures; none for all.
    pub(in crate::studio::render) pictures: Option<Range<usize>>,
    /// How many they must be.
    pub(in crate::studio::render) length: u64,
}

/// The tables of the file to be written.
#[derive(Default)]
struct Tables {
    sizes: Vec<u32>,
    keys: Vec<u32>,
    /// The place of each picture in the order of showing.
    shown: Vec<usize>,
}

/// Writes all parts, one after another, into a file that holds picture alone.
///
/// # Errors
/// Of kind `InvalidData` when a part is not what it was thought to be.
pub(in crate::studio::render) fn write(
    parts: &[Part],
    rate: FrameRate,
    target: &Path,
) -> io::Result<()> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(target)?);
    file.write_all(&boxed(b"ftyp", &[b"isom\0\0\x02\0isomiso2avc1mp41"]))?;
    let begin = file.stream_position()?;
    // Its length is put in when it is known.
    file.write_all(&[0, 0, 0, 1, b'm', b'd', b'a', b't', 0, 0, 0, 0, 0, 0, 0, 0])?;
    let (mut tables, mut sets, mut size) = (Tables::default(), Sets::default(), None);
    for part in parts {
        let track = Track::read(&part.path, rate)?.ok_or_else(|| unfit("no even H.264"))?;
        if !sets.join(&track.sets) {
            return Err(unfit("parameter sets collide"));
        }
        if *size.get_or_insert((track.width, track.height)) != (track.width, track.height) {
            return Err(unfit("sizes differ"));
        }
        copy(part, &track, &mut tables, &mut file)?;
    }
    let end = file.stream_position()?;
    let (width, height) = size.ok_or_else(|| unfit("nothing to write"))?;
    let index = tables.index(begin + 16, (width, height), &sets, rate);
    file.write_all(&index)?;
    file.seek(SeekFrom::Start(begin + 8))?;
    file.write_all(&(end - begin).to_be_bytes())?;
    file.into_inner().map_err(io::IntoInnerError::into_error).map(drop)
}

fn copy(
    part: &Part,
    track: &Track,
    tables: &mut Tables,
    target: &mut impl Write,
) -> io::Result<()> {
    let all = 0..track.samples.len();
    let pictures = part.pictures.clone().unwrap_or(all.clone());
    let is_inside = pictures.start <= pictures.end && pictures.end <= all.end;
    if !is_inside || pictures.len() as u64 != part.length {
        return Err(unfit("another number of pictures"));
    }
    let file = File::open(&part.path)?;
    let before = tables.sizes.len();
    for place in pictures.clone() {
        let sample = track.samples[place];
        if !pictures.contains(&sample.shown) {
            return Err(unfit("a picture of elsewhere"));
        }
        let bytes = without_sets(track.bytes(&file, place)?, track)?;
        target.write_all(&bytes)?;
        tables.sizes.push(u32::try_from(bytes.len()).map_err(io::Error::other)?);
        tables.shown.push(before + sample.shown - pictures.start);
        if sample.is_key {
            tables.keys.push(u32::try_from(tables.sizes.len()).map_err(io::Error::other)?);
        }
    }
    Ok(())
}

/// Sets told again among the pictures are left out; others than the file began with are not known to
/// the film.
fn without_sets(bytes: Vec<u8>, track: &Track) -> io::Result<Vec<u8>> {
    if !units(&bytes).any(is_set) {
        return Ok(bytes);
    }
    let mut kept = Vec::with_capacity(bytes.len());
    for unit in units(&bytes) {
        if !is_set(unit) {
            kept.extend(u32::try_from(unit.len()).map_err(io::Error::other)?.to_be_bytes());
            kept.extend(unit);
        } else if !track.sets.has(unit) {
            return Err(unfit("parameter sets change"));
        }
    }
    Ok(kept)
}

/// Pictures that lie together.
const IN_CHUNK: usize = 32;

impl Tables {
    /// The box that tells all about a file whose pictures begin at a place.
    fn index(&self, at: u64, size: (u16, u16), sets: &Sets, rate: FrameRate) -> Vec<u8> {
        // As fine as ffmpeg counts, so that nothing is rounded when it writes the film.
        let mut times = 1;
        while rate.numerator() * times < 10_000 {
            times *= 2;
        }
        let (clock, step) = (rate.numerator() * times, rate.denominator() * times);
        let length = self.sizes.len() as u64 * u64::from(step);
        let [long, clocked] = [length.to_be_bytes(), u64::from(clock).to_be_bytes()];
        let clock = &clocked[4..];
        let head = [&[1, 0, 0, 0][..], &[0; 16], clock, &long].concat();
        let movie = [&head[..], &[0, 1, 0, 0, 1, 0], &[0; 10], &MATRIX, &[0; 24], &[0, 0, 0, 2]];
        let side = |length: u16| (u32::from(length) << 16).to_be_bytes();
        let shape = [&MATRIX[..], &side(size.0), &side(size.1)].concat();
        let lane =
            [&[1, 0, 0, 3][..], &[0; 16], &[0, 0, 0, 1, 0, 0, 0, 0], &long, &[0; 16], &shape];
        let media = [&head[..], &[0x55, 0xc4, 0, 0]];
        let waits = u64::from(self.waits()) * u64::from(step);
        let edit = [&[1, 0, 0, 0, 0, 0, 0, 1][..], &long, &waits.to_be_bytes(), &[0, 1, 0, 0]];
        let reference =
            boxed(b"dref", &[&[0; 4], &[0, 0, 0, 1], &boxed(b"url ", &[&[0, 0, 0, 1]])]);
        let lies = boxed(b"dinf", &[&reference]);
        let seen = boxed(b"vmhd", &[&[0, 0, 0, 1], &[0; 8]]);
        let table = self.table(at, size, sets, step);
        let handler = boxed(b"hdlr", &[&[0; 8], b"vide", &[0; 13]]);
        let information = boxed(b"minf", &[&seen, &lies, &table]);
        let media = boxed(b"mdia", &[&boxed(b"mdhd", &media), &handler, &information]);
        let edits = boxed(b"edts", &[&boxed(b"elst", &edit)]);
        let track = boxed(b"trak", &[&boxed(b"tkhd", &lane), &edits, &media]);
        boxed(b"moov", &[&boxed(b"mvhd", &movie), &track])
    }

    /// Pictures that must be decoded before the first can be shown without a stop later on.
    fn waits(&self) -> u32 {
        let late = self.shown.iter().enumerate().map(|(place, shown)| place.saturating_sub(*shown));
        late.max().and_then(|most| u32::try_from(most).ok()).unwrap_or_default()
    }

    fn table(&self, at: u64, size: (u16, u16), sets: &Sets, step: u32) -> Vec<u8> {
        let count = u32::try_from(self.sizes.len()).unwrap_or(u32::MAX);
        let lasts = listed(&[1, count, step], None);
        let later = self.later(step);
        let keys = listed(&[self.keys.len()].map(short), Some(&self.keys));
        let sizes = listed(&[0, count], Some(&self.sizes));
        let (chunks, rest) = (self.sizes.len() / IN_CHUNK, self.sizes.len() % IN_CHUNK);
        let mut runs = Vec::new();
        if chunks > 0 {
            runs.extend([1, short(IN_CHUNK), 1]);
        }
        if rest > 0 {
            runs.extend([short(chunks + 1), short(rest), 1]);
        }
        let runs = listed(&[short(runs.len() / 3)], Some(&runs));
        let mut places = listed(&[short(self.sizes.chunks(IN_CHUNK).len())], None);
        let mut at = at;
        for chunk in self.sizes.chunks(IN_CHUNK) {
            places.extend(at.to_be_bytes());
            at += chunk.iter().map(|size| u64::from(*size)).sum::<u64>();
        }
        let tables: [(&[u8; 4], Vec<u8>); 7] = [
            (b"stsd", description(size, sets)),
            (b"stts", lasts),
            (b"ctts", later),
            (b"stss", keys),
            (b"stsc", runs),
            (b"stsz", sizes),
            (b"co64", places),
        ];
        let boxes = tables.map(|(kind, content)| boxed(kind, &[&content]));
        boxed(b"stbl", &boxes.each_ref().map(Vec::as_slice))
    }

    /// How much later than it is decoded each picture is shown.
    fn later(&self, step: u32) -> Vec<u8> {
        let waits = self.waits() as usize;
        let by = |(place, shown): (usize, &usize)| short(shown + waits - place) * step;
        let mut runs: Vec<u32> = Vec::new();
        for by in self.shown.iter().enumerate().map(by) {
            match runs.as_mut_slice() {
                [.., count, last] if *last == by => *count += 1,
                _ => runs.extend([1, by]),
            }
        }
        listed(&[short(runs.len() / 2)], Some(&runs))
    }
}

fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A table's content: no flags, then numbers.
fn listed(first: &[u32], rest: Option<&[u32]>) -> Vec<u8> {
    let numbers = [0].iter().chain(first).chain(rest.unwrap_or_default());
    numbers.flat_map(|number| number.to_be_bytes()).collect()
}

/// How pictures are coded, of what size, and in which colours.
fn description((width, height): (u16, u16), sets: &Sets) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let square = boxed(b"pasp", &[&[0, 0, 0, 1, 0, 0, 0, 1]]);
    let colours = boxed(b"colr", &[b"nclx", &[0, 1, 0, 1, 0, 1, 0]]);
    let dots = [0, 72, 0, 0].repeat(2);
    let entry = boxed(
        b"avc1",
        &[
            &[0, 0, 0, 0, 0, 0, 0, 1],
            &[0; 16],
            &size,
            &dots,
            &[0, 0, 0, 0, 0, 1],
            &[0; 32],
            &[0, 24, 0xff, 0xff],
            &sets.config(),
            &colours,
            &square,
        ],
    );
    [&[0, 0, 0, 0, 0, 0, 0, 1][..], &entry].concat()
}

/// Neither turned nor moved.
const MATRIX: [u8; 36] = {
    let mut matrix = [0; 36];
    (matrix[1], matrix[17], matrix[32]) = (1, 1, 0x40);
    matrix
};
