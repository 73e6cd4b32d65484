//! What the conversation holds.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::draft::Draft;
use crate::language::{Language, Offer, Problem};
use crate::link::{ChatLine, Command, SessionSummary, Speaker, TurnId};
use crate::ui::words;

use super::super::{Effect, Now, State};
use super::{ChangeLine, Scroll};

/// The conversation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChatState {
    /// Oldest first.
    pub entries: Vec<Entry>,
    /// Which part of it is seen.
    pub scroll: Scroll,
    /// Where the end was left, while something else is seen.
    pub(in crate::app) left_at: Option<super::below::LeftAt>,
    /// What is looked for in it.
    pub find: Option<super::Find>,
    /// The entry that is chosen, for copying.
    pub chosen: Option<usize>,
    pub(in crate::app) copied_code: Option<super::copying::CopiedCode>,
    /// What the last key did, below the conversation until the next key.
    pub told_below: Option<String>,
    /// The newest answer as rows.
    pub laid: super::Laid,
    /// The turn that runs.
    pub turn: Option<Turn>,
    /// What is said next, in this order.
    pub queue: Vec<String>,
    /// Messages of an earlier run that were never sent. They are not sent by themselves.
    pub unsent: Vec<String>,
    /// What the agent asked and nobody answered yet.
    pub question: Option<Question>,
    /// What can be done in place of instructions for a screen in the last answer.
    pub(in crate::app) offers: Vec<Offer>,
    /// What it asked together with that.
    pub(in crate::app) more_questions: Vec<Question>,
    /// The answers to those of its questions that are answered, each with its question.
    pub(in crate::app) answers: Vec<String>,
    /// What is offered because of what has just happened; it stands before the offers.
    pub(in crate::app) follow_ups: Vec<super::Choice>,
    /// The existing file that an export met, while nobody has said what to do about it.
    pub(in crate::app) occupied: Option<PathBuf>,
    /// What could be said next.
    pub(in crate::app) suggestions: Vec<super::Choice>,
    /// The message that the server refused because it has lost the session.
    pub(in crate::app) refused: Option<String>,
    /// A film that could be gone on with instead.
    pub previous: Option<SessionSummary>,
    /// Those before it.
    pub earlier: Vec<SessionSummary>,
    pub(in crate::app) last_turn: u64,
}

/// Something said.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// By whom, and what.
    pub body: Body,
}

/// By whom something was said, and what.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// By the person.
    User(String),
    /// By the agent.
    Agent {
        /// The words so far.
        text: String,
        /// The turn that they belong to, in this run of the program.
        turn: Option<TurnId>,
        /// The answer before instructions for a screen were taken out of it, if any were.
        original: Option<String>,
        /// Which of the two is seen.
        wording: Wording,
    },
    /// By the program.
    Program(String),
    /// What went wrong, and what to do next.
    Problem {
        /// One sentence.
        what: String,
        /// One sentence, or nothing.
        next: String,
    },
    /// What a turn changed in the film.
    Changes(Vec<ChangeLine>),
}

/// Which wording of an answer is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wording {
    /// Without instructions for a screen that is not there.
    #[default]
    Cleaned,
    /// As the agent gave it.
    Original,
}

/// The turn that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// Its name.
    pub id: TurnId,
    /// When it was sent, on the steady clock.
    pub since: Duration,
    /// How far it is.
    pub phase: Phase,
    /// The words that it was asked.
    pub said: String,
    /// What the agent does, in its own word.
    pub activity: Option<String>,
    /// How the turn stands, where that says more than what the agent does.
    pub status: Option<String>,
    /// The film when it began.
    pub(in crate::app) before: Option<Arc<Draft>>,
}

/// How far a turn is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The words are on their way.
    Sent,
    /// The agent works.
    Running,
    /// The user wants it to stop.
    Cancelling,
}

/// What the agent asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The words.
    pub prompt: String,
    /// What can be answered.
    pub options: Vec<String>,
    /// The places of those that are marked, where several can be chosen together.
    pub marked: Option<BTreeSet<usize>>,
}

impl Question {
    /// The marked options as an answer; nothing where none is marked.
    pub(super) fn marked_options(&self) -> Option<String> {
        let marked = self.marked.as_ref().filter(|marked| !marked.is_empty())?;
        let named: Vec<&str> = marked
            .iter()
            .filter_map(|place| self.options.get(*place).map(String::as_str))
            .collect();
        Some(named.join(", "))
    }
}

impl Entry {
    /// A line that was kept.
    pub(crate) fn of(line: ChatLine) -> Self {
        let text = line.text;
        let body = match line.speaker {
            Speaker::User => Body::User(text),
            Speaker::Agent => Body::Agent {
                text,
                turn: None,
                original: line.original,
                wording: Wording::default(),
            },
            Speaker::Program => Body::Program(text),
            Speaker::Problem => Body::Problem { what: text, next: String::new() },
        };
        Self { at: line.at, body }
    }
}

impl ChatState {
    /// Whether nothing has been said yet, by the person or the agent.
    #[must_use]
    pub fn is_new(&self) -> bool {
        let talk = |entry: &Entry| matches!(entry.body, Body::User(_) | Body::Agent { .. });
        let waits = !self.queue.is_empty() || !self.unsent.is_empty();
        !self.entries.iter().any(talk) && self.turn.is_none() && !waits
    }

    /// Whether something is offered because of what has just happened.
    #[must_use]
    pub fn has_follow_ups(&self) -> bool {
        !self.follow_ups.is_empty()
    }

    /// Puts something said at the end.
    pub(crate) fn push(&mut self, now: Now, body: Body) {
        self.entries.push(Entry { at: now.wall, body });
    }
}

/// The program says something, and has it kept.
pub(crate) fn tell(state: &mut State, text: String) -> Vec<Effect> {
    state.chat.push(state.now, Body::Program(text.clone()));
    vec![note(state.now, Speaker::Program, text)]
}

/// The program says what went wrong, and has it kept.
pub(crate) fn tell_problem(state: &mut State, problem: &Problem) -> Vec<Effect> {
    let (what, next) = sentences(state.language, problem);
    let gap = if state.language == Language::English && !next.is_empty() { " " } else { "" };
    let line = format!("{what}{gap}{next}");
    state.chat.push(state.now, Body::Problem { what, next });
    vec![note(state.now, Speaker::Problem, line)]
}

/// A problem in the editor's words: what helps on the command line does not help here.
fn sentences(language: Language, problem: &Problem) -> (String, String) {
    let (what, next) = problem.sentences(language);
    match problem {
        Problem::FileExists { .. } => (what, words::of(language).another_name.to_owned()),
        _ => (what, next),
    }
}

pub(super) fn note(now: Now, speaker: Speaker, text: String) -> Effect {
    Effect::Tell(Command::Note(ChatLine { speaker, text, at: now.wall, original: None }))
}
