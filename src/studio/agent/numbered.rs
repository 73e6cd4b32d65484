//! Wishes that are numbered: `1. mute bikes 2. make it square`, `两件事：一、村徽挪到左下角；二、标题挪到顶上`.
//!
//! A number before a wish is no piece of that number, and what leads to the list (`two changes:`) asks for nothing. Both are
//! taken away before anything else of a sentence is read. What is quoted stays as it was written.

use super::words::{self, LISTS, Link, Name, Sense, Token, Verb, quoted_at};

/// What stands before a list has at most so many letters.
const LONGEST_HEAD: usize = 40;

/// A number before a wish.
struct Mark {
    at: usize,
    length: usize,
}

/// A sentence without the numbers of its wishes and what leads to them, if it has any.
pub fn without_numbers(sentence: &str) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let head = head(&letters);
    let marks = marks(&letters, head);
    if head == 0 && marks.is_empty() {
        return None;
    }
    Some(without(&letters, head, &marks))
}

/// A told film without the numbers of its pieces: `put these together: 1) hall 3s 2) choir 6s`, `按 1.豆子3秒 2.手冲5秒 排一条`.
pub fn without_numbers_of_pieces(sentence: &str) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let begins =
        |at: &usize| at.checked_sub(1).is_none_or(|before| " :：\n".contains(letters[before]));
    let first =
        (0..letters.len()).filter(begins).find(|at| figure(&letters[*at..], 1).is_some())?;
    let marks = in_order(&letters, first, figure);
    (marks.len() > 1 && each_wants_something(&letters, &marks))
        .then(|| without(&letters, 0, &marks))
}

/// What stands behind the head, with marks in the place of numbers.
fn without(letters: &[char], head: usize, marks: &[Mark]) -> String {
    let mut written = String::new();
    let mut at = head;
    for (number, mark) in marks.iter().enumerate() {
        written.extend(&letters[at..mark.at]);
        let chinese = written.chars().last().is_some_and(|last| !last.is_ascii());
        let parted = number == 0 || written.trim_end().ends_with(is_break);
        written.push_str(match (parted, chinese) {
            (true, _) => "",
            (false, true) => "；",
            (false, false) => "; ",
        });
        at = mark.at + mark.length;
    }
    written.extend(&letters[at..]);
    written.trim_start().to_owned()
}

/// `First take out the picture of the pipes, then …`: the wish is the first, and not a piece.
pub fn without_first_of_all(sentence: &str, names: &[Name]) -> Option<String> {
    const FIRST: &str = "first ";
    let rest = sentence.get(..FIRST.len()).filter(|head| head.eq_ignore_ascii_case(FIRST))?;
    let rest = &sentence[rest.len()..];
    let tokens = words::in_measures(rest, names);
    let [verb, next, ..] = &tokens[..] else { return None };
    let of = next.sense() == Some(Sense::Link(Link::Of));
    (edits(verb) && !of).then(|| rest.to_owned())
}

/// A verb that is no name of a piece: not `first take`, `first show the kiln`.
fn edits(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Verb(
            Verb::Remove
                | Verb::Change
                | Verb::Trim
                | Verb::Mute
                | Verb::Swap
                | Verb::Rotate
                | Verb::Crop
                | Verb::Duck
                | Verb::Reverse
                | Verb::Duplicate
        ))
    )
}

fn is_break(letter: char) -> bool {
    ".;:,!?。；：，！？、\n".contains(letter)
}

/// `two things:`, `有三处要改：`: where what stands before the list ends.
fn head(letters: &[char]) -> usize {
    let colon = letters.iter().take(LONGEST_HEAD).position(|letter| matches!(letter, ':' | '：'));
    let Some(colon) = colon else { return 0 };
    let said: String = letters[..colon].iter().collect::<String>().to_lowercase();
    let last = said.split_whitespace().rev().any(|word| LISTS.heads_a_list.has(word));
    let counted = LISTS.so_many_things.iter().any(|many| said.trim_start().starts_with(many));
    let chinese = !said.is_ascii() && LISTS.heads_a_list.is_within(&said);
    if counted && (last || chinese) { colon + 1 } else { 0 }
}

/// The numbers 1, 2 and so on, each of the same sort, the first at the beginning.
fn marks(letters: &[char], from: usize) -> Vec<Mark> {
    SORTS
        .iter()
        .map(|sort| in_order(letters, from, *sort))
        .find(|marks| marks.len() > 1 && each_wants_something(letters, marks))
        .unwrap_or_default()
}

/// Not `first, second, third: 3 seconds each`.
fn each_wants_something(letters: &[char], marks: &[Mark]) -> bool {
    let ends = marks.iter().skip(1).map(|mark| mark.at).chain([letters.len()]);
    marks.iter().zip(ends).all(|(mark, end)| {
        let wish = &letters[mark.at + mark.length..end];
        wish.iter().filter(|letter| letter.is_alphanumeric()).count() > 1
    })
}

/// How many letters a number of a sort takes at a place.
type Sort = fn(&[char], usize) -> Option<usize>;

const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨";

const SORTS: [Sort; 2] = [figure, word];

fn in_order(letters: &[char], from: usize, sort: Sort) -> Vec<Mark> {
    let (mut marks, mut at): (Vec<Mark>, usize) = (Vec::new(), from);
    while at < letters.len() {
        if let Some(quoted) = quoted_at(letters, at) {
            at += quoted.length;
            continue;
        }
        let before = letters[from..at].iter().rev().find(|letter| **letter != ' ');
        let open = match before {
            None => true,
            Some(_) if CIRCLED.contains(letters[at]) => !marks.is_empty(),
            Some(before) => !marks.is_empty() && (is_break(*before) || letters[at - 1] == ' '),
        };
        match open.then(|| sort(&letters[at..], marks.len() + 1)).flatten() {
            Some(length) => {
                marks.push(Mark { at, length });
                at += length;
            }
            None if marks.is_empty() && letters[at] != ' ' => return marks,
            None => at += 1,
        }
    }
    marks
}

/// `1.`, `2)`, `(3)`, `一、`, `②`.
fn figure(rest: &[char], number: usize) -> Option<usize> {
    const CHINESE: &str = "一二三四五六七八九";
    let nth = |letters: &str| letters.chars().nth(number - 1);
    if number > CHINESE.chars().count() {
        return None;
    }
    if rest.first().copied() == nth(CIRCLED) {
        return Some(1);
    }
    let open = usize::from(matches!(rest.first(), Some('(' | '（')));
    let digit = rest.get(open).copied()?;
    let fits = Some(digit) == char::from_digit(u32::try_from(number).ok()?, 10)
        || Some(digit) == nth(CHINESE);
    let next = rest.get(open + 1).copied()?;
    let closes = if open == 1 {
        matches!(next, ')' | '）')
    } else {
        matches!(next, '、' | ')' | '）' | '．')
            || (next == '.' && rest.get(open + 2).is_none_or(|letter| !letter.is_ascii_digit()))
    };
    (fits && closes).then_some(open + 2)
}

/// `first, …`, `secondly …`, `第一，…`, `二是…`.
fn word(rest: &[char], number: usize) -> Option<usize> {
    let written: String = rest.iter().take(LONGEST_HEAD).collect::<String>().to_lowercase();
    let counts = LISTS.counts_off.iter().find(|counts| counts.is == number.to_string())?;
    counts.words.iter().find_map(|word| {
        let behind = written.strip_prefix(word)?;
        let mark = behind.starts_with([',', '，', '、', ':', '：']);
        let alone =
            word.ends_with(['是', '来']) || (word.ends_with("ly") && behind.starts_with(' '));
        (mark || alone).then(|| word.chars().count() + usize::from(mark))
    })
}
