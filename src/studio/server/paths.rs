//! The addresses of files and films, and the keys that open them without a token.
//!
//! A key is a keyed hash of one path, so it opens that path and tells nothing about any other, and
//! about the token nothing at all. Its secret lives as long as the run.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sha2::{Digest, Sha256};

use crate::studio::library::{RenderId, SessionId};
use crate::studio::render::Form;

/// What stands in a path as it is.
const PLAIN: AsciiSet =
    NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// Where the studio is reached, as its client wrote it: `http://127.0.0.1:4000`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Base(pub(super) String);

/// Makes and checks keys.
pub(super) struct Keys {
    secret: [u8; 32],
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys([REDACTED])")
    }
}

impl Keys {
    pub(super) fn random() -> Self {
        let (first, second) = (uuid::Uuid::new_v4(), uuid::Uuid::new_v4());
        let mut secret = [0; 32];
        secret[..16].copy_from_slice(first.as_bytes());
        secret[16..].copy_from_slice(second.as_bytes());
        Self { secret }
    }

    /// The address of an uploaded file.
    pub(super) fn of_file(&self, base: &Base, session: &SessionId, name: &str) -> String {
        self.with_key(base, &format!("/files/{session}/{name}"))
    }

    /// The address of a finished film.
    pub(super) fn of_film(
        &self,
        base: &Base,
        session: &SessionId,
        id: &RenderId,
        form: Form,
    ) -> String {
        self.with_key(base, &format!("/outputs/{session}/{id}.{}", form.ending()))
    }

    /// Whether a request's query holds the key of its path.
    pub(super) fn open(&self, path: &str, query: Option<&str>) -> bool {
        let given = query.unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("key="));
        let path = percent_decode_str(path).decode_utf8_lossy();
        given.is_some_and(|given| same(given, &self.key(&path)))
    }

    /// Names this run of the studio as it is known to one client.
    pub(super) fn run(&self, base: &Base) -> String {
        self.key(&base.0)
    }

    fn with_key(&self, base: &Base, path: &str) -> String {
        format!("{}{}?key={}", base.0, utf8_percent_encode(path, &PLAIN), self.key(path))
    }

    /// Of the path as it is meant, however it is written. Half of the digest: what is left out keeps it from being extended to longer paths.
    fn key(&self, path: &str) -> String {
        let digest = Sha256::new().chain_update(self.secret).chain_update(path).finalize();
        digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Whether two secrets are the same, without telling by the time taken where they differ.
pub(super) fn same(given: &str, expected: &str) -> bool {
    Sha256::digest(given) == Sha256::digest(expected)
}

/// The file of this session that a source in a draft means: a name, or an address that a studio gave
/// out for it, in this run or an earlier one.
pub(super) fn file_name(session: &SessionId, source: &str) -> Option<String> {
    let (_, rest) = source.strip_prefix("http://")?.split_once('/')?;
    let path = rest.split(['?', '#']).next()?;
    let name = path.strip_prefix("files/")?.strip_prefix(session.as_str())?.strip_prefix('/')?;
    Some(percent_decode_str(name).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> SessionId {
        SessionId::recorded("5e55".to_owned())
    }

    #[test]
    fn an_address_opens_its_own_path_however_it_is_written_and_no_other() {
        let keys = Keys::random();
        let address = keys.of_file(&Base("http://127.0.0.1:4000".into()), &session(), "日 落.mp4");
        let (path, query) = address.split_once('?').expect("a key");
        let path = path.strip_prefix("http://127.0.0.1:4000").expect("the base");
        assert_eq!(path, "/files/5e55/%E6%97%A5%20%E8%90%BD.mp4");
        assert!(keys.open(path, Some(query)));
        assert!(keys.open("/files/5e55/%e6%97%a5 %E8%90%BD.mp4", Some(&format!("a=b&{query}"))));
        assert!(!keys.open("/files/5e55/other.mp4", Some(query)));
        assert!(!keys.open(path, None));
        assert!(!Keys::random().open(path, Some(query)), "another run has other keys");
    }

    #[test]
    fn the_addresses_of_a_sessions_files_mean_those_files() {
        for (source, name) in [
            ("http://127.0.0.1:4000/files/5e55/%E6%97%A5.mp4?key=0", Some("日.mp4")),
            ("http://localhost:9/files/5e55/a.mp4", Some("a.mp4")),
            ("http://127.0.0.1:4000/files/other/a.mp4", None),
            ("https://cdn.example/files/5e55/a.mp4", None),
            ("a.mp4", None),
        ] {
            assert_eq!(file_name(&session(), source).as_deref(), name, "{source}");
        }
    }
}
