//! What a person marked on the film of a session.

use rusqlite::OptionalExtension;

use super::{Database, Error, SessionKey};
use crate::draft::Millis;
use crate::store::kept::{Marker, Marks};

impl Database {
    /// Keeps the marks, in place of those before.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_marks(&mut self, session: SessionKey, marks: &Marks) -> Result<(), Error> {
        let sql = "INSERT INTO marks (session, in_point, out_point, markers)
             VALUES (?1, ?2, ?3, ?4) ON CONFLICT (session) DO UPDATE
             SET in_point = excluded.in_point, out_point = excluded.out_point,
                 markers = excluded.markers";
        let millis = |time: Option<Millis>| time.map(|time| number(time.0));
        let markers: Vec<(u64, &str)> =
            marks.markers.iter().map(|marker| (marker.at.0, marker.name.as_str())).collect();
        let markers = serde_json::Value::from_iter(
            markers
                .into_iter()
                .map(|(at, name)| serde_json::Value::Array(vec![at.into(), name.into()])),
        );
        let row = (session.0, millis(marks.in_point), millis(marks.out_point), markers.to_string());
        self.connection.execute(sql, row)?;
        Ok(())
    }

    /// The marks as they were kept.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn marks(&self, session: SessionKey) -> Result<Marks, Error> {
        let sql = "SELECT in_point, out_point, markers FROM marks WHERE session = ?1";
        let row = self.connection.query_row(sql, [session.0], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
        });
        let Some((from, to, markers)) = row.optional()? else { return Ok(Marks::default()) };
        let markers: Vec<(u64, String)> =
            serde_json::from_str(&markers).map_err(|_| Error::Damaged)?;
        let marker = |(at, name)| Marker { at: Millis(at), name };
        Ok(Marks {
            in_point: moment(from),
            out_point: moment(to),
            markers: markers.into_iter().map(marker).collect(),
        })
    }
}

fn number(time: u64) -> i64 {
    i64::try_from(time).unwrap_or(i64::MAX)
}

fn moment(time: Option<i64>) -> Option<Millis> {
    time.and_then(|time| u64::try_from(time).ok()).map(Millis)
}
