//! Every word that the editor itself says, in both languages.
//!
//! A struct, so that the compiler sees to it that no language lacks a word. What goes wrong is worded
//! in [`crate::language`], what an action does in [`crate::app::actions`].

pub mod chat;
pub mod choosing;
pub mod earlier;
mod edit_in_short;
pub mod editing;
pub mod exporting;
pub mod finding;
pub mod jobs;
pub mod manners;
pub mod media;
pub mod message;
pub mod picker;
pub mod plain;
pub mod preview;
pub mod sessions;
pub mod timeline;

use crate::draft::Canvas;
use crate::language::Language;
use crate::link::Credits;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct Words {
    pub chat: &'static str,
    pub message: &'static str,
    pub media: &'static str,
    pub jobs: &'static str,
    pub timeline: &'static str,
    pub help: &'static str,
    pub you: &'static str,
    pub between: &'static str,
    pub comma: &'static str,
    pub aside: &'static str,

    pub connecting: &'static str,
    pub connected: &'static str,
    pub retrying: &'static str,
    pub offline: &'static str,
    pub setting_up: &'static str,
    pub setting_up_queued: &'static str,
    pub unlimited: &'static str,
    pub credits: &'static str,
    pub fps: &'static str,
    pub a_column: &'static str,

    pub placeholder: &'static str,
    pub placeholder_question: &'static str,
    pub placeholder_several: &'static str,
    pub asking: &'static str,
    pub working: &'static str,
    pub stopping: &'static str,
    pub exporting: &'static str,
    pub esc_stops: &'static str,
    pub turn_stopped: &'static str,
    pub queued: &'static str,
    pub unsent: &'static str,
    pub unsent_how: &'static str,
    pub send_again: &'static str,
    pub next: &'static str,
    pub original: &'static str,
    pub cleaned: &'static str,
    pub in_chat_pane: &'static str,
    pub more_below: &'static str,
    pub end_key: &'static str,

    pub welcome: [&'static str; 2],
    pub welcome_files: &'static str,
    pub welcome_files_how: &'static str,
    pub welcome_start: &'static str,
    pub welcome_earlier: &'static str,
    pub welcome_go_on: &'static str,
    pub tip: &'static str,
    pub files_count: [&'static str; 2],
    pub jobs_count: [&'static str; 2],

    pub empty_timeline: &'static str,
    pub empty_timeline_example: &'static str,
    pub empty_media: &'static str,
    pub empty_jobs: &'static str,
    pub tracks_of: &'static str,

    pub job_upload: &'static str,
    pub job_render: &'static str,
    pub state_queued: &'static str,
    pub state_running: &'static str,
    pub state_fetching: &'static str,
    pub state_done: &'static str,
    pub state_failed: &'static str,
    pub state_cancelled: &'static str,
    pub state_interrupted: &'static str,
    pub saved: &'static str,
    pub running: &'static str,
    pub waiting: &'static str,

    pub kind_video: &'static str,
    pub kind_image: &'static str,
    pub kind_audio: &'static str,
    pub kind_subtitles: &'static str,

    pub how_to_add: &'static str,
    pub shared_session: &'static str,
    pub not_kept: &'static str,
    pub another_name: &'static str,
    pub replace_or_rename: &'static str,
    pub replace_it: &'static str,
    pub other_name: &'static str,
    pub other_name_sentence: &'static str,
    pub leave_stops_uploads_quit: &'static str,
    pub leave_stops_uploads_interrupt: &'static str,
    pub leave_stops_turn_interrupt: &'static str,
    pub leave_drops_edits_quit: &'static str,
    pub leave_drops_edits_interrupt: &'static str,

    pub next_title: &'static str,
    pub next_title_sentence: &'static str,
    pub next_music: &'static str,
    pub next_music_sentence: &'static str,
    pub next_vertical: &'static str,
    pub next_vertical_sentence: &'static str,
    pub next_export: &'static str,
    pub next_export_sentence: &'static str,

    pub picture: &'static str,
    /// Text, style, source, in point, length, place, speed, volume, fades, transition, fit, effects.
    pub differences: [&'static str; 16],
    pub help_close: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static Words {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: Words = Words {
    chat: "chat",
    message: "message",
    media: "media",
    jobs: "jobs",
    timeline: "timeline",
    help: "keys",
    you: "you",
    between: "·",
    comma: ", ",
    aside: ", ",

    connecting: "connecting",
    connected: "connected",
    retrying: "retrying",
    offline: "offline",
    setting_up: "Setting up… you can write already",
    setting_up_queued: "Setting up… what you wrote is sent as soon as it is done",
    unlimited: "unlimited",
    credits: "credits",
    fps: "fps",
    a_column: "a column",

    placeholder: "say what you want, or drop files here",
    placeholder_question: "press a number, or answer in your own words",
    placeholder_several: "numbers mark, Enter sends them; or answer in your own words",
    asking: "asking",
    working: "working",
    stopping: "stopping",
    exporting: "exporting",
    esc_stops: "Esc stops",
    turn_stopped: "Stopped.",
    queued: "then",
    unsent: "not sent",
    unsent_how: "↑ brings the last one back, Ctrl-X takes it away",
    send_again: "send it again (it may have been done already)",
    next: "next",
    original: "original",
    cleaned: "shortened",
    in_chat_pane: "in the chat pane",
    more_below: "more below",
    end_key: "End",

    welcome: [
        "Give it clips and pictures, say what you want, watch the film change below.",
        "Nudge it with another sentence; take it home as an MP4 with Ctrl-E.",
    ],
    welcome_files: "files",
    welcome_files_how: "Ctrl-O, drop or paste them here, or write: upload ~/Videos/beach.mp4",
    welcome_start: "start",
    welcome_earlier: "earlier",
    welcome_go_on: "go on with",
    tip: "tip",
    files_count: ["file", "files"],
    jobs_count: ["job", "jobs"],

    empty_timeline: "Nothing on the timeline yet.",
    empty_timeline_example: "Add some pictures, then write: make a 20-second video with music and crossfades",
    empty_media: "No files yet. Ctrl-O adds some; or drop them into the message.",
    empty_jobs: "Uploads and exports appear here.",
    tracks_of: "of",

    job_upload: "upload",
    job_render: "export",
    state_queued: "waiting",
    state_running: "running",
    state_fetching: "fetching",
    state_done: "done",
    state_failed: "failed",
    state_cancelled: "stopped",
    state_interrupted: "interrupted",
    saved: "Saved",
    running: "running",
    waiting: "waiting",

    kind_video: "clip",
    kind_image: "picture",
    kind_audio: "sound",
    kind_subtitles: "subtitles",

    how_to_add: "Drop or paste files into the message box, or name them: upload ~/Videos/beach.mp4",
    shared_session: "This film is also open in another cutroom; what is said there changes it here.",
    not_kept: "The conversation will not be kept after this run.",
    another_name: "Choose another name, for example: export to other.mp4",
    replace_or_rename: "Press 1 to replace it, or 2 for another name.",
    replace_it: "replace",
    other_name: "another name",
    other_name_sentence: "export to",
    leave_stops_uploads_quit: "Ctrl-Q again leaves; the upload stops and can be taken up again",
    leave_stops_uploads_interrupt: "Ctrl-C again leaves; the upload stops and can be taken up again",
    leave_stops_turn_interrupt: "Ctrl-C again leaves; the agent is still working",
    leave_drops_edits_quit: "Ctrl-Q again leaves; edits that wait for the turn are not made",
    leave_drops_edits_interrupt: "Ctrl-C again leaves; edits that wait for the turn are not made",

    next_title: "add a title",
    next_title_sentence: "add the title \"\"",
    next_music: "add music",
    next_music_sentence: "add calm music",
    next_vertical: "make it vertical",
    next_vertical_sentence: "make it 9:16",
    next_export: "export",
    next_export_sentence: "export",

    picture: "picture",
    differences: [
        "text",
        "place",
        "file",
        "in point",
        "length",
        "start",
        "speed",
        "volume",
        "fades",
        "transition",
        "fit",
        "effects",
        "ducking",
        "picture in picture",
        "direction",
        "tempo",
    ],
    help_close: "Esc closes",
};

static CHINESE: Words = Words {
    chat: "对话",
    message: "消息",
    media: "素材",
    jobs: "任务",
    timeline: "时间线",
    help: "按键",
    you: "你",
    between: "·",
    comma: "、",
    aside: "，",

    connecting: "连接中",
    connected: "已连接",
    retrying: "重连中",
    offline: "离线",
    setting_up: "正在准备……现在就可以输入",
    setting_up_queued: "正在准备……完成后立即发送已写的内容",
    unlimited: "不限量",
    credits: "积分",
    fps: "帧/秒",
    a_column: "每列",

    placeholder: "说出想要的效果，或把文件拖到这里",
    placeholder_question: "按数字选择，或直接回答",
    placeholder_several: "按数字标记，按 Enter 发送；或直接回答",
    asking: "发送中",
    working: "处理中",
    stopping: "停止中",
    exporting: "导出中",
    esc_stops: "Esc 停止",
    turn_stopped: "已停止。",
    queued: "随后",
    unsent: "未发送",
    unsent_how: "按 ↑ 取回最后一条，按 Ctrl-X 删除",
    send_again: "再次发送（可能已经执行过）",
    next: "接下来",
    original: "原文",
    cleaned: "精简后",
    in_chat_pane: "在对话面板",
    more_below: "下方还有",
    end_key: "End",

    welcome: [
        "放入视频和图片，说出想要的效果，影片就在下方随之变化。",
        "再说一句即可微调；按 Ctrl-E 导出 MP4。",
    ],
    welcome_files: "文件",
    welcome_files_how: "Ctrl-O，拖放或粘贴到这里，或输入：上传 ~/Videos/beach.mp4",
    welcome_start: "开始",
    welcome_earlier: "较早的",
    welcome_go_on: "继续",
    tip: "提示",
    files_count: ["个文件", "个文件"],
    jobs_count: ["个任务", "个任务"],

    empty_timeline: "时间线还是空的。",
    empty_timeline_example: "先添加几张图片，再输入：用这些图片做一个20秒的视频，配音乐和转场",
    empty_media: "还没有文件。按 Ctrl-O 添加，或拖到消息框。",
    empty_jobs: "上传和导出会显示在这里。",
    tracks_of: "/",

    job_upload: "上传",
    job_render: "导出",
    state_queued: "等待",
    state_running: "进行中",
    state_fetching: "下载中",
    state_done: "完成",
    state_failed: "失败",
    state_cancelled: "已停止",
    state_interrupted: "已中断",
    saved: "已保存",
    running: "进行中",
    waiting: "等待",

    kind_video: "视频",
    kind_image: "图片",
    kind_audio: "音频",
    kind_subtitles: "字幕",

    how_to_add: "把文件拖放或粘贴到消息框，或写出路径：上传 ~/Videos/beach.mp4",
    shared_session: "这部影片也在另一个 cutroom 中打开；那里的改动会出现在这里。",
    not_kept: "本次的对话不会保存。",
    another_name: "请换个名字，例如：导出到 other.mp4",
    replace_or_rename: "按 1 替换它，按 2 换个名字。",
    replace_it: "替换",
    other_name: "换个名字",
    other_name_sentence: "导出到",
    leave_stops_uploads_quit: "再按 Ctrl-Q 退出；上传会停止，以后可以继续",
    leave_stops_uploads_interrupt: "再按 Ctrl-C 退出；上传会停止，以后可以继续",
    leave_stops_turn_interrupt: "再按 Ctrl-C 退出；助手还在工作",
    leave_drops_edits_quit: "再按 Ctrl-Q 退出；还在等这一轮的修改不会执行",
    leave_drops_edits_interrupt: "再按 Ctrl-C 退出；还在等这一轮的修改不会执行",

    next_title: "加标题",
    next_title_sentence: "加标题“”",
    next_music: "加音乐",
    next_music_sentence: "加舒缓的音乐",
    next_vertical: "改为竖屏",
    next_vertical_sentence: "改为9:16",
    next_export: "导出",
    next_export_sentence: "导出",

    picture: "画面",
    differences: [
        "文字",
        "位置",
        "文件",
        "入点",
        "时长",
        "起点",
        "速度",
        "音量",
        "淡入淡出",
        "转场",
        "适配",
        "效果",
        "闪避",
        "画中画",
        "播放方向",
        "节拍速度",
    ],
    help_close: "Esc 关闭",
};

/// `6 clips`.
#[must_use]
pub fn clips(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::English, 1) => "1 clip".to_owned(),
        (Language::English, _) => format!("{count} clips"),
        (Language::Chinese, _) => format!("{count} 个片段"),
    }
}

/// `beach.jpg: length, volume` or `3 clips: length, volume`.
#[must_use]
pub fn changed(language: Language, count: usize, label: &str, differences: &str) -> String {
    let who = if count == 1 { label.to_owned() } else { clips(language, count) };
    match language {
        Language::English => format!("{who}: {differences}"),
        Language::Chinese => format!("{who}：{differences}"),
    }
}

/// `picture 1080×1920, 30 fps`.
#[must_use]
pub fn canvas(language: Language, canvas: Canvas) -> String {
    let words = of(language);
    let rate = super::format::number(canvas.rate.as_f64());
    let Words { picture, aside, fps, .. } = words;
    format!("{picture} {}×{}{aside}{rate} {fps}", canvas.width, canvas.height)
}

/// `6 files`.
#[must_use]
pub fn files(language: Language, count: usize) -> String {
    let [one, many] = of(language).files_count;
    format!("{count} {}", if count == 1 { one } else { many })
}

/// `2 jobs`.
#[must_use]
pub fn jobs(language: Language, count: usize) -> String {
    let [one, many] = of(language).jobs_count;
    format!("{count} {}", if count == 1 { one } else { many })
}

/// `0:03 left`.
#[must_use]
pub fn left(language: Language, time: &str) -> String {
    match language {
        Language::English => format!("{time} left"),
        Language::Chinese => format!("剩余 {time}"),
    }
}

/// The credits in a sentence, and what the reserved ones are.
#[must_use]
pub fn credits_line(language: Language, credits: &Credits) -> String {
    let number = super::format::number;
    let (left, frozen) = (number(credits.available), number(credits.frozen));
    match (language, credits.unlimited, credits.frozen > 0.0) {
        (Language::English, true, _) => "Nothing is counted here: the studio is yours.".to_owned(),
        (Language::Chinese, true, _) => "这里不计积分：工作室属于你。".to_owned(),
        (Language::English, false, false) => format!("{left} credits are left."),
        (Language::Chinese, false, false) => format!("剩余 {left} 积分。"),
        (Language::English, false, true) => {
            format!("{left} credits are left; {frozen} more are reserved by work under way.")
        }
        (Language::Chinese, false, true) => {
            format!("剩余 {left} 积分；另有 {frozen} 积分由进行中的任务占用。")
        }
    }
}
