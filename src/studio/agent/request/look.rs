//! Transitions, fades, and the shape of the picture.

use super::super::words::{
    Degree, LISTS, Link, Meaning, Noun, Pace, Sense, Shape, Verb, tells_when, transition_name,
};
use super::bag::Bag;
use super::film::take_film;
use super::reference::{references, single};
use super::sound::negated;
use super::{Canvas, Fading, Pieces, Reference, Request, Seam, Sides, Style, Which};
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// Reads how pieces take over from each other.
pub fn transitions(bag: &mut Bag) -> Option<Vec<Request>> {
    let place = bag.find(is_transition)?;
    if !may_be_set(bag) || is_of_a_row(bag, place) {
        return None;
    }
    let unwanted = negated(bag, place) || bag.has_verb(Verb::Remove) || bag.take_link(Link::Off);
    // "No crossfade between kiln and mugs, plates 8 seconds": what is not wanted does not last.
    let of_another = unwanted
        && (place + 3..bag.len()).any(|at| matches!(bag.meaning(at), Some(Meaning::Time(_))));
    let at = take_its_moment(bag);
    let length = if of_another { None } else { take_length_beside(bag, place) };
    take_how(bag, length.is_some());
    let there = !unwanted && is_of_those_there(bag, place);
    let style = take_style(bag);
    let style = if unwanted { Style::None } else { style };
    let numbered = take_number_of(bag, place);
    let (which, between) = seams(bag);
    let between = numbered.unwrap_or(between);
    let open = between.is_empty() && which == Seam::Between;
    let which = if there && open { Seam::There } else { which };
    let which = at.map_or(which, Seam::At);
    bag.take_verbs();
    bag.take_link(Link::Whole);
    take_film(bag);
    // "Only between the first two": nowhere else.
    let elsewhere =
        (bag.take_link(Link::Only) && !between.is_empty()).then(|| Request::Transitions {
            style: Style::None,
            length: None,
            between: Vec::new(),
            which: Seam::Between,
        });
    let wanted = Request::Transitions { style, length, between, which };
    Some(elsewhere.into_iter().chain([wanted]).collect())
}

/// Whether no verb of the clause is for anything but seams.
fn may_be_set(bag: &Bag) -> bool {
    let allowed = [
        Verb::Add,
        Verb::Remove,
        Verb::Change,
        Verb::Make,
        Verb::Use,
        Verb::Show,
        Verb::Keep,
        Verb::Join,
    ];
    // "Shorten the crossfades to half a second": so long, where it is said how long.
    let shortens = bag.has_verb(Verb::Trim)
        && !bag.has(|meaning| {
            matches!(meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..))
        })
        && (0..bag.len()).any(|at| is_shortening(bag.text(at)));
    let allowed: Vec<Verb> = allowed.into_iter().chain(shortens.then_some(Verb::Trim)).collect();
    let timed = bag.has(|meaning| matches!(meaning, Meaning::Time(_)));
    bag.only_verbs(&allowed) && (!shortens || timed)
}

/// What only says with other words how long they are.
fn take_how(bag: &mut Bag, is_timed: bool) {
    // "转场慢一点，每个1秒": the length says how slow.
    if is_timed {
        bag.take(|meaning| {
            matches!(meaning, Meaning::Known(Sense::Pace(Pace::Half | Pace::Twice))).then_some(())
        });
        bag.take_sense(Sense::Degree(Degree::Bit));
    }
    // "Longer, 1 second": so long; "a second longer" is against now, and stays unread.
    let stretch = bag.find(|meaning| matches!(meaning, Meaning::Known(Sense::Stretch(_))));
    if let Some(stretch) = stretch
        && (stretch..bag.len()).any(|at| matches!(bag.meaning(at), Some(Meaning::Time(_))))
    {
        bag.use_at(stretch);
    }
}

fn is_shortening(verb: &str) -> bool {
    LISTS.shortens.has(verb) || ["缩短", "缩", "剪短"].iter().any(|word| verb.starts_with(word))
}

/// `bikes and bunny, hard cuts`: the names are the film's, not those of what lies between them.
fn is_of_a_row(bag: &Bag, transition: usize) -> bool {
    let beside =
        [Link::Between, Link::Before, Link::After, Link::To].iter().any(|link| bag.has_link(*link));
    let file = |place: &usize| {
        bag.is_free(*place) && matches!(bag.meaning(*place), Some(Meaning::File(..)))
    };
    !beside && (0..transition).filter(file).count() > 1
}

fn is_transition(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Known(Sense::Noun(Noun::Transition) | Sense::Transition(_)))
}

fn take_style(bag: &mut Bag) -> Style {
    bag.take_noun(Noun::Transition);
    let mut style = Style::Unsaid;
    while let Some(index) = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Transition(index)) => Some(*index),
        _ => None,
    }) {
        style = match transition_name(index) {
            "none" => Style::None,
            name => Style::Named(name),
        };
    }
    bag.take_noun(Noun::Transition);
    style
}

/// `make the crossfade 1 second`, `把叠化换成擦除`: those that are there; not `change the cuts to dissolves`.
fn is_of_those_there(bag: &Bag, transition: usize) -> bool {
    let all = |place: usize| {
        matches!(bag.sense(place), Some(Sense::Link(Link::Each | Link::All)))
            || matches!(bag.sense(place), Some(Sense::Transition(index)) if transition_name(index) == "none")
    };
    let before = bag.before(transition).and_then(|before| bag.sense(before));
    let named = before == Some(Sense::Link(Link::The)) && !bag.has_verb(Verb::Add);
    (named || bag.has_verb(Verb::Change)) && !(0..bag.len()).any(all)
}

/// A time that is longer than this is no transition's: `a crossfade at 9 s`.
const LONG: Millis = Millis(2000);

/// Where the transition lies: `a wipe at 0:09`, `第9秒加叠化`.
fn take_its_moment(bag: &mut Bag) -> Option<Millis> {
    let moment = |place: usize| {
        let Some(Meaning::Time(time)) = bag.meaning(place) else { return None };
        let at = bag.before(place).and_then(|at| bag.sense(at)) == Some(Sense::Link(Link::At));
        let each = bag.after(place).and_then(|each| bag.sense(each));
        let long = *time > LONG && each != Some(Sense::Link(Link::Each));
        (tells_when(bag.text(place)) || (at && long)).then_some((place, *time))
    };
    let (place, time) = (0..bag.len()).filter(|place| bag.is_free(*place)).find_map(moment)?;
    bag.use_at(place);
    bag.take_link(Link::At);
    Some(time)
}

/// The transition's own length: the time nearest to it, unless a film's word claims it.
fn take_length_beside(bag: &mut Bag, transition: usize) -> Option<Millis> {
    let times = (0..bag.len()).filter_map(|place| match bag.meaning(place) {
        Some(Meaning::Time(time)) if bag.is_free(place) => Some((place, *time)),
        _ => None,
    });
    let (place, time) = times.min_by_key(|(place, _)| place.abs_diff(transition))?;
    bag.use_at(place);
    Some(time)
}

/// The second transition is the one between the second piece and the third.
fn take_number_of(bag: &mut Bag, transition: usize) -> Option<Vec<Reference>> {
    // "A wipe at the second cut": the number stands before the other word.
    let seams = (transition..bag.len()).filter(|place| {
        matches!(bag.sense(*place), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
    });
    let ordinal = |place: usize| {
        let before = bag.before(place).filter(|before| bag.is_free(*before))?;
        matches!(bag.meaning(before), Some(Meaning::Ordinal(_))).then_some(before)
    };
    let before = seams.filter_map(ordinal).next()?;
    let Some(Meaning::Ordinal(number)) = bag.meaning(before).cloned() else { return None };
    bag.use_at(before);
    let other = if number > 0 { number + 1 } else { number - 1 };
    let of = |number| Reference { pieces: Pieces::Any, which: Which::Nth(number) };
    Some(vec![of(number), of(other)])
}

/// Between which pieces.
fn seams(bag: &mut Bag) -> (Seam, Vec<Reference>) {
    let seam = if bag.take_link(Link::Before) {
        Seam::Before
    } else if bag.take_link(Link::After) {
        Seam::After
    } else {
        Seam::Between
    };
    bag.take_link(Link::Between);
    bag.take_link(Link::Each);
    take_count(bag);
    let named = references(bag).into_iter().filter(|reference| reference.which != Which::All);
    (seam, named.collect())
}

/// `两个都改成1.2秒`: so many transitions, and no piece of that number.
fn take_count(bag: &mut Bag) {
    let counts = |place: &usize| {
        bag.is_free(*place)
            && matches!(bag.meaning(*place), Some(Meaning::Number(_)))
            && bag.text(*place).ends_with(['个', '处'])
            && (bag.after(*place).is_some_and(|next| LISTS.all_of_them.has(bag.text(next)))
                || LISTS.all_of_them.has(bag.text(*place + 1))
                || bag.before(*place).is_some_and(|at| bag.meaning(at).is_some_and(is_transition))
                || bag.after(*place).is_some_and(|at| bag.meaning(at).is_some_and(is_transition)))
    };
    if let Some(place) = (0..bag.len()).find(counts) {
        bag.use_at(place);
    }
}

/// Reads a rise from or a fall to black or silence.
pub fn fade(bag: &mut Bag) -> Option<Vec<Request>> {
    let place = bag.find(is_fade)?;
    let music = takes_music_along(bag, place) || is_said_of_music(bag, place);
    // "Start with a fade in", "end with a fade to black".
    bag.take_link(Link::FirstComes);
    bag.take_link(Link::LastComes);
    let sides = take_sides(bag)?;
    let removes = bag.has_verb(Verb::Remove) || bag.take_link(Link::Without);
    let allowed =
        [Verb::Add, Verb::Remove, Verb::Make, Verb::Fade, Verb::Change, Verb::Show, Verb::Use];
    let shortened = is_shortened(bag, place);
    if !bag.only_verbs(&allowed) && !shortened {
        return None;
    }
    if shortened {
        bag.take_link(Link::To);
    }
    // "Fade out from 12s" says when, and how long follows only from the film.
    let from = |place: usize| {
        matches!(bag.sense(place), Some(Sense::Link(Link::From)))
            && bag.after(place).is_some_and(|at| matches!(bag.meaning(at), Some(Meaning::Time(_))))
    };
    if (0..bag.len()).any(from) {
        return None;
    }
    bag.take_verbs();
    let length = take_fade_length(bag);
    // "In over 2 seconds and out over the last 3": each its own.
    let other = if sides.rise && sides.fall { take_fade_length(bag) } else { None };
    if music {
        bag.take_noun(Noun::Music);
        bag.take_noun(Noun::Sound);
    }
    take_film(bag);
    bag.take(|meaning| matches!(meaning, Meaning::Known(Sense::Edge(_))).then_some(()));
    let of = if music { Fading::Music } else { single(bag).map_or(Fading::Film, Fading::Piece) };
    let sides = Sides { wanted: !removes, ..sides };
    let fade =
        |sides: Sides, length: Option<Millis>| Request::Fade { of: of.clone(), sides, length };
    Some(match other {
        None => vec![fade(sides, length)],
        Some(_) => vec![
            fade(Sides { fall: false, ..sides }, length),
            fade(Sides { rise: false, ..sides }, other),
        ],
    })
}

/// `shorten the fade in to 1s`, `淡入缩短到1秒`: the fade, and not the film.
fn is_shortened(bag: &Bag, fade: usize) -> bool {
    let piece = |meaning: &Meaning| matches!(meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let timed = |place: usize| matches!(bag.meaning(place), Some(Meaning::Time(_)));
    bag.verbs() == [Verb::Trim] && !bag.has(piece) && (fade..bag.len()).any(timed)
}

fn take_fade_length(bag: &mut Bag) -> Option<Millis> {
    bag.take(|meaning| match meaning {
        Meaning::Time(time) | Meaning::Head(time) | Meaning::Tail(time) => Some(*time),
        // "Over the last two", where seconds were spoken of: nothing else lasts.
        Meaning::FirstOf(seconds) | Meaning::LastOf(seconds) => {
            Some(Millis::from_secs(*seconds as u64))
        }
        _ => None,
    })
}

fn is_fade(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Known(
            Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth) | Sense::Verb(Verb::Fade)
        )
    )
}

/// `fade out the music`, but not `music, fade out`: a mark parts two wishes.
fn takes_music_along(bag: &Bag, fade: usize) -> bool {
    // "Add song.mp3 and fade it out."
    let plays =
        |place: usize| matches!(bag.meaning(place), Some(Meaning::File(_, MediaKind::Audio)));
    if (0..fade).any(plays) && bag.text(fade).to_lowercase().contains(" it ") {
        return true;
    }
    let sound = bag
        .find(|meaning| matches!(meaning, Meaning::Known(Sense::Noun(Noun::Music | Noun::Sound))));
    sound.is_some_and(|sound| {
        let between = fade.min(sound)..fade.max(sound);
        between.into_iter().all(|place| bag.sense(place) != Some(Sense::Break))
    })
}

/// `calm music that fades in`.
fn is_said_of_music(bag: &Bag, fade: usize) -> bool {
    let that = bag
        .before(fade)
        .filter(|that| ["that", "which"].contains(&bag.text(*that).to_lowercase().as_str()));
    that.is_some_and(|that| {
        (0..that).any(|place| bag.sense(place) == Some(Sense::Noun(Noun::Music)))
    })
}

/// Whether something is to rise or to fall, or both.
pub fn take_sides(bag: &mut Bag) -> Option<Sides> {
    let (mut rise, mut fall) = (bag.take_noun(Noun::FadeIn), bag.take_noun(Noun::FadeOut));
    if bag.take_noun(Noun::FadeBoth) {
        (rise, fall) = (true, true);
    }
    if bag.take_verb(Verb::Fade) {
        // "fade the music in", "fade the music out": the side stands behind what fades.
        for place in 0..bag.len() {
            let word = bag.text(place).to_lowercase();
            if bag.is_free(place) && (word == "in" || word == "out") {
                bag.use_at(place);
                (rise, fall) = (rise || word == "in", fall || word == "out");
            }
        }
    }
    (rise || fall).then_some(Sides { rise, fall, wanted: true })
}

/// Reads the shape of the picture.
pub fn canvas(bag: &mut Bag) -> Option<Vec<Request>> {
    let allowed =
        [Verb::Make, Verb::Change, Verb::Use, Verb::Show, Verb::Add, Verb::Trim, Verb::Move];
    if !bag.only_verbs(&allowed) {
        return None;
    }
    let canvas = take_canvas(bag)?;
    bag.take_verbs();
    bag.take_noun(Noun::Canvas);
    take_film(bag);
    if bag.has_link(Link::It) {
        // "Turn it into a square video."
        bag.take_noun(Noun::Film);
    }
    Some(vec![Request::Canvas(canvas)])
}

/// Reads how fine the picture is: its lines and its frames a second.
pub fn quality(bag: &mut Bag) -> Option<Vec<Request>> {
    let allowed =
        [Verb::Make, Verb::Change, Verb::Use, Verb::Show, Verb::Add, Verb::Trim, Verb::Move];
    if !bag.only_verbs(&allowed) {
        return None;
    }
    let lines = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Resolution(lines)) => Some(*lines),
        _ => None,
    });
    let names_rate = bag.take_noun(Noun::Rate);
    let rate = bag.take(|meaning| match meaning {
        Meaning::Rate(rate) => Some(*rate),
        Meaning::Number(rate) if names_rate => Some(*rate),
        _ => None,
    });
    let found: Vec<Request> =
        lines.map(Request::Resolution).into_iter().chain(rate.map(Request::Rate)).collect();
    if found.is_empty() {
        return None;
    }
    bag.take_verbs();
    bag.take_noun(Noun::Resolution);
    bag.take_noun(Noun::Canvas);
    take_film(bag);
    Some(found)
}

/// A ratio says more than a shape's name, and that more than a platform's. Two that differ say nothing.
fn take_canvas(bag: &mut Bag) -> Option<Canvas> {
    let mut ratios = Vec::new();
    while let Some(ratio) = bag.take(|meaning| match meaning {
        Meaning::Ratio(width, height) => Some(canvas_of(*width, *height)),
        _ => None,
    }) {
        ratios.push(ratio);
    }
    let shapes = take_all(bag, |sense| match sense {
        Sense::Shape(shape) => Some(Canvas::Shape(shape)),
        _ => None,
    });
    let platforms = take_all(bag, |sense| match sense {
        Sense::Platform(shape) => Some(Canvas::Shape(shape)),
        _ => None,
    });
    let said = [ratios, shapes, platforms].into_iter().find(|said| !said.is_empty())?;
    said.iter().all(|canvas| *canvas == said[0]).then(|| said[0])
}

fn take_all(bag: &mut Bag, read: impl Fn(Sense) -> Option<Canvas>) -> Vec<Canvas> {
    let mut found = Vec::new();
    while let Some(canvas) = bag.take(|meaning| match meaning {
        Meaning::Known(sense) => read(*sense),
        _ => None,
    }) {
        found.push(canvas);
    }
    found
}

pub fn canvas_of(width: u32, height: u32) -> Canvas {
    let is = |across: u32, down: u32| {
        u64::from(width) * u64::from(down) == u64::from(height) * u64::from(across)
    };
    if is(16, 9) {
        Canvas::Shape(Shape::Wide)
    } else if is(9, 16) {
        Canvas::Shape(Shape::Vertical)
    } else if is(1, 1) {
        Canvas::Shape(Shape::Square)
    } else if is(4, 5) {
        Canvas::Shape(Shape::Portrait)
    } else {
        Canvas::Other(width, height)
    }
}
