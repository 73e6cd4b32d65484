//! The one table of what can be done by key.
//!
//! Key handling, the footer's hints, the help overlay and the README's table all read it, so none of
//! them can say something else than the others.

mod app;
mod chat;
mod edit;
mod files;
mod history;
mod jobs;
mod keys;
mod known_as;
mod media;
mod message;
mod sessions;
mod timeline;
mod transport;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::Language;

use super::keymap::{Keymap, Sequence};
use super::{Focus, Key};

pub use app::AppAction;
pub use chat::ChatAction;
pub use edit::EditAction;
pub use files::FilesAction;
pub use history::HistoryAction;
pub use jobs::JobsAction;
pub use known_as::known_as;
pub use media::MediaAction;
pub use message::MessageAction;
pub use sessions::SessionsAction;
pub use timeline::TimelineAction;
pub use transport::TransportAction;

/// Something that can be done. Two levels: which pane does it, and what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum Action {
    App(AppAction),
    Message(MessageAction),
    Timeline(TimelineAction),
    Transport(TransportAction),
    Edit(EditAction),
    History(HistoryAction),
    Chat(ChatAction),
    Jobs(JobsAction),
    Media(MediaAction),
    Sessions(SessionsAction),
    Files(FilesAction),
}

/// Where an action's keys count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In every pane.
    Anywhere,
    /// While this pane has the focus.
    In(Focus),
    /// While this list lies over the panes.
    Over(List),
}

/// A list over the panes that has keys of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The sessions.
    Sessions,
    /// The files that can be added.
    Files,
}

impl List {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Sessions, Self::Files];
}

/// The same words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said(pub &'static str, pub &'static str);

impl Said {
    /// The words in a language.
    #[must_use]
    pub const fn within(self, language: Language) -> &'static str {
        match language {
            Language::English => self.0,
            Language::Chinese => self.1,
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its name in settings and in the palette.
    pub id: &'static str,
    /// What it does, for the program.
    pub action: Action,
    /// Where its keys count.
    pub scope: Scope,
    /// Its keys without settings; the first is the one that people are told. What has none is done
    /// from the list of everything.
    pub keys: &'static [Key],
    /// Keys that are pressed one after the other.
    pub sequences: &'static [&'static [Key]],
    /// One or two words for the footer; most actions are not in it.
    pub hint: Option<Said>,
    /// The action that the footer tells together with this one, because it is its opposite.
    pub pair: Option<&'static str>,
    /// What it does, for people.
    pub help: Said,
}

/// Every action, grouped by where it counts, in the order of the help and of the footer.
pub fn table() -> impl Iterator<Item = &'static Row> {
    let places = [
        message::ROWS,
        timeline::ROWS,
        transport::ROWS,
        edit::ROWS,
        history::ROWS,
        chat::ROWS,
        media::ROWS,
        jobs::ROWS,
        sessions::ROWS,
        files::ROWS,
        app::ROWS,
    ];
    places.into_iter().flatten()
}

/// What a key of the table does in a pane: the pane's own meaning first. For the lists that lie over
/// the panes; the panes themselves ask the [`Keymap`].
#[must_use]
pub fn find(focus: Focus, key: Key) -> Option<Action> {
    let within = |scope| table().find(|row| row.scope == scope && row.keys.contains(&key));
    within(Scope::In(focus)).or_else(|| within(Scope::Anywhere)).map(|row| row.action)
}

/// The rows whose keys count in a pane, its own first, in the table's order.
pub fn rows_in(focus: Focus) -> impl Iterator<Item = &'static Row> {
    let within = move |scope| table().filter(move |row| row.scope == scope);
    within(Scope::In(focus)).chain(within(Scope::Anywhere))
}

/// The row of a name.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Row> {
    // Every frame names rows by the dozen.
    static NAMED: LazyLock<HashMap<&str, &Row>> =
        LazyLock::new(|| table().map(|row| (row.id, row)).collect());
    NAMED.get(id).copied()
}

/// The table in Markdown, for the README: the keys as they are without settings.
#[must_use]
pub fn markdown(language: Language) -> String {
    let keymap = Keymap::default();
    let head = Said("| keys | where | what |", "| 按键 | 位置 | 作用 |");
    let mut lines = format!("{}\n|---|---|---|\n", head.within(language));
    for row in table() {
        let mut keys: Vec<String> = keymap.keys(row).iter().map(|key| format!("`{key}`")).collect();
        if keys.is_empty() {
            // From the list of everything.
            keys.push(format!("`{}` …", keymap.key_of("app.palette")));
        }
        let scope = scope_word(row.scope).within(language);
        let help = row.help.within(language);
        lines.push_str(&format!("| {} | {scope} | {help} |\n", keys.join(" ")));
    }
    lines
}

/// What people call a scope.
#[must_use]
pub const fn scope_word(scope: Scope) -> Said {
    match scope {
        Scope::Anywhere => Said("anywhere", "任何位置"),
        Scope::In(Focus::Message) => Said("message", "消息"),
        Scope::In(Focus::Timeline) => Said("timeline", "时间线"),
        Scope::In(Focus::Chat) => Said("chat", "对话"),
        Scope::In(Focus::Media) => Said("media", "素材"),
        Scope::In(Focus::Jobs) => Said("jobs", "任务"),
        Scope::Over(List::Sessions) => Said("list of sessions", "会话列表"),
        Scope::Over(List::Files) => Said("list of files", "文件列表"),
    }
}

const fn row(
    id: &'static str,
    action: Action,
    scope: Scope,
    keys: &'static [Key],
    help: Said,
) -> Row {
    Row { id, action, scope, keys, sequences: &[], hint: None, pair: None, help }
}

impl Row {
    /// All its keys without settings.
    pub(super) fn sequences(&self) -> impl Iterator<Item = Sequence> {
        let alone = self.keys.iter().map(|key| Sequence::from(&[*key][..]));
        alone.chain(self.sequences.iter().map(|keys| Sequence::from(*keys)))
    }

    /// Keys that are pressed one after the other, such as `g g`.
    const fn then(self, keys: &'static [&'static [Key]]) -> Self {
        Self { sequences: keys, ..self }
    }

    const fn hint(self, english: &'static str, chinese: &'static str) -> Self {
        Self { hint: Some(Said(english, chinese)), ..self }
    }

    const fn with(self, opposite: &'static str) -> Self {
        Self { pair: Some(opposite), ..self }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crossterm::event::KeyCode as Code;

    use super::*;
    use super::{Action as A, AppAction as P, JobsAction as J, TimelineAction as T};

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let mut seen = HashSet::new();
        for row in table() {
            for key in row.keys {
                let place = format!("{:?} {key}", row.scope);
                assert!(seen.insert(place.clone()), "{place} twice, again at {}", row.id);
            }
        }
    }

    #[test]
    fn every_action_has_a_name_of_its_own() {
        let names: HashSet<&str> = table().map(|row| row.id).collect();
        assert_eq!(names.len(), table().count());
        assert!(table().filter_map(|row| row.pair).all(|pair| names.contains(pair)));
    }

    #[test]
    fn a_pane_gives_a_key_its_own_meaning_first() {
        let up = Key::plain(Code::Up);
        assert_eq!(find(Focus::Jobs, up), Some(A::Jobs(J::Up)));
        assert_eq!(find(Focus::Timeline, up), Some(A::Timeline(T::PreviousEdit)));
        assert_eq!(find(Focus::Timeline, Key::ctrl('e')), Some(A::App(P::Export)));
        assert_eq!(find(Focus::Message, Key::letter('x')), None);
    }

    #[test]
    fn the_table_reads_as_markdown_in_both_languages() {
        let english = markdown(Language::English);
        assert!(english.contains("| `Ctrl-E` | anywhere | export the film |"));
        assert!(markdown(Language::Chinese).contains("| `e` | 时间线 | 导出影片 |"));
        assert_eq!(english.lines().count(), table().count() + 2);
    }
}
