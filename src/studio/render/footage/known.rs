//! What was found out about files, for as long as they stay as they are.
//!
//! A look at a film needs to know its sources, and asking ffprobe takes longer than making the frame.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use crate::draft::Draft;
use crate::studio::ffmpeg::Error;
use crate::studio::media::Media;

use super::examine::learn_names;
use super::{Footage, Library, background, examine_all};

/// Beyond this many files all is forgotten: nobody works on so many at a time.
const MOST: usize = 2_000;

/// The state of a file: its size and when it was changed.
type State = (u64, SystemTime);

/// Sources that were looked at.
#[derive(Debug, Default)]
pub(in crate::studio::render) struct Known {
    by_file: Mutex<HashMap<PathBuf, (State, Footage)>>,
}

impl Known {
    /// [`examine_all`], but for what is known already.
    ///
    /// # Errors
    /// Those of [`examine_all`].
    pub(in crate::studio::render) async fn examine_all(
        &self,
        draft: &Draft,
        media: &[Media],
        scratch: &Path,
        patience: Duration,
    ) -> Result<Library, Error> {
        let mut found: Vec<Footage> = Vec::new();
        let mut unknown: Vec<(Media, Option<State>)> = Vec::new();
        for one in media {
            let state = state(&one.path);
            match state.and_then(|state| self.find(one, state)) {
                Some(footage) => found.push(footage),
                None => unknown.push((one.clone(), state)),
            }
        }
        if unknown.is_empty() {
            learn_names(draft).await;
            found.extend(background::all(draft, scratch).await);
            return Ok(found.into_iter().collect());
        }
        let (unknown, states): (Vec<Media>, Vec<Option<State>>) = unknown.into_iter().unzip();
        let examined = examine_all(draft, &unknown, scratch, patience).await?;
        for (one, state) in unknown.iter().zip(states) {
            let Some(footage) = examined.named(&one.name) else { continue };
            if let Some(state) = state {
                self.keep(one.path.clone(), state, footage.clone());
            }
            found.push(footage.clone());
        }
        found.extend(background::all(draft, scratch).await);
        Ok(found.into_iter().collect())
    }

    fn find(&self, media: &Media, state: State) -> Option<Footage> {
        let known = self.by_file();
        let (then, footage) = known.get(&media.path)?;
        // What is opened may be a copy in another form, and that may be gone.
        let is_there = footage.path == media.path || footage.path.exists();
        (*then == state && is_there)
            .then(|| Footage { name: media.name.clone(), ..footage.clone() })
    }

    fn keep(&self, path: PathBuf, state: State, footage: Footage) {
        let mut known = self.by_file();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(path, (state, footage));
    }

    fn by_file(&self) -> MutexGuard<'_, HashMap<PathBuf, (State, Footage)>> {
        self.by_file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn state(path: &Path) -> Option<State> {
    let facts = path.metadata().ok()?;
    Some((facts.len(), facts.modified().ok()?))
}
