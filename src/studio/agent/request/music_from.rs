//! Where in a song its music begins: `use long.mp3, starting 20 seconds into the song`, `从歌的第20秒开始放`.

use super::super::words::{Link, Meaning, Noun, Sense};
use super::bag::Bag;
use super::film::take_film;
use super::{Request, sound};
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// Reads a clause about where in the song its music begins, new music or the music there is.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let mut trial = bag.clone();
    let from = take_start(&mut trial)?;
    let new = trial.has(|meaning| matches!(meaning, Meaning::File(_, MediaKind::Audio)));
    let added = if new { sound::read(&mut trial)? } else { Vec::new() };
    trial.take_verbs();
    trial.take_noun(Noun::Music);
    take_film(&mut trial);
    *bag = trial;
    Some(added.into_iter().chain([Request::MusicFrom(from)]).collect())
}

/// The moment of the song.
pub fn take_start(bag: &mut Bag) -> Option<Millis> {
    let mark = bag.find(|meaning| *meaning == Meaning::Known(Sense::Link(Link::Inside)))?;
    let time = bag.before(mark)?;
    let Some(Meaning::Time(start)) = bag.meaning(time).cloned() else { return None };
    bag.use_at(mark);
    bag.use_at(time);
    Some(start)
}
