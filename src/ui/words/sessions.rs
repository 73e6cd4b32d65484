//! The words of the list of sessions.

use crate::language::Language;
use crate::link::Used;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct SessionsWords {
    pub sessions: &'static str,
    pub search: &'static str,
    pub loading: &'static str,
    pub none: &'static str,
    pub none_fits: &'static str,
    pub untitled: &'static str,
    pub here: &'static str,
    pub open: &'static str,
    pub working: &'static str,
    pub go_on: &'static str,
    pub new: &'static str,
    pub name: &'static str,
    pub remove: &'static str,
    pub with_film: &'static str,
    pub remove_both: &'static str,
    pub keep: &'static str,
    pub name_it: &'static str,
    pub named_again: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static SessionsWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: SessionsWords = SessionsWords {
    sessions: "sessions",
    search: "type a few letters of a name",
    loading: "looking",
    none: "No session has anything in it yet.",
    none_fits: "No session has that name.",
    untitled: "without a name",
    here: "this one",
    open: "open elsewhere",
    working: "jobs go on",
    go_on: "go on",
    new: "new",
    name: "name",
    remove: "remove",
    with_film: "with its film",
    remove_both: "remove both for good",
    keep: "keep",
    name_it: "The name in this list",
    named_again: "Without a name it is called after its film again.",
};

static CHINESE: SessionsWords = SessionsWords {
    sessions: "会话",
    search: "输入名称中的几个字",
    loading: "正在查找",
    none: "还没有任何有内容的会话。",
    none_fits: "没有这样名称的会话。",
    untitled: "未命名",
    here: "当前",
    open: "已在别处打开",
    working: "任务进行中",
    go_on: "继续",
    new: "新建",
    name: "命名",
    remove: "删除",
    with_film: "连同影片",
    remove_both: "全部永久删除",
    keep: "保留",
    name_it: "在此列表中的名称",
    named_again: "留空则重新使用影片的名称。",
};

/// Who works on a session, in a word; nothing where nobody does.
#[must_use]
pub const fn used(language: Language, here: bool, used: Used) -> &'static str {
    let words = of(language);
    match used {
        _ if here => words.here,
        Used::Working => words.working,
        Used::Open => words.open,
        Used::No => "",
    }
}

/// What a removal takes away, and what it does not.
#[must_use]
pub fn removal(language: Language, title: &str, backend: &str) -> String {
    match (language, backend) {
        (Language::English, "studio") => format!(
            "Remove “{title}”? The conversation, the list of its files and its jobs go. Files that were \
             exported stay, and so does the studio's own copy of the film."
        ),
        (Language::English, backend) => format!(
            "Remove “{title}”? The conversation, the list of its files and its jobs go from this \
             machine. Exported files stay, and what is at the {backend} stays there."
        ),
        (Language::Chinese, "studio") => format!(
            "删除“{title}”？对话、素材列表和任务会被删除。已导出的文件和工作室自己保存的影片会保留。"
        ),
        (Language::Chinese, backend) => {
            let place = super::choosing::name(language, backend);
            format!(
                "删除“{title}”？本机上的对话、素材列表和任务会被删除。已导出的文件会保留，{place}上的内容不受影响。"
            )
        }
    }
}

/// What goes when the studio's copy goes, too.
#[must_use]
pub fn film_removal(language: Language, title: &str) -> String {
    match language {
        Language::English => format!(
            "Remove “{title}” and its film? The studio's copies of its files, the film with all its \
             steps, and what was rendered there go for good. The files that you added and those that \
             were exported stay where they are."
        ),
        Language::Chinese => format!(
            "删除“{title}”及其影片？工作室保存的素材副本、影片及其所有历史步骤和在那里渲染的文件都会永久删除。您添加的原文件和已导出的文件会留在原处。"
        ),
    }
}

/// The session's backend cannot be reached from this run.
#[must_use]
pub fn unreachable(language: Language, backend: &str) -> String {
    match language {
        Language::English => format!(
            "That session is at {backend}, which this run does not use. Start cutroom with --backend {backend}."
        ),
        Language::Chinese => {
            format!(
                "该会话位于 {backend}，本次运行未使用它。请用 --backend {backend} 启动 cutroom。"
            )
        }
    }
}
