//! How the picture is encoded. The same for every chunk of a film, so that chunks can be joined.

use crate::draft::Canvas;
use crate::studio::render::Quality;
use crate::studio::render::form::Codec;

/// Preset and rate factor: each step down takes about half the time of the one before.
const fn effort(quality: Quality) -> (&'static str, &'static str) {
    match quality {
        // Faster presets leave out what makes a stream High profile.
        Quality::Draft => ("superfast", "28"),
        Quality::Standard => ("veryfast", "21"),
        Quality::High => ("fast", "18"),
    }
}

/// Deadline, speed and quality factor of VP9, about as good as H.264 at the same step.
const fn effort_of_vp9(quality: Quality) -> [&'static str; 3] {
    match quality {
        Quality::Draft => ["realtime", "8", "38"],
        Quality::Standard => ["good", "5", "32"],
        Quality::High => ["good", "3", "26"],
    }
}

/// Arguments for a picture that plays everywhere where its codec does.
pub(super) fn picture_encoder(codec: Codec, quality: Quality, canvas: Canvas) -> Vec<String> {
    let group = (canvas.rate.as_f64() * 2.0).round().to_string();
    let colours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
    let chosen = match codec {
        Codec::H264 => {
            let (preset, factor) = effort(quality);
            vec!["-c:v", "libx264", "-profile:v", "high", "-preset", preset, "-crf", factor]
        }
        Codec::Vp9 => {
            let [deadline, speed, factor] = effort_of_vp9(quality);
            // Without a rate of zero the factor would only be a lower bound.
            let mut chosen = vec!["-c:v", "libvpx-vp9", "-deadline", deadline, "-row-mt", "1"];
            chosen.extend(["-cpu-used", speed, "-crf", factor, "-b:v", "0"]);
            chosen
        }
    };
    chosen
        .into_iter()
        .chain(["-g", &group, "-pix_fmt", "yuv420p", "-color_range", "tv"])
        .chain(colours)
        .map(str::to_owned)
        .collect()
}
