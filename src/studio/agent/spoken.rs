//! What a turn was about, for an `it` in the next one.

use super::plan::{Stage, pieces};
use super::request::{Pieces, Reading, Reference, Request, Subject, TextTarget, Which, subject_of};
use super::talk::About;
use crate::draft::{Draft, Kind, Segment, SegmentId};

/// What the turn before was about, as a subject for this one.
pub fn subject(about: Option<&About>) -> Option<Subject> {
    let known = |ids: &[String]| Which::Known(ids.iter().cloned().map(SegmentId::new).collect());
    Some(match about? {
        About::Pieces(ids) => Subject::Piece(Reference { pieces: Pieces::Any, which: known(ids) }),
        About::Words(ids) => {
            Subject::Words(TextTarget { words: None, place: None, which: known(ids) })
        }
        About::Music => Subject::Music,
    })
}

/// What this turn was about, as far as it is there still. A turn that only told something leaves what
/// was spoken of before.
pub fn about(
    readings: &[Reading],
    before: &Draft,
    stage: &Stage,
    was: Option<About>,
) -> Option<About> {
    let done = readings.iter().rev().find(|reading| is_edit(reading));
    let Some(done) = done else { return was };
    if let Reading::Understood { requests, .. } = done
        && let Some(named) = several(requests.last()?)
    {
        return there(named, stage);
    }
    match subject_of(done)? {
        Subject::Piece(of) => there(&[of], stage),
        Subject::Words(_) => words(before, stage.draft()),
        Subject::Music => Some(About::Music),
    }
}

/// What all the wishes of readings were about, where that is pieces.
pub fn about_all(readings: &[Reading], before: &Draft, stage: &Stage) -> Option<About> {
    let mut named: Vec<Reference> = Vec::new();
    for reading in readings {
        let Reading::Understood { requests, .. } = reading else { return None };
        for request in requests {
            let one = Reading::Understood { requests: vec![request.clone()], passed_over: vec![] };
            match (several(request), subject_of(&one)) {
                (Some(several), _) => named.extend(several.iter().cloned()),
                (None, Some(Subject::Piece(of))) => named.push(of),
                _ => return about(readings, before, stage, None),
            }
        }
    }
    there(&named, stage)
}

fn is_edit(reading: &Reading) -> bool {
    match reading {
        Reading::Understood { requests, .. } => {
            !requests.iter().all(|request| matches!(request, Request::Ask(_)))
        }
        _ => false,
    }
}

fn several(request: &Request) -> Option<&[Reference]> {
    match request {
        Request::Place { what, .. }
        | Request::Look { of: what, .. }
        | Request::Fit { of: what, .. }
        | Request::Hasten { of: what, .. }
        | Request::Backwards { of: what, .. }
        | Request::Pace { of: what, .. } => {
            Some(what).filter(|what| what.len() > 1).map(Vec::as_slice)
        }
        _ => None,
    }
}

fn there(named: &[Reference], stage: &Stage) -> Option<About> {
    let ids = pieces(named, stage).ok().filter(|ids| !ids.is_empty())?;
    Some(About::Pieces(ids.iter().map(|id| id.as_str().to_owned()).collect()))
}

/// The words that are new or otherwise now.
fn words(before: &Draft, after: &Draft) -> Option<About> {
    let texts = |draft: &Draft| -> Vec<Segment> {
        let tracks = draft.tracks.iter().filter(|track| track.kind == Kind::Text);
        tracks.flat_map(|track| track.segments.clone()).collect()
    };
    let were = texts(before);
    let new = texts(after).into_iter().filter(|text| !were.contains(text));
    let ids: Vec<String> = new.map(|text| text.id.as_str().to_owned()).collect();
    (!ids.is_empty()).then_some(About::Words(ids))
}
