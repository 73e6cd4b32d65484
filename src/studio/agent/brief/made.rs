//! The requests that make a told film.

use super::super::request::{Make, Part, Pieces, Reference, Request, Which};
use super::super::words::Name;
use super::Told;
use super::pieces::Piece;
use super::values::Much;
use crate::draft::Millis;

/// What is to be done, the pieces first. `None` where the lengths that were told are none of theirs.
pub fn requests(told: Told, names: &[Name]) -> Option<Vec<Request>> {
    let Told { mut pieces, total, tempo, with, behind, .. } = told;
    let everything = pieces.first().is_some_and(|piece| piece.file == usize::MAX);
    let same = shared(&pieces);
    let twice = told_twice(&mut pieces)?;
    if everything
        || !twice && (pieces.iter().all(|piece| piece.much == Much::Unsaid) || same.is_some())
    {
        let from = if everything { Vec::new() } else { references(&pieces) };
        // "A slideshow, 4 seconds per photo": footage is as long as it is.
        let stills = everything && !pieces[0].moves;
        let each_of = if stills { Pieces::Pictures } else { Pieces::Any };
        let make =
            Make { from, each: same, each_of, length: total, tempo, with, ..Make::default() };
        return Some([Request::Make(make)].into_iter().chain(behind).collect());
    }
    if let Some(total) = total {
        fill(&mut pieces, total)?;
    }
    let lasting = pieces.iter().map(|piece| match piece.much {
        Much::For(time) => Some(time),
        _ => None,
    });
    let row = Request::Row(references(&pieces).into_iter().zip(lasting).collect());
    let parts = pieces.iter().enumerate().flat_map(|(nth, piece)| parts_of(nth, piece));
    let parts: Vec<Request> = parts.collect();
    let still = |piece: &Piece| matches!(piece.much, Much::Part(_) | Much::Ends(_)) && !piece.moves;
    if pieces.iter().any(still) || names.is_empty() {
        return None;
    }
    Some([row].into_iter().chain(parts).chain(with).chain(behind).collect())
}

/// What is done to a piece of the row so that it is the part that was told.
fn parts_of(nth: usize, piece: &Piece) -> Vec<Request> {
    let Ok(nth) = i32::try_from(nth + 1) else { return Vec::new() };
    let of = Some(Reference { pieces: Pieces::Any, which: Which::Nth(nth) });
    match piece.much {
        _ if !piece.moves => Vec::new(),
        Much::Part(part) => vec![Request::Keep { of, part }],
        // The end first, so that the beginning is where it was.
        Much::Ends(time) => vec![
            Request::Cut { of: of.clone(), part: Part::Tail(time) },
            Request::Cut { of, part: Part::Head(time) },
        ],
        _ => Vec::new(),
    }
}

/// Whether a file is in the film more than once: then each time so much of it is told by itself. `就用橱窗和泡芙，先橱窗后泡芙`
/// tells the order of what was named; `沙坑3秒，沙坑要黑白的` may be either, and `None` comes of it.
fn told_twice(pieces: &mut Vec<Piece>) -> Option<bool> {
    only_named_before(pieces);
    let count = |file: usize| pieces.iter().filter(|piece| piece.file == file).count();
    let twice: Vec<Piece> = pieces.iter().filter(|piece| count(piece.file) > 1).copied().collect();
    let again = |piece: &&Piece| piece.again && piece.much != Much::Unsaid;
    // "Wheel, rind, wheel again, 5 seconds each": told to come again, however long.
    let once = |file: usize| {
        twice.iter().filter(|it| it.file == file).filter(|it| !again(it)).count() == 1
    };
    if twice.iter().any(|it| again(&it)) && twice.iter().all(|it| once(it.file)) {
        return Some(true);
    }
    if twice.iter().all(|piece| piece.much != Much::Unsaid && !piece.shared) {
        return Some(!twice.is_empty());
    }
    let half = pieces.len() / 2;
    let all = twice.len() == pieces.len() && twice.iter().all(|piece| count(piece.file) == 2);
    let again = all
        && !pieces[half..].iter().any(|piece| piece.again)
        && pieces[..half]
            .iter()
            .all(|piece| pieces[half..].iter().any(|other| other.file == piece.file))
        && pieces[..half].iter().all(|piece| piece.much == Much::Unsaid || piece.shared);
    if again {
        pieces.drain(..half);
    }
    again.then_some(false)
}

/// `就用合影和画画做个视频，合影8秒，画画6秒`: what was only named, all of it before anything was told of, is told of then.
fn only_named_before(pieces: &mut Vec<Piece>) {
    let named = pieces.iter().take_while(|piece| piece.much == Much::Unsaid).count();
    let (first, told) = pieces.split_at(named);
    let again = |piece: &Piece| told.iter().any(|other| other.file == piece.file);
    let all = named > 0
        && named <= told.len()
        && first.iter().all(again)
        && told.iter().all(|piece| piece.much != Much::Unsaid && !piece.shared);
    if all {
        pieces.drain(..named);
    }
}

/// The one length that all have, told of each of them.
fn shared(pieces: &[Piece]) -> Option<Millis> {
    let Much::For(first) = pieces.first()?.much else { return None };
    pieces.iter().all(|piece| piece.shared && piece.much == Much::For(first)).then_some(first)
}

fn references(pieces: &[Piece]) -> Vec<Reference> {
    let named = |piece: &Piece| Reference { pieces: Pieces::Any, which: Which::Named(piece.file) };
    pieces.iter().map(named).collect()
}

/// `9 second montage: the first 3 of bunny, then bikes, then silent`: the others share what is left.
fn fill(pieces: &mut [Piece], total: Millis) -> Option<()> {
    let lasts = |much: Much| match much {
        Much::For(time) | Much::Part(Part::Tail(time)) => Some(time.0),
        Much::Part(Part::Range(start, end)) => Some((end - start).0),
        _ => None,
    };
    let known: u64 = pieces.iter().filter_map(|piece| lasts(piece.much)).sum();
    let open = pieces.iter().filter(|piece| piece.much == Much::Unsaid).count() as u64;
    let told = |piece: &Piece| piece.much == Much::Unsaid || lasts(piece.much).is_some();
    let all_told = pieces.iter().all(told);
    if open == 0 {
        // "11 seconds in all: 2 to 7 of bikes and the whole of bunny": how long that is nobody said.
        return (known == total.0 || (!all_told && known < total.0)).then_some(());
    }
    if !all_told {
        return None;
    }
    let each = total.0.checked_sub(known).filter(|left| *left > 0)? / open;
    for piece in pieces.iter_mut().filter(|piece| piece.much == Much::Unsaid) {
        piece.much = Much::For(Millis(each));
    }
    Some(())
}
