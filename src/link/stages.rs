//! The two steps of generation, as the polls of one turn show them.
//!
//! The video is told as soon as a poll shows it; what the service added on its own is told when the
//! turn has ended, because only then is it complete.

use super::polls::Seen;
use super::session::{ServerKind, Session};
use super::{TurnId, Update};
use crate::draft::changes;
use crate::language::stages::{Additions, additions, generated, tell_generated};

/// What a turn's polls have shown so far.
#[derive(Debug)]
pub(super) struct Stages {
    before: Seen,
    said: String,
    /// Names of the files that were there before: what shows one of them was not generated.
    known: Vec<String>,
    tools: Tools,
    /// The first step has been told.
    told: bool,
}

/// What the agent's tools say about whether it generates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tools {
    /// None has been named; the film alone decides.
    Unnamed,
    /// Those that were named do something else.
    Others,
    /// One of them generates.
    Generate,
}

impl Stages {
    pub(super) fn new(before: &Seen, said: &str) -> Self {
        let known = before.media.iter().map(|file| file.filename.clone()).collect();
        let (before, said) = (before.clone(), said.to_owned());
        Self { before, said, known, tools: Tools::Unnamed, told: false }
    }

    /// The agent works with a tool.
    pub(super) fn works_with(&mut self, tool: &str) {
        let tool = tool.to_ascii_lowercase();
        if ["generat", "seedance", "text_to_video", "image_to_video"]
            .iter()
            .any(|part| tool.contains(part))
        {
            self.tools = Tools::Generate;
        } else if self.tools == Tools::Unnamed {
            self.tools = Tools::Others;
        }
    }

    /// A poll shows the film: a generated video in it is told, once.
    pub(super) async fn see(&mut self, session: &Session, seen: &Seen) {
        // The studio makes films of the user's own files alone.
        let generates = session.server.kind == ServerKind::Remote && self.tools != Tools::Others;
        if self.told || !generates || !seen.differs_from(&self.before) {
            return;
        }
        let found = changes(&self.before.film(), &seen.film());
        let mut segments = generated(&found, &self.known);
        if self.tools == Tools::Unnamed {
            // What has no name either may be anything.
            segments.retain(|segment| segment.source.is_some() || segment.name.is_some());
        }
        if !segments.is_empty() {
            self.told = true;
            session.notice(tell_generated(&segments, session.language)).await;
        }
    }

    /// The turn has ended with this film: what came on its own is told, with the sentences that take
    /// it out again. Tells whether the steps tell all that changed.
    pub(super) async fn finish(&mut self, session: &Session, turn: TurnId, after: &Seen) -> bool {
        self.see(session, after).await;
        if !self.told {
            return false;
        }
        let found: Additions = additions(&self.before.film(), &after.film(), &self.said);
        if !found.is_empty() {
            session.notice(found.tell(session.language)).await;
            let sentences = found.sentences(session.language);
            session.tell(Update::TurnSuggestions(turn, sentences)).await;
        }
        true
    }
}
