//! A sentence that would be understood, near to what was not, and fitting the film that is there.
//!
//! On a film that is there the example is an edit of it: making a new one would replace it.

use super::super::operation::main_video;
use super::super::request::Topic;
use super::super::scene::Scene;
use crate::draft::{Kind, Millis, Segment};
use crate::language::Language;

/// An example for a subject.
pub fn example(topic: Topic, scene: &Scene, language: Language) -> String {
    let pieces = main_video(&scene.draft);
    if pieces.is_empty() {
        let (english, chinese) =
            ("make a 20-second video with music and crossfades", "做一个20秒的视频，加音乐和转场");
        return in_words(english, chinese, language);
    }
    let (english, chinese) = match topic {
        Topic::Make if scene.draft.track(Kind::Text).is_some() => return trim(pieces, language),
        Topic::Cut => return trim(pieces, language),
        Topic::Make | Topic::Text => return title(pieces, language),
        Topic::Arrange | Topic::Transition if pieces.len() < 2 => return trim(pieces, language),
        Topic::Music => ("add calm music at 30%", "加舒缓的音乐，音量30%"),
        Topic::Arrange => ("move clip 2 to the start", "把第二段移到开头"),
        Topic::Transition => ("add crossfades of 0.5 seconds", "加0.5秒的交叉淡化"),
        Topic::Canvas => ("make it vertical", "改成竖屏"),
        Topic::Picture => ("make clip 1 a bit brighter", "把第一段调亮一点"),
    };
    in_words(english, chinese, language)
}

fn in_words(english: &str, chinese: &str, language: Language) -> String {
    if language == Language::English { english.into() } else { chinese.into() }
}

fn title(pieces: &[Segment], language: Language) -> String {
    let end = pieces.last().map(Segment::end).unwrap_or_default();
    if end >= Millis::from_secs(5) {
        let (english, chinese) =
            ("add a title \"Hello\" from 2s to 5s", "在第2秒到第5秒加标题“你好”");
        return in_words(english, chinese, language);
    }
    in_words("add a title \"Hello\" at the start", "在开头加标题“你好”", language)
}

/// The longest clip to about half of itself. It is named where its name says which one it is.
fn trim(pieces: &[Segment], language: Language) -> String {
    let longest = pieces
        .iter()
        .enumerate()
        .max_by_key(|(place, segment)| (segment.duration, std::cmp::Reverse(*place)));
    let Some((place, segment)) = longest.filter(|(_, long)| long.duration.0 >= 2000) else {
        return title(pieces, language);
    };
    let seconds = segment.duration.0 / 2000;
    let named = |name: &&String| {
        pieces.iter().filter(|other| other.source.as_ref() == Some(*name)).count() == 1
            && !name.contains(char::is_whitespace)
    };
    let unit = if seconds == 1 { "second" } else { "seconds" };
    match (segment.source.as_ref().filter(named), language) {
        (Some(name), Language::English) => format!("trim {name} to {seconds} {unit}"),
        (Some(name), Language::Chinese) => format!("把 {name} 剪到{seconds}秒"),
        (None, Language::English) => format!("trim clip {} to {seconds} {unit}", place + 1),
        (None, Language::Chinese) => format!("把第{}段剪到{seconds}秒", place + 1),
    }
}
