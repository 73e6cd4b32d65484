//! The order of pieces by a rule: their names, the days in their names, or chance.

use super::super::operation::{Operation, Reorder, main_video};
use super::super::words::Sorting;
use super::stage::Stage;
use super::{Note, Plan, Refusal};

/// The pieces of the film in the order of a rule.
pub fn pieces(sorting: Sorting, stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = main_video(stage.draft());
    if pieces.is_empty() {
        return Err(Refusal::NoFilm);
    }
    let names: Vec<String> =
        pieces.iter().map(|piece| piece.source.clone().unwrap_or_default()).collect();
    let (order, notes) = order(sorting, &names, stage.seed());
    let order = order.into_iter().map(|place| pieces[place].id.clone()).collect();
    Ok(Plan { operations: vec![Operation::Reorder(Reorder { order })], notes })
}

/// The places of names in the order of a rule. Days are known only where the names tell them; files keep
/// the order in which they came otherwise, which is said.
pub fn order(sorting: Sorting, names: &[String], seed: u64) -> (Vec<usize>, Vec<Note>) {
    let mut order: Vec<usize> = (0..names.len()).collect();
    match sorting {
        Sorting::Name => order.sort_by_key(|place| natural(&names[*place])),
        Sorting::Shuffled => shuffle(&mut order, seed),
        Sorting::Backwards => order.reverse(),
        Sorting::Date | Sorting::Reversed => {
            let days: Vec<String> = names.iter().map(|name| day(name)).collect();
            if days.iter().any(String::is_empty) {
                return (order, vec![Note::NoDates]);
            }
            order.sort_by_key(|place| days[*place].clone());
            if sorting == Sorting::Reversed {
                order.reverse();
            }
        }
    }
    (order, Vec::new())
}

/// A name so that `2` comes before `10`.
fn natural(name: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = Vec::new();
    for letter in name.to_lowercase().chars() {
        let digit = letter.to_digit(10).map(u64::from);
        match (parts.last_mut(), digit) {
            (Some((number, words)), Some(digit)) if words.is_empty() => {
                *number = number.saturating_mul(10).saturating_add(digit);
            }
            (Some((_, words)), None) => words.push(letter),
            (_, Some(digit)) => parts.push((digit, String::new())),
            (None, None) => parts.push((0, letter.to_string())),
        }
    }
    parts
}

/// The digits of a day and time in a name: `IMG_20260504_101530.jpg`, `2026-05-04 10.15.jpg`.
fn day(name: &str) -> String {
    let digits: String = name
        .rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let is_day = digits.len() >= 8 && ["19", "20"].contains(&&digits[..2]);
    if is_day { digits } else { String::new() }
}

/// By chance, and the same on every run of the same turn.
fn shuffle(order: &mut [usize], seed: u64) {
    let mut state = seed | 1;
    for place in (1..order.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(place, usize::try_from(state % (place as u64 + 1)).unwrap_or(0));
    }
    // As they were is no shuffle.
    if order.len() > 1 && order.windows(2).all(|pair| pair[0] < pair[1]) {
        order.rotate_left(1);
    }
}
