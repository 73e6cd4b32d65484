//! The messages that wait in an editor: written by a person, and not yet given to a turn.
//!
//! A message is in one of two places at every moment: here, or in the conversation. It moves over in
//! one transaction, so that a crash neither loses nor doubles it.

use super::chat::LineId;
use super::{Database, Error, SessionKey};
use crate::store::kept::ChatLine;

/// Whose messages wait: a run of the program, in a session or before any is open.
#[derive(Debug, Clone, Copy)]
pub struct Queue<'a> {
    /// The run of the program.
    pub owner: &'a str,
    /// The session, once there is one.
    pub session: Option<SessionKey>,
}

impl Database {
    /// Keeps what waits: these messages, in this order, and no others of the same queue.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_waiting(&mut self, queue: Queue<'_>, texts: &[String]) -> Result<(), Error> {
        let session = queue.session.map(|key| key.0);
        let transaction = self.connection.transaction()?;
        let sql = "DELETE FROM waiting WHERE owner = ?1 AND session IS ?2";
        transaction.execute(sql, (queue.owner, session))?;
        for text in texts {
            let sql = "INSERT INTO waiting (owner, session, text) VALUES (?1, ?2, ?3)";
            transaction.execute(sql, (queue.owner, session, text))?;
        }
        Ok(transaction.commit()?)
    }

    /// Adds a message of the user's that is about to be sent to the conversation, and takes it out of
    /// those that wait.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn add_message(
        &mut self,
        session: SessionKey,
        owner: &str,
        line: &ChatLine,
    ) -> Result<LineId, Error> {
        let transaction = self.connection.transaction()?;
        let sql = "DELETE FROM waiting WHERE place = (SELECT min(place) FROM waiting
                 WHERE session = ?1 AND owner = ?2 AND text = ?3)";
        transaction.execute(sql, (session.0, owner, &line.text))?;
        let sql = "INSERT INTO chat (session, speaker, text, at, delivery)
             VALUES (?1, ?2, ?3, ?4, 'written') RETURNING line";
        let values = (session.0, line.speaker, &line.text, line.at);
        let added = transaction.query_row(sql, values, LineId::of)?;
        transaction.commit()?;
        Ok(added)
    }

    /// Puts a message that was written and never sent back among those that wait.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_back(&mut self, line: LineId, owner: &str) -> Result<(), Error> {
        let transaction = self.connection.transaction()?;
        let sql = "INSERT INTO waiting (owner, session, text)
             SELECT ?2, session, text FROM chat WHERE line = ?1";
        transaction.execute(sql, (line.number(), owner))?;
        transaction.execute("DELETE FROM chat WHERE line = ?1", [line.number()])?;
        Ok(transaction.commit()?)
    }

    /// What earlier runs left waiting, in order: in this session, or before any was open. From now on
    /// it is this run's. What another running program keeps for a session to come stays with it.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn take_waiting_over(
        &mut self,
        session: SessionKey,
        owner: &str,
        is_running: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<String>, Error> {
        let transaction = self.connection.transaction()?;
        let rows: Vec<(i64, bool, String, String)> = {
            let sql = "SELECT place, session IS NULL, owner, text FROM waiting
                 WHERE session IS NULL OR session = ?1 ORDER BY place";
            let mut statement = transaction.prepare(sql)?;
            let rows = statement.query_map([session.0], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })?;
            rows.collect::<Result<_, _>>()?
        };
        let mut left = Vec::new();
        for (place, homeless, of, text) in rows {
            if homeless && of != owner && is_running(&of) {
                continue;
            }
            let sql = "UPDATE waiting SET session = ?2, owner = ?3 WHERE place = ?1";
            transaction.execute(sql, (place, session.0, owner))?;
            // What this run has kept for its first session is not left over.
            if !homeless || of != owner {
                left.push(text);
            }
        }
        transaction.commit()?;
        Ok(left)
    }

    /// How many messages a session holds whose fate is open: sent without an end, or never sent.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn left_over(&self, session: SessionKey) -> Result<usize, Error> {
        let sql = "SELECT (SELECT count(*) FROM waiting WHERE session = ?1)
             + (SELECT count(*) FROM chat WHERE session = ?1 AND delivery IN ('written', 'sent'))";
        let count: u32 = self.connection.query_row(sql, [session.0], |row| row.get(0))?;
        Ok(count as usize)
    }
}
