//! The client's id, in the file that is shared with the vendor's own tools.
//!
//! The file is not ours alone: an id in it is used as it is written, an empty file gets one, and
//! anything else that somebody put there stays. Ours is a UUID; where there is no `uuidgen` the
//! vendor's scripts make another word (`client-1700000000-31`), which is as good. Then an id of our own is kept beside the tokens, so
//! that the next start is still the same client.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::private_file::{self, Existing};
use crate::store::Places;

/// A client id, and what was found where it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientId {
    /// The id.
    pub id: String,
    /// The shared file, where it holds something else and was left alone.
    pub left_alone: Option<PathBuf>,
}

/// Where the client id lies.
#[must_use]
pub fn client_id_file(places: &Places) -> PathBuf {
    let config = places.config.parent().unwrap_or(&places.config);
    config.join("nemovideo").join("client_id")
}

/// Our own, for where the shared file cannot be used.
fn own_file(places: &Places) -> PathBuf {
    places.config.join("client_id")
}

/// The client id: the one given, else the one kept, else a new one, which is kept if it can be.
#[must_use]
pub fn client_id(places: &Places, given: Option<&str>) -> ClientId {
    if let Some(id) = named(given) {
        return ClientId { id, left_alone: None };
    }
    let shared = client_id_file(places);
    match read(&shared) {
        Found::Id(id) => ClientId { id, left_alone: None },
        Found::Nothing => ClientId { id: make(&shared, Existing::Stays), left_alone: None },
        Found::Empty => ClientId { id: make(&shared, Existing::Replaced), left_alone: None },
        Found::SomethingElse => {
            tracing::warn!(file = %shared.display(), "the shared file holds no client id");
            let own = own_file(places);
            let id = match read(&own) {
                Found::Id(id) => id,
                _ => make(&own, Existing::Replaced),
            };
            ClientId { id, left_alone: Some(shared) }
        }
    }
}

/// The client id as far as there is one; nothing is made or written.
#[must_use]
pub fn known_client_id(places: &Places, given: Option<&str>) -> Option<String> {
    let kept = |file: PathBuf| match read(&file) {
        Found::Id(id) => Some(id),
        _ => None,
    };
    named(given).or_else(|| kept(client_id_file(places))).or_else(|| kept(own_file(places)))
}

fn named(given: Option<&str>) -> Option<String> {
    given.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned)
}

enum Found {
    Id(String),
    Nothing,
    Empty,
    SomethingElse,
}

/// An id as it is written: to a server another spelling may be another client.
fn read(file: &Path) -> Found {
    match fs::read_to_string(file) {
        Ok(text) if text.trim().is_empty() => Found::Empty,
        Ok(text) if is_id(text.trim()) => Found::Id(text.trim().to_owned()),
        Ok(_) => Found::SomethingElse,
        Err(error) if error.kind() == ErrorKind::NotFound => Found::Nothing,
        Err(_) => Found::SomethingElse,
    }
}

fn is_id(word: &str) -> bool {
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (8..=64).contains(&word.len()) && word.bytes().all(usual)
}

/// Makes an id and keeps it. Where another program was quicker, its id is the one.
fn make(file: &Path, existing: Existing) -> String {
    let id = uuid::Uuid::new_v4().to_string();
    let Err(error) = private_file::write(file, id.as_bytes(), existing) else {
        return id;
    };
    match read(file) {
        Found::Id(theirs) => theirs,
        _ => {
            tracing::warn!(%error, "the client id could not be kept");
            id
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: &str = "0DB3F9C6-8d67-4a5e-9a55-0c5f5f0c7f11";

    struct Home(tempfile::TempDir);

    impl Home {
        fn new() -> Self {
            Self(tempfile::tempdir().expect("a folder"))
        }

        fn places(&self) -> Places {
            Places::of_user(Some(self.0.path().to_path_buf())).expect("a home")
        }

        /// With this in the shared file.
        fn with(content: &[u8]) -> Self {
            let home = Self::new();
            let file = client_id_file(&home.places());
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::write(file, content).expect("written");
            home
        }

        fn shared(&self) -> Vec<u8> {
            fs::read(client_id_file(&self.places())).expect("a file")
        }
    }

    #[test]
    fn the_client_id_is_made_once_and_the_given_one_wins() {
        let home = Home::new();
        assert_eq!(known_client_id(&home.places(), None), None);
        let id = client_id(&home.places(), None).id;
        assert_eq!(client_id(&home.places(), None).id, id);
        assert_eq!(home.shared(), id.as_bytes(), "the UUID and nothing else");
        assert_eq!(known_client_id(&home.places(), None), Some(id));
        assert_eq!(client_id(&home.places(), Some("mine")).id, "mine");
    }

    #[test]
    fn an_id_of_another_tool_is_used_as_it_is_written() {
        let of_a_script = "client-1700000000-12345";
        for (content, id) in [
            (UUID.to_owned(), UUID),
            (format!("{UUID}\n"), UUID),
            (format!(" {UUID}\r\n"), UUID),
            (format!("{of_a_script}\n"), of_a_script),
        ] {
            let home = Home::with(content.as_bytes());
            let found = client_id(&home.places(), None);
            assert_eq!(found, ClientId { id: id.into(), left_alone: None });
            assert_eq!(home.shared(), content.as_bytes(), "the file is as it was");
        }
    }

    #[test]
    fn an_empty_file_gets_an_id() {
        let home = Home::with(b"\n");
        let id = client_id(&home.places(), None).id;
        assert_eq!(home.shared(), id.as_bytes());
    }

    #[test]
    fn whatever_else_somebody_put_there_stays_and_the_client_is_the_same_next_time() {
        for content in [&b"my notes"[..], b"{\"id\":1}", b"\xff\xfe", b"a b c", b"short"] {
            let home = Home::with(content);
            let found = client_id(&home.places(), None);
            assert!(uuid::Uuid::try_parse(&found.id).is_ok());
            assert_eq!(found.left_alone, Some(client_id_file(&home.places())));
            assert_eq!(client_id(&home.places(), None), found);
            assert_eq!(known_client_id(&home.places(), None), Some(found.id));
            assert_eq!(home.shared(), content);
        }
    }
}
