//! What was muted or turned down is to be heard as it was recorded: `give clip 1 its sound back`, `take the mute off
//! bikes`, `bikes back to normal volume`, `原声打开`, `取消静音`, `音量恢复正常`.
//!
//! There are many verbs for it and the piece may stand anywhere among them, so that no phrase of the vocabulary
//! tells it: a word for sound beside one for coming back does, if all else only names pieces or holds the
//! sentence together. Then one word says it, and the others are passed over. Music is not meant: it has no sound
//! of its own to come back to.

use super::list::LISTS;
use super::sense::{Degree, Link, Noun, Sense, Sizing, Turn, Verb};
use super::token::{Meaning, Token, is_break, mean, says, turns};

/// Says it plainly.
pub fn heard_again(tokens: &mut [Token]) {
    for tokens in tokens.split_mut(is_break).filter(|part| !part.is_empty()) {
        silence_of_all(tokens);
        sound_again(tokens);
    }
}

/// `mute the footage`: all of it, as there is no other word for what was filmed.
fn silence_of_all(tokens: &mut [Token]) {
    let heard = tokens.iter().any(|token| is_sound(token) || is_mute(token));
    for place in 1..tokens.len() {
        let the = tokens[place - 1].sense() == Some(Sense::Link(Link::The));
        if heard && the && says(&tokens[place], &["footage"]) {
            mean(&mut tokens[place - 1], Sense::Link(Link::All));
            mean(&mut tokens[place], Sense::Noun(Noun::Clip));
        }
    }
}

fn is_sound(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Sound)))
}

fn is_mute(token: &Token) -> bool {
    token.sense() == Some(Sense::Verb(Verb::Mute)) || LISTS.muting.has(&token.text)
}

fn is_piece(token: &Token) -> bool {
    match &token.meaning {
        Meaning::File(_, kind) => kind.is_visual(),
        Meaning::Files(_) | Meaning::Ordinal(_) | Meaning::Number(_) => true,
        Meaning::FirstOf(_) | Meaning::LastOf(_) => true,
        Meaning::Known(sense) => {
            matches!(sense, Sense::Noun(Noun::Clip | Noun::Footage | Noun::Film | Noun::Picture))
        }
        _ => false,
    }
}

/// Words that only hold such a wish together.
fn is_light(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Filler
                | Sense::Verb(
                    Verb::Make | Verb::Change | Verb::Add | Verb::Use | Verb::Show | Verb::Move
                )
                | Sense::Verb(Verb::Join | Verb::Swap | Verb::Undo)
                | Sense::Sizing(Sizing::Usual)
                | Sense::Link(
                    Link::The
                        | Link::A
                        | Link::At
                        | Link::To
                        | Link::Of
                        | Link::For
                        | Link::All
                        | Link::Each
                        | Link::These
                        | Link::With
                        | Link::From
                        | Link::It
                )
        )
    )
}

/// What the tokens say of the sound.
#[derive(Default)]
struct Told {
    sound: bool,
    volume: bool,
    muted: bool,
    hear: bool,
    back: bool,
    normal: bool,
    undone: bool,
    full: bool,
    piece: bool,
}

/// `None` where something stands there that is of another wish.
fn told(tokens: &[Token]) -> Option<Told> {
    let mut told = Told::default();
    for token in tokens {
        let text = token.text_small();
        let restores = LISTS.comes_back.has(&text);
        let undoes = LISTS.no_longer.has(&text);
        let normal = LISTS.as_recorded.has(&text);
        told.back |= restores;
        told.undone |= undoes;
        told.normal |= normal || token.sense() == Some(Sense::Sizing(Sizing::Usual));
        if is_sound(token) {
            told.sound = true;
        } else if token.sense() == Some(Sense::Noun(Noun::Volume)) {
            told.volume = true;
        } else if is_mute(token) {
            told.muted = true;
        } else if LISTS.audible.has(&text) {
            told.hear = true;
        } else if token.meaning == Meaning::Percent(100.0)
            || token.sense() == Some(Sense::Degree(Degree::Full))
        {
            told.full = true;
            told.volume |= text.contains("volume") || turns(token, Turn::Unmutes);
        } else if is_piece(token) {
            told.piece = true;
        } else if !(is_light(token)
            || LISTS.asks_politely.has(&text)
            || restores
            || undoes
            || normal)
        {
            return None;
        }
    }
    Some(told)
}

impl Told {
    fn is_to_be_heard(&self) -> bool {
        let unmuted = self.muted && self.undone;
        let restored =
            self.sound && !self.muted && !self.undone && (self.back || (self.normal && self.piece));
        let audible = self.hear && self.back && !self.undone;
        let level = self.volume || self.sound;
        let usual =
            level && self.piece && !self.muted && !self.undone && (self.normal || self.full);
        let reset = self.volume && self.piece && self.back && !self.muted && !self.undone;
        let share = self.full && self.piece && self.back && !self.muted && !self.undone;
        unmuted || restored || audible || usual || reset || share
    }
}

fn sound_again(tokens: &mut [Token]) {
    // "不要取消静音": undone twice, it stays.
    let undoes = |token: &&Token| LISTS.no_longer.has(&token.text) && !is_mute(token);
    if tokens.iter().filter(undoes).count() > 1 {
        return;
    }
    // "Don't mute it", "不要把它静音": told before, and no wish that it be louder than it is.
    let first = tokens.iter().find(|token| token.sense() != Some(Sense::Filler));
    let denied = first.is_some_and(|token| {
        let denies = matches!(token.sense(), Some(Sense::Link(Link::Not | Link::Without)));
        denies && !says(token, &["no longer", "no more"])
    });
    if denied {
        return;
    }
    let Some(told) = told(tokens).filter(Told::is_to_be_heard) else { return };
    let plain = |token: &Token| token.meaning == Meaning::Percent(100.0);
    let shared = tokens.iter().any(plain) && !told.volume && !told.sound;
    if shared && tokens.iter().any(|token| LISTS.other_shares.has(&token.text)) {
        return;
    }
    let Some(first) = tokens.iter().position(|token| !is_piece(token) && !is_break(token)) else {
        return;
    };
    let of_all = !told.piece;
    for token in tokens.iter_mut() {
        let each = matches!(token.sense(), Some(Sense::Link(Link::All | Link::Each)));
        let points = matches!(token.sense(), Some(Sense::Link(Link::The | Link::It | Link::These)));
        if each && told.piece {
            mean(token, Sense::Link(Link::All));
        } else if !(is_piece(token) || (points && told.piece)) {
            mean(token, Sense::Filler);
        }
    }
    let sound = tokens.iter().rposition(|token| token.sense() == Some(Sense::Filler));
    if let Some(sound) = sound.filter(|sound| of_all && *sound != first) {
        tokens[sound] = tokens[sound].beside(Sense::Noun(Noun::Sound), "original sound");
    }
    tokens[first] = tokens[first].beside(Sense::Degree(Degree::Full), "unmute");
}
