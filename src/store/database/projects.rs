//! A session's project at a server that has web pages: its id there, and the link that opens it.

use rusqlite::{OptionalExtension, named_params};

use super::{Database, Error, SessionKey};
use crate::store::kept::BrowserLink;

impl Database {
    /// Puts down which project a session belongs to.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_project(&mut self, session: SessionKey, task: &str) -> Result<(), Error> {
        let sql = "INSERT INTO projects (session, task) VALUES (?1, ?2)
             ON CONFLICT (session) DO UPDATE SET task = excluded.task";
        self.connection.execute(sql, (session.0, task))?;
        Ok(())
    }

    /// The project that a session belongs to, where the server told one.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn project(&self, session: SessionKey) -> Result<Option<String>, Error> {
        let sql = "SELECT task FROM projects WHERE session = ?1";
        Ok(self.connection.query_row(sql, [session.0], |row| row.get(0)).optional()?)
    }

    /// Keeps the newest link of a session whose project is put down.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_link(&mut self, session: SessionKey, link: &BrowserLink) -> Result<(), Error> {
        let sql = "UPDATE projects SET link = :link, link_until = :until WHERE session = :session";
        let values = named_params! {
            ":link": link.address, ":until": link.until, ":session": session.0,
        };
        self.connection.execute(sql, values)?;
        Ok(())
    }

    /// The link that was kept last, whether it still works or not.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn link(&self, session: SessionKey) -> Result<Option<BrowserLink>, Error> {
        let sql = "SELECT link, link_until FROM projects WHERE session = ?1";
        let found = self
            .connection
            .query_row(sql, [session.0], |row| Ok(browser_link(row.get(0)?, row.get(1)?)));
        Ok(found.optional()?.flatten())
    }
}

/// A link from its two columns.
pub(super) fn browser_link(address: Option<String>, until: Option<i64>) -> Option<BrowserLink> {
    Some(BrowserLink { address: address?, until: until? })
}
