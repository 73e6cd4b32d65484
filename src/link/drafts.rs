//! The drafts that a session had, as the editor steps through them.

use std::sync::Arc;

use serde_json::Value;

use super::session::Session;
use super::{PastFilm, Update};
use crate::draft::{self, Draft};
use crate::store::database::PastDrafts;

/// Tells the drafts that are kept.
pub(super) async fn list(session: &Session) {
    let key = session.key;
    // What can be read may be long to read.
    let read = session.keeper.run(move |database| Ok(decoded(database.past_drafts(key)?)));
    session.tell(Update::Drafts(Arc::new(read.await.unwrap_or_default()))).await;
}

/// Drafts that are told alike are one.
fn decoded(PastDrafts { drafts, gone }: PastDrafts) -> PastFilm {
    let mut found: Vec<Arc<Draft>> = Vec::new();
    for text in drafts {
        let value: Option<Value> = serde_json::from_str(&text).ok();
        let Some(draft) = value.and_then(|value| draft::wire::decode(&value).ok()) else {
            continue;
        };
        if found.last().is_none_or(|last| **last != draft) {
            found.push(Arc::new(draft));
        }
    }
    PastFilm { drafts: found, gone }
}
