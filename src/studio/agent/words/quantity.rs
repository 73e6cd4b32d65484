//! Numbers with a unit that is neither a time nor a share, and that may be below nothing: `90°`.

use serde::Deserialize;

use super::chinese_number::in_characters;
use super::english_number::{digits, in_words};
use super::letters::{ends_word, is_latin, spaces};
use super::list::LISTS;
use super::token::Meaning;
use crate::draft::Colour;

/// What a number with a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Frames a second.
    Rate,
    /// Louder or quieter.
    Decibels,
    /// How loud a whole is.
    Loudness,
    /// On the canvas.
    Pixels,
    /// Of a circle.
    Degrees,
}

impl Measure {
    fn of(self, amount: f64) -> Meaning {
        match self {
            Self::Rate => Meaning::Rate(amount),
            Self::Decibels => Meaning::Decibels(amount),
            Self::Loudness => Meaning::Loudness(amount),
            Self::Pixels => Meaning::Pixels(amount),
            Self::Degrees => Meaning::Degrees(amount),
        }
    }
}

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
    let written = digits(letters, from);
    let spelt = written.is_none();
    let (number, length) = written
        .or_else(|| in_words(letters, from))
        .or_else(|| in_characters(letters, from))
        .filter(|_| starts_word)?;
    let from = from + length;
    // "6个dB".
    let from = from + usize::from(letters.get(from) == Some(&'个'));
    let gap = if letters.get(from) == Some(&'-') { 1 } else { spaces(letters, from) };
    let rest = letters.get(from + gap..)?;
    let length = |unit: &str| {
        let unit: Vec<char> = unit.chars().collect();
        let end = from + gap + unit.len();
        (rest.starts_with(&unit) && ends_word(letters, end)).then_some(end - at)
    };
    // In words only what is no word for a thing as well: "one frame", "九十度".
    let is_spoken = |measure: Measure| match measure {
        Measure::Decibels | Measure::Loudness => true,
        Measure::Degrees => letters.get(from) == Some(&'度'),
        Measure::Rate | Measure::Pixels => false,
    };
    LISTS.unit.iter().filter(|unit| !spelt || is_spoken(unit.is)).find_map(|unit| {
        let length = unit.words.iter().find_map(length)?;
        Some((unit.is.of(sign * number), length))
    })
}

/// `1.25x`, `0.75倍速`: a speed by its number.
pub fn speed_at(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let (number, length) = digits(letters, at).filter(|_| at == 0 || !is_latin(letters[at - 1]))?;
    let rest = letters.get(at + length..)?;
    let unit = LISTS.times_the_speed.iter().find_map(|unit| {
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
