//! Sound that is to be heard no more, in other words than the verb for it: `make bunny silent`, `cut the sound of the
//! second clip`, `i don't want to hear the bunny clip`, `bunny音量归零`, `原声全关`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time, mean, piece, says};

/// Says it plainly.
pub fn silenced(tokens: &mut [Token]) {
    with_just_the_music(tokens);
    for tokens in tokens.split_mut(is_break).filter(|part| !part.is_empty()) {
        adjective(tokens);
        not_to_hear(tokens);
        zeroed(tokens);
        cut_the_sound(tokens);
        of_all(tokens);
    }
}

fn is_sound(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Sound))
}

fn is_loudness(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Sound | Noun::Volume)))
}

fn is_visual(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
        || matches!(token.meaning, Meaning::Ordinal(_))
        || matches!(token.sense(), Some(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Film)))
}

/// `make bunny silent`: a file that is called so is that file.
fn adjective(tokens: &mut [Token]) {
    let names = tokens.iter().any(|token| is_visual(token) || is_sound(token));
    for token in tokens.iter_mut() {
        if names && token.meaning == Meaning::Unknown && LISTS.silent.has(&token.text) {
            mean(token, Sense::Verb(Verb::Mute));
        }
    }
}

/// `i don't want to hear the bunny clip`, `i only want to hear the music`.
fn not_to_hear(tokens: &mut [Token]) {
    let Some(hear) = tokens.iter().position(|token| LISTS.audible.has(&token.text)) else { return };
    let denied = tokens[..hear]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Link(Link::Without | Link::Not))));
    let only = tokens.iter().any(|token| {
        token.sense() == Some(Sense::Link(Link::Only)) || LISTS.only_wanted.has(&token.text)
    });
    let music = tokens[hear..].iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Music)));
    if denied && tokens.iter().any(is_visual) {
        for token in &mut tokens[..hear] {
            if !is_visual(token) {
                mean(token, Sense::Filler);
            }
        }
        mean(&mut tokens[hear], Sense::Verb(Verb::Mute));
    } else if only && music {
        for token in &mut tokens[..hear] {
            mean(token, Sense::Filler);
        }
        tokens[hear] = tokens[hear].beside(Sense::Verb(Verb::Keep), "只留");
    }
}

/// `zero the volume on bunny`, `原声拉到0`.
fn zeroed(tokens: &mut [Token]) {
    if !tokens.iter().any(is_loudness) {
        return;
    }
    let music = tokens.iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Music)));
    let change = tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Change)));
    for token in tokens.iter_mut() {
        if says(token, &["zero"]) && !music {
            mean(token, Sense::Verb(Verb::Mute));
        } else if token.meaning == Meaning::Number(0.0) && change {
            token.meaning = Meaning::Percent(0.0);
        }
    }
}

/// `cut the sound of the second clip`, `关原声`: all of it, where no time is said.
fn cut_the_sound(tokens: &mut [Token]) {
    let timed = tokens.iter().any(|token| {
        is_time(token)
            || matches!(
                token.meaning,
                Meaning::Head(_)
                    | Meaning::Tail(_)
                    | Meaning::Range(..)
                    | Meaning::Percent(_)
                    | Meaning::Decibels(_)
            )
            || matches!(token.sense(), Some(Sense::Degree(_) | Sense::Portion(_)))
    });
    let Some(sound) = tokens.iter().position(is_sound).filter(|_| !timed) else { return };
    for place in 0..tokens.len() {
        let light = |from: usize, to: usize| {
            tokens[from..to].iter().all(|token| {
                matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::All)))
            })
        };
        let before = place < sound && light(place + 1, sound);
        let behind = place > sound && light(sound + 1, place);
        let cuts = says(&tokens[place], &["cut"]) && before;
        let off = LISTS.shuts.has(&tokens[place].text)
            && (before || behind)
            && !tokens.iter().any(|token| LISTS.comes_back.has(&token.text));
        if cuts || off {
            mean(&mut tokens[place], Sense::Verb(Verb::Remove));
        }
    }
}

/// `on every clip`, `两段原声都不要`: all there are.
fn of_all(tokens: &mut [Token]) {
    let heard = tokens
        .iter()
        .any(|token| is_sound(token) || token.sense() == Some(Sense::Verb(Verb::Mute)));
    if !heard {
        return;
    }
    for place in 0..tokens.len() {
        let each = tokens[place].sense() == Some(Sense::Link(Link::Each));
        let several = matches!(tokens[place].meaning, Meaning::Number(number) if number > 1.0)
            && tokens[place].text.ends_with(['段', '个', '条'])
            && tokens[place + 1..].iter().any(|token| LISTS.all_of_two.has(&token.text));
        if each || several {
            mean(&mut tokens[place], Sense::Link(Link::All));
        }
    }
}

/// `could the clips be silent, with just the music?`: it stays as it is.
fn with_just_the_music(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        let here = piece(tokens, place);
        let silent = tokens[..here.start].iter().any(|token| {
            token.sense() == Some(Sense::Verb(Verb::Mute)) || LISTS.silent.has(&token.text)
        });
        let begins = here.start == place
            && tokens[place].sense() == Some(Sense::Link(Link::With))
            && tokens.get(place + 1).is_some_and(|next| LISTS.only_wanted.has(&next.text));
        let music = tokens[here.clone()].iter().all(|token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Music) | Sense::Filler | Sense::Link(_)))
        });
        if silent && begins && music {
            for token in &mut tokens[here] {
                mean(token, Sense::Filler);
            }
        }
    }
}
