//! The run that puts chunks and sound together. The picture is copied, not encoded again.

use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use crate::draft::{FrameRate, Frames};
use crate::studio::ffmpeg::file_argument;
use crate::studio::render::form::Form;

use super::input::Input;
use super::seconds;

/// The list that ffmpeg's concat demuxer reads: files, and how long each chunk is.
///
/// Lengths are differences of rounded times, so that rounding does not add up over many chunks.
pub(in crate::studio::render) fn list(chunks: &[(&Path, Frames)], rate: FrameRate) -> Vec<u8> {
    let mut list = b"ffconcat version 1.0\n".to_vec();
    let mut frames = 0;
    let micros = |frames| (seconds(Frames(frames), rate) * 1e6).round();
    for (path, length) in chunks {
        let start = micros(frames);
        frames += length.0;
        let lasts = (micros(frames) - start) / 1e6;
        list.extend(b"file ");
        list.extend(quoted(path));
        list.extend(format!("\nduration {lasts:.6}\n").bytes());
    }
    list
}

/// As a file, since names are else taken for places beside the list, which has none. Between quotes nothing means
/// anything but the quote itself.
fn quoted(path: &Path) -> Vec<u8> {
    let bytes = path.as_os_str().as_bytes();
    let parts: Vec<&[u8]> = bytes.split(|byte| *byte == b'\'').collect();
    [b"'file:".as_slice(), &parts.join(b"'\\''".as_slice()), b"'"].concat()
}

/// The picture of a film, all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::studio::render) enum Joined {
    /// In chunks that a list names, which comes by the standard input.
    Listed,
    /// In one file.
    Whole(PathBuf),
}

/// The sound of a film, all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::studio::render) enum Heard {
    /// As it was mixed.
    Mixed(PathBuf),
    /// Encoded already.
    Coded(PathBuf),
}

impl Heard {
    /// Where it lies.
    pub(in crate::studio::render) fn path(&self) -> &Path {
        match self {
            Self::Mixed(path) | Self::Coded(path) => path,
        }
    }
}

/// Arguments that join a picture with a sound into a film, or make a file of one of the two.
pub(in crate::studio::render) fn join(
    picture: Option<&Joined>,
    sound: Option<&Heard>,
    form: Form,
    target: &Path,
) -> Vec<OsString> {
    let mut args: Vec<OsString> = Vec::new();
    match picture {
        Some(Joined::Listed) => args.extend(LIST_OF_OWN.map(OsString::from)),
        Some(Joined::Whole(file)) => args.extend(Input::own(file).args()),
        None => {}
    }
    if let Some(sound) = sound {
        args.extend(Input::own(sound.path()).args());
    }
    let seen: &[&str] = match (picture, form) {
        (None, _) => &[],
        (Some(_), Form::Gif) => &["-filter_complex", GIF, "-map", "[gif]"],
        (Some(_), _) => &["-map", "0:v:0", "-c:v", "copy"],
    };
    let heard: &[&str] = match (picture, sound) {
        (_, None) => &["-an"],
        (Some(_), Some(_)) => &["-map", "1:a:0"],
        (None, Some(_)) => &["-map", "0:a:0"],
    };
    let encoder = match sound {
        Some(Heard::Coded(_)) => &["-c:a", "copy"],
        Some(Heard::Mixed(_)) | None => form.sound_encoder(),
    };
    let written = [seen, heard, encoder, &["-map_metadata", "-1"], form.muxer()];
    args.extend(written.concat().into_iter().chain(["-y"]).map(OsString::from));
    args.push(file_argument(target));
    args
}

const LIST_OF_OWN: [&str; 8] =
    ["-protocol_whitelist", "file,pipe", "-f", "concat", "-safe", "0", "-i", "pipe:0"];

/// Each frame has its own 256 colours, so that nothing waits for the end of the film. Its times are
/// whole hundredths of a second, which 20 frames a second are.
const GIF: &str = "[0:v:0]fps='min(20,source_fps)',\
     scale='min(640,iw)':-2:flags=lanczos+accurate_rnd,split[seen][counted];\
     [counted]palettegen=stats_mode=single[colours];\
     [seen][colours]paletteuse=new=1:dither=bayer:bayer_scale=4[gif]";
