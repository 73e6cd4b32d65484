//! The theme that is chosen by the settings, or by what the terminal tells of itself.

use std::path::{Path, PathBuf};

use crate::language::{Detail, Problem};
use crate::store::settings::{self, ScreenSettings};
use crate::ui::{Colours, Theme, ThemeError};

use super::setup::Environment;

/// The variable that wins over the theme of the file.
const VARIABLE: &str = "CUTROOM_SCREEN_THEME";

/// Which colours the terminal shows.
pub(super) fn colours(no_color: bool, environment: &Environment) -> Colours {
    let says = |name, words: &[&str]| {
        let value = environment.get(name).unwrap_or_default().to_ascii_lowercase();
        words.iter().any(|word| value.contains(word))
    };
    if no_color || environment.get("NO_COLOR").is_some() {
        Colours::None
    } else if says("COLORTERM", &["truecolor", "24bit"]) {
        Colours::Full
    } else if says("TERM", &["256color"]) {
        Colours::Indexed
    } else {
        Colours::Ansi
    }
}

/// The theme. Nothing is read where none is chosen.
pub(super) fn theme(
    screen: &ScreenSettings,
    settings_file: &Path,
    colours: Colours,
    environment: &Environment,
) -> Result<Theme, Problem> {
    let Some(chosen) = &screen.theme else {
        let theme = if is_light(environment) { "light" } else { "default" };
        return Ok(Theme::named(theme, colours).unwrap_or_default());
    };
    if !chosen.contains('/') && !chosen.ends_with(".toml") {
        return Theme::named(chosen, colours).map_err(|error| {
            let place = place(settings_file, environment);
            Problem::BadSetting {
                detail: Detail::of(|language| error.sentence(language)).at(place),
            }
        });
    }
    let path = file(chosen, settings_file, environment);
    let text = std::fs::read_to_string(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Problem::FileMissing { path: path.display().to_string() },
        _ => {
            Problem::FileUnreadable { path: path.display().to_string(), reason: error.to_string() }
        }
    })?;
    Theme::read(&text, colours).map_err(|error| wrong(&error, &path))
}

fn wrong(error: &ThemeError, path: &Path) -> Problem {
    let place = Detail::line(path, error.line().unwrap_or(1));
    Problem::BadSetting { detail: Detail::of(|language| error.sentence(language)).at(place) }
}

/// Where the name stands.
fn place(settings_file: &Path, environment: &Environment) -> Detail {
    if environment.get(VARIABLE).is_some() {
        return Detail::untold(VARIABLE);
    }
    let line = settings::line_of(settings_file, &["screen", "theme"]).unwrap_or(1);
    Detail::line(settings_file, line)
}

/// A path begins at the home where it says `~`, and at the settings' folder where it has no root.
fn file(chosen: &str, settings_file: &Path, environment: &Environment) -> PathBuf {
    if let (Some(rest), Some(home)) = (chosen.strip_prefix("~/"), environment.get("HOME")) {
        return Path::new(home).join(rest);
    }
    settings_file.parent().unwrap_or(Path::new(".")).join(chosen)
}

/// Some terminals tell the number of their background: `15;0` is white on black.
fn is_light(environment: &Environment) -> bool {
    let ground = environment.get("COLORFGBG").and_then(|value| value.rsplit(';').next());
    matches!(ground, Some("7" | "15"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn chosen(theme: Option<&str>, variables: &[(&str, &str)]) -> Result<Theme, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.toml");
        std::fs::write(&path, "[screen]\ntheme = \"x\"\n").expect("ours");
        std::fs::write(folder.path().join("mine.toml"), "accent = \"208\"").expect("ours");
        std::fs::write(folder.path().join("bad.toml"), "\naccent = \"gren\"").expect("ours");
        let environment = Environment::of(variables);
        let colours = colours(false, &environment);
        let screen =
            ScreenSettings { theme: theme.map(str::to_owned), ..ScreenSettings::default() };
        theme_of(&screen, &path, colours, &environment)
            .map_err(|detail| detail.replace(&folder.path().display().to_string(), ""))
    }

    fn theme_of(
        screen: &ScreenSettings,
        path: &Path,
        colours: Colours,
        environment: &Environment,
    ) -> Result<Theme, String> {
        match theme(screen, path, colours, environment) {
            Ok(theme) => Ok(theme),
            Err(Problem::BadSetting { detail }) => Err(detail.told(Language::English).to_owned()),
            Err(problem) => Err(problem.line(Language::English)),
        }
    }

    #[test]
    fn a_theme_is_chosen_by_name_by_file_or_by_what_the_terminal_tells() {
        let named = |name| Theme::named(name, Colours::Ansi).map_err(|_| String::new());
        assert_eq!(chosen(None, &[]), named("default"));
        assert_eq!(chosen(None, &[("COLORFGBG", "0;15")]), named("light"));
        assert_eq!(chosen(None, &[("COLORFGBG", "15;default;0")]), named("default"));
        assert_eq!(chosen(Some("high-contrast"), &[]), named("high-contrast"));
        assert_ne!(chosen(Some("mine.toml"), &[("TERM", "xterm-256color")]), named("default"));
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        assert_eq!(
            chosen(Some("lihgt"), &[]),
            Err("/config.toml, line 2: there is no theme \"lihgt\"; did you mean \"light\"?".into())
        );
        assert_eq!(
            chosen(Some("lihgt"), &[(VARIABLE, "lihgt")]),
            Err("CUTROOM_SCREEN_THEME: there is no theme \"lihgt\"; did you mean \"light\"?".into())
        );
        assert_eq!(
            chosen(Some("bad.toml"), &[]),
            Err("/bad.toml, line 2: \"gren\" is no colour; did you mean \"green\"?".into())
        );
        assert!(chosen(Some("./none.toml"), &[]).is_err());
    }

    #[test]
    fn no_colour_wins_over_all_that_a_terminal_tells() {
        let tells = [("COLORTERM", "truecolor"), ("TERM", "xterm-256color")];
        let environment = Environment::of(&tells);
        assert_eq!(colours(false, &environment), Colours::Full);
        assert_eq!(colours(true, &environment), Colours::None);
        let plain = Environment::of(&[tells[0], ("NO_COLOR", "1")]);
        assert_eq!(colours(false, &plain), Colours::None);
        assert_eq!(colours(false, &Environment::of(&tells[1..])), Colours::Indexed);
        assert_eq!(colours(false, &Environment::of(&[])), Colours::Ansi);
    }
}
