//! Where in the song itself its music begins: `start 20 seconds into the song`, `从歌的第20秒开始放`, `skip the first 10 seconds
//! of the track`. Elsewhere a moment is one of the film.

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time, mean, piece, says};
use crate::api::wire::MediaKind;

/// Puts a mark behind such moments.
pub fn of_the_song(tokens: &mut Vec<Token>) {
    intro_too_long(tokens);
    silent_for_a_while(tokens);
    for place in (0..tokens.len()).rev() {
        if place < tokens.len() && is_time(&tokens[place]) {
            into_the_song(tokens, place);
        }
    }
    for place in (0..tokens.len()).rev() {
        skips_its_beginning(tokens, place);
    }
}

fn is_song(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Music))
        || matches!(token.meaning, Meaning::File(_, MediaKind::Audio))
}

fn is_light(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
        || says(token, &["its", "mark", "point"])
}

fn inside(span: std::ops::Range<usize>) -> Token {
    Token { meaning: Meaning::Known(Sense::Link(Link::Inside)), text: "in the song".into(), span }
}

/// Whether a piece of the sentence is about music and nothing else.
fn is_of_music(tokens: &[Token]) -> bool {
    let other = |token: &Token| {
        matches!(token.meaning, Meaning::Quote(_))
            || matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
            || matches!(
                token.sense(),
                Some(
                    Sense::Noun(
                        Noun::Title | Noun::Caption | Noun::Text | Noun::FadeIn | Noun::FadeOut
                    ) | Sense::Verb(Verb::Fade | Verb::Split | Verb::Freeze)
                )
            )
    };
    !tokens.iter().any(other)
}

/// `20 seconds into the song`, `the 20 second mark of the track`, `从歌的第20秒开始放`, `the part of long.mp3 from 0:20`.
fn into_the_song(tokens: &mut Vec<Token>, place: usize) {
    let here = piece(tokens, place);
    if !is_of_music(&tokens[here.clone()]) {
        return;
    }
    let skip = |from: usize| (from..here.end).find(|at| !is_light(&tokens[*at]));
    let leads = |at: usize| {
        matches!(tokens[at].sense(), Some(Sense::Link(Link::From | Link::At)))
            || LISTS.song_begins.has(&tokens[at].text)
    };
    let led = (here.start..place).rev().find(|at| !is_light(&tokens[*at]));
    let behind = skip(place + 1).filter(|at| {
        says(&tokens[*at], &["into", "of", "in"])
            && led.is_none_or(|led| !says(&tokens[led], &["for"]))
    });
    let song = behind.and_then(|of| skip(of + 1)).filter(|at| {
        is_song(&tokens[*at]) && !says(&tokens[*at], &["music", "background music"])
            || says(&tokens[behind.unwrap_or(*at)], &["into"]) && is_song(&tokens[*at])
    });
    if let Some(song) = song.filter(|song| tokens[*song].sense().is_some()) {
        let span = tokens[place].span.clone();
        for token in &mut tokens[here.start..place] {
            if says(token, &["starting", "start", "starts", "begin", "beginning"]) {
                mean(token, Sense::Filler);
            }
        }
        tokens.splice(place + 1..=song, [inside(span)]);
        return;
    }
    // "从歌的第20秒开始放".
    let before = (here.start..place).rev().find(|at| !is_light(&tokens[*at]));
    if let Some(song) = before.filter(|at| is_song(&tokens[*at]) && !tokens[*at].text.is_ascii())
        && song > here.start
        && leads(song - 1)
    {
        let span = tokens[place].span.clone();
        drop_begins(tokens, place + 1);
        tokens.insert(place + 1, inside(span));
        return;
    }
    // "The part of long.mp3 from 0:20", "从第20秒开始用".
    let part =
        tokens[here.start..place].iter().any(|token| LISTS.part_of_the_song.has(&token.text))
            && tokens[here.start..place].iter().any(is_song);
    let uses = tokens[place + 1..here.end]
        .iter()
        .any(|token| token.sense() == Some(Sense::Edge(Edge::Start)))
        && tokens[place + 1..here.end].iter().any(|token| LISTS.used_of_the_song.has(&token.text));
    let from = before.is_some_and(|at| tokens[at].sense() == Some(Sense::Link(Link::From)));
    if from && (part || uses) {
        let span = tokens[place].span.clone();
        drop_begins(tokens, place + 1);
        tokens.insert(place + 1, inside(span));
    }
}

/// `…开始放`: it begins there, which is said already.
fn drop_begins(tokens: &mut [Token], from: usize) {
    let end = piece(tokens, from.min(tokens.len().saturating_sub(1))).end;
    for token in &mut tokens[from.min(end)..end] {
        let begins = token.sense() == Some(Sense::Edge(Edge::Start))
            || LISTS.plays_of_the_song.has(&token.text);
        if !begins {
            return;
        }
        mean(token, Sense::Filler);
    }
}

/// `skip the first 10 seconds of the song`, `歌的前10秒跳过`.
fn skips_its_beginning(tokens: &mut Vec<Token>, place: usize) {
    let Meaning::Head(time) = tokens[place].meaning else { return };
    let here = piece(tokens, place);
    let skips = (here.start..here.end).find(|at| LISTS.skips.has(&tokens[*at].text));
    let song = tokens[here.clone()].iter().any(is_song)
        || (!tokens[here.clone()]
            .iter()
            .any(|token| matches!(token.sense(), Some(Sense::Noun(_))))
            && tokens[..here.start]
                .iter()
                .any(|token| matches!(token.meaning, Meaning::File(_, MediaKind::Audio))));
    let Some(skips) = skips.filter(|_| song && is_of_music(&tokens[here.clone()])) else { return };
    mean(&mut tokens[skips], Sense::Filler);
    for token in &mut tokens[here.start..here.end] {
        if says(token, &["it"]) {
            mean(token, Sense::Filler);
        }
    }
    tokens[place].meaning = Meaning::Time(time);
    let span = tokens[place].span.clone();
    tokens.insert(place + 1, inside(span));
}

/// `mute the music in the first 3 seconds`: there is none then.
fn silent_for_a_while(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        if tokens[place].sense() != Some(Sense::Verb(Verb::Mute)) {
            continue;
        }
        let here = piece(tokens, place);
        let music = tokens[here.clone()]
            .iter()
            .any(|token| token.sense() == Some(Sense::Noun(Noun::Music)));
        let part = tokens[here]
            .iter()
            .any(|token| matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_)));
        if music && part {
            mean(&mut tokens[place], Sense::Verb(Verb::Remove));
        }
    }
}

/// `the intro`, `前奏太长`.
fn tells_of_the_intro(tokens: &[Token], at: usize) -> bool {
    let here = piece(tokens, at);
    let words = tokens[here.clone()].iter().map(|token| token.text_small());
    let text: String = words.collect();
    says(&tokens[at], &["intro"])
        || (at == here.start
            && LISTS.intros.starts(&text)
            && LISTS.far_too_long.is_within(&text)
            && !tokens[at].text.is_ascii())
}

/// `start the song at 0:20, the intro is too long`: what is passed over is the song's.
fn intro_too_long(tokens: &mut Vec<Token>) {
    let Some(intro) = (0..tokens.len()).find(|at| tells_of_the_intro(tokens, *at)) else { return };
    let there = piece(tokens, intro);
    let bare = tokens[there.clone()].iter().all(|token| {
        matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Edge(_)
                    | Sense::Link(_)
                    | Sense::Noun(Noun::Music)
                    | Sense::Stretch(_)
                    | Sense::Degree(_)
            )
        ) || token.meaning == Meaning::Unknown
    });
    if !bare {
        return;
    }
    let moment = (0..tokens.len()).find(|at| {
        let here = piece(tokens, *at);
        is_time(&tokens[*at])
            && !there.contains(at)
            && is_of_music(&tokens[here.clone()])
            && tokens[here.start..*at].iter().rev().find(|token| !is_light(token)).is_some_and(
                |token| matches!(token.sense(), Some(Sense::Link(Link::At | Link::From))),
            )
    });
    let songs = tokens.iter().any(is_song);
    let Some(moment) = moment.filter(|_| songs) else { return };
    tokens[there].iter_mut().for_each(|token| mean(token, Sense::Filler));
    let here = piece(tokens, moment);
    for token in &mut tokens[here.start..moment] {
        if token.sense() == Some(Sense::Edge(Edge::Start)) && !is_break(token) {
            mean(token, Sense::Filler);
        }
    }
    drop_begins(tokens, moment + 1);
    let span = tokens[moment].span.clone();
    tokens.insert(moment + 1, inside(span));
}
