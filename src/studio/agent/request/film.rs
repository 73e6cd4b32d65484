//! The word for the film: whether it means the one that is there or one to be made.

use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Verb};
use super::Which;
use super::bag::Bag;
use super::reference::{is_it, references};

/// The word for the film to be made: `a video`, never `the video`, which is there already.
pub fn film_to_make(bag: &Bag) -> Option<usize> {
    let verbs = bag.verbs();
    let candidates = (0..bag.len()).filter(|place| bag.is_free(*place) && is_film(bag, *place));
    let film = candidates.min_by_key(|place| article(bag, *place) != Some(Link::A))?;
    let is_a = article(bag, film) == Some(Link::A);
    let gathering = [Verb::Join, Verb::Use, Verb::Trim, Verb::Show, Verb::Add, Verb::Turn];

    let is_made = if verbs.iter().any(|verb| *verb != Verb::Make && !gathering.contains(verb)) {
        false
    } else if verbs.contains(&Verb::Make) {
        let is_new = !is_there_already(bag, film) && !asks_only_for_a_shape(bag, film);
        is_new || says_nothing_else(bag, film)
    } else if verbs.is_empty() {
        // "快节奏竖屏短片": of how fast it is to be only one to be made is told.
        let paced = bag.has(|meaning| matches!(meaning, Meaning::Known(Sense::Tempo(_))));
        let there = matches!(article(bag, film), Some(Link::The | Link::It));
        is_a || describes_itself(bag, film) || (paced && !there)
    } else {
        // "Put these together into a film", but not "add a video".
        (is_a || becomes(bag, film))
            && (is_goal(bag, film) || verbs.iter().any(|verb| *verb != Verb::Add))
    };
    (is_made && !names_sound_as_the_goal(bag, film)).then_some(film)
}

fn is_film(bag: &Bag, place: usize) -> bool {
    match bag.sense(place) {
        Some(Sense::Noun(Noun::Film | Noun::Promo)) => true,
        // "a 10-second clip" is a film when it is to be made.
        Some(Sense::Noun(Noun::Clip)) => {
            article(bag, place) == Some(Link::A) && bag.has_verb(Verb::Make)
        }
        // "an Instagram reel" is a film and a shape.
        Some(Sense::Shape(_)) => {
            let made = article(bag, place) == Some(Link::A) && bag.has_verb(Verb::Make);
            // "10 sec insta reel."
            let described = bag.verbs().is_empty() && describes_itself(bag, place);
            (made || described) && names_a_film(bag.text(place))
        }
        _ => false,
    }
}

fn names_a_film(shape: &str) -> bool {
    let shape = shape.to_lowercase();
    shape.ends_with("故事")
        || ["reel", "story", "short"].iter().any(|word| shape.trim_end_matches('s').ends_with(word))
}

/// The film that is there: `the video`, `整个视频`, and in Chinese the film that something is done to,
/// which stands before the verb.
fn is_there_already(bag: &Bag, film: usize) -> bool {
    let text = bag.text(film).to_lowercase();
    let says_whole = LISTS.whole_film.starts(&text);
    let is_verb = |place: usize| bag.sense(place) == Some(Sense::Verb(Verb::Make));
    let verb_follows = !(0..film).any(is_verb) && (film..bag.len()).any(is_verb);
    let described = article(bag, film) == Some(Link::A);
    matches!(article(bag, film), Some(Link::The | Link::It))
        || makes_something_of_it(bag)
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

/// `30-second video`, `video of 9 seconds`, `slideshow of all three`: without an article it is no film that is there.
fn describes_itself(bag: &Bag, film: usize) -> bool {
    let is_time = |place: usize| matches!(bag.meaning(place), Some(Meaning::Time(_)));
    let of = bag.after(film).filter(|of| bag.sense(*of) == Some(Sense::Link(Link::Of)));
    let made_of = |place: usize| {
        matches!(
            bag.meaning(place),
            Some(
                Meaning::Number(_)
                    | Meaning::File(..)
                    | Meaning::Known(
                        Sense::Link(Link::All | Link::These)
                            | Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)
                    )
            )
        )
    };
    let light =
        |place: &usize| !matches!(bag.sense(*place), Some(Sense::Filler | Sense::Link(Link::The)));
    let of_what = of.and_then(|of| (of + 1..bag.len()).find(light));
    let follows = of_what.is_some_and(|next| is_time(next) || made_of(next));
    // "Youtube short: dog, beach, boat".
    let named =
        bag.after(film).is_some_and(|next| matches!(bag.meaning(next), Some(Meaning::File(..))))
            && (film..bag.len())
                .filter(|at| matches!(bag.meaning(*at), Some(Meaning::File(..))))
                .count()
                > 1;
    article(bag, film).is_none() && (follows || named || (0..film).any(is_time))
}

/// `拼成44秒的宣传片`: what comes of it is described.
fn becomes(bag: &Bag, film: usize) -> bool {
    let becomes = |place: usize| {
        matches!(bag.sense(place), Some(Sense::Verb(_))) && bag.text(place).ends_with('成')
    };
    describes_itself(bag, film) && (0..film).any(becomes)
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

/// The article before a film's word, past what describes the film.
pub fn article(bag: &Bag, film: usize) -> Option<Link> {
    for place in (0..film).rev() {
        match bag.sense(place) {
            Some(Sense::Link(link @ (Link::A | Link::The | Link::It | Link::These))) => {
                return Some(link);
            }
            Some(Sense::Link(Link::To)) => return None,
            Some(Sense::Verb(_) | Sense::Break) => return None,
            _ => {}
        }
    }
    None
}

/// Reads words for the film that is there. `a film` is another one, and stays unread.
pub fn take_film(bag: &mut Bag) {
    for place in 0..bag.len() {
        let is_film = matches!(bag.sense(place), Some(Sense::Noun(Noun::Film | Noun::Promo)));
        if is_film && article(bag, place) != Some(Link::A) {
            bag.use_at(place);
        }
    }
}

/// "Turn it into a square video": it is there already.
pub fn makes_something_of_it(bag: &Bag) -> bool {
    let it = bag.find(|meaning| *meaning == Meaning::Known(Sense::Link(Link::It)));
    let follows = it.and_then(|it| bag.after(it)).and_then(|after| bag.sense(after));
    let is_made = it.is_some_and(|it| {
        is_it(bag.text(it))
            && bag.before(it).and_then(|verb| bag.sense(verb)) == Some(Sense::Verb(Verb::Make))
    });
    follows == Some(Sense::Link(Link::To)) || (is_made && follows == Some(Sense::Link(Link::A)))
}
