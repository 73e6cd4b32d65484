//! The canvas, transitions and fades.

use super::{FOOTAGE, THREE, check};

macro_rules! three {
    ($shape:literal) => {
        concat!($shape, " V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000")
    };
}

#[test]
fn the_picture_gets_another_shape() {
    check(&[
        (THREE, "make it vertical", three!("9:16")),
        (THREE, "9:16", three!("9:16")),
        (THREE, "change the aspect ratio to 9:16", three!("9:16")),
        (THREE, "make it 9x16 please", three!("9:16")),
        (THREE, "1080x1920", three!("9:16")),
        (THREE, "portrait mode", three!("9:16")),
        (THREE, "I need it for TikTok", three!("9:16")),
        (THREE, "make video vertical", three!("9:16")),
        (THREE, "make it square", three!("1:1")),
        (THREE, "format for Instagram square", three!("1:1")),
        (THREE, "make it 4:5 for Instagram", three!("4:5")),
        (THREE, "make it an Instagram reel format", three!("9:16")),
        (THREE, "改成竖屏", three!("9:16")),
        (THREE, "把画面比例改为9:16", three!("9:16")),
        (THREE, "换成方形的", three!("1:1")),
        (THREE, "比例改成4：5", three!("4:5")),
        (THREE, "适合抖音的格式", three!("9:16")),
        (THREE, "横屏", "="),
        (THREE, "make it landscape", "="),
        ("[a.jpg] 9:16 V1 a.jpg 0-5000", "make it widescreen for YouTube", "V1 a.jpg 0-5000"),
        ("[a.jpg] 9:16 V1 a.jpg 0-5000", "改成横屏", "V1 a.jpg 0-5000"),
        (THREE, "make it 4:3", "="),
        (THREE, "make it 16:9 and 9:16", "="),
        (THREE, "改成21:9", "="),
        (THREE, "make it round", "="),
    ]);
}

#[test]
fn pieces_take_over_from_each_other() {
    let crossfaded = "V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 | c.jpg 10000-15000 x500";
    let film =
        "[a.jpg b.jpg c.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 | c.jpg 10000-15000 x500";
    let plain = "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000";
    check(&[
        (
            film,
            "remove the second transition",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 | c.jpg 10000-15000",
        ),
        (film, "去掉第二个转场", "V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 | c.jpg 10000-15000"),
        (film, "crossfades off", plain),
        (THREE, "add crossfades", crossfaded),
        (THREE, "add transitions between the clips", crossfaded),
        (THREE, "use a cross-dissolve between all pictures", crossfaded),
        (
            THREE,
            "add 1 second crossfades",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x1000 | c.jpg 10000-15000 x1000",
        ),
        (
            THREE,
            "crossfades of 9 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x1666 | c.jpg 10000-15000 x1666",
        ),
        (
            THREE,
            "add a crossfade between clip 1 and clip 2",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 | c.jpg 10000-15000",
        ),
        (
            THREE,
            "add wipes",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 wipe left:500 | c.jpg 10000-15000 wipe left:500",
        ),
        (THREE, "加转场", crossfaded),
        (THREE, "加上交叉淡化", crossfaded),
        (
            THREE,
            "在第一段和第二段之间加转场",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x500 | c.jpg 10000-15000",
        ),
        (
            THREE,
            "加1秒的叠化转场",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x1000 | c.jpg 10000-15000 x1000",
        ),
        (film, "remove the transitions", plain),
        (film, "no transitions", plain),
        (film, "use hard cuts", plain),
        (film, "去掉转场", plain),
        (film, "不要转场", plain),
        (
            film,
            "make the transitions 1 second long",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 x1000 | c.jpg 10000-15000 x1000",
        ),
        (
            film,
            "把转场改成黑场过渡",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 fade through black:500 | c.jpg 10000-15000 fade through black:500",
        ),
        (FOOTAGE, "add crossfades", "V1 bikes.mp4 0-9500 | bunny.mp4 9500-15500 x500"),
        (FOOTAGE, "加转场", "V1 bikes.mp4 0-9500 | bunny.mp4 9500-15500 x500"),
        (film, "add crossfades", "="),
        ("[a.jpg] V1 a.jpg 0-5000", "add crossfades", "="),
        ("[a.jpg] V1 a.jpg 0-5000", "加转场", "="),
        (THREE, "add a crossfade between clip 1 and clip 3", "="),
    ]);
}

#[test]
fn pictures_and_music_fade() {
    let scored = "[a.jpg] V1 a.jpg 0-10000 / A1 calm 0-10000 35%";
    check(&[
        (
            THREE,
            "片头淡入，片尾淡出",
            "V1 a.jpg 0-5000 in1000 | b.jpg 5000-10000 | c.jpg 10000-15000 out1000",
        ),
        (
            THREE,
            "fade in at the start",
            "V1 a.jpg 0-5000 in1000 | b.jpg 5000-10000 | c.jpg 10000-15000",
        ),
        (
            THREE,
            "fade out over 2 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 out2000",
        ),
        (
            THREE,
            "fade to black at the end",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 out1000",
        ),
        (
            THREE,
            "add a fade in and a fade out",
            "V1 a.jpg 0-5000 in1000 | b.jpg 5000-10000 | c.jpg 10000-15000 out1000",
        ),
        (scored, "fade the music in", "V1 a.jpg 0-10000 / A1 calm 0-10000 in1000 35%"),
        (
            scored,
            "fade the music out over 4 seconds",
            "V1 a.jpg 0-10000 / A1 calm 0-10000 out4000 35%",
        ),
        (THREE, "开头淡入", "V1 a.jpg 0-5000 in1000 | b.jpg 5000-10000 | c.jpg 10000-15000"),
        (THREE, "结尾2秒淡出", "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 out2000"),
        (
            THREE,
            "加淡入淡出",
            "V1 a.jpg 0-5000 in1000 | b.jpg 5000-10000 | c.jpg 10000-15000 out1000",
        ),
        (scored, "音乐淡入", "V1 a.jpg 0-10000 / A1 calm 0-10000 in1000 35%"),
        (THREE, "fade the music out", "="),
        (THREE, "音乐淡出", "="),
    ]);
}

#[test]
fn what_lies_over_the_picture_fades_and_comes_by_transitions_too() {
    let film = "[a.jpg b.jpg logo.png] V1 a.jpg 0-5000 | b.jpg 5000-10000 / V2 logo.png 0-10000 pip=top-right,12,100";
    check(&[
        (
            film,
            "fade in logo.png",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / V2 logo.png 0-10000 in1000 pip=top-right,12,100",
        ),
        (
            film,
            "fade the logo in",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / V2 logo.png 0-10000 in1000 pip=top-right,12,100",
        ),
        (
            film,
            "fade out the logo over 2 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / V2 logo.png 0-10000 out2000 pip=top-right,12,100",
        ),
        (
            film,
            "logo淡入",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / V2 logo.png 0-10000 in1000 pip=top-right,12,100",
        ),
        (
            film,
            "add a wipe before logo.png",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / V2 logo.png 0-10000 wipe left:500 pip=top-right,12,100",
        ),
        (
            film,
            "add a 1 second crossfade before logo.png",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / V2 logo.png 0-10000 x1000 pip=top-right,12,100",
        ),
    ]);
}
