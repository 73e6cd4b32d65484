//! Numbers with a unit that is neither a time nor a share, and that may be below nothing: `90°`.

use super::english_number::digits;
use super::letters::{ends_word, is_latin, spaces};
use super::token::Meaning;
use crate::draft::Colour;

/// A unit, as it is written, and what a number of it means.
type Unit = (&'static str, fn(f64) -> Meaning);

const UNITS: [Unit; 21] = [
    ("fps", Meaning::Rate),
    ("frames per second", Meaning::Rate),
    ("frames a second", Meaning::Rate),
    ("帧每秒", Meaning::Rate),
    ("帧/秒", Meaning::Rate),
    ("帧", Meaning::Rate),
    ("decibels", Meaning::Decibels),
    ("decibel", Meaning::Decibels),
    ("db", Meaning::Decibels),
    ("分贝", Meaning::Decibels),
    ("lufs", Meaning::Loudness),
    ("lkfs", Meaning::Loudness),
    ("px", Meaning::Pixels),
    ("pt", Meaning::Pixels),
    ("pixels", Meaning::Pixels),
    ("像素", Meaning::Pixels),
    ("degrees", Meaning::Degrees),
    ("degree", Meaning::Degrees),
    ("deg", Meaning::Degrees),
    ("°", Meaning::Degrees),
    ("度", Meaning::Degrees),
];

/// A colour by its number: `#ffd500`.
pub fn colour_at(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let digits = letters.get(at + 1..).filter(|_| letters[at] == '#')?;
    let count = digits.iter().take_while(|letter| letter.is_ascii_hexdigit()).count();
    let written: String = digits[..count].iter().collect();
    let over = ends_word(letters, at + 1 + count);
    let colour = Colour::from_hex(&written).filter(|_| over)?;
    Some((Meaning::Colour(colour), count + 1))
}

/// What is measured at a place, and how many letters it takes.
pub fn quantity_at(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let starts_word = at == 0 || !is_latin(letters[at - 1]);
    let (sign, from) = match letters.get(at)? {
        '-' if starts_word => (-1.0, at + 1),
        '+' => (1.0, at + 1),
        _ => (1.0, at),
    };
    let (number, length) = digits(letters, from).filter(|_| starts_word)?;
    let from = from + length;
    let gap = if letters.get(from) == Some(&'-') { 1 } else { spaces(letters, from) };
    let rest = letters.get(from + gap..)?;
    UNITS.iter().find_map(|(unit, meaning)| {
        let unit: Vec<char> = unit.chars().collect();
        let end = from + gap + unit.len();
        let fits = rest.starts_with(&unit) && ends_word(letters, end);
        fits.then(|| (meaning(sign * number), end - at))
    })
}

/// `1.25x`, `0.75倍速`: a speed by its number.
pub fn speed_at(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let (number, length) = digits(letters, at).filter(|_| at == 0 || !is_latin(letters[at - 1]))?;
    let rest = letters.get(at + length..)?;
    let unit = ["x speed", "x", "倍速度", "倍速", "倍"].into_iter().find_map(|unit| {
        let unit: Vec<char> = unit.chars().collect();
        let over = ends_word(letters, at + length + unit.len());
        (rest.starts_with(&unit) && over).then_some(unit.len())
    })?;
    (0.1..=10.0).contains(&number).then_some((Meaning::Speed(number), length + unit))
}

#[cfg(test)]
mod tests {
    use super::super::letters::alike;
    use super::*;

    #[test]
    fn a_number_and_its_unit_are_one_quantity() {
        for (written, meaning, length) in [
            ("90 degrees left", Meaning::Degrees(90.0), 10),
            ("180°", Meaning::Degrees(180.0), 4),
            ("90度", Meaning::Degrees(90.0), 3),
            ("-12 dB", Meaning::Decibels(-12.0), 6),
            ("6 分贝", Meaning::Decibels(6.0), 4),
            ("−14 LUFS", Meaning::Loudness(-14.0), 8),
            ("60px", Meaning::Pixels(60.0), 4),
        ] {
            assert_eq!(quantity_at(&alike(written), 0), Some((meaning, length)), "{written}");
        }
        assert_eq!(quantity_at(&alike("90 seconds"), 0), None);
        assert_eq!(quantity_at(&alike("90 degreasers"), 0), None);
    }
}
