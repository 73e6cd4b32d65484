//! The order of a film to be made, told piece by piece: `团队放第一，会议室第二，大厅最后`, `先放老伴，再放孙子，最后钓鱼`,
//! `silent first, then bikes, then bunny`. The pieces are named in that order instead.

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, says};

/// Names the pieces in their order, where a film is made of them.
pub fn in_order(tokens: &mut Vec<Token>) {
    if !tokens.iter().any(is_making) {
        return;
    }
    let mut from = 0;
    while let Some((entries, end)) = row(tokens, from) {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return };
        // "先放A再放B，做成视频": a row by itself, of which the film is made then.
        let made = tokens[..first.from].iter().any(is_making);
        let told = entries.iter().enumerate().any(|(nth, entry)| match entry.rank {
            Rank::Unsaid | Rank::Next => false,
            Rank::First => made || nth > 0 || entry.from == entry.file,
            Rank::Nth(_) | Rank::Last | Rank::Follows => true,
        });
        let ends_alone = entries.len() == 2 && entries.iter().all(Entry::is_an_end);
        let (start, until) = (first.from, last.to);
        from = end;
        // "海边在前，bikes在后，拼成竖屏": where they are put, when the film is there.
        let relative = tokens[start..until].iter().any(|token| says(token, &["前", "前面"]));
        if relative && !made {
            continue;
        }
        let only_ends = entries.len() < 3
            && entries.iter().all(Entry::is_an_end)
            && tokens.iter().any(is_film)
            && !is_put(tokens, start);
        if only_ends && (ends_alone || !moves(&tokens[start..until])) {
            from = start + open_and_end(tokens, &entries);
            continue;
        }
        if entries.len() < 2 || !told {
            continue;
        }
        let mark = tokens[start].beside(Sense::Break, "、");
        let files: Vec<Token> =
            ordered(&entries).into_iter().map(|file| tokens[file].clone()).collect();
        let plain: Vec<Token> = files
            .into_iter()
            .enumerate()
            .flat_map(|(nth, file)| {
                let mark = (nth > 0).then(|| mark.clone());
                mark.into_iter().chain([file])
            })
            .collect();
        from = start + plain.len();
        tokens.splice(start..until, plain);
    }
}

fn is_film(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)))
}

/// `put boat at the end`: read with its verb.
fn is_put(tokens: &[Token], start: usize) -> bool {
    let before = tokens[..start]
        .iter()
        .rev()
        .find(|token| !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The))));
    before.is_some_and(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Move | Verb::Use)))
            || LISTS.put_in_order.has(&token.text)
    })
}

/// `蛋糕放最后` and its like are understood as they are.
fn moves(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Move)))
}

/// `lake first and boat last`: what the film opens with, and what it ends with. Tells how many words that takes.
fn open_and_end(tokens: &mut Vec<Token>, entries: &[Entry]) -> usize {
    let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return 1 };
    let (start, until) = (first.from, last.to);
    let mut plain = Vec::new();
    for entry in entries {
        let file = tokens[entry.file].clone();
        let (link, text) = match entry.rank {
            Rank::Last => (Link::LastComes, "end with"),
            _ => (Link::FirstComes, "open with"),
        };
        plain.push(file.beside(Sense::Link(link), text));
        plain.push(file);
    }
    let count = plain.len();
    tokens.splice(start..until, plain);
    count
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    First,
    Nth(usize),
    Last,
    /// Behind the one before it.
    Next,
    /// The same, as it was asked for: `后面接`.
    Follows,
    Unsaid,
}

/// A piece with the words for its place around it.
#[derive(Debug, Clone)]
struct Entry {
    from: usize,
    file: usize,
    to: usize,
    rank: Rank,
}

impl Entry {
    fn is_an_end(&self) -> bool {
        matches!(self.rank, Rank::First | Rank::Last)
    }
}

fn is_making(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(Verb::Make | Verb::Join) | Sense::Noun(Noun::Promo)))
}

fn is_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
}

/// `整段`: nothing is left out of it.
fn is_whole(token: &Token) -> bool {
    LISTS.all_of_it.has(&token.text) && !token.text.is_ascii()
}

/// Words that only hold a row together.
fn is_light(token: &Token) -> bool {
    if says(token, &["last", "final"]) {
        return false;
    }
    matches!(
        token.sense(),
        Some(
            Sense::Filler
                | Sense::Verb(Verb::Move | Verb::Show)
                | Sense::Link(Link::The | Link::At | Link::Order)
        )
    ) || LISTS.light_in_order.has(&token.text)
}

/// What may stand behind a name: `那张照片`.
fn is_of_the_name(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::The)) && !token.text.is_ascii()
        || matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage | Noun::Film))
        )
}

/// The next row of pieces from a place on, and where it ends. `None` where there is none.
fn row(tokens: &[Token], from: usize) -> Option<(Vec<Entry>, usize)> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut at = from;
    while let Some(file) = (at..tokens.len()).find(|at| is_piece(&tokens[*at])) {
        let floor = entries.last().map_or(from, |entry| entry.to);
        let entry = entry(tokens, floor, file);
        let between = |token: &Token| {
            is_light(token) || is_break(token) || token.sense() == Some(Sense::Link(Link::After))
        };
        if !entries.is_empty() && !tokens[floor..entry.from].iter().all(between) {
            break;
        }
        at = entry.to;
        entries.push(entry);
    }
    (!entries.is_empty()).then_some((entries, at.max(from + 1)))
}

fn entry(tokens: &[Token], floor: usize, file: usize) -> Entry {
    let (from, before) = rank_before(tokens, floor, file);
    let (to, behind) = rank_behind(tokens, file);
    let rank = if behind == Rank::Unsaid { before } else { behind };
    Entry { from, file, to, rank }
}

/// `先放老伴`, `最后钓鱼`, `then bikes`, `第一张放团队`.
fn rank_before(tokens: &[Token], floor: usize, file: usize) -> (usize, Rank) {
    let Some(at) = (floor..file).rev().find(|at| !is_light(&tokens[*at]) || leads(&tokens[*at]))
    else {
        return (file, Rank::Unsaid);
    };
    let token = &tokens[at];
    let rank = if token.sense() == Some(Sense::Link(Link::FirstComes))
        || LISTS.comes_first.has(&token.text)
    {
        Rank::First
    } else if token.sense() == Some(Sense::Link(Link::LastComes))
        || LISTS.comes_last.has(&token.text)
    {
        Rank::Last
    } else if LISTS.follows_it.has(&token.text) {
        Rank::Follows
    } else if says(token, &["后"]) || (is_break(token) && LISTS.comes_next.has(&token.text)) {
        Rank::Next
    } else {
        match token.meaning {
            Meaning::Ordinal(number) if at + 1 < file => nth(number),
            _ => Rank::Unsaid,
        }
    };
    if rank == Rank::Unsaid { (file, rank) } else { (at, rank) }
}

/// Light words that say where a row begins all the same.
fn leads(token: &Token) -> bool {
    says(token, &["先", "首先"])
}

fn nth(number: i32) -> Rank {
    match number {
        1 => Rank::First,
        -1 => Rank::Last,
        number => usize::try_from(number).map_or(Rank::Unsaid, Rank::Nth),
    }
}

/// `门头放最前面`, `会议室第二`, `silent first`, `newborn last`.
fn rank_behind(tokens: &[Token], file: usize) -> (usize, Rank) {
    let mut at = file + 1;
    while tokens.get(at).is_some_and(|token| is_of_the_name(token) || is_whole(token)) {
        at += 1;
    }
    let end = at;
    // "海边整段接后面".
    let joined = tokens.get(at).is_some_and(|token| LISTS.follows_it.has(&token.text))
        && tokens.get(at + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::After)))
        && tokens.get(at + 2).is_none_or(is_break);
    if joined {
        return (at + 2, Rank::Last);
    }
    while tokens.get(at).is_some_and(is_light) {
        at += 1;
    }
    let ends =
        tokens.get(at + 1).is_none_or(|next| is_break(next) || next.sense() == Some(Sense::Filler));
    let Some(token) = tokens.get(at).filter(|_| ends) else { return (end, Rank::Unsaid) };
    let rank = match token.meaning {
        Meaning::Ordinal(number) => nth(number),
        // "A在前，B在后": before the other, and not before all.
        Meaning::Known(Sense::Edge(Edge::Start)) if says(token, &["前", "前面"]) => Rank::Nth(1),
        Meaning::Known(Sense::Link(Link::Lead)) => Rank::Nth(1),
        Meaning::Known(Sense::Link(Link::Rear)) => Rank::Last,
        Meaning::Known(Sense::Edge(Edge::Start)) => Rank::First,
        Meaning::Known(Sense::Edge(Edge::End)) => Rank::Last,
        _ if says(token, &["last", "final", "最后"]) => Rank::Last,
        _ if says(token, &["next"]) => Rank::Next,
        _ => Rank::Unsaid,
    };
    if rank == Rank::Unsaid { (end, rank) } else { (at + 1, rank) }
}

/// The pieces in the order that was told.
fn ordered(entries: &[Entry]) -> Vec<usize> {
    let mut row: Vec<Option<usize>> = vec![None; entries.len()];
    let mut rest = Vec::new();
    for entry in entries {
        let at = match entry.rank {
            Rank::First => Some(0),
            Rank::Nth(number) => number.checked_sub(1),
            Rank::Last => row.len().checked_sub(1),
            Rank::Next | Rank::Follows | Rank::Unsaid => None,
        };
        match at.and_then(|at| row.get_mut(at)) {
            Some(free @ None) => *free = Some(entry.file),
            _ => rest.push(entry.file),
        }
    }
    let mut rest = rest.into_iter();
    row.into_iter().filter_map(|taken| taken.or_else(|| rest.next())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::super::name::Name;
    use super::*;
    use crate::api::wire::MediaKind;

    fn order(sentence: &str) -> String {
        let names = ["boat.jpg", "lake.jpg", "hill.jpg"];
        let names = names.map(|name| Name::new(name, MediaKind::Image));
        let mut tokens = tokens(sentence, &names);
        in_order(&mut tokens);
        let files = tokens.iter().filter(|token| is_piece(token));
        files.map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn pieces_are_named_in_the_order_that_is_told() {
        for sentence in [
            "make a video, hill last, boat first, lake second",
            "make a video, first boat, then lake, finally hill",
            "做个视频，hill放最后，先放boat，再放lake",
            "做个视频，boat放第一，lake第二，hill最后",
        ] {
            assert_eq!(order(sentence), "boat lake hill", "{sentence}");
        }
    }

    #[test]
    fn the_ends_of_all_pictures_are_no_row() {
        let sentence = "make a video of the pictures, boat last, hill first";
        assert_eq!(order(sentence), "boat hill");
    }
}
