//! Several texts for one place and no word of when: they follow each other over the film.

use super::read::Reading;
use super::{NewText, Request, When};
use crate::draft::TextPlace;

/// Gives each of several texts for one place its turn, where no times were said.
pub fn spread(mut readings: Vec<Reading>) -> Vec<Reading> {
    for place in TextPlace::ALL {
        let mut texts: Vec<&mut NewText> = requests(&mut readings)
            .filter_map(new_text)
            .filter(|text| text.place == *place && text.when == When::Unsaid)
            .collect();
        let of = texts.len();
        if of > 1 {
            for (nth, text) in texts.iter_mut().enumerate() {
                text.when = When::Shared { nth, of };
            }
        }
    }
    readings
}

/// Every request of a sentence, and what a new film is to have.
fn requests(readings: &mut [Reading]) -> impl Iterator<Item = &mut Request> {
    let understood = readings.iter_mut().filter_map(|reading| match reading {
        Reading::Understood { requests, .. } => Some(requests),
        _ => None,
    });
    understood.flatten().flat_map(|request| match request {
        Request::Make(make) => make.with.iter_mut().collect(),
        request => vec![request],
    })
}

fn new_text(request: &mut Request) -> Option<&mut NewText> {
    match request {
        Request::AddText(text) => Some(text),
        _ => None,
    }
}
