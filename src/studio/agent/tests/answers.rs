//! What is answered: read off the films, and honest about the rest.

use super::notation::scene;
use super::{CLIPS, FOOTAGE, PICTURES, THREE, take_turn};

/// What must be said, word for word.
#[track_caller]
pub fn says(start: &str, sentence: &str, words: &[&str]) {
    let mut scene = scene(start);
    let answer = take_turn(sentence, &mut scene);
    assert_eq!(answer.text.lines().collect::<Vec<_>>(), words, "{sentence}");
}

#[test]
fn a_new_film_is_told_from_what_is_on_it() {
    says(
        PICTURES,
        "make a 9-second promo with calm music, crossfades and the title \"Hello\"",
        &[
            "Made a film of 9\u{a0}s. 3 pictures added, 3\u{a0}s each, crossfade 0.5\u{a0}s. Music added: calm, 0–9\u{a0}s, 35%. Title added: “Hello”, 0–3\u{a0}s.",
        ],
    );
    says(
        PICTURES,
        "做一个9秒的竖屏宣传片，加音乐",
        &[
            "已做好一个 9\u{a0}秒的影片。画布：1920×1080（16:9）→ 1080×1920（9:16）。添加 3 张图片，每张 3\u{a0}秒。添加音乐：轻快，0–9\u{a0}秒，35%。",
        ],
    );
}

#[test]
fn what_came_out_otherwise_is_said() {
    says(
        CLIPS,
        "make a 30 second video",
        &[
            "Made a film of 16\u{a0}s. Clip added: bikes.mp4, 0–10\u{a0}s. Clip added: bunny.mp4, 10–16\u{a0}s.",
            "You asked for 30\u{a0}s, but footage cannot be stretched and there is only enough for 16\u{a0}s.",
        ],
    );
    says(
        THREE,
        "make a 15 second slideshow",
        &[
            "Made a film of 15\u{a0}s. 3 pictures added, 5\u{a0}s each.",
            "It replaces the film that was there; “undo” brings that back.",
        ],
    );
}

#[test]
fn loudness_beyond_the_most_is_told_as_such() {
    let calm = "[a.jpg] V1 a.jpg 0-15000 / A1 calm 0-15000 40%";
    says(calm, "set the volume to 300%", &["calm: volume 40% → 100%", "100% is the most."]);
    says(calm, "音量调到300%", &["平静：音量 40% → 100%", "音量最大是 100%。"]);
}

#[test]
fn a_refusal_says_why_and_what_can_be() {
    for (start, sentence, words) in [
        (
            "[]",
            "make a video",
            "There are no pictures or clips yet. Add some: upload PATH, or paste or drop them; then say what to make of them.",
        ),
        (
            "[]",
            "做一个视频",
            "还没有图片或视频。请先添加：upload 路径，或粘贴、拖入；然后再说要做什么。",
        ),
        (THREE, "remove clip 9", "There is no clip 9; there are 3, the last one is c.jpg."),
        (THREE, "删除第九张图片", "没有第 9 张图片，一共只有 3 张。"),
        (
            FOOTAGE,
            "make clip 2 9 seconds long",
            "bunny.mp4 cannot be stretched; the most it can last is 6\u{a0}s.",
        ),
        (THREE, "remove bikes.mp4", "There is no file bikes.mp4. Add it with: upload PATH"),
        (THREE, "add a title \"A\" from 5 to 3 seconds", "The end is before the start."),
        (THREE, "删掉第5秒到第3秒", "结束时间早于开始时间。"),
        (THREE, "在第5秒到第3秒加标题“A”", "结束时间早于开始时间。"),
        (THREE, "undo", "There is nothing to undo."),
        (THREE, "重做", "没有可以重做的操作。"),
        (
            THREE,
            "make it 4:3",
            "4:3 is not a shape I make films in. There are 16:9, 9:16, 1:1 and 4:5.",
        ),
        (THREE, "make it landscape", "Nothing changed: it was like that already."),
    ] {
        says(start, sentence, &[words]);
    }
}

#[test]
fn words_that_were_in_the_way_are_named_with_an_example() {
    says(
        THREE,
        "remove the whale",
        &[
            "I did not understand “whale”, so nothing came of that part. Try: move clip 2 to the start",
        ],
    );
    says(
        THREE,
        "加一只独角兽",
        &["没有听懂“独角兽”，这部分没有动。可以这样说：在第2秒到第5秒加标题“你好”"],
    );
}

#[test]
fn an_example_edits_the_film_that_is_there() {
    for film in [
        THREE,
        "[a.jpg] V1 a.jpg 0-1000",
        "[a.jpg] V1 a.jpg 0-3000 / T1 \"Hi\" 0-1000",
        "[a.jpg b.jpg] V1 a.jpg 0-1000 | b.jpg 1000-5000 / T1 \"Hi\" 0-1000",
        "[a.jpg] V1 a.jpg 0-4000 | a.jpg 4000-9000 / T1 \"Hi\" 0-1000",
    ] {
        for sentence in
            ["make it pop", "add a unicorn", "trim", "remove", "", "做得更有冲击力", "剪短一点"]
        {
            let text = take_turn(sentence, &mut scene(film)).text;
            let lead = ["Try: ", "for example: ", "可以这样说：", "例如："];
            let example = lead.iter().find_map(|lead| text.split_once(lead)).map(|(_, said)| said);
            let example = example.unwrap_or_else(|| panic!("no example for {sentence}: {text}"));
            assert!(
                !example.starts_with("make a ") && !example.starts_with("做一个"),
                "{film}: {text}"
            );
            let mut scene = scene(film);
            let answer = take_turn(example, &mut scene);
            assert!(answer.changed, "{film}: {sentence}: {example}: {}", answer.text);
        }
    }
}

#[test]
fn what_was_done_and_what_was_not_stand_side_by_side() {
    says(
        THREE,
        "make it vertical and put a sticker on it",
        &[
            "Canvas: 1920×1080 (16:9) → 1080×1920 (9:16)",
            "“sticker” is not something I can do yet, so nothing came of that part. I can make a film from your files, cut and \
             order it, and add titles, music, transitions and fades.",
        ],
    );
}

#[test]
fn words_that_were_not_given_are_asked_for() {
    says(
        CLIPS,
        "Join these clips into an 8-second promo with text overlays and transitions, and export it as a 1080p MP4",
        &[
            "Made a film of 8\u{a0}s. Clip added: bikes.mp4, 0–4.9\u{a0}s. Clip added: bunny.mp4, 4.9–8\u{a0}s, crossfade 0.5\u{a0}s. \
             Caption added: “Bikes”, 0–4.9\u{a0}s. Caption added: “Bunny”, 4.9–8\u{a0}s.",
            "The words are the names of the files, as you did not say which; for others: change the caption “…” to “…”",
            "To save the film, say “export” by itself.",
        ],
    );
}

#[test]
fn words_that_only_colour_a_new_film_are_admitted_to() {
    says(
        PICTURES,
        "make a breathtaking 9 second video",
        &[
            "Made a film of 9\u{a0}s. 3 pictures added, 3\u{a0}s each.",
            "Not used, as I do not know what to do with it: “breathtaking”.",
        ],
    );
}

#[test]
fn questions_are_answered_from_the_film() {
    says(THREE, "how long is it?", &["The film is 15\u{a0}s long."]);
    says(THREE, "视频有多长？", &["影片长 15\u{a0}秒。"]);
    says(
        THREE,
        "what is on the timeline?",
        &["The film is 15\u{a0}s long. 3 pieces.", "V1: a.jpg, b.jpg, c.jpg"],
    );
    says(
        FOOTAGE,
        "which files are there?",
        &["2 files: bikes.mp4 (10\u{a0}s), bunny.mp4 (6\u{a0}s)."],
    );
    says(
        "[a.jpg] V1 a.jpg 0-5000 / A1 calm 0-5000 35%",
        "is the music too loud?",
        &[
            "The film is 5\u{a0}s long, 1920×1080 (16:9) at 30\u{a0}fps.",
            "V1: a.jpg 0–5\u{a0}s",
            "A1: calm 0–5\u{a0}s 35%",
            "I took that as a question, so nothing changed. I can tell how long the film is, what is on it and which files \
             there are; to change something, say it as a request.",
        ],
    );
    says("[]", "有哪些文件？", &["还没有文件。可以添加：upload 路径，或粘贴、拖入。"]);
}

#[test]
fn every_example_that_is_given_works() {
    let film = "[a.jpg b.jpg c.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 / A1 upbeat 0-15000 35%";
    for sentence in [
        "make a 20-second video with music and crossfades",
        "add a title \"Hello\" from 2s to 5s",
        "add calm music at 30%",
        "trim the second clip to 3 seconds",
        "move clip 2 to the start",
        "add crossfades of 0.5 seconds",
        "make it vertical",
        "remove clip 1",
        "做一个20秒的视频，加音乐和转场",
        "用这些图片做一个20秒的视频，加音乐和转场",
        "在第2秒到第5秒加标题“你好”",
        "加舒缓的音乐，音量30%",
        "把第二段剪到3秒",
        "把第二段移到开头",
        "加0.5秒的交叉淡化",
        "改成竖屏",
        "删除第一段",
    ] {
        let answer = take_turn(sentence, &mut scene(film));
        assert!(answer.changed, "{sentence}: {}", answer.text);
    }
}
