//! The words of the timeline's title.

use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct TimelineWords {
    pub not_snapping: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static TimelineWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: TimelineWords = TimelineWords { not_snapping: "no snapping" };

static CHINESE: TimelineWords = TimelineWords { not_snapping: "不吸附" };
