//! Looks at films, one after another, by somebody who works on them.
//!
//! The first look at a place makes its frame with a process of its own ([`preview`](super::preview)).
//! Meanwhile all frames around it are made in the background by the same graph and kept small, in reels
//! ([`reel`]), and a look that finds its frame there reads one small picture and starts nothing. A reel
//! goes by all that its pixels depend on, so after a change of the film the untouched ones are found
//! again. They are bounded and safe to delete. What is known of the sources is kept for the run.

mod film;
mod reel;
mod work;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use image::imageops::{self, FilterType};
use image::{ImageFormat, RgbImage};
use tokio::sync::{Notify, watch};
use tokio::task::spawn_blocking;

use super::Error;
use super::footage::{Known, Size};
use super::kept_chunks::{KeptChunks, Key};
use super::preview::{Glimpse, Moment, composed, fitting, frame};
use crate::draft::Millis;
use film::{Film, Subject};
use reel::Half;

/// Looks at films. Clones share what is known.
#[derive(Debug, Clone)]
pub struct Looks {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    scratch: PathBuf,
    known: Known,
    /// The film that was looked at last.
    subject: watch::Sender<Option<Arc<Subject>>>,
    /// Where in it, in milliseconds.
    at: AtomicU64,
    found: Mutex<Found>,
    looked: Notify,
    /// How many looks there were, and until which of them all is made.
    asked: AtomicU64,
    rested: watch::Sender<u64>,
}

/// Where frames may be found.
#[derive(Debug, Default)]
struct Found {
    film: Option<(Arc<Subject>, Arc<Film>)>,
    making: Option<Making>,
}

/// The reel that is being made.
#[derive(Debug, Clone)]
struct Making {
    key: Key,
    half: Arc<Mutex<Half>>,
}

impl Looks {
    /// Looks whose reels are kept below a folder.
    #[must_use]
    pub fn below(scratch: PathBuf) -> Self {
        let inner = Inner {
            scratch,
            known: Known::default(),
            subject: watch::Sender::new(None),
            at: AtomicU64::new(0),
            found: Mutex::default(),
            looked: Notify::new(),
            asked: AtomicU64::new(0),
            rested: watch::Sender::new(0),
        };
        Self { inner: Arc::new(inner) }
    }

    /// The frame at a moment. Dropping the future ends its process, if it needs one.
    ///
    /// # Errors
    /// When there is no film, and when ffmpeg cannot make the frame.
    pub async fn glimpse(&self, moment: Moment) -> Result<Glimpse, Error> {
        let shown = fitting(moment.draft.canvas, moment.within);
        let mut moment = moment;
        moment.draft.canvas = composed(moment.draft.canvas);
        let seen = match self.find(&moment, shown).await {
            Some(glimpse) => glimpse,
            None => frame(&moment, shown, &self.inner.known).await?.0,
        };
        self.note(moment);
        Ok(seen)
    }

    /// What is to be seen there, where it has been made.
    async fn find(&self, moment: &Moment, shown: Size) -> Option<Glimpse> {
        let (subject, film) = self.found().film.clone()?;
        if !subject.is_of(moment) {
            return None;
        }
        let (at, looks) = (moment.at, self.clone());
        spawn_blocking(move || looks.read(&film, at, shown)).await.ok()?
    }

    fn read(&self, film: &Film, at: Millis, shown: Size) -> Option<Glimpse> {
        let (reel, place) = film.place(film.frame_at(at));
        let key = film.shooting(reel).key(&self.inner.scratch).ok()?;
        let making = self.found().making.clone().filter(|making| making.key == key);
        let jpeg = match making {
            Some(making) => {
                making.half.lock().unwrap_or_else(PoisonError::into_inner).picture(place)
            }
            None => self.kept(&key, place),
        };
        if jpeg.is_none() {
            // Somebody may have deleted it.
            film.settle(reel, false);
        }
        let picture = image::load_from_memory_with_format(&jpeg?, ImageFormat::Jpeg).ok()?;
        let rgb = scaled(picture.into_rgb8(), shown).into_raw();
        Some(Glimpse { size: shown, rgb })
    }

    fn kept(&self, key: &Key, place: usize) -> Option<Vec<u8>> {
        let file = KeptChunks::open_reels(&self.inner.scratch).ok()?.read(key)?;
        reel::picture(&file, place).ok()
    }

    /// Notes what was looked at.
    fn note(&self, moment: Moment) {
        let inner = &self.inner;
        inner.at.store(moment.at.0, Ordering::Relaxed);
        inner.asked.fetch_add(1, Ordering::Relaxed);
        inner.subject.send_if_modified(|subject| {
            if subject.as_ref().is_some_and(|known| known.is_of(&moment)) {
                return false;
            }
            let Moment { draft, media, language, .. } = moment;
            *subject = Some(Arc::new(Subject { draft, media, language }));
            true
        });
        inner.looked.notify_one();
    }

    fn at(&self) -> Millis {
        Millis(self.inner.at.load(Ordering::Relaxed))
    }

    fn asked(&self) -> u64 {
        self.inner.asked.load(Ordering::Relaxed)
    }

    fn film_like(&self, subject: &Arc<Subject>) -> Option<Arc<Film>> {
        let found = self.found();
        let (of, film) = found.film.as_ref()?;
        Arc::ptr_eq(of, subject).then(|| Arc::clone(film))
    }

    fn keep_film(&self, subject: &Arc<Subject>, film: &Arc<Film>) {
        self.found().film = Some((Arc::clone(subject), Arc::clone(film)));
    }

    fn set_making(&self, making: Option<Making>) {
        self.found().making = making;
    }

    fn found(&self) -> MutexGuard<'_, Found> {
        self.inner.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Every pixel that is left out counts for those that are shown.
fn scaled(picture: RgbImage, Size { width, height }: Size) -> RgbImage {
    match picture.dimensions() {
        same if same == (width, height) => picture,
        (across, down) if width <= across && height <= down => {
            imageops::thumbnail(&picture, width, height)
        }
        _ => imageops::resize(&picture, width, height, FilterType::Triangle),
    }
}
