//! Strange words beside a wish: `mute the bikes clip, wind noise is terrible`, `音乐去掉吧，到时候现场弹琴`.
//!
//! Where everything else of a sentence was understood whole, a piece that is mostly words nobody knows, that
//! is built as a statement and that holds no editing, no amount and no taking back, is a remark. Whatever
//! may be a wish is none, and is told as not understood. What is taken for a remark is told as well.

use super::choice::is_kind;
use super::goes_on::goes_on;
use super::letters::is_han;
use super::lexicon::{is_said, words_of};
use super::list::LISTS;
use super::remark::{is_part, is_thing, said};
use super::segment::leaves_a_pair_open;
use super::sense::{Degree, Link, Noun, Part, Sense, Verb};
use super::token::{Meaning, Token, is_verb, says};
use super::told::is_numbered;
use crate::language::Language::{Chinese, English};

/// Whether a piece of a sentence is only a remark, provided that all the others were understood.
pub fn is_aside(fragments: &[Vec<Token>], place: usize) -> bool {
    let fragment = &fragments[place];
    if is_the_same_again(fragment) || leaves_a_pair_open(fragment) {
        return false;
    }
    let next = fragments.get(place + 1).map(Vec::as_slice).filter(|next| goes_on(next));
    let telling: Vec<&Token> =
        said(fragment).filter(|token| token.sense() != Some(Sense::Filler)).collect();
    let strange = telling.iter().filter(|token| token.meaning == Meaning::Unknown).count();
    let effects = |token: &Token| is_effect(token) && !is_only_said_of(fragment, token);
    let known = telling.iter().filter(|token| is_thing(token) || effects(token)).count();
    let wishes = |(at, token): (usize, &Token)| may_be_a_wish(fragment, at, token, next);
    strange > 0
        && !only_joins(fragment, &telling)
        && (strange >= known || next.is_some())
        && !fragment.iter().enumerate().any(wishes)
        && telling.iter().filter(|token| effects(token)).all(|token| {
            said_elsewhere(token, fragments, place)
                || next.is_some_and(|next| next.iter().any(removes))
        })
        && if said(fragment).any(|token| token.text.chars().any(is_han)) {
            tells_in_chinese(fragment, next.is_some())
        } else {
            tells_in_english(fragment, &telling)
        }
}

/// `…, same for the teapot`, `…，食堂也是`: the same is wanted of something more, whatever that is.
pub fn is_the_same_again(fragment: &[Token]) -> bool {
    if said(fragment).nth(6).is_some() || said(fragment).any(is_verb) {
        return false;
    }
    let words: Vec<String> = said(fragment).map(Token::text_small).collect();
    let (spaced, joined) = (format!("{} ", words.join(" ")), words.concat());
    let plain = spaced.strip_prefix("and ").unwrap_or(&spaced);
    let is_word = |rest: &str| rest.starts_with(' ');
    LISTS.same_again.iter().any(|same| {
        if same.is_ascii() {
            let begins =
                [&spaced, plain].iter().any(|said| said.strip_prefix(same).is_some_and(is_word));
            let rest = spaced.trim_end().strip_suffix(same);
            let ends = rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
            (same.contains(' ') && begins) || (words.len() < 5 && ends)
        } else {
            joined.ends_with(same)
        }
    })
}

/// `remove the music and the cat`: what a joining word brings in goes on with the wish, if it is named as a thing.
fn only_joins(fragment: &[Token], telling: &[&Token]) -> bool {
    let marks = fragment.iter().take_while(|token| token.sense() == Some(Sense::Break));
    let mark = |token: &Token| {
        [English, Chinese].iter().any(|language| is_said(*language, Part::Mark, &token.text))
    };
    let begins_strangely =
        telling.len() > 1 && telling.iter().take(2).all(|token| token.meaning == Meaning::Unknown);
    let marks: Vec<&Token> = marks.collect();
    !marks.is_empty() && !marks.iter().any(|token| mark(token)) && !begins_strangely
}

/// What a strange remark names, for the wish that goes on with it: a stretch of time above all, and what it
/// is a stretch of.
pub fn named(remark: &[Token]) -> Vec<Token> {
    // "Every time the music starts".
    let piece = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let pieces = remark.iter().any(piece);
    let points = |token: &Token| token.sense() == Some(Sense::Link(Link::The));
    let others = remark.iter().any(|token| is_thing(token) && !points(token));
    // "The noise in the first clip" is the clip's; "这个音乐" is the music.
    let thing = |token: &Token| {
        is_thing(token)
            && token.sense() != Some(Sense::Link(Link::Each))
            && !(others && points(token))
            && !(pieces && token.sense() == Some(Sense::Noun(Noun::Sound)))
    };
    let first = if remark.iter().any(is_part) {
        remark.iter().position(is_part)
    } else {
        remark.iter().position(thing)
    };
    let Some(first) = first else { return Vec::new() };
    // "Someone's thumb is in the shot from 3s to 5s".
    let sort = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Canvas)))
    };
    let before = remark[..first].iter().filter(|token| thing(token) && !sort(token));
    let article = first.checked_sub(1).and_then(|before| remark.get(before));
    let article = article.filter(|token| points(token) && token.text.is_ascii());
    // "The hamster picture is awful, delete it": not any picture.
    let which = first.checked_sub(1).and_then(|before| remark.get(before)).filter(|which| {
        which.meaning == Meaning::Unknown && which.text.is_ascii() && is_kind(&remark[first])
    });
    // "The first three seconds of the bikes footage".
    let of = remark.get(first + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::Of)));
    let owner = |token: &&Token| {
        is_thing(token)
            || matches!(token.sense(), Some(Sense::Link(Link::The | Link::Of) | Sense::Filler))
    };
    let after = remark[first + 1..].iter().take_while(owner).filter(|_| of);
    // "Clip 2".
    let number = remark.get(first + 1).filter(|number| is_numbered(&remark[first], number));
    let noun = remark.get(first + 1).filter(|noun| {
        matches!(remark[first].meaning, Meaning::Ordinal(_))
            && matches!(noun.sense(), Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage)))
    });
    before
        .chain(article)
        .chain(which)
        .chain([&remark[first]])
        .chain(number)
        .chain(noun)
        .chain(after)
        .cloned()
        .collect()
}

fn removes(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(Verb::Remove | Verb::Mute | Verb::Trim)))
}

/// What a picture, a sound or a film can be made like: said alone it may be a wish.
pub fn is_effect(token: &Token) -> bool {
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
                | Sense::Platform(_)
                | Sense::Mood(_)
                | Sense::Camera(_)
                | Sense::Fit(_)
                | Sense::Lettering(_)
                | Sense::Moving(_)
                | Sense::Turning(_)
                | Sense::Sorting(_)
                | Sense::Tempo(_)
                | Sense::Resolution(_)
                | Sense::Portion(_)
                | Sense::Colour(_)
                | Sense::Transition(_)
        )
    )
}

/// `lots of swearing on it`, `信息比较多`: how much of something strange there is.
fn is_only_said_of(fragment: &[Token], token: &Token) -> bool {
    let at = fragment.iter().position(|other| other.span == token.span).unwrap_or_default();
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    let much = matches!(token.sense(), Some(Sense::Degree(Degree::Much | Degree::Bit)))
        && fragment.get(at + 1).is_some_and(strange);
    let degree = |before: &Token| {
        strange(before)
            && words_of(Chinese, Part::Told).iter().any(|told| before.text.ends_with(told))
    };
    let many = matches!(token.sense(), Some(Sense::Stretch(_)))
        && at + 1 == fragment.len()
        && at > 0
        && degree(&fragment[at - 1]);
    much || many
}

/// `make it vertical, it's going on my stories`: the wish says the same.
pub fn said_elsewhere(token: &Token, fragments: &[Vec<Token>], place: usize) -> bool {
    let shape = |token: &Token| match token.sense() {
        Some(Sense::Shape(shape) | Sense::Platform(shape)) => Some(shape),
        _ => None,
    };
    let same = |other: &Token| {
        let look = |token: &Token| match token.sense() {
            Some(Sense::Look(look)) => Some(look.effect()),
            _ => None,
        };
        other.sense() == token.sense()
            || (look(token).is_some() && look(token) == look(other))
            || (shape(token).is_some() && shape(token) == shape(other))
    };
    let others = fragments.iter().enumerate().filter(|(at, _)| *at != place);
    others.flat_map(|(_, fragment)| fragment).any(same)
}

fn may_be_a_wish(fragment: &[Token], at: usize, token: &Token, next: Option<&[Token]>) -> bool {
    match token.meaning {
        Meaning::Known(Sense::Verb(verb)) => !is_no_order(fragment, at, verb),
        Meaning::Known(Sense::Question(_) | Sense::Beyond(_)) => true,
        Meaning::Known(Sense::Link(Link::Not)) => !denies(fragment, at) && !hinders(fragment, at),
        Meaning::Known(Sense::Link(Link::Without)) if hinders(fragment, at) => false,
        Meaning::Known(Sense::Link(link)) => matches!(
            link,
            Link::Without
                | Link::Instead
                | Link::Except
                | Link::AsItIs
                | Link::Gone
                | Link::FirstComes
                | Link::LastComes
        ),
        Meaning::Known(_) | Meaning::Unknown => false,
        Meaning::Number(number) => (number - 1.0).abs() > f64::EPSILON,
        Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_) => next.is_none(),
        _ => !is_thing(token),
    }
}

/// `the order`, `they play`, `the singing`: a word for doing that orders nothing.
fn is_no_order(fragment: &[Token], at: usize, verb: Verb) -> bool {
    let before = at.checked_sub(1).and_then(|before| fragment.get(before));
    let token = &fragment[at];
    let names = before.is_some_and(|before| {
        matches!(before.sense(), Some(Sense::Link(Link::The | Link::A)))
            || is_said(English, Part::Owner, &before.text)
    });
    let somebody = before.is_some_and(|before| is_said(English, Part::Doer, &before.text));
    let mild = matches!(verb, Verb::Show | Verb::Join | Verb::Use);
    let inside = before.is_some_and(|before| {
        before.meaning == Meaning::Unknown && before.span.end == token.span.start
    });
    // "It sets the scene", "bikes show my thumb".
    let third = before.is_some_and(|before| before.sense() != Some(Sense::Break))
        && token.text.is_ascii()
        && token.text.ends_with('s');
    let will = mild && before.is_some_and(|before| LISTS.may.has(&before.text));
    let of_a_thing = mild && before.is_some_and(is_thing);
    names
        || third
        || will
        || of_a_thing
        || (token.text.is_ascii() && token.text.ends_with("ing"))
        || (somebody && mild)
        || (inside && is_said(Chinese, Part::Inside, &token.text))
}

/// `she doesn't like it`, but not `don't …`: of somebody or something that is named before it.
fn denies(fragment: &[Token], at: usize) -> bool {
    let token = &fragment[at];
    let before: Vec<&Token> = said(&fragment[..at]).collect();
    if token.text.is_ascii() {
        before.last().is_some_and(|before| {
            before.meaning == Meaning::Unknown
                || is_thing(before)
                || is_said(English, Part::Subject, &before.text)
        })
    } else {
        !before.is_empty() && says(token, &["不", "没"])
    }
}

/// `别挡脸`: what a wish is to take care of, and no taking back.
fn hinders(fragment: &[Token], at: usize) -> bool {
    let rest: String = fragment[at + 1..].iter().map(|token| token.text.as_str()).collect();
    let strange = fragment[at + 1..]
        .iter()
        .all(|token| token.meaning == Meaning::Unknown || token.sense() == Some(Sense::Filler));
    strange && words_of(Chinese, Part::Hinders).iter().any(|word| rest.starts_with(word.as_str()))
}

/// A subject and something said of it, or nothing but strange words.
fn tells_in_english(fragment: &[Token], telling: &[&Token]) -> bool {
    let words: Vec<&Token> = said(fragment).collect();
    let wishes = |token: &&&Token| is_said(English, Part::Wish, &token.text);
    let idle = is_somebody_elses(fragment, &words);
    if words.iter().filter(wishes).any(|token| !idle || !is_said(English, Part::Longs, &token.text))
    {
        return false;
    }
    let contracted = |text: &str| LISTS.contracted.ends(text);
    let states = |token: &Token| {
        let text = token.text.to_lowercase().replace('’', "'");
        is_said(English, Part::Joins, &text)
            || contracted(&text)
            || is_said(English, Part::Thinks, &text)
            || (token.meaning == Meaning::Unknown && (text.ends_with('s') || text.ends_with("ed")))
    };
    let first = words.first().copied();
    let begins = first.is_some_and(|first| is_said(English, Part::Subject, &first.text));
    // "Customers love it".
    let plural = matches!(telling, [first, second, ..]
        if first.meaning == Meaning::Unknown && first.text.ends_with('s')
            && second.meaning == Meaning::Unknown);
    let shows = words.windows(2).any(|pair| {
        is_thing(pair[0])
            && matches!(pair[1].sense(), Some(Sense::Verb(Verb::Show | Verb::Join | Verb::Use)))
    });
    // "Its going on my stories".
    let its = first.is_some_and(|first| {
        is_said(English, Part::Subject, &first.text) && is_said(English, Part::Joins, &first.text)
    });
    let joined = plural
        || its
        || shows
        || words.iter().skip(1).any(|token| states(token) || is_third(token))
        || first.is_some_and(|first| contracted(&first.text.to_lowercase().replace('’', "'")));
    let strange_only = telling.iter().all(|token| {
        token.meaning == Meaning::Unknown
            || is_only_said_of(fragment, token)
            || matches!(token.sense(), Some(Sense::Link(link)) if !matches!(link, Link::All | Link::It | Link::These))
    });
    // "Emboss the lot" is an order, if not known which.
    let orders = telling.first().is_some_and(|first| first.meaning == Meaning::Unknown)
        && telling.get(1).is_some_and(|second| {
            matches!(
                second.sense(),
                Some(Sense::Link(Link::The | Link::It | Link::All | Link::These))
            )
        });
    if orders && !joined {
        return false;
    }
    joined || (strange_only && (begins || telling.len() > 1))
}

/// `Apple wants that`, `people need to read it`, `I say the wrong price there`: somebody's wish, and nothing of
/// the film in it.
fn is_somebody_elses(fragment: &[Token], words: &[&Token]) -> bool {
    let own = |token: &&&Token| {
        is_said(English, Part::Doer, &token.text)
            && matches!(token.text.to_lowercase().as_str(), "i" | "we")
    };
    let faulty = words.iter().any(|token| says(token, &["wrong", "mistake"]));
    let edits = |token: &Token| {
        is_thing(token)
            || is_effect(token)
            || matches!(token.sense(), Some(Sense::Verb(verb)) if !matches!(verb, Verb::Show | Verb::Use))
            || matches!(token.sense(), Some(Sense::Noun(_)))
    };
    (faulty || !words.iter().any(|token| own(&token)))
        && words.first().is_some_and(|first| !LISTS.pleads.has(&first.text))
        && !fragment.iter().any(edits)
}

/// `plays`, `sets`: something somebody does.
fn is_third(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(_))) && token.text.ends_with('s')
}

fn is_film(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)))
}

/// Where a piece begins behind its marks.
fn position(fragment: &[Token]) -> usize {
    fragment.iter().take_while(|token| token.sense() == Some(Sense::Break)).count()
}

/// Nothing wanted, and of a thing that is named something that is said to be so.
fn tells_in_chinese(fragment: &[Token], goes_on: bool) -> bool {
    let first = said(fragment).next();
    if first.is_some_and(|first| {
        is_said(Chinese, Part::Seems, &first.text)
            || (matches!(first.sense(), Some(Sense::Link(Link::Not | Link::Without)))
                && hinders(fragment, position(fragment)))
    }) {
        return true;
    }
    let mut text: String = said(fragment).map(|token| token.text.as_str()).collect();
    for purpose in words_of(Chinese, Part::Purpose) {
        text = text.replace(purpose.as_str(), "");
    }
    if words_of(Chinese, Part::Wish).iter().any(|wish| text.contains(wish.as_str())) {
        return false;
    }
    let named = said(fragment).any(|token| is_thing(token) || is_film(token));
    let strange = said(fragment).filter(|token| token.meaning == Meaning::Unknown);
    let letters: usize = strange.map(|token| token.text.chars().count()).sum();
    let states = words_of(Chinese, Part::Told).iter().any(|mark| text.contains(mark.as_str()));
    goes_on || (states && letters > 1) || (!named && letters > 2)
}
