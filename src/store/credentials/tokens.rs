//! Anonymous tokens: kept for each server and client until they expire.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::private_file::{self, Existing};
use crate::store::Places;

/// An anonymous token as it is kept.
#[derive(Debug, Clone)]
pub struct KeptToken {
    /// The token.
    pub token: SecretString,
    /// With which id it was given, and is renewed. The server may not have liked the one in use here.
    pub client_id: String,
    /// For the registration link.
    pub user_id: Option<String>,
    /// Until when it is good, in milliseconds since 1970.
    pub expires_at: i64,
}

impl KeptToken {
    /// Whether it is still good at `now`, in milliseconds since 1970.
    #[must_use]
    pub const fn is_good(&self, now: i64) -> bool {
        now < self.expires_at
    }
}

/// Held by whoever asks for a token or keeps one; it goes with the process however that ends.
#[derive(Debug)]
pub struct TokensLock {
    /// Closing it gives the lock back.
    _file: Option<File>,
}

impl TokensLock {
    /// Takes the lock, if nobody holds it. Where locks cannot be had it counts as taken.
    #[must_use]
    pub fn try_take(places: &Places) -> Option<Self> {
        let file = private_file::make_folder(&places.config)
            .and_then(|()| File::create(places.config.join(".tokens.lock")));
        let Ok(file) = file else { return Some(Self { _file: None }) };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => None,
            Ok(()) | Err(TryLockError::Error(_)) => Some(Self { _file: Some(file) }),
        }
    }
}

fn token_file(places: &Places) -> PathBuf {
    places.config.join("tokens.json")
}

/// The token kept for a client of a server, whether still good or not.
#[must_use]
pub fn kept_token(places: &Places, server: &str, client_id: &str) -> Option<KeptToken> {
    let all = read_tokens(&token_file(places));
    let entry = all.get(server)?.get(client_id)?;
    let text = |key: &str| entry.get(key).and_then(Value::as_str);
    Some(KeptToken {
        token: text("token")?.into(),
        client_id: text("client_id").unwrap_or(client_id).to_owned(),
        user_id: text("user_id").map(str::to_owned),
        expires_at: entry.get("expires_at").and_then(Value::as_i64)?,
    })
}

/// Keeps a token for a client of a server, in place of the one before.
///
/// # Errors
/// Whatever the disk makes of it.
pub fn keep_token(
    places: &Places,
    server: &str,
    client_id: &str,
    token: &KeptToken,
) -> io::Result<()> {
    let file = token_file(places);
    let mut all = read_tokens(&file);
    if !all[server].is_object() {
        all[server] = json!({});
    }
    all[server][client_id] = json!({
        "client_id": token.client_id,
        "token": token.token.expose_secret(),
        "user_id": token.user_id,
        "expires_at": token.expires_at,
    });
    private_file::write(&file, all.to_string().as_bytes(), Existing::Replaced)?;
    private_file::close_folder(&places.config)
}

fn read_tokens(file: &Path) -> Value {
    let kept = fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    kept.filter(Value::is_object).unwrap_or_else(|| json!({}))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn token(text: &str, expires_at: i64) -> KeptToken {
        let (token, user_id) = (text.into(), Some("anon_1".into()));
        KeptToken { token, client_id: "c1".into(), user_id, expires_at }
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("there").permissions().mode() & 0o777
    }

    #[test]
    fn a_token_is_kept_for_its_owner_alone_until_it_expires() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::of_user(Some(folder.path().to_path_buf())).expect("a home");
        // Somebody made the folder before, open to all.
        fs::create_dir_all(&places.config).expect("made");
        fs::set_permissions(&places.config, fs::Permissions::from_mode(0o755)).expect("ours");
        keep_token(&places, "https://a", "c1", &token("nmv_usr_x", 1000)).expect("kept");
        let kept = kept_token(&places, "https://a", "c1").expect("there");
        assert!(kept.is_good(999) && !kept.is_good(1000));
        assert_eq!(kept.token.expose_secret(), "nmv_usr_x");
        assert_eq!(kept.user_id.as_deref(), Some("anon_1"));
        assert_eq!((mode(&token_file(&places)), mode(&places.config)), (0o600, 0o700));
        assert!(!format!("{kept:?}").contains("nmv_usr_x"));
    }

    #[test]
    fn each_client_of_each_server_has_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::of_user(Some(folder.path().to_path_buf())).expect("a home");
        for (server, client) in [("https://a", "c1"), ("https://a", "c2"), ("https://b", "c1")] {
            let token = token(&format!("{server} {client}"), 1);
            keep_token(&places, server, client, &token).expect("kept");
        }
        for (server, client) in [("https://a", "c1"), ("https://a", "c2"), ("https://b", "c1")] {
            let kept = kept_token(&places, server, client).expect("there");
            assert_eq!(kept.token.expose_secret(), format!("{server} {client}"));
        }
        assert!(kept_token(&places, "https://b", "c2").is_none());
    }

    #[test]
    fn one_program_asks_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::of_user(Some(folder.path().to_path_buf())).expect("a home");
        let first = TokensLock::try_take(&places).expect("free");
        assert!(TokensLock::try_take(&places).is_none());
        drop(first);
        assert!(TokensLock::try_take(&places).is_some());
    }
}
