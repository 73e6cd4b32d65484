//! Several pieces that a wish was said of, and a next one that names none: `雪山和湖边要冷调，色温降20%`, `clips 1 and 3
//! in black and white, and a bit darker`, `mute bikes and bunny and slow them to half speed`. It is said of the same
//! ones; and where it says by how much, of the same thing, it takes the place of the vaguer one.

use super::super::words::{Clause, Link, Meaning, Noun, Sense};
use super::read::Reading;
use super::within::nameless;
use super::{Adjust, Pieces, Reference, Request, Sounding, Which};

/// Makes a wish that names no pieces one about those of the wish just before it.
pub fn go_on(before: &mut Vec<Reading>, reading: &mut Reading, clause: &Clause) {
    let Some(Reading::Understood { requests: last, .. }) = before.last() else { return };
    let Reading::Understood { requests, .. } = reading else { return };
    let named = named(last);
    if named.len() > 1 && !names_a_kind(clause) {
        let all = std::mem::take(requests);
        requests.extend(all.into_iter().flat_map(|request| of_those(request, &named)));
    }
    let exact = clause.tokens.iter().any(|token| matches!(token.meaning, Meaning::Percent(_)));
    let same = matches!((&last[..], &requests[..]), ([Request::Adjust(one)], [Request::Adjust(other)])
        if one.what == other.what && one.of == other.of);
    if exact && same {
        before.pop();
    }
}

/// `kiln and glaze in black and white and 6 seconds each`: what names none is of those that are named beside it.
pub fn of_the_same(before: &[Request], more: Vec<Request>) -> Vec<Request> {
    let mut named = named(before);
    // "Dog黑白放最前".
    if let [Request::Place { what, .. }] = before {
        named.clone_from(what);
    }
    if named.is_empty() {
        return more;
    }
    more.into_iter().flat_map(|request| of_those(request, &named)).collect()
}

/// The pieces that wishes are said of, as far as they are all there afterwards.
fn named(requests: &[Request]) -> Vec<Reference> {
    let mut named: Vec<Reference> = Vec::new();
    for request in requests {
        for of in pieces(request) {
            if !named.contains(of) {
                named.push(of.clone());
            }
        }
    }
    let one_each =
        |of: &Reference| matches!(of.which, Which::Named(_) | Which::Nth(_) | Which::Middle);
    if named.iter().all(one_each) { named } else { Vec::new() }
}

fn pieces(request: &Request) -> &[Reference] {
    match request {
        Request::Look { of, .. }
        | Request::Fit { of, .. }
        | Request::Pace { of, .. }
        | Request::Camera { of, .. }
        | Request::Backwards { of, .. }
        | Request::Relength { of, .. }
        | Request::Hasten { of, .. }
        | Request::Volume { of: Sounding::Clips(of), .. }
        | Request::Adjust(Adjust { of, .. }) => of,
        Request::Length { of, .. } => std::slice::from_ref(of),
        _ => &[],
    }
}

/// The request of those pieces, where it names none or says `them`.
fn of_those(mut request: Request, named: &[Reference]) -> Vec<Request> {
    if let Request::EachLasts { pieces: Pieces::Any, length } = request {
        let lasts = |of: &Reference| Request::Length { of: of.clone(), length };
        return named.iter().map(lasts).collect();
    }
    // "海边和bikes都加速到两倍，再静音".
    if let Request::Volume { of: of @ (Sounding::Unsaid | Sounding::Everything), .. } = &mut request
    {
        *of = Sounding::Clips(named.to_vec());
        return vec![request];
    }
    if let Some(of) = nameless(&mut request) {
        of.extend(named.iter().cloned());
    }
    vec![request]
}

/// `mute the clips`: which are meant is said by what they are.
fn names_a_kind(clause: &Clause) -> bool {
    let has = |fits: &dyn Fn(Sense) -> bool| {
        clause.tokens.iter().any(|token| token.sense().is_some_and(fits))
    };
    has(&|sense| matches!(sense, Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage)))
        && !has(&|sense| matches!(sense, Sense::Link(Link::These | Link::It)))
}
