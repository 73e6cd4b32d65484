//! Reaching the backend: the studio is started, a remote server is introduced to.

use std::sync::Arc;

use tokio::sync::mpsc;
use url::Url;

use super::identity::{Identified, Registry};
use super::session::{Server, ServerKind};
use super::storage::Storage;
use super::{Backend, LinkSettings, Update};
use crate::api::{About, Account, Client, Credential, Error, Setup};
use crate::language::Problem;
use crate::studio::server::{self, Studio};

/// A backend that was reached, and what must be stopped when it is left.
#[derive(Debug)]
pub(super) struct Reached {
    pub(super) server: Server,
    pub(super) studio: Option<Studio>,
    /// What is to be said once, when a session is open.
    pub(super) notices: Vec<String>,
}

/// Why a backend was not reached, and whether to go on trying.
#[derive(Debug)]
pub(super) struct Unreached {
    pub(super) problem: Problem,
    pub(super) retrying: bool,
}

/// Where the web pages of a server without any are looked for; the studio tells no such address.
const NO_WEB: &str = "https://nemovideo.com";

/// Reaches the backend once.
pub(super) async fn reach(
    settings: &LinkSettings,
    storage: &Storage,
    updates: &mpsc::Sender<Update>,
) -> Result<Reached, Unreached> {
    match &settings.backend {
        Backend::Studio => start_studio(settings, storage).await,
        Backend::Remote { name, url, web, token } => {
            let registry = Registry {
                places: storage.places.clone(),
                url: url.clone(),
                web: web.clone(),
                client_id: settings.client_id.clone(),
                attribution: settings.attribution(),
                patience: settings.patience(),
                language: settings.language,
                updates: updates.clone(),
                clock: settings.clock,
            };
            let identified = registry.identify(token.as_ref()).await;
            let Identified { credential, notices } =
                identified.map_err(|error| unreached(settings, web, &error))?;
            let server = Server {
                client: client(settings, web, url.clone(), credential)?,
                name: name.clone(),
                web: web.clone(),
                kind: ServerKind::Remote,
            };
            Ok(Reached { server, studio: None, notices })
        }
    }
}

async fn start_studio(settings: &LinkSettings, storage: &Storage) -> Result<Reached, Unreached> {
    let data = storage.places.studio();
    let mut wanted = server::Settings::private(data, storage.places.cache.clone());
    wanted.upload_limit = settings.profile.upload_limit;
    wanted.model.clone_from(&settings.model);
    wanted.machine = settings.machine;
    let studio = server::start(wanted).await;
    let studio = studio.map_err(|error| Unreached { problem: error.problem(), retrying: false })?;
    let web = no_web();
    let credential = Credential::Given(studio.token().clone());
    let base = Url::parse(&studio.url()).expect("the studio's own address");
    let client = client(settings, &web, base, credential)?;
    let name = settings.backend.name().to_owned();
    let server = Server { client, name, web, kind: ServerKind::Studio };
    Ok(Reached { server, studio: Some(studio), notices: Vec::new() })
}

fn client(
    settings: &LinkSettings,
    web: &Url,
    base: Url,
    credential: Credential,
) -> Result<Arc<Client>, Unreached> {
    let attribution = settings.attribution();
    let (patience, language) = (settings.patience(), settings.language);
    let setup = Setup { base, credential, attribution, patience, language };
    let client = Client::new(setup).map_err(|error| unreached(settings, web, &error))?;
    Ok(Arc::new(client))
}

pub(super) fn unreached(settings: &LinkSettings, web: &Url, error: &Error) -> Unreached {
    tracing::warn!(%error, "the backend was not reached");
    let backend = settings.backend.name();
    let account = &Account::Anonymous { user_id: None };
    let upload_limit = settings.profile.upload_limit;
    let about = About { backend, web, account, session: "", path: "", upload_limit };
    Unreached { problem: error.to_problem(about), retrying: error.is_retryable() }
}

fn no_web() -> Url {
    Url::parse(NO_WEB).expect("a constant address")
}
