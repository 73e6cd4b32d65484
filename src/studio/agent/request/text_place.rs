//! Where words stand on the picture: as said, or as their sort has it.

use std::ops::Range;

use super::super::words::{LISTS, Noun, Sense, Turning};
use super::bag::Bag;
use crate::draft::TextPlace;

pub fn default_place(bag: &Bag, place: usize) -> Option<TextPlace> {
    match bag.sense(place)? {
        Sense::Noun(Noun::Title | Noun::Text) => Some(TextPlace::Centre),
        Sense::Noun(Noun::Caption) if names_somebody(bag.text(place)) => {
            Some(TextPlace::LowerThird)
        }
        Sense::Noun(Noun::Caption) => Some(TextPlace::Bottom),
        Sense::Noun(Noun::Heading) => Some(TextPlace::Top),
        _ => None,
    }
}

/// A lower third, a `人名条`.
fn names_somebody(noun: &str) -> bool {
    let noun = noun.to_lowercase().replace('-', " ");
    LISTS.name_straps.starts(&noun) || noun.ends_with('条')
}

/// An end card, a `片尾`.
pub fn closes_the_film(noun: &str) -> bool {
    let noun = noun.to_lowercase();
    noun.contains('尾') || noun.starts_with("end") || noun.starts_with("closing")
}

pub fn take_place(bag: &mut Bag, window: &Range<usize>) -> Option<TextPlace> {
    let found = window.clone().filter(|place| bag.is_free(*place)).find_map(|place| {
        match bag.sense(place) {
            Some(Sense::Place(found)) => Some((place, found)),
            // "To the left" turns a picture and moves words.
            Some(Sense::Turning(Turning::Counterclockwise)) => Some((place, TextPlace::Left)),
            Some(Sense::Turning(Turning::Clockwise)) => Some((place, TextPlace::Right)),
            // Small print is in the lower right, where not said which corner.
            Some(Sense::Noun(Noun::Corner)) => Some((place, TextPlace::BottomRight)),
            _ => None,
        }
    })?;
    bag.use_at(found.0);
    Some(found.1)
}
