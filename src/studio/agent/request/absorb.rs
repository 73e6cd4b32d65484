//! What follows the making of a film in the same sentence belongs to it: `make a video from these.
//! Add music and crossfades.` Only so can the whole come out at the length that was asked for.

use super::super::words::Sorting;
use super::read::Reading;
use super::{Make, Request, Seam, Sounding};

/// Moves requests that describe a new film into its making.
pub fn absorb(readings: Vec<Reading>) -> Vec<Reading> {
    let mut kept: Vec<Reading> = Vec::new();
    for reading in readings {
        match (kept.last_mut(), reading) {
            (
                Some(Reading::Understood { requests: before, .. }),
                Reading::Understood { requests, passed_over },
            ) if makes(before)
                && passed_over.is_empty()
                && requests.iter().all(describes_a_film) =>
            {
                if let Some(Request::Make(make)) = before.first_mut() {
                    requests.into_iter().for_each(|request| take_in(make, request));
                }
            }
            (
                Some(Reading::Understood { requests: before, passed_over: none }),
                Reading::Understood { mut requests, passed_over },
            ) if makes(&requests) && none.is_empty() && before.iter().all(prepares_a_film) => {
                if let Some(Request::Make(make)) = requests.first_mut() {
                    make.with.splice(0..0, before.drain(..));
                }
                *before = requests;
                *none = passed_over;
            }
            (_, reading) => kept.push(reading),
        }
    }
    kept
}

fn makes(requests: &[Request]) -> bool {
    matches!(requests, [Request::Make(_)])
}

fn describes_a_film(request: &Request) -> bool {
    match request {
        Request::AddText(_)
        | Request::AddMusic(_)
        | Request::RemoveMusic
        | Request::Canvas(_)
        | Request::Wordless => true,
        Request::Sort(_) | Request::Reverse | Request::Evenly { .. } => true,
        Request::Transitions { between, which, .. } => {
            between.is_empty() && *which == Seam::Between
        }
        Request::EachLasts { .. } | Request::FitFilm { .. } | Request::Fade { .. } => true,
        Request::Volume { of, .. } => matches!(of, Sounding::Unsaid | Sounding::Music),
        _ => false,
    }
}

/// `Use song.mp3 as the music and make a video`.
fn prepares_a_film(request: &Request) -> bool {
    matches!(request, Request::AddMusic(_) | Request::Canvas(_))
}

fn take_in(make: &mut Make, request: Request) {
    match request {
        Request::EachLasts { length, .. } if make.each.is_none() => make.each = Some(length),
        Request::FitFilm { to } if make.length.is_none() => make.length = Some(to),
        Request::Evenly { to } => make.length = make.length.or(to),
        Request::Wordless => make.wordless = true,
        Request::Sort(sorting) => make.sorting = Some(sorting),
        Request::Reverse => make.sorting = Some(Sorting::Backwards),
        request => make.with.push(request),
    }
}
