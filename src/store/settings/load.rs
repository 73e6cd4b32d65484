//! Reading the settings: the file, then the environment over it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Settings, document};
use crate::language::Detail;

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is there and cannot be read.
    #[error("the settings cannot be read")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is not TOML, or a name or value in it is wrong.
    #[error("a mistake in the settings")]
    File {
        /// Which.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// What is wrong, and what was probably meant.
        reason: Detail,
    },
    /// A variable of the environment names no setting or has a wrong value.
    #[error("a mistake in a variable")]
    Variable {
        /// Which.
        variable: String,
        /// What is wrong, and what was probably meant.
        reason: Detail,
    },
}

impl SettingsError {
    /// One sentence that says where and what.
    #[must_use]
    pub fn detail(&self) -> Detail {
        match self {
            Self::Unreadable { path, source } => {
                let path = path.display();
                Detail::new(
                    format!("{path} cannot be read: {source}"),
                    format!("无法读取 {path}：{source}"),
                )
            }
            Self::File { path, line, reason } => reason.at(Detail::line(path, *line)),
            Self::Variable { variable, reason } => reason.at(variable.as_str()),
        }
    }
}

/// Variables of ours that are no settings.
const OTHER_VARIABLES: &[&str] = &["CUTROOM_HOME", "CUTROOM_PLAIN", "CUTROOM_LOG"];

/// Settings of the screen that are on or off.
const SWITCHES: &[&str] = &["mouse", "hints"];

/// Reads the settings from a file, if it is there, and from variables of the environment.
///
/// # Errors
/// Any of [`SettingsError`]; a file that is not there is none.
pub fn load(
    path: &Path,
    variables: impl IntoIterator<Item = (String, String)>,
) -> Result<Settings, SettingsError> {
    let mut table = read_file(path)?;
    for (variable, value) in variables {
        let ours = variable.starts_with("CUTROOM_");
        if ours && !OTHER_VARIABLES.contains(&variable.as_str()) {
            set_from_variable(&mut table, &variable, &value)?;
        }
    }
    // Both sources were checked one by one, so what is left can only be a contradiction in types.
    table.try_into().map_err(|error: toml::de::Error| SettingsError::File {
        path: path.to_path_buf(),
        line: 1,
        reason: explained(error.message()),
    })
}

fn read_file(path: &Path) -> Result<toml::Table, SettingsError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(toml::Table::new());
        }
        Err(source) => return Err(SettingsError::Unreadable { path: path.to_path_buf(), source }),
    };
    let wrong = |error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
        SettingsError::File { path: path.to_path_buf(), line, reason: explained(error.message()) }
    };
    let _: Settings = toml::from_str(&text).map_err(wrong)?;
    toml::from_str(&text).map_err(wrong)
}

/// The parser's words, with the nearest right word where a name is unknown.
fn explained(message: &str) -> Detail {
    let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    let Some((name, _)) = unknown else {
        return Detail::new(message, format!("内容有误（{message}）"));
    };
    let known = document::keys().flat_map(|(section, key)| [section, key]);
    match nearest(name, known) {
        Some(near) => Detail::new(
            format!("there is no setting \"{name}\"; did you mean \"{near}\"?"),
            format!("没有名为 \"{name}\" 的设置；是否想写 \"{near}\"？"),
        ),
        None => Detail::new(
            format!("there is no setting \"{name}\""),
            format!("没有名为 \"{name}\" 的设置"),
        ),
    }
}

/// The known word that was probably meant; none where nothing is near.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let near = known.map(|word| (strsim::damerau_levenshtein(name, word), word)).min()?;
    (near.0 <= 3).then_some(near.1)
}

fn set_from_variable(
    table: &mut toml::Table,
    variable: &str,
    value: &str,
) -> Result<(), SettingsError> {
    let wrong = |reason: Detail| SettingsError::Variable { variable: variable.to_owned(), reason };
    let spelled = |(section, key): &(&str, &str)| {
        variable == format!("CUTROOM_{}_{}", section.to_uppercase(), key.to_uppercase())
    };
    let Some((section, key)) = document::in_environment().find(spelled) else {
        let all: Vec<String> = document::in_environment()
            .map(|(section, key)| format!("CUTROOM_{section}_{key}").to_uppercase())
            .collect();
        let near = nearest(variable, all.iter().map(String::as_str));
        return Err(wrong(match near {
            Some(near) => Detail::new(
                format!("there is no such setting; did you mean {near}?"),
                format!("没有这项设置；是否想写 {near}？"),
            ),
            None => Detail::new(
                "there is no such setting; `cutroom doctor --config` lists them",
                "没有这项设置；`cutroom doctor --config` 会列出全部",
            ),
        }));
    };
    let is_time = section == "timing"
        || [("output", "patience"), ("keys", "edit_delay")].contains(&(section, key));
    let value = match (section, value.parse::<f64>()) {
        (_, Ok(number)) if is_time => toml::Value::from(number),
        (_, Err(_)) if is_time => {
            return Err(wrong(Detail::new(
                format!("a number is needed, not \"{value}\""),
                format!("应为数字，而不是 \"{value}\""),
            )));
        }
        ("screen", _) if ["true", "false"].contains(&value) => toml::Value::from(value == "true"),
        ("screen", _) if SWITCHES.contains(&key) => {
            return Err(wrong(Detail::new(
                format!("true or false is needed, not \"{value}\""),
                format!("应为 true 或 false，而不是 \"{value}\""),
            )));
        }
        _ => toml::Value::from(value),
    };
    let place = table.entry(section).or_insert_with(|| toml::Table::new().into());
    if let Some(place) = place.as_table_mut() {
        place.insert(key.to_owned(), value);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn with_file(text: &str, variables: &[(&str, &str)]) -> Result<Settings, String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("config.toml");
        std::fs::write(&path, text).expect("the folder is ours");
        let variables = variables.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        load(&path, variables).map_err(|error| {
            error.detail().told(Language::English).replace(&folder.path().display().to_string(), "")
        })
    }

    #[test]
    fn a_missing_file_means_the_defaults() {
        let nowhere = Path::new("/nonexistent/config.toml");
        assert_eq!(load(nowhere, []).expect("no file is no error"), Settings::default());
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let settings = with_file(
            "[timing]\nscale = 2.0\npoll_busy = 1\n[output]\ndir = \"/a\"",
            &[("CUTROOM_TIMING_SCALE", "0.01"), ("CUTROOM_OUTPUT_DIR", "/b"), ("HOME", "/x")],
        );
        let settings = settings.expect("both are right");
        assert_eq!((settings.timing.scale, settings.timing.poll_busy), (0.01, 1.0));
        assert_eq!(settings.output.dir, Some(PathBuf::from("/b")));
    }

    #[test]
    fn mistakes_are_named_with_their_place_and_the_nearest_word() {
        for (text, variables, sentence) in [
            (
                "[timing]\nscal = 1.0",
                vec![],
                "/config.toml, line 2: there is no setting \"scal\"; did you mean \"scale\"?",
            ),
            (
                "\n[outptu]",
                vec![],
                "/config.toml, line 2: there is no setting \"outptu\"; did you mean \"output\"?",
            ),
            (
                "",
                vec![("CUTROOM_TIMING_SCAL", "1")],
                "CUTROOM_TIMING_SCAL: there is no such setting; did you mean CUTROOM_TIMING_SCALE?",
            ),
            (
                "",
                vec![("CUTROOM_TIMING_SCALE", "fast")],
                "CUTROOM_TIMING_SCALE: a number is needed, not \"fast\"",
            ),
        ] {
            assert_eq!(with_file(text, &variables), Err(sentence.to_owned()));
        }
    }

    #[test]
    fn a_wrong_value_names_its_line() {
        let error = with_file("[timing]\n\nscale = \"fast\"", &[]).expect_err("not a number");
        assert!(error.starts_with("/config.toml, line 3:"), "{error}");
    }
}
