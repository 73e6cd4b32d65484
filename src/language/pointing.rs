//! Words that point at the screen: `this clip`, `here`, `这段`, `这里`.
//!
//! Who edits the film does not see the screen, so these words are put as what they point at before a
//! sentence is said: `delete this clip` is `delete clip 2`, `split here` is `split at 7.2s`. What is
//! quoted stays as it is.

use crate::draft::Millis;

/// What is pointed at on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointed {
    /// The number, from 1, of the piece of the main track under the playhead, if there is one.
    pub clip: Option<usize>,
    /// Where the playhead is.
    pub at: Millis,
}

/// English words for the piece; what follows must not be part of a longer word.
const CLIPS: [&str; 10] = [
    "the selected clip",
    "the current clip",
    "the clip here",
    "this clip",
    "this shot",
    "this picture",
    "this image",
    "this photo",
    "this segment",
    "the clip under the playhead",
];

/// Words for the moment, with what they become before the time.
const MOMENTS: [(&str, &str); 9] = [
    ("from here", "from "),
    ("until here", "until "),
    ("up to here", "up to "),
    ("to here", "to "),
    ("after here", "after "),
    ("before here", "before "),
    ("at the playhead", "at "),
    ("right here", "at "),
    ("here", "at "),
];

const CHINESE_CLIPS: [&str; 12] = [
    "当前片段",
    "选中的片段",
    "所选片段",
    "当前这段",
    "这个片段",
    "这张图片",
    "这张照片",
    "这一段",
    "这一张",
    "这段",
    "这张图",
    "这张",
];

/// What belongs to another thing when it follows: `这段音乐` is no piece.
const OTHERS: [&str; 9] = ["音乐", "视频", "文字", "字幕", "话", "影片", "时间", "声音", "标题"];

const CHINESE_MOMENTS: [&str; 5] = ["播放头处", "播放头这里", "播放头", "这里", "此处"];

/// A sentence with what it points at in place of the pointing words.
#[must_use]
pub fn resolve(sentence: &str, pointed: Pointed) -> String {
    let (mut said, mut rest, mut closing) = (String::new(), sentence, None);
    while let Some(letter) = rest.chars().next() {
        let found = if closing.is_none() { at(&said, rest, pointed) } else { None };
        if let Some((words, length)) = found {
            said.push_str(&words);
            rest = &rest[length..];
            continue;
        }
        closing = match (closing, letter) {
            (Some(end), _) if letter == end => None,
            (None, '"') => Some('"'),
            (None, '“') => Some('”'),
            (None, '「') => Some('」'),
            (closing, _) => closing,
        };
        said.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    said
}

/// What stands for the pointing words at the front of `rest`, and how many bytes they take.
fn at(before: &str, rest: &str, pointed: Pointed) -> Option<(String, usize)> {
    let begins = !before.ends_with(char::is_alphanumeric) || !before.is_ascii();
    english(before, rest, pointed).filter(|_| begins).or_else(|| chinese(rest, pointed))
}

fn english(before: &str, rest: &str, pointed: Pointed) -> Option<(String, usize)> {
    let starts = |words: &str| {
        let found = rest.get(..words.len())?.eq_ignore_ascii_case(words).then_some(words.len())?;
        let next = rest[found..].chars().next();
        next.is_none_or(|next| !next.is_alphanumeric() && next != '\'' && next != '’')
            .then_some(found)
    };
    if let (Some(clip), Some(length)) = (pointed.clip, CLIPS.iter().find_map(|words| starts(words)))
    {
        return Some((format!("clip {clip}"), length));
    }
    let (lead, length) =
        MOMENTS.iter().find_map(|(words, lead)| starts(words).map(|length| (*lead, length)))?;
    // "Here are my clips" points at nothing on the timeline.
    let ends = rest[length..].trim_start();
    let ends = ends.is_empty()
        || ends.starts_with(|next: char| !next.is_alphanumeric())
        || ["and ", "then ", "please", "to the end", "for ", "with ", "saying "]
            .iter()
            .any(|next| ends.starts_with(next));
    (ends && !before.trim().is_empty()).then(|| (format!("{lead}{}s", seconds(pointed.at)), length))
}

fn chinese(rest: &str, pointed: Pointed) -> Option<(String, usize)> {
    let starts = |words: &&&str| rest.starts_with(**words);
    if let (Some(clip), Some(words)) = (pointed.clip, CHINESE_CLIPS.iter().find(starts)) {
        let next = &rest[words.len()..];
        let is_another = OTHERS.iter().any(|other| next.starts_with(other));
        return (!is_another).then(|| (format!("第{clip}段"), words.len()));
    }
    let words = CHINESE_MOMENTS.iter().find(starts)?;
    Some((format!("第{}秒", seconds(pointed.at)), words.len()))
}

/// Seconds to the millisecond, without zeros at the end.
fn seconds(time: Millis) -> String {
    let written = format!("{}.{:03}", time.0 / 1000, time.0 % 1000);
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const THERE: Pointed = Pointed { clip: Some(2), at: Millis(7200) };

    #[test]
    fn pointing_words_become_what_they_point_at() {
        for (said, meant) in [
            ("delete this clip", "delete clip 2"),
            ("Make this picture black and white", "Make clip 2 black and white"),
            ("split here", "split at 7.2s"),
            ("split it here please", "split it at 7.2s please"),
            ("remove from here to the end", "remove from 7.2s to the end"),
            ("add a title \"Hi\" at the playhead", "add a title \"Hi\" at 7.2s"),
            ("删掉这段", "删掉第2段"),
            ("把这张图片放到最后", "把第2段放到最后"),
            ("在这里切开", "在第7.2秒切开"),
            ("把这段剪到3秒", "把第2段剪到3秒"),
        ] {
            assert_eq!(resolve(said, THERE), meant, "{said}");
        }
    }

    #[test]
    fn other_words_and_quoted_ones_stay() {
        for said in [
            "here are my clips",
            "make this video vertical",
            "add the title \"you are here\"",
            "加标题“这里是家”",
            "把这段音乐删掉",
            "there is nothing",
            "add a title that says here's to you",
        ] {
            assert_eq!(resolve(said, THERE), said, "{said}");
        }
    }

    #[test]
    fn without_a_clip_under_the_playhead_only_moments_are_known() {
        let nowhere = Pointed { clip: None, at: Millis(20_000) };
        assert_eq!(resolve("delete this clip", nowhere), "delete this clip");
        assert_eq!(resolve("split here", nowhere), "split at 20s");
    }
}
