//! Keys that come as letters and control bytes.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A letter. Capitals carry Shift, as every terminal library tells them.
pub(super) fn letter(letter: char, alt: bool) -> KeyEvent {
    let shift = if letter.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    KeyEvent::new(KeyCode::Char(letter), shift | with(alt))
}

/// A control byte.
pub(super) fn control(byte: u8, alt: bool) -> KeyEvent {
    let (code, modifiers) = match byte {
        0x1b => (KeyCode::Esc, KeyModifiers::NONE),
        b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
        0x00 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
        0x01..=0x1a => (KeyCode::Char(char::from(byte + b'a' - 1)), KeyModifiers::CONTROL),
        // Ctrl with \ ] ^ _, told by the digits of the same keys.
        _ => (KeyCode::Char(char::from(byte - 0x1c + b'4')), KeyModifiers::CONTROL),
    };
    KeyEvent::new(code, modifiers | with(alt))
}

fn with(alt: bool) -> KeyModifiers {
    if alt { KeyModifiers::ALT } else { KeyModifiers::NONE }
}
