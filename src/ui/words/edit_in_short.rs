//! Edits in a few cells, where their sentences have no room: which clip, what, how much.

use crate::language::Language;
use crate::language::edit::{Edit, Gap, Side};

/// An edit so that its clip and its value are still read in half a narrow row: `V1:2 trim end 4 f`.
#[must_use]
pub fn edit_in_short(language: Language, edit: &Edit) -> String {
    let what = match language {
        Language::English => english(edit.one()),
        Language::Chinese => chinese(edit.one()),
    };
    match (edit.clip(), edit.last()) {
        (Some(clip), Some(last)) if clip.number < last => {
            format!("{}:{}–{last} {what}", clip.track, clip.number)
        }
        (Some(clip), _) => format!("{}:{} {what}", clip.track, clip.number),
        (None, _) => what,
    }
}

fn english(edit: &Edit) -> String {
    match edit {
        Edit::Split { at, .. } => format!("split at {at}"),
        Edit::Cut { side: Side::Start, at, .. } => format!("cut up to {at}"),
        Edit::Cut { side: Side::End, at, .. } => format!("cut from {at}"),
        Edit::Trim { side, frames, .. } => {
            let way = if *frames < 0 { "extend" } else { "trim" };
            let side = if *side == Side::Start { "start" } else { "end" };
            format!("{way} {side} {} f", frames.unsigned_abs())
        }
        Edit::Shift { frames, .. } => {
            let way = if *frames < 0 { "earlier" } else { "later" };
            format!("{} f {way}", frames.unsigned_abs())
        }
        Edit::MoveTo { at, .. } => format!("to {at}"),
        Edit::Place { place, .. } => format!("to place {place}"),
        Edit::Delete { gap: Gap::Close, .. } => "delete, close gap".into(),
        Edit::Delete { gap: Gap::Leave, .. } => "delete, leave gap".into(),
        Edit::Extract { from, to } => format!("cut out {from} to {to}"),
        Edit::Insert { name, at } => format!("at {at}: {name}"),
        Edit::Duplicate { .. } => "duplicate".into(),
        Edit::Volume { percent, .. } => format!("volume {percent}%"),
        Edit::Fade { side: Side::Start, length, .. } => format!("fade-in {length}"),
        Edit::Fade { side: Side::End, length, .. } => format!("fade-out {length}"),
        Edit::Words { words, .. } => format!("“{words}”"),
        // What is done to each of them is told.
        Edit::Several { edit, .. } => english(edit),
        Edit::Undo => "undo".into(),
        Edit::Redo => "redo".into(),
        Edit::GoBack { version, .. } => format!("draft {version}"),
    }
}

fn chinese(edit: &Edit) -> String {
    match edit {
        Edit::Split { at, .. } => format!("在 {at} 拆分"),
        Edit::Cut { side: Side::Start, at, .. } => format!("剪到 {at}"),
        Edit::Cut { side: Side::End, at, .. } => format!("从 {at} 剪"),
        Edit::Trim { side, frames, .. } => {
            let way = if *frames < 0 { "延长" } else { "剪短" };
            let side = if *side == Side::Start { "开头" } else { "结尾" };
            format!("{side}{way} {} 帧", frames.unsigned_abs())
        }
        Edit::Shift { frames, .. } => {
            let way = if *frames < 0 { "前移" } else { "后移" };
            format!("{way} {} 帧", frames.unsigned_abs())
        }
        Edit::MoveTo { at, .. } => format!("移到 {at}"),
        Edit::Place { place, .. } => format!("移到第 {place} 位"),
        Edit::Delete { gap: Gap::Close, .. } => "删除并合拢".into(),
        Edit::Delete { gap: Gap::Leave, .. } => "删除留空".into(),
        Edit::Extract { from, to } => format!("剪掉 {from} 到 {to}"),
        Edit::Insert { name, at } => format!("{at} 插入 {name}"),
        Edit::Duplicate { .. } => "复制".into(),
        Edit::Volume { percent, .. } => format!("音量 {percent}%"),
        Edit::Fade { side: Side::Start, length, .. } => format!("淡入 {length}"),
        Edit::Fade { side: Side::End, length, .. } => format!("淡出 {length}"),
        Edit::Words { words, .. } => format!("“{words}”"),
        Edit::Several { edit, .. } => chinese(edit),
        Edit::Undo => "撤销".into(),
        Edit::Redo => "重做".into(),
        Edit::GoBack { version, .. } => format!("第 {version} 版"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Millis;
    use crate::language::edit::Clip;
    use crate::ui::text::width;

    #[test]
    fn an_edit_of_a_clip_leaves_room_for_its_keys_in_forty_columns() {
        let clip = || Clip { track: "V1".into(), number: 12 };
        let edits = [
            Edit::Trim { clip: clip(), side: Side::Start, frames: -120 },
            Edit::Delete { clip: clip(), gap: Gap::Leave },
            Edit::Fade { clip: clip(), side: Side::End, length: Millis(1_100) },
            Edit::Place { clip: clip(), place: 11 },
            Edit::Split { clip: clip(), at: Millis(62_033) },
        ];
        for language in [Language::English, Language::Chinese] {
            for edit in &edits {
                let told = edit_in_short(language, edit);
                assert!(told.starts_with("V1:12 ") && width(&told) <= 25, "{told}");
            }
        }
    }
}
