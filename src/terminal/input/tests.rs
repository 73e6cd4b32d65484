//! Bytes of real terminals, and what they mean.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use proptest::prelude::*;

use super::decode::decode;
use super::split::Splitter;
use super::{Heard, Reply};

/// What bytes mean that come in these pieces, the last being followed by silence.
fn heard(reads: &[&[u8]]) -> Vec<Heard> {
    let mut splitter = Splitter::default();
    let mut all = Vec::new();
    for read in reads {
        splitter.take(read, |piece| all.extend(decode(piece)));
    }
    if splitter.is_in_doubt() {
        splitter.give_up(|piece| all.extend(decode(piece)));
    }
    all
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Heard {
    Heard::Event(Event::Key(KeyEvent::new(code, modifiers)))
}

#[test]
fn keys_are_told_as_terminals_send_them() {
    const NONE: KeyModifiers = KeyModifiers::NONE;
    const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
    const ALT: KeyModifiers = KeyModifiers::ALT;
    const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
    let cases: &[(&[u8], KeyCode, KeyModifiers)] = &[
        (b"a", KeyCode::Char('a'), NONE),
        (b"A", KeyCode::Char('A'), SHIFT),
        ("日".as_bytes(), KeyCode::Char('日'), NONE),
        (b"\x1ba", KeyCode::Char('a'), ALT),
        (b"\x11", KeyCode::Char('q'), CONTROL),
        (b"\x00", KeyCode::Char(' '), CONTROL),
        (b"\x1f", KeyCode::Char('7'), CONTROL),
        (b"\r", KeyCode::Enter, NONE),
        (b"\n", KeyCode::Char('j'), CONTROL),
        (b"\x1b\r", KeyCode::Enter, ALT),
        (b"\t", KeyCode::Tab, NONE),
        (b"\x1b[Z", KeyCode::BackTab, SHIFT),
        (b"\x7f", KeyCode::Backspace, NONE),
        (b"\x1b", KeyCode::Esc, NONE),
        (b"\x1b[", KeyCode::Char('['), ALT),
        (b"\x1b[A", KeyCode::Up, NONE),
        (b"\x1bOA", KeyCode::Up, NONE),
        (b"\x1b[1;5D", KeyCode::Left, CONTROL),
        (b"\x1b[1;2A", KeyCode::Up, SHIFT),
        (b"\x1b[3~", KeyCode::Delete, NONE),
        (b"\x1b[5;5~", KeyCode::PageUp, CONTROL),
        (b"\x1bOP", KeyCode::F(1), NONE),
        (b"\x1b[15~", KeyCode::F(5), NONE),
        (b"\x1b[24~", KeyCode::F(12), NONE),
        (b"\x1b[[B", KeyCode::F(2), NONE),
        (b"\x1b[13;2u", KeyCode::Enter, SHIFT),
        (b"\x1b[97;5u", KeyCode::Char('a'), CONTROL),
        (b"\x1b[27;5;13~", KeyCode::Enter, CONTROL),
        (b"\x1b[57414u", KeyCode::Enter, NONE),
        (b"\x1b[27u", KeyCode::Esc, NONE),
        (b"\x1b[122;6u", KeyCode::Char('z'), CONTROL | SHIFT),
        (b"\x1b[105;3u", KeyCode::Char('i'), ALT),
        (b"\x1b[105;4u", KeyCode::Char('I'), ALT | SHIFT),
        // As their bytes are taken, which such a terminal does not send for them.
        (b"\x1b[91;5u", KeyCode::Esc, NONE),
        (b"\x1b[105;5u", KeyCode::Tab, NONE),
        (b"\x1b[109;5u", KeyCode::Enter, NONE),
        (b"\x1b[45;6u", KeyCode::Char('7'), CONTROL),
        (b"\x1b[47;5u", KeyCode::Char('7'), CONTROL),
    ];
    for (bytes, code, modifiers) in cases {
        let expected = [key(*code, *modifiers)];
        assert_eq!(heard(&[bytes]), expected, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_key_that_is_let_go_says_so() {
    let released =
        KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, KeyEventKind::Release);
    assert_eq!(heard(&[b"\x1b[97;1:3u"]), [Heard::Event(Event::Key(released))]);
}

#[test]
fn answers_are_told_from_keys() {
    let cases: &[(&[u8], Reply)] = &[
        (b"\x1b[0n", Reply::Status),
        (b"\x1b[?62;4;22c", Reply::Attributes(vec![62, 4, 22])),
        (b"\x1b_Gi=31;OK\x1b\\", Reply::KittyGraphics(true)),
        (b"\x1b_Gi=31;ENOTSUP:no\x1b\\", Reply::KittyGraphics(false)),
        (b"\x1bP>|kitty(0.40)\x1b\\", Reply::Name("kitty(0.40)".into())),
        (b"\x1b[?0u", Reply::Keyboard),
        (b"\x1b[6;18;9t", Reply::CellSize(9, 18)),
        (b"\x1b[4;720;1080t", Reply::WindowSize(1080, 720)),
        (b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", Reply::Background(0x1e, 0x1e, 0x2e)),
        (b"\x1b]11;rgb:ff/80/0\x07", Reply::Background(255, 128, 0)),
    ];
    for (bytes, reply) in cases {
        assert_eq!(heard(&[bytes]), [Heard::Reply(reply.clone())]);
    }
}

#[test]
fn unknown_sequences_are_no_keys() {
    for bytes in [&b"\x1b[?997;1n"[..], b"\x1b[>1;2c", b"\x1b]52;c;AAAA\x07", b"\x1bPxy\x1b\\"] {
        assert_eq!(heard(&[bytes]), [], "{:?}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(heard(&[b"\x1b[1;\x1b[A"]), [key(KeyCode::Up, KeyModifiers::NONE)]);
}

#[test]
fn a_paste_is_one_text_whatever_stands_in_it() {
    let text = "one\r\n\u{1b}[A日";
    let sent = format!("a\x1b[200~{text}\x1b[201~b");
    let all = heard(&[sent.as_bytes()]);
    assert_eq!(all[1], Heard::Event(Event::Paste(text.into())));
    assert_eq!(all.len(), 3);
}

#[test]
fn focus_and_the_mouse_are_told() {
    assert_eq!(heard(&[b"\x1b[I"]), [Heard::Event(Event::FocusGained)]);
    assert_eq!(heard(&[b"\x1b[O"]), [Heard::Event(Event::FocusLost)]);
    let mouse = |kind, modifiers| {
        Heard::Event(Event::Mouse(MouseEvent { kind, column: 9, row: 4, modifiers }))
    };
    let left = MouseButton::Left;
    let none = KeyModifiers::NONE;
    assert_eq!(heard(&[b"\x1b[<0;10;5M"]), [mouse(MouseEventKind::Down(left), none)]);
    assert_eq!(heard(&[b"\x1b[<0;10;5m"]), [mouse(MouseEventKind::Up(left), none)]);
    assert_eq!(heard(&[b"\x1b[<32;10;5M"]), [mouse(MouseEventKind::Drag(left), none)]);
    let control = KeyModifiers::CONTROL;
    assert_eq!(heard(&[b"\x1b[<81;10;5M"]), [mouse(MouseEventKind::ScrollDown, control)]);
}

proptest! {
    /// A line may break what it carries anywhere.
    #[test]
    fn where_reads_end_changes_nothing(cut in 1_usize..60) {
        let all = "a日\x1b[1;5D\x1b[0n\x1b[200~x\x1b[Ay\x1b[201~\x1b_Gi=31;OK\x1b\\\x1b[<0;10;5Mz";
        let bytes = all.as_bytes();
        let cut = cut.min(bytes.len());
        prop_assert_eq!(heard(&[&bytes[..cut], &bytes[cut..]]), heard(&[bytes]));
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        heard(&[&bytes]);
    }
}
