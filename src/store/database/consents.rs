//! To which servers the user has agreed that work may go. One row for each origin, never removed by
//! the program.

use rusqlite::OptionalExtension;

use super::{Database, Error};

impl Database {
    /// Notes that the user agrees to a server.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn agree(&mut self, origin: &str, at: i64) -> Result<(), Error> {
        let sql = "INSERT INTO consents (origin, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.connection.execute(sql, (origin, at))?;
        Ok(())
    }

    /// Whether the user has agreed to a server.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn is_agreed(&self, origin: &str) -> Result<bool, Error> {
        let sql = "SELECT 1 FROM consents WHERE origin = ?1";
        let found = self.connection.query_row(sql, [origin], |_| Ok(()));
        Ok(found.optional()?.is_some())
    }
}
