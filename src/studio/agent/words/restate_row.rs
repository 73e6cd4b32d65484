//! How a row of `assets/language/restated.toml` is written, taken apart into what must stand one after the other.
//!
//! A row is a line of parts with spaces between them: a word or Chinese letters; `(a|b c)`, one of several rows;
//! `<piece>`, something that is found by a rule, `<piece:other>` where two of a kind stand in one row; and any of
//! these with `?` behind it, which may be missing. `gone: the first <time>` is a row for each turn of that name,
//! with the rest in the place of its `X`.

use rustc_hash::FxHashMap;

/// Parts that stand one after the other.
pub type Row = Vec<Part>;

/// What must stand at a place.
#[derive(Debug)]
pub enum Part {
    /// A word, or Chinese letters, by its number; whether a hyphen is its first letter.
    Word { number: usize, hyphen: bool },
    /// One of several rows.
    Choice(Vec<Row>),
    /// What the rule of a number finds, kept under a name.
    Slot { rule: usize, name: String },
}

/// Numbers of words and of rules, in the order in which rows have them.
#[derive(Debug, Default)]
pub struct Numbers {
    words: FxHashMap<Vec<char>, usize>,
    rules: FxHashMap<String, usize>,
}

impl Numbers {
    fn word(&mut self, letters: Vec<char>) -> usize {
        let next = self.words.len();
        *self.words.entry(letters).or_insert(next)
    }

    /// The number of a rule; a new one where it has none.
    pub fn rule(&mut self, name: &str) -> usize {
        let next = self.rules.len();
        *self.rules.entry(name.to_owned()).or_insert(next)
    }

    /// The words and the names of the rules, each at its number.
    pub fn told(self) -> (Vec<Vec<char>>, Vec<String>) {
        (in_order(self.words), in_order(self.rules))
    }
}

fn in_order<T>(numbers: FxHashMap<T, usize>) -> Vec<T> {
    let mut all: Vec<(T, usize)> = numbers.into_iter().collect();
    all.sort_unstable_by_key(|(_, number)| *number);
    all.into_iter().map(|(it, _)| it).collect()
}

/// The rows that a line stands for: one for each turn where it begins with the name of one.
pub fn rows(line: &str, turns: &FxHashMap<String, Vec<String>>, numbers: &mut Numbers) -> Vec<Row> {
    let turned = line.split_once(": ").and_then(|(name, rest)| Some((turns.get(name)?, rest)));
    let Some((turns, rest)) = turned else { return vec![Reader::row(line, numbers)] };
    turns.iter().map(|turn| Reader::row(&turn.replace('X', rest), numbers)).collect()
}

struct Reader<'a> {
    letters: Vec<char>,
    at: usize,
    numbers: &'a mut Numbers,
}

impl<'a> Reader<'a> {
    fn row(line: &str, numbers: &'a mut Numbers) -> Row {
        let mut reader = Self { letters: line.chars().collect(), at: 0, numbers };
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
                _ => row.push(self.word()),
            }
        }
        row
    }

    fn word(&mut self) -> Part {
        let letters = self.until(|letter| " ?()|<>".contains(letter));
        let hyphen = letters[0] == '-';
        Part::Word { number: self.numbers.word(letters), hyphen }
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
        Part::Slot { rule: self.numbers.rule(rule), name: name.to_owned() }
    }

    fn until(&mut self, ends: impl Fn(char) -> bool) -> Vec<char> {
        let rest = &self.letters[self.at..];
        let taken: Vec<char> = rest.iter().copied().take_while(|letter| !ends(*letter)).collect();
        self.at += taken.len();
        taken
    }
}
