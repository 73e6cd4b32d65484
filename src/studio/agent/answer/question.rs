//! Answers to questions about the film and the files, read off them.

use super::super::operation::main_video;
use super::super::request::Inquiry;
use super::super::scene::Scene;
use super::super::words::Question;
use super::facts::facts;
use super::particular;
use super::said::seconds;
use crate::draft::{Draft, Kind, Track, segment_label};
use crate::language::Language;
use crate::studio::media::Media;
use Language::{Chinese, English};

/// The answer to a question.
pub fn told(inquiry: &Inquiry, scene: &Scene, language: Language) -> String {
    if let Some(told) = particular::told(inquiry, scene, language) {
        return told;
    }
    match inquiry.question {
        Question::WhereIs | Question::HowLoud | Question::HowLarge | Question::WhatItSays => {
            with_facts(scene, language)
        }
        Question::HowLong => how_long(&scene.draft, language),
        Question::WhatIsOnIt => what_is_on_it(&scene.draft, language),
        Question::WhichFiles => which_files(&scene.media, language),
        Question::Help => help(language),
        Question::Other => with_facts(scene, language),
    }
}

fn how_long(draft: &Draft, language: Language) -> String {
    if !draft.is_ready() {
        return nothing(language);
    }
    let length = seconds(draft.duration(), language);
    match language {
        English => format!("The film is {length} long."),
        Chinese => format!("影片长 {length}。"),
    }
}

/// Nothing is changed by a question, so it is said what can be asked and how a change is asked for.
fn cannot_tell(language: Language) -> String {
    match language {
        English => {
            "I took that as a question, so nothing changed. I can tell how long the film is, what \
                    is on it and which files there are; to change something, say it as a request."
                .into()
        }
        Chinese => "这是一个问题，所以没有改动。我能回答影片多长、时间线上有什么、有哪些文件；\
                    要修改，请直接说要怎么改。"
            .into(),
    }
}

/// What the film is may hold the answer.
fn with_facts(scene: &Scene, language: Language) -> String {
    let told = cannot_tell(language);
    facts(scene, language).map_or_else(|| told.clone(), |facts| format!("{facts}\n{told}"))
}

fn nothing(language: Language) -> String {
    match language {
        English => "There is nothing on the timeline yet.".into(),
        Chinese => "时间线上还没有内容。".into(),
    }
}

fn what_is_on_it(draft: &Draft, language: Language) -> String {
    if !draft.is_ready() {
        return nothing(language);
    }
    let pieces = main_video(draft).len();
    let count = match language {
        English if pieces == 1 => " One piece.".to_owned(),
        English => format!(" {pieces} pieces."),
        Chinese => format!("共 {pieces} 段。"),
    };
    let mut lines = vec![how_long(draft, language) + &count];
    lines.extend(
        draft
            .tracks
            .iter()
            .enumerate()
            .map(|(place, track)| track_line(draft, place, track, language)),
    );
    lines.join("\n")
}

/// Beyond this many, pieces are counted instead of named.
const NAMED: usize = 8;

fn track_line(draft: &Draft, place: usize, track: &Track, language: Language) -> String {
    let (comma, colon) = if language == English { (", ", ": ") } else { ("，", "：") };
    let label = |segment| match track.kind {
        Kind::Text => format!("“{}”", segment_label(segment)),
        _ => segment_label(segment),
    };
    let mut names: Vec<String> = track.segments.iter().take(NAMED).map(label).collect();
    let rest = track.segments.len().saturating_sub(NAMED);
    if rest > 0 {
        names.push(if language == English {
            format!("and {rest} more")
        } else {
            format!("另有 {rest} 个")
        });
    }
    format!("{}{colon}{}", draft.track_label(place), names.join(comma))
}

fn which_files(media: &[Media], language: Language) -> String {
    if media.is_empty() {
        return match language {
            English => {
                "There are no files yet. Add some: upload PATH, or paste or drop them.".into()
            }
            Chinese => "还没有文件。可以添加：upload 路径，或粘贴、拖入。".into(),
        };
    }
    let name = |media: &Media| match (media.duration, language) {
        (Some(length), English) => format!("{} ({})", media.name, seconds(length, language)),
        (Some(length), Chinese) => format!("{}（{}）", media.name, seconds(length, language)),
        (None, _) => media.name.clone(),
    };
    let names: Vec<String> = media.iter().map(name).collect();
    let count = names.len();
    match language {
        English if count == 1 => format!("One file: {}.", names[0]),
        English => format!("{count} files: {}.", names.join(", ")),
        Chinese => format!("{count} 个文件：{}。", names.join("，")),
    }
}

fn help(language: Language) -> String {
    match language {
        English => "Say what you want, for example:\n\
             make a 20-second video with music and crossfades\n\
             add a title \"Hello\" from 2s to 5s\n\
             trim the second clip to 3 seconds\n\
             make it vertical\n\
             undo"
            .into(),
        Chinese => "请说想要什么，例如：\n\
             用这些图片做一个20秒的视频，加音乐和转场\n\
             在第2秒到第5秒加标题“你好”\n\
             把第二段剪到3秒\n\
             改成竖屏\n\
             撤销"
            .into(),
    }
}
