//! Chinese words, wrapped by a parser that counts each character as one cell and breaks at blanks alone.
//!
//! Behind each wide character goes one that is counted too and taken away again from what was written: a
//! blank where a line may be broken, else a joiner, so that no line begins with a comma.

use unicode_width::UnicodeWidthChar;

/// Shows nothing, and no line is broken at it.
const JOINER: char = '\u{2060}';

fn is_wide(letter: char) -> bool {
    letter.width() == Some(2)
}

/// With what makes each wide character count as two.
pub(super) fn counted(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut counted = String::new();
    while let Some(letter) = letters.next() {
        counted.push(letter);
        if !is_wide(letter) {
            continue;
        }
        let opens = "（“《「".contains(letter);
        let joins =
            letters.peek().is_none_or(|next| "，。；：、）”》」？！…,.;:)]".contains(*next));
        counted.push(if opens || joins { JOINER } else { ' ' });
    }
    counted
}

/// Without it again. A line that was broken at such a blank has none there.
pub(super) fn uncounted(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        plain.push(letter);
        if is_wide(letter) {
            letters.next_if(|next| *next == ' ' || *next == JOINER);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wide_character_counts_as_two_and_comes_back_as_one() {
        let words = "用 --cloud（云端），或“本机”：一、二。";
        let counted = counted(words);
        assert_eq!(counted.chars().count(), unicode_width::UnicodeWidthStr::width(words));
        assert_eq!(uncounted(&counted), words);
        assert!(
            counted.split(' ').all(|piece| !piece.starts_with(['，', '）', '。'])),
            "{counted}"
        );
    }
}
