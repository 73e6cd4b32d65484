//! What phrases of the vocabulary mean. The names of the variants, in kebab case, are the keys of
//! `assets/language/*.toml`.

use serde::Deserialize;

pub use super::role::{Part, Turn};
use crate::draft::{Colour, Fx, Mood, TextPlace};

/// The meaning of a phrase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sense {
    /// Something to do.
    Verb(Verb),
    /// Something to do it to.
    Noun(Noun),
    /// How words hang together.
    Link(Link),
    /// Where something begins or stops.
    Edge(Edge),
    /// How much, without a number.
    Degree(Degree),
    /// The shape of the picture.
    Shape(Shape),
    /// A place where films are shown, which wants a shape.
    Platform(Shape),
    /// What music feels like.
    Mood(Mood),
    /// Where words stand on the picture.
    Place(TextPlace),
    /// A transition; an index into [`super::lexicon::transition_name`].
    Transition(usize),
    /// What a picture looks like.
    Look(Look),
    /// A colour of a picture that can be more or less.
    Tone(Tone),
    /// Which way something is turned.
    Turning(Turning),
    /// From how near a picture is seen.
    Closeness(Closeness),
    /// How many lines the picture has.
    Resolution(u32),
    /// A move of the camera over a picture.
    Camera(Camera),
    /// A colour, of words.
    Colour(Colour),
    /// How letters look.
    Lettering(Lettering),
    /// How words come and go.
    Moving(Moving),
    /// Larger or smaller.
    Sizing(Sizing),
    /// How a picture meets a canvas of another shape.
    Fit(Fitting),
    /// A part of something that lasts, or its middle.
    Portion(Portion),
    /// Longer or shorter than now.
    Stretch(Stretch),
    /// In which order.
    Sorting(Sorting),
    /// How long pieces are, where no length is said.
    Tempo(Tempo),
    /// How fast, as so many times its own speed.
    Pace(Pace),
    /// What somebody wants to know.
    Question(Question),
    /// Something an editor can be asked for that cannot be done here.
    Beyond(Beyond),
    /// Parts one clause or list item from the next.
    Break,
    /// Says nothing.
    Filler,
}

macro_rules! keys {
    ($(#[$meta:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$inner])* $variant),* }
    };
}

keys!(
    /// Something to do.
    Verb {
        Make, Join, Add, Remove, Change, Trim, Keep, Swap, Move, Use, Show, Mute, Fade, Undo, Redo,
        Split, Duplicate, Turn, Restart, Rotate, Crop, Duck, Level, Detach, Freeze,
        /// To run backwards.
        Reverse,
    }
);

keys!(
    /// Something to do it to.
    Noun {
        /// A film as a whole.
        Film,
        /// A film of a sort whose word can be its title.
        Promo,
        /// A piece of the film.
        Clip,
        /// A piece that moves, or a file of it.
        Footage,
        Picture,
        File,
        Title,
        Caption,
        Heading,
        Text,
        Music,
        Sound,
        Volume,
        Transition,
        FadeIn,
        FadeOut,
        FadeBoth,
        Canvas,
        Size,
        Colour,
        Beat,
        /// A picture of one colour.
        Card,
        /// A picture of two.
        Gradient,
        /// The same, and it moves.
        Animated,
        /// How fast music goes, and its unit.
        Tempo,
        Inset,
        Opacity,
        Transparency,
        FirstFrame,
        LastFrame,
        Resolution,
        Rate,
        /// What is seen around a picture.
        Backdrop,
        /// A file of words with their times.
        SubtitleFile,
        /// A corner of the picture, and not said which.
        Corner,
        /// What was done to the look of a picture, as a whole.
        Effects,
    }
);

keys!(
    /// How words hang together.
    Link {
        To, From, At, For, Off, By, With, Without, Of, Before, After, Between, Over, As,
        /// `saying`: what follows is to be shown.
        Saying,
        /// `the`, and pointing words of the same use.
        The,
        /// `a`, and counting words of the same use.
        A,
        It, These, All, Each,
        /// `前` before a number or a time.
        Lead,
        /// `后` before a number or a time.
        Rear,
        Only, Not, Order, Long, Position, Times, Again, Whole,
        /// `all but`: what follows is left out.
        Except,
        /// `untouched`, `别动`: what is named is to stay.
        AsItIs,
        /// What stands behind it is no more wanted.
        Instead,
        /// What comes before the moment when something goes.
        Gone,
        /// `the rest`: all but what was just named.
        Rest,
        /// `the other one`: the only one that was not just named.
        TheOther,
        /// `every other`.
        Alternate,
        Odd, Even,
        /// `start with`: what follows comes first.
        FirstComes,
        LastComes,
        /// The moment before it is one of the song, and not of the film.
        Inside,
    }
);

keys!(
    /// Where something begins or stops.
    Edge { Start, End }
);

keys!(
    /// How much, without a number.
    Degree { Quieter, Louder, Bit, Half, Double, AtHalf, Full, More, Less, Much }
);

keys!(
    /// What a picture looks like.
    Look {
        BlackAndWhite, Sepia, Blur, Sharpen, Vignette, Negative, Mirror, UpsideDown,
        /// In its own colours: without what takes them away.
        InColour,
    }
);

impl Look {
    /// The name that drafts give to the effect.
    pub const fn effect(self) -> &'static str {
        match self {
            Self::BlackAndWhite | Self::InColour => "grayscale",
            Self::Sepia => "sepia",
            Self::Blur => "blur",
            Self::Sharpen => "sharpen",
            Self::Vignette => "vignette",
            Self::Negative => "negative",
            Self::Mirror => "mirror",
            Self::UpsideDown => "flip vertical",
        }
    }
}

keys!(
    /// A colour of a picture that can be more or less, or the word for one way.
    Tone {
        Brightness, Brighter, Darker, Contrast, Saturation, Vivid, Dull, Warmth, Warmer, Cooler,
    }
);

impl Tone {
    /// The name that drafts give to the effect.
    pub const fn effect(self) -> &'static str {
        match self {
            Self::Brightness | Self::Brighter | Self::Darker => Fx::BRIGHTNESS,
            Self::Contrast => Fx::CONTRAST,
            Self::Saturation | Self::Vivid | Self::Dull => Fx::SATURATION,
            Self::Warmth | Self::Warmer | Self::Cooler => Fx::WARMTH,
        }
    }

    /// Which way the word goes by itself: more, less, or not said.
    pub const fn way(self) -> i32 {
        match self {
            Self::Brighter | Self::Vivid | Self::Warmer => 1,
            Self::Darker | Self::Dull | Self::Cooler => -1,
            Self::Brightness | Self::Contrast | Self::Saturation | Self::Warmth => 0,
        }
    }
}

keys!(
    /// How letters look.
    Lettering { Bold, Regular, Italic, Outline, Shadow, Plate }
);

keys!(
    /// How words come and go.
    Moving {
        In, FromLeft, FromRight, FromTop, FromBottom, Pop, Typewriter, Out, ToLeft, ToRight, ToTop,
        ToBottom, PopOut, Cut, Animation,
    }
);

keys!(
    /// Larger or smaller.
    Sizing {
        Bigger, Smaller, Small, Large,
        /// So many times as large as now.
        TwiceAsBig, ThreeTimesAsBig, HalfAsBig, ThirdSmaller,
        /// As large as it is by itself.
        Usual,
    }
);

keys!(
    /// Which way something is turned.
    Turning { Clockwise, Counterclockwise, Around }
);

impl Sizing {
    /// So many times as large as now, where the word says that.
    pub const fn times(self) -> Option<f64> {
        match self {
            Self::TwiceAsBig => Some(2.0),
            Self::ThreeTimesAsBig => Some(3.0),
            Self::HalfAsBig => Some(0.5),
            Self::ThirdSmaller => Some(2.0 / 3.0),
            Self::Bigger | Self::Smaller | Self::Small | Self::Large | Self::Usual => None,
        }
    }
}

/// A move of the camera over a picture, by the name that drafts give to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Camera {
    #[serde(rename = "zoom in")]
    ZoomIn,
    #[serde(rename = "zoom out")]
    ZoomOut,
    #[serde(rename = "pan left")]
    PanLeft,
    #[serde(rename = "pan right")]
    PanRight,
    #[serde(rename = "pan up")]
    PanUp,
    #[serde(rename = "pan down")]
    PanDown,
}

impl Camera {
    /// The name that drafts give to the effect.
    pub const fn effect(self) -> &'static str {
        match self {
            Self::ZoomIn => "zoom in",
            Self::ZoomOut => "zoom out",
            Self::PanLeft => "pan left",
            Self::PanRight => "pan right",
            Self::PanUp => "pan up",
            Self::PanDown => "pan down",
        }
    }
}

keys!(
    /// From how near a picture is seen.
    Closeness { Nearer, Farther }
);

keys!(
    /// How a picture meets a canvas of another shape.
    Fitting { Bars, WhiteBars, Fill, Blurred }
);

keys!(
    /// How fast, without a number beside it.
    Pace { Quarter, Half, Usual, OneAndAHalf, Twice, Three, Four }
);

impl Pace {
    /// So many times the source's own speed.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Quarter => 0.25,
            Self::Half => 0.5,
            Self::Usual => 1.0,
            Self::OneAndAHalf => 1.5,
            Self::Twice => 2.0,
            Self::Three => 3.0,
            Self::Four => 4.0,
        }
    }
}

keys!(
    /// Longer or shorter than now.
    Stretch { Longer, Shorter, HalfAsLong, TwiceAsLong,
        /// All as long as each other.
        Evenly,
    }
);

keys!(
    /// In which order.
    Sorting {
        Name, Date, Shuffled, Reversed,
        /// The last to come first.
        Backwards,
    }
);

keys!(
    /// How long pieces are, where no length is said.
    Tempo { Fast, Slow }
);

keys!(
    /// A part of something that lasts, or its middle.
    Portion {
        FirstHalf, SecondHalf, FirstThird, MiddleThird, LastThird, FirstQuarter, LastQuarter,
        /// The moment between the halves.
        Halfway,
    }
);

impl Portion {
    /// From which share of the whole to which.
    pub const fn shares(self) -> (f64, f64) {
        match self {
            Self::FirstHalf => (0.0, 0.5),
            Self::SecondHalf => (0.5, 1.0),
            Self::FirstThird => (0.0, 1.0 / 3.0),
            Self::MiddleThird => (1.0 / 3.0, 2.0 / 3.0),
            Self::LastThird => (2.0 / 3.0, 1.0),
            Self::FirstQuarter => (0.0, 0.25),
            Self::LastQuarter => (0.75, 1.0),
            Self::Halfway => (0.5, 0.5),
        }
    }
}

/// The shape of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Shape {
    /// 9:16.
    #[serde(rename = "9:16")]
    Vertical,
    /// 16:9.
    #[serde(rename = "16:9")]
    Wide,
    /// 1:1.
    #[serde(rename = "1:1")]
    Square,
    /// 4:5.
    #[serde(rename = "4:5")]
    Portrait,
}

impl Shape {
    /// Its two numbers.
    pub const fn ratio(self) -> (u32, u32) {
        match self {
            Self::Vertical => (9, 16),
            Self::Wide => (16, 9),
            Self::Square => (1, 1),
            Self::Portrait => (4, 5),
        }
    }
}

keys!(
    /// What somebody wants to know.
    Question { HowLong, WhereIs, HowLoud, HowLarge, WhatItSays, WhatIsOnIt, WhichFiles, Help, Other }
);

keys!(
    /// Something an editor can be asked for that cannot be done here.
    Beyond {
        /// Footage that nobody shot.
        Generate,
        /// Turning speech into words, or words into speech.
        Speech,
        /// Fetching from the web.
        Download,
        /// Saving the film, which is asked of the program itself.
        Export,
        /// Everything else.
        Other,
    }
);
