//! Everything that can go wrong for a person, and the one sentence that each gets.
//!
//! Technical errors of every folder are turned into a [`Problem`] at its border; the sentence, in the
//! user's language, is made here and nowhere else: what failed, why, what to do next.

use super::Language;

/// Something that went wrong, as far as a person can act on it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Problem {
    /// The token that the user set is no longer valid.
    TokenRefused,
    /// No such session.
    SessionNotFound {
        /// As the user named it.
        id: String,
    },
    /// No such job.
    JobNotFound {
        /// As the user named it.
        id: String,
    },
    /// Nothing is left to pay with.
    OutOfCredits {
        /// Where to register or top up.
        address: String,
    },
    /// The plan does not include export.
    NotInPlan {
        /// Where to register.
        address: String,
    },
    /// There is no file of that name.
    FileMissing {
        /// As the user wrote it.
        path: String,
    },
    /// The file is there and cannot be read.
    FileUnreadable {
        /// As the user wrote it.
        path: String,
        /// The system's reason.
        reason: String,
    },
    /// The file is a folder or something else that has no bytes of its own.
    NotAFile {
        /// As the user wrote it.
        path: String,
    },
    /// The file has no bytes.
    FileEmpty {
        /// As the user wrote it.
        path: String,
    },
    /// The file's content is none of the accepted types.
    FileUnsupported {
        /// As the user wrote it.
        path: String,
    },
    /// The file's type is accepted, but it is damaged.
    FileDamaged {
        /// As the user wrote it.
        path: String,
    },
    /// The file holds no draft.
    NotADraft {
        /// As the user wrote it.
        path: String,
        /// The parser's words.
        reason: String,
    },
    /// The file is larger than the limit.
    FileTooLarge {
        /// As the user wrote it.
        path: String,
        /// Bytes.
        size: u64,
        /// Bytes.
        limit: u64,
    },
    /// The server does not answer.
    Unreachable {
        /// Which one, in words (`studio`, or the host).
        backend: String,
    },
    /// The server answers, and says that it cannot serve now.
    Unavailable {
        /// Which one.
        backend: String,
    },
    /// The server asks for patience.
    TooManyRequests,
    /// The server answered what the contract does not allow.
    BadAnswer {
        /// Which one.
        backend: String,
    },
    /// The server refused with a code or words of its own.
    Refused {
        /// The contract's number.
        code: i64,
        /// The server's words, if it gave any.
        message: Option<String>,
    },
    /// The connection was lost in the middle of an answer.
    TurnInterrupted,
    /// Nothing is on the timeline to export.
    NothingToRender,
    /// The render ended without a film.
    RenderFailed {
        /// One sentence.
        reason: String,
    },
    /// ffmpeg is not there.
    FfmpegMissing,
    /// The disk is full.
    DiskFull {
        /// Where.
        path: String,
    },
    /// A file or folder cannot be written.
    NotWritable {
        /// Which.
        path: String,
        /// The system's reason.
        reason: String,
    },
    /// A file is there already, and nobody said to replace it.
    FileExists {
        /// Which.
        path: String,
    },
    /// The program's own records cannot be read.
    StoreDamaged {
        /// Where they lie.
        path: String,
    },
    /// A setting has a wrong name or value.
    BadSetting {
        /// Where and what, in one sentence.
        detail: String,
    },
    /// Words on the command line that cannot be used.
    BadUsage {
        /// What about them, in one sentence.
        detail: String,
    },
    /// The agent asks back and nobody is there to answer.
    QuestionUnanswered {
        /// What it asks.
        prompt: String,
    },
    /// The user interrupted.
    Interrupted,
}

impl Problem {
    /// The exit code of a command that ends with this problem, from the product's table.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::BadUsage { .. } => 2,
            Self::TokenRefused => 3,
            Self::SessionNotFound { .. } | Self::JobNotFound { .. } => 4,
            Self::OutOfCredits { .. } => 5,
            Self::NotInPlan { .. } => 6,
            Self::FileMissing { .. }
            | Self::FileUnreadable { .. }
            | Self::NotAFile { .. }
            | Self::FileEmpty { .. }
            | Self::FileUnsupported { .. }
            | Self::FileDamaged { .. }
            | Self::NotADraft { .. }
            | Self::FileTooLarge { .. } => 7,
            Self::Unreachable { .. }
            | Self::Unavailable { .. }
            | Self::TooManyRequests
            | Self::BadAnswer { .. }
            | Self::TurnInterrupted => 8,
            Self::NothingToRender | Self::RenderFailed { .. } | Self::FfmpegMissing => 9,
            Self::Interrupted => 130,
            Self::Refused { .. }
            | Self::DiskFull { .. }
            | Self::NotWritable { .. }
            | Self::FileExists { .. }
            | Self::StoreDamaged { .. }
            | Self::BadSetting { .. }
            | Self::QuestionUnanswered { .. } => 1,
        }
    }

    /// A word for it in `--json`, or the contract's number where there is one.
    #[must_use]
    pub fn code(&self) -> String {
        let word = match self {
            Self::TokenRefused => "1001",
            Self::SessionNotFound { .. } => "1002",
            Self::JobNotFound { .. } => "job_not_found",
            Self::OutOfCredits { .. } => "2001",
            Self::NotInPlan { .. } => "402",
            Self::FileMissing { .. } => "file_missing",
            Self::FileUnreadable { .. } => "file_unreadable",
            Self::NotAFile { .. } => "not_a_file",
            Self::FileEmpty { .. } => "file_empty",
            Self::FileUnsupported { .. } => "4001",
            Self::FileDamaged { .. } => "file_damaged",
            Self::NotADraft { .. } => "not_a_draft",
            Self::FileTooLarge { .. } => "4002",
            Self::Unreachable { .. } => "unreachable",
            Self::Unavailable { .. } => "unavailable",
            Self::TooManyRequests => "429",
            Self::BadAnswer { .. } => "bad_answer",
            Self::Refused { code, .. } => return code.to_string(),
            Self::TurnInterrupted => "turn_interrupted",
            Self::NothingToRender => "nothing_to_render",
            Self::RenderFailed { .. } => "render_failed",
            Self::FfmpegMissing => "ffmpeg_missing",
            Self::DiskFull { .. } => "disk_full",
            Self::NotWritable { .. } => "not_writable",
            Self::FileExists { .. } => "file_exists",
            Self::StoreDamaged { .. } => "store_damaged",
            Self::BadSetting { .. } => "bad_setting",
            Self::BadUsage { .. } => "bad_usage",
            Self::QuestionUnanswered { .. } => "question",
            Self::Interrupted => "interrupted",
        };
        word.to_owned()
    }

    /// What failed and why, and what to do next: one sentence each, the second may be empty.
    #[must_use]
    pub fn sentences(&self, language: Language) -> (String, String) {
        match language {
            Language::English => english(self),
            Language::Chinese => chinese(self),
        }
    }

    /// Both sentences as one line.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let (what, next) = self.sentences(language);
        let gap = if language == Language::English && !next.is_empty() { " " } else { "" };
        format!("{what}{gap}{next}")
    }
}

const TYPES: &str = "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac";

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// How a session is called that was used last.
const LAST: &str = "last";

/// Whether a reason says already what to do next.
fn has_advice(reason: &str) -> bool {
    reason.trim_end_matches(['.', '。']).contains(['.', '。'])
}

fn english(problem: &Problem) -> (String, String) {
    use Problem as P;
    let (what, next) = match problem {
        P::TokenRefused => {
            ("The token is no longer valid.".into(), "Set NEMO_TOKEN to a new one.".into())
        }
        P::SessionNotFound { id } if id == LAST => {
            ("There is no film yet.".into(), "Begin one with `cutroom` or `cutroom run`.".into())
        }
        P::SessionNotFound { id } => {
            (format!("There is no session {id}."), "`cutroom sessions` lists them.".into())
        }
        P::JobNotFound { id } => {
            (format!("There is no job {id}."), "`cutroom jobs` lists them.".into())
        }
        P::OutOfCredits { address } => {
            ("The credits are used up.".into(), format!("Get more at {address}."))
        }
        P::NotInPlan { address } => (
            "Export is not part of this plan; it is not a matter of credits.".into(),
            format!("See {address}."),
        ),
        P::FileMissing { path } => {
            (format!("There is no file {path}."), "Check the name and the folder.".into())
        }
        P::FileUnreadable { path, reason } => {
            (format!("{path} cannot be read: {reason}."), "Check its permissions.".into())
        }
        P::NotAFile { path } => {
            (format!("{path} is not a file."), "Name the files in it one by one.".into())
        }
        P::FileEmpty { path } => (format!("{path} is empty."), "Copy it here again.".into()),
        P::FileUnsupported { path } => {
            (format!("{path} is of a type that cannot be used."), format!("Accepted are {TYPES}."))
        }
        P::FileDamaged { path } => (
            format!("{path} is damaged and cannot be decoded."),
            "Export or download it again.".into(),
        ),
        P::NotADraft { path, reason } => {
            (format!("{path} holds no draft: {reason}."), "`cutroom draft` prints one.".into())
        }
        P::FileTooLarge { path, size, limit } => (
            format!(
                "{path} has {}, more than the limit of {}.",
                megabytes(*size),
                megabytes(*limit)
            ),
            "Trim or compress it first.".into(),
        ),
        P::Unreachable { backend } => (
            format!("The {backend} cannot be reached."),
            "Check the connection and try again.".into(),
        ),
        P::Unavailable { backend } => {
            (format!("The {backend} cannot serve right now."), "Try again in a minute.".into())
        }
        P::TooManyRequests => {
            ("Too many requests in a short time.".into(), "Wait a minute and try again.".into())
        }
        P::BadAnswer { backend } => (
            format!("The {backend} gave an answer that makes no sense here."),
            "Try again; if it stays, update cutroom.".into(),
        ),
        P::Refused { code, message } => (
            message.clone().unwrap_or_else(|| format!("The request was refused (code {code}).")),
            String::new(),
        ),
        P::TurnInterrupted => (
            "The connection was lost before the answer was complete.".into(),
            "Look at the timeline before asking again.".into(),
        ),
        P::NothingToRender => (
            "There is nothing on the timeline to export.".into(),
            "Add files and say what to make of them.".into(),
        ),
        P::RenderFailed { reason } => (
            format!("The render failed: {}", sentence(reason)),
            if has_advice(reason) {
                String::new()
            } else {
                "Change what it names and export again.".into()
            },
        ),
        P::FfmpegMissing => (
            "ffmpeg is not installed, so nothing can be rendered or read.".into(),
            "Install it with `apt-get install ffmpeg` (or your system's way) and try again.".into(),
        ),
        P::DiskFull { path } => (
            format!("The disk is full at {path}."),
            "Free some space and try again; nothing else is lost.".into(),
        ),
        P::NotWritable { path, reason } => (
            format!("{path} cannot be written: {reason}."),
            "Choose another place or change its permissions.".into(),
        ),
        P::FileExists { path } => (
            format!("{path} is there already."),
            "Choose another name, or say --force to replace it.".into(),
        ),
        P::StoreDamaged { path } => (
            format!("The records in {path} cannot be read."),
            "Move that file away to start afresh; it is left as it is.".into(),
        ),
        P::BadSetting { detail } => (sentence(detail), String::new()),
        P::BadUsage { detail } => (sentence(detail), "`cutroom --help` shows the usage.".into()),
        P::QuestionUnanswered { prompt } => {
            (format!("The agent asks: {prompt}"), "Answer with another --prompt.".into())
        }
        P::Interrupted => ("Interrupted.".into(), String::new()),
    };
    (what, next)
}

fn chinese(problem: &Problem) -> (String, String) {
    use Problem as P;
    let (what, next) = match problem {
        P::TokenRefused => ("令牌已失效。".into(), "请把 NEMO_TOKEN 设为新的令牌。".into()),
        P::SessionNotFound { id } if id == LAST => {
            ("还没有影片。".into(), "请用 `cutroom` 或 `cutroom run` 开始。".into())
        }
        P::SessionNotFound { id } => {
            (format!("没有会话 {id}。"), "用 `cutroom sessions` 查看所有会话。".into())
        }
        P::JobNotFound { id } => {
            (format!("没有任务 {id}。"), "用 `cutroom jobs` 查看所有任务。".into())
        }
        P::OutOfCredits { address } => {
            ("积分已用完。".into(), format!("可在 {address} 获取更多。"))
        }
        P::NotInPlan { address } => {
            ("当前套餐不含导出，与积分无关。".into(), format!("请见 {address}。"))
        }
        P::FileMissing { path } => {
            (format!("找不到文件 {path}。"), "请检查文件名和文件夹。".into())
        }
        P::FileUnreadable { path, reason } => {
            (format!("无法读取 {path}：{reason}。"), "请检查它的权限。".into())
        }
        P::NotAFile { path } => (format!("{path} 不是文件。"), "请逐个写出其中的文件。".into()),
        P::FileEmpty { path } => (format!("{path} 是空文件。"), "请重新复制一份。".into()),
        P::FileUnsupported { path } => {
            (format!("{path} 的类型无法使用。"), format!("支持的类型：{TYPES}。"))
        }
        P::FileDamaged { path } => {
            (format!("{path} 已损坏，无法解码。"), "请重新导出或下载。".into())
        }
        P::NotADraft { path, reason } => {
            (format!("{path} 不是草稿：{reason}。"), "`cutroom draft` 可输出一份草稿。".into())
        }
        P::FileTooLarge { path, size, limit } => (
            format!("{path} 有 {}，超过上限 {}。", megabytes(*size), megabytes(*limit)),
            "请先剪短或压缩。".into(),
        ),
        P::Unreachable { backend } => {
            (format!("无法连接 {backend}。"), "请检查网络后再试。".into())
        }
        P::Unavailable { backend } => {
            (format!("{backend} 暂时无法服务。"), "请一分钟后再试。".into())
        }
        P::TooManyRequests => ("请求过于频繁。".into(), "请稍等一分钟再试。".into()),
        P::BadAnswer { backend } => {
            (format!("{backend} 的回答无法理解。"), "请再试一次；若仍如此，请更新 cutroom。".into())
        }
        P::Refused { code, message } => (
            message.clone().unwrap_or_else(|| format!("请求被拒绝（代码 {code}）。")),
            String::new(),
        ),
        P::TurnInterrupted => {
            ("回答未完成，连接已断开。".into(), "再次提问前请先看看时间线。".into())
        }
        P::NothingToRender => {
            ("时间线上没有可导出的内容。".into(), "请添加文件并说明要做什么。".into())
        }
        P::RenderFailed { reason } => (
            format!("渲染失败：{reason}"),
            if has_advice(reason) {
                String::new()
            } else {
                "请修改所指之处后重新导出。".into()
            },
        ),
        P::FfmpegMissing => (
            "未安装 ffmpeg，无法渲染或读取媒体。".into(),
            "请用 `apt-get install ffmpeg`（或系统自己的方式）安装后再试。".into(),
        ),
        P::DiskFull { path } => {
            (format!("{path} 所在磁盘已满。"), "请腾出空间后再试，其他内容都在。".into())
        }
        P::NotWritable { path, reason } => {
            (format!("无法写入 {path}：{reason}。"), "请换个位置或修改权限。".into())
        }
        P::FileExists { path } => {
            (format!("{path} 已存在。"), "请换个名字，或用 --force 覆盖。".into())
        }
        P::StoreDamaged { path } => (
            format!("无法读取 {path} 中的记录。"),
            "把该文件移走即可重新开始，原文件不会被改动。".into(),
        ),
        P::BadSetting { detail } => (detail.clone(), String::new()),
        P::BadUsage { detail } => (detail.clone(), "用法见 `cutroom --help`。".into()),
        P::QuestionUnanswered { prompt } => {
            (format!("助手在问：{prompt}"), "请用另一个 --prompt 回答。".into())
        }
        P::Interrupted => ("已中断。".into(), String::new()),
    };
    (what, next)
}

/// Ends a line with a full stop if it has no end of its own.
fn sentence(line: &str) -> String {
    let line = line.trim();
    if line.ends_with(['.', '!', '?', '。']) { line.to_owned() } else { format!("{line}.") }
}
