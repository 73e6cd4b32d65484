//! How the picture is encoded. The same for every chunk of a film, so that chunks can be joined.

use std::ffi::OsString;

use crate::draft::{Canvas, FrameRate};
use crate::studio::ffmpeg::Hardware;
use crate::studio::render::Quality;
use crate::studio::render::form::Codec;

use super::shot::COLOURS;

/// By what and how well the picture of a film is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::studio::render) struct How {
    pub(in crate::studio::render) codec: Codec,
    pub(in crate::studio::render) quality: Quality,
    /// What encodes in place of the processor.
    pub(in crate::studio::render) hardware: Option<Hardware>,
}

/// The same for the runs of one film.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::studio::render) struct Encoding {
    pub(in crate::studio::render) how: How,
    /// Threads of a run where others run beside it; a run alone has the whole machine. More threads
    /// than cores cost a sixth of an encoder's time, and a number of threads is part of what comes
    /// out, so it depends on the film and the machine alone, never on what is already there.
    pub(in crate::studio::render) threads: Option<usize>,
}

impl How {
    /// Whether a source's own pictures can stand beside its chunks: their parameter sets are told apart
    /// by numbers, which only x264 lets one choose.
    pub(in crate::studio::render) fn can_be_copied_beside(self) -> bool {
        self.codec == Codec::H264 && self.hardware.is_none()
    }
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
    let Encoding { how, threads } = encoding;
    let threads = threads.map(|threads| threads.to_string());
    let group = (canvas.rate.as_f64() * 2.0).round().to_string();
    let colours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"];
    let chosen = match (how.codec, how.hardware) {
        (Codec::H264, Some(hardware)) => in_hardware(hardware, how.quality),
        (Codec::H264, None) => {
            let (preset, factor) = effort(how.quality);
            vec!["-c:v", "libx264", "-profile:v", "high", "-preset", preset, "-crf", factor]
        }
        (Codec::Vp9, _) => {
            let [deadline, speed, factor] = effort_of_vp9(how.quality);
            // Without a rate of zero the factor would only be a lower bound.
            let mut chosen = vec!["-c:v", "libvpx-vp9", "-deadline", deadline, "-row-mt", "1"];
            chosen.extend(["-cpu-used", speed, "-crf", factor, "-b:v", "0"]);
            chosen
        }
    };
    let pixels: &[&str] = match how.hardware {
        None | Some(Hardware::Nvenc) => &["-pix_fmt", "yuv420p"],
        Some(Hardware::Vaapi) => &[],
        Some(Hardware::Qsv | Hardware::Amf | Hardware::VideoToolbox) => &["-pix_fmt", "nv12"],
    };
    chosen
        .into_iter()
        .chain(["-g", &group])
        .chain(pixels.iter().copied())
        .chain(["-color_range", "tv"])
        .chain(colours)
        .chain(threads.iter().flat_map(|threads| ["-threads", threads]))
        .map(str::to_owned)
        .collect()
}

/// By a constant quality, as near to x264's at the same step as each comes.
fn in_hardware(hardware: Hardware, quality: Quality) -> Vec<&'static str> {
    let (quantiser, share) = match quality {
        Quality::Draft => ("30", "45"),
        Quality::Standard => ("24", "60"),
        Quality::High => ("20", "72"),
    };
    let mut chosen = match hardware {
        Hardware::Vaapi => {
            vec!["-init_hw_device", "vaapi=card:/dev/dri/renderD128", "-filter_hw_device", "card"]
        }
        _ => Vec::new(),
    };
    chosen.extend(["-c:v", hardware.encoder(), "-profile:v", "high"]);
    chosen.extend(match hardware {
        Hardware::Nvenc => ["-preset", "p5", "-rc", "vbr", "-cq", quantiser, "-b:v", "0"].to_vec(),
        Hardware::Qsv => ["-preset", "medium", "-global_quality", quantiser].to_vec(),
        Hardware::Amf => ["-rc", "cqp", "-qp_i", quantiser, "-qp_p", quantiser].to_vec(),
        Hardware::VideoToolbox => ["-q:v", share].to_vec(),
        Hardware::Vaapi => ["-rc_mode", "CQP", "-qp", quantiser].to_vec(),
    });
    chosen
}

/// A graph that ends in `[picture]`, brought to where its encoder reads it, and the label of that.
pub(super) fn uploaded(graph: String, how: How) -> (String, &'static str) {
    match how.hardware {
        Some(Hardware::Vaapi) => {
            (format!("{graph};\n[picture]format=nv12,hwupload[uploaded]"), "[uploaded]")
        }
        _ => (graph, "[picture]"),
    }
}

/// The arguments of a run that encodes one frame to nowhere, as a chunk would be.
pub(in crate::studio::render) fn trial(hardware: Hardware) -> Vec<OsString> {
    let canvas = Canvas { width: 1280, height: 720, rate: FrameRate::whole(30) };
    let how = How { codec: Codec::H264, quality: Quality::High, hardware: Some(hardware) };
    let (graph, label) = uploaded(format!("[0:v]format=yuv420p,{COLOURS}[picture]"), how);
    let source = ["-f", "lavfi", "-i", "color=s=1280x720:r=30:d=1", "-filter_complex", &graph];
    let quiet = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error"];
    let mut args: Vec<OsString> = quiet.into_iter().chain(source).map(OsString::from).collect();
    args.extend(["-map", label, "-frames:v", "1"].map(OsString::from));
    args.extend(
        picture_encoder(Encoding { how, threads: None }, canvas).into_iter().map(OsString::from),
    );
    args.extend(["-f", "null", "-"].map(OsString::from));
    args
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_that_reads_its_own_memory_gets_the_picture_there() {
        let how = |hardware| How { codec: Codec::H264, quality: Quality::High, hardware };
        let graph = || "[0:v]null[picture]".to_owned();
        assert_eq!(uploaded(graph(), how(None)), (graph(), "[picture]"));
        let (uploaded, label) = uploaded(graph(), how(Some(Hardware::Vaapi)));
        assert!(uploaded.ends_with("hwupload[uploaded]") && label == "[uploaded]", "{uploaded}");
        assert!(how(None).can_be_copied_beside());
        assert!(!how(Some(Hardware::Nvenc)).can_be_copied_beside());
    }
}
