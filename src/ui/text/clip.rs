//! One line cut or filled to a number of cells.

use unicode_segmentation::UnicodeSegmentation;

use super::clean;
use super::wrap::{grapheme_width, width};

/// The text in at most `cols` cells, ending in `mark` where something was cut off. Line breaks become
/// spaces. Clean.
#[must_use]
pub fn clip(text: &str, cols: usize, mark: &str) -> String {
    let line = one_line(text);
    if width(&line) <= cols {
        return line;
    }
    let room = cols.saturating_sub(width(mark));
    let mut kept = beginning(&line, room).trim_end().to_owned();
    if width(mark) <= cols {
        kept.push_str(mark);
    }
    kept
}

/// As [`clip`], but cuts out of the middle: file names keep their ending.
#[must_use]
pub fn clip_middle(text: &str, cols: usize, mark: &str) -> String {
    let line = one_line(text);
    let room = cols.saturating_sub(width(mark));
    if width(&line) <= cols || room < 6 {
        return clip(&line, cols, mark);
    }
    let tail = ending(&line, room / 2);
    let head = beginning(&line, room - width(tail));
    format!("{head}{mark}{tail}")
}

/// Filled with spaces on its left: numbers end in one column.
#[must_use]
pub fn pad_left(text: &str, cols: usize) -> String {
    format!("{}{text}", " ".repeat(cols.saturating_sub(width(text))))
}

/// Filled with spaces on its right: words begin in one column.
#[must_use]
pub fn pad_right(text: &str, cols: usize) -> String {
    format!("{text}{}", " ".repeat(cols.saturating_sub(width(text))))
}

fn one_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

pub(super) fn beginning(line: &str, cols: usize) -> &str {
    let mut cells = 0;
    let cut = line.grapheme_indices(true).find(|(_, grapheme)| {
        cells += grapheme_width(grapheme);
        cells > cols
    });
    cut.map_or(line, |(at, _)| &line[..at])
}

fn ending(line: &str, cols: usize) -> &str {
    let mut cells = 0;
    let mut start = line.len();
    for (at, grapheme) in line.grapheme_indices(true).rev() {
        cells += grapheme_width(grapheme);
        if cells > cols {
            break;
        }
        start = at;
    }
    &line[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_by_cells_and_says_so() {
        for (text, cols, cut) in [
            ("beach.jpg", 9, "beach.jpg"),
            ("beach.jpg", 6, "beach…"),
            ("日落海滩", 5, "日落…"),
            ("日落海滩", 4, "日…"),
            ("ab", 1, "…"),
            ("ab", 0, ""),
            ("two\nlines", 20, "two lines"),
        ] {
            assert_eq!(clip(text, cols, "…"), cut, "{text} in {cols}");
        }
    }

    #[test]
    fn a_file_name_keeps_its_ending() {
        assert_eq!(clip_middle("holiday-in-the-mountains.mp4", 16, "…"), "holiday-…ins.mp4");
        assert_eq!(clip_middle("日落时分的海滩.jpg", 12, "…"), "日落时….jpg");
        assert_eq!(clip_middle("日落时分.jpg", 5, "…"), "日落…");
    }

    #[test]
    fn filling_counts_cells() {
        assert_eq!((pad_left("7", 3), pad_right("日", 3)), ("  7".into(), "日 ".into()));
    }
}
