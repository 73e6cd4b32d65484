//! Cuts on the beats of the music.

use super::super::words::{Link, Noun, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::reference::references;
use super::text::names_words;
use super::{Request, Which};

/// Reads `cut on the beat`, `make it in time with the music`.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let allowed = [
        Verb::Trim,
        Verb::Make,
        Verb::Change,
        Verb::Move,
        Verb::Join,
        Verb::Show,
        Verb::Add,
        Verb::Use,
        Verb::Split,
    ];
    if names_words(bag) || !bag.take_noun(Noun::Beat) || !bag.only_verbs(&allowed) {
        return None;
    }
    bag.take_verbs();
    bag.take_noun(Noun::Music);
    take_film(bag);
    bag.take_link(Link::Each);
    let all = references(bag).iter().all(|reference| reference.which == Which::All);
    all.then_some(vec![Request::OnTheBeat])
}
