//! Music, sound files and loudness.

use super::{THREE, check};

const SONG: &str = "[a.jpg b.jpg song.mp3 long.mp3] V1 a.jpg 0-5000 | b.jpg 5000-15000";
const CALM: &str = "[a.jpg] V1 a.jpg 0-15000 / A1 calm 0-15000 40%";
const HEARD: &str =
    "[bikes.mp4 a.jpg bunny.mp4] V1 bikes.mp4 0-10000 | a.jpg 10000-15000 | bunny.mp4 15000-21000";

macro_rules! three {
    ($music:literal) => {
        concat!("V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 / ", $music)
    };
}

#[test]
fn music_is_added() {
    check(&[
        (THREE, "add music", three!("A1 upbeat 0-15000 35%")),
        (THREE, "add some background music please", three!("A1 upbeat 0-15000 35%")),
        (THREE, "add calm background music at 30%", three!("A1 calm 0-15000 30%")),
        (
            THREE,
            "can you put lo-fi music under the video, volume 20%",
            three!("A1 lo-fi 0-15000 20%"),
        ),
        (THREE, "I'd like epic music", three!("A1 cinematic 0-15000 35%")),
        (THREE, "add electronic music at half volume", three!("A1 electronic 0-15000 50%")),
        (THREE, "give it some corporate music", three!("A1 corporate 0-15000 35%")),
        (THREE, "加音乐", three!("A1 upbeat 0-15000 35%")),
        (THREE, "加轻快的背景音乐，音量30%", three!("A1 upbeat 0-15000 30%")),
        (THREE, "请配上舒缓的音乐，音量百分之二十", three!("A1 calm 0-15000 20%")),
        (THREE, "来点电子音乐", three!("A1 electronic 0-15000 35%")),
        (THREE, "添加一段史诗感的配乐", three!("A1 cinematic 0-15000 35%")),
        (THREE, "给视频配个商务风格的背景音乐", three!("A1 corporate 0-15000 35%")),
        (
            SONG,
            "use song.mp3 as the music",
            "V1 a.jpg 0-5000 | b.jpg 5000-15000 / A1 song.mp3 0-12000 35%",
        ),
        (
            SONG,
            "add long.mp3 as background music at 50%",
            "V1 a.jpg 0-5000 | b.jpg 5000-15000 / A1 long.mp3 0-15000 50%",
        ),
        (SONG, "add music", "V1 a.jpg 0-5000 | b.jpg 5000-15000 / A1 song.mp3 0-12000 35%"),
        (SONG, "add calm music", "V1 a.jpg 0-5000 | b.jpg 5000-15000 / A1 calm 0-15000 35%"),
        (
            SONG,
            "用 long.mp3 做背景音乐",
            "V1 a.jpg 0-5000 | b.jpg 5000-15000 / A1 long.mp3 0-15000 35%",
        ),
        (
            SONG,
            "把 song.mp3 当作配乐，音量40%",
            "V1 a.jpg 0-5000 | b.jpg 5000-15000 / A1 song.mp3 0-12000 40%",
        ),
    ]);
}

#[test]
fn music_is_changed_and_removed() {
    check(&[
        (CALM, "turn the music off", "V1 a.jpg 0-15000"),
        (CALM, "把音乐关掉", "V1 a.jpg 0-15000"),
        (CALM, "change the music to upbeat", "V1 a.jpg 0-15000 / A1 upbeat 0-15000 40%"),
        (CALM, "make the music epic", "V1 a.jpg 0-15000 / A1 cinematic 0-15000 40%"),
        (CALM, "把音乐换成轻快的", "V1 a.jpg 0-15000 / A1 upbeat 0-15000 40%"),
        (CALM, "换一首电子音乐", "V1 a.jpg 0-15000 / A1 electronic 0-15000 40%"),
        (CALM, "remove the music", "V1 a.jpg 0-15000"),
        (CALM, "no music", "V1 a.jpg 0-15000"),
        (CALM, "take out the background music", "V1 a.jpg 0-15000"),
        (CALM, "删除音乐", "V1 a.jpg 0-15000"),
        (CALM, "去掉背景音乐", "V1 a.jpg 0-15000"),
        (CALM, "不要音乐", "V1 a.jpg 0-15000"),
        (THREE, "remove the music", "="),
        (THREE, "删除音乐", "="),
    ]);
}

#[test]
fn loudness_is_set_and_changed() {
    check(&[
        (CALM, "make the music 20% quieter", "V1 a.jpg 0-15000 / A1 calm 0-15000 32%"),
        (CALM, "音量降低20%", "V1 a.jpg 0-15000 / A1 calm 0-15000 32%"),
        (CALM, "音量降低到20%", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "set volume to -5", "="),
        (
            HEARD,
            "全部静音",
            "V1 bikes.mp4 0-10000 0% | a.jpg 10000-15000 | bunny.mp4 15000-21000 0%",
        ),
        (
            HEARD,
            "把第二个视频静音",
            "V1 bikes.mp4 0-10000 | a.jpg 10000-15000 | bunny.mp4 15000-21000 0%",
        ),
        (CALM, "set the volume to 300%", "V1 a.jpg 0-15000 / A1 calm 0-15000 100%"),
        (CALM, "音量调到300%", "V1 a.jpg 0-15000 / A1 calm 0-15000 100%"),
        (CALM, "add upbeat music at 150%", "V1 a.jpg 0-15000 / A1 upbeat 0-15000 100%"),
        (
            HEARD,
            "set the volume of clip 1 to 200%",
            "V1 bikes.mp4 0-10000 100% | a.jpg 10000-15000 | bunny.mp4 15000-21000",
        ),
        (CALM, "set the volume to 20%", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "music volume 20%", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "make the music quieter", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "turn the music down a bit", "V1 a.jpg 0-15000 / A1 calm 0-15000 28%"),
        (CALM, "turn down the music to 10 percent", "V1 a.jpg 0-15000 / A1 calm 0-15000 10%"),
        (CALM, "make the music louder", "V1 a.jpg 0-15000 / A1 calm 0-15000 80%"),
        (CALM, "mute the music", "V1 a.jpg 0-15000 / A1 calm 0-15000 0%"),
        (CALM, "lower the volume by 50%", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "音量调到20%", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "把音乐音量设为百分之五十", "V1 a.jpg 0-15000 / A1 calm 0-15000 50%"),
        (CALM, "音乐小声一点", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "音乐太吵了", "V1 a.jpg 0-15000 / A1 calm 0-15000 20%"),
        (CALM, "音乐静音", "V1 a.jpg 0-15000 / A1 calm 0-15000 0%"),
        (
            HEARD,
            "mute clip 3",
            "V1 bikes.mp4 0-10000 | a.jpg 10000-15000 | bunny.mp4 15000-21000 0%",
        ),
        (
            HEARD,
            "mute the clips",
            "V1 bikes.mp4 0-10000 0% | a.jpg 10000-15000 | bunny.mp4 15000-21000 0%",
        ),
        (
            HEARD,
            "set the volume of clip 1 to 50%",
            "V1 bikes.mp4 0-10000 50% | a.jpg 10000-15000 | bunny.mp4 15000-21000",
        ),
        (
            HEARD,
            "把第三段静音",
            "V1 bikes.mp4 0-10000 | a.jpg 10000-15000 | bunny.mp4 15000-21000 0%",
        ),
        (
            HEARD,
            "去掉原声",
            "V1 bikes.mp4 0-10000 0% | a.jpg 10000-15000 | bunny.mp4 15000-21000 0%",
        ),
        (HEARD, "mute clip 2", "="),
        (HEARD, "set the music volume to 20%", "="),
        (THREE, "mute everything", "="),
        (THREE, "音量调到20%", "="),
    ]);
}

#[test]
fn sound_that_is_not_there_is_not_played() {
    check(&[
        (SONG, "use sogn.mp3 as the music", "="),
        (SONG, "用 tune.mp3 做背景音乐", "="),
        ("[a.jpg]", "add music", "="),
        ("[a.jpg]", "加音乐", "="),
        (THREE, "add a voiceover", "="),
        (THREE, "加旁白", "="),
        (THREE, "add sad whale music", "="),
    ]);
}
