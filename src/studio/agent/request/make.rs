//! A new film: `a 20-second vertical promo with music and the title "Hello"`.

use super::super::words::{Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::article;
use super::reference::references;
use super::{Make, Request, Which, text};
use crate::draft::Millis;

/// Reads what a new film is to be. What it is to have besides is left for the other readers.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let film = film(bag)?;
    let sort = promo_word(bag, film);
    bag.use_at(film);
    let mut make = Make { length: take_length_before(bag, film), sort, ..Make::default() };
    make.with = text::add_quoted(bag);
    make.each = take_each(bag);
    make.from = references(bag);
    if make.length.is_none() {
        make.length = take_only_length(bag);
    }
    bag.take_verbs();
    bag.take_noun(Noun::Film);
    bag.take_noun(Noun::Promo);
    Some(vec![Request::Make(make)])
}

/// The word for the film to be made: `a video`, never `the video`, which is there already.
fn film(bag: &Bag) -> Option<usize> {
    let verbs = bag.verbs();
    let makes = verbs.contains(&Verb::Make);
    let gathers =
        verbs.iter().any(|verb| matches!(verb, Verb::Join | Verb::Use | Verb::Trim | Verb::Show));
    let others = verbs.iter().any(|verb| {
        !matches!(verb, Verb::Make | Verb::Join | Verb::Use | Verb::Trim | Verb::Show | Verb::Add)
    });
    let candidates = (0..bag.len()).filter(|place| bag.is_free(*place) && is_film(bag, *place));
    let found = candidates.min_by_key(|place| article(bag, *place) != Some(Link::A))?;
    let indefinite = article(bag, found) == Some(Link::A)
        || (article(bag, found).is_none() && has_time_before(bag, found));
    let definite = is_there_already(bag, found);
    let is_made = match (makes, gathers, verbs.is_empty()) {
        _ if others => false,
        (true, _, _) => {
            (!definite && !asks_only_for_a_shape(bag, found)) || says_nothing_else(bag, found)
        }
        (false, true, _) => {
            article(bag, found) == Some(Link::A)
                && (is_goal(bag, found) || !verbs.contains(&Verb::Add))
        }
        (false, false, true) => indefinite || describes_itself(bag, found),
        (false, false, false) => false,
    };
    (is_made && !names_sound_as_the_goal(bag, found)).then_some(found)
}

fn is_film(bag: &Bag, place: usize) -> bool {
    match bag.sense(place) {
        Some(Sense::Noun(Noun::Film | Noun::Promo)) => true,
        // "a 10-second clip" is a film when it is to be made.
        Some(Sense::Noun(Noun::Clip)) => {
            article(bag, place) == Some(Link::A) && bag.has_verb(Verb::Make)
        }
        _ => false,
    }
}

/// The film that is there: `the video`, `整个视频`, and in Chinese the film that something is done to,
/// which stands before the verb.
fn is_there_already(bag: &Bag, film: usize) -> bool {
    let text = bag.text(film).to_lowercase();
    let says_whole =
        ["whole", "entire", "整", "全", "the ", "成片"].iter().any(|start| text.starts_with(start));
    let is_verb = |place: usize| bag.sense(place) == Some(Sense::Verb(Verb::Make));
    let verb_follows = !(0..film).any(is_verb) && (film..bag.len()).any(is_verb);
    let described = article(bag, film) == Some(Link::A);
    matches!(article(bag, film), Some(Link::The | Link::It))
        || says_whole
        || (verb_follows && !described)
}

/// "Make the video" asks for one if there is nothing else to it.
fn says_nothing_else(bag: &Bag, film: usize) -> bool {
    let mut rest = bag.clone();
    rest.use_at(film);
    rest.take_verb(Verb::Make);
    let named = references(&mut rest);
    rest.left_over().is_empty() && named.iter().all(|reference| reference.which == Which::All)
}

/// `into a video`, `成一个视频`.
fn is_goal(bag: &Bag, film: usize) -> bool {
    (0..film).any(|place| bag.sense(place) == Some(Sense::Link(Link::To)))
}

/// "Video of 9 seconds" is no request about a film that is there.
fn describes_itself(bag: &Bag, film: usize) -> bool {
    let of = bag.after(film).filter(|of| bag.sense(*of) == Some(Sense::Link(Link::Of)));
    let time = of.and_then(|of| bag.after(of));
    time.is_some_and(|time| matches!(bag.meaning(time), Some(Meaning::Time(_))))
        && article(bag, film).is_none()
}

fn has_time_before(bag: &Bag, film: usize) -> bool {
    (0..film).any(|place| matches!(bag.meaning(place), Some(Meaning::Time(_))))
}

/// "Make video vertical" changes the film that is there.
fn asks_only_for_a_shape(bag: &Bag, film: usize) -> bool {
    let is_shape = |place: usize| {
        matches!(bag.meaning(place), Some(Meaning::Ratio(..) | Meaning::Known(Sense::Shape(_))))
    };
    article(bag, film).is_none() && bag.after(film).is_some_and(is_shape)
}

/// "Make music for the video" is about the music.
fn names_sound_as_the_goal(bag: &Bag, film: usize) -> bool {
    let before = bag.before(film).and_then(|before| bag.before(before).map(|far| [before, far]));
    let follows_for = before.is_some_and(|near| {
        near.iter().any(|place| bag.sense(*place) == Some(Sense::Link(Link::For)))
    });
    follows_for && bag.has_noun(Noun::Music)
}

fn promo_word(bag: &Bag, film: usize) -> Option<String> {
    (bag.sense(film) == Some(Sense::Noun(Noun::Promo))).then(|| bag.text(film).to_owned())
}

/// The time that describes the film: `a 30-second vertical promo`.
fn take_length_before(bag: &mut Bag, film: usize) -> Option<Millis> {
    for place in (0..film).rev() {
        match bag.meaning(place).cloned() {
            Some(Meaning::Time(time)) if bag.is_free(place) => {
                let describes_another = bag
                    .before(place)
                    .is_some_and(|before| bag.sense(before) == Some(Sense::Link(Link::Each)));
                if describes_another {
                    return None;
                }
                bag.use_at(place);
                return Some(time);
            }
            Some(
                Meaning::Known(
                    Sense::Verb(_) | Sense::Break | Sense::Noun(_) | Sense::Transition(_),
                )
                | Meaning::Quote(_),
            ) => return None,
            _ => {}
        }
    }
    None
}

/// `each picture 2 seconds`: the time is the pictures'.
fn is_each(bag: &Bag, time: usize) -> bool {
    let before = bag.before(time);
    let of = before.and_then(|noun| bag.before(noun));
    [before, of]
        .into_iter()
        .flatten()
        .any(|place| bag.sense(place) == Some(Sense::Link(Link::Each)))
}

/// `3 seconds each`, `每张3秒`: the time beside `each`.
fn take_each(bag: &mut Bag) -> Option<Millis> {
    let each = bag.find(|meaning| *meaning == Meaning::Known(Sense::Link(Link::Each)))?;
    let times = (0..bag.len()).filter_map(|place| match bag.meaning(place) {
        Some(Meaning::Time(time)) if bag.is_free(place) => Some((place, *time)),
        _ => None,
    });
    let (place, time) = times.min_by_key(|(place, _)| place.abs_diff(each))?;
    bag.use_at(place);
    bag.take_link(Link::Each);
    if let Some(noun) = bag.after(each)
        && matches!(bag.sense(noun), Some(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture)))
    {
        bag.use_at(noun);
    }
    Some(time)
}

/// A time that says how long the film is, wherever it stands; one beside a transition or a fade is
/// theirs.
fn take_only_length(bag: &mut Bag) -> Option<Millis> {
    let is_theirs = |place: Option<usize>| {
        place.is_some_and(|place| {
            matches!(
                bag.sense(place),
                Some(
                    Sense::Transition(_)
                        | Sense::Noun(
                            Noun::Transition | Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth
                        )
                )
            )
        })
    };
    let own = |place: &usize| {
        bag.is_free(*place)
            && matches!(bag.meaning(*place), Some(Meaning::Time(_)))
            && !is_theirs(bag.after(*place))
            && !is_theirs(bag.before(*place))
            && !is_theirs(
                bag.before(*place)
                    .and_then(|of| bag.before(of))
                    .filter(|_| follows_link(bag, *place)),
            )
    };
    let places: Vec<usize> = (0..bag.len()).filter(own).collect();
    let [place] = places[..] else { return None };
    let Some(Meaning::Time(time)) = bag.meaning(place).cloned() else { return None };
    bag.use_at(place);
    Some(time)
}

/// `crossfades of 1 second`.
fn follows_link(bag: &Bag, place: usize) -> bool {
    bag.before(place).is_some_and(|before| {
        matches!(bag.sense(before), Some(Sense::Link(Link::Of | Link::For)))
            && !bag.text(before).is_empty()
    })
}
