//! What something does not go with: `背景音乐跟眼影不搭，换掉`, `the music does not suit the forge, change it`.
//!
//! Whoever says so is about to do something to the first of the two. The other is named only to tell why, and left out,
//! as a wish behind it that says `it` would be of either.

use super::words::{self, LISTS, Meaning, Name, Token};

/// A sentence without what does not go with something, if that is said of what is no file.
pub fn without_what_it_clashes_with(sentence: &str, names: &[Name]) -> Option<String> {
    let small = sentence.to_lowercase();
    if !LISTS.ill_suited.is_within(&small) || small.len() != sentence.len() {
        return None;
    }
    let mut found = false;
    let written = sentence.split_inclusive(is_break).map(|part| {
        let end = part.trim_end_matches(is_break).len();
        let plain =
            if part.is_ascii() { in_english(&part[..end]) } else { in_chinese(&part[..end]) };
        let plain = plain.filter(|(first, _)| !names_a_file(first, names));
        found |= plain.is_some();
        plain
            .map_or(part.to_owned(), |(first, clashes)| format!("{first}{clashes}{}", &part[end..]))
    });
    let written = written.collect();
    found.then_some(written)
}

fn is_break(letter: char) -> bool {
    ",，。；;！!\n".contains(letter)
}

/// `the music does not suit` of `the music does not suit the forge`.
fn in_english(part: &str) -> Option<(&str, String)> {
    let small = part.to_lowercase();
    let clashes = |words: &&str| words.is_ascii() && small.contains(&format!(" {words} "));
    let words = LISTS.ill_suited.iter().find(clashes)?;
    let at = small.find(words)?;
    Some((&part[..at], words.to_owned()))
}

/// `背景音乐不太相符` of `背景音乐与班会的气氛不太相符`.
fn in_chinese(part: &str) -> Option<(&str, String)> {
    let told = part.trim_end_matches(['了', '啊', '呢', '吧', ' ']);
    let ends = |words: &&str| !words.is_ascii() && told.ends_with(words);
    let words = LISTS.ill_suited.iter().filter(ends).max_by_key(|words| words.len())?;
    let before = &told[..told.len() - words.len()];
    let joint = |(at, letter): (usize, char)| {
        (at > 0 && LISTS.goes_with.has(&letter.to_string())).then_some(at)
    };
    let at = before.char_indices().find_map(joint)?;
    // "音乐和标题都不搭": both of them.
    (!LISTS.says_both.is_within(&before[at..])).then(|| (&part[..at], words.to_owned()))
}

fn names_a_file(first: &str, names: &[Name]) -> bool {
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Files(_));
    words::in_measures(first, names).iter().any(file)
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::without_what_it_clashes_with;
    use crate::api::wire::MediaKind;

    #[test]
    fn only_what_it_does_not_go_with_is_left_out() {
        let names = words::names([("forge.jpg", MediaKind::Image)].into_iter());
        for (said, plain) in [
            (
                "背景音乐与forge的气氛不太相符,请换成long.mp3",
                Some("背景音乐不太相符,请换成long.mp3"),
            ),
            ("标题跟画面不搭了，去掉", Some("标题不搭，去掉")),
            (
                "the music does not suit the forge, mute it",
                Some("the music does not suit, mute it"),
            ),
            (
                "the title does not fit forge.jpg; remove it",
                Some("the title does not fit; remove it"),
            ),
            ("音乐和标题都不搭，去掉", None),
            ("forge的颜色跟别的不搭，调成黑白", None),
            ("forge.jpg clashes with the others, drop it", None),
            ("音乐不搭，去掉", None),
        ] {
            let found = without_what_it_clashes_with(said, &names);
            assert_eq!(found.as_deref(), plain, "{said}");
        }
    }
}
