//! The words of the list of files.

use crate::app::{Sort, Wanted};
use crate::language::Language;
use crate::store::{FileType, MediaKind};

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct PickerWords {
    pub files: &'static str,
    pub search: &'static str,
    pub loading: &'static str,
    pub empty: &'static str,
    pub none_fits: &'static str,
    pub cut: &'static str,
    pub add: &'static str,
    pub into: &'static str,
    pub mark: &'static str,
    pub above: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static PickerWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: PickerWords = PickerWords {
    files: "add files",
    search: "a few letters of a name, or a path",
    loading: "reading the folder",
    empty: "Nothing here that can be added.",
    none_fits: "No name here has these letters.",
    cut: "only the first 20,000",
    add: "add",
    into: "open",
    mark: "mark",
    above: "up",
};

static CHINESE: PickerWords = PickerWords {
    files: "添加文件",
    search: "名称中的几个字，或路径",
    loading: "正在读取文件夹",
    empty: "这里没有可以添加的文件。",
    none_fits: "这里没有这样名称的文件。",
    cut: "仅前 20,000 个",
    add: "添加",
    into: "打开",
    mark: "标记",
    above: "上一级",
};

/// Which files are listed.
#[must_use]
pub const fn wanted(language: Language, wanted: Wanted) -> &'static str {
    match (language, wanted) {
        (Language::English, Wanted::Media) => "media",
        (Language::English, Wanted::Kind(MediaKind::Video)) => "clips",
        (Language::English, Wanted::Kind(MediaKind::Image)) => "pictures",
        (Language::English, Wanted::Kind(MediaKind::Audio)) => "sound",
        (Language::English, Wanted::Kind(MediaKind::Subtitles)) => "subtitles",
        (Language::English, Wanted::All) => "all files",
        (Language::Chinese, Wanted::Media) => "素材",
        (Language::Chinese, Wanted::Kind(MediaKind::Video)) => "视频",
        (Language::Chinese, Wanted::Kind(MediaKind::Image)) => "图片",
        (Language::Chinese, Wanted::Kind(MediaKind::Audio)) => "声音",
        (Language::Chinese, Wanted::Kind(MediaKind::Subtitles)) => "字幕",
        (Language::Chinese, Wanted::All) => "全部文件",
    }
}

/// Their order.
#[must_use]
pub const fn sorted(language: Language, sort: Sort) -> &'static str {
    match (language, sort) {
        (Language::English, Sort::Name) => "by name",
        (Language::English, Sort::Newest) => "newest first",
        (Language::English, Sort::Largest) => "largest first",
        (Language::Chinese, Sort::Name) => "按名称",
        (Language::Chinese, Sort::Newest) => "最新在前",
        (Language::Chinese, Sort::Largest) => "最大在前",
    }
}

/// How many are marked.
#[must_use]
pub fn marked(language: Language, count: usize) -> String {
    match language {
        Language::English => format!("{count} marked"),
        Language::Chinese => format!("已标记 {count} 个"),
    }
}

/// Why a file is not taken.
#[must_use]
pub fn refused(language: Language, name: &str) -> String {
    let types: Vec<&str> = FileType::ALL.iter().map(|known| known.extension()).collect();
    let types = types.join(" ");
    match language {
        Language::English => format!("{name} is no clip, picture, sound or subtitles: {types}"),
        Language::Chinese => format!("{name} 不是视频、图片、声音或字幕：{types}"),
    }
}
