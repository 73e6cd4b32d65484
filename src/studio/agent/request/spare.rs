//! What is to stay as it is: `don't touch the first clip, but mute the others`, `keep the music`, `第一段别动，
//! 其余静音`. Nothing is done to it, and what is said of the others after it is said of all but these.

use super::super::words::{LISTS, Link, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::reference::references;
use super::{Request, Which};

/// Reads a clause that names something and leaves it alone.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let mut trial = bag.clone();
    let untouched = trial.take_link(Link::AsItIs);
    let keeps = only_keeps(&trial);
    if !(untouched || keeps) || trial.has_link(Link::Only) {
        return None;
    }
    if !trial.only_verbs(&[Verb::Keep, Verb::Show]) {
        return None;
    }
    trial.take_verbs();
    let things = take_things(&mut trial);
    take_film(&mut trial);
    let named = references(&mut trial);
    let vague = |which: &Which| matches!(which, Which::Count(_) | Which::Rest | Which::OneBut(_));
    if named.iter().any(|of| vague(&of.which)) || !trial.left_over().is_empty() {
        return None;
    }
    // "Keep clip 2" is as often nothing but clip 2.
    if named.is_empty() != things || (keeps && !untouched && !things) {
        return None;
    }
    *bag = trial;
    Some(vec![Request::Spare(named)])
}

/// `keep the music`, `leave the title`, `保留字幕`.
fn only_keeps(bag: &Bag) -> bool {
    let keeps = |place: usize| {
        bag.sense(place) == Some(Sense::Verb(Verb::Keep))
            && LISTS.leaves_as_it_is.has(bag.text(place))
    };
    (0..bag.len()).any(keeps)
}

/// Reads what is heard and written, and the seams.
fn take_things(bag: &mut Bag) -> bool {
    let things = [
        Noun::Music,
        Noun::Sound,
        Noun::Volume,
        Noun::Title,
        Noun::Caption,
        Noun::Heading,
        Noun::Text,
        Noun::Transition,
    ];
    let mut found = false;
    for noun in things {
        found |= bag.take_noun(noun);
    }
    found
}
