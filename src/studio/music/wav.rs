//! A piece as a file, or as samples in memory.

use std::convert::Infallible;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use hound::{SampleFormat, WavSpec, WavWriter};

use super::brief::Brief;
use super::compose::compose;
use super::grid::SAMPLE_RATE;
use super::mix::mixdown;

/// A WAV file counts its bytes in 32 bits; this leaves room for its header.
const MOST_FRAMES: u64 = (u32::MAX as u64 - 1024) / 4;

/// Composes and writes a 48 kHz stereo WAV file of exactly the length asked for.
///
/// # Errors
/// When the file cannot be written, or is longer than such a file can be (six hours).
pub fn write_wav(path: &Path, brief: &Brief) -> io::Result<()> {
    write(path, brief).map_err(refused)
}

/// Why a WAV file cannot be read or written, as any other file's trouble is told.
pub(crate) fn refused(error: hound::Error) -> io::Error {
    match error {
        hound::Error::IoError(error) => error,
        other => io::Error::other(other),
    }
}

fn write(path: &Path, brief: &Brief) -> Result<(), hound::Error> {
    let score = compose(brief);
    if score.grid.samples() > MOST_FRAMES {
        let reason = "a WAV file holds no more than six hours";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason).into());
    }
    let spec = WavSpec {
        channels: 2,
        sample_rate: SAMPLE_RATE,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    let mut writer: WavWriter<BufWriter<File>> = WavWriter::create(path, spec)?;
    mixdown(&score, |frame| {
        writer.write_sample(quantised(frame[0]))?;
        writer.write_sample(quantised(frame[1]))
    })?;
    writer.finalize()
}

/// Composes a piece into memory: one frame a sample, left and right, within -1 and 1.
#[must_use]
pub fn render(brief: &Brief) -> Vec<[f32; 2]> {
    let mut frames = Vec::new();
    let Ok(()) = mixdown(&compose(brief), |frame| {
        frames.push(frame);
        Ok::<(), Infallible>(())
    });
    frames
}

/// The nearest of 65,536 steps.
#[expect(clippy::cast_possible_truncation, reason = "a float saturates at the ends")]
fn quantised(sample: f32) -> i16 {
    (sample * f32::from(i16::MAX)).round() as i16
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::draft::{Millis, Mood};

    const LENGTH: Millis = Millis(1200);

    fn brief(mood: Mood) -> Brief {
        Brief { mood, seed: 4, tempo: None, length: LENGTH }
    }

    /// One short piece of every mood, made once for all the tests.
    static PIECES: LazyLock<Vec<(Mood, Vec<[f32; 2]>)>> = LazyLock::new(|| {
        let start = |mood| std::thread::spawn(move || (mood, render(&brief(mood))));
        let pieces = Mood::ALL.map(start);
        pieces.map(|piece| piece.join().unwrap()).into()
    });

    fn peak(frames: &[[f32; 2]]) -> f32 {
        frames.iter().flatten().fold(0.0, |peak, sample| sample.abs().max(peak))
    }

    #[test]
    fn a_piece_has_exactly_as_many_samples_as_its_length() {
        for (mood, frames) in PIECES.iter() {
            assert_eq!(frames.len() as u64, LENGTH.0 * 48, "{mood:?}");
        }
    }

    #[test]
    fn no_length_is_too_short() {
        for millis in [0, 1, 33] {
            let brief = Brief { length: Millis(millis), ..brief(Mood::Cinematic) };
            assert_eq!(render(&brief).len() as u64, millis * 48);
        }
    }

    #[test]
    fn no_sample_comes_nearer_to_the_limit_than_one_decibel() {
        for (mood, frames) in PIECES.iter() {
            let peak = peak(frames);
            assert!((0.1..=0.891).contains(&peak), "{mood:?}: {peak}");
        }
    }

    #[test]
    fn a_piece_begins_and_ends_in_silence() {
        for (mood, frames) in PIECES.iter() {
            let last = frames.len() - 48;
            assert!(peak(&frames[..4]) < 0.01, "{mood:?} begins with a click");
            assert!(peak(&frames[last..]) < 0.002, "{mood:?} ends with a click");
        }
    }

    #[test]
    fn nothing_clicks() {
        for (mood, frames) in PIECES.iter() {
            let jumps =
                frames.windows(2).flat_map(|pair| [0, 1].map(|side| pair[1][side] - pair[0][side]));
            let widest = jumps.fold(0.0_f32, |widest, jump| jump.abs().max(widest));
            assert!(widest < 0.4, "{mood:?}: {widest}");
        }
    }

    #[test]
    fn all_moods_are_about_equally_loud() {
        let levels: Vec<f32> = PIECES
            .iter()
            .map(|(_, frames)| {
                let squares: f32 = frames.iter().flatten().map(|sample| sample * sample).sum();
                10.0 * (squares / (2 * frames.len()) as f32).log10()
            })
            .collect();
        assert!(levels.iter().all(|level| (-24.0..=-14.0).contains(level)), "{levels:?}");
    }

    #[test]
    fn the_same_brief_gives_the_same_samples() {
        let brief = Brief { length: Millis(300), ..brief(Mood::Lofi) };
        assert_eq!(render(&brief), render(&brief));
    }

    #[test]
    fn the_file_says_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("music.wav");
        write_wav(&path, &Brief { length: Millis(250), ..brief(Mood::Calm) }).unwrap();
        let reader = hound::WavReader::open(&path).unwrap();
        let spec = reader.spec();
        assert_eq!((spec.channels, spec.sample_rate, spec.bits_per_sample), (2, 48_000, 16));
        assert_eq!(reader.duration(), 250 * 48);
    }

    #[test]
    fn what_no_wav_file_can_hold_is_refused_before_anything_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("music.wav");
        let brief = Brief { length: Millis::from_secs(7 * 3600), ..brief(Mood::Calm) };
        assert!(write_wav(&path, &brief).is_err());
        assert!(!path.exists());
    }
}
