//! Bytes into pieces: letters, controls, and whole escape sequences.
//!
//! A piece may come in any number of reads, so what is not whole is kept. Only the escape byte alone
//! is in doubt: it is a key, or the beginning of a sequence of which the rest is late. Whoever reads
//! waits a moment and then says [`Splitter::give_up`].

/// No sequence that means something here is longer; a paste may be.
const LONGEST: usize = 4096;
const PASTE_END: &[u8] = b"\x1b[201~";

/// A whole piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A letter, perhaps with Alt.
    Letter { letter: char, alt: bool },
    /// A control byte, perhaps with Alt; escape itself is one.
    Control { byte: u8, alt: bool },
    /// `ESC [ … final`.
    Csi { parameters: Vec<u8>, last: u8 },
    /// `ESC O final`.
    Ss3(u8),
    /// `ESC P`, `ESC ]` or `ESC _`, and what stands before the terminator.
    Text { kind: u8, body: Vec<u8> },
    /// What stood between the brackets of a paste.
    Paste(Vec<u8>),
}

/// Keeps what is not whole yet.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    held: Vec<u8>,
}

/// What the beginning of some bytes is.
enum Start {
    /// A piece, and how many bytes it takes.
    Whole(Piece, usize),
    /// So many bytes that mean nothing.
    Nothing(usize),
    /// More has to come.
    Part,
}

impl Splitter {
    /// Takes what was read; calls `found` for each whole piece.
    pub(super) fn take(&mut self, bytes: &[u8], mut found: impl FnMut(Piece)) {
        self.held.extend_from_slice(bytes);
        let mut from = 0;
        while from < self.held.len() {
            match start(&self.held[from..]) {
                Start::Whole(piece, length) => {
                    found(piece);
                    from += length;
                }
                Start::Nothing(length) => from += length,
                Start::Part => break,
            }
        }
        self.held.drain(..from);
    }

    /// Whether something is kept that may be a key by itself.
    pub(super) fn is_in_doubt(&self) -> bool {
        matches!(self.held[..], [0x1b] | [0x1b, b'[' | b'O' | b'P' | b']' | b'_'])
    }

    /// Nothing more came: what is kept was a key.
    pub(super) fn give_up(&mut self, mut found: impl FnMut(Piece)) {
        match self.held[..] {
            [0x1b] => found(Piece::Control { byte: 0x1b, alt: false }),
            [0x1b, letter] => found(Piece::Letter { letter: char::from(letter), alt: true }),
            _ => return,
        }
        self.held.clear();
    }
}

fn start(bytes: &[u8]) -> Start {
    match bytes {
        [0x1b] => Start::Part,
        [0x1b, b'[', ..] => csi(bytes),
        [0x1b, b'O'] => Start::Part,
        [0x1b, b'O', last, ..] => Start::Whole(Piece::Ss3(*last), 3),
        [0x1b, kind @ (b'P' | b']' | b'_'), rest @ ..] => text(*kind, rest),
        // The key twice: the second may begin a sequence.
        [0x1b, 0x1b, ..] => Start::Whole(Piece::Control { byte: 0x1b, alt: false }, 1),
        [0x1b, rest @ ..] => letter(rest, true, 1),
        _ => letter(bytes, false, 0),
    }
}

fn letter(bytes: &[u8], alt: bool, before: usize) -> Start {
    let first = bytes[0];
    if first < 0x20 || first == 0x7f {
        return Start::Whole(Piece::Control { byte: first, alt }, before + 1);
    }
    let length = match first {
        0x00..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Start::Nothing(before + 1),
    };
    match std::str::from_utf8(&bytes[..length.min(bytes.len())]) {
        Ok(text) => match text.chars().next() {
            Some(letter) => Start::Whole(Piece::Letter { letter, alt }, before + length),
            None => Start::Nothing(before + length),
        },
        Err(error) if error.error_len().is_none() => Start::Part,
        Err(_) => Start::Nothing(before + 1),
    }
}

fn csi(bytes: &[u8]) -> Start {
    // The function keys of the Linux console.
    if let [_, _, b'[', last, ..] = bytes {
        return Start::Whole(Piece::Csi { parameters: b"[".to_vec(), last: *last }, 4);
    }
    let Some(end) = bytes[2..].iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return too_long(bytes);
    };
    let (parameters, last) = (&bytes[2..2 + end], bytes[2 + end]);
    match last {
        b'[' if end == 0 => Start::Part,
        b'~' if parameters == b"200" => paste(bytes),
        // The old mouse report has three bytes behind it.
        b'M' if parameters.is_empty() => match bytes.len() {
            ..6 => Start::Part,
            _ => Start::Nothing(6),
        },
        0x40..=0x7e => Start::Whole(Piece::Csi { parameters: parameters.to_vec(), last }, end + 3),
        // A sequence that another one breaks off.
        _ => Start::Nothing(2 + end),
    }
}

fn paste(bytes: &[u8]) -> Start {
    let body = &bytes[b"\x1b[200~".len()..];
    match body.windows(PASTE_END.len()).position(|window| window == PASTE_END) {
        Some(end) => {
            let length = bytes.len() - body.len() + end + PASTE_END.len();
            Start::Whole(Piece::Paste(body[..end].to_vec()), length)
        }
        None => Start::Part,
    }
}

fn text(kind: u8, rest: &[u8]) -> Start {
    let Some(end) = rest.iter().position(|byte| matches!(byte, 0x07 | 0x1b)) else {
        return too_long(rest);
    };
    let body = || rest[..end].to_vec();
    match &rest[end..] {
        [0x07, ..] => Start::Whole(Piece::Text { kind, body: body() }, 2 + end + 1),
        [0x1b, b'\\', ..] => Start::Whole(Piece::Text { kind, body: body() }, 2 + end + 2),
        [0x1b] => Start::Part,
        _ => Start::Nothing(2 + end),
    }
}

fn too_long(bytes: &[u8]) -> Start {
    if bytes.len() > LONGEST { Start::Nothing(bytes.len()) } else { Start::Part }
}
