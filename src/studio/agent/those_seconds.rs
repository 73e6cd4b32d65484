//! `那` between an end of a piece and so many seconds of it: `bikes最后那三秒净是红灯 掐了` is of the last three seconds.
//!
//! It points at nothing else, and is left out before the sentence is read. Before anything but seconds it stays (`最后那张`).

use super::words::LISTS;

/// What points at the seconds.
const POINTS: [char; 2] = ['那', '这'];
/// So many letters a number of seconds has at most.
const LONGEST: usize = 4;

/// A sentence without it, if it says so.
pub fn without_those(sentence: &str) -> Option<String> {
    let is_left_out = |(at, letter): &(usize, char)| {
        let (before, behind) = (&sentence[..*at], &sentence[at + letter.len_utf8()..]);
        POINTS.contains(letter) && LISTS.ends_of_a_piece.ends(before) && counts_seconds(behind)
    };
    let left = |(_, letter): (usize, char)| letter;
    let plain: String =
        sentence.char_indices().filter(|letter| !is_left_out(letter)).map(left).collect();
    (plain != sentence).then_some(plain)
}

/// `三秒`, `2.5秒`, `3s`.
fn counts_seconds(text: &str) -> bool {
    let number: Vec<char> = text.chars().take_while(|letter| is_of_a_number(*letter)).collect();
    let unit = text.chars().nth(number.len());
    (1..=LONGEST).contains(&number.len()) && unit.is_some_and(|unit| matches!(unit, '秒' | 's'))
}

fn is_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '.' || "一二两三四五六七八九十几半".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_left_out_before_seconds_alone() {
        for (said, plain) in [
            ("bikes最后那三秒净是红灯 掐了", Some("bikes最后三秒净是红灯 掐了")),
            ("开头这2秒全是手", Some("开头2秒全是手")),
            ("最后那张放5秒", None),
            ("中间那三秒", None),
        ] {
            assert_eq!(without_those(said).as_deref(), plain, "{said}");
        }
    }
}
