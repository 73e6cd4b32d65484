//! A small picture of a file, to know it by.
//!
//! Only the key frame before the moment is decoded, which takes the same time anywhere in a film of
//! any length; a thumbnail need not be exact.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use crate::api::wire::Picture;
use crate::draft::Millis;
use crate::studio::ffmpeg::{self, LOCAL_ONLY, Tool, file_argument, output};

use super::kept::Kept;

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
) -> Result<Picture, ffmpeg::Error> {
    let what = format!("thumbnail 1 {width}x{height} {}", at.0);
    let kept = Kept::of(source, &what, cache).ok();
    if let Some(made) = kept.as_ref().and_then(Kept::take).as_deref().and_then(Picture::from_ppm) {
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
    let made = Picture::from_ppm(&ppm).ok_or_else(none)?;
    if let Some(kept) = kept {
        kept.keep(&ppm);
    }
    Ok(made)
}

/// The demuxer of a still picture, by its first bytes. By its name ffmpeg would take it for one of a
/// numbered row of files, which no input may be.
fn demuxer_of(source: &Path) -> Option<&'static str> {
    let mut start = [0; 12];
    File::open(source).ok()?.read_exact(&mut start).ok()?;
    match start {
        [0xFF, 0xD8, 0xFF, ..] => Some("jpeg_pipe"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P'] => Some("webp_pipe"),
        _ => None,
    }
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
    if let Some(demuxer) = demuxer_of(source) {
        args.extend(["-f", demuxer].map(OsString::from));
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
