//! What the status line knows: backend, session, credits, connection.

use crate::language::Problem;
use crate::link::{Credits, SessionInfo};

/// How the connection is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Connection {
    /// It is being made.
    #[default]
    Connecting,
    /// It waits for the user to agree; nothing is sent.
    Asking,
    /// A session is open.
    Connected,
    /// There is none.
    Offline {
        /// Why.
        problem: Problem,
        /// Whether the link goes on trying.
        retrying: bool,
    },
}

/// The status line's own state.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusState {
    /// `studio`, `cloud`, or the address.
    pub backend: String,
    /// The session, once one is open.
    pub session: Option<SessionInfo>,
    /// How the connection is.
    pub connection: Connection,
    /// As last told.
    pub credits: Option<Credits>,
    /// The user asked for the credits; they are told in the chat when they come.
    pub(super) credits_asked: bool,
}

impl StatusState {
    pub(super) fn new(backend: String) -> Self {
        Self {
            backend,
            session: None,
            connection: Connection::Connecting,
            credits: None,
            credits_asked: false,
        }
    }

    /// Whether a session has been opened in this run.
    #[must_use]
    pub fn has_session(&self) -> bool {
        self.session.is_some()
    }
}
