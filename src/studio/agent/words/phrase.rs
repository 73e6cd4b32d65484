//! Neighbouring tokens that mean one thing together: `from 2s to 5s`, `the last three seconds`,
//! `前三张`, `this video` after `the second`.

use crate::draft::Millis;

use super::amounts::amounts;
use super::beside::beside_others;
use super::both_ends::both_ends;
use super::cards::cards;
use super::copies::copies;
use super::core::cores;
use super::denied::denied;
use super::each_part::parts_of_each;
use super::effects_named::name_effects;
use super::elided::elided;
use super::end_cards::end_cards;
use super::excepted::leave_out;
use super::footage::films_that_are_clips;
use super::frame::frames;
use super::from_until::seconds_by_number;
use super::gaps::gaps;
use super::how_many::{how_many, what_is_filmed};
use super::idiom::idioms;
use super::in_all::in_all;
use super::in_order::in_order;
use super::in_other_words::in_other_words;
use super::inset_again::inset_again;
use super::joint::joints;
use super::kinds::kinds;
use super::lens::lenses;
use super::likened::likened;
use super::moment_told::moments_told;
use super::moments::moments;
use super::of_the_song::of_the_song;
use super::only_that::only_that;
use super::parted::parted_verbs;
use super::participles::participles;
use super::plain_order::plain_orders;
use super::plainly::plainly;
use super::pointing::pointing;
use super::purpose::purposes;
use super::put_on_it::put_on_it;
use super::ranges::{between, moment_by_number, part, range};
use super::rather::rather;
use super::row_of_parts::rows_of_parts;
use super::said_again::said_again;
use super::said_beside::said_beside;
use super::said_twice::said_twice;
use super::seam_names::join_seams;
use super::seen_and_heard::seen_and_heard;
use super::sense::{Edge, Link, Portion, Sense, Verb};
use super::shared_object::{piece_next_to_its_order, shared_objects};
use super::so_long::lengths;
use super::spoken_of::spoken_of;
use super::stay::stays;
use super::stops_at::stops_at;
use super::to_a_loudness::to_a_loudness;
use super::token::{Meaning, Token, says};
use super::told_behind;
use super::told_measure::told_measure;
use super::topic::topics;
use super::turns::turns_of_phrase;
use super::two_by_two::two_by_two;
use super::whole_film::whole_film;
use super::wordings::wordings;

/// Joins what belongs together, from left to right.
pub fn combine(mut tokens: Vec<Token>) -> Vec<Token> {
    told_behind::marked(&mut tokens);
    participles(&mut tokens);
    moments_told(&mut tokens);
    frames(&mut tokens);
    seconds_by_number(&mut tokens);
    name_effects(&mut tokens);
    likened(&mut tokens);
    join_seams(&mut tokens);
    leave_out(&mut tokens);
    only_that(&mut tokens);
    topics(&mut tokens);
    let mut kept = neighbours(tokens);
    shared_objects(&mut kept);
    piece_next_to_its_order(&mut kept);
    cores(&mut kept);
    put_on_it(&mut kept);
    seen_and_heard(&mut kept);
    said_plainly(&mut kept);
    told_in_turn(&mut kept);
    turned(&mut kept);
    kept
}

/// Only what is a length, a moment or a part of something together.
pub fn measures(mut tokens: Vec<Token>) -> Vec<Token> {
    moments_told(&mut tokens);
    frames(&mut tokens);
    seconds_by_number(&mut tokens);
    neighbours(tokens)
}

/// Neighbours that are one word together.
fn neighbours(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(mut token) = tokens.next() {
        let ends = tokens.peek().is_none_or(|next| {
            matches!(next.sense(), Some(Sense::Break | Sense::Filler | Sense::Edge(_)))
        });
        if is_which_last(&token, &kept, ends) {
            token.meaning = Meaning::Ordinal(-1);
        }
        let orders = tokens.peek().is_some_and(|next| matches!(next.sense(), Some(Sense::Verb(_))));
        if !orders && is_all_but(&token, &kept) {
            token.meaning = Meaning::Known(Sense::Link(Link::Except));
        }
        kept.push(token);
        while let Some((meaning, count)) = joined(&kept) {
            merge(&mut kept, meaning, count);
        }
    }
    kept
}

/// What is said in other words, twice, or for several things at once.
fn said_plainly(tokens: &mut Vec<Token>) {
    a_second(tokens);
    to_a_loudness(tokens);
    two_by_two(tokens);
    told_measure(tokens);
    in_other_words(tokens);
    said_beside(tokens);
    amounts(tokens);
    of_the_song(tokens);
    said_again(tokens);
    denied(tokens);
    end_cards(tokens);
    cards(tokens);
    elided(tokens);
    kinds(tokens);
    said_twice(tokens);
    both_ends(tokens);
}

/// What is named in a row, and how long it is.
fn told_in_turn(tokens: &mut Vec<Token>) {
    what_is_filmed(tokens);
    rows_of_parts(tokens);
    in_order(tokens);
    parts_of_each(tokens);
    stops_at(tokens);
    purposes(tokens);
    plain_orders(tokens);
    plainly(tokens);
    lengths(tokens);
    wordings(tokens);
}

/// Turns of phrase, and what points at something that was named.
fn turned(tokens: &mut Vec<Token>) {
    pointing(tokens);
    films_that_are_clips(tokens);
    joints(tokens);
    turns_of_phrase(tokens);
    stays(tokens);
    moments(tokens);
    idioms(tokens);
    beside_others(tokens);
    rather(tokens);
    parted_verbs(tokens);
    gaps(tokens);
    middles(tokens);
    copies(tokens);
    whole_film(tokens);
    in_all(tokens);
    lenses(tokens);
    inset_again(tokens);
    how_many(tokens);
    spoken_of(tokens);
}

/// `delete all clips but the last`: elsewhere `but` goes on with another wish.
fn is_all_but(token: &Token, before: &[Token]) -> bool {
    let is_plain = |token: &&Token| !matches!(token.sense(), Some(Sense::Break | Sense::Verb(_)));
    let is_all = |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::All | Link::Each)));
    token.text.eq_ignore_ascii_case("but") && before.iter().rev().take_while(is_plain).any(is_all)
}

/// `split clip 2 in the middle`: where a cut is to be made the middle is a moment, not a place on the
/// picture or one of three.
fn middles(tokens: &mut [Token]) {
    let cuts = |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Split)));
    if !tokens.iter().any(cuts) {
        return;
    }
    for place in 0..tokens.len() {
        let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
        let of_a_thing = next.is_some_and(|next| {
            matches!(next.sense(), Some(Sense::Noun(_)))
                || next.meaning == Meaning::Number(1.0)
                || (next.sense() == Some(Sense::Link(Link::The)) && !next.text.is_ascii())
        });
        if matches!(tokens[place].sense(), Some(Sense::Place(crate::draft::TextPlace::Centre)))
            && !of_a_thing
        {
            tokens[place].meaning = Meaning::Known(Sense::Portion(Portion::Halfway));
        }
    }
}

/// `last` is a place in a row, unless something stands before it that lasts: `the title should last`.
fn is_which_last(token: &Token, before: &[Token], ends: bool) -> bool {
    let is_word = ["last", "final"].iter().any(|word| token.text.eq_ignore_ascii_case(word));
    if !is_word {
        return false;
    }
    // "Put a.jpg last" says where to.
    let places = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Add | Verb::Make)))
            || says(token, &["bring", "have"])
    };
    if ends && before.iter().any(places) {
        return true;
    }
    let lasts = |before: &Token| {
        matches!(before.meaning, Meaning::Quote(_) | Meaning::File(..) | Meaning::Number(_))
            || matches!(
                before.sense(),
                Some(Sense::Noun(_) | Sense::Link(Link::It | Link::Each | Link::All))
            )
    };
    // "Each picture should only last three seconds."
    let says_much =
        |before: &&Token| !matches!(before.sense(), Some(Sense::Filler | Sense::Link(Link::Only)));
    let before = before.iter().rev().find(says_much);
    !before.is_some_and(lasts)
}

fn merge(kept: &mut Vec<Token>, meaning: Meaning, count: usize) {
    let tail = kept.split_off(kept.len() - count);
    let text = tail.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
    let (start, end) = (tail[0].span.start, tail[count - 1].span.end);
    kept.push(Token { meaning, text, span: start..end });
}

/// What the last tokens mean together, and how many they are.
fn joined(kept: &[Token]) -> Option<(Meaning, usize)> {
    range(kept)
        .or_else(|| between(kept))
        .or_else(|| part(kept))
        .or_else(|| the_one(kept))
        .or_else(|| moment_by_number(kept))
        .or_else(|| edge_and_part(kept))
        .or_else(|| edge_piece(kept))
}

/// `开头前3秒`, `结尾最后2秒`: the edge is said twice.
fn edge_and_part(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [.., edge, part] = kept else { return None };
    match (edge.sense(), &part.meaning) {
        (Some(Sense::Edge(Edge::Start)), Meaning::Head(_))
        | (Some(Sense::Edge(Edge::End)), Meaning::Tail(_))
            if !edge.text.is_ascii() =>
        {
            Some((part.meaning.clone(), 2))
        }
        _ => None,
    }
}

/// `开头那段`, `最后那张`: a piece by where it lies.
fn edge_piece(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [.., edge, points] = kept else { return None };
    let one = points.sense() == Some(Sense::Link(Link::The))
        && points.text.ends_with(['段', '张', '个', '幅'])
        && !points.text.is_ascii();
    match edge.sense() {
        Some(Sense::Edge(Edge::Start)) if one => Some((Meaning::Ordinal(1), 2)),
        Some(Sense::Edge(Edge::End)) if one => Some((Meaning::Ordinal(-1), 2)),
        _ => None,
    }
}

/// `the second one` is the second.
fn the_one(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [.., which, one] = kept else { return None };
    let is_one = one.text.eq_ignore_ascii_case("one") && one.meaning == Meaning::Number(1.0);
    match which.meaning {
        Meaning::Ordinal(_) if is_one => Some((which.meaning.clone(), 2)),
        _ => None,
    }
}

/// `over a second`, `a second long`: elsewhere it is as often another one.
fn a_second(tokens: &mut Vec<Token>) {
    for place in (1..tokens.len()).rev() {
        let second =
            tokens[place].meaning == Meaning::Ordinal(2) && says(&tokens[place], &["second"]);
        if !second || !says(&tokens[place - 1], &["a"]) {
            continue;
        }
        let next = tokens.get(place + 1);
        let ends = next.is_none_or(|next| {
            matches!(
                next.sense(),
                Some(
                    Sense::Break
                        | Sense::Stretch(_)
                        | Sense::Link(Link::Long | Link::Off | Link::From)
                )
            )
        });
        let lasts = place > 1
            && matches!(
                tokens[place - 2].sense(),
                Some(
                    Sense::Link(Link::For | Link::By | Link::Of | Link::Over)
                        | Sense::Verb(Verb::Show)
                )
            );
        let names = next.is_some_and(|next| {
            matches!(next.sense(), Some(Sense::Noun(_)))
                || !matches!(next.meaning, Meaning::Known(_))
        });
        if ends || (lasts && !names) {
            let text = format!("{} {}", tokens[place - 1].text, tokens[place].text);
            let span = tokens[place - 1].span.start..tokens[place].span.end;
            let time = Token { meaning: Meaning::Time(Millis::from_secs(1)), text, span };
            tokens.splice(place - 1..=place, [time]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::*;

    fn meanings(sentence: &str) -> Vec<Meaning> {
        let tokens = combine(tokens(sentence, &[]));
        let telling = |token: &Token| {
            !matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Link(Link::From | Link::The | Link::At))
            )
        };
        tokens.into_iter().filter(telling).map(|token| token.meaning).collect()
    }

    #[test]
    fn ranges_and_parts_in_every_wording() {
        let seconds = Millis::from_secs;
        for (sentence, meaning) in [
            ("from 2s to 5s", Meaning::Range(seconds(2), seconds(5))),
            ("3-6s", Meaning::Range(seconds(3), seconds(6))),
            ("2s–5s", Meaning::Range(seconds(2), seconds(5))),
            ("visible from 0:02 until 0:05", Meaning::Range(seconds(2), seconds(5))),
            ("3 to 6 seconds", Meaning::Range(seconds(3), seconds(6))),
            ("第3秒到第6秒", Meaning::Range(seconds(3), seconds(6))),
            ("3到6秒", Meaning::Range(seconds(3), seconds(6))),
            ("从第三秒至第六秒", Meaning::Range(seconds(3), seconds(6))),
            ("前三秒", Meaning::Head(seconds(3))),
            ("the first 2 seconds", Meaning::Head(seconds(2))),
            ("the last three seconds", Meaning::Tail(seconds(3))),
            ("seconds 2 to 5", Meaning::Range(seconds(2), seconds(5))),
            ("the last second", Meaning::Tail(seconds(1))),
            ("最后3秒", Meaning::Tail(seconds(3))),
            ("开头两秒", Meaning::Head(seconds(2))),
            ("前三张", Meaning::FirstOf(3)),
            ("the last two", Meaning::LastOf(2)),
            ("the second one", Meaning::Ordinal(2)),
        ] {
            assert_eq!(meanings(sentence).last(), Some(&meaning), "{sentence}");
        }
    }

    #[test]
    fn a_clips_number_is_not_the_start_of_a_range() {
        let found = meanings("clip 1 to 3 seconds");
        assert!(!found.iter().any(|meaning| matches!(meaning, Meaning::Range(..))), "{found:?}");
    }
}
