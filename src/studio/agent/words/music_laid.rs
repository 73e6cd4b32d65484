//! Music that is laid under the film or taken from it, in other words: `chuck some upbeat music under it`, `calm music
//! should be running under the clips`, `底下衬一段舒缓音乐`, `leave the music out`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, says};
use crate::api::wire::MediaKind;
use crate::draft::TextPlace;

/// Says it plainly.
pub fn music_laid(tokens: &mut [Token]) {
    for tokens in tokens.split_mut(is_break).filter(|part| !part.is_empty()) {
        something_of_a_mood(tokens);
        under_the_film(tokens);
        brought_in(tokens);
        words_of_a_mood(tokens);
        pulled_or_left_out(tokens);
    }
}

fn is_song(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, MediaKind::Audio))
}

fn is_music(token: &Token) -> bool {
    is_song(token) || token.sense() == Some(Sense::Noun(Noun::Music))
}

fn is_mood(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Mood(_)))
}

fn plays(tokens: &[Token]) -> bool {
    let shown = tokens.iter().any(|token| {
        matches!(token.meaning, Meaning::Quote(_) | Meaning::Ordinal(_))
            || matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text | Noun::Inset))
            )
    });
    !shown && tokens.iter().any(|token| is_music(token) || is_mood(token))
}

/// `under the photos`, `底下`: all music lies there.
fn under_the_film(tokens: &mut [Token]) {
    if !plays(tokens) {
        return;
    }
    for place in 0..tokens.len() {
        if matches!(tokens[place].sense(), Some(Sense::Place(TextPlace::Bottom))) {
            mean(&mut tokens[place], Sense::Filler);
        }
        if says(&tokens[place], &["playing", "running", "play"]) {
            mean(&mut tokens[place], Sense::Filler);
        }
        let under = LISTS.lies_under.has(&tokens[place].text);
        let film = |token: &Token| {
            matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage | Noun::Film))
            )
        };
        let light = |token: &&Token| {
            matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Link(Link::The | Link::All | Link::These))
            )
        };
        let count = tokens[place + 1..].iter().take_while(light).count();
        let noun = place + 1 + count;
        if under && tokens.get(noun).is_some_and(film) {
            for token in &mut tokens[place..=noun] {
                mean(token, Sense::Filler);
            }
        }
    }
}

/// `drop long.mp3 in as the music bed`, `slide a song in under the video`: what elsewhere takes away or moves.
fn brought_in(tokens: &mut [Token]) {
    let Some(first) = tokens.iter().position(|token| token.sense() != Some(Sense::Filler)) else {
        return;
    };
    let lays = LISTS.lays_music.has(&tokens[first].text);
    let under = tokens[first..].iter().any(|token| {
        LISTS.lies_under.has(&token.text)
            || says(token, &["in", "as", "on"])
            || matches!(token.sense(), Some(Sense::Link(Link::Over)))
    });
    let the =
        tokens.get(first + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::The)));
    if lays && under && plays(tokens) && !the {
        mean(&mut tokens[first], Sense::Verb(Verb::Add));
        for token in &mut tokens[first + 1..] {
            if LISTS.lies_under.has(&token.text) {
                mean(token, Sense::Filler);
            }
        }
    }
}

/// `音乐选欢快的`, `用舒缓风的`: the mood says it.
fn words_of_a_mood(tokens: &mut [Token]) {
    let told = tokens.iter().any(|token| is_mood(token) || is_song(token));
    let music = tokens.iter().any(is_music);
    for token in tokens.iter_mut() {
        if told && music && token.meaning == Meaning::Unknown && LISTS.of_a_mood.has(&token.text) {
            mean(token, Sense::Filler);
        }
    }
}

/// `pull the music`, `leave the title out`, `no title any more`: it goes.
fn pulled_or_left_out(tokens: &mut [Token]) {
    let thing = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Music | Noun::Title | Noun::Caption | Noun::Text))
        )
    };
    let Some(first) = tokens.iter().position(|token| token.sense() != Some(Sense::Filler)) else {
        return;
    };
    let last = tokens.iter().rposition(|token| token.sense() != Some(Sense::Filler));
    let Some(last) = last.filter(|last| *last > first) else { return };
    let out = says(&tokens[last], &["out", "off"]);
    let end = if out { last } else { last + 1 };
    let rest = first + 1..end;
    let named = !rest.is_empty()
        && tokens[rest.clone()].iter().any(thing)
        && tokens[rest].iter().all(|token| {
            thing(token)
                || matches!(
                    token.sense(),
                    Some(
                        Sense::Filler
                            | Sense::Mood(_)
                            | Sense::Link(Link::The | Link::All | Link::Each | Link::It)
                    )
                )
        });
    let pulls = says(&tokens[first], &["pull", "strike", "wipe"]) && !out;
    let leaves =
        out && says(&tokens[first], &["leave", "strip", "pull", "strike", "clear", "clean"]);
    if named && (pulls || leaves) {
        mean(&mut tokens[first], Sense::Verb(Verb::Remove));
        if out {
            mean(&mut tokens[last], Sense::Filler);
        }
    }
}

/// `have something upbeat playing behind it`: only music has a mood and plays there.
fn something_of_a_mood(tokens: &mut [Token]) {
    let under = tokens.iter().any(|token| {
        says(token, &["playing", "play"]) || token.sense() == Some(Sense::Link(Link::Over))
    });
    for place in 0..tokens.len().saturating_sub(1) {
        let mood = is_mood(&tokens[place + 1]);
        if under && mood && says(&tokens[place], &["something"]) && plays(tokens) {
            mean(&mut tokens[place], Sense::Noun(Noun::Music));
        }
    }
}
