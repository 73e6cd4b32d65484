//! Words of a conversation as rows: paragraphs, lists, code, and a light hand with emphasis.
//!
//! The agent writes Markdown. What helps to read in a terminal is shown (lists hang, `**strong**` and
//! code stand out, headings are strong); everything else stays as it was written.

use super::clean;
use super::wrap::{break_rows, width};

/// How a run of words is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As any text.
    Plain,
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
    let text = clean(text);
    let mut found = Vec::new();
    let mut in_code = false;
    for line in text.trim_matches('\n').split('\n') {
        let line = line.trim_end();
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if in_code {
            wrap(&mut found, &Paragraph::code(line), cols);
        } else {
            wrap(&mut found, &Paragraph::read(line), cols);
        }
    }
    found
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
        if let Some(heading) = heading(words) {
            return Self::of(0, vec![Run { tone: Tone::Strong, text: heading.replace("**", "") }]);
        }
        match list_marker(words) {
            None => Self::of(depth, emphasis(words)),
            Some(end) => Self {
                indent: depth,
                marker: shown_marker(&words[..end]),
                runs: emphasis(&words[end..]),
            },
        }
    }
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

/// Splits off `**strong**` and `` `code` ``. A mark without its partner is a mark.
fn emphasis(words: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut rest = words;
    while let Some((before, tone, inside, after)) = next_emphasis(rest) {
        push(&mut runs, Tone::Plain, before);
        push(&mut runs, tone, inside);
        rest = after;
    }
    push(&mut runs, Tone::Plain, rest);
    runs
}

fn next_emphasis(words: &str) -> Option<(&str, Tone, &str, &str)> {
    let strong = fenced(words, "**").map(|(at, parts)| (at, Tone::Strong, parts));
    let code = fenced(words, "`").map(|(at, parts)| (at, Tone::Code, parts));
    let first = [strong, code].into_iter().flatten().min_by_key(|(at, ..)| *at);
    first.map(|(at, tone, (inside, after))| (&words[..at], tone, inside, after))
}

fn fenced<'a>(words: &'a str, mark: &str) -> Option<(usize, (&'a str, &'a str))> {
    let at = words.find(mark)?;
    let inside = &words[at + mark.len()..];
    let end = inside.find(mark).filter(|end| *end > 0)?;
    Some((at, (&inside[..end], &inside[end + mark.len()..])))
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
    use super::*;

    fn drawn(text: &str, cols: usize) -> Vec<String> {
        rows(text, cols).iter().map(line).collect()
    }

    fn line(row: &Row) -> String {
        let words = row.runs.iter().map(|run| match run.tone {
            Tone::Plain => run.text.clone(),
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
}
