//! Ways to say an amount or a thing that come down to a plainer one: `一张2秒`, `8% wide`, `a Reel for Instagram`,
//! `from 60 to 30`, `set it to that`.

use super::lexicon::plain_cut;
use super::list::LISTS;
use super::sense::{Camera, Closeness, Degree, Edge, Link, Noun, Sense, Shape, Turn, Verb};
use super::token::{Meaning, Token, is_break, is_file, mean, piece, says, turns};

/// Says them plainly.
pub fn plainly(tokens: &mut Vec<Token>) {
    from_so_much_to(tokens);
    two_names(tokens);
    for place in 0..tokens.len() {
        one_so_long(tokens, place);
        only_cuts(tokens, place);
        an_edit(tokens, place);
        upright_there(tokens, place);
        so_wide(tokens, place);
        half_clear(tokens, place);
        burns_outward(tokens, place);
        off_the_top(tokens, place);
        to_that(tokens, place);
        what_words_say(tokens, place);
        of_a_file(tokens, place);
        a_little_film(tokens, place);
    }
}

/// `一张2秒`, `2秒一张`: each of them.
fn one_so_long(tokens: &mut [Token], place: usize) {
    let alone = |token: Option<&Token>| token.is_none_or(is_break);
    let timed = place > 0 && matches!(tokens[place - 1].meaning, Meaning::Time(_));
    let counts = ["一张", "一段", "一幅", "张", "段", "幅"].contains(&tokens[place].text.as_str());
    let only = place < 2 || is_break(&tokens[place - 2]);
    if timed && counts && only && alone(tokens.get(place + 1)) {
        mean(&mut tokens[place], Sense::Link(Link::Each));
        return;
    }
    let one = matches!(tokens[place].sense(), Some(Sense::Link(Link::A)))
        && tokens[place].text.starts_with('一')
        && tokens[place].text.ends_with(['张', '段', '幅']);
    let one = one || says(&tokens[place], &["一张", "一段", "一幅"]);
    let begins = place == 0 || is_break(&tokens[place - 1]);
    // "一张放5秒".
    let shows = tokens.get(place + 1).is_some_and(|next| says(next, &["放", "停", "播"]));
    let time = place + 1 + usize::from(shows);
    let timed =
        matches!(tokens.get(time), Some(token) if matches!(token.meaning, Meaning::Time(_)));
    let ends = tokens.get(time + 1).is_none_or(|next| {
        next.text != "的"
            && matches!(
                next.sense(),
                Some(
                    Sense::Break
                        | Sense::Filler
                        | Sense::Link(Link::Without)
                        | Sense::Verb(Verb::Make | Verb::Join)
                )
            )
    });
    if one && begins && timed && ends {
        mean(&mut tokens[place], Sense::Link(Link::Each));
    }
}

/// `a 9:16 edit`, `vertical edit`: a film, and nothing that is to be changed.
fn an_edit(tokens: &mut [Token], place: usize) {
    let described = |token: &Token| {
        matches!(token.meaning, Meaning::Ratio(..) | Meaning::Time(_))
            || matches!(
                token.sense(),
                Some(Sense::Shape(_) | Sense::Platform(_) | Sense::Link(Link::A))
            )
    };
    let before = place.checked_sub(1).and_then(|before| tokens.get(before));
    if says(&tokens[place], &["edit"]) && before.is_some_and(described) {
        mean(&mut tokens[place], Sense::Noun(Noun::Promo));
    }
}

/// `…, cuts, no music`: said alone it is no order, but how the pieces meet.
fn only_cuts(tokens: &mut [Token], place: usize) {
    let alone = |token: Option<&Token>| {
        token.is_none_or(|token| is_break(token) || token.sense() == Some(Sense::Filler))
    };
    let before = place.checked_sub(1).and_then(|before| tokens.get(before));
    if place > 0 && says(&tokens[place], &["cuts"]) && alone(before) && alone(tokens.get(place + 1))
    {
        mean(&mut tokens[place], plain_cut());
    }
}

/// `a Reel for Instagram` is upright, a post there is not.
fn upright_there(tokens: &mut [Token], place: usize) {
    let upright = tokens.iter().any(|token| turns(token, Turn::Upright));
    if upright && tokens[place].sense() == Some(Sense::Platform(Shape::Portrait)) {
        mean(&mut tokens[place], Sense::Platform(Shape::Vertical));
    }
}

/// `8% wide`, `20% width`, `20% of the width`: the size of what lies over the picture.
fn so_wide(tokens: &mut [Token], place: usize) {
    if !turns(&tokens[place], Turn::Widths) {
        return;
    }
    let here = piece(tokens, place);
    let light = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::Of | Link::The | Link::At)))
    };
    let before = tokens[here.start..place].iter().rev().find(|token| !light(token));
    if before.is_some_and(|token| matches!(token.meaning, Meaning::Percent(_))) {
        mean(&mut tokens[place], Sense::Noun(Noun::Size));
    }
}

/// `half transparent`.
fn half_clear(tokens: &mut [Token], place: usize) {
    let clear = tokens.get(place + 1).is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Noun(Noun::Transparency | Noun::Opacity)))
    });
    if clear && tokens[place].sense() == Some(Sense::Degree(Degree::Half)) {
        tokens[place].meaning = Meaning::Percent(50.0);
    }
}

/// `Ken Burns, zooming out`: the way it goes.
fn burns_outward(tokens: &mut [Token], place: usize) {
    if tokens[place].sense() != Some(Sense::Camera(Camera::ZoomIn)) {
        return;
    }
    let ways = [(Closeness::Farther, Camera::ZoomOut), (Closeness::Nearer, Camera::ZoomIn)];
    let camera =
        tokens.iter().position(|token| token.sense() == Some(Sense::Camera(Camera::ZoomOut)));
    for (closeness, way) in ways {
        let other = tokens
            .iter()
            .position(|token| token.sense() == Some(Sense::Closeness(closeness)))
            .or(camera.filter(|_| way == Camera::ZoomOut));
        if let Some(other) = other {
            mean(&mut tokens[place], Sense::Camera(way));
            tokens[other].text = String::new();
            mean(&mut tokens[other], Sense::Filler);
            return;
        }
    }
}

/// `2 seconds off the top`: its beginning, where nothing is written on it.
fn off_the_top(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["the top", "top", "the front", "the head"]) || place == 0 {
        return;
    }
    let here = piece(tokens, place);
    let off = tokens[here.start..place].iter().rev().find(|token| {
        !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::Of)))
    });
    let off = off.is_some_and(|token| says(token, &["off", "from", "off of"]));
    let timed = tokens[here].iter().any(|token| matches!(token.meaning, Meaning::Time(_)));
    if off && timed {
        mean(&mut tokens[place], Sense::Edge(Edge::Start));
    }
}

/// `export needs to be 4K, set the project to that`: the amount that was just named.
fn to_that(tokens: &mut [Token], place: usize) {
    let to = place > 0 && tokens[place - 1].sense() == Some(Sense::Link(Link::To));
    let here = piece(tokens, place);
    if !to || !says(&tokens[place], &["that", "it", "this"]) || here.start == 0 {
        return;
    }
    let ends = tokens[place + 1..here.end].iter().all(|token| token.sense() == Some(Sense::Filler));
    let before = piece(tokens, here.start - 1);
    let measures = |token: &Token| {
        matches!(token.meaning, Meaning::Loudness(_) | Meaning::Rate(_) | Meaning::Ratio(..))
            || matches!(token.sense(), Some(Sense::Resolution(_) | Sense::Shape(_)))
    };
    let strange = tokens[before.clone()].iter().any(|token| {
        token.meaning == Meaning::Unknown || matches!(token.sense(), Some(Sense::Beyond(_)))
    });
    let found = tokens[before.clone()].iter().find(|token| measures(token)).cloned();
    if let Some(found) = found.filter(|_| ends && strange) {
        tokens[place].meaning = found.meaning;
        tokens[before].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `price "$5"`, `score "3-1"`: what the quoted words say, and no thing of its own.
fn what_words_say(tokens: &mut [Token], place: usize) {
    let quoted =
        tokens.get(place + 1).is_some_and(|next| matches!(next.meaning, Meaning::Quote(_)));
    let here = piece(tokens, place);
    let begins = tokens[here.start..place].iter().all(|token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
    });
    let named = tokens[place].meaning == Meaning::Unknown || says(&tokens[place], &["score"]);
    // "Show the date “12 May”".
    let shown = place > 0
        && tokens[place - 1].sense() == Some(Sense::Link(Link::The))
        && tokens[here.start..place]
            .iter()
            .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Show))));
    let dated = LISTS.dates.has(&tokens[place].text);
    if quoted && named && (begins || shown) || (quoted && dated) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `a little film`: it is not made a bit more of anything.
fn a_little_film(tokens: &mut [Token], place: usize) {
    let little = says(&tokens[place], &["a little", "a bit"]);
    let film = tokens
        .get(place + 1)
        .is_some_and(|next| matches!(next.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo))));
    if little && film {
        mean(&mut tokens[place], Sense::Link(Link::A));
    }
}

/// `the picture of the bridge`, `the van logo`, where files are called so: nothing more than their names.
fn of_a_file(tokens: &mut [Token], place: usize) {
    let file = |token: Option<&Token>| token.is_some_and(is_file);
    let kind = matches!(
        tokens[place].sense(),
        Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage))
    );
    let one = place > 0 && tokens[place - 1].sense() == Some(Sense::Link(Link::The));
    let of = tokens.get(place + 1).is_some_and(|next| says(next, &["of"]));
    let the = tokens
        .get(place + 2)
        .is_some_and(|next| matches!(next.sense(), Some(Sense::Filler | Sense::Link(Link::The))));
    if kind && one && of && file(tokens.get(place + 2 + usize::from(the))) {
        mean(&mut tokens[place], Sense::Filler);
        mean(&mut tokens[place + 1], Sense::Filler);
    }
    let image = place > 0
        && matches!(
            tokens[place - 1].meaning,
            Meaning::File(_, crate::api::wire::MediaKind::Image)
        );
    if kind && image && says(&tokens[place], &["logo"]) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `音量从60降到30`, `from 20% to 40%`: what it is to come to.
fn from_so_much_to(tokens: &mut Vec<Token>) {
    for place in (0..tokens.len()).rev() {
        let Some([from, first, to, goal]) = tokens.get(place..place + 4) else { continue };
        let goes = to.sense() == Some(Sense::Link(Link::To))
            || (matches!(to.sense(), Some(Sense::Verb(_) | Sense::Degree(_)))
                && to.text.ends_with(['到', '至', '为', '成']));
        let share = |token: &Token| match token.meaning {
            Meaning::Percent(percent) => Some(percent),
            Meaning::Number(number) if number >= 1.0 => Some(number),
            _ => None,
        };
        let heard = |token: &Token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
        };
        let here = piece(tokens, place);
        let percents =
            [first, goal].iter().any(|token| matches!(token.meaning, Meaning::Percent(_)));
        let heard = tokens[here].iter().any(heard);
        if let (Some(Sense::Link(Link::From)), true, Some(_), Some(goal), true) =
            (from.sense(), goes, share(first), share(goal), heard || percents)
        {
            if !matches!(tokens[place + 2].sense(), Some(Sense::Link(_))) {
                mean(&mut tokens[place + 2], Sense::Verb(Verb::Change));
            }
            tokens[place + 3].meaning = Meaning::Percent(goal);
            tokens.drain(place..place + 2);
        }
    }
}

/// `Priya & Tom`: two names of nobody in the film.
fn two_names(tokens: &mut Vec<Token>) {
    for place in (1..tokens.len().saturating_sub(1)).rev() {
        let name = |token: &Token| {
            token.meaning == Meaning::Unknown && token.text.starts_with(char::is_uppercase)
        };
        if says(&tokens[place], &["&", "and"])
            && name(&tokens[place - 1])
            && name(&tokens[place + 1])
        {
            let (one, other) = (tokens[place - 1].clone(), tokens[place + 1].clone());
            let text = format!("{} {} {}", one.text, tokens[place].text, other.text);
            let both =
                Token { meaning: Meaning::Unknown, text, span: one.span.start..other.span.end };
            tokens.splice(place - 1..=place + 1, [both]);
        }
    }
}
