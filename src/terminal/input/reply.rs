//! The terminal's answers to what it is asked.

use super::decode::numbers;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// It is there (`CSI 0 n`), and so has taken everything written before the question.
    Status,
    /// What it can do, by number (DA1); 4 is sixel.
    Attributes(Vec<u32>),
    /// Whether it took a picture in kitty's way.
    KittyGraphics(bool),
    /// Its name and version.
    Name(String),
    /// It can tell keys apart that share a byte, in kitty's way.
    Keyboard,
    /// A cell in pixels, width and height.
    CellSize(u16, u16),
    /// All cells together in pixels, width and height.
    WindowSize(u16, u16),
    /// Its background, red, green and blue, each 0 to 255.
    Background(u8, u8, u8),
}

/// The answer in a control sequence.
pub(super) fn from_csi(parameters: &[u8], last: u8) -> Option<Reply> {
    match (parameters, last) {
        (b"0" | b"3", b'n') => Some(Reply::Status),
        ([b'?', rest @ ..], b'c') => {
            Some(Reply::Attributes(numbers(rest)?.into_iter().flatten().collect()))
        }
        ([b'?', ..], b'u') => Some(Reply::Keyboard),
        (_, b't') => match numbers(parameters)?[..] {
            [Some(6), Some(height), Some(width)] => {
                Some(Reply::CellSize(u16::try_from(width).ok()?, u16::try_from(height).ok()?))
            }
            [Some(4), Some(height), Some(width)] => {
                Some(Reply::WindowSize(u16::try_from(width).ok()?, u16::try_from(height).ok()?))
            }
            _ => None,
        },
        _ => None,
    }
}

/// The answer in a string.
pub(super) fn from_text(kind: u8, body: &[u8]) -> Option<Reply> {
    let body = std::str::from_utf8(body).ok()?;
    match kind {
        b'_' => Some(Reply::KittyGraphics(body.strip_prefix('G')?.ends_with(";OK"))),
        b'P' => {
            let name = body.strip_prefix(">|")?;
            Some(Reply::Name(name.chars().filter(|letter| !letter.is_control()).take(80).collect()))
        }
        b']' => {
            let mut parts = body.strip_prefix("11;rgb:")?.split('/').map(channel);
            Some(Reply::Background(parts.next()??, parts.next()??, parts.next()??))
        }
        _ => None,
    }
}

/// One to four hexadecimal digits, of which the first two count.
fn channel(digits: &str) -> Option<u8> {
    let value = u32::from_str_radix(digits, 16).ok()?;
    let most = match digits.len() {
        length @ 1..=4 => 16_u32.pow(u32::try_from(length).ok()?) - 1,
        _ => return None,
    };
    u8::try_from(value * 255 / most).ok()
}
