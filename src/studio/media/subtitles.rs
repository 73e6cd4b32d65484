//! Subtitles from a file: SRT and WebVTT, as programs and people really write them.
//!
//! Bytes go in, entries with their times come out in the order of their start. What makes an entry is the
//! line with its two times; numbers, notes, styles and settings around it say nothing here. Libraries for
//! these formats refuse a whole file for one bad line, or read UTF-8 alone; here a line of times that cannot
//! be read is counted and passed over, and old files in GB18030 or Windows-1252 are read too.

use std::io;
use std::path::Path;

use encoding_rs::{Encoding, GB18030, WINDOWS_1252};

use crate::draft::Millis;

/// A file of subtitles has less than this; one for a film of three hours has about 150 KB.
pub(super) const LARGEST: u64 = 4 << 20;

/// What a file of subtitles says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subtitles {
    /// Its entries, by their start.
    pub cues: Vec<Cue>,
    /// Entries whose times could not be read.
    pub unread: usize,
}

/// Words with their time. They may have several lines, and they are never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// From when.
    pub start: Millis,
    /// Until when, after `start`.
    pub end: Millis,
    /// What is said.
    pub words: String,
}

impl Subtitles {
    /// Reads a file that the session keeps. Blocking.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self::read(&std::fs::read(path)?))
    }

    /// Reads the content of a file.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let text = decoded(bytes);
        let is_vtt = text.trim_start().starts_with("WEBVTT");
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let arrows: Vec<usize> =
            (0..lines.len()).filter(|line| lines[*line].contains("-->")).collect();
        let mut found = Self::default();
        for (nth, arrow) in arrows.iter().enumerate() {
            let next = arrows.get(nth + 1).copied().unwrap_or(lines.len());
            let words = words(&lines[arrow + 1..next], next < lines.len(), is_vtt);
            match times(lines[*arrow]) {
                None => found.unread += 1,
                Some(_) if words.is_empty() => {}
                Some((start, end)) => found.cues.push(Cue { start, end, words }),
            }
        }
        found.cues.sort_by_key(|cue| cue.start);
        found
    }
}

/// By its mark, else as UTF-8, else in the older ways of writing Chinese and European letters.
fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let chinese = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    let is_chinese = |text: &str| {
        let (han, strange) = text.chars().filter(|letter| !letter.is_ascii()).fold(
            (0, 0),
            |(han, strange), letter| match letter {
                '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' => {
                    (han + 1, strange)
                }
                _ => (han, strange + 1),
            },
        );
        han > strange
    };
    match chinese.filter(|text| is_chinese(text)) {
        Some(text) => text.into_owned(),
        None => WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// `00:00:01,500 --> 00:00:04,000 align:start`
fn times(line: &str) -> Option<(Millis, Millis)> {
    let (from, rest) = line.split_once("-->")?;
    let to = rest.split_whitespace().next()?;
    let (start, end) = (moment(from.trim())?, moment(to)?);
    (start < end).then_some((start, end))
}

/// `1:02:03,5`, `02:03.500`.
fn moment(text: &str) -> Option<Millis> {
    let (clock, part) = match text.split_once([',', '.']) {
        Some((clock, part)) => (clock, thousandths(part)?),
        None => (text, 0),
    };
    let number = |digits: &str| {
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|d| d.is_ascii_digit());
        plain.then(|| digits.parse::<u64>().ok()).flatten()
    };
    let parts: Option<Vec<u64>> = clock.split(':').map(number).collect();
    match parts?[..] {
        [minutes, seconds @ 0..60] => Some(Millis((minutes * 60 + seconds) * 1000 + part)),
        [hours, minutes @ 0..60, seconds @ 0..60] => {
            Some(Millis(((hours * 60 + minutes) * 60 + seconds) * 1000 + part))
        }
        _ => None,
    }
}

fn thousandths(digits: &str) -> Option<u64> {
    let is_plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let three: String = digits.chars().chain("000".chars()).take(3).collect();
    if is_plain { three.parse().ok() } else { None }
}

/// The words below a line of times, up to the next one, before which the number of its entry stands. In
/// WebVTT they end at the first empty line: what follows may be a note.
fn words(lines: &[&str], is_followed: bool, is_vtt: bool) -> String {
    let until = if is_vtt { lines.iter().position(|line| line.is_empty()) } else { None };
    let mut lines = &lines[..until.unwrap_or(lines.len())];
    if is_followed
        && !is_vtt
        && let [before @ .., last] = lines
        && last.bytes().all(|digit| digit.is_ascii_digit())
    {
        lines = before;
    }
    let plain = lines.iter().map(|line| plain(line)).filter(|line| !line.is_empty());
    plain.collect::<Vec<_>>().join("\n")
}

/// A line without what only tells how it is to look.
fn plain(line: &str) -> String {
    let mut said = String::new();
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        if let Some(length) = markup(rest) {
            rest = &rest[length..];
            continue;
        }
        if !letter.is_control() {
            said.push(letter);
        }
        rest = &rest[letter.len_utf8()..];
    }
    const NAMED: [(&str, &str); 7] = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let said = NAMED.iter().fold(said, |said, (name, letter)| said.replace(name, letter));
    said.trim().to_owned()
}

/// How long the markup is that stands here: `<i>`, `</font>`, `<00:00:01.000>`, `{\an8}`.
fn markup(text: &str) -> Option<usize> {
    let (inside, close) = match text.as_bytes() {
        [b'<', b'/' | b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', ..] => (&text[1..], '>'),
        [b'{', b'\\', ..] => (&text[1..], '}'),
        _ => return None,
    };
    inside.find(close).map(|length| length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(text: &[u8]) -> Vec<(u64, u64, String)> {
        let found = Subtitles::read(text);
        found.cues.into_iter().map(|cue| (cue.start.0, cue.end.0, cue.words)).collect()
    }

    #[test]
    fn srt_is_read_with_what_programs_put_into_it() {
        let text = "\u{feff}1\r\n00:00:00,500 --> 00:00:02,000\r\n<i>Hello</i>\r\nthere\r\n\r\n\
                    2\r\n00:00:03.5 --> 0:00:04,25  X1:10\r\n{\\an8}5 < 6 &amp; more\r\n\r\n\r\n\
                    3\r\n00:00:05,000 --> 00:00:06,000\r\n\r\n\
                    4\r\n00:00:07,000 --> 00:00:08,000\r\n2026\r\n";
        assert_eq!(
            cues(text.as_bytes()),
            [
                (500, 2000, "Hello\nthere".into()),
                (3500, 4250, "5 < 6 & more".into()),
                (7000, 8000, "2026".into()),
            ]
        );
    }

    #[test]
    fn vtt_is_read_without_its_notes_styles_and_settings() {
        let text = "WEBVTT - talk\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.500 \
                    align:start\n<v Ann>Good <b>day</b>\n\nNOTE nothing\nto see\n\n\
                    1:00:00.000 --> 1:00:01.000\n你好\n";
        assert_eq!(
            cues(text.as_bytes()),
            [(1000, 2500, "Good day".into()), (3_600_000, 3_601_000, "你好".into())]
        );
    }

    #[test]
    fn entries_come_by_their_start_and_bad_times_are_counted() {
        let text = "1\n00:00:05,000 --> 00:00:06,000\nlater\n\n2\n00:00:01,000 --> 00:00:02,000\n\
                    first\n\n3\n00:00:xx --> 00:00:09,000\nlost\n\n4\n00:00:09,000 --> 00:00:08,000\nback\n";
        let found = Subtitles::read(text.as_bytes());
        assert_eq!(found.unread, 2);
        let words: Vec<&str> = found.cues.iter().map(|cue| cue.words.as_str()).collect();
        assert_eq!(words, ["first", "later"]);
    }

    #[test]
    fn older_encodings_are_read() {
        let srt = |words: &str| format!("1\n00:00:01,000 --> 00:00:02,000\n{words}\n");
        let (chinese, ..) = GB18030.encode("你好，世界");
        let mut bytes = srt("").into_bytes();
        bytes.pop();
        bytes.extend_from_slice(&chinese);
        assert_eq!(cues(&bytes)[0].2, "你好，世界");
        let mut bytes = srt("").into_bytes();
        bytes.pop();
        bytes.extend_from_slice(b"Caf\xe9 \xe0 Paris");
        assert_eq!(cues(&bytes)[0].2, "Café à Paris");
        let wide: Vec<u8> = [0xfe_u8, 0xff]
            .into_iter()
            .chain(srt("日落").encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        assert_eq!(cues(&wide)[0].2, "日落");
    }

    #[test]
    fn what_is_no_subtitles_has_none() {
        for text in ["", "just words", "-->", "1\n2\n3", "\0\0\0 --> \0"] {
            assert_eq!(cues(text.as_bytes()), [], "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_survived_and_entries_have_words_and_a_length(bytes: Vec<u8>, tail in ".{0,40}") {
            let mut all = bytes;
            all.extend_from_slice(b"\n00:00:01,000 --> 00:00:02,000\n");
            all.extend_from_slice(tail.as_bytes());
            for cue in Subtitles::read(&all).cues {
                proptest::prop_assert!(cue.start < cue.end && !cue.words.trim().is_empty());
            }
        }
    }
}
