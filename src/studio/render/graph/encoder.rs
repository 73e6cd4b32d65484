//! How the picture is encoded. The same for every chunk of a film, so that chunks can be joined.

use crate::draft::Canvas;
use crate::studio::render::Quality;

/// Preset and rate factor: each step down costs about half the time.
const fn effort(quality: Quality) -> (&'static str, &'static str) {
    match quality {
        // Faster presets leave out what makes a stream High profile.
        Quality::Draft => ("superfast", "28"),
        Quality::Standard => ("veryfast", "21"),
        Quality::High => ("medium", "18"),
    }
}

/// Arguments for H.264 that plays everywhere.
pub(super) fn picture_encoder(quality: Quality, canvas: Canvas) -> Vec<String> {
    let (preset, factor) = effort(quality);
    let group = (canvas.rate.as_f64() * 2.0).round().to_string();
    let colours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
    ["-c:v", "libx264", "-profile:v", "high", "-preset", preset, "-crf", factor, "-g", &group]
        .into_iter()
        .chain(["-pix_fmt", "yuv420p", "-color_range", "tv"])
        .chain(colours)
        .map(str::to_owned)
        .collect()
}
