//! Where results go, and what makes them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Where results go, and what makes them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Output {
    /// The folder for exports that name none; else the current folder.
    pub dir: Option<PathBuf>,
    /// What encodes H.264 in the studio.
    pub encoder: EncoderBy,
    /// Seconds that ffmpeg may go without getting any further.
    pub patience: f64,
}

/// What encodes H.264 in the studio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EncoderBy {
    /// The processor, with the same frames on every machine.
    #[default]
    Software,
    /// The first one in hardware that works, else the processor.
    Auto,
    /// NVIDIA's.
    #[serde(alias = "h264_nvenc")]
    Nvenc,
    /// Intel's.
    #[serde(alias = "h264_qsv")]
    Qsv,
    /// AMD's.
    #[serde(alias = "h264_amf")]
    Amf,
    /// Apple's.
    #[serde(alias = "h264_videotoolbox")]
    VideoToolbox,
    /// The one of Linux for Intel and AMD.
    #[serde(alias = "h264_vaapi")]
    Vaapi,
}

impl EncoderBy {
    /// As it is written in the settings and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Software => "software",
            Self::Auto => "auto",
            Self::Nvenc => "nvenc",
            Self::Qsv => "qsv",
            Self::Amf => "amf",
            Self::VideoToolbox => "videotoolbox",
            Self::Vaapi => "vaapi",
        }
    }
}

impl Default for Output {
    fn default() -> Self {
        Self { dir: None, encoder: EncoderBy::default(), patience: 120.0 }
    }
}
