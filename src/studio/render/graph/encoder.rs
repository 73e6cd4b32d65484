//! How the picture is encoded. The same for every chunk of a film, so that chunks can be joined.

use crate::draft::Canvas;
use crate::studio::render::Quality;
use crate::studio::render::form::Codec;

/// How the picture of a film is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::studio::render) struct Encoding {
    pub(in crate::studio::render) codec: Codec,
    pub(in crate::studio::render) quality: Quality,
    /// Threads of a run where others run beside it; a run alone has the whole machine. More threads
    /// than cores cost a sixth of an encoder's time, and a number of threads is part of what comes
    /// out, so it depends on the film and the machine alone, never on what is already there.
    pub(in crate::studio::render) threads: Option<usize>,
}

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
pub(super) fn picture_encoder(encoding: Encoding, canvas: Canvas) -> Vec<String> {
    let Encoding { codec, quality, threads } = encoding;
    let threads = threads.map(|threads| threads.to_string());
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
        .chain(threads.iter().flat_map(|threads| ["-threads", threads]))
        .map(str::to_owned)
        .collect()
}
