//! A film that is begun with its first piece, where there is none yet: `start the film with the bunny clip on its own for
//! now` makes a film with the bunny clip.

use super::words::LISTS;

/// The sentence as one that makes a film, if it begins with such words.
pub fn begun(sentence: &str) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    let found = LISTS.begins_the_film.iter().filter_map(|words| Some((small.find(words)?, words)));
    let (at, words) = found.min_by_key(|(at, words)| (*at, usize::MAX - words.len()))?;
    let before = sentence[..at].chars().filter(|letter| letter.is_alphanumeric()).count();
    let rest = sentence.get(at + words.len()..)?;
    let whole = rest.starts_with([' ', ':']);
    (before < 16 && whole).then(|| format!("{}make a film with{rest}", &sentence[..at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_film_that_is_begun_is_made() {
        for (said, made) in [
            ("Start the film with bunny", Some("make a film with bunny")),
            (
                "just start a film with bunny, then kiln",
                Some("just make a film with bunny, then kiln"),
            ),
            ("start the music at 2s", None),
        ] {
            assert_eq!(begun(said).as_deref(), made, "{said}");
        }
    }
}
