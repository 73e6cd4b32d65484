//! Words that are there, and what they are to say: of two that are quoted one is on the film and the other is not, with a
//! word between them for becoming or for being in the other's place; or the one text of the film ought to read so.

use std::ops::Range;

use super::known;
use super::letters::is_han;
use super::lex;
use super::list::LISTS;
use super::name::Name;
use super::remark::is_text_noun;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break};

/// The rule that finds what words ought to say.
pub const RULE: &str = "ought-to-read";

/// So much of two texts has to be the same for one to be a slip of the other.
const NEARLY: f64 = 0.6;

/// The sentence with the wish written out.
pub fn said_otherwise(sentence: &str, names: &[Name], shown: &[&str]) -> Option<String> {
    let tokens = lex::tokens(sentence, names);
    let quotes: Vec<usize> =
        (0..tokens.len()).filter(|at| quoted(&tokens[*at]).is_some()).collect();
    let (part, old, new) = match quotes[..] {
        [] => return None,
        [one] => of_one(sentence, names, &tokens, one, shown)?,
        // "“A” ought to read “B”, and “C” can go".
        _ => quotes.windows(2).find_map(|two| of_two(&tokens, two[0], two[1], shown))?,
    };
    let letters: Vec<char> = sentence.chars().collect();
    let span = tokens[part.start].span.start..tokens[part.end - 1].span.end;
    let said = if letters.iter().copied().any(is_han) {
        format!("把“{old}”改成“{new}”")
    } else {
        format!("change \"{old}\" to \"{new}\"")
    };
    let before: String = letters[..span.start].iter().collect();
    let behind: String = letters[span.end..].iter().collect();
    Some(format!("{before}{said}{behind}"))
}

fn quoted(token: &Token) -> Option<&str> {
    match &token.meaning {
        Meaning::Quote(words) if !words.is_empty() => Some(words),
        _ => None,
    }
}

fn is_there(words: &str, shown: &[&str]) -> bool {
    let words = words.to_lowercase();
    shown.iter().any(|text| text.to_lowercase().contains(&words))
}

/// A part of the sentence, what is there, and what it is to say.
type Otherwise = (Range<usize>, String, String);

fn of_two(tokens: &[Token], one: usize, other: usize, shown: &[&str]) -> Option<Otherwise> {
    let (first, second) = (quoted(&tokens[one])?, quoted(&tokens[other])?);
    let between = &tokens[one + 1..other];
    let becomes = || between.iter().any(|token| joins(token, &LISTS.comes_to_read));
    let instead = || between.iter().any(|token| joins(token, &LISTS.read_instead));
    let (old, new) = match (is_there(first, shown), is_there(second, shown)) {
        (true, false) if becomes() => (first, second),
        (false, true) if instead() => (second, first),
        _ => return None,
    };
    let part = part(tokens, one, other)?;
    // "“A” goes up, the title should say “B”": two wishes.
    let another = between.iter().skip_while(|token| !is_break(token)).any(is_text_noun);
    let plain = !another && between.iter().all(|token| !says_more(token));
    plain.then(|| (part, old.to_owned(), new.to_owned()))
}

fn joins(token: &Token, list: &super::list::List) -> bool {
    list.has(&token.text_small())
        || (!token.text.is_ascii() && list.iter().any(|word| token.text.contains(word)))
}

/// One text of the film, told only by what it ought to read.
fn of_one(
    sentence: &str,
    names: &[Name],
    tokens: &[Token],
    quote: usize,
    shown: &[&str],
) -> Option<Otherwise> {
    // "Add a title, it should say …": not the one that is there.
    if tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Add))) {
        return None;
    }
    let new = quoted(&tokens[quote]).filter(|new| !is_there(new, shown))?;
    let only = meant(new, shown)?;
    let said = known::said(sentence, names);
    let starts = tokens[quote].span.start;
    let reaches = |at: usize| {
        said.rule(RULE, tokens[at].span.start).iter().any(|(end, _)| {
            *end <= starts && said.letters[*end..starts].iter().all(|letter| " :".contains(*letter))
        })
    };
    let whole = part(tokens, quote, quote)?;
    let from = (whole.start..quote).find(|at| reaches(*at))?;
    tokens[whole.start..from].iter().all(is_light).then(|| (whole, only.to_owned(), new.to_owned()))
}

/// The only text, or the only one of several that is nearly what it ought to read: `Gala 2023` for `Gala 2024`.
fn meant<'a>(new: &str, shown: &[&'a str]) -> Option<&'a str> {
    if let [only] = shown {
        return Some(only);
    }
    let near = |text: &&&str| {
        strsim::normalized_damerau_levenshtein(&text.to_lowercase(), &new.to_lowercase()) >= NEARLY
    };
    let mut alike = shown.iter().filter(near);
    alike.next().filter(|_| alike.next().is_none()).copied()
}

/// From the mark before the first to the mark behind the last, where nothing else is wanted there.
fn part(tokens: &[Token], first: usize, last: usize) -> Option<Range<usize>> {
    let start = tokens[..first].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    let end = tokens[last..].iter().position(is_break).map_or(tokens.len(), |mark| last + mark);
    let before = tokens[start..first].iter().all(|token| !says_more(token));
    let behind = tokens[last + 1..end].iter().all(is_light);
    (before && behind).then_some(start..end)
}

fn is_light(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::Instead)))
        || LISTS.said_lightly_behind.has(&token.text_small())
}

/// Something else is done there, or is told of when, where or how large.
fn says_more(token: &Token) -> bool {
    match token.meaning {
        Meaning::Known(Sense::Verb(verb)) => {
            !matches!(verb, Verb::Change | Verb::Make | Verb::Show | Verb::Use)
        }
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Place(_)
                | Sense::Sizing(_)
                | Sense::Colour(_)
                | Sense::Lettering(_)
                | Sense::Edge(_)
                | Sense::Question(_)
                | Sense::Link(Link::Before | Link::After | Link::Between | Link::Over)
        ),
        Meaning::Quote(_) | Meaning::Unknown | Meaning::Ordinal(_) | Meaning::Number(_) => false,
        _ => true,
    }
}
