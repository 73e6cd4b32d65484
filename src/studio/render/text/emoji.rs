//! Which characters are meant as emoji, though fonts for words have them, too.
//!
//! Hearts, suns and stars are in many a font for words, as plain signs. Unicode says which of them are pictures by
//! themselves, and a selector behind any other one makes it a picture.

use unicode_segmentation::UnicodeSegmentation;

/// Says of the character before it that it is a picture.
const AS_PICTURE: char = '\u{fe0f}';
/// Says that it is a plain sign.
const AS_SIGN: char = '\u{fe0e}';

/// Words in pieces, each with whether it is made of emoji.
pub(super) fn pieces(words: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let (mut start, mut was_emoji) = (0, false);
    for (place, letter) in words.grapheme_indices(true) {
        let is_emoji = is_emoji(letter);
        if is_emoji != was_emoji {
            pieces.push((&words[start..place], was_emoji));
            (start, was_emoji) = (place, is_emoji);
        }
    }
    pieces.push((&words[start..], was_emoji));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

fn is_emoji(letter: &str) -> bool {
    let is_picture = letter.chars().next().is_some_and(is_picture);
    letter.contains(AS_PICTURE) || is_picture && !letter.contains(AS_SIGN)
}

/// `Emoji_Presentation` of Unicode 16 below the planes that are all pictures; those no font for words has.
fn is_picture(letter: char) -> bool {
    matches!(letter,
        '\u{231a}'..='\u{231b}' | '\u{23e9}'..='\u{23ec}' | '\u{23f0}' | '\u{23f3}'
        | '\u{25fd}'..='\u{25fe}' | '\u{2614}'..='\u{2615}' | '\u{2648}'..='\u{2653}' | '\u{267f}'
        | '\u{2693}' | '\u{26a1}' | '\u{26aa}'..='\u{26ab}' | '\u{26bd}'..='\u{26be}'
        | '\u{26c4}'..='\u{26c5}' | '\u{26ce}' | '\u{26d4}' | '\u{26ea}' | '\u{26f2}'..='\u{26f3}'
        | '\u{26f5}' | '\u{26fa}' | '\u{26fd}' | '\u{2705}' | '\u{270a}'..='\u{270b}' | '\u{2728}'
        | '\u{274c}' | '\u{274e}' | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2795}'..='\u{2797}'
        | '\u{27b0}' | '\u{27bf}' | '\u{2b1b}'..='\u{2b1c}' | '\u{2b50}' | '\u{2b55}')
}
