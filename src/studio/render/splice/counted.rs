//! How much picture and sound an MP4 file holds, by its tables and the bytes that these name.
//!
//! A process that reads the whole file would tell the same, later.

use std::fs::File;
use std::io;
use std::path::Path;

use super::atoms::{atoms, find, find_path, index, long_number, number};
use super::track::{clock, places, runs, sizes};

/// What a file holds.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(in crate::studio::render) struct Counted {
    /// Pictures of its first stream of them.
    pub(in crate::studio::render) pictures: Option<u64>,
    /// Seconds of its first sound.
    pub(in crate::studio::render) sound: Option<f64>,
}

/// Counts; none where the tables are unusual, or name bytes that the file does not have.
///
/// # Errors
/// When the file cannot be read.
pub(in crate::studio::render) fn counted(path: &Path) -> io::Result<Option<Counted>> {
    let file = File::open(path)?;
    let end = file.metadata()?.len();
    Ok(index(&file)?.and_then(|index| count(&index, end)))
}

fn count(index: &[u8], end: u64) -> Option<Counted> {
    let film_clock = clock(find(index, b"mvhd")?)?;
    let mut counted = Counted::default();
    for (_, track) in atoms(index).filter(|(kind, _)| kind == b"trak") {
        let kind = find_path(track, &[b"mdia", b"hdlr"])?.get(8..12)?;
        let samples = whole_samples(track, end)?;
        match kind {
            b"vide" if counted.pictures.is_none() => counted.pictures = Some(samples),
            b"soun" if counted.sound.is_none() => {
                counted.sound = Some(seconds(track, film_clock)?);
            }
            _ => {}
        }
    }
    Some(counted)
}

/// How many samples a track has; none unless all of their bytes are in the file.
fn whole_samples(track: &[u8], end: u64) -> Option<u64> {
    let table = find_path(track, &[b"mdia", b"minf", b"stbl"])?;
    let count = runs(find(table, b"stts")?)?.iter().map(|(count, _)| *count).sum();
    let sizes = sizes(find(table, b"stsz")?, count)?;
    let places = places(table, &sizes)?;
    let is_whole =
        places.iter().zip(&sizes).all(|(at, size)| at.checked_add((*size).into()) <= Some(end));
    is_whole.then_some(u64::try_from(count).ok()?)
}

/// How long a track plays: what its one edit says, since what an encoder puts before and after is no part of it.
#[expect(clippy::cast_precision_loss, reason = "ticks of a film's clock")]
fn seconds(track: &[u8], film_clock: u32) -> Option<f64> {
    if let Some(edits) = find_path(track, &[b"edts", b"elst"])
        && number(edits, 4)? == 1
    {
        let is_long = edits.first() == Some(&1);
        let lasts = if is_long { long_number(edits, 8)? } else { number(edits, 8)?.into() };
        return Some(lasts as f64 / f64::from(film_clock));
    }
    let head = find_path(track, &[b"mdia", b"mdhd"])?;
    let is_long = head.first() == Some(&1);
    let lasts = if is_long { long_number(head, 24)? } else { number(head, 16)?.into() };
    Some(lasts as f64 / f64::from(clock(head)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::ffmpeg::{Tool, output};
    use std::time::Duration;

    #[tokio::test]
    async fn pictures_and_sound_are_counted_and_a_cut_off_file_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let film = folder.path().join("film.mp4");
        let args = "-v error -f lavfi -i testsrc=s=64x64:r=25:d=2 -f lavfi -i sine=d=2 \
                    -c:v libx264 -c:a aac -t 2 -movflags +faststart";
        let args = args.split_whitespace().map(Into::into).chain([film.clone().into_os_string()]);
        output(Tool::Ffmpeg, args.collect(), Duration::from_secs(60)).await.unwrap();
        let Counted { pictures, sound } = counted(&film).unwrap().unwrap();
        assert_eq!(pictures, Some(50));
        assert!(sound.is_some_and(|sound| (sound - 2.0).abs() < 0.03), "{sound:?}");
        let file = File::options().write(true).open(&film).unwrap();
        file.set_len(file.metadata().unwrap().len() - 1).unwrap();
        assert_eq!(counted(&film).unwrap(), None, "its last byte is gone");
    }
}
