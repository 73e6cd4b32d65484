//! How a row of `assets/language/restated.toml` is written, taken apart into what must stand one after the other.
//!
//! A row is a line of parts with spaces between them: a word or Chinese letters; `(a|b c)`, one of several rows;
//! `<piece>`, something that is found by a rule, `<piece:other>` where two of a kind stand in one row; and any of
//! these with `?` behind it, which may be missing. `gone: the first <time>` is a row for each turn of that name,
//! with the rest in the place of its `X`.

use std::collections::HashMap;

/// Parts that stand one after the other.
pub type Row = Vec<Part>;

/// What must stand at a place.
#[derive(Debug)]
pub enum Part {
    /// A word, or Chinese letters.
    Word(Vec<char>),
    /// One of several rows.
    Choice(Vec<Row>),
    /// What a rule finds, kept under a name.
    Slot { rule: String, name: String },
}

/// The rows that a line stands for: one for each turn where it begins with the name of one.
pub fn rows(line: &str, turns: &HashMap<String, Vec<String>>) -> Vec<Row> {
    let turned = line.split_once(": ").and_then(|(name, rest)| Some((turns.get(name)?, rest)));
    let Some((turns, rest)) = turned else { return vec![Reader::row(line)] };
    turns.iter().map(|turn| Reader::row(&turn.replace('X', rest))).collect()
}

struct Reader {
    letters: Vec<char>,
    at: usize,
}

impl Reader {
    fn row(line: &str) -> Row {
        let mut reader = Self { letters: line.chars().collect(), at: 0 };
        reader.parts()
    }

    fn parts(&mut self) -> Row {
        let mut row = Vec::new();
        while let Some(letter) = self.letters.get(self.at) {
            match letter {
                ')' | '|' => break,
                ' ' => self.at += 1,
                '?' => {
                    self.at += 1;
                    if let Some(last) = row.pop() {
                        row.push(Part::Choice(vec![vec![last], Vec::new()]));
                    }
                }
                '(' => row.push(self.choice()),
                '<' => row.push(self.slot()),
                _ => row.push(Part::Word(self.until(|letter| " ?()|<>".contains(letter)))),
            }
        }
        row
    }

    fn choice(&mut self) -> Part {
        let mut rows = Vec::new();
        loop {
            // Over the bracket or the bar before it.
            self.at += 1;
            rows.push(self.parts());
            if self.letters.get(self.at) != Some(&'|') {
                break;
            }
        }
        self.at += 1;
        Part::Choice(rows)
    }

    fn slot(&mut self) -> Part {
        self.at += 1;
        let written: String = self.until(|letter| letter == '>').into_iter().collect();
        self.at += 1;
        let (rule, name) = written.split_once(':').unwrap_or((&written, &written));
        Part::Slot { rule: rule.to_owned(), name: name.to_owned() }
    }

    fn until(&mut self, ends: impl Fn(char) -> bool) -> Vec<char> {
        let rest = &self.letters[self.at..];
        let taken: Vec<char> = rest.iter().copied().take_while(|letter| !ends(*letter)).collect();
        self.at += taken.len();
        taken
    }
}
