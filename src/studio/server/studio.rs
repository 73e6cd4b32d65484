//! A studio that listens.

use secrecy::SecretString;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio_util::sync::DropGuard;

use super::{Context, Settings, StartError, listener, router};

/// For renders to be killed and the last notes to be written.
const LAST_WORK: Duration = Duration::from_secs(5);

/// A running studio. Dropped, it ends by itself; [`Studio::stop`] waits for the end.
#[derive(Debug)]
pub struct Studio {
    context: Context,
    address: SocketAddr,
    serving: tokio::task::JoinHandle<()>,
    _ends_with_this: DropGuard,
}

/// Starts a studio: it answers when this returns.
///
/// # Errors
/// Any of [`StartError`].
pub async fn start(settings: Settings) -> Result<Studio, StartError> {
    let bound = listener::bind(settings.listen).await;
    let (listener, address) =
        bound.map_err(|source| StartError::Listen { address: settings.listen, source })?;
    let context = Context::open(&settings, address).await?;
    let stopping = context.stopping.clone();
    let serving = tokio::spawn(listener::serve(listener, router(&context), stopping.clone()));
    Ok(Studio { context, address, serving, _ends_with_this: stopping.drop_guard() })
}

impl Studio {
    /// Where it is reached from this machine.
    #[must_use]
    pub fn url(&self) -> String {
        let ip = match self.address.ip() {
            ip if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
            ip => ip,
        };
        format!("http://{}", SocketAddr::new(ip, self.address.port()))
    }

    /// What clients must know.
    #[must_use]
    pub fn token(&self) -> &SecretString {
        self.context.token()
    }

    /// Ends it: no new requests, renders killed, answers under way given a moment. Takes a few
    /// seconds at most.
    pub async fn stop(self) {
        let ended = async {
            self.context.close().await;
            // It ends by itself; a panic in it has been told by the runtime.
            let _ = self.serving.await;
        };
        if tokio::time::timeout(LAST_WORK, ended).await.is_err() {
            tracing::warn!("the studio did not end in time");
        }
    }
}
