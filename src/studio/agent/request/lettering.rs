//! How words are to look, come and go: size, colour, weight, backing, animation.

use std::ops::Range;

use super::super::words::{
    Closeness, Degree, Lettering, Link, Meaning, Moving, Noun, Sense, Sizing, Turn, Verb,
};
use super::Sides;
use super::bag::Bag;
use super::inset::is_goal;
use super::look::take_sides;
use super::sound::negated;
use crate::draft::{Backing, Colour, Millis, TextMove, TextWeight};

/// What becomes of the look of words; what is not said stays.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Dress {
    /// How large.
    pub size: Option<Size>,
    /// Of the letters; white is none.
    pub colour: Option<Option<Colour>>,
    /// How strong the letters are.
    pub weight: Option<TextWeight>,
    /// Whether they lean.
    pub italic: Option<bool>,
    /// What sets them off.
    pub backing: Option<Backing>,
    /// Of what sets them off.
    pub backing_colour: Option<Colour>,
    /// How they come.
    pub entrance: Option<TextMove>,
    /// How they go.
    pub exit: Option<TextMove>,
    /// How long they take to come.
    pub coming: Option<Millis>,
    /// How long they take to go.
    pub going: Option<Millis>,
}

/// How large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Size {
    /// So many times as large as now.
    Times(f64),
    /// So many percent of what is usual.
    To(f64),
    /// Letters of so many pixels.
    Pixels(f64),
}

impl Dress {
    /// Whether anything is said.
    pub fn says_something(&self) -> bool {
        *self != Self::default()
    }

    /// With what else is said of how words look, come and go.
    pub fn with(self, more: Self) -> Self {
        Self {
            entrance: more.entrance.or(self.entrance),
            exit: more.exit.or(self.exit),
            coming: self.coming,
            going: self.going,
            ..more
        }
    }

    /// As it is without what was named.
    fn undone(self) -> Self {
        let backing = |backing| match backing {
            Backing::Shadow | Backing::None => Backing::None,
            Backing::Outline | Backing::Plate => Backing::Shadow,
        };
        Self {
            size: self.size.map(|_| Size::To(100.0)),
            colour: self.colour.map(|_| None),
            weight: self.weight.map(|_| TextWeight::Regular),
            italic: self.italic.map(|_| false),
            backing: self.backing.map(backing),
            backing_colour: None,
            entrance: self.entrance.map(|_| TextMove::Fade),
            exit: self.exit.map(|_| TextMove::Fade),
            ..Self::default()
        }
    }
}

/// Reads every word about the look of words in a window.
pub fn dress(bag: &mut Bag, window: &Range<usize>) -> Dress {
    let mut dress = Dress::default();
    for place in window.clone() {
        if !bag.is_free(place) {
            continue;
        }
        match bag.meaning(place).cloned() {
            Some(Meaning::Known(Sense::Colour(colour))) | Some(Meaning::Colour(colour)) => {
                bag.use_at(place);
                take_colour(bag, &mut dress, place, colour);
            }
            Some(Meaning::Known(Sense::Lettering(lettering))) => {
                bag.use_at(place);
                let unwanted = negated(bag, place);
                take_lettering(&mut dress, lettering, unwanted);
            }
            Some(Meaning::Known(Sense::Moving(moving))) => {
                bag.use_at(place);
                take_moving(&mut dress, moving);
            }
            _ => {}
        }
    }
    dress.size = take_size(bag, window);
    if dress.colour.is_some() || dress.backing_colour.is_some() {
        take_nouns(bag, window, Noun::Colour);
    }
    if dress.backing == Some(Backing::Plate) {
        // "A box behind the title": where a plate lies by itself.
        bag.take_link(Link::After);
    }
    if dress.says_something() && bag.has_verb(Verb::Remove) {
        bag.take_verb(Verb::Remove);
        bag.take_link(Link::Off);
        return dress.undone();
    }
    dress
}

/// A fade that is said of words: `fade the title in over a second`.
pub fn fade(bag: &mut Bag) -> Option<Dress> {
    let Sides { rise, fall, .. } = take_sides(bag)?;
    let length = bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    });
    Some(Dress {
        entrance: rise.then_some(TextMove::Fade),
        exit: fall.then_some(TextMove::Fade),
        coming: length.filter(|_| rise),
        going: length.filter(|_| fall),
        ..Dress::default()
    })
}

/// `a red outline`: a colour just before what sets words off is the colour of that.
fn take_colour(bag: &mut Bag, dress: &mut Dress, place: usize, colour: Colour) {
    let next = bag.after(place).filter(|next| bag.is_free(*next));
    match next.and_then(|next| bag.sense(next)) {
        Some(Sense::Lettering(Lettering::Outline | Lettering::Plate | Lettering::Shadow)) => {
            dress.backing_colour = Some(colour);
        }
        Some(Sense::Noun(Noun::Backdrop)) => {
            next.into_iter().for_each(|next| bag.use_at(next));
            (dress.backing, dress.backing_colour) = (Some(Backing::Plate), Some(colour));
        }
        _ => {
            let is_usual = colour == Colour([255; 3]);
            dress.colour = Some((!is_usual).then_some(colour));
        }
    }
}

fn take_lettering(dress: &mut Dress, lettering: Lettering, unwanted: bool) {
    let mut said = Dress::default();
    match lettering {
        Lettering::Bold => said.weight = Some(TextWeight::Bold),
        Lettering::Regular => said.weight = Some(TextWeight::Regular),
        Lettering::Italic => said.italic = Some(true),
        Lettering::Outline => said.backing = Some(Backing::Outline),
        Lettering::Shadow => said.backing = Some(Backing::Shadow),
        Lettering::Plate => said.backing = Some(Backing::Plate),
    }
    let said = if unwanted { said.undone() } else { said };
    dress.weight = said.weight.or(dress.weight);
    dress.italic = said.italic.or(dress.italic);
    dress.backing = said.backing.or(dress.backing);
}

fn take_moving(dress: &mut Dress, moving: Moving) {
    let (entrance, exit) = match moving {
        // A side said by itself says more than that they slide.
        Moving::In => (dress.entrance.or(Some(TextMove::Up)), None),
        Moving::FromLeft => (Some(TextMove::Right), None),
        Moving::FromRight => (Some(TextMove::Left), None),
        Moving::FromTop => (Some(TextMove::Down), None),
        Moving::FromBottom => (Some(TextMove::Up), None),
        Moving::Pop => (Some(TextMove::Pop), None),
        Moving::Typewriter => (Some(TextMove::Typewriter), None),
        Moving::Out => (None, dress.exit.or(Some(TextMove::Down))),
        Moving::ToLeft => (None, Some(TextMove::Left)),
        Moving::ToRight => (None, Some(TextMove::Right)),
        Moving::ToTop => (None, Some(TextMove::Up)),
        Moving::ToBottom => (None, Some(TextMove::Down)),
        Moving::PopOut => (None, Some(TextMove::Pop)),
        Moving::Cut => (Some(TextMove::Cut), Some(TextMove::Cut)),
        Moving::Animation => (dress.entrance.or(Some(TextMove::Up)), None),
    };
    dress.entrance = entrance.or(dress.entrance);
    dress.exit = exit.or(dress.exit);
}

/// `60px`, `twice as big`, `big`: where the words say by themselves how large.
fn size_outright(bag: &mut Bag, window: &Range<usize>) -> Option<Size> {
    let size = bag.take_in(window, |meaning| match meaning {
        Meaning::Pixels(pixels) => Some(Size::Pixels(*pixels)),
        Meaning::Known(Sense::Sizing(Sizing::Large)) => Some(Size::Times(1.5)),
        Meaning::Known(Sense::Sizing(Sizing::Small)) => Some(Size::Times(0.7)),
        Meaning::Known(Sense::Sizing(Sizing::Usual)) => Some(Size::To(100.0)),
        Meaning::Known(Sense::Sizing(sizing)) => sizing.times().map(Size::Times),
        _ => None,
    })?;
    take_nouns(bag, window, Noun::Size);
    take_nouns(bag, window, Noun::Canvas);
    Some(size)
}

/// `bigger`, `20% smaller`, `size 150%`, `60px`, `twice as big`.
fn take_size(bag: &mut Bag, window: &Range<usize>) -> Option<Size> {
    if let Some(size) = size_outright(bag, window) {
        return Some(size);
    }
    let goal = is_goal(bag);
    let way = take_way(bag, window);
    let named = names_size(bag, window);
    // "标题小一半", "标题大一倍": the word has the way in it.
    let alone = bag.take_in(window, |meaning| match meaning {
        Meaning::Known(Sense::Degree(Degree::Double)) => Some(Size::Times(2.0)),
        Meaning::Known(Sense::Degree(Degree::Half)) if way.is_none() && !named => {
            Some(Size::Times(0.5))
        }
        _ => None,
    });
    if alone.is_some() {
        take_nouns(bag, window, Noun::Size);
        return alone;
    }
    if way.is_none() && !named {
        return None;
    }
    let size = HowMuch::take(bag, window, named).size(way, goal)?;
    take_nouns(bag, window, Noun::Size);
    take_nouns(bag, window, Noun::Canvas);
    bag.take_in(window, |meaning| {
        matches!(meaning, Meaning::Known(Sense::Link(Link::Times))).then_some(())
    });
    Some(size)
}

/// Up or down.
fn take_way(bag: &mut Bag, window: &Range<usize>) -> Option<i32> {
    bag.take_in(window, |meaning| match meaning {
        Meaning::Known(Sense::Sizing(Sizing::Bigger) | Sense::Closeness(Closeness::Nearer)) => {
            Some(1)
        }
        Meaning::Known(Sense::Sizing(Sizing::Smaller) | Sense::Closeness(Closeness::Farther)) => {
            Some(-1)
        }
        Meaning::Known(Sense::Degree(Degree::Louder)) => Some(1),
        Meaning::Known(Sense::Degree(Degree::Quieter)) => Some(-1),
        _ => None,
    })
}

fn names_size(bag: &Bag, window: &Range<usize>) -> bool {
    window.clone().any(|place| {
        matches!(bag.sense(place), Some(Sense::Noun(Noun::Size | Noun::Canvas)))
            || bag.turns(place, Turn::Sizes)
    })
}

/// By how much letters grow or shrink, or to how much.
struct HowMuch {
    degree: Option<Degree>,
    factor: Option<f64>,
    share: Option<f64>,
    pixels: Option<f64>,
}

impl HowMuch {
    /// A bare number is a size only where one is named.
    fn take(bag: &mut Bag, window: &Range<usize>, named: bool) -> Self {
        let degree = bag.take_in(window, |meaning| match meaning {
            Meaning::Known(Sense::Degree(degree @ (Degree::Bit | Degree::Much | Degree::Half))) => {
                Some(*degree)
            }
            _ => None,
        });
        let factor = bag.take_in(window, |meaning| match meaning {
            Meaning::Known(Sense::Pace(pace)) => Some(pace.factor()),
            _ => None,
        });
        let share = bag.take_in(window, |meaning| match meaning {
            Meaning::Percent(percent) => Some(*percent),
            _ => None,
        });
        let number = |meaning: &Meaning| match meaning {
            Meaning::Number(number) => Some(*number),
            _ => None,
        };
        let sized = named && share.is_none();
        let pixels = sized.then(|| bag.take_in(window, number)).flatten();
        Self { degree, factor, share, pixels }
    }

    /// The size, up or down, or as a goal.
    fn size(&self, way: Option<i32>, goal: bool) -> Option<Size> {
        let outright = self.pixels.map(Size::Pixels).or(self.factor.map(Size::Times));
        match (self.share, way, self.degree) {
            (Some(percent), ..) if goal => Some(Size::To(percent)),
            _ if outright.is_some() => outright,
            (Some(percent), Some(way), _) if percent < 100.0 || way > 0 => {
                Some(Size::Times(1.0 + f64::from(way) * percent / 100.0))
            }
            (Some(percent), ..) => Some(Size::To(percent)),
            (None, _, Some(Degree::Half)) => Some(Size::Times(0.5)),
            (None, Some(1), Some(Degree::Bit)) => Some(Size::Times(1.1)),
            (None, Some(1), Some(_)) => Some(Size::Times(1.6)),
            (None, Some(1), None) => Some(Size::Times(1.25)),
            (None, Some(_), Some(Degree::Bit)) => Some(Size::Times(0.9)),
            (None, Some(_), Some(_)) => Some(Size::Times(0.6)),
            (None, Some(_), None) => Some(Size::Times(0.8)),
            (None, None, _) => None,
        }
    }
}

fn take_nouns(bag: &mut Bag, window: &Range<usize>, noun: Noun) {
    while bag
        .take_in(window, |meaning| (*meaning == Meaning::Known(Sense::Noun(noun))).then_some(()))
        .is_some()
    {}
}
