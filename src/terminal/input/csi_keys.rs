//! Keys that come as control sequences: the old ones of xterm, and those of `CSI u`.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::decode::numbers;

/// A key by the last byte of its sequence.
pub(super) fn named(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// A key by its control sequence.
pub(super) fn csi(parameters: &[u8], last: u8) -> Option<KeyEvent> {
    if parameters == b"[" {
        let number = last.checked_sub(b'A').filter(|number| *number < 5)?;
        return Some(KeyCode::F(number + 1).into());
    }
    let given = numbers(parameters)?;
    let at = |place: usize| given.get(place).copied().flatten();
    let (modifiers, kind) = pressed(parameters);
    let code = match last {
        b'Z' => return Some(KeyEvent::new(KeyCode::BackTab, modifiers | KeyModifiers::SHIFT)),
        // What xterm sends with `modifyOtherKeys`.
        b'~' if at(0) == Some(27) => unicode(at(2)?, modifiers)?,
        b'~' => numbered(at(0)?)?,
        b'u' => {
            let (code, modifiers) = as_a_byte(unicode(at(0)?, modifiers)?, modifiers);
            return Some(KeyEvent::new_with_kind(code, modifiers, kind));
        }
        b'M' => return None,
        _ => named(last)?,
    };
    Some(KeyEvent::new_with_kind(code, modifiers, kind))
}

/// A key in the form in which its byte would come: a capital for its letter with Shift, and the keys that
/// people write with Ctrl and a sign.
fn as_a_byte(code: KeyCode, modifiers: KeyModifiers) -> (KeyCode, KeyModifiers) {
    const NONE: KeyModifiers = KeyModifiers::NONE;
    let with_ctrl = modifiers.contains(KeyModifiers::CONTROL);
    let ctrl_alone = modifiers == KeyModifiers::CONTROL;
    match code {
        KeyCode::Char('[') if ctrl_alone => (KeyCode::Esc, NONE),
        KeyCode::Char('i') if ctrl_alone => (KeyCode::Tab, NONE),
        KeyCode::Char('m') if ctrl_alone => (KeyCode::Enter, NONE),
        // Both are the byte 0x1f, `Ctrl-_`.
        KeyCode::Char('/') if ctrl_alone => (KeyCode::Char('7'), modifiers),
        KeyCode::Char('-' | '_') if modifiers == KeyModifiers::CONTROL | KeyModifiers::SHIFT => {
            (KeyCode::Char('7'), KeyModifiers::CONTROL)
        }
        KeyCode::Char(letter) if modifiers.contains(KeyModifiers::SHIFT) && !with_ctrl => {
            (KeyCode::Char(letter.to_ascii_uppercase()), modifiers)
        }
        code => (code, modifiers),
    }
}

/// The second number: one more than a sum of modifiers, and behind a colon what happened to the key.
fn pressed(parameters: &[u8]) -> (KeyModifiers, KeyEventKind) {
    let second = parameters.split(|byte| *byte == b';').nth(1).unwrap_or_default();
    let mut parts = second.split(|byte| *byte == b':').map(|part| {
        std::str::from_utf8(part).ok().and_then(|digits| digits.parse::<u32>().ok()).unwrap_or(1)
    });
    let sum = parts.next().unwrap_or(1).saturating_sub(1);
    let kind = match parts.next() {
        Some(2) => KeyEventKind::Repeat,
        Some(3) => KeyEventKind::Release,
        _ => KeyEventKind::Press,
    };
    let all = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let held = all.into_iter().enumerate().filter(|(bit, _)| sum & (1 << bit) != 0);
    (held.map(|(_, modifier)| modifier).collect(), kind)
}

fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number - 10),
        17..=21 => function(number - 11),
        23..=26 => function(number - 12),
        28 | 29 => function(number - 13),
        31..=34 => function(number - 14),
        _ => return None,
    })
}

fn function(number: u32) -> KeyCode {
    KeyCode::F(u8::try_from(number).unwrap_or(u8::MAX))
}

/// A key by its letter's number, or by one of kitty's own for keys without a letter.
fn unicode(number: u32, modifiers: KeyModifiers) -> Option<KeyCode> {
    const DIGITS: u32 = 57399;
    Some(match number {
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        DIGITS..=57408 => KeyCode::Char(char::from_digit(number - DIGITS, 10)?),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57414 => KeyCode::Enter,
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        // The rest of kitty's private numbers: modifiers alone, media keys.
        57344..=63743 => return None,
        _ => KeyCode::Char(char::from_u32(number)?),
    })
}
