//! How loud a file is along its time.
//!
//! ffmpeg decodes to mono at eight thousand samples a second, which is all that a peak needs, and
//! only the loudest sample of each step stays.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::spawn_blocking;

use crate::studio::ffmpeg::{self, LOCAL_ONLY, Tool, file_argument, output};
use crate::studio::music::{self, Brief};

use super::kept::Kept;

/// Peaks a second.
pub const PEAKS_PER_SECOND: u32 = 20;

/// Samples a second.
const RATE: u32 = 8_000;

/// Hours of sound take this long on a slow machine.
const LONGEST: Duration = Duration::from_secs(120);

/// The loudest sample of each twentieth of a second, 255 being full scale. What was found stays in
/// `cache` until the file changes.
///
/// # Errors
/// When the file is not there, has no sound, or cannot be decoded.
pub async fn waveform(source: &Path, cache: &Path) -> Result<Vec<u8>, ffmpeg::Error> {
    let kept = Kept::of(source, "waveform 1", cache).ok();
    if let Some(peaks) = kept.as_ref().and_then(Kept::take) {
        return Ok(peaks);
    }
    let samples = output(Tool::Ffmpeg, arguments(source), LONGEST).await?;
    let peaks = peaks(&samples);
    if let Some(kept) = kept {
        kept.keep(&peaks);
    }
    Ok(peaks)
}

/// The same of a piece of music that is made on the spot. Whoever no longer waits ends the work.
pub async fn music_waveform(brief: Brief, cache: &Path) -> Option<Vec<u8>> {
    let Brief { mood, seed, tempo, length } = brief;
    // Another version may play it otherwise.
    let version = env!("CARGO_PKG_VERSION");
    let (name, beats) = (mood.name(), mood.tempo(tempo));
    let called = format!("music {version} {name} {seed} {beats} {}", length.0);
    let kept = Kept::called(&called, cache);
    if let Some(peaks) = kept.take() {
        return Some(peaks);
    }
    let waits = Arc::new(());
    let waited_for = Arc::downgrade(&waits);
    let goes_on = move || waited_for.strong_count() > 0;
    let made = spawn_blocking(move || music::shape(&brief, PEAKS_PER_SECOND, goes_on)).await;
    drop(waits);
    let peaks = made.ok().flatten()?;
    kept.keep(&peaks);
    Some(peaks)
}

fn arguments(source: &Path) -> Vec<OsString> {
    let mut args: Vec<OsString> =
        ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-vn", "-sn", "-dn"]
            .map(OsString::from)
            .to_vec();
    args.extend(LOCAL_ONLY.map(OsString::from));
    args.extend(["-i".into(), file_argument(source)]);
    let rate = RATE.to_string();
    let sound = ["-map", "0:a:0", "-ac", "1", "-ar", &rate, "-f", "s16le", "pipe:1"];
    args.extend(sound.map(OsString::from));
    args
}

/// Of samples as they come from the pipe.
fn peaks(samples: &[u8]) -> Vec<u8> {
    let step = (RATE / PEAKS_PER_SECOND) as usize * 2;
    let loudest = |step: &[u8]| {
        let samples = step.chunks_exact(2).map(|two| i16::from_le_bytes([two[0], two[1]]));
        let loudest = samples.map(i16::unsigned_abs).max().unwrap_or_default();
        u8::try_from(loudest >> 7).unwrap_or(u8::MAX)
    };
    samples.chunks(step).map(loudest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Millis, Mood};

    #[tokio::test]
    async fn a_piece_of_music_is_made_once() {
        let cache = tempfile::tempdir().unwrap();
        let brief = Brief { mood: Mood::Calm, seed: 7, tempo: None, length: Millis(500) };
        let peaks = music_waveform(brief, cache.path()).await.unwrap();
        assert_eq!(peaks.len(), 10);
        assert!(peaks.iter().any(|peak| *peak > 10), "{peaks:?}");
        let kept: Vec<_> = std::fs::read_dir(cache.path()).unwrap().flatten().collect();
        std::fs::write(kept[0].path(), [7]).unwrap();
        assert_eq!(music_waveform(brief, cache.path()).await, Some(vec![7]));
        let other = music_waveform(Brief { seed: 8, ..brief }, cache.path()).await.unwrap();
        assert_eq!(other.len(), 10, "another piece is not that one");
    }

    #[test]
    fn each_step_is_as_loud_as_its_loudest_sample() {
        let mut samples = vec![0_i16; 900];
        (samples[3], samples[400], samples[899]) = (16_384, i16::MIN, -256);
        let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
        assert_eq!(peaks(&bytes), [128, 255, 2]);
        assert_eq!(peaks(&[]), [0; 0]);
    }
}
