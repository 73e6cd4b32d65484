//! What is asked of a render, and what it gives back.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::draft::{Draft, Millis};
use crate::language::Language;
use crate::studio::media::Media;

use super::{Form, Machine};

/// What to render.
#[derive(Debug, Clone)]
pub struct Order {
    /// The film.
    pub draft: Draft,
    /// The files that it may name.
    pub media: Vec<Media>,
    /// The finished file. It appears under this name only when it is whole.
    pub output: PathBuf,
    /// A folder for what is made on the way; kept between renders, safe to delete.
    pub scratch: PathBuf,
    /// What kind of file it is.
    pub form: Form,
    /// How good.
    pub quality: Quality,
    /// What else is asked for.
    pub wish: Wish,
    /// In which language the film itself says what is missing from it.
    pub language: Language,
    /// What of the machine may be used.
    pub machine: Machine,
}

/// What may be asked for besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// Which moment a still shows; after the end, the last frame.
    pub at: Millis,
    /// How many bytes the film may have at most; none leaves it to the quality.
    pub most_bytes: Option<u64>,
}

/// How good the picture is, against how long it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quality {
    /// For a look.
    Draft,
    /// For most uses.
    Standard,
    /// For keeps.
    #[default]
    High,
}

/// The finished film.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// Where it is.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Its length.
    pub duration: Millis,
    /// What went less than well without failing.
    pub warnings: Vec<Warning>,
}

/// Something that went less than well without failing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// No installed font has these characters; they are missing from the film.
    MissingGlyphs(String),
    /// The file of this name is not there or cannot be decoded; a placeholder stands for it.
    MissingSource(String),
    /// The sound of the file of this name cannot be decoded; silence stands for it.
    Silenced(String),
    /// No transition of this name is known here; a crossfade stands for it.
    UnknownTransition(String),
    /// No effect of this name is known here; it is left out.
    UnknownEffect(String),
    /// The file of this name is in HDR, and what would map it to this film is lacking.
    Unmapped(String),
    /// This encoder in hardware was asked for and failed; the processor encodes in its place.
    InSoftware {
        /// Which.
        name: &'static str,
        /// Why, in ffmpeg's words.
        reason: String,
    },
}

impl Warning {
    /// Whether it is about one of these files, or about none.
    pub(super) fn is_about(&self, names: &HashSet<String>) -> bool {
        match self {
            Self::MissingSource(name) | Self::Silenced(name) | Self::Unmapped(name) => {
                names.contains(name)
            }
            Self::MissingGlyphs(_)
            | Self::UnknownTransition(_)
            | Self::UnknownEffect(_)
            | Self::InSoftware { .. } => true,
        }
    }

    /// Whether it says nothing of the film, which is as it should be.
    pub(super) const fn is_of_machine(&self) -> bool {
        matches!(self, Self::InSoftware { .. })
    }

    /// What went less than well, in one sentence.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        match (self, language) {
            (Self::MissingGlyphs(letters), Language::English) => format!(
                "No installed font has these characters, so they are missing: {}",
                numbered(letters).join(", ")
            ),
            (Self::MissingGlyphs(letters), Language::Chinese) => format!(
                "已安装的字体中没有这些字符，影片中缺少它们：{}",
                numbered(letters).join("、")
            ),
            (Self::MissingSource(name), Language::English) => {
                format!("{name} could not be read; something else stands in its place.")
            }
            (Self::MissingSource(name), Language::Chinese) => {
                format!("无法读取 {name}，已用其他画面代替。")
            }
            (Self::Silenced(name), Language::English) => {
                format!("The sound of {name} could not be read; there is silence in its place.")
            }
            (Self::Silenced(name), Language::Chinese) => {
                format!("无法读取 {name} 的声音，该处为静音。")
            }
            (Self::UnknownTransition(name), Language::English) => {
                format!("No transition “{name}” is known here; a crossfade is in its place.")
            }
            (Self::UnknownTransition(name), Language::Chinese) => {
                format!("没有名为“{name}”的转场，已用淡入淡出代替。")
            }
            (Self::UnknownEffect(name), Language::English) => {
                format!("No effect “{name}” is known here; it is left out.")
            }
            (Self::UnknownEffect(name), Language::Chinese) => {
                format!("没有名为“{name}”的效果，已略过。")
            }
            (Self::Unmapped(name), Language::English) => format!(
                "{name} is in HDR and looks pale, as the ffmpeg that is installed lacks zscale or tonemap. \
                 Install a complete one: apt-get install ffmpeg."
            ),
            (Self::Unmapped(name), Language::Chinese) => format!(
                "{name} 是 HDR 素材，因已安装的 ffmpeg 缺少 zscale 或 tonemap，画面会发灰。请安装完整版：apt-get install ffmpeg。"
            ),
            (Self::InSoftware { name, reason }, Language::English) => {
                format!(
                    "The encoder {name} failed, so the processor encodes: {}",
                    ended(reason, ".")
                )
            }
            (Self::InSoftware { name, reason }, Language::Chinese) => {
                format!("编码器 {name} 失败，已改用处理器编码：{}", ended(reason, "。"))
            }
        }
    }
}

/// What somebody else said as the end of a sentence.
fn ended(reason: &str, stop: &str) -> String {
    format!("{}{stop}", reason.trim().trim_end_matches(['.', '。']))
}

/// Each character with its number, by which it can be looked up: whoever reads this may have no font for it
/// either, and some show nothing by themselves.
fn numbered(letters: &str) -> Vec<String> {
    letters.chars().map(|letter| format!("{letter} (U+{:04X})", u32::from(letter))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_are_missing_have_their_numbers() {
        let told = Warning::MissingGlyphs("\u{1F9FF}é".to_owned()).line(Language::English);
        assert!(told.ends_with("\u{1F9FF} (U+1F9FF), é (U+00E9)"), "{told}");
    }
}
