//! How words on the picture look, where they stand, and how they come and go.

/// How words look. What is not said is as it is usual for their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextStyle {
    /// Where on the picture.
    pub place: TextPlace,
    /// Percent of the size that is usual there.
    pub size: u32,
    /// Of the letters; white where not said.
    pub colour: Option<Colour>,
    /// How strong the letters are.
    pub weight: TextWeight,
    /// Whether they lean.
    pub italic: bool,
    /// What sets them off from the picture.
    pub backing: Backing,
    /// Of what sets them off; black where not said.
    pub backing_colour: Option<Colour>,
    /// How they come.
    pub entrance: TextMove,
    /// How they go.
    pub exit: TextMove,
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            place: TextPlace::default(),
            size: 100,
            colour: None,
            weight: TextWeight::default(),
            italic: false,
            backing: Backing::default(),
            backing_colour: None,
            entrance: TextMove::default(),
            exit: TextMove::default(),
        }
    }
}

impl TextStyle {
    /// The usual look at a place.
    #[must_use]
    pub fn at(place: TextPlace) -> Self {
        Self { place, ..Self::default() }
    }
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads `#ffd500` and `#fd0`, with or without the mark.
    #[must_use]
    pub fn from_hex(written: &str) -> Option<Self> {
        let digits = written.trim().trim_start_matches('#');
        if !digits.is_ascii() {
            return None;
        }
        let part = |from: usize, to: usize| u8::from_str_radix(digits.get(from..to)?, 16).ok();
        let one = |at: usize| part(at, at + 1).map(|digit| digit * 17);
        match digits.len() {
            6 => Some(Self([part(0, 2)?, part(2, 4)?, part(4, 6)?])),
            3 => Some(Self([one(0)?, one(1)?, one(2)?])),
            _ => None,
        }
    }

    /// As `#ffd500`.
    #[must_use]
    pub fn to_hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub enum $name { $($(#[$inner])* $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in drafts.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The one of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named!(
    /// Where words stand on the picture, and with it how large they usually are.
    TextPlace {
        /// A title: large, in the middle.
        #[default]
        Centre = "centre",
        /// A heading: large, in the upper third.
        Top = "top",
        /// A caption: smaller, near the lower edge.
        Bottom = "bottom",
        /// In the upper left corner.
        TopLeft = "top left",
        /// In the upper right corner.
        TopRight = "top right",
        /// At the left edge.
        Left = "left",
        /// At the right edge.
        Right = "right",
        /// In the lower left corner.
        BottomLeft = "bottom left",
        /// In the lower right corner.
        BottomRight = "bottom right",
        /// Who or what is seen: at the left, above where captions stand.
        LowerThird = "lower third",
    }
);

impl TextPlace {
    /// Whether words there read as a caption and not as a title.
    #[must_use]
    pub const fn is_low(self) -> bool {
        matches!(self, Self::Bottom | Self::BottomLeft | Self::BottomRight | Self::LowerThird)
    }
}

named!(
    /// How strong letters are.
    TextWeight {
        /// As letters over pictures should be.
        #[default]
        Bold = "bold",
        /// As in a book.
        Regular = "regular",
    }
);

named!(
    /// What sets words off from the picture.
    Backing {
        /// A soft shadow.
        #[default]
        Shadow = "shadow",
        /// A line around each letter.
        Outline = "outline",
        /// A plate behind them.
        Plate = "box",
        /// Nothing.
        None = "none",
    }
);

named!(
    /// How words come or go.
    TextMove {
        /// Gently.
        #[default]
        Fade = "fade",
        /// At once.
        Cut = "cut",
        /// Moving upwards.
        Up = "slide up",
        /// Moving downwards.
        Down = "slide down",
        /// Moving to the left.
        Left = "slide left",
        /// Moving to the right.
        Right = "slide right",
        /// Growing, and a little too far.
        Pop = "pop",
        /// Letter after letter.
        Typewriter = "typewriter",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_people_write_them() {
        assert_eq!(Colour::from_hex("#ffd500"), Some(Colour([255, 213, 0])));
        assert_eq!(Colour::from_hex("fd0"), Some(Colour([255, 221, 0])));
        assert_eq!(Colour::from_hex("#12345"), None);
        assert_eq!(Colour::from_hex("#gg0000"), None);
        assert_eq!(Colour([255, 213, 0]).to_hex(), "#ffd500");
    }

    #[test]
    fn every_name_leads_back_to_its_own() {
        for place in TextPlace::ALL {
            assert_eq!(TextPlace::from_name(place.name()), Some(*place));
        }
        assert_eq!(TextPlace::from_name("somewhere"), None);
    }
}
