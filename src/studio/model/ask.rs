//! One request to the endpoint, and its answer as it comes.

use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Client, Response};
use secrecy::ExposeSecret;
use serde_json::Value;
use tokio::time::timeout;

use super::converse::Voice;
use super::reply::{Incoming, Reply};
use super::{Endpoint, Failure, Key};
use crate::api::wire::frames::{Frame, Frames};

/// Within this time a connection is made, or it is not.
const CONNECT: Duration = Duration::from_secs(10);
/// Bytes of one answer, with all that surrounds its words.
const LONGEST: usize = 8 << 20;

/// A client for one endpoint. It follows no redirect, which could lead the key elsewhere, and takes no
/// detour to this machine.
pub(super) fn client(endpoint: &Endpoint) -> Result<Client, Failure> {
    let mut builder = Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(CONNECT)
        .user_agent(concat!("cutroom/", env!("CARGO_PKG_VERSION")));
    if endpoint.is_here() {
        builder = builder.no_proxy().tls_certs_only([]);
    }
    builder.build().map_err(|_| Failure::Unreached(endpoint.host()))
}

/// Asks, and says what comes as it comes.
pub(super) async fn ask(
    client: &Client,
    endpoint: &Endpoint,
    body: &Value,
    patience: Duration,
    voice: &mut Voice,
) -> Result<Reply, Failure> {
    let mut request = client.post(endpoint.url.clone()).json(body);
    match &endpoint.key {
        Key::None => {}
        Key::Given(key) => request = request.bearer_auth(key.expose_secret()),
        Key::Missing(name) => return Err(Failure::NoKey(name.clone())),
    }
    let response = timeout(patience, request.send()).await;
    let response = response.map_err(|_| Failure::Silent(patience))?;
    let response = response.map_err(|_| Failure::Unreached(endpoint.host()))?;
    if response.status() != reqwest::StatusCode::OK {
        return Err(Failure::Refused(response.status().as_u16()));
    }
    read(response, patience, voice).await
}

async fn read(
    mut response: Response,
    patience: Duration,
    voice: &mut Voice,
) -> Result<Reply, Failure> {
    let is_whole = is_json(&response);
    let (mut incoming, mut whole) = (Incoming::default(), Vec::new());
    let (mut frames, mut complete, mut bytes) = (Frames::default(), Vec::new(), 0);
    loop {
        let piece = timeout(patience, response.chunk()).await;
        let piece = piece.map_err(|_| Failure::Silent(patience))?;
        let piece = piece.map_err(|_| Failure::BrokeOff)?;
        bytes += piece.as_ref().map_or(0, |piece| piece.len());
        if bytes > LONGEST {
            return Err(Failure::TooLong);
        }
        match &piece {
            Some(piece) if is_whole => whole.extend_from_slice(piece),
            Some(piece) => {
                frames.push(piece, &mut complete).map_err(|_| Failure::Unreadable)?;
            }
            None if is_whole => {
                complete.push(Frame::Data(String::from_utf8_lossy(&whole).into_owned()));
            }
            None => frames.finish(&mut complete).map_err(|_| Failure::Unreadable)?,
        }
        for frame in complete.drain(..) {
            if let Frame::Data(data) = frame {
                voice.say(&incoming.take(&data)?).await?;
            }
        }
        if piece.is_none() {
            voice.say(&incoming.rest()?).await?;
            return incoming.finish();
        }
    }
}

fn is_json(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().starts_with("application/json"))
}
