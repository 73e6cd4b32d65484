//! Where lines go: results to standard output, words and progress to standard error.
//!
//! Words come from servers, files and agents too, so nothing in them may steer a terminal. JSON keeps
//! them as they are, and escapes what could.

use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::language::{Language, Problem, clean};
use crate::link::JobView;

use super::json;

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
    /// By job and by what it does.
    last_tenths: HashMap<String, u64>,
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
            unfinished: false,
            last_tenths: HashMap::new(),
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
        } else if !self.quiet {
            let words = clean(words);
            let mut out = io::stderr().lock();
            let _ = write!(out, "{words}");
            let _ = out.flush();
            self.unfinished = !words.ends_with('\n');
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
        if self.json {
            self.event(&json::progress(job, now));
            return;
        }
        let Some(fraction) = json::fraction(job).filter(|_| !self.quiet) else { return };
        let (kind, label) = (json::kind_now(job), &job.label);
        let label = clean(label).replace('\n', " ");
        let line = format!("{kind:<8}  {label}  {:>3.0} %", fraction * 100.0);
        if self.live {
            let mut out = io::stderr().lock();
            let _ = write!(out, "\r{line}");
            let _ = out.flush();
            self.unfinished = true;
        } else {
            let tenth = (fraction * 10.0) as u64;
            let before = self.last_tenths.insert(format!("{kind} {}", job.id.0), tenth);
            if before != Some(tenth) {
                self.print_words(&line);
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
