//! Finding out which source made a render fail.

use std::ffi::OsString;
use std::time::Duration;

use crate::studio::ffmpeg::{Tool, output};

use super::footage::Footage;
use super::graph::Input;

/// A look at half a second takes no longer.
const LONGEST: Duration = Duration::from_secs(30);

/// Whether ffmpeg really gets a frame, or a moment of sound, out of a stream of a source. Asked only when
/// a render has failed: heads can be whole where bodies are not.
pub(super) async fn decodes(footage: &Footage, stream: u32, patience: Duration) -> bool {
    let mut args: Vec<OsString> =
        ["-hide_banner", "-nostdin", "-loglevel", "error"].map(OsString::from).to_vec();
    args.extend(Input::whole(footage).args());
    let map = format!("0:{stream}");
    args.extend(["-map", &map, "-t", "0.5", "-f", "framecrc", "-"].map(OsString::from));
    let written = output(Tool::Ffmpeg, args, patience.min(LONGEST)).await;
    written.is_ok_and(|lines| lines.split(|byte| *byte == b'\n').any(is_packet))
}

/// Whether ffmpeg does anything at all. Where it hangs whatever it is given, no source is to blame.
pub(super) async fn answers(patience: Duration) -> bool {
    let source =
        ["-f", "lavfi", "-i", "color=s=16x16:r=1:d=1", "-frames:v", "1", "-f", "null", "-"];
    let quiet = ["-hide_banner", "-nostdin", "-loglevel", "error"];
    let args = quiet.into_iter().chain(source).map(OsString::from).collect();
    output(Tool::Ffmpeg, args, patience.min(LONGEST)).await.is_ok()
}

/// Lines that tell of no packet start with a hash.
fn is_packet(line: &[u8]) -> bool {
    !line.is_empty() && !line.starts_with(b"#")
}
