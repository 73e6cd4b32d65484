//! Pictures otherwise by an amount: brighter, more contrast, turned, nearer, cut to a shape.

use super::super::words::{
    Closeness, Degree, LISTS, Link, Look, Meaning, Noun, Pace, Sense, Tone, Turning, Verb,
};
use super::bag::Bag;
use super::look::canvas_of;
use super::text::names_words;
use super::treat::{PLAIN, subject};
use super::{Reference, Request};

/// Pictures otherwise, by an amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjust {
    /// Which pieces; all of them if none are named.
    pub of: Vec<Reference>,
    /// What about them.
    pub what: Adjustment,
    /// How much.
    pub amount: Amount,
}

/// What can be more or less about a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adjustment {
    /// A colour, by the name of its effect.
    Tone(&'static str),
    /// The strength of an effect.
    Strength(&'static str),
    /// Turned, in degrees clockwise.
    Turn,
    /// Larger, in percent.
    Zoom,
    /// Cut to a shape; `None` where only the cutting is spoken of.
    Crop(Option<(u32, u32)>),
}

/// How much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// So much more than now.
    By(i32),
    /// Exactly so much.
    To(i32),
    /// As if it had never been.
    Off,
}

/// What a bare comparative means, in percent; a bit is half of it, much is twice.
pub(super) const STEP: i32 = 20;

/// Reads a clause about how much there is of something in the picture.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    if names_words(bag) || is_about_other_things(bag) {
        return None;
    }
    tones(bag)
        .or_else(|| strength(bag))
        .or_else(|| turn(bag))
        .or_else(|| crop(bag))
        .or_else(|| zoom(bag))
}

/// Whether a clause speaks of any of this.
pub fn is_about(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| {
        matches!(
            bag.sense(place),
            Some(
                Sense::Tone(_)
                    | Sense::Closeness(_)
                    | Sense::Look(_)
                    | Sense::Verb(Verb::Rotate | Verb::Crop)
            )
        )
    })
}

fn is_about_other_things(bag: &Bag) -> bool {
    bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Time(_)
                | Meaning::Range(..)
                | Meaning::Head(_)
                | Meaning::Tail(_)
                | Meaning::Known(
                    Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume | Noun::Transition)
                        | Sense::Transition(_)
                )
        )
    })
}

/// Brightness and its like. One share is meant for all of them.
fn tones(bag: &mut Bag) -> Option<Vec<Request>> {
    let mut tones: Vec<Tone> = Vec::new();
    while let Some(tone) = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Tone(tone)) => Some(*tone),
        _ => None,
    }) {
        // "Too dark, brighten it" asks for light once.
        if tones.iter().all(|known| known.effect() != tone.effect()) {
            tones.push(tone);
        }
    }
    if tones.is_empty() || !verbs_fit(bag) {
        return None;
    }
    take_even(bag);
    let said = Said::take(bag);
    let of = pieces(bag)?;
    let requests = tones.iter().map(|tone| {
        let amount = said.amount(tone.way())?;
        let what = Adjustment::Tone(tone.effect());
        Some(Request::Adjust(Adjust { of: of.clone(), what, amount }))
    });
    requests.collect()
}

/// `even brighter` is no more than brighter; elsewhere it is every other piece.
fn take_even(bag: &mut Bag) {
    for place in 0..bag.len() {
        let before_tone = bag.after(place).and_then(|after| bag.sense(after));
        if bag.text(place).eq_ignore_ascii_case("even")
            && matches!(before_tone, Some(Sense::Tone(_) | Sense::Degree(_)))
        {
            bag.use_at(place);
        }
    }
}

/// The pieces meant; `画面` is the picture of all of them.
fn pieces(bag: &mut Bag) -> Option<Vec<Reference>> {
    bag.take_noun(Noun::Canvas);
    bag.take_link(Link::Each);
    subject(bag)
}

/// `Reduce` is a verb that trims elsewhere.
fn verbs_fit(bag: &Bag) -> bool {
    let fits = |place: usize| match bag.sense(place) {
        Some(Sense::Verb(Verb::Trim)) => reduces(bag.text(place)),
        // "亮度提到25".
        Some(Sense::Verb(Verb::Move)) if LISTS.grows_louder.has(bag.text(place)) => true,
        Some(Sense::Verb(verb)) => PLAIN.contains(&verb),
        _ => true,
    };
    (0..bag.len()).all(fits)
}

fn reduces(verb: &str) -> bool {
    ["reduce", "cut down"].iter().any(|word| verb.eq_ignore_ascii_case(word))
}

/// What a clause says about an amount.
struct Said {
    off: bool,
    /// More or less, as the words beside the thing have it; 0 where they do not say.
    way: i32,
    step: i32,
    half: bool,
    percent: Option<i32>,
    /// Whether the share is what it is to come to.
    absolute: bool,
    /// Whether it is by how much.
    by: bool,
    /// Whether the share is a bare number, as a slider has it: `contrast 40`.
    bare: bool,
}

impl Said {
    fn take(bag: &mut Bag) -> Self {
        let says = |bag: &Bag, words: &[&str]| {
            (0..bag.len())
                .any(|place| words.iter().any(|word| bag.text(place).eq_ignore_ascii_case(word)))
        };
        let off = bag.has_verb(Verb::Remove)
            | bag.take_link(Link::Without)
            | bag.take_link(Link::Off)
            | says(bag, &["reset", "重置"]);
        let mut degrees: Vec<Degree> = Vec::new();
        while let Some(degree) = bag.take(|meaning| match meaning {
            Meaning::Known(Sense::Degree(degree)) => Some(*degree),
            _ => None,
        }) {
            degrees.push(degree);
        }
        let has = |degree| degrees.contains(&degree);
        let up = has(Degree::More) || has(Degree::Louder) || says(bag, &["up"]);
        let down = has(Degree::Less)
            || has(Degree::Quieter)
            || (0..bag.len()).any(|place| reduces(bag.text(place)));
        let little = has(Degree::Bit) || says(bag, &["一点", "一些", "点", "些"]);
        let percent = bag.take_at(|meaning| match meaning {
            Meaning::Percent(percent) => Some(whole(*percent)),
            _ => None,
        });
        let bare = percent.is_none();
        let share = percent.or_else(|| take_bare_share(bag));
        let before = share.and_then(|(place, _)| bag.before(place));
        let way = way_of(bag, share.map(|(place, _)| place), up, down);
        let by = before.is_some_and(|before| bag.sense(before) == Some(Sense::Link(Link::By)));
        Self {
            by,
            bare,
            off,
            way,
            step: if has(Degree::Much) {
                2 * STEP
            } else if little {
                STEP / 2
            } else {
                STEP
            },
            half: has(Degree::Half),
            percent: share.map(|(_, percent)| percent),
            absolute: before.is_some_and(|before| {
                bag.sense(before) == Some(Sense::Link(Link::To)) || ends_in_to(bag.text(before))
            }),
        }
    }

    /// The amount of something whose word goes a way by itself.
    fn amount(&self, way: i32) -> Option<Amount> {
        let way = match (way, self.way) {
            (0, said) => said,
            (own, 0) => own,
            (own, said) => own * said,
        };
        match self.percent {
            // "黑白去掉，亮度+25" takes another thing off.
            _ if self.off => self.percent.is_none().then_some(Amount::Off),
            // "Change the contrast by 15%", "contrast 40": more, where no way is said.
            Some(percent) if (self.by || (self.bare && !self.absolute)) && way == 0 => {
                Some(Amount::By(percent))
            }
            // "亮度10%" may be so much more as well.
            Some(percent) if !self.absolute && way == 0 && percent < 30 => None,
            // "Crank the saturation up to 40": nobody gets more by having less than there is.
            Some(percent) if self.absolute && way > 0 && percent < 100 => Some(Amount::By(percent)),
            Some(percent) if self.absolute || way == 0 => Some(Amount::To(percent - 100)),
            Some(percent) => Some(Amount::By(way * percent)),
            None if self.half => Some(Amount::To(-50)),
            None if way == 0 => None,
            None => Some(Amount::By(way * self.step)),
        }
    }
}

/// `brightness up by 20`, `亮度加15`: a bare number of something that is counted in hundredths.
fn take_bare_share(bag: &mut Bag) -> Option<(usize, i32)> {
    let counts = |place: &usize| {
        bag.is_free(*place)
            && matches!(bag.meaning(*place), Some(Meaning::Number(number)) if *number >= 1.0)
            && (bag.before(*place).is_some_and(|before| {
                matches!(bag.sense(before), Some(Sense::Link(Link::By | Link::To)))
                    || ["+", "-"].contains(&bag.text(before))
            }) || is_so_much(bag, *place)
                || (way_before(bag, *place).is_some() && ends_behind(bag, *place)))
    };
    let place = (0..bag.len()).find(counts)?;
    let Some(Meaning::Number(number)) = bag.meaning(place).cloned() else { return None };
    bag.use_at(place);
    if let Some(way) = way_before(bag, place) {
        bag.use_at(way);
    }
    Some((place, whole(number)))
}

/// `lake warmer 15`, `海边调暖15`, `brightness up 30 on that one`: of a piece that is named beside it, and so is no piece itself.
fn is_so_much(bag: &Bag, place: usize) -> bool {
    const LEAST: f64 = 5.0;
    let enough = matches!(bag.meaning(place), Some(Meaning::Number(number)) if *number >= LEAST);
    let toned = bag.before(place).is_some_and(|before| {
        matches!(
            bag.sense(before),
            Some(Sense::Tone(_) | Sense::Degree(Degree::Louder | Degree::Quieter))
        )
    });
    let another = bag.after(place).is_some_and(|next| {
        matches!(bag.meaning(next), Some(Meaning::Number(_) | Meaning::File(..)))
    });
    let named = bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Known(Sense::Link(Link::It))
        )
    });
    // "大门亮度加30，色调再暖20": Chinese has no number of a piece there.
    let setting = (0..place).any(|at| LISTS.settings_of_light.has(bag.text(at)));
    let chinese = (bag.has_verb(Verb::Add) || setting)
        && bag.before(place).is_some_and(|before| !bag.text(before).is_ascii());
    enough && toned && !another && (named || chinese)
}

/// More or less, as the words beside a setting have it, or the one before its number; 0 where none does.
fn way_of(bag: &Bag, number: Option<usize>, up: bool, down: bool) -> i32 {
    let told = number.and_then(|number| way_before(bag, number)).map_or("", |way| bag.text(way));
    match (up, down) {
        (true, false) => 1,
        (false, true) => -1,
        _ if LISTS.grows_quieter.has(told) => -1,
        _ if LISTS.grows_louder.has(told) || bag.has_verb(Verb::Add) => 1,
        _ => 0,
    }
}

/// The word that goes a way right before a number, even one that says nothing elsewhere.
fn way_before(bag: &Bag, number: usize) -> Option<usize> {
    let near = [number.checked_sub(1), bag.before(number)];
    near.into_iter().flatten().find(|before| goes_a_way(bag, *before))
}

/// `up`, `加`, `调低`: more or less, by what stands behind it.
fn goes_a_way(bag: &Bag, place: usize) -> bool {
    let degree = matches!(
        bag.sense(place),
        Some(Sense::Degree(Degree::More | Degree::Less | Degree::Louder | Degree::Quieter))
    );
    let text = bag.text(place).to_lowercase();
    let last = text.rsplit(' ').next().unwrap_or(&text);
    degree || LISTS.grows_louder.has(last) || LISTS.grows_quieter.has(last)
}

/// Not `15 of them`: with a number the clause ends.
fn ends_behind(bag: &Bag, number: usize) -> bool {
    bag.text(number).ends_with(|letter: char| letter.is_ascii_digit())
        && bag.after(number).is_none_or(|next| bag.sense(next) == Some(Sense::Break))
}

/// `调到`, `设为`: the verb has the word in it.
fn ends_in_to(verb: &str) -> bool {
    verb.ends_with(['到', '至', '为', '成'])
}

#[expect(clippy::cast_possible_truncation, reason = "clamped just before")]
fn whole(number: f64) -> i32 {
    number.round().clamp(-10_000.0, 10_000.0) as i32
}

/// A look whose strength is spoken of: `a bit of blur`, `a stronger vignette`.
fn strength(bag: &mut Bag) -> Option<Vec<Request>> {
    let look = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Look(look @ (Look::Blur | Look::Sharpen | Look::Vignette))) => {
            Some(*look)
        }
        _ => None,
    })?;
    let speaks = bag
        .has(|meaning| matches!(meaning, Meaning::Percent(_) | Meaning::Known(Sense::Degree(_))));
    if !speaks || !verbs_fit(bag) {
        return None;
    }
    let compares =
        bag.has_sense(Sense::Degree(Degree::More)) || bag.has_sense(Sense::Degree(Degree::Less));
    let said = Said::take(bag);
    let amount = match (said.percent, compares) {
        _ if said.off => Amount::Off,
        (Some(percent), _) => Amount::To(percent),
        (None, true) => Amount::By(said.way * said.step),
        (None, false) => Amount::To(match said.step {
            STEP => 50,
            step if step < STEP => 25,
            _ => 80,
        }),
    };
    let of = pieces(bag)?;
    let what = Adjustment::Strength(look.effect());
    Some(vec![Request::Adjust(Adjust { of, what, amount })])
}

/// A quarter to the right unless something else is said.
fn turn(bag: &mut Bag) -> Option<Vec<Request>> {
    if !(bag.take_verb(Verb::Rotate) | says_to_turn(bag)) || !bag.only_verbs(&PLAIN) {
        return None;
    }
    let off = bag.has_verb(Verb::Remove);
    let mut turning = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Turning(turning)) => Some(*turning),
        _ => None,
    });
    for place in 0..bag.len() {
        let side = match bag.text(place).to_lowercase().as_str() {
            "left" => Turning::Counterclockwise,
            "right" => Turning::Clockwise,
            _ => continue,
        };
        bag.use_at(place);
        turning = turning.or(Some(side));
    }
    let degrees = bag.take(|meaning| match meaning {
        Meaning::Degrees(degrees) => Some(whole(*degrees)),
        Meaning::Number(number) if number % 90.0 == 0.0 => Some(whole(*number)),
        _ => None,
    });
    let way = if turning == Some(Turning::Counterclockwise) { -1 } else { 1 };
    let usual = if turning == Some(Turning::Around) { 180 } else { 90 };
    let amount = if off { Amount::Off } else { Amount::By(way * degrees.unwrap_or(usual)) };
    let of = pieces(bag)?;
    Some(vec![Request::Adjust(Adjust { of, what: Adjustment::Turn, amount })])
}

/// `向左转`, `转90度`, `turn clip 2 90 degrees`: an angle or a way round is enough of a verb.
fn says_to_turn(bag: &Bag) -> bool {
    let turns = (0..bag.len()).any(|place| match bag.sense(place) {
        Some(Sense::Turning(_)) => bag.text(place).ends_with('转'),
        Some(Sense::Verb(Verb::Make)) => ["turn", "转"].contains(&bag.text(place)),
        _ => false,
    });
    turns
        && bag.has(|meaning| {
            matches!(meaning, Meaning::Degrees(_) | Meaning::Known(Sense::Turning(_)))
        })
}

/// Cutting the film to a shape is another canvas; cutting a piece is the piece's.
fn crop(bag: &mut Bag) -> Option<Vec<Request>> {
    if !bag.take_verb(Verb::Crop) || !bag.only_verbs(&PLAIN) {
        return None;
    }
    let off = bag.has_verb(Verb::Remove) | bag.take_link(Link::Without);
    let shape = bag.take(|meaning| match meaning {
        Meaning::Ratio(width, height) => Some((*width, *height)),
        Meaning::Known(Sense::Shape(shape)) => Some(shape.ratio()),
        _ => None,
    });
    // "Square for Instagram": the shape that is named goes before a platform's own.
    if shape.is_some() {
        bag.take(|meaning| matches!(meaning, Meaning::Known(Sense::Platform(_))).then_some(()));
    }
    let of = pieces(bag)?;
    let amount = match shape {
        _ if off => Amount::Off,
        Some((width, height)) if of.is_empty() => {
            return Some(vec![Request::Canvas(canvas_of(width, height))]);
        }
        Some(_) => Amount::To(0),
        None => return None,
    };
    Some(vec![Request::Adjust(Adjust { of, what: Adjustment::Crop(shape), amount })])
}

/// From nearer, as long as the piece is seen.
fn zoom(bag: &mut Bag) -> Option<Vec<Request>> {
    let closeness = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Closeness(closeness)) => Some(*closeness),
        _ => None,
    })?;
    if !bag.only_verbs(&PLAIN) {
        return None;
    }
    let way = if closeness == Closeness::Nearer { 1 } else { -1 };
    let factor = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Pace(pace)) if *pace > Pace::Usual => {
            Some(whole(pace.factor() * 100.0))
        }
        _ => None,
    });
    let said = Said::take(bag);
    let amount = match (factor, said.percent) {
        _ if said.off => Amount::Off,
        (Some(factor), _) => Amount::To(factor),
        (None, Some(percent)) if said.absolute || percent > 100 => Amount::To(percent),
        (None, Some(percent)) => Amount::By(way * percent),
        (None, None) => Amount::By(way * said.step * 3 / 2),
    };
    let of = pieces(bag)?;
    Some(vec![Request::Adjust(Adjust { of, what: Adjustment::Zoom, amount })])
}
