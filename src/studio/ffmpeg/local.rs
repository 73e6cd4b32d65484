//! What keeps ffmpeg to the files it is given.
//!
//! A media file can be a playlist in disguise that names other files or addresses. So each input is
//! opened with no protocol but plain files, and with demuxers of media only.

use std::ffi::OsString;
use std::path::Path;

/// Options that stand before every input.
pub(crate) const LOCAL_ONLY: [&str; 4] = [
    "-protocol_whitelist",
    "file,pipe",
    "-format_whitelist",
    "mov,matroska,avi,gif,apng,jpeg_pipe,png_pipe,webp_pipe,mp3,wav,aac,flac,ogg,mpegts",
];

/// A path as ffmpeg takes it whatever is in its name: a dash in front, colons, percent signs.
pub(crate) fn file_argument(path: &Path) -> OsString {
    let mut argument = OsString::from("file:");
    argument.push(path);
    argument
}
