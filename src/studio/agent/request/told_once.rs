//! What there is too little of and how much more there is to be is one wish: `主卧太暗，亮度加30`, `vase is too dark, brightness 30`
//! are 30 and not 50.
//!
//! It is asked once more of all readings of a sentence, as its parts may have been read one by one.

use super::adjust::{Adjust, Amount, STEP};
use super::{Level, Reading, Request, Sounding};

/// Without what is told again behind it, with its amount.
pub(in super::super) fn told_once(mut readings: Vec<Reading>) -> Vec<Reading> {
    let mut at = 1;
    while at < readings.len() {
        if is_told_again(&readings[at - 1], &readings[at]) {
            readings.remove(at - 1);
        } else {
            at += 1;
        }
    }
    readings
}

/// `画幅改成1比1 视频号那边老给我裁`: the frame that is told in strange words beside another one is a reason for that.
pub(in super::super) fn framed_once(readings: &mut Vec<Reading>) {
    let frames = |reading: &Reading, plainly: bool| match reading {
        Reading::Understood { requests, passed_over } => {
            matches!(requests[..], [Request::Canvas(_)]) && passed_over.is_empty() == plainly
        }
        _ => false,
    };
    if readings.iter().any(|reading| frames(reading, true)) {
        readings.retain(|reading| !frames(reading, false));
    }
}

fn is_told_again(first: &Reading, second: &Reading) -> bool {
    match (only(first), only(second)) {
        (
            Some(Request::Adjust(Adjust { of, what, amount: Amount::By(step) })),
            Some(Request::Adjust(Adjust { of: same, what: again, amount: Amount::By(by) })),
        ) => of == same && what == again && step.abs() == STEP && step.signum() == by.signum(),
        // "bgm有点小声，音量调成现在的1.5倍".
        (
            Some(Request::Volume { of, level: Level::Times(_) }),
            Some(Request::Volume { of: same, .. }),
        ) => of == same || *same == Sounding::Unsaid,
        _ => false,
    }
}

/// What a reading asks for, where it is one thing.
fn only(reading: &Reading) -> Option<&Request> {
    match reading {
        Reading::Understood { requests, passed_over } if passed_over.is_empty() => {
            match &requests[..] {
                [request] => Some(request),
                _ => None,
            }
        }
        _ => None,
    }
}
