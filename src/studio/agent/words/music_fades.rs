//! Music that comes or goes by and by: `ease the music in over 3 seconds`, `ramp it down over the last four seconds`,
//! `a 3s fade at the head of the music`, `音乐开头3秒慢慢变大`.

use super::list::LISTS;
use super::sense::{Degree, Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean};
use crate::api::wire::MediaKind;

/// Says it plainly.
pub fn music_fades(tokens: &mut [Token]) {
    // "In over 2 seconds and out over 3" are two.
    let counted = |token: &&Token| {
        is_length(token) || matches!(token.meaning, Meaning::FirstOf(_) | Meaning::LastOf(_))
    };
    if tokens.iter().filter(counted).count() > 1 {
        return;
    }
    for tokens in tokens.split_mut(is_break).filter(|part| !part.is_empty()) {
        fades(tokens);
    }
}

/// What is said of how it comes or goes.
#[derive(Default)]
struct Told {
    slowly: bool,
    fade: bool,
    rises: bool,
    falls: bool,
    begins: bool,
    ends: bool,
}

fn is_music(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Music))
        || matches!(token.meaning, Meaning::File(_, MediaKind::Audio))
}

fn is_length(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_))
}

/// `None` where something stands there that is of another wish.
fn told(tokens: &[Token]) -> Option<Told> {
    let mut told = Told::default();
    for token in tokens {
        let slowly = LISTS.by_and_by.has(&token.text);
        told.slowly |= slowly;
        told.begins |= matches!(token.meaning, Meaning::Head(_))
            || token.sense() == Some(Sense::Edge(Edge::Start));
        told.ends |= matches!(token.meaning, Meaning::Tail(_))
            || token.sense() == Some(Sense::Edge(Edge::End));
        let rises = LISTS.grows_louder.has(&token.text)
            || LISTS.comes_in.has(&token.text)
            || token.sense() == Some(Sense::Degree(Degree::Louder));
        let falls = LISTS.grows_quieter.has(&token.text)
            || LISTS.dies_away.has(&token.text)
            || token.sense() == Some(Sense::Degree(Degree::Quieter));
        let fade = token.sense() == Some(Sense::Verb(Verb::Fade));
        let (fade_in, fade_out) = (
            token.sense() == Some(Sense::Noun(Noun::FadeIn)),
            token.sense() == Some(Sense::Noun(Noun::FadeOut)),
        );
        told.fade |= fade || fade_in || fade_out;
        told.rises |= rises || fade_in;
        told.falls |= falls || fade_out;
        let light = matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Edge(_)
                    | Sense::Verb(
                        Verb::Make | Verb::Change | Verb::Add | Verb::Use | Verb::Show | Verb::Move
                    )
                    | Sense::Link(
                        Link::The
                            | Link::A
                            | Link::Of
                            | Link::To
                            | Link::At
                            | Link::Over
                            | Link::For
                            | Link::From
                            | Link::With
                            | Link::Off
                    )
            )
        ) || is_music(token)
            || is_length(token);
        if !(light || slowly || rises || falls || told.fade && (fade || fade_in || fade_out)) {
            return None;
        }
    }
    Some(told)
}

fn fades(tokens: &mut [Token]) {
    // "Slow fade in of the music": no mood.
    let fades = tokens
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut))));
    for token in tokens.iter_mut() {
        let mood = matches!(token.sense(), Some(Sense::Mood(_)));
        if fades && mood && LISTS.by_and_by.has(&token.text) {
            mean(token, Sense::Filler);
        }
    }
    let lengths = tokens.iter().filter(|token| is_length(token)).count();
    if lengths != 1 || !tokens.iter().any(is_music) {
        return;
    }
    let Some(told) = told(tokens) else { return };
    if !(told.slowly || told.fade) {
        return;
    }
    let rises = match (told.rises && !told.ends, told.falls && !told.begins) {
        (true, false) => true,
        (false, true) => false,
        _ if told.begins && !told.ends => true,
        _ if told.ends && !told.begins => false,
        _ => return,
    };
    let Some(place) = tokens.iter().position(|token| !is_music(token) && !is_length(token)) else {
        return;
    };
    for token in tokens.iter_mut() {
        match token.meaning {
            Meaning::Head(length) | Meaning::Tail(length) => token.meaning = Meaning::Time(length),
            _ if is_music(token) || is_length(token) => {}
            // Its words would be a way of their own ("up").
            _ => *token = token.beside(Sense::Filler, ""),
        }
    }
    let (noun, text) = if rises { (Noun::FadeIn, "fade in") } else { (Noun::FadeOut, "fade out") };
    tokens[place] = tokens[place].beside(Sense::Noun(noun), text);
}
