//! Event to what the link tells: words once, work as a word, and how it ended.
//!
//! Partial pieces are told as they come, and the recap that repeats them adds only what is new in it,
//! whichever dialect the pieces came in. Where the agent worked between two messages they are set
//! apart. An apology after a good answer is held back and told only if more words follow it.

use super::recap::{Pieces, rest_after};
use super::{Event, Piece, Question, apology};

/// What is told of a stream.
#[derive(Debug, Clone, PartialEq)]
pub enum Tell {
    /// More words of the answer.
    Text(String),
    /// The tool that the agent works with now.
    Tool(String),
    /// The agent thinks.
    Thinking,
    /// The agent asks and waits.
    Question(Question),
    /// The stream ended with an apology after work: whether it matters, the state decides.
    Apology(String),
    /// The server reports an error; the state decides whether it matters.
    Failed {
        /// The contract's number, where there is one.
        code: Option<i64>,
        /// The server's words.
        message: Option<String>,
    },
}

/// Turns events into what is told.
#[derive(Debug, Default)]
pub struct Teller {
    /// Pieces of messages that recaps may repeat.
    pieces: Pieces,
    /// The words of this message that came as pieces which nobody promised to repeat.
    plain: String,
    /// The last whole message, while nothing has come after it.
    last_whole: String,
    /// Words held back, since they may become an apology.
    held: Option<Held>,
    /// Whether any words have been told.
    answered: bool,
    /// Whether the agent has worked since words were told.
    worked: bool,
    /// Whether the next words begin a new paragraph.
    apart: bool,
}

/// Words held back.
#[derive(Debug, Default)]
struct Held {
    words: String,
    /// Their message has ended, so they are an apology, and whatever follows is another message.
    whole: bool,
}

impl Teller {
    /// What an event tells.
    pub fn hear(&mut self, event: Event) -> Vec<Tell> {
        match event {
            Event::Text(words, Piece::Next) => {
                self.plain.push_str(&words);
                self.last_whole.clear();
                self.words(&words)
            }
            Event::Text(words, Piece::Partial) => {
                self.last_whole.clear();
                let words = self.pieces.add(&words);
                self.words(&words)
            }
            Event::Text(words, Piece::Whole) => self.recap(&words),
            Event::Thought => vec![Tell::Thinking],
            Event::ToolCall(name) => self.after_work(Tell::Tool(name)),
            Event::ToolResult(_) => self.after_work(Tell::Thinking),
            Event::Question(question) => self.after_message(Tell::Question(question)),
            Event::Failed { code, message } => vec![Tell::Failed { code, message }],
            Event::Alive | Event::Unknown => Vec::new(),
        }
    }

    /// The stream has ended well: what is still held back is told unless it is an apology.
    pub fn finish(&mut self) -> Vec<Tell> {
        let mut told = self.message_ends();
        if let Some(held) = self.held.take() {
            tracing::debug!("a closing apology was held back");
            if self.worked {
                told.push(Tell::Apology(held.words.trim().to_owned()));
            }
        }
        told
    }

    /// A whole message: what has not been told of it yet.
    fn recap(&mut self, words: &str) -> Vec<Tell> {
        if !words.is_empty() && self.last_whole == words {
            return Vec::new();
        }
        let new = match rest_after(words, &self.plain) {
            Some(rest) => rest.to_owned(),
            None => self.pieces.new_in(words),
        };
        let mut told = self.words(&new);
        told.extend(self.message_ends());
        words.clone_into(&mut self.last_whole);
        told
    }

    fn words(&mut self, words: &str) -> Vec<Tell> {
        if words.is_empty() {
            return Vec::new();
        }
        let mut told = Vec::new();
        if self.held.as_ref().is_some_and(|held| held.whole) {
            told = self.release();
            self.apart = true;
        }
        if self.begins_anew(words) {
            told.extend(self.release());
        }
        let mut held = self.held.take().unwrap_or_default();
        held.words.push_str(words);
        let kept = apology::may_begin_at(&held.words, self.answered);
        let rest = kept.map_or_else(String::new, |place| held.words.split_off(place));
        if !held.words.is_empty() {
            self.held = Some(held);
            told.extend(self.release());
        }
        self.held = (!rest.is_empty()).then_some(Held { words: rest, whole: false });
        told
    }

    /// Whether an apology may begin with these words, since it cannot with those held: they only looked
    /// like one, as a single letter does.
    fn begins_anew(&self, words: &str) -> bool {
        self.held.as_ref().is_some_and(|held| {
            let together = format!("{}{words}", held.words);
            !apology::may_become_one(&together) && apology::may_become_one(words)
        })
    }

    /// Tells the words held back.
    fn release(&mut self) -> Vec<Tell> {
        let Some(Held { mut words, .. }) = self.held.take() else {
            return Vec::new();
        };
        if std::mem::take(&mut self.apart) && self.answered {
            words.insert_str(0, "\n\n");
        }
        let says_something = !words.trim().is_empty();
        self.answered |= says_something;
        self.worked &= !says_something;
        vec![Tell::Text(words)]
    }

    fn message_ends(&mut self) -> Vec<Tell> {
        let withheld = self.pieces.end_message();
        let mut told = self.words(&withheld);
        self.plain.clear();
        match &mut self.held {
            Some(held) if apology::is_one(&held.words) => held.whole = true,
            _ => {
                told.extend(self.release());
                self.apart = true;
            }
        }
        told
    }

    fn after_message(&mut self, tell: Tell) -> Vec<Tell> {
        let mut told = self.message_ends();
        self.last_whole.clear();
        told.push(tell);
        told
    }

    fn after_work(&mut self, tell: Tell) -> Vec<Tell> {
        let told = self.after_message(tell);
        self.worked = true;
        told
    }
}

#[cfg(test)]
mod tests;
