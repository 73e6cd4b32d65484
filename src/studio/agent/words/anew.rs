//! Whether a piece of a sentence without a verb wishes something of its own: `…, 3 seconds each`, `…, no music`.

use super::another::thing;
use super::apart::stands_apart;
use super::clause::{is_film, is_words, stands_alone, verbs};
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, says};

/// A wish without a verb that has nothing to do with the one before it.
pub fn begins_anew(before: &[Token], fragment: &[Token]) -> bool {
    let placed = before.iter().any(|token| {
        matches!(token.meaning, Meaning::Quote(_) | Meaning::Ordinal(1 | -1))
            || matches!(
                token.sense(),
                Some(Sense::Link(Link::FirstComes | Link::LastComes) | Sense::Edge(_))
            )
    });
    let stop = fragment.first().is_some_and(|token| says(token, &[".", "!", "?", ";"]));
    let other =
        placed || stop || (verbs(before).next().is_some() && !verbs(before).any(takes_lengths));
    let ends = |tokens: &[Token], link: Link| {
        tokens.iter().any(|token| token.sense() == Some(Sense::Link(link)))
    };
    let other_end = (ends(before, Link::FirstComes) && ends(fragment, Link::LastComes))
        || (ends(before, Link::LastComes) && ends(fragment, Link::FirstComes));
    (other_end && !before.iter().any(is_film))
        || (says_each_lasts(fragment) && other && !before.iter().any(is_film))
        || stands_alone(fragment)
        || opens_anew(before, fragment)
        || stands_apart(before, fragment)
        || is_strange_wish(before, fragment)
        || is_mostly_strange(before, fragment)
        || denies_a_thing(before, fragment)
        || names_words_of_its_own(before, fragment)
        || fades_something_else(before, fragment)
}

/// `…should read “Oct”, and fade the bunny shot out to black`: the words before it do not fade.
fn fades_something_else(before: &[Token], fragment: &[Token]) -> bool {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let fade = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
    };
    let other = |token: &Token| {
        matches!(token.meaning, Meaning::File(..))
            || matches!(token.sense(), Some(Sense::Noun(Noun::Film)))
            || ["film", "black", "黑"].iter().any(|word| token.text_small().contains(word))
    };
    before.iter().any(quoted)
        && !fragment.iter().any(quoted)
        && fragment.iter().any(fade)
        && fragment.iter().any(other)
}

/// `开头标题“…”放左上角，片尾标题“…”`: what is moved before it are other words.
fn names_words_of_its_own(before: &[Token], fragment: &[Token]) -> bool {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let moves = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Move));
    before.iter().any(quoted)
        && before.iter().any(moves)
        && fragment.iter().any(quoted)
        && fragment.iter().any(is_words)
}

/// `lose the second clip and open on bunny`: what comes first is a wish of its own.
fn opens_anew(before: &[Token], fragment: &[Token]) -> bool {
    let first =
        fragment.iter().find(|token| !matches!(token.sense(), Some(Sense::Break | Sense::Filler)));
    let opens = first.is_some_and(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::FirstComes | Link::LastComes)))
            && token.text.is_ascii()
    });
    let named = fragment
        .iter()
        .any(|token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_)));
    let takes = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Remove | Verb::Swap | Verb::Mute | Verb::Trim))
        )
    };
    opens && named && verbs(before).any(takes)
}

/// `…, no music` behind what is about other things.
fn denies_a_thing(before: &[Token], fragment: &[Token]) -> bool {
    let mark = fragment
        .first()
        .is_some_and(|token| says(token, &[",", ".", ";", "!", "，", "。", "；", "！"]));
    let mut telling = fragment
        .iter()
        .filter(|token| !matches!(token.sense(), Some(Sense::Break | Sense::Filler)));
    let without = |token: &Token| token.sense() == Some(Sense::Link(Link::Without));
    let denies = telling.next().is_some_and(without)
        && telling.next().is_some_and(|token| matches!(thing(token), Some(0..=3)));
    let lasts = before.iter().any(|token| {
        matches!(
            token.meaning,
            Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_) | Meaning::Quote(_)
        )
    });
    let stop = fragment.first().is_some_and(|token| says(token, &[".", "。"]));
    let removes = verbs(before).any(|verb| verb.sense() == Some(Sense::Verb(Verb::Remove)));
    mark && denies && (lasts || (stop && removes)) && !before.iter().any(is_film)
}

/// `…, each for 3 seconds` after what has nothing to do with lengths.
pub fn says_each_lasts(fragment: &[Token]) -> bool {
    fragment.iter().any(|token| token.sense() == Some(Sense::Link(Link::Each)))
        && fragment.iter().any(|token| matches!(token.meaning, Meaning::Time(_)))
}

fn takes_lengths(token: &Token) -> bool {
    !matches!(
        token.sense(),
        Some(Sense::Verb(
            Verb::Remove
                | Verb::Swap
                | Verb::Mute
                | Verb::Split
                | Verb::Undo
                | Verb::Redo
                | Verb::Move
        ))
    )
}

/// `第一段开头1.5秒剪掉，我还没坐稳`, `cut out 0:03 to 0:05, I say the wrong price there`: more strange than known, and
/// behind a mark. The wish before it should not suffer for it.
fn is_mostly_strange(before: &[Token], fragment: &[Token]) -> bool {
    let mark = fragment.first().is_some_and(|token| {
        says(token, &[",", ".", ";", "!", "，", "。", "；", "！", "because", "but", "因为"])
    });
    let telling: Vec<&Token> = fragment
        .iter()
        .filter(|token| {
            !matches!(token.sense(), Some(Sense::Break | Sense::Filler | Sense::Link(_)))
        })
        .collect();
    let strange = telling.iter().filter(|token| token.meaning == Meaning::Unknown);
    let letters: usize = strange.clone().map(|token| token.text.chars().count()).sum();
    let said = fragment.iter().filter(|token| token.sense() != Some(Sense::Break)).count();
    let wishes = |token: &Token| {
        verbs(std::slice::from_ref(token)).next().is_some()
            || matches!(
                token.sense(),
                Some(Sense::Pace(_) | Sense::Look(_) | Sense::Tone(_) | Sense::Fit(_))
            )
    };
    let first = fragment.iter().find(|token| token.sense() != Some(Sense::Break));
    let denies = first
        .is_some_and(|first| matches!(first.sense(), Some(Sense::Link(Link::Not | Link::Without))));
    let points = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
            || matches!(token.sense(), Some(Sense::Link(Link::The)) if !token.text.is_ascii())
    };
    mark && !denies
        && !fragment.iter().any(points)
        && strange.clone().count() * 2 > telling.len()
        && letters > 1
        && said > 1
        && before.iter().any(wishes)
        && !before.iter().any(is_film)
}

/// `remove the music and xylophone the title`: something of its own is wanted, if not known what. What
/// goes before it should not suffer.
fn is_strange_wish(before: &[Token], fragment: &[Token]) -> bool {
    let says = |token: &&Token| !matches!(token.sense(), Some(Sense::Break | Sense::Filler));
    let mut telling = fragment.iter().filter(says);
    let strange = telling
        .next()
        .is_some_and(|token| token.meaning == Meaning::Unknown && token.text.is_ascii());
    let the = telling.next().is_some_and(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::The | Link::It | Link::All)))
    });
    let makes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Make));
    strange && the && verbs(before).next().is_some() && !verbs(before).any(makes)
}
