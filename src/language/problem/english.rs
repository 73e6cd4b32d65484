//! The sentences in English: what failed and why, and what to do next.

use crate::language::Language;

use super::{LAST, Problem, TYPES, has_advice, megabytes, sentence};

pub(super) fn sentences(problem: &Problem) -> (String, String) {
    use Problem as P;
    let (what, next) = match problem {
        P::TokenRefused => (
            "The token is no longer valid.".into(),
            "Set NEMO_TOKEN to a new one, or take it away to go on without an account.".into(),
        ),
        P::NoTokenNow { backend } => (
            format!(
                "The {backend} gives out no token now: a client gets one in 7 days, an internet \
                 address about ten."
            ),
            "Set NEMO_TOKEN to a token of your own, or use the studio: `--backend studio`.".into(),
        ),
        P::SessionNotFound { id } if id == LAST => {
            ("There is no film yet.".into(), "Begin one with `cutroom` or `cutroom run`.".into())
        }
        P::SessionNotFound { id } => {
            (format!("There is no session {id}."), "`cutroom sessions` lists them.".into())
        }
        P::SessionElsewhere { id, backend, flag } => (
            format!("The session {id} was made on {backend}, and {flag} names another place."),
            format!("Leave out {flag}: a session opens where it was made."),
        ),
        P::SessionAmbiguous { id } => (
            format!("\"{id}\" fits sessions of several backends."),
            "Name the backend too: --backend studio, or --cloud.".into(),
        ),
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
        P::FileUnsupported { path } => (
            format!("{} is of a type that cannot be used.", named(path, "The file")),
            format!("Accepted are {TYPES}."),
        ),
        P::NoSubtitles { path } => (
            format!("No subtitles can be read in {path}."),
            "An entry is a line such as 00:00:01,000 --> 00:00:03,000 with its words below.".into(),
        ),
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
        P::FileOverLimit { path, limit } => (
            format!(
                "{} is larger than the limit of {}.",
                named(path, "The file"),
                megabytes(*limit)
            ),
            "Trim or compress it first.".into(),
        ),
        P::FileChanged { path } => (
            format!("{path} changed while it was being sent."),
            "Add it again when nothing writes to it any more.".into(),
        ),
        P::UnknownRequest { backend } => (
            format!("The {backend} has nothing at the address that was asked."),
            "Check NEMO_API_URL or --backend; if they are right, update cutroom.".into(),
        ),
        P::FilmGone => (
            "The finished film is no longer at the server.".into(),
            "Export again to have it made anew.".into(),
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
        P::Refused { message: Some(words), .. } => (sentence(words), String::new()),
        P::Refused { code, message: None } if *code < 0 => (
            "The agent reports an error and gives no reason.".into(),
            "Look at the timeline, then say it another way.".into(),
        ),
        P::Refused { code, message: None } => (
            format!("The request was refused without a reason (code {code})."),
            "Try again in a minute; if it stays, tell the service this code.".into(),
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
        P::BadSetting { detail } => (sentence(detail.told(Language::English)), String::new()),
        P::BadUsage { detail } => {
            (sentence(detail.told(Language::English)), "`cutroom --help` shows the usage.".into())
        }
        P::UnknownEnding { path, endings } => (
            format!("The ending of {path} names no kind of film."),
            format!("Use one of these: {endings}."),
        ),
        P::FfmpegLacks { what } => (
            format!("The ffmpeg that is installed lacks the {what}."),
            "Install a complete one: apt-get install ffmpeg.".into(),
        ),
        P::FfmpegHangs { seconds } => (
            format!("ffmpeg got no further for {seconds} s and was ended."),
            "Try again; if it happens again, find the file that does it by leaving some out."
                .into(),
        ),
        P::FilmTooLarge { most, least } => (
            format!(
                "This film needs at least {}; {} were asked for.",
                megabytes(*least),
                megabytes(*most)
            ),
            "Shorten it, or make its picture smaller.".into(),
        ),
        P::QuestionUnanswered { prompt } => {
            (format!("The agent asks: {prompt}"), "Answer with another --prompt.".into())
        }
        P::Interrupted => ("Interrupted.".into(), String::new()),
    };
    (what, next)
}

/// A file's name, or how it is called without one.
fn named<'a>(path: &'a str, nameless: &'a str) -> &'a str {
    if path.is_empty() { nameless } else { path }
}
