//! Wishes for a film that is not there yet: `火车5秒，夜市5秒，直接切` names what it is to be of, in this order.
//!
//! On an empty timeline nothing can be done to a piece but bring it in first.

use super::read::Reading;
use super::within::references_in;
use super::{Position, Reference, Request, Which};

/// Puts the pieces that wishes name on the timeline before anything is done to them.
pub fn begin(mut readings: Vec<Reading>) -> Vec<Reading> {
    let all = |fits: fn(&Request) -> bool| {
        readings.iter().position(|reading| match reading {
            Reading::Understood { requests, .. } => requests.first().is_some_and(fits),
            _ => false,
        })
    };
    let understood = readings.iter().all(|reading| matches!(reading, Reading::Understood { .. }));
    if let Some(make) = all(|request| matches!(request, Request::Make(_))) {
        // "Only the first 4 seconds of each clip, made into a square film": it has to be there first.
        if understood {
            let make = readings.remove(make);
            readings.insert(0, make);
        }
        return readings;
    }
    if !understood {
        // "Patio and xyz. 4 seconds each.": not a film of everything that there is.
        let rows = |request: &Request| {
            matches!(
                request,
                Request::Join(_) | Request::Open(_) | Request::Row(_) | Request::Ask(_)
            )
        };
        readings.retain(|reading| match reading {
            Reading::Understood { requests, .. } => requests.first().is_some_and(rows),
            _ => true,
        });
        return readings;
    }
    if let Some(join) = all(|request| matches!(request, Request::Join(_))) {
        // "Three seconds of each, joined in this order."
        let join = readings.remove(join);
        readings.insert(0, join);
        return readings;
    }
    // "Four stills, song.mp3 under them, 3 seconds each": first there have to be pieces.
    if let Some(each) = all(|request| matches!(request, Request::EachLasts { .. })) {
        let each = readings.remove(each);
        readings.insert(0, each);
    }
    let mut named = named(&mut readings);
    if !named.is_empty() {
        named.extend(take_followers(&mut readings));
    }
    if named.len() > 1 {
        let join = Request::Join(named);
        readings.insert(0, Reading::Understood { requests: vec![join], passed_over: Vec::new() });
    }
    readings
}

/// `bikes取3秒到7秒，后面接silent`: what comes behind is there from the first.
fn take_followers(readings: &mut [Reading]) -> Vec<Reference> {
    let mut found = Vec::new();
    for reading in readings {
        let Reading::Understood { requests, .. } = reading else { continue };
        requests.retain(|request| {
            let what = match request {
                Request::Lay { what, at: Position::End }
                | Request::Place { what, at: Position::End }
                | Request::Insert(what) => what,
                _ => return true,
            };
            let files = what.iter().all(|of| matches!(of.which, Which::Named(_)));
            if files {
                found.extend(what.iter().cloned());
            }
            !files
        });
    }
    found
}

/// The files whose lengths or parts are spoken of, in order.
fn named(readings: &mut [Reading]) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    for reading in readings {
        let Reading::Understood { requests, .. } = reading else { continue };
        for request in requests {
            if !matches!(request, Request::Length { .. } | Request::Keep { .. }) {
                continue;
            }
            for reference in references_in(request) {
                if matches!(reference.which, Which::Named(_)) && !found.contains(reference) {
                    found.push(reference.clone());
                }
            }
        }
    }
    found
}
