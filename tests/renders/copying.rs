//! Footage that goes into a film as it is: the very pictures between cuts, the right ones around them.

use std::process::Command;

use serde_json::{Value, json};

use crate::bench::Bench;
use crate::film::{Film, Frame};

/// A clip in which no two pictures are alike, tagged as films are, with key frames 48 apart.
fn clip(bench: &mut Bench, name: &str, rate: &str, encoder: &str) -> Vec<Frame> {
    let source = format!("testsrc2=s=160x90:r={rate}:d=8");
    let tags = "-pix_fmt yuv420p -colorspace bt709 -color_primaries bt709 -color_trc bt709 \
        -color_range tv -g 48 -keyint_min 48 -sc_threshold 0";
    let mut args = vec!["-f", "lavfi", "-i", &source, "-f", "lavfi", "-i", "sine=d=8"];
    args.extend(["-vf", "scale=out_color_matrix=bt709"]);
    args.extend(tags.split_whitespace().chain(encoder.split_whitespace()));
    let path = bench.make(name, &args);
    frames_of(bench, &path.display().to_string())
}

fn frames_of(bench: &Bench, path: &str) -> Vec<Frame> {
    let raw = crate::bench::ffmpeg(
        ["-i", path, "-map", "0:v", "-fps_mode", "passthrough"]
            .into_iter()
            .chain(["-pix_fmt", "rgb24", "-f", "rawvideo", "-"]),
    );
    assert!(bench.folder.path().exists());
    let frames = raw.chunks_exact(160 * 90 * 3);
    frames.map(|rgb| Frame { width: 160, height: 90, rgb: rgb.to_vec() }).collect()
}

const X264: &str = "-c:v libx264 -preset fast -bf 3 -crf 20";

fn draft(fps: f64, tracks: &Value) -> Value {
    json!({"m": {"width": 160, "height": 90, "fps": fps}, "t": tracks})
}

fn part(src: &str, from: u64, length: u64) -> Value {
    json!({"src": src, "in": from, "d": length})
}

/// Checks that a film shows certain pictures of a source; how many are exactly those.
#[track_caller]
fn assert_shows(film: &[Frame], source: &[Frame], expected: &[usize]) -> usize {
    assert_eq!(film.len(), expected.len());
    let mut same = 0;
    for (place, (frame, number)) in film.iter().zip(expected).enumerate() {
        let apart = |number: usize| frame.distance(&source[number], 0..90);
        let (here, before) = (apart(*number), apart(number.saturating_sub(1).min(*number)));
        let after = apart((number + 1).min(source.len() - 1));
        same += usize::from(frame.rgb == source[*number].rgb);
        assert!(here < 6.0, "frame {place} is off by {here:.1}");
        assert!(*number == 0 || here < before, "frame {place} is one early");
        assert!(*number + 1 == source.len() || here < after, "frame {place} is one late");
    }
    same
}

/// Whether a decoder that forgives nothing has nothing to say.
#[track_caller]
fn assert_decodes_cleanly(film: &Film) {
    let strict = ["-v", "warning", "-nostdin", "-xerror", "-err_detect", "explode", "-i"];
    let mut command = Command::new("ffmpeg");
    let run = command.args(strict).arg(film.path()).args(["-f", "null", "-"]).output().unwrap();
    assert!(
        run.status.success() && run.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let (picture, sound) = film.streams();
    assert_eq!(picture["codec_tag_string"], json!("avc1"));
    assert_eq!(picture["r_frame_rate"], picture["avg_frame_rate"]);
    let length = |stream: &Value| stream["duration"].as_str().unwrap().parse::<f64>().unwrap();
    assert!((length(&picture) - length(&sound)).abs() < 0.02);
}

#[tokio::test]
async fn pictures_between_cuts_are_the_sources_own() {
    for (rate, fps, encoder) in [
        ("30", 30.0, X264),
        ("30000/1001", 29.97, X264),
        ("25", 25.0, "-c:v libx264 -preset ultrafast -bf 0 -profile:v baseline"),
        ("60", 60.0, "-c:v libx264 -bf 5 -b_strategy 0 -x264-params b-pyramid=normal:ref=4"),
    ] {
        let mut bench = Bench::new();
        let source = clip(&mut bench, "a.mp4", rate, encoder);
        let parts =
            json!([part("a.mp4", 1100, 3000), part("a.mp4", 5033, 2500), part("a.mp4", 0, 1500)]);
        let film = bench.render(&draft(fps, &json!([{"tt": 0, "sg": parts}]))).await;
        let place = |millis: f64| (millis * fps / 1000.0).round() as usize;
        // Pieces lie where the timeline's milliseconds do, to the nearest frame.
        let ends = [0.0, 3000.0, 5500.0, 7000.0].map(place);
        let expected: Vec<usize> = [1100.0, 5033.0, 0.0]
            .iter()
            .zip(ends.windows(2))
            .flat_map(|(from, ends)| {
                let first = (from * fps / 1000.0 + 0.23) as usize;
                first..first + ends[1] - ends[0]
            })
            .collect();
        let same = assert_shows(&film.frames(), &source, &expected);
        let most = expected.len();
        assert!(same > most / 2 && same < most, "{same} of {most} at {rate} are copies");
        assert_decodes_cleanly(&film);
        assert_eq!(bench.leftovers(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_touched_is_rendered_and_the_rest_is_copied() {
    let mut bench = Bench::new();
    let source = clip(&mut bench, "a.mp4", "30", X264);
    let words = json!({"st": 2500, "d": 1000, "m": {"text": "Hello"}});
    let tracks = json!([{"tt": 0, "sg": [part("a.mp4", 0, 7000)]}, {"tt": 7, "sg": [words]}]);
    let film = bench.render(&draft(30.0, &tracks)).await;
    let frames = film.frames();
    let same = |frames: &[Frame], from: usize| {
        let pairs = frames.iter().zip(&source[from..]);
        pairs.filter(|(frame, source)| frame.rgb == source.rgb).count()
    };
    assert!(same(&frames[..75], 0) >= 71, "up to the last pictures before the words");
    assert_eq!(same(&frames[75..105], 75), 0, "under the words");
    assert!(frames[90].distance(&source[90], 30..60) > 3.0, "the words are seen");
    assert_eq!(same(&frames[144..192], 144), 48, "from the next key frame on");
    assert_decodes_cleanly(&film);
}

#[tokio::test]
async fn only_what_has_the_films_own_pictures_is_copied() {
    let mut bench = Bench::new();
    let source = clip(&mut bench, "a.mp4", "30", X264);
    clip(&mut bench, "b.mp4", "60", X264);
    let a = |more: Value| {
        let mut segment = part("a.mp4", 0, 2000);
        segment.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        segment
    };
    let corner = json!({"src": "b.mp4", "st": 0, "d": 2000, "pp": {"p": "top right", "w": 25}});
    let alone = |segment: Value| json!([{"tt": 0, "sg": [segment]}]);
    for tracks in [
        alone(a(json!({"sp": 2}))),
        alone(a(json!({"fx": ["grayscale"]}))),
        alone(a(json!({"fx": ["freeze"]}))),
        alone(a(json!({"fi": 2000}))),
        alone(part("b.mp4", 0, 2000)),
        json!([{"tt": 0, "sg": [a(json!({}))]}, {"tt": 0, "sg": [corner]}]),
    ] {
        let film = bench.render(&draft(30.0, &tracks)).await;
        let frames = film.frames();
        let same = frames.iter().filter(|frame| source.iter().any(|one| one.rgb == frame.rgb));
        assert_eq!(same.count(), 0, "{tracks}");
    }
}

#[tokio::test]
async fn sources_whose_parameters_collide_and_uneven_ones_are_shown_right_all_the_same() {
    let mut bench = Bench::new();
    let a = clip(&mut bench, "a.mp4", "30", X264);
    let b = clip(&mut bench, "b.mp4", "30", "-c:v libx264 -preset ultrafast -crf 24");
    let path = bench.path("a.mp4").display().to_string();
    // Every seventh picture comes late.
    let uneven = ["-i", &path, "-c", "copy", "-bsf:v", "setts=ts='TS+if(mod(N,7),0,150)'"];
    bench.make("c.mp4", &uneven);
    let parts = json!([part("a.mp4", 500, 2000), part("b.mp4", 500, 2000), part("c.mp4", 0, 1000)]);
    let film = bench.render(&draft(30.0, &json!([{"tt": 0, "sg": parts}]))).await;
    let frames = film.frames();
    let expected: Vec<usize> = (15..75).collect();
    assert!(assert_shows(&frames[..60], &a, &expected) > 20);
    assert_eq!(assert_shows(&frames[60..120], &b, &expected), 0);
    assert_eq!(frames.len(), 150);
    assert_decodes_cleanly(&film);
}

#[tokio::test]
async fn of_a_long_clip_cut_three_times_only_what_lies_around_the_cuts_is_encoded() {
    let mut bench = Bench::new();
    clip(&mut bench, "round.mp4", "30", X264);
    // Rounds of one clip, copied one after another as recorders and sites do; sound beside them.
    let silent = bench.path("silent.mp4").display().to_string();
    let path = bench.path("round.mp4").display().to_string();
    bench.make("silent.mp4", &["-i", &path, "-an", "-c:v", "copy"]);
    let again = ["-stream_loop", "9", "-i", &silent, "-f", "lavfi", "-i", "sine=d=80"];
    let coded = ["-c:v", "copy", "-c:a", "aac", "-t", "80"];
    let long = bench.make("long.mp4", &[&again[..], &coded].concat());
    let source = frames_of(&bench, &long.display().to_string());
    // None of them begins at a key frame, and none ends before one.
    let parts = [1300, 21_700, 39_100, 60_900];
    let segments: Vec<Value> = parts.iter().map(|from| part("long.mp4", *from, 16_000)).collect();
    let film = bench.render(&draft(30.0, &json!([{"tt": 0, "sg": segments}]))).await;
    let expected: Vec<usize> = parts
        .iter()
        .map(|from| from * 30 / 1000)
        .flat_map(|first| (first..first + 480).map(|number| number as usize))
        .collect();
    let same = assert_shows(&film.frames(), &source, &expected);
    let chunks = bench.path("scratch/chunks");
    let encoded: usize = bench
        .chunks()
        .iter()
        .map(|(name, _)| frames_of(&bench, &chunks.join(name).display().to_string()).len())
        .sum();
    assert_eq!(same + encoded, expected.len(), "what is not encoded is the source's own");
    // Up to the next key frame after a cut, and a few pictures before one.
    assert!((1..4 * (48 + 4)).contains(&encoded), "{encoded} of {} are encoded", expected.len());
    assert_decodes_cleanly(&film);
}
