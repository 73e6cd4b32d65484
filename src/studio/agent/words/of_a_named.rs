//! What stands beside a name and means something else there: `long.mp3 铺满全片` plays through the film, where a picture
//! would fill the screen.

use super::list::LISTS;
use super::sense::{Fitting, Link, Noun, Sense};
use super::token::{Meaning, Token, is_time, mean, tells_when};
use crate::api::wire::MediaKind;

/// Says so of the words around a name.
pub fn named(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        music_through_the_film(tokens, place);
        film_by_its_picture(tokens, place);
        so_long_as_it_is_seen(tokens, place);
    }
}

/// `lay long.mp3 beneath the whole of the picnic film`: a picture is no film, and all of the film is called by what it is of.
fn film_by_its_picture(tokens: &mut [Token], place: usize) {
    let picture = matches!(tokens[place].meaning, Meaning::File(_, MediaKind::Image));
    let film = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Film));
    if !picture || !tokens.get(place + 1).is_some_and(film) {
        return;
    }
    let light = |token: &&Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::Of)))
    };
    let mut named =
        tokens[..place].iter().rev().take_while(|token| is_whole(token) || light(token));
    let whole = named.any(is_whole);
    let before = tokens[..place].iter().rev().find(|token| !light(token));
    let under = before.is_some_and(|token| LISTS.under.has(&token.text_small()));
    if whole || under {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `放户型图那6秒左上角打字“89平”`: with words to show, how long it is seen only says when.
fn so_long_as_it_is_seen(tokens: &mut [Token], place: usize) {
    let seen = matches!(tokens[place - 1].meaning, Meaning::File(_, kind) if kind.is_visual());
    let text = &tokens[place].text;
    let points = ["那", "这"].contains(&text.as_str())
        || (is_time(&tokens[place]) && text.starts_with(['那', '这']));
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let timed = |at: usize| tokens.get(at).is_some_and(is_time);
    let when = if timed(place) { place } else { place + 1 };
    let only = tokens.iter().filter(|token| is_time(token)).count() == 1;
    // "那3秒的地方", "第3秒": a moment.
    let moment = tells_when(&tokens[when.min(tokens.len() - 1)].text)
        || tokens.get(when + 1).is_some_and(|next| {
            next.text.starts_with(['处', '地']) || next.text.starts_with("的地")
        });
    if seen && points && !moment && timed(when) && only && tokens[when..].iter().any(quoted) {
        tokens[place..=when].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `the whole of`, `entire`.
fn is_whole(token: &Token) -> bool {
    let text = token.text_small();
    text.split(' ').any(|word| word != "the" && LISTS.whole_film.has(word))
}

/// `铺满全片` behind the music, and no picture is named.
fn music_through_the_film(tokens: &mut [Token], place: usize) {
    let fills = |token: &Token| {
        token.text.starts_with("铺满") && token.sense() == Some(Sense::Fit(Fitting::Fill))
    };
    let film = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Whole) | Sense::Noun(Noun::Film)))
    };
    let heard = |token: &Token| {
        matches!(token.meaning, Meaning::File(_, MediaKind::Audio))
            || token.sense() == Some(Sense::Noun(Noun::Music))
    };
    let seen = |token: &Token| {
        matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
            || matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Canvas)))
    };
    let whole = tokens.get(place + 1).is_some_and(film);
    if fills(&tokens[place])
        && whole
        && tokens[..place].iter().any(heard)
        && !tokens.iter().any(seen)
    {
        mean(&mut tokens[place], Sense::Filler);
    }
}
