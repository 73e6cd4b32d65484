//! Remarks beside a wish: `ditch the music, the bride hates it`, `新娘不喜欢`.
//!
//! A remark asks for nothing. One that stands beside a wish is passed over, and what it is about is what
//! a wish without an object means: `the first three seconds are only me, cut them`. Only what is built as
//! a statement counts: a subject and something said of it, no editing, no amount, nothing quoted and no
//! word of wanting. Whatever may be a wish stays, to be understood or told.

use super::antecedent::taken_from;
use super::aside::{is_aside, is_the_same_again};
use super::bearing_english::surely_bears;
use super::chinese_statement::is_told_in_chinese;
use super::complaint::for_a_reason;
use super::goes_on::{about, goes_on, is_chinese, says_it};
use super::letters::is_han;
use super::lexicon::{is_said, words_of};
use super::list::LISTS;
use super::participles::is_unknown_and_wanted;
use super::segment::leaves_a_pair_open;
use super::sense::{Beyond, Link, Noun, Part, Question, Sense, Verb};
use super::statement::is_statement;
use super::stretch::is_english_reason;
use super::token::{Meaning, Token, is_verb, says};
use super::told::is_told_for;
use crate::language::Language::{Chinese, English};

/// Takes the remarks out of a sentence's pieces, and gives their subject to the wish that goes on with it.
/// What is passed over comes back as it was said, to be told.
pub fn settle(fragments: Vec<Vec<Token>>) -> (Vec<Vec<Token>>, Vec<String>) {
    let remarks = judged(&fragments);
    pass_over(fragments, remarks, false)
}

/// `grab my last video off YouTube`: asks for what lies elsewhere. What somebody has got from there is only told.
fn fetches(fragment: &[Token]) -> bool {
    let first = said(fragment).next();
    said(fragment).any(|token| token.sense() == Some(Sense::Beyond(Beyond::Download)))
        && !first.is_some_and(|token| in_either(Part::Subject, token))
}

/// `凭空变出一段我们逛老街的录像来`: asked for, whoever is told of in it.
fn comes_of_nothing(fragment: &[Token]) -> bool {
    said(fragment).any(|token| {
        token.sense() == Some(Sense::Beyond(Beyond::Generate))
            && LISTS.from_nothing.starts(&token.text_small())
    })
}

/// The same, with every piece passed over that may be a remark at all. `None` where there is none.
pub fn settle_loosely(fragments: &[Vec<Token>]) -> Option<(Vec<Vec<Token>>, Vec<String>)> {
    let mut remarks = judged(fragments);
    let asides: Vec<usize> = (0..fragments.len())
        .filter(|at| !remarks[*at] && is_aside(fragments, *at))
        .filter(|at| is_chinese(&fragments[*at]) || !surely_bears(&fragments[*at]))
        .collect();
    if asides.is_empty() {
        return None;
    }
    asides.into_iter().for_each(|at| remarks[at] = true);
    Some(pass_over(fragments.to_vec(), remarks, true))
}

fn judged(fragments: &[Vec<Token>]) -> Vec<bool> {
    fragments
        .iter()
        .enumerate()
        .map(|(place, fragment)| {
            let before = place.checked_sub(1).and_then(|before| fragments.get(before));
            let before = before.map(Vec::as_slice);
            let next = fragments.get(place + 1).map(Vec::as_slice);
            if fetches(fragment)
                || comes_of_nothing(fragment)
                || is_the_same_again(fragment)
                || (!is_chinese(fragment) && surely_bears(fragment))
                || is_unknown_and_wanted(fragment)
            {
                return false;
            }
            is_greeting(fragment)
                || is_topic(fragment, place, next)
                || (is_remark(fragment, before) && is_settled(fragment, before, next))
                || is_reason_for_next(fragment, next)
                || is_told_for(fragment, next)
                || (fragments.len() > 1
                    && (is_statement(fragments, place) || is_told_in_chinese(fragments, place)))
        })
        .collect()
}

fn pass_over(
    fragments: Vec<Vec<Token>>,
    remarks: Vec<bool>,
    loosely: bool,
) -> (Vec<Vec<Token>>, Vec<String>) {
    if remarks.iter().all(|remark| *remark) || !remarks.contains(&true) {
        return (fragments, Vec::new());
    }
    let mut kept: Vec<Vec<Token>> = Vec::with_capacity(fragments.len());
    let mut passed_over = Vec::new();
    let mut held: Vec<Vec<Token>> = Vec::new();
    for (fragment, remark) in fragments.into_iter().zip(remarks) {
        if remark {
            kept.last_mut().into_iter().for_each(|last| for_a_reason(last));
            held.push(fragment);
            continue;
        }
        let (goes, subject) = taken_from(&held, &fragment, loosely);
        match (goes, subject) {
            (true, Some(subject)) => {
                kept.push(about(fragment, subject));
                held.clear();
            }
            // What it goes on with is not clear: the remark is left, to be told.
            (true, None) if says_it(&fragment) => {
                kept.append(&mut held);
                kept.push(fragment);
            }
            _ => kept.push(fragment),
        }
        passed_over
            .extend(held.drain(..).filter(|held| !is_greeting(held)).map(|held| words(&held)));
    }
    passed_over.extend(held.iter().map(|held| words(held)));
    (kept, passed_over)
}

/// A piece as it was said, nearly: without its marks.
pub fn words(fragment: &[Token]) -> String {
    let mut text = String::new();
    for token in said(fragment) {
        let latin = |letter: Option<char>| letter.is_some_and(|letter| !is_han(letter));
        if latin(text.chars().next_back()) && latin(token.text.chars().next()) {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}

/// `Hi`, `您好` before a wish.
fn is_greeting(fragment: &[Token]) -> bool {
    let greets = |token: &&Token| token.sense() == Some(Sense::Question(Question::Help));
    said(fragment).all(|token| greets(&token) || token.sense() == Some(Sense::Filler))
        && said(fragment).any(|token| LISTS.greets.has(&token.text))
}

/// `最后两秒，剪掉`, `the title, make it say "Hi"`: only what the wish is about, said before it.
fn is_topic(fragment: &[Token], place: usize, next: Option<&[Token]>) -> bool {
    let names = |token: &Token| {
        is_part(token)
            || matches!(token.sense(), Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text)))
    };
    // "第一段前面3秒": the piece, and the part of it.
    let of_part = said(fragment).any(is_part);
    let bare = |token: &Token| {
        names(token)
            || (of_part && is_thing(token))
            || is_copula(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)))
            // "The good bit is from 0:01 to 0:04".
            || (of_part && token.sense() == Some(Sense::Link(Link::From)))
    };
    let chinese = said(fragment).any(|token| token.text.chars().any(is_han));
    place == 0
        && said(fragment).filter(|token| names(token)).count() == 1
        && said(fragment).all(bare)
        && next.is_some_and(|next| {
            goes_on(next) && (chinese || says_it(next) || (of_part && shows(next)))
        })
}

fn shows(fragment: &[Token]) -> bool {
    fragment.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)))
}

/// `The first clip is too dark` may ask for light. It only gives a reason where the wish goes on with it,
/// or where something was taken away for it.
pub fn is_settled(fragment: &[Token], before: Option<&[Token]>, next: Option<&[Token]>) -> bool {
    let effect = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Degree(_)
                    | Sense::Tone(_)
                    | Sense::Look(_)
                    | Sense::Pace(_)
                    | Sense::Sizing(_)
                    | Sense::Stretch(_)
                    | Sense::Closeness(_)
                    | Sense::Shape(_)
                    | Sense::Place(_)
                    | Sense::Edge(_)
            )
        )
    };
    !said(fragment).any(effect)
        || next.is_some_and(goes_on)
        || before.is_some_and(|before| before.iter().any(is_taking_away))
}

/// `第2秒到第4秒我打喷嚏了，剪掉`: a stretch of time, what is wrong with it, and what is to become of it.
fn is_reason_for_next(fragment: &[Token], next: Option<&[Token]>) -> bool {
    let first = said(fragment).find(|token| {
        !matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::The | Link::From | Link::At))
        )
    });
    let strange = said(fragment).any(|token| token.meaning == Meaning::Unknown);
    if !is_chinese(fragment) {
        return strange && is_english_reason(fragment, next);
    }
    let mut text: String = said(fragment).map(|token| token.text.as_str()).collect();
    for slip in words_of(Chinese, Part::Misspoken) {
        text = text.replace(slip.as_str(), "");
    }
    let wishes = words_of(Chinese, Part::Wish).iter().any(|wish| text.contains(wish.as_str()));
    let quotes = said(fragment).any(|token| matches!(token.meaning, Meaning::Quote(_)));
    first.is_some_and(is_part)
        && text.chars().any(is_han)
        && strange
        && !wishes
        && !quotes
        && next.is_some_and(|next| {
            goes_on(next)
                && next.iter().any(|token| {
                    is_taking_away(token) || token.sense() == Some(Sense::Verb(Verb::Trim))
                })
        })
}

/// The tokens of a piece without the marks and joining words before and behind it.
pub fn said(fragment: &[Token]) -> impl Iterator<Item = &Token> {
    fragment.iter().filter(|token| token.sense() != Some(Sense::Break))
}

fn is_remark(fragment: &[Token], before: Option<&[Token]>) -> bool {
    let marked = fragment
        .iter()
        .take_while(|token| token.sense() == Some(Sense::Break))
        .all(|token| in_either(Part::Mark, token));
    let has = |fits: fn(&Token) -> bool| said(fragment).any(fits);
    // "It belongs between owl" and fox.
    let quotes = has(|token| matches!(token.meaning, Meaning::Quote(_)));
    if !marked || quotes || leaves_a_pair_open(fragment) {
        return false;
    }
    if fragment.iter().any(gives_a_reason) {
        return true;
    }
    if has(|token| token.text.chars().any(is_han)) {
        return is_chinese_remark(fragment) || is_complaint(fragment, before);
    }
    let words: Vec<String> = said(fragment).map(|token| token.text.to_lowercase()).collect();
    let Some((subject, predicate)) = parts(fragment) else { return false };
    // "The title is wrong" is no taking back, as "that's wrong" is.
    let faulty = |word: &String| word == "wrong" && subject.iter().any(is_thing);
    // "Nobody wants to see that" wants nothing.
    let nobody = words.first().is_some_and(|word| ["nobody", "noone"].contains(&word.as_str()));
    if words.iter().any(|word| is_said(English, Part::Wish, word) && !faulty(word) && !nobody) {
        return false;
    }
    let names_first = subject.first().is_some_and(is_thing);
    let begins = words.first().is_some_and(|word| is_said(English, Part::Subject, word));
    let copula = predicate.first().is_some_and(is_copula);
    let past = predicate.first().is_some_and(|token| is_said(English, Part::Past, &token.text));
    let states = copula
        || subject.is_empty()
        || predicate.first().is_some_and(is_finite)
        || !subject.iter().any(is_thing);
    let strange = predicate.iter().any(|token| token.meaning == Meaning::Unknown);
    let removed = before.is_some_and(|before| before.iter().any(is_taking_away));
    let of_the_removed = removed && words.first().is_some_and(|word| word == "it's");
    let there = words.first().is_some_and(|word| word == "there");
    // "It's actually episode 13".
    let is_it = words.first().is_some_and(|word| ["its", "it's"].contains(&word.as_str()));
    (begins || (names_first && copula))
        && states
        && (strange || past || of_the_removed || (copula && subject.iter().any(is_part)))
        && !subject.iter().any(is_verb)
        && predicate.iter().all(|token| says_little(token, past || is_it, there))
}

pub fn is_taking_away(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(Verb::Remove | Verb::Mute)))
}

/// Whether what follows is a reason: `cos it winds the dogs up`.
pub fn gives_a_reason(token: &Token) -> bool {
    token.sense() == Some(Sense::Break) && in_either(Part::Reason, token)
}

fn in_either(part: Part, token: &Token) -> bool {
    [English, Chinese].iter().any(|language| is_said(*language, part, &token.text))
}

pub fn is_copula(token: &Token) -> bool {
    is_said(English, Part::Joins, &token.text)
}

/// `covers`, `hates`, `bothered`: something somebody does.
fn is_finite(token: &Token) -> bool {
    token.meaning == Meaning::Unknown && (token.text.ends_with('s') || token.text.ends_with("ed"))
}

/// What may be said of something without asking for it.
fn says_little(token: &Token, past: bool, there: bool) -> bool {
    match token.meaning {
        Meaning::Unknown => true,
        Meaning::Ordinal(_) | Meaning::Number(_) => past,
        Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_) => there,
        // "A dull stretch", "a bad cut": in what there is, words for doing are names.
        Meaning::Known(Sense::Verb(_)) => {
            token.text.ends_with("ing") || (there && LISTS.does_there.has(&token.text))
        }
        Meaning::Known(Sense::Question(_)) => says(token, &["what's"]),
        Meaning::Known(_) => true,
        _ => false,
    }
}

/// The subject and what is said of it: from the first joining or strange word on.
pub fn parts(fragment: &[Token]) -> Option<(&[Token], &[Token])> {
    let from = fragment.iter().position(|token| token.sense() != Some(Sense::Break))?;
    let rest = &fragment[from..];
    let chinese = rest.iter().any(|token| token.text.chars().any(is_han));
    let begins = |token: &Token| {
        token.meaning == Meaning::Unknown
            || if chinese { begins_chinese(token) } else { is_copula(token) }
    };
    let predicate = rest.iter().position(begins)?;
    Some(rest.split_at(predicate))
}

fn begins_chinese(token: &Token) -> bool {
    is_said(Chinese, Part::Joins, &token.text)
        || token.text.starts_with('太')
        || matches!(token.sense(), Some(Sense::Beyond(_)))
}

/// Chinese has no articles to tell a statement by: it must say so, with `是`, `太`, `了` and their like.
fn is_chinese_remark(fragment: &[Token]) -> bool {
    if points_at_the_unknown(fragment) {
        return false;
    }
    let Some((subject, predicate)) = parts(fragment) else { return false };
    let text: String = said(fragment).map(|token| token.text.as_str()).collect();
    if words_of(Chinese, Part::Wish).iter().any(|wish| text.contains(wish.as_str())) {
        return false;
    }
    // "bunny在前" says where it is to be.
    if predicate.first().is_some_and(|first| first.sense() == Some(Sense::Verb(Verb::Move))) {
        return false;
    }
    let begins = predicate.first().is_some_and(begins_chinese);
    let about_a_thing = subject.iter().any(is_thing);
    // "不好看", "重复了": every word of it may be known, and still nothing is asked for.
    let judged = begins && about_a_thing && predicate.len() > 1;
    let strange = judged || predicate.iter().any(|token| token.meaning == Meaning::Unknown);
    let ends = predicate.last().is_some_and(|token| token.text == "了");
    let states = begins || ends || LISTS.states.is_within(&text);
    let goes_on_there = predicate.first().is_some_and(|token| says(token, &["是", "在"]));
    let of_a_part = subject.iter().any(is_part);
    strange
        && (states || of_a_part)
        && !subject.iter().any(is_verb)
        && predicate.iter().all(|token| match token.meaning {
            Meaning::Known(Sense::Verb(_)) => goes_on_there && !subject.is_empty(),
            Meaning::Known(Sense::Question(_)) => false,
            Meaning::Number(_) => goes_on_there,
            Meaning::Known(Sense::Beyond(_)) => about_a_thing,
            Meaning::Unknown | Meaning::Known(_) => true,
            _ => false,
        })
}

/// `厨房那张`, where no file is called so: what is said of it may be a wish, and of nothing else.
pub fn points_at_the_unknown(fragment: &[Token]) -> bool {
    // "不太喜欢这个音乐".
    let text: String = said(fragment).map(|token| token.text.as_str()).collect();
    let dislikes = |not: &str| !not.is_ascii() && text.starts_with(not);
    if LISTS.denies_liking.iter().any(dislikes) {
        return false;
    }
    fragment.windows(2).any(|pair| {
        pair[0].meaning == Meaning::Unknown
            && pair[0].text.chars().any(is_han)
            && pair[1].sense() == Some(Sense::Link(Link::The))
            && is_thing(&pair[1])
    })
}

/// `删掉音乐，太吵了`: what is gone cannot be too loud any more.
fn is_complaint(fragment: &[Token], before: Option<&[Token]>) -> bool {
    let too = |token: &Token| token.text.starts_with('太');
    before.is_some_and(|before| before.iter().any(is_taking_away))
        && said(fragment).any(too)
        && said(fragment).all(|token| too(token) || token.sense() == Some(Sense::Filler))
}

pub fn is_text_noun(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

/// A stretch of time: somebody who only names it and says what it is like wants it looked at.
pub fn is_part(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
}

pub fn is_thing(token: &Token) -> bool {
    match token.meaning {
        Meaning::File(..)
        | Meaning::Files(_)
        | Meaning::Ordinal(_)
        | Meaning::FirstOf(_)
        | Meaning::LastOf(_)
        | Meaning::Head(_)
        | Meaning::Tail(_)
        | Meaning::Range(..) => true,
        Meaning::Known(Sense::Noun(noun)) => noun != Noun::Film,
        Meaning::Known(Sense::Link(Link::Each) | Sense::Transition(_)) => true,
        Meaning::Known(Sense::Link(Link::The)) => {
            token.text.ends_with(['张', '段', '个', '幅', '条'])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Name, read};
    use crate::api::wire::MediaKind;

    fn cut(sentence: &str) -> Vec<String> {
        let names = [Name::new("cake.jpg", MediaKind::Image)];
        let said = |clause: &super::super::Clause| {
            let telling = clause.tokens.iter().filter(|token| {
                !matches!(token.sense(), Some(super::Sense::Break | super::Sense::Filler))
            });
            telling.map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        read(sentence, &names).clauses.iter().map(said).collect()
    }

    #[test]
    fn a_remark_is_passed_over_and_gives_its_subject_to_the_wish() {
        for (sentence, clauses) in [
            ("remove the music, the bride hates it", &["remove the music"][..]),
            ("mute the first clip, it's only wind", &["mute the first clip"]),
            ("the last clip is shaky, remove it", &["remove the last clip"]),
            (
                "the first three seconds are just me fumbling, cut them",
                &["cut the first three seconds"],
            ),
            (
                "there's a hiccup between 6 and 8 seconds, take it out",
                &["take between 6 and 8 seconds"],
            ),
            ("删掉音乐，新娘不喜欢", &["删掉 音乐"]),
            ("第一段风声太大，静音", &["第一段 静音"]),
        ] {
            assert_eq!(cut(sentence), clauses, "{sentence}");
        }
    }

    #[test]
    fn what_may_be_a_wish_is_left() {
        for sentence in [
            "remove the music, xylophone the title",
            "remove the music, the client wants the title gone",
            "remove the music, the title 3 seconds longish",
            "删掉音乐，标题嗨起来",
            "删掉音乐，要把标题搞一搞",
        ] {
            assert!(cut(sentence).join("|").len() > "remove the music".len(), "{sentence}");
        }
    }
}
