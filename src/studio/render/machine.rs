//! What a render may use of the machine, and how long it waits for it.

use std::path::Path;
use std::time::Duration;

use crate::studio::ffmpeg::{Hardware, tried};

use super::{Error, graph};

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
    /// This one, or none.
    Hardware(Hardware),
}

impl Encoder {
    /// As it is asked for.
    pub const NAMES: [&str; 7] =
        ["software", "auto", "nvenc", "qsv", "amf", "videotoolbox", "vaapi"];

    /// The one of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "software" => Some(Self::Software),
            "auto" => Some(Self::Auto),
            name => {
                let known = Hardware::ALL.into_iter().find(|known| known.name() == name);
                known.map(Self::Hardware)
            }
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

    /// What will encode; none is the processor. Tries what is asked for.
    pub(super) async fn chosen(self, kept: &Path) -> Result<Option<Hardware>, Error> {
        match self {
            Self::Software => Ok(None),
            Self::Hardware(hardware) => {
                let tried = tried(hardware, graph::trial(hardware), kept).await;
                tried.map_err(|reason| Error::Encoder { name: hardware.name(), reason })?;
                Ok(Some(hardware))
            }
            Self::Auto => {
                for hardware in Hardware::ALL {
                    match tried(hardware, graph::trial(hardware), kept).await {
                        Ok(()) => return Ok(Some(hardware)),
                        Err(reason) => tracing::info!(reason, "{} does not work", hardware.name()),
                    }
                }
                Ok(None)
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
        assert_eq!(Encoder::named("x264"), None);
    }
}
