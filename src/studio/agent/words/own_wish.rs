//! A piece of a sentence without a verb: whether it goes on with the verb before it or wants something of its own.
//!
//! `删掉标题和字幕` removes both; `删掉标题，音乐小点` removes one and makes the other quieter.

use super::clause::{is_sound, is_telling, names_piece, verbs};
use super::lexicon::is_said;
use super::list::LISTS;
use super::sense::{Link, Look, Noun, Part, Sense, Verb};
use super::token::{Meaning, Token};
use crate::language::Language::Chinese;

/// `定格在第3秒，停2秒`: for how long the picture stands still.
pub fn stands_still(before: &[Token]) -> bool {
    verbs(before).any(|verb| verb.sense() == Some(Sense::Verb(Verb::Freeze)))
}

/// `在第2秒、第5秒` before `和第8秒切开`, `把1秒到2秒` before `和5秒到6秒剪掉`: what is done there is said at the end.
pub fn is_moments(before: &[Token], fragment: &[Token]) -> bool {
    let light = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Break | Sense::Filler | Sense::Link(Link::At | Link::From | Link::The))
        ) || names_piece(token)
    };
    let time = |token: &Token| matches!(token.meaning, Meaning::Time(_));
    let range = |token: &Token| matches!(token.meaning, Meaning::Range(..));
    let all = |told: fn(&Token) -> bool| before.iter().all(|token| light(token) || told(token));
    let cuts = |verb: &Token| matches!(verb.sense(), Some(Sense::Verb(Verb::Remove | Verb::Keep)));
    let joined = fragment.first().is_some_and(|mark| !mark.text.starts_with(['，', ',']));
    (before.iter().any(time) && all(time) && verbs(fragment).all(splits))
        || (joined
            && before.iter().any(range)
            && fragment.iter().any(range)
            && all(range)
            && verbs(fragment).all(cuts))
}

fn splits(verb: &Token) -> bool {
    verb.sense() == Some(Sense::Verb(Verb::Split))
}

/// `缩到12%，挪到左上角`, `to the top left and make it 20%`: more of how the same thing lies over the picture.
pub fn is_more_of_an_inset(before: &[Token], fragment: &[Token]) -> bool {
    let place = |token: &Token| matches!(token.sense(), Some(Sense::Place(_)));
    let share = |token: &Token| matches!(token.meaning, Meaning::Percent(_));
    let image = |token: &Token| {
        matches!(token.meaning, Meaning::File(_, crate::api::wire::MediaKind::Image))
    };
    let inset = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Inset));
    let over = before.iter().any(inset)
        || (before.iter().any(image) && (before.iter().any(place) || before.iter().any(share)));
    // "只在反诈那张上出现".
    let seen =
        |token: &Token| token.sense() == Some(Sense::Verb(Verb::Show)) && before.iter().any(place);
    let during = fragment.iter().any(seen);
    let beside = |token: &Token| {
        during
            && (names_piece(token) || seen(token) || token.sense() == Some(Sense::Link(Link::Only)))
    };
    let only = fragment.iter().filter(|token| is_telling(token)).all(|token| {
        place(token)
            || share(token)
            || beside(token)
            || matches!(
                token.sense(),
                Some(
                    Sense::Verb(Verb::Move | Verb::Change | Verb::Make | Verb::Add)
                        | Sense::Link(Link::It | Link::To | Link::At)
                        | Sense::Closeness(_)
                        | Sense::Sizing(_)
                        | Sense::Noun(Noun::Size | Noun::Corner)
                )
            )
    });
    let new = during
        || (fragment.iter().any(place) && !before.iter().any(place))
        || (fragment.iter().any(share) && !before.iter().any(share));
    let words = before.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    over && only && new && !words
}

/// `start with the last clip, move it to the front`: the same, said twice.
pub fn is_opened_and_moved(before: &[Token], fragment: &[Token]) -> bool {
    let opens = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::FirstComes | Link::LastComes)))
            && token.text.is_ascii()
    };
    before.iter().any(opens)
        && verbs(before).next().is_none()
        && verbs(fragment).any(|verb| verb.sense() == Some(Sense::Verb(Verb::Move)))
        && fragment.iter().any(|token| token.sense() == Some(Sense::Link(Link::It)))
}

pub fn is_only_shown(fragment: &[Token]) -> bool {
    let telling = |token: &&Token| is_telling(token);
    fragment.iter().filter(telling).all(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Show) | Sense::Link(Link::It | Link::For)))
            || matches!(token.meaning, Meaning::Time(_))
    })
}

/// `先放海边6秒，再放夜市3秒`: the next of a row that the film is to be.
pub fn goes_on_in_turn(before: &[Token], fragment: &[Token]) -> bool {
    let first = before.iter().find(|token| is_telling(token));
    let begins = first.is_some_and(|token| {
        token.sense() == Some(Sense::Link(Link::FirstComes)) && !token.text.is_ascii()
    }) || before.iter().take(2).any(|token| token.text == "先");
    let follows =
        fragment.iter().take_while(|token| token.sense() == Some(Sense::Break)).any(|token| {
            [Part::InTurn, Part::Lastly].iter().any(|part| is_said(Chinese, *part, &token.text))
        });
    let telling: Vec<&Token> = fragment.iter().filter(|token| is_telling(token)).collect();
    begins
        && follows
        && telling.first().is_some_and(|first| matches!(first.meaning, Meaning::File(..)))
        && telling[1..].iter().all(|token| matches!(token.meaning, Meaning::Time(_)))
}

/// `只留2秒到6秒，放慢到0.5倍`, `去掉黑白，要彩色的`, `标题不要，音乐小点`: what the verb before it cannot be said of.
pub fn is_effect_of_its_own(before: &[Token], fragment: &[Token]) -> bool {
    let has = |fits: fn(&Token) -> bool| fragment.iter().any(fits);
    let removes = verbs(before).any(|verb| verb.sense() == Some(Sense::Verb(Verb::Remove)));
    let colours = has(|token| token.sense() == Some(Sense::Look(Look::InColour)));
    let moved = has(|token| {
        matches!(token.sense(), Some(Sense::Degree(_)))
            || matches!(token.meaning, Meaning::Percent(_))
    });
    let lasts = has(|token| matches!(token.meaning, Meaning::Time(_)))
        && fragment.iter().find(|token| is_telling(token)).is_some_and(names_piece);
    let effect = has(|token| {
        matches!(
            token.sense(),
            Some(
                Sense::Pace(_) | Sense::Look(_) | Sense::Tone(_) | Sense::Fit(_) | Sense::Camera(_)
            )
        )
    });
    let other = |verb: &Token| {
        matches!(
            verb.sense(),
            Some(Sense::Verb(
                Verb::Keep
                    | Verb::Swap
                    | Verb::Mute
                    | Verb::Duplicate
                    | Verb::Split
                    | Verb::Turn
                    | Verb::Rotate
                    | Verb::Undo
                    | Verb::Redo
            ))
        )
    };
    let timed = before.iter().any(|token| matches!(token.meaning, Meaning::Time(_)));
    // "火车5秒，直接切": the time is the piece's.
    let seam = has(|token| matches!(token.sense(), Some(Sense::Transition(_))));
    let of_piece = timed
        && before.iter().any(names_piece)
        && verbs(before).next().is_none()
        && !before.iter().any(|token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo | Noun::Transition)))
        });
    // "图片都改成2秒，视频不动".
    let untouched = has(|token| token.sense() == Some(Sense::Link(Link::AsItIs)))
        && fragment.iter().any(|token| names_piece(token) || is_sound(token));
    let paced = paces_a_piece(fragment);
    let otherwise = verbs(before).next().is_some() && verbs(before).all(other);
    (removes
        && (colours
            || paced
            || looks_otherwise(before, fragment)
            || (moved && fragment.iter().any(is_sound))
            || (lasts && !timed)))
        || (otherwise && (effect || lasts || (moved && fragment.iter().any(is_sound))))
        || slows_what_is_left(before, fragment)
        || is_behind_a_trade(before, fragment)
        || (seam && of_piece)
        || (verbs(before).next().is_some() && untouched)
}

/// `Delete the silent one, double the speed of bikes`.
fn paces_a_piece(fragment: &[Token]) -> bool {
    fragment.iter().any(|token| matches!(token.sense(), Some(Sense::Pace(_))))
        && fragment.iter().any(names_piece)
}

/// `kill the music. both shots b&w`: where no look was taken away, one that is said of a piece is wanted.
fn looks_otherwise(before: &[Token], fragment: &[Token]) -> bool {
    let look = |token: &Token| matches!(token.sense(), Some(Sense::Look(_)));
    let off = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::From | Link::Off))) || token.text == "的"
    };
    let all = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::All | Link::These | Link::Each)))
    };
    fragment.iter().any(look)
        && fragment.iter().any(|token| names_piece(token) || all(token))
        && !fragment.iter().any(off)
        && !before.iter().any(look)
}

/// `主卧换成次卧，厨房黑白`: of another piece than the two that were traded, and no third of them.
fn is_behind_a_trade(before: &[Token], fragment: &[Token]) -> bool {
    let trades = |token: &Token| {
        let text = token.text_small();
        [&LISTS.becomes_another, &LISTS.takes_the_place, &LISTS.trades]
            .iter()
            .any(|list| list.has(&text))
    };
    let traded = before.iter().filter(|token| names_piece(token)).count() > 1;
    let look = |token: &Token| matches!(token.sense(), Some(Sense::Look(_)));
    let within = |token: &Token| token.sense() == Some(Sense::Link(Link::At));
    let first = fragment.iter().find(|token| is_telling(token) && !within(token));
    traded
        && first.is_some_and(|first| names_piece(first) || look(first))
        && before.iter().any(trades)
        && fragment.iter().any(|token| {
            matches!(token.meaning, Meaning::Percent(_) | Meaning::Time(_))
                || matches!(
                    token.sense(),
                    Some(
                        Sense::Look(_)
                            | Sense::Tone(_)
                            | Sense::Pace(_)
                            | Sense::Camera(_)
                            | Sense::Turning(_)
                            | Sense::Fit(_)
                            | Sense::Stretch(_)
                    )
                )
        })
}

/// `结尾剪掉1秒，然后放慢到0.5倍`, `first 6 seconds only, then double speed`: so much goes, and what is left plays otherwise.
fn slows_what_is_left(before: &[Token], fragment: &[Token]) -> bool {
    let part = |token: &Token| {
        matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..))
    };
    let timed = |token: &Token| matches!(token.meaning, Meaning::Time(_)) || part(token);
    let takes = |verb: &Token| matches!(verb.sense(), Some(Sense::Verb(Verb::Remove | Verb::Trim)));
    let said = verbs(before).next().is_some();
    let cuts = said && verbs(before).all(takes) && before.iter().any(timed);
    let only = !said
        && before.iter().any(|token| token.sense() == Some(Sense::Link(Link::Only)))
        && before.iter().any(part);
    (cuts || only) && fragment.iter().any(|token| matches!(token.sense(), Some(Sense::Pace(_))))
}
