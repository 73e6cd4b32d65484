//! The endpoints of the contract by short names, as a list of faults names them.

use std::fmt;

use axum::http::Method;

/// Where something may go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Endpoint {
    /// `POST /api/auth/anonymous-token`
    Token,
    /// `POST /api/auth/claim-token`
    Claim,
    /// `POST /api/tasks/me/with-session/nemo_agent`
    Session,
    /// `POST /run_sse`
    Chat,
    /// `POST /api/upload-video/nemo_agent/me/<session>`
    Upload,
    /// `GET /api/credits/balance/simple`
    Credits,
    /// `GET /api/state/nemo_agent/me/<session>/latest`
    State,
    /// `POST /api/render/proxy/lambda`
    Render,
    /// `GET /api/render/proxy/lambda/<id>`
    Poll,
    /// `POST /api/render/proxy/lambda/<id>/cancel`
    Cancel,
    /// `GET /api/render/proxy/<id>/download`
    Download,
    /// The address of a finished film, as a render's status gives it.
    Film,
    /// The address of an uploaded file, as the state gives it.
    File,
}

use self::Endpoint as E;

impl Endpoint {
    /// All of them, in the order of the contract.
    pub const ALL: &[Self] = &[
        E::Token,
        E::Claim,
        E::Session,
        E::Chat,
        E::Upload,
        E::Credits,
        E::State,
        E::Render,
        E::Poll,
        E::Cancel,
        E::Download,
        E::Film,
        E::File,
    ];

    /// Those that ask for a token.
    pub(super) const WITH_TOKEN: &[Self] = &[
        E::Claim,
        E::Session,
        E::Chat,
        E::Upload,
        E::Credits,
        E::State,
        E::Render,
        E::Poll,
        E::Cancel,
        E::Download,
    ];

    /// Those that belong to one session.
    pub(super) const WITH_SESSION: &[Self] = &[E::Chat, E::Upload, E::State, E::Render];

    /// Those that answer with the bytes of a file.
    pub(super) const FILES: &[Self] = &[E::Download, E::Film, E::File];

    /// Its name in a list of faults.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            E::Token => "token",
            E::Claim => "claim",
            E::Session => "session",
            E::Chat => "chat",
            E::Upload => "upload",
            E::Credits => "credits",
            E::State => "state",
            E::Render => "render",
            E::Poll => "poll",
            E::Cancel => "cancel",
            E::Download => "download",
            E::Film => "film",
            E::File => "file",
        }
    }

    /// How it is asked, for the documents.
    #[must_use]
    pub const fn request(self) -> &'static str {
        match self {
            E::Token => "POST /api/auth/anonymous-token",
            E::Claim => "POST /api/auth/claim-token",
            E::Session => "POST /api/tasks/me/with-session/nemo_agent",
            E::Chat => "POST /run_sse",
            E::Upload => "POST /api/upload-video/nemo_agent/me/<session>",
            E::Credits => "GET /api/credits/balance/simple",
            E::State => "GET /api/state/nemo_agent/me/<session>/latest",
            E::Render => "POST /api/render/proxy/lambda",
            E::Poll => "GET /api/render/proxy/lambda/<id>",
            E::Cancel => "POST /api/render/proxy/lambda/<id>/cancel",
            E::Download => "GET /api/render/proxy/<id>/download",
            E::Film => "GET the address of a finished film",
            E::File => "GET the address of an uploaded file",
        }
    }

    /// The endpoint that a request is for; `None` for an address of nobody's.
    pub(super) fn of(method: &Method, path: &str) -> Option<Self> {
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let endpoint = match segments[..] {
            ["api", "auth", "anonymous-token"] => E::Token,
            ["api", "auth", "claim-token"] => E::Claim,
            ["api", "tasks", "me", "with-session", "nemo_agent"] => E::Session,
            ["run_sse"] => E::Chat,
            ["api", "upload-video", "nemo_agent", "me", _] => E::Upload,
            ["api", "credits", "balance", "simple"] => E::Credits,
            ["api", "state", "nemo_agent", "me", _, "latest"] => E::State,
            ["api", "render", "proxy", "lambda"] => E::Render,
            ["api", "render", "proxy", "lambda", _] => E::Poll,
            ["api", "render", "proxy", "lambda", _, "cancel"] => E::Cancel,
            ["api", "render", "proxy", _, "download"] => E::Download,
            ["outputs", _, _] => E::Film,
            ["files", _, _] => E::File,
            _ => return None,
        };
        (endpoint.is_posted() == (method == Method::POST)).then_some(endpoint)
    }

    const fn is_posted(self) -> bool {
        !matches!(self, E::Credits | E::State | E::Poll | E::Download | E::Film | E::File)
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_endpoint_is_known_by_its_request() {
        for endpoint in Endpoint::ALL {
            let (method, path) = endpoint.request().split_once(' ').expect("two words");
            let path = match endpoint {
                E::Film => "/outputs/s/r.mp4",
                E::File => "/files/s/a.png",
                _ => path,
            };
            let method: Method = method.parse().expect("a method");
            assert_eq!(Endpoint::of(&method, path), Some(*endpoint));
            let other = if method == Method::POST { Method::GET } else { Method::POST };
            assert_eq!(Endpoint::of(&other, path), None);
        }
        assert_eq!(Endpoint::of(&Method::GET, "/chaos"), None);
    }
}
