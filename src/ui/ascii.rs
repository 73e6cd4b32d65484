//! The last step for terminals that have ASCII alone: the program's own signs in plain letters.
//!
//! Names and words of other scripts stay as they are; what they need, no program can make up for.

use ratatui::buffer::Buffer;

/// Replaces the punctuation and arrows that the program's words use.
pub(super) fn simplify(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(plain) = plain(cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

fn plain(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "–" => "-",
        "·" => "-",
        "×" => "x",
        "…" => "~",
        "←" => "<",
        "→" => ">",
        "↑" => "^",
        "↓" => "v",
        "“" | "”" => "\"",
        _ => return None,
    })
}
