//! Roles of colour, and the only place where colours stand.
//!
//! The terminal's own 16 colours are used, so that the screen fits any palette, dark or light. Filled
//! pieces are drawn as their role's colour reversed: text in the terminal's background on the colour,
//! which reads as well as coloured text does on that background. Without colours the same roles are
//! told by weight and reversal alone.

use ratatui::style::{Color, Modifier, Style};

use crate::draft::Kind;

/// Whether colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// The terminal's own sixteen.
    #[default]
    Ansi,
    /// None (`NO_COLOR`).
    None,
}

/// A style for every role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    pub text: Style,
    pub dim: Style,
    pub strong: Style,
    /// Slightly apart: stressed and quoted words.
    pub stress: Style,
    pub accent: Style,
    pub code: Style,
    pub selection: Style,
    pub playhead: Style,
    pub changed: Style,
    pub warning: Style,
    pub error: Style,
    pub success: Style,
    tracks: [Style; 4],
    filled: bool,
}

impl Theme {
    /// The theme for a choice of colours.
    #[must_use]
    pub const fn of(colours: Colours) -> Self {
        match colours {
            Colours::Ansi => Self::ansi(),
            Colours::None => Self::colourless(),
        }
    }

    const fn ansi() -> Self {
        let plain = Style::new();
        Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            strong: plain.add_modifier(Modifier::BOLD),
            stress: plain.add_modifier(Modifier::ITALIC),
            accent: plain.fg(Color::Cyan),
            code: plain.fg(Color::Yellow),
            selection: plain.add_modifier(Modifier::REVERSED),
            playhead: plain.fg(Color::Red),
            changed: plain.fg(Color::Yellow),
            warning: plain.fg(Color::Yellow),
            error: plain.fg(Color::Red),
            success: plain.fg(Color::Green),
            tracks: [
                plain.fg(Color::LightBlue),
                plain.fg(Color::Green),
                plain.fg(Color::Magenta),
                plain.fg(Color::Yellow),
            ],
            filled: true,
        }
    }

    const fn colourless() -> Self {
        let plain = Style::new();
        let strong = plain.add_modifier(Modifier::BOLD);
        Self {
            text: plain,
            dim: plain.add_modifier(Modifier::DIM),
            strong,
            stress: plain.add_modifier(Modifier::ITALIC),
            accent: strong,
            code: plain.add_modifier(Modifier::UNDERLINED),
            selection: plain.add_modifier(Modifier::REVERSED),
            playhead: strong,
            changed: strong,
            warning: strong,
            error: strong,
            success: plain,
            tracks: [plain; 4],
            filled: false,
        }
    }

    /// The colour of a kind of track.
    #[must_use]
    pub const fn track(&self, kind: Kind) -> Style {
        match kind {
            Kind::Video => self.tracks[0],
            Kind::Audio => self.tracks[1],
            Kind::Text => self.tracks[2],
            Kind::Other(_) => self.tracks[3],
        }
    }

    /// Whether pieces are filled with their colour; else their edges are drawn.
    #[must_use]
    pub const fn fills(&self) -> bool {
        self.filled
    }

    /// A piece filled with the colour of its kind.
    #[must_use]
    pub const fn piece(&self, kind: Kind) -> Style {
        if self.filled { self.track(kind).add_modifier(Modifier::REVERSED) } else { self.text }
    }
}
