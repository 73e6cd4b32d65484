//! Profiles: each is one kind of work, with its headers, limits and first words.
//!
//! A profile is a Markdown file with YAML front matter. Five are built in; any other is named by its
//! path, so that a skill installed for another program works as it is. Only `name` must be there; what
//! else a foreign file says is left alone.

mod built_in;
mod error;
mod front_matter;
mod platform;

use std::path::{Path, PathBuf};

use crate::language::Language;

pub use error::ProfileError;

use front_matter::FrontMatter;

/// What a profile file says, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Sent as `X-Skill-Source`.
    pub name: String,
    /// Sent as `X-Skill-Version`.
    pub version: String,
    /// Sent as `X-Skill-Platform`.
    pub platform: String,
    /// For people.
    pub title: String,
    /// Bytes of one upload.
    pub upload_limit: u64,
    /// The formats that go smoothest, for people.
    pub formats: Vec<String>,
    /// How long a 30-second video usually takes, for people.
    pub typical_wait: String,
    /// Sentences to start with.
    pub prompts: Vec<String>,
    /// One sentence for the welcome screen.
    pub tip: String,
}

/// The profile of somebody who names none.
pub const DEFAULT: &str = "video-maker";

/// What decides the platform: the user's word (`SKILL_SOURCE`), else where the file lies.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// `SKILL_SOURCE`.
    pub skill_source: Option<&'a str>,
    /// The user's home folder.
    pub home: Option<&'a Path>,
}

impl Profile {
    /// The built-in profile of that name, or the one in that file.
    ///
    /// # Errors
    /// [`ProfileError`], naming the file and what about it cannot be used.
    pub fn load(
        name_or_path: &str,
        origin: Origin<'_>,
        language: Language,
    ) -> Result<Self, ProfileError> {
        let (text, path) = match built_in::text(name_or_path) {
            Some(text) => (text.to_owned(), None),
            None => {
                let path = with_home(name_or_path, origin.home);
                (read(&path, name_or_path)?, Some(path))
            }
        };
        let said = FrontMatter::read(&text, name_or_path)?;
        let platform = platform::platform(origin, path.as_deref());
        Self::from_front_matter(said, platform, language, name_or_path)
    }

    /// Every built-in profile.
    #[must_use]
    pub fn built_in(language: Language) -> Vec<Self> {
        let load = |name: &&str| Self::load(name, Origin::default(), language).ok();
        built_in::NAMES.iter().filter_map(load).collect()
    }

    fn from_front_matter(
        said: FrontMatter,
        platform: String,
        language: Language,
        file: &str,
    ) -> Result<Self, ProfileError> {
        let chinese = language == Language::Chinese;
        let title = said.title.unwrap_or_else(|| said.name.clone());
        let profile = Self {
            upload_limit: said.upload_limit_mb.unwrap_or(DEFAULT_LIMIT_MB) * BYTES_IN_MB,
            formats: said.formats,
            typical_wait: wait_within(language, &said.typical_wait.unwrap_or_default()),
            prompts: if chinese { said.prompts.zh } else { said.prompts.en },
            tip: if chinese { said.tip.zh } else { said.tip.en },
            name: said.name,
            version: said.version.unwrap_or_else(|| NO_VERSION.to_owned()),
            platform,
            title,
        };
        for (key, value) in [
            ("name", &profile.name),
            ("version", &profile.version),
            ("SKILL_SOURCE", &profile.platform),
        ] {
            must_fit_a_header(file, key, value)?;
        }
        Ok(profile)
    }
}

/// `1–2 min` with its unit in the language of the screen; other words stay as they are.
fn wait_within(language: Language, wait: &str) -> String {
    let units = [(" min", " 分钟"), (" s", " 秒")];
    let unit = units.iter().find_map(|(unit, said)| Some((wait.strip_suffix(unit)?, said)));
    match (language, unit) {
        (Language::Chinese, Some((numbers, said))) => format!("{numbers}{said}"),
        _ => wait.to_owned(),
    }
}

/// Sent for a file that says no version: the header must be there.
const NO_VERSION: &str = "0.0.0";

/// What a foreign file means that names no limit.
const DEFAULT_LIMIT_MB: u64 = 500;

/// The product's MB.
const BYTES_IN_MB: u64 = 1_000_000;

/// In a settings file no shell has put the home folder in place of `~`.
fn with_home(path: &str, home: Option<&Path>) -> PathBuf {
    match (path.strip_prefix("~/"), home) {
        (Some(inside), Some(home)) => home.join(inside),
        _ => PathBuf::from(path),
    }
}

/// A skill is installed as a folder, in which this is the file.
const SKILL_FILE: &str = "SKILL.md";

fn read(path: &Path, named: &str) -> Result<String, ProfileError> {
    let file = if path.is_dir() { path.join(SKILL_FILE) } else { path.to_path_buf() };
    std::fs::read_to_string(file).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => {
            ProfileError::Unknown { name: named.to_owned(), known: built_in::NAMES.join(", ") }
        }
        _ => ProfileError::Unreadable { path: named.to_owned(), source },
    })
}

/// These values travel in headers, where only visible ASCII is safe.
fn must_fit_a_header(file: &str, key: &str, value: &str) -> Result<(), ProfileError> {
    let fits = !value.is_empty() && value.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if fits && value.trim() == value {
        return Ok(());
    }
    Err(ProfileError::NotForAHeader { file: file.to_owned(), key: key.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(name: &str) -> Result<Profile, ProfileError> {
        Profile::load(name, Origin::default(), Language::English)
    }

    fn load_text(text: &str) -> Result<Profile, String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("SKILL.md");
        std::fs::write(&path, text).expect("the folder is ours");
        let shown = path.display().to_string();
        load(&shown).map_err(|error| error.to_string().replace(&shown, "SKILL.md"))
    }

    #[test]
    fn the_five_are_as_the_product_describes_them() {
        let told: Vec<_> = Profile::built_in(Language::English)
            .into_iter()
            .map(|profile| {
                assert!(profile.prompts.len() >= 3 && !profile.tip.is_empty(), "{}", profile.name);
                assert_eq!(
                    (profile.version.as_str(), profile.platform.as_str()),
                    ("1.0.0", "unknown")
                );
                (profile.name, profile.upload_limit / 1_000_000, profile.formats.join(" "))
            })
            .collect();
        let expected = [
            ("maker-generator", 500, "MP4 MOV JPG PNG"),
            ("video-maker", 500, "MP4 MOV AVI WebM"),
            ("free-generator-maker", 200, "MP4 MOV JPG PNG"),
            ("video-generative", 200, "MP4 MOV PNG JPG"),
            ("ai-video-maker-for-marketing", 500, "MP4 MOV PNG JPG"),
        ];
        assert_eq!(told, expected.map(|(name, mb, formats)| (name.into(), mb, formats.into())));
    }

    #[test]
    fn every_profile_speaks_both_languages() {
        let (english, chinese) =
            (Profile::built_in(Language::English), Profile::built_in(Language::Chinese));
        for (en, zh) in english.iter().zip(&chinese) {
            assert_eq!(en.prompts.len(), zh.prompts.len(), "{}", en.name);
            assert_eq!(Language::of_sentence(&zh.tip), Some(Language::Chinese), "{}", en.name);
        }
    }

    #[test]
    fn a_foreign_file_with_a_name_and_a_version_is_enough() {
        let profile =
            load_text("---\nname: my-skill\nversion: 2.1\nallowed-tools: [x]\n---\nWords.");
        let profile = profile.expect("it has all that must be there");
        assert_eq!((profile.name.as_str(), profile.version.as_str()), ("my-skill", "2.1"));
        assert_eq!((profile.title.as_str(), profile.upload_limit), ("my-skill", 500_000_000));
    }

    #[test]
    fn foreign_files_are_taken_as_people_write_them() {
        for (text, name, version) in [
            ("---\r\nname: a\r\nversion: 1.10\r\n---\r\nWords\r\n", "a", "1.10"),
            ("\u{feff}---\nname: 'a'\nversion: \"2\"\n---\n", "a", "2"),
            ("---\nname: a\n---\n", "a", "0.0.0"),
            ("---\nname: a\nmetadata:\n  version: 3.1.4\n  x: 1\n---\n", "a", "3.1.4"),
            ("---\nname: a\nmetadata: '{\"x\":{}}'\n---\n", "a", "0.0.0"),
            (
                "---\nname: a\nversion: 1\ntitle: [x]\nprompts: [x, y]\ntip: x\nformats: mp4, mov\n\
                 description: >-\n  two\n  lines\n---\n",
                "a",
                "1",
            ),
        ] {
            let profile = load_text(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
            assert_eq!((&*profile.name, &*profile.version), (name, version), "{text:?}");
        }
    }

    #[test]
    fn a_skill_is_found_by_its_folder_and_below_the_home_folder() {
        let home = tempfile::tempdir().expect("a folder");
        let skill = home.path().join(".clawhub/skills/a");
        std::fs::create_dir_all(&skill).expect("made");
        std::fs::write(skill.join("SKILL.md"), "---\nname: a\nversion: 1.0.0\n---\n")
            .expect("written");
        let origin = Origin { skill_source: None, home: Some(home.path()) };
        for path in ["~/.clawhub/skills/a/SKILL.md", "~/.clawhub/skills/a"] {
            let profile = Profile::load(path, origin, Language::English).expect("a profile");
            assert_eq!(profile.platform, "clawhub", "{path}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        for (text, sentence) in [
            (
                "no front matter",
                "SKILL.md has no front matter: it begins with --- and ends with ---",
            ),
            ("---\nversion: 1.0.0\n---\n", "SKILL.md says no name"),
            (
                "---\nname: x\nversion: 1.0.0\nupload_limit_mb: lots\n---\n",
                "SKILL.md, line 4: the front matter cannot be understood: invalid u64",
            ),
            (
                "---\nname: [x\nversion: 1\n---\n",
                "SKILL.md, line 2: the front matter cannot be understood: ",
            ),
            (
                "---\nname: \"a\\nb\"\nversion: 1.0.0\n---\n",
                "SKILL.md: name cannot be sent in a header; use visible ASCII characters",
            ),
            (
                "---\nname: 视频\nversion: 1.0.0\n---\n",
                "SKILL.md: name cannot be sent in a header; use visible ASCII characters",
            ),
        ] {
            let said = load_text(text).expect_err("it cannot be used");
            assert!(said.starts_with(sentence), "{text:?}: {said}");
        }
        let unknown = load("video-makr").expect_err("there is none");
        assert!(unknown.to_string().starts_with("there is no profile video-makr"), "{unknown}");
    }
}
