//! The words of the sheet for an export.

use crate::app::ExportRow;
use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct ExportWords {
    pub title: &'static str,
    pub free: &'static str,
    pub sizes: &'static str,
    pub no_size: &'static str,
    pub at_most: &'static str,
    pub by_title: &'static str,
    pub reckoning: &'static str,
    pub only_studio: &'static str,
    pub no_estimate: &'static str,
    pub this_frame: &'static str,
    pub not_for: &'static str,
    pub export: &'static str,
    pub rows: &'static str,
    pub choose: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static ExportWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: ExportWords = ExportWords {
    title: "export as",
    free: "any size",
    sizes: "or write a size: 8MB",
    no_size: "A size such as 8MB, 500KB or 1.5GB is needed here.",
    at_most: "at most",
    by_title: "named after the film",
    reckoning: "reckoning what it will come to",
    only_studio: "Elsewhere a film is an MP4 of any size; the studio makes the others: F6.",
    no_estimate: "What it will come to is known when it is made.",
    this_frame: "The frame under the playhead.",
    not_for: "not for this format",
    export: "export",
    rows: "row",
    choose: "choose",
};

static CHINESE: ExportWords = ExportWords {
    title: "导出为",
    free: "不限大小",
    sizes: "或输入大小：8MB",
    no_size: "这里需要填写大小，如 8MB、500KB 或 1.5GB。",
    at_most: "不超过",
    by_title: "以影片标题命名",
    reckoning: "正在预估大小和用时",
    only_studio: "在别处制作的影片只能是 MP4，且不限大小；其他格式由工作室制作：F6。",
    no_estimate: "大小和用时要到制作时才知道。",
    this_frame: "播放头所在的一帧。",
    not_for: "不适用于此格式",
    export: "导出",
    rows: "上下选择",
    choose: "更改",
};

/// What a row is about.
#[must_use]
pub const fn row(language: Language, row: ExportRow) -> &'static str {
    match (language, row) {
        (Language::English, ExportRow::Format) => "format",
        (Language::Chinese, ExportRow::Format) => "格式",
        (Language::English, ExportRow::Quality) => "quality",
        (Language::Chinese, ExportRow::Quality) => "画质",
        (Language::English, ExportRow::Limit) => "size",
        (Language::Chinese, ExportRow::Limit) => "大小",
        (Language::English, ExportRow::Name) => "file",
        (Language::Chinese, ExportRow::Name) => "文件",
    }
}

/// The name of a quality, by its place.
#[must_use]
pub fn quality(language: Language, place: usize) -> &'static str {
    let names = match language {
        Language::English => ["draft", "standard", "high"],
        Language::Chinese => ["草稿", "标准", "高"],
    };
    names.get(place).copied().unwrap_or_default()
}
