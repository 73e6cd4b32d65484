//! A rendered film, decoded.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use cutroom::studio::render::Rendered;
use serde_json::Value;
use tempfile::TempDir;

use crate::bench::ffmpeg;

pub struct Film {
    pub rendered: Rendered,
    /// Films go with their folder.
    pub _folder: Arc<TempDir>,
}

/// One decoded picture.
pub struct Frame {
    pub width: usize,
    pub height: usize,
    pub rgb: Vec<u8>,
}

impl Film {
    pub fn path(&self) -> &Path {
        &self.rendered.path
    }

    /// ffprobe's answer.
    pub fn facts(&self) -> Value {
        let run = Command::new("ffprobe")
            .args(["-v", "error", "-count_frames", "-show_format", "-show_streams", "-of", "json"])
            .arg(self.path())
            .output()
            .expect("ffprobe is not installed; these tests need it");
        serde_json::from_slice(&run.stdout).expect("ffprobe answers in JSON")
    }

    /// Facts of the picture and of the sound.
    pub fn streams(&self) -> (Value, Value) {
        let facts = self.facts();
        (facts["streams"][0].clone(), facts["streams"][1].clone())
    }

    /// Every picture of the film.
    pub fn frames(&self) -> Vec<Frame> {
        let (picture, _) = self.streams();
        let side = |key: &str| usize::try_from(picture[key].as_u64().unwrap()).unwrap();
        let (width, height) = (side("width"), side("height"));
        let raw =
            self.decoded(&["-fps_mode", "passthrough", "-pix_fmt", "rgb24", "-f", "rawvideo"]);
        let frames = raw.chunks_exact(width * height * 3);
        frames.map(|rgb| Frame { width, height, rgb: rgb.to_vec() }).collect()
    }

    /// The numbers that a counting clip's frames tell.
    pub fn numbers(&self) -> Vec<u32> {
        self.frames().iter().map(Frame::number).collect()
    }

    /// The left channel.
    pub fn samples(&self) -> Vec<f32> {
        let raw = self.decoded(&["-map", "0:a", "-af", "pan=mono|c0=c0", "-f", "f32le"]);
        let samples = raw.chunks_exact(4);
        samples.map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap())).collect()
    }

    /// How loud it is between two moments, in decibels below full scale.
    pub fn loudness(&self, from: f64, to: f64) -> f64 {
        loudness(&self.samples(), from, to)
    }

    fn decoded(&self, how: &[&str]) -> Vec<u8> {
        let path = self.path().to_str().unwrap();
        ffmpeg(["-i", path].into_iter().chain(how.iter().copied()).chain(["-"]))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "moments of a film")]
pub fn loudness(samples: &[f32], from: f64, to: f64) -> f64 {
    let part = &samples[(from * 48_000.0) as usize..(to * 48_000.0) as usize];
    let power = part.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>();
    10.0 * (power / part.len() as f64).max(1e-12).log10()
}

impl Frame {
    pub fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let start = (y * self.width + x) * 3;
        self.rgb[start..start + 3].try_into().unwrap()
    }

    /// How wide the white is in the middle row, to a part of a pixel, and where its middle lies: by its green, which
    /// neither red nor blue has.
    pub fn white(&self) -> (f64, f64) {
        let (mut sum, mut across) = (0.0, 0.0);
        for x in 0..self.width {
            let green = f64::from(self.pixel(x, self.height / 2)[1].saturating_sub(16));
            sum += green;
            across += green * (x as f64 + 0.5);
        }
        (sum / 239.0, across / sum)
    }

    pub fn centre(&self) -> [u8; 3] {
        self.pixel(self.width / 2, self.height / 2)
    }

    /// Back from the brightness to what a counting clip was counting.
    pub fn number(&self) -> u32 {
        let grey = u32::from(self.centre()[1]);
        (grey * 219 + 510) / (255 * 4)
    }

    /// How much two pictures differ in a part of the canvas, in values of 255.
    pub fn distance(&self, other: &Self, rows: std::ops::Range<usize>) -> f64 {
        let part = rows.start * self.width * 3..rows.end * self.width * 3;
        let pairs = self.rgb[part.clone()].iter().zip(&other.rgb[part.clone()]);
        let sum: u32 = pairs.map(|(one, two)| u32::from(one.abs_diff(*two))).sum();
        f64::from(sum) / part.len() as f64
    }
}

/// Whether a pixel is about a colour; encoding moves colours a little.
#[track_caller]
pub fn assert_close(found: [u8; 3], expected: [u8; 3]) {
    let close = found.iter().zip(expected).all(|(found, wanted)| found.abs_diff(wanted) <= 14);
    assert!(close, "{found:?} is not about {expected:?}");
}

pub const RED: [u8; 3] = [255, 0, 0];
pub const GREEN: [u8; 3] = [0, 255, 0];
pub const BLUE: [u8; 3] = [0, 0, 255];
pub const BLACK: [u8; 3] = [0, 0, 0];
pub const WHITE: [u8; 3] = [255, 255, 255];
