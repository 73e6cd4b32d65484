//! WebP that moves: the one accepted kind of picture that most releases of ffmpeg cannot read.
//!
//! The renderer reads it without ffmpeg, so it is judged without ffmpeg too: its first frame is
//! decoded, and its length is read off the frames' headers.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::Path;

use image::codecs::webp::WebPDecoder;
use image::{AnimationDecoder, ImageDecoder};

use super::decode::Size;
use crate::draft::Millis;

/// What is known of one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MovingWebp {
    pub(super) size: Size,
    pub(super) frames: u64,
    pub(super) duration: Millis,
}

/// Whether a beginning says that it moves: a flag of the extended header.
pub(super) fn is_one(head: &[u8]) -> bool {
    head.get(12..16) == Some(b"VP8X") && head.get(20).is_some_and(|flags| flags & 0x02 != 0)
}

/// Looks at one; none where it does not decode. Blocking.
pub(super) fn look(path: &Path) -> Option<MovingWebp> {
    let size = first_frame(path)?;
    let (frames, duration) = timing(&mut BufReader::new(File::open(path).ok()?)).ok()?;
    (frames > 0).then_some(MovingWebp { size, frames, duration })
}

fn first_frame(path: &Path) -> Option<Size> {
    let decoder = WebPDecoder::new(BufReader::new(File::open(path).ok()?)).ok()?;
    let (width, height) = decoder.dimensions();
    decoder.into_frames().next()?.ok()?;
    Some(Size { width, height })
}

/// Counts the frames and adds up how long each is shown.
fn timing(reader: &mut (impl Read + Seek)) -> io::Result<(u64, Millis)> {
    let mut riff = [0_u8; 12];
    reader.read_exact(&mut riff)?;
    let (mut frames, mut duration) = (0, Millis::ZERO);
    loop {
        let mut chunk = [0_u8; 8];
        if reader.read_exact(&mut chunk).is_err() {
            return Ok((frames, duration));
        }
        let [a, b, c, d, size @ ..] = chunk;
        let mut left = i64::from(u32::from_le_bytes(size));
        if [a, b, c, d] == *b"ANMF" && left >= 16 {
            let mut header = [0_u8; 16];
            reader.read_exact(&mut header)?;
            left -= 16;
            frames += 1;
            duration +=
                Millis(u64::from(u32::from_le_bytes([header[12], header[13], header[14], 0])));
        }
        // Chunks are padded to even lengths.
        reader.seek_relative(left + (left & 1))?;
    }
}
