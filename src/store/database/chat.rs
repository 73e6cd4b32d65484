//! The lines of the conversations, and how far each message of the user's is.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::{Database, Error, SessionKey};
use crate::store::kept::{ChatLine, Delivery, Speaker};

/// Names a line of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LineId(i64);

impl LineId {
    /// Of a row whose first column it is.
    pub(super) fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self(row.get(0)?))
    }

    pub(super) fn number(self) -> i64 {
        self.0
    }
}

/// A message whose turn had not ended when its program did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Which line.
    pub line: LineId,
    /// The words.
    pub text: String,
    /// How far it was.
    pub delivery: Delivery,
    /// When it was written or sent, in milliseconds since 1970.
    pub at: i64,
    /// The film as JSON when it was sent; none before the first edit.
    pub film_before: Option<String>,
}

impl Database {
    /// Adds a line. A message of the user's comes with its delivery.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn add_line(
        &mut self,
        session: SessionKey,
        line: &ChatLine,
        delivery: Option<Delivery>,
    ) -> Result<LineId, Error> {
        let sql = "INSERT INTO chat (session, speaker, text, at, delivery, original)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING line";
        let values =
            (session.0, line.speaker, &line.text, line.at, delivery, line.original.as_deref());
        Ok(self.connection.query_row(sql, values, |row| Ok(LineId(row.get(0)?)))?)
    }

    /// Notes that a message is on its way, and that it stands last: what waited behind another turn
    /// is part of the conversation from now on. The film as it is now is kept beside it, so that it
    /// can be told later whether the message went through.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn send_line(
        &mut self,
        line: LineId,
        at: i64,
        film: Option<&str>,
    ) -> Result<LineId, Error> {
        let sql = "UPDATE chat SET delivery = 'sent', at = ?2, film_before = ?3,
                 line = CASE WHEN line = (SELECT max(line) FROM chat) THEN line
                        ELSE (SELECT max(line) FROM chat) + 1 END
             WHERE line = ?1 RETURNING line";
        Ok(self.connection.query_row(sql, (line.0, at, film), |row| Ok(LineId(row.get(0)?)))?)
    }

    /// Takes back a message that was not sent.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn remove_line(&mut self, line: LineId) -> Result<(), Error> {
        self.connection.execute("DELETE FROM chat WHERE line = ?1", [line.0])?;
        Ok(())
    }

    /// Notes how far a message is whose turn has ended.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn set_delivery(&mut self, line: LineId, delivery: Delivery) -> Result<(), Error> {
        let sql = "UPDATE chat SET delivery = ?2, film_before = NULL WHERE line = ?1";
        self.connection.execute(sql, (line.0, delivery))?;
        Ok(())
    }

    /// A conversation, oldest line first.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn chat(&self, session: SessionKey) -> Result<Vec<ChatLine>, Error> {
        let sql = "SELECT speaker, text, at, original FROM chat WHERE session = ?1 ORDER BY line";
        let mut statement = self.connection.prepare(sql)?;
        let lines = statement.query_map([session.0], |row| {
            let (speaker, text) = (row.get(0)?, row.get(1)?);
            Ok(ChatLine { speaker, text, at: row.get(2)?, original: row.get(3)? })
        })?;
        Ok(lines.collect::<Result<_, _>>()?)
    }

    /// The messages whose turns have not ended: those that were sent, then those that were not.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn unfinished_messages(&self, session: SessionKey) -> Result<Vec<Unfinished>, Error> {
        let sql = "SELECT line, text, delivery, at, film_before FROM chat
             WHERE session = ?1 AND delivery IN ('written', 'sent')
             ORDER BY delivery = 'written', line";
        let mut statement = self.connection.prepare(sql)?;
        let lines = statement.query_map([session.0], |row| {
            Ok(Unfinished {
                line: LineId(row.get(0)?),
                text: row.get(1)?,
                delivery: row.get(2)?,
                at: row.get(3)?,
                film_before: row.get(4)?,
            })
        })?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}

/// Stores a choice as a word.
macro_rules! as_word {
    ($kind:ty, $($variant:ident => $word:literal),* $(,)?) => {
        impl ToSql for $kind {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let word: &str = match self { $(Self::$variant => $word),* };
                Ok(ToSqlOutput::from(word))
            }
        }

        impl FromSql for $kind {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok(Self::$variant),)*
                    _ => Err(FromSqlError::InvalidType),
                }
            }
        }
    };
}

as_word!(Speaker, User => "user", Agent => "agent", Program => "program", Problem => "problem");
as_word!(
    Delivery,
    Written => "written", Sent => "sent", Answered => "answered", Failed => "failed",
);
