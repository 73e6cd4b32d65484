//! Captions for a new film that is to have words, where nobody said which: what the names of the files say.

use super::super::operation::main_video;
use super::super::request::{Dress, NewText, Pieces, Reference, Request, When, Which};
use super::super::words::LISTS;
use crate::draft::{Draft, Millis, Segment, TextPlace};

/// Shorter pieces are gone before their words are read.
const LEAST: Millis = Millis(1500);

/// A caption over each piece whose file's name has words.
pub fn of(draft: &Draft) -> Vec<Request> {
    let caption = |piece: &Segment| {
        let words = words(piece.source.as_ref()?).filter(|_| piece.duration >= LEAST)?;
        let on = Reference { pieces: Pieces::Any, which: Which::Known(vec![piece.id.clone()]) };
        Some(Request::AddText(NewText {
            words,
            place: TextPlace::Bottom,
            when: When::During(on),
            dress: Dress::default(),
            there: None,
        }))
    };
    main_video(draft).iter().filter_map(caption).collect()
}

/// The words of a file's name: `01-sunset_beach.jpg` is `Sunset beach`.
pub fn words(name: &str) -> Option<String> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let parts = stem.split(|letter: char| !letter.is_alphabetic()).filter(|part| !part.is_empty());
    let telling = |part: &&str| {
        let has_han = !part.is_ascii();
        (has_han || part.len() >= 3) && !LISTS.camera_names.has(part)
    };
    let parts: Vec<&str> = parts.filter(telling).collect();
    let joined = parts.join(" ");
    let mut letters = joined.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_with_words_are_told_and_those_of_cameras_are_not() {
        assert_eq!(words("01-sunset_beach.jpg").as_deref(), Some("Sunset beach"));
        assert_eq!(words("海边日落2.jpg").as_deref(), Some("海边日落"));
        for empty in ["IMG_2034.jpg", "a.jpg", "20260504_101112.mp4", "DSC-01.png"] {
            assert_eq!(words(empty), None, "{empty}");
        }
    }
}
