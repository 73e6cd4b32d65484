//! The words of an answer on their way from the agent to the user.
//!
//! Instructions for a screen that is not there are taken out, and what they stand for is offered. What
//! the agent said is kept beside what is shown, so that nothing is lost by it.

use crate::language::{Cleaned, GuiFilter};

/// The words of a turn's answer so far.
#[derive(Debug, Default)]
pub(super) struct Words {
    filter: GuiFilter,
    heard: String,
    shown: String,
    offered: bool,
}

impl Words {
    /// Takes a piece; gives what is to be told of it.
    pub(super) fn hear(&mut self, words: &str) -> Cleaned {
        self.heard.push_str(words);
        let cleaned = self.filter.push(words);
        self.told(cleaned)
    }

    /// Nothing comes for a moment: what need not be held back any longer.
    pub(super) fn pause(&mut self) -> Cleaned {
        let cleaned = self.filter.pause();
        self.told(cleaned)
    }

    /// No more words of this message come: what was held back.
    pub(super) fn end(&mut self) -> Cleaned {
        let cleaned = self.filter.finish();
        self.told(cleaned)
    }

    fn told(&mut self, cleaned: Cleaned) -> Cleaned {
        self.shown.push_str(&cleaned.text);
        self.offered |= !cleaned.offers.is_empty();
        cleaned
    }

    /// What is shown.
    pub(super) fn text(&self) -> &str {
        &self.shown
    }

    /// What the agent said, if that is more than what is shown. Holds once the words have ended.
    pub(super) fn original(&self) -> Option<&str> {
        (self.heard != self.shown).then_some(self.heard.as_str())
    }

    /// Whether the user has got an answer: words, or something to choose.
    pub(super) fn say_something(&self) -> bool {
        self.offered || !self.shown.trim().is_empty()
    }
}
