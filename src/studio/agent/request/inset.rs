//! Something over the picture: a logo in a corner, one clip in the corner of another.

use super::super::words::{Degree, LISTS, Link, Meaning, Noun, Pace, Sense, Sizing, Turning, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::when::when;
use super::{Pieces, Position, Reference, Request, When, Which, adjust};
use crate::api::wire::{FileType, MediaKind};
use crate::draft::TextPlace;

/// Something over the picture; what is not said stays, or is as usual.
#[derive(Debug, Clone, PartialEq)]
pub struct InsetWish {
    /// What.
    pub file: InsetFile,
    /// Whether it may be laid there if it is not yet.
    pub lays: bool,
    /// Where.
    pub place: Option<TextPlace>,
    /// How large.
    pub size: Option<InsetSize>,
    /// How solid, in percent.
    pub opacity: Option<u32>,
    /// When.
    pub when: When,
}

/// What lies over the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InsetFile {
    /// A file of the session.
    Named(usize),
    /// A file that the session does not have.
    Missing(String),
    /// The one whose name has this in it: `the logo`.
    Called(&'static str),
    /// The one that is there.
    Unsaid,
}

/// How large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum InsetSize {
    /// As small ones are.
    Small,
    /// As large ones are.
    Large,
    /// So many times as large as now.
    Times(f64),
    /// Percent of the width.
    To(f64),
}

/// `用夜市.jpg顶上`: in the place of something, and not at the top of it.
fn stands_in(bag: &Bag) -> bool {
    bag.has_verb(Verb::Use)
        && (0..bag.len()).any(|place| {
            LISTS.takes_the_place.has(bag.text(place)) && bag.text(place).ends_with('上')
        })
}

/// Reads a clause about something over the picture: it names a place on the picture, or says so.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    if stands_in(bag) {
        return None;
    }
    let says_so = bag.has_noun(Noun::Inset) || is_of_its_solidity(bag);
    let logo = logo(bag);
    let quotes = bag.has(|meaning| matches!(meaning, Meaning::Quote(_)));
    let file = if logo.is_some() { None } else { file(bag) };
    let named = file.as_ref().map(|(place, _)| *place);
    let is_inset = says_so || logo.is_some() || named.is_some_and(|named| lies_over(bag, named));
    let lays = says_so || bag.has(is_place) || bag.has_verb(Verb::Add);
    if quotes || !is_inset || !bag.only_verbs(&ALLOWED) || is_about_words(bag) {
        return None;
    }
    // "No logos, please".
    let shows_logo = logo.is_some() || named.is_some_and(|named| is_logo(bag.text(named)));
    let denied = shows_logo && bag.verbs().is_empty() && bag.take_link(Link::Without);
    let wanted = !(bag.take_verb(Verb::Remove) || denied);
    bag.take_noun(Noun::Inset);
    let (file_at, file) = match (file, logo) {
        (Some((place, file)), _) => (Some(place), file),
        (None, Some(place)) => (Some(place), InsetFile::Called("logo")),
        (None, None) => (None, InsetFile::Unsaid),
    };
    file_at.into_iter().chain(logo).for_each(|place| bag.use_at(place));
    let place = place(bag);
    // Which corner is not said: the one where such a thing is usual.
    bag.take_noun(Noun::Corner);
    let opacity = opacity(bag);
    let size = size(bag);
    let all = 0..bag.len();
    let when = when(bag, all);
    if when != When::Unsaid {
        bag.take_link(Link::Only);
    }
    let (wanted, when) = seen_or_not(wanted, when);
    if !wanted && is_for_a_while(&when) && !bag.has(is_kind_of_piece) {
        return None;
    }
    let moved = bag.verbs() == [Verb::Move];
    bag.take_verbs();
    take_film(bag);
    let says_more = place.is_some() || opacity.is_some() || size.is_some() || when != When::Unsaid;
    if file == InsetFile::Unsaid && wanted && !says_more && !lays {
        return None;
    }
    // "Move bunny to the top": before all others, as footage is no mark in a corner.
    let footage = file_at
        .is_some_and(|at| matches!(bag.meaning(at), Some(Meaning::File(_, MediaKind::Video))));
    if let InsetFile::Named(named) = file
        && footage
        && moved
        && place == Some(TextPlace::Top)
        && size.is_none()
        && opacity.is_none()
        && when == When::Unsaid
    {
        let what = Reference { pieces: Pieces::Any, which: Which::Named(named) };
        return Some(vec![Request::Place { what: vec![what], at: Position::Start }]);
    }
    let wish = InsetWish { file, lays, place, size, opacity, when };
    Some(vec![Request::Inset { wish, wanted }])
}

fn is_place(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Known(Sense::Place(_) | Sense::Noun(Noun::Corner)))
}

/// Whether what is said of a file is said of something over the picture.
fn lies_over(bag: &Bag, named: usize) -> bool {
    let shows_logo = is_logo(bag.text(named));
    let still = matches!(bag.meaning(named), Some(Meaning::File(_, MediaKind::Image)));
    let is_more = bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Known(
                Sense::Sizing(_) | Sense::Noun(Noun::Opacity | Noun::Transparency | Noun::Inset)
            )
        )
    });
    // "Remove the middle of bikes" is about its time.
    let removes = bag.has_verb(Verb::Remove);
    let goes = removes || bag.has_link(Link::Without);
    is_more
        || (bag.has(is_place) && (shows_logo || !removes))
        || ((shows_logo || still) && resizes(bag))
        || (still && says_its_share(bag))
        || (shows_logo && (goes || times_it(bag) || bag.has(is_closeness) && bag.has(is_factor)))
}

/// `remove the logo from 5s to 8s`: a part of it goes, which others read.
fn is_for_a_while(when: &When) -> bool {
    matches!(when, When::Span(..) | When::Start(_) | When::End(_) | When::Lasting(_))
}

fn is_kind_of_piece(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Known(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage | Noun::Film))
    )
}

/// `take the logo off after 10s`: it is seen until then.
fn seen_or_not(wanted: bool, when: When) -> (bool, When) {
    match when {
        When::From(at, None) if !wanted => (true, When::Until(at)),
        when => (wanted, when),
    }
}

/// `show the logo from 5s to 10s`, `logo only during bikes`: when it is seen, and nothing that is laid or moved.
fn times_it(bag: &Bag) -> bool {
    let moment = |place: usize| {
        let before = bag.before(place).and_then(|before| bag.sense(before));
        matches!(bag.meaning(place), Some(Meaning::Time(_)))
            && matches!(before, Some(Sense::Link(Link::From | Link::At | Link::After | Link::To)))
    };
    let spans = bag
        .has(|meaning| matches!(meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_)));
    let shows = bag
        .verbs()
        .iter()
        .all(|verb| matches!(verb, Verb::Show | Verb::Keep | Verb::Remove | Verb::Change));
    shows && (spans || (0..bag.len()).any(moment))
}

fn is_closeness(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Known(Sense::Closeness(_)))
}

/// `一半`, `一倍`.
fn is_factor(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Known(Sense::Degree(Degree::Half | Degree::Double) | Sense::Pace(Pace::Twice))
    )
}

/// `logo大一点`, `照片缩到10%`: a picture has no loudness.
fn resizes(bag: &Bag) -> bool {
    let heard =
        bag.has_noun(Noun::Music) || bag.has_noun(Noun::Sound) || bag.has_noun(Noun::Volume);
    !heard
        && !adjust::is_about(bag)
        && bag.has(|meaning| {
            matches!(
                meaning,
                Meaning::Percent(_)
                    | Meaning::Known(Sense::Degree(
                        Degree::Louder | Degree::Quieter | Degree::Double | Degree::Half
                    ))
            )
        })
}

/// `不透明度降到50%`: only what lies over the picture is more or less solid.
fn is_of_its_solidity(bag: &Bag) -> bool {
    let solid = bag.has_noun(Noun::Opacity) || bag.has_noun(Noun::Transparency);
    let percent = bag.has(|meaning| matches!(meaning, Meaning::Percent(_)));
    let named = bag.has(|meaning| matches!(meaning, Meaning::File(..) | Meaning::MissingFile(_)));
    solid && percent && !named
}

/// `缩小到15%`: a share of the frame, where a picture that fills it could only be nearer.
fn says_its_share(bag: &Bag) -> bool {
    bag.has(is_closeness)
        && is_goal(bag)
        && bag.has(|meaning| matches!(meaning, Meaning::Percent(percent) if *percent < 100.0))
}

const ALLOWED: [Verb; 8] = [
    Verb::Add,
    Verb::Make,
    Verb::Change,
    Verb::Move,
    Verb::Show,
    Verb::Use,
    Verb::Remove,
    Verb::Join,
];

fn is_about_words(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| {
        matches!(
            bag.sense(place),
            Some(Sense::Noun(
                Noun::Title | Noun::Caption | Noun::Heading | Noun::Text | Noun::Music
            ))
        )
    })
}

/// `the logo`, where no file of that name is written out.
fn logo(bag: &Bag) -> Option<usize> {
    (0..bag.len()).find(|place| {
        bag.is_free(*place)
            && bag.sense(*place) == Some(Sense::Noun(Noun::Picture))
            && is_logo(bag.text(*place))
    })
}

pub fn is_logo(word: &str) -> bool {
    let word = word.to_lowercase();
    LISTS.logos.starts(&word)
}

fn file(bag: &Bag) -> Option<(usize, InsetFile)> {
    let shows = |name: &str| FileType::of_name(name).is_some_and(|known| known.kind().is_visual());
    let mut found = (0..bag.len()).filter(|place| bag.is_free(*place)).filter_map(|place| {
        let file = match bag.meaning(place)? {
            Meaning::File(file, kind) if kind.is_visual() => InsetFile::Named(*file),
            Meaning::MissingFile(name) if shows(name) => InsetFile::Missing(name.clone()),
            _ => return None,
        };
        Some((place, file))
    });
    // "The clip in a corner over the lake", "over the bow, at the bottom": when it is seen.
    let during = |place: usize| {
        let before = (0..place)
            .rev()
            .find(|at| !matches!(bag.sense(*at), Some(Sense::Filler | Sense::Link(Link::The))));
        before.is_some_and(|before| LISTS.shown_over.has(bag.text(before)))
    };
    let first = found.next()?;
    let over = bag.text(first.0).is_ascii() && during(first.0);
    match found.next() {
        None => (!over).then_some(first),
        Some((place, _)) => during(place).then_some(first),
    }
}

fn place(bag: &mut Bag) -> Option<TextPlace> {
    use_where_it_is(bag);
    bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Place(place)) => Some(*place),
        Meaning::Known(Sense::Turning(Turning::Counterclockwise)) => Some(TextPlace::Left),
        Meaning::Known(Sense::Turning(Turning::Clockwise)) => Some(TextPlace::Right),
        _ => None,
    })
}

/// `from top right to bottom left`, `把右上角的logo移到左下角`: of two places the first is where it lies now.
fn use_where_it_is(bag: &mut Bag) {
    let places: Vec<usize> = (0..bag.len())
        .filter(|at| bag.is_free(*at) && matches!(bag.sense(*at), Some(Sense::Place(_))))
        .collect();
    let [from, to] = places[..] else { return };
    let goes = |at: usize| {
        matches!(
            bag.sense(at),
            Some(Sense::Link(Link::To) | Sense::Verb(Verb::Move | Verb::Change))
        )
    };
    if !(from..to).any(goes) {
        return;
    }
    let before = bag.before(from).filter(|at| bag.sense(*at) == Some(Sense::Link(Link::From)));
    let between: Vec<usize> =
        (from..to).filter(|at| bag.sense(*at) == Some(Sense::Link(Link::To))).collect();
    before.into_iter().chain([from]).chain(between).for_each(|at| bag.use_at(at));
}

/// `at 50% opacity`, `70% transparent`, `半透明`.
fn opacity(bag: &mut Bag) -> Option<u32> {
    let solid = bag.take_noun(Noun::Opacity);
    let half = (0..bag.len()).any(|place| {
        ["半透", "semi"].iter().any(|half| bag.text(place).to_lowercase().starts_with(half))
    });
    let clear = bag.take_noun(Noun::Transparency);
    if !solid && !clear {
        return None;
    }
    // "A touch see-through".
    bag.take_sense(Sense::Degree(Degree::Bit));
    let half = half || bag.take_sense(Sense::Degree(Degree::Half));
    // "See-through, 60% opacity": how much is told of the opacity.
    let percent = if solid {
        percent_beside(bag, &[Noun::Opacity])
    } else {
        percent_beside(bag, &[Noun::Transparency])
    };
    let percent = percent.or(half.then_some(50.0))?.clamp(0.0, 100.0);
    let percent = if clear && !solid { 100.0 - percent } else { percent };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share")]
    let percent = percent.round() as u32;
    Some(percent.max(1))
}

/// `宽度15%，不透明度50%`: each share is of the word that it stands beside.
fn percent_beside(bag: &mut Bag, nouns: &[Noun]) -> Option<f64> {
    let is_named = |place: &usize| matches!(bag.sense(*place), Some(Sense::Noun(noun)) if nouns.contains(&noun));
    let noun = (0..bag.len()).find(is_named)?;
    let shares = (0..bag.len()).filter_map(|place| match bag.meaning(place) {
        Some(Meaning::Percent(percent)) if bag.is_free(place) => Some((place, *percent)),
        _ => None,
    });
    let (place, percent) =
        shares.min_by_key(|(place, _)| (bag.after(noun) != Some(*place), place.abs_diff(noun)))?;
    bag.use_at(place);
    Some(percent)
}

/// `smaller, 15%`, `shrink it to 15%`: what it is to come to, not by how much.
pub fn is_goal(bag: &Bag) -> bool {
    let share =
        (0..bag.len()).find(|place| matches!(bag.meaning(*place), Some(Meaning::Percent(_))));
    // "小一点，占10%".
    let passed =
        |at: &usize| matches!(bag.sense(*at), Some(Sense::Filler | Sense::Noun(Noun::Size)));
    let before = share.and_then(|share| (0..share).rev().find(|at| !passed(at)));
    // "太大了 缩到12%": the verb says where it comes to.
    let reaches = |at: usize| bag.text(at).ends_with(['到', '至', '成', '为']);
    before.is_some_and(|before| {
        (matches!(bag.sense(before), Some(Sense::Break | Sense::Link(Link::To))) || reaches(before))
            && (0..before).any(|at| {
                matches!(
                    bag.sense(at),
                    Some(
                        Sense::Sizing(_)
                            | Sense::Closeness(_)
                            | Sense::Degree(Degree::Quieter | Degree::Louder)
                    )
                )
            })
    })
}

fn size(bag: &mut Bag) -> Option<InsetSize> {
    let goal = is_goal(bag);
    let sizing = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Sizing(sizing)) => Some(*sizing),
        Meaning::Known(Sense::Degree(Degree::Louder)) => Some(Sizing::Bigger),
        Meaning::Known(Sense::Degree(Degree::Quieter)) => Some(Sizing::Smaller),
        _ => None,
    });
    if matches!(sizing, Some(Sizing::Bigger | Sizing::Smaller)) {
        bag.take_sense(Sense::Degree(Degree::Bit));
    }
    let percent = bag.take(|meaning| match meaning {
        Meaning::Percent(percent) => Some(*percent),
        _ => None,
    });
    let factor = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Degree(Degree::Half)) => Some(0.5),
        Meaning::Known(Sense::Degree(Degree::Double) | Sense::Pace(Pace::Twice)) => Some(2.0),
        _ => None,
    });
    if let Some(factor) = factor {
        bag.take(|meaning| is_closeness(meaning).then_some(()));
        bag.take_noun(Noun::Size);
        return Some(InsetSize::Times(factor));
    }
    bag.take_noun(Noun::Size);
    if percent.is_some() {
        bag.take_noun(Noun::Canvas);
        bag.take(|meaning| is_closeness(meaning).then_some(()));
    }
    Some(match (sizing, percent) {
        (_, Some(percent)) if goal => InsetSize::To(percent),
        (Some(Sizing::Bigger), Some(percent)) => InsetSize::Times(1.0 + percent / 100.0),
        (Some(Sizing::Smaller), Some(percent)) => InsetSize::Times(1.0 - percent / 100.0),
        (_, Some(percent)) => InsetSize::To(percent),
        (Some(times), None) if times.times().is_some() => InsetSize::Times(times.times()?),
        (Some(Sizing::Bigger), None) => InsetSize::Times(1.5),
        (Some(Sizing::Smaller), None) => InsetSize::Times(1.0 / 1.5),
        (Some(Sizing::Small), None) => InsetSize::Small,
        (Some(Sizing::Large), None) => InsetSize::Large,
        (_, None) => return None,
    })
}
