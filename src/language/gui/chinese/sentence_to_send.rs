//! The sentence to send in place of a movement with the mouse: `把标题拖到3秒处` becomes
//! `把标题移到3秒处`.

use super::super::Offer;
use super::table;

/// Verbs of a movement with its target, longest first.
const TO: &[&str] = &[
    "拖拽到",
    "拖动到",
    "拖放到",
    "拖移到",
    "移动到",
    "拖到",
    "拖至",
    "拖入",
    "拖进",
    "移到",
    "移至",
    "挪到",
];
const DRAG: &[&str] = &["拖拽", "拖动", "拖放", "拖移", "移动"];
const TAIL: &[&str] = &["即可", "就可以", "就行", "就好", "便可", "来"];

/// Whether it is said where to.
pub(super) fn has_target(object: &str) -> bool {
    ["到", "至", "往"].iter().any(|to| object.contains(to))
}

/// What is offered in place of a movement; nothing where it says too little for a sentence.
pub(super) fn moved(clause: &str) -> Vec<Offer> {
    let mut clause = clause.trim();
    if let Some(end) = TAIL.iter().filter_map(|tail| clause.find(tail)).min().filter(|end| *end > 0)
    {
        let rest = &clause[end..];
        // What it is for may follow.
        if !table::EDITS.iter().any(|edit| rest.contains(edit)) {
            clause = &clause[..end];
        }
    }
    let Some((what, target)) = object_and_target(clause).or_else(|| target_after(clause)) else {
        return purpose(clause).map(|sentence| vec![Offer::Say(sentence)]).unwrap_or_default();
    };
    let what = without_place(what);
    let target = target.trim();
    // A pointer is no part of the film.
    if ["鼠标", "光标", "播放头"].iter().any(|pointer| what.contains(pointer)) {
        return Vec::new();
    }
    if is_files(what)
        && ["面板", "素材库", "媒体库", "窗口", "这里", "此处", "时间", "编辑器"]
            .iter()
            .any(|place| target.contains(place))
    {
        return vec![Offer::Upload];
    }
    if what.is_empty() || target.is_empty() {
        return Vec::new();
    }
    if target.starts_with("时间线") || target.starts_with("时间轴") {
        return vec![Offer::Say(format!("把{what}加到时间线"))];
    }
    vec![Offer::Say(format!("把{what}移到{target}"))]
}

/// `把…拖到…`.
fn object_and_target(clause: &str) -> Option<(&str, &str)> {
    let at = clause.find(['把', '将'])?;
    let rest = &clause[at + '把'.len_utf8()..];
    let (end, verb) = TO.iter().filter_map(|verb| Some((rest.find(verb)?, *verb))).min()?;
    Some((rest[..end].trim(), &rest[end + verb.len()..]))
}

/// `拖动…到…`.
fn target_after(clause: &str) -> Option<(&str, &str)> {
    let (at, verb) = DRAG.iter().filter_map(|verb| Some((clause.find(verb)?, *verb))).min()?;
    let rest = &clause[at + verb.len()..];
    let (end, to) = ["到", "至", "往"].iter().filter_map(|to| Some((rest.find(to)?, *to))).min()?;
    Some((rest[..end].trim(), &rest[end + to.len()..]))
}

/// `拖动片段边缘来缩短时长`: what it is for.
fn purpose(clause: &str) -> Option<String> {
    let (at, verb) =
        table::EDITS.iter().filter_map(|edit| Some((clause.find(edit)?, *edit))).min()?;
    let rest = clause[at + verb.len()..].trim().trim_start_matches(['其', '它']);
    let (from, drag) = DRAG.iter().filter_map(|drag| Some((clause.find(drag)?, *drag))).min()?;
    let what = clause.get(from + drag.len()..at)?.trim_end_matches(['来', '以', '可', '即']).trim();
    let what = without_place(what);
    if rest.is_empty() || rest.chars().any(|letter| letter.is_ascii_digit()) {
        return (!rest.is_empty()).then(|| format!("{verb}{rest}"));
    }
    Some(if what.is_empty() { format!("{verb}{rest}") } else { format!("{verb}{what}的{rest}") })
}

fn without_place(what: &str) -> &str {
    let places = ["时间线上的", "时间轴上的", "时间线中的", "时间轴中的"];
    let found = places.iter().find_map(|place| what.strip_prefix(place));
    found.unwrap_or(what)
}

fn is_files(what: &str) -> bool {
    ["文件", "素材", "图片", "照片", "您的视频", "你的视频"].iter().any(|word| what.contains(word))
}
