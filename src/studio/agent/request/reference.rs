//! Pieces as people name them: by number, ordinal, file, kind, first and last so many, all.

use super::super::words::{Link, Meaning, Noun, Sense};
use super::bag::Bag;
use super::{Pieces, Reference, Which};
use crate::api::wire::MediaKind;

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
    for place in 0..bag.len() {
        if !bag.is_free(place) {
            continue;
        }
        if let Some((pieces, which, bare)) = mention(bag, place) {
            found.push(Mention { place, reference: Reference { pieces, which }, bare });
        }
    }
    runs(bag, &mut found);
    share_kind(&mut found);
    found
}

/// Reads every reference of a clause, in order.
pub fn references(bag: &mut Bag) -> Vec<Reference> {
    mentions(bag).into_iter().map(|mention| mention.reference).collect()
}

/// Reads the one reference of a clause, if there is exactly one.
pub fn single(bag: &mut Bag) -> Option<Reference> {
    let mut found = references(bag);
    if found.len() == 1 { found.pop() } else { None }
}

fn mention(bag: &mut Bag, place: usize) -> Option<(Pieces, Which, bool)> {
    match bag.meaning(place)?.clone() {
        Meaning::File(file, kind) if kind != MediaKind::Audio => {
            bag.use_at(place);
            take_noun_after(bag, place);
            Some((Pieces::Any, Which::Named(file), false))
        }
        Meaning::MissingFile(name) => {
            bag.use_at(place);
            Some((Pieces::Any, Which::Missing(name), false))
        }
        Meaning::Ordinal(number) => Some(counted(bag, place, Which::Nth(number))),
        Meaning::FirstOf(count) => Some(counted(bag, place, Which::First(count))),
        Meaning::LastOf(count) => Some(counted(bag, place, Which::Last(count))),
        Meaning::Number(number) => whole(number).map(|number| numbered(bag, place, number)),
        Meaning::Known(Sense::Noun(noun)) => named_by_kind(bag, place, pieces_of(noun)?),
        Meaning::Known(Sense::Link(Link::These | Link::All)) => plural(bag, place),
        _ => None,
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
    match take_noun_after(bag, place) {
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
    let before = bag.before(place).and_then(|before| bag.sense(before));
    let which = match before {
        Some(Sense::Link(Link::A)) => return None,
        Some(Sense::Link(Link::The | Link::It)) if !is_plural(bag.text(place)) => Which::Only,
        _ => Which::All,
    };
    bag.use_at(place);
    Some((pieces, which, false))
}

/// `all`, `these` where no kind follows.
fn plural(bag: &mut Bag, place: usize) -> Option<(Pieces, Which, bool)> {
    let next = bag.after(place);
    let kind_follows = next.is_some_and(|next| match bag.meaning(next) {
        Some(Meaning::Known(Sense::Noun(noun))) => {
            pieces_of(*noun).is_some() || *noun != Noun::File
        }
        Some(Meaning::Known(Sense::Link(Link::These | Link::The))) => true,
        Some(Meaning::Number(_)) => true,
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
