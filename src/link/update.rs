//! What the link tells.

use std::path::PathBuf;
use std::sync::Arc;

use crate::draft::Draft;
use crate::language::Problem;

pub use crate::api::wire::session::Credits;
pub use crate::api::wire::upload::UploadedFile as MediaItem;

/// Names a turn. Chosen by the asker, counted up within a run of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TurnId(pub u64);

/// Names a job, in the store and on the command line (`u-3f2a`, `r-91bc`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(pub String);

/// A fact.
#[derive(Debug, Clone, PartialEq)]
pub enum Update {
    /// The backend is being started or reached.
    Connecting,
    /// A session is open; what the store kept of it comes along.
    Opened(Box<Restored>),
    /// The connection could not be made or was lost; the link tries again by itself if `retrying`.
    Offline {
        /// Why.
        problem: Problem,
        /// Whether the link goes on trying.
        retrying: bool,
    },
    /// The words are on their way to the agent.
    TurnStarted(TurnId),
    /// A piece of the agent's answer, after GUI words are gone.
    TurnText(TurnId, String),
    /// What the agent is doing now, as a word for the activity line (`editing`, `reading media`).
    TurnActivity(TurnId, String),
    /// The agent waits for a choice; the answer is said as the next sentence.
    TurnQuestion {
        /// In which turn.
        turn: TurnId,
        /// What is asked.
        prompt: String,
        /// What can be answered.
        options: Vec<String>,
    },
    /// The turn has ended and the draft that follows from it has been told.
    TurnEnded(TurnId, TurnEnd),
    /// The program's own words about what happened.
    Notice(String),
    /// Something went wrong that belongs to no turn and no job.
    Trouble(Problem),
    /// The draft as last polled. Told only when it differs from the one before.
    Draft(Arc<Draft>),
    /// The session's files, whenever they differ from before.
    Media(Arc<Vec<MediaItem>>),
    /// A job as it stands; only the newest of a job matters.
    Job(JobView),
    /// The credits as last told by the server.
    Credits(Credits),
    /// The link has ended; nothing follows.
    Left,
}

/// How a turn ended.
#[derive(Debug, Clone, PartialEq)]
pub enum TurnEnd {
    /// With an answer.
    Answered,
    /// Without words; what changed in the draft has been told as a notice.
    Silent,
    /// By the user's wish.
    Cancelled,
    /// With a problem.
    Failed(Problem),
}

/// What the store kept of a session, and what the backend says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// The session itself.
    pub session: SessionInfo,
    /// The conversation so far, oldest first.
    pub chat: Vec<ChatLine>,
    /// Its jobs, oldest first.
    pub jobs: Vec<JobView>,
    /// Its files.
    pub media: Arc<Vec<MediaItem>>,
    /// The film; none before the first edit.
    pub draft: Option<Arc<Draft>>,
    /// The session used before this one on the same backend, if it has anything in it: what a new
    /// session offers to go on with.
    pub previous: Option<SessionSummary>,
    /// Another running cutroom has this session open too.
    pub shared: bool,
    /// Nothing will be kept after this run, and why.
    pub not_kept: Option<Problem>,
}

/// The session that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionInfo {
    /// Its id at the backend.
    pub id: String,
    /// `studio`, `cloud`, or the address.
    pub backend: String,
    /// The profile's `name`.
    pub profile: String,
    /// The film's name, if it has one.
    pub title: Option<String>,
    /// Where it opens in a browser.
    pub link: Option<String>,
    /// Whether it was there before.
    pub resumed: bool,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionSummary {
    /// Its id at the backend.
    pub id: String,
    /// `studio`, `cloud`, or the address.
    pub backend: String,
    /// The profile's `name`.
    pub profile: String,
    /// The film's name, or the first words of the conversation.
    pub title: String,
    /// When it was last used, in milliseconds since 1970.
    pub used_at: i64,
    /// How many files it has.
    pub media_count: usize,
    /// How long the film is, in milliseconds.
    pub duration_ms: u64,
}

/// Who said a line of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The person.
    User,
    /// The backend's agent.
    Agent,
    /// The program itself.
    Program,
    /// The program, about something that went wrong.
    Problem,
}

/// A line of the conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct ChatLine {
    /// Who said it.
    pub speaker: Speaker,
    /// The words.
    pub text: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobKind {
    /// Brings a file to the backend.
    Upload,
    /// Makes the film, and fetches it.
    Render,
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq)]
pub enum JobState {
    /// It waits for its turn.
    Queued,
    /// It runs.
    Running,
    /// A render is made and its file is being fetched.
    Downloading,
    /// It is done.
    Done,
    /// It failed.
    Failed(Problem),
    /// The user stopped it.
    Cancelled,
    /// The program ended before it did; it can be begun again.
    Interrupted,
}

/// A job as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct JobView {
    /// Its id.
    pub id: JobId,
    /// What it does.
    pub kind: JobKind,
    /// What people call it: the file's or the film's name.
    pub label: String,
    /// How far it is.
    pub state: JobState,
    /// Bytes, or hundredths of a percent of a render.
    pub done: u64,
    /// Of how many; none where it is not known.
    pub total: Option<u64>,
    /// The file it made, or is made from.
    pub path: Option<PathBuf>,
    /// The size of the file that it made, in bytes.
    pub bytes: Option<u64>,
    /// When it began, in milliseconds since 1970.
    pub started_at: i64,
    /// When it ended, in milliseconds since 1970.
    pub ended_at: Option<i64>,
    /// What went less than well without failing, a sentence each.
    pub warnings: Vec<String>,
}
