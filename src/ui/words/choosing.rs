//! The words about finding and choosing: the list of everything, the places where a film is made, the
//! question before the first use of one elsewhere, and links to a browser.

use crate::app::Clipboard;
use crate::language::Language;
use crate::link::Backend;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct ChoosingWords {
    pub anything: &'static str,
    pub search: &'static str,
    pub nothing_found: &'static str,
    pub select: &'static str,
    pub do_it: &'static str,
    pub backend: &'static str,
    pub in_use: &'static str,
    pub not_now: &'static str,

    pub studio: &'static str,
    pub cloud: &'static str,
    pub choose_later: &'static str,
    pub choice_this_run: &'static str,

    pub waiting_for_you: &'static str,
    pub nothing_sent_yet: &'static str,
    pub leaves: &'static str,
    pub goes_to: &'static str,
    pub what: &'static str,
    pub what_goes: &'static str,
    pub who: &'static str,
    pub who_anonymous: &'static str,
    pub who_token: &'static str,
    pub stay: &'static str,
    pub accept: &'static str,

    pub no_link: &'static str,
    pub browser: &'static str,
    pub copies: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static ChoosingWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: ChoosingWords = ChoosingWords {
    anything: "anything",
    search: "type a few letters of what you want",
    nothing_found: "Nothing here has that name. Write it as a message: the agent may know.",
    select: "select",
    do_it: "do it",
    backend: "backend",
    in_use: "in use",
    not_now: "not now",

    studio: "studio",
    cloud: "cloud",
    choose_later: "Something is still running. Wait for its end or stop it, then choose again.",
    choice_this_run: "The choice holds for this run.",

    waiting_for_you: "waiting for you",
    nothing_sent_yet: "Nothing is sent before you choose.",
    leaves: "With it, this leaves the machine:",
    goes_to: "to",
    what: "what",
    what_goes: "your messages, added files, the edit; the session keeps them",
    who: "as",
    who_anonymous: "a client id made here, and an anonymous token it asks for",
    who_token: "your own token, from NEMO_TOKEN",
    stay: "stay in the studio, send nothing",
    accept: "use it, and do not ask again",

    no_link: "There is no link to copy.",
    browser: "browser",
    copies: "copies",
};

static CHINESE: ChoosingWords = ChoosingWords {
    anything: "查找",
    search: "输入几个字，查找想做的事",
    nothing_found: "这里没有这样的操作。可以直接作为消息发给助手。",
    select: "选择",
    do_it: "执行",
    backend: "后端",
    in_use: "使用中",
    not_now: "暂不可用",

    studio: "工作室",
    cloud: "云端",
    choose_later: "还有工作在进行。请等它结束或停止它，然后再选择。",
    choice_this_run: "此选择仅在本次运行中有效。",

    waiting_for_you: "等你决定",
    nothing_sent_yet: "在你选择之前不会发送任何内容。",
    leaves: "使用它时，以下内容会离开本机：",
    goes_to: "去向",
    what: "内容",
    what_goes: "你的消息、添加的文件和剪辑内容；会保存在那里的会话中",
    who: "身份",
    who_anonymous: "本机的客户端编号，并用它申请一个匿名令牌",
    who_token: "你自己的令牌（NEMO_TOKEN）",
    stay: "留在工作室，什么都不发送",
    accept: "使用它，以后不再询问",

    no_link: "没有可复制的链接。",
    browser: "浏览器",
    copies: "复制",
};

/// What people call a backend: `studio`, `cloud`, or its address.
#[must_use]
pub fn name(language: Language, backend: &str) -> &str {
    match backend {
        "studio" => of(language).studio,
        "cloud" => of(language).cloud,
        address => address,
    }
}

/// What is told before the first use of a backend elsewhere, each with its label: where to, what, and as whom.
#[must_use]
pub fn leaving(language: Language, backend: &Backend) -> [(&'static str, String); 3] {
    let words = of(language);
    let who = match backend {
        Backend::Remote { token: Some(_), .. } => words.who_token,
        Backend::Remote { token: None, .. } | Backend::Studio => words.who_anonymous,
    };
    [
        (words.goes_to, backend.elsewhere().unwrap_or_default()),
        (words.what, words.what_goes.to_owned()),
        (words.who, who.to_owned()),
    ]
}

/// Where the film is made, and where else it could be.
#[must_use]
pub fn made_in(language: Language, backend: &str) -> String {
    let name = name(language, backend);
    match (language, backend) {
        (Language::English, "studio") => {
            "made in the studio, on this machine; or choose the cloud".to_owned()
        }
        (Language::Chinese, "studio") => "在本机的工作室制作；也可以选择云端".to_owned(),
        (Language::English, "cloud") => {
            format!("made in the {name}; or choose the studio, on this machine")
        }
        (Language::English, _) => {
            format!("made at {name}; or choose the studio, on this machine")
        }
        (Language::Chinese, "cloud") => format!("在{name}制作；也可以选择本机的工作室"),
        (Language::Chinese, _) => format!("在 {name} 制作；也可以选择本机的工作室"),
    }
}

/// The choice is in the settings file.
#[must_use]
pub fn choice_kept(language: Language, backend: &str, path: &str) -> String {
    let name = name(language, backend);
    match language {
        Language::English => format!("From now on cutroom starts in the {name}. Kept in {path}."),
        Language::Chinese => format!("今后 cutroom 会从{name}开始。已写入 {path}。"),
    }
}

/// The choice is not in the settings file, because something else decides at the start.
#[must_use]
pub fn choice_not_kept(language: Language, backend: &str, by: &str) -> String {
    let name = name(language, backend);
    match language {
        Language::English => format!(
            "The {name} is used for this run and the choice is not kept: {by} decides at the start."
        ),
        Language::Chinese => format!("本次使用{name}，但不会保存此选择：启动时由 {by} 决定。"),
    }
}

/// The question's title.
#[must_use]
pub fn asked(language: Language, backend: &str) -> String {
    let name = name(language, backend);
    match language {
        Language::English => format!("the {name}, for the first time"),
        Language::Chinese => format!("首次使用{name}"),
    }
}

/// Where a film opens in a browser.
#[must_use]
pub fn opens_at(language: Language, address: &str) -> String {
    match language {
        Language::English => format!("Opens in a browser: {address}"),
        Language::Chinese => format!("可在浏览器中打开： {address}"),
    }
}

/// By which way something was sent to the clipboard.
#[must_use]
pub const fn sent_to(language: Language, way: Clipboard) -> &'static str {
    match (language, way) {
        (Language::English, Clipboard::Terminal) => "Sent to the clipboard by OSC 52, unconfirmed",
        (Language::English, Clipboard::Tmux) => "Being handed to tmux",
        (Language::English, Clipboard::Screen) => "Sent through screen by OSC 52, unconfirmed",
        (Language::Chinese, Clipboard::Terminal) => "已发送到终端剪贴板（OSC 52，无确认）",
        (Language::Chinese, Clipboard::Tmux) => "正在交给 tmux",
        (Language::Chinese, Clipboard::Screen) => "已经由 screen 发送到剪贴板（OSC 52，无确认）",
    }
}

/// What came of handing a text to tmux.
#[must_use]
pub const fn tmux_said(language: Language, taken: bool) -> &'static str {
    match (language, taken) {
        (Language::English, true) => "In tmux's buffer, and sent on by it, unconfirmed",
        (Language::English, false) => {
            "tmux refused; sent by OSC 52, which needs `allow-passthrough on` there"
        }
        (Language::Chinese, true) => "已存入 tmux 缓冲区，并由它转发，无确认",
        (Language::Chinese, false) => {
            "tmux 未接收；已用 OSC 52 发送，需 tmux 设 `allow-passthrough on`"
        }
    }
}

/// A text is not sent, because terminals would cut it off.
#[must_use]
pub const fn too_long(language: Language) -> &'static str {
    match language {
        Language::English => {
            "Not copied: over 100 kB is too long for a terminal's clipboard. Copy a shorter part of it."
        }
        Language::Chinese => "未复制：超过 100 kB，终端剪贴板放不下。请复制较短的一部分。",
    }
}

/// A link was sent to the clipboard; whether it has arrived, no terminal tells.
#[must_use]
pub fn copied(language: Language, way: Clipboard, address: &str) -> String {
    let sent = sent_to(language, way);
    match language {
        Language::English => format!("{sent}: {address}"),
        Language::Chinese => format!("{sent}：{address}"),
    }
}
