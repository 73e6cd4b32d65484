//! The kinds of file that a film can become.

use cutroom::studio::render::{Form, Quality};
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::Film;

/// Two seconds of a counting clip in two pieces under a tone.
async fn film(form: Form) -> Film {
    let mut bench = Bench::new();
    bench.form = form;
    bench.quality = Quality::Draft;
    bench.counting("clip.mp4", "25", 50);
    bench.tone("tone.wav", 440, 2.0);
    let draft = json!({"m": {"width": 160, "height": 90, "fps": 25.0}, "t": [
        {"tt": 0, "sg": [{"src": "clip.mp4", "in": 1000, "d": 1000},
                         {"src": "clip.mp4", "ts": 1000, "d": 1000}]},
        {"tt": 1, "sg": [{"src": "tone.wav", "d": 2000}]}]});
    bench.render(&draft).await
}

fn codecs(film: &Film) -> Vec<String> {
    let facts = film.facts();
    let streams = facts["streams"].as_array().expect("streams");
    streams.iter().map(|stream| stream["codec_name"].as_str().unwrap().to_owned()).collect()
}

fn format(facts: &Value) -> &str {
    facts["format"]["format_name"].as_str().expect("a format")
}

#[tokio::test]
async fn films_of_every_kind_have_each_frame_and_the_sound() {
    for (form, named, expected) in [
        (Form::Mov, "mov,", ["h264", "aac"]),
        (Form::Mkv, "matroska", ["h264", "aac"]),
        (Form::WebM, "webm", ["vp9", "opus"]),
    ] {
        let film = film(form).await;
        assert_eq!(codecs(&film), expected);
        assert!(format(&film.facts()).contains(named), "{form:?}");
        let numbers = film.numbers();
        assert_eq!(numbers.len(), 50, "{form:?}");
        // A quick encoder moves grey by a step at most.
        let wanted = (25..50).chain(0..25);
        let close = numbers.iter().zip(wanted).all(|(one, other)| one.abs_diff(other) <= 1);
        assert!(close, "{form:?}: {numbers:?}");
        assert!((film.loudness(0.5, 1.5) - -9.0).abs() < 1.0, "{form:?}");
        assert!((film.samples().len() as f64 / 48_000.0 - 2.0).abs() < 0.03, "{form:?}");
    }
}

#[tokio::test]
async fn sound_alone_has_no_picture_and_leaves_no_chunk() {
    for (form, codec) in [(Form::M4a, "aac"), (Form::Mp3, "mp3"), (Form::Wav, "pcm_s16le")] {
        let film = film(form).await;
        assert_eq!(codecs(&film), [codec]);
        assert!((film.loudness(0.5, 1.5) - -9.0).abs() < 1.0, "{form:?}");
        assert!((film.samples().len() as f64 / 48_000.0 - 2.0).abs() < 0.08, "{form:?}");
        assert!(!film._folder.path().join("scratch/chunks").read_dir().unwrap().any(|_| true));
    }
}

#[tokio::test]
async fn a_gif_moves_as_long_as_the_film_at_a_rate_that_it_can_tell() {
    let film = film(Form::Gif).await;
    assert_eq!(codecs(&film), ["gif"]);
    let facts = film.facts();
    assert_eq!(facts["streams"][0]["nb_read_frames"], json!("40"), "20 a second");
    let length: f64 = facts["format"]["duration"].as_str().unwrap().parse().unwrap();
    assert!((length - 2.0).abs() < 0.06, "{length}");
}

#[tokio::test]
async fn the_same_chunks_serve_another_kind_of_the_same_codec() {
    let mut bench = Bench::new();
    bench.counting("clip.mp4", "25", 25);
    let draft = json!({"m": {"width": 160, "height": 90, "fps": 25.0},
        "t": [{"tt": 0, "sg": [{"src": "clip.mp4", "d": 1000}]}]});
    bench.render(&draft).await;
    let before = bench.chunks();
    assert!(!before.is_empty());
    bench.form = Form::Mkv;
    bench.render(&draft).await;
    assert_eq!(bench.chunks(), before);
    bench.form = Form::WebM;
    bench.render(&draft).await;
    assert_ne!(bench.chunks(), before, "another codec needs other chunks");
}
