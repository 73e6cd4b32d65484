//! Addresses: below the API's base, and whether an address is still the API's own origin.

use url::Url;

/// The address of an endpoint: the base, whose own path stays, and the segments, each encoded, so
/// that an id from elsewhere cannot reach another endpoint.
pub(super) fn endpoint(base: &Url, segments: &[&str]) -> Url {
    let mut address = base.clone();
    address.set_query(None);
    address.set_fragment(None);
    if let Ok(mut path) = address.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    address
}

/// Whether an address belongs to the API: same scheme, host and port.
pub(super) fn is_own(base: &Url, address: &Url) -> bool {
    base.origin() == address.origin()
}

/// Whether the server is on this machine, where no proxy and no certificate has a say.
pub(crate) fn is_loopback(base: &Url) -> bool {
    match base.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("an address")
    }

    #[test]
    fn an_id_cannot_climb_out_of_its_place() {
        let address = endpoint(&url("https://api.example/v1/"), &["state", "../../x?y"]);
        assert_eq!(address.as_str(), "https://api.example/v1/state/..%2F..%2Fx%3Fy");
    }

    #[test]
    fn another_port_or_scheme_is_another_origin() {
        let base = url("https://api.example");
        assert!(is_own(&base, &url("https://api.example:443/file")));
        for other in ["http://api.example", "https://api.example:444", "https://cdn.api.example"] {
            assert!(!is_own(&base, &url(other)), "{other}");
        }
    }
}
