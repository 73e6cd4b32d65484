//! What is left as it is of all that a wish before it was said of: `make all the pictures 3 seconds but leave the kiln`,
//! `所有图片改成3秒，冰粉不动`. The wish is of all but those.
//!
//! Behind `but`, `leave the kiln` never asks that nothing else be left.

use super::super::words::{Clause, LISTS, Sense, Token, Verb, is_break};
use super::read::Reading;
use super::within::pieces_meant;
use super::{Pieces, Reference, Request, Sounding, Which};

/// Says the wishes before such limits of all but what they name.
pub fn all_but(clauses: &[Clause], mut readings: Vec<Reading>) -> Vec<Reading> {
    if clauses.len() != readings.len() {
        return readings;
    }
    for at in 0..readings.len() {
        let Some(spared) = spared(&clauses[at], &readings[at]) else { continue };
        limit(&mut readings[..at], &spared);
        readings[at] =
            Reading::Understood { requests: vec![Request::Spare(spared)], passed_over: Vec::new() };
    }
    readings
}

/// The same where each part of a sentence was read by itself.
pub fn all_but_those(readings: &mut [Reading]) {
    for at in 1..readings.len() {
        let Reading::Understood { requests, .. } = &readings[at] else { continue };
        let [Request::Spare(spared)] = &requests[..] else { continue };
        let spared = spared.clone();
        if spared.iter().all(is_one) && !spared.is_empty() {
            limit(&mut readings[..at], &spared);
        }
    }
}

fn is_one(of: &Reference) -> bool {
    matches!(of.which, Which::Named(_) | Which::Nth(_))
}

fn limit(readings: &mut [Reading], spared: &[Reference]) {
    for before in readings {
        if let Reading::Understood { requests, .. } = before {
            requests.iter_mut().for_each(|request| leaves_out(request, spared));
        }
    }
}

/// The pieces that a clause leaves alone.
fn spared(clause: &Clause, reading: &Reading) -> Option<Vec<Reference>> {
    let Reading::Understood { requests, .. } = reading else { return None };
    let named = match &requests[..] {
        [Request::Spare(named)] => named,
        [Request::KeepOnly(named)] if leaves_behind_but(clause) => named,
        _ => return None,
    };
    (!named.is_empty() && named.iter().all(is_one)).then(|| named.clone())
}

fn leaves_behind_but(clause: &Clause) -> bool {
    let but = |token: &&Token| {
        let text = token.text_small();
        LISTS.turns_back.has(&text) && !LISTS.only_this.has(&text)
    };
    let mut tokens = clause.tokens.iter().skip_while(|token| is_break(token) && !but(token));
    tokens.next().filter(but).is_some()
        && clause.tokens.iter().any(|token| {
            token.sense() == Some(Sense::Verb(Verb::Keep))
                && LISTS.leaves_as_it_is.has(&token.text_small())
        })
}

/// Makes a request that is of all pieces one of all but those.
fn leaves_out(request: &mut Request, spared: &[Reference]) {
    let rest = |pieces: Pieces| Reference { pieces, which: Which::AllBut(spared.to_vec()) };
    if let Request::EachLasts { pieces, length } = *request {
        *request = Request::Length { of: rest(pieces), length };
        return;
    }
    if let Request::Volume { of: of @ Sounding::Everything, .. } = request {
        *of = Sounding::Clips(vec![rest(Pieces::Any)]);
        return;
    }
    let of = match request {
        Request::Volume { of: Sounding::Clips(of), .. }
        | Request::Fit { of, .. }
        | Request::Relength { of, .. } => of,
        request => match pieces_meant(request) {
            Some(of) => of,
            None => return,
        },
    };
    let pieces = match &of[..] {
        [] => Pieces::Any,
        [Reference { pieces, which: Which::All }] => *pieces,
        _ => return,
    };
    *of = vec![rest(pieces)];
}
