//! The YAML between the two lines of dashes.

use serde::Deserialize;

use super::ProfileError;

/// What the front matter says. Keys that are not here are somebody else's.
#[derive(Debug)]
pub(super) struct FrontMatter {
    pub(super) name: String,
    pub(super) version: String,
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

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Read {
    name: Option<String>,
    version: Option<String>,
    title: Option<String>,
    upload_limit_mb: Option<u64>,
    formats: Vec<String>,
    typical_wait: Option<String>,
    prompts: Prompts,
    tip: Tip,
}

impl FrontMatter {
    /// Reads the front matter of a file's text.
    pub(super) fn read(text: &str, file: &str) -> Result<Self, ProfileError> {
        let file = || file.to_owned();
        let yaml =
            between_dashes(text).ok_or_else(|| ProfileError::NoFrontMatter { file: file() })?;
        let read: Read = serde_saphyr::from_str(&yaml).map_err(|error| {
            let reason = error.to_string().lines().next().unwrap_or_default().to_owned();
            ProfileError::Malformed { file: file(), reason }
        })?;
        let missing = |key| ProfileError::Missing { file: file(), key };
        Ok(Self {
            name: read.name.ok_or_else(|| missing("name"))?,
            version: read.version.ok_or_else(|| missing("version"))?,
            title: read.title,
            upload_limit_mb: read.upload_limit_mb,
            formats: read.formats,
            typical_wait: read.typical_wait,
            prompts: read.prompts,
            tip: read.tip,
        })
    }
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
