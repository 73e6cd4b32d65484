//! Encoders in hardware: which there are, and whether one really works here.
//!
//! ffmpeg lists encoders of devices that are not there. So one that is asked for is tried on a single frame,
//! with the very arguments that it would get, and what came of it is kept in the cache for a day: for this
//! ffmpeg, by its path and time, because drivers come and go. Nothing is tried unless it is asked for.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::{Error, Tool, kept, output};

/// An encoder of H.264 in hardware.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hardware {
    /// Of NVIDIA.
    Nvenc,
    /// Of Intel: Quick Sync.
    Qsv,
    /// Of AMD.
    Amf,
    /// Of Apple.
    VideoToolbox,
    /// What Linux offers for Intel and AMD alike.
    Vaapi,
}

impl Hardware {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Self; 5] = [Self::Nvenc, Self::VideoToolbox, Self::Qsv, Self::Amf, Self::Vaapi];

    /// As people ask for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nvenc => "nvenc",
            Self::Qsv => "qsv",
            Self::Amf => "amf",
            Self::VideoToolbox => "videotoolbox",
            Self::Vaapi => "vaapi",
        }
    }

    /// As ffmpeg calls it.
    pub(crate) const fn encoder(self) -> &'static str {
        match self {
            Self::Nvenc => "h264_nvenc",
            Self::Qsv => "h264_qsv",
            Self::Amf => "h264_amf",
            Self::VideoToolbox => "h264_videotoolbox",
            Self::Vaapi => "h264_vaapi",
        }
    }
}

/// A trial may open a device, which takes a while.
const LONGEST: Duration = Duration::from_secs(20);
/// Seconds for which what came of a trial holds.
const HOLDS: u64 = 24 * 60 * 60;

/// What came of a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Trial {
    /// Seconds since 1970.
    at: u64,
    /// Why it does not work.
    failed: Option<String>,
}

/// Tries an encoder, unless that was done lately; `Err` is why it does not work. `args` encode a frame to
/// nowhere; `folder` is for what comes of it.
pub(crate) async fn tried(
    hardware: Hardware,
    args: Vec<OsString>,
    folder: &Path,
) -> Result<(), String> {
    let key = format!("{} {}", hardware.encoder(), Tool::Ffmpeg.identity());
    let path = folder.join("encoders.json");
    let mut trials = read(&path);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    trials.retain(|_, trial| now.abs_diff(trial.at) < HOLDS);
    if let Some(known) = trials.get(&key) {
        return known.failed.clone().map_or(Ok(()), Err);
    }
    let failed = match output(Tool::Ffmpeg, args, LONGEST).await {
        Ok(_) => None,
        // That says nothing of the encoder.
        Err(error @ (Error::Missing(_) | Error::Start { .. })) => return Err(error.to_string()),
        Err(Error::Failed { reason, .. }) => Some(reason),
        Err(error) => Some(error.to_string()),
    };
    trials.insert(key, Trial { at: now, failed: failed.clone() });
    if let Err(error) = kept::write(&path, &trials) {
        tracing::warn!(%error, "what came of trying an encoder was not kept");
    }
    failed.map_or(Ok(()), Err)
}

fn read(path: &Path) -> BTreeMap<String, Trial> {
    let text = std::fs::read(path).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}
