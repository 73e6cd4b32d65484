//! Encoders of a graphics card, tried before they are used, with an ffmpeg that stands in for one that has them.

use crate::bench::Bench;
use crate::false_programs::{in_place_of, one_second, rendered};

/// Lines that a stand-in for ffmpeg has written of its trials.
fn trials(bench: &Bench) -> usize {
    std::fs::read_to_string(bench.path("trials")).unwrap_or_default().lines().count()
}

/// Notes each trial of NVIDIA's encoder.
const NOTED: &str = "case \"$*\" in *h264_nvenc*null*) echo tried >> trials;; esac";

#[tokio::test]
async fn for_an_encoder_that_does_not_work_the_processor_encodes_and_it_is_told() {
    let mut bench = Bench::new();
    one_second(&mut bench, "red.png");
    let fails = "case \"$*\" in *h264_*) echo \"Cannot load libcuda.so.1.\" >&2; exit 1;; esac";
    in_place_of(&bench, "ffmpeg", &format!("{NOTED}\n{fails}"));
    let sentence =
        "The encoder nvenc failed, so the processor encodes: Cannot load libcuda.so.1.\n";
    let (code, said) = rendered(&bench, "", &["--encoder", "nvenc", "--force"]);
    assert_eq!(
        (code, said.matches(sentence).count()),
        (Some(0), 2),
        "at once and at the end: {said}"
    );
    for name in ["h264_nvenc", "nvenc"] {
        let (code, said) = rendered(&bench, "", &["--encoder", name, "--force"]);
        // The film is there already, so that there may be no time between both.
        assert!(code == Some(0) && said.contains(sentence), "{said}");
    }
    assert_eq!(trials(&bench), 1, "what came of it is kept");
    let (code, said) = rendered(&bench, "", &["--encoder", "auto", "--force"]);
    assert_eq!((code, said.contains("nvenc")), (Some(0), false), "nobody has named one: {said}");
    // Another ffmpeg may know better.
    in_place_of(&bench, "ffmpeg", &format!("{NOTED}\n{fails}\n# newer"));
    rendered(&bench, "", &["--encoder", "nvenc", "--force"]);
    assert_eq!(trials(&bench), 2);
}

/// A device may take a single frame and give up on a film.
#[tokio::test]
async fn an_encoder_that_fails_in_the_middle_costs_the_film_nothing() {
    let mut bench = Bench::new();
    one_second(&mut bench, "red.png");
    let fails = "case \"$*\" in *h264_nvenc*null*) exit 0;; \
                 *h264_nvenc*) echo \"OpenEncodeSessionEx failed: out of memory (10)\" >&2; exit 1;; esac";
    in_place_of(&bench, "ffmpeg", fails);
    let (code, said) = rendered(&bench, "", &["--encoder", "nvenc"]);
    assert_eq!(code, Some(0), "{said}");
    let sentence = "The encoder nvenc failed, so the processor encodes: OpenEncodeSessionEx failed: \
                    out of memory (10).\n";
    assert_eq!(said.matches(sentence).count(), 2, "at once and at the end: {said}");
    assert!(!said.contains("red.png"), "no source is blamed for it: {said}");
}

#[tokio::test]
async fn an_encoder_that_works_is_used_where_it_is_asked_for_and_only_there() {
    let mut bench = Bench::new();
    one_second(&mut bench, "red.png");
    // x264 in the clothes of another encoder.
    let works = r#"
used=no
case "$*" in *h264_nvenc*) used=yes;; esac
if [ $used = yes ]; then
    case "$*" in *null*) ;; *) echo used >> uses;; esac
    n=$#
    while [ $n -gt 0 ]; do
        word=$1; shift; n=$((n-1))
        case "$word" in
            h264_nvenc) set -- "$@" libx264;;
            p5) set -- "$@" veryfast;;
            -rc|-cq) shift; n=$((n-1));;
            *) set -- "$@" "$word";;
        esac
    done
fi"#;
    in_place_of(&bench, "ffmpeg", &format!("{NOTED}\n{works}"));
    let uses = |bench: &Bench| {
        std::fs::read_to_string(bench.path("uses")).unwrap_or_default().lines().count()
    };
    let (code, said) = rendered(&bench, "", &[]);
    assert_eq!((code, trials(&bench), uses(&bench)), (Some(0), 0, 0), "{said}");
    for (before, more) in [
        ("", &["--encoder", "auto", "--force"][..]),
        ("export CUTROOM_OUTPUT_ENCODER=nvenc; ", &["--force", "--size", "4MB"][..]),
    ] {
        let _ = std::fs::remove_file(bench.path("uses"));
        std::fs::remove_dir_all(bench.path("home/cache/render/chunks")).unwrap();
        let (code, said) = rendered(&bench, before, more);
        assert_eq!((code, trials(&bench), uses(&bench)), (Some(0), 1, 1), "{said}");
    }
}
