//! Files called by a word of their names: `the beach photo` for `beach-day.jpg`, `海边那张`.
//!
//! A strange word is taken for one only where a thing is named with it, so that `a summer video` does not become
//! the film of `summer.jpg` alone. What is said of the kind of thing narrows the choice. A word that also
//! says how something feels or looks (`dance` for `dance.jpg`, which is a sort of music) is the file where it
//! stands before such a thing, or in a row with another file.

use crate::api::wire::MediaKind;

use super::letters::alike;
use super::list::LISTS;
use super::name::Name;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token};

/// Turns words of file names into the files.
pub fn recognise(mut tokens: Vec<Token>, names: &[Name]) -> Vec<Token> {
    for place in 0..tokens.len() {
        let meaning =
            called(&tokens, place, names).or_else(|| called_in_a_row(&tokens, place, names));
        if let Some(meaning) = meaning {
            tokens[place].meaning = meaning;
        }
    }
    all_that_are_counted(&mut tokens, names);
    tokens
}

/// `三张细胞图` of `细胞1.png`, `细胞2.png` and `细胞3.png`: all that are called so, where it is so many.
fn all_that_are_counted(tokens: &mut Vec<Token>, names: &[Name]) {
    for place in 1..tokens.len() {
        let Meaning::Files(files) = tokens[place].meaning.clone() else { continue };
        let count = u32::try_from(files.len()).map(f64::from);
        let counted = count.is_ok_and(|count| tokens[place - 1].meaning == Meaning::Number(count));
        let kind = next(tokens, place).is_some_and(names_a_thing);
        if !counted || !kind {
            continue;
        }
        let joint = if tokens[place].text.is_ascii() { "and" } else { "和" };
        let file = |file: &usize| Token {
            meaning: Meaning::File(*file, names[*file].kind),
            ..tokens[place].clone()
        };
        let mut row = Vec::new();
        for (at, named) in files.iter().map(file).enumerate() {
            row.extend((at > 0).then(|| tokens[place].beside(Sense::Break, joint)));
            row.push(named);
        }
        let end = place + 1 + usize::from(tokens.get(place + 1).is_some_and(names_a_thing));
        tokens.splice(place - 1..end, row);
        return;
    }
}

fn called(tokens: &[Token], place: usize, names: &[Name]) -> Option<Meaning> {
    let noun = next(tokens, place).filter(|next| names_a_thing(next));
    let files = match &tokens[place].meaning {
        Meaning::Files(files) => files.clone(),
        Meaning::Unknown if noun.is_some() || is_the(tokens, place) => {
            files_with(&tokens[place], names)
        }
        Meaning::Known(sense)
            if colours_a_thing(*sense) && stands_for_a_file(tokens, place, names) =>
        {
            files_with(&tokens[place], names)
        }
        // "The square" may be a place on a picture.
        Meaning::Known(Sense::Shape(_)) if is_spoken_of(tokens, place) => {
            files_with(&tokens[place], names)
        }
        // "Front then garden", where there is a front.jpg.
        Meaning::Known(Sense::Edge(_)) if is_in_a_row(tokens, place) => {
            files_with(&tokens[place], names)
        }
        // "The logo" is a picture; one whose name says so is meant.
        Meaning::Known(Sense::Noun(Noun::Picture)) if is_specific(&tokens[place]) => {
            files_with(&tokens[place], names)
        }
        _ => return None,
    };
    let kind = noun.and_then(kind_of);
    let fitting: Vec<usize> = files
        .iter()
        .copied()
        .filter(|file| kind.is_none_or(|kind| names[*file].kind == kind))
        .collect();
    match (fitting.is_empty(), &files[..]) {
        (_, []) => None,
        (true, _) => Some(of(&files, names)),
        (false, _) => Some(of(&fitting, names)),
    }
}

/// `kiss, dance, rings`, `steps first, newborn last`, `切开那张`: a word that says something else elsewhere is the file that
/// is called so, beside the name of another file, or where it is pointed at.
fn called_in_a_row(tokens: &[Token], place: usize, names: &[Name]) -> Option<Meaning> {
    let sense = tokens[place].sense()?;
    let word = alike(&tokens[place].text);
    let called = |name: &Name| name.kind.is_visual() && name.is_called(&word);
    let file = names.iter().position(called)?;
    let skipped = |token: &&Token| {
        matches!(token.meaning, Meaning::Ordinal(_))
            || token.text.eq_ignore_ascii_case("last")
            || matches!(token.sense(), Some(Sense::Filler | Sense::Break | Sense::Link(Link::The)))
    };
    let is_file = |token: &Token| {
        let word = alike(&token.text);
        matches!(token.meaning, Meaning::File(..))
            || (token.sense().is_some_and(may_be_a_name)
                && names.iter().any(|name| name.kind.is_visual() && name.is_called(&word)))
    };
    let parted = |tokens: &[Token]| tokens.iter().any(|token| token.sense() == Some(Sense::Break));
    let before = tokens[..place].iter().rposition(|token| !skipped(&token));
    let after = tokens[place + 1..].iter().position(|token| !skipped(&token));
    let beside = before.is_some_and(|at| is_file(&tokens[at]) && parted(&tokens[at..place]))
        || after.is_some_and(|at| {
            is_file(&tokens[place + 1 + at]) && parted(&tokens[place + 1..place + 1 + at])
        });
    let pointed = next(tokens, place)
        .is_some_and(|next| next.sense() == Some(Sense::Link(Link::The)) && names_a_thing(next));
    // "The steps photo".
    let kind = next(tokens, place).is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
    });
    let fits = match sense {
        Sense::Verb(_) => pointed || listed(tokens, place) || joined(tokens, place),
        sense => may_be_a_name(sense) && (beside || pointed || kind),
    };
    fits.then(|| Meaning::File(file, names[file].kind))
}

/// `成品、缝线、裁切、皮料`: among files in a row that only marks part.
fn listed(tokens: &[Token], place: usize) -> bool {
    let file = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.meaning, Meaning::File(..)))
    };
    let comma = |token: Option<&Token>| token.is_some_and(|token| token.text == "、");
    let before = place > 1 && comma(tokens.get(place - 1)) && file(tokens.get(place - 2));
    let behind = comma(tokens.get(place + 1)) && file(tokens.get(place + 2));
    before
        && (behind || tokens.get(place + 1).is_none_or(|next| next.sense() == Some(Sense::Break)))
        || (behind && place > 0 && comma(tokens.get(place - 1)))
}

/// `压腿跟旋转换个位置`, `旋转和谢幕之间`: joined to the name of another file, as no two things are that are done.
fn joined(tokens: &[Token], place: usize) -> bool {
    let joins = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| LISTS.joins_names.has(&token.text))
    };
    let file = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| matches!(token.meaning, Meaning::File(..)))
    };
    (joins(place.checked_sub(1)) && file(place.checked_sub(2)))
        || (joins(Some(place + 1)) && file(Some(place + 2)))
}

fn may_be_a_name(sense: Sense) -> bool {
    !matches!(
        sense,
        Sense::Verb(_) | Sense::Break | Sense::Filler | Sense::Noun(_) | Sense::Question(_)
    )
}

/// `the square shot`, `between the square and the vote`, `square和vote之间`: but `the square format`.
fn is_spoken_of(tokens: &[Token], place: usize) -> bool {
    let joins = |token: &&Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Break | Sense::Link(Link::The)))
    };
    let file = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.meaning, Meaning::File(..)))
    };
    let is_the = place > 0 && tokens[place - 1].sense() == Some(Sense::Link(Link::The));
    let beside = file(tokens[..place].iter().rev().find(|token| !joins(token)))
        || file(tokens[place + 1..].iter().find(|token| !joins(token)));
    match next(tokens, place) {
        Some(next) if names_a_thing(next) => next.sense() != Some(Sense::Noun(Noun::Film)),
        Some(next) if next.sense() == Some(Sense::Noun(Noun::Canvas)) => false,
        _ => is_the || beside,
    }
}

/// Before or behind a file with a `then` between them.
fn is_in_a_row(tokens: &[Token], place: usize) -> bool {
    let then =
        |token: Option<&Token>| token.is_some_and(|token| LISTS.then_another.has(&token.text));
    let file = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.meaning, Meaning::File(..)))
    };
    (then(tokens.get(place + 1)) && file(tokens.get(place + 2)))
        || (place > 1 && then(tokens.get(place - 1)) && file(tokens.get(place - 2)))
}

/// Meanings of a word that say what something is like: there may be a file of that name all the same.
fn colours_a_thing(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Mood(_)
            | Sense::Transition(_)
            | Sense::Platform(_)
            | Sense::Colour(_)
            | Sense::Beyond(_)
            | Sense::Camera(_)
            | Sense::Lettering(_)
            | Sense::Look(_)
    )
}

/// `the dance photo`, `dance那张`, `swap cake and dance`, `move dance before cake`: but `dance music`.
fn stands_for_a_file(tokens: &[Token], place: usize, names: &[Name]) -> bool {
    let is_kind =
        |token: &&Token| names_a_thing(token) && token.sense() != Some(Sense::Noun(Noun::Film));
    if next(tokens, place).is_some_and(|next| is_kind(&next)) {
        return true;
    }
    let heard = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Promo)))
    };
    let orders = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(
                Verb::Swap | Verb::Move | Verb::Remove | Verb::Join | Verb::Duplicate
            ))
        )
    };
    // "Between house and dance": both are names, and both say something else as well.
    let names_file = |token: &Token| {
        matches!(token.meaning, Meaning::File(..))
            || (token.sense().is_some_and(colours_a_thing) && !files_with(token, names).is_empty())
    };
    let beside = |token: Option<&Token>| token.is_some_and(names_file);
    let joins = |token: &&Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Break))
            || matches!(token.sense(), Some(Sense::Link(link)) if holds_names(link))
    };
    let before = tokens[..place].iter().rev().find(|token| !joins(token));
    let after = tokens[place + 1..].iter().find(|token| !joins(token));
    let joined = |token: &Token| {
        matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
            || token.sense() == Some(Sense::Verb(Verb::Add))
    };
    let moves = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Swap | Verb::Move | Verb::Duplicate)))
    };
    if tokens.iter().any(heard) {
        return false;
    }
    // A mood cannot be moved.
    let orders = tokens.iter().any(|token| orders(token) || joined(token));
    tokens.iter().any(moves) || (orders && (beside(before) || beside(after)))
}

/// Small words that may stand between two names: `swap cake with dance`.
fn holds_names(link: Link) -> bool {
    matches!(
        link,
        Link::The | Link::With | Link::To | Link::Before | Link::After | Link::Between | Link::For
    )
}

fn of(files: &[usize], names: &[Name]) -> Meaning {
    match files {
        [file] => Meaning::File(*file, names[*file].kind),
        several => Meaning::Files(several.to_vec()),
    }
}

fn files_with(token: &Token, names: &[Name]) -> Vec<usize> {
    let word = alike(&token.text);
    let has = |(_, name): &(usize, &Name)| name.has_word(&word);
    names.iter().enumerate().filter(has).map(|(file, _)| file).collect()
}

/// Words for pictures that say what is on them.
fn is_specific(token: &Token) -> bool {
    LISTS.own_brand.has(&token.text)
}

fn next(tokens: &[Token], place: usize) -> Option<&Token> {
    tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler))
}

/// A kind of thing, or a pointing word that ends like one: `海边那张`.
pub fn names_a_thing(token: &Token) -> bool {
    match token.meaning {
        Meaning::Known(Sense::Noun(
            Noun::Picture | Noun::Clip | Noun::Footage | Noun::File | Noun::Film,
        )) => true,
        Meaning::Known(Sense::Link(Link::The)) => {
            token.text.ends_with(['张', '段', '个', '幅', '条'])
        }
        Meaning::Number(_) => token.text.eq_ignore_ascii_case("one"),
        _ => false,
    }
}

/// `the beach` before a mark, a verb or the end.
fn is_the(tokens: &[Token], place: usize) -> bool {
    let before = tokens[..place].iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let ends = next(tokens, place).is_none_or(|next| {
        matches!(
            next.sense(),
            Some(
                Sense::Break | Sense::Verb(_) | Sense::Link(Link::To | Link::Before | Link::After)
            )
        )
    });
    ends && before.is_some_and(|before| before.sense() == Some(Sense::Link(Link::The)))
}

fn kind_of(token: &Token) -> Option<MediaKind> {
    match token.sense()? {
        Sense::Noun(Noun::Picture) => Some(MediaKind::Image),
        Sense::Noun(Noun::Footage | Noun::Film) => Some(MediaKind::Video),
        _ => None,
    }
}
