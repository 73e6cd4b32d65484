//! A sentence that would be understood, near to what was not, and fitting the film that is there.

use super::super::request::Topic;
use super::super::scene::Scene;
use crate::language::Language;

/// An example for a subject.
pub fn example(topic: Topic, scene: &Scene, language: Language) -> String {
    let topic = if scene.draft.is_ready() { topic } else { Topic::Make };
    let (english, chinese) = match topic {
        Topic::Make => {
            ("make a 20-second video with music and crossfades", "做一个20秒的视频，加音乐和转场")
        }
        Topic::Text => ("add a title \"Hello\" from 2s to 5s", "在第2秒到第5秒加标题“你好”"),
        Topic::Music => ("add calm music at 30%", "加舒缓的音乐，音量30%"),
        Topic::Cut => ("trim the second clip to 3 seconds", "把第二段剪到3秒"),
        Topic::Arrange => ("move clip 2 to the start", "把第二段移到开头"),
        Topic::Transition => ("add crossfades of 0.5 seconds", "加0.5秒的交叉淡化"),
        Topic::Canvas => ("make it vertical", "改成竖屏"),
    };
    if language == Language::English { english.into() } else { chinese.into() }
}
