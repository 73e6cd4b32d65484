//! What is done to a picture, by a plain name and perhaps an amount.

use std::fmt;

/// A named picture effect, such as `grayscale`. Open-ended: unknown names are kept and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fx {
    /// Its plain name.
    pub name: String,
    /// How much, where it can be more or less: percent of change for colours (20 is a fifth more, -20
    /// a fifth less), percent of strength for blur and the like, percent of size for `zoom`, degrees
    /// clockwise for `turn`.
    pub amount: Option<i32>,
}

impl Fx {
    /// Brighter or darker; black and white stay what they are.
    pub const BRIGHTNESS: &'static str = "brightness";
    /// More or less between dark and bright.
    pub const CONTRAST: &'static str = "contrast";
    /// More or less colour.
    pub const SATURATION: &'static str = "saturation";
    /// Towards orange or towards blue.
    pub const WARMTH: &'static str = "warmth";
    /// Turned by quarters of a circle.
    pub const TURN: &'static str = "turn";
    /// One picture of footage for as long as the piece lasts.
    pub const FREEZE: &'static str = "freeze";
    /// Larger, its edges cut.
    pub const ZOOM: &'static str = "zoom";
    /// Cut to a shape, which follows the word: `crop 4:5`.
    pub const CROP: &'static str = "crop";

    /// The effect as it is usual.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), amount: None }
    }

    /// The effect by an amount.
    #[must_use]
    pub fn by(name: &str, amount: i32) -> Self {
        Self { name: name.to_owned(), amount: Some(amount) }
    }

    /// Cut to a shape.
    #[must_use]
    pub fn crop(width: u32, height: u32) -> Self {
        Self::named(&format!("{} {width}:{height}", Self::CROP))
    }

    /// The shape that it cuts to, if it does.
    #[must_use]
    pub fn cropped_to(&self) -> Option<(u32, u32)> {
        let shape = self.name.strip_prefix(Self::CROP)?.trim();
        let (width, height) = shape.split_once(':')?;
        let side =
            |digits: &str| digits.trim().parse().ok().filter(|side| (1..=1000).contains(side));
        Some((side(width)?, side(height)?))
    }

    /// Whether it holds one picture.
    #[must_use]
    pub fn is_freeze(&self) -> bool {
        self.name == Self::FREEZE
    }

    /// Whether its amount is a change, up or down, from what the picture is by itself.
    #[must_use]
    pub fn is_tone(name: &str) -> bool {
        [Self::BRIGHTNESS, Self::CONTRAST, Self::SATURATION, Self::WARMTH].contains(&name)
    }

    /// The amount as it is written: `+20%`, `150%`, `90°`.
    #[must_use]
    pub fn amount_in_words(&self) -> Option<String> {
        let amount = self.amount?;
        Some(match self.name.as_str() {
            Self::TURN => format!("{amount}°"),
            name if Self::is_tone(name) => format!("{amount:+}%"),
            _ => format!("{amount}%"),
        })
    }
}

impl fmt::Display for Fx {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name)?;
        match self.amount_in_words() {
            Some(amount) => write!(out, " {amount}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_as_people_write_it() {
        for (effect, written) in [
            (Fx::named("grayscale"), "grayscale"),
            (Fx::by(Fx::BRIGHTNESS, 20), "brightness +20%"),
            (Fx::by(Fx::CONTRAST, -10), "contrast -10%"),
            (Fx::by("blur", 30), "blur 30%"),
            (Fx::by(Fx::TURN, 270), "turn 270°"),
            (Fx::crop(4, 5), "crop 4:5"),
        ] {
            assert_eq!(effect.to_string(), written);
        }
        assert_eq!(Fx::crop(4, 5).cropped_to(), Some((4, 5)));
        assert_eq!(Fx::named("crop").cropped_to(), None);
    }
}
