//! All that the editor knows: a small state for each pane, and what they share.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use ratatui::layout::{Rect, Size};

use crate::language::Language;
use crate::store::Profile;
use crate::terminal::Capabilities;
use crate::ui::layout::{self, Areas, Tab, Wanted};

use super::actions::Row;
use super::progress::ProgressState;
use super::{
    Asked, Backends, ChatState, Choice, DraftHistory, ExportState, HelpState, Hints, JobLogState,
    JobsState, Key, Keymap, Leaving, Look, MediaState, MessageState, Now, PaletteState,
    PickerState, PicturesState, PreviewState, Redraw, SessionsState, Setup, StatusState,
    TimelineState, chat, hints, paste,
};

/// Which pane the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Focus {
    /// The box for words.
    #[default]
    Message,
    /// The film.
    Timeline,
    /// The conversation.
    Chat,
    /// The files.
    Media,
    /// Uploads and renders.
    Jobs,
}

impl Focus {
    /// The order in which Tab goes round.
    pub const ROUND: [Self; 5] =
        [Self::Message, Self::Timeline, Self::Chat, Self::Media, Self::Jobs];

    /// The pane after this one, or before it.
    #[must_use]
    pub fn step(self, forward: bool) -> Self {
        let count = Self::ROUND.len();
        let place = Self::ROUND.iter().position(|focus| *focus == self).unwrap_or(0);
        Self::ROUND[(place + if forward { 1 } else { count - 1 }) % count]
    }
}

/// What the window is called while the film has no name.
pub(super) const PROGRAM: &str = "cutroom";

/// The whole editor.
#[derive(Debug, Clone)]
pub struct State {
    /// The language of the screen.
    pub language: Language,
    /// The kind of work.
    pub profile: Profile,
    /// Colours and signs.
    pub look: Look,
    /// Hints for who is new.
    pub hints: Hints,
    /// Which keys do what.
    pub keymap: Arc<Keymap>,
    /// The keys of a sequence that have been pressed so far.
    pub pending: Vec<Key>,
    /// The part of the timeline along which the mouse drags the playhead.
    pub(super) scrubbing: Option<Rect>,
    /// For the times of day.
    pub zone: TimeZone,
    /// What paths without a root begin at.
    pub folder: PathBuf,
    /// The folder for exports that name no file.
    pub output: PathBuf,
    /// What `~` means.
    pub home: Option<PathBuf>,
    /// The terminal.
    pub size: Size,
    /// The window has lost the focus.
    pub unfocused: bool,
    /// What the terminal said of itself; nothing before it has.
    pub terminal: Capabilities,
    /// The time of the newest message.
    pub now: Now,
    /// The pane that has the keys.
    pub focus: Focus,
    /// The pane that the upper half shows where it shows one.
    pub tab: Tab,
    /// The help, while it is open.
    pub help: Option<HelpState>,
    /// The list of everything, while it is open.
    pub palette: Option<PaletteState>,
    /// Exports whose kind is chosen.
    pub exporting: ExportState,
    /// The list of files, while it is open.
    pub picker: Option<PickerState>,
    /// The folder in which files were looked for last.
    pub picked_in: Option<PathBuf>,
    /// The log of a job, while it is open.
    pub job_log: Option<JobLogState>,
    /// The list of sessions, while it is open.
    pub sessions: Option<SessionsState>,
    /// The question before the first use of a server elsewhere, while it is open.
    pub asked: Option<Asked>,
    /// Which backends can be chosen.
    pub backends: Backends,
    /// The status line.
    pub status: StatusState,
    /// The conversation.
    pub chat: ChatState,
    /// The message box.
    pub message: MessageState,
    /// The film.
    pub timeline: TimelineState,
    /// The drafts of this run.
    pub history: DraftHistory,
    /// What is known of the look and sound of the files.
    pub pictures: PicturesState,
    /// The picture under the playhead.
    pub preview: PreviewState,
    /// Uploads and renders.
    pub jobs: JobsState,
    /// The files.
    pub media: MediaState,
    /// What the program has said while the conversation is not seen, until the next key.
    pub foot: Option<String>,
    /// Whether leaving was asked for.
    pub leaving: Leaving,
    /// Files to add as soon as a session is open.
    pub(super) files: Vec<PathBuf>,
    /// What waits to be said, as the link was last told to keep it.
    pub(super) kept_queue: Vec<String>,
    /// How much of the screen the last message can have changed.
    pub(super) redraw: Redraw,
    /// The wake-up that was asked for last.
    pub(super) wake: Option<Duration>,
    /// How far the work is, as it is told to the window.
    pub(super) progress: ProgressState,
    /// The window's name as last set.
    pub(super) title: String,
}

impl State {
    /// The editor before anything has happened: it can be drawn and typed into at once.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let file = |path: &PathBuf| {
            paste::file(&path.to_string_lossy(), setup.home.as_deref(), &setup.folder)
        };
        let files = setup.files.iter().map(file).collect();
        Self {
            language: setup.language,
            profile: setup.profile,
            look: setup.look,
            hints: setup.hints,
            keymap: setup.keymap,
            pending: Vec::new(),
            scrubbing: None,
            zone: setup.zone,
            folder: setup.folder,
            output: setup.output,
            home: setup.home,
            size: setup.size,
            unfocused: false,
            terminal: Capabilities::default(),
            now: setup.now,
            focus: Focus::default(),
            tab: Tab::default(),
            help: None,
            palette: None,
            exporting: ExportState::default(),
            picker: None,
            picked_in: None,
            job_log: None,
            sessions: None,
            asked: None,
            backends: setup.backends,
            status: StatusState::new(setup.backend),
            chat: ChatState::default(),
            message: MessageState::default(),
            timeline: TimelineState::default(),
            history: DraftHistory::default(),
            pictures: PicturesState::default(),
            preview: PreviewState::default(),
            jobs: JobsState::default(),
            media: MediaState::default(),
            foot: None,
            leaving: Leaving::default(),
            files,
            kept_queue: Vec::new(),
            redraw: Redraw::Whole,
            wake: None,
            progress: ProgressState::default(),
            title: PROGRAM.to_owned(),
        }
    }

    /// Where everything lies now.
    #[must_use]
    pub fn areas(&self) -> Areas {
        let rows = self.message.rows(self.message_cols()).len();
        let areas = layout::areas(Wanted {
            size: self.size,
            tab: self.tab,
            message_rows: u16::try_from(rows).unwrap_or(u16::MAX),
            lanes: u16::try_from(self.timeline.shown().tracks().len()).unwrap_or(u16::MAX),
            filmstrip: super::is_filmstrip_on(self),
        });
        if super::is_preview_open(self) { crate::ui::preview::placed(areas, self) } else { areas }
    }

    /// Whether something lies over the panes and has the keys.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        let listed = self.palette.is_some() || self.sessions.is_some() || self.picker.is_some();
        let listed = listed || self.exporting.sheet.is_some();
        let told = self.help.is_some() || self.job_log.is_some();
        told || listed || self.asked.is_some()
    }

    /// How much of the screen the last message can have changed.
    #[must_use]
    pub const fn redraw(&self) -> Redraw {
        self.redraw
    }

    /// What is hinted at now.
    #[must_use]
    pub fn hint(&self) -> Option<&'static Row> {
        hints::hint(self)
    }

    /// Whether a question lies over everything else.
    #[must_use]
    pub const fn is_asking(&self) -> bool {
        self.asked.is_some()
    }

    /// What the numbers stand for while the message box is empty.
    #[must_use]
    pub fn choices(&self) -> Vec<Choice> {
        chat::choices(self)
    }

    /// The file or folder that a path means.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        paste::file(path, self.home.as_deref(), &self.folder)
    }

    /// What the film is called, if it has a name.
    #[must_use]
    pub fn film_title(&self) -> Option<&str> {
        let drafted = self.history.now().and_then(|draft| draft.title.as_deref());
        let session = self.status.session.as_ref().and_then(|session| session.title.as_deref());
        drafted.or(session).filter(|title| !title.trim().is_empty())
    }

    /// Columns that words in the message box can take.
    #[must_use]
    pub fn message_cols(&self) -> usize {
        usize::from(layout::message_cols(self.size))
    }
}
