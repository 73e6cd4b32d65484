//! A clause while it is read: tokens, and which of them have been used.

use std::ops::Range;

use super::super::words::{Clause, Link, Meaning, Noun, Sense, Token, Turn, Verb, turns};

/// The tokens of a clause and what has become of them.
#[derive(Debug, Clone)]
pub struct Bag {
    tokens: Vec<Token>,
    used: Vec<bool>,
}

impl Bag {
    /// A clause of which nothing is read yet.
    pub fn new(clause: &Clause) -> Self {
        Self { tokens: clause.tokens.clone(), used: vec![false; clause.tokens.len()] }
    }

    /// How many tokens there are, used ones included.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The meaning at a place, used or not.
    pub fn meaning(&self, place: usize) -> Option<&Meaning> {
        self.tokens.get(place).map(|token| &token.meaning)
    }

    /// The words at a place as written.
    pub fn text(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| token.text.as_str())
    }

    /// The sense at a place, used or not.
    pub fn sense(&self, place: usize) -> Option<Sense> {
        self.tokens.get(place).and_then(Token::sense)
    }

    /// Whether the word at a place does this in a turn of phrase.
    pub fn turns(&self, place: usize, turn: Turn) -> bool {
        self.tokens.get(place).is_some_and(|token| turns(token, turn))
    }

    /// Whether the token at a place is still to be read.
    pub fn is_free(&self, place: usize) -> bool {
        self.used.get(place).is_some_and(|used| !used)
    }

    /// Marks the token at a place as read.
    pub fn use_at(&mut self, place: usize) {
        if let Some(used) = self.used.get_mut(place) {
            *used = true;
        }
    }

    /// Marks the token at a place as not read after all.
    pub fn free_at(&mut self, place: usize) {
        if let Some(used) = self.used.get_mut(place) {
            *used = false;
        }
    }

    /// The first unread token that fits.
    pub fn find(&self, fits: impl Fn(&Meaning) -> bool) -> Option<usize> {
        (0..self.len()).find(|place| self.is_free(*place) && fits(&self.tokens[*place].meaning))
    }

    /// Whether an unread token fits.
    pub fn has(&self, fits: impl Fn(&Meaning) -> bool) -> bool {
        self.find(fits).is_some()
    }

    /// Reads the first token that fits.
    pub fn take<T>(&mut self, read: impl Fn(&Meaning) -> Option<T>) -> Option<T> {
        self.take_at(read).map(|(_, found)| found)
    }

    /// Reads the first token that fits, and tells its place.
    pub fn take_at<T>(&mut self, read: impl Fn(&Meaning) -> Option<T>) -> Option<(usize, T)> {
        self.take_at_in(&(0..self.len()), read)
    }

    /// Reads the first token of a window that fits.
    pub fn take_in<T>(
        &mut self,
        window: &Range<usize>,
        read: impl Fn(&Meaning) -> Option<T>,
    ) -> Option<T> {
        self.take_at_in(window, read).map(|(_, found)| found)
    }

    fn take_at_in<T>(
        &mut self,
        window: &Range<usize>,
        read: impl Fn(&Meaning) -> Option<T>,
    ) -> Option<(usize, T)> {
        let found = window
            .clone()
            .filter(|place| self.is_free(*place))
            .find_map(|place| self.meaning(place).and_then(&read).map(|found| (place, found)))?;
        self.use_at(found.0);
        Some(found)
    }

    /// Whether an unread token has a sense.
    pub fn has_sense(&self, sense: Sense) -> bool {
        self.has(|meaning| *meaning == Meaning::Known(sense))
    }

    /// Reads every token of a sense; tells whether there was one.
    pub fn take_sense(&mut self, sense: Sense) -> bool {
        let mut found = false;
        while self.take(|meaning| (*meaning == Meaning::Known(sense)).then_some(())).is_some() {
            found = true;
        }
        found
    }

    /// Whether a verb stands unread.
    pub fn has_verb(&self, verb: Verb) -> bool {
        self.has_sense(Sense::Verb(verb))
    }

    /// Reads every token of a verb.
    pub fn take_verb(&mut self, verb: Verb) -> bool {
        self.take_sense(Sense::Verb(verb))
    }

    /// Whether a noun stands unread.
    pub fn has_noun(&self, noun: Noun) -> bool {
        self.has_sense(Sense::Noun(noun))
    }

    /// Reads every token of a noun.
    pub fn take_noun(&mut self, noun: Noun) -> bool {
        self.take_sense(Sense::Noun(noun))
    }

    /// Whether a link stands unread.
    pub fn has_link(&self, link: Link) -> bool {
        self.has_sense(Sense::Link(link))
    }

    /// Reads every token of a link.
    pub fn take_link(&mut self, link: Link) -> bool {
        self.take_sense(Sense::Link(link))
    }

    /// Every verb that stands unread.
    pub fn verbs(&self) -> Vec<Verb> {
        let verb = |place: usize| match self.sense(place) {
            Some(Sense::Verb(verb)) if self.is_free(place) => Some(verb),
            _ => None,
        };
        (0..self.len()).filter_map(verb).collect()
    }

    /// Whether no other verbs than these stand unread. `Show` and `Use` never decide by themselves.
    pub fn only_verbs(&self, allowed: &[Verb]) -> bool {
        self.verbs().iter().all(|verb| allowed.contains(verb))
    }

    /// Reads every verb: the request is chosen, and no verb is left that could mean another.
    pub fn take_verbs(&mut self) {
        for verb in self.verbs() {
            self.take_verb(verb);
        }
    }

    /// The place of the nearest token before one that says something.
    pub fn before(&self, place: usize) -> Option<usize> {
        (0..place).rev().find(|place| self.sense(*place) != Some(Sense::Filler))
    }

    /// The place of the nearest token after one that says something.
    pub fn after(&self, place: usize) -> Option<usize> {
        (place + 1..self.len()).find(|place| self.sense(*place) != Some(Sense::Filler))
    }

    /// The words that nobody has read and that are not there for grammar alone.
    pub fn left_over(&self) -> Vec<String> {
        let left = (0..self.len()).filter(|place| self.is_free(*place) && self.tells(*place));
        left.map(|place| self.text(place).to_owned()).collect()
    }

    /// The words that may colour a new film, which are read by this: those of no known meaning, and
    /// moods (`an upbeat video`) where no music is asked for.
    pub fn take_colour(&mut self) -> Vec<String> {
        self.take_words(|meaning| {
            matches!(meaning, Meaning::Unknown | Meaning::Known(Sense::Mood(_)))
        })
    }

    /// The words of no known meaning, which are read by this.
    pub fn take_unknown(&mut self) -> Vec<String> {
        self.take_words(|meaning| *meaning == Meaning::Unknown)
    }

    fn take_words(&mut self, fits: impl Fn(&Meaning) -> bool) -> Vec<String> {
        let places: Vec<usize> = (0..self.len())
            .filter(|place| self.is_free(*place) && fits(&self.tokens[*place].meaning))
            .collect();
        places.iter().for_each(|place| self.use_at(*place));
        places.into_iter().map(|place| self.text(place).to_owned()).collect()
    }

    fn tells(&self, place: usize) -> bool {
        match self.sense(place) {
            Some(
                Sense::Break | Sense::Filler | Sense::Question(_) | Sense::Noun(Noun::Effects),
            ) => false,
            Some(Sense::Link(link)) => matters(link),
            Some(_) | None => true,
        }
    }
}

/// Links that change what a clause means; the others only hold it together.
fn matters(link: Link) -> bool {
    matches!(
        link,
        Link::Without
            | Link::Not
            | Link::Only
            | Link::Before
            | Link::After
            | Link::Between
            | Link::Each
            | Link::Off
            | Link::Whole
            | Link::Saying
            | Link::Lead
            | Link::Rear
            | Link::Times
            | Link::Except
            | Link::AsItIs
            | Link::Gone
            | Link::Instead
            | Link::Rest
            | Link::TheOther
            | Link::Alternate
            | Link::Odd
            | Link::Even
            | Link::FirstComes
            | Link::LastComes
            | Link::Inside
    )
}
