//! Verbs that English parts around their object: `take the title off`, `turn the music up`, `bring c.jpg
//! to the front`, `switch the music to electronic`.

use super::list::LISTS;
use super::sense::{Degree, Edge, Link, Moving, Noun, Pace, Sense, Tone, Verb};
use super::token::{Meaning, Token, mean, says};

/// Gives the parts of a verb their meaning together.
pub fn parted_verbs(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        together(tokens, place);
        let (before, rest) = tokens.split_at_mut(place + 1);
        let Some(verb) = before.last_mut() else { continue };
        let ends = |token: &Token| matches!(token.sense(), Some(Sense::Break | Sense::Verb(_)));
        let reach = rest.iter().position(ends).unwrap_or(rest.len());
        // "Bring it back" and its like hold a verb of their own.
        let rest = &mut rest[..reach];
        left_out(verb, rest);
        push(verb, rest);
        take(verb, rest);
        turn(verb, rest);
        hasten(verb, rest);
        cool(verb, rest);
        come_and_go(verb, rest);
        carry(verb, rest);
        switch(verb, rest);
    }
}

fn find(rest: &[Token], words: &[&str]) -> Option<usize> {
    rest.iter().position(|token| says(token, words))
}

fn is_heard(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
}

/// `put bikes and then bunny together`: whatever names stand between, they are joined.
fn together(tokens: &mut [Token], place: usize) {
    if !LISTS.put_together.has(&tokens[place].text) {
        return;
    }
    let ends = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(_))) || matches!(token.meaning, Meaning::Quote(_))
    };
    let rest = &tokens[place + 1..];
    let reach = rest.iter().position(ends).unwrap_or(rest.len());
    let Some(end) = rest[..reach].iter().position(|token| says(token, &["together"])) else {
        return;
    };
    let names = |token: &Token| matches!(token.meaning, Meaning::File(..));
    if rest[..end].iter().filter(|token| names(token)).count() > 1 {
        mean(&mut tokens[place], Sense::Verb(Verb::Join));
    }
}

/// `leave bunny out of it`: it goes.
fn left_out(verb: &mut Token, rest: &mut [Token]) {
    if !says(verb, &["leave", "keep"]) {
        return;
    }
    let Some(out) = find(rest, &["out", "out of", "out of it", "out of this"]) else { return };
    let named = rest[..out].iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    let ends = rest[out + 1..].iter().all(|token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::It | Link::The) | Sense::Noun(Noun::Film))
        )
    });
    if named && ends {
        mean(verb, Sense::Verb(Verb::Remove));
        rest[out..].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `push the title back by 2 seconds`, `push clip 1 to the end`: a push is also a transition.
fn push(verb: &mut Token, rest: &mut [Token]) {
    if !says(verb, &["push"]) {
        return;
    }
    let named = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Quote(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Noun(Noun::Title | Noun::Caption | Noun::Text | Noun::Music)
                        | Sense::Link(Link::It)
                )
            )
    };
    let goes = find(rest, &["back", "up", "down", "to"]);
    if let Some(particle) = goes.filter(|particle| rest[..*particle].iter().any(named)) {
        mean(verb, Sense::Verb(Verb::Move));
        if says(&rest[particle], &["back"]) {
            verb.text.push_str(" back");
            mean(&mut rest[particle], Sense::Filler);
        }
    }
}

/// `take the title off`, `take the last clip out`.
fn take(verb: &mut Token, rest: &mut [Token]) {
    let Some(particle) =
        find(rest, &["off", "out", "away"]).filter(|_| LISTS.taken_off.has(&verb.text))
    else {
        return;
    };
    mean(verb, Sense::Verb(Verb::Remove));
    let last = particle + 1 == rest.len();
    let particle = &mut rest[particle];
    if last || !says(particle, &["off"]) {
        mean(particle, Sense::Filler);
    }
}

/// `turn the music up`.
fn turn(verb: &mut Token, rest: &mut [Token]) {
    let heard = rest.iter().any(is_heard);
    if let Some(up) = find(rest, &["up"]).filter(|_| heard && says(verb, &["turn", "bring"])) {
        mean(&mut rest[up], Sense::Degree(Degree::Louder));
    }
}

/// `slow the second clip down`, `speed it up`, `速度调成2倍`.
fn hasten(verb: &mut Token, rest: &mut [Token]) {
    let pace = match () {
        () if says(verb, &["slow"]) => find(rest, &["down", "down to"]).map(|at| (at, Pace::Half)),
        () if says(verb, &["speed"]) => find(rest, &["up", "up to"]).map(|at| (at, Pace::Twice)),
        () => None,
    };
    if let Some((particle, pace)) = pace {
        mean(verb, Sense::Pace(pace));
        if !rest[particle].text.ends_with("to") {
            mean(&mut rest[particle], Sense::Filler);
        }
    }
    slow_to_half(verb, rest);
    speed_to_double(verb, rest);
    let has_pace = rest.iter().any(|token| matches!(token.sense(), Some(Sense::Pace(_))));
    if says(verb, &["速度"]) && has_pace {
        mean(verb, Sense::Filler);
    }
}

/// `slow the second clip to half`: half is the pace.
fn slow_to_half(verb: &mut Token, rest: &mut [Token]) {
    if !LISTS.slows.has(&verb.text) {
        return;
    }
    if let Some(half) = find(rest, &["half", "half speed", "一半", "in half", "一半速度"]) {
        mean(verb, Sense::Pace(Pace::Half));
        mean(&mut rest[half], Sense::Filler);
    }
}

/// `speed it up to double`.
fn speed_to_double(verb: &mut Token, rest: &mut [Token]) {
    if !LISTS.speeds_up.has(&verb.text) {
        return;
    }
    if let Some(double) = find(rest, &["double", "twice"]) {
        mean(verb, Sense::Pace(Pace::Twice));
        mean(&mut rest[double], Sense::Filler);
    }
}

/// `cool the picture down`.
fn cool(verb: &mut Token, rest: &mut [Token]) {
    if let Some(down) = find(rest, &["down"]).filter(|_| says(verb, &["cool"])) {
        mean(verb, Sense::Tone(Tone::Cooler));
        mean(&mut rest[down], Sense::Filler);
    }
}

/// `slide the title in`, `let the words fly out`.
fn come_and_go(verb: &mut Token, rest: &mut [Token]) {
    let shows_words = |token: &Token| {
        matches!(token.meaning, Meaning::Quote(_))
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
            )
    };
    let side = match verb.text.to_lowercase().as_str() {
        "slide up" => Some(Moving::FromBottom),
        "slide down" => Some(Moving::FromTop),
        "slide right" => Some(Moving::FromLeft),
        "slide left" => Some(Moving::FromRight),
        _ => None,
    };
    if let Some(side) = side.filter(|_| rest.iter().any(shows_words)) {
        mean(verb, Sense::Moving(side));
        return;
    }
    if !says(verb, &["slide", "fly"]) || !rest.iter().any(shows_words) {
        return;
    }
    if let Some(particle) = find(rest, &["in", "out"]) {
        let moving = if says(&rest[particle], &["in"]) { Moving::In } else { Moving::Out };
        mean(verb, Sense::Moving(moving));
        mean(&mut rest[particle], Sense::Filler);
    }
}

/// `have it fade in at the beginning`: it stays where it is.
fn fades(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
}

/// `bring c.jpg to the front`, `take clip 2 to the end`, `put the last one at the back`.
fn carry(verb: &mut Token, rest: &mut [Token]) {
    let carries = LISTS.carried.has(&verb.text);
    if !carries && !matches!(verb.sense(), Some(Sense::Verb(Verb::Move | Verb::Add))) {
        return;
    }
    let to = rest
        .iter()
        .position(|token| matches!(token.sense(), Some(Sense::Link(Link::To | Link::At))));
    if let Some(back) = find(rest, &["back"])
        && to.is_some_and(|to| to < back)
    {
        mean(&mut rest[back], Sense::Edge(Edge::End));
    }
    let is_goal = |token: &Token| {
        matches!(token.sense(), Some(Sense::Edge(_) | Sense::Link(Link::Before | Link::After)))
            || matches!(token.meaning, Meaning::Ordinal(-1 | 1))
    };
    let removes = verb.sense() == Some(Sense::Verb(Verb::Remove));
    if carries
        && !removes
        && !rest.iter().any(is_heard)
        && !rest.iter().any(fades)
        && rest.len() > 1
        && rest.iter().skip(1).any(is_goal)
    {
        mean(verb, Sense::Verb(Verb::Move));
    }
}

/// `switch the music to electronic` is another one; `switch clips 1 and 2` is not.
fn switch(verb: &mut Token, rest: &mut [Token]) {
    if let Some(out) = find(rest, &["out"]).filter(|_| LISTS.switches.has(&verb.text)) {
        mean(&mut rest[out], Sense::Filler);
    }
    let changes = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Mood(_)
                    | Sense::Shape(_)
                    | Sense::Platform(_)
                    | Sense::Transition(_)
                    | Sense::Noun(
                        Noun::Music | Noun::Transition | Noun::Title | Noun::Caption | Noun::Canvas
                    )
            )
        ) || matches!(token.meaning, Meaning::Ratio(..) | Meaning::Rate(_))
            || matches!(token.sense(), Some(Sense::Resolution(_)))
    };
    if LISTS.trades_places.has(&verb.text)
        && rest.iter().any(changes)
        && rest.iter().any(|token| matches!(token.sense(), Some(Sense::Link(Link::To | Link::For))))
    {
        mean(verb, Sense::Verb(Verb::Change));
    }
}
