//! What can be written here, told whole or by a few words: the commands, and all that the list of everything
//! finds for them.

use crate::ui::words::plain;

use super::super::palette::{self, PaletteEntry, Pick};
use super::super::{Place, State};
use super::deeds;
use super::order::{Heard, rest_of};

/// A line that asks for help. `None` if it is about something else.
pub(super) fn heard(state: &State, line: &str) -> Option<Heard> {
    Some(Heard::told(match rest_of(line, &["help", "?", "帮助"])? {
        "" => commands(state),
        "all" | "全部" => commands(state).into_iter().chain(actions(state)).collect(),
        words => found(state, words),
    }))
}

fn commands(state: &State) -> Vec<String> {
    let words = plain::of(state.language);
    let commands = words.commands.iter().map(|(what, does)| format!("{what}{}{does}", words.colon));
    commands.chain([words.help_how.to_owned()]).collect()
}

fn actions(state: &State) -> Vec<String> {
    let words = plain::of(state.language);
    let row = |row: &'static super::super::actions::Row| {
        format!("{}{}{}", row.id, words.colon, row.help.within(state.language))
    };
    [words.actions.to_owned()].into_iter().chain(deeds::rows().map(row)).collect()
}

/// The commands that have the words, then what is found by them.
fn found(state: &State, query: &str) -> Vec<String> {
    let small = query.to_lowercase();
    let has = |text: &str| small.split_whitespace().all(|word| text.contains(word));
    let words = plain::of(state.language);
    let commands =
        words.commands.iter().filter(|(what, does)| has(&format!("{what} {does}").to_lowercase()));
    let commands = commands.map(|(what, does)| format!("{what}{}{does}", words.colon));
    let entries = palette::found(state, query).into_iter();
    let mut lines: Vec<String> =
        commands.chain(entries.filter_map(|found| told(state, &found.entry))).collect();
    if lines.is_empty() {
        lines.push(words.nothing_found.to_owned());
    }
    lines
}

/// What is written for an entry, and what it does.
fn told(state: &State, entry: &PaletteEntry) -> Option<String> {
    let written = match entry.pick {
        Pick::Row(row) => deeds::rows().find(|known| known.id == row.id)?.id.to_owned(),
        Pick::Place(Place::Studio) => "backend studio".to_owned(),
        Pick::Place(Place::Cloud) => "backend cloud".to_owned(),
        Pick::Theme(name) => format!("theme {name}"),
        Pick::Sentence(sentence) => sentence.said.within(state.language).to_owned(),
        Pick::Setting(_) => plain::of(state.language).in_settings.to_owned(),
    };
    Some(format!("{written}{}{}", plain::of(state.language).colon, entry.words))
}

#[cfg(test)]
mod tests {
    use super::super::{Listed, order};
    use crate::ui::testing::Editor;

    fn told(editor: &mut Editor, line: &str) -> Vec<String> {
        order::heard(&mut editor.state, line, &mut Listed::default()).lines
    }

    #[test]
    fn help_tells_the_commands_and_finds_actions_sentences_and_settings_by_words() {
        let mut editor = Editor::english(100, 40).opened();
        let commands = told(&mut editor, "help");
        assert!(commands.len() < told(&mut editor, "help all").len() / 2);
        for (words, line) in [
            ("razor", "timeline.split: split the clip at the playhead"),
            ("crossfade", "add crossfades of 0.5 seconds: say it: add a transition"),
            ("markers", "mark, mark TIME NAME, markers: "),
            ("language", "in the settings: the language"),
        ] {
            let found = told(&mut editor, &format!("help {words}"));
            assert!(found.iter().any(|found| found.starts_with(line)), "{words}: {found:#?}");
        }
        assert_eq!(told(&mut editor, "help qwzx"), ["Nothing has that name or does that."]);
        let found = told(&mut Editor::chinese(100, 40).opened(), "帮助 撤销");
        assert!(found.iter().any(|line| line.starts_with("timeline.undo：")), "{found:#?}");
    }
}
