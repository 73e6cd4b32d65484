//! `眼影提到第一张，…，然后给第一张加个字幕`, `put the glaze last, and hold the last one for 8 seconds`: where a piece was put to an end
//! of the film, that is what is at that end behind it.

use super::read::Reading;
use super::within::references_in;
use super::{Fading, Position, Reference, Request, Which};

/// Says the later wishes of a sentence of what an earlier one has put to an end.
pub fn of_what_was_put_there(readings: &mut [Reading]) {
    let (mut first, mut last): (Option<Reference>, Option<Reference>) = (None, None);
    let mut moved = false;
    for reading in readings {
        let Reading::Understood { requests, .. } = reading else { continue };
        for request in requests {
            let put = put_to_an_end(request);
            if moved {
                fades_with_the_film(request);
            }
            moved |= moves(request);
            if put.is_none() {
                rename(request, first.as_ref(), 1);
                rename(request, last.as_ref(), -1);
            }
            match put {
                Some((of, true)) => first = Some(of),
                Some((of, false)) => last = Some(of),
                None if moves(request) => (first, last) = (None, None),
                None => {}
            }
        }
    }
}

/// The one piece that is put first (`true`) or last.
fn put_to_an_end(request: &Request) -> Option<(Reference, bool)> {
    let Request::Place { what, at } = request else { return None };
    let first = match at {
        Position::Start | Position::Nth(1) => true,
        Position::End | Position::Nth(-1) => false,
        _ => return None,
    };
    match &what[..] {
        [of @ Reference { which: Which::Named(_), .. }] => Some((of.clone(), first)),
        _ => None,
    }
}

/// Whether other pieces may be at the ends behind it.
fn moves(request: &Request) -> bool {
    matches!(
        request,
        Request::Place { .. }
            | Request::Lay { .. }
            | Request::Swap(..)
            | Request::Reverse
            | Request::Sort(_)
            | Request::Row(_)
            | Request::Open(_)
            | Request::Join(_)
            | Request::Remove(_)
            | Request::Insert(_)
            | Request::InsertAt { .. }
    )
}

/// `swap reeds and crane, and close with a fade to black on the last picture`: on what is last then.
fn fades_with_the_film(request: &mut Request) {
    let Request::Fade { of, sides, .. } = request else { return };
    let Fading::Piece(Reference { which: Which::Nth(place), .. }) = of else { return };
    if (*place == -1 && !sides.rise) || (*place == 1 && !sides.fall) {
        *of = Fading::Film;
    }
}

fn rename(request: &mut Request, there: Option<&Reference>, number: i32) {
    let Some(there) = there else { return };
    for reference in references_in(request) {
        if reference.which == Which::Nth(number) {
            *reference = there.clone();
        }
    }
}
