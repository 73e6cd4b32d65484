//! What the link tells.

use std::path::PathBuf;
use std::sync::Arc;

use super::notices;
use super::{
    Backend, JobStep, ListedJob, ListedSession, NoPicture, Picture, SessionChoice, Still, Wish,
};
use crate::draft::{Draft, Millis};
use crate::language::{Language, Offer, Problem};

pub use crate::api::wire::session::Credits;
pub use crate::api::wire::upload::UploadedFile as MediaItem;
pub use crate::store::kept::{
    ChatLine, Expected, JobId, JobKind, JobState, JobView, Marker, Marks, SessionSummary, Speaker,
};

/// Names a turn. Chosen by the asker, counted up from 1 within a run of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TurnId(pub u64);

impl TurnId {
    /// The turn that was with the agent when an earlier run of the program ended: it is not sent
    /// again, only looked after until it is known what became of it.
    pub const BEFORE: Self = Self(0);
}

/// A fact.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a few are under way at a time, and most are jobs")]
pub enum Update {
    /// The backend is being started or reached.
    Connecting,
    /// The user has not agreed to this server yet. Nothing is sent until
    /// [`Command::SwitchBackend`](super::Command::SwitchBackend) answers: by naming this backend, or
    /// another one.
    ConsentNeeded {
        /// Which server.
        backend: Box<Backend>,
        /// Which session was to be opened there.
        session: SessionChoice,
    },
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
    /// Something that can be done in place of GUI words of the answer; each once a turn.
    TurnOffer(TurnId, Offer),
    /// The whole answer as the agent gave it. Told after the last piece, if GUI words are gone.
    TurnOriginal(TurnId, String),
    /// What the agent is doing now, as a word for the activity line (`editing`, `reading media`).
    TurnActivity(TurnId, String),
    /// How the turn stands, in a line that takes the place of the one before: the agent is still
    /// working, or it is being checked whether a message went through. It is not kept.
    TurnStatus(TurnId, String),
    /// The agent waits for a choice; the answer is said as the next sentence. Where it asks several
    /// things at once there is one such update for each.
    TurnQuestion {
        /// In which turn.
        turn: TurnId,
        /// What is asked.
        prompt: String,
        /// What can be answered.
        options: Vec<String>,
        /// Whether several of them can be chosen together.
        allow_multiple: bool,
    },
    /// Sentences that the person may want to say after this turn, each as it stands.
    TurnSuggestions(TurnId, Vec<String>),
    /// The turn has ended and the draft that follows from it has been told.
    TurnEnded(TurnId, TurnEnd),
    /// The program's own words about what happened.
    Notice(String),
    /// Something went wrong that belongs to no turn and no job.
    Trouble(Problem),
    /// The draft as last polled. Told only when it differs from the one before.
    Draft(Arc<Draft>),
    /// The drafts that the session had, the film as it is last.
    Drafts(Arc<PastFilm>),
    /// The session's files, whenever they differ from before.
    Media(Arc<Vec<MediaItem>>),
    /// A job as it stands; only the newest of a job matters.
    Job(JobView),
    /// The jobs of every session on this machine, oldest first.
    Jobs(Arc<Vec<ListedJob>>),
    /// What happened to a job, oldest first.
    JobSteps(JobId, Arc<Vec<JobStep>>),
    /// The credits as last told by the server.
    Credits(Credits),
    /// The sessions on this machine, the one used last first.
    Sessions(Arc<Vec<ListedSession>>),
    /// Where the session opens in a browser from now on.
    BrowserLink(String),
    /// What the film would come to, or why nobody knows.
    Estimate {
        /// What was asked.
        output: Box<super::OutputSettings>,
        /// The answer.
        told: Result<super::Expected, Problem>,
    },
    /// A frame of the film, or why there is none.
    Preview {
        /// As it was asked for.
        wish: Wish,
        /// The frame.
        picture: Result<Arc<Picture>, NoPicture>,
    },
    /// A small picture of a file of the session, where it has one.
    Thumbnail {
        /// As it was asked for.
        still: Still,
        /// The picture.
        picture: Option<Arc<Picture>>,
    },
    /// How loud a file of the session is.
    Waveform(Waveform),
    /// The link has ended; nothing follows.
    Left,
}

/// The drafts that a session had.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PastFilm {
    /// The oldest first; the last is the film as it is.
    pub drafts: Vec<Arc<Draft>>,
    /// How many there were before these that are not kept any more.
    pub gone: usize,
}

/// How loud a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waveform {
    /// Its name in the session.
    pub file: String,
    /// The loudest sample of each [`PEAK`], 255 being full scale.
    pub peaks: Vec<u8>,
}

/// How much time a peak covers.
pub const PEAK: Millis = Millis(50);

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
    /// What the person marked on it.
    pub marks: Marks,
    /// The session used before this one on the same backend, if it has anything in it: what a new
    /// session offers to go on with.
    pub previous: Option<SessionSummary>,
    /// Those used before that one, the newest first.
    pub earlier: Vec<SessionSummary>,
    /// Another running cutroom has this session open too.
    pub shared: bool,
    /// Nothing will be kept after this run, and why.
    pub not_kept: Option<Problem>,
    /// What an earlier run that ended too early left open.
    pub left_over: LeftOver,
    /// How many messages of `previous` an earlier run left open.
    pub previous_left_over: usize,
    /// The session in whose place this one came, because the server has lost it.
    pub lost: Option<LostSession>,
}

/// What an earlier run that ended too early left open. Nothing of it is ever sent by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOver {
    /// Messages that were written and never sent.
    pub unsent: Vec<String>,
    /// The message that was with the agent, if it is still not known what became of it: it is looked
    /// after as the turn [`TurnId::BEFORE`].
    pub underway: Option<String>,
    /// What became of the message that was with the agent, or that it is being found out, in the
    /// program's own words.
    pub told: Option<String>,
}

/// A session that the server has lost. What the store kept of it stays readable.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LostSession {
    /// Its id.
    pub id: String,
    /// Files and addresses that it had and that can be added again.
    pub files: Vec<PathBuf>,
    /// Names of files that it had and that are not where they were.
    pub gone: Vec<String>,
}

impl LostSession {
    /// Whether it had any files.
    #[must_use]
    pub fn has_files(&self) -> bool {
        !self.files.is_empty() || !self.gone.is_empty()
    }

    /// Which files the session in its place lacks, in words.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let names = self.files.iter().map(|path| path.display().to_string());
        notices::files_lacking(language, &names.collect::<Vec<_>>(), &self.gone)
    }
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
