//! How long things last, and parts taken away.

use super::super::words::{
    Edge, LIFTS, LISTS, Link, Meaning, Noun, Portion, Sense, Stretch, Turn, Verb,
};
use super::bag::Bag;
use super::film::{makes_something_of_it, take_film};
use super::reference::{references, take_it, without_appositives};
use super::text::names_words;
use super::{Part, Pieces, Reference, Request, Which};
use crate::api::wire::MediaKind;
use crate::draft::{Millis, TextPlace};

/// Reads `each picture for 3 seconds`, `3 seconds per picture`, `每张图片3秒`.
pub fn each(bag: &mut Bag) -> Option<Vec<Request>> {
    if !may_say_how_long(bag) {
        return None;
    }
    let each = bag.take_link(Link::Each);
    let length = take_time(bag)?;
    let lasting = Lasting { named: without_appositives(references(bag)), each, length };
    lasting.several(bag).or_else(|| lasting.pieces(bag))
}

/// Whether a clause may be about how long pieces last, and not about what is cut away or written.
fn may_say_how_long(bag: &Bag) -> bool {
    let allowed = [
        Verb::Make,
        Verb::Show,
        Verb::Change,
        Verb::Trim,
        Verb::Add,
        Verb::Keep,
        Verb::Join,
        Verb::Use,
    ];
    let evenly = bag.has(|meaning| *meaning == Meaning::Known(Sense::Stretch(Stretch::Evenly)));
    if !bag.only_verbs(&allowed) || bag.has(is_part) || names_words(bag) || evenly {
        return false;
    }
    // "Trim a second from each clip" is not about how long they last.
    !(bag.has_link(Link::By)
        || bag.has_link(Link::Off)
        || (bag.has_verb(Verb::Trim) && !says_to(bag)))
}

/// What is said to last so long.
struct Lasting {
    named: Vec<Reference>,
    /// Whether `each` was said.
    each: bool,
    length: Millis,
}

impl Lasting {
    /// Several pieces that are named one by one.
    fn several(&self, bag: &mut Bag) -> Option<Vec<Request>> {
        let single = |of: &Reference| matches!(of.which, Which::Named(_) | Which::Nth(_));
        if self.named.len() < 2 || !self.named.iter().all(single) {
            return None;
        }
        let length = self.length;
        // "Join a, b and c, 4 seconds each", "只用火车和夜市，每张3秒".
        if self.each && (bag.has_verb(Verb::Join) || bag.has_verb(Verb::Use)) {
            bag.take_verbs();
            take_film(bag);
            bag.take_link(Link::Order);
            bag.take_link(Link::Only);
            let lasts = Request::EachLasts { pieces: Pieces::Any, length };
            return Some(vec![Request::Join(self.named.clone()), lasts]);
        }
        // "火车和夜市都改成3秒".
        let all =
            self.each || (0..bag.len()).any(|place| ["都", "全都"].contains(&bag.text(place)));
        if !all || bag.has_verb(Verb::Join) {
            return None;
        }
        bag.take_verbs();
        let lasts = |of: &Reference| Request::Length { of: of.clone(), length };
        Some(self.named.iter().map(lasts).collect())
    }

    /// Pieces that are meant together.
    fn pieces(&self, bag: &mut Bag) -> Option<Vec<Request>> {
        let length = self.length;
        match &self.named[..] {
            [] if self.each => Some(every(bag, Pieces::Any, length)),
            [Reference { pieces, which: Which::All }] => Some(every(bag, *pieces, length)),
            [Reference { pieces, which: Which::Count(_) }] if self.each => {
                Some(every(bag, *pieces, length))
            }
            // "The first two 2 seconds each."
            [Reference { pieces, which: which @ (Which::First(_) | Which::Last(_)) }]
                if self.each =>
            {
                bag.take_verbs();
                let of = numbered(which)?.into_iter();
                let of = of.map(|number| Reference { pieces: *pieces, which: Which::Nth(number) });
                Some(of.map(|of| Request::Length { of, length }).collect())
            }
            [of @ Reference { which: Which::Rest, .. }] => {
                bag.take_verbs();
                Some(vec![Request::Length { of: of.clone(), length }])
            }
            _ => None,
        }
    }
}

/// All pieces of a kind, joined first where that is said.
fn every(bag: &mut Bag, pieces: Pieces, length: Millis) -> Vec<Request> {
    // "Play each for 3 seconds" joins nothing.
    let joins = (0..bag.len()).any(|place| {
        bag.sense(place) == Some(Sense::Verb(Verb::Join))
            && !["play", "播放"].contains(&bag.text(place).to_lowercase().as_str())
    });
    bag.take_verbs();
    take_film(bag);
    bag.take_link(Link::Only);
    let join = joins.then(|| Request::Join(Vec::new()));
    join.into_iter().chain([Request::EachLasts { pieces, length }]).collect()
}

/// Verbs that take away what they are said of.
fn is_snip(verb: &str) -> bool {
    LISTS.snips.has(verb)
}

/// The first or last few by their numbers.
fn numbered(which: &Which) -> Option<Vec<i32>> {
    let few = |count: usize| i32::try_from(count).ok().filter(|count| *count <= 50);
    match which {
        Which::First(count) => few(*count).map(|count| (1..=count).collect()),
        Which::Last(count) => few(*count).map(|count| (-count..=-1).collect()),
        _ => None,
    }
}

/// Reads lengths and parts of the film or of one piece.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    // Read or not: what is cut out of the music is not cut out of the film.
    let of_sound = (0..bag.len()).any(|place| {
        matches!(bag.sense(place), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
            || matches!(bag.meaning(place), Some(Meaning::File(_, MediaKind::Audio)))
    });
    // "Shorten the crossfades" is not said of a clip.
    let of_seams = (0..bag.len()).any(|place| {
        matches!(bag.sense(place), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
            && bag.is_free(place)
    });
    if names_words(bag) || of_sound || of_seams || looks_until(bag) {
        return None;
    }
    if let Some(request) = bound(bag).or_else(|| later(bag)) {
        return Some(vec![request]);
    }
    let says_to = says_to(bag);
    let part = take_part(bag).or_else(|| nth_second(bag));
    // "From 15s to the end" has a "to" that belongs to the part.
    let says_to = says_to && !matches!(part, Some(Part::From(_)));
    let time = if part.is_none() { take_time(bag) } else { None };
    let says_it = bag.has_link(Link::It) || bag.has_noun(Noun::Film) || bag.has_noun(Noun::Promo);
    take_film(bag);
    let only = bag.take_link(Link::Only);
    if makes_something_of_it(bag) {
        bag.take_noun(Noun::Film);
    }
    // "The first 2 seconds of each clip".
    let each = part.is_some() && bag.take_link(Link::Each);
    let spares = part.is_some() && spares(bag);
    let mut named = references(bag);
    if named.len() > 1 {
        return None;
    }
    let everything = || Reference { pieces: Pieces::Any, which: Which::All };
    let of = named.pop().or_else(|| each.then(everything));
    let all = part.is_some() && !each && of.as_ref().is_some_and(is_everything);
    let of = of.filter(|_| !all);
    let mut verbs = wanted(bag, part, only, spares);
    if all && verbs[..] == [Verb::Trim] && !says_to {
        verbs = vec![Verb::Remove];
    }
    bag.take_verbs();
    if verbs.is_empty() && bag.take_link(Link::Without) {
        verbs.push(Verb::Remove);
    }
    let subject = Subject { of, says_it };
    let request = match (part, time) {
        (Some(part), None) => with_part(&verbs, subject, part, says_to)?,
        (None, Some(time)) => with_time(bag, &verbs, subject, time, says_to)?,
        _ => return None,
    };
    Some(vec![lifted(request, bag)])
}

/// `cut 0:12 to 0:14 and leave the gap`: what goes leaves its time empty.
fn lifted(request: Request, bag: &Bag) -> Request {
    let lifts = (0..bag.len()).any(|place| {
        bag.text(place) == LIFTS && bag.sense(place) == Some(Sense::Verb(Verb::Remove))
    });
    match request {
        Request::Cut { of, part } if lifts => Request::LiftPart { of, part },
        request => request,
    }
}

/// `blur the lake until 2s`: how it looks then, and not how long it is.
fn looks_until(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| bag.turns(place, Turn::Until))
        && (0..bag.len())
            .any(|place| matches!(bag.sense(place), Some(Sense::Look(_) | Sense::Tone(_))))
}

/// `cut everything but the first 5 seconds of it`: what is named stays.
fn spares(bag: &mut Bag) -> bool {
    let takes = matches!(bag.verbs()[..], [Verb::Remove | Verb::Trim]);
    if !takes || !bag.take_link(Link::Except) {
        return false;
    }
    bag.take_link(Link::All);
    true
}

/// What is to become of a part: kept or taken away.
fn wanted(bag: &Bag, part: Option<Part>, only: bool, spares: bool) -> Vec<Verb> {
    let verbs = bag.verbs();
    let snips = (0..bag.len()).any(|place| is_snip(bag.text(place)));
    match verbs[..] {
        _ if spares => vec![Verb::Keep],
        // "Cut 0:03 to 0:05": what is cut goes; what is trimmed may stay.
        [Verb::Trim] if snips && matches!(part, Some(Part::Range(..))) => vec![Verb::Remove],
        // "Use the first 4 seconds of it", "only 3s to 7s".
        [Verb::Use] if part.is_some() => vec![Verb::Keep],
        [] if part.is_some() && only => vec![Verb::Keep],
        _ => verbs,
    }
}

/// `start the video at 3 seconds`, `end it at 0:12`, `从3秒开始`, `到12秒结束`: where the film begins or ends.
fn bound(bag: &mut Bag) -> Option<Request> {
    let mut trial = bag.clone();
    let (edge, starts) = (0..bag.len()).find_map(|place| {
        let starts = LISTS.film_begins.has(bag.text(place));
        let ends = LISTS.film_ends.has(bag.text(place));
        (starts || ends).then_some((place, starts))
    })?;
    let (place, time) = trial.take_at(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    })?;
    let link = trial.before(place).and_then(|before| trial.sense(before));
    let joined = matches!(link, Some(Sense::Link(Link::At | Link::From | Link::To)));
    // "Start at 3 seconds" and "从3秒开始": the word for the edge stands outside.
    let outside = if trial.text(edge).is_ascii() { edge < place } else { edge > place };
    if !joined || !outside || !trial.verbs().is_empty() {
        return None;
    }
    trial.use_at(edge);
    take_film(&mut trial);
    let mut named = references(&mut trial);
    let of = named.pop();
    if !named.is_empty() || !trial.left_over().is_empty() || of.as_ref().is_some_and(is_everything)
    {
        return None;
    }
    *bag = trial;
    Some(match (starts, of) {
        (true, of) => Request::Cut { of, part: Part::Head(time) },
        (false, None) => Request::TrimFilm { to: time },
        (false, Some(of)) => Request::Cut { of: Some(of), part: Part::From(time) },
    })
}

/// `start clip 2 a second later`, `end it half a second earlier`: so much less at that side of a piece.
fn later(bag: &mut Bag) -> Option<Request> {
    let mut trial = bag.clone();
    let find = |bag: &Bag, turn: Turn| (0..bag.len()).find(|place| bag.turns(*place, turn));
    let (starts, stops) = (find(&trial, Turn::Starts), find(&trial, Turn::Stops));
    let (later, earlier) = (find(&trial, Turn::Later), find(&trial, Turn::Earlier));
    let (edge, way, head) = match (starts, stops, later, earlier) {
        (Some(edge), None, Some(way), None) => (edge, way, true),
        (None, Some(edge), None, Some(way)) => (edge, way, false),
        _ => return None,
    };
    trial.use_at(edge);
    trial.use_at(way);
    let time = take_time(&mut trial)?;
    let mut named = references(&mut trial);
    let of = named.pop().or_else(|| take_it(&mut trial))?;
    if !named.is_empty() || !trial.left_over().is_empty() || is_everything(&of) {
        return None;
    }
    *bag = trial;
    let part = if head { Part::Head(time) } else { Part::Tail(time) };
    Some(Request::Cut { of: Some(of), part })
}

/// `everything between 4 and 6 seconds` is that part of the film.
fn is_everything(of: &Reference) -> bool {
    *of == Reference { pieces: Pieces::Any, which: Which::All }
}

/// What is to be cut.
struct Subject {
    of: Option<Reference>,
    says_it: bool,
}

/// "Trim from 2s to 5s" is said for keeping and for removing alike, so it is neither here.
fn with_part(verbs: &[Verb], subject: Subject, part: Part, says_to: bool) -> Option<Request> {
    let of = subject.of;
    match verbs {
        [Verb::Remove] => Some(Request::Cut { of, part }),
        [Verb::Keep] => Some(Request::Keep { of, part }),
        [Verb::Trim] if says_to => Some(Request::Keep { of, part }),
        [Verb::Trim] if !matches!(part, Part::Range(..)) => Some(Request::Cut { of, part }),
        _ => None,
    }
}

/// `let that one stay 6 secs`, `让它停5秒`: what is seen so long is a piece, and never the film.
fn stays_seen(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| LISTS.stays_seen.has(bag.text(place)))
}

/// Whether a clause begins with `再`.
fn is_once_more(bag: &Bag) -> bool {
    (0..bag.len())
        .take_while(|place| matches!(bag.sense(*place), Some(Sense::Break | Sense::Filler)))
        .any(|place| bag.turns(place, Turn::OnceMore))
}

fn with_time(
    bag: &mut Bag,
    verbs: &[Verb],
    subject: Subject,
    time: Millis,
    says_to: bool,
) -> Option<Request> {
    let by = bag.take_link(Link::By);
    let shows =
        verbs.iter().all(|verb| matches!(verb, Verb::Show | Verb::Make | Verb::Change | Verb::Add));
    match (verbs, subject.of) {
        // "再剪2秒".
        ([Verb::Trim | Verb::Remove], None)
            if !by && !says_to && !subject.says_it && is_once_more(bag) =>
        {
            let it = Reference { pieces: Pieces::Any, which: Which::It };
            Some(Request::Cut { of: Some(it), part: Part::More(time) })
        }
        ([Verb::Trim], of) if by => Some(Request::Cut { of, part: Part::Tail(time) }),
        ([Verb::Trim], None) if says_to => Some(Request::TrimFilm { to: time }),
        ([Verb::Trim], Some(of)) if says_to => Some(Request::Length { of, length: time }),
        // "…, hold for 3 seconds": of what was spoken of before.
        ([Verb::Show], None) if !subject.says_it || stays_seen(bag) => {
            let it = Reference { pieces: Pieces::Any, which: Which::It };
            Some(Request::Length { of: it, length: time })
        }
        ([Verb::Show], None) if subject.says_it => Some(Request::FitFilm { to: time }),
        ([], None) if subject.says_it || says_total(bag) => Some(Request::FitFilm { to: time }),
        ([Verb::Keep], Some(of)) => Some(Request::Length { of, length: time }),
        (verbs, Some(of)) if shows && (says_to || !verbs.contains(&Verb::Add)) => {
            Some(Request::Length { of, length: time })
        }
        ([Verb::Make | Verb::Change, ..], None) if shows && (subject.says_it || says_to) => {
            Some(Request::FitFilm { to: time })
        }
        _ => None,
    }
}

/// `15 secs in total`, `整体15秒`.
fn says_total(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| LISTS.in_all.has(bag.text(place)))
}

/// Whether a length is the goal: `to 3 seconds`, `剪到3秒`, `改成3秒`.
fn says_to(bag: &Bag) -> bool {
    bag.has_link(Link::To)
        || (0..bag.len()).any(|place| {
            matches!(bag.sense(place), Some(Sense::Verb(_)))
                && bag.text(place).ends_with(['到', '至', '为', '成'])
        })
}

fn is_part(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Head(_)
            | Meaning::Tail(_)
            | Meaning::Core(_)
            | Meaning::Range(..)
            | Meaning::Known(Sense::Portion(_))
    )
}

/// A part by itself, or a time and the end it is counted from: `2 seconds off the end`.
fn take_part(bag: &mut Bag) -> Option<Part> {
    let part = bag.take(|meaning| match meaning {
        Meaning::Head(time) => Some(Part::Head(*time)),
        Meaning::Tail(time) => Some(Part::Tail(*time)),
        Meaning::Core(time) => Some(Part::Core(*time)),
        Meaning::Range(from, to) => Some(Part::Range(*from, *to)),
        Meaning::Known(Sense::Portion(portion)) if *portion != Portion::Halfway => {
            let (from, to) = portion.shares();
            Some(Part::Share(from, to))
        }
        _ => None,
    });
    if part.is_some() {
        bag.take_link(Link::Between);
        bag.take_link(Link::Off);
        // "The middle of it, from 3s to 5s".
        if matches!(part, Some(Part::Range(..))) {
            bag.take(|meaning| {
                matches!(meaning, Meaning::Known(Sense::Place(TextPlace::Centre))).then_some(())
            });
        }
        return part;
    }
    let edge = bag.find(|meaning| matches!(meaning, Meaning::Known(Sense::Edge(_))));
    match edge {
        Some(edge) => part_at_edge(bag, edge),
        None => part_beside(bag),
    }
}

/// `第1秒剪掉`: the second of that number. `在第3秒剪开` names a moment.
fn nth_second(bag: &mut Bag) -> Option<Part> {
    let place = bag.find(|meaning| matches!(meaning, Meaning::Time(_)))?;
    let at = bag.before(place).is_some_and(|at| {
        matches!(bag.sense(at), Some(Sense::Link(Link::At | Link::From | Link::To)))
    });
    let Some(Meaning::Time(time)) = bag.meaning(place).cloned() else { return None };
    let removes = bag.verbs() == [Verb::Remove];
    let whole = time.0 >= 1000 && time.0 % 1000 == 0 && bag.text(place).ends_with('秒');
    if at || !removes || !whole || !bag.text(place).starts_with('第') {
        return None;
    }
    bag.use_at(place);
    Some(Part::Range(Millis(time.0 - 1000), time))
}

/// `2 seconds off the end`; but `from 15s to the end` is everything from there on.
fn part_at_edge(bag: &mut Bag, edge: usize) -> Option<Part> {
    let place = bag.find(|meaning| matches!(meaning, Meaning::Time(_)))?;
    let link_before = |place: usize| bag.before(place).and_then(|before| bag.sense(before));
    let (before_time, before_edge) = (link_before(place), link_before(edge));
    let is_moment =
        before_time == Some(Sense::Link(Link::From)) || bag.text(place).starts_with('第');
    let is_limit =
        before_edge == Some(Sense::Link(Link::From)) && before_time == Some(Sense::Link(Link::To));
    let at_start = bag.sense(edge) == Some(Sense::Edge(Edge::Start));
    let time = take_time(bag)?;
    bag.use_at(edge);
    bag.take_link(Link::Off);
    match (is_moment, at_start) {
        (true, false) => Some(Part::From(time)),
        (true, true) if !is_limit => None,
        (_, true) => Some(Part::Head(time)),
        (false, false) => Some(Part::Tail(time)),
    }
}

/// `everything after 10 seconds`, `第10秒以后`, `before 5s`.
fn part_beside(bag: &mut Bag) -> Option<Part> {
    let beside = bag.find(|meaning| {
        matches!(meaning, Meaning::Known(Sense::Link(Link::After | Link::Before)))
    })?;
    let at = bag.find(|meaning| matches!(meaning, Meaning::Time(_)))?;
    let time = take_time(bag)?;
    bag.use_at(beside);
    bag.take_link(Link::All);
    // "前面剪1秒，后面剪2秒": so much of what lies there.
    if beside < at && !bag.text(beside).is_ascii() && !bag.text(at).starts_with('第') {
        let before = bag.sense(beside) == Some(Sense::Link(Link::Before));
        return Some(if before { Part::Head(time) } else { Part::Tail(time) });
    }
    match bag.sense(beside) {
        Some(Sense::Link(Link::After)) => Some(Part::From(time)),
        _ => Some(Part::Head(time)),
    }
}

fn take_time(bag: &mut Bag) -> Option<Millis> {
    bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    })
}
