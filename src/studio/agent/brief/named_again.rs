//! A file of a told film that is named again and is no further piece: `后面接夜景，夜景停6秒` goes on with it, and
//! `硬拉和卧推各4秒，硬拉要黑白的` says what it looks like.

use super::super::words::{LISTS, Link, Meaning, Sense, Verb};
use super::page::Page;
use super::pieces::Piece;
use super::values::Much;

/// Leaves out what is only named again.
pub fn take(page: &Page, pieces: &mut Vec<Piece>) {
    are_told_once_more(pieces);
    is_told_otherwise(page, pieces);
    goes_on_with_it(pieces);
    says_how_it_looks(page, pieces);
}

/// `owl 4 seconds, fox 4 seconds; trim the fox to 3 seconds`: so long, and not so long and then so long again.
fn is_told_otherwise(page: &Page, pieces: &mut Vec<Piece>) {
    for nth in (1..pieces.len()).rev() {
        let again = pieces[nth];
        let changes = page.item(again.place).any(|at| {
            matches!(page.sense(at), Some(Sense::Verb(Verb::Trim)))
                || LISTS.is_to_become.has(page.text(at))
        });
        let before = pieces[..nth].iter().position(|piece| piece.file == again.file);
        let alone = pieces.iter().filter(|piece| piece.file == again.file).count() == 2;
        let Some(before) = before.filter(|_| changes && alone) else { continue };
        if let (Much::For(_), Much::For(_)) = (pieces[before].much, again.much) {
            pieces[before].much = again.much;
            pieces.remove(nth);
        }
    }
}

/// `the silent clip and the cake are needed, the clip in full and then the cake for 8 seconds`: all of them without a
/// length, and then all of them again with what is told of each.
fn are_told_once_more(pieces: &mut Vec<Piece>) {
    let count = pieces.len() / 2;
    let (first, again) = pieces.split_at(count);
    let bare = first.iter().all(|piece| piece.much == Much::Unsaid);
    let told = again.iter().any(|piece| piece.much != Much::Unsaid && !piece.shared);
    let once = |all: &[Piece], file: usize| all.iter().filter(|it| it.file == file).count() == 1;
    let same = first.iter().all(|piece| once(first, piece.file) && once(again, piece.file));
    if count > 1 && again.len() == count && bare && told && same {
        pieces.drain(..count);
    }
}

/// Named, and named again right behind it with how much of it.
fn goes_on_with_it(pieces: &mut Vec<Piece>) {
    for nth in (1..pieces.len()).rev() {
        let (first, again) = (pieces[nth - 1], pieces[nth]);
        let told = again.much != Much::Unsaid && !again.shared;
        if first.file == again.file && first.much == Much::Unsaid && told {
            pieces.remove(nth - 1);
        }
    }
}

/// Behind several pieces, of one of which so much was told: nothing of it now but what it looks like.
fn says_how_it_looks(page: &Page, pieces: &mut Vec<Piece>) {
    let all = pieces.clone();
    let others = |piece: &Piece| {
        all.iter().any(|other| other.place < piece.place && other.file != piece.file)
    };
    let told = |piece: &Piece| {
        let before = all.iter().filter(|other| other.place < piece.place);
        before.into_iter().any(|other| other.file == piece.file && other.much != Much::Unsaid)
    };
    let only =
        |piece: &Piece| page.phrase(piece.place).all(|at| at == piece.place || looks(page, at));
    pieces.retain(|piece| {
        piece.much != Much::Unsaid || !others(piece) || !told(piece) || !only(piece)
    });
}

/// What it looks like has its slot by now.
fn looks(page: &Page, place: usize) -> bool {
    !page.is_free(place)
        || page.is_light(place)
        || *page.meaning(place) == Meaning::Unknown
        || matches!(
            page.sense(place),
            Some(Sense::Verb(Verb::Show | Verb::Keep | Verb::Make) | Sense::Link(Link::Only))
        )
}
