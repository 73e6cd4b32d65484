//! Everything that can go wrong for a person, and the one sentence that each gets.
//!
//! Technical errors of every folder are turned into a [`Problem`] at its border; the sentence, in the
//! user's language, is made here and nowhere else: what failed, why, what to do next.

mod chinese;
mod detail;
mod english;
mod reasons;

pub use detail::Detail;

use super::Language;

/// Something that went wrong, as far as a person can act on it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Problem {
    /// The token that the user set is no longer valid.
    TokenRefused,
    /// The service gives no anonymous token now: one a week for each client, about ten for each address.
    NoTokenNow {
        /// Which one.
        backend: String,
    },
    /// No such session.
    SessionNotFound {
        /// As the user named it.
        id: String,
    },
    /// The session is there, on another backend than the one that a flag names.
    SessionElsewhere {
        /// Its id.
        id: String,
        /// Where it was made.
        backend: String,
        /// The flag.
        flag: String,
    },
    /// The name fits sessions of several backends.
    SessionAmbiguous {
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
    /// The file is to hold subtitles and holds none that can be read.
    NoSubtitles {
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
    /// The server says that a file is too large whose size is not known here.
    FileOverLimit {
        /// As the user wrote it; empty where no file was named.
        path: String,
        /// Bytes.
        limit: u64,
    },
    /// The file became another one while it was being sent.
    FileChanged {
        /// As the user wrote it.
        path: String,
    },
    /// The server has nothing at the address that was asked.
    UnknownRequest {
        /// Which one.
        backend: String,
    },
    /// The server no longer has the film that it made.
    FilmGone,
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
        detail: Detail,
    },
    /// Words on the command line that cannot be used.
    BadUsage {
        /// What about them, in one sentence.
        detail: Detail,
    },
    /// No film can be written under a name of this ending.
    UnknownEnding {
        /// The name asked for.
        path: String,
        /// The endings that there are.
        endings: String,
    },
    /// The installed ffmpeg was built without something that a film needs.
    FfmpegLacks {
        /// What: `filter xfade`.
        what: String,
    },
    /// ffmpeg did nothing any more and was ended.
    FfmpegHangs {
        /// For how long.
        seconds: u64,
    },
    /// The film cannot be made to fit the size that was asked for.
    FilmTooLarge {
        /// What was asked for, in bytes.
        most: u64,
        /// What it needs at least.
        least: u64,
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
            Self::BadUsage { .. }
            | Self::UnknownEnding { .. }
            | Self::FilmTooLarge { .. }
            | Self::SessionElsewhere { .. }
            | Self::SessionAmbiguous { .. } => 2,
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
            | Self::NoSubtitles { .. }
            | Self::NotADraft { .. }
            | Self::FileTooLarge { .. }
            | Self::FileOverLimit { .. }
            | Self::FileChanged { .. } => 7,
            Self::Unreachable { .. }
            | Self::Unavailable { .. }
            | Self::TooManyRequests
            | Self::NoTokenNow { .. }
            | Self::BadAnswer { .. }
            | Self::UnknownRequest { .. }
            | Self::TurnInterrupted => 8,
            Self::NothingToRender
            | Self::FilmGone
            | Self::RenderFailed { .. }
            | Self::FfmpegLacks { .. }
            | Self::FfmpegHangs { .. }
            | Self::FfmpegMissing => 9,
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
            Self::SessionElsewhere { .. } => "session_elsewhere",
            Self::SessionAmbiguous { .. } => "session_ambiguous",
            Self::JobNotFound { .. } => "job_not_found",
            Self::OutOfCredits { .. } => "2001",
            Self::NotInPlan { .. } => "402",
            Self::FileMissing { .. } => "file_missing",
            Self::FileUnreadable { .. } => "file_unreadable",
            Self::NotAFile { .. } => "not_a_file",
            Self::FileEmpty { .. } => "file_empty",
            Self::FileUnsupported { .. } => "4001",
            Self::FileDamaged { .. } => "file_damaged",
            Self::NoSubtitles { .. } => "no_subtitles",
            Self::NotADraft { .. } => "not_a_draft",
            Self::FileTooLarge { .. } | Self::FileOverLimit { .. } => "4002",
            Self::FileChanged { .. } => "file_changed",
            Self::UnknownRequest { .. } => "404",
            Self::FilmGone => "film_gone",
            Self::Unreachable { .. } => "unreachable",
            Self::Unavailable { .. } => "unavailable",
            Self::TooManyRequests | Self::NoTokenNow { .. } => "429",
            Self::BadAnswer { .. } => "bad_answer",
            Self::Refused { code, .. } if *code < 0 => "refused",
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
            Self::UnknownEnding { .. } => "unknown_ending",
            Self::FilmTooLarge { .. } => "film_too_large",
            Self::FfmpegLacks { .. } => "ffmpeg_lacks",
            Self::FfmpegHangs { .. } => "ffmpeg_hangs",
            Self::QuestionUnanswered { .. } => "question",
            Self::Interrupted => "interrupted",
        };
        word.to_owned()
    }

    /// What failed and why, and what to do next: one sentence each, the second may be empty.
    #[must_use]
    pub fn sentences(&self, language: Language) -> (String, String) {
        match language {
            Language::English => english::sentences(self),
            Language::Chinese => chinese::sentences(self),
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

const TYPES: &str = "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac (studio: srt vtt)";

fn megabytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}

/// How a session is called that was used last.
const LAST: &str = "last";

/// Whether a reason says already what to do next.
fn has_advice(reason: &str) -> bool {
    reason.trim_end_matches(['.', '。']).contains(['.', '。'])
}

/// Ends a line with a full stop if it has no end of its own.
fn sentence(line: &str) -> String {
    let line = line.trim();
    if line.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
        line.to_owned()
    } else {
        format!("{line}.")
    }
}
