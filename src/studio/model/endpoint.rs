//! The model that the user has: where, which, and with what key.

use secrecy::SecretString;
use url::Url;

use crate::language::Detail;

use super::address::{completions, is_here};

/// What the settings say, not yet checked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The address of the endpoint, or its base.
    pub url: Option<&'a str>,
    /// The model's name there.
    pub model: Option<&'a str>,
    /// The variable of the environment that holds the key.
    pub key_env: Option<&'a str>,
}

/// A model that can be asked.
#[derive(Debug, Clone)]
pub struct Endpoint {
    pub(super) url: Url,
    pub(super) model: String,
    pub(super) key: Key,
}

/// What the endpoint is shown.
#[derive(Debug, Clone)]
pub enum Key {
    /// Nothing; usual on one's own machine.
    None,
    /// A key.
    Given(SecretString),
    /// There should be one in this variable.
    Missing(String),
}

/// Why the settings of a model cannot be used. No sentence repeats a value: it may be a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongSetting {
    /// No address of a server.
    #[error("agent.url is not an address such as https://api.example.com/v1")]
    NoAddress,
    /// Whoever listens on the way would read key and film.
    #[error("agent.url must begin with https://; http:// is for this machine alone")]
    Unencrypted,
    /// A name or password stands in the address.
    #[error(
        "agent.url must not hold a name or password; put the key into a variable of the environment \
         and name that in agent.key_env"
    )]
    KeyInAddress,
    /// One of the two that are needed.
    #[error("agent.model is missing: the name of the model at agent.url")]
    NoModel,
    /// The other one.
    #[error("agent.url is missing: the address of the model")]
    NoUrl,
    /// Perhaps the key itself.
    #[error("agent.key_env must be the name of a variable of the environment, not the key itself")]
    NoVariable,
}

impl WrongSetting {
    /// The same words in both languages.
    #[must_use]
    pub fn detail(self) -> Detail {
        let chinese = match self {
            Self::NoAddress => "agent.url 不是 https://api.example.com/v1 这样的地址",
            Self::Unencrypted => "agent.url 必须以 https:// 开头；http:// 只能用于本机",
            Self::KeyInAddress => {
                "agent.url 不能含有用户名或密码；请把密钥放进环境变量，并在 agent.key_env 中写明变量名"
            }
            Self::NoModel => "缺少 agent.model：agent.url 处的模型名",
            Self::NoUrl => "缺少 agent.url：模型的地址",
            Self::NoVariable => "agent.key_env 应为环境变量的名称，而不是密钥本身",
        };
        Detail::new(self.to_string(), chinese)
    }
}

impl Endpoint {
    /// Checks what the settings say; none where they say nothing.
    ///
    /// # Errors
    /// [`WrongSetting`].
    pub fn of(
        wanted: Wanted<'_>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<Self>, WrongSetting> {
        let said = |value: Option<&'_ str>| {
            value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned)
        };
        let (url, model) = match (said(wanted.url), said(wanted.model)) {
            (None, None) => return Ok(None),
            (Some(_), None) => return Err(WrongSetting::NoModel),
            (None, Some(_)) => return Err(WrongSetting::NoUrl),
            (Some(url), Some(model)) => (completions(&url)?, model),
        };
        let key = match said(wanted.key_env) {
            None => Key::None,
            Some(name) if !is_variable(&name) => return Err(WrongSetting::NoVariable),
            Some(name) => match variable(&name).map(|key| key.trim().to_owned()) {
                Some(key) if is_sendable(&key) => Key::Given(SecretString::from(key)),
                _ => Key::Missing(name),
            },
        };
        Ok(Some(Self { url, model, key }))
    }

    /// Whom people know it by.
    #[must_use]
    pub fn host(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        self.url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// The model's name.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.model
    }

    /// What it is shown.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Whether it runs on this machine, so that nothing leaves it.
    #[must_use]
    pub fn is_here(&self) -> bool {
        is_here(&self.url)
    }
}

fn is_variable(name: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    !name.starts_with(|letter: char| letter.is_ascii_digit()) && name.chars().all(fits)
}

/// Whether it can stand in a header.
fn is_sendable(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: Option<&str> = Some("https://api.example:8443/v1");

    fn endpoint(wanted: Wanted<'_>) -> Result<Option<Endpoint>, WrongSetting> {
        Endpoint::of(wanted, |name| (name == "MY_KEY").then(|| " secret\n".to_owned()))
    }

    #[test]
    fn it_is_off_unless_set_and_needs_both_address_and_name() {
        assert!(endpoint(Wanted::default()).expect("nothing is said").is_none());
        assert!(endpoint(Wanted { url: Some(" "), ..Wanted::default() }).expect("blank").is_none());
        let alone = Wanted { url: URL, ..Wanted::default() };
        assert_eq!(endpoint(alone).err(), Some(WrongSetting::NoModel));
        let alone = Wanted { model: Some("m"), ..Wanted::default() };
        assert_eq!(endpoint(alone).err(), Some(WrongSetting::NoUrl));
    }

    #[test]
    fn the_key_comes_from_the_environment_alone_and_is_not_shown() {
        let of = |key_env| endpoint(Wanted { url: URL, model: Some("m"), key_env });
        let given = of(Some("MY_KEY")).expect("right").expect("set");
        assert!(matches!(given.key(), Key::Given(_)));
        assert_eq!(given.host(), "api.example:8443");
        assert!(!format!("{given:?}").contains("secret"), "{given:?}");
        let none = of(None).expect("right").expect("set");
        assert!(matches!(none.key(), Key::None));
        let missing = of(Some("OTHER")).expect("right").expect("set");
        assert!(matches!(missing.key(), Key::Missing(name) if name == "OTHER"));
        let pasted = of(Some("sk-1234")).expect_err("a key is no name");
        assert!(!pasted.to_string().contains("1234"), "{pasted}");
    }
}
