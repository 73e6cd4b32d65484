//! The table of files that were sent to a session, by their content.

use super::{Database, Error, SessionKey};

impl Database {
    /// Notes that a content was sent to a session and is called so there.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn add_sent_file(
        &mut self,
        session: SessionKey,
        hash: &str,
        size: u64,
        filename: &str,
    ) -> Result<(), Error> {
        let sql = "INSERT OR REPLACE INTO sent_files (session, hash, size, filename)
             VALUES (?1, ?2, ?3, ?4)";
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        self.connection.execute(sql, (session.0, hash, size, filename))?;
        Ok(())
    }

    /// What a content is called in a session that it was sent to.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn sent_files(
        &self,
        session: SessionKey,
        hash: &str,
        size: u64,
    ) -> Result<Vec<String>, Error> {
        let sql = "SELECT filename FROM sent_files WHERE session = ?1 AND hash = ?2 AND size = ?3";
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        let mut statement = self.connection.prepare(sql)?;
        let names = statement.query_map((session.0, hash, size), |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }
}
