//! What the layer remembers of a run: counts, what went wrong, and what stays wrong afterwards.
//!
//! It lives as long as the studio and is bounded where a client could make it grow. Locks are held
//! for a look or a note, never across an await.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Endpoint;
use super::renders::Fate;
use super::tokens::Tokens;

/// Entries of the ledger; older ones are forgotten first.
const ENTRIES: usize = 10_000;

/// What the layer remembers.
#[derive(Default)]
pub(super) struct Memory(Mutex<Kept>);

impl fmt::Debug for Memory {
    // There are tokens in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memory([REDACTED])")
    }
}

/// The parts.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) counts: BTreeMap<Endpoint, u64>,
    pub(super) happened: VecDeque<Happened>,
    pub(super) messages: VecDeque<Message>,
    pub(super) tokens: Tokens,
    /// Sessions that are refused from now on.
    pub(super) forgotten: HashSet<String>,
    /// Renders to which something happens, by their ids.
    pub(super) fates: HashMap<String, Fate>,
}

/// A fault that happened.
#[derive(Debug, Clone)]
pub(super) struct Happened {
    pub(super) endpoint: Endpoint,
    pub(super) count: u64,
    pub(super) fault: String,
}

/// A message that came in.
#[derive(Debug, Clone)]
pub(super) struct Message {
    pub(super) count: u64,
    pub(super) session: String,
    pub(super) text: String,
    /// Whether the agent got to hear it.
    pub(super) reached: bool,
}

impl Memory {
    pub(super) fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// Counts a request; the first is 1.
    pub(super) fn count(&mut self, endpoint: Endpoint) -> u64 {
        let count = self.counts.entry(endpoint).or_default();
        *count += 1;
        *count
    }

    pub(super) fn note(&mut self, happened: Happened) {
        push(&mut self.happened, happened);
    }

    pub(super) fn note_message(&mut self, message: Message) {
        push(&mut self.messages, message);
    }

    /// The agent gets to hear a message.
    pub(super) fn reached(&mut self, count: u64) {
        if let Some(message) = self.messages.iter_mut().find(|message| message.count == count) {
            message.reached = true;
        }
    }
}

fn push<T>(list: &mut VecDeque<T>, entry: T) {
    if list.len() == ENTRIES {
        list.pop_front();
    }
    list.push_back(entry);
}
