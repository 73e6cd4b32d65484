//! What changed in the state, in lines.
//!
//! It remembers what it has told. An answer is told line by line as it comes, so that a screen reader
//! reads whole lines; progress is told each quarter; choices are numbered once they are there.

use std::collections::HashMap;

use crate::language::clean;
use crate::link::{JobId, JobState};
use crate::ui::words::{self, choosing, plain};

use super::super::{Body, Connection, Entry, Question, State};
use super::lists;

/// What was told so far.
#[derive(Debug, Default)]
pub(super) struct Teller {
    /// Entries of the conversation, and bytes of the last one of them.
    entries: usize,
    bytes: usize,
    jobs: HashMap<JobId, (JobState, u64)>,
    session: Option<String>,
    connection: Option<Connection>,
    activity: Option<String>,
    question: Option<Question>,
    choices: Vec<String>,
    asked: bool,
    /// What the person wrote last, which stands on the screen already.
    written: Option<String>,
}

impl Teller {
    /// The person wrote a line, and saw it.
    pub(super) fn wrote(&mut self, line: &str) {
        self.written = Some(line.trim().to_owned());
    }

    /// What is new.
    pub(super) fn news(&mut self, state: &State) -> Vec<String> {
        let mut lines = Vec::new();
        self.connection(state, &mut lines);
        self.conversation(state, &mut lines);
        self.activity(state, &mut lines);
        self.jobs(state, &mut lines);
        self.consent(state, &mut lines);
        self.choices(state, &mut lines);
        // Everything here may come from outside.
        lines.iter().map(|line| clean(line).into_owned()).collect()
    }

    fn connection(&mut self, state: &State, lines: &mut Vec<String>) {
        let session = state.status.session.as_ref().map(|session| session.id.clone());
        if session != self.session {
            self.session = session;
            (self.entries, self.bytes) = (0, 0);
            self.jobs = state.jobs.list.iter().map(known).collect();
        }
        let connection = &state.status.connection;
        if self.connection.as_ref() == Some(connection) {
            return;
        }
        let words = words::of(state.language);
        match connection {
            Connection::Connected => {
                let plain::PlainWords { colon, comma, .. } = plain::of(state.language);
                let title = state.film_title().map(|title| format!("{comma}{title}"));
                let title = title.unwrap_or_default();
                lines.push(format!("{}{colon}{}{title}", words.connected, state.status.backend));
            }
            Connection::Offline { problem, retrying: true } => {
                lines.push(format!("{} {}", problem.line(state.language), words.retrying));
            }
            // A problem that ends the trying stands in the conversation.
            Connection::Offline { .. } | Connection::Connecting | Connection::Asking => {}
        }
        self.connection = Some(connection.clone());
    }

    fn conversation(&mut self, state: &State, lines: &mut Vec<String>) {
        let entries = &state.chat.entries;
        self.entries = self.entries.min(entries.len());
        while let Some(entry) = entries.get(self.entries) {
            let goes_on = self.entries + 1 == entries.len() && state.chat.turn.is_some();
            match &entry.body {
                Body::Agent { text, .. } => {
                    self.speech(state, text, goes_on, lines);
                    if goes_on {
                        return;
                    }
                }
                _ => lines.extend(self.told(state, entry)),
            }
            (self.entries, self.bytes) = (self.entries + 1, 0);
        }
    }

    /// Whole lines of an answer, and the rest where nothing follows.
    fn speech(&mut self, state: &State, text: &str, goes_on: bool, lines: &mut Vec<String>) {
        let rest = text.get(self.bytes..).unwrap_or_default();
        let length = if goes_on { rest.rfind('\n').map_or(0, |at| at + 1) } else { rest.len() };
        for line in rest[..length].lines().filter(|line| !line.trim().is_empty()) {
            let plain::PlainWords { agent, colon, .. } = plain::of(state.language);
            let first = self.bytes == 0;
            lines.push(if first { format!("{agent}{colon}{line}") } else { line.to_owned() });
            self.bytes = self.bytes.max(1);
        }
        self.bytes = text.len() - (rest.len() - length);
    }

    fn told(&mut self, state: &State, entry: &Entry) -> Vec<String> {
        let words = plain::of(state.language);
        match &entry.body {
            Body::User(text) if self.written.take().as_ref() == Some(text) => Vec::new(),
            Body::User(text) => vec![format!("{}{}{text}", words.you, words.colon)],
            Body::Program(text) if state.jobs.arrived.is_told_by(text) => Vec::new(),
            Body::Program(text) => vec![text.clone()],
            Body::Problem { what, next } => {
                vec![format!("{}{}{what} {next}", words.problem, words.colon)]
            }
            Body::Changes(changes) => {
                changes.iter().map(|change| plain::change(state.language, change)).collect()
            }
            Body::Agent { .. } => Vec::new(),
        }
    }

    fn activity(&mut self, state: &State, lines: &mut Vec<String>) {
        let turn = state.chat.turn.as_ref();
        let now = turn.map(|turn| {
            let told = turn.status.clone().or_else(|| turn.activity.clone());
            told.unwrap_or_else(|| words::of(state.language).working.to_owned())
        });
        if now != self.activity {
            lines.extend(now.clone());
            self.activity = now;
        }
    }

    fn jobs(&mut self, state: &State, lines: &mut Vec<String>) {
        for job in &state.jobs.list {
            let (id, stands) = known(job);
            let before = self.jobs.get(&id);
            if before == Some(&stands) {
                continue;
            }
            // That something ends is told in the conversation as well, but not for everything.
            if job.state != JobState::Queued {
                lines.push(lists::job(state.language, job));
            }
            self.jobs.insert(id, stands);
        }
    }

    fn consent(&mut self, state: &State, lines: &mut Vec<String>) {
        if let (Some(asked), false) = (&state.asked, self.asked) {
            let words = choosing::of(state.language);
            lines.push(choosing::asked(state.language, asked.backend.name()));
            let colon = plain::of(state.language).colon;
            let facts = choosing::leaving(state.language, &asked.backend);
            lines.extend(facts.map(|(label, fact)| format!("{label}{colon}{fact}")));
            lines.push(format!("1. {}", words.stay));
            lines.push(format!("2. {}", words.accept));
        }
        self.asked = state.asked.is_some();
    }

    fn choices(&mut self, state: &State, lines: &mut Vec<String>) {
        let words = plain::of(state.language);
        let question = &state.chat.question;
        if *question != self.question
            && let Some(question) = question
            && self.question.as_ref().is_none_or(|before| before.prompt != question.prompt)
        {
            lines.push(format!("{}{}{}", words.question, words.colon, question.prompt));
        }
        self.question.clone_from(question);
        let waits = state.chat.turn.is_some() && question.is_none();
        if waits || !state.status.has_session() || state.asked.is_some() {
            return;
        }
        let labels: Vec<String> =
            state.choices().iter().map(|choice| choice.label().to_owned()).collect();
        if labels == self.choices {
            return;
        }
        if !labels.is_empty() {
            let several = question.as_ref().is_some_and(|question| question.marked.is_some());
            lines.push((if several { words.choose_several } else { words.choose }).to_owned());
            let numbered = labels.iter().enumerate();
            lines.extend(numbered.map(|(place, label)| format!("{}. {label}", place + 1)));
        }
        self.choices = labels;
    }
}

/// A job's state, and the quarter that it is in.
fn known(job: &crate::link::JobView) -> (JobId, (JobState, u64)) {
    let quarter = match job.state {
        JobState::Running => (lists::percent(job).unwrap_or(0) / 25).min(3),
        _ => 0,
    };
    (job.id.clone(), (job.state.clone(), quarter))
}
