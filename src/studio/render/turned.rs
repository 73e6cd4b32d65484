//! Sound that is heard backwards.
//!
//! It is decoded into a file of bare samples, which is then read from its end to its beginning, a block at
//! a time, into a WAV file: so memory is bounded whatever its length. The mix opens the result like any other sound.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::task::spawn_blocking;

use super::plan::{Cue, Reversal, SAMPLE_RATE, Voice};
use super::{Error, graph};
use crate::studio::ffmpeg::{Tool, output};

/// Bytes of a moment: two channels of four bytes.
const MOMENT: usize = 8;

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
    let mut source = File::open(from)?;
    let mut target = BufWriter::new(File::create(to)?);
    let length = source.metadata()?.len();
    target.write_all(&head(length))?;
    let mut left = length / MOMENT as u64;
    let mut block = vec![0; BLOCK * MOMENT];
    while left > 0 {
        let moments = left.min(BLOCK as u64);
        left -= moments;
        #[expect(clippy::cast_possible_truncation, reason = "no more than a block")]
        let read = &mut block[..moments as usize * MOMENT];
        source.seek(SeekFrom::Start(left * MOMENT as u64))?;
        source.read_exact(read)?;
        read.chunks_exact(MOMENT).rev().try_for_each(|moment| target.write_all(moment))?;
    }
    target.flush()?;
    std::fs::remove_file(from)
}

/// What a WAV file of so many bytes begins with: two channels of floating point. Of more than it has numbers
/// for, it says the most, and readers read on to the end.
fn head(bytes: u64) -> Vec<u8> {
    const CHUNK: u32 = 16;
    const FLOAT: u16 = 3;
    let rate = u32::try_from(SAMPLE_RATE).unwrap_or(u32::MAX);
    let size = |bytes: u64| u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes();
    let (moment, bits) = (MOMENT as u16, MOMENT as u16 * 4);
    let mut head = Vec::with_capacity(HEAD);
    head.extend(b"RIFF");
    head.extend(size(bytes + HEAD as u64 - 8));
    head.extend(b"WAVEfmt ");
    head.extend(CHUNK.to_le_bytes());
    head.extend([FLOAT, 2].iter().flat_map(|number| number.to_le_bytes()));
    head.extend([rate, rate * MOMENT as u32].iter().flat_map(|number| number.to_le_bytes()));
    head.extend([moment, bits].iter().flat_map(|number| number.to_le_bytes()));
    head.extend(b"data");
    head.extend(size(bytes));
    head
}

/// Bytes before the first moment.
const HEAD: usize = 44;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_longer_than_a_block_is_turned_moment_by_moment() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        let moments = 0..BLOCK as u64 * 2 + 3;
        let written: Vec<u8> = moments.clone().flat_map(u64::to_le_bytes).collect();
        std::fs::write(&from, written).expect("written");
        turn(&from, &to).expect("turned");
        let expected: Vec<u8> = moments.rev().flat_map(u64::to_le_bytes).collect();
        let turned = std::fs::read(&to).expect("read");
        assert_eq!(turned[..4], *b"RIFF");
        assert!(turned[HEAD..] == expected);
        assert!(!from.exists());
    }
}
