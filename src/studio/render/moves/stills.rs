//! Composed pictures of a render, so that a picture seen in two chunks is decoded once.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::OnceCell;

use crate::studio::ffmpeg::{Error, Tool, output};

/// As many as two chunks at a time and their neighbours need; each is a few megabytes.
const MOST: usize = 4;

/// Decoding one picture may take this long.
const LONGEST: Duration = Duration::from_secs(120);

type Cell = Arc<OnceCell<Arc<Vec<u8>>>>;

/// What was composed last.
#[derive(Debug, Default)]
pub(in crate::studio::render) struct Stills {
    latest: Mutex<VecDeque<(Vec<OsString>, Cell)>>,
}

impl Stills {
    /// The picture that a run of ffmpeg writes to its output, which must have so many bytes.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) async fn get(
        &self,
        args: Vec<OsString>,
        bytes: usize,
    ) -> Result<Arc<Vec<u8>>, Error> {
        let cell = self.cell(&args);
        let make = || async {
            let made = output(Tool::Ffmpeg, args, LONGEST).await?;
            let reason = || format!("{} bytes of a picture instead of {bytes}", made.len());
            if made.len() == bytes {
                Ok(Arc::new(made))
            } else {
                Err(Error::Failed { tool: Tool::Ffmpeg.name(), reason: reason() })
            }
        };
        cell.get_or_try_init(make).await.cloned()
    }

    fn cell(&self, args: &[OsString]) -> Cell {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let known = latest.iter().position(|(one, _)| one == args);
        let entry = known.and_then(|place| latest.remove(place));
        let entry = entry.unwrap_or_else(|| (args.to_vec(), Cell::default()));
        let cell = entry.1.clone();
        latest.push_front(entry);
        latest.truncate(MOST);
        cell
    }
}
