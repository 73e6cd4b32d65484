//! The words about reading the conversation: finding, copying, what is new below.

use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct ChatWords {
    pub find: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub missed: &'static str,
    pub message: &'static str,
    pub code: &'static str,
    pub one_wording: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static ChatWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: ChatWords = ChatWords {
    find: "find",
    next: "next",
    previous: "previous",
    missed: "not found",
    message: "message",
    code: "block of code",
    one_wording: "no answer in view has another wording",
};

static CHINESE: ChatWords = ChatWords {
    find: "查找",
    next: "下一处",
    previous: "上一处",
    missed: "未找到",
    message: "消息",
    code: "代码块",
    one_wording: "当前可见的回答没有另一种文本",
};

/// So much has come below what is seen.
#[must_use]
pub fn new_lines(language: Language, rows: usize) -> String {
    match language {
        Language::English if rows == 1 => "1 new line".to_owned(),
        Language::English => format!("{rows} new lines"),
        Language::Chinese => format!("{rows} 行新内容"),
    }
}

/// Something was sent to the clipboard; whether it has arrived, no terminal tells.
#[must_use]
pub fn copied(language: Language, way: &str, what: &str, lines: usize) -> String {
    match language {
        Language::English if lines == 1 => format!("{way}: {what}, 1 line"),
        Language::English => format!("{way}: {what}, {lines} lines"),
        Language::Chinese => format!("{way}：{what}，{lines} 行"),
    }
}

/// There is no such thing here.
#[must_use]
pub fn nothing_to_copy(language: Language, what: &str) -> String {
    match language {
        Language::English => format!("no {what} to copy"),
        Language::Chinese => format!("没有可复制的{what}"),
    }
}
