//! Whether a part of a sentence may be a wish that has nothing to do with the parts before it, and what it speaks of:
//! `湖边转90度，门廊改成黑白` has two, `lake 6 seconds, black and white` one.

use super::aside::is_effect;
use super::goes_on::is_it;
use super::list::LISTS;
use super::remark::said;
use super::segment::Segment;
use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token, is_break, is_file, is_time, is_verb};

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
        self.cuts_the_film()
            || self.tells_how_long_all_is()
            || (self.tokens().iter().any(names_something) && self.tokens().iter().any(becomes))
    }

    /// `lose` of `lose whatever comes after it`: only an order, and what it is of stands behind it with no mark between.
    pub fn lacks_its_object(&self, next: &Self) -> bool {
        let light = |token: &&Token| !matches!(token.sense(), Some(Sense::Filler | Sense::Break));
        let mut telling = self.tokens().iter().filter(light);
        telling.next().is_some_and(is_verb)
            && telling.next().is_none()
            && !next.tokens().first().is_some_and(is_break)
    }

    /// `"remove the roof"`: words that nothing says are to be shown.
    pub fn only_quotes(&self) -> bool {
        let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
        said(self.tokens()).any(quoted)
            && said(self.tokens())
                .all(|token| quoted(token) || token.sense() == Some(Sense::Filler))
    }

    /// `跟湖边挺搭的` behind `音乐`: what is told of both, where what is named first has nothing of its own.
    pub fn tells_of(&self, before: &Self) -> bool {
        let named = |token: &Token| {
            matches!(token.meaning, Meaning::File(..))
                || matches!(token.sense(), Some(Sense::Noun(_) | Sense::Filler | Sense::Link(_)))
        };
        let joined = self.marks.iter().all(|mark| mark.text.contains(char::is_alphanumeric));
        !self.marks.is_empty() && joined && before.tokens().iter().all(named)
    }

    /// Whether it names what it is of, and points at nothing before it: `put the copy last`, `放在海边上面`, `2 seconds`.
    pub fn begins_anew(&self) -> bool {
        let of_the_film = |token: &Token| {
            matches!(
                token.meaning,
                Meaning::Ratio(..)
                    | Meaning::Rate(_)
                    | Meaning::Loudness(_)
                    | Meaning::Known(Sense::Shape(_) | Sense::Resolution(_))
            )
        };
        let of_the_film = self.tokens().iter().any(of_the_film);
        // "湖边那张" names what it points at.
        let named = |place: usize| {
            let (lead, file) = self.tokens()[..place].split_at(place.saturating_sub(1));
            file.iter().all(is_file)
                && lead.iter().all(|token| token.sense() == Some(Sense::Filler))
        };
        // "Duplicate the ash, put the copy first": the one is an order.
        let orders = |place: usize| {
            let before = &self.tokens()[..place];
            is_verb(&self.tokens()[place]) && said(before).next().is_none()
        };
        let points = |(place, token): (usize, &Token)| {
            (is_it(token) && !of_the_film && !named(place))
                || LISTS.points_on.has(&token.text_small())
                || (LISTS.copies.has(&token.text_small()) && !orders(place))
        };
        let each = |token: &Token| token.sense() == Some(Sense::Link(Link::Each));
        let takes = |token: &Token| is_verb(token) && token.text.ends_with(['在', '到']);
        let named = |token: &Token| is_file(token) || is_a_kind(token);
        let of_all = self.tokens().iter().any(each) && !self.tokens().iter().any(named);
        !of_all
            && (self.tokens().iter().any(names_something)
                || self.cuts_the_film()
                || self.tells_how_long_all_is())
            && !self.tokens().iter().enumerate().any(points)
            && !said(self.tokens()).next().is_some_and(takes)
    }

    /// `everything after 24s`, `24秒以后的都不要`: what it is of lies at a moment of the film.
    pub fn cuts_the_film(&self) -> bool {
        let has = |what: fn(&Token) -> bool| self.tokens().iter().any(what);
        let all = |token: &Token| {
            token.sense() == Some(Sense::Link(Link::All)) || LISTS.all_of_them.has(&token.text)
        };
        let side =
            |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::After | Link::Before)));
        has(is_time) && has(all) && has(side)
    }

    /// `bring the total length down to 20 seconds`, `总时长压到20秒`.
    fn tells_how_long_all_is(&self) -> bool {
        self.names_the_film() && self.tokens().iter().any(is_time)
    }

    /// `half a second`, `宽15%`: an amount, and nothing that it would be of.
    pub fn is_only_an_amount(&self) -> bool {
        let amount = |token: &Token| {
            matches!(token.meaning, Meaning::Time(_) | Meaning::Percent(_) | Meaning::Number(_))
        };
        let light = |token: &Token| match token.sense() {
            Some(Sense::Link(link)) => !matches!(link, Link::Each | Link::All),
            sense => matches!(sense, Some(Sense::Filler | Sense::Noun(Noun::Size))),
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
        let film = |token: &Token| {
            token.sense() == Some(Sense::Noun(Noun::Film)) || LISTS.in_all.has(&token.text_small())
        };
        self.tokens().iter().any(film)
    }

    /// Whether it speaks of all pieces of a kind: `each photo`, `图片统一3秒`.
    pub fn names_a_kind(&self) -> bool {
        self.tokens().iter().any(is_a_kind)
    }

    /// `silence all but the music`: whether it says what of all is left out.
    pub fn leaves_out(&self) -> bool {
        self.tokens().iter().any(|token| token.sense() == Some(Sense::Link(Link::Except)))
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

/// Pictures, clips: what a wish for each of a kind is of.
fn is_a_kind(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
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
