//! New films from the session's files.

use super::{CLIPS, MIXED, PICTURES, THREE, check};

const TEN: &str = "V1 a.jpg 0-3333 | b.jpg 3333-6666 | c.jpg 6666-10000";

#[test]
fn films_of_an_asked_length() {
    check(&[
        (PICTURES, "video of 10 seconds please", TEN),
        (PICTURES, "put these images together into a 10 second film", TEN),
        (PICTURES, "照片转视频，10秒", TEN),
        (PICTURES, "make it 10 seconds", TEN),
        (PICTURES, "make a 10 second video", TEN),
        (PICTURES, "Could you please create a 10s film from these pictures?", TEN),
        (PICTURES, "turn these images into a ten-second slideshow", TEN),
        (PICTURES, "a 10 second reel from all the photos", TEN),
        (PICTURES, "I want a video of 10 seconds", TEN),
        (PICTURES, "make a video from these. make it 10 seconds long.", TEN),
        (PICTURES, "combine these images into a 10-second montage", TEN),
        (PICTURES, "use these pictures to make a video, 10 seconds", TEN),
        (PICTURES, "mkae a 10 second video from these pictures", TEN),
        (PICTURES, "creat a 10 second video from these picturs", TEN),
        (PICTURES, "做一个10秒的视频", TEN),
        (PICTURES, "请帮我用这些图片做一个十秒的短片", TEN),
        (PICTURES, "用这些图片，做一个10秒的宣传片", TEN),
        (PICTURES, "把这些照片剪成一个10秒的视频", TEN),
        (PICTURES, "我想要一个10秒的视频", TEN),
        (PICTURES, "一个10秒的宣传片", TEN),
        (PICTURES, "把这些图片拼成一个10秒的视频吧", TEN),
        (PICTURES, "做一个视频，时长10秒", TEN),
    ]);
}

#[test]
fn pictures_last_five_seconds_and_clips_as_they_are() {
    let three = "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000";
    check(&[
        (PICTURES, "make a slideshow", three),
        (PICTURES, "create a video from these pictures", three),
        (PICTURES, "做一个相册视频", three),
        (PICTURES, "用这些图片做视频", three),
        (CLIPS, "make a video from these clips", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000"),
        (CLIPS, "用这些视频做一个短片", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000"),
        (MIXED, "make a video", "V1 a.jpg 0-5000 | b.jpg 5000-10000 | bikes.mp4 10000-20000"),
    ]);
}

#[test]
fn footage_is_cut_in_proportion_and_never_stretched() {
    check(&[
        (CLIPS, "make an 8 second video", "V1 bikes.mp4 0-5000 | bunny.mp4 5000-8000"),
        (CLIPS, "做一个8秒的视频", "V1 bikes.mp4 0-5000 | bunny.mp4 5000-8000"),
        (CLIPS, "make a 30 second video", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000"),
        (
            MIXED,
            "make a 16 second video",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | bikes.mp4 6000-16000",
        ),
        (MIXED, "做一个10秒的视频", "V1 a.jpg 0-2500 | b.jpg 2500-5000 | bikes.mp4 5000-10000"),
        // The crossfade needs footage after the out point, so the first clip is used 0.5 s shorter.
        (CLIPS, "make a video with crossfades", "V1 bikes.mp4 0-9500 | bunny.mp4 9500-15500 x500"),
        (
            CLIPS,
            "make a 15.5 second video with crossfades",
            "V1 bikes.mp4 0-9500 | bunny.mp4 9500-15500 x500",
        ),
        (
            CLIPS,
            "make an 8 second video with crossfades",
            "V1 bikes.mp4 0-4903 | bunny.mp4 4903-8000 x500",
        ),
    ]);
}

#[test]
fn a_film_with_everything_comes_in_one_sentence() {
    let all = "9:16 V1 a.jpg 0-6666 | b.jpg 6666-13332 x500 | c.jpg 13332-20000 x500 / A1 upbeat 0-20000 35% / T1 \"Hello\" 0-3000";
    let plain = "V1 a.jpg 0-10000 | b.jpg 10000-20000 x500 | c.jpg 20000-30000 x500 / A1 upbeat 0-30000 35%";
    check(&[
        (
            PICTURES,
            "make me a 9 second Instagram reel out of these photos with upbeat music",
            "9:16 V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000 / A1 upbeat 0-9000 35%",
        ),
        (
            PICTURES,
            "make a film 20 seconds long with the title \"A\" at the start and \"B\" at the end",
            "V1 a.jpg 0-6666 | b.jpg 6666-13332 | c.jpg 13332-20000 / T1 \"A\" 0-3000 | \"B\" 17000-20000",
        ),
        (
            PICTURES,
            "Build a 9 sec video: title \"Sale\", music, fade out at the end",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000 out1000 / A1 upbeat 0-9000 35% / T1 \"Sale\" 0-3000",
        ),
        (
            PICTURES,
            "做一个9秒的抖音视频，标题“新品”，字幕“今日特价”放在最后",
            "9:16 V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000 / T1 \"新品\" 0-3000 | \"今日特价\" 6000-9000 _",
        ),
        (
            "[a.jpg b.jpg song.mp3]",
            "用 song.mp3 做背景音乐，做一个6秒的视频",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 / A1 song.mp3 0-6000 35%",
        ),
        (
            PICTURES,
            "make a 20-second vertical promo with music, crossfades and the title \"Hello\"",
            all,
        ),
        (
            PICTURES,
            "make a vertical video, 20 seconds, with the title \"Hello\", music and crossfades",
            all,
        ),
        (
            PICTURES,
            "Create a 20s TikTok video from these pictures. Add music, transitions and a title “Hello”.",
            all,
        ),
        (
            PICTURES,
            "turn these images into a 30-second promo video with music and transitions",
            plain,
        ),
        (PICTURES, "用这些图片做一个30秒的宣传片，加音乐和转场", plain),
        (PICTURES, "做一个带音乐和转场的30秒视频", plain),
        (PICTURES, "用这些图片生成30秒的宣传视频，配上音乐，还要有转场", plain),
        (PICTURES, "做一个20秒的竖屏宣传片，要有音乐、交叉淡化和标题“Hello”", all),
        (PICTURES, "做一个20秒的抖音视频，带音乐、转场和标题“Hello”", all),
        (
            PICTURES,
            "make a 9 second square video with calm music at 20% and 0.2s crossfades",
            "1:1 V1 a.jpg 0-3000 | b.jpg 3000-6000 x200 | c.jpg 6000-9000 x200 / A1 calm 0-9000 20%",
        ),
        (
            PICTURES,
            "做一个9秒的方形视频，配舒缓的音乐，音量20%",
            "1:1 V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000 / A1 calm 0-9000 20%",
        ),
        (
            PICTURES,
            "make a 10 second video with a caption \"Sale\" at the end and no music",
            "V1 a.jpg 0-3333 | b.jpg 3333-6666 | c.jpg 6666-10000 / T1 \"Sale\" 7000-10000 _",
        ),
        (
            PICTURES,
            "make a 10-second promo with the title \"Hi\" from 1s to 3s and the caption \"Bye\" at the end",
            "V1 a.jpg 0-3333 | b.jpg 3333-6666 | c.jpg 6666-10000 / T1 \"Hi\" 1000-3000 | \"Bye\" 7000-10000 _",
        ),
        (
            PICTURES,
            "做一个10秒的宣传片，开头加标题“你好”，结尾加字幕“再见”",
            "V1 a.jpg 0-3333 | b.jpg 3333-6666 | c.jpg 6666-10000 / T1 \"你好\" 0-3000 | \"再见\" 7000-10000 _",
        ),
        (PICTURES, "做一个10秒的宣传片，不要音乐", TEN),
        (PICTURES, "make a 10 second video without music or transitions", TEN),
    ]);
}

#[test]
fn the_pieces_can_be_chosen() {
    check(&[
        (
            PICTURES,
            "Turn these two product images and a logo into a 9-second 1080p MP4",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000",
        ),
        (
            PICTURES,
            "make a 6 second video from c.jpg and a.jpg",
            "V1 c.jpg 0-3000 | a.jpg 3000-6000",
        ),
        (PICTURES, "用 c.jpg 和 a.jpg 做一个6秒的视频", "V1 c.jpg 0-3000 | a.jpg 3000-6000"),
        (
            PICTURES,
            "make a 6 second video from the first two pictures",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000",
        ),
        (PICTURES, "用前两张图片做一个6秒的视频", "V1 a.jpg 0-3000 | b.jpg 3000-6000"),
        (MIXED, "make a 6 second video from the pictures", "V1 a.jpg 0-3000 | b.jpg 3000-6000"),
        (MIXED, "turn these 2 pictures into a 6 second video", "V1 a.jpg 0-3000 | b.jpg 3000-6000"),
        (
            PICTURES,
            "make a video with 3 seconds per picture",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000",
        ),
        (
            PICTURES,
            "做一个视频，每张图片3秒",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000",
        ),
        (
            PICTURES,
            "show each picture for 3 seconds",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000",
        ),
        (PICTURES, "make a 10 second video with 4 seconds per picture", "="),
    ]);
}

#[test]
fn joining_keeps_the_order_asked_for() {
    check(&[
        (CLIPS, "join bikes.mp4 then bunny.mp4", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000"),
        (CLIPS, "join bunny.mp4, then bikes.mp4", "V1 bunny.mp4 0-6000 | bikes.mp4 6000-16000"),
        (CLIPS, "merge bunny and bikes", "V1 bunny.mp4 0-6000 | bikes.mp4 6000-16000"),
        (CLIPS, "stitch the clips together", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000"),
        (CLIPS, "combine the two clips", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000"),
        (
            CLIPS,
            "join the clips with crossfades",
            "V1 bikes.mp4 0-9500 | bunny.mp4 9500-15500 x500",
        ),
        (PICTURES, "join 3, 1 and 2", "V1 c.jpg 0-5000 | a.jpg 5000-10000 | b.jpg 10000-15000"),
        (
            PICTURES,
            "join the pictures in the order 3 1 2",
            "V1 c.jpg 0-5000 | a.jpg 5000-10000 | b.jpg 10000-15000",
        ),
        (PICTURES, "把3、1、2按顺序拼接", "V1 c.jpg 0-5000 | a.jpg 5000-10000 | b.jpg 10000-15000"),
        (CLIPS, "把 bunny.mp4 和 bikes.mp4 拼接起来", "V1 bunny.mp4 0-6000 | bikes.mp4 6000-16000"),
        (CLIPS, "把这些视频合并", "V1 bikes.mp4 0-10000 | bunny.mp4 10000-16000"),
        (CLIPS, "先拼接第二段，再拼接第一段", "="),
        (
            THREE,
            "put them in order 3, 2, 1",
            "V1 c.jpg 0-5000 | b.jpg 5000-10000 | a.jpg 10000-15000",
        ),
        (THREE, "按3、2、1的顺序排列", "V1 c.jpg 0-5000 | b.jpg 5000-10000 | a.jpg 10000-15000"),
        (
            "[海边.mp4 bunny.mp4]",
            "把 bunny 和海边连接起来",
            "V1 bunny.mp4 0-6000 | 海边.mp4 6000-14000",
        ),
    ]);
}

#[test]
fn a_second_film_replaces_the_first() {
    check(&[
        (
            THREE,
            "turn it into a square video",
            "1:1 V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000",
        ),
        (THREE, "把整个视频变成3秒", "V1 a.jpg 0-1000 | b.jpg 1000-2000 | c.jpg 2000-3000"),
        (THREE, "make a 3 second video", "V1 a.jpg 0-1000 | b.jpg 1000-2000 | c.jpg 2000-3000"),
        (THREE, "重新做一个3秒的视频", "V1 a.jpg 0-1000 | b.jpg 1000-2000 | c.jpg 2000-3000"),
    ]);
}
