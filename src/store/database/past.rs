//! The drafts that a session had before the one that it has: all of them, as far as there is room.
//!
//! The newest is kept whole. Of each one before it only what is different from the one that followed is
//! kept: how much of the beginning and of the end is the same, and what stood between. So a draft costs
//! what changed, the oldest can go without the others, and one row is added for each change.

use rusqlite::{Connection, OptionalExtension};

use super::{Database, Error, SessionKey};

/// What the drafts of a session may take on the disk, in bytes; then the oldest go.
const ROOM: i64 = 8 * 1024 * 1024;
/// What a row costs besides.
const ROW: i64 = 64;
/// The room is looked after each time so many have come.
const LOOKED_AFTER: i64 = 16;

/// So much is read at once: the newest drafts, up to this number and so many bytes.
const MOST: usize = 1000;
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// The drafts of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PastDrafts {
    /// As JSON, the oldest first; the last is the film as it is.
    pub drafts: Vec<String>,
    /// How many there were before these that are not kept any more.
    pub gone: usize,
}

/// Keeps what the session had until now, before this draft takes its place.
pub(super) fn keep(connection: &Connection, session: SessionKey, next: &str) -> Result<(), Error> {
    let sql = "SELECT draft FROM drafts WHERE session = ?1";
    let before: Option<String> =
        connection.query_row(sql, [session.0], |row| row.get(0)).optional()?;
    let Some(before) = before.filter(|before| before != next) else { return Ok(()) };
    let (head, tail) = alike(&before, next);
    let middle = before.get(head..before.len() - tail).unwrap_or(&before);
    let number: i64 = connection.query_row(
        "SELECT coalesce(max(number), 0) + 1 FROM past_drafts WHERE session = ?1",
        [session.0],
        |row| row.get(0),
    )?;
    let sql = "INSERT INTO past_drafts (session, number, head, tail, middle)
         VALUES (?1, ?2, ?3, ?4, ?5)";
    let bytes = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    connection.execute(sql, (session.0, number, bytes(head), bytes(tail), middle))?;
    if number % LOOKED_AFTER == 0 {
        make_room(connection, session, ROOM)?;
    }
    Ok(())
}

/// The oldest go until the others have room.
fn make_room(connection: &Connection, session: SessionKey, room: i64) -> Result<(), Error> {
    let sql = "DELETE FROM past_drafts WHERE session = ?1 AND number <= (
             SELECT max(number) FROM (
                 SELECT number, sum(octet_length(middle) + ?3) OVER (ORDER BY number DESC) AS taken
                 FROM past_drafts WHERE session = ?1)
             WHERE taken > ?2)";
    connection.execute(sql, (session.0, room, ROW))?;
    Ok(())
}

/// How many bytes are the same at the beginning and at the end. They do not overlap, and cut no letter.
fn alike(one: &str, other: &str) -> (usize, usize) {
    let (shorter, both) = (one.len().min(other.len()), |at: usize| {
        one.is_char_boundary(at) && other.is_char_boundary(at)
    });
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let head = (0..=same).rev().find(|at| both(*at)).unwrap_or(0);
    let ends = one.bytes().rev().zip(other.bytes().rev());
    let same = ends.take_while(|(one, other)| one == other).count().min(shorter - head);
    let is_whole = |tail: &usize| {
        one.is_char_boundary(one.len() - tail) && other.is_char_boundary(other.len() - tail)
    };
    let tail = (0..=same).rev().find(is_whole).unwrap_or(0);
    (head, tail)
}

/// A draft from the one that followed it.
fn before(next: &str, head: usize, tail: usize, middle: &str) -> Option<String> {
    let end = next.len().checked_sub(tail).filter(|end| *end >= head)?;
    Some([next.get(..head)?, middle, next.get(end..)?].concat())
}

impl Database {
    /// The drafts of a session, the newest ones as far as there are not too many.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn past_drafts(&self, session: SessionKey) -> Result<PastDrafts, Error> {
        let Some(now) = self.draft(session)? else { return Ok(PastDrafts::default()) };
        let sql = "SELECT number, head, tail, middle FROM past_drafts
             WHERE session = ?1 ORDER BY number DESC";
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([session.0])?;
        let (mut drafts, mut bytes, mut gone) = (vec![now], 0, 0);
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            let (head, tail): (i64, i64) = (row.get(1)?, row.get(2)?);
            let (head, tail) = (usize::try_from(head), usize::try_from(tail));
            let middle: String = row.get(3)?;
            let last = drafts.last().map_or("", String::as_str);
            let found = match (head, tail) {
                (Ok(head), Ok(tail)) => before(last, head, tail, &middle),
                _ => None,
            };
            bytes += last.len();
            // What does not fit was not written by this program; what is older hangs on it.
            let Some(found) = found.filter(|_| drafts.len() < MOST && bytes < MOST_BYTES) else {
                gone = usize::try_from(number).unwrap_or(usize::MAX);
                break;
            };
            gone = usize::try_from(number - 1).unwrap_or(0);
            drafts.push(found);
        }
        drafts.reverse();
        Ok(PastDrafts { drafts, gone })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::database::NewSession;

    fn session(database: &mut Database) -> SessionKey {
        let new = NewSession {
            backend: "studio",
            id: "s-1",
            profile: "video-maker",
            language: "en",
            at: 1,
        };
        database.open_session(new).expect("a session")
    }

    #[test]
    fn every_draft_comes_back_as_it_was_after_opening_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("cutroom.db");
        let drafts =
            ["{}", r#"{"t":"日"}"#, r#"{"t":"旧"}"#, r#"{"t":"日日"}"#, r#"{"t":"日"}"#, ""];
        let mut database = Database::open(&path).expect("made");
        let key = session(&mut database);
        for draft in drafts {
            database.put_draft(key, draft, 0).expect("kept");
            database.put_draft(key, draft, 0).expect("the same is no other draft");
        }
        drop(database);
        let found = Database::open(&path).expect("there").past_drafts(key).expect("read");
        assert_eq!(found.drafts, drafts);
        assert_eq!(found.gone, 0);
    }

    #[test]
    fn a_draft_costs_what_changed() {
        let long = "x".repeat(10_000);
        assert_eq!(alike(&format!("{long}1{long}"), &format!("{long}22{long}")), (10_000, 10_000));
        assert_eq!(alike("aa", "aaa"), (2, 0));
        assert_eq!(alike("日", "旧"), (0, 0), "half a letter is not the same");
    }

    #[test]
    fn the_oldest_go_when_there_is_no_room_and_the_others_keep_their_numbers() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut database = Database::open(&folder.path().join("cutroom.db")).expect("made");
        let key = session(&mut database);
        for number in 0..10 {
            database.put_draft(key, &number.to_string().repeat(1000), 0).expect("kept");
        }
        make_room(&database.connection, key, 3 * (1000 + ROW)).expect("room");
        let found = database.past_drafts(key).expect("read");
        assert_eq!(found.drafts.len(), 4);
        assert_eq!(found.gone, 6);
        assert!(found.drafts[0].starts_with('6') && found.drafts[3].starts_with('9'));
    }
}
