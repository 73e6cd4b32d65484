//! An ffmpeg or ffprobe that fails, lacks something or hangs is told of in a sentence and leaves nothing behind.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use serde_json::json;

use crate::bench::Bench;
use crate::failures::{assert_all_ended, draft};

/// Puts a program of that name first in the path, which does this before it is the real one.
pub(crate) fn in_place_of(bench: &Bench, name: &str, does: &str) {
    let real = std::env::var_os("PATH").expect("a path");
    let found = std::env::split_paths(&real).map(|folder| folder.join(name));
    let found = found.into_iter().find(|path| path.is_file()).expect("ffmpeg is installed");
    let folder = bench.path("bin");
    std::fs::create_dir_all(&folder).unwrap();
    let script = format!("#!/bin/sh\n{does}\nexec {} \"$@\"\n", found.display());
    std::fs::write(folder.join(name), script).unwrap();
    let executable = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder.join(name), executable).unwrap();
}

/// Runs `cutroom render` with an ffmpeg that does this before it is the real one.
fn with_ffmpeg(bench: &Bench, does: &str, before: &str) -> (Option<i32>, String) {
    in_place_of(bench, "ffmpeg", does);
    rendered(bench, before, &[])
}

/// Runs `cutroom render` with what lies in the bench's own `bin` first in the path.
pub(crate) fn rendered(bench: &Bench, before: &str, more: &[&str]) -> (Option<i32>, String) {
    let mut path = vec![bench.path("bin")];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").expect("a path")));
    let command = format!("{before}exec \"$0\" \"$@\"");
    let run = std::process::Command::new("sh")
        .args(["-c", &command, env!("CARGO_BIN_EXE_cutroom")])
        .args(["render", "d.json", "--media", ".", "-o", "film.mp4", "--quality", "draft"])
        .args(more)
        .current_dir(bench.folder.path())
        .env("PATH", std::env::join_paths(path).unwrap())
        .env("CUTROOM_HOME", bench.path("home"))
        .env("LANG", "en_US.UTF-8")
        .output()
        .expect("it starts");
    (run.status.code(), String::from_utf8_lossy(&run.stderr).into_owned())
}

#[tokio::test]
async fn whatever_becomes_of_ffmpeg_is_told_in_a_sentence_and_leaves_nothing() {
    let encodes = |does: &str| format!("case \"$*\" in *libx264*) {does};; esac");
    let says = |words: &str| encodes(&format!("echo \"{words}\" >&2; exit 1"));
    for (does, before, part) in [
        (encodes("kill -9 $$"), "", "for want of memory"),
        (says("[AVFilterGraph @ 0x5] No such filter: 'xfade'"), "", "lacks the filter xfade"),
        (says("Unknown encoder 'libx264'"), "", "lacks the encoder libx264"),
        (
            says("av_interleaved_write_frame(): No space left on device"),
            "",
            "home/cache/render. Free some space",
        ),
        (encodes("exit 1"), "", "no reason given"),
        (String::new(), "ulimit -f 64; ", "not become that large"),
    ] {
        let mut bench = Bench::new();
        let noise = "testsrc2=s=320x180:r=30:d=4,noise=alls=60:allf=t";
        bench.make("noise.mp4", &["-f", "lavfi", "-i", noise, "-c:v", "libx264", "-qp", "20"]);
        let film = draft(&json!([{"src": "noise.mp4", "d": 4000}]));
        std::fs::write(bench.path("d.json"), film.to_string()).unwrap();
        let (code, said) = with_ffmpeg(&bench, &does, before);
        assert_eq!(code, Some(9), "{part}: {said}");
        assert!(said.contains(part), "{part}: {said}");
        assert_nothing_left(&bench).await;
    }
}

/// No film, no half of one, no process, and nothing in the cache but what is kept on purpose.
async fn assert_nothing_left(bench: &Bench) {
    assert!(!bench.files().iter().any(|name| name.contains("film")), "{:?}", bench.files());
    assert_all_ended(bench).await;
    let scratch = bench.path("home/cache/render");
    let left = std::fs::read_dir(&scratch).into_iter().flatten().flatten();
    let left: Vec<_> = left
        .map(|entry| entry.file_name())
        .filter(|name| {
            !["chunks", "films", "encoders.json", "filters.json", "measured.json"]
                .iter()
                .any(|kept| name == kept)
        })
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// A second of a colour that is told by a still, or by a clip.
pub(crate) fn one_second(bench: &mut Bench, source: &str) {
    if source.ends_with("mp4") {
        bench.counting(source, "30", 40);
    } else {
        bench.colour(source, "red", "320x180");
    }
    let film = draft(&json!([{"src": source, "d": 1000}]));
    std::fs::write(bench.path("d.json"), film.to_string()).unwrap();
}

/// Whether a process of that command line runs.
fn runs(wanted: &str) -> bool {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let mut lines =
        processes.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    lines.any(|line| String::from_utf8_lossy(&line).replace('\0', " ").trim() == wanted)
}

#[tokio::test]
async fn a_program_that_hangs_is_ended_and_told_and_costs_a_few_seconds() {
    // A length that no other process sleeps for.
    let asleep = format!("sleep {}", 86_400 + std::process::id());
    let when = |what: &str| format!("case \"$*\" in {what}) {asleep};; esac");
    for (program, does, source) in [
        // Where it encodes, a still or a clip; whatever it is asked; and ffprobe.
        ("ffmpeg", when("*libx264*"), "red.png"),
        ("ffmpeg", when("*libx264*"), "clip.mp4"),
        ("ffmpeg", asleep.clone(), "red.png"),
        ("ffprobe", asleep.clone(), "clip.mp4"),
    ] {
        let mut bench = Bench::new();
        one_second(&mut bench, source);
        in_place_of(&bench, program, &does);
        let began = std::time::Instant::now();
        let (code, said) = rendered(&bench, "export CUTROOM_OUTPUT_PATIENCE=1; ", &[]);
        assert_eq!(code, Some(9), "{program} {does}: {said}");
        assert!(said.contains("got no further for 1 s and was ended"), "{program} {does}: {said}");
        assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
        assert_nothing_left(&bench).await;
        assert!(!runs(&asleep), "{program} {does}");
    }
}

#[tokio::test]
async fn a_file_at_which_ffmpeg_hangs_costs_its_segment() {
    let mut bench = Bench::new();
    one_second(&mut bench, "clip.mp4");
    let asleep = format!("sleep {}", 172_800 + std::process::id());
    in_place_of(&bench, "ffmpeg", &format!("case \"$*\" in *clip.mp4*) {asleep};; esac"));
    let (code, said) = rendered(&bench, "export CUTROOM_OUTPUT_PATIENCE=4; ", &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("clip.mp4 could not be read"), "{said}");
    assert!(!runs(&asleep));
}
