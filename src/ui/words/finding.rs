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
    pub search_keys: &'static str,
    pub no_key: &'static str,
    pub themes: &'static str,
    pub no_colours: &'static str,
    pub theme_this_run: &'static str,
    themes_said: [(&'static str, &'static str); 7],
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
    themes: "colours",
    no_colours: "colours are off",
    theme_this_run: "The choice holds for this run.",
    themes_said: [
        ("default", "the terminal's own sixteen, for any ground"),
        ("dark", "its bright ones, for a dark ground"),
        ("light", "its dark ones, for a light ground"),
        ("high-contrast", "as much contrast as sixteen give"),
        ("mono", "weight and reversal alone"),
        ("graphite", "soft, on a dark grey of its own"),
        ("paper", "dark, on a warm white of its own"),
    ],
    search_keys: "type to search",
    no_key: "No key has that name or does that.",
    mouse_on: "The mouse is on. Text is selected with it while Shift is held.",
    mouse_off: "The mouse is off: the terminal selects text with it.",
};

static CHINESE: FindingWords = FindingWords {
    goes_on: "接下来",
    esc_drops: "Esc 放弃",
    themes: "配色",
    no_colours: "颜色已关闭",
    theme_this_run: "此选择仅在本次运行中有效。",
    themes_said: [
        ("default", "终端自带的十六色，深浅背景皆可"),
        ("dark", "终端的亮色，适合深色背景"),
        ("light", "终端的暗色，适合浅色背景"),
        ("high-contrast", "十六色中对比最强"),
        ("mono", "只用粗细与反显"),
        ("graphite", "柔和，自带深灰背景"),
        ("paper", "深色字，自带暖白背景"),
    ],
    search_keys: "输入以搜索",
    no_key: "没有这样的按键或操作。",
    mouse_on: "鼠标已开启。按住 Shift 可用它选择文字。",
    mouse_off: "鼠标已关闭：由终端用它选择文字。",
};

impl FindingWords {
    /// What a theme is like.
    #[must_use]
    pub fn theme_of(&self, name: &str) -> &'static str {
        let found = self.themes_said.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, said)| said)
    }
}

/// The choice of the colours is in the settings file.
#[must_use]
pub fn theme_kept(language: Language, path: &str) -> String {
    match language {
        Language::English => format!("From now on cutroom has these colours. Kept in {path}."),
        Language::Chinese => format!("今后 cutroom 会使用此配色。已写入 {path}。"),
    }
}
