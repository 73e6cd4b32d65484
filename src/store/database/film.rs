//! What was last known of a session's files and film, as JSON.

use rusqlite::{OptionalExtension, TransactionBehavior};

use super::{Database, Error, SessionKey, past};

impl Database {
    /// Keeps the list of files.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_media(
        &mut self,
        session: SessionKey,
        files: &str,
        count: usize,
    ) -> Result<(), Error> {
        let sql = "INSERT INTO media (session, files, count) VALUES (?1, ?2, ?3)
             ON CONFLICT (session) DO UPDATE SET files = excluded.files, count = excluded.count";
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.connection.execute(sql, (session.0, files, count))?;
        Ok(())
    }

    /// The list of files as it was kept.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn media(&self, session: SessionKey) -> Result<Option<String>, Error> {
        let sql = "SELECT files FROM media WHERE session = ?1";
        Ok(self.connection.query_row(sql, [session.0], |row| row.get(0)).optional()?)
    }

    /// Keeps the film; the one that it was is kept with those before it.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_draft(
        &mut self,
        session: SessionKey,
        draft: &str,
        duration_ms: u64,
    ) -> Result<(), Error> {
        let sql = "INSERT INTO drafts (session, draft, duration_ms) VALUES (?1, ?2, ?3)
             ON CONFLICT (session) DO UPDATE
             SET draft = excluded.draft, duration_ms = excluded.duration_ms";
        let duration_ms = i64::try_from(duration_ms).unwrap_or(i64::MAX);
        // Two programs may have the session open.
        let immediate = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(immediate)?;
        past::keep(&transaction, session, draft)?;
        transaction.execute(sql, (session.0, draft, duration_ms))?;
        Ok(transaction.commit()?)
    }

    /// The film as it was kept.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn draft(&self, session: SessionKey) -> Result<Option<String>, Error> {
        let sql = "SELECT draft FROM drafts WHERE session = ?1";
        Ok(self.connection.query_row(sql, [session.0], |row| row.get(0)).optional()?)
    }
}
