//! Answers about one thing on the timeline: how long it is, where it is, how loud.

use super::super::operation::{main_video, music, segment};
use super::super::plan::{Stage, pieces};
use super::super::request::{Inquiry, Which};
use super::super::scene::Scene;
use super::super::words::Question;
use super::refused;
use super::said::seconds;
use crate::draft::{Draft, Kind, Segment, segment_label};
use crate::language::{Language, spoken};
use Language::{Chinese, English};

/// What is known of what was named; none where the question is of the film at large.
pub fn told(inquiry: &Inquiry, scene: &Scene, language: Language) -> Option<String> {
    if inquiry.question == Question::HowLarge {
        return sizes(inquiry, scene, language);
    }
    let asks = [Question::HowLong, Question::WhereIs, Question::HowLoud, Question::WhatItSays];
    if !asks.contains(&inquiry.question) {
        return None;
    }
    let draft = &scene.draft;
    let found: Vec<&Segment> = if inquiry.words || inquiry.question == Question::WhatItSays {
        let is_text = |(track, _): &(usize, &Segment)| draft.tracks[*track].kind == Kind::Text;
        draft.segments().filter(is_text).map(|(_, text)| text).collect()
    } else if inquiry.music {
        music(draft)
    } else {
        let all = |which: &Which| matches!(which, Which::All | Which::Only | Which::Count(_));
        if inquiry.of.is_empty() || inquiry.of.iter().all(|of| all(&of.which)) {
            return None;
        }
        match pieces(&inquiry.of, &Stage::new(scene)) {
            Ok(ids) => ids.iter().filter_map(|id| segment(draft, id)).collect(),
            Err(refusal) => return Some(refused::told(&refusal, language)),
        }
    };
    if found.is_empty() {
        return Some(nothing(language));
    }
    let line = |found: &&Segment| match inquiry.question {
        Question::HowLoud => loudness(found, draft, language),
        Question::WhatItSays => wording(found, language),
        _ => place(found, draft, language),
    };
    Some(found.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// How large that is which lies over the picture; the one named, or all of it.
fn sizes(inquiry: &Inquiry, scene: &Scene, language: Language) -> Option<String> {
    let named: Vec<&String> = inquiry
        .of
        .iter()
        .filter_map(|of| match of.which {
            Which::Named(file) => scene.media.get(file).map(|media| &media.name),
            _ => None,
        })
        .collect();
    let meant = |found: &&Segment| {
        named.is_empty() || found.source.as_ref().is_some_and(|source| named.contains(&source))
    };
    let over = scene.draft.segments().map(|(_, segment)| segment);
    let found = over.filter(|segment| segment.inset.is_some()).filter(meant);
    let line = |found: &Segment| {
        let size = found.inset.map_or(0, |inset| inset.size);
        let name = spoken(&segment_label(found), language);
        match language {
            English => format!("{name} takes {size}% of the width."),
            Chinese => format!("{name} 占画面宽度的 {size}%。"),
        }
    };
    let lines: Vec<String> = found.map(line).collect();
    Some(if lines.is_empty() { nothing(language) } else { lines.join("\n") })
}

fn nothing(language: Language) -> String {
    match language {
        English => "There is nothing of the kind on the timeline.".into(),
        Chinese => "时间线上没有这样的内容。".into(),
    }
}

fn name(found: &Segment, draft: &Draft, language: Language) -> String {
    let label = spoken(&segment_label(found), language);
    if found.text.is_some() {
        return format!("“{label}”");
    }
    match (main_video(draft).iter().position(|piece| piece.id == found.id), language) {
        (Some(place), English) => format!("Clip {}, {label},", place + 1),
        (Some(place), Chinese) => format!("第{}段 {label} ", place + 1),
        (None, _) => label,
    }
}

fn place(found: &Segment, draft: &Draft, language: Language) -> String {
    let name = name(found, draft, language);
    let time = |time| seconds(time, language);
    let (from, to, length) = (time(found.start), time(found.end()), time(found.duration));
    match language {
        English => format!("{name} is {length} long, from {from} to {to}."),
        Chinese => format!("{name}长 {length}，从 {from}到 {to}。"),
    }
}

fn wording(found: &Segment, language: Language) -> String {
    let (from, to) = (seconds(found.start, language), seconds(found.end(), language));
    let words = spoken(&segment_label(found), language);
    match language {
        English => format!("From {from} to {to} it says “{words}”."),
        Chinese => format!("{from}到 {to}的文字是“{words}”。"),
    }
}

fn loudness(found: &Segment, draft: &Draft, language: Language) -> String {
    let name = name(found, draft, language);
    let percent = (found.volume.unwrap_or(1.0) * 100.0).round();
    match language {
        English => format!("{name} is at {percent}%."),
        Chinese => format!("{name}的音量是 {percent}%。"),
    }
}
