//! The words of a notification.

use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct MannersWords {
    pub exported: &'static str,
    pub uploaded: &'static str,
    pub not_exported: &'static str,
    pub not_uploaded: &'static str,
    pub answered: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static MannersWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: MannersWords = MannersWords {
    exported: "Exported",
    uploaded: "Added",
    not_exported: "The export failed",
    not_uploaded: "Not added",
    answered: "The agent has answered",
};

static CHINESE: MannersWords = MannersWords {
    exported: "导出完成",
    uploaded: "已添加",
    not_exported: "导出失败",
    not_uploaded: "添加失败",
    answered: "助手已回答",
};
