//! A profile: one kind of work, with its headers, limits and first words.
//!
//! A profile is a Markdown file with YAML front matter. Five are built in; any file of that form
//! works as well, so that a skill installed for another tool can be used as it is: only `name` and
//! `version` are needed, unknown keys are passed over, and what is missing is filled in. The values
//! that become HTTP headers are checked here, once, so that every profile that exists can be sent.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{fs, io};

use serde::Deserialize;

use crate::language::Language;

/// The profile that is used where none is named.
pub const DEFAULT: &str = "video-maker";
/// Megabytes of one upload where a profile does not say.
const DEFAULT_LIMIT: u64 = 500;
/// The file of a skill's folder that holds its front matter.
const SKILL_FILE: &str = "SKILL.md";

/// What a profile file says, and where it was found.
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
    prompts: Vec<Wording>,
    tip: Wording,
}

/// A sentence in each language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Wording {
    en: String,
    zh: Option<String>,
}

impl Wording {
    fn in_language(&self, language: Language) -> &str {
        match (language, &self.zh) {
            (Language::Chinese, Some(chinese)) => chinese,
            _ => &self.en,
        }
    }
}

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Neither a built-in name nor a file.
    #[error("there is no profile {name:?}; there are {known}, or the path of a Markdown file")]
    Unknown {
        /// What was asked for.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// The file cannot be read.
    #[error("{}: {source}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The file does not begin with front matter.
    #[error("{}: no front matter; the first line must be ---, and another --- must end it", path.display())]
    NoFrontMatter {
        /// Which.
        path: PathBuf,
    },
    /// The front matter is not what it should be.
    #[error("{}: line {line}: {reason}", path.display())]
    BadFrontMatter {
        /// Which.
        path: PathBuf,
        /// The line of the file, from 1.
        line: u64,
        /// What is wrong there.
        reason: String,
    },
    /// A value cannot be sent in an HTTP header.
    #[error(
        "{place}: {key} can be sent only if it is plain ASCII without line breaks, not {value:?}"
    )]
    NotForHeader {
        /// The file and line, or the environment.
        place: String,
        /// Which value.
        key: &'static str,
        /// What it is.
        value: String,
    },
}

/// The front matter as it is written.
#[derive(Deserialize)]
struct FrontMatter {
    name: String,
    version: String,
    title: Option<String>,
    upload_limit_mb: Option<u64>,
    #[serde(default)]
    formats: Vec<String>,
    typical_wait: Option<String>,
    #[serde(default)]
    prompts: Vec<Wording>,
    tip: Option<Wording>,
}

impl Profile {
    /// The profiles that are always there, the default one among them.
    ///
    /// # Panics
    /// Never: the built-in files are read by a test.
    #[must_use]
    pub fn built_in() -> &'static [Self] {
        static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| {
            let parse =
                |(name, text): &(&str, &str)| Profile::parse(Path::new(name), text, "unknown");
            let parsed: Result<Vec<_>, _> = BUILT_IN.iter().map(parse).collect();
            parsed.expect("the built-in profiles are well-formed")
        });
        &PROFILES
    }

    /// The profile of a built-in name, or of a file: a Markdown file with front matter, or a folder
    /// with a `SKILL.md`. `skill_source` overrides the platform; else it is read from where the file
    /// lies below `home`.
    ///
    /// # Errors
    /// When there is no such profile, or it cannot be read or sent.
    pub fn load(
        name_or_path: &str,
        skill_source: Option<&str>,
        home: Option<&Path>,
    ) -> Result<Self, ProfileError> {
        let given = skill_source.map(str::trim).filter(|source| !source.is_empty());
        if let Some(source) = given {
            check_header("the environment", "SKILL_SOURCE", source)?;
        }
        if let Some(profile) = Self::built_in().iter().find(|known| known.name == name_or_path) {
            let platform = given.unwrap_or("unknown").to_owned();
            return Ok(Self { platform, ..profile.clone() });
        }
        let path = file(name_or_path, home)?;
        let platform = given.unwrap_or_else(|| platform(&path, home));
        let text =
            fs::read(&path).map_err(|source| ProfileError::Read { path: path.clone(), source })?;
        Self::parse(&path, &String::from_utf8_lossy(&text), platform)
    }

    /// Sentences to start with.
    pub fn prompts(&self, language: Language) -> impl Iterator<Item = &str> {
        self.prompts.iter().map(move |prompt| prompt.in_language(language))
    }

    /// One sentence for the welcome screen.
    #[must_use]
    pub fn tip(&self, language: Language) -> &str {
        self.tip.in_language(language)
    }

    fn parse(path: &Path, text: &str, platform: &str) -> Result<Self, ProfileError> {
        let yaml = front_matter(text)
            .ok_or_else(|| ProfileError::NoFrontMatter { path: path.to_path_buf() })?;
        let written: FrontMatter =
            serde_saphyr::from_str(&yaml).map_err(|error| bad(path, &error))?;
        for (key, value) in [("name", &written.name), ("version", &written.version)] {
            let place = format!("{}: line {}", path.display(), line_of(&yaml, key));
            check_header(&place, key, value)?;
        }
        Ok(written.into_profile(platform))
    }
}

impl FrontMatter {
    /// Fills in what a foreign file does not say.
    fn into_profile(self, platform: &str) -> Profile {
        let megabytes = self.upload_limit_mb.unwrap_or(DEFAULT_LIMIT);
        let words = |en: &str, zh: &str| Wording { en: en.to_owned(), zh: Some(zh.to_owned()) };
        let prompts = if self.prompts.is_empty() {
            vec![words("Make a 30-second video with music", "做一个 30 秒的视频，配音乐")]
        } else {
            self.prompts
        };
        let tip = || {
            words(
                "Be specific: say how long, in which shape, and for whom.",
                "说得越具体越好：多长、什么画幅、给谁看。",
            )
        };
        Profile {
            title: self.title.unwrap_or_else(|| self.name.clone()),
            name: self.name,
            version: self.version,
            platform: platform.to_owned(),
            upload_limit: megabytes.saturating_mul(1_000_000),
            formats: self.formats,
            typical_wait: self.typical_wait.unwrap_or_else(|| "1–2 min".to_owned()),
            prompts,
            tip: self.tip.unwrap_or_else(tip),
        }
    }
}

const BUILT_IN: [(&str, &str); 5] = [
    ("maker-generator.md", include_str!("../../assets/profiles/maker-generator.md")),
    ("video-maker.md", include_str!("../../assets/profiles/video-maker.md")),
    ("free-generator-maker.md", include_str!("../../assets/profiles/free-generator-maker.md")),
    ("video-generative.md", include_str!("../../assets/profiles/video-generative.md")),
    (
        "ai-video-maker-for-marketing.md",
        include_str!("../../assets/profiles/ai-video-maker-for-marketing.md"),
    ),
];

/// The file that a path means. `~/` is the home folder, since settings files are not read by a shell.
fn file(given: &str, home: Option<&Path>) -> Result<PathBuf, ProfileError> {
    let path = match (given.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(given),
    };
    let path = if path.is_dir() { path.join(SKILL_FILE) } else { path };
    let looks_like_a_name = !given.contains('/') && path.extension().is_none();
    if looks_like_a_name && !path.exists() {
        let known: Vec<&str> = Profile::built_in().iter().map(|known| &*known.name).collect();
        return Err(ProfileError::Unknown { name: given.to_owned(), known: known.join(", ") });
    }
    Ok(path)
}

/// Which tool a file was installed by, from where it lies; a link counts where it stands and where
/// it leads.
fn platform(path: &Path, home: Option<&Path>) -> &'static str {
    let Some(home) = home else { return "unknown" };
    let places = [std::path::absolute(path), path.canonicalize()];
    let homes = [Ok(home.to_path_buf()), home.canonicalize()];
    let below = |folder: &str| {
        let homes = homes.iter().flatten();
        let folders: Vec<PathBuf> = homes.map(|home| home.join(folder)).collect();
        places.iter().flatten().any(|place| folders.iter().any(|folder| place.starts_with(folder)))
    };
    match (below(".clawhub"), below(".cursor/skills")) {
        (true, _) => "clawhub",
        (false, true) => "cursor",
        (false, false) => "unknown",
    }
}

/// What stands between the first line and the next `---`. The first line stays, empty, so that line
/// numbers are those of the file.
fn front_matter(text: &str) -> Option<String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let opens = lines.next()?.trim_end() == "---";
    let mut yaml = String::from("\n");
    for line in lines.filter(|_| opens) {
        if matches!(line.trim_end(), "---" | "...") {
            return Some(yaml);
        }
        yaml.push_str(line);
        yaml.push('\n');
    }
    None
}

/// The line of the file at which a key stands.
fn line_of(yaml: &str, key: &str) -> usize {
    let stands =
        |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with([':', ' ']));
    yaml.lines().position(stands).map_or(1, |index| index + 1)
}

fn bad(path: &Path, error: &serde_saphyr::Error) -> ProfileError {
    let rendered = error.without_snippet().to_string();
    let reason = rendered.lines().next().unwrap_or("not YAML").to_owned();
    let line = error.location().map_or(1, |location| location.line());
    ProfileError::BadFrontMatter { path: path.to_path_buf(), line, reason }
}

/// Visible ASCII and inner spaces are all that every server takes.
fn check_header(place: &str, key: &'static str, value: &str) -> Result<(), ProfileError> {
    let plain = value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain && !value.is_empty() && value.trim() == value {
        return Ok(());
    }
    Err(ProfileError::NotForHeader { place: place.to_owned(), key, value: value.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(path: &str, text: &str) -> (tempfile::TempDir, PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        (home, file)
    }

    fn load(path: &Path, home: &Path) -> Result<Profile, ProfileError> {
        Profile::load(path.to_str().unwrap(), None, Some(home))
    }

    const FOREIGN: &str = "---\nname: someone-elses\nversion: 2.1.0\n---\n# Hello\n";

    #[test]
    fn the_five_built_in_profiles_are_those_of_the_product() {
        let told: Vec<_> = Profile::built_in()
            .iter()
            .map(|profile| {
                let limit = profile.upload_limit / 1_000_000;
                (
                    &*profile.name,
                    &*profile.title,
                    &*profile.version,
                    limit,
                    profile.formats.join(" "),
                )
            })
            .collect();
        let expected = [
            ("maker-generator", "Maker Generator", "1.0.0", 500, "MP4 MOV JPG PNG"),
            ("video-maker", "Video Maker", "1.0.0", 500, "MP4 MOV AVI WebM"),
            ("free-generator-maker", "Free Generator Maker", "1.0.0", 200, "MP4 MOV JPG PNG"),
            ("video-generative", "Video Generative", "1.0.0", 200, "MP4 MOV PNG JPG"),
            (
                "ai-video-maker-for-marketing",
                "AI Video Maker for Marketing",
                "1.0.0",
                500,
                "MP4 MOV PNG JPG",
            ),
        ];
        let expected = expected.map(|(name, title, version, limit, formats)| {
            (name, title, version, limit, formats.to_owned())
        });
        assert_eq!(told, expected);
    }

    #[test]
    fn every_built_in_profile_speaks_both_languages() {
        for profile in Profile::built_in() {
            assert!(profile.prompts(Language::English).count() >= 2);
            let spoken = |language| -> Vec<&str> {
                profile.prompts(language).chain([profile.tip(language)]).collect()
            };
            for (english, chinese) in
                spoken(Language::English).into_iter().zip(spoken(Language::Chinese))
            {
                assert_eq!(Language::of_sentence(english), Some(Language::English), "{english}");
                assert_eq!(Language::of_sentence(chinese), Some(Language::Chinese), "{chinese}");
            }
        }
    }

    #[test]
    fn a_built_in_name_is_found_and_the_default_is_one() {
        let profile = Profile::load(DEFAULT, None, None).unwrap();
        assert_eq!((&*profile.title, &*profile.platform), ("Video Maker", "unknown"));
    }

    #[test]
    fn a_foreign_file_needs_only_a_name_and_a_version() {
        let (home, file) = folder_with("x/SKILL.md", FOREIGN);
        let profile = load(&file, home.path()).unwrap();
        assert_eq!((&*profile.name, &*profile.version), ("someone-elses", "2.1.0"));
        assert_eq!((&*profile.title, profile.upload_limit), ("someone-elses", 500_000_000));
        assert!(!profile.tip(Language::Chinese).is_empty());
        assert_eq!(profile.prompts(Language::English).count(), 1);
    }

    #[test]
    fn a_folder_means_the_skill_in_it() {
        let (home, file) = folder_with("x/SKILL.md", FOREIGN);
        let profile = load(file.parent().unwrap(), home.path()).unwrap();
        assert_eq!(profile.name, "someone-elses");
    }

    #[test]
    fn unknown_keys_windows_line_ends_and_short_versions_do_no_harm() {
        let text = "\u{feff}---\r\nname: a\r\nversion: 1.0\r\nmetadata:\r\n  nested: [1, {b: c}]\r\n\
                    license: MIT\r\n---\r\nbody\r\n";
        let (home, file) = folder_with("a.md", text);
        let profile = load(&file, home.path()).unwrap();
        assert_eq!((&*profile.name, &*profile.version), ("a", "1.0"));
    }

    #[test]
    fn the_platform_is_read_from_where_the_file_lies() {
        for (place, platform) in [
            (".clawhub/skills/x/SKILL.md", "clawhub"),
            (".cursor/skills/x/SKILL.md", "cursor"),
            (".cursor/x/SKILL.md", "unknown"),
            (".clawhub-old/SKILL.md", "unknown"),
            ("work/SKILL.md", "unknown"),
        ] {
            let (home, file) = folder_with(place, FOREIGN);
            assert_eq!(load(&file, home.path()).unwrap().platform, platform, "{place}");
            let short = format!("~/{place}");
            let profile = Profile::load(&short, None, Some(home.path())).unwrap();
            assert_eq!(profile.platform, platform, "{short}");
        }
    }

    #[test]
    fn the_environment_overrides_the_platform() {
        let (home, file) = folder_with(".clawhub/SKILL.md", FOREIGN);
        let path = file.to_str().unwrap();
        for (given, platform) in [("my-tool", "my-tool"), ("", "clawhub"), ("  ", "clawhub")] {
            let profile = Profile::load(path, Some(given), Some(home.path())).unwrap();
            assert_eq!(profile.platform, platform);
        }
        let built_in = Profile::load(DEFAULT, Some("my-tool"), None).unwrap();
        assert_eq!(built_in.platform, "my-tool");
    }

    #[test]
    fn what_no_header_can_carry_is_refused_with_file_line_and_key() {
        for (yaml, key, line) in [
            ("version: 1.0.0\nname: 视频", "name", 3),
            ("name: \"a\\nb\"\nversion: 1.0.0", "name", 2),
            ("name: a\nversion: \"\"", "version", 3),
        ] {
            let (home, file) = folder_with("bad.md", &format!("---\n{yaml}\n---\n"));
            let error = load(&file, home.path()).unwrap_err().to_string();
            assert!(error.contains(&format!("bad.md: line {line}: {key}")), "{error}");
        }
        let error = Profile::load(DEFAULT, Some("a\r\nb"), None).unwrap_err().to_string();
        assert!(error.contains("SKILL_SOURCE"), "{error}");
    }

    #[test]
    fn broken_front_matter_names_its_line() {
        let text = "---\nname: a\nversion: 1.0.0\nupload_limit_mb: many\n---\n";
        let (home, file) = folder_with("bad.md", text);
        let error = load(&file, home.path()).unwrap_err().to_string();
        assert!(error.contains("bad.md: line 4:"), "{error}");
    }

    #[test]
    fn a_missing_name_is_said_to_be_missing() {
        let (home, file) = folder_with("bad.md", "---\nversion: 1.0.0\n---\n");
        let error = load(&file, home.path()).unwrap_err().to_string();
        assert!(error.contains("name"), "{error}");
    }

    #[test]
    fn a_file_without_front_matter_is_refused() {
        for text in ["# Hello\n", "---\nname: a\nversion: 1\n", ""] {
            let (home, file) = folder_with("bad.md", text);
            let error = load(&file, home.path()).unwrap_err();
            assert!(matches!(error, ProfileError::NoFrontMatter { .. }), "{text:?}: {error}");
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let error = Profile::load("video-makr", None, None).unwrap_err().to_string();
        assert!(error.contains("video-maker"), "{error}");
        let missing = Profile::load("/nowhere/SKILL.md", None, None).unwrap_err();
        assert!(matches!(missing, ProfileError::Read { .. }));
    }
}
