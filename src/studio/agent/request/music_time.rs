//! When music is heard: `start the music at 3 seconds`, `music until 0:10`, `no music in the last 5 seconds`, `add
//! calm music from the second picture on`.

use super::super::words::{Degree, Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::moments::moments_of_sound;
use super::text::names_words;
use super::when::when;
use super::{Bound, Music, Request, When, Which, sound};
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// Reads a clause about when music is heard, new music or the music there is.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    if names_words(bag) || !names_music(bag) || is_about_other_things(bag) {
        return None;
    }
    let mut trial = bag.clone();
    let gone = takes_away(&mut trial);
    let when = time(&mut trial, gone)?;
    let when = if gone { all_but(when)? } else { when };
    let when = to_the_end(when);
    let request = if gone || !adds(&trial) {
        take_the_music(&mut trial);
        Request::MusicTime { when }
    } else {
        match sound::read(&mut trial)?.pop()? {
            Request::AddMusic(music) => Request::AddMusic(Music { when, ..music }),
            _ => return None,
        }
    };
    *bag = trial;
    Some(vec![request])
}

fn names_music(bag: &Bag) -> bool {
    bag.has_noun(Noun::Music)
        || bag.has(|meaning| matches!(meaning, Meaning::File(_, MediaKind::Audio)))
}

/// How loud it is, and how it comes and goes, are matters of their own.
fn is_about_other_things(bag: &Bag) -> bool {
    let loud = bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Decibels(_)
                | Meaning::Known(Sense::Degree(
                    Degree::Quieter
                        | Degree::Louder
                        | Degree::Half
                        | Degree::Double
                        | Degree::AtHalf
                        | Degree::Full
                ))
        )
    });
    let percent = bag.has(|meaning| matches!(meaning, Meaning::Percent(_)));
    let other = bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Known(
                Sense::Noun(
                    Noun::FadeIn
                        | Noun::FadeOut
                        | Noun::FadeBoth
                        | Noun::Transition
                        | Noun::Sound
                        | Noun::Promo
                ) | Sense::Transition(_)
                    | Sense::Verb(
                        Verb::Fade
                            | Verb::Mute
                            | Verb::Duck
                            | Verb::Level
                            | Verb::Detach
                            | Verb::Undo
                            | Verb::Redo
                            | Verb::Swap
                            | Verb::Join
                            | Verb::Split
                    )
                    | Sense::Link(Link::Each | Link::Except)
            ) | Meaning::Quote(_)
        )
    });
    let plays = |place: usize| ["play", "播放"].contains(&bag.text(place).to_lowercase().as_str());
    let joins = bag.has_verb(Verb::Join) && (0..bag.len()).any(plays);
    (other && !joins) || loud || (percent && !adds(bag))
}

/// Whether it is told when there is to be none.
fn takes_away(bag: &mut Bag) -> bool {
    let removes = bag.take_verb(Verb::Remove);
    let music = bag.find(|meaning| *meaning == Meaning::Known(Sense::Noun(Noun::Music)));
    let denied = music.is_some_and(|music| sound::negated(bag, music));
    let cut = ["cut", "chop"];
    let cuts = (0..bag.len()).find(|place| cut.contains(&bag.text(*place).to_lowercase().as_str()));
    let after = bag.has_link(Link::After) || bag.has_link(Link::Before);
    if let Some(place) = cuts.filter(|_| after) {
        bag.use_at(place);
        return true;
    }
    removes || denied
}

fn joins_a_file(bag: &Bag) -> bool {
    let file = |place: usize| matches!(bag.meaning(place), Some(Meaning::File(..)));
    (1..bag.len()).any(|place| file(place) && bag.sense(place - 1) == Some(Sense::Break))
}

fn time(bag: &mut Bag, gone: bool) -> Option<When> {
    let span = bag
        .has(|meaning| matches!(meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_)));
    if let Some(found) = moments_of_sound(bag, gone).filter(|_| !span) {
        return Some(found);
    }
    let all = 0..bag.len();
    match when(bag, all) {
        // Where nothing but an edge is said it is not clear what of the music is meant.
        When::Unsaid | When::Start(None) | When::End(None) | When::Whole => None,
        When::During(_) if gone => None,
        When::During(of) if of.which == Which::All => None,
        // "The music and the lake" tells of both.
        When::During(_) if joins_a_file(bag) => None,
        found => Some(found),
    }
}

/// Whether music is to come that is not there yet.
fn adds(bag: &Bag) -> bool {
    bag.has_verb(Verb::Add)
        || bag.has_verb(Verb::Use)
        || bag.has(|meaning| {
            matches!(meaning, Meaning::File(_, MediaKind::Audio) | Meaning::Known(Sense::Mood(_)))
        })
}

fn take_the_music(bag: &mut Bag) {
    bag.take_noun(Noun::Music);
    bag.take_link(Link::Only);
    bag.take_link(Link::Off);
    bag.take_verbs();
    take_film(bag);
}

/// What is left where there is none at that time; in the middle of it would leave two pieces.
fn all_but(when: When) -> Option<When> {
    let end = || Some(Bound::BeforeEnd(Millis::ZERO));
    match when {
        When::Start(Some(time)) => Some(When::Between(Some(Bound::At(time)), end())),
        When::End(Some(time)) => Some(When::Between(None, Some(Bound::BeforeEnd(time)))),
        When::From(from, None) => Some(When::Between(None, Some(Bound::At(from)))),
        When::Between(Some(from), None) => Some(When::Between(None, Some(from))),
        When::Between(Some(from), Some(Bound::BeforeEnd(Millis::ZERO))) => {
            Some(When::Between(None, Some(from)))
        }
        When::Between(None | Some(Bound::At(Millis::ZERO)), Some(to)) => {
            Some(When::Between(Some(to), end()))
        }
        _ => None,
    }
}

/// Music that begins somewhere goes on to the end, unless it is said until when.
fn to_the_end(when: When) -> When {
    let end = Some(Bound::BeforeEnd(Millis::ZERO));
    match when {
        When::Between(Some(from), None) => When::Between(Some(from), end),
        When::From(from, None) => When::Between(Some(Bound::At(from)), end),
        other => other,
    }
}
