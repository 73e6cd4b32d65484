//! iTerm2's way, which `WezTerm` and mintty know as well: a whole file, and the cells that it fills
//! (<https://iterm2.com/documentation-images.html>).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ratatui::layout::Rect;

/// The picture at the cursor, as large as its cells.
pub(super) fn send(at: Rect, file: &[u8]) -> String {
    format!(
        "\x1b]1337;File=inline=1;size={};width={};height={};preserveAspectRatio=0;doNotMoveCursor=1:{}\x07",
        file.len(),
        at.width,
        at.height,
        STANDARD.encode(file),
    )
}
