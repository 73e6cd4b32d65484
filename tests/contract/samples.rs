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
