//! The YAML between the two lines of dashes.
//!
//! A foreign file means what it likes by its keys: where one has the name of ours and another shape,
//! it is somebody else's. Only what must be there, and what can only be ours, is insisted on.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::ProfileError;

/// What the front matter says. Keys that are not here are somebody else's.
#[derive(Debug)]
pub(super) struct FrontMatter {
    pub(super) name: String,
    pub(super) version: Option<String>,
    pub(super) title: Option<String>,
    pub(super) upload_limit_mb: Option<u64>,
    pub(super) formats: Vec<String>,
    pub(super) typical_wait: Option<String>,
    pub(super) prompts: Prompts,
    pub(super) tip: Tip,
}

/// Sentences to start with, in each language.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Prompts {
    pub(super) en: Vec<String>,
    pub(super) zh: Vec<String>,
}

/// The tip, in each language.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Tip {
    pub(super) en: String,
    pub(super) zh: String,
}

/// Where some write the version.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Metadata {
    version: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Read {
    name: Option<String>,
    version: Option<String>,
    metadata: Meant<Metadata>,
    title: Meant<String>,
    upload_limit_mb: Option<u64>,
    formats: Meant<Vec<String>>,
    typical_wait: Meant<String>,
    prompts: Meant<Prompts>,
    tip: Meant<Tip>,
}

/// A value under a key that others use too.
#[derive(Debug, Default, Deserialize)]
#[serde(untagged)]
enum Meant<T> {
    AsWeDo(T),
    Otherwise(IgnoredAny),
    #[default]
    #[serde(skip)]
    NotSaid,
}

impl<T> Meant<T> {
    fn into_ours(self) -> Option<T> {
        match self {
            Self::AsWeDo(value) => Some(value),
            Self::Otherwise(_) | Self::NotSaid => None,
        }
    }
}

impl FrontMatter {
    /// Reads the front matter of a file's text.
    pub(super) fn read(text: &str, file: &str) -> Result<Self, ProfileError> {
        let file = || file.to_owned();
        let yaml =
            between_dashes(text).ok_or_else(|| ProfileError::NoFrontMatter { file: file() })?;
        let read: Read =
            serde_saphyr::from_str(&yaml).map_err(|error| malformed(&error, file()))?;
        let version = read.metadata.into_ours().and_then(|metadata| metadata.version);
        let name = read.name.ok_or_else(|| ProfileError::Missing { file: file(), key: "name" })?;
        Ok(Self {
            name,
            version: read.version.or(version),
            title: read.title.into_ours(),
            upload_limit_mb: read.upload_limit_mb,
            formats: read.formats.into_ours().unwrap_or_default(),
            typical_wait: read.typical_wait.into_ours(),
            prompts: read.prompts.into_ours().unwrap_or_default(),
            tip: read.tip.into_ours().unwrap_or_default(),
        })
    }
}

/// The parser's words, and the line of the file that they are about.
fn malformed(error: &serde_saphyr::Error, file: String) -> ProfileError {
    // The line of dashes comes before what the parser saw.
    let line = error.location().map_or(1, |location| location.line() + 1);
    let said = error.without_snippet().to_string();
    let said = said.lines().next().unwrap_or_default();
    // What the parser adds about the place counts from another line.
    let end =
        [" at line ", " (defined at ", " (used at "].iter().filter_map(|mark| said.find(mark));
    let reason = &said[..end.min().unwrap_or(said.len())];
    ProfileError::Malformed { file, line, reason: reason.to_owned() }
}

fn between_dashes(text: &str) -> Option<String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    if lines.next()?.trim_end() != "---" {
        return None;
    }
    let mut yaml = String::new();
    for line in lines {
        if line.trim_end() == "---" {
            return Some(yaml);
        }
        yaml.push_str(line);
        yaml.push('\n');
    }
    None
}
