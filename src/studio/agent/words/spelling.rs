//! Small typing errors: one letter too many, too few, swapped, or hit beside the right key.
//!
//! Only words of four letters or more are helped, and their first letter must be right, if only in the
//! second place: shorter ones are too often another word. English words that are one slip from a word of
//! the vocabulary stand in it under `not-slips` and are left alone.

/// Words shorter than this are taken as they stand.
pub const LEAST: usize = 4;

/// From this length on any one wrong letter is forgiven, not only one beside the right key.
const LONG: usize = 7;

const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// Whether `written` is `word` with one slip of the fingers.
pub fn is_slip_of(written: &[char], word: &[char]) -> bool {
    if written.len() < LEAST || word.len() < LEAST {
        return false;
    }
    let swapped = written[0] == word[1] && written[1] == word[0];
    if written[0] != word[0] && !swapped {
        return false;
    }
    let is_long = written.len() >= LONG;
    let same = written.iter().zip(word).take_while(|(one, other)| one == other).count();
    let (left, right) = (&written[same..], &word[same..]);
    match (left, right) {
        ([_, rest @ ..], right) if rest == right => true,
        (left, [_, rest @ ..]) if rest == left => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        ([a, rest @ ..], [b, others @ ..]) => rest == others && (is_long || are_neighbours(*a, *b)),
        _ => false,
    }
}

/// Whether a word of a longer phrase was written with a slip: letters are missing, doubled or swapped, but none is
/// another one, as that would often be another word.
pub fn is_slip_within(written: &[char], word: &[char]) -> bool {
    const SHORT: usize = 3;
    if written.len() < SHORT || word.len() < SHORT {
        return false;
    }
    let same = written.iter().zip(word).take_while(|(one, other)| one == other).count();
    match (&written[same..], &word[same..]) {
        ([_, rest @ ..], right) if rest == right => true,
        (left, [_, rest @ ..]) if rest == left && word.len() > SHORT => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) => a == d && b == c && rest == others,
        _ => false,
    }
}

/// Whether two keys of the usual keyboard touch.
fn are_neighbours(one: char, other: char) -> bool {
    let place = |letter| {
        let found = |row: &&str| row.chars().position(|key| key == letter);
        ROWS.iter().enumerate().find_map(|(number, row)| Some((number, found(row)?)))
    };
    match (place(one), place(other)) {
        (Some((row, key)), Some((other_row, other_key))) => {
            row.abs_diff(other_row) <= 1 && key.abs_diff(other_key) <= 1
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slip(written: &str, word: &str) -> bool {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        is_slip_of(&letters(written), &letters(word))
    }

    #[test]
    fn one_slip_is_forgiven() {
        for (written, word) in [
            ("tirle", "title"),
            ("titel", "title"),
            ("tiitle", "title"),
            ("trnsition", "transition"),
            ("transitions", "transition"),
            ("ermove", "remove"),
            ("clpi", "clip"),
            ("trasnition", "transition"),
            ("duplicete", "duplicate"),
        ] {
            assert!(slip(written, word), "{written}");
        }
    }

    #[test]
    fn another_word_is_not() {
        for (written, word) in [
            ("mother", "other"),
            ("clops", "chips"),
            ("move", "remove"),
            ("cut", "cat"),
            ("tible", "title"),
        ] {
            assert!(!slip(written, word), "{written}");
        }
    }
}
