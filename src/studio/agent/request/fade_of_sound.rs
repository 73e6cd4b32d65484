//! A fade in the breath in which a sound is laid, or before it made louder or quieter, is the sound's:
//! `背景音乐用song.mp3，音量30%，开头2秒淡入`, `song.mp3 at 30%, 2 second fade-in`, `bgm拉到55% 开头淡入1秒`; not `…, and fade
//! to black`.

use super::super::words::{LISTS, Meaning, Noun, Sense};
use super::bag::Bag;
use super::{Fading, Request, Sounding};
use crate::api::wire::MediaKind;

/// Lets fades be of the sound that is laid before them, unless what is seen is named.
pub fn of_the_sound(mut requests: Vec<Request>, bag: &Bag) -> Vec<Request> {
    // "A film with music, fade out at the end" is of the film.
    let levelled = is_named_before_the_fade(bag);
    let lays = |request: &Request| match request {
        Request::AddMusic(music) => music.file.is_some(),
        Request::Volume { of: Sounding::Music | Sounding::Unsaid, .. } => levelled,
        _ => false,
    };
    let black =
        (0..bag.len()).any(|place| LISTS.black_or_white.is_within(&bag.text(place).to_lowercase()));
    if !requests.iter().any(lays) || bag.has(is_seen) || black {
        return requests;
    }
    for request in &mut requests {
        if let Request::Fade { of: of @ Fading::Film, .. } = request {
            *of = Fading::Music;
        }
    }
    requests
}

fn is_named_before_the_fade(bag: &Bag) -> bool {
    let sound = |meaning: &Meaning| {
        matches!(meaning, Meaning::Known(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
    };
    let fade = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Known(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth))
        )
    };
    let place = |is: &dyn Fn(&Meaning) -> bool| {
        (0..bag.len()).find(|place| bag.meaning(*place).is_some_and(is))
    };
    place(&sound).zip(place(&fade)).is_some_and(|(sound, fade)| sound < fade)
}

/// A picture, all of the film, or the black that one rises from.
fn is_seen(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::File(_, kind) => *kind != MediaKind::Audio,
        Meaning::Ordinal(_) | Meaning::Colour(_) | Meaning::Known(Sense::Colour(_)) => true,
        Meaning::Known(Sense::Noun(noun)) => matches!(
            noun,
            Noun::Film | Noun::Promo | Noun::Picture | Noun::Clip | Noun::Footage | Noun::Canvas
        ),
        _ => false,
    }
}
