//! What can go wrong between the program and a server.
//!
//! A variant is a case that somebody acts on: try again, renew the token, make a new session, tell
//! the person. Addresses and tokens are never part of an error: what is kept of the HTTP library's
//! own error has its URL taken away.

use std::path::PathBuf;
use std::time::Duration;

use url::Url;

use super::wire::envelope::code;
use crate::language::Problem;

/// Something went wrong between the program and a server.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No connection was made, so nothing was sent.
    #[error("no connection could be made")]
    NotReached(#[source] reqwest::Error),
    /// The connection ended before the answer did.
    #[error("the connection was lost")]
    Lost(#[source] reqwest::Error),
    /// The server said nothing for too long.
    #[error("there was no answer in time")]
    TimedOut,
    /// The server, or a gateway before it, cannot serve now.
    #[error("the server cannot serve now (HTTP {status})")]
    Unavailable {
        /// The status: 500 and above, or 200 where a gateway's page stands in for the answer.
        status: u16,
        /// How long it asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// The server asks for patience.
    #[error("too many requests")]
    TooManyRequests {
        /// How long it asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// The token is bad or has expired.
    #[error("the token was refused")]
    TokenRefused,
    /// No anonymous token is given out now: each client gets one a week, each address about ten.
    #[error("no anonymous token is given out now")]
    NoTokenNow {
        /// How long the server asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// There is no such session.
    #[error("there is no such session")]
    SessionNotFound,
    /// The server has nothing at that address.
    #[error("the server has no such thing")]
    NotFound,
    /// Nothing is left to pay with.
    #[error("out of credits")]
    OutOfCredits,
    /// The plan does not include export.
    #[error("not in this plan")]
    NotInPlan,
    /// The server does not take files of that type.
    #[error("file type not supported")]
    FileTypeNotSupported,
    /// The server does not take files of that size.
    #[error("file too large")]
    FileTooLarge,
    /// Any other refusal.
    #[error("refused with code {code}")]
    Refused {
        /// The contract's number or the HTTP status.
        code: i64,
        /// The server's own words.
        message: Option<String>,
    },
    /// The answer is not what the contract allows.
    #[error("an answer that makes no sense: {0}")]
    BadAnswer(&'static str),
    /// A file came shorter than the server said it is.
    #[error("the file came incomplete")]
    Incomplete,
    /// A file became another one while it was being sent.
    #[error("{} changed while it was sent", path.display())]
    FileChanged {
        /// Which file.
        path: PathBuf,
    },
    /// A line of an event stream is longer than anybody would send.
    #[error("a line of the event stream is too long")]
    LineTooLong,
    /// A file on this machine could not be read or written.
    #[error("{} failed on this machine", path.display())]
    Disk {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// What a request was about: what the sentence for people names.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The server, in words (`studio`, or the host).
    pub backend: &'a str,
    /// Its web pages.
    pub web: &'a Url,
    /// Whose token it was.
    pub account: &'a Account,
    /// The session.
    pub session: &'a str,
    /// The file, where there is one.
    pub path: &'a str,
    /// Bytes of one upload.
    pub upload_limit: u64,
}

/// Whose token is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Account {
    /// The user's own.
    Own,
    /// Nobody's yet.
    Anonymous {
        /// For the registration link, where the server told one.
        user_id: Option<String>,
    },
}

impl Error {
    /// The error that a code of the contract's table means.
    #[must_use]
    pub fn of_code(number: i64, message: Option<String>, retry_after: Option<Duration>) -> Self {
        match number {
            code::TOKEN_INVALID | 401 => Self::TokenRefused,
            known if code::TOKEN_INVALID_TOO.contains(&known) => Self::TokenRefused,
            code::SESSION_NOT_FOUND => Self::SessionNotFound,
            code::OUT_OF_CREDITS => Self::OutOfCredits,
            code::FILE_TYPE_NOT_SUPPORTED | 415 => Self::FileTypeNotSupported,
            code::FILE_TOO_LARGE | 413 => Self::FileTooLarge,
            code::NOT_IN_PLAN => Self::NotInPlan,
            code::TOO_MANY_REQUESTS => Self::TooManyRequests { retry_after },
            404 => Self::NotFound,
            500..=599 => {
                Self::Unavailable { status: u16::try_from(number).unwrap_or(500), retry_after }
            }
            _ => Self::Refused { code: number, message },
        }
    }

    /// Whether the same request may go through a little later. Whether it is safe to send it again
    /// is another question, which the request answers.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::NotReached(_)
                | Self::Lost(_)
                | Self::TimedOut
                | Self::Incomplete
                | Self::Unavailable { .. }
                | Self::TooManyRequests { .. }
        )
    }

    /// Whether the server may have done what was asked although it did not say so. Such a request is
    /// never repeated if it costs anything.
    #[must_use]
    pub const fn may_have_been_done(&self) -> bool {
        matches!(
            self,
            Self::Lost(_)
                | Self::TimedOut
                | Self::Unavailable { .. }
                | Self::BadAnswer(_)
                | Self::LineTooLong
        )
    }

    /// The same, as far as a person can act on it.
    #[must_use]
    pub fn to_problem(&self, about: About<'_>) -> Problem {
        let backend = about.backend.to_owned();
        let path = about.path.to_owned();
        match self {
            Self::NotReached(_) | Self::Lost(_) | Self::TimedOut | Self::Incomplete => {
                Problem::Unreachable { backend }
            }
            Self::Unavailable { .. } => Problem::Unavailable { backend },
            Self::TooManyRequests { .. } => Problem::TooManyRequests,
            Self::TokenRefused => Problem::TokenRefused,
            Self::NoTokenNow { .. } => Problem::NoTokenNow { backend },
            Self::SessionNotFound => Problem::SessionNotFound { id: about.session.to_owned() },
            Self::OutOfCredits => Problem::OutOfCredits { address: about.top_up() },
            Self::NotInPlan => Problem::NotInPlan { address: about.register() },
            Self::FileTypeNotSupported => Problem::FileUnsupported { path },
            Self::FileTooLarge => Problem::FileOverLimit { path, limit: about.upload_limit },
            Self::FileChanged { .. } => Problem::FileChanged { path },
            Self::NotFound => Problem::UnknownRequest { backend },
            Self::Refused { code, message } => match *code {
                code::FILE_DAMAGED => Problem::FileDamaged { path },
                code::NO_SUBTITLES => Problem::NoSubtitles { path },
                code::NOTHING_TO_RENDER => Problem::NothingToRender,
                code::FFMPEG_MISSING => Problem::FfmpegMissing,
                code => refusal(code, message.clone()),
            },
            Self::BadAnswer(_) | Self::LineTooLong => Problem::BadAnswer { backend },
            Self::Disk { path, source } => disk_problem(path.display().to_string(), source),
        }
    }
}

impl Account {
    /// Where an account is made of it, on the server's web pages.
    #[must_use]
    pub fn registration(&self, web: &Url) -> String {
        let mut address = web.clone();
        address.set_path("/register");
        if let Self::Anonymous { user_id: Some(user_id) } = self {
            address.query_pairs_mut().append_pair("bind", user_id);
        }
        address.into()
    }
}

impl About<'_> {
    /// Where an anonymous user registers, and keeps what was made.
    #[must_use]
    pub fn register(&self) -> String {
        self.account.registration(self.web)
    }

    fn top_up(&self) -> String {
        match self.account {
            Account::Anonymous { .. } => self.register(),
            Account::Own => self.web.clone().into(),
        }
    }
}

const fn refusal(code: i64, message: Option<String>) -> Problem {
    Problem::Refused { code, message }
}

fn disk_problem(path: String, error: &std::io::Error) -> Problem {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => Problem::DiskFull { path },
        Kind::AlreadyExists => Problem::FileExists { path },
        Kind::NotFound => Problem::NotWritable { path, reason: "there is no such folder".into() },
        _ => Problem::NotWritable { path, reason: reason(error) },
    }
}

/// The system's reason in its own words, without the number that Rust adds.
pub(crate) fn reason(error: &std::io::Error) -> String {
    let words = error.to_string();
    match words.find(" (os error") {
        Some(end) => words[..end].to_lowercase(),
        None => words,
    }
}

/// Sorts an error of the HTTP library: what matters is whether anything was sent.
impl From<super::wire::frames::LineTooLong> for Error {
    fn from(_: super::wire::frames::LineTooLong) -> Self {
        Self::LineTooLong
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        let error = error.without_url();
        if error.is_connect() || error.is_builder() {
            Self::NotReached(error)
        } else if error.is_timeout() {
            Self::TimedOut
        } else {
            Self::Lost(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn top_up_address(web: &Url, account: &Account) -> String {
        let about =
            About { backend: "cloud", web, account, session: "s1", path: "a.jpg", upload_limit: 1 };
        match Error::OutOfCredits.to_problem(about) {
            Problem::OutOfCredits { address } => address,
            other => panic!("not about credits: {other:?}"),
        }
    }

    #[test]
    fn every_code_of_the_table_has_its_error() {
        let name = |number| format!("{:?}", Error::of_code(number, None, None));
        for number in [1001, 1010, 1011, 401] {
            assert_eq!(name(number), "TokenRefused", "{number}");
        }
        assert_eq!(name(1002), "SessionNotFound");
        assert_eq!(name(2001), "OutOfCredits");
        assert_eq!(name(4001), "FileTypeNotSupported");
        assert_eq!(name(4002), "FileTooLarge");
        assert_eq!(name(402), "NotInPlan");
        assert!(name(429).starts_with("TooManyRequests"));
        assert!(name(503).starts_with("Unavailable"));
        assert!(name(7777).starts_with("Refused"));
    }

    #[test]
    fn an_anonymous_user_without_credits_is_sent_to_registration() {
        let web = Url::parse("https://nemovideo.com").expect("an address");
        let anonymous = |user_id: Option<&str>| {
            let user_id = user_id.map(str::to_owned);
            top_up_address(&web, &Account::Anonymous { user_id })
        };
        assert_eq!(anonymous(Some("anon_1")), "https://nemovideo.com/register?bind=anon_1");
        assert_eq!(anonymous(Some("a&b=ü")), "https://nemovideo.com/register?bind=a%26b%3D%C3%BC");
        assert_eq!(anonymous(None), "https://nemovideo.com/register");
        assert_eq!(top_up_address(&web, &Account::Own), "https://nemovideo.com/");
    }

    #[test]
    fn a_refusal_is_never_taken_for_work_that_may_have_been_done() {
        for error in [Error::TokenRefused, Error::OutOfCredits, Error::SessionNotFound] {
            assert!(!error.may_have_been_done(), "{error}");
        }
        assert!(Error::TimedOut.may_have_been_done());
        assert!(Error::Unavailable { status: 502, retry_after: None }.may_have_been_done());
    }
}
