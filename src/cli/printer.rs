//! Where lines go: results to standard output, words and progress to standard error.
//!
//! Words come from servers, files and agents too, so nothing in them may steer a terminal. JSON keeps
//! them as they are, and escapes what could.

use std::collections::{HashMap, HashSet};
use std::io::{self, IsTerminal, Write};

use serde_json::Value;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::draft::Millis;
use crate::language::{Language, Problem, clean};
use crate::link::{Expected, JobState, JobView};
use crate::ui::{format, words};

use super::json;
use super::pace::Paces;

/// Who waits for less, in milliseconds, needs no estimate.
const WORTH_TELLING: u64 = 10_000;

/// How a command speaks.
#[derive(Debug)]
pub struct Printer {
    json: bool,
    /// The row of a batch that everything is said of.
    row: Option<String>,
    quiet: bool,
    /// The language of sentences.
    pub language: Language,
    live: bool,
    /// A progress line stands on the terminal without an end.
    unfinished: bool,
    /// What a row was answered so far.
    answer: String,
    /// By job and by what it does.
    last_tenths: HashMap<String, (u64, Option<String>)>,
    paces: Paces,
    /// What has been said of a job while it ran.
    warned: HashSet<(String, String)>,
    /// The jobs of which is said what they will come to.
    expected: HashSet<String>,
}

impl Printer {
    /// Speaks JSON, or words; quietly, or not.
    #[must_use]
    pub fn new(json: bool, quiet: bool, language: Language) -> Self {
        let live = io::stderr().is_terminal();
        Self {
            json,
            row: None,
            quiet,
            language,
            live,
            answer: String::new(),
            unfinished: false,
            last_tenths: HashMap::new(),
            paces: Paces::default(),
            warned: HashSet::new(),
            expected: HashSet::new(),
        }
    }

    /// Says before each line, and in each event, which row of a batch it is of. Rows are worked on
    /// side by side, so no line stays open for another one to run into.
    #[must_use]
    pub fn of_row(self, name: &str) -> Self {
        Self { row: Some(name.to_owned()), live: false, ..self }
    }

    /// Whether it speaks of one row alone.
    #[must_use]
    pub fn is_of_row(&self) -> bool {
        self.row.is_some()
    }

    /// Whether events are printed instead of words.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// An event; without `--json` nothing.
    pub fn event(&mut self, event: &Value) {
        if self.json {
            self.document(event);
        }
    }

    /// JSON, whatever was asked for.
    pub fn document(&mut self, document: &Value) {
        match &self.row {
            None => self.print_result(&json::written(document)),
            Some(name) => {
                let mut document = document.clone();
                if let Some(fields) = document.as_object_mut() {
                    fields.insert("row".into(), name.as_str().into());
                }
                self.print_result(&json::written(&document));
            }
        }
    }

    /// A result, for people; with `--json` its event is printed instead.
    pub fn result(&mut self, line: &str, event: &Value) {
        if self.json {
            self.document(event);
        } else {
            self.print_line(line);
        }
    }

    /// Words that help a person who watches; with `--json` their event is printed instead.
    pub fn say(&mut self, line: &str, event: Option<&Value>) {
        match event {
            Some(event) if self.json => self.document(event),
            _ if self.json || self.quiet => {}
            _ => self.print_words(line),
        }
    }

    /// A piece of an answer, as it comes; with `--json` its event is printed instead.
    pub fn stream(&mut self, words: &str, event: &Value) {
        if self.json {
            self.document(event);
        } else if self.row.is_some() {
            // Words that come in pieces would mix with those of other rows.
            self.answer.push_str(words);
        } else if !self.quiet {
            let words = clean(words);
            let mut out = io::stderr().lock();
            let _ = write!(out, "{words}");
            let _ = out.flush();
            self.unfinished = !words.ends_with('\n');
        }
    }

    /// An answer is over: whatever comes next begins a line.
    pub fn answered(&mut self) {
        self.finish_line();
        let answer = std::mem::take(&mut self.answer);
        for line in answer.lines().filter(|line| !line.trim().is_empty()) {
            self.say(line, None);
        }
    }

    /// A problem. Printed even when quiet.
    pub fn problem(&mut self, problem: &Problem) {
        if self.json {
            self.document(&json::error(problem, self.language));
        }
        self.print_words(&problem.line(self.language));
    }

    /// How far a job is: a line that changes on a terminal, a line each tenth elsewhere.
    pub fn progress(&mut self, job: &JobView, now: i64) {
        let left = self.paces.left(job, now);
        if self.json {
            self.event(&json::progress(job, left));
            return;
        }
        let Some(fraction) = json::fraction(job).filter(|_| !self.quiet) else { return };
        let line = progress_line(job, fraction, left, self.language);
        if self.live {
            let columns = crossterm::terminal::size().map_or(80, |(columns, _)| columns);
            let mut out = io::stderr().lock();
            let _ = write!(out, "\r{}", filled(&line, usize::from(columns).saturating_sub(1)));
            let _ = out.flush();
            self.unfinished = true;
        } else {
            let now = ((fraction * 10.0) as u64, job.stage.clone());
            let what = format!("{} {}", json::kind_now(job), job.id.0);
            let before = self.last_tenths.insert(what, now.clone());
            if before != Some(now) {
                self.print_words(&line);
            }
        }
    }

    /// What a film will come to, once; people are told where they have to wait for it.
    pub fn expects(&mut self, job: &JobView, expected: Expected) {
        if !self.expected.insert(job.id.0.clone()) {
            return;
        }
        let line = words::jobs::expected(self.language, expected);
        let event = json::estimate(expected);
        if self.json || expected.millis.1 >= WORTH_TELLING {
            self.say(&line, Some(&event));
        }
    }

    /// What went less than well: each at once, and all together again for people when the job is done.
    pub fn warnings(&mut self, job: &JobView) {
        for warning in &job.warnings {
            let is_new = self.warned.insert((job.id.0.clone(), warning.clone()));
            let event = json::notice(warning);
            if is_new || job.state == JobState::Done {
                self.say(warning, Some(&event).filter(|_| is_new));
            }
        }
    }

    /// Rows with their columns aligned by display width.
    pub fn table(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            rows.iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in rows {
            let cells = row.iter().zip(&widths).map(|(cell, width)| {
                format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width())))
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            self.print_line(line.trim_end());
        }
    }

    /// A result for people. Where a program reads it, a path in it is the path.
    fn print_line(&mut self, line: &str) {
        if io::stdout().is_terminal() {
            self.print_result(&clean(line));
        } else {
            self.print_result(line);
        }
    }

    // A closed pipe (`cutroom sessions | head -1`) is no problem of ours: nobody reads on.
    fn print_result(&mut self, line: &str) {
        self.finish_line();
        let mut out = io::stdout().lock();
        let _ = writeln!(out, "{line}");
        let _ = out.flush();
    }

    fn print_words(&mut self, line: &str) {
        self.finish_line();
        let line = match &self.row {
            Some(name) => clean(&format!("{name}: {line}")).into_owned(),
            None => clean(line).into_owned(),
        };
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    fn finish_line(&mut self) {
        if std::mem::take(&mut self.unfinished) {
            let _ = writeln!(io::stderr().lock());
        }
    }
}

/// `render    promo.mp4   42 %  making the pictures  0:12 left`.
fn progress_line(job: &JobView, fraction: f64, left: Option<i64>, language: Language) -> String {
    let label = clean(&job.label).replace('\n', " ");
    let mut line = format!("{:<8}  {label}  {:>3.0} %", json::kind_now(job), fraction * 100.0);
    if let Some(stage) = &job.stage {
        line.push_str(&format!("  {}", clean(words::jobs::stage(language, stage))));
    }
    // Below a second there is nothing to wait for.
    if let Some(left) = left.and_then(|left| u64::try_from(left).ok()).filter(|left| *left >= 1000)
    {
        let left = words::left(language, &format::clock(Millis(left)));
        line.push_str(&format!("  {left}"));
    }
    line
}

/// Exactly so wide, so that nothing stays of a longer line that stood there, and none breaks.
fn filled(line: &str, columns: usize) -> String {
    let mut wide = 0;
    let fits = |letter: &char| {
        wide += letter.width().unwrap_or(0);
        wide <= columns
    };
    let mut shown: String = line.chars().take_while(fits).collect();
    shown.extend(std::iter::repeat_n(' ', columns.saturating_sub(shown.width())));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_changes_has_one_width() {
        assert_eq!(filled("abc", 5), "abc  ");
        assert_eq!(filled("日落 promo", 5), "日落 ");
        assert_eq!(filled("日落", 3), "日 ");
    }
}
