//! Pieces into what they mean.

use crossterm::event::Event;

use super::split::Piece;
use super::{Heard, csi_keys, keys, mouse, reply};

/// What a piece says, if anything.
pub(super) fn decode(piece: Piece) -> Option<Heard> {
    match piece {
        Piece::Letter { letter, alt } => Some(key(keys::letter(letter, alt))),
        Piece::Control { byte, alt } => Some(key(keys::control(byte, alt))),
        Piece::Ss3(last) => csi_keys::named(last).map(|code| key(code.into())),
        Piece::Csi { parameters, last } => csi(&parameters, last),
        Piece::Text { kind, body } => reply::from_text(kind, &body).map(Heard::Reply),
        Piece::Paste(bytes) => {
            Some(Heard::Event(Event::Paste(String::from_utf8_lossy(&bytes).into_owned())))
        }
    }
}

fn key(key: crossterm::event::KeyEvent) -> Heard {
    Heard::Event(Event::Key(key))
}

fn csi(parameters: &[u8], last: u8) -> Option<Heard> {
    match (parameters, last) {
        ([], b'I') => return Some(Heard::Event(Event::FocusGained)),
        ([], b'O') => return Some(Heard::Event(Event::FocusLost)),
        ([b'<', rest @ ..], b'M' | b'm') => {
            return mouse::sgr(rest, last).map(|event| Heard::Event(Event::Mouse(event)));
        }
        _ => {}
    }
    if let Some(reply) = reply::from_csi(parameters, last) {
        return Some(Heard::Reply(reply));
    }
    csi_keys::csi(parameters, last).map(key)
}

/// The numbers of a sequence; one that is left out is `None`, what stands behind a colon is dropped.
pub(super) fn numbers(parameters: &[u8]) -> Option<Vec<Option<u32>>> {
    let text = std::str::from_utf8(parameters).ok()?;
    text.split(';')
        .map(|part| match part.split(':').next() {
            None | Some("") => Some(None),
            Some(digits) => digits.parse().ok().map(Some),
        })
        .collect()
}
