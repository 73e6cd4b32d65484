//! How fast music goes: `the music at 90 bpm`, `slower music`, `音乐每分钟90拍`, `音乐慢一点`.

use super::super::words::{Degree, Meaning, Noun, Pace, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::text::names_words;
use super::treat::PLAIN;
use super::{Request, TempoWish};

/// Reads a clause about the pace of the music there is.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let other = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::File(..)
                | Meaning::Percent(_)
                | Meaning::Decibels(_)
                | Meaning::Time(_)
                | Meaning::Known(Sense::Mood(_) | Sense::Noun(Noun::Volume))
        )
    };
    let names = bag.has_noun(Noun::Music) || bag.has_noun(Noun::Tempo);
    let only = bag.verbs().iter().all(|verb| *verb == Verb::Join || PLAIN.contains(verb));
    let adds = bag.has_verb(Verb::Add) || bag.has_verb(Verb::Remove);
    if !names || !only || adds || names_words(bag) || bag.has(other) {
        return None;
    }
    let mut trial = bag.clone();
    let wish = match take_beats(&mut trial) {
        Some(beats) => TempoWish::Beats(beats),
        None => TempoWish::Times(take_pace(&mut trial)?),
    };
    trial.take_noun(Noun::Music);
    trial.take_noun(Noun::Tempo);
    trial.take_verbs();
    take_film(&mut trial);
    *bag = trial;
    Some(vec![Request::MusicTempo(wish)])
}

/// `90 bpm`, `a tempo of 90`, `每分钟90拍`.
pub fn take_beats(bag: &mut Bag) -> Option<u32> {
    let named = bag.find(|meaning| *meaning == Meaning::Known(Sense::Noun(Noun::Tempo)))?;
    let number = |meaning: &Meaning| match meaning {
        Meaning::Number(number) if (1.0..=1000.0).contains(number) => Some(*number),
        _ => None,
    };
    // The number beside the word, else the only one.
    let beside = named.saturating_sub(1)..(named + 2).min(bag.len());
    let beats = bag.take_in(&beside, number).or_else(|| bag.take(number))?;
    bag.take_noun(Noun::Tempo);
    if let Some(unit) = (0..bag.len()).find(|place| bag.is_free(*place) && bag.text(*place) == "拍")
    {
        bag.use_at(unit);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "up to 1000")]
    let beats = beats.round() as u32;
    Some(beats)
}

/// A fifth slower or faster; a bit is a tenth.
fn take_pace(bag: &mut Bag) -> Option<f64> {
    let slower = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Pace(Pace::Half)) => Some(true),
        Meaning::Known(Sense::Pace(Pace::Twice)) => Some(false),
        _ => None,
    })?;
    let bit = bag.take_sense(Sense::Degree(Degree::Bit));
    let much = bag.take_sense(Sense::Degree(Degree::Much));
    Some(match (slower, bit, much) {
        (true, _, true) => 0.67,
        (false, _, true) => 1.5,
        (true, true, _) => 0.9,
        (false, true, _) => 1.1,
        (true, ..) => 0.8,
        (false, ..) => 1.2,
    })
}
