//! The first frame of a stream, decoded.
//!
//! Whatever a container promises, only a decoded frame proves that ffmpeg can read a file, and only
//! a decoded frame has the size that is shown: turned as the camera was held (stream matrix or EXIF
//! alike) and with its pixels made square. ffmpeg's `framecrc` output tells all of it without
//! writing a picture anywhere.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use super::Error;
use super::report::clock;
use crate::draft::Millis;
use crate::studio::ffmpeg::{self, LOCAL_ONLY, Tool, file_argument};

/// A first frame takes well under a second; a file that needs this long is not worth waiting for.
const LIMIT: Duration = Duration::from_secs(30);
/// Reading through a file of the largest size accepted, from a slow disk.
const MEASURE_LIMIT: Duration = Duration::from_secs(120);

/// A size in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The size at which the first picture is shown.
///
/// # Errors
/// [`Error::Damaged`] where there is none, [`Error::Tool`].
pub(super) async fn first_picture(path: &Path) -> Result<Size, Error> {
    let frames = first_frames(path, "0:V:0", "1").await?;
    shown_size(&frames).ok_or(Error::Damaged)
}

/// Whether the sound begins.
///
/// # Errors
/// [`Error::Damaged`] where it does not, [`Error::Tool`].
pub(super) async fn first_sound(path: &Path) -> Result<(), Error> {
    let frames = first_frames(path, "0:a:0", "8").await?;
    if has_frame(&frames) { Ok(()) } else { Err(Error::Damaged) }
}

/// How long a stream really is, by reading through it without decoding.
///
/// # Errors
/// [`Error::Damaged`], [`Error::Tool`].
pub(super) async fn measure(path: &Path, stream: &str) -> Result<Option<Millis>, Error> {
    let mut args = input(path, stream);
    args.extend(words("-c copy -f null -progress pipe:1 -"));
    let said = run(Tool::Ffmpeg, args, MEASURE_LIMIT).await?;
    Ok(said.lines().rev().find_map(|line| clock(line.strip_prefix("out_time=")?)))
}

async fn first_frames(path: &Path, stream: &str, count: &str) -> Result<String, Error> {
    let mut args = input(path, stream);
    args.extend(words("-frames:0"));
    args.push(count.into());
    args.extend(words("-f framecrc -"));
    run(Tool::Ffmpeg, args, LIMIT).await
}

fn input(path: &Path, stream: &str) -> Vec<OsString> {
    let mut args = words("-v error -nostdin");
    args.extend(LOCAL_ONLY.map(OsString::from));
    args.extend(["-i".into(), file_argument(path), "-map".into(), stream.into()]);
    args
}

/// Options that hold no path and no space.
pub(super) fn words(options: &str) -> Vec<OsString> {
    options.split(' ').map(OsString::from).collect()
}

/// Runs a tool on a file; that it fails says something about the file, all else does not.
pub(super) async fn run(tool: Tool, args: Vec<OsString>, limit: Duration) -> Result<String, Error> {
    match ffmpeg::output(tool, args, limit).await {
        Ok(said) => Ok(String::from_utf8_lossy(&said).into_owned()),
        Err(ffmpeg::Error::Failed { reason, .. }) => {
            tracing::debug!(tool = tool.name(), reason, "a file was refused");
            Err(Error::Damaged)
        }
        Err(other) => Err(Error::Tool(other)),
    }
}

fn has_frame(frames: &str) -> bool {
    frames.lines().any(|line| line.starts_with("0,"))
}

/// `#dimensions 0: 1440x1080` and `#sar 0: 4/3`, if a frame follows.
fn shown_size(frames: &str) -> Option<Size> {
    if !has_frame(frames) {
        return None;
    }
    let header = |name: &str| frames.lines().find_map(|line| line.strip_prefix(name));
    let (width, height) = header("#dimensions 0: ")?.split_once('x')?;
    let height: u32 = height.trim().parse().ok()?;
    let width: u32 = width.parse().ok()?;
    let (upper, lower) = header("#sar 0: ").and_then(ratio).unwrap_or((1, 1));
    let stretched = (u64::from(width) * upper + lower / 2) / lower;
    Some(Size { width: u32::try_from(stretched).ok()?, height })
}

/// A shape of pixels; none where it is not known (`0/1`).
fn ratio(text: &str) -> Option<(u64, u64)> {
    let (upper, lower) = text.trim().split_once('/')?;
    let (upper, lower): (u64, u64) = (upper.parse().ok()?, lower.parse().ok()?);
    (upper > 0 && lower > 0 && upper < 1000 * lower && lower < 1000 * upper)
        .then_some((upper, lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_shown_is_that_of_square_pixels() {
        for (sar, width) in [("1/1", 1440), ("4/3", 1920), ("0/1", 1440), ("64/64", 1440)] {
            let said = format!("#dimensions 0: 1440x1080\n#sar 0: {sar}\n0,  0,  0,  1, 9, 0x1\n");
            assert_eq!(shown_size(&said), Some(Size { width, height: 1080 }), "{sar}");
        }
    }

    #[test]
    fn a_header_without_a_frame_proves_nothing() {
        assert_eq!(shown_size("#dimensions 0: 1440x1080\n#sar 0: 1/1\n"), None);
    }
}
