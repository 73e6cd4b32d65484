//! Names of files inside sentences and pasted text: quotes, backslashes, spaces, `file://`.

/// The files of an `upload …` sentence. `None`: it is not one. Empty: it names no file.
pub(super) fn upload(sentence: &str) -> Option<Vec<String>> {
    let rest = after_verb(sentence)?;
    if rest.is_empty() || NO_FILE_NAMED.contains(&rest.to_lowercase().as_str()) {
        return Some(Vec::new());
    }
    let words = split(rest);
    let named: Vec<String> =
        words.into_iter().filter(|word| !BETWEEN.contains(&word.as_str())).collect();
    let paths = named.iter().all(|word| looks_like_path(word)) && !named.is_empty();
    paths.then(|| named.iter().map(|word| clean(word)).collect())
}

const NO_FILE_NAMED: &[&str] = &[
    "a file",
    "files",
    "file",
    "a video",
    "some files",
    "media",
    "文件",
    "素材",
    "一个文件",
    "视频",
    "图片",
];
const BETWEEN: &[&str] = &["and", "和", "跟", "与", "、", ",", "，"];

fn after_verb(sentence: &str) -> Option<&str> {
    let lower = sentence.to_ascii_lowercase();
    for verb in ["please upload", "upload", "请上传", "帮我上传", "上传"] {
        let Some(rest) = lower.strip_prefix(verb) else { continue };
        let rest = &sentence[sentence.len() - rest.len()..];
        let parted =
            rest.is_empty() || !rest.starts_with(|letter: char| letter.is_ascii_alphanumeric());
        if parted {
            return Some(rest.trim_start_matches([':', '：', ' ', '\t', '\n']).trim());
        }
    }
    None
}

/// The words of a text as file names, if every one of them looks like one: what a terminal pastes
/// when files are dropped on it. Names are unquoted; `file://` addresses become paths.
#[must_use]
pub fn words_as_paths(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    let words = split(text);
    let absolute = |word: &String| {
        word.starts_with('/') || word.starts_with("~/") || word.starts_with("file://")
    };
    if !words.is_empty() && words.iter().all(absolute) {
        return Some(words.iter().map(|word| clean(word)).collect());
    }
    // A single name with bare spaces, as some file managers copy it.
    let bare = !text.contains('\n') && text.starts_with('/') && has_media_ending(text);
    bare.then(|| vec![text.to_owned()])
}

fn split(text: &str) -> Vec<String> {
    shell_words::split(text)
        .unwrap_or_else(|_| text.split_whitespace().map(str::to_owned).collect())
}

fn looks_like_path(word: &str) -> bool {
    word.contains('/')
        || word.starts_with('~')
        || has_media_ending(word)
        || word.starts_with("http")
}

fn has_media_ending(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav",
        "m4a", "aac",
    ];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn clean(word: &str) -> String {
    let Some(rest) = word.strip_prefix("file://") else { return word.to_owned() };
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let decoded = percent_encoding::percent_decode_str(rest).decode_utf8();
    decoded.map_or_else(|_| rest.to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropped_files_are_told_from_pasted_words() {
        for (text, paths) in [
            ("/tmp/a.jpg", Some(vec!["/tmp/a.jpg"])),
            ("'/tmp/a b.jpg' ", Some(vec!["/tmp/a b.jpg"])),
            ("/tmp/a\\ b.jpg /tmp/c.mp4", Some(vec!["/tmp/a b.jpg", "/tmp/c.mp4"])),
            ("file:///tmp/%E6%97%A5.jpg\nfile:///b.png\n", Some(vec!["/tmp/日.jpg", "/b.png"])),
            ("/home/me/My Clips/one.mp4", Some(vec!["/home/me/My Clips/one.mp4"])),
            ("~/a.jpg", Some(vec!["~/a.jpg"])),
            ("make a video", None),
            ("and/or", None),
            ("", None),
        ] {
            let expected = paths.map(|paths| paths.into_iter().map(str::to_owned).collect());
            assert_eq!(words_as_paths(text), expected, "{text}");
        }
    }
}
