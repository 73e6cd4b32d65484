//! English numbers in words and in digits.

use super::letters::{spaces, written_at};
use super::spelling::is_slip_of;
use super::token::Meaning;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [(&str, f64); 8] = [
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// Digits with an optional decimal part: the number and how many letters it takes.
pub fn digits(letters: &[char], at: usize) -> Option<(f64, usize)> {
    let count = |from: usize| letters[from..].iter().take_while(|l| l.is_ascii_digit()).count();
    let whole = count(at);
    if whole == 0 && letters.get(at) != Some(&'.') {
        return None;
    }
    let dot = at + whole;
    let has_fraction =
        letters.get(dot) == Some(&'.') && letters.get(dot + 1).is_some_and(char::is_ascii_digit);
    let length = if has_fraction { whole + 1 + count(dot + 1) } else { whole };
    let written: String = letters[at..at + length].iter().collect();
    let number = format!("0{written}").parse().ok()?;
    (length > 0).then_some((number, length))
}

/// A number in words: `thirty`, `twenty-five`, `one hundred and twenty`, `two and a half`, `half a`.
pub fn in_words(letters: &[char], at: usize) -> Option<(f64, usize)> {
    letters.get(at).filter(|letter| letter.is_ascii_lowercase())?;
    if let Some(length) = word(letters, at, "a hundred") {
        return Some((100.0, length));
    }
    for half in ["half a", "half an"] {
        if let Some(length) = word(letters, at, half) {
            return Some((0.5, length));
        }
    }
    let (mut number, mut length) = below_hundred(letters, at)?;
    if let Some(more) = word_after(letters, at + length, "hundred") {
        number *= 100.0;
        length += more;
        let joint = word_after(letters, at + length, "and").unwrap_or(0);
        let gap = joint + spaces(letters, at + length + joint);
        if let Some((rest, more)) = below_hundred(letters, at + length + gap) {
            number += rest;
            length += gap + more;
        }
    }
    Some(with_half(letters, at, number, length))
}

const PARTS: [(&str, f64); 8] = [
    ("half", 2.0),
    ("third", 3.0),
    ("quarter", 4.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("eighth", 8.0),
    ("tenth", 10.0),
    ("fourth", 4.0),
];

/// `a fifth`, `one quarter`, `two thirds`: above the stroke, below it, and how many letters. `A
/// quarter of the speed`, `a half` and what counts things are left to others.
pub fn fraction(letters: &[char], at: usize) -> Option<(f64, f64, usize)> {
    let above = word(letters, at, "a").map(|length| (1.0, length)).or_else(|| ones(letters, at));
    let (above, first) = above.filter(|(above, _)| (1.0..10.0).contains(above))?;
    let gap = letters.get(at + first).filter(|letter| matches!(letter, ' ' | '-')).map(|_| 1)?;
    let from = at + first + gap;
    let several = above > 1.0;
    PARTS.iter().skip(1).find_map(|(name, below)| {
        let name = if several { format!("{name}s") } else { (*name).to_owned() };
        let length = word(letters, from, &name)?;
        // "A third clip", "a second" count; "down to a third" does not.
        let counts = !several && is_followed_by_a_thing(letters, from + length);
        (!counts).then_some((above, *below, first + gap + length))
    })
}

/// Whether another word follows that could be what is counted.
fn is_followed_by_a_thing(letters: &[char], at: usize) -> bool {
    let rest = at + spaces(letters, at);
    let free = ["of", "and", "then", "as", "please", "volume", "the", "loudness", "its", "in"];
    rest > at
        && letters.get(rest).is_some_and(|letter| letter.is_alphabetic())
        && !free.iter().any(|name| word(letters, rest, name).is_some())
}

/// An ordinal in words or digits: `second`, `2nd`.
pub fn ordinal(letters: &[char], at: usize) -> Option<(i32, usize)> {
    letters.get(at).filter(|letter| letter.is_ascii_alphanumeric())?;
    for (place, name) in ORDINALS.iter().enumerate() {
        if let Some(length) = word(letters, at, name) {
            return Some((i32::try_from(place).unwrap_or(0) + 1, length));
        }
    }
    let length = letters[at..].iter().take_while(|letter| letter.is_ascii_digit()).count();
    let number: String = letters[at..at + length].iter().collect();
    let number = number.parse().ok()?;
    let ending =
        ["st", "nd", "rd", "th"].into_iter().find_map(|end| word(letters, at + length, end));
    Some((number, length + ending?))
}

/// The number or ordinal that a word is a slip of: `frist`, `thrid`, `fivve`.
pub fn of_misspelt(written: &[char]) -> Option<Meaning> {
    let is_slip = |name: &str| is_slip_of(written, &name.chars().collect::<Vec<_>>());
    let ordinals = (1..).zip(ORDINALS).filter(|(_, name)| is_slip(name));
    let ones = ONES.iter().enumerate().filter(|(_, name)| is_slip(name));
    let tens = TENS.iter().filter(|(name, _)| is_slip(name));
    let mut found = ordinals
        .map(|(place, _)| Meaning::Ordinal(place))
        .chain(ones.map(|(number, _)| Meaning::Number(number as f64)))
        .chain(tens.map(|(_, number)| Meaning::Number(*number)));
    found.next().filter(|_| found.next().is_none())
}

fn with_half(letters: &[char], at: usize, number: f64, length: usize) -> (f64, usize) {
    match word_after(letters, at + length, "and a half") {
        Some(more) => (number + 0.5, length + more),
        None => (number, length),
    }
}

fn below_hundred(letters: &[char], at: usize) -> Option<(f64, usize)> {
    for (name, tens) in TENS {
        let Some(length) = word(letters, at, name) else { continue };
        let gap = 1;
        let joint = letters.get(at + length).is_some_and(|letter| matches!(letter, ' ' | '-'));
        return Some(match ones(letters, at + length + gap) {
            Some((ones, more)) if joint && (1.0..10.0).contains(&ones) => {
                (tens + ones, length + gap + more)
            }
            _ => (tens, length),
        });
    }
    ones(letters, at)
}

fn ones(letters: &[char], at: usize) -> Option<(f64, usize)> {
    ONES.iter()
        .enumerate()
        .find_map(|(number, name)| word(letters, at, name).map(|length| (number as f64, length)))
}

fn word(letters: &[char], at: usize, name: &str) -> Option<usize> {
    written_at(letters, at, name.chars())
}

fn word_after(letters: &[char], at: usize, name: &str) -> Option<usize> {
    let gap = spaces(letters, at);
    word(letters, at + gap, name).map(|length| gap + length)
}

#[cfg(test)]
mod tests {
    use super::super::letters::alike;
    use super::*;

    #[test]
    fn numbers_in_words_count_the_same_as_digits() {
        for (written, number) in [
            ("thirty", 30.0),
            ("twenty-five", 25.0),
            ("twenty five", 25.0),
            ("Nineteen", 19.0),
            ("one hundred and twenty", 120.0),
            ("one hundred", 100.0),
            ("two and a half", 2.5),
            ("half a", 0.5),
            ("a hundred", 100.0),
            ("two hundred and fifty", 250.0),
        ] {
            let letters = alike(written);
            assert_eq!(in_words(&letters, 0), Some((number, letters.len())), "{written}");
        }
        for written in ["onerous", "tent", "hundred", "half"] {
            assert_eq!(in_words(&alike(written), 0), None, "{written}");
        }
    }

    #[test]
    fn digits_may_have_a_fraction_but_no_full_stop() {
        assert_eq!(digits(&alike("2.5s"), 0), Some((2.5, 3)));
        assert_eq!(digits(&alike("15. Then"), 0), Some((15.0, 2)));
        assert_eq!(digits(&alike("x"), 0), None);
    }

    #[test]
    fn ordinals_come_in_words_and_digits() {
        assert_eq!(ordinal(&alike("second clip"), 0), Some((2, 6)));
        assert_eq!(ordinal(&alike("21st"), 0), Some((21, 4)));
        assert_eq!(ordinal(&alike("seconds"), 0), None);
    }
}
