//! Looking into a finished film: what ffprobe says, the colour of a frame, how loud it is.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What ffprobe says of the file and its streams.
pub fn probe(path: &Path) -> Value {
    let output = Command::new("ffprobe")
        .args(["-v", "error", "-show_format", "-show_streams", "-of", "json"])
        .arg(path)
        .output()
        .expect("the tests need ffprobe");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("ffprobe writes JSON")
}

/// The first stream of a kind.
pub fn stream(path: &Path, kind: &str) -> Value {
    let probed = probe(path);
    let streams = probed["streams"].as_array().cloned().unwrap_or_default();
    let found = streams.into_iter().find(|stream| stream["codec_type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind} in {probed:#}"))
}

/// Seconds.
pub fn duration(path: &Path) -> f64 {
    let probed = probe(path);
    probed["format"]["duration"].as_str().and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// The average colour of a frame.
pub fn color_at(path: &Path, seconds: f64) -> [u8; 3] {
    let output = Command::new("ffmpeg")
        .args(["-v", "error", "-ss", &seconds.to_string(), "-i"])
        .arg(path)
        .args(["-frames:v", "1", "-vf", "scale=1:1:flags=area", "-pix_fmt", "rgb24"])
        .args(["-f", "rawvideo", "-"])
        .output()
        .expect("the tests need ffmpeg");
    let bytes: [u8; 3] =
        output.stdout.get(..3).and_then(|rgb| rgb.try_into().ok()).unwrap_or([0; 3]);
    bytes
}

/// The mean loudness in dB below full scale, by ffmpeg's volumedetect.
pub fn mean_volume(path: &Path) -> f64 {
    let output = Command::new("ffmpeg")
        .args(["-hide_banner", "-nostats", "-i"])
        .arg(path)
        .args(["-vn", "-af", "volumedetect", "-f", "null", "-"])
        .output()
        .expect("the tests need ffmpeg");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let after = text.split("mean_volume: ").nth(1).unwrap_or_else(|| panic!("no sound:\n{text}"));
    after.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(-91.0)
}
