//! Animated WebP, which no release of ffmpeg before 8 decodes, written anew as animated PNG.
//!
//! The copy is kept below the scratch folder under the content of its source, so each is made once for
//! looks and renders alike. It may go at any time; whoever finds it gone makes it again.

use std::fs::File;
use std::io::{self, BufReader, BufWriter};
use std::path::{Path, PathBuf};

use image::codecs::webp::WebPDecoder;
use image::{AnimationDecoder, Frame, ImageDecoder, ImageError};

use super::Size;
use crate::studio::render::kept_chunks::{KeptChunks, Key};

/// Why a copy could not be made.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    #[error(transparent)]
    Read(#[from] ImageError),
    #[error(transparent)]
    Write(#[from] io::Error),
    #[error(transparent)]
    Encode(#[from] png::EncodingError),
}

/// Whether a WebP moves.
pub(super) fn is_animated(path: &Path) -> bool {
    open(path).is_ok_and(|decoder| decoder.has_animation())
}

/// The animation as PNG, made if it is not there yet; it appears when it is whole.
pub(super) fn copy(source: &Path, hash: &str, scratch: &Path) -> Result<PathBuf, Error> {
    let kept = KeptChunks::open_animations(scratch)?;
    let words = ["animation", hash].into_iter();
    let key = Key::of(words, std::iter::empty(), Path::new("\0"), "")?;
    if !kept.touch(&key) {
        let beside = kept.begin()?;
        write(source, beside.as_file())?;
        kept.keep_begun(&key, beside)?;
        kept.sweep();
    }
    Ok(kept.path(&key))
}

fn write(source: &Path, target: &File) -> Result<(), Error> {
    let (width, height) = open(source)?.dimensions();
    // Counted by decoding: the head does not say, and keeping them all could take gigabytes.
    let count = open(source)?.into_frames().take_while(Result::is_ok).count();
    let mut encoder = png::Encoder::new(BufWriter::new(target), width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_animated(u32::try_from(count).unwrap_or(u32::MAX), 0)?;
    let mut writer = encoder.write_header()?;
    for frame in open(source)?.into_frames().take(count) {
        let frame = frame?;
        let (numerator, denominator) = delay(&frame);
        writer.set_frame_delay(numerator, denominator)?;
        writer.write_image_data(frame.buffer())?;
    }
    Ok(writer.finish()?)
}

fn open(path: &Path) -> Result<WebPDecoder<BufReader<File>>, ImageError> {
    WebPDecoder::new(BufReader::new(File::open(path)?))
}

/// In thousandths of a second. Browsers show frames that want less than 11 ms for 100, and
/// animations are made for browsers.
fn delay(frame: &Frame) -> (u16, u16) {
    let (numerator, denominator) = frame.delay().numer_denom_ms();
    let millis = numerator / denominator.max(1);
    let millis = if millis < 11 { 100 } else { millis };
    (u16::try_from(millis).unwrap_or(u16::MAX), 1000)
}

/// The size of an animation.
pub(super) fn size(path: &Path) -> Result<Size, ImageError> {
    let (width, height) = open(path)?.dimensions();
    Ok(Size { width, height })
}
