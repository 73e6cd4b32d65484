//! What the conversation of a session leaves for its next turn, as the agent writes it.

use rusqlite::params;

use super::{Error, Library, SessionId};

impl Library {
    /// What the last turn left; empty before the first.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn talk(&self, session: &SessionId) -> Result<String, Error> {
        let session = session.clone();
        self.read(move |records| {
            let query = "SELECT talk FROM drafts WHERE session = ?1";
            records.query_row(query, [session.as_str()], |row| row.get(0))
        })
        .await
    }

    /// Keeps what a turn leaves. The film is not touched by it.
    ///
    /// # Errors
    /// Any of [`Error`].
    pub async fn keep_talk(&self, session: &SessionId, talk: String) -> Result<(), Error> {
        let session = session.clone();
        self.write(move |records| {
            let update = "UPDATE drafts SET talk = ?2 WHERE session = ?1";
            records.execute(update, params![session.as_str(), talk]).map(drop)
        })
        .await
    }
}
