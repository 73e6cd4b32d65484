//! The keys of the settings, checked: the editor's [`Keymap`], or where a mistake stands.

use std::path::Path;
use std::time::Duration;

use crate::app::Keymap;
use crate::app::keymap::{KeysError, Preset};
use crate::language::{Detail, Problem};
use crate::store::settings::{self, Keys};

use super::setup::Environment;

/// Nobody waits longer for an edit.
const LONGEST_EDIT_DELAY: f64 = 60.0;

/// The variable that wins over the preset of the file.
const VARIABLE: &str = "CUTROOM_KEYS_PRESET";

pub(super) fn keymap(
    keys: &Keys,
    path: &Path,
    environment: &Environment,
) -> Result<Keymap, Problem> {
    let preset = keys.preset.as_deref().map_or(Ok(Preset::default()), Preset::named);
    let keymap = preset.and_then(|preset| Keymap::new(preset, &keys.bind)).map_err(|error| {
        let place = place(&error, path, environment);
        Problem::BadSetting { detail: Detail::of(|language| error.sentence(language)).at(place) }
    })?;
    let delay = if keys.edit_delay.is_nan() { 0.0 } else { keys.edit_delay };
    Ok(keymap.with_edit_delay(Duration::from_secs_f64(delay.clamp(0.0, LONGEST_EDIT_DELAY))))
}

/// Where it stands: file and line, as for any other mistake in the settings, or the variable.
fn place(error: &KeysError, path: &Path, environment: &Environment) -> Detail {
    let line = match error.id() {
        None if environment.get(VARIABLE).is_some() => return Detail::untold(VARIABLE),
        None => settings::line_of(path, &["keys", "preset"]),
        Some(id) => settings::line_of(path, &["keys", "bind", id]),
    };
    Detail::line(path, line.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn detail(text: &str, variables: &[(&str, &str)]) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.toml");
        std::fs::write(&path, text).expect("ours");
        let pairs = variables.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        let settings = settings::load(&path, pairs).expect("settings that can be read");
        let environment = Environment::of(variables);
        let keymap = keymap(&settings.keys, &path, &environment);
        let Err(Problem::BadSetting { detail }) = keymap else { return String::new() };
        let detail = detail.told(Language::English);
        detail.replace(&folder.path().display().to_string(), "")
    }

    #[test]
    fn a_mistake_in_the_keys_is_told_with_file_and_line() {
        assert_eq!(detail("[keys]\npreset = 'vim'", &[]), "");
        assert_eq!(
            detail("[general]\n[keys]\npreset = 'vi'", &[]),
            "/config.toml, line 3: there is no keymap \"vi\"; did you mean \"vim\"?",
        );
        assert_eq!(
            detail("[keys.bind]\n\n'app.exprot' = ['x']", &[]),
            "/config.toml, line 3: there is no action \"app.exprot\"; did you mean \"app.export\"?",
        );
        assert_eq!(
            detail("[keys]\npreset = 'vim'", &[(VARIABLE, "emacs")]),
            "CUTROOM_KEYS_PRESET: there is no keymap \"emacs\"; there are default, vim, resolve, losslesscut",
        );
    }
}
