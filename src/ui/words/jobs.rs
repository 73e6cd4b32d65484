//! The words about jobs: their files and pace, which of them are listed, and what happened to one.

use crate::app::Sieve;
use crate::draft::Millis;
use crate::language::Language;
use crate::link::Expected;
use crate::ui::format;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct JobWords {
    pub everyone: &'static str,
    pub log: &'static str,
    pub looking: &'static str,
    pub no_log: &'static str,
    pub close: &'static str,
    pub scroll: &'static str,
    pub queued: &'static str,
    pub again: &'static str,
    pub sending: &'static str,
    pub rendering: &'static str,
    pub fetching: &'static str,
    pub sent: &'static str,
    pub written: &'static str,
    pub failed: &'static str,
    pub stopped: &'static str,
    pub interrupted: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static JobWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: JobWords = JobWords {
    everyone: "all sessions",
    log: "log",
    looking: "looking",
    no_log: "Nothing was put down of this job.",
    close: "close",
    scroll: "scroll",
    queued: "waits for its turn",
    again: "begun again",
    sending: "sending the file",
    rendering: "making the film",
    fetching: "fetching the film",
    sent: "file sent",
    written: "file written",
    failed: "failed",
    stopped: "stopped",
    interrupted: "interrupted: the program ended",
};

static CHINESE: JobWords = JobWords {
    everyone: "所有会话",
    log: "日志",
    looking: "正在查找",
    no_log: "没有此任务的记录。",
    close: "关闭",
    scroll: "滚动",
    queued: "排队等候",
    again: "重新开始",
    sending: "正在上传文件",
    rendering: "正在制作影片",
    fetching: "正在取回影片",
    sent: "文件已上传",
    written: "文件已写入",
    failed: "失败",
    stopped: "已停止",
    interrupted: "已中断：程序结束了",
};

/// What a render does. A server's word that is not known here is shown as it is.
#[must_use]
pub fn stage(language: Language, word: &str) -> &str {
    match (language, word) {
        (Language::English, "reading") => "reading the files",
        (Language::English, "sound") => "mixing the sound",
        (Language::English, "pictures") => "making the pictures",
        (Language::English, "joining") => "putting it together",
        (Language::English, "fitting") => "making it fit the size",
        (Language::English, "checking") => "checking the film",
        (Language::Chinese, "reading") => "读取素材",
        (Language::Chinese, "sound") => "混合声音",
        (Language::Chinese, "pictures") => "制作画面",
        (Language::Chinese, "joining") => "合成影片",
        (Language::Chinese, "fitting") => "压缩到所需大小",
        (Language::Chinese, "checking") => "检查影片",
        (_, word) => word,
    }
}

/// `about 12 to 20 MB in 0:30 to 1:10`.
#[must_use]
pub fn expected(language: Language, expected: Expected) -> String {
    let Expected { bytes, millis } = expected;
    let size = range(language, &format::bytes(bytes.0), &format::bytes(bytes.1));
    let clock = |millis| format::clock(Millis(millis));
    let time = range(language, &clock(millis.0), &clock(millis.1));
    match language {
        Language::English => format!("about {size}, made in {time}"),
        Language::Chinese => format!("约 {size}，用时 {time}"),
    }
}

/// One word where both ends are the same.
fn range(language: Language, least: &str, most: &str) -> String {
    match language {
        _ if least == most => most.to_owned(),
        Language::English => format!("{least} to {most}"),
        Language::Chinese => format!("{least} 到 {most}"),
    }
}

/// Which jobs are listed; nothing where all are.
#[must_use]
pub const fn sieve(language: Language, sieve: Sieve) -> Option<&'static str> {
    Some(match (language, sieve) {
        (_, Sieve::All) => return None,
        (Language::English, Sieve::Running) => "running",
        (Language::English, Sieve::Failed) => "failed",
        (Language::English, Sieve::Done) => "done",
        (Language::Chinese, Sieve::Running) => "进行中",
        (Language::Chinese, Sieve::Failed) => "失败",
        (Language::Chinese, Sieve::Done) => "已完成",
    })
}

/// More names than that are a number.
const NAMED: usize = 3;

/// Files that have come.
#[must_use]
pub fn arrived(language: Language, names: &[String]) -> String {
    let count = names.len();
    match language {
        Language::English if count > NAMED => format!("Added {count} files"),
        Language::English => format!("Added {}", names.join(", ")),
        Language::Chinese if count > NAMED => format!("已添加 {count} 个文件"),
        Language::Chinese => format!("已添加 {}", names.join("、")),
    }
}

/// No job is of the kind that is listed.
#[must_use]
pub fn none_of(language: Language, kind: &str, key: &str) -> String {
    match language {
        Language::English => format!("Of these jobs none is {kind}. {key} lists others."),
        Language::Chinese => format!("这里没有{kind}的任务。按 {key} 查看其他任务。"),
    }
}

/// Which session a job belongs to.
#[must_use]
pub fn in_session(language: Language, name: &str) -> String {
    match language {
        Language::English => format!("session {name}"),
        Language::Chinese => format!("会话 {name}"),
    }
}

/// How long a job has run.
#[must_use]
pub fn so_far(language: Language, clock: &str) -> String {
    match language {
        Language::English => format!("{clock} so far"),
        Language::Chinese => format!("已用 {clock}"),
    }
}

/// A job of this session goes on, for which it was opened.
#[must_use]
pub fn goes_on_here(language: Language, label: &str) -> String {
    match language {
        Language::English => format!("This is the session of {label}, which goes on here."),
        Language::Chinese => format!("这是 {label} 所在的会话，任务在这里继续。"),
    }
}

/// Another program was asked to end its job.
#[must_use]
pub const fn stop_asked(language: Language) -> &'static str {
    match language {
        Language::English => "That job runs in another program, which was asked to stop it.",
        Language::Chinese => "该任务在另一个程序中运行，已请它停止。",
    }
}

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

/// The sentence that adds a file to the film: pictures and clips at its end, sound below it, subtitles over
/// it. `again` says that it is in the film already.
#[must_use]
pub fn add(language: Language, name: &str, kind: &str, again: bool) -> String {
    match (language, kind) {
        (Language::English, "subtitles") => format!("use {name} for the subtitles"),
        (Language::Chinese, "subtitles") => format!("字幕用 {name}"),
        (Language::English, "audio") => format!("add {name}"),
        (Language::English, _) if again => format!("add {name} again at the end"),
        (Language::English, _) => format!("add {name} at the end"),
        // Without a place a file comes to the end.
        (Language::Chinese, _) => format!("添加 {name}"),
    }
}
