//! What is held back where something else that a sentence asks for cannot be done: `凭空变出一段散步的录像，加在最后` puts nothing
//! at the end, and nothing is done beside what would have to be downloaded or what certainly is a wish and is not understood.

use super::request::{Reading, Request, Topic};
use super::scene::Scene;
use super::turn::names;
use super::words::{self, Beyond};

/// Half of what was asked for is a film that nobody asked for: where a wish was not understood, the others wait, and
/// where footage is to come from elsewhere, no film is made of other files. What is to be downloaded is what the rest of
/// the sentence is of: `去B站把那条下载下来，剪5秒当开头`.
pub fn hold_back(readings: &mut Vec<Reading>, is_empty: bool) -> bool {
    let beyond = |reading: &Reading, of: Beyond| matches!(reading, Reading::Beyond { what, .. } if *what == of);
    if readings.iter().any(|reading| beyond(reading, Beyond::Generate)) {
        readings.retain(|reading| !makes_of_anything(reading));
    }
    let all = readings.len();
    hold_back_what_is_not_there(readings);
    if is_empty && readings.iter().any(|reading| beyond(reading, Beyond::Generate)) {
        readings.retain(|reading| !is_understood(reading));
    }
    if readings.iter().any(|reading| beyond(reading, Beyond::Download)) {
        readings.retain(|reading| !is_understood(reading));
    }
    if readings.iter().any(|reading| matches!(reading, Reading::Unclear { wish: true, .. })) {
        readings.retain(|reading| !is_understood(reading));
    }
    readings.len() < all
}

/// `Insert bikes after the hero, I/O 3s to 5s`: an amount that nobody tells anything with is no remark, and the wish beside
/// it may be of it.
pub fn hold_back_beside(remarks: &[String], scene: &Scene, readings: &mut Vec<Reading>) {
    let names = names(scene);
    let orders = |remark: &String| words::is_a_bare_amount(&words::in_measures(remark, &names));
    if !readings.is_empty() && readings.iter().all(is_understood) && remarks.iter().any(orders) {
        readings.push(Reading::Unclear { words: Vec::new(), topic: Topic::Cut, wish: true });
    }
}

/// `凭空变出一段散步的录像，加在最后`: what would be put there does not come to be.
fn hold_back_what_is_not_there(readings: &mut Vec<Reading>) {
    let generates =
        |reading: &Reading| matches!(reading, Reading::Beyond { what: Beyond::Generate, .. });
    let Some(from) = readings.iter().position(generates) else { return };
    let behind = readings.split_off(from);
    readings.extend(behind.into_iter().filter(|reading| !only_puts(reading)));
}

fn only_puts(reading: &Reading) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    requests.iter().all(|request| {
        matches!(
            request,
            Request::Place { .. }
                | Request::Lay { .. }
                | Request::Insert(_)
                | Request::InsertAt { .. }
        )
    })
}

/// `… and make a film of it`: of no file that is named.
fn makes_of_anything(reading: &Reading) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    requests.iter().any(|request| matches!(request, Request::Make(make) if make.from.is_empty()))
}

pub fn is_understood(reading: &Reading) -> bool {
    matches!(reading, Reading::Understood { .. })
}
