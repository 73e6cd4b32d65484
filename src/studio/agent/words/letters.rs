//! Letters made alike: full-width forms, traditional characters, case, and the many kinds of apostrophe, dash and space.
//!
//! One letter stays one letter, so that a place in the result is a place in the sentence as it was
//! written, and an answer can repeat a word as the person spelt it.

use super::lexicon::{is_counter, unit_at};
use super::quote::quoted_at;
use super::traditional::simplified;

/// The sentence as letters that compare equal where people mean the same.
pub fn alike(sentence: &str) -> Vec<char> {
    let mut letters: Vec<char> = sentence.chars().map(letter_alike).collect();
    // "Teh other two as they are".
    for at in 0..letters.len().saturating_sub(2) {
        let apart = |at: Option<usize>| {
            at.and_then(|at| letters.get(at)).is_none_or(|letter| !is_latin(*letter))
        };
        if letters[at..].starts_with(&['t', 'e', 'h'])
            && apart(at.checked_sub(1))
            && apart(Some(at + 3))
        {
            letters.swap(at + 1, at + 2);
        }
    }
    letters
}

/// `两被速` is `两倍速`: a slip of the input method that nothing else can be.
pub fn without_slips(mut letters: Vec<char>) -> Vec<char> {
    const NUMBERS: &str = "0123456789一二两三四五六七八九十半几";
    for at in 1..letters.len() {
        let counts = NUMBERS.contains(letters[at - 1]);
        let over =
            letters.get(at + 1).is_none_or(|next| !is_han(*next) || "速的播吧".contains(*next));
        if letters[at] == '被' && counts && over {
            letters[at] = '倍';
        }
        // "亮度将10%": nothing is done to a share.
        let share = letters.get(at + 1..).is_some_and(|rest| {
            let digits = rest.iter().take_while(|letter| letter.is_ascii_digit()).count();
            digits > 0 && rest.get(digits) == Some(&'%')
        });
        if letters[at] == '将' && share && is_han(letters[at - 1]) {
            letters[at] = '降';
        }
    }
    letters
}

/// `秒`, `倍`, `张`: what a number before it counts.
fn is_counted(letters: &[char], at: usize) -> bool {
    unit_at(letters, at).is_some() || is_counter(letters[at]) || "帧倍度".contains(letters[at])
}

/// Commas for the spaces and little pictures between Chinese words, but not in what is quoted, nor before what a number
/// counts: `样张C挪到最前 那张最能打`, `宝宝最爱大象🐘大象放最后`, `海边放 6 秒`.
pub fn marks_for_spaces(sentence: &str) -> Option<String> {
    let letters: Vec<char> = sentence.trim().chars().collect();
    let ends_a_word = |letter: char| is_han(letter) || "0123456789%秒”’」\"".contains(letter);
    let parts = |at: usize| {
        at > 0
            && (letters[at] == ' ' || is_little_picture(letters[at]))
            && ends_a_word(letters[at - 1])
            && letters.get(at + 1).is_some_and(|next| is_han(*next))
            && !(letters[at - 1].is_ascii_digit() && is_counted(&letters, at + 1))
    };
    let (mut marked, mut at, mut found) = (String::new(), 0, false);
    while at < letters.len() {
        if let Some(quoted) = quoted_at(&letters, at) {
            marked.extend(&letters[at..at + quoted.length]);
            at += quoted.length;
            continue;
        }
        found |= parts(at);
        marked.push(if parts(at) { '，' } else { letters[at] });
        at += 1;
    }
    found.then_some(marked)
}

const fn is_little_picture(letter: char) -> bool {
    matches!(letter, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}')
}

fn letter_alike(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => half_width(letter).to_ascii_lowercase(),
        '\u{3000}' | '\u{a0}' | '\t' => ' ',
        '’' | '‘' | '`' => '\'',
        '–' | '—' | '−' | '‐' | '‑' | '〜' => '-',
        '×' => 'x',
        '。' => '\n',
        _ if letter.is_ascii() => letter.to_ascii_lowercase(),
        _ => simplified(letter),
    }
}

/// The ASCII character that a full-width form stands for.
fn half_width(letter: char) -> char {
    char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter)
}

/// Whether a letter belongs to the words that spaces part.
pub fn is_latin(letter: char) -> bool {
    letter.is_alphanumeric() && !is_han(letter)
}

/// Whether a letter is a Chinese character, which no space parts from the next.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2fa1f}')
}

/// Whether a word of Latin letters that ends before `at` is over there.
pub fn ends_word(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| letters.get(before));
    let after = letters.get(at);
    !(before.is_some_and(|letter| is_latin(*letter)) && after.is_some_and(|l| is_latin(*l)))
}

/// How many spaces stand at a place.
pub fn spaces(letters: &[char], at: usize) -> usize {
    letters[at.min(letters.len())..].iter().take_while(|letter| **letter == ' ').count()
}

/// How many letters of a phrase's length match at a place; a space in the phrase stands for any
/// number of spaces or one hyphen.
pub fn phrase_at(letters: &[char], at: usize, phrase: &[char]) -> Option<usize> {
    written_at(letters, at, phrase.iter().copied())
}

/// The same of a phrase by its letters.
pub fn written_at(
    letters: &[char],
    at: usize,
    phrase: impl Iterator<Item = char>,
) -> Option<usize> {
    phrase_within(letters, at, phrase).filter(|length| ends_word(letters, at + length))
}

/// The same, where digits may follow at once: the `m` of `1m20s`.
pub fn unit_phrase_at(letters: &[char], at: usize, phrase: &[char]) -> Option<usize> {
    let is_over =
        |end: usize| letters.get(end).is_none_or(char::is_ascii_digit) || ends_word(letters, end);
    phrase_within(letters, at, phrase.iter().copied()).filter(|length| is_over(at + length))
}

fn phrase_within(letters: &[char], at: usize, phrase: impl Iterator<Item = char>) -> Option<usize> {
    let mut end = at;
    for expected in phrase {
        if expected == ' ' {
            let gap = spaces(letters, end);
            end += if gap > 0 { gap } else { usize::from(letters.get(end) == Some(&'-')) };
            if gap == 0 && letters.get(end.wrapping_sub(1)) != Some(&'-') {
                return None;
            }
        } else if letters.get(end) == Some(&expected) {
            end += 1;
        } else {
            return None;
        }
    }
    Some(end - at)
}

/// `戒指这一镜`, `第三镜`: a shot that is counted is a piece as any other, and glasses and mirrors are none.
pub fn shots_as_pieces(mut letters: Vec<char>) -> Vec<char> {
    for at in 1..letters.len() {
        let counted = letters[at - 1].is_ascii_digit()
            || "一二两俩三四五六七八九十几每这那首末尾".contains(letters[at - 1]);
        let other = letters.get(at + 1).is_some_and(|next| "头像子片面框到.".contains(*next));
        if letters[at] == '镜' && counted && !other {
            letters[at] = '段';
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_case_make_no_difference() {
        let written: String = alike("ＡＤＤ　Ｍｕｓｉｃ：３０％").into_iter().collect();
        assert_eq!(written, "add music:30%");
    }

    #[test]
    fn a_phrase_matches_over_spaces_and_hyphens_but_not_inside_a_word() {
        let phrase: Vec<char> = "cross fade".chars().collect();
        for (written, length) in
            [("cross  fade", Some(11)), ("cross-fade in", Some(10)), ("cross fader", None)]
        {
            assert_eq!(phrase_at(&alike(written), 0, &phrase), length, "{written}");
        }
    }
}
