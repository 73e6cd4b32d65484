//! Editing by key, from the key to the changed film: the editor's own state, its sentence, and the
//! studio's agent that carries it out.

#[path = "by_key/held.rs"]
mod held;
#[path = "by_key/picture.rs"]
mod picture;
#[path = "by_key/rig.rs"]
mod rig;

use cutroom::app::{Body, Focus, Mark};
use cutroom::draft::{
    Draft, Generated, Kind, Millis, Mood, Segment, SegmentId, Track, Transition, TransitionKind,
    segment_label,
};
use cutroom::language::Language;
use picture::{film, picture};
use rig::Rig;

/// A film, keys, what is said in English and in Chinese, the film then. This table is the manual of the
/// timeline.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// A letter is a clip, which repeats for as long as it lasts: a column is half a second. `.` is empty
/// time, `|` a cut between clips of the same letter. Uppercase letters are pictures, others words.
const FILM: &str = "V1 AAAABBBBCCCC / T1 .hhh.bb";

#[rustfmt::skip]
const MANUAL: &[Row] = &[
    ("V1 AAAABBBBCCCC", "+3s b", "split clip 2 on V1 at 3s", "在3秒处拆分V1的第2段", "V1 AAAABB|BBCCCC"),
    ("V1 AAAABBBBCCCC", "+3s [", "cut the start of clip 2 on V1 away up to 3s", "把V1第2段在3秒之前的部分剪掉", "V1 AAAABBCCCC"),
    ("V1 AAAABBBBCCCC", "+3s ]", "cut the end of clip 2 on V1 away from 3s on", "把V1第2段在3秒之后的部分剪掉", "V1 AAAABBCCCC"),
    ("V1 AAAABBBBCCCC", "x", "delete clip 1 on V1 and close the gap", "删除V1第1段并合拢空隙", "V1 BBBBCCCC"),
    ("V1 AAAABBBBCCCC", "+3s X", "delete clip 2 on V1 and leave the gap", "删除V1第2段并保留空隙", "V1 AAAA....CCCC"),
    ("V1 AAAABBBBCCCC", "+3s d", "duplicate clip 2 on V1", "复制V1第2段，放在它后面", "V1 AAAABBBB|BBBBCCCC"),
    ("V1 AAAABBBBCCCC", "+3s alt-left wait", "make clip 2 on V1 clip 1 of that track", "把V1第2段移到该轨道的第1段", "V1 BBBBAAAACCCC"),
    ("V1 AAAABBBBCCCC", "alt-right wait", "make clip 1 on V1 clip 2 of that track", "把V1第1段移到该轨道的第2段", "V1 BBBBAAAACCCC"),
    ("V1 AAAABBBBCCCC", "alt-right alt-right enter", "make clip 1 on V1 clip 3 of that track", "把V1第1段移到该轨道的第3段", "V1 BBBBCCCCAAAA"),
    ("V1 AAAABBBBCCCC", "+1s i +3s o c", "cut 1s to 4s out of all tracks and close the gap", "把所有轨道1秒到4秒的部分剪掉并合拢空隙", "V1 AACCCC"),
    ("V1 AAAABBBBCCCC", "( ( ( ( ( ( ( ( ( ( ( ( ( ( ( wait", "trim the end of clip 1 on V1 by 15 frames", "把V1第1段的结尾剪短15帧", "V1 AAABBBBCCCC"),
    ("V1 AAAABBBBCCCC", ") ) ) ) ) ) ) ) ) ) ) ) ) ) ) enter", "extend the end of clip 1 on V1 by 15 frames", "把V1第1段的结尾延长15帧", "V1 AAAAABBBBCCCC"),
    ("V1 AAAABBBBCCCC", "+3s } } } } } } } } } } } } } } } wait", "trim the start of clip 2 on V1 by 15 frames", "把V1第2段的开头剪短15帧", "V1 AAAABBBCCCC"),
    ("V1 AAAABBBBCCCC", "+3s { { { { { { { { { { { { { { { wait", "extend the start of clip 2 on V1 by 15 frames", "把V1第2段的开头延长15帧", "V1 AAAABBBBBCCCC"),
    ("V1 AAAABBBBCCCC", "{ { { { { { { { { { { { { { { wait", "extend the start of clip 1 on V1 by 15 frames", "把V1第1段的开头延长15帧", "V1 AAAAABBBBCCCC"),
    ("V1 AAAABBBBCCCC", "( ( ) wait", "trim the end of clip 1 on V1 by 1 frame", "把V1第1段的结尾剪短1帧", "V1 AAAABBBBCCCC"),
    (FILM, "+1s words alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left alt-left wait", "move clip 1 on T1 earlier by 15 frames", "把T1第1段前移15帧", "V1 AAAABBBBCCCC / T1 hhh..bb"),
    (FILM, "+1s words alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right wait", "move clip 1 on T1 later by 15 frames", "把T1第1段后移15帧", "V1 AAAABBBBCCCC / T1 ..hhhbb"),
    (FILM, "+4s words p", "move clip 2 on T1 so that it starts at 4s", "把T1第2段移到从4秒开始", "V1 AAAABBBBCCCC / T1 .hhh....bb"),
    (FILM, "+1s words x", "delete clip 1 on T1 and close the gap", "删除T1第1段并合拢空隙", "V1 AAAABBBBCCCC / T1 ..bb"),
    (FILM, "+1s words X", "delete clip 1 on T1 and leave the gap", "删除T1第1段并保留空隙", "V1 AAAABBBBCCCC / T1 .....bb"),
    (FILM, "+1s words enter backspace k enter", "change the words of clip 1 on T1 to “k”", "把T1第1段的文字改成“k”", "V1 AAAABBBBCCCC / T1 .kkk.bb"),
    ("V1 AAAABBBBCCCC", "+3s media j j A", "insert at 3s the file “C.jpg”", "在3秒处插入文件“C.jpg”", "V1 AAAABBCCCCCCCCCCBBCCCC"),
    ("V1 AAAABBBBCCCC", "+2s media A", "insert at 2s the file “A.jpg”", "在2秒处插入文件“A.jpg”", "V1 AAAA|AAAAAAAAAABBBBCCCC"),
    ("V1 AAAABBBB", "+9s media j j A", "insert at 4s the file “C.jpg”", "在4秒处插入文件“C.jpg”", "V1 AAAABBBBCCCCCCCCCC"),
    ("V1 AAAABBBBCCCCDDDD", "+3s v +2s x", "delete clips 2 to 3 on V1 and close the gap", "删除V1第2到3段并合拢空隙", "V1 AAAADDDD"),
    ("V1 AAAABBBBCCCCDDDD", "+5s v -2s X", "delete clips 2 to 3 on V1 and leave the gap", "删除V1第2到3段并保留空隙", "V1 AAAA........DDDD"),
    ("V1 AAAABBBBCCCCDDDD", "v +3s d", "duplicate clips 1 to 2 on V1", "复制V1第1到2段，放在它们后面", "V1 AAAABBBBAAAABBBBCCCCDDDD"),
    ("V1 AAAABBBBCCCCDDDD", "v +3s alt-right alt-right wait", "move clips 1 to 2 on V1 so that they begin as clip 3", "把V1第1到2段移到从该轨道的第3段开始", "V1 CCCCDDDDAAAABBBB"),
    ("V1 AAAABBBBCCCCDDDD", "+5s v +2s alt-left wait", "move clips 3 to 4 on V1 so that they begin as clip 2", "把V1第3到4段移到从该轨道的第2段开始", "V1 AAAACCCCDDDDBBBB"),
    ("V1 AAAABBBBCCCC / T1 .hh.bb..", "+0.6s words v +1.5s alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right alt-right S alt-right alt-right alt-right wait", "move clips 1 to 2 on T1 later by 15 frames", "把T1第1到2段后移15帧", "V1 AAAABBBBCCCC / T1 ..hh.bb"),
    (FILM, "+1s words b", "split clip 1 on T1 at 1s", "在1秒处拆分T1的第1段", "V1 AAAABBBBCCCC / T1 .h|hh.bb"),
];

#[test]
fn the_manual_of_the_timeline() {
    let mut wrong = Vec::new();
    for (before, keys, english, chinese, after) in MANUAL {
        for (language, sentence) in [(Language::English, english), (Language::Chinese, chinese)] {
            let mut rig = Rig::new(language, film(before));
            rig.press(keys);
            let (said, found) = (rig.said.join(" / "), picture(rig.film()));
            if said != *sentence || found != *after || !rig.told().is_empty() {
                let told = rig.told();
                wrong.push(format!(
                    "{before}, {keys}\n  said  {said}\n  film  {found}\n  told  {told:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// All of a film that the lanes draw, without the names of its pieces.
fn drawn(draft: &Draft) -> Vec<Vec<String>> {
    let piece = |piece: &Segment| {
        let (from, to, source) = (piece.start, piece.end(), piece.source_in);
        let label = segment_label(piece);
        let (volume, rise, fall) = (piece.volume, piece.fade_in, piece.fade_out);
        let crossing = piece.transition.as_ref().map(|crossing| crossing.duration);
        format!("{label} {from}-{to} of {source}, {volume:?}, {rise} {fall}, {crossing:?}")
    };
    let filled = draft.tracks.iter().filter(|track| !track.segments.is_empty());
    filled.map(|track| track.segments.iter().map(piece).collect()).collect()
}

#[test]
fn what_an_edit_will_do_is_on_the_screen_before_it_is_done() {
    let manual = MANUAL.iter().map(|(before, keys, ..)| (film(before), *keys));
    let more = [
        "+1s alt-right wait",
        "+3s alt-right wait",
        "x",
        "+3s x",
        "+5s x",
        "+3s X",
        "+5s X",
        "+3s d",
        "+5s d",
        "+3s [",
        "+3s ]",
        "+5s ]",
        "+3s b",
        "+1s i +3s o c",
        "+3s ( ( ( wait",
        "+3s } } wait",
        "+5s ( ( wait",
        "+5s { { wait",
        "+5s ) ) wait",
        "{ { wait",
        "f f wait",
        "+3s alt-down wait",
        "+3s words x",
        "+3s words [",
        "+3s media A",
        "+2s media j A",
        "+9s media A",
    ];
    let busy = more.map(|keys| (busy_film(), keys));
    // Sound before the sound that is there, and cut where the pictures end.
    let sounding = ["media j j j A", "+5s media j j j A"].map(|keys| (sounding_film(), keys));
    let mut wrong = Vec::new();
    for (before, keys) in manual.chain(busy).chain(sounding) {
        let mut rig = Rig::new(Language::English, before.clone());
        rig.hold_answers();
        rig.press(keys);
        assert_eq!(rig.said.len(), 1, "{keys}");
        assert_eq!((rig.film(), rig.polled()), (&before, &before), "{keys}: nothing was done yet");
        let expected = drawn(rig.shown());
        assert_ne!(expected, drawn(&before), "{keys}");
        rig.answer();
        let came = drawn(rig.film());
        if expected != came || rig.state.timeline.is_expected() || !rig.told().is_empty() {
            wrong.push(format!("{keys}\n  expected {expected:?}\n  came     {came:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Pictures, and half a second of sound in the fifth second.
fn sounding_film() -> Draft {
    let mut draft = film("V1 AAAABBBBCCCC");
    let mut sound = Segment::new(SegmentId::new("s90"), Millis(4000), Millis(500));
    sound.source = Some("song.mp3".to_owned());
    let mut track = Track::new(Kind::Audio);
    track.segments.push(sound);
    draft.tracks.insert(1, track);
    draft
}

/// The same film of clips in place of pictures.
fn of_clips(mut draft: Draft) -> Draft {
    for piece in &mut draft.tracks[0].segments {
        piece.source = piece.source.as_ref().map(|name| name.replace(".jpg", ".mp4"));
        piece.source_in = Millis(20_000);
    }
    draft
}

/// Footage with a crossing, words over one of its pieces, and music to its end.
fn busy_film() -> Draft {
    let mut draft = of_clips(film("V1 AAAABBBBCCCC / T1 ....bbbb"));
    draft.tracks[0].segments[1].transition =
        Some(Transition { kind: TransitionKind::crossfade(), duration: Millis(500) });
    let mut music = Segment::new(SegmentId::new("s90"), Millis(0), Millis(6000));
    music.generated =
        Some(Generated::Music { mood: Mood::Calm, seed: 1, tempo: None, whole: None });
    let mut track = Track::new(Kind::Audio);
    track.segments.push(music);
    draft.tracks.insert(1, track);
    draft
}

#[test]
fn the_expected_film_goes_where_its_edit_goes() {
    let before = film("V1 AAAABBBBCCCC");
    let mut rig = Rig::new(Language::English, before.clone());
    rig.press("( ( ( ( (");
    assert_ne!(drawn(rig.shown()), drawn(&before), "steps pile up on the screen");
    rig.press("esc");
    assert_eq!(rig.shown(), &before);
    rig.press("( ( ) )");
    assert_eq!(rig.shown(), &before, "steps that took each other back");
    rig.press("x wait");
    rig.hold_answers();
    rig.press("u wait");
    assert_eq!(picture(rig.shown()), "V1 AAAABBBBCCCC");
    let back = &rig.shown().tracks[0].segments;
    let marks = rig.state.timeline.shown_changes();
    let marks: Vec<_> = back.iter().map(|piece| marks.segment(&piece.id)).collect();
    assert_eq!(marks, [Some(Mark::Expected), None, None], "what comes back, not what makes way");
    rig.answer();
    // Somebody else does something else: what came is what is seen.
    rig.somebody_else_answers(|draft| draft.tracks[0].segments[1].duration.0 -= 500);
    rig.press("x");
    assert_eq!(picture(rig.shown()), "V1 AAAABBB.CCCC");
    assert_eq!(rig.told().len(), 1);
}

#[test]
fn keys_mean_what_is_seen_while_an_edit_waits() {
    // By five steps the second clip begins 5 frames earlier on the screen than in the film that was polled.
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.press("S ( ( ( ( (");
    rig.state.timeline.playhead = Millis(1834);
    rig.press("( wait");
    assert_eq!(
        rig.said,
        ["trim the end of clip 1 on V1 by 5 frames", "trim the end of clip 2 on V1 by 1 frame"]
    );
    // A clip that has left the playhead by steps is still the one that they mean.
    let mut rig = Rig::new(Language::English, film(FILM));
    rig.press("+0.6s S words");
    let steps = ["alt-right"; 12].join(" ");
    rig.press(&format!("{steps} wait"));
    assert_eq!(rig.said, ["move clip 1 on T1 later by 12 frames"]);
}

#[test]
fn a_clip_that_is_moved_again_is_the_same_clip() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.press("+0.5s alt-right wait alt-right wait");
    assert_eq!(picture(rig.film()), "V1 BBBBCCCCAAAA");
    // Pressed while the first turn runs, too.
    rig.hold_answers();
    rig.press("alt-left wait alt-left");
    rig.answer();
    rig.press("wait");
    assert_eq!(picture(rig.film()), "V1 AAAABBBBCCCC");
    assert_eq!(rig.state.timeline.playhead, Millis(500));
}

#[test]
fn in_and_out_point_go_with_what_lay_between_them() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.press("+1s i +3s o c");
    assert_eq!(picture(rig.film()), "V1 AACCCC");
    let marks = &rig.state.timeline.marks;
    assert_eq!((marks.in_point, marks.out_point), (None, None));
    rig.somebody_else_answers(|_| {});
    rig.press("i +1s o c");
    assert!(rig.state.timeline.marks.in_point.is_some(), "nothing was cut out");
}

#[test]
fn loudness_and_fades_are_counted_up_and_said_once() {
    for (keys, sentence) in [
        ("alt-down alt-down alt-down wait", "set the volume of clip 1 on V1 to 85%"),
        ("alt-m wait", "set the volume of clip 1 on V1 to 0%"),
        ("f f f wait", "set the fade-in of clip 1 on V1 to 0.3s"),
        ("t t T wait", "set the fade-out of clip 1 on V1 to 0.1s"),
    ] {
        let mut rig = Rig::new(Language::English, of_clips(film(FILM)));
        rig.press(keys);
        assert_eq!(rig.said, [sentence], "{keys}");
        assert_eq!(rig.told(), [""; 0], "{keys}");
        let clip = &rig.film().tracks[0].segments[0];
        let facts = (clip.volume, clip.fade_in.0, clip.fade_out.0);
        let wanted = match keys.split(' ').next() {
            Some("alt-down") => (Some(0.85), 0, 0),
            Some("alt-m") => (Some(0.0), 0, 0),
            Some("f") => (None, 300, 0),
            _ => (None, 0, 100),
        };
        assert_eq!(facts, wanted, "{keys}");
    }
}

#[test]
fn loudness_and_fades_of_several_are_said_once_and_done_to_each() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.press("v +3s alt-down alt-down wait f f wait alt-m wait");
    assert_eq!(
        rig.said,
        [
            "set the volume of clips 1 to 2 on V1 to 90%",
            "set the fade-in of clips 1 to 2 on V1 to 0.2s",
            "set the volume of clips 1 to 2 on V1 to 0%",
        ]
    );
    assert_eq!(rig.told(), [""; 0]);
    let facts = |segment: &Segment| (segment.volume, segment.fade_in.0);
    let found: Vec<_> = rig.film().tracks[0].segments.iter().map(facts).collect();
    assert_eq!(found, [(Some(0.0), 200), (Some(0.0), 200), (None, 0)]);
}

#[test]
fn several_clips_stay_selected_where_they_go_and_esc_ends_it() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCCDDDD"));
    rig.press("v +3s alt-right wait");
    let choosing = |rig: &Rig| rig.state.timeline.choosing().map(|(_, numbers)| numbers);
    assert_eq!(
        (picture(rig.film()).as_str(), choosing(&rig)),
        ("V1 CCCCAAAABBBBDDDD", Some(2..=3))
    );
    rig.press("alt-left wait");
    assert_eq!(picture(rig.film()), "V1 AAAABBBBCCCCDDDD");
    rig.press("esc");
    assert_eq!((choosing(&rig), rig.state.focus), (None, Focus::Timeline));
    rig.press("v -3s x");
    assert_eq!((picture(rig.film()).as_str(), choosing(&rig)), ("V1 CCCCDDDD", None));
}

#[test]
fn steps_that_take_each_other_back_say_nothing() {
    let mut rig = Rig::new(Language::English, film(FILM));
    rig.press("( ( ) ) wait f F wait");
    assert_eq!(rig.said, [""; 0]);
}

#[test]
fn escape_drops_what_waits_and_another_edit_sends_it_first() {
    let mut rig = Rig::new(Language::English, film(FILM));
    rig.press("( ( esc wait");
    assert_eq!(rig.said, [""; 0]);
    rig.press("( +3s b");
    assert_eq!(rig.said, ["trim the end of clip 1 on V1 by 1 frame", "split clip 2 on V1 at 3s"]);
}

#[test]
fn keys_pressed_while_a_turn_runs_are_carried_out_on_the_drafts_that_come_back() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.hold_answers();
    rig.press("+1s b +2s b +2s b");
    assert_eq!(rig.said, ["split clip 1 on V1 at 1s"]);
    rig.answer();
    assert_eq!(picture(rig.film()), "V1 AA|AABB|BBCC|CC");
    assert_eq!(rig.said.last().map(String::as_str), Some("split clip 5 on V1 at 5s"));
}

#[test]
fn undo_and_redo_are_said_too() {
    let mut rig = Rig::new(Language::Chinese, film("V1 AAAABBBB"));
    rig.press("x u U u");
    assert_eq!(rig.said, ["删除V1第1段并合拢空隙", "撤销", "重做", "撤销"]);
    assert_eq!(picture(rig.film()), "V1 AAAABBBB");
}

#[test]
fn no_file_is_put_into_a_film_that_is_about_to_change_or_was_there_before() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBB"));
    rig.hold_answers();
    rig.press("x media A");
    assert_eq!(rig.said, ["delete clip 1 on V1 and close the gap"]);
    let notice = |rig: &Rig| rig.state.timeline.edits.notice.clone();
    assert_eq!(notice(&rig).as_deref(), Some("A turn runs. Wait for its end"));
    rig.answer();
    rig.state.focus = Focus::Timeline;
    rig.press("< media A");
    assert_eq!(rig.said.len(), 1);
    assert!(notice(&rig).is_some_and(|notice| notice.starts_with("This is an older draft")));
}

#[test]
fn a_file_that_was_put_elsewhere_is_told_plainly() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBB"));
    rig.somebody_else_answers(|draft| {
        let mut segment = draft.tracks[0].segments[0].clone();
        (segment.id, segment.start) = (cutroom::draft::SegmentId::new("new"), Millis(4000));
        draft.tracks[0].segments.push(segment);
    });
    rig.press("+1s media A");
    let told = rig.told();
    assert!(
        told[0].starts_with("That did not happen as asked: A.jpg should start at 1s."),
        "{told:?}"
    );
}

#[test]
fn what_did_not_happen_is_told_plainly() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBB"));
    rig.somebody_else_answers(|draft| {
        draft.tracks[0].segments[1].duration.0 -= 500;
    });
    rig.press("x");
    assert_eq!(
        rig.told(),
        ["That did not happen as asked: the number of clips on V1 should be 1, but it is 2. \
          What did change stands above."]
    );
    assert!(rig.state.chat.entries.iter().any(|entry| matches!(entry.body, Body::Changes(_))));
    let mut rig = Rig::new(Language::Chinese, film("V1 AAAABBBB"));
    rig.somebody_else_answers(|_| {});
    rig.press("+1s b");
    assert_eq!(rig.told(), ["没有按要求完成：V1 的片段数应为 3，现在是 2。影片没有变化。"]);
}

#[test]
fn an_older_draft_is_looked_at_compared_and_gone_back_to_exactly() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.press("x x < <");
    assert_eq!(rig.state.history.looks_at(), Some(1));
    assert_eq!(picture(rig.shown()), "V1 AAAABBBBCCCC");
    rig.press("b");
    assert_eq!(rig.said.len(), 2, "the past is not edited");
    rig.press("esc");
    assert_eq!(picture(rig.shown()), "V1 CCCC");
    rig.press("u x < < < < enter");
    assert!(rig.said.last().is_some_and(|said| said.starts_with("go back to version 1 (")));
    assert_eq!(picture(rig.film()), "V1 AAAABBBBCCCC");
    assert_eq!(rig.told(), [""; 0]);
    rig.press("u");
    assert_eq!(picture(rig.film()), "V1 CCCC");
}

#[test]
fn steps_snap_to_what_is_just_ahead_and_then_lead_on() {
    // A column shows some 55 ms, so three frames ahead of the marker is near. The playhead is a hold too.
    let film = || film("V1 AAAABBBBCCCC / T1 .hhh.bb");
    for (keys, sentence) in [
        ("m ( ( wait", "trim the end of clip 1 on V1 by 2 frames"),
        ("+1s m +0.9s ( wait", "trim the end of clip 1 on V1 by 3 frames"),
        ("+1.9s words alt-right wait", "move clip 1 on T1 later by 1 frame"),
        ("+0.6s words alt-right wait", "move clip 1 on T1 later by 3 frames"),
        ("+0.6s words alt-right alt-right wait", "move clip 1 on T1 later by 4 frames"),
        ("+0.6s words S alt-right wait", "move clip 1 on T1 later by 1 frame"),
        ("+1.9s words ( wait", "trim the end of clip 1 on T1 by 3 frames"),
        ("+0.6s words } wait", "trim the start of clip 1 on T1 by 3 frames"),
        ("+1.9s } wait", "trim the start of clip 1 on V1 by 3 frames"),
    ] {
        let mut rig = Rig::new(Language::English, film());
        rig.press(keys);
        assert_eq!(rig.said.last().map(String::as_str), Some(sentence), "{keys}");
        assert_eq!(rig.told(), [""; 0], "{keys}");
    }
}

#[test]
fn undo_and_redo_are_held_against_the_film_that_was_there() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBBCCCC"));
    rig.press("x x u U u");
    assert_eq!((picture(rig.film()), rig.told()), ("V1 BBBBCCCC".into(), Vec::new()));
    rig.somebody_else_answers(|draft| draft.tracks[0].segments[0].duration.0 -= 500);
    rig.press("u");
    assert_eq!(
        rig.told(),
        ["That did not happen as asked: the film should be as it was before the last change. \
          What did change stands above."]
    );
    let mut rig = Rig::new(Language::Chinese, film("V1 AAAABBBB"));
    rig.press("x u");
    rig.somebody_else_answers(|_| {});
    rig.press("U");
    assert_eq!(rig.told(), ["没有按要求完成：影片应恢复到撤销之前。影片没有变化。"]);
}

#[test]
fn what_this_run_does_not_know_is_not_claimed_of_undo() {
    let mut rig = Rig::new(Language::English, film("V1 AAAABBBB"));
    rig.somebody_else_answers(|draft| draft.tracks[0].segments[0].duration.0 -= 500);
    rig.press("u");
    assert_eq!(rig.told(), [""; 0]);
}
