//! How the editor looks, and what it tells.

use serde::{Deserialize, Serialize};

/// How the editor looks, and what it tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScreenSettings {
    /// The name of a theme that comes with the program, or the path of a theme's file.
    pub theme: Option<String>,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Whether who is new to a pane is shown a hint.
    pub hints: bool,
    /// How somebody who looks elsewhere is told that long work has ended.
    pub notify: NotifyBy,
    /// How the film's picture is shown.
    pub pictures: PicturesBy,
}

/// How the film's picture is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PicturesBy {
    /// In pixels where the terminal takes them, else as coloured cells.
    #[default]
    Auto,
    /// In pixels, in kitty's way.
    Kitty,
    /// In pixels, as sixels.
    Sixel,
    /// In pixels, in iTerm2's way.
    Iterm,
    /// As coloured cells.
    Blocks,
    /// Not at all.
    Off,
}

/// How somebody who looks elsewhere is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NotifyBy {
    /// In the terminal's own way; by its bell where that is not known.
    #[default]
    Auto,
    /// By the bell.
    Bell,
    /// Not at all.
    Off,
}

impl Default for ScreenSettings {
    fn default() -> Self {
        Self {
            theme: None,
            mouse: true,
            hints: true,
            notify: NotifyBy::default(),
            pictures: PicturesBy::default(),
        }
    }
}
