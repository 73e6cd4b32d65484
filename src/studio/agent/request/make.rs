//! A new film: `a 20-second vertical promo with music and the title "Hello"`.

use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Sorting, Stretch, Verb};
use super::bag::Bag;
use super::film::film_to_make;
use super::reference::{Mention, mentions, without_appositives};
use super::row::{each_timed, follows, own_lengths};
use super::sound::negated;
use super::text::is_text_noun;
use super::{Make, Pieces, Position, Reference, Request, Which, inset, music_from, text};
use crate::api::wire::MediaKind;
use crate::draft::{Millis, TextPlace};

/// Reads what a new film is to be. What it is to have besides is left for the other readers.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let film = film_to_make(bag)?;
    let sort = promo_word(bag, film);
    if !matches!(bag.sense(film), Some(Sense::Shape(_))) {
        bag.use_at(film);
    }
    let mut make = Make { length: take_length_before(bag, film), sort, ..Make::default() };
    make.with = text::add_to_film(bag);
    let ends = take_ends(bag);
    make.with.extend(music_from::take_start(bag).map(Request::MusicFrom));
    make.with.extend(take_camera(bag));
    let over = take_inset(bag);
    let timed = take_own_lengths(bag, make.length.is_some());
    if timed.is_none()
        && let Some((pieces, each)) = take_each(bag)
    {
        (make.each, make.each_of) = (Some(each), pieces);
    }
    let left_out = take_left_out(bag);
    make.from = without_the_whole(without_appositives(without_the_sort(bag, film)));
    timed.into_iter().for_each(|lengths| lay_timed(&mut make, lengths));
    lay_ends(&mut make, ends);
    over.into_iter().for_each(|over| lay_over(&mut make, over));
    // "Boat, then lake": the order that they are named in.
    if make.from.len() > 1 {
        bag.take_link(Link::FirstComes);
    }
    if let Some(out) = left_out {
        make.from = all_but(&make.from, out);
    }
    let excepts = |of: &Reference| matches!(of.which, Which::AllBut(_));
    if make.from.iter().any(excepts) {
        // "除了雪山，其他照片": the others are what is left.
        if bag.take_noun(Noun::Picture) {
            make.from.iter_mut().for_each(|of| of.pieces = Pieces::Pictures);
        }
    } else if take_unnamed_picture(bag) {
        make.from = vec![Reference { pieces: Pieces::Pictures, which: Which::All }];
    }
    // Pieces of a new film share its length evenly as it is.
    bag.take_sense(Sense::Stretch(Stretch::Evenly));
    make.wordless = take_wordless(bag);
    make.sorting = take_sorting(bag);
    if bag.has_verb(Verb::Turn) {
        make.sorting = Some(Sorting::Backwards);
    }
    make.tempo = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Tempo(tempo)) => Some(*tempo),
        _ => None,
    });
    if make.length.is_none() {
        make.length = take_only_length(bag);
    }
    bag.take_verbs();
    bag.take_noun(Noun::Film);
    bag.take_noun(Noun::Promo);
    Some(vec![Request::Make(make)])
}

/// What lies over the picture is none of the pieces.
fn lay_over(make: &mut Make, (wish, of): (Request, Reference)) {
    if make.from.iter().all(|of| of.which == Which::All) {
        make.from = all_but(&make.from, vec![of]);
    }
    make.with.push(wish);
}

/// `做个主图视频：上身、面料、主图`: a name before the word for the film only says of what sort it is, where it
/// is named again among others.
fn without_the_sort(bag: &mut Bag, film: usize) -> Vec<Reference> {
    let mut found = mentions(bag);
    let again = |at: usize, found: &[Mention]| {
        found[at].place < film
            && found
                .iter()
                .skip(at + 1)
                .any(|other| other.place > film && other.reference == found[at].reference)
    };
    if let Some(at) = (0..found.len()).find(|at| again(*at, &found)) {
        found.remove(at);
    }
    found.into_iter().map(|mention| mention.reference).collect()
}

/// `zoom slowly into each`: the camera over all of them.
fn take_camera(bag: &mut Bag) -> Option<Request> {
    let (place, camera) = bag.take_at(|meaning| match meaning {
        Meaning::Known(Sense::Camera(camera)) => Some(*camera),
        _ => None,
    })?;
    // "Each" is of the camera only where no length is said with it.
    let timed = bag.has(|meaning| matches!(meaning, Meaning::Time(_)));
    let beside = [bag.before(place), bag.after(place)];
    for at in beside.into_iter().flatten().filter(|_| !timed) {
        if bag.sense(at) == Some(Sense::Link(Link::Each)) {
            bag.use_at(at);
            let kind = bag.after(at).filter(|next| {
                matches!(bag.sense(*next), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
            });
            kind.into_iter().for_each(|next| bag.use_at(next));
        }
    }
    Some(Request::Camera { of: Vec::new(), camera: Some(camera) })
}

/// `with the logo top right`: a picture with a corner beside it lies over the others, and is none of them.
fn take_inset(bag: &mut Bag) -> Option<(Request, Reference)> {
    let image = |place: usize| match bag.meaning(place) {
        Some(Meaning::File(file, MediaKind::Image)) if bag.is_free(place) => Some(*file),
        _ => None,
    };
    let corner = |place: usize| {
        matches!(
            bag.sense(place),
            Some(Sense::Place(
                TextPlace::TopLeft
                    | TextPlace::TopRight
                    | TextPlace::BottomLeft
                    | TextPlace::BottomRight
            ))
        )
    };
    let light = |place: &usize| {
        !matches!(bag.sense(*place), Some(Sense::Filler | Sense::Link(Link::At | Link::The)))
    };
    let (logo, place) = (0..bag.len()).find_map(|place| {
        image(place)?;
        let next = (place + 1..bag.len()).find(light).filter(|next| corner(*next))?;
        Some((place, next))
    })?;
    let file = image(logo)?;
    let mut rest = bag.clone();
    (0..bag.len()).filter(|at| *at < logo || *at > place).for_each(|at| rest.use_at(at));
    let wish = inset::read(&mut rest)?.pop()?;
    if !rest.left_over().is_empty() {
        return None;
    }
    (logo..=place).for_each(|at| bag.use_at(at));
    Some((wish, Reference { pieces: Pieces::Any, which: Which::Named(file) }))
}

/// `beach 5s, lake 3s, boat 2s`: how long each of those is that are named. `Skull for 2 seconds and then all of bikes`:
/// the others are as long as they are.
fn take_own_lengths(bag: &mut Bag, timed: bool) -> Option<Vec<(Reference, Option<Millis>)>> {
    let mut trial = bag.clone();
    let found = mentions(&mut trial);
    let named = |mention: &Mention| matches!(mention.reference.which, Which::Named(_));
    if found.len() < 2 || !found.iter().all(named) {
        return None;
    }
    let own = own_lengths(&mut trial, &found);
    let apart = each_timed(&own) || (!timed && is_told_apart(bag, &found, &own));
    if !apart || bag.has_link(Link::Each) {
        return None;
    }
    trial.take_link(Link::Whole);
    *bag = trial;
    Some(found.into_iter().map(|mention| mention.reference).zip(own).collect())
}

/// The pieces, and how long those are of which it is said.
fn lay_timed(make: &mut Make, lengths: Vec<(Reference, Option<Millis>)>) {
    make.from = lengths.iter().map(|(of, _)| of.clone()).collect();
    let lasting = |(of, length): (Reference, Option<Millis>)| {
        length.map(|length| Request::Length { of, length })
    };
    make.with.extend(lengths.into_iter().filter_map(lasting));
}

/// Whether a length is one piece's and not the film's: another piece follows it, or is wanted whole.
fn is_told_apart(bag: &Bag, found: &[Mention], own: &[Option<Millis>]) -> bool {
    let whole = |nth: usize| {
        let from = nth.checked_sub(1).map_or(0, |before| found[before].place);
        let to = found.get(nth + 1).map_or(bag.len(), |next| next.place);
        (from..to).any(|place| LISTS.all_of_it.has(bag.text(place)))
    };
    let behind = |nth: usize| {
        own[nth].is_some() && found.get(nth + 1).is_some_and(|next| follows(bag, &found[nth], next))
    };
    own.iter().any(Option::is_some)
        && ((0..own.len()).any(behind)
            || (0..own.len()).all(|nth| own[nth].is_some() || whole(nth)))
}

/// `the bikes first and then the photos`: footage is none of the photos, and comes beside them.
fn lay_ends(make: &mut Make, ends: Vec<(Position, Reference, MediaKind)>) {
    let stills = !make.from.is_empty()
        && make.from.iter().all(|of| {
            of.pieces == Pieces::Pictures && matches!(of.which, Which::All | Which::Count(_))
        });
    for (at, of, kind) in ends {
        match (stills && kind == MediaKind::Video, at) {
            (true, Position::Start) => make.from.insert(0, of),
            (true, _) => make.from.push(of),
            (false, at) => make.with.push(Request::Place { what: vec![of], at }),
        }
    }
}

/// `open with the lake`, `end with the boat`: where they lie among all the others.
fn take_ends(bag: &mut Bag) -> Vec<(Position, Reference, MediaKind)> {
    let mut ends = Vec::new();
    for place in 0..bag.len() {
        let at = match bag.sense(place) {
            Some(Sense::Link(Link::FirstComes)) => Position::Start,
            Some(Sense::Link(Link::LastComes)) => Position::End,
            _ => continue,
        };
        let light =
            |at: &usize| !matches!(bag.sense(*at), Some(Sense::Filler | Sense::Link(Link::The)));
        let Some(next) = (place + 1..bag.len()).find(light) else { continue };
        let Some(Meaning::File(file, kind)) = bag.meaning(next).cloned() else { continue };
        // "Open with boat, then lake": a row, and not an end of the others.
        let then = bag.after(next).is_some_and(|then| {
            bag.sense(then) == Some(Sense::Break)
                && (then + 1..bag.len())
                    .find(|at| bag.sense(*at) != Some(Sense::Break) && light(at))
                    .is_some_and(|other| matches!(bag.meaning(other), Some(Meaning::File(..))))
        });
        if !kind.is_visual() || !bag.is_free(next) || !bag.is_free(place) || then {
            continue;
        }
        bag.use_at(place);
        bag.use_at(next);
        let of = Reference { pieces: Pieces::Any, which: Which::Named(file) };
        ends.push((at, of, kind));
    }
    ends
}

/// `all the clips: silent, bikes, bunny`: those are they.
fn without_the_whole(mut named: Vec<Reference>) -> Vec<Reference> {
    let singles = named.iter().filter(|of| matches!(of.which, Which::Named(_))).count();
    if singles > 2 {
        named.retain(|of| !matches!(of.which, Which::All));
    }
    named
}

/// `做个视频，不用标志`: what is not to be in it.
fn take_left_out(bag: &mut Bag) -> Option<Vec<Reference>> {
    let denied = |bag: &Bag, place: usize| {
        bag.before(place).filter(|before| {
            bag.sense(*before) == Some(Sense::Link(Link::Without)) && bag.is_free(*before)
        })
    };
    let found = mentions(&mut bag.clone());
    let out: Vec<(usize, Mention)> = found
        .into_iter()
        .filter(|mention| matches!(mention.reference.which, Which::Named(_) | Which::Nth(_)))
        .filter_map(|mention| denied(bag, mention.place).map(|without| (without, mention)))
        .collect();
    for (without, mention) in &out {
        bag.use_at(*without);
        bag.use_at(mention.place);
        // "封面那张".
        let points = bag.after(mention.place).filter(|next| {
            bag.sense(*next) == Some(Sense::Link(Link::The)) && !bag.text(*next).is_ascii()
        });
        points.into_iter().for_each(|next| bag.use_at(next));
    }
    let out: Vec<Reference> = out.into_iter().map(|(_, mention)| mention.reference).collect();
    (!out.is_empty()).then_some(out)
}

/// Everything, or all of a kind, without these.
pub fn all_but(from: &[Reference], out: Vec<Reference>) -> Vec<Reference> {
    let pieces = match from {
        [Reference { pieces, which: Which::All | Which::Rest }] => *pieces,
        [] => Pieces::Any,
        named => return named.to_vec(),
    };
    vec![Reference { pieces, which: Which::AllBut(out) }]
}

/// "These five images and a logo": which one is the logo is not said, so every picture is meant.
fn take_unnamed_picture(bag: &mut Bag) -> bool {
    bag.take_noun(Noun::Picture)
}

/// "With text overlays": which words is not said.
fn take_wordless(bag: &mut Bag) -> bool {
    let Some(place) = bag.find(is_text_noun) else { return false };
    if negated(bag, place) {
        while let Some(place) = bag.find(is_text_noun) {
            bag.use_at(place);
        }
        return false;
    }
    bag.use_at(place);
    true
}

/// `by name`, `shuffled`, `in reverse order`.
pub fn take_sorting(bag: &mut Bag) -> Option<Sorting> {
    bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Sorting(sorting)) => Some(*sorting),
        _ => None,
    })
}

fn promo_word(bag: &Bag, film: usize) -> Option<String> {
    (bag.sense(film) == Some(Sense::Noun(Noun::Promo))).then(|| bag.text(film).to_owned())
}

/// The time that describes the film: `a 30-second vertical promo`.
fn take_length_before(bag: &mut Bag, film: usize) -> Option<Millis> {
    for place in (0..film).rev() {
        match bag.meaning(place).cloned() {
            Some(Meaning::Time(time)) if bag.is_free(place) => {
                if is_each(bag, place) {
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
fn take_each(bag: &mut Bag) -> Option<(Pieces, Millis)> {
    let between = |place: usize| {
        bag.before(place).is_some_and(|at| bag.sense(at) == Some(Sense::Link(Link::Between)))
    };
    // "1 second between each": of what lies between them.
    let each = (0..bag.len()).find(|place| {
        bag.is_free(*place)
            && bag.sense(*place) == Some(Sense::Link(Link::Each))
            && !between(*place)
    })?;
    // "每两张之间1秒": of what lies between them.
    if bag.text(each).contains('两') {
        return None;
    }
    // "Equal time for each, half-second crossfades": that is how long they take.
    let theirs = |place: usize| {
        bag.after(place).is_some_and(|next| {
            matches!(bag.sense(next), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
        })
    };
    let evenly = bag.has(|meaning| *meaning == Meaning::Known(Sense::Stretch(Stretch::Evenly)));
    let times = (0..bag.len()).filter_map(|place| match bag.meaning(place) {
        Some(Meaning::Time(time)) if bag.is_free(place) && !(evenly && theirs(place)) => {
            Some((place, *time))
        }
        _ => None,
    });
    let (place, time) = times.min_by_key(|(place, _)| place.abs_diff(each))?;
    bag.use_at(place);
    bag.take_link(Link::Each);
    // "Then the photos 3 seconds each".
    let before = (0..place.min(each)).rev().find(|at| bag.sense(*at) != Some(Sense::Filler));
    let mut stills = LISTS.names_pictures.is_within(&bag.text(each).to_lowercase());
    stills |= before.is_some_and(|at| bag.sense(at) == Some(Sense::Noun(Noun::Picture)));
    if let Some(noun) = bag.after(each)
        && matches!(bag.sense(noun), Some(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture)))
    {
        stills |= bag.sense(noun) == Some(Sense::Noun(Noun::Picture));
        bag.use_at(noun);
    }
    Some((if stills { Pieces::Pictures } else { Pieces::Any }, time))
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
    if is_of_one_of_several(bag, place) {
        return None;
    }
    let Some(Meaning::Time(time)) = bag.meaning(place).cloned() else { return None };
    bag.use_at(place);
    Some(time)
}

/// `silent, then lobby.jpg for 5 seconds`, `stills 4s`: so long is what is named there, and not the film.
fn is_of_one_of_several(bag: &Bag, place: usize) -> bool {
    let light = |at: &usize| {
        matches!(bag.sense(*at), Some(Sense::Filler | Sense::Link(Link::For | Link::At)))
    };
    let Some(named) = (0..place).rev().find(|at| !light(at)) else { return false };
    let shows = |at: usize| match bag.meaning(at) {
        Some(Meaning::File(file, kind)) if kind.is_visual() => Some(*file),
        _ => None,
    };
    let another = |file: usize| (0..bag.len()).filter_map(shows).any(|other| other != file);
    shows(named).is_some_and(another)
        || bag.sense(named) == Some(Sense::Noun(Noun::Picture))
            && (0..bag.len()).any(|at| shows(at).is_some())
}

/// `crossfades of 1 second`.
fn follows_link(bag: &Bag, place: usize) -> bool {
    bag.before(place).is_some_and(|before| {
        matches!(bag.sense(before), Some(Sense::Link(Link::Of | Link::For)))
            && !bag.text(before).is_empty()
    })
}
