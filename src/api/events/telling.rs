//! Event to what the link tells: words once, work as a word, and how it ended.
//!
//! Partial pieces are told as they come, and the recap that repeats them adds only what is new in it.
//! Where the agent worked between two messages they are set apart. An apology after a good answer is
//! held back and told only if more words follow it.

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
    /// The pieces of the message that a recap may repeat.
    pieces: String,
    /// Words held back, since they may become an apology.
    held: Option<Held>,
    /// Whether any words have been told.
    answered: bool,
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
            Event::Text(words, Piece::Next) => self.words(&words),
            Event::Text(words, Piece::Partial) => {
                self.pieces.push_str(&words);
                self.words(&words)
            }
            Event::Text(words, Piece::Whole) => self.recap(&words),
            Event::Thought => vec![Tell::Thinking],
            Event::ToolCall(name) => self.after_message(Tell::Tool(name)),
            Event::ToolResult(_) => self.after_message(Tell::Thinking),
            Event::Question(question) => self.after_message(Tell::Question(question)),
            Event::Failed { code, message } => vec![Tell::Failed { code, message }],
            Event::Alive | Event::Unknown => Vec::new(),
        }
    }

    /// The stream has ended well: what is still held back is told unless it is an apology.
    pub fn finish(&mut self) -> Vec<Tell> {
        let told = self.message_ends();
        if self.held.take().is_some() {
            tracing::debug!("a closing apology was dropped");
        }
        told
    }

    /// A whole message: what its pieces have not told yet. A recap that is worded otherwise than its
    /// pieces only tidies up what was shown.
    fn recap(&mut self, words: &str) -> Vec<Tell> {
        let pieces = std::mem::take(&mut self.pieces);
        let mut told = self.words(words.strip_prefix(pieces.as_str()).unwrap_or_default());
        told.extend(self.message_ends());
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
        let held = self.held.get_or_insert_default();
        held.words.push_str(words);
        if !self.answered || !apology::may_become_one(&held.words) {
            told.extend(self.release());
        }
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
        self.answered |= !words.trim().is_empty();
        vec![Tell::Text(words)]
    }

    fn message_ends(&mut self) -> Vec<Tell> {
        self.pieces.clear();
        match &mut self.held {
            Some(held) if apology::is_one(&held.words) => {
                held.whole = true;
                Vec::new()
            }
            _ => {
                let told = self.release();
                self.apart = true;
                told
            }
        }
    }

    fn after_message(&mut self, tell: Tell) -> Vec<Tell> {
        let mut told = self.message_ends();
        told.push(tell);
        told
    }
}

#[cfg(test)]
mod tests;
