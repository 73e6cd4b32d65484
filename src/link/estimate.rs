//! Asking the studio what a film would come to, before anything is made.

use super::session::Session;
use super::turn::After;
use super::{Expected, Update};
use crate::api::wire::render::{OutputSettings, RenderEstimate, RenderOrder};
use crate::language::Problem;

/// An order needs an id; of this one nothing is kept.
const NO_ORDER: &str = "estimate";

pub(super) async fn tell(session: Session, output: OutputSettings) -> After {
    let told = ask(&session, output.clone()).await;
    session.tell(Update::Estimate { output: Box::new(output), told }).await;
    After::GoOn
}

async fn ask(session: &Session, output: OutputSettings) -> Result<Expected, Problem> {
    let problem = |error: crate::api::Error| session.problem(&error);
    let seen = session.film.look().await.map_err(problem)?;
    let draft = seen.written.as_deref().cloned().ok_or(Problem::NothingToRender)?;
    let order = RenderOrder {
        id: NO_ORDER.to_owned(),
        session_id: session.id.clone(),
        draft: crate::api::with_public_addresses(&draft, &seen.media),
        output,
    };
    let told = session.server.client.estimate_render(&order).await.map_err(problem)?;
    let RenderEstimate { bytes, millis } = told;
    Ok(Expected { bytes: bytes.into(), millis: millis.into() })
}
