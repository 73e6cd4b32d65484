//! The table of sentences: a pattern for each kind of edit in each language.
//!
//! In a pattern `{clip}` is a number, `{last}` the number of the last of several, `{track}` a track, `{at}`, `{to}` seconds, `{n}` a count,
//! `{words}` anything up to the closing quotation mark, `{mark}` letters and digits, and `(s)` stands
//! where the count is not one.

use crate::draft::Millis;
use crate::language::Language;

use super::{Edit, Gap, Side};

/// The kinds of sentences. An edit that is said in two ways, by its direction, has two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Split,
    CutStart,
    CutEnd,
    TrimStart,
    TrimEnd,
    ExtendStart,
    ExtendEnd,
    Later,
    Earlier,
    MoveTo,
    Place,
    DeleteClose,
    DeleteLeave,
    Extract,
    Insert,
    Duplicate,
    Volume,
    FadeIn,
    FadeOut,
    Words,
    Undo,
    Redo,
    GoBack,
}

/// A form, in English, in Chinese.
#[rustfmt::skip]
pub(super) const PATTERNS: [(Form, &str, &str); 23] = [
    (Form::Split, "split clip {clip} on {track} at {at}s", "在{at}秒处拆分{track}的第{clip}段"),
    (Form::CutStart, "cut the start of clip {clip} on {track} away up to {at}s", "把{track}第{clip}段在{at}秒之前的部分剪掉"),
    (Form::CutEnd, "cut the end of clip {clip} on {track} away from {at}s on", "把{track}第{clip}段在{at}秒之后的部分剪掉"),
    (Form::TrimStart, "trim the start of clip {clip} on {track} by {n} frame(s)", "把{track}第{clip}段的开头剪短{n}帧"),
    (Form::TrimEnd, "trim the end of clip {clip} on {track} by {n} frame(s)", "把{track}第{clip}段的结尾剪短{n}帧"),
    (Form::ExtendStart, "extend the start of clip {clip} on {track} by {n} frame(s)", "把{track}第{clip}段的开头延长{n}帧"),
    (Form::ExtendEnd, "extend the end of clip {clip} on {track} by {n} frame(s)", "把{track}第{clip}段的结尾延长{n}帧"),
    (Form::Later, "move clip {clip} on {track} later by {n} frame(s)", "把{track}第{clip}段后移{n}帧"),
    (Form::Earlier, "move clip {clip} on {track} earlier by {n} frame(s)", "把{track}第{clip}段前移{n}帧"),
    (Form::MoveTo, "move clip {clip} on {track} so that it starts at {at}s", "把{track}第{clip}段移到从{at}秒开始"),
    (Form::Place, "make clip {clip} on {track} clip {n} of that track", "把{track}第{clip}段移到该轨道的第{n}段"),
    (Form::DeleteClose, "delete clip {clip} on {track} and close the gap", "删除{track}第{clip}段并合拢空隙"),
    (Form::DeleteLeave, "delete clip {clip} on {track} and leave the gap", "删除{track}第{clip}段并保留空隙"),
    (Form::Extract, "cut {at}s to {to}s out of all tracks and close the gap", "把所有轨道{at}秒到{to}秒的部分剪掉并合拢空隙"),
    (Form::Insert, "insert at {at}s the file “{words}”", "在{at}秒处插入文件“{words}”"),
    (Form::Duplicate, "duplicate clip {clip} on {track}", "复制{track}第{clip}段，放在它后面"),
    (Form::Volume, "set the volume of clip {clip} on {track} to {n}%", "把{track}第{clip}段的音量设为{n}%"),
    (Form::FadeIn, "set the fade-in of clip {clip} on {track} to {at}s", "把{track}第{clip}段的淡入设为{at}秒"),
    (Form::FadeOut, "set the fade-out of clip {clip} on {track} to {at}s", "把{track}第{clip}段的淡出设为{at}秒"),
    (Form::Words, "change the words of clip {clip} on {track} to “{words}”", "把{track}第{clip}段的文字改成“{words}”"),
    (Form::Undo, "undo", "撤销"),
    (Form::Redo, "redo", "重做"),
    (Form::GoBack, "go back to version {n} ({mark})", "回到第{n}版（{mark}）"),
];

/// What can be done to several clips that follow each other.
#[rustfmt::skip]
pub(super) const SEVERAL: [(Form, &str, &str); 9] = [
    (Form::Later, "move clips {clip} to {last} on {track} later by {n} frame(s)", "把{track}第{clip}到{last}段后移{n}帧"),
    (Form::Earlier, "move clips {clip} to {last} on {track} earlier by {n} frame(s)", "把{track}第{clip}到{last}段前移{n}帧"),
    (Form::Place, "move clips {clip} to {last} on {track} so that they begin as clip {n}", "把{track}第{clip}到{last}段移到从该轨道的第{n}段开始"),
    (Form::DeleteClose, "delete clips {clip} to {last} on {track} and close the gap", "删除{track}第{clip}到{last}段并合拢空隙"),
    (Form::DeleteLeave, "delete clips {clip} to {last} on {track} and leave the gap", "删除{track}第{clip}到{last}段并保留空隙"),
    (Form::Duplicate, "duplicate clips {clip} to {last} on {track}", "复制{track}第{clip}到{last}段，放在它们后面"),
    (Form::Volume, "set the volume of clips {clip} to {last} on {track} to {n}%", "把{track}第{clip}到{last}段的音量设为{n}%"),
    (Form::FadeIn, "set the fade-in of clips {clip} to {last} on {track} to {at}s", "把{track}第{clip}到{last}段的淡入设为{at}秒"),
    (Form::FadeOut, "set the fade-out of clips {clip} to {last} on {track} to {at}s", "把{track}第{clip}到{last}段的淡出设为{at}秒"),
];

impl Edit {
    /// The sentence that says it.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let form = self.form();
        let is_run = matches!(self, Self::Several { .. });
        let rows = if is_run { &SEVERAL[..] } else { &PATTERNS[..] };
        let row = rows.iter().find(|(row, ..)| *row == form);
        let pattern = row.map_or("", |(_, english, chinese)| match language {
            Language::English => english,
            Language::Chinese => chinese,
        });
        let count = self.count();
        let clip = self.clip();
        let number = clip.map(|clip| clip.number.to_string()).unwrap_or_default();
        let (at, to) = self.times();
        let mut said = pattern
            .replace("{clip}", &number)
            .replace("{last}", &self.last().unwrap_or_default().to_string())
            .replace("{track}", clip.map_or("", |clip| &clip.track))
            .replace("{at}", &seconds(at))
            .replace("{to}", &seconds(to))
            .replace("{n}", &count.to_string())
            .replace("(s)", if count == 1 { "" } else { "s" });
        match self {
            // Last: words may look like a place of the pattern.
            Self::Words { words, .. } | Self::Insert { name: words, .. } => {
                said = said.replace("{words}", words);
            }
            Self::GoBack { mark, .. } => said = said.replace("{mark}", mark),
            _ => {}
        }
        said
    }

    pub(super) fn form(&self) -> Form {
        match self {
            Self::Several { edit, .. } => edit.form(),
            Self::Split { .. } => Form::Split,
            Self::Cut { side: Side::Start, .. } => Form::CutStart,
            Self::Cut { side: Side::End, .. } => Form::CutEnd,
            Self::Trim { side: Side::Start, frames, .. } if *frames < 0 => Form::ExtendStart,
            Self::Trim { side: Side::Start, .. } => Form::TrimStart,
            Self::Trim { side: Side::End, frames, .. } if *frames < 0 => Form::ExtendEnd,
            Self::Trim { side: Side::End, .. } => Form::TrimEnd,
            Self::Shift { frames, .. } if *frames < 0 => Form::Earlier,
            Self::Shift { .. } => Form::Later,
            Self::MoveTo { .. } => Form::MoveTo,
            Self::Place { .. } => Form::Place,
            Self::Delete { gap: Gap::Close, .. } => Form::DeleteClose,
            Self::Delete { gap: Gap::Leave, .. } => Form::DeleteLeave,
            Self::Extract { .. } => Form::Extract,
            Self::Insert { .. } => Form::Insert,
            Self::Duplicate { .. } => Form::Duplicate,
            Self::Volume { .. } => Form::Volume,
            Self::Fade { side: Side::Start, .. } => Form::FadeIn,
            Self::Fade { side: Side::End, .. } => Form::FadeOut,
            Self::Words { .. } => Form::Words,
            Self::Undo => Form::Undo,
            Self::Redo => Form::Redo,
            Self::GoBack { .. } => Form::GoBack,
        }
    }

    fn count(&self) -> u64 {
        match self.one() {
            Self::Trim { frames, .. } | Self::Shift { frames, .. } => frames.unsigned_abs(),
            Self::Place { place, .. } => u64::try_from(*place).unwrap_or(u64::MAX),
            Self::Volume { percent, .. } => u64::from(*percent),
            Self::GoBack { version, .. } => u64::try_from(*version).unwrap_or(u64::MAX),
            _ => 0,
        }
    }

    fn times(&self) -> (Millis, Millis) {
        match self.one() {
            Self::Split { at, .. }
            | Self::Cut { at, .. }
            | Self::MoveTo { at, .. }
            | Self::Insert { at, .. } => (*at, Millis::ZERO),
            Self::Fade { length, .. } => (*length, Millis::ZERO),
            Self::Extract { from, to } => (*from, *to),
            _ => (Millis::ZERO, Millis::ZERO),
        }
    }
}

/// `12.267`: seconds without their unit.
fn seconds(time: Millis) -> String {
    time.to_string().trim_end_matches('s').to_owned()
}
