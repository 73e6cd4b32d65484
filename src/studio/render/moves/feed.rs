//! Frames on their way to ffmpeg.
//!
//! Each moving picture of a run has a named pipe beside the run's target and a thread that fills it, and
//! so has footage that runs backwards, filled by a task. A thread that nobody reads from must not wait for ever: until the reader is there it looks every
//! few milliseconds whether it is still wanted, and a reader that goes away ends it.

use std::fs::File;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use nix::errno::Errno;
use nix::fcntl::{FcntlArg, OFlag, fcntl};
use nix::sys::stat::Mode;
use tokio::task::JoinSet;

use super::backwards::hand_on;
use super::lent::Lent;
use super::sample::{Sampler, bytes_of};
use super::{Moving, Stills};
use crate::studio::render::Error;
use crate::studio::render::graph::{Fed, Recipe};

/// The threads and tasks that feed one run. They end with it, or with this value.
#[derive(Debug, Default)]
pub(in crate::studio::render) struct Feed {
    pipes: Vec<PathBuf>,
    tasks: JoinSet<()>,
    is_over: Arc<AtomicBool>,
}

/// The pipe of an input, by its number, of the run that writes a target.
pub(in crate::studio::render) fn pipe(target: &Path, input: usize) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(format!("-{input}.yuv"));
    name.into()
}

/// Composes the moving pictures of a recipe and begins to feed them to the run that will write
/// `target`.
///
/// # Errors
/// When a picture cannot be decoded or a pipe cannot be made.
pub(in crate::studio::render) async fn feed(
    recipe: &Recipe,
    target: &Path,
    stills: &Stills,
) -> Result<Feed, Error> {
    let mut feed = Feed::default();
    for (input, fed) in recipe.fed() {
        let pipe = pipe(target, input);
        // One of a run before this one would do as well.
        match nix::unistd::mkfifo(&pipe, Mode::S_IRUSR | Mode::S_IWUSR) {
            Ok(()) | Err(Errno::EEXIST) => {}
            Err(error) => return Err(Error::write(&pipe)(error.into())),
        }
        feed.pipes.push(pipe.clone());
        let is_over = feed.is_over.clone();
        let (moving, compose) = match fed {
            Fed::Moving(moving, compose) => (moving, compose),
            Fed::Backwards(reversed) => {
                feed.tasks.spawn(hand_on(reversed, pipe, is_over));
                continue;
            }
        };
        let picture = stills.get(compose, bytes_of(moving.composed, moving.pixels)).await?;
        let began =
            std::thread::Builder::new().name("moving picture".to_owned()).spawn(move || {
                if let Err(error) = fill(&pipe, &moving, &picture, &is_over) {
                    tracing::debug!(%error, "nobody wants the rest of a moving picture");
                }
            });
        began.map_err(Error::write(target))?;
    }
    Ok(feed)
}

impl Drop for Feed {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        for pipe in &self.pipes {
            let _ = std::fs::remove_file(pipe);
        }
    }
}

fn fill(pipe: &Path, moving: &Moving, picture: &[u8], is_over: &AtomicBool) -> io::Result<()> {
    let Some(target) = open(pipe, is_over)? else { return Ok(()) };
    let mut sampler = Sampler::new();
    let mut lent = Lent::new(target, bytes_of(moving.shown, moving.pixels));
    for number in 0..moving.frames {
        sampler.frame(moving, picture, number, lent.frame());
        lent.send(number + 1 == moving.frames)?;
    }
    Ok(())
}

/// How long until it is looked again whether the reader has come.
const PAUSE: Duration = Duration::from_millis(3);

/// Opens a pipe when it has a reader; none where there will be none.
pub(super) fn open(pipe: &Path, is_over: &AtomicBool) -> io::Result<Option<File>> {
    let mut options = File::options();
    options.write(true).custom_flags(OFlag::O_NONBLOCK.bits());
    while !is_over.load(Ordering::Relaxed) {
        match options.open(pipe) {
            Ok(file) => {
                fcntl(&file, FcntlArg::F_SETFL(OFlag::empty()))?;
                // A frame at a time instead of a twentieth of one; a system may refuse.
                #[cfg(target_os = "linux")]
                let _ = fcntl(&file, FcntlArg::F_SETPIPE_SZ(1 << 20));
                return Ok(Some(file));
            }
            Err(error) if error.raw_os_error() == Some(Errno::ENXIO as i32) => {
                std::thread::sleep(PAUSE);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}
