//! What a Chinese part of a sentence bears of an edit: `标题要大一点`, `别删第一张`. `天冷了冰粉不卖了` and
//! `隔壁理发店都来说我` bear nothing.
//!
//! Words lie in other words (`打` in `打架`): a single letter that touches a strange word says nothing by itself, unless
//! it takes something away.

use super::bearing::{has_an_effect_of_its_own, is_of_the_film, is_placed};
use super::lexicon::words_of;
use super::list::LISTS;
use super::remark::{points_at_the_unknown, said};
use super::sense::{Beyond, Link, Part, Question, Sense, Verb};
use super::token::{Meaning, Token};
use crate::language::Language::Chinese;

pub fn bears(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let text = plain(part);
    let telling: Vec<&Token> = telling(part);
    let somebody = LISTS.somebody.iter().any(|who| !who.is_ascii() && text.starts_with(who));
    // "房子那段要嗨起来": of a piece, though nobody knows which.
    let film = points_at_the_unknown(part)
        || telling.iter().any(|token| is_of_the_film(token) && !only_points(token));
    let has = |fits: fn(&Token) -> bool| telling.iter().any(|token| fits(token));
    let wishes = words_of(Chinese, Part::Wish).iter().any(|wish| text.contains(wish.as_str()));
    let beyond = |token: &&Token| match token.sense() {
        // "我后面要录解说".
        Some(Sense::Beyond(Beyond::Speech)) => !somebody,
        // "谁有耐心看完啊" asks nothing.
        Some(Sense::Question(Question::Other)) => film || is_asked(part),
        Some(Sense::Beyond(_) | Sense::Question(_)) => true,
        _ => false,
    };
    if is_needless(&telling, &text, somebody) || is_shown_somewhere(part, film) {
        return false;
    }
    if LISTS.begs.is_within(&text)
        || telling.iter().any(beyond)
        || forbids(&telling, film)
        || orders(&telling, &text, somebody, film)
        || limits(&telling, somebody, film)
        || (wishes && (film || LISTS.turns_back.starts(&text)) && !is_settled_wish(&text))
    {
        return true;
    }
    let strange = strange_letters(&telling);
    let states = LISTS.states.is_within(&text)
        || LISTS.told_of_a_thing.is_within(&text)
        || LISTS.is_like_that.ends(&text);
    strange < 2 && !(strange > 0 && states)
        || (film && !somebody && (!states || has(is_placed)))
        || has_an_effect_of_its_own(parts, place, |token| {
            telling.iter().any(|told| told.span == token.span)
        })
}

/// `把柠檬茶搞得热闹一点`, `狗叫的地方留着`, `别把海鸥弄没`: an order, or a limit to another one.
pub fn orders_or_limits(part: &[Token]) -> bool {
    let text = plain(part);
    let telling: Vec<&Token> = telling(part);
    let film = points_at_the_unknown(part)
        || telling.iter().any(|token| is_of_the_film(token) && !only_points(token));
    let verb = telling.iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
    let not = |token: &&Token| match token.sense() {
        Some(Sense::Link(Link::Without)) => !LISTS.lacks.has(&token.text),
        Some(Sense::Link(Link::Not)) => LISTS.forbidding.starts(&token.text),
        _ => false,
    };
    text.contains('把')
        || text.contains('将')
        || LISTS.begs.is_within(&text)
        || LISTS.turns_back.starts(&text)
        || limits(&telling, false, film)
        || telling.iter().any(not)
        || (verb && (film || strange_letters(&telling) < 2))
}

/// Without the words that have a word of wanting in them and want nothing.
fn plain(part: &[Token]) -> String {
    let mut text: String = said(part).map(|token| token.text.as_str()).collect();
    for word in LISTS.no_wanting.iter() {
        text = text.replace(word, "");
    }
    for word in [Part::Misspoken, Part::Purpose].iter().flat_map(|part| words_of(Chinese, *part)) {
        text = text.replace(word.as_str(), "");
    }
    text
}

/// Whether a mark says so.
fn is_asked(part: &[Token]) -> bool {
    part.iter().any(|token| token.text.contains(['?', '？']))
}

fn telling(part: &[Token]) -> Vec<&Token> {
    let said: Vec<&Token> = said(part).collect();
    let inside = |at: usize| {
        let token = said[at];
        let mild = match token.sense() {
            Some(Sense::Verb(verb)) => {
                matches!(verb, Verb::Show | Verb::Use | Verb::Join | Verb::Make | Verb::Add)
            }
            Some(Sense::Link(Link::The | Link::A | Link::It)) => false,
            Some(Sense::Link(link)) => {
                !matches!(link, Link::Not | Link::Without | Link::Only | Link::Except)
            }
            Some(
                Sense::Degree(_)
                | Sense::Tone(_)
                | Sense::Stretch(_)
                | Sense::Edge(_)
                | Sense::Colour(_),
            ) => true,
            _ => false,
        };
        let strange = |other: Option<&&Token>, touches: &dyn Fn(&Token) -> bool| {
            other.is_some_and(|other| other.meaning == Meaning::Unknown && touches(other))
        };
        let before = at.checked_sub(1).and_then(|before| said.get(before));
        token.text.chars().count() == 1
            && mild
            && (strange(before, &|other| other.span.end == token.span.start)
                || strange(said.get(at + 1), &|other| other.span.start == token.span.end))
            && at > 0
    };
    let filler = |at: &usize| said[*at].sense() != Some(Sense::Filler);
    (0..said.len()).filter(|at| filler(at) && !inside(*at)).map(|at| said[at]).collect()
}

fn strange_letters(telling: &[&Token]) -> usize {
    let strange = telling.iter().filter(|token| token.meaning == Meaning::Unknown);
    strange.map(|token| token.text.chars().count()).sum()
}

/// `那段`, which names nothing by itself.
fn only_points(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::The))
}

/// `要` that somebody has for something else: `裙摆要飘起来`.
fn is_settled_wish(text: &str) -> bool {
    let others: Vec<&str> = words_of(Chinese, Part::Wish)
        .iter()
        .map(String::as_str)
        .filter(|wish| !LISTS.wants_lightly.has(wish) && text.contains(wish))
        .collect();
    others.is_empty()
}

/// `标题不要`, `别删第一张`, `别删`; not `别一上来就怼脸上`, nor `冰粉不卖了`.
fn forbids(telling: &[&Token], film: bool) -> bool {
    let denies = |token: &&&Token| match token.sense() {
        Some(Sense::Link(Link::Without)) => true,
        Some(Sense::Link(Link::Not)) => LISTS.forbidding.starts(&token.text),
        _ => false,
    };
    let Some(at) = telling.iter().position(|token| denies(&token)) else { return false };
    let orders = |token: &&Token| matches!(token.sense(), Some(Sense::Verb(_)));
    let touched = film || telling.iter().any(orders);
    let rest = strange_letters(&telling[at + 1..]);
    touched
        || rest < 2
        || (telling[at].sense() == Some(Sense::Link(Link::Without))
            && !LISTS.lacks.has(&telling[at].text))
}

/// `这组照片不需要煽情`, `我们用不着这么多张`: what is not called for, and is nothing of the film.
fn is_needless(telling: &[&Token], text: &str, somebody: bool) -> bool {
    let Some(at) = telling.iter().position(|token| LISTS.needs_none.has(&token.text)) else {
        return false;
    };
    let behind = &telling[at + 1..];
    let strange = |token: &&Token| token.meaning == Meaning::Unknown;
    (at > 0 && strange_letters(behind) > 1 && behind.iter().all(strange))
        || (somebody && LISTS.so_many.is_within(text))
}

/// `店里大屏要放`: where it is to be shown, and nothing of the film.
fn is_shown_somewhere(part: &[Token], film: bool) -> bool {
    let text: String = said(part).map(|token| token.text.as_str()).collect();
    let first = said(part).find(|token| token.sense() != Some(Sense::Filler));
    !film
        && LISTS.shown_somewhere.ends(&text)
        && first.is_some_and(|first| first.meaning == Meaning::Unknown)
}

/// A verb of editing, but for what somebody does elsewhere (`老板拿去放给客户看`).
fn orders(telling: &[&Token], text: &str, somebody: bool, film: bool) -> bool {
    let verb = |token: &Token| match token.sense() {
        Some(Sense::Verb(verb)) => Some(verb),
        _ => None,
    };
    if text.contains('把') || text.contains('将') {
        return true;
    }
    let over = LISTS.told_of_a_thing.ends(text);
    let mild = |verb: Verb| matches!(verb, Verb::Show | Verb::Use | Verb::Join | Verb::Make);
    let first = telling.first().and_then(|first| verb(first));
    if let Some(first) = first.filter(|_| !somebody) {
        return !(mild(first) && over && !film);
    }
    let edits = telling.iter().filter_map(|token| verb(token)).any(|verb| !mild(verb));
    let shows = telling.iter().any(|token| verb(token).is_some());
    (edits && (!somebody || film)) || (shows && film && !somebody)
}

fn limits(telling: &[&Token], somebody: bool, film: bool) -> bool {
    telling.iter().any(|token| match token.sense() {
        Some(Sense::Link(Link::Only)) => !somebody || film,
        Some(Sense::Link(link)) => matches!(
            link,
            Link::Except | Link::AsItIs | Link::Rest | Link::Instead | Link::TheOther
        ),
        _ => false,
    })
}
