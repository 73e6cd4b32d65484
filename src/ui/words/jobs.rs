//! The words about a job's file and pace.

use crate::language::Language;

/// The job has no file to open or to copy the path of.
#[must_use]
pub const fn no_file(language: Language) -> &'static str {
    match language {
        Language::English => "This job has no file on this machine yet.",
        Language::Chinese => "此任务在本机还没有文件。",
    }
}

/// Nothing here opens files; the path, for the person to open it.
#[must_use]
pub fn not_opened(language: Language, path: &str) -> String {
    match language {
        Language::English => format!("No program opens files here. The file is {path}"),
        Language::Chinese => format!("这里没有可打开文件的程序。文件位于 {path}"),
    }
}

/// The sentence that adds a file to the film: pictures and clips at its end, sound below it.
#[must_use]
pub fn add(language: Language, name: &str, sound: bool) -> String {
    match (language, sound) {
        (Language::English, true) => format!("add {name}"),
        (Language::English, false) => format!("add {name} at the end"),
        // Without a place a file comes to the end.
        (Language::Chinese, _) => format!("添加 {name}"),
    }
}
