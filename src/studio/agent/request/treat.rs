//! What is done to pieces as they lie: looks, fit, speed, splitting, doubling, the opposite order.

use super::super::words::{
    Degree, Edge, Fitting, LISTS, Link, Look, Meaning, Noun, Pace, Portion, Sense, Turn, Verb,
    word_turns,
};
use super::bag::Bag;
use super::film::{film_to_make, take_film};
use super::reference::{of_so_many, references, take_it};
use super::text::names_words;
use super::{Moment, Position, Reference, Request, Way, Which};
use crate::api::wire::MediaKind;
use crate::draft::{Colour, Fit};

/// What may stand beside a look, a fit or a pace.
pub const PLAIN: [Verb; 8] = [
    Verb::Make,
    Verb::Change,
    Verb::Add,
    Verb::Use,
    Verb::Show,
    Verb::Remove,
    Verb::Turn,
    Verb::Move,
];

/// Reads a clause about how pieces look or play.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let moment = |meaning: &Meaning| {
        matches!(meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..))
    };
    if is_about_other_things(bag) {
        return None;
    }
    if bag.has_verb(Verb::Restart) && bag.only_verbs(&[Verb::Restart]) {
        bag.take_verbs();
        take_film(bag);
        return Some(vec![Request::Restart]);
    }
    if names_words(bag) || bag.has(moment) {
        return None;
    }
    if bag.has_verb(Verb::Split)
        || (bag.has_verb(Verb::Trim) && (is_halfway(bag) || cuts_at_a_moment(bag)))
    {
        return split(bag);
    }
    if bag.has(|meaning| matches!(meaning, Meaning::Time(_))) {
        return hasten(bag);
    }
    if bag.has_verb(Verb::Duplicate) {
        return duplicate(bag);
    }
    effects(bag)
        .or_else(|| look(bag))
        .or_else(|| fit(bag))
        .or_else(|| pace(bag))
        .or_else(|| reverse(bag))
}

/// Music, words and transitions neither look nor play like pieces: `slower transitions`, `split the
/// music` and `3x louder` are not about the pictures. `Flip to vertical` is about the canvas.
pub fn is_about_other_things(bag: &Bag) -> bool {
    let flips = (0..bag.len()).any(|place| bag.sense(place) == Some(Sense::Look(Look::Mirror)));
    (0..bag.len()).any(|place| match bag.meaning(place) {
        Some(Meaning::File(_, MediaKind::Audio)) => true,
        Some(Meaning::Known(sense)) => match sense {
            Sense::Noun(noun) => matches!(
                noun,
                Noun::Music
                    | Noun::Sound
                    | Noun::Volume
                    | Noun::Transition
                    | Noun::Title
                    | Noun::Caption
                    | Noun::Heading
                    | Noun::Text
            ),
            Sense::Degree(degree) => !matches!(degree, Degree::Bit | Degree::Much),
            Sense::Transition(_) => true,
            // "Vertically" is how to flip; it looks like a slip of "vertical".
            Sense::Shape(_) => flips && !bag.text(place).ends_with("ly"),
            _ => false,
        },
        _ => false,
    })
}

/// Whether a clause asks for what only this reader knows.
pub fn is_only_here(bag: &Bag) -> bool {
    if bag.has_verb(Verb::Turn) && film_to_make(bag).is_some() {
        return false;
    }
    [Verb::Split, Verb::Duplicate, Verb::Turn, Verb::Restart]
        .into_iter()
        .any(|verb| bag.has_verb(verb))
}

/// Reads a look, without which none of the words are about one.
pub fn look(bag: &mut Bag) -> Option<Vec<Request>> {
    if !bag.only_verbs(&PLAIN) || is_about_other_things(bag) {
        return None;
    }
    let mut looks: Vec<Look> = Vec::new();
    while let Some(look) = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Look(look)) => Some(*look),
        _ => None,
    }) {
        looks.push(which_way(bag, look));
    }
    if looks.is_empty() {
        return None;
    }
    // "Flip it upside down" flips one way.
    if looks.contains(&Look::UpsideDown) {
        looks.retain(|look| *look != Look::Mirror);
    }
    let removes =
        bag.has_verb(Verb::Remove) | bag.take_link(Link::Without) | bag.take_link(Link::Off);
    take_what_is_seen(bag);
    let of = subject(bag)?;
    // "On the ring photo only."
    if !of.is_empty() {
        bag.take_link(Link::Only);
    }
    let request = |look: Look| Request::Look {
        of: of.clone(),
        effect: Some(look.effect()),
        wanted: removes == (look == Look::InColour),
    };
    let sepia = looks.contains(&Look::InColour) && !removes;
    let toned = sepia.then(|| Request::Look {
        of: of.clone(),
        effect: Some(Look::Sepia.effect()),
        wanted: false,
    });
    Some(looks.into_iter().map(request).chain(toned).collect())
}

/// `第二段画面改黑白`: what is seen of a piece, and not the canvas.
fn take_what_is_seen(bag: &mut Bag) {
    let seen = (0..bag.len())
        .find(|place| bag.is_free(*place) && LISTS.what_is_seen.has(bag.text(*place)));
    seen.into_iter().for_each(|place| bag.use_at(place));
}

/// `remove the effects from the city`, `no effects`: every look at once.
fn effects(bag: &mut Bag) -> Option<Vec<Request>> {
    let off = bag.has_verb(Verb::Remove) || bag.has_link(Link::Without) || bag.has_link(Link::Off);
    if !off || !bag.has_noun(Noun::Effects) || !bag.only_verbs(&PLAIN) {
        return None;
    }
    let named = bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Known(Sense::Look(_) | Sense::Tone(_) | Sense::Camera(_) | Sense::Fit(_))
        )
    });
    bag.take_noun(Noun::Effects);
    if named {
        return None;
    }
    bag.take_link(Link::Without);
    bag.take_link(Link::Off);
    let of = subject(bag)?;
    Some(vec![Request::Look { of, effect: None, wanted: false }])
}

/// `flip clip 1 vertically`: the way stands apart.
fn which_way(bag: &mut Bag, look: Look) -> Look {
    let says = |word: &str| {
        (0..bag.len())
            .find(|place| bag.is_free(*place) && bag.text(*place).eq_ignore_ascii_case(word))
    };
    let (upright, level) = (says("vertically"), says("horizontally"));
    match (look, upright, level) {
        (Look::Mirror, Some(place), None) => {
            bag.use_at(place);
            Look::UpsideDown
        }
        (Look::Mirror, None, Some(place)) => {
            bag.use_at(place);
            look
        }
        _ => look,
    }
}

fn fit(bag: &mut Bag) -> Option<Vec<Request>> {
    if !bag.only_verbs(&PLAIN) {
        return None;
    }
    let removes = bag.has_verb(Verb::Remove);
    let fit = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Fit(Fitting::Bars | Fitting::WhiteBars)) if removes => {
            Some(Fit::Cover)
        }
        Meaning::Known(Sense::Fit(_)) if removes => None,
        Meaning::Known(Sense::Fit(Fitting::Bars)) => Some(Fit::Contain),
        Meaning::Known(Sense::Fit(Fitting::Fill)) => Some(Fit::Cover),
        Meaning::Known(Sense::Fit(Fitting::Blurred)) => Some(Fit::Blur),
        Meaning::Known(Sense::Fit(Fitting::WhiteBars)) => Some(Fit::Over(Colour([255; 3]))),
        _ => None,
    })?;
    // "铺满，不留黑边": said twice.
    if fit == Fit::Cover {
        bag.take_sense(Sense::Fit(Fitting::Fill));
    }
    bag.take_noun(Noun::Canvas);
    bag.take_link(Link::Each);
    let of = subject(bag)?;
    Some(vec![Request::Fit { of, fit }])
}

/// Reads how fast pieces play.
pub fn pace(bag: &mut Bag) -> Option<Vec<Request>> {
    if bag.has_verb(Verb::Remove) || !plays(bag) {
        return None;
    }
    let is_bare = says_a_bare_number(bag);
    let exact = exact_pace(bag);
    let mut paces: Vec<Pace> = Vec::new();
    while let Some(pace) = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Pace(pace)) => Some(*pace),
        _ => None,
    }) {
        paces.push(pace);
    }
    if is_bare && paces.len() == 1 {
        return None;
    }
    // "A bit faster", "a lot slower".
    let bit = bag.take_sense(Sense::Degree(Degree::Bit));
    let much = bag.take_sense(Sense::Degree(Degree::Much));
    let speed = match exact {
        Some(speed) if says_the_same_way(speed, &paces) => speed,
        Some(_) => return None,
        None => match one_pace(paces)? {
            Pace::Twice if bit => 1.25,
            Pace::Half if bit => 0.8,
            Pace::Twice if much => Pace::Three.factor(),
            Pace::Half if much => Pace::Quarter.factor(),
            pace => pace.factor(),
        },
    };
    let of = subject(bag)?;
    if !of.is_empty() {
        bag.take_link(Link::Only);
    }
    Some(vec![Request::Pace { of, speed }])
}

/// `slow it down to 50%`, `play it at 1.25x`: the pace by its number, where a word says that it is one.
fn exact_pace(bag: &mut Bag) -> Option<f64> {
    let paced = bag.has(|meaning| matches!(meaning, Meaning::Known(Sense::Pace(_))));
    let plays = bag.has_verb(Verb::Join);
    let speed = bag.find(|meaning| matches!(meaning, Meaning::Speed(_)));
    let at = |place: usize| {
        bag.before(place).is_some_and(|before| bag.sense(before) == Some(Sense::Link(Link::At)))
    };
    let set = bag.verbs() == [Verb::Change];
    let speed = speed.filter(|place| {
        let text = bag.text(*place);
        paced || plays || at(*place) || !is_bare_number(text) || (set && text.ends_with('倍'))
    });
    let share = bag
        .find(|meaning| matches!(meaning, Meaning::Percent(_)))
        .filter(|at_| paced || (plays && at(*at_)));
    let place = speed.or(share)?;
    let compares = (0..bag.len()).any(|place| LISTS.faster_than.has(bag.text(place)));
    let by = bag.has_link(Link::By) || (compares && !bag.has_link(Link::To) && !at(place));
    match *bag.meaning(place)? {
        Meaning::Speed(speed) => {
            bag.use_at(place);
            Some(speed)
        }
        // "Speed it up by 20%".
        Meaning::Percent(percent) if (1.0..=1000.0).contains(&percent) => {
            let slower = bag.has_sense(Sense::Pace(Pace::Half));
            bag.use_at(place);
            Some(match (by, slower) {
                (true, true) => 1.0 - percent / 100.0,
                (true, false) => 1.0 + percent / 100.0,
                (false, _) => percent / 100.0,
            })
            .filter(|speed| (0.1..=10.0).contains(speed))
        }
        _ => None,
    }
}

/// Nobody slows down to twice the speed.
fn says_the_same_way(speed: f64, paces: &[Pace]) -> bool {
    !paces.iter().any(|pace| match pace {
        Pace::Half => speed > 1.0,
        Pace::Twice => speed < 1.0,
        _ => false,
    })
}

/// `speed it up so that it lasts 8 seconds`, `加速到8秒`: the pace follows from the length.
fn hasten(bag: &mut Bag) -> Option<Vec<Request>> {
    let goal = bag.has_verb(Verb::Show)
        || bag.has_link(Link::To)
        || (0..bag.len()).any(|place| bag.text(place).ends_with('到'));
    if !goal || bag.has_link(Link::By) || !bag.only_verbs(&PLAIN) {
        return None;
    }
    let (place, faster) = bag.take_at(|meaning| match meaning {
        Meaning::Known(Sense::Pace(Pace::Twice)) => Some(true),
        Meaning::Known(Sense::Pace(Pace::Half)) => Some(false),
        _ => None,
    })?;
    let way = match (word_turns(Turn::Retimes, bag.text(place)), faster) {
        (true, _) => Way::Either,
        (_, true) => Way::Faster,
        (_, false) => Way::Slower,
    };
    let to = bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    })?;
    let of = subject(bag)?;
    Some(vec![Request::Hasten { of, to, way }])
}

/// `make it 2x` and `2倍` could as well be larger or louder; `play it at 2x` could not.
fn says_a_bare_number(bag: &Bag) -> bool {
    let is_bare = |place: usize| {
        matches!(bag.sense(place), Some(Sense::Pace(_))) && is_bare_number(bag.text(place))
    };
    // "改成1.5倍", of nothing that could be larger or louder.
    let set = bag.verbs() == [Verb::Change];
    let chinese = (0..bag.len()).any(|place| is_bare(place) && bag.text(place).ends_with('倍'));
    !(bag.has_verb(Verb::Join) || set && chinese) && (0..bag.len()).any(is_bare)
}

fn is_bare_number(pace: &str) -> bool {
    pace.ends_with(['x', 'X', '倍']) && !pace.contains([' ', '加', '快', '慢'])
}

/// Whether no verb asks for more than another pace: `play` is one that joins elsewhere.
fn plays(bag: &Bag) -> bool {
    let may_stand = |place: usize| match bag.sense(place) {
        Some(Sense::Verb(Verb::Join)) => {
            ["play", "播放"].contains(&bag.text(place).to_lowercase().as_str())
        }
        Some(Sense::Verb(verb)) => PLAIN.contains(&verb),
        _ => true,
    };
    (0..bag.len()).all(may_stand)
}

/// `speed up … 3x`: the number says how much, the verb only which way. Two that differ say nothing.
fn one_pace(mut paces: Vec<Pace>) -> Option<Pace> {
    paces.sort();
    paces.dedup();
    match paces[..] {
        [only] => Some(only),
        [Pace::Quarter, Pace::Half] => Some(Pace::Quarter),
        [Pace::OneAndAHalf, Pace::Twice] => Some(Pace::OneAndAHalf),
        [Pace::Twice, more @ (Pace::Three | Pace::Four)] => Some(more),
        _ => None,
    }
}

/// The pieces named; none where the film is meant as a whole.
pub fn subject(bag: &mut Bag) -> Option<Vec<Reference>> {
    bag.take_verbs();
    take_film(bag);
    // "两张图都": so many, and all of them.
    let all = (0..bag.len()).any(|place| LISTS.all_of_them.has(bag.text(place)));
    let mut named = references(bag);
    if let [Reference { which: Which::Count(_), .. }, Reference { which: Which::All, .. }] =
        named[..]
    {
        named.pop();
    }
    // "Sepia throughout", "a vignette on each": all of them, as where nothing is named.
    if named.is_empty() {
        bag.take_link(Link::Whole);
        bag.take_link(Link::Each);
    }
    if all { Some(named) } else { of_so_many(named) }
}

fn split(bag: &mut Bag) -> Option<Vec<Request>> {
    if !bag.only_verbs(&[Verb::Split, Verb::Trim]) {
        return None;
    }
    let time = bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(Moment::At(*time)),
        _ => None,
    });
    let middle = bag.take_sense(Sense::Portion(Portion::Halfway)).then_some(Moment::Middle);
    let at = time.or(middle);
    let more = further_moments(bag);
    if !more.is_empty() {
        bag.take_link(Link::Each);
    }
    let in_two = (0..bag.len()).any(|place| is_in_two(bag.text(place)));
    bag.take_verbs();
    take_film(bag);
    let mut named = references(bag);
    let of = named.pop().or_else(|| if at.is_none() { take_it(bag) } else { None });
    let at = at.unwrap_or(if in_two { Moment::Middle } else { Moment::Unsaid });
    let more = more.into_iter().map(|at| Request::Split { of: None, at });
    named.is_empty().then(|| std::iter::once(Request::Split { of, at }).chain(more).collect())
}

/// `at 3s and at 6s`, `在3秒、6秒和8秒处`: the moments behind the first, each beside another moment or its word.
fn further_moments(bag: &mut Bag) -> Vec<Moment> {
    let mut found = Vec::new();
    while let Some(Moment::At(time)) = bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(Moment::At(*time)),
        _ => None,
    }) {
        found.push(Moment::At(time));
    }
    found
}

/// `cut at 12s`, `chop bikes at the 4 second mark`: where, and nothing that goes.
fn cuts_at_a_moment(bag: &Bag) -> bool {
    let cuts = (0..bag.len()).any(|place| LISTS.snips.has(bag.text(place)));
    let at = |place: usize| {
        let before = (0..place)
            .rev()
            .find(|at| !matches!(bag.sense(*at), Some(Sense::Filler | Sense::Link(Link::The))));
        matches!(bag.meaning(place), Some(Meaning::Time(_)))
            && before.is_some_and(|before| bag.text(before).eq_ignore_ascii_case("at"))
    };
    let other = [Link::To, Link::Off, Link::By, Link::From, Link::After, Link::Before]
        .iter()
        .any(|link| bag.has_link(*link));
    let edge = bag.has(|meaning| matches!(meaning, Meaning::Known(Sense::Edge(_))));
    cuts && !other && !edge && (0..bag.len()).any(at)
}

fn is_halfway(bag: &Bag) -> bool {
    bag.has_sense(Sense::Portion(Portion::Halfway))
}

/// Verbs that say how many parts there are to be.
fn is_in_two(verb: &str) -> bool {
    let verb = verb.to_lowercase();
    verb.contains("two") || verb.contains("half") || verb.contains('两') || verb == "一分为二"
}

fn duplicate(bag: &mut Bag) -> Option<Vec<Request>> {
    if !bag.only_verbs(&[Verb::Duplicate, Verb::Move, Verb::Add]) {
        return None;
    }
    bag.take_verbs();
    let edge = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Edge(edge)) => Some(*edge),
        _ => None,
    });
    let mut named = references(bag);
    // "复制一份放在它后面": that is where it is.
    if named.len() == 1 && bag.has_link(Link::After) {
        take_it(bag);
        bag.take_link(Link::After);
    }
    if named.is_empty() {
        named.extend(take_it(bag));
    }
    let only = named.pop().filter(|only| named.is_empty() && only.which != Which::All)?;
    // "Duplicate clip 1 at the end": of two that are alike one goes there.
    let at = edge.map(|edge| if edge == Edge::Start { Position::Start } else { Position::End });
    let place = at.map(|at| Request::Place { what: vec![only.clone()], at });
    Some([Request::Duplicate(only.clone())].into_iter().chain(place).collect())
}

fn reverse(bag: &mut Bag) -> Option<Vec<Request>> {
    if !bag.has_verb(Verb::Turn)
        || !bag.only_verbs(&[
            Verb::Turn,
            Verb::Make,
            Verb::Join,
            Verb::Move,
            Verb::Add,
            Verb::Change,
        ])
    {
        return None;
    }
    bag.take_verbs();
    bag.take_link(Link::Order);
    take_film(bag);
    let named = references(bag);
    let all = named.iter().all(|reference| matches!(reference.which, Which::All | Which::Count(_)));
    all.then_some(vec![Request::Reverse])
}
