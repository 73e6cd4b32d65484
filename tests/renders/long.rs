//! Long films: picture and sound stay together, joints show nothing, and twice is the same.

use std::process::Command;

use serde_json::{Value, json};

use crate::bench::{Bench, ffmpeg};
use crate::film::Film;

/// A clip of so many seconds that flashes and beeps at every third second, otherwise neither black
/// nor still nor silent.
fn flashing(bench: &mut Bench, name: &str, (rate, seconds): (&str, u32), encoder: &str) {
    let bright = "if(lt(mod(T,3),0.99/30),235,40+20*sin(N/5)+mod(X+N,16))";
    let picture = format!(
        "nullsrc=s=64x36:r={rate}:d={seconds},format=yuv420p,geq=lum='{bright}':cb=128:cr=128"
    );
    let beep = "0.02*sin(2*PI*200*t)+0.7*sin(2*PI*1000*t)*lt(mod(t,3),0.033)";
    let sound = format!("aevalsrc='{beep}':s=48000:d={seconds}");
    let mut args = vec!["-f", "lavfi", "-i", &picture, "-f", "lavfi", "-i", &sound];
    args.extend(["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"]);
    args.extend(["-c:a", "pcm_s16le"]);
    args.extend(encoder.split_whitespace());
    bench.make(name, &args);
}

/// The brightness of every frame's middle.
fn brightness(film: &Film) -> Vec<u8> {
    let path = film.path().to_str().unwrap();
    let raw = ffmpeg(
        ["-i", path, "-fps_mode", "passthrough", "-vf", "crop=16:16,scale=1:1:flags=area"]
            .into_iter()
            .chain(["-pix_fmt", "gray", "-f", "rawvideo", "-"]),
    );
    assert!(!raw.is_empty());
    raw
}

/// Moments at which something begins that was not there half a second before.
fn beginnings(is_on: impl Iterator<Item = bool>, pace: f64) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for (place, _) in is_on.enumerate().filter(|(_, on)| *on) {
        let at = place as f64 / pace;
        if found.last().is_none_or(|last| at - last > 0.5) {
            found.push(at);
        }
    }
    found
}

/// Five minutes of pieces of seven seconds, from anywhere in the clip, cut on its frames.
fn pieces(name: &str, count: u64) -> Value {
    let piece = |place: u64| {
        let frame = (place * 397) % 1500;
        json!({"src": name, "in": (frame * 1000 + 15) / 30, "d": 7000})
    };
    json!({"m": {"width": 64, "height": 36, "fps": 30},
        "t": [{"tt": 0, "sg": (0..count).map(piece).collect::<Vec<Value>>()}]})
}

#[tokio::test]
async fn picture_and_sound_are_together_to_the_end_of_a_long_film_of_many_cuts() {
    let mut bench = Bench::new();
    // One whose pictures are copied, and one that is rendered.
    flashing(&mut bench, "a.mov", ("30", 60), "-c:v libx264 -crf 20 -g 50 -bf 3 -color_range tv");
    flashing(&mut bench, "b.mkv", ("30", 60), "-c:v ffv1");
    for (name, count) in [("a.mov", 86), ("b.mkv", 20)] {
        let film = bench.render(&pieces(name, count)).await;
        let pictures = brightness(&film);
        assert_eq!(pictures.len() as u64, count * 210);
        let flashes = beginnings(pictures.iter().map(|bright| *bright > 150), 30.0);
        let samples = film.samples();
        let beeps = beginnings(samples.iter().map(|sample| sample.abs() > 0.2), 48_000.0);
        assert!(flashes.len() as u64 >= 2 * count, "{} flashes in {name}", flashes.len());
        for flash in &flashes {
            let near = beeps.iter().map(|beep| beep - flash);
            let off = near.min_by(|one, other| one.abs().total_cmp(&other.abs())).unwrap();
            assert!(off.abs() < 0.02, "at {flash:.2} s of {name} they are {off:.3} s apart");
        }
        assert!((samples.len() as f64 / 48_000.0 - count as f64 * 7.0).abs() < 0.03);
    }
}

#[tokio::test]
async fn nothing_is_black_or_frozen_at_the_joints() {
    let mut bench = Bench::new();
    flashing(&mut bench, "a.mov", ("30", 60), "-c:v libx264 -crf 20 -g 50 -bf 3 -color_range tv");
    let film = bench.render(&pieces("a.mov", 12)).await;
    let path = film.path().to_str().unwrap();
    let looks = "blackdetect=d=0.01:pix_th=0.06,freezedetect=n=0.0001:d=0.06";
    let mut command = Command::new("ffmpeg");
    let run =
        command.args(["-hide_banner", "-nostdin", "-i", path, "-vf", looks, "-f", "null", "-"]);
    let said = String::from_utf8_lossy(&run.output().unwrap().stderr).into_owned();
    for found in ["black_start", "freeze_start"] {
        let lines: Vec<&str> = said.lines().filter(|line| line.contains(found)).collect();
        assert!(lines.is_empty(), "{lines:?}");
    }
}

/// A hash of every picture and of every packet of sound, and when they come.
fn hashes(film: &Film) -> String {
    let path = film.path().to_str().unwrap();
    String::from_utf8(ffmpeg(["-i", path, "-f", "framemd5", "-"])).unwrap()
}

#[tokio::test]
async fn the_same_draft_gives_the_same_pictures() {
    let mut bench = Bench::new();
    flashing(&mut bench, "a.mov", ("30", 60), "-c:v libx264 -crf 20 -g 50 -bf 3 -color_range tv");
    let mut draft = pieces("a.mov", 4);
    draft["t"][0]["sg"][1]["tr"] = json!({"k": "crossfade", "d": 500});
    let words = json!({"tt": 7, "sg": [{"st": 3000, "d": 9000, "m": {"text": "Hi"}}]});
    draft["t"].as_array_mut().unwrap().push(words);
    let first = hashes(&bench.render(&draft).await);
    std::fs::remove_dir_all(bench.path("scratch")).expect("safe to delete");
    assert_eq!(hashes(&bench.render(&draft).await), first);
}

#[tokio::test]
async fn what_is_brighter_than_a_screen_is_mapped_to_it() {
    let mut bench = Bench::new();
    // From black to the brightest that PQ knows, from left to right, without a colour.
    let ramp = "nullsrc=s=320x180:r=10:d=1,format=yuv420p10le,geq=lum='64+876*X/W':cb=512:cr=512";
    let tags = "-color_trc smpte2084 -colorspace bt2020nc -color_primaries bt2020 -color_range tv";
    let mut args = vec!["-f", "lavfi", "-i", ramp, "-c:v", "libx264", "-qp", "4"];
    args.extend(tags.split_whitespace());
    bench.make("pq.mp4", &args);
    let film = bench
        .render(&json!({"m": {"width": 320, "height": 180, "fps": 10},
            "t": [{"tt": 0, "sg": [{"src": "pq.mp4", "d": 500}]}]}))
        .await;
    let frame = &film.frames()[2];
    let at = |part: f64| frame.pixel((320.0 * part) as usize, 90);
    let grey = at(0.5);
    assert!(grey.iter().all(|value| value.abs_diff(grey[0]) < 6), "{grey:?} has no colour");
    // Ninety nits, the white of an old screen, is well above the middle; unmapped it would be at 127.
    assert!((145..200).contains(&grey[1]), "{grey:?}");
    assert!(at(0.02)[1] < 16 && at(0.95)[1] > 240, "{:?} {:?}", at(0.02), at(0.95));
    let (picture, _) = film.streams();
    assert_eq!(picture["color_transfer"], json!("bt709"));
}
