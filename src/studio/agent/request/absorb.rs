//! What follows the making of a film in the same sentence belongs to it: `make a video from these.
//! Add music and crossfades.` Only so can the whole come out at the length that was asked for.

use super::super::words::Sorting;
use super::make::all_but;
use super::read::Reading;
use super::{Make, Position, Reference, Request, Seam, Sounding, Style, Which};
use crate::draft::Millis;

/// Moves requests that describe a new film into its making.
pub fn absorb(readings: Vec<Reading>) -> Vec<Reading> {
    let mut kept: Vec<Reading> = Vec::new();
    for reading in readings {
        let apart = match kept.last_mut() {
            Some(before) => tied_to(before, reading),
            None => Some(reading),
        };
        kept.extend(apart);
        while gathers(&kept) {
            gather(&mut kept);
        }
    }
    kept
}

/// Takes a reading into the one before it. What stands by itself comes back.
fn tied_to(before: &mut Reading, reading: Reading) -> Option<Reading> {
    let Reading::Understood { requests: first, passed_over: skipped } = before else {
        return Some(reading);
    };
    let Reading::Understood { requests, passed_over } = reading else { return Some(reading) };
    let all_used = (skipped.is_empty(), passed_over.is_empty());
    let Some(tie) = tie(first, &requests, all_used) else {
        return Some(Reading::Understood { requests, passed_over });
    };
    *first = tie.bind(std::mem::take(first), requests);
    skipped.extend(passed_over);
    None
}

/// How a reading belongs to the one before it.
enum Tie {
    /// `Make a video from these. Add music and crossfades.`
    Describes,
    /// `Use song.mp3 as the music and make a video.`
    Prepared,
    /// `Front then garden, 4 seconds each.`
    TimesTheRow,
    /// `Front then garden, 4 seconds each; make it a square video.`
    MadeOfTheRow,
    /// `Front, garden and bath, 4 seconds each, as one video.`
    MadeOfLengths(Millis),
    /// `Square, front then garden then bath`: the shape is that of the film to come.
    ShapedRow,
    /// `内饰到尾灯的叠化去掉，直接切`: the same seam, told twice.
    SaidTwice,
}

/// The tie of two readings, of each of which it is known whether all its words were used.
fn tie(before: &[Request], requests: &[Request], all_used: (bool, bool)) -> Option<Tie> {
    if is_cut_there(before, requests) {
        return Some(Tie::SaidTwice);
    }
    let prepared = all_used.0 && before.iter().all(prepares_a_film);
    let of_all = matches!(requests, [Request::Make(make)] if make.from.iter().all(is_all));
    if makes(before) && all_used.1 && requests.iter().all(describes_a_film) {
        return Some(Tie::Describes);
    }
    if makes(requests) && prepared {
        return Some(Tie::Prepared);
    }
    if is_row(before) && matches!(requests, [Request::EachLasts { .. }]) {
        return Some(Tie::TimesTheRow);
    }
    if of_all && is_timed_row(before) {
        return Some(Tie::MadeOfTheRow);
    }
    if let Some(length) = same_lengths(before).filter(|_| of_all) {
        return Some(Tie::MadeOfLengths(length));
    }
    (prepared && requests.first().is_some_and(lays_a_row)).then_some(Tie::ShapedRow)
}

/// Whether a transition goes between two pieces, and then it is said that it is to be a plain cut.
fn is_cut_there(before: &[Request], requests: &[Request]) -> bool {
    let goes = |request: &Request, named: bool| match request {
        Request::Transitions { style: Style::None, length: None, between, .. } => {
            between.is_empty() != named
        }
        _ => false,
    };
    matches!(before, [one] if goes(one, true)) && matches!(requests, [same] if goes(same, false))
}

impl Tie {
    /// The two of them as one.
    fn bind(self, mut before: Vec<Request>, mut requests: Vec<Request>) -> Vec<Request> {
        match self {
            Self::Describes => {
                if let Some(Request::Make(make)) = before.first_mut() {
                    requests.into_iter().for_each(|request| take_in(make, request));
                }
                before
            }
            Self::Prepared => {
                if let Some(Request::Make(make)) = requests.first_mut() {
                    prepare(make, before);
                }
                requests
            }
            Self::TimesTheRow => {
                before.extend(requests);
                before
            }
            Self::MadeOfTheRow => made(joined(&before), requests),
            Self::MadeOfLengths(length) => {
                let from = before.iter().filter_map(lasting).cloned().collect();
                made(Make { each: Some(length), from, ..Make::default() }, requests)
            }
            Self::SaidTwice => before,
            Self::ShapedRow => {
                requests.append(&mut before);
                requests
            }
        }
    }
}

/// A film of a row, as it was described behind it.
fn made(mut make: Make, described: Vec<Request>) -> Vec<Request> {
    described.into_iter().for_each(|request| take_in(&mut make, request));
    vec![Request::Make(make)]
}

/// What was said before a film is asked for, as a part of its making.
fn prepare(make: &mut Make, mut before: Vec<Request>) {
    let each = before.iter().find_map(|request| match request {
        Request::EachLasts { length, pieces } => Some((*length, *pieces)),
        _ => None,
    });
    if let Some((length, pieces)) = each.filter(|_| make.each.is_none()) {
        (make.each, make.each_of) = (Some(length), pieces);
    }
    before.retain(|request| !matches!(request, Request::EachLasts { .. }));
    make.with.splice(0..0, before);
}

/// `火车3秒、夜市2秒，拼成一个视频`, `不要雪山，其他照片做成视频`: what was said of pieces before says of what the
/// film is made.
fn gathers(kept: &[Reading]) -> bool {
    let [.., Reading::Understood { requests: before, .. }, Reading::Understood { requests, .. }] =
        kept
    else {
        return false;
    };
    let named = |of: &Reference| matches!(of.which, Which::Named(_));
    let open = match requests.first() {
        Some(Request::Make(make)) => make.from.iter().all(|of| is_all(of) || is_gathered(of, make)),
        Some(Request::Join(all)) => all.iter().all(named),
        _ => false,
    };
    let left_out = |request: &Request| {
        matches!(request, Request::Remove(out) if out.iter().all(named))
            && matches!(requests.first(), Some(Request::Make(make))
                if make.from.iter().all(|of| is_all(of) || of.which == Which::Rest))
    };
    match &before[..] {
        [Request::Length { of, .. }] => open && named(of),
        // "Bunny first, bikes last, make one film of it."
        [Request::Place { what, at: Position::Start | Position::End }] => {
            open && matches!(&what[..], [of] if named(of))
        }
        [only] => left_out(only),
        _ => false,
    }
}

/// Whether a piece came into the film by its length or its place.
fn is_gathered(of: &Reference, make: &Make) -> bool {
    make.placed.contains(of)
        || make
            .with
            .iter()
            .any(|request| matches!(request, Request::Length { of: piece, .. } if piece == of))
}

fn gather(kept: &mut Vec<Reading>) {
    let Some(Reading::Understood { mut requests, passed_over }) = kept.pop() else { return };
    let Some(Reading::Understood { requests: before, .. }) = kept.pop() else { return };
    for request in before {
        match (requests.first_mut(), request) {
            (Some(Request::Make(make)), Request::Length { of, length }) => {
                make.from.retain(|of| !is_all(of));
                make.from.insert(0, of.clone());
                make.with.insert(0, Request::Length { of, length });
            }
            (Some(Request::Make(make)), Request::Place { what, at }) => {
                make.from.retain(|of| !is_all(of));
                match at {
                    Position::End if make.placed.is_empty() => make.from.extend(what.clone()),
                    _ => what.iter().rev().for_each(|of| make.from.insert(0, of.clone())),
                }
                make.placed.extend(what);
            }
            (Some(Request::Join(named)), Request::Place { what, .. }) => {
                what.iter().rev().for_each(|of| named.insert(0, of.clone()));
            }
            (Some(Request::Make(make)), Request::Remove(out)) => {
                make.from = all_but(&make.from, out);
            }
            (Some(Request::Join(_)), Request::Length { of, length }) => {
                let lengths = [Request::Length { of: of.clone(), length }];
                let mut make = Make { from: vec![of], with: lengths.into(), ..Make::default() };
                make.with.extend(requests.drain(1..));
                requests = vec![Request::Make(make)];
            }
            _ => {}
        }
    }
    kept.push(Reading::Understood { requests, passed_over });
}

fn lasting(request: &Request) -> Option<&Reference> {
    match request {
        Request::Length { of, .. } if matches!(of.which, Which::Named(_)) => Some(of),
        _ => None,
    }
}

/// How long each of several pieces is, where all of them are said to last as long.
fn same_lengths(requests: &[Request]) -> Option<Millis> {
    let [Request::Length { length: first, .. }, _, ..] = requests else { return None };
    let same = |request: &Request| {
        lasting(request).is_some()
            && matches!(request, Request::Length { length, .. } if length == first)
    };
    requests.iter().all(same).then_some(*first)
}

fn is_row(requests: &[Request]) -> bool {
    matches!(requests, [Request::Join(_) | Request::Open(_)])
}

fn is_timed_row(requests: &[Request]) -> bool {
    match requests {
        [row @ .., Request::EachLasts { .. }] => is_row(row),
        row => is_row(row),
    }
}

fn lays_a_row(request: &Request) -> bool {
    matches!(request, Request::Join(_) | Request::Open(_) | Request::Row(_))
}

/// A row of pieces as a new film of them.
fn joined(requests: &[Request]) -> Make {
    let mut make = Make::default();
    for request in requests {
        match request {
            Request::Join(named) | Request::Open(named) => make.from.clone_from(named),
            Request::EachLasts { length, pieces } => {
                (make.each, make.each_of) = (Some(*length), *pieces);
            }
            _ => {}
        }
    }
    make
}

fn is_all(of: &Reference) -> bool {
    of.which == Which::All
}

fn makes(requests: &[Request]) -> bool {
    matches!(requests, [Request::Make(_)])
}

fn describes_a_film(request: &Request) -> bool {
    match request {
        Request::AddText(_)
        | Request::AddMusic(_)
        | Request::MusicTime { .. }
        | Request::MusicFrom(_)
        | Request::RemoveMusic
        | Request::Canvas(_)
        | Request::Wordless => true,
        Request::Sort(_) | Request::Reverse | Request::Evenly { .. } => true,
        Request::Transitions { between, which, .. } => {
            between.iter().all(is_all) && matches!(which, Seam::Between | Seam::There)
        }
        // "No text": a new film has none.
        Request::RemoveText(target) => target.words.is_none(),
        // "Front, then garden; make it a square video": the same film once more.
        Request::Make(more) => more.from.iter().all(is_all),
        Request::EachLasts { .. } | Request::FitFilm { .. } | Request::Fade { .. } => true,
        Request::Camera { of, .. } | Request::Look { of, .. } => of.iter().all(is_all),
        Request::Volume { of, .. } => matches!(of, Sounding::Unsaid | Sounding::Music),
        _ => false,
    }
}

/// `Use song.mp3 as the music and make a video`.
fn prepares_a_film(request: &Request) -> bool {
    matches!(request, Request::AddMusic(_) | Request::Canvas(_) | Request::EachLasts { .. })
}

fn take_in(make: &mut Make, request: Request) {
    match request {
        Request::EachLasts { length, pieces } if make.each.is_none() => {
            (make.each, make.each_of) = (Some(length), pieces);
        }
        Request::FitFilm { to } if make.length.is_none() => make.length = Some(to),
        Request::Evenly { to } => make.length = make.length.or(to),
        Request::Wordless => make.wordless = true,
        Request::Sort(sorting) => make.sorting = Some(sorting),
        Request::Reverse => make.sorting = Some(Sorting::Backwards),
        Request::Make(more) => {
            make.length = make.length.or(more.length);
            if make.each.is_none() {
                (make.each, make.each_of) = (more.each, more.each_of);
            }
            make.sort = make.sort.take().or(more.sort);
            make.sorting = make.sorting.or(more.sorting);
            make.tempo = make.tempo.or(more.tempo);
            make.wordless |= more.wordless;
            make.with.extend(more.with);
        }
        request => make.with.push(request),
    }
}
