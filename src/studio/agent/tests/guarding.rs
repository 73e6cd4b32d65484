//! What takes pieces away, or touches all of them, was named for that: nouns of everything else in many a frame.

use super::{THREE, scene, take_turn};
use crate::studio::agent::operation::main_video;

/// What lies on pieces, or is heard and read beside them, and what nobody knows.
const ENGLISH: [&str; 34] = [
    "sepia",
    "vignette",
    "blur",
    "black and white",
    "crossfade",
    "crossfades",
    "dissolve",
    "wipe",
    "transition",
    "transitions",
    "fade",
    "fade out",
    "zoom",
    "title",
    "caption",
    "captions",
    "text",
    "subtitle",
    "subtitles",
    "music",
    "song",
    "soundtrack",
    "sound",
    "audio",
    "logo",
    "watermark",
    "border",
    "background",
    "dust",
    "people",
    "date stamp",
    "reflection",
    "noise",
    "sparkle",
];

const CHINESE: [&str; 30] = [
    "棕褐色",
    "暗角",
    "模糊",
    "黑白",
    "叠化",
    "转场",
    "过渡",
    "淡出",
    "淡入淡出",
    "镜头推近",
    "标题",
    "字幕",
    "文字",
    "音乐",
    "配乐",
    "背景音乐",
    "原声",
    "声音",
    "标志",
    "水印",
    "黑边",
    "边框",
    "背景",
    "灰尘",
    "路人",
    "日期",
    "反光",
    "噪点",
    "亮片",
    "贴纸",
];

const FRAMES: [&str; 16] = [
    "remove the {} from both photos",
    "remove the {} from all the pictures",
    "take the {} off the photos",
    "get rid of the {} on all the pictures",
    "delete the {} from every picture",
    "lose the {} on the photos please",
    "the {} is awful, remove it",
    "the {} looks cheap, take it off both photos",
    "I'm tired of the {}, please get rid of it",
    "I don't like the {}, remove it from all of them",
    "I would rather not have any {}, please remove all of them",
    "not keen on the {}, take it off both of them",
    "the {} is too much, drop it",
    "scrap the {} in the pictures",
    "no more {} on the photos, remove it everywhere",
    "the {} annoys everybody, delete that",
];

const CHINESE_FRAMES: [&str; 14] = [
    "把照片上的{}去掉",
    "从所有照片上去掉{}",
    "两张照片上的{}去掉",
    "所有图片的{}都去掉",
    "{}太难看了，去掉吧",
    "{}太丑，都去掉",
    "{}我看腻了，两张都去掉",
    "不喜欢这个{}，全部删掉",
    "{}不想要了，都删了吧",
    "这个{}太俗气，把它删掉",
    "{}有点多余，全去掉",
    "把{}从每张图上删掉",
    "{}抢眼，去掉",
    "图片里的{}都不要",
];

fn pieces_after(sentence: &str) -> (usize, String) {
    let mut scene = scene(THREE);
    let answer = take_turn(sentence, &mut scene);
    (main_video(&scene.draft).len(), answer.text)
}

fn lost(frames: &[&str], nouns: &[&str]) -> Vec<String> {
    let sentences =
        frames.iter().flat_map(|frame| nouns.iter().map(|noun| frame.replace("{}", noun)));
    let wrong = sentences.filter_map(|sentence| {
        let (left, said) = pieces_after(&sentence);
        (left != 3).then(|| format!("{sentence}\n  {left} left: {said}"))
    });
    wrong.collect()
}

#[test]
fn what_lies_on_pieces_never_takes_them_away() {
    let mut wrong = lost(&FRAMES, &ENGLISH);
    wrong.extend(lost(&CHINESE_FRAMES, &CHINESE));
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Things that something may be said of and that are no pieces; a wish for all of them behind that.
#[test]
fn what_was_said_of_other_things_is_not_done_to_every_piece() {
    let nouns = ["sepia", "crossfades", "title", "captions", "music", "logo", "transitions"];
    let frames = [
        "the {} flurble, make them all 2 seconds",
        "the {} zorbs me, all 2 seconds please",
        "those {} are wibbly, remove all of them",
        "the {} glorp badly, 2 seconds each",
    ];
    let mut wrong = Vec::new();
    for sentence in
        frames.iter().flat_map(|frame| nouns.iter().map(|noun| frame.replace("{}", noun)))
    {
        let mut scene = scene(THREE);
        let before = main_video(&scene.draft).len();
        let lengths = |scene: &super::super::Scene| -> Vec<u64> {
            main_video(&scene.draft).iter().map(|piece| piece.duration.0).collect()
        };
        let were = lengths(&scene);
        let answer = take_turn(&sentence, &mut scene);
        if lengths(&scene) != were || main_video(&scene.draft).len() != before {
            wrong.push(format!("{sentence}\n  {}", answer.text));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
