//! What is said once of two: `fade the music in over 2 seconds and out over 4`, `trim 2 seconds off the front and 3 off the end`.

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time, mean, piece, says};
use crate::draft::Millis;

/// Says it of the second as well.
pub fn elided(tokens: &mut Vec<Token>) {
    seconds_again(tokens);
    seconds_in_a_row(tokens);
    seconds_for_each(tokens);
    fades_out_too(tokens);
    caption_for_each(tokens);
    words_given_again(tokens);
    loudness_of_another(tokens);
    comes_to_so_long(tokens);
    each_lasts(tokens);
    end_told_already(tokens);
}

/// `bikes at 2x, venue down to 2s, cake up to 5`: how long each is to be, with no verb that says so.
fn comes_to_so_long(tokens: &mut [Token]) {
    for place in 1..tokens.len().saturating_sub(1) {
        let here = piece(tokens, place);
        let kind = |token: &&Token| {
            !matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
        };
        // "The picks pic down to 3 secs".
        let of = tokens[..place].iter().rev().find(kind);
        let comes = says(&tokens[place], &["down to", "up to", "out to", "in to"])
            && of.is_some_and(|of| matches!(of.meaning, Meaning::File(..)));
        let verbs =
            tokens[here.clone()].iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
        if !comes || verbs || place + 2 != here.end {
            continue;
        }
        let timed = tokens[..place].iter().any(is_time);
        match tokens[place + 1].meaning {
            Meaning::Time(_) => {}
            Meaning::Number(number) if timed => {
                tokens[place + 1].meaning = Meaning::Time(Millis::from_secs_rounded(number));
            }
            _ => continue,
        }
        mean(&mut tokens[place], Sense::Filler);
        // "Mute bikes and get the venue down to 2s".
        if says(&tokens[here.start], &["get"]) {
            mean(&mut tokens[here.start], Sense::Verb(Verb::Change));
        }
    }
}

/// `最后3秒上片尾字幕“周五见”`: when it is seen is told already.
fn end_told_already(tokens: &mut [Token]) {
    for place in 1..tokens.len().saturating_sub(1) {
        let Some(Sense::Edge(edge)) = tokens[place].sense() else { continue };
        let told = |token: &Token| match token.meaning {
            Meaning::Head(_) => edge == Edge::Start,
            Meaning::Tail(_) => edge == Edge::End,
            _ => false,
        };
        let words = matches!(
            tokens[place + 1].sense(),
            Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text))
        );
        let here = piece(tokens, place);
        if words && tokens[here.start..place].iter().any(told) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// `bring the total to 6 seconds, 2 seconds each`, `总长压到6秒，每张2秒`: how long each is to be is a wish of its own.
fn each_lasts(tokens: &mut Vec<Token>) {
    let is_each = |token: &Token| token.sense() == Some(Sense::Link(Link::Each));
    let all = |token: &Token| LISTS.in_all.has(&token.text_small());
    let Some(total) = tokens.iter().position(all) else { return };
    let total = piece(tokens, total);
    let times = |tokens: &[Token]| tokens.iter().filter(|token| is_time(token)).count();
    let Some(each) = tokens.iter().skip(total.end).position(is_each) else { return };
    let here = piece(tokens, total.end + each);
    let light = |token: &Token| {
        is_time(token)
            || is_each(token)
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Link(_) | Sense::Noun(Noun::Picture | Noun::Clip))
            )
    };
    let own = &tokens[here.clone()];
    if times(&tokens[total]) != 1 || times(own) != 1 || !own.iter().all(light) {
        return;
    }
    let text = if own.iter().any(|token| !token.text.is_ascii()) { "改成" } else { "make" };
    let verb = tokens[here.start].beside(Sense::Verb(Verb::Change), text);
    tokens.insert(here.start, verb);
}

/// `mute the audio on bikes, bunny to 70%`: how loud another piece is to be, where only loudness was spoken of.
fn loudness_of_another(tokens: &mut Vec<Token>) {
    let mutes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Mute));
    let Some(muted) = tokens.iter().position(mutes) else { return };
    let mut place = muted + 1;
    while place < tokens.len() {
        let here = piece(tokens, place);
        if !here.is_empty() && here.start > muted && only_names_a_share(&tokens[here.clone()]) {
            let first = &tokens[here.start];
            let (set, volume) =
                if first.text.is_ascii() { ("set", "volume") } else { ("调到", "音量") };
            let said = [
                first.beside(Sense::Verb(Verb::Change), set),
                first.beside(Sense::Noun(Noun::Volume), volume),
            ];
            tokens.splice(here.start..here.start, said);
            place = here.end + 2;
        }
        place = place.max(here.end) + 1;
    }
}

/// `bunny to 70%`: one piece and a share, and nothing that says of what.
fn only_names_a_share(tokens: &[Token]) -> bool {
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let share = |token: &Token| matches!(token.meaning, Meaning::Percent(_));
    let light = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::The | Link::To | Link::At | Link::By))
        )
    };
    tokens.iter().filter(|token| file(token)).count() == 1
        && tokens.iter().filter(|token| share(token)).count() == 1
        && tokens.iter().all(|token| file(token) || share(token) || light(token))
}

/// `三张图都配上字幕，按顺序是“显白”“补水”“抗老”`: all of them are subtitles.
fn caption_for_each(tokens: &mut Vec<Token>) {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let quotes: Vec<usize> = (0..tokens.len()).filter(|at| quoted(&tokens[*at])).collect();
    let words = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
        )
    };
    let (Some(first), Some(last), true) = (quotes.first(), quotes.last(), quotes.len() > 2) else {
        return;
    };
    let named: Vec<usize> = (0..tokens.len()).filter(|at| words(&tokens[*at])).collect();
    let [only] = named[..] else { return };
    let row = tokens[*first..=*last]
        .iter()
        .all(|token| quoted(token) || is_break(token) || token.sense() == Some(Sense::Filler));
    if only < *first && row && tokens[only].sense() == Some(Sense::Noun(Noun::Caption)) {
        let caption = tokens[only].clone();
        for at in quotes.iter().rev() {
            tokens.insert(*at, caption.clone());
        }
        mean(&mut tokens[only], Sense::Filler);
        for token in &mut tokens[..only] {
            let kind = matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Picture | Noun::Clip) | Sense::Link(Link::Each | Link::All))
            );
            if kind || matches!(token.meaning, Meaning::Number(_)) {
                mean(token, Sense::Filler);
            }
        }
    }
}

/// `give the altos the caption "Altos" and the organ the caption "Organ"`: they are given to the second as well.
fn words_given_again(tokens: &mut Vec<Token>) {
    let mut place = 1;
    while place < tokens.len() {
        let here = piece(tokens, place);
        let before = here.start.checked_sub(2).map(|last| piece(tokens, last));
        let verb = before
            .filter(|before| here.start == place && gives_words(&tokens[before.clone()]))
            .filter(|_| only_names_with_words(&tokens[here.clone()]))
            .and_then(|before| before.into_iter().find(|at| gives(&tokens[*at])));
        if let Some(verb) = verb {
            let verb = tokens[verb].clone();
            let new = |token: &Token| token.sense() == Some(Sense::Link(Link::The));
            for token in tokens[here.clone()].iter_mut().skip(1).filter(|token| new(token)) {
                mean(token, Sense::Link(Link::A));
            }
            tokens.insert(place, verb);
        }
        place = here.end.max(place) + 1;
    }
}

fn gives(token: &Token) -> bool {
    says(token, &["give", "gives", "giving"])
}

/// `give the altos the caption "Altos"`.
fn gives_words(tokens: &[Token]) -> bool {
    let from = tokens.iter().position(gives).map(|at| at + 1);
    from.is_some_and(|from| only_names_with_words(&tokens[from..]))
}

/// `the organ the caption "Organ"`: one piece, then words for it, and no verb.
fn only_names_with_words(tokens: &[Token]) -> bool {
    let light = |token: &&Token| {
        !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
    };
    let telling: Vec<&Token> = tokens.iter().filter(light).collect();
    let words = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Title
                    | Noun::Caption
                    | Noun::Heading
                    | Noun::Text
                    | Noun::Picture
                    | Noun::Clip
            ))
        )
    };
    let [named, rest @ .., quoted] = &telling[..] else { return false };
    matches!(named.meaning, Meaning::File(..) | Meaning::Ordinal(_))
        && matches!(quoted.meaning, Meaning::Quote(_))
        && rest.iter().all(|token| words(token))
        && !rest.is_empty()
}

/// `… and out over 4`: seconds, as before.
fn seconds_again(tokens: &mut [Token]) {
    for place in 2..tokens.len() {
        let Meaning::Number(number) = tokens[place].meaning else { continue };
        let over = says(&tokens[place - 1], &["over", "for", "in"])
            && says(&tokens[place - 2], &["out", "in", "off"]);
        let off = tokens.get(place + 1).is_some_and(|next| says(next, &["off", "from"]))
            && is_break(&tokens[place - 1]);
        // "Fade out over 5", "fades out over 5".
        let over = over
            || (says(&tokens[place - 1], &["over", "for"])
                && matches!(
                    tokens[place - 2].sense(),
                    Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut))
                ));
        let fades = tokens[..place].iter().any(|token| {
            matches!(
                token.sense(),
                Some(Sense::Verb(Verb::Fade) | Sense::Noun(Noun::FadeIn | Noun::FadeOut))
            )
        });
        let cuts =
            tokens[..place].iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Trim)));
        let timed = tokens[..place].iter().any(is_time);
        if timed && ((over && fades) || (off && cuts)) {
            tokens[place].meaning = Meaning::Time(Millis::from_secs_rounded(number));
        }
    }
}

/// `beach for 5 seconds, lake for 3 and boat for 2`.
fn seconds_in_a_row(tokens: &mut [Token]) {
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..));
    for place in 2..tokens.len() {
        let Meaning::Number(number) = tokens[place].meaning else { continue };
        let lasts = says(&tokens[place - 1], &["for"]) && file(&tokens[place - 2]);
        let ends = tokens.get(place + 1).is_none_or(is_break);
        let before = (1..place).any(|at| {
            is_time(&tokens[at]) && (file(&tokens[at - 1]) || says(&tokens[at - 1], &["for"]))
        });
        // "Give the kiss 6 seconds, and 3 each for the cake and the dance".
        let each = tokens.get(place + 1).is_some_and(|next| says(next, &["each", "apiece"]))
            && tokens[place + 1..].iter().any(file)
            && is_break(&tokens[place - 1]);
        if (lasts && ends && before) || (each && tokens[..place].iter().any(is_time)) {
            tokens[place].meaning = Meaning::Time(Millis::from_secs_rounded(number));
        }
    }
}

/// `deadline is 12 seconds so give every picture 3`.
fn seconds_for_each(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        let Meaning::Number(number) = tokens[place].meaning else { continue };
        let here = piece(tokens, place);
        let rest = &tokens[here.start..place];
        let each = rest.iter().any(|token| token.sense() == Some(Sense::Link(Link::Each)));
        let pictures = |token: &Token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
        };
        let ends =
            tokens[place + 1..here.end].iter().all(|token| token.sense() == Some(Sense::Filler));
        if each
            && ends
            && rest.last().is_some_and(pictures)
            && tokens[..here.start].iter().any(is_time)
        {
            tokens[place].meaning = Meaning::Time(Millis::from_secs_rounded(number));
        }
    }
}

/// `fade the music in over 2 seconds and out over 4 seconds`: it fades both times.
fn fades_out_too(tokens: &mut Vec<Token>) {
    let Some(fade) = tokens.iter().position(|token| token.sense() == Some(Sense::Verb(Verb::Fade)))
    else {
        return;
    };
    let Some(out) = (fade + 1..tokens.len())
        .find(|at| says(&tokens[*at], &["out", "in"]) && is_break(&tokens[at - 1]))
    else {
        return;
    };
    let timed = tokens[fade..out].iter().any(is_time) && tokens[out..].iter().any(is_time);
    let first = (fade + 1..out).find(|at| says(&tokens[*at], &["in", "out"]));
    let Some(first) = first.filter(|_| timed) else { return };
    let what: Vec<Token> = tokens[fade..first].to_vec();
    let heard = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Film | Noun::Title | Noun::Text))
        ) || matches!(token.meaning, Meaning::File(..))
    };
    if what.iter().any(heard) {
        tokens.splice(out..out, what);
    }
}
