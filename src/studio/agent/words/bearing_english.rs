//! What an English part of a sentence bears of an edit: `the title should be bigger`, `black and white on the last one`.
//! `nobody needs the whole corridor` and `no licence` bear nothing.

use super::aside::is_effect;
use super::bearing::{has_an_effect_of_its_own, is_of_the_film, is_placed, is_taken_up};
use super::confirms::keeps_the_total;
use super::goes_on::is_it;
use super::lexicon::is_said;
use super::list::LISTS;
use super::remark::{is_thing, said};
use super::sense::{Link, Noun, Part, Question, Sense, Verb};
use super::statement::{
    Word, demands, has_an_order, is_finite, is_some_of_them, makes_out_nothing, scoffs, words,
};
use super::token::{Meaning, Token, is_break, is_verb};
use crate::language::Language::English;

/// Of whom or what a part tells something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Somebody,
    Film,
    Nobody,
}

pub fn bears(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let words = words(part);
    let Some(first) = words.first() else { return false };
    let has = |fits: fn(&Token) -> bool| said(part).any(fits);
    let film = has(is_of_the_film);
    let strange = has(|token| token.meaning == Meaning::Unknown);
    if makes_out_nothing(&words) || scoffs(&words) {
        return false;
    }
    if surely_bears(part)
        || asks_about_the_film(part)
        || is_an_order(first)
        || orders_strangely(&words)
        || limits(part)
        || forbids(part, &words)
        || wants_of_the_film(parts, place, &words)
    {
        return true;
    }
    let joined = part.first().is_some_and(|mark| !is_a_mark(mark));
    // "And the guests" goes on with the wish.
    if joined && words.len() < 3 {
        return true;
    }
    match told_of(&words) {
        Of::Somebody => {
            let you = first.text.starts_with("you");
            has_an_order(&words)
                || (you && film)
                || (film && !strange)
                || goes_its_own_way(parts, place, &words)
        }
        Of::Film => {
            !strange || is_put_somewhere(part) || has_an_effect_of_its_own(parts, place, is_effect)
        }
        // "Prop in shot".
        Of::Nobody => {
            // "Mute bikes, the fluffy one".
            let named = first.token.sense() == Some(Sense::Link(Link::The));
            let other = |token: &Token| is_of_the_film(token) && !is_any_piece(token);
            joined
                || named
                || !strange
                || first.token.meaning != Meaning::Unknown && film
                || has(other)
                || has(is_verb)
        }
    }
}

/// `two of our carers are deaf`: the number is of people.
pub fn is_of_people(part: &[Token]) -> bool {
    is_some_of_them(&words(part))
}

/// `the title is at the bottom`; not `it's the one my grandfather stood behind`, where nothing is behind anything of the film.
fn is_put_somewhere(part: &[Token]) -> bool {
    let said: Vec<&Token> = said(part).collect();
    let beside = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Before | Link::After | Link::Between)))
    };
    said.iter().enumerate().any(|(at, token)| {
        is_placed(token)
            && (!beside(token) || said[at + 1..].iter().any(|next| is_thing(next) || is_it(next)))
    })
}

/// What no remark says, whatever else it is like: `xylophone the others`, and what limits.
pub fn surely_bears(part: &[Token]) -> bool {
    surely_limits(part) || orders_strangely(&words(part))
}

/// `xylophone the others`, `Leave mixer static`, `not the last one`: an order, or a limit to another one.
pub fn orders_or_limits(part: &[Token]) -> bool {
    let words = words(part);
    let Some(first) = words.first() else { return false };
    let film = said(part).any(is_of_the_film);
    surely_bears(part)
        || is_an_order(first)
        || limits(part)
        || forbids(part, &words)
        || (said(part).any(is_verb)
            && (film || words.iter().all(|word| word.token.meaning != Meaning::Unknown)))
}

/// `only while the choir sings`, `no wait`, `and everything my brother shot`, `the hallway needs it too`.
pub fn surely_limits(part: &[Token]) -> bool {
    // Not "can't wait".
    let texts: Vec<String> = said(part).map(Token::text_small).collect();
    if ["wait", "no wait", "hang on", "no hang on"].contains(&texts.join(" ").as_str()) {
        return true;
    }
    if keeps_the_total(part) {
        return true;
    }
    let words = words(part);
    let [first, rest @ ..] = words.as_slice() else { return false };
    let joined = part.first().is_some_and(|mark| !is_a_mark(mark));
    let when = rest.first().is_some_and(|next| LISTS.limits_when.has(&next.text));
    let too = words.last().is_some_and(|last| ["too", "also"].contains(&last.text.as_str()));
    (first.text == "only" && when)
        || (joined && LISTS.everything.has(&first.text))
        || (too && demands(&words) && said(part).any(is_it))
}

/// A question, or what cannot be done here. `The lounge is the money shot` only has the words of a question in it.
fn asks_about_the_film(part: &[Token]) -> bool {
    said(part).enumerate().any(|(at, token)| match token.sense() {
        Some(Sense::Question(Question::Other)) => at == 0,
        Some(Sense::Beyond(_)) => !is_named_as_a_thing(part, token),
        Some(Sense::Question(_)) => true,
        _ => false,
    })
}

/// `that's Alfie's big save`: a thing of its own, as what it is like says, and no order.
fn is_named_as_a_thing(part: &[Token], token: &Token) -> bool {
    let first = said(part).next().is_some_and(|first| LISTS.tells_of.has(&first.text_small()));
    let before = said(part).take_while(|other| other.span != token.span).last();
    let said_of_it = |before: &Token| {
        is_effect(before)
            || before.meaning == Meaning::Unknown
            || matches!(before.sense(), Some(Sense::Link(Link::A | Link::The)))
            || LISTS.whose.has(&before.text_small())
    };
    first && before.is_some_and(|before| said_of_it(before) && before.text_small() != "to")
}

/// A verb in front, in a form that orders; not the phrase `we want`.
fn is_an_order(first: &Word<'_>) -> bool {
    if LISTS.somebody.has(&first.text) || LISTS.new_clause.has(&first.text) {
        return false;
    }
    let form = first.text.ends_with("ing") || (first.text.ends_with('s') && first.text != "less");
    (is_verb(first.token) && !form) || LISTS.calls_for.has(&first.text)
}

/// `xylophone the title`, `grade it`: a strange word in front, and what it is to be done to.
fn orders_strangely(words: &[Word<'_>]) -> bool {
    let [first, second, rest @ ..] = words else { return false };
    let points = |word: &Word<'_>| {
        LISTS.acted_on.has(&word.text) || is_it(word.token) || is_thing(word.token)
    };
    let others = [
        &LISTS.finite,
        &LISTS.leads_in,
        &LISTS.tells_of,
        &LISTS.new_clause,
        &LISTS.somebody,
        &LISTS.points_out,
    ];
    first.token.meaning == Meaning::Unknown
        && !others.iter().any(|list| list.has(&first.text))
        && points(second)
        && !is_finite(second)
        && !rest.iter().take(5).any(is_finite)
}

/// `only the first one`, `but not the last`, `leave the rest`.
fn limits(part: &[Token]) -> bool {
    let limit = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Link(
                Link::Except
                    | Link::AsItIs
                    | Link::Instead
                    | Link::Rest
                    | Link::TheOther
                    | Link::Gone
            ))
        )
    };
    let only = |token: &Token| token.sense() == Some(Sense::Link(Link::Only));
    let pointed = |token: &Token| {
        is_of_the_film(token)
            || is_it(token)
            || matches!(token.sense(), Some(Sense::Link(Link::These)))
    };
    said(part).any(limit)
        || (said(part).any(only) && said(part).skip_while(|t| !only(t)).any(pointed))
}

/// `dont fade the music`, `not the last one`; `no licence` and `not ideal` forbid nothing.
fn forbids(part: &[Token], words: &[Word<'_>]) -> bool {
    let not = |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::Not | Link::Without)));
    let Some(first) = words.first() else { return false };
    let strange = words.iter().any(|word| word.token.meaning == Meaning::Unknown);
    let touched = said(part).any(|token| is_of_the_film(token) || is_verb(token) || is_it(token));
    let likes = words.get(1).is_some_and(|next| LISTS.likes.has(&next.text));
    not(first.token) && (!strange || (touched && !likes))
        || (LISTS.turns_back.has(&first.text) && said(part).any(not))
}

/// Something is to be so, or is not wanted any more: `the client wants it square`, `i hate the title`.
fn wants_of_the_film(parts: &[Vec<Token>], place: usize, words: &[Word<'_>]) -> bool {
    let part = &parts[place];
    let first = words.first().map_or("", |first| first.text.as_str());
    let will_be = ["i'll", "we'll"].contains(&first);
    let nobody = ["nobody", "noone"].contains(&first);
    let own = will_be || ["i", "we", "id", "i'd", "we'd"].contains(&first);
    let film = |token: &Token| {
        is_of_the_film(token) || is_it(token) || token.sense() == Some(Sense::Link(Link::Again))
    };
    // "It tells the story better" demands nothing.
    let better = words.iter().rposition(|word| word.text != "better").map_or(0, |last| last + 1);
    let wanted = demands(&words[..better]) && said(part).any(film) && !nobody;
    // "The turtle deserves more time: make it 9 seconds long".
    let granted = is_taken_up(parts, place)
        && words.iter().any(|word| LISTS.has_earned.has(&word.text))
        && !said(part).any(is_verb);
    let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
    let disliked = LISTS.dislikes.is_within(&text)
        && said(part).any(is_of_the_film)
        && !is_taken_up(parts, place)
        && has_a_thing_of_its_own(parts, place);
    let will = own
        && (will_be || words.iter().take(4).any(|word| LISTS.own_wishes.has(&word.text)))
        && said(part).any(film);
    ((wanted || will) && !granted && !is_only_to_seem(part, words)) || disliked
}

/// `we want it to feel like a daydream`: nothing in it can be done.
fn is_only_to_seem(part: &[Token], words: &[Word<'_>]) -> bool {
    let seems = words.iter().skip(1).any(|word| LISTS.to_seem.has(&word.text));
    let edits = |token: &Token| match token.sense() {
        Some(Sense::Verb(verb)) => verb != Verb::Make,
        _ => is_of_the_film(token),
    };
    seems && !said(part).any(edits)
}

fn has_a_thing_of_its_own(parts: &[Vec<Token>], place: usize) -> bool {
    let others = || parts.iter().enumerate().filter(|(at, _)| *at != place).flat_map(|(_, p)| p);
    said(&parts[place])
        .filter(|token| is_thing(token))
        .any(|token| !others().any(|other| other.meaning == token.meaning))
        || has_an_effect_of_its_own(parts, place, is_effect)
}

/// A look that somebody tells of, and that nothing else is about: `she likes it darker`.
fn goes_its_own_way(parts: &[Vec<Token>], place: usize, words: &[Word<'_>]) -> bool {
    let of_it = said(&parts[place]).any(|token| is_it(token) || is_thing(token));
    let opinion = words
        .iter()
        .take(4)
        .any(|word| LISTS.reports.has(&word.text) || LISTS.likes.has(&word.text));
    (of_it || opinion) && has_an_effect_of_its_own(parts, place, is_effect)
}

/// A mark, a word for a reason, or no joining word at all.
fn is_a_mark(token: &Token) -> bool {
    !is_break(token) || is_said(English, Part::Mark, &token.text)
}

fn told_of(words: &[Word<'_>]) -> Of {
    let Some((first, rest)) = words.split_first() else { return Of::Nobody };
    let of_it = ["it", "that", "there", "this", "these", "those"];
    if LISTS.tells_of.has(&first.text) {
        let it = of_it.iter().any(|it| first.text.starts_with(it));
        return if it { Of::Film } else { Of::Somebody };
    }
    if is_some_of_them(words) {
        return Of::Somebody;
    }
    // "Were showing it at the club": "we're".
    if first.text == "were" && rest.first().is_some_and(|next| next.text.ends_with("ing")) {
        return Of::Somebody;
    }
    let somebody = [&LISTS.somebody, &LISTS.denies_liking, &LISTS.new_clause];
    if somebody.iter().any(|list| list.has(&first.text)) {
        return Of::Somebody;
    }
    let finite = rest.iter().take(8).position(is_finite);
    let Some(finite) = finite else { return Of::Nobody };
    if LISTS.points_out.has(&first.text) {
        return Of::Film;
    }
    let subject = &words[..=finite];
    if subject.iter().any(|word| orders(word)) {
        return Of::Nobody;
    }
    let of_the_film = |word: &Word<'_>| is_thing(word.token) || is_effect(word.token);
    if subject.iter().any(of_the_film) { Of::Film } else { Of::Somebody }
}

fn orders(word: &Word<'_>) -> bool {
    matches!(word.token.sense(), Some(Sense::Verb(verb)) if !matches!(verb, Verb::Show | Verb::Use))
}

fn is_any_piece(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage | Noun::File))
    )
}
