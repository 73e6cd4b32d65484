//! The link that opens a session's project in a browser.
//!
//! Asked for when a session was made and after an export, kept for as long as it works. The studio
//! has no web pages and a server need not have any, so there is often none; that is no problem of
//! anybody's and nothing waits long for it.

use std::time::Duration;

use super::Update;
use super::session::{Server, ServerKind, Session};
use crate::api::{Claim, Opened};
use crate::store::kept::BrowserLink;

/// Nobody waits longer than this for something that is only good to have.
const LIMIT: Duration = Duration::from_secs(5);

/// Asks for a link; `now` in milliseconds since 1970.
pub(super) async fn ask(server: &Server, opened: &Opened, now: i64) -> Option<BrowserLink> {
    if server.kind == ServerKind::Studio || opened.task.is_empty() {
        return None;
    }
    let asking = server.client.claim_link(opened, &server.web);
    let Claim { link, lasts } = tokio::time::timeout(LIMIT, asking).await.ok().flatten()?;
    let lasts = i64::try_from(lasts.as_millis()).unwrap_or(i64::MAX);
    Some(BrowserLink { address: link.into(), until: now.saturating_add(lasts) })
}

/// Asks for a fresh link to the open session, keeps it and tells it.
pub(super) async fn renew(session: &Session) {
    let key = session.key;
    let project = session.keeper.run(move |database| database.project(key)).await;
    let Ok(Some(task)) = project else { return };
    let opened = Opened { session: session.id.clone(), task };
    let Some(link) = ask(&session.server, &opened, (session.clock)()).await else { return };
    let kept = link.clone();
    session.keeper.write(move |database| database.put_link(key, &kept)).await;
    session.tell(Update::BrowserLink(link.address)).await;
}
