//! Media made on the spot.

use std::path::Path;
use std::process::Command;

/// Runs ffmpeg with these words in a folder.
pub fn ffmpeg(folder: &Path, words: &str) {
    let ran = Command::new("ffmpeg")
        .args(["-v", "error", "-nostdin", "-y"])
        .args(words.split_whitespace())
        .current_dir(folder)
        .output()
        .expect("ffmpeg must be installed for these tests");
    assert!(ran.status.success(), "{words}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// What an ffmpeg run left in `file`.
pub fn made(words: &str, file: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    ffmpeg(folder.path(), &format!("{words} {file}"));
    std::fs::read(folder.path().join(file)).expect("a file")
}

/// A picture of a colour.
pub fn picture(colour: &str) -> Vec<u8> {
    made(&format!("-f lavfi -i color={colour}:s=64x48 -frames:v 1"), "a.png")
}

/// Words that make two seconds of picture and sound.
pub const FILM: &str = "-f lavfi -i testsrc2=s=64x48:d=2:r=25 -f lavfi -i sine=d=2 \
                        -pix_fmt yuv420p -c:v libx264 -c:a aac";

/// Two seconds of picture and sound.
pub fn film() -> Vec<u8> {
    made(FILM, "a.mp4")
}

/// Width, height and seconds of a film, as ffprobe sees them.
pub fn shape(film: &[u8]) -> (u64, u64, f64) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("film.mp4");
    std::fs::write(&path, film).expect("written");
    let asked = "-v error -select_streams v:0 -of json -show_entries \
                 stream=width,height:format=duration";
    let ran = Command::new("ffprobe").args(asked.split_whitespace()).arg(&path).output();
    let told = ran.expect("ffprobe must be installed for these tests").stdout;
    let told: serde_json::Value = serde_json::from_slice(&told).expect("JSON");
    let side = |name: &str| told["streams"][0][name].as_u64().expect("a number");
    let seconds = told["format"]["duration"].as_str().expect("a duration");
    (side("width"), side("height"), seconds.parse().expect("a number"))
}
