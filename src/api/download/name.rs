//! A file name from a film's title, which anybody may have written.

/// Room for a number, an ending and the name of the unfinished file, within the 255 bytes that file
/// systems allow.
const LONGEST: usize = 120;

/// `Summer Promo!` becomes `summer-promo`: letters and digits of any script, in lower case, joined by
/// single dashes. Nothing of a path, of a hidden file or of an escape sequence survives. A title with
/// no letter in it becomes `video`.
#[must_use]
pub fn stem_of_title(title: &str) -> String {
    let mut stem = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        if stem.len() + letter.len_utf8() > LONGEST {
            break;
        }
        if letter.is_alphanumeric() {
            stem.push(letter);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "video".to_owned() } else { stem.to_owned() }
}

/// The names to try in a folder, in order: `promo.mp4`, `promo-2.mp4`, …
pub(super) fn candidates(stem: &str, ending: &str) -> impl Iterator<Item = String> {
    let first = std::iter::once(format!("{stem}.{ending}"));
    let (stem, ending) = (stem.to_owned(), ending.to_owned());
    first.chain((2_u32..10_000).map(move |number| format!("{stem}-{number}.{ending}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_plain_name_whatever_it_holds() {
        for (title, stem) in [
            ("Summer Promo!", "summer-promo"),
            ("../../etc/passwd", "etc-passwd"),
            ("/abs/path", "abs-path"),
            (".hidden", "hidden"),
            ("a\u{1b}[31mb\n", "a-31mb"),
            ("夏日 宣传片", "夏日-宣传片"),
            ("💥", "video"),
            ("", "video"),
            ("..", "video"),
        ] {
            assert_eq!(stem_of_title(title), stem, "{title:?}");
        }
        assert!(stem_of_title(&"长".repeat(500)).len() <= LONGEST);
    }
}
