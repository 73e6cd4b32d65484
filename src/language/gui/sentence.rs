//! A sentence without its instructions.

use super::clauses::{Clause, Joint, clauses, loose_end};
use super::quotes::is_han;
use super::reading::{Around, Reading, Sequel};
use super::{Offer, chinese, english};

/// What is left of a sentence, and what can be offered in place of the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Judged {
    pub(super) text: String,
    pub(super) offers: Vec<Offer>,
}

/// Judges a whole sentence.
pub(super) fn judge(sentence: &str, in_list: bool) -> Judged {
    let untouched = || Judged { text: sentence.to_owned(), offers: Vec::new() };
    let body_end = sentence.trim_end_matches(ENDS).len();
    let (body, end) = sentence.split_at(body_end);
    let clauses = clauses(body, false);
    let readings = readings(body, &clauses, in_list, false);
    if !readings.iter().any(|reading| matches!(reading, Reading::Instruction(_)))
        || end.contains(['?', '？'])
        || sentence.contains("://")
    {
        return untouched();
    }
    let Some((kept, offers)) = fates(body, &clauses, &readings) else { return untouched() };
    if !is_balanced(body, &clauses, &kept) {
        return untouched();
    }
    let text = compose(body, &clauses, &kept, end);
    Judged { text, offers }
}

const ENDS: &[char] = &['.', '!', '?', '…', '。', '！', '？', '*', '_'];

/// How much of a sentence that may go on is shown whatever follows, in bytes.
pub(super) fn sure(beginning: &str, in_list: bool) -> usize {
    let clauses = clauses(beginning, true);
    let mut shown = 0;
    let readings = readings(beginning, &clauses, in_list, true);
    for (clause, reading) in clauses.iter().zip(&readings) {
        // Signs alone, such as a quotation mark, tell nothing of the words that follow them.
        if !beginning[clause.start..clause.end].contains(char::is_alphanumeric) {
            break;
        }
        match reading {
            Reading::Plain if clause.end == beginning.len() => shown = loose_end(beginning),
            Reading::Plain => shown = clause.end,
            Reading::Leading { .. } => {}
            Reading::Instruction(_) | Reading::Open => break,
        }
    }
    shown
}

/// Whether nothing of the sentence is ever shown before it is whole, and it announces what follows.
pub(super) fn is_heading(sentence: &str, in_list: bool) -> bool {
    let body = sentence.trim_end_matches(['*', '_']);
    let Some(body) = body.strip_suffix([':', '：']) else { return false };
    if body.len() > LONGEST_HEADING {
        return false;
    }
    let clauses = clauses(body, false);
    let readings = readings(body, &clauses, in_list, false);
    let beginnings = || sentence.char_indices().map(|(at, _)| &sentence[..at]).chain([sentence]);
    readings.iter().all(|reading| matches!(reading, Reading::Leading { tells: false }))
        && beginnings().all(|beginning| sure(beginning, in_list) == 0)
}

/// Longer sentences are no headings.
const LONGEST_HEADING: usize = 100;

fn is_chinese(clause: &str) -> bool {
    clause.chars().find(|letter| letter.is_alphanumeric()).is_some_and(is_han)
}

fn readings(text: &str, clauses: &[Clause], in_list: bool, open: bool) -> Vec<Reading> {
    let mut around =
        Around { joint: Joint::None, open: false, in_list, spoken_to: false, told: false };
    let mut found = Vec::new();
    for (number, clause) in clauses.iter().enumerate() {
        around.joint = clause.kind;
        around.open = open && number + 1 == clauses.len();
        let reading = read(text, clause, around);
        let words = &text[clause.start..clause.end];
        match &reading {
            Reading::Plain => {
                let goes_on = clause.kind == Joint::Means;
                around.spoken_to = speaks_to(words) || goes_on && around.spoken_to;
                around.told |= tells(words);
            }
            Reading::Leading { .. } | Reading::Instruction(_) => around.spoken_to = true,
            Reading::Open => {}
        }
        found.push(reading);
    }
    found
}

fn read(text: &str, clause: &Clause, around: Around) -> Reading {
    let reading = read_words(text, clause, around);
    if reading != Reading::Plain || !around.open {
        return reading;
    }
    // The last letters may be the joint of another clause, so that this one ends before them.
    let end = clause.start + loose_end(&text[clause.start..clause.end]);
    let without = Clause { end, ..*clause };
    match end < clause.end {
        true if read_words(text, &without, Around { open: false, ..around }) != Reading::Plain => {
            Reading::Open
        }
        _ => reading,
    }
}

fn read_words(text: &str, clause: &Clause, around: Around) -> Reading {
    let words = &text[clause.start..clause.end];
    if words.trim().is_empty() {
        return if around.open { Reading::Open } else { Reading::Plain };
    }
    if is_chinese(words) {
        chinese::read(words, around)
    } else if clause.kind == Joint::Means {
        english::read_means(&text[clause.joint..clause.end], words, around)
    } else {
        english::read(words, around)
    }
}

fn speaks_to(words: &str) -> bool {
    if is_chinese(words) { chinese::speaks_to(words) } else { english::speaks_to(words) }
}

fn tells(words: &str) -> bool {
    if is_chinese(words) { chinese::tells(words) } else { english::tells(words) }
}

/// Which clauses stay, and what is offered; nothing where the sentence is better left alone.
fn fates(text: &str, clauses: &[Clause], readings: &[Reading]) -> Option<(Vec<bool>, Vec<Offer>)> {
    let mut stays: Vec<Option<bool>> = vec![None; clauses.len()];
    let mut offers = Vec::new();
    let mut after_instruction = false;
    for (number, reading) in readings.iter().enumerate() {
        let clause = clauses[number];
        if clause.kind == Joint::Fresh {
            after_instruction = false;
        }
        stays[number] = match reading {
            Reading::Instruction(found) => {
                offers.extend(found.iter().cloned());
                after_instruction = true;
                Some(false)
            }
            Reading::Leading { .. } => None,
            Reading::Plain | Reading::Open if after_instruction => {
                match sequel(&text[clause.start..clause.end]) {
                    Sequel::Stays => {
                        after_instruction = false;
                        Some(true)
                    }
                    Sequel::Goes(found) => {
                        offers.extend(found);
                        Some(false)
                    }
                }
            }
            Reading::Plain | Reading::Open => Some(true),
        };
    }
    let mut next = None;
    let mut kept = vec![true; clauses.len()];
    for number in (0..clauses.len()).rev() {
        let before = stays[..number].iter().rev().find_map(|fate| *fate);
        let fate = stays[number].or(next).or(before).unwrap_or(true);
        if matches!(readings[number], Reading::Leading { tells: true }) && !fate {
            return None;
        }
        kept[number] = fate;
        next = Some(fate);
    }
    Some((kept, offers))
}

fn sequel(words: &str) -> Sequel {
    if words.trim().is_empty() {
        Sequel::Goes(Vec::new())
    } else if is_chinese(words) {
        chinese::sequel(words)
    } else {
        english::sequel(words)
    }
}

/// Whether what is taken out, run by run, opens and closes as many brackets and emphases.
fn is_balanced(text: &str, clauses: &[Clause], kept: &[bool]) -> bool {
    let mut runs = vec![String::new()];
    for (clause, kept) in clauses.iter().zip(kept) {
        let part = &text[clause.joint..clause.end];
        match runs.last_mut() {
            Some(run) if !kept => run.push_str(part),
            _ => runs.push(String::new()),
        }
    }
    let all_gone = kept.iter().all(|kept| !kept);
    all_gone
        || runs.iter().all(|run| {
            let count = |signs: &[char]| run.matches(signs).count();
            count(&['(', '（']) == count(&[')', '）']) && count(&['*', '_']) % 4 == 0
        })
}

fn compose(text: &str, clauses: &[Clause], kept: &[bool], end: &str) -> String {
    let mut out = String::new();
    let mut gone_before = false;
    for (clause, kept) in clauses.iter().zip(kept) {
        let words = &text[clause.start..clause.end];
        match (kept, out.is_empty()) {
            (false, _) => gone_before = true,
            (true, true) if gone_before => out.push_str(&as_beginning(text, words)),
            (true, _) => out.push_str(&text[clause.joint..clause.end]),
        }
    }
    if !out.is_empty() {
        let trimmed = out.trim_end().len();
        out.truncate(trimmed);
        out.push_str(end);
    }
    out
}

/// Words that stood in a sentence, at its beginning.
fn as_beginning(sentence: &str, words: &str) -> String {
    if is_chinese(words) {
        return chinese::as_beginning(words);
    }
    let words = english::as_beginning(words);
    let was_capital = sentence
        .chars()
        .find(|letter| letter.is_alphabetic())
        .is_some_and(|first| !first.is_lowercase());
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if was_capital => first.to_uppercase().chain(letters).collect(),
        _ => words,
    }
}
