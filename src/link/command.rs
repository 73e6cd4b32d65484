//! What can be asked of the link.

use std::path::PathBuf;

use super::{Backend, JobId, Piece, SessionName, Still, TurnId, Wish};
use crate::api::wire::render::OutputSettings;

/// An order. Every order that has answers carries the id which they bear.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Say a sentence to the agent. One turn runs at a time; more wait in line.
    Say {
        /// The id of the turn, chosen by the asker.
        turn: TurnId,
        /// The words.
        text: String,
    },
    /// Stop reading a turn, or take it out of the line.
    CancelTurn(TurnId),
    /// Keep the messages that wait in the editor, in this order, so that a crash does not take them.
    /// They replace those kept before.
    KeepQueue(Vec<String>),
    /// Keep what the person marked on the film, in place of what was kept before.
    KeepMarks(super::Marks),
    /// Put down a line of the conversation that is not the agent's, so that it is there tomorrow.
    Note(super::ChatLine),
    /// Add files to the session. Each becomes a job.
    Upload(Vec<PathBuf>),
    /// Render the film and fetch it.
    Export(ExportTo),
    /// Tell what a film made so would come to. Only the studio can be asked.
    Estimate(Box<OutputSettings>),
    /// Stop a job.
    CancelJob(JobId),
    /// Begin a failed or interrupted job again.
    RetryJob(JobId),
    /// Ask for the jobs of every session on this machine.
    ListJobs,
    /// Ask for the drafts that the session had.
    ListDrafts,
    /// Ask what happened to a job.
    ListSteps(JobId),
    /// Ask for the credits now.
    AskCredits,
    /// Ask for the draft now.
    AskState,
    /// Show a frame of the film. A newer order takes the place of one that is not answered yet.
    Preview(Wish),
    /// Show a small picture of a file of the session.
    Thumbnail(Still),
    /// Tell how loud a file of the session is.
    Waveform(String),
    /// Tell how loud pieces of music are that are made on the spot. What an earlier order asked and is not told yet is no
    /// longer asked.
    Pieces(Vec<Piece>),
    /// Ask for the sessions on this machine.
    ListSessions,
    /// Call a session so; by an empty name it is called after its film again.
    NameSession {
        /// Which.
        session: SessionName,
        /// How.
        name: String,
    },
    /// Remove all that is kept here of a session that nobody uses.
    RemoveSession(SessionName),
    /// The same, and the studio's own copy of the film and its files as well.
    RemoveFilm(SessionName),
    /// Leave this session for another.
    Switch(SessionChoice),
    /// Leave this backend for another. Whoever gives this order has asked the user; that the user
    /// agrees is remembered.
    SwitchBackend {
        /// Whom to talk to from now on.
        backend: Box<Backend>,
        /// Which of its sessions to open.
        session: SessionChoice,
    },
    /// End: finish writing, stop the studio, and go.
    Leave,
}

/// Where an export goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportTo {
    /// This file. An existing one is replaced only if `force` says so.
    File {
        /// Where.
        path: PathBuf,
        /// Whether an existing file may be replaced.
        force: bool,
    },
    /// The same, made as it says; its format is the one that the file's ending names.
    Made {
        /// Where.
        path: PathBuf,
        /// Whether an existing file may be replaced.
        force: bool,
        /// How good, which moment, how large.
        output: Box<OutputSettings>,
    },
    /// A free name, made from the film's title, in this folder.
    Folder(PathBuf),
    /// The same, made as it says, its format included.
    MadeIn {
        /// Which folder.
        folder: PathBuf,
        /// In which format, how good, which moment, how large.
        output: Box<OutputSettings>,
    },
}

/// Which session to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionChoice {
    /// A new one.
    New,
    /// The one used last on this backend; a new one where there is none.
    Last,
    /// The one used last on this backend; a problem where there is none.
    LastOnly,
    /// The one of this id (a unique beginning is enough).
    Id(String),
}
