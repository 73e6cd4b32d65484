//! Asking the studio for what a film looks and sounds like.
//!
//! Only the built-in server can be asked; what is made elsewhere is looked at here, in the files that were
//! sent for it (`originals`). Only the newest wish for a frame counts.

use std::sync::Arc;

use super::Update;
use super::originals::{self, Sent};
use super::session::{ServerKind, Session};
use super::turn::After;
use super::update::Waveform;
use crate::draft::Millis;

pub use crate::api::wire::Picture;

/// A wish for a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wish {
    /// When in the film.
    pub at: Millis,
    /// Pixels across, at most.
    pub width: u32,
    /// Pixels down, at most.
    pub height: u32,
}

/// A wish for a small picture of a file of the session.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Still {
    /// The file's name in the session.
    pub file: String,
    /// When in the file, or near it.
    pub at: Millis,
    /// Pixels across, at most.
    pub width: u32,
    /// Pixels down, at most.
    pub height: u32,
}

/// Why there is no frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPicture {
    /// The film is made elsewhere, and nothing of it is known here.
    Elsewhere,
    /// The film is made elsewhere, and this that is seen is not on this machine.
    Missing(String),
    /// The film is made elsewhere, and does not say which part of this file is seen.
    Unsaid(String),
    /// It could not be made.
    Failed,
}

pub(super) async fn preview(session: Session, sent: Vec<Sent>, wish: Wish) -> After {
    let picture = if session.server.kind == ServerKind::Studio {
        let size = (wish.width, wish.height);
        let asked = session.server.client.preview(&session.id, wish.at, size).await;
        asked.map(Arc::new).map_err(|error| {
            tracing::warn!(%error, "no picture of the film");
            NoPicture::Failed
        })
    } else {
        originals::frame(&session, sent, wish).await.map(Arc::new)
    };
    session.tell(Update::Preview { wish, picture }).await;
    After::GoOn
}

pub(super) async fn thumbnail(session: Session, sent: Vec<Sent>, still: Still) -> After {
    let picture = if session.server.kind == ServerKind::Studio {
        let size = (still.width, still.height);
        let asked = session.server.client.thumbnail(&session.id, &still.file, still.at, size).await;
        asked.map(Arc::new).inspect_err(|error| tracing::info!(%error, "no thumbnail")).ok()
    } else {
        originals::still(&session, sent, &still).await.map(Arc::new)
    };
    session.tell(Update::Thumbnail { still, picture }).await;
    After::GoOn
}

pub(super) async fn waveform(session: Session, sent: Vec<Sent>, file: String) -> After {
    if session.server.kind != ServerKind::Studio {
        if let Some(peaks) = originals::loudness(&session, sent, &file).await {
            session.tell(Update::Waveform(Waveform { file, peaks })).await;
        }
        return After::GoOn;
    }
    match session.server.client.waveform(&session.id, &file).await {
        Ok(peaks) => session.tell(Update::Waveform(Waveform { file, peaks })).await,
        // It is drawn without.
        Err(error) => tracing::info!(%error, "no waveform"),
    }
    After::GoOn
}
