//! Whether a piece of an English sentence tells something, by how it is built: somebody or something, and a verb in
//! a form that orders nothing (`whoever filmed this held it upside down`, `they rush by so`, `customer dont want it
//! shown`). What is told beside a wish is a reason, whatever its words mean elsewhere.
//!
//! A piece that demands (`the title should be bigger`, `we need music`, `the client wants it square`) tells nothing,
//! nor does one that begins with an order.

use super::aside::{is_effect, said_elsewhere};
use super::confirms::keeps_the_total;
use super::goes_on::{goes_on, is_chinese, says_it};
use super::list::LISTS;
use super::remark::{is_part, is_settled, is_taking_away, is_thing, said};
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_verb};

/// Of whom or what something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Somebody or something outside the film.
    Somebody,
    /// `it`, `that`, `there is`.
    It,
    /// Something of the film.
    Thing,
}

/// A word of the piece, and the token that it is of.
pub struct Word<'a> {
    pub text: String,
    pub token: &'a Token,
}

/// Whether a piece is a statement that stands beside a wish.
pub fn is_statement(fragments: &[Vec<Token>], place: usize) -> bool {
    let fragment = &fragments[place];
    if is_chinese(fragment) || keeps_the_total(fragment) {
        return false;
    }
    let before = place.checked_sub(1).and_then(|before| fragments.get(before)).map(Vec::as_slice);
    let next = fragments.get(place + 1).map(Vec::as_slice);
    let taken_up = next.is_some_and(|next| goes_on(next) && (says_it(next) || has_it_inside(next)));
    let Some(of) = told_of(fragment, taken_up) else { return false };
    let has = |fits: fn(&Token) -> bool| said(fragment).any(fits);
    let settled = is_settled(fragment, before, next)
        || said(fragment).filter(|t| is_effect(t)).all(|t| said_elsewhere(t, fragments, place));
    let named = said(fragment).any(is_of_the_film);
    let measured = has(is_measure) || (has(is_part) && !next.is_some_and(goes_on));
    let framed = |token: &Token| {
        (is_rate(token) || (of != Of::Somebody && is_shape(token)))
            && !said_elsewhere(token, fragments, place)
    };
    if said(fragment).any(framed) {
        return false;
    }
    match of {
        Of::Somebody => settled || !named,
        Of::It => settled && !measured && !has(is_quote),
        Of::Thing => {
            settled
                && !measured
                && !has(is_quote)
                && (taken_up || before.is_some_and(|before| before.iter().any(is_taking_away)))
        }
    }
}

fn is_quote(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
}

fn is_of_the_film(token: &Token) -> bool {
    is_thing(token) && token.sense() != Some(Sense::Noun(Noun::File))
}

/// What somebody may want otherwise.
fn is_wanted(token: &Token) -> bool {
    // "They need to count the strokes".
    let drawn = matches!(token.sense(), Some(Sense::Lettering(_)));
    is_of_the_film(token) || (is_effect(token) && !drawn) || is_quote(token)
}

fn is_measure(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_)
            | Meaning::Percent(_)
            | Meaning::Speed(_)
            | Meaning::Decibels(_)
            | Meaning::Degrees(_)
            | Meaning::Colour(_)
    )
}

/// What a whole film is to be: it may be wanted even where it is only told.
fn is_rate(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Rate(_) | Meaning::Ratio(..) | Meaning::Loudness(_))
        || matches!(token.sense(), Some(Sense::Resolution(_)))
}

/// The same, and as often only where somebody looks at it.
fn is_shape(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Shape(_) | Sense::Platform(_)))
}

/// `bring it down`: a phrase with the word in it.
fn has_it_inside(fragment: &[Token]) -> bool {
    said(fragment).any(|token| token.text_small().split_whitespace().any(|word| word == "it"))
}

/// The words of a piece, from the first on of which something is said.
pub fn words(fragment: &[Token]) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    for token in said(fragment) {
        let text = token.text_small();
        words.extend(text.split_whitespace().map(|text| Word { text: text.to_owned(), token }));
    }
    // "So", "could you": nothing that is said of anything. A frame is passed over whole.
    let opens = |token: &Token| {
        let text = token.text_small();
        let first = text.split_whitespace().next().unwrap_or_default();
        [&LISTS.somebody, &LISTS.points_out, &LISTS.tells_of, &LISTS.whose]
            .iter()
            .any(|list| list.has(first))
    };
    let begins = |word: &Word<'_>| word.token.sense() != Some(Sense::Filler) || opens(word.token);
    let lead = |word: &Word<'_>| !begins(word) || LISTS.leads_in.has(&word.text);
    let from = words.iter().position(|word| !lead(word)).unwrap_or(words.len());
    words.drain(..from);
    words
}

/// Of whom or what the piece tells something, if it does.
fn told_of(fragment: &[Token], taken_up: bool) -> Option<Of> {
    let words = words(fragment);
    let first = words.first()?;
    let rest = &words[1..];
    if LISTS.tells_of.has(&first.text) {
        let its = first.text == "its";
        let of_it = ["it", "th"].iter().any(|it| first.text.starts_with(it))
            && !first.text.starts_with("they");
        if (its && !goes_on_as_a_verb(rest)) || demands(rest) {
            return None;
        }
        return Some(if of_it { Of::It } else { Of::Somebody });
    }
    if LISTS.somebody.has(&first.text) {
        return somebody(first, rest);
    }
    if makes_out_nothing(&words) || scoffs(&words) || is_some_of_them(&words) {
        return Some(Of::Somebody);
    }
    if LISTS.denies_liking.has(&first.text) {
        return rest.first().filter(|next| LISTS.likes.has(&next.text)).map(|_| Of::Somebody);
    }
    if LISTS.points_out.has(&first.text)
        && let Some(verb) = rest.iter().find(|word| !LISTS.adverbs.has(&word.text))
        && is_finite(verb)
    {
        return (!demands(rest)).then_some(Of::It);
    }
    something(&words, taken_up)
}

/// `cant see it against the rocks`: by somebody who is not named.
pub fn makes_out_nothing(words: &[Word<'_>]) -> bool {
    let [first, next, ..] = words else { return false };
    LISTS.cannot.has(&first.text) && LISTS.makes_out.has(&next.text)
}

/// `none of this see-through business`: what is not wanted, and it has no name that a film has.
pub fn scoffs(words: &[Word<'_>]) -> bool {
    let [first, of, this, .., last] = words else { return false };
    let of_the_film = |word: &Word<'_>| {
        is_quote(word.token)
            || is_measure(word.token)
            || matches!(word.token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
    };
    ["none", "enough", "more"].contains(&first.text.as_str())
        && of.text == "of"
        && (LISTS.points_out.has(&this.text) || LISTS.whose.has(&this.text))
        && LISTS.scoffs.has(&last.text)
        && !words.iter().any(of_the_film)
}

/// `two of our carers are deaf`, `one of the older members found it alarming`: people, by how many of them.
pub fn is_some_of_them(words: &[Word<'_>]) -> bool {
    let Some(of) = words.iter().take(4).position(|word| word.text == "of") else { return false };
    let [them, rest @ ..] = &words[of + 1..] else { return false };
    let many = |word: &Word<'_>| {
        LISTS.so_many_people.has(&word.text) || matches!(word.token.meaning, Meaning::Number(_))
    };
    let alone = ["us", "them", "you"].contains(&them.text.as_str());
    let whose = LISTS.whose.has(&them.text);
    // "Carers" looks like a verb.
    let from = usize::from(!alone);
    let finite = rest.iter().skip(from).take(6).position(is_finite).map(|at| at + from);
    of > 0
        && words[..of].iter().all(many)
        && (alone || whose)
        && finite.is_some_and(|finite| {
            let people = &rest[..finite];
            let strange = people.iter().any(|word| word.token.meaning == Meaning::Unknown);
            (alone || strange)
                && !people.iter().any(|word| is_of_the_film(word.token))
                && !demands(&rest[finite..])
        })
}

/// `its going on`, `its only a test`; not `its volume`.
fn goes_on_as_a_verb(rest: &[Word<'_>]) -> bool {
    rest.first().is_some_and(|next| {
        next.text.ends_with("ing")
            || LISTS.adverbs.has(&next.text)
            || ["a", "an", "the", "not", "for", "too", "my", "our", "all"]
                .contains(&next.text.as_str())
    })
}

/// `they rush by`, `I have gone off it`; not `I want it gone`.
fn somebody(first: &Word<'_>, rest: &[Word<'_>]) -> Option<Of> {
    let from = rest.iter().position(|word| !LISTS.adverbs.has(&word.text))?;
    let verb = &rest[from];
    let after = &rest[from + 1..];
    if ["nobody", "noone"].contains(&first.text.as_str()) {
        return Some(Of::Somebody);
    }
    let own = ["i", "we", "you"].contains(&first.text.as_str());
    if LISTS.reports.has(&verb.text) {
        return (!demands(after) && !has_an_order(after) && !begins_with_order(after))
            .then_some(Of::Somebody);
    }
    if own
        && !only_perceives(after)
        && (asks(verb) || after.first().is_some_and(|next| asks(next)) || is_obliged(verb, after))
    {
        return None;
    }
    let wanted = demands(rest) && rest.iter().any(|word| is_wanted(word.token));
    (!wanted && !has_an_order(after)).then_some(Of::Somebody)
}

/// `I have to …`, `we got to …`.
fn is_obliged(verb: &Word<'_>, after: &[Word<'_>]) -> bool {
    ["have", "had", "got", "going", "try"].contains(&verb.text.as_str())
        && after.first().is_some_and(|next| next.text == "to")
}

/// `the ref stops the jam`, `customer dont want it shown`, `music deafening`.
fn something(words: &[Word<'_>], taken_up: bool) -> Option<Of> {
    let first = &words[0];
    let begins = LISTS.whose.has(&first.text)
        || first.token.meaning == Meaning::Unknown
        || is_of_the_film(first.token);
    if !begins || is_verb(first.token) {
        return None;
    }
    let from = usize::from(LISTS.whose.has(&first.text));
    let finite = (from + 1..words.len().min(from + 8)).find(|at| is_finite(&words[*at]));
    let of_the_film = |words: &[Word<'_>]| words.iter().any(|word| is_of_the_film(word.token));
    let Some(finite) = finite.filter(|at| !words[from..*at].iter().any(|word| is_an_order(word)))
    else {
        let strange = words[1..].iter().all(|word| word.token.meaning == Meaning::Unknown);
        return (taken_up && words.len() > 1 && is_of_the_film(first.token) && strange)
            .then_some(Of::Thing);
    };
    let rest = &words[finite..];
    if of_the_film(&words[..finite]) {
        return (!demands(rest) && (taken_up || !is_verb(words[finite].token)))
            .then_some(Of::Thing);
    }
    let wanted = demands(rest) && rest[1..].iter().any(|word| is_wanted(word.token));
    (!wanted && !has_an_order(rest)).then_some(Of::Somebody)
}

/// A verb as it stands behind somebody who does it.
pub fn is_finite(word: &Word<'_>) -> bool {
    is_finite_word(&word.text, word.token)
}

/// The same, of a word of a token.
pub fn is_finite_word(text: &str, token: &Token) -> bool {
    let third = text.ends_with('s') && !text.ends_with("ss");
    LISTS.finite.has(text)
        || LISTS.is_to_be.has(text)
        || (token.meaning == Meaning::Unknown
            && (third || text.ends_with("ed") || LISTS.contracted.ends(text)))
        || (third && (is_verb(token) || is_gone(token) || is_misread(token)))
}

/// `disappears`.
fn is_gone(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::Gone))
}

/// `slows`, which looks like a slip of `slow`.
fn is_misread(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Mood(_) | Sense::Pace(_) | Sense::Degree(_) | Sense::Tone(_))
    )
}

fn is_an_order(word: &Word<'_>) -> bool {
    matches!(word.token.sense(), Some(Sense::Verb(verb)) if !matches!(verb, Verb::Show | Verb::Use))
}

fn asks(word: &Word<'_>) -> bool {
    LISTS.is_to_be.has(&word.text) || ["would", "can", "shall", "let"].contains(&word.text.as_str())
}

/// Something is to be so; not `people want to read it`.
pub fn demands(rest: &[Word<'_>]) -> bool {
    (0..rest.len()).any(|at| LISTS.is_to_be.has(&rest[at].text) && !only_perceives(&rest[at + 1..]))
}

/// `… to read what it says`: of somebody who looks or listens.
fn only_perceives(after: &[Word<'_>]) -> bool {
    matches!(after, [to, verb, ..] if to.text == "to" && LISTS.perceives.has(&verb.text))
}

/// `… told me to remove the music`.
pub fn has_an_order(rest: &[Word<'_>]) -> bool {
    rest.windows(2).any(|pair| pair[0].text == "to" && is_an_order(&pair[1]))
}

fn begins_with_order(rest: &[Word<'_>]) -> bool {
    rest.first().is_some_and(is_an_order)
}
