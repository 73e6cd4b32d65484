//! The word for the film: whether it means the one that is there.

use super::super::words::{Link, Noun, Sense};
use super::bag::Bag;

/// The article before a film's word, past what describes the film.
pub fn article(bag: &Bag, film: usize) -> Option<Link> {
    for place in (0..film).rev() {
        match bag.sense(place) {
            Some(Sense::Link(link @ (Link::A | Link::The | Link::It | Link::These))) => {
                return Some(link);
            }
            Some(Sense::Link(Link::To)) => return None,
            Some(Sense::Verb(_) | Sense::Break) => return None,
            _ => {}
        }
    }
    None
}

/// Reads words for the film that is there. `a film` is another one, and stays unread.
pub fn take_film(bag: &mut Bag) {
    for place in 0..bag.len() {
        let is_film = matches!(bag.sense(place), Some(Sense::Noun(Noun::Film | Noun::Promo)));
        if is_film && article(bag, place) != Some(Link::A) {
            bag.use_at(place);
        }
    }
}
