//! Names of the headers that the contract adds to HTTP.

/// Which profile asks: the `name` of its front matter.
pub const SKILL_SOURCE: &str = "x-skill-source";
/// The profile's `version`.
pub const SKILL_VERSION: &str = "x-skill-version";
/// Where the profile was installed from.
pub const SKILL_PLATFORM: &str = "x-skill-platform";
/// The client's UUID, at the token request only.
pub const CLIENT_ID: &str = "x-client-id";
/// When an uploaded file was named by the user, in microseconds since 1970: the studio's own, at uploads
/// only. Two files are sent at a time, and the order in which they arrive is not the one that is meant.
pub const NAMED_AT: &str = "x-named-at";
