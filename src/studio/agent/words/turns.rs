//! Turns of phrase of several tokens: `先A后B`, `头尾两段`, `same time for each`, `“包邮”两个字`.

use super::lexicon;
use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Pace, Sense, Stretch, Turn, Verb};
use super::token::{Meaning, Token, mean, piece, says, turns};

/// Says them plainly.
pub fn turns_of_phrase(tokens: &mut Vec<Token>) {
    head_and_tail(tokens);
    starts_so_much_later(tokens);
    for place in 0..tokens.len() {
        first_then(tokens, place);
        middle_of_named(tokens, place);
        so_many_words(tokens, place);
        same_for_each(tokens, place);
        back_in_time(tokens, place);
        the_play(tokens, place);
        put_after(tokens, place);
        first_of_a_row(tokens, place);
        crop_to_fill(tokens, place);
        more_seconds(tokens, place);
        keep_the_other(tokens, place);
        every_cut(tokens, place);
        each_of_a_kind(tokens, place);
        the_back(tokens, place);
        so_much_more(tokens, place);
        so_much_a_piece(tokens, place);
        first_of_footage(tokens, place);
    }
}

fn names_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_))
}

/// `start 2 seconds in`, `end a second later`: when, and not the first two seconds.
fn starts_so_much_later(tokens: &mut Vec<Token>) {
    for place in (0..tokens.len()).rev() {
        let (Meaning::Head(time) | Meaning::Tail(time)) = tokens[place].meaning else { continue };
        let Some((word, amount)) = tokens[place].text.split_once(' ') else { continue };
        let role = lexicon::turns(Turn::Starts, word) || lexicon::turns(Turn::Stops, word);
        let goes_on = tokens.get(place + 1).is_some_and(|next| {
            says(next, &["in"]) || turns(next, Turn::Later) || turns(next, Turn::Earlier)
        });
        if role && goes_on {
            let edge = if lexicon::turns(Turn::Starts, word) { Edge::Start } else { Edge::End };
            let span = tokens[place].span.clone();
            let parts = [
                (Meaning::Known(Sense::Edge(edge)), word.to_owned()),
                (Meaning::Time(time), amount.to_owned()),
            ];
            let parts = parts.map(|(meaning, text)| Token { meaning, text, span: span.clone() });
            tokens.splice(place..=place, parts);
        }
    }
}

/// `头尾两段`: the first and the last.
fn head_and_tail(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        let both = says(&tokens[place], &["头尾", "首尾"]);
        let apart = says(&tokens[place], &["头"])
            && tokens.get(place + 1).is_some_and(|next| says(next, &["尾"]));
        let length = if both { 1 } else { 2 };
        let two = tokens.get(place + length).is_some_and(|next| {
            next.meaning == Meaning::Number(2.0)
                || says(next, &["片段", "图片", "照片", "的", "两段", "两张"])
        });
        if (both || apart) && two {
            let span = tokens[place].span.clone();
            let token =
                |meaning, text: &str| Token { meaning, text: text.into(), span: span.clone() };
            let said = [
                token(Meaning::Ordinal(1), "第一段"),
                token(Meaning::Known(Sense::Break), "和"),
                token(Meaning::Ordinal(-1), "最后一段"),
            ];
            let end = place + length;
            let counts = tokens[end].meaning == Meaning::Number(2.0);
            tokens.splice(place..end + usize::from(counts), said);
            place += 2;
        }
        place += 1;
    }
}

/// `先bikes后bunny`: one, then the other.
fn first_then(tokens: &mut [Token], place: usize) {
    let [before, after] = [place.checked_sub(1), Some(place + 1)].map(|at| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| matches!(token.meaning, Meaning::File(..)))
    });
    let first = tokens[..place].iter().any(|token| says(token, &["先", "先放"]));
    if first && before && after && says(&tokens[place], &["后"]) {
        mean(&mut tokens[place], Sense::Break);
    }
}

/// `第一张和第二张中间`: between the two.
fn middle_of_named(tokens: &mut [Token], place: usize) {
    if !LISTS.in_the_middle.has(&tokens[place].text) {
        return;
    }
    let telling: Vec<&Token> =
        tokens[..place].iter().rev().filter(|token| token.sense() != Some(Sense::Filler)).collect();
    let joins = |token: &Token| LISTS.joins_names.has(&token.text);
    let named = |token: &Token| {
        names_piece(token)
            || matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
            || (token.sense() == Some(Sense::Link(Link::The)) && token.text.ends_with(['张', '段']))
    };
    let pair = telling.first().is_some_and(|token| named(token))
        && telling.iter().skip(1).take(3).any(|token| joins(token))
        && telling.iter().skip(2).take(3).any(|token| names_piece(token));
    if pair {
        mean(&mut tokens[place], Sense::Link(Link::Between));
    }
}

/// `“包邮”两个字`: the words themselves.
fn so_many_words(tokens: &mut [Token], place: usize) {
    let Some([quote, number, noun]) = tokens.get(place..place + 3) else { return };
    let counted =
        matches!(number.meaning, Meaning::Number(_)) || says(number, &["这几个", "那几个"]);
    let words = matches!(noun.sense(), Some(Sense::Noun(Noun::Text | Noun::Caption | Noun::Title)));
    if matches!(quote.meaning, Meaning::Quote(_)) && counted && words {
        mean(&mut tokens[place + 1], Sense::Filler);
    }
}

/// `same time for each`, `每张时间一样`: as long as each other, without a length.
fn same_for_each(tokens: &mut [Token], place: usize) {
    if !LISTS.alike.has(&tokens[place].text) {
        return;
    }
    let piece = piece(tokens, place);
    let each = |token: &Token| token.sense() == Some(Sense::Link(Link::Each));
    let light = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Link(
                        Link::Each | Link::For | Link::The | Link::A | Link::Long | Link::At
                    )
                    | Sense::Noun(Noun::Picture | Noun::Clip)
                    | Sense::Verb(Verb::Show | Verb::Make)
            )
        ) || says(token, &["same", "equal", "一样", "相同", "同样", "one", "amount"])
    };
    if tokens[piece.clone()].iter().any(each) && tokens[piece.clone()].iter().all(light) {
        for token in &mut tokens[piece] {
            mean(token, Sense::Filler);
        }
        mean(&mut tokens[place], Sense::Stretch(Stretch::Evenly));
    }
}

/// `take the slow motion off the bikes`: at its own speed again.
fn back_in_time(tokens: &mut [Token], place: usize) {
    if !matches!(tokens[place].sense(), Some(Sense::Pace(_))) {
        return;
    }
    let piece = piece(tokens, place);
    let takes = |token: &Token| {
        token.sense() == Some(Sense::Verb(Verb::Remove))
            || says(token, &["take", "get rid of", "turn off"])
    };
    let Some(verb) = tokens[piece.start..place].iter().position(takes) else { return };
    let off =
        tokens[place + 1..piece.end].iter().position(|token| says(token, &["off", "out", "from"]));
    let removes = tokens[piece.start + verb].sense() == Some(Sense::Verb(Verb::Remove));
    if !removes && off.is_none() {
        return;
    }
    mean(&mut tokens[piece.start + verb], Sense::Verb(Verb::Change));
    mean(&mut tokens[place], Sense::Pace(Pace::Usual));
    if let Some(off) = off {
        let off = &mut tokens[place + 1 + off];
        mean(off, Sense::Filler);
        // No part of the verb any more.
        off.text.clear();
    }
}

/// `copy the bunny play`: what is played, not that it is.
fn the_play(tokens: &mut [Token], place: usize) {
    let named = place > 1
        && matches!(tokens[place - 1].meaning, Meaning::File(..))
        && tokens[place - 2].sense() == Some(Sense::Link(Link::The));
    let orders = tokens[..place].iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
    if says(&tokens[place], &["play", "run", "show", "cut"]) && named && orders {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `先放A再放B`: the verb is said again for each.
fn put_after(tokens: &mut [Token], place: usize) {
    let first = tokens[..place].iter().any(|token| {
        token.sense() == Some(Sense::Link(Link::FirstComes)) && !token.text.is_ascii()
    });
    let follows = place > 0 && LISTS.put_behind.has(&tokens[place - 1].text);
    let named = tokens.get(place + 1).is_some_and(names_piece);
    if first && follows && named && says(&tokens[place], &["放", "接", "播"]) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `first hall then stairs`: the first of them, not the first hall.
fn first_of_a_row(tokens: &mut [Token], place: usize) {
    let named =
        |at: usize| tokens.get(at).is_some_and(|token| matches!(token.meaning, Meaning::File(..)));
    let then = tokens.get(place + 2).is_some_and(|token| says(token, &["then", "and then"]));
    if says(&tokens[place], &["first"]) && named(place + 1) && then && named(place + 3) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `crop them to fill the frame`: filling it is how.
fn crop_to_fill(tokens: &mut [Token], place: usize) {
    if tokens[place].sense() != Some(Sense::Verb(Verb::Crop)) {
        return;
    }
    let piece = piece(tokens, place);
    let fills = |token: &Token| token.sense() == Some(Sense::Fit(super::sense::Fitting::Fill));
    if tokens[piece].iter().any(fills) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `two more seconds`: so many, by which it is longer.
fn more_seconds(tokens: &mut [Token], place: usize) {
    let Some([number, more]) = tokens.get(place..place + 2) else { return };
    if let Meaning::Number(seconds) = number.meaning
        && LISTS.more_seconds.has(&more.text)
    {
        tokens[place].meaning = Meaning::Time(crate::draft::Millis::from_secs_rounded(seconds));
    }
}

/// `dissolves on every cut`, `a wipe at the second cut`: where pieces meet.
fn every_cut(tokens: &mut [Token], place: usize) {
    if !LISTS.cut_points.has(&tokens[place].text) {
        return;
    }
    let piece = piece(tokens, place);
    let seams = |token: &Token| {
        matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
    };
    let before = tokens[..place].iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let counted = before.is_some_and(|token| {
        matches!(token.meaning, Meaning::Ordinal(_))
            || matches!(
                token.sense(),
                Some(Sense::Link(Link::Each | Link::All | Link::The | Link::These))
            )
    });
    if counted && tokens[piece.start..place].iter().any(seams) {
        mean(&mut tokens[place], Sense::Noun(Noun::Transition));
    }
}

/// `five seconds for every dog`: the pictures, by what is on them.
fn each_of_a_kind(tokens: &mut [Token], place: usize) {
    let each = place > 0 && tokens[place - 1].sense() == Some(Sense::Link(Link::Each));
    let piece = piece(tokens, place);
    let quotes = |token: &&Token| matches!(token.meaning, Meaning::Quote(_));
    // "Caption each dog: …" and what each of them says.
    let timed = tokens[piece].iter().any(|token| matches!(token.meaning, Meaning::Time(_)))
        || tokens.iter().filter(quotes).count() > 1;
    if each && timed && tokens[place].meaning == Meaning::Unknown && tokens[place].text.is_ascii() {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `the first 2 seconds of bunny, then the first 2 of bikes`: seconds again.
fn first_of_footage(tokens: &mut [Token], place: usize) {
    let Some([count, of, file]) = tokens.get(place..place + 3) else { return };
    let Meaning::FirstOf(seconds) = count.meaning else { return };
    let head = tokens[..place].iter().any(|token| matches!(token.meaning, Meaning::Head(_)));
    let names = matches!(file.meaning, Meaning::File(..));
    if head && names && of.sense() == Some(Sense::Link(Link::Of)) {
        tokens[place].meaning = Meaning::Head(crate::draft::Millis::from_secs(seconds as u64));
    }
}

/// `another 2 seconds`, `3 seconds too long`: against now.
fn so_much_more(tokens: &mut [Token], place: usize) {
    if !matches!(tokens[place].meaning, Meaning::Time(_)) {
        return;
    }
    let adds = tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Add)));
    if place > 0 && says(&tokens[place - 1], &["another"]) && !adds {
        mean(&mut tokens[place - 1], Sense::Stretch(Stretch::Longer));
    }
    let Some(next) = tokens.get_mut(place + 1) else { return };
    if LISTS.far_too_long.has(&next.text) {
        mean(next, Sense::Stretch(Stretch::Shorter));
    } else if says(next, &["too short"]) {
        mean(next, Sense::Stretch(Stretch::Longer));
    }
}

/// `2 seconds a picture`: for each of them.
fn so_much_a_piece(tokens: &mut [Token], place: usize) {
    let Some([time, a, noun]) = tokens.get(place..place + 3) else { return };
    let kind =
        matches!(noun.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)));
    let ends = tokens.get(place + 3).is_none_or(|next| {
        matches!(next.sense(), Some(Sense::Break | Sense::Filler | Sense::Link(_)))
    });
    if matches!(time.meaning, Meaning::Time(_)) && says(a, &["a", "an"]) && kind && ends {
        mean(&mut tokens[place + 1], Sense::Link(Link::Each));
    }
}

/// `2 seconds off the back`: its end; `bring it back` is another matter.
fn the_back(tokens: &mut [Token], place: usize) {
    let the = |at: usize| tokens[at].sense() == Some(Sense::Link(Link::The));
    let off =
        place > 1 && the(place - 1) && says(&tokens[place - 2], &["off", "from", "to", "at", "in"]);
    if off && says(&tokens[place], &["back"]) {
        mean(&mut tokens[place], Sense::Edge(Edge::End));
    }
}

/// `take out the first dissolve, keep the second`: of the same kind of thing, which is left as it is. It
/// must not become a wish to keep the second piece alone.
fn keep_the_other(tokens: &mut [Token], place: usize) {
    if tokens[place].sense() != Some(Sense::Verb(Verb::Keep)) {
        return;
    }
    let here = piece(tokens, place);
    let bare = |token: &Token| {
        matches!(token.meaning, Meaning::Ordinal(_))
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Verb(Verb::Keep) | Sense::Link(Link::The))
            )
    };
    let of_others = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Transition(_)
                    | Sense::Noun(Noun::Transition | Noun::Title | Noun::Caption | Noun::Text)
            )
        )
    };
    let before = here.start.checked_sub(1).map(|mark| piece(tokens, mark.saturating_sub(1)));
    let before = before.is_some_and(|before| tokens[before].iter().any(of_others));
    if before && tokens[here.clone()].iter().all(bare) {
        tokens[here].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}
