//! Where in its song the music of a told film begins: `song.mp3 starting 20s into the track`, `配乐从歌的第20秒放起`.
//!
//! A moment alone may as well be one of the film; here the song is named with it.

use std::ops::Range;

use super::super::words::{LISTS, Link, Meaning, Noun, Sense};
use super::page::Page;
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// The moment of the song, if a phrase about music tells one.
pub fn take(page: &mut Page, phrase: &Range<usize>) -> Option<Millis> {
    let (place, start) = phrase.clone().find_map(|at| match page.meaning(at) {
        Meaning::Time(time) if page.is_free(at) && is_of_the_song(page, phrase, at) => {
            Some((at, *time))
        }
        _ => None,
    })?;
    page.use_at(place);
    let said: Vec<usize> = phrase.clone().filter(|at| tells_so(page, *at)).collect();
    said.into_iter().for_each(|at| page.use_at(at));
    Some(start)
}

fn is_song(page: &Page, at: usize) -> bool {
    matches!(page.meaning(at), Meaning::File(_, MediaKind::Audio))
        || page.sense(at) == Some(Sense::Noun(Noun::Music))
}

/// `20s into the track`, `20 seconds in`; `从歌的第20秒`.
fn is_of_the_song(page: &Page, phrase: &Range<usize>, time: usize) -> bool {
    let behind = time + 1;
    let inside = behind < phrase.end && page.says(behind, &["into", "in", "of"]);
    let song = (behind + 1..phrase.end).find(|at| !page.is_light(*at));
    let it = |at: usize| page.sense(at) == Some(Sense::Link(Link::It));
    // "From 10 seconds in at 30%".
    let loud = |at: usize| matches!(page.meaning(at), Meaning::Percent(_));
    let goes = |at: usize| is_song(page, at) || it(at) || loud(at);
    if inside && song.is_none_or(goes) {
        return true;
    }
    let before = (phrase.start..time).rev().find(|at| !page.is_light(*at));
    before.filter(|at| !page.text(*at).is_ascii()).is_some_and(|at| {
        is_song(page, at)
            && at > phrase.start
            && page.sense(at - 1) == Some(Sense::Link(Link::From))
    })
}

fn tells_so(page: &Page, at: usize) -> bool {
    is_song(page, at)
        || page.says(at, &["into", "in", "of"])
        || LISTS.song_begins.has(page.text(at))
        || LISTS.plays_of_the_song.has(page.text(at))
        || LISTS.begins_from.has(page.text(at))
        || page.sense(at) == Some(Sense::Link(Link::From))
}
