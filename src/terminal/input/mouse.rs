//! Mouse reports (SGR, mode 1006).

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::decode::numbers;

/// The report `CSI < button ; column ; row M`, or `m` where a button was let go.
pub(super) fn sgr(parameters: &[u8], last: u8) -> Option<MouseEvent> {
    let [Some(code), Some(column), Some(row)] = numbers(parameters)?[..] else { return None };
    let at = |number: u32| u16::try_from(number.checked_sub(1)?).ok();
    Some(MouseEvent {
        kind: kind(code, last == b'm')?,
        column: at(column)?,
        row: at(row)?,
        modifiers: modifiers(code),
    })
}

fn kind(code: u32, released: bool) -> Option<MouseEventKind> {
    let button = match code & 3 {
        0 => Some(MouseButton::Left),
        1 => Some(MouseButton::Middle),
        2 => Some(MouseButton::Right),
        _ => None,
    };
    let (wheel, moved) = (code & 64 != 0, code & 32 != 0);
    Some(match (wheel, moved, button) {
        (true, ..) => match code & 3 {
            0 => MouseEventKind::ScrollUp,
            1 => MouseEventKind::ScrollDown,
            2 => MouseEventKind::ScrollLeft,
            _ => MouseEventKind::ScrollRight,
        },
        (_, true, Some(button)) => MouseEventKind::Drag(button),
        (_, true, None) => MouseEventKind::Moved,
        (_, _, Some(button)) if released => MouseEventKind::Up(button),
        (_, _, Some(button)) => MouseEventKind::Down(button),
        _ => return None,
    })
}

fn modifiers(code: u32) -> KeyModifiers {
    let bits = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)];
    bits.into_iter().filter(|(bit, _)| code & bit != 0).map(|(_, modifier)| modifier).collect()
}
