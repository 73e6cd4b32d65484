//! The words of the editor in lines.

use crate::language::Language;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct PlainWords {
    pub welcome: &'static str,
    pub you: &'static str,
    pub agent: &'static str,
    pub problem: &'static str,
    pub question: &'static str,
    pub choose: &'static str,
    pub choose_several: &'static str,
    pub complete: &'static str,
    pub no_such_number: &'static str,
    pub nothing_to_stop: &'static str,
    pub no_such_backend: &'static str,
    pub no_sessions: &'static str,
    pub sessions_how: &'static str,
    pub leave_again: &'static str,
    pub commands: &'static [(&'static str, &'static str)],
    pub actions: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static PlainWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: PlainWords = PlainWords {
    welcome: "cutroom in lines. Say what you want done; \"help\" tells what else can be written.",
    you: "You",
    agent: "Agent",
    problem: "Problem",
    question: "Question",
    choose: "Write a number, or your own words:",
    choose_several: "Write numbers one at a time to mark them, then an empty line:",
    complete: "Write the whole sentence, beginning with:",
    no_such_number: "There is nothing with that number now.",
    nothing_to_stop: "Nothing runs that could be stopped.",
    no_such_backend: "Write \"backend studio\" or \"backend cloud\".",
    no_sessions: "There is no other session yet.",
    sessions_how: "Write \"open\" and a number to go on with one.",
    leave_again: "Uploads stop when you leave. Write \"quit\" again to leave all the same.",
    commands: &[
        ("any words", "go to the agent: what you want done with the film, also \"undo\""),
        ("a number", "takes what was listed under it"),
        ("add FILE", "adds a file; a path alone does the same"),
        ("files", "tells the session's files"),
        ("tracks", "tells the timeline, track by track"),
        ("jobs", "tells uploads and exports"),
        ("retry N, cancel N", "begins job N again, stops it"),
        ("export, export to FILE", "saves the film"),
        ("sessions", "tells the films before; \"open N\" goes on with one, \"new\" begins one"),
        ("backend studio, backend cloud", "chooses where the film is made"),
        ("stop", "stops the agent; so does Ctrl-C"),
        ("quit", "leaves"),
    ],
    actions: "Names of actions that work here too:",
};

static CHINESE: PlainWords = PlainWords {
    welcome: "cutroom 逐行模式。直接说出想做的事；输入“帮助”查看其他命令。",
    you: "您",
    agent: "助手",
    problem: "问题",
    question: "提问",
    choose: "输入编号，或直接回答：",
    choose_several: "逐个输入编号进行勾选，最后输入空行：",
    complete: "请写完整的句子，以此开头：",
    no_such_number: "现在没有这个编号。",
    nothing_to_stop: "没有可以停止的任务。",
    no_such_backend: "请输入“backend studio”或“backend cloud”。",
    no_sessions: "还没有其他会话。",
    sessions_how: "输入“open”和编号继续其中一个。",
    leave_again: "退出会停止上传。再次输入“退出”仍然退出。",
    commands: &[
        ("任意文字", "交给助手：想对影片做的事，也可以说“撤销”"),
        ("编号", "选择列出的对应项"),
        ("添加 文件", "添加文件；只写路径也可以"),
        ("素材", "列出会话的文件"),
        ("轨道", "逐轨说明时间线"),
        ("任务", "列出上传和导出"),
        ("retry N、cancel N", "重试、停止任务 N"),
        ("导出、导出到 文件", "保存影片"),
        ("会话", "列出之前的影片；“open N”继续，“new”新建"),
        ("backend studio、backend cloud", "选择在哪里制作影片"),
        ("停止", "停止助手；Ctrl-C 也可以"),
        ("退出", "退出"),
    ],
    actions: "以下操作名也可以使用：",
};
