//! Who this program is to a server without an account: the client id and the anonymous token.
//!
//! The client id lies in the XDG configuration folder, in a file shared with the vendor's own tools,
//! and holds the UUID only. The token lies in this program's own folder, readable by its owner alone,
//! and is used until it expires: a server gives out one a week.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::Places;

/// An anonymous token as it is kept.
#[derive(Debug, Clone)]
pub struct KeptToken {
    /// The token.
    pub token: SecretString,
    /// For the registration link.
    pub user_id: Option<String>,
    /// Until when it is good, in milliseconds since 1970.
    pub expires_at: i64,
}

/// Where the client id lies.
#[must_use]
pub fn client_id_file(places: &Places) -> PathBuf {
    let config = places.config.parent().unwrap_or(&places.config);
    config.join("nemovideo").join("client_id")
}

/// The client id: the one given, else the one kept, else a new one, which is kept if it can be.
#[must_use]
pub fn client_id(places: &Places, given: Option<&str>) -> String {
    if let Some(id) = given.map(str::trim).filter(|id| !id.is_empty()) {
        return id.to_owned();
    }
    let file = client_id_file(places);
    let kept = fs::read_to_string(&file).unwrap_or_default();
    if let Ok(id) = uuid::Uuid::try_parse(kept.trim()) {
        return id.to_string();
    }
    let id = uuid::Uuid::new_v4().to_string();
    if let Err(error) = write_private(&file, id.as_bytes()) {
        tracing::warn!(%error, "the client id could not be kept");
    }
    id
}

fn token_file(places: &Places) -> PathBuf {
    places.config.join("tokens.json")
}

/// The token kept for a server, if it is still good at `now`.
#[must_use]
pub fn kept_token(places: &Places, server: &str, client_id: &str, now: i64) -> Option<KeptToken> {
    let all = read_tokens(&token_file(places));
    let entry = all.get(server)?;
    let text = |key: &str| entry.get(key).and_then(Value::as_str);
    let expires_at = entry.get("expires_at").and_then(Value::as_i64)?;
    (text("client_id") == Some(client_id) && now < expires_at).then_some(())?;
    Some(KeptToken {
        token: text("token")?.into(),
        user_id: text("user_id").map(str::to_owned),
        expires_at,
    })
}

/// Keeps a token for a server, in place of the one before.
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
    all[server] = json!({
        "client_id": client_id,
        "token": token.token.expose_secret(),
        "user_id": token.user_id,
        "expires_at": token.expires_at,
    });
    write_private(&file, all.to_string().as_bytes())
}

fn read_tokens(file: &Path) -> Value {
    let kept = fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    kept.filter(Value::is_object).unwrap_or_else(|| json!({}))
}

/// Writes a file for its owner alone, in one step.
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let part = folder.join(format!(".{}.part", uuid::Uuid::new_v4().simple()));
    let written = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn places(folder: &Path) -> Places {
        Places::of_user(Some(folder.to_path_buf())).expect("a home")
    }

    #[test]
    fn the_client_id_is_made_once_and_the_given_one_wins() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = places(folder.path());
        let id = client_id(&places, None);
        assert_eq!(client_id(&places, None), id);
        assert_eq!(fs::read_to_string(client_id_file(&places)).expect("a file"), id);
        assert_eq!(client_id(&places, Some("mine")), "mine");
    }

    #[test]
    fn a_token_is_kept_for_its_owner_alone_until_it_expires() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = places(folder.path());
        let token = KeptToken {
            token: "nmv_usr_x".into(),
            user_id: Some("anon_1".into()),
            expires_at: 1000,
        };
        keep_token(&places, "https://a", "c1", &token).expect("kept");
        let good = |server: &str, client: &str, now| kept_token(&places, server, client, now);
        let kept = good("https://a", "c1", 999).expect("still good");
        assert_eq!(kept.token.expose_secret(), "nmv_usr_x");
        assert_eq!(kept.user_id.as_deref(), Some("anon_1"));
        assert!(good("https://a", "c1", 1000).is_none(), "expired");
        assert!(good("https://a", "c2", 0).is_none(), "of another client");
        assert!(good("https://b", "c1", 0).is_none(), "of another server");
        let mode = fs::metadata(token_file(&places)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
