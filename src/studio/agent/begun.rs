//! A film that is told where there is none yet, put as others put it: `start the film with the bunny clip on its own for now`
//! makes a film with the bunny clip, and `这张底部配字“三个月”` goes on with the piece that was just named.

use super::words::LISTS;

/// So many letters may stand before the words that begin a film: `ok so just`.
const MOST_BEFORE: usize = 16;

/// The sentence as one that makes a film, if it is put so.
pub fn begun(sentence: &str) -> Option<String> {
    let made = made_with(sentence);
    let named = of_the_piece_just_named(made.as_deref().unwrap_or(sentence));
    named.or(made)
}

fn made_with(sentence: &str) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    let found = LISTS.begins_the_film.iter().filter_map(|words| Some((small.find(words)?, words)));
    let (at, words) = found.min_by_key(|(at, words)| (*at, usize::MAX - words.len()))?;
    let before = sentence[..at].chars().filter(|letter| letter.is_alphanumeric()).count();
    let rest = sentence.get(at + words.len()..)?;
    let whole = rest.starts_with([' ', ':']);
    (before < MOST_BEFORE && whole).then(|| format!("{}make a film with{rest}", &sentence[..at]))
}

/// Without the words that point at it, where what is done to it follows.
fn of_the_piece_just_named(sentence: &str) -> Option<String> {
    let point = |from: usize| {
        let found = LISTS.the_piece_just_named.iter().filter(|it| sentence[from..].starts_with(it));
        let longest = found.max_by_key(|it| it.len())?;
        let rest = &sentence[from + longest.len()..];
        LISTS.done_to_it.starts(rest).then_some(longest.len())
    };
    let (at, length) =
        sentence.char_indices().skip(1).find_map(|(at, _)| Some((at, point(at)?)))?;
    Some(format!("{}{}", &sentence[..at], &sentence[at + length..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_film_that_is_begun_is_made() {
        for (said, made) in [
            ("Start the film with bunny", Some("make a film with bunny")),
            ("just start a film with kiln", Some("just make a film with kiln")),
            ("对比照5秒 这张底部配字“三个月”", Some("对比照5秒 底部配字“三个月”")),
            ("start the music at 2s", None),
            ("这张放5秒", None),
        ] {
            assert_eq!(begun(said).as_deref(), made, "{said}");
        }
    }
}
