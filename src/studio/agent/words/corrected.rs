//! What is said and then put right: `delete the second picture, no wait, the third`, `海边改成6秒，说错了，7秒`; and what is
//! taken back: `把冰粉删了？我再想想`, `my kid wants it upside down but thats a no`.
//!
//! The words that put something right stand in `assets/language/restated_beside.toml`. What stands behind them takes the
//! place of the like thing before them, or of the whole wish where it is one itself. Whether one of these ways is
//! understood is for the reader to find out; what was said first is not done.

use std::ops::Range;

use super::choice::{is_kind, is_like};
use super::in_measures;
use super::known;
use super::letters::is_han;
use super::list::LISTS;
use super::name::Name;
use super::remark::is_taking_away;
use super::restate::Said;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token, is_break, is_verb, says};

/// The rules that find such words.
#[cfg(test)]
pub const RULES: [&str; 4] = ["corrects", "takes-all-back", "refuses-it", "leaves-it"];

/// What becomes of what was said first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Corrected {
    /// Nothing of it is wanted; in these words.
    TakenBack(String),
    /// The sentence says one of these; where `sure`, and none of them is understood, it says nothing.
    Says { ways: Vec<String>, sure: bool, words: String },
}

/// Where such words stand, and how surely they put something right.
struct Found {
    span: Range<usize>,
    sure: bool,
    /// It only owns up to a slip: with nothing behind it, nothing is taken back.
    owns_up: bool,
}

/// What a sentence says once it is put right. `None` where nothing in it is.
pub fn corrected(sentence: &str, names: &[Name]) -> Option<Corrected> {
    let said = known::said(sentence, names);
    let begins: Vec<usize> = (1..said.letters.len()).filter(|at| begins_here(&said, *at)).collect();
    let back = begins.iter().find_map(|at| taken_back(&said, *at));
    let found: Vec<Found> = begins.iter().filter_map(|at| found(&said, *at)).collect();
    if back.is_none() && found.is_empty() {
        return None;
    }
    let tokens = in_measures(sentence, names);
    let goes = |at: usize| {
        let told = before(&tokens, at);
        // "Take the mugs out": what stands apart is not joined yet.
        let apart = told.iter().any(|token| LISTS.taken_off.has(&token.text))
            && told.iter().any(|token| says(token, &["out", "off", "away"]));
        apart || told.iter().any(is_taking_away)
    };
    if let Some((at, _)) = back.filter(|(at, cut)| wants(&tokens, *at) && (!cut || goes(*at))) {
        return Some(Corrected::TakenBack(said.written[at..].iter().collect()));
    }
    found.into_iter().find_map(|found| put_right(&said, &tokens, &found))
}

/// Where it is taken back to the end of the sentence, and whether only what goes can be. A refusal needs no mark before it.
fn taken_back(said: &Said, at: usize) -> Option<(usize, bool)> {
    let over = |rule| longest(said, rule, at).filter(|(end, _)| said.is_over(*end));
    if over("refuses-it").is_some() {
        return Some((at, false));
    }
    let (_, how) = over("takes-all-back").filter(|_| is_marked(said, at))?;
    Some((at, !how.is_empty()))
}

/// Where a word begins.
fn begins_here(said: &Said, at: usize) -> bool {
    let (before, here) = (said.letters[at - 1], said.letters[at]);
    here.is_alphanumeric() && (!before.is_alphanumeric())
}

/// Behind a mark, or behind a space between Chinese letters.
fn is_marked(said: &Said, at: usize) -> bool {
    let before = said.letters[..at].iter().rfind(|letter| **letter != ' ');
    before.is_some_and(|letter| !letter.is_alphanumeric() && !"\"'".contains(*letter))
        || is_han(said.letters[at])
}

fn longest(said: &Said, rule: &'static str, at: usize) -> Option<(usize, String)> {
    said.rule(rule, at).iter().max_by_key(|(end, _)| *end).cloned()
}

fn found(said: &Said, at: usize) -> Option<Found> {
    let (end, how) = longest(said, "corrects", at)?;
    let marked = is_marked(said, at) && (how != "perhaps" || stands_alone(said, at..end));
    let sure = !matches!(how.as_str(), "perhaps" | "in its place");
    let owns_up = how == "owns up";
    (how == "anywhere" || marked).then_some(Found { span: at..end, sure, owns_up })
}

/// `…, no, the third`, `…，应该是第三张`; not `…, no music`, nor `不透明度`.
fn stands_alone(said: &Said, span: Range<usize>) -> bool {
    let behind = said.letters[span.end..].iter().find(|letter| **letter != ' ');
    let mark =
        behind.is_some_and(|letter| !letter.is_alphanumeric() && !"\"'“「#".contains(*letter));
    mark || (is_han(said.letters[span.start]) && span.len() > 2)
}

/// Whether something is wanted before a place: a verb, an amount, a look.
fn wants(tokens: &[Token], at: usize) -> bool {
    before(tokens, at).iter().any(|token| match token.meaning {
        Meaning::Unknown | Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_) => false,
        Meaning::Known(sense) => {
            !matches!(
                sense,
                Sense::Break | Sense::Filler | Sense::Link(_) | Sense::Noun(_) | Sense::Question(_)
            ) || sense == Sense::Link(Link::Without)
        }
        _ => true,
    })
}

fn before(tokens: &[Token], at: usize) -> &[Token] {
    let end = tokens.iter().position(|token| token.span.start >= at).unwrap_or(tokens.len());
    &tokens[..end]
}

/// What the sentence says with what stands behind such words in the place of what stands before them.
fn put_right(said: &Said, tokens: &[Token], found: &Found) -> Option<Corrected> {
    if !wants(tokens, found.span.start) {
        return None;
    }
    let first = before(tokens, found.span.start);
    let rest = &tokens[before(tokens, found.span.end).len()..];
    let from = rest.iter().position(|token| !is_break(token)).unwrap_or(rest.len());
    // "Change A to B, my mistake, and make it yellow": who owns up goes on.
    let adds = |mark: &Token| LISTS.and_between.has(&mark.text_small());
    if found.owns_up && rest[..from].iter().any(adds) {
        return None;
    }
    let rest = &rest[from..];
    let words: String = said.written[found.span.start..].iter().collect();
    let over = |at: usize| longest(said, "leaves-it", at).is_some_and(|(end, _)| said.is_over(end));
    let Some(begin) = rest.first().map(|token| token.span.start) else {
        let back = found.sure && !found.owns_up;
        return back.then_some(Corrected::TakenBack(words));
    };
    if over(begin) {
        return Some(Corrected::TakenBack(words));
    }
    let end = rest.iter().position(is_break).unwrap_or(rest.len());
    let (instead, more) = rest.split_at(end);
    let tail =
        more.first().map_or(String::new(), |mark| said.written[mark.span.start..].iter().collect());
    let denies = said.letters[found.span.clone()].iter().collect::<String>();
    let own = found.sure || LISTS.denies_by_itself.has(denies.trim());
    let quoted =
        !found.sure && instead.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let like = in_its_place(said, first, instead).filter(|_| !quoted);
    let whole = own.then(|| as_a_wish(said, first, instead)).flatten();
    let ways: Vec<String> =
        [like, whole].into_iter().flatten().map(|way| format!("{way}{tail}")).collect();
    (found.sure || !ways.is_empty()).then_some(Corrected::Says { ways, sure: found.sure, words })
}

fn written(said: &Said, span: Range<usize>) -> String {
    said.written[span.start.min(span.end)..span.end].iter().collect()
}

fn is_light(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Break
                | Sense::Filler
                | Sense::Link(Link::The | Link::A | Link::To | Link::At | Link::Only)
        )
    ) || token.text_small() == "one"
}

/// Whether one word may stand in the place of another.
fn may_stand_for(one: &Token, other: &Token) -> bool {
    one.meaning != Meaning::Unknown
        && is_kind(one) == is_kind(other)
        && (is_like(one, other) || (is_amount(one) && matches!(other.meaning, Meaning::Number(_))))
}

fn is_amount(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_)
            | Meaning::Percent(_)
            | Meaning::Decibels(_)
            | Meaning::Speed(_)
            | Meaning::Degrees(_)
    )
}

/// `delete the second picture` and `the third`: the like words before it give way.
fn in_its_place(said: &Said, first: &[Token], instead: &[Token]) -> Option<String> {
    let telling: Vec<&Token> = instead.iter().filter(|token| !is_light(token)).collect();
    let (head, last) = (telling.first()?, telling.last()?);
    let there: Vec<usize> = (0..first.len()).filter(|at| !is_light(&first[*at])).collect();
    let window = there.windows(telling.len()).rfind(|window| {
        window.iter().zip(&telling).all(|(at, other)| may_stand_for(&first[*at], other))
    })?;
    let (mut from, mut to) = (window[0], window[telling.len() - 1]);
    // "Delete the second picture, no, the third clip".
    if is_kind(last) && telling.len() > 1 && first.get(to + 1).is_some_and(is_kind) {
        to += 1;
    }
    let only = instead.iter().any(|token| token.sense() == Some(Sense::Link(Link::Only)));
    if only || telling.len() > 1 && telling.iter().all(|token| may_stand_for(token, head)) {
        while let Some(more) = there.iter().copied().rfind(|at| *at < from) {
            let joined = first[more + 1..from].iter().all(is_light);
            if !joined || !may_stand_for(&first[more], head) {
                break;
            }
            from = more;
        }
    }
    let mut text = written(said, head.span.start..last.span.end);
    if let (true, Meaning::Number(_)) = (is_amount(&first[to]), &last.meaning) {
        text.push_str(&unit_of(&first[to].text));
    }
    let end = first.last().map_or(0, |last| last.span.end);
    let (before, behind) =
        (written(said, 0..first[from].span.start), written(said, first[to].span.end..end));
    Some(format!(
        "{before}{text}{}",
        behind.trim_end_matches([' ', ',', '，', '.', '。', '-', '—'])
    ))
}

/// ` seconds` of `6 seconds`, `秒` of `六秒`.
fn unit_of(amount: &str) -> String {
    let digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+');
    let unit = amount.trim_start_matches(digit);
    let by_words = || amount.char_indices().find(|(_, letter)| *letter == ' ' || is_han(*letter));
    if unit.len() < amount.len() {
        return unit.to_owned();
    }
    match by_words() {
        Some((at, ' ')) => amount[at..].to_owned(),
        Some(_) => amount.chars().last().map(String::from).unwrap_or_default(),
        None => String::new(),
    }
}

/// `…, no wait, make it black and white`: a wish by itself, of what the one before it was of.
fn as_a_wish(said: &Said, first: &[Token], instead: &[Token]) -> Option<String> {
    let verb = instead.iter().any(is_verb);
    let more = instead.iter().any(|token| LISTS.points_on.has(&token.text_small()));
    let last = first.iter().rposition(is_verb)?;
    if !verb || more {
        return None;
    }
    let start = first[..last].iter().rposition(is_break);
    let before = start.map_or(String::new(), |mark| written(said, 0..first[mark].span.end));
    let names = |token: &&Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
            || matches!(token.sense(), Some(Sense::Noun(_)))
    };
    let span = instead[0].span.start..instead[instead.len() - 1].span.end;
    let it = instead.iter().find(|token| token.sense() == Some(Sense::Link(Link::It)));
    let of: Vec<&Token> = first[start.unwrap_or(0)..].iter().filter(names).collect();
    let wish = match (it, &of[..]) {
        (Some(it), [of]) => {
            let (head, behind) =
                (written(said, span.start..it.span.start), written(said, it.span.end..span.end));
            format!("{head}{}{behind}", of.text)
        }
        (Some(_), _) => return None,
        (None, [of]) if !instead.iter().any(|token| names(&token)) => {
            let chinese = of.text.chars().any(is_han) || is_han(said.letters[span.start]);
            chinese.then(|| format!("{}{}", of.text, written(said, span)))?
        }
        (None, _) => written(said, span),
    };
    Some(format!("{before} {wish}").trim().to_owned())
}
