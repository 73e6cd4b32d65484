//! What a render may use of the machine, and how long it waits for it.

use std::path::Path;
use std::time::Duration;

use crate::studio::ffmpeg::{Hardware, tried};

use super::{Warning, graph};

/// What a render may use of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Machine {
    /// What encodes H.264.
    pub encoder: Encoder,
    /// A process that gets no further for this long is ended.
    pub patience: Duration,
}

impl Default for Machine {
    fn default() -> Self {
        Self { encoder: Encoder::Software, patience: Duration::from_secs(120) }
    }
}

/// What encodes H.264. Encoders in hardware give other frames on every machine, so none is used unless
/// it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoder {
    /// The processor, the same on every machine.
    #[default]
    Software,
    /// The first one in hardware that works here, else the processor.
    Auto,
    /// This one where it works, else the processor, which is said.
    Hardware(Hardware),
}

impl Encoder {
    /// As it is asked for.
    pub const NAMES: [&str; 7] =
        ["software", "auto", "nvenc", "qsv", "amf", "videotoolbox", "vaapi"];

    /// The one of that name; ffmpeg's own names count, too.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.strip_prefix("h264_").unwrap_or(name) {
            "software" => Some(Self::Software),
            "auto" => Some(Self::Auto),
            name => {
                let known = Hardware::ALL.into_iter().find(|known| known.name() == name);
                known.map(Self::Hardware)
            }
        }
    }

    /// What ffmpeg calls the one of that name.
    #[must_use]
    pub fn of_ffmpeg(name: &str) -> Option<&'static str> {
        match Self::named(name)? {
            Self::Hardware(hardware) => Some(hardware.encoder()),
            Self::Software | Self::Auto => None,
        }
    }

    /// What came of trying each encoder in hardware: its name, and why it does not work. `kept` is the folder in
    /// which renders keep what came of it.
    pub async fn in_hardware(kept: &Path) -> Vec<(&'static str, Result<(), String>)> {
        let mut found = Vec::new();
        for hardware in Hardware::ALL {
            found.push((hardware.name(), tried(hardware, graph::trial(hardware), kept).await));
        }
        found
    }

    /// What will encode, none being the processor, and what is to be said of it. Tries what is asked for.
    pub(super) async fn chosen(self, kept: &Path) -> (Option<Hardware>, Option<Warning>) {
        match self {
            Self::Software => (None, None),
            Self::Hardware(hardware) => match tried(hardware, graph::trial(hardware), kept).await {
                Ok(()) => (Some(hardware), None),
                Err(reason) => (None, Some(Warning::InSoftware { name: hardware.name(), reason })),
            },
            Self::Auto => {
                for hardware in Hardware::ALL {
                    match tried(hardware, graph::trial(hardware), kept).await {
                        Ok(()) => return (Some(hardware), None),
                        Err(reason) => tracing::info!(reason, "{} does not work", hardware.name()),
                    }
                }
                (None, None)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoder_is_asked_for_by_a_name() {
        assert!(Encoder::NAMES.iter().all(|name| Encoder::named(name).is_some()));
        let named = Hardware::ALL.iter().filter(|one| Encoder::NAMES.contains(&one.name()));
        assert_eq!(named.count(), Hardware::ALL.len());
        assert_eq!(Encoder::named("h264_vaapi"), Some(Encoder::Hardware(Hardware::Vaapi)));
        assert_eq!(Encoder::named("x264"), None);
    }
}
