//! The HTTP client: one place builds requests, and no request leaves it without its headers.
//!
//! There are two HTTP clients inside. The one for the API's own origin adds the bearer token and the
//! attribution to every request; the one for all other origins has no way to add them. Neither
//! follows redirects by itself, so a header cannot travel along one, and neither repeats a request
//! by itself, because a repeated message is charged twice.

use std::sync::OnceLock;
use std::time::Duration;

use reqwest::header::{ACCEPT_LANGUAGE, AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::Value;
use url::Url;

use super::identity::{Credential, Identity, TokenRequest};
use super::wire::headers;
use super::{Error, Patience, Repeat, answers, origin};
use crate::language::Language;

/// The three attribution headers, from the profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// `X-Skill-Source`.
    pub source: String,
    /// `X-Skill-Version`.
    pub version: String,
    /// `X-Skill-Platform`.
    pub platform: String,
}

/// What a client is made of.
#[derive(Debug)]
pub struct Setup {
    /// The server.
    pub base: Url,
    /// Who asks.
    pub credential: Credential,
    /// As what.
    pub attribution: Attribution,
    /// How long is waited.
    pub patience: Patience,
    /// In which language refusals are told, by whom knows it.
    pub language: Language,
}

/// A client of one server.
#[derive(Debug)]
pub struct Client {
    own: reqwest::Client,
    elsewhere: OnceLock<reqwest::Client>,
    base: Url,
    identity: Identity,
    /// What every request bears: attribution and language.
    standing: HeaderMap,
    patience: Patience,
}

impl Client {
    /// Makes a client; nothing is sent yet.
    ///
    /// # Errors
    /// Where this machine's certificates cannot be read.
    pub fn new(setup: Setup) -> Result<Self, Error> {
        Ok(Self {
            own: http_for(&setup.base)?,
            elsewhere: OnceLock::new(),
            standing: standing_headers(&setup),
            base: setup.base,
            identity: Identity::new(setup.credential),
            patience: setup.patience,
        })
    }

    /// The server's address.
    #[must_use]
    pub fn base(&self) -> &Url {
        &self.base
    }

    pub(super) fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(super) fn patience(&self) -> &Patience {
        &self.patience
    }

    /// A request to an endpoint, with its headers and no time limit.
    pub(super) fn request(&self, method: Method, segments: &[&str]) -> RequestBuilder {
        self.request_to(method, origin::endpoint(&self.base, segments))
    }

    /// A request to any address: with headers to the API's own origin, without to all others.
    pub(super) fn request_anywhere(&self, address: Url) -> Result<RequestBuilder, Error> {
        if origin::is_own(&self.base, &address) {
            return Ok(self.request_to(Method::GET, address));
        }
        if self.elsewhere.get().is_none() {
            // Two at once make two, and one of them is kept.
            let _ = self.elsewhere.set(http_for(&address)?);
        }
        let http = self.elsewhere.get().unwrap_or(&self.own);
        Ok(http.get(address))
    }

    fn request_to(&self, method: Method, address: Url) -> RequestBuilder {
        let mut headers = self.standing.clone();
        if let Some(bearer) = self.identity.bearer() {
            headers.insert(AUTHORIZATION, bearer);
        }
        self.own.request(method, address).headers(headers)
    }

    /// Sends requests as `build` makes them, each within the time limit, and reads the answer.
    pub(super) async fn call(
        &self,
        repeat: Repeat,
        build: impl Fn() -> RequestBuilder,
    ) -> Result<Value, Error> {
        self.asking(repeat, || answer(build(), self.patience.request)).await
    }
}

/// The one request without a bearer token, for it asks for one.
pub(super) fn token_request(http: &reqwest::Client, request: TokenRequest<'_>) -> RequestBuilder {
    let address = origin::endpoint(request.base, &["api", "auth", "anonymous-token"]);
    let mut headers = attribution_headers(request.attribution);
    headers.insert(HeaderName::from_static(headers::CLIENT_ID), header_value(request.client_id));
    http.post(address).headers(headers)
}

async fn answer(request: RequestBuilder, limit: Duration) -> Result<Value, Error> {
    let response = send(request.timeout(limit)).await?;
    answers::read(response).await
}

pub(super) async fn send(request: RequestBuilder) -> Result<Response, Error> {
    Ok(request.send().await?)
}

/// Within this time a connection is made, or it is not.
const CONNECT: Duration = Duration::from_secs(10);
/// A peer that is gone without a word is noticed after a few of these.
const KEEPALIVE: Duration = Duration::from_secs(30);

/// An HTTP client for the origin of `address`. On this machine neither a proxy from the environment
/// nor the system's certificates are asked: the token must not take a detour, and both may be absent.
pub(super) fn http_for(address: &Url) -> Result<reqwest::Client, Error> {
    let mut builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .connect_timeout(CONNECT)
        .tcp_keepalive(KEEPALIVE)
        .user_agent(concat!("cutroom/", env!("CARGO_PKG_VERSION")));
    if origin::is_loopback(address) {
        builder = builder.no_proxy().tls_certs_only([]);
    }
    Ok(builder.build()?)
}

fn standing_headers(setup: &Setup) -> HeaderMap {
    let mut headers = attribution_headers(&setup.attribution);
    headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(setup.language.tag()));
    headers
}

fn attribution_headers(attribution: &Attribution) -> HeaderMap {
    let fields = [
        (headers::SKILL_SOURCE, &attribution.source),
        (headers::SKILL_VERSION, &attribution.version),
        (headers::SKILL_PLATFORM, &attribution.platform),
    ];
    let pairs = fields.map(|(name, value)| (HeaderName::from_static(name), header_value(value)));
    pairs.into_iter().collect()
}

/// A profile's word as a header; what cannot stand in one becomes a dash.
fn header_value(word: &str) -> HeaderValue {
    let plain = |letter: char| if matches!(letter, ' '..='~') { letter } else { '-' };
    let word: String = word.trim().chars().map(plain).collect();
    HeaderValue::try_from(word).unwrap_or_else(|_| HeaderValue::from_static("unknown"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> Client {
        Client::new(Setup {
            base: Url::parse("http://127.0.0.1:9").expect("an address"),
            credential: Credential::Given("nmv_usr_secret".into()),
            attribution: Attribution {
                source: "video-maker".into(),
                version: "1.0.0".into(),
                platform: "名".into(),
            },
            patience: Patience {
                request: Duration::from_secs(1),
                too_many: Duration::ZERO,
                first_retry: Duration::ZERO,
            },
            language: Language::Chinese,
        })
        .expect("a client")
    }

    #[test]
    fn every_request_to_the_server_carries_token_and_attribution() {
        let request = client().request(Method::GET, &["api", "x"]).build().expect("a request");
        let header = |name: &str| request.headers()[name].to_str().expect("text").to_owned();
        assert_eq!(header("authorization"), "Bearer nmv_usr_secret");
        assert_eq!(header("x-skill-source"), "video-maker");
        assert_eq!(header("x-skill-version"), "1.0.0");
        assert_eq!(header("x-skill-platform"), "-");
        assert_eq!(header("accept-language"), "zh-CN");
    }

    #[test]
    fn another_origin_gets_neither() {
        let elsewhere = Url::parse("http://127.0.0.1:10/file").expect("an address");
        let request = client().request_anywhere(elsewhere).expect("a builder").build();
        assert!(request.expect("a request").headers().is_empty());
    }

    #[test]
    fn the_token_is_not_in_what_a_log_would_show() {
        assert!(!format!("{:?}", client()).contains("secret"));
        let request = client().request(Method::GET, &["x"]).build().expect("a request");
        assert!(!format!("{request:?}").contains("secret"));
    }
}
