//! The words about what an earlier run or film left: jobs, messages, files.

use crate::language::Language;

/// `1 job was interrupted: F4, then r goes on.`
#[must_use]
pub fn interrupted(language: Language, count: usize, pane: &str, retry: &str) -> String {
    match (language, count) {
        (Language::English, 1) => {
            format!("1 job was interrupted: {pane}, then {retry} goes on.")
        }
        (Language::English, _) => {
            format!("{count} jobs were interrupted: {pane}, then {retry} goes on with each.")
        }
        (Language::Chinese, _) => {
            format!("有 {count} 个任务中断了：按 {pane}，再按 {retry} 继续。")
        }
    }
}

/// What the last session left open: `1 message … : Ctrl-R shows it.`
#[must_use]
pub fn left_over(language: Language, count: usize, key: &str) -> String {
    match (language, count) {
        (Language::English, 1) => {
            format!("1 message of the film before was left without an answer: {key} shows it.")
        }
        (Language::English, _) => {
            format!(
                "{count} messages of the film before were left without an answer: {key} shows them."
            )
        }
        (Language::Chinese, _) => {
            format!("上一部影片有 {count} 条消息没有得到回答：按 {key} 查看。")
        }
    }
}

/// `add the 6 earlier files again`.
#[must_use]
pub fn add_again(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::English, 1) => "add the earlier file again".to_owned(),
        (Language::English, _) => format!("add the {count} earlier files again"),
        (Language::Chinese, _) => format!("重新添加之前的 {count} 个文件"),
    }
}

/// `say again: make a film`.
#[must_use]
pub fn say_again(language: Language, said: &str) -> String {
    let said = said.lines().next().unwrap_or_default();
    match language {
        Language::English => format!("say again: {said}"),
        Language::Chinese => format!("再说一次：{said}"),
    }
}
