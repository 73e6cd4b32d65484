//! An answer in pieces, so that it can be read while it comes.

use unicode_segmentation::UnicodeSegmentation;

/// Letters of a piece before it may end.
const ENOUGH: usize = 24;

/// The text cut between words into a few pieces, which put together are the text again.
pub(super) fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut letters) = (0, 0);
    for (at, word) in text.split_word_bound_indices() {
        // Blanks and full stops stay with the word before them.
        let begins = word.chars().any(char::is_alphanumeric);
        if begins && letters >= ENOUGH {
            pieces.push(&text[start..at]);
            (start, letters) = (at, 0);
        }
        letters += word.chars().count();
    }
    pieces.push(&text[start..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_text() {
        for text in [
            "",
            "Done.",
            "I put 3 pictures on the timeline, 5 s each.\n\n- Title: \"Hello\" (0–3 s)\n",
            "我把三张图片放到了时间线上，每张五秒，并加上了标题“你好”和轻快的背景音乐。",
            "👨‍👩‍👧 👨‍👩‍👧 👨‍👩‍👧 family, family and once more the whole family of them",
        ] {
            assert_eq!(pieces(text).concat(), text);
        }
    }

    #[test]
    fn a_longer_answer_comes_in_several_pieces_and_no_word_is_cut() {
        let text = "I put three pictures on the timeline, five seconds each, with crossfades.";
        let pieces = pieces(text);
        assert_eq!(pieces.len(), 3, "{pieces:?}");
        let words = |piece: &str| piece.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let together: Vec<String> = pieces.iter().flat_map(|piece| words(piece)).collect();
        assert_eq!(together, words(text));
    }
}
