//! Pieces said one after the other, and no word for joining them: `front then garden then bath, 4 seconds
//! each`, `先放模特再放正面`.

use super::super::words::{Link, Meaning, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::reference::{Mention, mentions};
use super::text::names_words;
use super::{Pieces, Reference, Request, Which};
use crate::draft::Millis;

const THEN: [&str; 12] = [
    "then",
    "and then",
    "followed by",
    "after that",
    "再",
    "然后",
    "接着",
    "然后再",
    "随后",
    "后",
    "最后",
    "最后放",
];

/// Reads a row of files as the film of these, in this order.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let ordered = bag.has_link(Link::FirstComes)
        || (0..bag.len()).any(|place| ["先", "first"].contains(&bag.text(place)));
    let verbs = bag.verbs();
    let places = verbs.iter().all(|verb| matches!(verb, Verb::Move | Verb::Add | Verb::Show));
    if !places || (!verbs.is_empty() && !ordered) || names_words(bag) {
        return None;
    }
    let mut trial = bag.clone();
    let found = mentions(&mut trial);
    let named: Vec<Reference> = found.iter().map(|mention| mention.reference.clone()).collect();
    let file = |of: &Reference| matches!(of.which, Which::Named(_));
    let follows = |pair: &[Mention]| {
        (pair[0].place..pair[1].place).any(|place| {
            bag.sense(place) == Some(Sense::Break)
                && THEN.contains(&bag.text(place).to_lowercase().as_str())
        })
    };
    if named.len() < 2 || !named.iter().all(file) || !found.windows(2).any(follows) {
        return None;
    }
    let each = trial.take_link(Link::Each);
    let length = if each {
        trial.take(|meaning| match meaning {
            Meaning::Time(time) => Some(*time),
            _ => None,
        })
    } else {
        None
    };
    let lengths = if each { Vec::new() } else { lengths(&found, &mut trial) };
    trial.take_link(Link::FirstComes);
    trial.take_link(Link::Order);
    trial.take_verbs();
    take_film(&mut trial);
    *bag = trial;
    let lasts = length.map(|length| Request::EachLasts { pieces: Pieces::Any, length });
    let own = lengths.into_iter().map(|(of, length)| Request::Length { of, length });
    Some([Request::Join(named)].into_iter().chain(lasts).chain(own).collect())
}

/// `先放A 6秒，再放B 3秒`: the time behind a piece is its own.
fn lengths(found: &[Mention], bag: &mut Bag) -> Vec<(Reference, Millis)> {
    let mut lengths = Vec::new();
    for mention in found {
        let Some(next) = bag.after(mention.place).filter(|next| bag.is_free(*next)) else {
            continue;
        };
        if let Some(Meaning::Time(length)) = bag.meaning(next).cloned() {
            bag.use_at(next);
            lengths.push((mention.reference.clone(), length));
        }
    }
    lengths
}
