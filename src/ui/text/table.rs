//! A table of an answer in columns: as wide as their widest cell, cut where there is no room for all.
//!
//! A row that comes may move the columns of the rows before it, so a table is laid out anew with each
//! of its rows. That work is bounded: a table that goes on for long goes on as another one.

use super::clip::beginning;
use super::prose::{Row, Run, Tone, inline};
use super::wrap::width;

/// So many lines stand in common columns.
const MOST: usize = 100;

/// Cells between two columns.
const GAP: usize = 2;

/// A column that is cut has at least so many cells, or the table has no columns at all.
const LEAST: usize = 4;

/// What a cut cell ends in.
const MARK: &str = "…";

/// Lines that stand together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    /// Rows before it.
    pub start: usize,
    /// Cells, line by line.
    lines: Vec<Vec<Vec<Run>>>,
    /// Which columns end at one place instead of beginning there.
    to_the_right: Vec<bool>,
    has_heads: bool,
}

impl Table {
    pub(super) fn at(start: usize) -> Self {
        Self { start, ..Self::default() }
    }

    /// The table that goes on below this one, once this one is long enough.
    pub(super) fn next(&self, start: usize) -> Option<Self> {
        let next = || Self { start, to_the_right: self.to_the_right.clone(), ..Self::default() };
        (self.lines.len() >= MOST).then(next)
    }

    /// Its lines one after the other, where they cannot stand in columns.
    pub(super) fn in_words(&self) -> impl Iterator<Item = Vec<Run>> {
        let between = || Run { tone: Tone::Plain, text: "  |  ".to_owned() };
        self.lines.iter().map(move |line| {
            let mut runs = Vec::new();
            for (place, cell) in line.iter().enumerate() {
                runs.extend((place > 0).then(between));
                runs.extend(cell.iter().cloned());
            }
            runs
        })
    }

    /// One more line of it.
    pub(super) fn add(&mut self, words: &str) {
        self.lines.push(split(words).iter().map(|cell| inline(cell.trim(), Tone::Plain)).collect());
    }

    /// The line below its heads.
    pub(super) fn underline(&mut self, words: &str) {
        if self.lines.len() == 1 && !self.has_heads {
            self.has_heads = true;
            let ends_right = |cell: &String| {
                let cell = cell.trim();
                cell.ends_with(':') && !cell.starts_with(':')
            };
            self.to_the_right = split(words).iter().map(ends_right).collect();
        }
    }

    /// Its rows, none wider than `cols`; nothing if that leaves columns too narrow to be read.
    pub(super) fn rows(&self, cols: usize) -> Option<Vec<Row>> {
        let widths = self.widths(cols)?;
        let row = |(place, line): (usize, &Vec<Vec<Run>>)| {
            let mut runs = Vec::new();
            for (column, cells) in widths.iter().enumerate() {
                let empty = Vec::new();
                let cell = line.get(column).unwrap_or(&empty);
                let is_head = place == 0 && self.has_heads;
                self.put_cell(&mut runs, cut(cell, *cells), column, *cells, is_head);
                if column + 1 < widths.len() {
                    blank(&mut runs, GAP);
                }
            }
            while runs.last().is_some_and(|run| run.text.trim().is_empty()) {
                runs.pop();
            }
            Row { indent: 0, runs }
        };
        Some(self.lines.iter().enumerate().map(row).collect())
    }

    fn put_cell(
        &self,
        runs: &mut Vec<Run>,
        cell: Vec<Run>,
        column: usize,
        cells: usize,
        is_head: bool,
    ) {
        let free = cells.saturating_sub(width_of(&cell));
        let to_the_right = self.to_the_right.get(column).copied().unwrap_or(false);
        if to_the_right {
            blank(runs, free);
        }
        runs.extend(cell.into_iter().map(|run| match run.tone {
            Tone::Plain if is_head => Run { tone: Tone::Strong, ..run },
            _ => run,
        }));
        if !to_the_right {
            blank(runs, free);
        }
    }

    /// As its cells need; where that is too much, the widest columns share what the others leave.
    fn widths(&self, cols: usize) -> Option<Vec<usize>> {
        let count = self.lines.iter().map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![0; count];
        for line in &self.lines {
            for (most, cell) in widths.iter_mut().zip(line) {
                *most = width_of(cell).max(*most);
            }
        }
        let room = cols.checked_sub(GAP * count.saturating_sub(1))?;
        if widths.iter().sum::<usize>() <= room {
            return Some(widths);
        }
        let share = share(&widths, room);
        (share >= LEAST).then(|| widths.into_iter().map(|cells| cells.min(share)).collect())
    }
}

/// The most cells of a column with which all of them have room.
fn share(widths: &[usize], room: usize) -> usize {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let (mut left, mut columns) = (room, sorted.len());
    for cells in sorted {
        if cells * columns > left {
            break;
        }
        left -= cells;
        columns -= 1;
    }
    left.checked_div(columns).unwrap_or(left)
}

/// The cells of `| a | b |`; a bar behind `\` is a sign of its cell.
fn split(words: &str) -> Vec<String> {
    let inside = words.strip_prefix('|').unwrap_or(words);
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let mut letters = inside.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.peek() == Some(&'|') => {
                letters.next();
                cell.push('|');
            }
            '|' => cells.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    if !cell.trim().is_empty() || cells.is_empty() {
        cells.push(cell);
    }
    cells
}

fn width_of(cell: &[Run]) -> usize {
    cell.iter().map(|run| width(&run.text)).sum()
}

/// The beginning of a cell that is too wide, with a mark that something is missing.
fn cut(cell: &[Run], cells: usize) -> Vec<Run> {
    if width_of(cell) <= cells {
        return cell.to_vec();
    }
    let mut left = cells.saturating_sub(width(MARK));
    let mut kept = Vec::new();
    for run in cell {
        let text = beginning(&run.text, left);
        left -= width(text);
        kept.push(Run { tone: run.tone, text: text.to_owned() });
        if text.len() < run.text.len() {
            break;
        }
    }
    kept.push(Run { tone: Tone::Plain, text: MARK.to_owned() });
    kept
}

fn blank(runs: &mut Vec<Run>, cells: usize) {
    if cells > 0 {
        runs.push(Run { tone: Tone::Plain, text: " ".repeat(cells) });
    }
}

#[cfg(test)]
mod tests {
    use super::super::prose::rows;
    use super::super::wrap::width;

    fn drawn(text: &str, cols: usize) -> Vec<String> {
        let line = |runs: &[super::Run]| runs.iter().map(|run| run.text.as_str()).collect();
        rows(text, cols).iter().map(|row| line(&row.runs)).collect()
    }

    const CLIPS: &str = "Here:\n\n| clip | in | length |\n|---|:--|---:|\n| beach.jpg | 0:00 | 5 s |\n\
                         | 日落海滩 | 0:05 | 12.5 s |\n| a \\| b | |";

    #[test]
    fn a_table_stands_in_columns_whatever_the_script() {
        assert_eq!(
            drawn(CLIPS, 40),
            [
                "Here:",
                "",
                "clip       in    length",
                "beach.jpg  0:00     5 s",
                "日落海滩   0:05  12.5 s",
                "a | b",
            ]
        );
    }

    #[test]
    fn a_wide_table_is_cut_in_its_widest_columns() {
        let text = "| n | what was done to the film |\n|--|--|\n| 1 | 加一个很长很长的标题 |";
        assert_eq!(drawn(text, 16), ["n  what was don…", "1  加一个很长很…"]);
        for cols in 8..40 {
            assert!(drawn(CLIPS, cols).iter().all(|row| width(row.trim_end()) <= cols), "{cols}");
        }
    }

    #[test]
    fn without_room_for_columns_nothing_is_cut() {
        let text = "| one | two | three | four |\n|-|-|-|-|\n| five | six | seven | eight |";
        let all = drawn(text, 12).concat();
        assert!(all.contains("eight") && !all.contains('…'), "{all}");
    }

    #[test]
    fn a_long_table_goes_on_as_another() {
        let text: String = (0..250).map(|number| format!("| {number} | x |\n")).collect();
        let rows = drawn(&text, 40);
        assert_eq!((rows.len(), rows[249].as_str()), (250, "249  x"));
    }
}
