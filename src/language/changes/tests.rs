//! Changes told in both languages; the table at the end has each kind that there is.

use crate::draft::{
    Canvas, Draft, Generated, Millis, Mood, SegmentId, TextPlace, Track, Transition,
    TransitionKind, changes,
};

use serde_json::{Value, json};

use super::*;
use crate::draft::wire::decode;

fn picture(number: u64, start: u64, length: u64) -> Segment {
    let mut segment =
        Segment::new(SegmentId::new(format!("s{number}")), Millis(start), Millis(length));
    segment.source = Some(format!("{number}.jpg"));
    segment
}

fn film(pictures: u64, length: u64) -> Draft {
    let mut track = Track::new(Kind::Video);
    track.segments = (0..pictures).map(|n| picture(n + 1, n * length, length)).collect();
    Draft { tracks: vec![track], ..Draft::default() }
}

fn with_sound(mut draft: Draft, id: &str, mood: Mood) -> Draft {
    let mut segment = Segment::new(SegmentId::new(id), Millis::ZERO, draft.duration());
    segment.generated = Some(Generated::Music { mood, seed: 1, tempo: None, whole: None });
    segment.volume = Some(0.35);
    let mut track = Track::new(Kind::Audio);
    track.segments.push(segment);
    draft.tracks.push(track);
    draft
}

fn with_text(mut draft: Draft, words: &str, place: TextPlace) -> Draft {
    let mut segment = Segment::new(SegmentId::new("t"), Millis::ZERO, Millis(3000));
    segment.text = Some(words.into());
    segment.text_style.place = place;
    let mut track = Track::new(Kind::Text);
    track.segments.push(segment);
    draft.tracks.push(track);
    draft
}

fn crossfaded(mut draft: Draft) -> Draft {
    for segment in draft.tracks[0].segments.iter_mut().skip(1) {
        segment.transition =
            Some(Transition { kind: TransitionKind::crossfade(), duration: Millis(500) });
    }
    draft
}

#[track_caller]
fn told(before: &Draft, after: &Draft, english: &[&str], chinese: &[&str]) {
    let facts = changes(before, after);
    assert_eq!(tell_changes(&facts, Language::English), english);
    assert_eq!(tell_changes(&facts, Language::Chinese), chinese);
}

#[test]
fn a_new_film_is_told_in_a_line_for_each_track() {
    let after = with_text(
        with_sound(crossfaded(film(6, 5000)), "m", Mood::Calm),
        "Hello",
        TextPlace::Centre,
    );
    told(
        &Draft::default(),
        &after,
        &[
            "6 pictures added, 5\u{a0}s each, crossfade 0.5\u{a0}s",
            "Music added: calm, 0–30\u{a0}s, 35%",
            "Title added: “Hello”, 0–3\u{a0}s",
        ],
        &[
            "添加 6 张图片，每张 5\u{a0}秒，交叉淡化 0.5\u{a0}秒",
            "添加音乐：平静，0–30\u{a0}秒，35%",
            "添加标题：“Hello”，0–3\u{a0}秒",
        ],
    );
}

#[test]
fn a_change_is_told_from_before_to_after() {
    let before = with_sound(film(1, 5000), "m", Mood::Calm);
    let mut after = before.clone();
    after.tracks[1].segments[0].volume = Some(0.2);
    after.canvas = Canvas { width: 1080, height: 1920, ..after.canvas };
    told(
        &before,
        &after,
        &["Canvas: 1920×1080 (16:9) → 1080×1920 (9:16)", "calm: volume 35% → 20%"],
        &["画布：1920×1080（16:9）→ 1080×1920（9:16）", "平静：音量 35% → 20%"],
    );
}

#[test]
fn other_music_is_a_replacement() {
    let before = with_sound(film(1, 5000), "m", Mood::Calm);
    let after = with_sound(film(1, 5000), "n", Mood::Upbeat);
    told(
        &before,
        &after,
        &["Music: calm → upbeat, 0–5\u{a0}s, 35%"],
        &["音乐：平静 → 轻快，0–5\u{a0}秒，35%"],
    );
}

#[test]
fn like_changes_of_many_pieces_are_one_line() {
    told(
        &film(6, 5000),
        &film(6, 3000),
        &["6 pieces: length 5\u{a0}s → 3\u{a0}s", "5 pieces start earlier"],
        &["6 个片段：时长 5\u{a0}秒 → 3\u{a0}秒", "5 个片段提前"],
    );
    told(
        &film(4, 5000),
        &crossfaded(film(4, 5000)),
        &["3 pieces: transition none → crossfade 0.5\u{a0}s"],
        &["3 个片段：转场 无 → 交叉淡化 0.5\u{a0}秒"],
    );
    told(&film(4, 5000), &Draft::default(), &["4 pictures removed"], &["删除 4 张图片"]);
}

#[test]
fn words_keep_their_quotation_marks() {
    let before = with_text(film(1, 5000), "Hi", TextPlace::Bottom);
    let after = with_text(film(1, 5000), "Bye", TextPlace::Bottom);
    told(&before, &after, &["Text: “Hi” → “Bye”"], &["文字：“Hi” → “Bye”"]);
    told(
        &before,
        &film(1, 5000),
        &["Caption removed: “Hi”, 0–3\u{a0}s"],
        &["删除字幕：“Hi”，0–3\u{a0}秒"],
    );
}

#[test]
fn each_kind_of_change_is_told_with_its_names_times_before_and_after() {
    type Case = (&'static str, Value, Value, &'static str, &'static str);
    let clip = |more: Value| piece(json!({"id": "a", "d": 5000, "src": "a.mp4"}), more);
    let text = |more: Value| piece(json!({"id": "t", "d": 3000}), more);
    let (video, audio, words) = (0, 1, 7);
    let cases: Vec<Case> = vec![
        (
            "added",
            json!({}),
            one(audio, json!({"id": "m", "d": 9000, "m": {"name": "Lo-fi", "volume": 0.35}})),
            "Sound added: Lo-fi, 0–9 s, 35%",
            "添加声音：Lo-fi，0–9 秒，35%",
        ),
        (
            "removed",
            one(video, clip(json!({}))),
            json!({}),
            "Clip removed: a.mp4, 0–5 s",
            "删除片段：a.mp4，0–5 秒",
        ),
        (
            "moved",
            one(video, clip(json!({"st": 0}))),
            one(video, clip(json!({"st": 2500}))),
            "a.mp4: start 0 s → 2.5 s",
            "a.mp4：开始 0 秒 → 2.5 秒",
        ),
        (
            "trimmed at its end",
            one(video, clip(json!({}))),
            one(video, clip(json!({"d": 3000}))),
            "a.mp4: length 5 s → 3 s",
            "a.mp4：时长 5 秒 → 3 秒",
        ),
        (
            "trimmed at its start",
            one(video, clip(json!({}))),
            one(video, clip(json!({"in": 1000}))),
            "a.mp4: in point 0 s → 1 s",
            "a.mp4：入点 0 秒 → 1 秒",
        ),
        (
            "renamed",
            one(video, clip(json!({"m": {"name": "Beach"}}))),
            one(video, clip(json!({"m": {"name": "Pier"}}))),
            "Name: “Beach” → “Pier”",
            "名称：“Beach” → “Pier”",
        ),
        (
            "volume",
            one(video, clip(json!({"m": {"volume": 1.0}}))),
            one(video, clip(json!({"m": {"volume": 0.2}}))),
            "a.mp4: volume 100% → 20%",
            "a.mp4：音量 100% → 20%",
        ),
        (
            "text",
            one(words, text(json!({"m": {"text": "Hi"}}))),
            one(words, text(json!({"m": {"text": "Bye"}}))),
            "Text: “Hi” → “Bye”",
            "文字：“Hi” → “Bye”",
        ),
        (
            "canvas",
            json!({"m": {"width": 1920, "height": 1080}}),
            json!({"m": {"width": 1080, "height": 1080}}),
            "Canvas: 1920×1080 (16:9) → 1080×1080 (1:1)",
            "画布：1920×1080（16:9）→ 1080×1080（1:1）",
        ),
        (
            "the film's name",
            json!({"m": {"title": "One"}}),
            json!({"m": {"title": "Two"}}),
            "Film renamed: “One” → “Two”",
            "影片改名：“One” → “Two”",
        ),
        (
            "a track's name",
            json!({"t": [{"tt": 0, "m": {"name": "Main"}, "sg": []}]}),
            json!({"t": [{"tt": 0, "m": {"name": "B-roll"}, "sg": []}]}),
            "Track V1 renamed: “Main” → “B-roll”",
            "轨道 V1 改名：“Main” → “B-roll”",
        ),
        (
            "a track's volume",
            json!({"t": [{"tt": 1, "sg": []}]}),
            json!({"t": [{"tt": 1, "m": {"volume": 0.35}, "sg": []}]}),
            "Track A1: volume 100% → 35%",
            "轨道 A1：音量 100% → 35%",
        ),
    ];
    for (name, before, after, english, chinese) in cases {
        let draft = |json: &Value| decode(json).expect("a draft");
        let facts = changes(&draft(&before), &draft(&after));
        let told = |language| tell_changes(&facts, language).join("\n").replace('\u{a0}', " ");
        assert_eq!(told(Language::English), english, "{name}");
        assert_eq!(told(Language::Chinese), chinese, "{name}");
    }
}

/// A piece with more said about it.
fn piece(mut piece: Value, more: Value) -> Value {
    for (key, value) in more.as_object().expect("an object") {
        piece[key] = value.clone();
    }
    piece
}

/// A film of one piece.
fn one(kind: i64, piece: Value) -> Value {
    json!({"t": [{"tt": kind, "sg": [piece]}]})
}
