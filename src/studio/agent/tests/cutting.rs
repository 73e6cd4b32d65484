//! Cuts: trims, ranges kept and removed, lengths.

use super::{FOOTAGE, THREE, check, film, scene, take_turn};

const SCORED: &str = "[a.jpg b.jpg] V1 a.jpg 0-10000 | b.jpg 10000-20000 x500 / A1 calm 0-20000 35% / T1 \"Hi\" 0-3000 | \"Bye\" 17000-20000";

#[test]
fn the_film_is_cut_to_a_length() {
    let cut = "V1 a.jpg 0-5000 | b.jpg 5000-7000";
    check(&[
        (THREE, "cut it to 7 seconds", cut),
        (THREE, "trim the film to 7s", cut),
        (THREE, "shorten the video to seven seconds", cut),
        (THREE, "trim it down to 0:07", cut),
        (THREE, "剪到7秒", cut),
        (THREE, "把视频剪短到7秒", cut),
        (THREE, "将整个视频缩短到七秒", cut),
        (
            SCORED,
            "cut it to 15 seconds",
            "V1 a.jpg 0-10000 | b.jpg 10000-15000 x500 / A1 calm 0-15000 35% / T1 \"Hi\" 0-3000",
        ),
        (
            SCORED,
            "剪到18秒",
            "V1 a.jpg 0-10000 | b.jpg 10000-18000 x500 / A1 calm 0-18000 35% / T1 \"Hi\" 0-3000 | \"Bye\" 17000-18000",
        ),
        (THREE, "cut it to 30 seconds", "="),
        (THREE, "剪到30秒", "="),
        (THREE, "cut it", "="),
        (THREE, "剪短一点", "="),
    ]);
}

#[test]
fn the_film_is_fitted_to_a_length() {
    check(&[
        (THREE, "make it 30 seconds", "V1 a.jpg 0-10000 | b.jpg 10000-20000 | c.jpg 20000-30000"),
        (
            THREE,
            "make the video 6 seconds long",
            "V1 a.jpg 0-2000 | b.jpg 2000-4000 | c.jpg 4000-6000",
        ),
        (THREE, "把视频改成30秒", "V1 a.jpg 0-10000 | b.jpg 10000-20000 | c.jpg 20000-30000"),
        (THREE, "把它做成6秒", "V1 a.jpg 0-2000 | b.jpg 2000-4000 | c.jpg 4000-6000"),
        (
            SCORED,
            "make it 30 seconds",
            "V1 a.jpg 0-15000 | b.jpg 15000-30000 x500 / A1 calm 0-30000 35% / T1 \"Hi\" 0-3000 | \"Bye\" 17000-20000",
        ),
        (FOOTAGE, "make it 8 seconds", "V1 bikes.mp4 0-5000 | bunny.mp4 5000-8000"),
        (FOOTAGE, "make it 30 seconds", "="),
        (FOOTAGE, "改成30秒", "="),
        (THREE, "make it 0.1 seconds", "="),
    ]);
}

#[test]
fn pieces_get_lengths() {
    check(&[
        (
            THREE,
            "a.jpg 3 seconds, b.jpg 4 seconds",
            "V1 a.jpg 0-3000 | b.jpg 3000-7000 | c.jpg 7000-12000",
        ),
        (
            THREE,
            "第一段剪到2秒，第二段剪到3秒",
            "V1 a.jpg 0-2000 | b.jpg 2000-5000 | c.jpg 5000-10000",
        ),
        (
            THREE,
            "each picture for 3 seconds",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000",
        ),
        (THREE, "make every photo last 2s", "V1 a.jpg 0-2000 | b.jpg 2000-4000 | c.jpg 4000-6000"),
        (THREE, "3 seconds per image", "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000"),
        (
            THREE,
            "pictures should be 3 seconds each",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000",
        ),
        (THREE, "每张图片3秒", "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000"),
        (THREE, "把每张照片的时长改为两秒", "V1 a.jpg 0-2000 | b.jpg 2000-4000 | c.jpg 4000-6000"),
        (THREE, "所有图片都显示3秒", "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000"),
        (
            THREE,
            "trim the second clip to 3 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-8000 | c.jpg 8000-13000",
        ),
        (
            THREE,
            "make b.jpg 8 seconds long",
            "V1 a.jpg 0-5000 | b.jpg 5000-13000 | c.jpg 13000-18000",
        ),
        (
            THREE,
            "show the last picture for 1.5 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-11500",
        ),
        (THREE, "把第二段剪到3秒", "V1 a.jpg 0-5000 | b.jpg 5000-8000 | c.jpg 8000-13000"),
        (THREE, "第二张图片改成8秒", "V1 a.jpg 0-5000 | b.jpg 5000-13000 | c.jpg 13000-18000"),
        (THREE, "最后一张显示1.5秒", "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-11500"),
        (FOOTAGE, "make clip 2 9 seconds long", "="),
        (FOOTAGE, "把第二段改成9秒", "="),
        (FOOTAGE, "each clip 8 seconds", "V1 bikes.mp4 0-8000 | bunny.mp4 8000-14000"),
        (THREE, "trim the seventh clip to 3 seconds", "="),
        (THREE, "trim clip 2", "="),
        (THREE, "把第七段剪到3秒", "="),
    ]);
}

#[test]
fn parts_are_taken_away_and_kept() {
    check(&[
        (FOOTAGE, "cut from 13s to the end", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-13000"),
        (FOOTAGE, "remove everything after 10 seconds", "V1 bikes.mp4 0-10000"),
        (
            FOOTAGE,
            "keep seconds 2 to 5 of bikes.mp4",
            "V1 bikes.mp4 0-3000 @2000 | bunny.mp4 3000-9000",
        ),
        (FOOTAGE, "第10秒以后都不要", "V1 bikes.mp4 0-10000"),
        (FOOTAGE, "最后三秒不要了", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-13000"),
        (FOOTAGE, "trim 1 second from each clip", "="),
        (FOOTAGE, "shorten each clip by 1 second", "V1 bikes.mp4 0-9000 | bunny.mp4 9000-14000"),
        (
            FOOTAGE,
            "cut the first 2 seconds off clip 1",
            "V1 bikes.mp4 0-8000 @2000 | bunny.mp4 8000-14000",
        ),
        (
            FOOTAGE,
            "trim 2 seconds off the end of clip 1",
            "V1 bikes.mp4 0-8000 | bunny.mp4 8000-14000",
        ),
        (FOOTAGE, "keep 2s-5s of bikes.mp4", "V1 bikes.mp4 0-3000 @2000 | bunny.mp4 3000-9000"),
        (
            FOOTAGE,
            "keep only the first 3 seconds of bunny",
            "V1 bikes.mp4 0-10000 | bunny.mp4 10000-13000",
        ),
        (FOOTAGE, "remove the last 3 seconds", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-13000"),
        (FOOTAGE, "cut the first two seconds", "V1 bikes.mp4 0-8000 @2000 | bunny.mp4 8000-14000"),
        (FOOTAGE, "shorten clip 1 by 2 seconds", "V1 bikes.mp4 0-8000 | bunny.mp4 8000-14000"),
        (
            FOOTAGE,
            "cut out 3s to 5s",
            "V1 bikes.mp4 0-3000 | bikes.mp4 3000-8000 @5000 | bunny.mp4 8000-14000",
        ),
        (FOOTAGE, "把第一段的前两秒剪掉", "V1 bikes.mp4 0-8000 @2000 | bunny.mp4 8000-14000"),
        (FOOTAGE, "剪掉第一段最后2秒", "V1 bikes.mp4 0-8000 | bunny.mp4 8000-14000"),
        (
            FOOTAGE,
            "保留 bikes.mp4 的第2秒到第5秒",
            "V1 bikes.mp4 0-3000 @2000 | bunny.mp4 3000-9000",
        ),
        (FOOTAGE, "删掉最后三秒", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-13000"),
        (FOOTAGE, "只保留前5秒", "V1 bikes.mp4 0-5000"),
        (FOOTAGE, "从开头剪掉2秒", "V1 bikes.mp4 0-8000 @2000 | bunny.mp4 8000-14000"),
        (FOOTAGE, "trim clip 1 from 2s to 5s", "="),
        (FOOTAGE, "remove the first 20 seconds", "="),
        (FOOTAGE, "keep 12s-15s of bikes.mp4", "="),
        (FOOTAGE, "删掉最后30秒", "="),
        (FOOTAGE, "cut 2 seconds off clip 1", "="),
    ]);
}

#[test]
fn it_is_what_was_spoken_of_before() {
    check(&[
        (
            THREE,
            "move clip 1 to the end then trim it to 2 seconds",
            "V1 b.jpg 0-5000 | c.jpg 5000-10000 | a.jpg 10000-12000",
        ),
        (
            THREE,
            "把第一段移到最后，剪到2秒",
            "V1 b.jpg 0-5000 | c.jpg 5000-10000 | a.jpg 10000-12000",
        ),
        (THREE, "remove clip 1 and cut it to 8 seconds", "V1 b.jpg 0-5000 | c.jpg 5000-8000"),
        (
            THREE,
            "add a title \"Hi\" and make it 5 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 / T1 \"Hi\" 0-5000",
        ),
        (
            THREE,
            "add calm music and make it quieter",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 / A1 calm 0-15000 18%",
        ),
        (
            FOOTAGE,
            "make bunny.mp4 5 seconds and mute it",
            "V1 bikes.mp4 0-10000 | bunny.mp4 10000-15000 0%",
        ),
        (
            THREE,
            "add calm music and trim it to 10 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 / A1 calm 0-10000 35%",
        ),
    ]);
}

#[test]
fn once_more_is_cut_where_it_was_cut_before() {
    for (said, after) in [
        (&["第一段剪到5秒", "再剪2秒"][..], "V1 bikes.mp4 0-3000 | bunny.mp4 3000-9000"),
        (&["bikes剪掉前2秒", "再剪掉1秒"], "V1 bikes.mp4 0-7000 @3000 | bunny.mp4 7000-13000"),
        (&["剪掉最后2秒", "再剪1秒"], "V1 bikes.mp4 0-10000 | bunny.mp4 10000-13000"),
        (&["bunny结尾去掉1秒，再剪1秒"], "V1 bikes.mp4 0-10000 | bunny.mp4 10000-14000"),
        (
            &["第一段去掉前1秒", "再剪1秒", "再剪1秒"],
            "V1 bikes.mp4 0-7000 @3000 | bunny.mp4 7000-13000",
        ),
    ] {
        let mut scene = scene(FOOTAGE);
        said.iter().for_each(|sentence| drop(take_turn(sentence, &mut scene)));
        assert_eq!(film(&scene.draft), after, "{said:?}");
    }
}

#[test]
fn once_more_of_nothing_that_was_cut_changes_nothing() {
    let mut scene = scene(FOOTAGE);
    let before = scene.draft.clone();
    take_turn("再剪2秒", &mut scene);
    assert_eq!(scene.draft, before);
}
