//! What can be wrong in the settings' keys, told in one sentence, and where it stands.

use crate::language::Language;
use crate::store::settings::nearest;

use super::super::actions;
use super::preset::Preset;
use super::spelling::Misspelt;

/// Why keys cannot be used as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeysError {
    /// There is no preset of this name.
    NoPreset(String),
    /// There is no action of this name.
    NoAction(String),
    /// Something is no key.
    NoKey {
        /// The action that it stands at.
        id: String,
        /// What is wrong.
        misspelt: Misspelt,
    },
    /// A key means two things in one place.
    Twice {
        /// The action that it stands at the second time.
        id: String,
        /// The one that has it, or what it begins with, already.
        other: &'static str,
        /// The key.
        key: String,
    },
    /// A letter cannot be a key where letters are written.
    Letter {
        /// The action.
        id: String,
        /// The letter.
        key: String,
    },
}

impl KeysError {
    /// The name that it stands at below `[keys.bind]`; none for the preset.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::NoPreset(_) => None,
            Self::NoAction(id) => Some(id),
            Self::NoKey { id, .. } | Self::Twice { id, .. } | Self::Letter { id, .. } => Some(id),
        }
    }

    /// The sentence.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Chinese => self.chinese(),
        }
    }

    fn english(&self) -> String {
        let meant = |near: Option<&str>| near.map(|near| format!("; did you mean \"{near}\"?"));
        match self {
            Self::NoPreset(name) => {
                let near = meant(near_preset(name));
                format!("there is no keymap \"{name}\"{}", near.unwrap_or_else(english_presets))
            }
            Self::NoAction(id) => {
                let near = meant(near_action(id)).unwrap_or_default();
                format!("there is no action \"{id}\"{near}")
            }
            Self::NoKey { misspelt: Misspelt::Word { word, near }, .. } => {
                let near = meant(near.as_deref()).unwrap_or_default();
                format!("there is no key \"{word}\"{near}")
            }
            Self::NoKey { misspelt: Misspelt::Count { text, count: 0, .. }, .. } => {
                format!("\"{text}\" is no key; an empty list takes the keys away")
            }
            Self::NoKey { misspelt: Misspelt::Count { text, most, .. }, .. } => {
                let keys = if *most == 1 { "key" } else { "keys" };
                format!("\"{text}\" has more than {most} {keys}")
            }
            Self::Twice { id, other, key } if id == other => {
                format!("\"{key}\" stands at \"{id}\" twice, or begins another of its keys")
            }
            Self::Twice { other, key, .. } => {
                format!("\"{key}\" already belongs to \"{other}\", or begins a key of it")
            }
            Self::Letter { key, .. } => {
                format!("\"{key}\" is written there; use a key with Ctrl or Alt, or a function key")
            }
        }
    }

    fn chinese(&self) -> String {
        let meant = |near: Option<&str>| near.map(|near| format!("；是否想写 \"{near}\"？"));
        match self {
            Self::NoPreset(name) => {
                let near = meant(near_preset(name));
                format!("没有名为 \"{name}\" 的键位方案{}", near.unwrap_or_else(chinese_presets))
            }
            Self::NoAction(id) => {
                let near = meant(near_action(id)).unwrap_or_default();
                format!("没有名为 \"{id}\" 的操作{near}")
            }
            Self::NoKey { misspelt: Misspelt::Word { word, near }, .. } => {
                let near = meant(near.as_deref()).unwrap_or_default();
                format!("没有名为 \"{word}\" 的按键{near}")
            }
            Self::NoKey { misspelt: Misspelt::Count { text, count: 0, .. }, .. } => {
                format!("\"{text}\" 不是按键；空列表表示取消按键")
            }
            Self::NoKey { misspelt: Misspelt::Count { text, most, .. }, .. } => {
                format!("\"{text}\" 超过 {most} 个按键")
            }
            Self::Twice { id, other, key } if id == other => {
                format!("\"{key}\" 在 \"{id}\" 中重复，或是它另一组按键的开头")
            }
            Self::Twice { other, key, .. } => {
                format!("\"{key}\" 已属于 \"{other}\"，或与它的按键开头相同")
            }
            Self::Letter { key, .. } => {
                format!("\"{key}\" 在那里用于输入；请改用 Ctrl、Alt 或功能键")
            }
        }
    }
}

fn english_presets() -> String {
    format!("; there are {}", Preset::names().join(", "))
}

fn chinese_presets() -> String {
    format!("；可用的有 {}", Preset::names().join("、"))
}

fn near_preset(name: &str) -> Option<&'static str> {
    nearest(name, Preset::names().into_iter())
}

/// A name is long, and its second word is what people remember.
fn near_action(id: &str) -> Option<&'static str> {
    let verb = |id: &'static str| id.split_once('.').map_or(id, |(_, verb)| verb);
    let ids = || actions::table().map(|row| row.id);
    nearest(id, ids()).or_else(|| {
        let wanted = id.rsplit('.').next().unwrap_or(id);
        ids().find(|known| verb(known) == wanted)
    })
}
