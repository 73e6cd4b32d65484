//! Names that stay where they are put.
//!
//! A name comes from somebody else's machine and becomes a file of ours, a part of an address, an
//! argument of ffmpeg and a word in sentences. It keeps its letters, whatever the script; what would
//! mean something to one of those readers goes.

use unicode_segmentation::UnicodeSegmentation;

use crate::api::wire::FileType;

/// Bytes of a name. File systems allow 255; the rest is room for a number.
const LONGEST: usize = 200;
/// What a file is called that came without a usable name.
const NAMELESS: &str = "file";

/// A name for a file of this type: the last part of `given`, without what is unsafe, and with the
/// type's ending if it has none of an accepted type. Safe names stay as they are.
#[must_use]
pub fn safe_name(given: &str, file_type: FileType) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let cleaned: String = last.chars().filter_map(safe).collect();
    let trimmed = cleaned.trim().trim_start_matches(['.', '-']).trim_end_matches(['.', ' ']).trim();
    let (stem, ending) = match (trimmed.rsplit_once('.'), FileType::of_name(trimmed)) {
        (Some((stem, ending)), Some(_)) => (stem.trim_end(), ending),
        _ => (trimmed, file_type.extension()),
    };
    let stem = shortened(if stem.is_empty() { NAMELESS } else { stem });
    format!("{stem}.{ending}")
}

/// The same name with a number before its ending: `photo.jpg` becomes `photo-2.jpg`.
#[must_use]
pub fn numbered(name: &str, number: usize) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{number}.{ending}"),
        None => format!("{name}-{number}"),
    }
}

/// A letter as it may stand in a name; none for those that are not seen.
fn safe(letter: char) -> Option<char> {
    match letter {
        // Control characters, and those that turn the direction of what follows.
        _ if letter.is_control() => None,
        // Joiners stay: they hold emoji and some scripts together.
        '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' => None,
        '\u{feff}' | '\u{fffd}' => None,
        // ffmpeg reads these as patterns for many pictures, shells and quotes as their own.
        '%' | '*' | '?' | '[' | ']' | '{' | '}' | ':' | '"' | '<' | '>' | '|' => Some('_'),
        _ => Some(letter),
    }
}

/// As many whole characters as fit.
fn shortened(stem: &str) -> &str {
    let mut end = 0;
    for (at, character) in stem.grapheme_indices(true) {
        if at + character.len() > LONGEST {
            break;
        }
        end = at + character.len();
    }
    // One character alone may be too long; then it is no name.
    if end == 0 { NAMELESS } else { stem[..end].trim_end() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_stay_inside() {
        for (given, safe) in [
            ("../../etc/passwd", "passwd.jpg"),
            ("/etc/shadow.png", "shadow.png"),
            ("..\\..\\boot.jpg", "boot.jpg"),
            ("..", "file.jpg"),
            ("", "file.jpg"),
            ("   ", "file.jpg"),
            (".jpg", "jpg.jpg"),
            (".hidden.jpg", "hidden.jpg"),
            ("-i.jpg", "i.jpg"),
            ("a\0b\n\r\u{1b}[31mc.jpg", "ab_31mc.jpg"),
            ("gpj.\u{202e}exe.jpg", "gpj.exe.jpg"),
            ("frame-%03d.png", "frame-_03d.png"),
            ("what?*.jpg", "what__.jpg"),
            ("photo. . .", "photo.jpg"),
        ] {
            assert_eq!(safe_name(given, FileType::Jpg), safe, "{given:?}");
        }
    }

    #[test]
    fn usual_names_stay_as_they_are() {
        for name in ["photo.jpg", "Photo 1.JPEG", "日落 在海边.jpg", "Tom's clip (2).mp4", "😀.gif"]
        {
            assert_eq!(safe_name(name, FileType::Jpg), name);
        }
    }

    #[test]
    fn a_name_without_an_ending_gets_that_of_its_type() {
        assert_eq!(safe_name("photo", FileType::Webp), "photo.webp");
        assert_eq!(safe_name("photo.heic", FileType::Jpg), "photo.heic.jpg");
    }

    #[test]
    fn long_names_are_cut_between_characters_and_keep_their_ending() {
        for letter in ["a", "日", "👨‍👩‍👧"] {
            let name = safe_name(&format!("{}.mp4", letter.repeat(300)), FileType::Mp4);
            assert!(name.len() <= LONGEST + 4, "{} bytes", name.len());
            assert_eq!(
                name.strip_suffix(".mp4").map(|stem| stem.replace(letter, "")),
                Some(String::new())
            );
        }
    }

    #[test]
    fn safe_names_are_safe_already() {
        for given in ["../x", "a%b*c.mp4", "日落.mov", ".-.", "..-.a.jpg"] {
            let once = safe_name(given, FileType::Png);
            assert_eq!(safe_name(&once, FileType::Png), once, "{given}");
        }
    }

    #[test]
    fn numbers_stand_before_the_ending() {
        assert_eq!(numbered("photo.jpg", 2), "photo-2.jpg");
    }
}
