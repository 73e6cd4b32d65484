//! How long a piece of a told film is seen, told behind a mark: `start with bunny, then the hall, hold it for 6 seconds`,
//! `先放bunny.mp4，再放春游，停6秒`.
//!
//! It is of the piece before the mark, and is joined to it before the film is read: by itself it may be of any piece or words.

use super::words::{self, LISTS, Meaning, Name};

const MARKS: [char; 4] = [',', '，', ';', '；'];
const ENDS: [char; 6] = [',', '，', ';', '；', '.', '。'];

/// A told film with such lengths joined to their pieces, if it has any.
pub fn held_behind(sentence: &str, names: &[Name]) -> Option<String> {
    let mut joined = sentence.to_owned();
    for (at, mark) in sentence.char_indices().rev().filter(|(_, letter)| MARKS.contains(letter)) {
        let behind = &sentence[at + mark.len_utf8()..];
        let part = &behind[..behind.find(ENDS).unwrap_or(behind.len())];
        let before = sentence[..at].rsplit(MARKS).next().unwrap_or_default();
        if let Some(held) = held(part).filter(|_| names_a_piece_alone(before, names)) {
            joined.replace_range(at..at + mark.len_utf8() + part.len(), &held);
        }
    }
    (joined != sentence).then_some(joined)
}

/// `hold it for 6 seconds`: nothing but that it is seen, and how long.
fn held(part: &str) -> Option<String> {
    let small = part.to_lowercase();
    let said = small.trim();
    let found = LISTS.held_behind_a_piece.iter().filter_map(|words| said.strip_prefix(words));
    let length = found.min_by_key(|length| length.len())?.trim();
    let tokens = words::in_measures(length, &[]);
    let is_a_time = matches!(tokens.as_slice(), [only] if matches!(only.meaning, Meaning::Time(_)));
    let leads = if part.is_ascii() { " for " } else { "停" };
    is_a_time.then(|| format!("{leads}{length}"))
}

/// Whether a part names a piece and tells no length of it.
fn names_a_piece_alone(part: &str, names: &[Name]) -> bool {
    let tokens = words::in_measures(part, names);
    let is_told = |meaning: &Meaning| {
        matches!(meaning, Meaning::Time(_) | Meaning::Quote(_) | Meaning::Number(_))
    };
    let seen = |meaning: &Meaning| matches!(meaning, Meaning::File(_, kind) if kind.is_visual());
    tokens.iter().any(|token| seen(&token.meaning))
        && !tokens.iter().any(|token| is_told(&token.meaning))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::MediaKind;

    #[test]
    fn a_length_behind_a_piece_is_of_that_piece() {
        let names =
            [Name::new("bunny.mp4", MediaKind::Video), Name::new("hall.jpg", MediaKind::Image)];
        for (said, joined) in [
            (
                "bunny, then the hall, hold it for 6 seconds; title \"A\"",
                Some("bunny, then the hall for 6 seconds; title \"A\""),
            ),
            ("先放bunny，再放hall，停6秒", Some("先放bunny，再放hall停6秒")),
            ("the hall for 3 seconds, hold 6 seconds", None),
            ("the hall, hold the title for 6 seconds", None),
            ("hall and bunny, 6 seconds each", None),
        ] {
            assert_eq!(held_behind(said, &names).as_deref(), joined, "{said}");
        }
    }
}
