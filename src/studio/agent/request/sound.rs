//! Music and loudness.

use super::super::words::{Degree, Link, Meaning, Noun, Sense, Turn, Verb};
use super::bag::Bag;
use super::film;
use super::level::take_level;
use super::music_tempo::take_beats;
use super::reference::references;
use super::{Level, Music, Pieces, Request, Sounding, When, Which};
use crate::api::wire::{FileType, MediaKind};
use crate::draft::Mood;

impl Level {
    /// What a word without a number means. A "bit" is about 3 dB. `Half as loud` is half of what it is
    /// now, `at half volume` half of what there can be.
    pub(super) fn of(degree: Degree, bit: bool, much: bool) -> Option<Self> {
        match degree {
            Degree::Quieter if much => Some(Self::Times(0.25)),
            Degree::Louder if much => Some(Self::Times(3.0)),
            Degree::Quieter => Some(Self::Times(if bit { 0.7 } else { 0.5 })),
            Degree::Louder => Some(Self::Times(if bit { 1.4 } else { 2.0 })),
            Degree::Half => Some(Self::Times(0.5)),
            Degree::Double => Some(Self::Times(2.0)),
            Degree::AtHalf => Some(Self::To(0.5)),
            Degree::Full => Some(Self::To(1.0)),
            Degree::Bit | Degree::More | Degree::Less | Degree::Much => None,
        }
    }
}

/// Reads a clause about what can be heard; new music may be of so many beats a minute.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let beats = take_beats(bag);
    let mut requests = heard(bag)?;
    if beats.is_none() {
        return Some(requests);
    }
    let Some(Request::AddMusic(music)) = requests.last_mut() else { return None };
    music.tempo = beats;
    Some(requests)
}

fn heard(bag: &mut Bag) -> Option<Vec<Request>> {
    let plays_a_file = bag.has(|meaning| matches!(meaning, Meaning::File(_, MediaKind::Audio)));
    if !is_about_sound(bag)
        || bag.has_verb(Verb::Fade)
        || (bag.has_verb(Verb::Join) && (!plays_a_file || joins_pieces(bag)))
    {
        return None;
    }
    bag.take_noun(Noun::Backdrop);
    let is_heard = |meaning: &Meaning| {
        is_music(meaning) || *meaning == Meaning::Known(Sense::Noun(Noun::Sound))
    };
    let negated = bag.find(is_heard).is_some_and(|place| negated(bag, place));
    let removes =
        bag.take_verb(Verb::Remove) | (!bag.has_verb(Verb::Detach) && bag.take_link(Link::Off));
    if removes || negated {
        // "No music during the last 5 seconds" is less than no music.
        let part = bag.has(|meaning| {
            matches!(
                meaning,
                Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..) | Meaning::Time(_)
            )
        });
        return if part { None } else { remove(bag) };
    }
    if bag.has_verb(Verb::Mute) {
        return mute(bag);
    }
    if bag.has_verb(Verb::Keep) {
        return keep_alone(bag);
    }
    let wants_new = bag.only_verbs(&[
        Verb::Add,
        Verb::Make,
        Verb::Use,
        Verb::Show,
        Verb::Change,
        Verb::Join,
        Verb::Trim,
        Verb::Move,
    ]);
    if !wants_new {
        return None;
    }
    // "把音乐" by itself is the beginning of something else.
    let begins = (0..bag.len()).any(|place| ["把", "将"].contains(&bag.text(place)));
    if begins && bag.verbs().is_empty() && !plays_a_file && !bag.has(says_how_loud) {
        return None;
    }
    let half = is_half(bag);
    let level = take_level(bag);
    let file = take_file(bag);
    if file.is_none() && !has_music_word(bag) && !adds_a_mood(bag) {
        return volume(bag, level?);
    }
    let level_for_new = if half && adds(bag, true) { level.map(|_| Level::To(0.5)) } else { level };
    let is_relative = matches!(level_for_new, Some(Level::Times(_)));
    if file.is_some() || (adds(bag, level.is_some()) && !is_relative) {
        return music(bag, file, level_for_new);
    }
    volume(bag, level?)
}

/// `海边和火车接起来，long.mp3当背景音乐`: first of all it joins.
pub fn joins_pieces(bag: &Bag) -> bool {
    let piece = |place: &usize| {
        matches!(bag.meaning(*place), Some(Meaning::File(_, kind)) if kind.is_visual())
            && bag.is_free(*place)
    };
    bag.has_verb(Verb::Join) && (0..bag.len()).filter(piece).count() > 1
}

/// Whether a bare `half` stands there, with no word of up or down that would make it half of now.
fn is_half(bag: &Bag) -> bool {
    let moved = bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Known(
                Sense::Degree(Degree::Quieter | Degree::Louder) | Sense::Verb(Verb::Trim)
            )
        )
    });
    !moved
        && (0..bag.len()).any(|place| {
            bag.is_free(place)
                && ["half", "一半"].contains(&bag.text(place).to_lowercase().as_str())
        })
}

/// Whether a thing is named as not wanted: the nearest joining word before it says `without`.
pub fn negated(bag: &mut Bag, place: usize) -> bool {
    let stops = |place: &usize| match bag.sense(*place) {
        Some(Sense::Link(Link::With | Link::Without) | Sense::Verb(_)) => true,
        Some(Sense::Break) => bag.text(*place).chars().all(|mark| !mark.is_alphanumeric()),
        _ => false,
    };
    let found = (0..place).rev().find(stops);
    match found.filter(|found| bag.sense(*found) == Some(Sense::Link(Link::Without))) {
        Some(without) => {
            bag.use_at(without);
            true
        }
        None => false,
    }
}

fn is_about_sound(bag: &Bag) -> bool {
    bag.has(is_music)
        || bag.has(|meaning| {
            matches!(
                meaning,
                Meaning::File(_, MediaKind::Audio)
                    | Meaning::Decibels(_)
                    | Meaning::Known(
                        Sense::Noun(Noun::Sound | Noun::Volume)
                            | Sense::Verb(Verb::Mute)
                            | Sense::Degree(Degree::Quieter | Degree::Louder | Degree::AtHalf)
                    )
            )
        })
        || (0..bag.len()).any(|place| is_unmuting(bag, place))
        || bag.has(is_missing_sound)
        || (0..bag.len()).any(|place| is_twice_as_loud(bag, place))
        || adds_a_mood(bag)
}

/// `twice as loud`: but what is only `double` is as often something else.
fn is_twice_as_loud(bag: &Bag, place: usize) -> bool {
    bag.sense(place) == Some(Sense::Degree(Degree::Double))
        && !bag.text(place).eq_ignore_ascii_case("double")
}

/// `unmute clip 2`, `turn the sound back on`.
fn is_unmuting(bag: &Bag, place: usize) -> bool {
    bag.sense(place) == Some(Sense::Degree(Degree::Full)) && bag.turns(place, Turn::Unmutes)
}

/// `put on something chill`, `配个电音`: only music has a mood.
fn adds_a_mood(bag: &Bag) -> bool {
    let mood = bag.find(|meaning| matches!(meaning, Meaning::Known(Sense::Mood(_))));
    if mood.is_some_and(|mood| bag.text(mood).to_lowercase().ends_with("music")) {
        return true;
    }
    let another = (0..bag.len()).any(|place| ["换一首", "换首"].contains(&bag.text(place)));
    let others = (0..bag.len()).any(|place| match bag.meaning(place) {
        Some(Meaning::Known(sense)) => matches!(
            sense,
            Sense::Noun(_)
                | Sense::Edge(_)
                | Sense::Place(_)
                | Sense::Shape(_)
                | Sense::Transition(_)
        ),
        Some(Meaning::Percent(_) | Meaning::Number(_)) => false,
        _ => true,
    });
    mood.is_some()
        && !others
        && ((bag.has_verb(Verb::Add) && bag.only_verbs(&[Verb::Add])) || another)
}

pub fn is_music(meaning: &Meaning) -> bool {
    *meaning == Meaning::Known(Sense::Noun(Noun::Music))
}

fn says_how_loud(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Percent(_) | Meaning::Decibels(_) | Meaning::Known(Sense::Degree(_)))
}

fn is_missing_sound(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::MissingFile(name) => {
            FileType::of_name(name).is_some_and(|file_type| file_type.kind() == MediaKind::Audio)
        }
        _ => false,
    }
}

fn has_music_word(bag: &Bag) -> bool {
    // "舒缓的音乐音量30%": the word for its loudness has it in it.
    let loudness = |place: usize| {
        bag.sense(place) == Some(Sense::Noun(Noun::Volume)) && bag.text(place).contains('乐')
    };
    let mood = bag.has(|meaning| matches!(meaning, Meaning::Known(Sense::Mood(_))));
    bag.has(is_music) || (mood && (0..bag.len()).any(loudness))
}

fn remove(bag: &mut Bag) -> Option<Vec<Request>> {
    let named = take_file(bag).is_some();
    if bag.take_noun(Noun::Music) || named {
        take_mood(bag);
        bag.take_noun(Noun::Sound);
        take_film(bag);
        bag.take_verbs();
        return Some(vec![Request::RemoveMusic]);
    }
    if !bag.take_noun(Noun::Sound) {
        return None;
    }
    bag.take_verbs();
    take_film(bag);
    Some(vec![Request::Volume { of: Sounding::Clips(references(bag)), level: Level::To(0.0) }])
}

/// What is done to a piece beside its being muted, and is not read here.
const BESIDE_SILENCE: [Verb; 5] =
    [Verb::Split, Verb::Duplicate, Verb::Rotate, Verb::Freeze, Verb::Swap];

fn mute(bag: &mut Bag) -> Option<Vec<Request>> {
    if BESIDE_SILENCE.iter().any(|verb| bag.has_verb(*verb)) {
        return None;
    }
    // "Bikes倒放静音": both.
    let backwards = bag.take_verb(Verb::Reverse);
    bag.take_verbs();
    // "Mute everything except the music."
    let spares_music = bag.find(is_music).is_some_and(|music| {
        (0..music).any(|place| bag.sense(place) == Some(Sense::Link(Link::Except)))
    });
    if spares_music {
        bag.take_link(Link::Except);
        bag.take_link(Link::All);
        bag.take_noun(Noun::Music);
        bag.take_noun(Noun::Sound);
        take_film(bag);
        let of = Sounding::Clips(Vec::new());
        return Some(vec![Request::Volume { of, level: Level::To(0.0) }]);
    }
    let music = bag.take_noun(Noun::Music);
    let sound = bag.take_noun(Noun::Sound) | bag.take_noun(Noun::Volume);
    take_film(bag);
    let clips = references(bag);
    if !clips.is_empty() {
        bag.take_link(Link::Only);
    }
    let names_all = clips.iter().any(|clip| clip.which == Which::All && clip.pieces == Pieces::Any)
        && !(0..bag.len()).any(|place| counts_pieces(bag, place));
    if backwards && (music || clips.is_empty()) {
        return None;
    }
    let turned = backwards.then(|| Request::Backwards { of: clips.clone(), wanted: true });
    let of = match (music, clips.is_empty()) {
        (true, _) => Sounding::Music,
        (false, false) if names_all && !sound => Sounding::Everything,
        (false, true) if !sound => Sounding::Everything,
        (false, _) => Sounding::Clips(clips),
    };
    let silence = Request::Volume { of, level: Level::To(0.0) };
    Some(turned.into_iter().chain([silence]).collect())
}

/// `mute both`, `两段都静音`: so many pieces, and not the music beside them.
fn counts_pieces(bag: &Bag, place: usize) -> bool {
    let text = bag.text(place);
    bag.sense(place) == Some(Sense::Link(Link::All))
        && (text.to_lowercase().split(' ').any(|word| word == "both")
            || text.ends_with(['段', '张', '个', '条', '俩']))
}

/// `只留音乐`, `keep only the music`: the other of the two is not to be heard.
fn keep_alone(bag: &mut Bag) -> Option<Vec<Request>> {
    let (music, sound) = (bag.has(is_music), bag.has_noun(Noun::Sound));
    let only = bag.has_link(Link::Only) || (0..bag.len()).any(|place| is_alone(bag, place));
    if !only || music == sound || !bag.only_verbs(&[Verb::Keep]) {
        return None;
    }
    bag.take_verbs();
    bag.take_link(Link::Only);
    bag.take_noun(Noun::Music);
    bag.take_noun(Noun::Sound);
    take_film(bag);
    Some(vec![if music {
        Request::Volume { of: Sounding::Clips(Vec::new()), level: Level::To(0.0) }
    } else {
        Request::RemoveMusic
    }])
}

/// `只留`: the verb has the word in it.
fn is_alone(bag: &Bag, place: usize) -> bool {
    bag.sense(place) == Some(Sense::Verb(Verb::Keep))
        && bag.text(place).starts_with(['只', '光', '仅', '单', '就'])
}

/// Whether new music is wanted, rather than the music there is louder or quieter.
fn adds(bag: &Bag, has_level: bool) -> bool {
    let said_new = bag.has_verb(Verb::Add)
        || bag.has_verb(Verb::Use)
        || bag.has(|meaning| matches!(meaning, Meaning::Known(Sense::Mood(_))))
        || is_another(bag);
    let definite = bag
        .find(is_music)
        .and_then(|place| bag.before(place))
        .is_some_and(|before| bag.sense(before) == Some(Sense::Link(Link::The)));
    let other = bag.has_verb(Verb::Change) && !has_level;
    said_new
        || other
        || (!has_level && !definite && !bag.has_verb(Verb::Trim))
        || (has_level && bag.verbs().is_empty() && !definite)
}

/// `another song`, `换一首音乐`.
fn is_another(bag: &Bag) -> bool {
    bag.has_link(Link::A) || (0..bag.len()).any(|place| bag.text(place).starts_with("换"))
}

fn music(bag: &mut Bag, file: Option<Which>, level: Option<Level>) -> Option<Vec<Request>> {
    let volume = match level {
        None => None,
        Some(Level::To(volume)) => Some(volume),
        Some(Level::Times(_)) => return None,
    };
    let mood = take_mood(bag);
    let only_named = file.is_none()
        && mood.is_none()
        && volume.is_none()
        && bag.verbs().is_empty()
        && !is_another(bag);
    bag.take_noun(Noun::Music);
    bag.take_noun(Noun::Sound);
    bag.take_noun(Noun::Volume);
    take_film(bag);
    bag.take_verbs();
    let (tempo, when) = (None, When::Unsaid);
    Some(vec![Request::AddMusic(Music { file, mood, volume, tempo, when, only_named })])
}

fn volume(bag: &mut Bag, level: Level) -> Option<Vec<Request>> {
    let music_volume = bag.find(|meaning| *meaning == Meaning::Known(Sense::Noun(Noun::Volume)));
    let says_music = music_volume.is_some_and(|place| {
        let text = bag.text(place).to_lowercase();
        text.contains("music") || text.contains("乐")
    });
    bag.take_noun(Noun::Volume);
    let recorded = (0..bag.len()).any(|place| is_recorded(bag, place));
    let music = bag.take_noun(Noun::Music) || says_music;
    bag.take_noun(Noun::Sound);
    take_film(bag);
    let clips = references(bag);
    bag.take_verbs();
    // "Quieter music while the bikes are on" is less than all of the music.
    if music && clips.iter().any(|of| matches!(of.which, Which::Named(_) | Which::Nth(_))) {
        return None;
    }
    let of = match (music, clips.is_empty()) {
        (true, _) => Sounding::Music,
        (false, true) if !recorded => Sounding::Unsaid,
        (false, _) => Sounding::Clips(clips),
    };
    Some(vec![Request::Volume { of, level }])
}

/// `the original sound`, `原声`: what the clips brought along.
fn is_recorded(bag: &Bag, place: usize) -> bool {
    let text = bag.text(place).to_lowercase();
    bag.sense(place) == Some(Sense::Noun(Noun::Sound))
        && (text.contains("original")
            || text.contains("clip")
            || text.contains("camera")
            || text.contains("location")
            || text.contains("voice")
            || text.contains("dialog")
            || text.contains('人')
            || text.contains("对白")
            || text.contains('原')
            || text.contains("同期")
            || text.contains("现场")
            || text.contains("环境"))
}

/// Music always lies under the whole film, so saying so adds nothing.
fn take_film(bag: &mut Bag) {
    film::take_film(bag);
    bag.take_link(Link::Whole);
}

/// The mood, said twice or once (`happy upbeat music`). Of two that differ the one that music is changed to
/// is wanted (`the calm track for something cinematic`).
fn take_mood(bag: &mut Bag) -> Option<Mood> {
    let mut moods: Vec<(usize, Mood)> = Vec::new();
    while let Some(found) = bag.take_at(|meaning| match meaning {
        Meaning::Known(Sense::Mood(mood)) => Some(*mood),
        _ => None,
    }) {
        moods.push(found);
    }
    let first = moods.first()?.1;
    if moods.iter().all(|(_, mood)| *mood == first) {
        return Some(first);
    }
    let goal = (0..bag.len()).rev().find(|place| {
        matches!(bag.sense(*place), Some(Sense::Link(Link::To | Link::For | Link::With)))
    });
    let wanted = moods.iter().find(|(place, _)| goal.is_some_and(|goal| goal < *place));
    match (wanted, &moods[..]) {
        (Some((_, mood)), _) => Some(*mood),
        // "Calm and cinematic": the first; the other is left, to be told.
        (None, [_, (other, _), ..]) => {
            bag.free_at(*other);
            Some(first)
        }
        (None, _) => Some(first),
    }
}

fn take_file(bag: &mut Bag) -> Option<Which> {
    bag.take(|meaning| match meaning {
        Meaning::File(file, MediaKind::Audio) => Some(Which::Named(*file)),
        Meaning::MissingFile(name) if is_missing_sound(meaning) => {
            Some(Which::Missing(name.clone()))
        }
        _ => None,
    })
}
