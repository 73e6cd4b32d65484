//! The words about a file of the session.

use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct MediaWords {
    pub heard: &'static str,
    pub silent: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static MediaWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: MediaWords = MediaWords { heard: "with sound", silent: "without sound" };

static CHINESE: MediaWords = MediaWords { heard: "有声", silent: "无声" };

/// How often it is in the film.
#[must_use]
pub fn uses(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::English, 0) => "not in the film".into(),
        (Language::English, 1) => "once in the film".into(),
        (Language::English, 2) => "twice in the film".into(),
        (Language::English, _) => format!("{count} times in the film"),
        (Language::Chinese, 0) => "影片中未使用".into(),
        (Language::Chinese, _) => format!("影片中用了 {count} 次"),
    }
}

/// Frames a second: `25 fps`, `29.97 fps`.
#[must_use]
pub fn rate(language: Language, rate: f64) -> String {
    let hundredths = format!("{rate:.2}");
    let number = hundredths.trim_end_matches('0').trim_end_matches('.');
    match language {
        Language::English => format!("{number} fps"),
        Language::Chinese => format!("{number} 帧/秒"),
    }
}
