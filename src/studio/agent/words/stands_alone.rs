//! Whether a part of a sentence may be a wish that has nothing to do with the parts before it, and what it speaks of:
//! `湖边转90度，门廊改成黑白` has two, `lake 6 seconds, black and white` one.

use super::aside::is_effect;
use super::goes_on::is_it;
use super::list::LISTS;
use super::remark::said;
use super::segment::Segment;
use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token, is_break, is_file, is_verb};

impl Segment {
    /// Whether it may be a wish: something that is named, and what becomes of it.
    pub fn may_want(&self) -> bool {
        let becomes = |token: &Token| {
            is_verb(token)
                || is_effect(token)
                || says_what_becomes(token)
                || !matches!(
                    token.meaning,
                    Meaning::Known(_) | Meaning::Unknown | Meaning::File(..)
                )
        };
        self.tokens().iter().any(names_something) && self.tokens().iter().any(becomes)
    }

    /// `lose` of `lose whatever comes after it`: only an order, and what it is of stands behind it with no mark between.
    pub fn lacks_its_object(&self, next: &Self) -> bool {
        let light = |token: &&Token| !matches!(token.sense(), Some(Sense::Filler | Sense::Break));
        let mut telling = self.tokens().iter().filter(light);
        telling.next().is_some_and(is_verb)
            && telling.next().is_none()
            && !next.tokens().first().is_some_and(is_break)
    }

    /// Whether it names what it is of, and points at nothing before it: `put the copy last`, `放在海边上面`, `2 seconds`.
    pub fn begins_anew(&self) -> bool {
        let shape = |token: &Token| {
            matches!(token.meaning, Meaning::Ratio(..) | Meaning::Known(Sense::Shape(_)))
        };
        let shapes = self.tokens().iter().any(shape);
        // "湖边那张" names what it points at.
        let named = |place: usize| {
            let (lead, file) = self.tokens()[..place].split_at(place.saturating_sub(1));
            file.iter().all(is_file)
                && lead.iter().all(|token| token.sense() == Some(Sense::Filler))
        };
        let points = |(place, token): (usize, &Token)| {
            (is_it(token) && !shapes && !named(place))
                || LISTS.points_on.has(&token.text_small())
                || LISTS.copies.has(&token.text_small())
        };
        let each = |token: &Token| token.sense() == Some(Sense::Link(Link::Each));
        let takes = |token: &Token| is_verb(token) && token.text.ends_with(['在', '到']);
        let of_all = self.tokens().iter().any(each) && !self.tokens().iter().any(is_file);
        !of_all
            && self.tokens().iter().any(names_something)
            && !self.tokens().iter().enumerate().any(points)
            && !said(self.tokens()).next().is_some_and(takes)
    }

    /// `half a second`, `宽15%`: an amount, and nothing that it would be of.
    pub fn is_only_an_amount(&self) -> bool {
        let amount =
            |token: &Token| matches!(token.meaning, Meaning::Time(_) | Meaning::Percent(_));
        let light = |token: &Token| {
            matches!(token.sense(), Some(Sense::Filler | Sense::Link(_) | Sense::Noun(Noun::Size)))
        };
        self.tokens().iter().any(amount)
            && self.tokens().iter().all(|token| amount(token) || light(token))
    }

    /// The files that it names.
    pub fn files(&self) -> impl Iterator<Item = &Meaning> {
        self.tokens().iter().filter(|token| is_file(token)).map(|token| &token.meaning)
    }

    /// Whether it names a file of the session.
    pub fn names_a_file(&self) -> bool {
        self.tokens().iter().any(is_file)
    }

    /// Whether it speaks of words on the picture.
    pub fn names_words(&self) -> bool {
        let words = |token: &Token| {
            matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
            )
        };
        self.tokens().iter().any(words)
    }

    /// Whether it quotes words on the picture, and what they are to become.
    pub fn quotes_two(&self) -> bool {
        let quoted = |token: &&Token| matches!(token.meaning, Meaning::Quote(_));
        self.tokens().iter().filter(quoted).count() > 1
    }

    /// Whether it quotes words to put on the picture.
    pub fn puts_words(&self) -> bool {
        let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
        self.names_words()
            || (self.tokens().iter().any(quoted)
                && (self.orders() || self.tokens().iter().any(is_placed)))
    }

    /// `lake to the front`, `湖边最后`: whether it says to which end of the film.
    pub fn names_an_end(&self) -> bool {
        self.tokens().iter().any(|token| matches!(token.sense(), Some(Sense::Edge(_))))
    }

    /// Whether it speaks of the film as a whole.
    pub fn names_the_film(&self) -> bool {
        self.tokens().iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Film)))
    }

    /// `fade up from black`: what only a picture does.
    pub fn fades_the_picture(&self) -> bool {
        LISTS.black_or_white.is_within(&self.said.to_lowercase())
    }

    /// `crossfades everywhere`, `每个转场都用叠化`: whether it says that it is of all.
    pub fn says_all(&self) -> bool {
        let all = |token: &Token| {
            matches!(token.sense(), Some(Sense::Link(Link::Whole | Link::All | Link::Each)))
        };
        self.tokens().iter().any(all)
    }

    /// Whether it speaks of the music.
    pub fn names_music(&self) -> bool {
        self.tokens().iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Music)))
    }
}

/// A file, the music, the shape of the film: what a wish can be of.
fn names_something(token: &Token) -> bool {
    match token.meaning {
        Meaning::File(..)
        | Meaning::Quote(_)
        | Meaning::Ratio(..)
        | Meaning::Rate(_)
        | Meaning::Loudness(_) => true,
        Meaning::Known(sense) => {
            matches!(
                sense,
                Sense::Noun(_) | Sense::Shape(_) | Sense::Resolution(_) | Sense::Transition(_)
            ) && sense != Sense::Noun(Noun::Size)
        }
        _ => false,
    }
}

/// `fade up from black`, `logo.png top right`, `lake to the front`, `no music`: a wish without a verb.
fn says_what_becomes(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Noun(Noun::FadeIn | Noun::FadeOut)
                | Sense::Place(_)
                | Sense::Edge(_)
                | Sense::Mood(_)
                | Sense::Link(Link::Without)
        )
    )
}

/// `along the bottom`: where words are to stand.
fn is_placed(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Place(_)))
}
