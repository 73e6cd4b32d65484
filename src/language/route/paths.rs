//! Names of files inside sentences and pasted text: quotes, backslashes, spaces, `file://`.

/// The files of an `upload …` sentence, or of one that is nothing but files. `None`: it is neither.
/// Empty: it names no file.
pub(super) fn upload(sentence: &str) -> Option<Vec<String>> {
    let Some(rest) = after_verb(sentence) else { return files_alone(sentence) };
    let rest = rest.trim_end_matches(['。', '！', '？', '!', '?', '吧']).trim();
    let words: Vec<String> = split_spoken(rest)
        .into_iter()
        .flat_map(|word| parted(&word))
        .filter(|word| !BETWEEN.contains(&word.to_lowercase().as_str()))
        .collect();
    if words.iter().all(|word| is_no_name(word)) {
        return Some(Vec::new());
    }
    // `the file beach.jpg` names one.
    let named: Vec<&String> = words.iter().filter(|word| !is_no_name(word)).collect();
    let paths = named.iter().all(|word| looks_like_path(word));
    paths.then(|| named.into_iter().map(|word| clean(word)).collect())
}

/// Words that stand for a file without naming it.
const NO_NAME: &[&str] = &[
    "a",
    "an",
    "the",
    "my",
    "some",
    "this",
    "these",
    "file",
    "files",
    "video",
    "videos",
    "picture",
    "pictures",
    "photo",
    "photos",
    "image",
    "images",
    "clip",
    "clips",
    "media",
    "footage",
    "music",
    "please",
    "now",
    "文件",
    "素材",
    "一个文件",
    "一些文件",
    "视频",
    "图片",
    "照片",
    "一张图片",
    "一张照片",
    "一个视频",
    "几张图片",
    "音乐",
    "背景音乐",
    "这张图",
    "这张图片",
    "这个文件",
    "这些文件",
    "这个视频",
];
const BETWEEN: &[&str] = &["and", "和", "跟", "与", "、", ",", "，"];
/// What may stand before the verb.
const BEFORE: &[&str] = &[
    "please",
    "can you",
    "could you",
    "can i",
    "let me",
    "i want to",
    "i'd like to",
    "i would like to",
    "i need to",
    "how do i",
    "how can i",
    "how to",
    "now",
    "ok",
    "okay",
    "请",
    "帮我",
    "麻烦",
    "我要",
    "我想",
    "我想要",
    "怎么",
    "如何",
    "可以",
    "能",
    "能不能",
    "你",
    "直接",
    "现在",
];

fn is_no_name(word: &str) -> bool {
    let word = word.trim_end_matches([':', '：']).to_lowercase();
    word.is_empty() || NO_NAME.contains(&word.as_str())
}

/// `a.jpg, b.jpg` and `a.jpg、b.jpg` are two names.
fn parted(word: &str) -> Vec<String> {
    let unquoted = word.trim_matches(['“', '”', '「', '」', '‘', '’']);
    let parts = unquoted.split(['、', '，', ',']).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(str::to_owned).collect();
    // A comma may be part of a name, where the parts are none.
    if parts.iter().all(|part| looks_like_path(part)) { parts } else { vec![unquoted.to_owned()] }
}

/// The rest of a sentence behind its `upload`.
fn after_verb(sentence: &str) -> Option<&str> {
    let mut rest = sentence.trim_start();
    loop {
        if let Some(after) =
            ["upload", "上传", "import", "导入"].iter().find_map(|verb| after_word(rest, verb))
        {
            return Some(after.trim_start_matches([':', '：', ' ', '\t', '\n']).trim());
        }
        rest = BEFORE.iter().find_map(|word| after_word(rest, word))?;
    }
}

/// What follows a word that the text begins with, in any case of its letters.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    let rest = &text[word.len()..];
    let whole = !word.is_ascii() || !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    (start.eq_ignore_ascii_case(word) && whole).then(|| rest.trim_start_matches([' ', ',', '，']))
}

/// A sentence of nothing but files.
fn files_alone(sentence: &str) -> Option<Vec<String>> {
    let words = split(sentence);
    let from_here = |word: &String| {
        let begins = ["/", "~/", "./", "../", "file://", "http://", "https://"];
        begins.iter().any(|begin| word.starts_with(begin)) && has_media_ending(word)
    };
    let alone = !words.is_empty() && words.iter().all(from_here);
    alone.then(|| words.iter().map(|word| clean(word)).collect())
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

/// The words of a text, if every one of them is the name of a media file and nothing else: `Dune.jpg bikes.mp4`.
#[must_use]
pub fn words_as_names(text: &str) -> Option<Vec<String>> {
    let words: Vec<String> = split(text.trim()).iter().flat_map(|word| parted(word)).collect();
    let is_name = |word: &String| has_media_ending(word) && !word.contains("://");
    (!words.is_empty() && words.iter().all(is_name)).then_some(words)
}

/// Words as a shell parts them.
fn split(text: &str) -> Vec<String> {
    shell_words::split(text)
        .unwrap_or_else(|_| text.split_whitespace().map(str::to_owned).collect())
}

/// The same in a sentence, where Chinese quotation marks quote too.
fn split_spoken(text: &str) -> Vec<String> {
    split(&text.replace(['“', '”', '「', '」'], "\""))
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
    fn names_of_files_alone_are_told_from_sentences_that_have_some() {
        for (text, names) in [
            ("Dune.jpg bikes.mp4", Some(vec!["Dune.jpg", "bikes.mp4"])),
            ("a.jpg, b.jpg", Some(vec!["a.jpg", "b.jpg"])),
            ("海边.mp4、日落.jpg", Some(vec!["海边.mp4", "日落.jpg"])),
            ("'my film.mp4'", Some(vec!["my film.mp4"])),
            ("remove Dune.jpg", None),
            ("notes.txt", None),
            ("https://example.com/a.mp4", None),
            ("", None),
        ] {
            let expected = names.map(|names| names.into_iter().map(str::to_owned).collect());
            assert_eq!(words_as_names(text), expected, "{text}");
        }
    }

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
