//! Another file in a piece's place: `replace clip 2 with beach.jpg`, `use beach.jpg instead of the second
//! photo`, `第二段换成海边.mp4`.

use super::super::words::{LISTS, Link, List, Meaning, Noun, Sense, Stretch, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::reference::{Mention, mentions, take_it};
use super::text::names_words;
use super::{Pieces, Reference, Request, Which};
use crate::api::wire::MediaKind;

/// Reads a clause that names what goes and the file that comes.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let allowed =
        [Verb::Change, Verb::Swap, Verb::Use, Verb::Add, Verb::Move, Verb::Make, Verb::Remove];
    if names_words(bag) || is_about_other_things(bag) || !bag.only_verbs(&allowed) {
        return None;
    }
    let (pivot, new_comes_first) = pivot(bag)?;
    let mut trial = bag.clone();
    trial.use_at(pivot);
    let mut found = mentions(&mut trial);
    // "日落那张用民宿.jpg替换掉": what goes is named before the word for what comes.
    let takes = (0..pivot).find(|place| {
        bag.sense(*place) == Some(Sense::Verb(Verb::Use)) && !bag.text(*place).is_ascii()
    });
    let goes = takes.filter(|takes| found.iter().any(|mention| mention.place < *takes));
    if goes.is_some() && found.len() == 2 {
        found.reverse();
        let (first, second) = (found[0].place, found[1].place);
        found[0].place = second;
        found[1].place = first.max(pivot + 1);
    }
    let (before, after): (Vec<Mention>, Vec<Mention>) =
        found.into_iter().partition(|mention| mention.place < pivot);
    let (mut old, mut new) = if new_comes_first { (after, before) } else { (before, after) };
    // "Instead of the bath use the garden."
    if new_comes_first && new.is_empty() && old.len() == 2 {
        new.extend(old.pop());
    }
    if old.is_empty() {
        old.extend(take_it(&mut trial).map(|reference| Mention {
            place: 0,
            reference,
            bare: false,
        }));
    }
    let (Some(old), Some(new)) = (old.pop().filter(|_| old.is_empty()), new.pop()) else {
        return None;
    };
    let (what, by) = (old.reference, new.reference);
    if !is_one_piece(&what) || !is_one_file(&by) {
        return None;
    }
    trial.take_verbs();
    // "Same length": the piece keeps its own.
    trial.take_sense(Sense::Stretch(Stretch::Evenly));
    trial.take_link(Link::Instead);
    trial.take_link(Link::Only);
    trial.take_noun(Noun::Picture);
    take_film(&mut trial);
    *bag = trial;
    Some(vec![Request::Replace { what, by }])
}

fn is_about_other_things(bag: &Bag) -> bool {
    bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::File(_, MediaKind::Audio)
                | Meaning::Time(_)
                | Meaning::Range(..)
                | Meaning::Head(_)
                | Meaning::Tail(_)
                | Meaning::Percent(_)
                | Meaning::Known(
                    Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume | Noun::Transition)
                        | Sense::Edge(_)
                        | Sense::Link(Link::Before | Link::After | Link::Between)
                )
        )
    })
}

/// The word between what goes and what comes, and whether what comes stands before it.
fn pivot(bag: &Bag) -> Option<(usize, bool)> {
    let find = |words: &List| (0..bag.len()).find(|place| words.has(bag.text(*place)));
    if let Some(instead) = (0..bag.len()).find(|place| is_instead(bag.text(*place))) {
        return Some((instead, true));
    }
    // "用A替换B": what comes is named with the verb that takes it.
    let takes = (0..bag.len()).find(|place| bag.sense(*place) == Some(Sense::Verb(Verb::Use)));
    let trades = find(&LISTS.takes_the_place);
    if let (Some(takes), Some(trades)) = (takes, trades)
        && takes < trades
    {
        return Some((trades, true));
    }
    let becomes = find(&LISTS.becomes_another);
    if becomes.is_some() {
        return becomes.map(|becomes| (becomes, false));
    }
    // "Swap A with B" changes places; "swap A (out) for B" does not.
    let trade = find(&LISTS.trades)?;
    let links: &[&str] = if LISTS.trades_places.has(bag.text(trade)) {
        &["for"]
    } else {
        &["with", "by", "to", "for"]
    };
    let link = (trade + 1..bag.len())
        .find(|place| links.contains(&bag.text(*place).to_lowercase().as_str()))?;
    Some((link, false))
}

/// Whether what comes stands before these words and what goes behind them.
pub fn is_instead(words: &str) -> bool {
    LISTS.instead_of.has(words)
}

fn is_one_piece(what: &Reference) -> bool {
    matches!(
        what.which,
        Which::Nth(_)
            | Which::Named(_)
            | Which::Middle
            | Which::Only
            | Which::It
            | Which::Like(_)
            | Which::OneBut(_)
    ) && !(what.which == Which::Only && what.pieces == Pieces::Any)
}

fn is_one_file(by: &Reference) -> bool {
    matches!(by.which, Which::Named(_) | Which::Missing(_) | Which::Like(_))
}
