//! How wide a text is, and where a paragraph breaks into rows.

use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// Cells that a text takes. Control characters take none, as they are not drawn.
#[must_use]
pub fn width(text: &str) -> usize {
    if is_plain_ascii(text) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

fn is_plain_ascii(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a letter takes one cell whatever stands beside it: ASCII, Latin, lines and blocks. Nearly all
/// that is drawn is of these, and need not be looked up.
#[must_use]
pub const fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~' | '¡'..='¬' | '®'..='ÿ' | '─'..='▟')
}

/// Cells that one grapheme takes.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    if let [b' '..=b'~'] = grapheme.as_bytes() {
        return 1;
    }
    if grapheme.contains(char::is_control) { 0 } else { usize::from(grapheme.cell_width()) }
}

/// Breaks one paragraph (no line breaks in it) into rows of at most `cols` cells.
///
/// The ranges are bytes, they follow on each other and cover the text; there is always at least one.
/// Rows break after spaces and between wide characters, words that are longer than a row break
/// anywhere. Spaces at a row's end hang over its edge, so no row begins with the gap that ended the
/// one before; closing punctuation stays with what it closes.
#[must_use]
pub fn break_rows(text: &str, cols: usize) -> Vec<Range<usize>> {
    if is_plain_ascii(text) {
        // Each byte is a letter.
        let letter = |at| (at, &text[at..=at]);
        return break_between((0..text.len()).map(letter), text.len(), cols);
    }
    break_between(text.grapheme_indices(true), text.len(), cols)
}

fn break_between<'a>(
    graphemes: impl Iterator<Item = (usize, &'a str)>,
    length: usize,
    cols: usize,
) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut row = Row::default();
    let mut graphemes = graphemes.peekable();
    while let Some((at, grapheme)) = graphemes.next() {
        let cells = grapheme_width(grapheme);
        let is_space = grapheme == " ";
        while !is_space && row.cells + cells > cols && at > row.start {
            rows.push(row.break_before(at));
        }
        row.cells += cells;
        let end = at + grapheme.len();
        let next = graphemes.peek().map(|(_, next)| *next);
        if may_break_between(grapheme, next) {
            row.breakable = Some((end, row.cells));
        }
    }
    rows.push(row.start..length);
    rows
}

/// The row being filled.
#[derive(Default)]
struct Row {
    start: usize,
    cells: usize,
    /// The last place where the row may end, and the cells up to there.
    breakable: Option<(usize, usize)>,
}

impl Row {
    /// Ends the row at the last good place, or else right here, and begins the next.
    fn break_before(&mut self, at: usize) -> Range<usize> {
        let (end, cells) = self.breakable.take().unwrap_or((at, self.cells));
        let range = self.start..end;
        self.start = end;
        self.cells -= cells;
        range
    }
}

fn may_break_between(grapheme: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    // Between two letters of a word, which is nearly always.
    if let ([b'a'..=b'z'], [b'a'..=b'z']) = (grapheme.as_bytes(), next.as_bytes()) {
        return false;
    }
    if next == " " || next.starts_with(is_closing) || grapheme.starts_with(is_opening) {
        return false;
    }
    grapheme == " " || is_wide(grapheme) || is_wide(next)
}

fn is_wide(grapheme: &str) -> bool {
    grapheme_width(grapheme) > 1
}

fn is_closing(letter: char) -> bool {
    "，。、；：！？）】》」』”’…,.;:!?)]}".contains(letter)
}

fn is_opening(letter: char) -> bool {
    "（【《「『“‘".contains(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn broken(text: &str, cols: usize) -> Vec<&str> {
        break_rows(text, cols).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_break_after_spaces_and_between_wide_characters() {
        for (text, cols, rows) in [
            ("one two three", 8, vec!["one two ", "three"]),
            ("one  two", 4, vec!["one  ", "two"]),
            ("unbreakable", 4, vec!["unbr", "eaka", "ble"]),
            ("日落海滩", 4, vec!["日落", "海滩"]),
            ("日落，海滩", 4, vec!["日", "落，", "海滩"]),
            ("加标题“日落”", 8, vec!["加标题", "“日落”"]),
            ("a日", 1, vec!["a", "日"]),
            ("", 5, vec![""]),
        ] {
            assert_eq!(broken(text, cols), rows, "{text:?} in {cols}");
        }
    }

    #[test]
    fn emoji_made_of_several_characters_stay_whole() {
        assert_eq!(broken("👩\u{200d}👧👩\u{200d}👧", 2), ["👩\u{200d}👧", "👩\u{200d}👧"]);
    }

    proptest! {
        /// What is not looked up takes one cell, alone and beside each other.
        #[test]
        fn plain_letters_take_a_cell_each(text in "[ -~¡-ÿ─-▟]{0,40}") {
            let plain: String = text.chars().filter(|letter| is_plain(*letter)).collect();
            let cells: Vec<usize> =
                plain.graphemes(true).map(|one| usize::from(one.cell_width())).collect();
            prop_assert!(cells.iter().all(|cells| *cells == 1));
            prop_assert_eq!(cells.len(), plain.chars().count());
        }

        #[test]
        fn no_letter_is_lost_and_no_row_is_too_wide(text in "[a-z 日，é👩\u{200d}]{0,60}", cols in 0..20_usize) {
            let rows = broken(&text, cols);
            prop_assert_eq!(rows.concat(), text.as_str());
            for row in rows {
                let drawn = row.trim_end();
                let one = drawn.graphemes(true).count() <= 1;
                prop_assert!(width(drawn) <= cols || one, "{:?}", row);
            }
        }
    }
}
