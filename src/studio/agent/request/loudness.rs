//! Loudness beyond one piece's own: decibels, ducking, the whole, whole tracks, sound on its own track.

use super::super::words::{Degree, LISTS, Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::level::{says_to, take_degree, take_level};
use super::reference::references;
use super::text::names_words;
use super::{Level, Request};

/// How far music goes down under speech, in decibels, where nothing is said.
const USUAL_DUCKING: f64 = 12.0;

/// What platforms play films at, in LUFS.
const USUAL_LOUDNESS: f64 = -14.0;

/// Reads a clause about loudness as a whole.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    if names_words(bag) {
        return None;
    }
    duck(bag).or_else(|| level(bag)).or_else(|| detach(bag)).or_else(|| track(bag))
}

/// `-12 dB`, `by 6 dB`, `3 dB louder`. A way or `by` makes it a change from now; below nothing and
/// without a way it is where the level is to be.
pub fn take_decibels(bag: &mut Bag) -> Option<Level> {
    let decibels = bag.take(|meaning| match meaning {
        Meaning::Decibels(decibels) => Some(*decibels),
        _ => None,
    })?;
    let reduces = bag.has_verb(Verb::Trim);
    let by = bag.take_link(Link::By);
    let to = says_to(bag) && !by;
    let (degree, _) = take_degree(bag);
    let way = match degree {
        Some(Degree::Quieter) => -1.0,
        Some(Degree::Louder) => 1.0,
        _ if reduces => -1.0,
        _ => 0.0,
    };
    let factor = |decibels: f64| 10_f64.powf(decibels / 20.0);
    // "Music -6dB" is against now; "music at -6dB" is what it says.
    let set = bag.has_link(Link::At) || !bag.verbs().is_empty();
    Some(if to || (way == 0.0 && !by && decibels < 0.0 && set) {
        Level::To(factor(decibels))
    } else if way == 0.0 {
        Level::Times(factor(decibels))
    } else {
        Level::Times(factor(way * decibels.abs()))
    })
}

/// `music quieter when people talk`: under speech, and not throughout.
fn goes_under_speech(bag: &Bag) -> Option<usize> {
    let speech = |place: usize| {
        let text = bag.text(place).to_lowercase();
        bag.sense(place) == Some(Sense::Link(Link::Over)) && LISTS.somebody_talks.is_within(&text)
    };
    let place = (0..bag.len()).find(|place| speech(*place))?;
    let lowers = bag.has_sense(Sense::Degree(Degree::Quieter)) || bag.has_verb(Verb::Trim);
    let exact = bag.has(|meaning| matches!(meaning, Meaning::Percent(_)));
    (lowers && !exact && bag.has_noun(Noun::Music)).then_some(place)
}

fn duck(bag: &mut Bag) -> Option<Vec<Request>> {
    let said = bag
        .find(|meaning| *meaning == Meaning::Known(Sense::Verb(Verb::Duck)))
        .or_else(|| goes_under_speech(bag))?;
    bag.take_sense(Sense::Degree(Degree::Quieter));
    bag.take_verb(Verb::Duck);
    let off = forbids(bag.text(said))
        | bag.take_verb(Verb::Remove)
        | bag.take_link(Link::Without)
        | bag.take_link(Link::Off);
    let by = bag.take(|meaning| match meaning {
        Meaning::Decibels(decibels) => Some(decibels.abs()),
        _ => None,
    });
    let usual = if bag.take_sense(Sense::Degree(Degree::Bit)) {
        USUAL_DUCKING / 2.0
    } else if bag.take_sense(Sense::Degree(Degree::Much)) {
        USUAL_DUCKING * 1.5
    } else {
        USUAL_DUCKING
    };
    bag.take_noun(Noun::Music);
    bag.take_noun(Noun::Volume);
    bag.take_noun(Noun::Sound);
    bag.take_noun(Noun::Clip);
    bag.take_noun(Noun::Footage);
    bag.take_verbs();
    take_film(bag);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let by = by.unwrap_or(usual).round().clamp(1.0, 60.0) as u32;
    Some(vec![Request::Duck((!off).then_some(by))])
}

/// `don't duck`, `stop ducking`: the phrase has the word in it.
fn forbids(phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    LISTS.forbids.starts(&phrase)
}

fn level(bag: &mut Bag) -> Option<Vec<Request>> {
    let target = bag.take(|meaning| match meaning {
        Meaning::Loudness(target) => Some(-target.abs()),
        _ => None,
    });
    if !bag.take_verb(Verb::Level) && target.is_none() {
        return None;
    }
    let off = bag.has_verb(Verb::Remove) | bag.take_link(Link::Without);
    if !bag.only_verbs(&[Verb::Make, Verb::Change, Verb::Add, Verb::Use, Verb::Remove]) {
        return None;
    }
    bag.take_verbs();
    for noun in [Noun::Sound, Noun::Volume] {
        bag.take_noun(noun);
    }
    take_film(bag);
    bag.take_link(Link::All);
    let target = target.unwrap_or(USUAL_LOUDNESS).clamp(-40.0, -5.0);
    Some(vec![Request::Loudness((!off).then_some(target))])
}

fn detach(bag: &mut Bag) -> Option<Vec<Request>> {
    if !bag.take_verb(Verb::Detach) || !bag.take_noun(Noun::Sound) {
        return None;
    }
    if !bag.only_verbs(&[Verb::Make, Verb::Move, Verb::Change]) {
        return None;
    }
    bag.take_verbs();
    take_film(bag);
    Some(vec![Request::Detach(references(bag))])
}

/// `A1 to 50%`, `lower track A2 by 6 dB`.
fn track(bag: &mut Bag) -> Option<Vec<Request>> {
    let place = (0..bag.len())
        .find(|place| bag.is_free(*place) && is_label(without_noun(bag.text(*place))))?;
    let label = without_noun(bag.text(place)).to_uppercase();
    bag.use_at(place);
    for word in 0..bag.len() {
        if LISTS.tracks.has(bag.text(word)) {
            bag.use_at(word);
        }
    }
    let mutes = bag.has_verb(Verb::Mute);
    let level = if mutes { Some(Level::To(0.0)) } else { take_level(bag) }?;
    if !bag.only_verbs(&[Verb::Change, Verb::Make, Verb::Trim, Verb::Mute, Verb::Move]) {
        return None;
    }
    bag.take_verbs();
    bag.take_noun(Noun::Volume);
    bag.take_noun(Noun::Sound);
    Some(vec![Request::TrackVolume { label, level }])
}

/// Chinese words touch: `A1轨道` is one.
fn without_noun(word: &str) -> &str {
    word.trim_end_matches("轨道").trim_end_matches('轨')
}

fn is_label(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    let digits = letters.as_str();
    matches!(first, Some('a' | 'v'))
        && (1..=2).contains(&digits.len())
        && digits.chars().all(|digit| digit.is_ascii_digit())
}
