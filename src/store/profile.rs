//! A profile: one kind of work, with its headers, limits and first words.

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
    /// Sentences to start with.
    pub prompts: Vec<String>,
    /// One sentence for the welcome screen.
    pub tip: String,
}

impl Profile {
    /// shim
    pub fn built_in() -> &'static [Profile] {
        &[]
    }
    /// shim
    pub fn load(_: &str, _: Option<&str>, _: Option<&std::path::Path>) -> Result<Profile, String> {
        Ok(Profile {
            name: "video-maker".into(),
            version: "1.0.0".into(),
            platform: "unknown".into(),
            title: "Video Maker".into(),
            upload_limit: 500_000_000,
            formats: vec![],
            typical_wait: "1–2 min".into(),
            prompts: vec!["Join these clips".into()],
            tip: "tip".into(),
        })
    }
}
