//! Several pieces that a wish was said of, and a next one that names none: `雪山和湖边要冷调，色温降20%`, `clips 1 and 3
//! in black and white, and a bit darker`. It is said of the same ones; and where it says by how much, of the same
//! thing, it takes the place of the vaguer one.

use super::super::words::{Clause, Meaning};
use super::read::Reading;
use super::{Adjust, Reference, Request};

/// Makes a wish that names no pieces one about those of the wish just before it.
pub fn go_on(before: &mut Vec<Reading>, reading: &mut Reading, clause: &Clause) {
    let Some(Reading::Understood { requests: last, .. }) = before.last() else { return };
    let Reading::Understood { requests, .. } = reading else { return };
    let Some(named) = last.last().and_then(pieces).filter(|named| !named.is_empty()) else {
        return;
    };
    let named = named.clone();
    if named.len() > 1 {
        for of in requests.iter_mut().filter_map(pieces_of).filter(|of| of.is_empty()) {
            of.clone_from(&named);
        }
    }
    let exact = clause.tokens.iter().any(|token| matches!(token.meaning, Meaning::Percent(_)));
    let same = matches!((&last[..], &requests[..]), ([Request::Adjust(one)], [Request::Adjust(other)])
        if one.what == other.what && one.of == other.of);
    if exact && same {
        before.pop();
    }
}

fn pieces(request: &Request) -> Option<&Vec<Reference>> {
    match request {
        Request::Look { of, .. }
        | Request::Fit { of, .. }
        | Request::Pace { of, .. }
        | Request::Adjust(Adjust { of, .. }) => Some(of),
        _ => None,
    }
}

fn pieces_of(request: &mut Request) -> Option<&mut Vec<Reference>> {
    match request {
        Request::Look { of, .. }
        | Request::Fit { of, .. }
        | Request::Pace { of, .. }
        | Request::NoBackdrop { of, .. }
        | Request::Adjust(Adjust { of, .. }) => Some(of),
        _ => None,
    }
}
