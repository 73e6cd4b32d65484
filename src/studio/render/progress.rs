//! How far a render is, as one number that only grows.

use tokio::sync::watch;

use crate::draft::Frames;

/// Nearly all time goes into the picture; the sound is mixed meanwhile, and joining copies.
const PICTURE: f64 = 0.96;

/// Tells how far a render is.
#[derive(Debug, Clone)]
pub(super) struct Teller {
    told: watch::Sender<f64>,
    total: u64,
}

impl Teller {
    /// For a film of so many frames.
    pub(super) fn new(told: watch::Sender<f64>, total: Frames) -> Self {
        Self { told, total: total.0.max(1) }
    }

    /// So many frames are encoded.
    pub(super) fn encoded(&self, frames: Frames) {
        self.tell(frames.0.min(self.total) as f64 / self.total as f64 * PICTURE);
    }

    /// So much of the film, 0 to 1, is joined with its sound.
    pub(super) fn joined(&self, part: f64) {
        // Whole is what is checked and has its name.
        self.tell(PICTURE + part.clamp(0.0, 1.0) * (0.99 - PICTURE));
    }

    /// The film is there.
    pub(super) fn finished(&self) {
        self.tell(1.0);
    }

    fn tell(&self, part: f64) {
        self.told.send_if_modified(|told| {
            let grows = part > *told;
            if grows {
                *told = part;
            }
            grows
        });
    }
}
