//! What there is too little of and how much more there is to be is one wish: `主卧太暗，亮度加30`, `vase is too dark, brightness 30`
//! are 30 and not 50.

use super::adjust::{Adjust, Amount, STEP};
use super::{Reading, Request};

/// Without what is told again behind it, with its amount.
pub fn told_once(mut readings: Vec<Reading>) -> Vec<Reading> {
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

fn is_told_again(first: &Reading, second: &Reading) -> bool {
    match (only_adjusts(first), only_adjusts(second)) {
        (
            Some(Adjust { of, what, amount: Amount::By(step) }),
            Some(Adjust { of: same, what: again, amount: Amount::By(by) }),
        ) => of == same && what == again && step.abs() == STEP && step.signum() == by.signum(),
        _ => false,
    }
}

fn only_adjusts(reading: &Reading) -> Option<&Adjust> {
    match reading {
        Reading::Understood { requests, passed_over } if passed_over.is_empty() => {
            match &requests[..] {
                [Request::Adjust(adjust)] => Some(adjust),
                _ => None,
            }
        }
        _ => None,
    }
}
