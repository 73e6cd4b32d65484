//! Whether a part of a sentence carries nothing of an edit, where all the other parts are understood as wishes: no
//! order, no amount, no words to show, no taking back.
//!
//! As everything else was understood whole, less is asked of a remark here than where that is not so: a fault of what
//! goes for it (`柠檬茶那张糊了，请换成…`), what somebody does elsewhere (`I'll clean it up later`, `我要在现场讲解`), what
//! an amount is like (`a whole second feels sleepy`), or strange words of something that is not in the film.

use super::accordingly::amount_told;
use super::aside::{is_aside, is_effect, is_the_same_again};
use super::bearing_english::surely_bears;
use super::chinese_statement::is_told_in_chinese;
use super::goes_on::{goes_on, is_chinese, is_it, says_it, trades};
use super::lexicon::{is_said, words_of};
use super::list::LISTS;
use super::remark::{is_taking_away, is_thing, said};
use super::sense::{Link, Noun, Part, Sense, Verb};
use super::some_other_time::is_at_another_time;
use super::statement::is_statement;
use super::token::{Meaning, Token, is_break, is_time, is_verb};
use super::wish::is_wish;
use crate::language::Language::{Chinese, English};

/// Whether one of the parts of a sentence may be passed over.
pub fn is_idle(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let next = parts.get(place + 1).map(Vec::as_slice);
    if is_taken_back(part) || is_the_same_again(part) {
        return false;
    }
    if is_only_felt(part)
        || is_told_again(parts, place)
        || goes_on_telling(parts, place)
        || is_alone_in_it(part, next)
        || judges_an_amount(part)
        || is_fault_of_what_goes(part, next)
        || is_suffered(part)
        || is_likened(part)
        || is_to_be_done(parts, place)
        || is_at_another_time(part)
    {
        return true;
    }
    !is_wish(part)
        && !names_another(part)
        && (is_chinese(part) || !surely_bears(part))
        && (is_aside(parts, place)
            || is_statement(parts, place)
            || is_told_in_chinese(parts, place)
            || is_done_elsewhere(part)
            || drowns(part)
            || is_strange(part))
}

/// `like last orders`, `just like at the cinema`, `像老电影一样`: what it is like, and nothing of the film in it.
fn is_likened(part: &[Token]) -> bool {
    let telling: Vec<&Token> = said(part).collect();
    let text = text(part);
    let likens = LISTS.is_like.starts(text.trim_start());
    let plain = |(at, token): (usize, &&Token)| match token.meaning {
        Meaning::Unknown => true,
        // "Last orders".
        Meaning::Ordinal(_) => telling.get(at + 1).is_some_and(|next| !is_thing(next)),
        Meaning::Known(Sense::Link(link)) => matches!(
            link,
            Link::The | Link::A | Link::Of | Link::At | Link::For | Link::With | Link::From
        ),
        Meaning::Known(Sense::Filler | Sense::Mood(_)) => true,
        Meaning::Known(Sense::Verb(_)) => at > 1,
        _ => false,
    };
    likens && telling.len() > 1 && telling.iter().enumerate().all(plain)
}

/// `clubhouse.jpg would look better in black and white; do convert it`: that what was told before it is to be done.
fn is_to_be_done(parts: &[Vec<Token>], place: usize) -> bool {
    let told = place.checked_sub(1).is_some_and(|before| parts[before].iter().any(is_effect));
    told && LISTS.do_so.has(text(&parts[place]).trim())
}

/// `怕吵醒她俩`, `小的那个吵着要排第一`, `裁掉点边没事`: what somebody fears, clamours for or does not mind, and nothing of the
/// film in it.
pub fn is_only_felt(part: &[Token]) -> bool {
    let text = text(part);
    let text = text.trim();
    let exact = |token: &Token| {
        !matches!(
            token.meaning,
            Meaning::Known(_) | Meaning::Unknown | Meaning::Number(_) | Meaning::Ordinal(_)
        )
    };
    let thing = |token: &Token| is_thing(token) && !matches!(token.meaning, Meaning::Ordinal(_));
    let named = |token: &Token| thing(token) && !LISTS.points.has(&token.text) && !is_it(token);
    let felt = (is_chinese(part) && (LISTS.fears.starts(text) || LISTS.makes_room.starts(text)))
        || is_not_to_be_sudden(text)
        || LISTS.praises.ends(text)
        || LISTS.unsuited.ends(text)
        || LISTS.clamours.is_within(text)
        || (LISTS.concedes.ends(text) && !LISTS.concedes.has(text));
    felt && !text.contains(['把', '将']) && !said(part).any(|token| exact(token) || named(token))
}

/// `莫要一下子断脱`, `别硬跳`: how what is wanted beside it is not to come about.
fn is_not_to_be_sudden(text: &str) -> bool {
    let forbids = LISTS.forbids_softly.iter().find_map(|word| text.strip_prefix(word));
    forbids.is_some_and(|rest| LISTS.suddenly.starts(rest))
}

/// `平台只给4秒预告位，整条压到4秒`: an amount of something else, that a wish behind it has as well.
pub fn is_told_again(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let Some(amount) = amount_told(part) else { return false };
    let again = |next: &Vec<Token>| next.iter().any(|token| token.meaning == amount.meaning);
    let told = said(part).any(|token| LISTS.allows_so_much.has(&token.text_small()))
        || LISTS.allows_so_much.iter().any(|word| is_said_in(&text(part), word));
    let slot = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Promo));
    let named = part.iter().any(|token| is_thing(token) && !slot(token));
    told && parts.iter().skip(place + 1).any(again) && !named
}

/// `the mask photo is the only one without a caption`, where the wish behind it is of that one.
pub fn is_alone_in_it(part: &[Token], next: Option<&[Token]>) -> bool {
    let exact = |token: &Token| {
        matches!(token.meaning, Meaning::Time(_) | Meaning::Percent(_) | Meaning::Quote(_))
    };
    let taken_up = next.is_some_and(|next| says_it(next) || (is_chinese(next) && goes_on(next)));
    taken_up && LISTS.is_the_only.is_within(&text(part)) && !part.iter().any(exact)
}

/// `she's a 1926 boat and ought to look it`: more of somebody who was told of, and nothing of the film in it.
pub fn goes_on_telling(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let Some(before) = place.checked_sub(1).map(|before| &parts[before]) else { return false };
    let told = || said(before).next().is_some_and(|first| LISTS.tells_of.has(&first.text_small()));
    let joined = part.first().is_some_and(|mark| mark.text_small() == "and");
    let first = said(part).find(|token| token.sense() != Some(Sense::Break)).map(Token::text_small);
    let goes_on = first.is_some_and(|first| {
        let word = first.split_whitespace().next().unwrap_or_default().to_owned();
        LISTS.finite.has(&word) || LISTS.is_to_be.has(&word)
    });
    let light = |token: &Token| match token.meaning {
        Meaning::Unknown => true,
        Meaning::Known(Sense::Verb(verb)) => verb == Verb::Show,
        Meaning::Known(Sense::Filler | Sense::Link(_)) => true,
        _ => false,
    };
    joined && goes_on && told() && said(part).all(light)
}

/// `and the fluffy one as well`: it goes on with the wish, whatever it is.
fn names_another(part: &[Token]) -> bool {
    let joined = part.first().is_some_and(|mark| {
        is_break(mark) && mark.text.is_ascii() && !is_said(English, Part::Mark, &mark.text)
    });
    let first = said(part).find(|token| token.sense() != Some(Sense::Filler));
    let named =
        first.is_some_and(|first| matches!(first.sense(), Some(Sense::Link(Link::The | Link::A))));
    // "And the dog barks so".
    let few = said(part).filter(|token| is_telling(token)).count() < 3;
    joined && named && few
}

/// `你莫动`, `unless gran minds`: what is wanted is not wanted then, or not always.
fn is_taken_back(part: &[Token]) -> bool {
    let text = text(part);
    LISTS.holds_not.iter().any(|word| is_said_in(&text, word))
}

/// The words of a part, written small: English ones with a space around each.
pub fn text(part: &[Token]) -> String {
    let chinese = is_chinese(part);
    let words: Vec<String> = said(part).map(Token::text_small).collect();
    if chinese { words.concat() } else { format!(" {} ", words.join(" ")) }
}

/// Whether words stand in such a text.
pub fn is_said_in(text: &str, word: &str) -> bool {
    let apart = |(at, found): (usize, &str)| {
        text[..at].ends_with(' ') && text[at + found.len()..].starts_with(' ')
    };
    if word.is_ascii() { text.match_indices(word).any(apart) } else { text.contains(word) }
}

/// `杯口都被裁掉了`: what has become of something is no order.
fn is_suffered(part: &[Token]) -> bool {
    let text = text(part);
    let measured = |token: &Token| {
        !is_thing(token) && !matches!(token.meaning, Meaning::Known(_) | Meaning::Unknown)
    };
    let ends = text.ends_with('了') || text.ends_with("到了") || text.ends_with('着');
    is_chinese(part) && text.contains('被') && ends && !part.iter().any(measured) && !wants(part)
}

/// `the music's drowning everything out`: something happens, and the words for it are strange.
fn drowns(part: &[Token]) -> bool {
    let telling: Vec<&Token> = said(part).filter(|token| is_telling(token)).collect();
    let happens =
        |token: &&Token| token.meaning == Meaning::Unknown && token.text_small().ends_with("ing");
    let plain = |token: &&Token| {
        token.meaning == Meaning::Unknown
            || is_thing(token)
            || matches!(token.sense(), Some(Sense::Link(link)) if link != Link::Without)
    };
    matches!(telling[..], [first, second, ..] if is_thing(first) && happens(&second))
        && telling.iter().all(plain)
}

fn is_telling(token: &Token) -> bool {
    !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
}

/// `a whole second feels sleepy`, `twelve seconds is too long`, `1秒看着犯困`; not `three seconds will do`.
pub fn judges_an_amount(part: &[Token]) -> bool {
    let light = |token: &&Token| !matches!(token.sense(), Some(Sense::Filler | Sense::Link(_)));
    let telling: Vec<&Token> = said(part).filter(light).collect();
    let Some((first, rest)) = telling.split_first() else { return false };
    let text = text(part);
    let judges = LISTS.judges.iter().any(|word| is_said_in(&text, word));
    let suffices = LISTS.suffices.iter().any(|word| is_said_in(&text, word));
    let plain = |token: &&Token| {
        matches!(
            token.meaning,
            Meaning::Unknown
                | Meaning::Ordinal(2)
                | Meaning::Known(Sense::Stretch(_) | Sense::Pace(_) | Sense::Degree(_))
        ) || LISTS.judges.iter().any(|word| is_said_in(&format!(" {} ", token.text_small()), word))
    };
    // "One whole second", "4 is an age".
    let counted = text.is_ascii() && matches!(first.meaning, Meaning::Number(_));
    (is_time(first) || counted) && judges && !suffices && rest.iter().all(plain)
}

/// `柠檬茶那张糊了，请换成…`, `the cake is blurry, replace it`: what is wrong with something that is to go.
fn is_fault_of_what_goes(part: &[Token], next: Option<&[Token]>) -> bool {
    let goes = next.is_some_and(|next| {
        (goes_on(next) && (trades(next) || next.iter().any(is_taking_away)))
            || (is_chinese(part) && is_without_object(next) && text(part).contains('太'))
    });
    let plain = |token: &Token| match token.meaning {
        Meaning::Unknown => true,
        Meaning::Known(Sense::Link(link)) => !matches!(
            link,
            Link::Without | Link::Instead | Link::Except | Link::AsItIs | Link::Rest
        ),
        Meaning::Known(Sense::Verb(_) | Sense::Question(_) | Sense::Beyond(_)) => false,
        Meaning::Known(_) => true,
        _ => is_thing(token),
    };
    let states = said(part).any(|token| is_effect(token) || token.meaning == Meaning::Unknown);
    goes && states
        && !is_of_a_look(part)
        && said(part).filter(|token| is_piece(token)).count() == 1
        && said(part).all(plain)
        && !wants(part)
}

/// `放到第一张`, `4倍速就行`: what is to be done comes first, and what it is done to was said before.
pub fn is_without_object(tokens: &[Token]) -> bool {
    let mut telling = said(tokens).filter(|token| token.sense() != Some(Sense::Filler));
    let first = telling.next();
    let done = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Change | Verb::Duplicate)))
    };
    let names = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(_) | Sense::Shape(_) | Sense::Platform(_) | Sense::Resolution(_))
        ) || matches!(token.meaning, Meaning::Ratio(..) | Meaning::Rate(_) | Meaning::Quote(_))
    };
    // "4倍速过掉就行".
    let paced = |token: &Token| {
        matches!(token.sense(), Some(Sense::Pace(_))) || matches!(token.meaning, Meaning::Speed(_))
    };
    is_chinese(tokens)
        && first.is_some_and(|first| done(first) || paced(first))
        && !telling.any(names)
}

/// `the black and white on the tunnel is too much`: of the look, and not of the piece.
pub fn is_of_a_look(part: &[Token]) -> bool {
    let piece = part.iter().position(is_piece);
    // "天冷了冰粉不卖了": how it is outside.
    let so_now = |at: usize| part.get(at + 1).is_some_and(|next| next.text == "了");
    piece.is_some_and(|piece| (0..piece).any(|at| is_effect(&part[at]) && !so_now(at)))
}

fn is_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
}

/// `I'll clean it up myself later`, `我要在现场讲解`: by somebody, at another time or place.
fn is_done_elsewhere(part: &[Token]) -> bool {
    let text = text(part);
    let somebody = |word: &str| LISTS.somebody.has(word) || LISTS.tells_of.has(word);
    let of_somebody = if is_chinese(part) {
        LISTS.somebody.iter().any(|who| !who.is_ascii() && text.contains(who))
    } else {
        text.split_whitespace().take(3).any(somebody)
    };
    let elsewhere = LISTS.out_of_the_film.iter().any(|word| is_said_in(&text, word));
    // "我要" by itself asks for something.
    let rest: Vec<&Token> = said(part).skip(1).collect();
    let first = said(part).find(|token| token.sense() != Some(Sense::Filler));
    let orders = first.is_some_and(is_verb) && !is_chinese(part);
    of_somebody && elsewhere && !orders && !rest.iter().any(|token| is_of_an_edit(token))
}

/// `护理部有要求`, `老客都冲这个来`, `甜的不能压轴`: strange words, and nothing of the film in them.
fn is_strange(part: &[Token]) -> bool {
    let strange = said(part).any(|token| token.meaning == Meaning::Unknown);
    let filler = |token: &&Token| token.sense() != Some(Sense::Filler);
    let letters: usize = said(part).filter(filler).map(|token| token.text.chars().count()).sum();
    let not = |token: &Token| token.sense() == Some(Sense::Link(Link::Not));
    let denied_first = said(part).find(filler).is_some_and(not);
    // "酸的不能压轴": what comes last there is the sour one.
    let denied = said(part).any(not);
    let of_an_edit = |token: &Token| {
        is_of_an_edit(token) && !(denied && matches!(token.sense(), Some(Sense::Edge(_))))
    };
    let only_strange = said(part).filter(filler).all(|token| token.meaning == Meaning::Unknown);
    is_chinese(part)
        && strange
        && (letters > 2 || (letters == 2 && only_strange))
        && !denied_first
        && !wants(part)
        && !part.iter().any(of_an_edit)
}

/// Something of the film, an amount, an order, or what something can be made like. What only points says nothing.
fn is_of_an_edit(token: &Token) -> bool {
    if is_it(token) || LISTS.points.has(&token.text) {
        return false;
    }
    match token.meaning {
        Meaning::Unknown => false,
        Meaning::Known(sense) => match sense {
            Sense::Verb(verb) => !matches!(verb, Verb::Show | Verb::Use | Verb::Join),
            Sense::Link(link) => matches!(
                link,
                Link::Without
                    | Link::Instead
                    | Link::Except
                    | Link::AsItIs
                    | Link::Rest
                    | Link::Gone
            ),
            Sense::Noun(_) | Sense::Question(_) | Sense::Beyond(_) => true,
            _ => is_effect(token),
        },
        _ => true,
    }
}

/// Whether it has a word of wanting in it.
fn wants(part: &[Token]) -> bool {
    let mut text: String = said(part).map(|token| token.text.as_str()).collect();
    for word in LISTS.no_wanting.iter() {
        text = text.replace(word, "");
    }
    is_chinese(part)
        && words_of(Chinese, Part::Wish).iter().any(|wish| text.contains(wish.as_str()))
}
