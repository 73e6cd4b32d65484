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
}

impl Warning {
    /// Whether it is about one of these files, or about none.
    pub(super) fn is_about(&self, names: &HashSet<String>) -> bool {
        match self {
            Self::MissingSource(name) => names.contains(name),
            Self::MissingGlyphs(_) => true,
        }
    }

    /// What went less than well, in one sentence.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        match (self, language) {
            (Self::MissingGlyphs(letters), Language::English) => {
                format!("No installed font has these characters, so they are missing: {letters}")
            }
            (Self::MissingGlyphs(letters), Language::Chinese) => {
                format!("已安装的字体中没有这些字符，影片中缺少它们：{letters}")
            }
            (Self::MissingSource(name), Language::English) => {
                format!("{name} could not be read; something else stands in its place.")
            }
            (Self::MissingSource(name), Language::Chinese) => {
                format!("无法读取 {name}，已用其他画面代替。")
            }
        }
    }
}
