//! A half of a piece that was just parted, told with its name: `split at 9s and lose the second half of bikes`,
//! `第10秒处切开，bunny的后半截不要`.
//!
//! The name says of which piece the half is. Read as a name of its own it would be of both halves.

use super::super::words::{Link, Sense};
use super::Which;
use super::bag::Bag;
use super::reference::Mention;

/// Gives the halves the names that stand beside them.
pub fn halves(bag: &Bag, found: &mut Vec<Mention>) {
    let half = |mention: &Mention| matches!(mention.reference.which, Which::Half { .. });
    let Some(at) = found.iter().position(half) else { return };
    let behind = found.get(at + 1).filter(|next| {
        let between = found[at].place + 1..next.place;
        between.clone().all(|place| is_light(bag, place))
            && (!bag.text(found[at].place).is_ascii()
                || between.clone().any(|place| bag.sense(place) == Some(Sense::Link(Link::Of))))
    });
    let before = at.checked_sub(1).filter(|before| {
        let between = found[*before].place + 1..found[at].place;
        between.clone().all(|place| is_light(bag, place))
    });
    let file = |mention: &Mention| match mention.reference.which {
        Which::Named(file) => Some(file),
        _ => None,
    };
    let (named, place) = match (before, behind) {
        (Some(before), _) if file(&found[before]).is_some() => (file(&found[before]), before),
        (_, Some(next)) if file(next).is_some() => (file(next), at + 1),
        _ => return,
    };
    if let Which::Half { of, .. } = &mut found[at].reference.which {
        *of = named;
    }
    found.remove(place);
}

/// `of`, `the`, `的`, `那`: what stands between a half and its name.
fn is_light(bag: &Bag, place: usize) -> bool {
    matches!(bag.sense(place), Some(Sense::Filler | Sense::Link(Link::Of | Link::The | Link::It)))
        || bag.text(place) == "的"
}
