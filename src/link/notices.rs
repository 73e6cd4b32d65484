//! What the link says in the program's own words, in both languages.

use std::path::Path;
use std::time::Duration;

use super::Credits;
use crate::draft::{Draft, changes, summary};
use crate::language::{Language, tell_changes};

/// Picks the words of a language.
pub(super) fn say(language: Language, english: &str, chinese: &str) -> String {
    match language {
        Language::English => english.to_owned(),
        Language::Chinese => chinese.to_owned(),
    }
}

/// The agent has said nothing for a while; `quiet` is how long the service has given no sign of life
/// either, where that is long enough to matter.
pub(super) fn still_working(
    language: Language,
    so_far: Duration,
    quiet: Option<Duration>,
) -> String {
    let time = length(language, so_far);
    match (language, quiet.map(|quiet| length(language, quiet))) {
        (Language::English, None) => format!("still working, {time}; service alive"),
        (Language::English, Some(quiet)) => {
            format!("still waiting, {time}; silent for {quiet}")
        }
        (Language::Chinese, None) => format!("仍在处理，已用 {time}；服务正常"),
        (Language::Chinese, Some(quiet)) => {
            format!("仍在等待，已用 {time}；{quiet}没有信号")
        }
    }
}

/// The connection was lost in the middle of a turn.
pub(super) fn connection_lost(language: Language) -> String {
    say(
        language,
        "The connection was lost. The message is not sent again; the timeline will show whether it \
         went through.",
        "连接已断开。消息不会重复发送；查看时间线即可知道是否已生效。",
    )
}

/// When the next look at the state comes.
pub(super) fn looks_soon(language: Language, wait: Duration, look: u32, of: u32) -> String {
    let time = length(language, wait);
    match language {
        Language::English => {
            let again = if look > 1 { " again" } else { "" };
            format!("looking{again} in {time}, {look} of {of}")
        }
        Language::Chinese => format!("{time}后查看，第 {look} 次，共 {of} 次"),
    }
}

/// A look at the state after a lost connection.
pub(super) fn checking(language: Language, look: u32, of: u32) -> String {
    match language {
        Language::English => format!("checking whether it went through, {look} of {of}"),
        Language::Chinese => format!("正在确认是否已生效，第 {look} 次，共 {of} 次"),
    }
}

/// What a message took, as two answers of the server tell.
pub(super) fn used_credits(language: Language, used: f64, now: &Credits) -> String {
    let number = |number: f64| format!("{}", (number * 100.0).round() / 100.0);
    let (used, left, frozen) = (number(used), number(now.available), number(now.frozen));
    let reserved = now.frozen > 0.0;
    match (language, reserved) {
        (Language::English, false) => format!("Used {used} credits, {left} left."),
        (Language::English, true) => {
            format!("Used {used} credits, {left} left; {frozen} are reserved by work under way.")
        }
        (Language::Chinese, false) => format!("用去 {used} 积分，剩余 {left}。"),
        (Language::Chinese, true) => {
            format!("用去 {used} 积分，剩余 {left}；进行中的任务占用 {frozen}。")
        }
    }
}

/// What became different, one line each.
pub(super) fn changed(language: Language, before: &Draft, after: &Draft) -> String {
    let lines = tell_changes(&changes(before, after), language);
    if lines.is_empty() { summary(after) } else { lines.join("\n") }
}

/// A turn ended without words and without a change.
pub(super) fn nothing_changed(language: Language) -> String {
    say(
        language,
        "The agent ended without an answer, and the timeline is as it was.",
        "助手没有回答，时间线也没有变化。",
    )
}

/// A turn was stopped on a server where work is paid for.
pub(super) fn may_still_finish(language: Language) -> String {
    say(
        language,
        "Work that has begun may still finish at the service.",
        "已经开始的工作可能仍会在服务端完成。",
    )
}

/// A file that the session has already, under this or another name.
pub(super) fn already_there(language: Language, path: &str, known: &str) -> String {
    let same = Path::new(path).file_name().is_some_and(|name| name.to_string_lossy() == known);
    match (language, same) {
        (Language::English, true) => format!("{path} is there already; it is not sent again."),
        (Language::English, false) => {
            format!("{path} is there already, as {known}; it is not sent again.")
        }
        (Language::Chinese, true) => format!("{path} 已在会话中，不再重复上传。"),
        (Language::Chinese, false) => {
            format!("{path} 已在会话中，名为 {known}，不再重复上传。")
        }
    }
}

/// A render takes long.
pub(super) fn render_is_slow(language: Language) -> String {
    say(language, "The render takes longer than usual. It goes on.", "渲染时间比平时长，仍在继续。")
}

/// Exports that a run before this one left are being finished.
pub(super) fn exports_taken_up(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::English, 1) => {
            "An export was interrupted; it goes on in the background from where it was.".to_owned()
        }
        (Language::English, _) => format!(
            "{count} exports were interrupted; they go on in the background from where they were."
        ),
        (Language::Chinese, _) => {
            format!("有 {count} 个导出曾中断，正在后台从中断处继续。")
        }
    }
}

/// An export that was finished in the background.
pub(super) fn saved(language: Language, path: &str) -> String {
    match language {
        Language::English => format!("Saved in the background: {path}"),
        Language::Chinese => format!("已在后台保存：{path}"),
    }
}

/// The session is gone at the server; a new one took its place.
#[must_use]
pub fn new_session(language: Language) -> String {
    say(
        language,
        "The server no longer has that session, so a new one was made. The old one can still be \
         read in the list.",
        "服务端已没有该会话，已新建一个。旧会话仍可在列表中查看。",
    )
}

/// A session was to be removed while a program uses it.
pub(super) fn session_in_use(language: Language) -> String {
    say(
        language,
        "That session is in use, so nothing of it was removed.",
        "该会话正在使用中，因此没有删除任何内容。",
    )
}

/// Files of a lost session that cannot be added again from here.
#[must_use]
pub fn files_gone(language: Language, names: &[String]) -> String {
    match language {
        Language::English => format!("Not where they were any more: {}.", names.join(", ")),
        Language::Chinese => format!("这些文件已不在原处：{}。", names.join("、")),
    }
}

/// Files that were in a lost session and are not in the one that took its place.
pub(super) fn files_lacking(language: Language, files: &[String], gone: &[String]) -> String {
    let mut line = match (language, files.is_empty()) {
        (_, true) => String::new(),
        (Language::English, false) => {
            format!("It has none of the earlier files; add them again: {}.", files.join(", "))
        }
        (Language::Chinese, false) => {
            format!("新会话中没有之前的文件，请重新添加：{}。", files.join("、"))
        }
    };
    if !gone.is_empty() {
        if !line.is_empty() && language == Language::English {
            line.push(' ');
        }
        line.push_str(&files_gone(language, gone));
    }
    line
}

/// The program ended with a message that had not been sent.
#[must_use]
pub fn never_sent(language: Language, text: &str) -> String {
    match language {
        Language::English => format!("Not sent before the program ended: {text}"),
        Language::Chinese => format!("程序结束前这条消息没有发出：{text}"),
    }
}

/// The program ended while a message was with the agent, and it is not known what became of it.
pub(super) fn was_underway(language: Language, text: &str) -> String {
    match language {
        Language::English => format!(
            "The program ended while this was with the agent: {text}\nIt is not sent again; the \
             timeline shows no change yet."
        ),
        Language::Chinese => {
            format!("程序结束时助手正在处理：{text}\n不会重复发送；时间线上还没有变化。")
        }
    }
}

/// The anonymous token ends within a day; `at` in milliseconds since 1970.
pub(super) fn token_expires(language: Language, at: i64, register: &str) -> String {
    let at = local_minute(at);
    match language {
        Language::English => format!(
            "The anonymous token is good until {at}; then a new one is asked for. To keep what \
             belongs to it, register before that at {register}."
        ),
        Language::Chinese => {
            format!(
                "匿名令牌有效至 {at}，之后会自动申请新的。如需保留其内容和积分，请在此之前注册：{register}"
            )
        }
    }
}

/// The service asks for patience before it gives out a token.
pub(super) fn waiting_for_a_token(language: Language, wait: Duration) -> String {
    let time = length(language, wait);
    match language {
        Language::English => {
            format!("The service has too many requests for tokens. Asking once more in {time}.")
        }
        Language::Chinese => format!("服务端的令牌申请过多，{time}后再申请一次。"),
    }
}

/// The token is good for this run alone.
pub(super) fn token_not_kept(language: Language, folder: &Path) -> String {
    let folder = folder.display();
    match language {
        Language::English => format!(
            "The anonymous token could not be kept in {folder}, and the service gives out one in 7 \
             days. Make that folder writable."
        ),
        Language::Chinese => {
            format!("匿名令牌无法保存到 {folder}，而服务端 7 天只发放一个。请让该文件夹可写。")
        }
    }
}

/// The file that is shared with the vendor's tools holds something else.
pub(super) fn client_id_left_alone(language: Language, file: &Path) -> String {
    let file = file.display();
    match language {
        Language::English => format!(
            "{file} holds no client id and was left as it is; another id is used here. Remove the \
             file to share one again."
        ),
        Language::Chinese => {
            format!(
                "{file} 中没有客户端编号，文件保持原样，此处另用一个编号。删除该文件即可恢复共用。"
            )
        }
    }
}

/// The local day and minute of a moment in milliseconds since 1970.
fn local_minute(at: i64) -> String {
    let moment = jiff::Timestamp::from_millisecond(at).unwrap_or_default();
    moment.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// The program ended while a message was with the agent, and it went through.
pub(super) fn went_through(language: Language, text: &str, changes: &str) -> String {
    match language {
        Language::English => format!(
            "The program ended while this was with the agent: {text}\nIt went through:\n{changes}"
        ),
        Language::Chinese => format!("程序结束时助手正在处理：{text}\n已经生效：\n{changes}"),
    }
}

/// `30 s`, `2 min`, `12 min`.
fn length(language: Language, time: Duration) -> String {
    let seconds = time.as_secs_f64().round();
    let (number, english, chinese) =
        if seconds < 120.0 { (seconds, "s", "秒") } else { (seconds / 60.0, "min", "分钟") };
    match language {
        Language::English => format!("{number:.0} {english}"),
        Language::Chinese => format!("{number:.0} {chinese}"),
    }
}
