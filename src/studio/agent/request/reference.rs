//! Pieces as people name them: by number, ordinal, file, kind, first and last so many, all.

use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::halves::halves;
use super::{Pieces, Reference, Which};
use crate::draft::TextPlace;

/// A reference and where in the clause it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its first token.
    pub place: usize,
    /// What it names.
    pub reference: Reference,
    /// Whether no noun came with it: `first`, `3`.
    pub bare: bool,
}

/// Reads every reference of a clause.
pub fn mentions(bag: &mut Bag) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let except = bag.find(|meaning| *meaning == Meaning::Known(Sense::Link(Link::Except)));
    for place in 0..bag.len() {
        if !bag.is_free(place) {
            continue;
        }
        if let Some((pieces, which, bare)) = mention(bag, place) {
            found.push(Mention { place, reference: Reference { pieces, which }, bare });
        }
    }
    halves(bag, &mut found);
    runs(bag, &mut found);
    share_kind(&mut found);
    if let Some(except) = except {
        bag.use_at(except);
        found = left_out(except, found);
    }
    the_other(&mut found);
    found
}

/// `all clips except the first`, `除第一段外全部`: what is named after the word is left out of what is
/// named before it, or of everything.
fn left_out(except: usize, found: Vec<Mention>) -> Vec<Mention> {
    // "除了第二段，其他都删掉": the others are all but what is named.
    let is_all = |mention: &Mention| matches!(mention.reference.which, Which::All | Which::Rest);
    let (out, mut kept): (Vec<Mention>, Vec<Mention>) =
        found.into_iter().partition(|mention| mention.place > except && !is_all(mention));
    let place = kept.iter().position(is_all);
    let base = place.map(|place| kept.remove(place));
    kept.retain(|mention| mention.reference.which != Which::Rest);
    let pieces = base.as_ref().map_or(Pieces::Any, |base| base.reference.pieces);
    let of_kind = |mention: Mention| match (mention.bare, mention.reference) {
        (true, Reference { which, .. }) => Reference { pieces, which },
        (false, reference) => reference,
    };
    let out: Vec<Reference> = out.into_iter().map(of_kind).collect();
    if out.is_empty() {
        // Nothing is named that could be left out: then nothing is named at all.
        return Vec::new();
    }
    let place = base.map_or(except, |base| base.place);
    kept.push(Mention {
        place,
        reference: Reference { pieces, which: Which::AllBut(out) },
        bare: false,
    });
    kept
}

/// `swap clip 1 with the other one`: the other of those named before it in the clause.
fn the_other(found: &mut [Mention]) {
    for place in 1..found.len() {
        let (before, rest) = found.split_at_mut(place);
        if let Which::OneBut(named) = &mut rest[0].reference.which {
            named.extend(before.iter().map(|mention| mention.reference.clone()));
        }
    }
}

/// Reads every reference of a clause, in order.
pub fn references(bag: &mut Bag) -> Vec<Reference> {
    mentions(bag).into_iter().map(|mention| mention.reference).collect()
}

/// `三张照片做成黑白`: of all, where there are three. One of several is not said to be any.
pub fn of_so_many(mut named: Vec<Reference>) -> Option<Vec<Reference>> {
    for reference in &mut named {
        match reference.which {
            Which::Count(count) if count > 1 => reference.which = Which::Exactly(count),
            Which::Count(_) => return None,
            _ => {}
        }
    }
    Some(named)
}

/// `毕业照、操场、校门这三张`: the count only says how many are named.
pub fn without_appositives(mut named: Vec<Reference>) -> Vec<Reference> {
    let single = |of: &Reference| matches!(of.which, Which::Named(_) | Which::Nth(_));
    let singles = named.iter().filter(|of| single(of)).count();
    let counts = |of: &Reference| matches!(of.which, Which::Count(count) if count == singles);
    if singles > 1 && named.iter().filter(|of| !single(of)).count() == 1 {
        named.retain(|of| !counts(of));
    }
    named
}

/// Reads the one reference of a clause, if there is exactly one.
pub fn single(bag: &mut Bag) -> Option<Reference> {
    let mut found = references(bag);
    if found.len() == 1 { found.pop() } else { None }
}

/// Reads `it` for what was spoken of just before. `This video` is the film.
pub fn take_it(bag: &mut Bag) -> Option<Reference> {
    let place = (0..bag.len()).find(|place| bag.is_free(*place) && refers_back(bag, *place))?;
    bag.use_at(place);
    Some(Reference { pieces: Pieces::Any, which: Which::It })
}

/// Whether a word stands for what was spoken of, whatever that is.
fn refers_back(bag: &Bag, place: usize) -> bool {
    bag.sense(place) == Some(Sense::Link(Link::It)) && is_it(bag.text(place))
}

/// `it` and its like, but not `this video`.
pub fn is_it(word: &str) -> bool {
    LISTS.stands_for_it.has(word)
}

fn mention(bag: &mut Bag, place: usize) -> Option<(Pieces, Which, bool)> {
    match bag.meaning(place)?.clone() {
        Meaning::File(file, kind) if kind.is_visual() => {
            bag.use_at(place);
            take_pointing_after(bag, place);
            Some((Pieces::Any, Which::Named(file), false))
        }
        Meaning::Files(files) => {
            bag.use_at(place);
            take_pointing_after(bag, place);
            Some((Pieces::Any, Which::Like(files), false))
        }
        Meaning::MissingFile(name) => {
            bag.use_at(place);
            Some((Pieces::Any, Which::Missing(name), false))
        }
        Meaning::Half { later } => {
            bag.use_at(place);
            Some((Pieces::Any, Which::Half { later, of: None }, false))
        }
        Meaning::Ordinal(number) => Some(counted(bag, place, Which::Nth(number))),
        Meaning::FirstOf(count) => Some(counted(bag, place, Which::First(count))),
        Meaning::LastOf(count) => Some(counted(bag, place, Which::Last(count))),
        Meaning::Number(_) if is_one_in_the_middle(bag, place) || is_tempo(bag, place) => None,
        Meaning::Number(number) => whole(number).map(|number| numbered(bag, place, number)),
        Meaning::Known(Sense::Noun(noun)) => named_by_kind(bag, place, pieces_of(noun)?),
        Meaning::Known(Sense::Link(Link::These | Link::All)) => plural(bag, place),
        Meaning::Known(Sense::Link(_) | Sense::Break) if so_many_left(bag, place).is_some() => {
            let count = so_many_left(bag, place)?;
            bag.use_at(place);
            Some(counted(bag, count, Which::Rest))
        }
        Meaning::Known(Sense::Link(Link::Rest)) => Some(counted(bag, place, Which::Rest)),
        Meaning::Known(Sense::Link(Link::TheOther)) => {
            Some(counted(bag, place, Which::OneBut(Vec::new())))
        }
        Meaning::Known(Sense::Link(Link::Alternate | Link::Even)) => every(bag, place, 2, 2),
        Meaning::Known(Sense::Link(Link::Odd)) => every(bag, place, 2, 1),
        Meaning::Known(Sense::Link(Link::Each)) => every_so_many(bag, place),
        Meaning::Known(Sense::Place(TextPlace::Centre)) => middle(bag, place),
        Meaning::Known(Sense::Link(Link::The)) if points_at_one(bag, place) => {
            bag.use_at(place);
            Some((Pieces::Any, Which::It, false))
        }
        _ => None,
    }
}

/// `the other two`, `剩下两张`: where the number stands of those that are left.
fn so_many_left(bag: &Bag, place: usize) -> Option<usize> {
    let rest = bag.sense(place) == Some(Sense::Link(Link::Rest));
    let count = bag.after(place).filter(|next| bag.is_free(*next))?;
    let many = matches!(bag.meaning(count), Some(Meaning::Number(many)) if *many > 1.0);
    let text = bag.text(count);
    let counts = text.ends_with(['张', '段', '个', '幅', '条']) || text.is_ascii();
    (many && counts && (rest || LISTS.others_by_number.has(bag.text(place)))).then_some(count)
}

/// `every other clip`, `每隔一段`.
fn every(bag: &mut Bag, place: usize, step: usize, from: usize) -> Option<(Pieces, Which, bool)> {
    bag.use_at(place);
    take_one(bag, place);
    let pieces = take_noun_after(bag, place).unwrap_or_default();
    let from = take_beginning(bag).unwrap_or(from);
    Some((pieces, Which::Every { step, from }, false))
}

/// `every other picture, starting with the first`.
fn take_beginning(bag: &mut Bag) -> Option<usize> {
    let begins = (0..bag.len()).find(|place| {
        bag.sense(*place) == Some(Sense::Link(Link::FirstComes)) && bag.is_free(*place)
    })?;
    let light = |place: &usize| bag.sense(*place) != Some(Sense::Link(Link::The));
    let next = (begins + 1..bag.len()).find(light)?;
    let (Some(Meaning::Ordinal(number)), true) = (bag.meaning(next), bag.is_free(next)) else {
        return None;
    };
    let number = usize::try_from(*number).ok()?;
    bag.use_at(begins);
    bag.use_at(next);
    take_one(bag, next);
    take_noun_after(bag, next);
    Some(number)
}

/// `every third picture`; `each picture` names them all and is left to others.
fn every_so_many(bag: &mut Bag, place: usize) -> Option<(Pieces, Which, bool)> {
    let next = bag.after(place).filter(|next| bag.is_free(*next))?;
    let Some(Meaning::Ordinal(number)) = bag.meaning(next) else { return None };
    let step = usize::try_from(*number).ok().filter(|step| *step > 1)?;
    bag.use_at(place);
    bag.use_at(next);
    let pieces = take_noun_after(bag, next).unwrap_or_default();
    Some((pieces, Which::Every { step, from: step }, false))
}

/// `the middle clip`, `中间那张`, `the one in the middle`; elsewhere a place on the picture.
fn middle(bag: &mut Bag, place: usize) -> Option<(Pieces, Which, bool)> {
    let next = bag.after(place);
    if let Some(next) = next {
        let points = bag.sense(next) == Some(Sense::Link(Link::The))
            && bag.text(next).ends_with(['张', '段', '个', '幅']);
        if points {
            bag.use_at(place);
            bag.use_at(next);
            let pieces = take_noun_after(bag, next).unwrap_or_default();
            return Some((pieces, Which::Middle, false));
        }
    }
    let one = next.is_some_and(|next| bag.text(next).eq_ignore_ascii_case("one"));
    let noun = next.is_some_and(
        |next| matches!(bag.sense(next), Some(Sense::Noun(noun)) if pieces_of(noun).is_some()),
    );
    let before = bag.before(place);
    let follows_one = before.is_some_and(|before| bag.text(before).eq_ignore_ascii_case("one"));
    // "只留中间的".
    let kept = bag.has_verb(Verb::Keep) && next.is_none() && !bag.text(place).is_ascii();
    if one || noun || kept {
        bag.use_at(place);
        take_one(bag, place);
        let pieces = take_noun_after(bag, place).unwrap_or_default();
        return Some((pieces, Which::Middle, false));
    }
    let one = before.filter(|_| follows_one)?;
    bag.use_at(place);
    bag.use_at(one);
    Some((Pieces::Any, Which::Middle, false))
}

/// `the one in the middle` is read by its place.
fn is_one_in_the_middle(bag: &Bag, place: usize) -> bool {
    bag.text(place).eq_ignore_ascii_case("one")
        && bag
            .after(place)
            .is_some_and(|after| matches!(bag.sense(after), Some(Sense::Place(TextPlace::Centre))))
}

/// `60 bpm`, `a tempo of 60`.
fn is_tempo(bag: &Bag, place: usize) -> bool {
    let beside = [bag.before(place), bag.after(place)];
    beside.into_iter().flatten().any(|at| bag.sense(at) == Some(Sense::Noun(Noun::Tempo)))
}

/// `那段` where no kind of thing follows that it could belong to.
fn points_at_one(bag: &Bag, place: usize) -> bool {
    let counts = bag.text(place).ends_with(['段', '张', '幅']);
    let next = bag.after(place);
    let belongs = next.is_some_and(|next| {
        matches!(
            bag.meaning(next),
            Some(
                Meaning::Known(Sense::Noun(_) | Sense::Mood(_))
                    | Meaning::File(..)
                    | Meaning::Files(_)
                    | Meaning::Unknown
                    | Meaning::Quote(_)
                    | Meaning::Time(_)
                    | Meaning::Range(..)
            )
        )
    });
    let before = bag.before(place).and_then(|before| bag.meaning(before));
    counts && !belongs && !matches!(before, Some(Meaning::Range(..) | Meaning::Time(_)))
}

/// Reads what may stand behind a name: `the cat one`, `海边那张照片`.
fn take_pointing_after(bag: &mut Bag, place: usize) {
    take_one(bag, place);
    let points = bag.after(place).filter(|next| {
        bag.sense(*next) == Some(Sense::Link(Link::The))
            && bag.text(*next).ends_with(['张', '段', '个', '幅', '条'])
    });
    if let Some(points) = points {
        bag.use_at(points);
    }
    take_noun_after(bag, points.unwrap_or(place));
}

/// Reads the `one` of `every other one`.
fn take_one(bag: &mut Bag, place: usize) {
    if let Some(one) = bag.after(place).filter(|one| bag.text(*one).eq_ignore_ascii_case("one")) {
        bag.use_at(one);
    }
}

fn counted(bag: &mut Bag, place: usize, which: Which) -> (Pieces, Which, bool) {
    bag.use_at(place);
    let pieces = take_noun_after(bag, place);
    let counts_pieces = bag.text(place).ends_with(['段', '张', '幅']);
    (pieces.unwrap_or_default(), which, pieces.is_none() && !counts_pieces)
}

/// `3 pictures` are three of them, `3` alone is the third.
fn numbered(bag: &mut Bag, place: usize, number: i32) -> (Pieces, Which, bool) {
    bag.use_at(place);
    // "All three", "these three": so many, which there should be.
    let of_all = bag.before(place).is_some_and(|before| {
        matches!(bag.sense(before), Some(Sense::Link(Link::All | Link::These)))
    });
    // `三张` counts; in `第一、二、三张` it is the third.
    let in_a_row = bag.before(place).is_some_and(|before| {
        // "…，三张平均" begins anew.
        let mark = matches!(bag.text(before), "," | "，" | ";" | "；");
        !mark
            && matches!(
                bag.meaning(before),
                Some(
                    Meaning::Number(_)
                        | Meaning::Ordinal(_)
                        | Meaning::Known(Sense::Break | Sense::Noun(_) | Sense::Link(Link::To))
                )
            )
    });
    // "三条字幕" are words, not pieces.
    // "两段原声都关了": the sound of two pieces.
    let heard = |noun: Noun| noun == Noun::Sound && bag.text(place).ends_with('段');
    let of_others = bag.after(place).is_some_and(|next| {
        matches!(bag.sense(next), Some(Sense::Noun(noun)) if pieces_of(noun).is_none() && !heard(noun))
    });
    // "两张" counts wherever it stands; the second is "第二张".
    let in_a_row = in_a_row && !bag.text(place).starts_with('两');
    let counts =
        !in_a_row && !of_others && bag.text(place).ends_with(['张', '段', '幅', '条', '个']);
    match take_noun_after(bag, place) {
        None if of_all || counts => {
            (Pieces::Any, Which::Count(usize::try_from(number).unwrap_or(0)), false)
        }
        Some(pieces) => (pieces, Which::Count(usize::try_from(number).unwrap_or(0)), false),
        None => (Pieces::Any, Which::Nth(number), true),
    }
}

/// `clip 3`, `clips`, `the clip`; `a clip` names none.
fn named_by_kind(bag: &mut Bag, place: usize, pieces: Pieces) -> Option<(Pieces, Which, bool)> {
    let after = bag.after(place);
    if let Some(next) = after
        && bag.is_free(next)
        && let Some(Meaning::Number(number)) = bag.meaning(next)
        && let Some(number) = whole(*number)
    {
        bag.use_at(place);
        bag.use_at(next);
        return Some((pieces, Which::Nth(number), false));
    }
    // "the image b.jpg": the name says which.
    if after.is_some_and(|next| {
        matches!(bag.meaning(next), Some(Meaning::File(..) | Meaning::MissingFile(_)))
    }) {
        bag.use_at(place);
        return None;
    }
    if let Some(middle) = after.filter(|after| {
        matches!(bag.sense(*after), Some(Sense::Place(TextPlace::Centre)))
            && bag.text(*after).starts_with("in")
    }) {
        bag.use_at(place);
        bag.use_at(middle);
        return Some((pieces, Which::Middle, false));
    }
    let points_back = bag.before(place).is_some_and(|before| is_pointing(bag.text(before)));
    let before = bag.before(place).and_then(|before| bag.sense(before));
    let which = match before {
        Some(Sense::Link(Link::The | Link::It)) if points_back && !is_plural(bag.text(place)) => {
            Which::It
        }
        Some(Sense::Link(Link::A)) => return None,
        Some(Sense::Link(Link::The | Link::It)) if !is_plural(bag.text(place)) => Which::Only,
        _ => Which::All,
    };
    bag.use_at(place);
    Some((pieces, which, false))
}

/// Words that point at what was spoken of: `that clip`, `那段`.
fn is_pointing(word: &str) -> bool {
    LISTS.points.has(word)
}

/// `all`, `these` where no kind follows.
fn plural(bag: &mut Bag, place: usize) -> Option<(Pieces, Which, bool)> {
    let next = bag.after(place);
    let kind_follows = next.is_some_and(|next| match bag.meaning(next) {
        Some(Meaning::Known(Sense::Noun(noun))) => {
            pieces_of(*noun).is_some() || *noun != Noun::File
        }
        Some(Meaning::Known(Sense::Link(Link::These | Link::The | Link::Rest))) => true,
        Some(Meaning::Number(_) | Meaning::File(..)) => true,
        _ => false,
    });
    bag.use_at(place);
    (!kind_follows).then_some((Pieces::Any, Which::All, false))
}

/// Reads the noun after a number; it says of which kind.
fn take_noun_after(bag: &mut Bag, place: usize) -> Option<Pieces> {
    let next = bag.after(place)?;
    let Some(Sense::Noun(noun)) = bag.sense(next) else { return None };
    let pieces = pieces_of(noun).filter(|_| bag.is_free(next))?;
    bag.use_at(next);
    Some(pieces)
}

fn pieces_of(noun: Noun) -> Option<Pieces> {
    match noun {
        Noun::Clip => Some(Pieces::Clips),
        Noun::Footage => Some(Pieces::Footage),
        Noun::Picture => Some(Pieces::Pictures),
        Noun::File => Some(Pieces::Any),
        _ => None,
    }
}

fn whole(number: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "small and whole")]
    let whole = number as i32;
    ((1.0..10_000.0).contains(&number) && number.fract() == 0.0).then_some(whole)
}

fn is_plural(word: &str) -> bool {
    word.ends_with(['s', 'S'])
}

/// `clips 1 to 3` are three clips.
fn runs(bag: &Bag, found: &mut Vec<Mention>) {
    let mut place = 1;
    while place < found.len() {
        let (first, last) = (&found[place - 1], &found[place]);
        let joined = bag.before(last.place).and_then(|between| bag.sense(between));
        let is_run = joined == Some(Sense::Link(Link::To)) && last.bare && !first.bare;
        if let (true, Which::Nth(from), Which::Nth(to)) =
            (is_run, &first.reference.which, &last.reference.which)
            && (1..=100).contains(&(to - from))
        {
            let (pieces, from, to, at) = (first.reference.pieces, *from, *to, last.place);
            let numbers = (from + 1..=to).map(|number| Mention {
                place: at,
                reference: Reference { pieces, which: Which::Nth(number) },
                bare: true,
            });
            let numbers: Vec<Mention> = numbers.collect();
            let more = numbers.len();
            found.splice(place..=place, numbers);
            place += more;
        } else {
            place += 1;
        }
    }
}

/// In `the first and second picture` and `clips 1, 2` the noun is said once and meant for all.
fn share_kind(found: &mut [Mention]) {
    let mut kinds =
        found.iter().filter(|mention| !mention.bare).map(|mention| mention.reference.pieces);
    let Some(kind) = kinds.next().filter(|first| kinds.all(|kind| kind == *first)) else { return };
    for mention in found.iter_mut().filter(|mention| mention.bare) {
        mention.reference.pieces = kind;
    }
}
