//! The words about finding one's way: what may follow a key, the search in the list of keys, and the
//! hints for who is new to a pane.

use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct FindingWords {
    pub goes_on: &'static str,
    pub esc_drops: &'static str,
    pub mouse_on: &'static str,
    pub mouse_off: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static FindingWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: FindingWords = FindingWords {
    goes_on: "goes on",
    esc_drops: "Esc drops it",
    mouse_on: "The mouse is on. Text is selected with it while Shift is held.",
    mouse_off: "The mouse is off: the terminal selects text with it.",
};

static CHINESE: FindingWords = FindingWords {
    goes_on: "接下来",
    esc_drops: "Esc 放弃",
    mouse_on: "鼠标已开启。按住 Shift 可用它选择文字。",
    mouse_off: "鼠标已关闭：由终端用它选择文字。",
};
