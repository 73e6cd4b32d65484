//! What is kept of a session, as plain values: its conversation, its jobs, its line in a list.

use std::path::PathBuf;

use crate::api::wire::render::OutputSettings;
use crate::draft::Millis;
use crate::language::Problem;

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
    /// Where it opens in a browser, if a link was kept.
    pub link: Option<BrowserLink>,
}

/// A session in a list, and who works on it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedSession {
    /// Its line.
    pub summary: SessionSummary,
    /// Who works on it.
    pub used: Used,
}

/// Who works on a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Used {
    /// Nobody.
    No,
    /// A running program has it open.
    Open,
    /// Jobs of it go on.
    Working,
}

/// Where a session's project opens in a browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserLink {
    /// The address.
    pub address: String,
    /// Until when it works, in milliseconds since 1970.
    pub until: i64,
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
    /// An answer as the agent gave it, where instructions for a screen were taken out of it.
    pub original: Option<String>,
}

/// How far a message of the user's is. Only a written one has certainly not reached the agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It is put down and waits.
    Written,
    /// It is on its way, or with the agent; it is never sent again.
    Sent,
    /// The turn has ended.
    Answered,
    /// The turn ended with a problem, or was taken back.
    Failed,
}

/// Names a job, in the store and on the command line (`u-3f2a`, `r-91bc`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobId(pub String);

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

impl JobState {
    /// Whether nothing more happens by itself.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        match self {
            Self::Queued | Self::Running | Self::Downloading => false,
            Self::Done | Self::Failed(_) | Self::Cancelled | Self::Interrupted => true,
        }
    }
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
    /// A word of the server's for what it does now, where the contract lists none for it.
    pub stage: Option<String>,
    /// What it will come to, as long as it runs here.
    pub expected: Option<Box<Expected>>,
    /// How long the film is that it makes, as long as it runs here.
    pub film: Option<Millis>,
}

/// What a film will come to: from the least that is likely to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// Its size.
    pub bytes: (u64, u64),
    /// How long it is made, in milliseconds.
    pub millis: (u64, u64),
}

/// Something that happened to a job.
#[derive(Debug, Clone, PartialEq)]
pub struct JobStep {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// How far the job was from then on.
    pub state: JobState,
    /// The server's word for what it did.
    pub stage: Option<String>,
    /// The file that was written.
    pub path: Option<PathBuf>,
    /// Its size in bytes.
    pub bytes: Option<u64>,
}

/// What a job was asked to do: enough to begin it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobOrder {
    /// Send this file.
    SendFile(PathBuf),
    /// Have the server fetch this address.
    SendAddress(String),
    /// Render into this file; an existing one is replaced only if `force` says so.
    SaveFile {
        /// Where.
        path: PathBuf,
        /// Whether an existing file may be replaced.
        force: bool,
    },
    /// The same, made as it says.
    Make {
        /// Where.
        path: PathBuf,
        /// Whether an existing file may be replaced.
        force: bool,
        /// How good, which moment, how large.
        output: Box<OutputSettings>,
    },
    /// Render into this folder, under a free name.
    SaveIn(PathBuf),
    /// The same, made as it says.
    MakeIn {
        /// Which folder.
        folder: PathBuf,
        /// In which format, how good, which moment, how large.
        output: Box<OutputSettings>,
    },
}

/// A job with all that is kept of it.
#[derive(Debug, Clone, PartialEq)]
pub struct JobRecord {
    /// How it stands.
    pub view: JobView,
    /// What it was asked to do.
    pub order: JobOrder,
    /// The order's id at the backend, once it has one.
    pub render: Option<String>,
    /// Which running program works on it, or did last.
    pub owner: Option<String>,
    /// What has been fetched of its file so far.
    pub part: Option<KeptPart>,
}

/// A file that is not finished: enough to go on with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPart {
    /// Where it lies.
    pub path: PathBuf,
    /// By which the server tells the whole file from every other.
    pub tag: Option<String>,
    /// The size of the whole file, in bytes.
    pub total: Option<u64>,
}

/// A job in a list of all sessions' jobs.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedJob {
    /// The session's backend.
    pub backend: String,
    /// The session's id there.
    pub session: String,
    /// What the session is called; empty where it has no name.
    pub title: String,
    /// How it stands.
    pub view: JobView,
    /// Which running program works on it, or did last.
    pub owner: Option<String>,
}

/// In and out point on the timeline, and markers. They belong to the person, not to the draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// First moment of the marked range.
    pub in_point: Option<Millis>,
    /// One past the last moment of the marked range.
    pub out_point: Option<Millis>,
    /// Places to come back to, in order of their time, one at a time.
    pub markers: Vec<Marker>,
}

/// A place on the film with a word to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// Where.
    pub at: Millis,
    /// What for; empty where nothing was said.
    pub name: String,
}
