//! The words of the editor in lines.

use crate::app::{ChangeLine, Mark};
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
    pub jobs_how: &'static str,
    pub not_this_job: &'static str,
    pub session_in_use: &'static str,
    pub kept: &'static str,
    pub folder_how: &'static str,
    pub drafts_how: &'static str,
    pub no_original: &'static str,
    pub leave_again: &'static str,
    pub no_markers: &'static str,
    pub markers_how: &'static str,
    pub nothing_to_show: &'static str,
    pub not_now: &'static str,
    pub needs_screen: &'static str,
    pub theme_how: &'static str,
    pub colon: &'static str,
    pub comma: &'static str,
    pub commands: &'static [(&'static str, &'static str)],
    pub actions: &'static str,
    pub help_how: &'static str,
    pub nothing_found: &'static str,
    pub in_settings: &'static str,
    pub export_how: &'static str,
    pub no_size_for_form: &'static str,
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
    sessions_how: "\"open N\" goes on with one, \"name session N NAME\" names it, \"remove session N\" removes it.",
    jobs_how: "\"log N\" tells what happened, \"retry N\" begins one again, \"cancel N\" stops it.",
    not_this_job: "That cannot be done with this job now.",
    session_in_use: "That session is open, or its jobs go on; it is not removed.",
    kept: "It is kept.",
    folder_how: "\"add N\" adds a file, several with spaces between; \"folder N\" goes into a folder, \"folder ..\" up.",
    drafts_how: "\"compare N M\" tells what differs, \"restore N\" goes back to one.",
    no_original: "No answer was told in other words than the agent's.",
    no_markers: "There are no markers yet; \"mark TIME NAME\" sets one.",
    markers_how: "\"go marker N\" goes to one, \"unmark N\" removes one.",
    nothing_to_show: "Nothing was exported yet that could be shown.",
    leave_again: "Uploads stop when you leave. Write \"quit\" again to leave all the same.",
    not_now: "There is nothing now that this could be done with.",
    needs_screen: "That moves what is on a screen; it means nothing in lines.",
    theme_how: "\"theme NAME\" chooses one for the screen.",
    colon: ": ",
    comma: ", ",
    commands: &[
        ("any words", "go to the agent: what you want done with the film, also \"undo\""),
        ("a number", "takes what was listed under it"),
        ("add FILE", "adds a file; a path alone does the same"),
        ("folder, folder PATH", "tells what a folder holds; then \"add N\" adds a file of it"),
        ("files, files find WORDS", "tells the session's files, or those that fit"),
        ("use N, use N at TIME", "puts file N into the film, at its end or at a time"),
        ("tracks", "tells the timeline, track by track"),
        ("drafts", "tells the drafts of the film; \"compare N M\", \"restore N\""),
        ("chat, chat find WORDS", "tells the last messages, or those with the words"),
        ("chat original", "tells the newest answer in the agent's own words"),
        (
            "jobs, jobs all",
            "tells uploads and exports, of this film or of all; also \"jobs all failed\"",
        ),
        (
            "log N, retry N, cancel N, show N",
            "tells what happened to job N, begins it again, stops it, opens its file",
        ),
        ("go TIME, where", "moves the playhead, and tells what lies there"),
        (
            "split here, trim start, trim end",
            "cuts the clip at the playhead, or away before or after it; also \"delete here\", \"lift\", \"duplicate here\"",
        ),
        (
            "nudge N, nudge start N, nudge end N",
            "moves the clip, its start or its end by N frames; N may be less than 0",
        ),
        ("in, in TIME, out, out TIME", "sets the range; \"extract\" cuts it out of all tracks"),
        ("track A1", "says which track is cut; before that it is the pictures"),
        ("next edit, previous edit", "moves the playhead to where a clip begins or ends"),
        ("copy, copy code, link", "tells the newest answer alone, its code, the newest link"),
        ("theme, theme NAME", "the colours of the screen"),
        (
            "mark, mark TIME NAME, markers",
            "sets a marker, tells them; \"go marker N\", \"unmark N\"",
        ),
        (
            "picture, picture TIME, picture TIME FILE.png",
            "saves the frame as a file; \"show\" opens what was exported last",
        ),
        ("export, export to FILE", "saves the film"),
        (
            "export as, export as WORDS, estimate WORDS",
            "tells what can be chosen, saves the film so, tells its size and time before",
        ),
        ("help WORDS, help all", "tells what there is for it, or everything"),
        (
            "sessions, sessions find WORDS",
            "tells the films before; \"open N\" goes on with one, \"new\" begins one",
        ),
        (
            "name session N NAME",
            "names it in that list; without a name it is called after its film",
        ),
        ("remove session N", "removes it, when that is answered so"),
        ("backend studio, backend cloud", "chooses where the film is made"),
        ("stop", "stops the agent; so does Ctrl-C"),
        ("quit", "leaves"),
    ],
    actions: "Every action that works here, by its name; a number behind one does it so many times:",
    help_how: "\"help WORDS\" looks for more, \"help all\" tells every action by its name.",
    nothing_found: "Nothing has that name or does that.",
    in_settings: "in the settings",
    export_how: "\"export as gif\", \"export as draft, 8MB to film.mp4\"; \"estimate\" instead tells size and time before.",
    no_size_for_form: "A file of that format cannot be made to fit a size.",
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
    sessions_how: "“打开 N”继续其中一个，“命名会话 N 名称”改名，“删除会话 N”删除。",
    jobs_how: "“日志 N”查看经过，“重试 N”重新开始，“取消 N”停止。",
    not_this_job: "现在不能对这个任务这样做。",
    session_in_use: "该会话已打开，或其任务仍在进行，因此没有删除。",
    kept: "已保留。",
    folder_how: "“添加 N”添加文件，多个编号用空格隔开；“文件夹 N”进入文件夹，“文件夹 ..”返回上一级。",
    drafts_how: "“比较 N M”说明差别，“恢复 N”回到其中一版。",
    no_original: "没有改写过的回答。",
    no_markers: "还没有标记；“标记 时间 名称”设置一个。",
    markers_how: "“转到标记 N”转到其中一个，“取消标记 N”去掉一个。",
    nothing_to_show: "还没有导出过可以查看的文件。",
    leave_again: "退出会停止上传。再次输入“退出”仍然退出。",
    not_now: "现在没有可以这样做的对象。",
    needs_screen: "该操作只移动屏幕上的内容，逐行模式中没有意义。",
    theme_how: "“配色 名称”为屏幕选择一种。",
    colon: "：",
    comma: "，",
    commands: &[
        ("任意文字", "交给助手：想对影片做的事，也可以说“撤销”"),
        ("编号", "选择列出的对应项"),
        ("添加 文件", "添加文件；只写路径也可以"),
        ("文件夹、文件夹 路径", "列出文件夹的内容；然后“添加 N”添加其中的文件"),
        ("素材、素材 查找 文字", "列出会话的文件，或其中符合的文件"),
        ("使用 N、使用 N 在 时间", "把文件 N 放入影片末尾或某个时间"),
        ("轨道", "逐轨说明时间线"),
        ("草稿", "列出影片的各版；“比较 N M”、“恢复 N”"),
        ("对话、对话 查找 文字", "重述最近的消息，或含有这些文字的消息"),
        ("对话 原文", "最近回答的原话"),
        ("任务、任务 全部", "列出本片或所有影片的上传和导出；也可以“任务 全部 失败”"),
        ("日志 N、重试 N、取消 N、查看 N", "查看任务 N 的经过、重新开始、停止、打开其文件"),
        ("转到 时间、位置", "移动播放头，并说明那里有什么"),
        (
            "拆分、剪头、剪尾",
            "在播放头处拆分片段，或剪掉其前、其后的部分；也可“删除片段”、“提升”、“复制片段”",
        ),
        ("微移 N、微调开头 N、微调结尾 N", "把片段、其开头或结尾移动 N 帧；N 可为负数"),
        ("入点、入点 时间、出点、出点 时间", "设置范围；“提取”从所有轨道剪掉它"),
        ("轨道 A1", "指定剪辑哪条轨道；未指定时为画面"),
        ("下一个剪辑点、上一个剪辑点", "把播放头移到片段的开头或结尾"),
        ("复制、复制代码、链接", "只说出最新的回答、其中的代码、最新的链接"),
        ("配色、配色 名称", "屏幕的配色"),
        ("标记、标记 时间 名称、标记列表", "设置标记、列出标记；“转到标记 N”、“取消标记 N”"),
        ("画面、画面 时间、画面 时间 文件.png", "把这一帧存为文件；“查看”打开最近导出的文件"),
        ("导出、导出到 文件", "保存影片"),
        ("导出为、导出为 选项、预估 选项", "说明有哪些选项、按选项保存影片、预先说明大小和用时"),
        ("帮助 文字、帮助 全部", "查找相关的操作，或列出全部"),
        ("会话、会话 查找 文字", "列出之前的影片；“打开 N”继续，“新建”新建"),
        ("命名会话 N 名称", "在列表中改名；留空则使用影片的名称"),
        ("删除会话 N", "确认后删除"),
        ("backend studio、backend cloud", "选择在哪里制作影片"),
        ("停止", "停止助手；Ctrl-C 也可以"),
        ("退出", "退出"),
    ],
    actions: "所有可用的操作名；后面加数字表示重复次数：",
    help_how: "“帮助 文字”查找更多操作，“帮助 全部”列出所有操作名。",
    nothing_found: "没有这样的操作。",
    in_settings: "在设置中",
    export_how: "例如“导出为 gif”、“导出为 草稿，8MB 到 影片.mp4”；用“预估”代替则预先说明大小和用时。",
    no_size_for_form: "这种格式的文件不能限定大小。",
};

/// What lies at a moment, on which track.
#[must_use]
pub fn at(language: Language, time: &str, there: &[String]) -> String {
    match (language, there) {
        (Language::English, []) => format!("At {time}: nothing."),
        (Language::English, there) => format!("At {time}: {}", there.join(", ")),
        (Language::Chinese, []) => format!("{time} 处没有内容。"),
        (Language::Chinese, there) => format!("{time}：{}", there.join("，")),
    }
}

/// What came, went or is different. A sign is read out as a sign, so here it is a word.
#[must_use]
pub fn change(language: Language, change: &ChangeLine) -> String {
    let word = match (language, change.mark) {
        (Language::English, Mark::Added) => "new",
        (Language::English, Mark::Changed) => "changed",
        (Language::English, Mark::Removed) => "removed",
        (Language::English, Mark::Expected) => "expected",
        (Language::Chinese, Mark::Added) => "新增",
        (Language::Chinese, Mark::Changed) => "改变",
        (Language::Chinese, Mark::Removed) => "删除",
        (Language::Chinese, Mark::Expected) => "预计",
    };
    let said = format!("{} {word}{}{}", change.track, of(language).colon, change.text);
    said.trim_start().to_owned()
}

/// How many more changes there are; nothing where there are none.
#[must_use]
pub fn and_more(language: Language, more: usize) -> String {
    match (language, more) {
        (_, 0) => String::new(),
        (Language::English, 1) => ", and 1 more change".to_owned(),
        (Language::English, _) => format!(", and {more} more changes"),
        (Language::Chinese, _) => format!("，另有 {more} 处不同"),
    }
}

/// Where nothing lies on a track.
#[must_use]
pub fn gap(language: Language, range: &str) -> String {
    match language {
        Language::English => format!("gap, {range}"),
        Language::Chinese => format!("空隙，{range}"),
    }
}

/// The range as it is, and how many markers there are.
#[must_use]
pub fn range(language: Language, from: Option<&str>, to: Option<&str>, markers: usize) -> String {
    let unset = match language {
        Language::English => "not set",
        Language::Chinese => "未设",
    };
    let (from, to) = (from.unwrap_or(unset), to.unwrap_or(unset));
    match (language, markers) {
        (Language::English, 0) => format!("In {from}, out {to}."),
        (Language::English, 1) => format!("In {from}, out {to}, 1 marker."),
        (Language::English, _) => format!("In {from}, out {to}, {markers} markers."),
        (Language::Chinese, 0) => format!("入点 {from}，出点 {to}。"),
        (Language::Chinese, _) => format!("入点 {from}，出点 {to}，{markers} 个标记。"),
    }
}

/// A frame is a file now.
#[must_use]
pub fn saved(language: Language, path: &str) -> String {
    match language {
        Language::English => format!("The picture is saved: {path}"),
        Language::Chinese => format!("画面已保存：{path}"),
    }
}

/// Which track is cut from now on.
#[must_use]
pub fn edits_mean(language: Language, track: &str) -> String {
    match language {
        Language::English => format!("Edits mean track {track} now."),
        Language::Chinese => format!("现在剪辑的是轨道 {track}。"),
    }
}

/// A marker was set.
#[must_use]
pub fn marked(language: Language, time: &str, name: &str) -> String {
    let comma = of(language).comma;
    let name = if name.is_empty() { String::new() } else { format!("{comma}{name}") };
    match language {
        Language::English => format!("Marker at {time}{name}"),
        Language::Chinese => format!("已标记 {time}{name}"),
    }
}

/// A marker was removed.
#[must_use]
pub fn unmarked(language: Language, time: &str) -> String {
    match language {
        Language::English => format!("No marker at {time} any more"),
        Language::Chinese => format!("已去掉 {time} 的标记"),
    }
}
