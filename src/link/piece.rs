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
    /// Beats a minute; as usual in that mood where none.
    pub tempo: Option<u32>,
    /// How long it is.
    pub length: Millis,
}

impl Piece {
    /// The piece that a segment plays all or a part of.
    #[must_use]
    pub fn of(segment: &Segment) -> Option<Self> {
        let Some(Generated::Music { mood, seed, tempo, .. }) = segment.generated else {
            return None;
        };
        let length = segment.piece_length();
        segment.source.is_none().then_some(Self { mood, seed, tempo, length })
    }

    /// The name of its shape. No file of a session has it, for none has a colon in its name.
    #[must_use]
    pub fn name(&self) -> String {
        let Self { mood, seed, tempo, length } = self;
        let paced = tempo.map(|_| format!(":{}", mood.tempo(*tempo))).unwrap_or_default();
        format!("music:{}:{seed}:{}{paced}", mood.name(), length.0)
    }
}

/// Tells the shapes of these, one after the other.
pub(super) async fn waveforms(session: Session, pieces: Vec<Piece>) -> After {
    for piece in pieces {
        let Piece { mood, seed, tempo, length } = piece;
        let Ok(_turn) = session.listening.acquire().await else { break };
        match originals::music(mood, seed, tempo, length, &session.cache).await {
            Some(peaks) => {
                session.tell(Update::Waveform(Waveform { file: piece.name(), peaks })).await;
            }
            // It is drawn without.
            None => tracing::info!("a piece of music has no waveform"),
        }
    }
    After::GoOn
}
