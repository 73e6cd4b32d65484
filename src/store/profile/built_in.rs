//! The profiles that are compiled in.

/// Their names, in the order in which they are listed.
pub(super) const NAMES: [&str; 5] = [
    "maker-generator",
    "video-maker",
    "free-generator-maker",
    "video-generative",
    "ai-video-maker-for-marketing",
];

/// The file of a built-in profile.
pub(super) fn text(name: &str) -> Option<&'static str> {
    match name {
        "maker-generator" => Some(include_str!("../../../assets/profiles/maker-generator.md")),
        "video-maker" => Some(include_str!("../../../assets/profiles/video-maker.md")),
        "free-generator-maker" => {
            Some(include_str!("../../../assets/profiles/free-generator-maker.md"))
        }
        "video-generative" => Some(include_str!("../../../assets/profiles/video-generative.md")),
        "ai-video-maker-for-marketing" => {
            Some(include_str!("../../../assets/profiles/ai-video-maker-for-marketing.md"))
        }
        _ => None,
    }
}
