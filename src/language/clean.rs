//! What of a text may be shown to people: on the screen, in a line of output, in an error.

use std::borrow::Cow;

/// The text without anything that steers a terminal or hides from the eye: control characters (C0,
/// C1, delete), whole escape sequences, direction overrides, invisible and tag characters. Line
/// breaks stay, tabs become spaces. The zero-width joiner and the variation selectors stay, because
/// emoji are made with them.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|letter| letter != '\n' && is_unfit(letter)) {
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
            _ if is_unfit(letter) => {}
            _ => kept.push(letter),
        }
    }
    Cow::Owned(kept)
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
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
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
        ] {
            assert_eq!(clean(text), kept, "{text:?}");
        }
    }
}
