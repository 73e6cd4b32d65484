//! Where a model is asked: an address that is safe to send a key to.

use url::{Host, Url};

use super::WrongSetting;

/// The address of the chat completions that a setting means: itself, or what lies below a base.
pub(super) fn completions(setting: &str) -> Result<Url, WrongSetting> {
    let mut url = Url::parse(setting.trim()).map_err(|_| WrongSetting::NoAddress)?;
    if url.host().is_none() || !["http", "https"].contains(&url.scheme()) {
        return Err(WrongSetting::NoAddress);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(WrongSetting::KeyInAddress);
    }
    if url.scheme() == "http" && !is_here(&url) {
        return Err(WrongSetting::Unencrypted);
    }
    url.set_fragment(None);
    let path = url.path().trim_end_matches('/').to_owned();
    match path.as_str() {
        "" => url.set_path("/v1/chat/completions"),
        path if path.ends_with("/chat/completions") => url.set_path(path),
        path => url.set_path(&format!("{path}/chat/completions")),
    }
    Ok(url)
}

/// Whether it is on this machine.
pub(super) fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_or_the_whole_address_is_understood() {
        for (setting, address) in [
            ("https://api.example/v1", "https://api.example/v1/chat/completions"),
            ("https://api.example/v1/", "https://api.example/v1/chat/completions"),
            ("https://api.example/x/chat/completions", "https://api.example/x/chat/completions"),
            ("https://api.example/v1?a=1", "https://api.example/v1/chat/completions?a=1"),
            ("http://localhost:11434", "http://localhost:11434/v1/chat/completions"),
            ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/chat/completions"),
            (" http://[::1]:8080/v1 ", "http://[::1]:8080/v1/chat/completions"),
        ] {
            assert_eq!(completions(setting).map(String::from), Ok(address.to_owned()));
        }
    }

    #[test]
    fn what_would_show_the_key_to_others_is_refused() {
        for (setting, wrong) in [
            ("http://api.example/v1", WrongSetting::Unencrypted),
            ("http://localhost.example/v1", WrongSetting::Unencrypted),
            ("http://10.0.0.7/v1", WrongSetting::Unencrypted),
            ("https://me:secret@api.example/v1", WrongSetting::KeyInAddress),
            ("file:///etc/passwd", WrongSetting::NoAddress),
            ("api.example/v1", WrongSetting::NoAddress),
            ("", WrongSetting::NoAddress),
        ] {
            assert_eq!(completions(setting), Err(wrong), "{setting}");
        }
    }
}
