//! A fade in the breath in which a sound is laid is the sound's: `背景音乐用song.mp3，音量30%，开头2秒淡入`, `song.mp3 at 30%,
//! 2 second fade-in`; not `…, and fade to black`.

use super::super::words::{LISTS, Meaning, Noun, Sense};
use super::bag::Bag;
use super::{Fading, Request};
use crate::api::wire::MediaKind;

/// Lets fades be of the sound that is laid before them, unless what is seen is named.
pub fn of_the_sound(mut requests: Vec<Request>, bag: &Bag) -> Vec<Request> {
    // "A film with music, fade out at the end" is of the film.
    let lays =
        |request: &Request| matches!(request, Request::AddMusic(music) if music.file.is_some());
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
