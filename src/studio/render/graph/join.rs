//! The run that puts chunks and sound together. The picture is copied, not encoded again.

use std::ffi::OsString;
use std::path::Path;

use crate::draft::{FrameRate, Frames};
use crate::studio::ffmpeg::file_argument;

use super::input::Input;
use super::seconds;

/// The list that ffmpeg's concat demuxer reads: names beside it, and how long each chunk is.
///
/// Lengths are differences of rounded times, so that rounding does not add up over many chunks.
pub(in crate::studio::render) fn list(chunks: &[(String, Frames)], rate: FrameRate) -> String {
    let mut list = "ffconcat version 1.0\n".to_owned();
    let mut frames = 0;
    let micros = |frames| (seconds(Frames(frames), rate) * 1e6).round();
    for (name, length) in chunks {
        let start = micros(frames);
        frames += length.0;
        let lasts = (micros(frames) - start) / 1e6;
        list.push_str(&format!("file {name}\nduration {lasts:.6}\n"));
    }
    list
}

/// Arguments that join what a list names with a sound into a film.
pub(in crate::studio::render) fn join(list: &Path, sound: &Path, target: &Path) -> Vec<OsString> {
    let mut args: Vec<OsString> =
        ["-protocol_whitelist", "file,pipe", "-f", "concat", "-i"].map(OsString::from).to_vec();
    args.push(file_argument(list));
    args.extend(Input::own(sound).args());
    let copied = ["-map", "0:v:0", "-map", "1:a:0", "-c:v", "copy"];
    let encoded = ["-c:a", "aac", "-profile:a", "aac_low", "-b:a", "192k", "-ar", "48000"];
    let written = ["-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", "-y"];
    let options = copied.into_iter().chain(encoded).chain(written);
    args.extend(options.map(OsString::from));
    args.push(file_argument(target));
    args
}
