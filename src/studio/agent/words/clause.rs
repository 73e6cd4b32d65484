//! Tokens into clauses: one wish each.
//!
//! A mark or a joining word parts two clauses only if the second says what to do. Otherwise it goes on
//! with the first (`join 3, 1 and 2`), unless it names another thing to do the same to (`remove the
//! title and the music`): then it takes over the verb.

use super::anew::{begins_anew, says_each_lasts};
use super::another::{names_another_place, names_another_thing, thing};
use super::complaint::hear;
use super::complaint_apart::brought_together;
use super::own_wish::{
    goes_on_in_turn, is_effect_of_its_own, is_moments, is_more_of_an_inset, is_only_shown,
    is_opened_and_moved, stands_still,
};
use super::remark::{settle, settle_loosely, words};
use super::sense::{Beyond, Edge, Link, Noun, Sense, Verb};
use super::setting::sets;
use super::share;
use super::token::{Meaning, Token, says};
use super::unit;

/// The tokens of one wish, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// Its tokens; joining words inside it are among them.
    pub tokens: Vec<Token>,
}

/// A sentence that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// What is wanted, in order.
    pub clauses: Vec<Clause>,
    /// What stands beside it and wants nothing, as it was said.
    pub remarks: Vec<String>,
    /// The pieces it was read from, and what was passed over before that.
    pub(super) pieces: Vec<Vec<Token>>,
    reasons: Vec<String>,
}

impl Sentence {
    /// The sentence with what was said before it, which is told as a remark.
    pub fn after(mut self, preface: Option<String>) -> Self {
        self.remarks.extend(preface.clone());
        self.reasons.extend(preface);
        self
    }

    /// The sentence without what may be a remark of strange words. `None` where nothing may.
    pub fn without_asides(&self) -> Option<Self> {
        let (fragments, mut remarks) = settle_loosely(&self.pieces)?;
        remarks.extend(self.reasons.iter().cloned());
        let clauses = clauses(fragments);
        Some(Self { clauses, remarks, pieces: self.pieces.clone(), reasons: Vec::new() })
    }
}

/// Cuts tokens into clauses.
pub fn sentence(tokens: Vec<Token>) -> Sentence {
    let fragments = unit::share(unit::part(share::share(fragments(tokens))));
    let (fragments, between) = brought_together(fragments);
    let (fragments, reasons) = hear(fragments);
    let reasons = [between, reasons].concat();
    let pieces = fragments.clone();
    let reasons: Vec<String> = reasons.iter().map(|reason| words(reason)).collect();
    let (fragments, mut remarks) = settle(fragments);
    remarks.extend(reasons.iter().cloned());
    Sentence { clauses: clauses(fragments), remarks, pieces, reasons }
}

fn clauses(fragments: Vec<Vec<Token>>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for fragment in fragments {
        match clauses.last().map(|last| relation(&last.tokens, &fragment)) {
            Some(Relation::GoesOn) => {
                clauses
                    .last_mut()
                    .into_iter()
                    .for_each(|last| last.tokens.extend(fragment.iter().cloned()));
            }
            Some(Relation::Repeats(verb)) => {
                clauses.push(Clause { tokens: verb.into_iter().chain(fragment).collect() });
            }
            Some(Relation::Begins) => {
                lend_verb(&mut clauses, &fragment);
                clauses.push(Clause { tokens: fragment });
            }
            None => clauses.push(Clause { tokens: fragment }),
        }
    }
    clauses
}

/// `标题和字幕都删掉`: the verb comes last and is meant for all the things before it.
fn lend_verb(clauses: &mut [Clause], fragment: &[Token]) {
    let is_lent = |token: &&Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Remove | Verb::Add) | Sense::Link(Link::Without))
        )
    };
    let last = fragment.iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let names_thing = fragment.iter().any(|token| thing(token).is_some() || names_piece(token));
    let Some(verb) = last.filter(is_lent).filter(|_| names_thing) else { return };
    for clause in clauses.iter_mut().rev().take_while(|clause| names_only_things(&clause.tokens)) {
        clause.tokens.insert(0, verb.clone());
    }
}

/// A piece of the film, by number or name.
pub fn names_piece(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::File(..)
            | Meaning::Files(_)
            | Meaning::Ordinal(_)
            | Meaning::Half { .. }
            | Meaning::FirstOf(_)
            | Meaning::LastOf(_)
            | Meaning::Known(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture))
    )
}

fn names_only_things(tokens: &[Token]) -> bool {
    let is_bare = |token: &Token| only_names(token) || matches!(thing(token), Some(0..=3));
    tokens.iter().all(is_bare) && tokens.iter().any(|token| thing(token).is_some())
}

/// Pieces between marks and joining words. A joining word stays at the front of what follows it.
fn fragments(tokens: Vec<Token>) -> Vec<Vec<Token>> {
    let mut fragments: Vec<Vec<Token>> = Vec::new();
    let mut open = false;
    for token in tokens {
        let parts = token.sense() == Some(Sense::Break);
        match fragments.last_mut() {
            Some(last) if open && !parts => last.push(token),
            // A joining word after another one, as in ", and".
            Some(last) if parts && says_nothing_yet(last, &token) => last.push(token),
            _ => fragments.push(vec![token]),
        }
        open = true;
    }
    fragments.retain(|fragment| fragment.iter().any(|token| token.sense() != Some(Sense::Break)));
    fragments
}

/// `，我还没坐稳`: behind a mark and words that say nothing, another joining word begins nothing new.
fn says_nothing_yet(last: &[Token], token: &Token) -> bool {
    let marks = last.iter().filter(|token| token.sense() == Some(Sense::Break)).count();
    let idle = |token: &Token| matches!(token.sense(), Some(Sense::Break | Sense::Filler));
    marks == last.len() || (marks > 0 && !token.text.is_ascii() && last.iter().all(idle))
}

/// Whether a verb can be said of a fade: `add a title and a fade out`.
fn adds(verb: Option<&Token>) -> bool {
    matches!(
        verb.and_then(Token::sense),
        None | Some(Sense::Verb(Verb::Add | Verb::Remove | Verb::Make | Verb::Change | Verb::Use))
    )
}

enum Relation {
    GoesOn,
    Begins,
    /// Takes over the verb, if there is one.
    Repeats(Option<Token>),
}

/// `silent then bikes, leave bunny out`: what goes is named behind the verb, and not before it.
fn takes_its_own(fragment: &[Token]) -> bool {
    let mut telling = fragment.iter().filter(|token| is_telling(token));
    telling.next().is_some_and(|first| first.sense() == Some(Sense::Verb(Verb::Remove)))
        && telling.next().is_some_and(|next| matches!(next.meaning, Meaning::File(..)))
}

/// Where a fragment says itself what to do, or what is set, exported or done in turn before it.
fn by_its_verbs(before: &[Token], fragment: &[Token]) -> Option<Relation> {
    if sets(before, fragment) || (exports(before) && exports(fragment)) {
        return Some(Relation::GoesOn);
    }
    if is_opened_and_moved(before, fragment) {
        return Some(Relation::Begins);
    }
    verbs(fragment).next()?;
    let goes_on = is_moments(before, fragment)
        || is_more_of_an_inset(before, fragment)
        || (stands_still(before) && is_only_shown(fragment))
        || (before.iter().all(only_names) && !takes_its_own(fragment))
        || depends(before, fragment);
    Some(if goes_on { Relation::GoesOn } else { Relation::Begins })
}

fn relation(before: &[Token], fragment: &[Token]) -> Relation {
    if let Some(relation) = by_its_verbs(before, fragment) {
        return relation;
    }
    // "Split bikes at 4s, the second half backwards."
    let half = |token: &Token| matches!(token.meaning, Meaning::Half { .. });
    if !before.iter().any(half) && fragment.iter().any(half) {
        return Relation::Begins;
    }
    // "Leave clip 1 alone and speed up the rest."
    if before.iter().any(|token| token.sense() == Some(Sense::Link(Link::AsItIs))) {
        return Relation::Begins;
    }
    // "Clips 1 and 3 in black and white."
    if before.iter().all(only_names)
        && fragment.iter().find(|token| is_telling(token)).is_some_and(names_another)
    {
        return Relation::GoesOn;
    }
    if goes_on_in_turn(before, fragment) && !says_each_lasts(fragment) {
        return Relation::GoesOn;
    }
    if begins_anew(before, fragment) || is_effect_of_its_own(before, fragment) {
        return Relation::Begins;
    }
    if before.iter().any(is_words) && only_dresses(fragment) {
        return Relation::GoesOn;
    }
    let first = verbs(before).next();
    let repeatable = match first.and_then(Token::sense) {
        None => true,
        Some(Sense::Verb(verb)) => {
            matches!(
                verb,
                Verb::Add
                    | Verb::Remove
                    | Verb::Change
                    | Verb::Move
                    | Verb::Trim
                    | Verb::Make
                    | Verb::Show
            )
        }
        Some(_) => false,
    };
    let making = verbs(before).any(|token| token.sense() == Some(Sense::Verb(Verb::Make)))
        && before.iter().any(is_film);
    let another = names_another_thing(before, fragment) || names_another_place(before, fragment);
    let fades = fragment.iter().any(|token| thing(token) == Some(3));
    // "Delete the photo and fade out the music over 3 seconds": a fade is wanted.
    let told = fragment.iter().any(|token| {
        matches!(token.meaning, Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_))
            || is_sound(token)
    });
    let removes = first.is_some_and(|verb| verb.sense() == Some(Sense::Verb(Verb::Remove)));
    if fades && removes && told {
        return Relation::Begins;
    }
    if repeatable && !making && another && (!fades || adds(first)) {
        Relation::Repeats(first.cloned())
    } else if !making && fades && !adds(first) {
        // "Swap 1 and 3, then fade out the music": the fade has a verb in it.
        Relation::Begins
    } else {
        Relation::GoesOn
    }
}

/// `export it, but keep it under 8 MB`: one order.
fn exports(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.sense() == Some(Sense::Beyond(Beyond::Export)))
}

pub fn is_telling(token: &Token) -> bool {
    !matches!(token.sense(), Some(Sense::Break | Sense::Filler | Sense::Link(Link::The)))
}

fn names_another(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Number(_) | Meaning::Ordinal(_) | Meaning::File(..))
}

pub fn verbs(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    tokens.iter().filter(|token| matches!(token.sense(), Some(Sense::Verb(_))))
}

/// Whether a fragment with a verb only says more about what went before it: `…, shown for 3 seconds`,
/// `…, and put it at the end`; or prepares it: `use these pictures and make …`.
fn depends(before: &[Token], fragment: &[Token]) -> bool {
    let only = |allowed: &[Verb]| {
        verbs(fragment)
            .all(|token| allowed.iter().any(|verb| token.sense() == Some(Sense::Verb(*verb))))
    };
    let has_object = fragment.iter().any(is_object);
    let adds = verbs(before).any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Make | Verb::Change)))
    });
    let details = fragment.iter().any(says_where_or_how_much) || only(&[Verb::Show]);
    let dresses = before.iter().any(is_words) && only_dresses(fragment);
    if dresses && adds && only(&[Verb::Show, Verb::Change, Verb::Add, Verb::Use, Verb::Make]) {
        return true;
    }
    if !has_object
        && adds
        && details
        && only(&[Verb::Show, Verb::Move, Verb::Change, Verb::Add, Verb::Keep, Verb::Make])
    {
        let whole_film = fragment.iter().any(|token| {
            matches!(
                token.meaning,
                Meaning::Known(Sense::Shape(_) | Sense::Platform(_)) | Meaning::Ratio(..)
            )
        });
        return !whole_film && before.iter().any(is_placeable);
    }
    let picks = |tokens: &[Token]| {
        verbs(tokens).all(|token| token.sense() == Some(Sense::Verb(Verb::Use)))
            && !tokens.iter().any(is_sound)
    };
    let makes = |tokens: &[Token]| {
        verbs(tokens)
            .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Make | Verb::Join))))
    };
    // "Use these, 3 seconds each, and make it square": its shape comes after.
    let film =
        fragment.iter().any(is_film) || !fragment.iter().any(|token| thing(token) == Some(4));
    (picks(before) && verbs(before).next().is_some() && makes(fragment) && film)
        || (makes(before) && picks(fragment))
}

/// What can stand before a verb that comes last: `把3、1、2按顺序拼接`.
fn only_names(token: &Token) -> bool {
    match token.meaning {
        Meaning::File(..) | Meaning::MissingFile(_) | Meaning::Number(_) | Meaning::Ordinal(_) => {
            true
        }
        Meaning::Known(sense) => {
            matches!(
                sense,
                Sense::Noun(Noun::Film | Noun::Clip | Noun::Footage | Noun::Picture | Noun::File)
                    | Sense::Break
                    | Sense::Filler
            ) || matches!(sense, Sense::Link(link)
                if !matches!(link, Link::Without | Link::Not | Link::AsItIs))
        }
        _ => false,
    }
}

pub fn is_sound(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound)))
        || matches!(token.meaning, Meaning::File(_, crate::api::wire::MediaKind::Audio))
}

/// Something that can be asked to be elsewhere, longer or quieter right after it was added.
fn is_placeable(token: &Token) -> bool {
    is_sound(token) || matches!(token.meaning, Meaning::Quote(_))
}

fn says_where_or_how_much(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Range(..)
            | Meaning::Head(_)
            | Meaning::Tail(_)
            | Meaning::Percent(_)
            | Meaning::Known(Sense::Edge(Edge::Start | Edge::End) | Sense::Place(_))
    )
}

/// Words on the picture, which a detail of their look may follow.
pub fn is_words(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_)) || thing(token) == Some(0)
}

/// Whether a fragment says how something looks, and names nothing that does.
fn only_dresses(fragment: &[Token]) -> bool {
    let dresses = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::Colour(_)
                | Meaning::Known(
                    Sense::Colour(_)
                        | Sense::Lettering(_)
                        | Sense::Moving(_)
                        | Sense::Sizing(_)
                        | Sense::Closeness(_)
                )
        )
    };
    let names_nothing = |token: &Token| match token.meaning {
        Meaning::Known(Sense::Noun(noun)) => {
            matches!(noun, Noun::Colour | Noun::Size | Noun::Canvas)
        }
        _ => !is_object(token),
    };
    // "At 150% size".
    let sized = fragment.iter().any(|token| matches!(token.meaning, Meaning::Percent(_)))
        && fragment.iter().any(|token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Size)))
                || (token.sense() == Some(Sense::Noun(Noun::Canvas)) && says(token, &["size"]))
        });
    (sized || fragment.iter().any(dresses)) && fragment.iter().all(names_nothing)
}

pub fn is_film(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)))
}

fn is_object(token: &Token) -> bool {
    match token.meaning {
        Meaning::Quote(_)
        | Meaning::File(..)
        | Meaning::MissingFile(_)
        | Meaning::Ordinal(_)
        | Meaning::Half { .. }
        | Meaning::FirstOf(_)
        | Meaning::LastOf(_)
        | Meaning::Unknown => true,
        Meaning::Known(sense) => {
            matches!(sense, Sense::Noun(noun) if noun != Noun::Volume)
                || matches!(sense, Sense::Transition(_) | Sense::Mood(_) | Sense::Beyond(_))
        }
        _ => false,
    }
}

/// What is never part of another wish: a question, and what cannot be done here. The rest of the
/// sentence should not suffer for it.
pub fn stands_alone(fragment: &[Token]) -> bool {
    fragment
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Question(_) | Sense::Beyond(_))))
}

#[cfg(test)]
mod tests {
    use super::super::{Name, read};
    use crate::api::wire::MediaKind;

    fn cut(sentence: &str) -> Vec<String> {
        let names = [Name::new("a.mp4", MediaKind::Video), Name::new("b.mp4", MediaKind::Video)];
        let said = |clause: &super::Clause| {
            let telling = clause.tokens.iter().filter(|token| {
                !matches!(token.sense(), Some(super::Sense::Break | super::Sense::Filler))
            });
            telling.map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        read(sentence, &names).clauses.iter().map(said).collect()
    }

    #[test]
    fn a_clause_begins_where_something_else_is_to_be_done() {
        for (sentence, clauses) in [
            ("add music and remove the title", &["add music", "remove the title"][..]),
            ("remove the title, then undo", &["remove the title", "undo"]),
            ("加音乐，然后删除标题", &["加 音乐", "删除 标题"]),
            ("join a.mp4 then b.mp4", &["join a.mp4 b.mp4"]),
            ("swap 1 and 2", &["swap 1 2"]),
            ("把3、1、2按顺序拼接", &["3 1 2 按顺序 拼接"]),
        ] {
            assert_eq!(cut(sentence), clauses, "{sentence}");
        }
    }

    #[test]
    fn another_thing_takes_over_the_verb() {
        for (sentence, clauses) in [
            ("remove the title and the music", &["remove the title", "remove the music"][..]),
            ("加音乐和转场", &["加 音乐", "加 转场"]),
            (
                "add calm music at 30% and a title \"Hi\"",
                &["add calm music at 30%", "add a title \"Hi\""],
            ),
            ("加轻快的背景音乐，音量30%", &["加 轻快 背景音乐 音量 30%"]),
            (
                "make a 20-second vertical promo with music, crossfades and the title \"Hello\"",
                &["make a 20-second vertical promo with music crossfades the title \"Hello\""],
            ),
        ] {
            assert_eq!(cut(sentence), clauses, "{sentence}");
        }
    }

    #[test]
    fn what_only_adds_a_detail_goes_on() {
        for (sentence, clauses) in [
            (
                "add a title \"Hi\", shown from 2s to 5s",
                &["add a title \"Hi\" shown from 2s to 5s"][..],
            ),
            ("加标题“你好”，放在结尾", &["加 标题 “你好” 放在 结尾"]),
            ("用这些图片，做一个视频", &["用 这些 图片 做 一个 视频"]),
            (
                "add a title \"Hi\" and make it vertical",
                &["add a title \"Hi\"", "make it vertical"],
            ),
        ] {
            assert_eq!(cut(sentence), clauses, "{sentence}");
        }
    }
}
