//! What `cutroom doctor --config` prints: every key with its meaning and default, as a file that can
//! be saved as `config.toml` and edited.

use super::Settings;

/// Section, key, meaning. A test holds this table against the settings themselves.
const KEYS: &[(&str, &str, &str)] = &[
    (
        "general",
        "backend",
        "\"studio\", \"cloud\", or the address of a server of the same contract; what F6 in the editor \
         chooses is kept here",
    ),
    ("general", "profile", "the name of a built-in profile, or the path of a profile file"),
    ("general", "language", "\"en\" or \"zh\"; otherwise the locale decides"),
    ("output", "dir", "folder for exports that name none; otherwise the current folder"),
    ("timing", "scale", "multiplies every other value of this section"),
    ("timing", "poll_busy", "between polls of the timeline while the agent works"),
    (
        "timing",
        "poll_shared",
        "between polls of the timeline while another cutroom has it open too",
    ),
    ("timing", "still_working", "without text for this long, say that the agent is still working"),
    ("timing", "heartbeats_only", "only heartbeats for this long count as timed out"),
    ("timing", "turn_limit", "the longest an answer may take"),
    ("timing", "recovery_first", "after a lost connection, before the first look at the timeline"),
    ("timing", "recovery_next", "between further looks"),
    ("timing", "render_poll_studio", "between looks at a render in the studio"),
    ("timing", "render_poll_first", "before the first look at a render in the cloud"),
    ("timing", "render_poll_longest", "the longest between looks at a render in the cloud"),
    ("timing", "render_slow", "a render without an end for this long is called slow"),
    ("timing", "retry_after", "before the one retry after \"too many requests\""),
    ("timing", "request_limit", "for one request other than an answer, an upload or a download"),
    (
        "screen",
        "theme",
        "\"default\", \"dark\", \"light\", \"high-contrast\", \"mono\", \"graphite\", \"paper\", or the path of a \
         theme's file; otherwise \"light\" where the terminal says that it is, else \"default\"",
    ),
    (
        "screen",
        "mouse",
        "false leaves the mouse to the terminal, which selects text with it; otherwise Shift does that",
    ),
    (
        "screen",
        "hints",
        "false takes away the hints for who is new; each goes by itself once it was followed",
    ),
    (
        "screen",
        "notify",
        "how to tell that long work has ended while another window has the focus: \"auto\", \"bell\" or \
         \"off\"",
    ),
    (
        "screen",
        "pictures",
        "how the film's picture is shown: \"auto\" (in pixels where the terminal says that it takes them and \
         the line is quick), \"kitty\", \"sixel\", \"iterm\", \"blocks\" or \"off\"; within tmux pixels \
         need its allow-passthrough",
    ),
    (
        "agent",
        "url",
        "a model of your own for the studio: an endpoint of the chat-completions form, such as \
         https://api.example.com/v1; http:// on this machine alone",
    ),
    ("agent", "model", "the model's name there"),
    (
        "agent",
        "key_env",
        "the variable of the environment that holds the key; none if it needs none",
    ),
    ("keys", "preset", "\"default\", \"vim\", \"resolve\" or \"losslesscut\""),
    (
        "keys",
        "bind",
        "actions by name, each with its keys, over those of the preset: \"timeline.start\" = [\"g g\"]; \
         an empty list takes the keys away; `cutroom doctor --keys` lists all names",
    ),
];

/// The settings as a commented file with every key at its default.
#[must_use]
pub fn document() -> String {
    let defaults = toml::Table::try_from(Settings::default()).unwrap_or_default();
    let mut lines = vec![
        "# Settings of cutroom. Times are in seconds. Each key can also be given in the".to_owned(),
        "# environment as CUTROOM_SECTION_KEY, for example CUTROOM_TIMING_SCALE=0.5.".to_owned(),
    ];
    let mut section = "";
    for (in_section, key, meaning) in KEYS {
        if *in_section != section {
            section = in_section;
            lines.push(format!("\n[{section}]"));
        }
        let default = defaults.get(section).and_then(|table| table.get(*key));
        lines.push(format!("# {meaning}"));
        lines.push(match default {
            Some(value) => format!("{key} = {value}"),
            None if *key == "bind" => format!("# {key} = {{ … }}"),
            None => format!("# {key} = \"…\""),
        });
    }
    lines.join("\n") + "\n"
}

/// Every key that can be given in the environment.
pub(super) fn in_environment() -> impl Iterator<Item = (&'static str, &'static str)> {
    keys().filter(|(_, key)| *key != "bind")
}

/// Every key of every section.
pub(super) fn keys() -> impl Iterator<Item = (&'static str, &'static str)> {
    KEYS.iter().map(|(section, key, _)| (*section, *key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_file_is_the_defaults() {
        let printed: Settings = toml::from_str(&document()).expect("what is printed can be read");
        assert_eq!(printed, Settings::default());
    }

    #[test]
    fn no_key_is_left_out_of_the_table() {
        let mut all = Settings::default();
        all.general.backend = Some(String::new());
        all.general.profile = Some(String::new());
        all.general.language = Some(String::new());
        all.screen.theme = Some(String::new());
        all.agent.url = Some(String::new());
        all.agent.model = Some(String::new());
        all.agent.key_env = Some(String::new());
        all.keys.preset = Some(String::new());
        all.keys.bind.insert(String::new(), Vec::new());
        all.output.dir = Some(std::path::PathBuf::new());
        let table = toml::Table::try_from(all).expect("settings are a table");
        let real: Vec<(String, String)> = table
            .iter()
            .flat_map(|(section, keys)| {
                let keys = keys.as_table().cloned().unwrap_or_default();
                keys.keys().map(|key| (section.clone(), key.clone())).collect::<Vec<_>>()
            })
            .collect();
        let mut listed: Vec<_> =
            keys().map(|(section, key)| (section.to_owned(), key.to_owned())).collect();
        let mut real = real;
        listed.sort();
        real.sort();
        assert_eq!(listed, real);
    }
}
