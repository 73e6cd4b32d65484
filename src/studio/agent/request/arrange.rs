//! Which pieces there are, and in which order.

use super::super::words::{LIFTS, LISTS, Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::inset::is_logo;
use super::make::take_sorting;
use super::position::placed;
use super::reference::{mentions, references, take_it, without_appositives};
use super::text::{names_words, wants_words};
use super::{Pieces, Position, Reference, Request, Which};

/// Reads a clause about pieces as wholes.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    if let Some(requests) = for_so_long(bag) {
        return Some(requests);
    }
    if bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..) | Meaning::Time(_)
        )
    }) {
        return None;
    }
    if wants_words(bag) && !bag.has_verb(Verb::Join) {
        return None;
    }
    if let Some(requests) = opening(bag) {
        return Some(requests);
    }
    if let Some(request) = sort(bag) {
        return Some(vec![request]);
    }
    let says_order = bag.take_link(Link::Order);
    let verbs: Vec<Verb> = bag.verbs().into_iter().filter(|verb| *verb != Verb::Use).collect();
    let request = match verbs[..] {
        [] if is_order(bag) || is_beside(bag) => place(bag)?,
        [Verb::Join, ..] => join(bag)?,
        [Verb::Swap] => swap(bag)?,
        [Verb::Remove] if !says_order && takes_something_off_pieces(bag) => return None,
        [Verb::Remove] if !says_order => match all_beyond(bag) {
            Some(beyond) => Request::Remove(vec![beyond]),
            None => gone(not_all_unsaid(bag)?, bag)?,
        },
        [Verb::Keep] if !says_order => kept(certain(bag)?),
        [Verb::Add | Verb::Move | Verb::Change] if says_order => Request::Join(certain(bag)?),
        [Verb::Make] if says_order => Request::Join(certain(bag)?),
        [Verb::Move] | [Verb::Move, Verb::Move] => place(bag)?,
        [Verb::Add] if place(&mut bag.clone()).is_some() => add_there(place(bag)?, bag),
        [Verb::Add] => insert(bag)?,
        [Verb::Make] => place(bag)?,
        [] if !says_order && denies_a_piece(bag) => {
            bag.take_link(Link::Without);
            Request::Remove(certain(bag)?)
        }
        _ => return None,
    };
    bag.take_verbs();
    bag.take_link(Link::Only);
    Some(vec![request])
}

/// `add lake.jpg at the end for 3 seconds`: it comes there, and lasts so long.
fn for_so_long(bag: &mut Bag) -> Option<Vec<Request>> {
    let mut trial = bag.clone();
    let (place, length) = trial.take_at(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    })?;
    let before = trial.before(place).and_then(|before| trial.sense(before));
    let lasts =
        matches!(before, Some(Sense::Link(Link::For) | Sense::Verb(Verb::Show) | Sense::Break));
    let adds = trial.verbs().first() == Some(&Verb::Add);
    if !lasts || !adds || names_words(&trial) || trial.has_link(Link::Each) {
        return None;
    }
    trial.take_verb(Verb::Show);
    let mut requests = read(&mut trial)?;
    let of = match &requests[..] {
        [Request::Lay { what, .. } | Request::Place { what, .. } | Request::Insert(what)]
            if matches!(&what[..], [Reference { which: Which::Named(_), .. }]) =>
        {
            what[0].clone()
        }
        _ => return None,
    };
    *bag = trial;
    requests.push(Request::Length { of, length });
    Some(requests)
}

/// `third clip first please`: two pieces by number, of which the last is the place.
fn is_order(bag: &Bag) -> bool {
    let named = mentions(&mut bag.clone());
    matches!(&named[..], [what, at] if !what.bare && at.bare
        && matches!(at.reference.which, Which::Nth(1 | -1)) && is_single(&what.reference)
        && bag.after(at.place).is_none())
}

/// `bunny before bikes please`: two pieces, and which of them goes before the other.
fn is_beside(bag: &Bag) -> bool {
    let named = mentions(&mut bag.clone());
    let beside =
        |place: usize| matches!(bag.sense(place), Some(Sense::Link(Link::Before | Link::After)));
    matches!(&named[..], [one, other] if is_single(&one.reference) && is_single(&other.reference)
        && (one.place..other.place).any(beside) && bag.text(other.place).is_ascii())
}

/// `start with c.jpg`, `end with the logo`.
pub fn opening(bag: &mut Bag) -> Option<Vec<Request>> {
    let mut trial = bag.clone();
    let at = if trial.take_link(Link::FirstComes) {
        Position::Start
    } else if trial.take_link(Link::LastComes) {
        Position::End
    } else {
        return None;
    };
    let mut what = references(&mut trial);
    // "Start with the lake, before the house": the start is before everything.
    if what.len() == 2 && at == Position::Start && trial.take_link(Link::Before) {
        what.pop();
    }
    if !matches!(&what[..], [only] if is_single(only)) {
        return None;
    }
    *bag = trial;
    Some(vec![Request::Place { what, at }])
}

/// `sort the clips by name`, `shuffle the pictures`, `打乱顺序`.
fn sort(bag: &mut Bag) -> Option<Request> {
    let allowed =
        [Verb::Join, Verb::Make, Verb::Change, Verb::Add, Verb::Show, Verb::Move, Verb::Use];
    if !bag.has(|meaning| matches!(meaning, Meaning::Known(Sense::Sorting(_))))
        || !bag.only_verbs(&allowed)
    {
        return None;
    }
    let sorting = take_sorting(bag)?;
    bag.take_verbs();
    bag.take_link(Link::Order);
    take_film(bag);
    let named = references(bag);
    named.iter().all(|reference| reference.which == Which::All).then_some(Request::Sort(sorting))
}

/// In `the pictures in the order 3 1 2` the numbers say which. One piece alone cannot be joined.
fn join(bag: &mut Bag) -> Option<Request> {
    take_result(bag);
    bag.take_link(Link::After);
    let mut named = without_appositives(references(bag));
    if named.iter().any(is_single) {
        named.retain(|reference| reference.which != Which::All);
    }
    let everything =
        |reference: &Reference| reference.which == Which::All && reference.pieces == Pieces::Any;
    match &named[..] {
        [only] if is_single(only) => None,
        all if all.iter().all(everything) => Some(Request::Join(Vec::new())),
        _ => Some(Request::Join(named)),
    }
}

/// `into one video`, `成一个视频`: the film is what joining gives.
fn take_result(bag: &mut Bag) {
    for noun in [Noun::Film, Noun::Promo] {
        let Some(place) = bag.find(|meaning| *meaning == Meaning::Known(Sense::Noun(noun))) else {
            continue;
        };
        bag.use_at(place);
    }
    // "into a single clip" names no clip.
    if let Some(clip) = bag.find(|meaning| *meaning == Meaning::Known(Sense::Noun(Noun::Clip)))
        && let Some(before) = bag.before(clip)
        && (bag.sense(before) == Some(Sense::Link(Link::A))
            || bag.text(before).eq_ignore_ascii_case("one"))
    {
        bag.use_at(clip);
        bag.use_at(before);
    }
}

fn swap(bag: &mut Bag) -> Option<Request> {
    bag.take_link(Link::With);
    let mut named = without_appositives(references(bag));
    if named.len() == 1 {
        // "It with" is also how a thing is added.
        let says_it = (0..bag.len()).any(|place| bag.text(place).to_lowercase().starts_with("it "));
        let it = Reference { pieces: Pieces::Any, which: Which::It };
        named.extend(take_it(bag).or_else(|| says_it.then_some(it)));
    }
    let of = |pieces: Pieces, number: i32| Reference { pieces, which: Which::Nth(number) };
    match &named[..] {
        [Reference { pieces, which: Which::First(2) }] => {
            Some(Request::Swap(of(*pieces, 1), of(*pieces, 2)))
        }
        [Reference { pieces, which: Which::Last(2) }] => {
            Some(Request::Swap(of(*pieces, -2), of(*pieces, -1)))
        }
        // "Switch the two clips": of exactly two the first is the only one that is not the last.
        [Reference { pieces, which: Which::Count(2) }] => {
            let other = Which::OneBut(vec![of(*pieces, -1)]);
            Some(Request::Swap(Reference { pieces: *pieces, which: other }, of(*pieces, -1)))
        }
        [one, other] if is_single(one) && is_single(other) => {
            Some(Request::Swap(one.clone(), other.clone()))
        }
        _ => None,
    }
}

/// `everything after the second clip`, `第二段之后的都…`: all but the first two.
fn all_beyond(bag: &mut Bag) -> Option<Reference> {
    let mut trial = bag.clone();
    if !trial.take_link(Link::After) {
        return None;
    }
    let all = trial.take_link(Link::All) || (0..trial.len()).any(|place| trial.text(place) == "都");
    let (pieces, number) = match &references(&mut trial)[..] {
        [Reference { pieces, which: Which::Nth(number) }] => {
            (*pieces, usize::try_from(*number).ok()?)
        }
        _ => return None,
    };
    if !all || number == 0 || !trial.left_over().iter().all(|word| is_removal(&trial, word)) {
        return None;
    }
    *bag = trial;
    let first = Reference { pieces, which: Which::First(number) };
    Some(Reference { pieces, which: Which::AllBut(vec![first]) })
}

/// `remove it from both photos`, `从两张照片上去掉它`: something goes that lies on the pieces, and not they.
fn takes_something_off_pieces(bag: &Bag) -> bool {
    let mut rest = bag.clone();
    let named = mentions(&mut rest);
    let light = |place: &usize| {
        !matches!(
            bag.sense(*place),
            Some(Sense::Filler | Sense::Link(Link::The | Link::All | Link::These | Link::Each))
        )
    };
    let from = |mention: &super::reference::Mention| {
        let before = (0..mention.place).rev().find(light);
        before.is_some_and(|before| match bag.sense(before) {
            Some(Sense::Link(Link::From)) => true,
            Some(Sense::Link(Link::Off)) => refers_to_something(bag),
            _ => false,
        })
    };
    named.iter().any(from)
}

fn refers_to_something(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| bag.sense(place) == Some(Sense::Link(Link::It)))
}

/// What goes, with its time or without.
fn gone(named: Vec<Reference>, bag: &Bag) -> Option<Request> {
    if !(0..bag.len()).any(|place| bag.text(place) == LIFTS) {
        return Some(Request::Remove(named));
    }
    match &named[..] {
        [only] if is_single(only) => Some(Request::Lift(only.clone())),
        _ => None,
    }
}

/// What alone stays; of what was just parted one part, and nothing else of the film goes.
fn kept(named: Vec<Reference>) -> Request {
    match named[..] {
        [Reference { pieces, which: Which::Half { later, of } }] => {
            Request::Remove(vec![Reference { pieces, which: Which::Half { later: !later, of } }])
        }
        _ => Request::KeepOnly(named),
    }
}

fn is_removal(bag: &Bag, word: &str) -> bool {
    (0..bag.len())
        .any(|place| bag.text(place) == word && bag.sense(place) == Some(Sense::Verb(Verb::Remove)))
}

fn is_single(reference: &Reference) -> bool {
    matches!(
        reference.which,
        Which::Nth(_)
            | Which::Half { .. }
            | Which::Named(_)
            | Which::Missing(_)
            | Which::Middle
            | Which::OneBut(_)
            | Which::It
            | Which::Only
            | Which::Like(_)
    )
}

/// References of which it is clear which pieces they mean: `2 clips` does not say which two.
fn certain(bag: &mut Bag) -> Option<Vec<Reference>> {
    let mut named = without_appositives(references(bag));
    if named.is_empty() {
        named.extend(take_it(bag));
    }
    let vague = named.iter().any(|reference| matches!(reference.which, Which::Count(_)));
    (!vague && !named.is_empty()).then_some(named)
}

/// Chinese has no plural: `删掉图片` may mean one of them, so it means all only where that is said.
fn not_all_unsaid(bag: &mut Bag) -> Option<Vec<Reference>> {
    let is_chinese = (0..bag.len()).all(|place| !bag.text(place).is_ascii());
    let says_all = bag.has_link(Link::All)
        || bag.has_link(Link::These)
        || bag.has_link(Link::Each)
        || (0..bag.len()).any(|place| ["都", "全都", "统统"].contains(&bag.text(place)));
    let mut named = match counted_all(bag) {
        Some(all) => all,
        None => certain(bag)?,
    };
    // "Just the first two, drop the rest": what is named before the rest stays.
    if named.len() > 1 && named.last().is_some_and(|last| last.which == Which::Rest) {
        let pieces = named.pop().map_or(Pieces::Any, |rest| rest.pieces);
        named = vec![Reference { pieces, which: Which::AllBut(named) }];
    }
    if let [Reference { which: which @ Which::All, .. }] = &mut named[..]
        && is_chinese
        && !says_all
    {
        *which = Which::Only;
    }
    Some(named)
}

/// `两张图片都删掉`: so many, and all of them.
fn counted_all(bag: &mut Bag) -> Option<Vec<Reference>> {
    let mut trial = bag.clone();
    let says_all = (0..bag.len()).any(|place| {
        ["都", "全都"].contains(&bag.text(place))
            || (bag.sense(place) == Some(Sense::Verb(Verb::Remove))
                && bag.text(place).starts_with(['都', '全']))
    });
    let named = references(&mut trial);
    let [Reference { pieces: Pieces::Pictures | Pieces::Footage, which: Which::Count(_) }] =
        named[..]
    else {
        return None;
    };
    if !says_all {
        return None;
    }
    *bag = trial;
    Some(named)
}

/// `no second clip`, but not `no music, just the pictures`.
fn denies_a_piece(bag: &Bag) -> bool {
    let Some(without) = bag.find(|meaning| *meaning == Meaning::Known(Sense::Link(Link::Without)))
    else {
        return false;
    };
    let named = mentions(&mut bag.clone());
    let chinese = !bag.text(without).is_ascii();
    // "No image of the mask": not all of them.
    let all = |mention: &super::reference::Mention| mention.reference.which == Which::All;
    if named.len() > 1 && named.iter().any(all) {
        return false;
    }
    let Some(first) = named.first().map(|mention| mention.place) else { return false };
    if is_logo(bag.text(first)) {
        return false;
    }
    let between = without.min(first)..without.max(first);
    (chinese || first > without)
        && between.into_iter().all(|place| bag.sense(place) != Some(Sense::Break))
}

fn place(bag: &mut Bag) -> Option<Request> {
    let (what, at) = placed(bag)?;
    let vague = what.iter().any(|reference| matches!(reference.which, Which::Count(_)));
    (!vague).then_some(Request::Place { what, at })
}

/// `add the logo at the end` brings it in again, `put the logo at the end` moves it there.
fn add_there(request: Request, bag: &Bag) -> Request {
    // "海鸥接在bikes后面": what is told first goes there.
    let goes = |place: usize| {
        let named = |at: usize| matches!(bag.meaning(at), Some(Meaning::File(..)));
        bag.text(place).starts_with('接') && (0..place).any(named)
    };
    let adds = (0..bag.len()).any(|place| {
        let text = bag.text(place).to_lowercase();
        bag.sense(place) == Some(Sense::Verb(Verb::Add))
            && !goes(place)
            && (text.starts_with(['加', '添', '补', '接']) || LISTS.adds_there.has(&text))
    });
    match request {
        Request::Place { what, at }
            if adds && what.iter().all(|of| matches!(of.which, Which::Named(_))) =>
        {
            Request::Lay { what, at }
        }
        request => request,
    }
}

fn insert(bag: &mut Bag) -> Option<Request> {
    let what = certain(bag)?;
    bag.take_noun(Noun::Film);
    let sure = what.iter().all(|reference| !matches!(reference.which, Which::Only));
    sure.then_some(Request::Insert(what))
}
