//! Words of a conversation as rows: the Markdown that an agent writes, as a terminal can show it.
//!
//! Headings and `**strong**` have weight, lists hang and nest, quotes and code stand apart, a link is
//! told with its address, a table stands in columns. A mark without its partner is a mark. What is read
//! depends on the line alone and on whether it lies in a block of code or in a table, so an answer that
//! grows is read only from its last, unfinished line on: [`Prose`] keeps the rows of the lines before.

use super::clean;
use super::table::Table;
use super::wrap::{break_rows, width};

/// How a run of words is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As any text.
    Plain,
    /// Slightly apart.
    Stress,
    /// With weight.
    Strong,
    /// Letter by letter.
    Code,
}

/// Some words in one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// How they are said.
    pub tone: Tone,
    /// The words, clean.
    pub text: String,
}

/// One row: some empty columns, then the runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Empty columns at its left.
    pub indent: usize,
    /// What stands there.
    pub runs: Vec<Run>,
}

/// An answer of the agent as rows of at most `cols` cells.
#[must_use]
pub fn rows(text: &str, cols: usize) -> Vec<Row> {
    let mut prose = Prose::new(cols);
    prose.read(text);
    if prose.rows.is_empty() {
        prose.rows.push(Row::default());
    }
    prose.rows
}

/// An answer as rows, while it grows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    cols: usize,
    /// Bytes of the text as it was read last.
    length: usize,
    /// Bytes of its finished lines.
    finished: usize,
    /// The rows of the finished lines come first, and are so many.
    settled: usize,
    rows: Vec<Row>,
    /// What ends the block of code in which the finished lines end.
    fence: Option<char>,
    /// Empty lines at the end of the finished ones; at the very end they are not shown.
    empty: usize,
    /// The table in which the finished lines end.
    table: Option<Table>,
    /// The unfinished line has moved the columns of that table.
    moved: bool,
}

impl Prose {
    /// Nothing yet, for rows of so many cells.
    #[must_use]
    pub fn new(cols: usize) -> Self {
        Self { cols, ..Self::default() }
    }

    /// Whether it holds a text of this length in rows of so many cells.
    #[must_use]
    pub const fn holds(&self, length: usize, cols: usize) -> bool {
        self.length == length && self.cols == cols
    }

    /// Whether a text of this length can be what it holds and more.
    #[must_use]
    pub const fn can_grow_to(&self, length: usize, cols: usize) -> bool {
        self.length <= length && self.cols == cols
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Reads on. The text begins with what was read before.
    pub fn read(&mut self, text: &str) {
        self.rows.truncate(self.settled);
        if std::mem::take(&mut self.moved) {
            self.lay_table();
        }
        while let Some(length) = text[self.finished..].find('\n') {
            let line = &text[self.finished..self.finished + length];
            self.line(line);
            self.finished += length + 1;
            self.settled = self.rows.len();
        }
        let rest = &text[self.finished..];
        let (fence, empty, table) = (self.fence, self.empty, self.table.clone());
        self.line(rest);
        let goes_on =
            |table: &Table| self.table.as_ref().is_some_and(|now| now.start == table.start);
        self.moved = table.as_ref().is_some_and(goes_on);
        (self.fence, self.empty, self.table) = (fence, empty, table);
        self.length = text.len();
    }

    fn line(&mut self, line: &str) {
        let line = clean(line);
        let line = line.trim_end();
        let words = line.trim_start();
        if words.is_empty() {
            self.empty += usize::from(!self.rows.is_empty());
            self.table = None;
            return;
        }
        if self.fence.is_none() && self.is_of_table(words) {
            self.line_of_table(words);
            return;
        }
        self.table = None;
        let mark =
            ['`', '~'].into_iter().find(|mark| words.starts_with(&mark.to_string().repeat(3)));
        match (self.fence, mark) {
            (None, Some(mark)) => self.fence = Some(mark),
            (Some(fence), Some(mark)) if fence == mark => self.fence = None,
            (Some(_), _) => self.put(&Paragraph::code(line)),
            (None, None) => self.put(&Paragraph::read(line)),
        }
    }

    /// A table begins with a whole line of it.
    fn is_of_table(&self, words: &str) -> bool {
        let is_whole = words.len() > 1 && words.ends_with('|');
        words.starts_with('|') && (is_whole || self.table.is_some() || is_rule_of_table(words))
    }

    fn line_of_table(&mut self, words: &str) {
        if is_rule_of_table(words) {
            if let Some(table) = &mut self.table {
                table.underline(words);
                self.lay_table();
            }
            return;
        }
        let start = self.rows.len();
        match &mut self.table {
            Some(table) => self.table = table.next(start).or(self.table.take()),
            None => {
                let empty = std::mem::take(&mut self.empty);
                self.rows.extend(std::iter::repeat_n(Row::default(), empty));
                self.table = Some(Table::at(self.rows.len()));
            }
        }
        if let Some(table) = &mut self.table {
            table.add(words);
        }
        self.lay_table();
    }

    /// Puts the rows of the table in place of those that it had.
    fn lay_table(&mut self) {
        let Some(table) = &self.table else { return };
        self.rows.truncate(table.start);
        match table.rows(self.cols) {
            Some(rows) => self.rows.extend(rows),
            None => {
                for line in table.in_words() {
                    wrap(&mut self.rows, &Paragraph::of(0, line), self.cols);
                }
            }
        }
    }

    fn put(&mut self, paragraph: &Paragraph) {
        let empty = std::mem::take(&mut self.empty);
        self.rows.extend(std::iter::repeat_n(Row::default(), empty));
        wrap(&mut self.rows, paragraph, self.cols);
    }
}

/// What a person wrote as rows: every sign as it is.
#[must_use]
pub fn plain_rows(text: &str, cols: usize) -> Vec<Row> {
    let text = clean(text);
    let mut found = Vec::new();
    for line in text.trim_matches('\n').split('\n') {
        let runs = vec![Run { tone: Tone::Plain, text: line.trim_end().to_owned() }];
        wrap(&mut found, &Paragraph::of(0, runs), cols);
    }
    found
}

/// A line of the source with what is known of it.
struct Paragraph {
    /// Empty columns at its left.
    indent: usize,
    /// What a list puts before its first row; the other rows hang below the words.
    marker: String,
    runs: Vec<Run>,
}

impl Paragraph {
    fn of(indent: usize, runs: Vec<Run>) -> Self {
        Self { indent, marker: String::new(), runs }
    }

    fn code(line: &str) -> Self {
        Self::of(2, vec![Run { tone: Tone::Code, text: line.to_owned() }])
    }

    fn read(line: &str) -> Self {
        let words = line.trim_start();
        let depth = (line.len() - words.len()).min(8);
        if is_rule(words) {
            return Self::of(0, Vec::new());
        }
        if let Some(heading) = heading(words) {
            return Self::of(0, inline(heading, Tone::Strong));
        }
        if let Some(quoted) = words.strip_prefix('>') {
            return Self::of(
                depth + 2,
                inline(quoted.trim_start_matches(['>', ' ']), Tone::Stress),
            );
        }
        match list_marker(words) {
            None => Self::of(depth, inline(words, Tone::Plain)),
            Some(end) => Self {
                indent: depth,
                marker: shown_marker(&words[..end]),
                runs: inline(&words[end..], Tone::Plain),
            },
        }
    }
}

/// `---` and the like: what comes next is another matter.
fn is_rule(words: &str) -> bool {
    let is_of = |mark: char| words.chars().all(|letter| letter == mark || letter == ' ');
    words.len() >= 3 && ['-', '*', '_'].into_iter().any(is_of)
}

/// `|---|:--|`: below the heads of a table.
fn is_rule_of_table(words: &str) -> bool {
    words.starts_with('|')
        && words.contains('-')
        && words.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
}

fn heading(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches('#');
    let level = words.len() - rest.len();
    (1..=6).contains(&level).then(|| rest.strip_prefix(' ')).flatten()
}

/// How many bytes of `- ` or `12. ` a line begins with.
fn list_marker(words: &str) -> Option<usize> {
    if words.starts_with("- ") || words.starts_with("* ") || words.starts_with("+ ") {
        return Some(2);
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let dotted = words[digits..].starts_with(". ") || words[digits..].starts_with(") ");
    ((1..=3).contains(&digits) && dotted).then_some(digits + 2)
}

fn shown_marker(marker: &str) -> String {
    if marker.starts_with(|sign: char| sign.is_ascii_digit()) {
        marker.to_owned()
    } else {
        "- ".to_owned()
    }
}

/// The runs of a line whose words have this tone where nothing else is said.
pub(super) fn inline(words: &str, tone: Tone) -> Vec<Run> {
    let mut runs = Vec::new();
    tell(&mut runs, words, tone);
    runs
}

fn tell(runs: &mut Vec<Run>, words: &str, tone: Tone) {
    let (mut from, mut at) = (0, 0);
    while let Some(place) = words[at..].find(['\\', '`', '*', '_', '[']).map(|place| at + place) {
        let Some((marked, length)) = marked(words, place) else {
            // One sign, or a run of equal ones: none of them opens anything.
            let sign = &words[place..=place];
            at = words.len() - words[place..].trim_start_matches(sign).len();
            continue;
        };
        push(runs, tone, &words[from..place]);
        match marked {
            Marked::Letter(letter) => push(runs, tone, letter),
            Marked::Code(code) => push(runs, Tone::Code, code),
            Marked::Words(inner, Tone::Stress) if tone == Tone::Strong => tell(runs, inner, tone),
            Marked::Words(inner, inner_tone) => tell(runs, inner, inner_tone),
            Marked::Link(label, address) => {
                tell(runs, label, tone);
                if label != address {
                    push(runs, tone, &format!(" ({address})"));
                }
            }
        }
        at = place + length;
        from = at;
    }
    push(runs, tone, &words[from..]);
}

/// What a mark makes of the words behind it.
enum Marked<'a> {
    Letter(&'a str),
    Code(&'a str),
    Words(&'a str, Tone),
    Link(&'a str, &'a str),
}

/// What is marked at a place, and how many bytes that takes with its marks.
fn marked(words: &str, place: usize) -> Option<(Marked<'_>, usize)> {
    let rest = &words[place..];
    match rest.as_bytes() {
        [b'\\', next, ..] if next.is_ascii_punctuation() => Some((Marked::Letter(&rest[1..2]), 2)),
        [b'`', ..] => {
            let inside = enclosed(rest, "`")?;
            Some((Marked::Code(inside), inside.len() + 2))
        }
        [b'[', ..] => {
            let (label, after) = rest[1..].split_once("](")?;
            let (address, _) = after.split_once(')')?;
            let is_plain = !label.contains('[') && !address.contains(' ');
            is_plain.then_some((Marked::Link(label, address), label.len() + address.len() + 4))
        }
        [first @ (b'*' | b'_'), second, ..] => {
            let (mark, tone) = match (first, first == second) {
                (b'*', true) => ("**", Tone::Strong),
                (b'*', false) => ("*", Tone::Stress),
                (_, true) => ("__", Tone::Strong),
                (_, false) => ("_", Tone::Stress),
            };
            let inside = enclosed(rest, mark)?;
            let length = inside.len() + 2 * mark.len();
            // `5 * 3` and `a_file_name` mark nothing.
            let is_tight = !inside.starts_with(' ') && !inside.ends_with(' ');
            let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let within_word = mark.starts_with('_')
                && (is_word(words[..place].chars().next_back())
                    || is_word(rest[length..].chars().next()));
            (is_tight && !within_word).then_some((Marked::Words(inside, tone), length))
        }
        _ => None,
    }
}

fn enclosed<'a>(words: &'a str, mark: &str) -> Option<&'a str> {
    let inside = &words[mark.len()..];
    let end = inside.find(mark).filter(|end| *end > 0)?;
    Some(&inside[..end])
}

fn push(runs: &mut Vec<Run>, tone: Tone, text: &str) {
    if !text.is_empty() {
        runs.push(Run { tone, text: text.to_owned() });
    }
}

fn wrap(found: &mut Vec<Row>, paragraph: &Paragraph, cols: usize) {
    let text: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
    // Where there is hardly room for words, they are not pushed aside as well.
    let hang = paragraph.indent + width(&paragraph.marker);
    let hang = if hang * 2 > cols { 0 } else { hang };
    let ranges = break_rows(&text, (cols - hang).max(1));
    for (number, range) in ranges.into_iter().enumerate() {
        let mut row = Row { indent: hang, runs: cut(&paragraph.runs, range) };
        if number == 0 && hang > 0 && !paragraph.marker.is_empty() {
            row.indent = paragraph.indent;
            row.runs.insert(0, Run { tone: Tone::Plain, text: paragraph.marker.clone() });
        }
        found.push(row);
    }
}

fn cut(runs: &[Run], range: std::ops::Range<usize>) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in runs {
        let from = range.start.clamp(at, at + run.text.len()) - at;
        let to = range.end.clamp(at, at + run.text.len()) - at;
        push(&mut found, run.tone, &run.text[from..to]);
        at += run.text.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(text: &str, cols: usize) -> Vec<String> {
        rows(text, cols).iter().map(line).collect()
    }

    fn line(row: &Row) -> String {
        let words = row.runs.iter().map(|run| match run.tone {
            Tone::Plain => run.text.clone(),
            Tone::Stress => format!("/{}/", run.text),
            Tone::Strong => format!("<{}>", run.text),
            Tone::Code => format!("[{}]", run.text),
        });
        format!("{}{}", " ".repeat(row.indent), words.collect::<String>().trim_end())
    }

    #[test]
    fn an_answer_reads_as_it_was_meant() {
        let answer = "# Done\nMade a **30 s** film from `a.jpg`:\n- first the beach, then the pier\n  - and\n12. twelve\n```\nlet  x\n```\n5 * 3 ** 2";
        assert_eq!(
            drawn(answer, 20),
            [
                "<Done>",
                "Made a <30 s> film",
                "from [a.jpg]:",
                "- first the beach,",
                "  then the pier",
                "  - and",
                "12. twelve",
                "  [let  x]",
                "5 * 3 ** 2",
            ]
        );
    }

    #[test]
    fn what_a_person_wrote_stays_as_it_is() {
        let rows: Vec<String> = plain_rows("**a**\n- b\u{1b}[2J", 20).iter().map(line).collect();
        assert_eq!(rows, ["**a**", "- b"]);
    }

    #[test]
    fn markdown_is_shown_as_a_terminal_can() {
        for (markdown, shown) in [
            ("_so_ it *is* **very *much***", "/so/ it /is/ <very *much>*"),
            ("see [the site](https://a.example) now", "see the site (https://a.example) now"),
            ("[https://a.b](https://a.b)", "https://a.b"),
            ("a_file_name and 2*3*4 \\*plain\\*", "a_file_name and 2/3/4 *plain*"),
            ("[ ] not a link, ** nor this `", "[ ] not a link, ** nor this `"),
            ("| a | `b` |", "a  [b]"),
            ("## **Cut** it", "<Cut>< it>"),
            ("> quoted", "  /quoted/"),
        ] {
            assert_eq!(drawn(markdown, 60), [shown], "{markdown}");
        }
        assert_eq!(drawn("| a |\n|---|\n| b |", 20), ["<a>", "b"]);
        assert_eq!(drawn("a\n\n---\n~~~rust\n```\n~~~\nb\n\n", 20), ["a", "", "", "  [```]", "b"]);
    }

    proptest! {
        #[test]
        fn an_answer_that_grows_reads_as_it_does_when_it_is_whole(
            parts in prop::collection::vec("[a-c *_`#>|\\[\\]()\n-]{0,12}|```\n|日落\n", 0..12),
            cols in 1..30_usize,
        ) {
            let mut prose = Prose::new(cols);
            let mut text = String::new();
            for part in parts {
                text.push_str(&part);
                prose.read(&text);
            }
            let whole = rows(&text, cols);
            let grown = if prose.rows().is_empty() { vec![Row::default()] } else { prose.rows().to_vec() };
            prop_assert_eq!(grown, whole);
        }
    }
}
