//! The keys of every action, and what a key means in a pane.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use super::super::actions::{self, Action, List, Row, Scope};
use super::super::{Focus, Key};
use super::spelling::Misspelt;
use super::{KeysError, Preset, Sequence};

/// The keys of every action.
#[derive(Debug, Clone, PartialEq)]
pub struct Keymap {
    preset: Preset,
    /// Actions whose keys the settings give.
    own: usize,
    /// In the table's order.
    rows: Vec<Bound>,
    /// Where each action's row is.
    places: HashMap<&'static str, usize>,
    /// How long an edit is shown before it is sent.
    edit_delay: Duration,
}

/// Long enough to be read and taken back, short enough not to be waited for.
const EDIT_DELAY: Duration = Duration::from_millis(400);

#[derive(Debug, Clone, PartialEq)]
struct Bound {
    row: &'static Row,
    keys: Vec<Sequence>,
}

/// What a key does after those that were pressed before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// It does this.
    Does(Action),
    /// More keys are needed.
    Begins,
    /// Nothing.
    Nothing,
}

/// A key that may follow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Next {
    /// The key.
    pub key: Key,
    /// What it does; the first of several where it only leads on to them.
    pub row: &'static Row,
    /// Whether more keys are needed after it.
    pub leads_on: bool,
}

impl Default for Keymap {
    fn default() -> Self {
        let rows = actions::table().map(|row| Bound { row, keys: row.sequences().collect() });
        let places = actions::table().enumerate().map(|(place, row)| (row.id, place));
        let (rows, places) = (rows.collect(), places.collect());
        Self { preset: Preset::Default, own: 0, rows, places, edit_delay: EDIT_DELAY }
    }
}

impl Keymap {
    /// The keys of a preset, and over them those of the settings: action and keys, no keys to take
    /// them away.
    ///
    /// # Errors
    /// [`KeysError`]: an unknown action or key, or a key with two meanings in one place.
    pub fn new(preset: Preset, own: &BTreeMap<String, Vec<String>>) -> Result<Self, KeysError> {
        let mut keymap = Self { preset, own: own.len(), ..Self::default() };
        if preset != Preset::Default {
            keymap.put(&preset.differences())?;
        }
        if !own.is_empty() {
            keymap.put(own)?;
        }
        Ok(keymap)
    }

    /// Lays keys over those that are there. Whoever had one of them before has it no more.
    fn put(&mut self, layer: &BTreeMap<String, Vec<String>>) -> Result<(), KeysError> {
        let mut laid: Vec<(&'static Row, Sequence)> = Vec::new();
        for (id, keys) in layer {
            let bound = self.rows.iter_mut().find(|bound| bound.row.id == id);
            let bound = bound.ok_or_else(|| KeysError::NoAction(id.clone()))?;
            bound.keys = parsed(bound.row, keys)?;
            for key in &bound.keys {
                free(&laid, bound.row, key)?;
                laid.push((bound.row, key.clone()));
            }
        }
        for bound in &mut self.rows {
            if layer.contains_key(bound.row.id) {
                continue;
            }
            let scope = bound.row.scope;
            // A key that is to work anywhere works in every pane; over the panes it does not count.
            let is_pane = !matches!(scope, Scope::Over(_));
            let taken = |key: &Sequence| {
                laid.iter().any(|(row, other)| {
                    (row.scope == scope || (row.scope == Scope::Anywhere && is_pane))
                        && other.clashes_with(key)
                })
            };
            bound.keys.retain(|key| !taken(key));
        }
        Ok(())
    }

    /// The same keys, whose edits are shown for so long before they are sent.
    #[must_use]
    pub fn with_edit_delay(self, edit_delay: Duration) -> Self {
        Self { edit_delay, ..self }
    }

    /// How long an edit by key is shown before it is sent.
    #[must_use]
    pub const fn edit_delay(&self) -> Duration {
        self.edit_delay
    }

    /// The preset that it began with.
    #[must_use]
    pub const fn preset(&self) -> Preset {
        self.preset
    }

    /// How many actions have keys from the settings.
    #[must_use]
    pub const fn own(&self) -> usize {
        self.own
    }

    /// The keys of an action; the first is the one that people are told.
    #[must_use]
    pub fn keys(&self, row: &Row) -> &[Sequence] {
        let bound = self.places.get(row.id).and_then(|place| self.rows.get(*place));
        bound.map_or(&[], |bound| &bound.keys)
    }

    /// The key of an action that people are told; empty where it has none.
    #[must_use]
    pub fn told(&self, row: &Row) -> String {
        self.keys(row).first().map(Sequence::to_string).unwrap_or_default()
    }

    /// The same for the action of a name.
    #[must_use]
    pub fn key_of(&self, id: &str) -> String {
        actions::by_id(id).map(|row| self.told(row)).unwrap_or_default()
    }

    /// The key that is meant: Shift beside Ctrl counts only where an action has such a key, so that elsewhere
    /// terminals that tell it and those that do not are alike.
    #[must_use]
    pub fn meant(&self, key: Key) -> Key {
        let mut keys = self.rows.iter().flat_map(|bound| &bound.keys).flat_map(Sequence::keys);
        let is_dropped = key.has_shift_beside_ctrl() && !keys.any(|known| *known == key);
        if is_dropped { key.without_shift() } else { key }
    }

    /// What a key alone does in a pane: the pane's own meaning first.
    #[must_use]
    pub fn find(&self, focus: Focus, key: Key) -> Option<Action> {
        match self.read(focus, &[], key) {
            Read::Does(action) => Some(action),
            Read::Begins | Read::Nothing => None,
        }
    }

    /// What a key does in a list that lies over the panes, besides what keys do in every list.
    #[must_use]
    pub fn find_over(&self, list: List, key: Key) -> Option<Action> {
        let mut rows = self.within(Scope::Over(list));
        rows.find(|(_, sequence)| sequence.keys() == [key]).map(|(row, _)| row.action)
    }

    /// What a key does in a pane after those before it: the pane's own meaning first.
    #[must_use]
    pub fn read(&self, focus: Focus, before: &[Key], key: Key) -> Read {
        for scope in [Scope::In(focus), Scope::Anywhere] {
            let mut begins = false;
            for (row, sequence) in self.within(scope) {
                if sequence.after(before) != Some(key) {
                    continue;
                }
                if sequence.keys().len() == before.len() + 1 {
                    return Read::Does(row.action);
                }
                begins = true;
            }
            if begins {
                return Read::Begins;
            }
        }
        Read::Nothing
    }

    /// What may follow the keys pressed so far, each key once, in the table's order.
    #[must_use]
    pub fn following(&self, focus: Focus, before: &[Key]) -> Vec<Next> {
        let mut found: Vec<Next> = Vec::new();
        for scope in [Scope::In(focus), Scope::Anywhere] {
            for (row, sequence) in self.within(scope) {
                let Some(key) = sequence.after(before) else { continue };
                if found.iter().all(|next| next.key != key) {
                    let leads_on = sequence.keys().len() > before.len() + 1;
                    found.push(Next { key, row, leads_on });
                }
            }
        }
        found
    }

    fn within(&self, scope: Scope) -> impl Iterator<Item = (&'static Row, &Sequence)> {
        let rows = self.rows.iter().filter(move |bound| bound.row.scope == scope);
        rows.flat_map(|bound| bound.keys.iter().map(|key| (bound.row, key)))
    }
}

fn parsed(row: &Row, keys: &[String]) -> Result<Vec<Sequence>, KeysError> {
    let parse = |text: &String| {
        let id = row.id.to_owned();
        let sequence = Sequence::parse(text)
            .map_err(|misspelt| KeysError::NoKey { id: id.clone(), misspelt })?;
        let first = sequence.keys()[0];
        let is_list = matches!(row.scope, Scope::Over(_));
        let is_written = is_list || row.scope == Scope::In(Focus::Message);
        if is_written && first.written().is_some() {
            return Err(KeysError::Letter { id, key: first.to_string() });
        }
        let count = sequence.keys().len();
        if is_list && count > 1 {
            let misspelt = Misspelt::Count { text: text.clone(), count, most: 1 };
            return Err(KeysError::NoKey { id, misspelt });
        }
        Ok(sequence)
    };
    keys.iter().map(parse).collect()
}

/// Whether nothing of the same layer has the key in the same place.
fn free(
    laid: &[(&'static Row, Sequence)],
    row: &'static Row,
    key: &Sequence,
) -> Result<(), KeysError> {
    let clash =
        laid.iter().find(|(other, laid)| other.scope == row.scope && laid.clashes_with(key));
    match clash {
        None => Ok(()),
        Some((other, _)) => {
            Err(KeysError::Twice { id: row.id.to_owned(), other: other.id, key: key.to_string() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::actions::{
        Action as A, AppAction as P, JobsAction as J, TimelineAction as T,
    };
    use super::*;
    use crate::language::Language;

    fn own(binds: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        let words = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        binds.iter().map(|(id, keys)| ((*id).to_owned(), words(keys))).collect()
    }

    fn keymap(binds: &[(&str, &[&str])]) -> Keymap {
        Keymap::new(Preset::Default, &own(binds)).expect("right keys")
    }

    fn trouble(binds: &[(&str, &[&str])]) -> String {
        let error = Keymap::new(Preset::Default, &own(binds)).expect_err("wrong keys");
        error.sentence(Language::English)
    }

    #[test]
    fn no_preset_names_an_unknown_action_nor_gives_a_key_two_meanings() {
        for preset in Preset::ALL {
            let keymap = Keymap::new(preset, &BTreeMap::new());
            let keymap = keymap.unwrap_or_else(|error| panic!("{}: {error:?}", preset.name()));
            let all: Vec<_> = actions::table()
                .flat_map(|row| keymap.keys(row).iter().map(move |key| (row, key)))
                .collect();
            for (place, (row, key)) in all.iter().enumerate() {
                let clash = all[place + 1..]
                    .iter()
                    .find(|(other, clash)| other.scope == row.scope && clash.clashes_with(key));
                assert!(clash.is_none(), "{}: {key} at {} and {clash:?}", preset.name(), row.id);
            }
            assert_eq!(Preset::named(preset.name()), Ok(preset));
        }
    }

    #[test]
    fn a_preset_leaves_the_ways_out_and_to_everything() {
        for preset in Preset::ALL {
            let keymap = Keymap::new(preset, &BTreeMap::new()).expect("a preset");
            for id in ["app.quit", "app.interrupt", "app.palette", "app.help", "app.next-pane"] {
                assert!(!keymap.key_of(id).is_empty(), "{}: {id}", preset.name());
            }
        }
    }

    #[test]
    fn the_settings_take_a_key_from_whoever_had_it() {
        let keymap = keymap(&[("timeline.zoom-fit", &["e", "g f"])]);
        let read = |key| keymap.find(Focus::Timeline, Key::letter(key));
        assert_eq!(read('e'), Some(A::Timeline(T::ZoomFit)));
        assert_ne!(read('0'), read('e'), "its own key before");
        assert_eq!(keymap.key_of("timeline.export"), "");
        assert_eq!(keymap.key_of("app.export"), "Ctrl-E", "another place");
        assert_eq!(keymap.own(), 1);
    }

    #[test]
    fn an_empty_list_takes_the_keys_away() {
        let keymap = keymap(&[("jobs.cancel", &[])]);
        assert_eq!(keymap.find(Focus::Jobs, Key::letter('x')), None);
        assert_eq!(keymap.find(Focus::Jobs, Key::letter('r')), Some(A::Jobs(J::Retry)));
    }

    #[test]
    fn a_sequence_is_read_key_by_key_and_a_pane_comes_before_anywhere() {
        let keymap = keymap(&[
            ("timeline.start", &["g g"]),
            ("app.export", &["g e"]),
            ("app.quit", &["g g"]),
        ]);
        let g = Key::letter('g');
        assert_eq!(keymap.read(Focus::Timeline, &[], g), Read::Begins);
        assert_eq!(keymap.read(Focus::Timeline, &[g], g), Read::Does(A::Timeline(T::Start)));
        assert_eq!(keymap.read(Focus::Jobs, &[g], g), Read::Does(A::App(P::Quit)));
        assert_eq!(keymap.read(Focus::Timeline, &[g], Key::letter('q')), Read::Nothing);
        let next = |focus| {
            let next = keymap.following(focus, &[g]);
            next.iter().map(|next| format!("{} {}", next.key, next.row.id)).collect::<Vec<_>>()
        };
        assert_eq!(next(Focus::Timeline), ["g timeline.start", "e app.export"]);
        assert_eq!(next(Focus::Jobs), ["e app.export", "g app.quit"]);
    }

    #[test]
    fn mistakes_are_named_with_the_nearest_right_word() {
        for (binds, sentence) in [
            (
                &[("timeline.zoomin", &["z"] as &[&str])] as &[(&str, &[&str])],
                "there is no action \"timeline.zoomin\"; did you mean \"timeline.zoom-in\"?",
            ),
            (&[("quit", &["z"])], "there is no action \"quit\"; did you mean \"app.quit\"?"),
            (
                &[("timeline.zoom-in", &["Ctl-Z"])],
                "there is no key \"Ctl-Z\"; did you mean \"Ctrl-Z\"?",
            ),
            (&[("timeline.zoom-in", &[""])], "\"\" is no key; an empty list takes the keys away"),
            (&[("timeline.zoom-in", &["a b c d"])], "\"a b c d\" has more than 3 keys"),
            (
                &[("timeline.end", &["g"]), ("timeline.start", &["g g"])],
                "\"g g\" already belongs to \"timeline.end\", or begins a key of it",
            ),
            (
                &[("timeline.end", &["g", "g e"])],
                "\"g e\" stands at \"timeline.end\" twice, or begins another of its keys",
            ),
            (
                &[("message.send", &["s"])],
                "\"s\" is written there; use a key with Ctrl or Alt, or a function key",
            ),
        ] {
            assert_eq!(trouble(binds), sentence);
        }
        let preset = Preset::named("vmi").expect_err("no preset").sentence(Language::English);
        assert_eq!(preset, "there is no keymap \"vmi\"; did you mean \"vim\"?");
        let preset = Preset::named("premiere-pro").expect_err("none").sentence(Language::Chinese);
        assert!(preset.contains("default、vim、resolve、losslesscut"), "{preset}");
    }
}
