//! Composed pictures of a render, so that a picture seen in two chunks is decoded once.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::OnceCell;

use crate::studio::ffmpeg::{Error, Tool, output};

/// Bytes that are kept: six pictures for a canvas of full HD.
const MOST_BYTES: usize = 36 << 20;

/// As many as two chunks at a time need, however large.
const FEWEST: usize = 4;

/// Decoding one picture may take this long.
const LONGEST: Duration = Duration::from_secs(120);

type Cell = Arc<OnceCell<Arc<Vec<u8>>>>;

/// A picture, made or being made.
#[derive(Debug)]
struct Still {
    args: Vec<OsString>,
    bytes: usize,
    cell: Cell,
}

/// What was composed last.
#[derive(Debug, Default)]
pub(in crate::studio::render) struct Stills {
    latest: Mutex<VecDeque<Still>>,
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
        let cell = self.cell(&args, bytes);
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

    fn cell(&self, args: &[OsString], bytes: usize) -> Cell {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let known = latest.iter().position(|one| one.args == args);
        let still = known.and_then(|place| latest.remove(place));
        let still =
            still.unwrap_or_else(|| Still { args: args.to_vec(), bytes, cell: Cell::default() });
        let cell = still.cell.clone();
        latest.push_front(still);
        let sizes = latest.iter().scan(0, |held, one| {
            *held += one.bytes;
            Some(*held)
        });
        let light = sizes.take_while(|held| *held <= MOST_BYTES).count();
        latest.truncate(light.max(FEWEST));
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a picture that was asked for before others is still there after them.
    fn is_kept(others: usize, bytes: usize) -> bool {
        let stills = Stills::default();
        let ask = |name: String| stills.cell(&[name.into()], bytes);
        let first = ask("first".to_owned());
        (0..others).for_each(|number| drop(ask(number.to_string())));
        Arc::ptr_eq(&first, &ask("first".to_owned()))
    }

    #[test]
    fn many_small_pictures_are_kept_and_few_large_ones() {
        assert!(is_kept(20, 1 << 20) && !is_kept(40, 1 << 20));
        assert!(is_kept(3, 1 << 30) && !is_kept(4, 1 << 30));
    }
}
