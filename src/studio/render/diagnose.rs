//! Finding out which source made a render fail.

use std::ffi::OsString;
use std::time::Duration;

use crate::studio::ffmpeg::{Tool, output};

use super::footage::Footage;
use super::graph::Input;

/// Whether ffmpeg really gets a frame, or a moment of sound, out of a source. Asked only when a
/// render has failed: heads can be whole where bodies are not.
pub(super) async fn decodes(footage: &Footage) -> bool {
    let stream = footage.picture.map(|picture| picture.stream);
    let Some(stream) = stream.or(footage.sound.map(|sound| sound.stream)) else {
        return false;
    };
    let mut args: Vec<OsString> =
        ["-hide_banner", "-nostdin", "-loglevel", "error"].map(OsString::from).to_vec();
    args.extend(Input::whole(footage).args());
    let map = format!("0:{stream}");
    args.extend(["-map", &map, "-t", "0.5", "-f", "framecrc", "-"].map(OsString::from));
    let written = output(Tool::Ffmpeg, args, Duration::from_secs(30)).await;
    written.is_ok_and(|lines| lines.split(|byte| *byte == b'\n').any(is_packet))
}

/// Lines that tell of no packet start with a hash.
fn is_packet(line: &[u8]) -> bool {
    !line.is_empty() && !line.starts_with(b"#")
}
