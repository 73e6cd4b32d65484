//! What people look for in the list that no key does: edits that are said in the message, and what
//! stands in the settings. The list offers the sentence, or tells where the setting is.

use crate::language::Language;

use super::super::actions::Said;

/// Something that is done by saying it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// What it does, for people.
    pub help: Said,
    /// What is said; it is written into the message, to be changed and sent.
    pub said: Said,
    /// By which words it is looked for.
    pub(super) known_as: &'static [&'static str],
}

/// A setting that is changed in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// What it is, and its name in the file.
    pub help: Said,
    /// By which words it is looked for.
    pub(super) known_as: &'static [&'static str],
}

impl Sentence {
    pub(super) const fn in_message(self, language: Language) -> &'static str {
        self.said.within(language)
    }
}

/// Edits that are said.
#[rustfmt::skip]
pub(super) static SENTENCES: &[Sentence] = &[
    Sentence {
        help: Said("say it: add a transition", "用一句话：添加转场"),
        said: Said("add crossfades of 0.5 seconds", "加0.5秒的交叉淡化"),
        known_as: &["transition", "transitions", "dissolve", "crossfade", "cross fade", "wipe", "转场", "过渡", "叠化", "溶解", "交叉淡化"],
    },
    Sentence {
        help: Said("say it: add a title", "用一句话：添加标题"),
        said: Said("add a title \"Hello\" at the start", "在开头加标题“你好”"),
        known_as: &["title", "text", "titles", "caption", "words", "lettering", "标题", "文字", "字"],
    },
    Sentence {
        help: Said("say it: add subtitles from a file", "用一句话：用文件添加字幕"),
        said: Said("use talk.srt for the subtitles", "字幕用talk.srt"),
        known_as: &["subtitles", "subtitle", "captions", "srt", "字幕"],
    },
    Sentence {
        help: Said("say it: add music", "用一句话：添加音乐"),
        said: Said("add calm music at 30%", "加舒缓的音乐，音量30%"),
        known_as: &["music", "soundtrack", "song", "audio", "score", "音乐", "配乐", "背景音乐", "声音"],
    },
    Sentence {
        help: Said("say it: change the shape of the picture", "用一句话：改画面比例"),
        said: Said("make it vertical", "改成竖屏"),
        known_as: &["vertical", "aspect", "aspect ratio", "canvas", "square", "portrait", "crop", "resolution", "竖屏", "横屏", "比例", "画布", "裁剪"],
    },
    Sentence {
        help: Said("say it: change how a clip looks", "用一句话：调整片段的画面"),
        said: Said("make clip 1 a bit brighter", "把第一段调亮一点"),
        known_as: &["brightness", "brighter", "contrast", "grade", "grading", "colour grade", "color grade", "filter", "effect", "effects", "look", "调色", "亮度", "滤镜", "效果"],
    },
    Sentence {
        help: Said("say it: move a clip", "用一句话：移动片段"),
        said: Said("move clip 2 to the start", "把第二段移到开头"),
        known_as: &["reorder", "arrange", "order", "顺序", "调整顺序", "排序"],
    },
];

/// Settings that no key changes.
#[rustfmt::skip]
pub(super) static SETTINGS: &[Setting] = &[
    Setting {
        help: Said("the language: `language` under [general]", "语言：[general] 中的 `language`"),
        known_as: &["language", "locale", "chinese", "english", "语言", "中文", "英文"],
    },
    Setting {
        help: Said("the profile: `profile` under [general]", "配置：[general] 中的 `profile`"),
        known_as: &["profile", "profiles", "skill", "配置", "技能"],
    },
    Setting {
        help: Said("other keys: `preset` under [keys]", "其他键位：[keys] 中的 `preset`"),
        known_as: &["keymap", "keymaps", "remap", "preset", "vim", "resolve", "losslesscut", "键位", "改键"],
    },
    Setting {
        help: Said("the folder for exports: `dir` under [output]", "导出文件夹：[output] 中的 `dir`"),
        known_as: &["output folder", "export folder", "folder", "文件夹", "导出文件夹"],
    },
    Setting {
        help: Said("all settings: config.toml, where `cutroom doctor` says", "全部设置：config.toml，位置见 `cutroom doctor`"),
        known_as: &["settings", "preferences", "options", "config", "configuration", "设置", "选项", "偏好"],
    },
];
