//! A theme as a file describes it: a role, and a colour and weights for it.
//!
//! `accent = "bold bright-blue"`: a colour is one of the terminal's sixteen by name, one of 256 by
//! number, or `#rrggbb`; the words `bold`, `dim`, `underlined` and `reversed` are weights. What a file
//! leaves out is as in the default theme. A theme may have a `ground`, which is painted below
//! everything where the terminal shows all colours.

use ratatui::style::{Color, Modifier, Style};
use toml_edit::{Document, Item};

use crate::language::Language;
use crate::store::settings::nearest;

use super::preset::theme_names;
use super::{ROLES, Theme};

/// Why a theme cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeError {
    /// None has this name.
    NoTheme(String),
    /// A file is wrong.
    File {
        /// From 1.
        line: usize,
        /// How.
        wrong: Wrong,
    },
}

/// What is wrong in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It is not TOML; the parser's words.
    NotToml(String),
    /// There is no such role.
    NoRole(String),
    /// A value is no text, or for `fills` not true or false.
    NoText(String),
    /// A word is neither colour nor weight.
    NoColour(String),
}

const COLOURS: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

const WEIGHTS: [(&str, Modifier); 4] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

/// Reads a theme.
pub(super) fn read(text: &str) -> Result<Theme, ThemeError> {
    let line = |at: usize| text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    let document = Document::parse(text).map_err(|error| ThemeError::File {
        line: line(error.span().map_or(0, |span| span.start)),
        wrong: Wrong::NotToml(error.message().to_owned()),
    })?;
    let mut theme = Theme::ansi();
    for (name, value) in document.iter() {
        let at = document.as_table().key(name).and_then(|key| key.span());
        let at = line(at.map_or(0, |span| span.start));
        put(&mut theme, name, value).map_err(|wrong| ThemeError::File { line: at, wrong })?;
    }
    Ok(theme)
}

fn put(theme: &mut Theme, name: &str, value: &Item) -> Result<(), Wrong> {
    if name == "fills" {
        theme.filled = value.as_bool().ok_or_else(|| Wrong::NoText(name.to_owned()))?;
        return Ok(());
    }
    let role = ROLES.iter().find(|role| role.name() == name);
    if role.is_none() && name != "ground" {
        return Err(Wrong::NoRole(name.to_owned()));
    }
    let words = value.as_str().ok_or_else(|| Wrong::NoText(name.to_owned()))?;
    let style = style(words)?;
    match role {
        Some(role) => role.set(theme, style),
        None => theme.ground = style.fg,
    }
    Ok(())
}

fn style(words: &str) -> Result<Style, Wrong> {
    let mut style = Style::new();
    for word in words.split_whitespace() {
        if let Some((_, weight)) = WEIGHTS.iter().find(|(known, _)| *known == word) {
            style = style.add_modifier(*weight);
        } else {
            style = style.fg(colour(word).ok_or_else(|| Wrong::NoColour(word.to_owned()))?);
        }
    }
    Ok(style)
}

fn colour(word: &str) -> Option<Color> {
    if let Some((_, colour)) = COLOURS.iter().find(|(known, _)| *known == word) {
        return Some(*colour);
    }
    match word.strip_prefix('#') {
        Some(digits) if digits.len() == 6 && digits.is_ascii() => {
            let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
            Some(Color::Rgb(part(0)?, part(2)?, part(4)?))
        }
        Some(_) => None,
        None => word.parse().ok().map(Color::Indexed),
    }
}

impl ThemeError {
    /// The sentence, without the place.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (english, chinese) = match self {
            Self::NoTheme(name) => (
                with_near(&format!("there is no theme \"{name}\""), near_theme(name)),
                with_near_chinese(&format!("没有名为 \"{name}\" 的主题"), near_theme(name)),
            ),
            Self::File { wrong: Wrong::NotToml(words), .. } => (words.clone(), words.clone()),
            Self::File { wrong: Wrong::NoRole(name), .. } => {
                let near = nearest(name, roles());
                (
                    with_near(&format!("a theme has no \"{name}\""), near),
                    with_near_chinese(&format!("主题中没有 \"{name}\""), near),
                )
            }
            Self::File { wrong: Wrong::NoText(name), .. } => (
                format!(
                    "\"{name}\" needs {}",
                    if name == "fills" { "true or false" } else { "a text, such as \"bold cyan\"" }
                ),
                format!(
                    "\"{name}\" 需要{}",
                    if name == "fills" {
                        " true 或 false"
                    } else {
                        "文字，例如 \"bold cyan\""
                    }
                ),
            ),
            Self::File { wrong: Wrong::NoColour(word), .. } => {
                let near = nearest(word, words());
                (
                    with_near(&format!("\"{word}\" is no colour"), near),
                    with_near_chinese(&format!("\"{word}\" 不是颜色"), near),
                )
            }
        };
        match language {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }

    /// The line that is wrong, from 1; none where it is the name.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        match self {
            Self::NoTheme(_) => None,
            Self::File { line, .. } => Some(*line),
        }
    }
}

fn with_near(sentence: &str, near: Option<&str>) -> String {
    near.map_or_else(|| sentence.to_owned(), |near| format!("{sentence}; did you mean \"{near}\"?"))
}

fn with_near_chinese(sentence: &str, near: Option<&str>) -> String {
    near.map_or_else(|| sentence.to_owned(), |near| format!("{sentence}；是否想写 \"{near}\"？"))
}

fn near_theme(name: &str) -> Option<&'static str> {
    nearest(name, theme_names())
}

fn roles() -> impl Iterator<Item = &'static str> {
    ROLES.iter().map(|role| role.name()).chain(["ground", "fills"])
}

fn words() -> impl Iterator<Item = &'static str> {
    COLOURS.iter().map(|(name, _)| *name).chain(WEIGHTS.iter().map(|(name, _)| *name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_has_a_colour_of_three_kinds_and_weights() {
        let theme =
            read("accent = 'bold bright-blue'\ntext = '#a0b1C2'\nplayhead = '208'\ndim = ''\n");
        let theme = theme.expect("a theme");
        let plain = Style::new();
        assert_eq!(theme.accent, plain.fg(Color::LightBlue).add_modifier(Modifier::BOLD));
        assert_eq!(theme.text, plain.fg(Color::Rgb(0xa0, 0xb1, 0xc2)));
        assert_eq!(theme.playhead, plain.fg(Color::Indexed(208)));
        assert_eq!(theme.dim, plain);
        assert_eq!(theme.error, Theme::ansi().error, "what is left out is as in the default");
    }

    #[test]
    fn mistakes_are_told_with_their_line_and_the_nearest_right_word() {
        for (text, line, sentence) in [
            ("\naccnt = 'red'", 2, "a theme has no \"accnt\"; did you mean \"accent\"?"),
            ("accent = 'bold grean'", 1, "\"grean\" is no colour; did you mean \"green\"?"),
            ("accent = '#12345'", 1, "\"#12345\" is no colour"),
            ("accent = '#12é45'", 1, "\"#12é45\" is no colour"),
            ("# x\n\naccent = 4", 3, "\"accent\" needs a text, such as \"bold cyan\""),
            ("fills = 'no'", 1, "\"fills\" needs true or false"),
        ] {
            let error = read(text).expect_err(text);
            assert_eq!(error.line(), Some(line), "{text}");
            assert_eq!(error.sentence(Language::English), sentence);
        }
        let broken = read("accent = 'red'\naccent").expect_err("no TOML");
        assert_eq!(broken.line(), Some(2));
        let name = ThemeError::NoTheme("papre".into()).sentence(Language::Chinese);
        assert_eq!(name, "没有名为 \"papre\" 的主题；是否想写 \"paper\"？");
    }
}
