//! Music that is made on the spot, as a sound with a shape of its own.
//!
//! It has no file: what decides how it sounds takes the place of a name. The same is the same sound, so its shape
//! is found on this machine, whoever makes the film.

use super::session::Session;
use super::turn::After;
use super::update::{Update, Waveform};
use crate::draft::{Generated, Millis, Mood, Segment};
use crate::studio::server::originals;

/// A piece as it is heard whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Piece {
    /// How it sounds.
    pub mood: Mood,
    /// Which of that mood.
    pub seed: u64,
    /// How long it is.
    pub length: Millis,
}

impl Piece {
    /// The piece that a segment plays all or a part of.
    #[must_use]
    pub fn of(segment: &Segment) -> Option<Self> {
        let Some(Generated::Music { mood, seed, .. }) = segment.generated else { return None };
        segment.source.is_none().then(|| Self { mood, seed, length: segment.piece_length() })
    }

    /// The name of its shape. No file of a session has it, for none has a colon in its name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("music:{}:{}:{}", self.mood.name(), self.seed, self.length.0)
    }
}

/// Tells the shapes of these, one after the other.
pub(super) async fn waveforms(session: Session, pieces: Vec<Piece>) -> After {
    for piece in pieces {
        let Piece { mood, seed, length } = piece;
        let Ok(_turn) = session.listening.acquire().await else { break };
        match originals::music(mood, seed, length, &session.cache).await {
            Some(peaks) => {
                session.tell(Update::Waveform(Waveform { file: piece.name(), peaks })).await;
            }
            // It is drawn without.
            None => tracing::info!("a piece of music has no waveform"),
        }
    }
    After::GoOn
}
