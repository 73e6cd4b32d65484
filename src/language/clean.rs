//! What of a text may be shown to people: on the screen, in a line of output, in an error.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// The text without anything that steers a terminal or hides from the eye: control characters (C0,
/// C1, delete), whole escape sequences, direction overrides and isolates, invisible and tag
/// characters. Line breaks stay, tabs become spaces. Letters that are written from right to left stay:
/// it is only the marks that turn other words round that go.
///
/// A zero-width joiner stays between two pictures, which become one by it, and after the sign that
/// joins letters in the scripts of India. A variation selector stays behind what has variants.
///
/// Cleaning what is clean changes nothing, and lines are cleaned one by one: a whole text is clean
/// when its lines are.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n'))
        || !text.chars().any(is_doubtful)
    {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{1b}' => skip_escape(&mut letters),
            '\u{9b}' => skip_control_sequence(&mut letters),
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => skip_string(&mut letters),
            '\t' => kept.push_str("  "),
            '\n' => kept.push('\n'),
            JOINER if joins(&kept, letters.peek()) => kept.push(JOINER),
            JOINER => {}
            _ if is_selector(letter) => {
                if kept.chars().next_back().is_some_and(|before| has_variants(before, letter)) {
                    kept.push(letter);
                }
            }
            _ if is_unfit(letter) => {}
            _ => kept.push(letter),
        }
    }
    Cow::Owned(kept)
}

/// What is left out, or stays only in its place.
fn is_doubtful(letter: char) -> bool {
    letter != '\n' && (letter == JOINER || is_selector(letter) || is_unfit(letter))
}

const JOINER: char = '\u{200d}';

fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn joins(kept: &str, next: Option<&char>) -> bool {
    let Some(before) = kept.chars().next_back() else { return false };
    let is_virama = matches!(
        before,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
    );
    is_virama || next.is_some_and(|next| is_picture(*next) && is_one(kept, *next))
}

/// Whether a joiner makes one picture of what stands last and what comes. Not every sign that is drawn as
/// a picture is one that joins; a joiner between two that do not would stand in a cell by itself.
fn is_one(kept: &str, next: char) -> bool {
    let last = kept.graphemes(true).next_back().unwrap_or_default();
    let joined: String = last.chars().chain([JOINER, next]).collect();
    joined.graphemes(true).count() == 1
}

/// What is a picture, or can be drawn as one.
fn is_picture(letter: char) -> bool {
    matches!(
        letter,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
            | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{24c2}'
            | '\u{25aa}'..='\u{27bf}' | '\u{2934}' | '\u{2935}' | '\u{2b00}'..='\u{2bff}'
            | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}'
    )
}

fn has_variants(letter: char, selector: char) -> bool {
    let is_ideograph = matches!(
        letter,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
    );
    let is_key = letter.is_ascii_digit() || matches!(letter, '#' | '*');
    match selector {
        '\u{fe0e}' | '\u{fe0f}' => is_picture(letter) || is_key || is_ideograph,
        _ => is_ideograph,
    }
}

type Letters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn skip_escape(letters: &mut Letters<'_>) {
    match letters.peek() {
        Some('[') => {
            letters.next();
            skip_control_sequence(letters);
        }
        Some(']' | 'P' | '^' | '_' | 'X') => skip_string(letters),
        Some(letter) if letter.is_ascii() && !letter.is_ascii_control() => {
            letters.next();
        }
        _ => {}
    }
}

/// Parameters, then one letter that ends it.
fn skip_control_sequence(letters: &mut Letters<'_>) {
    while letters.next_if(|letter| matches!(letter, ' '..='?')).is_some() {}
    letters.next_if(|letter| matches!(letter, '@'..='~'));
}

/// A title, a link or the like: up to a bell or ST, but never past the line.
fn skip_string(letters: &mut Letters<'_>) {
    while let Some(letter) = letters.next_if(|letter| *letter != '\n') {
        match letter {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                letters.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

fn is_unfit(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        for (text, kept) in [
            ("plain", "plain"),
            ("two\nlines", "two\nlines"),
            ("\u{1b}[31mred\u{1b}[0m", "red"),
            ("\u{1b}]0;title\u{7}after", "after"),
            ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
            ("\u{9b}2Jc1", "c1"),
            ("\u{9d}0;title\u{9c}after", "after"),
            ("a\u{1b}", "a"),
            ("bell\u{7} back\u{8}", "bell back"),
            ("abc\u{202e}gpj.exe", "abcgpj.exe"),
            ("zero\u{200b}width\u{feff}", "zerowidth"),
            ("a\tb", "a  b"),
            ("👩\u{200d}👧 ✈\u{fe0f}", "👩\u{200d}👧 ✈\u{fe0f}"),
            ("❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}", "❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}"),
            ("👩🏽\u{200d}🚀", "👩🏽\u{200d}🚀"),
            ("*\u{fe0f}\u{200d}👩 ←\u{200d}👩", "*\u{fe0f}👩 ←👩"),
            ("葛\u{e0100}", "葛\u{e0100}"),
            ("क\u{94d}\u{200d}ष", "क\u{94d}\u{200d}ष"),
            ("a\u{200d}b\u{fe0f} \u{fe0f}👩\u{200d}", "ab 👩"),
            ("a\u{2066}b\u{2069}\u{e0041}\u{3164}c", "abc"),
            ("غروب\u{200f} שקיעה", "غروب שקיעה"),
            ("\u{1b}P1;2q#0\u{1b}\\after \u{1b}_Gx\u{1b}\\this", "after this"),
        ] {
            assert_eq!(clean(text), kept, "{text:?}");
        }
    }

    /// Text in which what is unfit comes often.
    fn any_text() -> impl Strategy<Value = String> {
        let letter = prop_oneof![
            any::<char>(),
            prop::sample::select("ab \n\t\u{1b}[]P\\;0m\u{7}\u{9b}\u{9d}\u{9c}\u{202e}\u{2066}\u{200d}\u{fe0f}\u{e0041}\u{e0100}\u{200b}👩葛❤غ".chars().collect::<Vec<_>>()),
        ];
        prop::collection::vec(letter, 0..40).prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn what_is_clean_is_plain_to_see_and_stays_as_it_is(text in any_text()) {
            let kept = clean(&text).into_owned();
            prop_assert!(kept.chars().all(|letter| letter == '\n' || !is_unfit(letter)), "{kept:?}");
            prop_assert_eq!(clean(&kept), kept.as_str());
        }

        #[test]
        fn a_text_is_clean_when_its_lines_are(text in any_text()) {
            let lines: Vec<_> = text.split('\n').map(clean).collect();
            prop_assert_eq!(clean(&text), lines.join("\n"));
        }
    }
}
