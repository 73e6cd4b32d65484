//! How loud something is to be: a percent, decibels, a share in words, louder or quieter.

use super::super::words::{Degree, LISTS, Link, Meaning, Noun, Portion, Sense, Verb};
use super::bag::Bag;
use super::sound::is_music;
use super::{Level, loudness};

/// A percent, a number beside the word volume, or a word such as `quieter`. A share in words is one of what
/// there can be where a level is set (`set it to a third`), and of what it is now where it is turned down to
/// it; the answer says what came of it.
pub fn take_level(bag: &mut Bag) -> Option<Level> {
    let less = bag.has_verb(Verb::Trim);
    if let Some(level) = loudness::take_decibels(bag) {
        return Some(level);
    }
    let percent = bag.take_at(|meaning| match meaning {
        Meaning::Percent(percent) => Some(percent / 100.0),
        _ => None,
    });
    let bit = bag.take_sense(Sense::Degree(Degree::Bit));
    let much = bag.take_sense(Sense::Degree(Degree::Much));
    let said_to = says_to(bag);
    let is_moved = (0..bag.len())
        .any(|place| ["down to", "up to"].contains(&bag.text(place).to_lowercase().as_str()));
    let halved = bag.take_sense(Sense::Portion(Portion::Halfway));
    let (degree, bare_half) = take_degree(bag);
    let now = is_against_now(bag);
    if (said_to || is_so_many_times(bag))
        && let Some(times) = take_times(bag)
    {
        return Some(Level::Times(times));
    }
    let relative = less || is_moved || matches!(degree, Some(Degree::Quieter | Degree::Louder));
    if let Some((_, share)) = percent.filter(|_| now) {
        return Some(Level::Times(share));
    }
    if now && matches!(degree, Some(Degree::Half | Degree::AtHalf)) {
        return Some(Level::Times(0.5));
    }
    if let Some((place, share)) = percent {
        let in_words = !bag.text(place).contains('%') && !is_hundredths(bag.text(place));
        if in_words && relative && said_to {
            return Some(Level::Times(share));
        }
        // "20% quieter", "降低20%": by so much, unless it says to.
        let beside = bag.before(place).and_then(|before| bag.sense(before));
        let by = beside == Some(Sense::Link(Link::By)) && bag.take_link(Link::By)
            || (relative && !said_to);
        let down = less || degree == Some(Degree::Quieter);
        return Some(match (by, down) {
            (true, true) => Level::Times(1.0 - share),
            (true, false) => Level::Times(1.0 + share),
            (false, _) => Level::To(share),
        });
    }
    if let Some(volume) = volume_number(bag) {
        return Some(Level::To(volume));
    }
    if halved {
        return Some(Level::Times(0.5));
    }
    if degree == Some(Degree::Half) && bare_half && said_to && !less && !is_moved {
        return Some(Level::To(0.5));
    }
    degree.and_then(|degree| Level::of(degree, bit, much))
}

/// `a quarter of what it is`, `现在的四分之一`: a share of how loud it is, and not of what there can be.
fn is_against_now(bag: &Bag) -> bool {
    let share = |place: usize| {
        matches!(
            bag.meaning(place),
            Some(Meaning::Percent(_) | Meaning::Known(Sense::Degree(_) | Sense::Portion(_)))
        )
    };
    (0..bag.len()).filter(|place| LISTS.against_now.has(bag.text(*place))).any(|now| {
        if bag.text(now).is_ascii() {
            now > 0 && share(now - 1)
        } else {
            share(now + 1) || (bag.text(now + 1) == "的" && share(now + 2))
        }
    })
}

/// `原来的1.5倍`.
fn take_times(bag: &mut Bag) -> Option<f64> {
    let times = bag.take_at(|meaning| match meaning {
        Meaning::Speed(times) => Some(*times),
        Meaning::Known(Sense::Pace(pace)) => Some(pace.factor()),
        _ => None,
    });
    times.map(|(_, times)| times)
}

/// `调到现在的1.5倍`: against how loud it is.
fn is_so_many_times(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| LISTS.against_now.has(bag.text(place)))
}

fn is_hundredths(percent: &str) -> bool {
    let percent = percent.to_lowercase();
    percent.contains("percent") || percent.contains("per cent") || percent.contains("百分之")
}

pub fn says_to(bag: &Bag) -> bool {
    bag.has_link(Link::To)
        || (0..bag.len()).any(|place| {
            matches!(bag.sense(place), Some(Sense::Verb(_)))
                && bag.text(place).ends_with(['到', '至', '为', '成'])
        })
}

/// The word that says how much, and whether it is `half` without a word of up or down.
pub fn take_degree(bag: &mut Bag) -> (Option<Degree>, bool) {
    let (mut last, mut bare) = (None, true);
    while let Some((place, degree)) = bag.take_at(|meaning| match meaning {
        Meaning::Known(Sense::Degree(degree)) => Some(*degree),
        _ => None,
    }) {
        bare &= ["half", "一半"].contains(&bag.text(place).to_lowercase().as_str());
        last = match (last, degree) {
            // "turn the volume down to half": half says more than down.
            (
                Some(Degree::Half | Degree::Full | Degree::Double | Degree::AtHalf),
                Degree::Quieter | Degree::Louder,
            ) => last,
            _ => Some(degree),
        };
    }
    (last, bare)
}

/// `clip 2` is a piece, not a loudness.
fn is_of_a_piece(bag: &Bag, number: usize) -> bool {
    let kind = |place: Option<usize>| {
        place.is_some_and(|place| {
            matches!(
                bag.sense(place),
                Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage | Noun::File))
            )
        })
    };
    kind(bag.before(number)) || kind(bag.after(number))
}

/// `the song at 30`: where nothing but how loud it is can be counted.
fn music_at(bag: &Bag) -> Option<usize> {
    let music = bag.find(is_music)?;
    let to = |place: usize| matches!(bag.sense(place), Some(Sense::Link(Link::At | Link::To)));
    let number = (music..bag.len()).find(
        |place| matches!(bag.meaning(*place), Some(Meaning::Number(number)) if *number >= 1.0),
    )?;
    let ends = bag.after(number).is_none_or(|next| bag.sense(next) == Some(Sense::Break));
    (ends && bag.before(number).is_some_and(to)).then_some(music)
}

/// `volume 30` is a percent, `volume 0.3` is what it says.
fn volume_number(bag: &mut Bag) -> Option<f64> {
    let volume = bag
        .find(|meaning| *meaning == Meaning::Known(Sense::Noun(Noun::Volume)))
        .or_else(|| music_at(bag))?;
    let (place, number) =
        (volume + 1..bag.len()).filter(|place| bag.is_free(*place)).find_map(|place| match bag
            .meaning(place)
        {
            Some(Meaning::Number(number)) if !is_of_a_piece(bag, place) => Some((place, *number)),
            _ => None,
        })?;
    bag.use_at(place);
    Some(if number > 1.0 { number / 100.0 } else { number })
}
