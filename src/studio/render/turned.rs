//! Sound that is heard backwards.
//!
//! It is decoded into a file of bare samples, which is then read from its end to its beginning, a block at
//! a time, into a WAV file: so memory is bounded whatever its length. The mix opens the result like any other sound.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use hound::{SampleFormat, WavSpec, WavWriter};
use tokio::task::spawn_blocking;

use super::plan::{Cue, Reversal, SAMPLE_RATE, Voice};
use super::{Error, graph};
use crate::studio::ffmpeg::{Tool, output};
use crate::studio::music::refused;

/// Bytes of a moment: two channels of four bytes.
const MOMENT: usize = 8;

/// A WAV file counts its bytes in 32 bits; this leaves room for its header.
const MOST_MOMENTS: u64 = (u32::MAX as u64 - 1024) / MOMENT as u64;

/// As it was decoded.
const SPEC: WavSpec = WavSpec {
    channels: 2,
    sample_rate: SAMPLE_RATE as u32,
    bits_per_sample: 32,
    sample_format: SampleFormat::Float,
};

/// Moments that are turned at a time.
const BLOCK: usize = 1 << 17;

/// Decoding the sound of a long film on a slow machine may take this long.
const LONGEST: Duration = Duration::from_secs(3600);

/// Turns all that is heard backwards, into files in `folder`.
///
/// # Errors
/// When a sound cannot be decoded, or there is no room.
pub(super) async fn turn_all(
    cues: &[Cue],
    folder: &Path,
) -> Result<HashMap<Reversal, PathBuf>, Error> {
    let mut turned = HashMap::new();
    for cue in cues {
        let Voice::Footage(footage) = &cue.voice else { continue };
        let (Some(reversal), Some(sound)) = (cue.reversal(), footage.sound) else { continue };
        if turned.contains_key(&reversal) {
            continue;
        }
        let number = turned.len();
        let forwards = folder.join(format!("forwards-{number}.f32"));
        let target = folder.join(format!("backwards-{number}.wav"));
        let args = graph::unturned(footage, sound, &reversal, &forwards);
        output(Tool::Ffmpeg, args, LONGEST).await?;
        let (from, to) = (forwards, target.clone());
        let turning = spawn_blocking(move || turn(&from, &to));
        let done = turning.await.unwrap_or_else(|panic| Err(io::Error::other(panic)));
        done.map_err(Error::write(&target))?;
        turned.insert(reversal, target);
    }
    Ok(turned)
}

/// Writes the moments of a file in the opposite order and removes the file.
fn turn(from: &Path, to: &Path) -> io::Result<()> {
    turned(from, to).map_err(refused)?;
    std::fs::remove_file(from)
}

fn turned(from: &Path, to: &Path) -> Result<(), hound::Error> {
    let mut source = File::open(from)?;
    let mut left = source.metadata()?.len() / MOMENT as u64;
    if left > MOST_MOMENTS {
        let reason = "sound of more than three hours cannot be heard backwards";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason).into());
    }
    let mut target = WavWriter::create(to, SPEC)?;
    let mut block = vec![0; BLOCK * MOMENT];
    while left > 0 {
        let moments = left.min(BLOCK as u64);
        left -= moments;
        #[expect(clippy::cast_possible_truncation, reason = "no more than a block")]
        let read = &mut block[..moments as usize * MOMENT];
        source.seek(SeekFrom::Start(left * MOMENT as u64))?;
        source.read_exact(read)?;
        for moment in read.chunks_exact(MOMENT).rev() {
            for sample in moment.chunks_exact(size_of::<f32>()) {
                target.write_sample(f32::from_le_bytes([
                    sample[0], sample[1], sample[2], sample[3],
                ]))?;
            }
        }
    }
    target.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_longer_than_a_block_is_turned_moment_by_moment() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        let sides = |moment: usize| [moment as f32, -(moment as f32)];
        let moments = 0..BLOCK * 2 + 3;
        let written: Vec<u8> = moments.clone().flat_map(sides).flat_map(f32::to_le_bytes).collect();
        std::fs::write(&from, written).expect("written");
        turn(&from, &to).expect("turned");
        let mut turned = hound::WavReader::open(&to).expect("a sound");
        assert_eq!(turned.spec(), SPEC);
        let turned: Vec<f32> = turned.samples().map(|sample| sample.expect("read")).collect();
        let expected: Vec<f32> = moments.rev().flat_map(sides).collect();
        assert!(turned == expected);
        assert!(!from.exists());
    }
}
