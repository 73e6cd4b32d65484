//! Lengths against what they are now: `2 seconds longer`, `extend the last clip by a second`, `half as long`,
//! `把第二段延长2秒`.

use super::super::words::{LISTS, Link, List, Meaning, Noun, Sense, Stretch, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::reference::references;
use super::{Pieces, Reference, Relength, Request, Which};
use crate::draft::Millis;

/// Reads a clause about another length than now.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let allowed =
        [Verb::Make, Verb::Change, Verb::Show, Verb::Trim, Verb::Add, Verb::Remove, Verb::Keep];
    if !bag.only_verbs(&allowed) || is_about_other_things(bag) {
        return None;
    }
    if let Some(requests) = evenly(bag) {
        return Some(requests);
    }
    // "To" and an edge say where a length goes, which is another matter.
    let places = |meaning: &Meaning| {
        matches!(meaning, Meaning::Known(Sense::Link(Link::To) | Sense::Edge(_)))
    };
    if bag.has(places) {
        return None;
    }
    let each = bag.has_link(Link::Each);
    let by = by(bag, each)?;
    bag.take_link(Link::Each);
    bag.take_verbs();
    bag.take_link(Link::By);
    take_film(bag);
    let mut of = references(bag);
    for reference in &mut of {
        // Every clip is every piece, stills as well.
        if *reference == (Reference { pieces: Pieces::Clips, which: Which::All }) {
            reference.pieces = Pieces::Any;
        }
    }
    if of.is_empty() && each {
        of = vec![Reference { pieces: Pieces::Any, which: Which::All }];
    }
    let vague = of.iter().any(|reference| matches!(reference.which, Which::Count(_)));
    (!vague).then_some(vec![Request::Relength { of, by }])
}

/// `spread the pictures evenly over 15 seconds`, `三张平均分配，一共15秒`.
fn evenly(bag: &mut Bag) -> Option<Vec<Request>> {
    let mut trial = bag.clone();
    if !trial.take_sense(Sense::Stretch(Stretch::Evenly)) {
        return None;
    }
    let (time, to) = trial
        .take_at(|meaning| match meaning {
            Meaning::Time(time) => Some(*time),
            _ => None,
        })
        .unzip();
    // "Shared evenly, 2s each".
    let each = |place: usize| {
        let beside = [bag.before(place), bag.after(place)];
        beside.into_iter().flatten().any(|at| bag.sense(at) == Some(Sense::Link(Link::Each)))
    };
    let of_each = time.is_some_and(each);
    trial.take_link(Link::Each);
    trial.take_verbs();
    take_film(&mut trial);
    let all = |of: &Reference| matches!(of.which, Which::All | Which::Count(_) | Which::It);
    if !references(&mut trial).iter().all(all) {
        return None;
    }
    *bag = trial;
    Some(vec![match to {
        Some(length) if of_each => Request::EachLasts { pieces: Pieces::Any, length },
        _ => Request::Evenly { to },
    }])
}

fn is_about_other_things(bag: &Bag) -> bool {
    bag.has(|meaning| match meaning {
        Meaning::Quote(_) | Meaning::Head(_) | Meaning::Range(..) => true,
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Noun(
                Noun::Music
                    | Noun::Sound
                    | Noun::Volume
                    | Noun::Title
                    | Noun::Caption
                    | Noun::Heading
                    | Noun::Text
                    | Noun::Transition
                    | Noun::FadeIn
                    | Noun::FadeOut
                    | Noun::FadeBoth
            ) | Sense::Transition(_)
        ),
        _ => false,
    })
}

fn by(bag: &mut Bag, each: bool) -> Option<Relength> {
    let says = |words: &List| (0..bag.len()).any(|place| words.has(bag.text(place)));
    let grows = says(&LISTS.grows);
    let chinese = says(&LISTS.grows_or_shrinks_by);
    let by = bag.has_link(Link::By) || chinese;
    let shrinks = bag.has_verb(Verb::Trim);
    let stretch = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Stretch(stretch)) => Some(*stretch),
        _ => None,
    });
    // "The last 2 seconds of every clip."
    let tail = bag.take(|meaning| match meaning {
        Meaning::Tail(time) if each => Some(*time),
        _ => None,
    });
    let time: Option<Millis> = bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    });
    match (stretch, time, tail) {
        (None, None, Some(tail)) if shrinks || bag.has_verb(Verb::Remove) => {
            Some(Relength::Less(tail))
        }
        (Some(Stretch::HalfAsLong), None, None) => Some(Relength::Times(0.5)),
        (Some(Stretch::TwiceAsLong), None, None) => Some(Relength::Times(2.0)),
        (Some(Stretch::Longer), Some(time), None) => Some(Relength::More(time)),
        (Some(Stretch::Shorter), Some(time), None) => Some(Relength::Less(time)),
        (None, Some(time), None) if grows && by => Some(Relength::More(time)),
        (None, Some(time), None) if shrinks && by && (each || chinese) => {
            Some(Relength::Less(time))
        }
        _ => None,
    }
}
