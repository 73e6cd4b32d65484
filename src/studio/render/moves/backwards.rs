//! Frames in the opposite order, a piece at a time.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use tokio::task::spawn_blocking;

use super::feed::open;
use crate::studio::ffmpeg::{Tool, output};

/// Runs of ffmpeg whose frames are wanted the last one first.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::studio::render) struct Reversed {
    /// Bytes of a frame.
    pub(in crate::studio::render) frame: usize,
    /// In the order in which they are wanted.
    pub(in crate::studio::render) runs: Vec<ReversedRun>,
}

/// One run, which writes some frames to its output.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::studio::render) struct ReversedRun {
    pub(in crate::studio::render) args: Vec<OsString>,
    /// How often its first frame is shown once more at the end.
    pub(in crate::studio::render) held: u64,
}

/// Decoding one piece, from the key frame before it, may take this long.
const LONGEST: Duration = Duration::from_secs(300);

/// Makes the pieces and writes them into a pipe, for as long as somebody reads from it. The next piece is
/// made when the one before is written, so that one is held at a time.
pub(super) async fn hand_on(reversed: Reversed, pipe: PathBuf, is_over: Arc<AtomicBool>) {
    let opened = spawn_blocking(move || open(&pipe, &is_over)).await;
    let Ok(Ok(Some(mut target))) = opened else { return };
    for run in reversed.runs {
        let frames = match output(Tool::Ffmpeg, run.args, LONGEST).await {
            Ok(frames) => frames,
            Err(error) => {
                tracing::warn!(%error, "footage that runs backwards cannot be decoded");
                return;
            }
        };
        let written = spawn_blocking(move || {
            write(&mut target, &frames, reversed.frame, run.held)?;
            io::Result::Ok(target)
        });
        match written.await {
            Ok(Ok(kept)) => target = kept,
            _ => return,
        }
    }
}

fn write(target: &mut File, frames: &[u8], frame: usize, held: u64) -> io::Result<()> {
    for one in frames.chunks_exact(frame.max(1)).rev() {
        target.write_all(one)?;
    }
    let first = frames.get(..frame).unwrap_or_default();
    (0..held).try_for_each(|_| target.write_all(first))
}
