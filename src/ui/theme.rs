//! Roles of colour, and the only place where colours stand.
//!
//! The terminal's own 16 colours are used, so that the screen fits any palette, dark or light. Filled
//! pieces are drawn as their role's colour reversed: text in the terminal's background on the colour,
//! which reads as well as coloured text does on that background. Without colours the same roles are
//! told by weight and reversal alone. Other themes are data: files of roles and colours.

mod depth;
mod file;
mod preset;

use ratatui::style::{Color, Modifier, Style};

use crate::draft::Kind;

pub use depth::Colours;
pub use file::ThemeError;
pub use preset::theme_names;

/// A style for every role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the role that it is named after")]
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
    /// What an edit under way is expected to make: in the colour of its lane, which does not fill it.
    pub expected: Style,
    pub warning: Style,
    pub error: Style,
    pub success: Style,
    tracks: [Style; 4],
    filled: bool,
    ground: Option<Color>,
}

/// A role by its name in a theme's file.
#[derive(Debug, Clone, Copy)]
struct Role {
    name: &'static str,
    place: fn(&mut Theme) -> &mut Style,
}

impl Role {
    const fn name(&self) -> &'static str {
        self.name
    }

    fn of(&self, theme: &Theme) -> Style {
        let mut theme = *theme;
        *(self.place)(&mut theme)
    }

    fn set(&self, theme: &mut Theme, style: Style) {
        *(self.place)(theme) = style;
    }
}

const fn role(name: &'static str, place: fn(&mut Theme) -> &mut Style) -> Role {
    Role { name, place }
}

/// Every role that a theme's file can set.
#[rustfmt::skip]
const ROLES: &[Role] = &[
    role("text", |theme| &mut theme.text),
    role("dim", |theme| &mut theme.dim),
    role("strong", |theme| &mut theme.strong),
    role("accent", |theme| &mut theme.accent),
    role("code", |theme| &mut theme.code),
    role("selection", |theme| &mut theme.selection),
    role("playhead", |theme| &mut theme.playhead),
    role("changed", |theme| &mut theme.changed),
    role("expected", |theme| &mut theme.expected),
    role("warning", |theme| &mut theme.warning),
    role("error", |theme| &mut theme.error),
    role("success", |theme| &mut theme.success),
    role("video", |theme| &mut theme.tracks[0]),
    role("audio", |theme| &mut theme.tracks[1]),
    role("words", |theme| &mut theme.tracks[2]),
    role("other", |theme| &mut theme.tracks[3]),
];

impl Default for Theme {
    fn default() -> Self {
        Self::ansi()
    }
}

impl Theme {
    /// The theme as it is drawn with these colours.
    #[must_use]
    pub const fn with(self, colours: Colours) -> Self {
        match colours {
            Colours::Ansi | Colours::Indexed | Colours::Full => self,
            Colours::None => Self::colourless(),
        }
    }

    /// What is painted below everything; most themes leave that to the terminal.
    #[must_use]
    pub const fn ground(&self) -> Option<Color> {
        self.ground
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
            expected: plain.add_modifier(Modifier::UNDERLINED),
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
            ground: None,
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
            expected: plain.add_modifier(Modifier::UNDERLINED),
            warning: strong,
            error: strong,
            success: plain,
            tracks: [plain; 4],
            filled: false,
            ground: None,
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
