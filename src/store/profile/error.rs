//! Why a profile cannot be used.

/// Each message is one sentence that names the file and what about it is wrong.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Neither built in nor a file.
    #[error("there is no profile {name}; built in are {known}")]
    Unknown {
        /// As the user wrote it.
        name: String,
        /// The built-in ones.
        known: String,
    },
    /// The file is there and cannot be read.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// As the user wrote it.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file does not begin with front matter.
    #[error("{file} has no front matter: it begins with --- and ends with ---")]
    NoFrontMatter {
        /// Which.
        file: String,
    },
    /// The front matter is no YAML of the right shape.
    #[error("{file}, line {line}: the front matter cannot be understood: {reason}")]
    Malformed {
        /// Which.
        file: String,
        /// Where in the file, from 1.
        line: u64,
        /// The parser's words.
        reason: String,
    },
    /// Something that must be said is not.
    #[error("{file} says no {key}")]
    Missing {
        /// Which.
        file: String,
        /// What.
        key: &'static str,
    },
    /// A value has characters that a header must not have.
    #[error("{file}: {key} cannot be sent in a header; use visible ASCII characters")]
    NotForAHeader {
        /// Which.
        file: String,
        /// What.
        key: String,
    },
}
