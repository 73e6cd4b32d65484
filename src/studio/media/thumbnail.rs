//! A small picture of a file, to know it by.
//!
//! Only the key frame before the moment is decoded, which takes the same time anywhere in a film of
//! any length; a thumbnail need not be exact.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use crate::draft::Millis;
use crate::studio::ffmpeg::{self, LOCAL_ONLY, Tool, file_argument, output};

use super::kept::Kept;

/// A small picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green and blue of each pixel, row by row.
    pub rgb: Vec<u8>,
}

const LONGEST: Duration = Duration::from_secs(20);

/// The picture of a file near a moment, within a size. What was made stays in `cache` until the
/// file changes.
///
/// # Errors
/// When the file is not there, has no picture, or cannot be decoded.
pub async fn thumbnail(
    source: &Path,
    at: Millis,
    (width, height): (u32, u32),
    cache: &Path,
) -> Result<Thumbnail, ffmpeg::Error> {
    let what = format!("thumbnail 1 {width}x{height} {}", at.0);
    let kept = Kept::of(source, &what, cache).ok();
    if let Some(made) = kept.as_ref().and_then(Kept::take).as_deref().and_then(read) {
        return Ok(made);
    }
    let mut ppm = output(Tool::Ffmpeg, arguments(source, at, width, height), LONGEST).await?;
    if ppm.is_empty() {
        // Nothing lies at or after the moment: the file is shorter than was thought.
        ppm = output(Tool::Ffmpeg, arguments(source, Millis(0), width, height), LONGEST).await?;
    }
    let none = || ffmpeg::Error::Failed {
        tool: Tool::Ffmpeg.name(),
        reason: "there is no picture in it".to_owned(),
    };
    let made = read(&ppm).ok_or_else(none)?;
    if let Some(kept) = kept {
        kept.keep(&ppm);
    }
    Ok(made)
}

fn arguments(source: &Path, at: Millis, width: u32, height: u32) -> Vec<OsString> {
    let mut args: Vec<OsString> =
        ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-an", "-sn", "-dn"]
            .map(OsString::from)
            .to_vec();
    args.extend(LOCAL_ONLY.map(OsString::from));
    if at > Millis::ZERO {
        let seconds = format!("{:.3}", at.as_secs_f64());
        args.extend(["-skip_frame", "nokey", "-noaccurate_seek", "-ss", &seconds].map(Into::into));
    }
    args.extend(["-threads".into(), "2".into(), "-i".into(), file_argument(source)]);
    let scale = format!(
        "scale=w={width}:h={height}:force_original_aspect_ratio=decrease:flags=area,format=rgb24"
    );
    args.extend(["-frames:v", "1", "-vf", &scale].map(OsString::from));
    // The key frame lies before the moment, where it would be dropped as being too early.
    let picture = ["-fps_mode", "passthrough", "-c:v", "ppm", "-f", "image2pipe", "pipe:1"];
    args.extend(picture.map(OsString::from));
    args
}

/// A binary PPM as ffmpeg writes it: `P6`, width, height, 255, one white space, pixels.
fn read(ppm: &[u8]) -> Option<Thumbnail> {
    let mut rest = ppm.strip_prefix(b"P6")?;
    let mut number = || {
        let start = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let length = rest[start..].iter().position(u8::is_ascii_whitespace)?;
        let number = std::str::from_utf8(&rest[start..start + length]).ok()?.parse::<u32>().ok()?;
        rest = &rest[start + length..];
        Some(number)
    };
    let (width, height, most) = (number()?, number()?, number()?);
    let rgb = rest.get(1..)?;
    let expected = usize::try_from(u64::from(width) * u64::from(height) * 3).ok()?;
    (most == 255 && rgb.len() == expected).then(|| Thumbnail { width, height, rgb: rgb.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_read_only_when_it_is_whole() {
        let picture = Thumbnail { width: 1, height: 2, rgb: b"\n23456".to_vec() };
        assert_eq!(read(b"P6\n1 2\n255\n\n23456"), Some(picture));
        assert_eq!(read(b"P6\n1 2\n255\n12345"), None);
        assert_eq!(read(b"P6\n1 2"), None);
        assert_eq!(read(b"P5\n1 1\n255\n1"), None);
    }
}
