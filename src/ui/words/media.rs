//! The words about a file of the session.

use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct MediaWords {
    pub heard: &'static str,
    pub silent: &'static str,
    pub filter: &'static str,
    pub keep: &'static str,
    pub all: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static MediaWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: MediaWords = MediaWords {
    heard: "with sound",
    silent: "without sound",
    filter: "letters of a name, or a kind",
    keep: "to the files",
    all: "all files",
};

static CHINESE: MediaWords = MediaWords {
    heard: "有声",
    silent: "无声",
    filter: "文件名或类型中的文字",
    keep: "到列表",
    all: "全部文件",
};

/// How many of the files are listed.
#[must_use]
pub fn some_of(language: Language, listed: usize, count: usize) -> String {
    match language {
        Language::English => format!("{listed} of {count} files"),
        Language::Chinese => format!("{count} 个文件中的 {listed} 个"),
    }
}

/// No file has the letters.
#[must_use]
pub fn none_fits(language: Language, key: &str) -> String {
    match language {
        Language::English => format!("No file fits. {key} shows them all."),
        Language::Chinese => format!("没有符合的文件。按 {key} 显示全部。"),
    }
}

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
