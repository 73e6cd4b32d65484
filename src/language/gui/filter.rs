//! The answer piece by piece.

use super::Offer;
use super::page::Page;
use super::sentence::{is_heading, judge, sure};
use super::split::{Place, Step, Unit};

/// Text to show, and what can be offered in place of what was taken out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// To be shown after what was given before.
    pub text: String,
    /// Each once in an answer.
    pub offers: Vec<Offer>,
}

/// What ends a sentence in either language.
const SENTENCE_ENDS: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];

/// Takes instructions for a screen out of an answer.
#[derive(Debug, Default)]
pub struct GuiFilter {
    /// What has come and is not settled.
    rest: String,
    /// So much of it is shown already, in bytes.
    shown: usize,
    place: Place,
    page: Page,
    offered: Vec<Offer>,
    /// Offers that have not been given away.
    fresh: Vec<Offer>,
}

impl GuiFilter {
    /// The next piece of the answer.
    pub fn push(&mut self, words: &str) -> Cleaned {
        self.rest.push_str(words);
        while let Step::Take(unit, length) = self.place.step(&self.rest, false) {
            self.settle(unit, length);
        }
        if self.place.step(&self.rest, false) == Step::InSentence {
            self.show_beginning();
        }
        self.cleaned()
    }

    /// Nothing more comes for now: a sentence that looks whole is settled, so that nobody waits for
    /// its end. Where it was not whole after all, its rest is judged by itself.
    pub fn pause(&mut self) -> Cleaned {
        let looks_whole = self.rest.trim_end().ends_with(SENTENCE_ENDS);
        if looks_whole && self.place.step(&self.rest, false) == Step::InSentence {
            while let Step::Take(unit, length) = self.place.step(&self.rest, true) {
                self.settle(unit, length);
            }
        }
        self.cleaned()
    }

    /// The answer has ended: what was held back is settled.
    pub fn finish(&mut self) -> Cleaned {
        while let Step::Take(unit, length) = self.place.step(&self.rest, true) {
            self.settle(unit, length);
        }
        self.page.finish();
        let cleaned = self.cleaned();
        *self = Self { offered: std::mem::take(&mut self.offered), ..Self::default() };
        cleaned
    }

    fn cleaned(&mut self) -> Cleaned {
        Cleaned { text: self.page.take(), offers: std::mem::take(&mut self.fresh) }
    }

    fn settle(&mut self, unit: Unit, length: usize) {
        let rest = self.rest.split_off(length);
        let text = std::mem::replace(&mut self.rest, rest);
        let shown = std::mem::take(&mut self.shown);
        match unit {
            Unit::Gap => self.page.space(&text),
            Unit::Mark => self.page.begin_item(&text),
            Unit::Verbatim => self.show(&text, shown),
            Unit::Sentence => self.settle_sentence(&text, shown),
        }
    }

    fn settle_sentence(&mut self, text: &str, shown: usize) {
        let in_list = self.place.in_list;
        let judged = judge(text, in_list);
        for offer in judged.offers {
            if !self.offered.contains(&offer) {
                self.offered.push(offer.clone());
                self.fresh.push(offer);
            }
        }
        if judged.text.is_empty() {
            self.page.take_out();
        } else if shown == 0 && is_heading(&judged.text, in_list) {
            self.page.introduce(&judged.text);
        } else {
            self.show(&judged.text, shown);
        }
    }

    /// Shows a unit of which a part is shown already.
    fn show(&mut self, text: &str, shown: usize) {
        if shown == 0 {
            self.page.show(text);
        } else {
            self.page.go_on(text.get(shown..).unwrap_or_default());
        }
    }

    fn show_beginning(&mut self) {
        let sure = sure(&self.rest, self.place.in_list);
        if sure > self.shown {
            let more = self.rest[self.shown..sure].to_owned();
            if self.shown == 0 {
                self.page.show(&more)
            } else {
                self.page.go_on(&more)
            }
            self.shown = sure;
        }
    }
}
