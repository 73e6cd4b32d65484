//! Another song in place of the one there is: `use long.mp3 in place of the calm music`, `sub in long.mp3 for the
//! music`, `用long.mp3替掉现在的音乐`.
//!
//! Which of the two stands first does not matter: there is one music, and the file is what comes.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece};
use crate::api::wire::MediaKind;

/// Says it plainly.
pub fn music_swap(tokens: &mut [Token]) {
    taken_out_first(tokens);
    for tokens in tokens.split_mut(is_break).filter(|part| !part.is_empty()) {
        swap(tokens);
    }
}

fn is_song(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, MediaKind::Audio))
}

fn is_music(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Music))
}

fn trades(token: &Token) -> bool {
    LISTS.music_trades.has(&token.text)
        || token.sense() == Some(Sense::Link(Link::Instead))
        || token.sense() == Some(Sense::Verb(Verb::Swap))
}

fn is_light(token: &Token) -> bool {
    trades(token)
        || LISTS.as_it_is_now.has(&token.text)
        || matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Mood(_)
                    | Sense::Verb(
                        Verb::Make
                            | Verb::Change
                            | Verb::Use
                            | Verb::Add
                            | Verb::Move
                            | Verb::Show
                            | Verb::Remove
                    )
                    | Sense::Link(
                        Link::The
                            | Link::A
                            | Link::Of
                            | Link::To
                            | Link::For
                            | Link::With
                            | Link::At
                            | Link::By
                            | Link::As
                            | Link::Without
                            | Link::It
                    )
            )
        )
}

fn swap(tokens: &mut [Token]) {
    let songs = tokens.iter().filter(|token| is_song(token)).count();
    let all = tokens.iter().all(|token| is_song(token) || is_music(token) || is_light(token));
    let denied = tokens.iter().any(|token| token.sense() == Some(Sense::Link(Link::Without)));
    if denied || songs != 1 || !all || !tokens.iter().any(is_music) || !tokens.iter().any(trades) {
        return;
    }
    if mood_comes(tokens) {
        return;
    }
    let Some(verb) = tokens.iter().position(trades) else { return };
    for token in tokens.iter_mut() {
        if !is_song(token) && !is_music(token) {
            mean(token, Sense::Filler);
        }
    }
    tokens[verb] = tokens[verb].beside(Sense::Verb(Verb::Change), "change");
}

/// `replace long.mp3 with a corporate track`: the song is what goes.
fn mood_comes(tokens: &mut [Token]) -> bool {
    let changes =
        |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Change | Verb::Swap)));
    let with = |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::With | Link::For)));
    let mood = |token: &Token| matches!(token.sense(), Some(Sense::Mood(_)));
    let place = |fits: &dyn Fn(&Token) -> bool| tokens.iter().position(fits);
    let places = [place(&changes), place(&is_song), place(&with), place(&mood)];
    let [Some(verb), Some(song), Some(with), Some(mood)] = places else { return false };
    let comes = verb < song && song < with && with < mood;
    if comes {
        // "Change the music to corporate".
        tokens[song] = tokens[song].beside(Sense::Noun(Noun::Music), "music");
        for token in &mut tokens[mood + 1..] {
            mean(token, Sense::Filler);
        }
    }
    comes
}

/// `take out the calm track and use long.mp3 instead`, `现在的音乐不要了，改用long.mp3`: one wish in two pieces, so that
/// the new song is as loud as the one that goes.
fn taken_out_first(tokens: &mut [Token]) {
    let Some(mark) = tokens.iter().position(is_break) else { return };
    let (before, behind) = (piece(tokens, 0), piece(tokens, (mark + 1).min(tokens.len() - 1)));
    if before.end != mark || behind.start != mark + 1 {
        return;
    }
    let goes = tokens[before.clone()].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Remove) | Sense::Link(Link::Without)))
    });
    let only_music = tokens[before.clone()].iter().any(is_music)
        && tokens[before.clone()].iter().all(|token| is_music(token) || is_light(token));
    let comes = tokens[behind.clone()].iter().any(is_song)
        && tokens[behind.clone()]
            .iter()
            .all(|token| is_song(token) || is_music(token) || is_light(token))
        && tokens[behind].iter().any(trades);
    if goes && only_music && comes {
        for token in &mut tokens[before.start..=mark] {
            if !is_music(token) {
                mean(token, Sense::Filler);
            }
        }
    }
}
