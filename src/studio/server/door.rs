//! Who may come in: `Host`, `Origin` and the token, checked before anything else is looked at.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use secrecy::ExposeSecret;

use super::Context;
use super::paths::{Base, same};
use super::refusal::Refusal;

/// The one endpoint that is for those who have no token yet.
const TOKEN_REQUEST: &str = "/api/auth/anonymous-token";

/// Lets a request in, with the [`Base`] that its client knows the studio by.
pub(super) async fn keep(
    State(context): State<Context>,
    mut request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let host = known_host(context.address, request.headers())?.to_owned();
    must_be_own_origin(&host, request.headers())?;
    must_be_allowed(&context, &request)?;
    request.extensions_mut().insert(Base(format!("http://{host}")));
    Ok(next.run(request).await)
}

fn known_host(address: SocketAddr, headers: &HeaderMap) -> Result<&str, Refusal> {
    let mut given = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (given.next(), given.next()) else {
        return Err(Refusal::bad_request(
            "There must be one Host header.",
            "必须有且只有一个 Host 头。",
        ));
    };
    let words = ("This is not the host asked for.", "这不是所请求的主机。");
    host.to_str()
        .ok()
        .filter(|host| is_bound(address, host))
        .ok_or_else(|| Refusal::plain(StatusCode::FORBIDDEN, words.0, words.1))
}

/// Whether a `Host` is the bound address. Names other than `localhost` never are: they can be made
/// to point anywhere.
fn is_bound(address: SocketAddr, host: &str) -> bool {
    let Some(name) = with_port(host, address.port()) else { return false };
    if name.eq_ignore_ascii_case("localhost") {
        return address.ip().is_loopback() || address.ip().is_unspecified();
    }
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    bare.parse::<IpAddr>().is_ok_and(|ip| ip == address.ip() || address.ip().is_unspecified())
}

/// The name, if the port after it (80 where there is none) is this one.
fn with_port(host: &str, port: u16) -> Option<&str> {
    match host.rsplit_once(':') {
        // The colon of an address in brackets belongs to it.
        Some((name, digits)) if !digits.ends_with(']') => {
            (digits.parse() == Ok(port)).then_some(name)
        }
        _ => (port == 80).then_some(host),
    }
}

fn must_be_own_origin(host: &str, headers: &HeaderMap) -> Result<(), Refusal> {
    let own =
        |origin: &header::HeaderValue| origin.as_bytes() == format!("http://{host}").as_bytes();
    if headers.get_all(header::ORIGIN).iter().all(own) {
        return Ok(());
    }
    let words = ("Pages of other origins may not ask here.", "其他来源的网页不能在这里请求。");
    Err(Refusal::plain(StatusCode::FORBIDDEN, words.0, words.1))
}

fn must_be_allowed(context: &Context, request: &Request) -> Result<(), Refusal> {
    let uri = request.uri();
    let allowed = bears_token(context, request.headers())
        || (uri.path() == TOKEN_REQUEST && request.method() == Method::POST)
        || context.keys.open(uri.path(), uri.query());
    if allowed { Ok(()) } else { Err(Refusal::token()) }
}

fn bears_token(context: &Context, headers: &HeaderMap) -> bool {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    given.and_then(|given| given.split_once(' ')).is_some_and(|(scheme, token)| {
        scheme.eq_ignore_ascii_case("bearer") && same(token.trim(), context.token.expose_secret())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(address: &str, host: &str) -> bool {
        is_bound(address.parse().expect("an address"), host)
    }

    #[test]
    fn only_the_bound_address_and_localhost_are_the_studio() {
        for host in ["127.0.0.1:4000", "localhost:4000", "LOCALHOST:4000"] {
            assert!(bound("127.0.0.1:4000", host), "{host}");
        }
        for host in [
            "127.0.0.1",
            "127.0.0.1:4001",
            "localhost",
            "evil.example:4000",
            "evil.example",
            "",
            ":4000",
            "127.0.0.1:4000.evil.example",
            "127.0.0.2:4000",
            "[::1]:4000",
            "localhost:",
        ] {
            assert!(!bound("127.0.0.1:4000", host), "{host}");
        }
        assert!(bound("[::1]:4000", "[::1]:4000"));
        assert!(bound("127.0.0.1:80", "127.0.0.1"));
        assert!(bound("[::1]:80", "[::1]"));
    }

    #[test]
    fn bound_to_all_addresses_it_goes_by_any_number_but_by_no_name() {
        assert!(bound("0.0.0.0:4000", "192.168.1.7:4000"));
        assert!(bound("0.0.0.0:4000", "localhost:4000"));
        assert!(!bound("0.0.0.0:4000", "evil.example:4000"));
        assert!(!bound("192.168.1.7:4000", "localhost:4000"));
    }
}
