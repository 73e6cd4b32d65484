//! Themes that come with the program, as data in `assets/themes`.

use super::file::{self, ThemeError};
use super::{Colours, Theme};

/// The theme that is used where none is chosen: it needs no reading, and a test holds it against its file.
const DEFAULT: &str = "default";

const FILES: &[(&str, &str)] = &[
    (DEFAULT, include_str!("../../../assets/themes/default.toml")),
    ("dark", include_str!("../../../assets/themes/dark.toml")),
    ("light", include_str!("../../../assets/themes/light.toml")),
    ("high-contrast", include_str!("../../../assets/themes/high-contrast.toml")),
    ("mono", include_str!("../../../assets/themes/mono.toml")),
    ("graphite", include_str!("../../../assets/themes/graphite.toml")),
    ("paper", include_str!("../../../assets/themes/paper.toml")),
];

/// The names of the themes that come with the program.
pub fn theme_names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

impl Theme {
    /// The theme of a name, for a terminal that shows so many colours.
    ///
    /// # Errors
    /// [`ThemeError::NoTheme`].
    pub fn named(name: &str, colours: Colours) -> Result<Self, ThemeError> {
        if name == DEFAULT {
            return Ok(Self::ansi());
        }
        let found = FILES.iter().find(|(known, _)| *known == name);
        let (_, text) = found.ok_or_else(|| ThemeError::NoTheme(name.to_owned()))?;
        Ok(file::read(text)?.within(colours))
    }

    /// A theme as a file describes it.
    ///
    /// # Errors
    /// Any other [`ThemeError`].
    pub fn read(text: &str, colours: Colours) -> Result<Self, ThemeError> {
        Ok(file::read(text)?.within(colours))
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier, Style};

    use super::super::ROLES;
    use super::*;

    #[test]
    fn every_theme_can_be_read_and_the_default_is_its_file() {
        for (name, text) in FILES {
            assert!(file::read(text).is_ok(), "{name}: {:?}", file::read(text));
            assert!(Theme::named(name, Colours::Full).is_ok(), "{name}");
        }
        assert_eq!(file::read(FILES[0].1), Ok(Theme::ansi()));
    }

    #[test]
    fn mono_has_no_colour_and_tells_the_same_by_weight() {
        let mono = Theme::named("mono", Colours::Full).expect("a theme");
        assert_eq!(mono, Theme::colourless());
    }

    #[test]
    fn only_a_terminal_that_shows_them_gets_other_colours_than_its_own_sixteen() {
        let colours = |wanted| {
            let theme = Theme::named("graphite", wanted).expect("a theme");
            let roles = ROLES.iter().filter_map(|role| role.of(&theme).fg).collect::<Vec<_>>();
            (roles, theme.ground())
        };
        let rgb = |colour: &Color| matches!(colour, Color::Rgb(..));
        assert!(colours(Colours::Full).0.iter().any(rgb));
        assert!(colours(Colours::Full).1.is_some());
        let (sixteen, ground) = colours(Colours::Ansi);
        assert!(!sixteen.iter().any(|colour| rgb(colour) || matches!(colour, Color::Indexed(_))));
        assert_eq!(ground, None, "the terminal keeps its own background");
    }

    /// Relative luminance, as WCAG 2 defines it.
    fn luminance(colour: Color) -> f64 {
        let Color::Rgb(r, g, b) = colour else { panic!("{colour} is not measured") };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn colours_of_a_theme_with_a_ground_of_its_own_can_be_read_on_it() {
        let mut measured = 0;
        for name in theme_names() {
            let theme = Theme::named(name, Colours::Full).expect("a theme");
            let Some(ground) = theme.ground() else { continue };
            for role in ROLES {
                let style: Style = role.of(&theme);
                let Some(colour) = style.fg else { continue };
                let ratio = contrast(colour, ground);
                assert!(ratio >= 4.5, "{name}: {} has {ratio:.2}", role.name());
                assert!(!style.add_modifier.contains(Modifier::DIM), "{name}: {}", role.name());
                measured += 1;
            }
        }
        assert!(measured >= 2 * 10, "{measured}");
    }
}
