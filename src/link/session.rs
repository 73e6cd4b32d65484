//! The open session, as everything that works on it shares it.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::polls::Film;
use super::purse::Purse;
use super::storage::{Keeper, Owner};
use super::uploading::Uploading;
use super::{ChatLine, Speaker, Update};
use crate::api::{About, Client, Error};
use crate::language::{Language, Problem};
use crate::store::Timing;
use crate::store::database::SessionKey;

/// A server that was reached.
#[derive(Debug, Clone)]
pub(super) struct Server {
    pub(super) client: Arc<Client>,
    /// `studio`, `cloud`, or the address.
    pub(super) name: String,
    /// Its web pages.
    pub(super) web: Url,
    pub(super) kind: ServerKind,
}

/// What kind of server it is: how it is polled, and whether trying again may help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ServerKind {
    /// The built-in one, on this machine.
    Studio,
    /// Any other.
    Remote,
}

/// The open session. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Session {
    shared: Arc<Shared>,
    pub(super) film: Film,
}

/// What does not change while the session is open.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) id: String,
    pub(super) key: SessionKey,
    pub(super) server: Server,
    pub(super) keeper: Keeper,
    /// For what can be made again.
    pub(super) cache: PathBuf,
    /// This run of the program.
    pub(super) owner: Arc<Owner>,
    pub(super) updates: mpsc::Sender<Update>,
    pub(super) timing: Timing,
    pub(super) language: Language,
    /// Bytes of one upload.
    pub(super) upload_limit: u64,
    /// How long a 30-second video usually takes; empty where that is not known.
    pub(super) usual_wait: String,
    /// The session is being left: everything stops, and puts down where it was.
    pub(super) leaving: CancellationToken,
    pub(super) clock: fn() -> i64,
    /// Another running program has the session open too, so it may change without our doing.
    pub(super) with_others: bool,
    /// Files on their way, which messages wait for.
    pub(super) uploading: Uploading,
    /// What is known of the credits.
    pub(super) purse: Purse,
    /// Files of this machine that are listened through, one at a time.
    pub(super) listening: Semaphore,
}

impl std::ops::Deref for Session {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.shared
    }
}

impl Session {
    pub(super) fn new(shared: Arc<Shared>, film: Film) -> Self {
        Self { shared, film }
    }
}

impl Shared {
    /// Tells a fact. Waits while the listener is behind, so that nothing is lost.
    pub(super) async fn tell(&self, update: Update) {
        // A listener that is gone has no use for it.
        let _ = self.updates.send(update).await;
    }

    /// Says something in the program's own words, and keeps it as part of the conversation.
    pub(super) async fn notice(&self, text: String) {
        self.keep_line(Speaker::Program, text.clone()).await;
        self.tell(Update::Notice(text)).await;
    }

    /// Adds a line to the conversation as it is kept.
    pub(super) async fn keep_line(&self, speaker: Speaker, text: String) {
        let at = (self.clock)();
        self.keep(ChatLine { speaker, text, at, original: None }).await;
    }

    /// Adds the agent's answer, and what it was before anything was taken out of it.
    pub(super) async fn keep_answer(&self, text: String, original: Option<String>) {
        let at = (self.clock)();
        self.keep(ChatLine { speaker: Speaker::Agent, text, at, original }).await;
    }

    async fn keep(&self, line: ChatLine) {
        let key = self.key;
        self.keeper.write(move |database| database.add_line(key, &line, None)).await;
    }

    /// An error, as far as a person can act on it.
    pub(super) fn problem(&self, error: &Error) -> Problem {
        self.problem_with(error, "")
    }

    /// An error about a file.
    pub(super) fn problem_with(&self, error: &Error, path: &str) -> Problem {
        tracing::warn!(error = %error, source = ?std::error::Error::source(error), "a request failed");
        error.to_problem(About {
            backend: &self.server.name,
            web: &self.server.web,
            account: &self.server.client.account(),
            session: &self.id,
            path,
            upload_limit: self.upload_limit,
        })
    }
}
