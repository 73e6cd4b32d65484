//! Text to units: the space between sentences, the mark of a list, a sentence, and what is left alone.
//!
//! The next unit depends on the text alone, not on where it was cut; a unit that may still grow is
//! waited for.

use super::quotes::{Quotes, is_han, is_latin};

/// What a piece of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// White space.
    Gap,
    /// `- `, `3. `, `# `, `> ` at the beginning of a line.
    Mark,
    /// A sentence without the space around it.
    Sentence,
    /// Code, a row of a table, the rest of a very long sentence.
    Verbatim,
}

/// The next step through the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// A unit of so many bytes.
    Take(Unit, usize),
    /// A sentence has begun and may go on.
    InSentence,
    /// Something that cannot be told yet.
    Wait,
}

/// Where in the text the next unit begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    line_start: bool,
    in_code: bool,
    /// The line is left alone up to its end.
    to_line_end: bool,
    /// The line is an item of a list.
    pub(super) in_list: bool,
}

impl Default for Place {
    fn default() -> Self {
        Self { line_start: true, in_code: false, to_line_end: false, in_list: false }
    }
}

/// Longer sentences are not looked into.
const LONGEST: usize = 800;
const FENCES: [&str; 2] = ["```", "~~~"];
const LIST_SIGNS: &[char] = &['-', '*', '+', '•', '·', '>'];
const ENDS: &[char] = &['.', '!', '?', '…', '。', '！', '？'];
const CLOSERS: &[char] = &[')', '）', ']', '"', '”', '’', '」', '』', '*', '_'];
/// A full stop after these ends no sentence.
const SHORT: &[&str] = &["e.g", "i.e", "vs", "approx", "dr", "mr", "ms"];

impl Place {
    /// The next unit of `rest`; `ended` means that nothing follows it.
    pub(super) fn step(&mut self, rest: &str, ended: bool) -> Step {
        let Some(first) = rest.chars().next() else { return Step::Wait };
        if self.to_line_end || self.in_code && !self.line_start {
            return self.rest_of_line(rest);
        }
        if self.line_start && !first.is_whitespace() {
            match self.begin_line(rest, ended) {
                Some(step) => return step,
                None => return self.step(rest, ended),
            }
        }
        if first.is_whitespace() {
            return self.gap(rest, ended);
        }
        match sentence_end(rest, ended) {
            Some(end) if end <= LONGEST => Step::Take(Unit::Sentence, end),
            None if rest.len() <= LONGEST => Step::InSentence,
            _ => {
                self.to_line_end = true;
                Step::Take(Unit::Verbatim, rest.floor_char_boundary(LONGEST))
            }
        }
    }

    fn gap(&mut self, rest: &str, ended: bool) -> Step {
        let length = rest.len() - rest.trim_start().len();
        if length == rest.len() && !ended {
            return Step::Wait;
        }
        if rest[..length].contains('\n') {
            *self = Self { in_code: self.in_code, ..Self::default() };
        }
        Step::Take(Unit::Gap, length)
    }

    fn rest_of_line(&mut self, rest: &str) -> Step {
        let length = match rest.find('\n') {
            // The line's end is a gap where the line was text, and part of the code where it was code.
            Some(0) if !self.in_code => {
                self.to_line_end = false;
                return self.step(rest, true);
            }
            Some(end) if self.in_code => {
                *self = Self { in_code: true, ..Self::default() };
                end + 1
            }
            Some(end) => {
                self.to_line_end = false;
                end
            }
            None => rest.len(),
        };
        Step::Take(Unit::Verbatim, length)
    }

    /// What a line begins with; `None` where it is a sentence.
    fn begin_line(&mut self, rest: &str, ended: bool) -> Option<Step> {
        let may_become = |fence: &&str| fence.starts_with(rest) && rest.len() < fence.len();
        if !ended && FENCES.iter().any(may_become) {
            return Some(Step::Wait);
        }
        if let Some(fence) = FENCES.iter().find(|fence| rest.starts_with(**fence)) {
            let closes = self.in_code;
            *self =
                Self { in_code: !closes, to_line_end: closes, line_start: false, in_list: false };
            return Some(Step::Take(Unit::Verbatim, fence.len()));
        }
        self.line_start = false;
        if self.in_code {
            return None;
        }
        if rest.starts_with('|') {
            self.to_line_end = true;
            return None;
        }
        match mark(rest, ended) {
            Mark::None => None,
            Mark::Open => {
                self.line_start = true;
                Some(Step::Wait)
            }
            Mark::Whole(length) => {
                self.in_list = !rest.starts_with('#');
                Some(Step::Take(Unit::Mark, length))
            }
        }
    }
}

enum Mark {
    None,
    /// More letters decide.
    Open,
    Whole(usize),
}

fn mark(rest: &str, ended: bool) -> Mark {
    let count = |of: fn(char) -> bool| rest.len() - rest.trim_start_matches(of).len();
    let digits = count(|letter| letter.is_ascii_digit());
    let headings = count(|letter| letter == '#');
    let sign = match (digits, rest[digits..].chars().next()) {
        (0, Some('#')) if headings <= 6 => headings,
        (0, Some(sign)) if LIST_SIGNS.contains(&sign) => sign.len_utf8(),
        (1..=3, Some(sign @ ('.' | ')' | '、'))) => digits + sign.len_utf8(),
        (1..=3, None) => digits,
        _ => return Mark::None,
    };
    let after = &rest[sign..];
    let space = after.len() - after.trim_start_matches([' ', '\t']).len();
    if space == after.len() {
        return if ended { Mark::None } else { Mark::Open };
    }
    let needs_no_space = rest[..sign].ends_with('、');
    if space > 0 || needs_no_space { Mark::Whole(sign + space) } else { Mark::None }
}

/// Where the sentence that `text` begins with ends; `None` while it may go on.
fn sentence_end(text: &str, ended: bool) -> Option<usize> {
    let mut quotes = Quotes::default();
    let mut before = None;
    let mut skip = 0;
    for (at, letter) in text.char_indices() {
        let was_open = quotes.is_open();
        let quoted = quotes.step(letter);
        let closed_after_end =
            quoted && was_open && !quotes.is_open() && before.is_some_and(|c| ENDS.contains(&c));
        before = Some(letter);
        if at < skip || at > LONGEST {
            continue;
        }
        if letter == '\n' {
            return Some(at);
        }
        if !closed_after_end && (quoted || !ENDS.contains(&letter)) {
            continue;
        }
        let run = at
            + text[at..]
                .find(|c| !ENDS.contains(&c) && !CLOSERS.contains(&c))
                .unwrap_or(text.len() - at);
        let run = if closed_after_end { run.max(at + letter.len_utf8()) } else { run };
        skip = run;
        match text[run..].chars().next() {
            None if ended => return Some(run),
            None => return None,
            Some(after) if after.is_whitespace() && !is_short(&text[..at]) => return Some(run),
            Some(after) if is_full_width(letter) && !CLOSERS.contains(&after) => return Some(run),
            Some(after) if is_han(after) && letter != '.' => return Some(run),
            Some(_) => {}
        }
    }
    ended.then_some(text.len())
}

fn is_full_width(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？')
}

fn is_short(before: &str) -> bool {
    let word = before.rsplit(|c: char| !(is_latin(c) || c == '.')).next().unwrap_or_default();
    SHORT.contains(&word.to_lowercase().as_str())
}
