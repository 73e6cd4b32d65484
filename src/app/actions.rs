//! The one table of what can be done by key.
//!
//! Key handling, the footer's hints, the help overlay and the README's table all read it, so none of
//! them can say something else than the others.

use crossterm::event::{KeyCode as Code, KeyModifiers as Held};

use crate::language::Language;

use super::{Focus, Key};

/// Something that can be done. Two levels: which pane does it, and what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum Action {
    App(AppAction),
    Message(MessageAction),
    Timeline(TimelineAction),
    Chat(ChatAction),
    Jobs(JobsAction),
    Media(MediaAction),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum AppAction {
    NextPane,
    PreviousPane,
    Focus(Focus),
    Stop,
    Export,
    GoOn,
    CopyLink,
    Palette,
    Backend,
    Help,
    Suspend,
    Interrupt,
    Quit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum MessageAction {
    Send,
    NewLine,
    Up,
    Down,
    Left,
    Right,
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    DeleteBack,
    DeleteForward,
    DeleteWord,
    DeleteToStart,
    DeleteToEnd,
    Undo,
    TakeBack,
    DropWaiting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum TimelineAction {
    FrameBack,
    FrameForward,
    SecondBack,
    SecondForward,
    PreviousEdit,
    NextEdit,
    Start,
    End,
    TrackUp,
    TrackDown,
    ZoomIn,
    ZoomOut,
    ZoomFit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum ChatAction {
    Up,
    Down,
    PageUp,
    PageDown,
    Start,
    End,
    Original,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum JobsAction {
    Up,
    Down,
    Cancel,
    Retry,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum MediaAction {
    Up,
    Down,
    Mention,
}

/// Where an action's keys count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In every pane.
    Anywhere,
    /// While this pane has the focus.
    In(Focus),
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
    /// Its keys; the first is the one that people are told.
    pub keys: &'static [Key],
    /// One or two words for the footer; most actions are not in it.
    pub hint: Option<Said>,
    /// The action that the footer tells together with this one, because it is its opposite.
    pub pair: Option<&'static str>,
    /// What it does, for people.
    pub help: Said,
}

/// What a key does in a pane: the pane's own meaning first.
#[must_use]
pub fn find(focus: Focus, key: Key) -> Option<Action> {
    let within = |scope| TABLE.iter().find(|row| row.scope == scope && row.keys.contains(&key));
    within(Scope::In(focus)).or_else(|| within(Scope::Anywhere)).map(|row| row.action)
}

/// The rows whose keys count in a pane, its own first, in the table's order.
pub fn rows_in(focus: Focus) -> impl Iterator<Item = &'static Row> {
    let within = move |scope| TABLE.iter().filter(move |row| row.scope == scope);
    within(Scope::In(focus)).chain(within(Scope::Anywhere))
}

/// The row of a name.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.id == id)
}

/// The key of a name that people are told; nothing where there is no such name.
#[must_use]
pub fn key_of(id: &str) -> String {
    by_id(id).map(|row| row.keys[0].to_string()).unwrap_or_default()
}

/// The table in Markdown, for the README.
#[must_use]
pub fn markdown(language: Language) -> String {
    let head = Said("| keys | where | what |", "| 按键 | 位置 | 作用 |");
    let mut table = format!("{}\n|---|---|---|\n", head.within(language));
    for row in TABLE {
        let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
        let scope = scope_word(row.scope).within(language);
        let help = row.help.within(language);
        table.push_str(&format!("| {} | {scope} | {help} |\n", keys.join(" ")));
    }
    table
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
    }
}

const fn row(
    id: &'static str,
    action: Action,
    scope: Scope,
    keys: &'static [Key],
    help: Said,
) -> Row {
    Row { id, action, scope, keys, hint: None, pair: None, help }
}

impl Row {
    const fn hint(self, english: &'static str, chinese: &'static str) -> Self {
        Self { hint: Some(Said(english, chinese)), ..self }
    }

    const fn with(self, opposite: &'static str) -> Self {
        Self { pair: Some(opposite), ..self }
    }
}

const ANYWHERE: Scope = Scope::Anywhere;
const MESSAGE: Scope = Scope::In(Focus::Message);
const TIMELINE: Scope = Scope::In(Focus::Timeline);
const CHAT: Scope = Scope::In(Focus::Chat);
const MEDIA: Scope = Scope::In(Focus::Media);
const JOBS: Scope = Scope::In(Focus::Jobs);

use Action as A;
use AppAction as P;
use ChatAction as C;
use JobsAction as J;
use MediaAction as D;
use MessageAction as M;
use TimelineAction as T;

const fn k(code: Code) -> Key {
    Key::plain(code)
}
const fn shift(code: Code) -> Key {
    Key::with(Held::SHIFT, code)
}
const fn alt(code: Code) -> Key {
    Key::with(Held::ALT, code)
}
const fn ctrl(code: Code) -> Key {
    Key::with(Held::CONTROL, code)
}

/// Every action, grouped by where it counts. The order is that of the help and of the footer.
#[rustfmt::skip]
pub static TABLE: &[Row] = &[
    row("message.send", A::Message(M::Send), MESSAGE, &[k(Code::Enter)],
        Said("send the message", "发送消息")).hint("send", "发送"),
    row("message.new-line", A::Message(M::NewLine), MESSAGE, &[alt(Code::Enter), Key::ctrl('j'), shift(Code::Enter)],
        Said("begin a new line", "换行")).hint("new line", "换行"),
    row("message.up", A::Message(M::Up), MESSAGE, &[k(Code::Up)],
        Said("a line up; at the top, an earlier message; in an empty box, the one that waits last", "上一行；在首行时为更早的消息；消息框为空时取回最后一条等待的消息")),
    row("message.down", A::Message(M::Down), MESSAGE, &[k(Code::Down)],
        Said("a line down; at the bottom, a later message", "下一行；在末行时为更晚的消息")),
    row("message.left", A::Message(M::Left), MESSAGE, &[k(Code::Left), Key::ctrl('b')],
        Said("a letter left", "左移一字")),
    row("message.right", A::Message(M::Right), MESSAGE, &[k(Code::Right), Key::ctrl('f')],
        Said("a letter right", "右移一字")),
    row("message.word-left", A::Message(M::WordLeft), MESSAGE, &[ctrl(Code::Left), alt(Code::Left), alt(Code::Char('b'))],
        Said("a word left", "左移一词")),
    row("message.word-right", A::Message(M::WordRight), MESSAGE, &[ctrl(Code::Right), alt(Code::Right), alt(Code::Char('f'))],
        Said("a word right", "右移一词")),
    row("message.line-start", A::Message(M::LineStart), MESSAGE, &[k(Code::Home), Key::ctrl('a')],
        Said("to the start of the line", "到行首")),
    row("message.line-end", A::Message(M::LineEnd), MESSAGE, &[k(Code::End)],
        Said("to the end of the line", "到行尾")),
    row("message.delete-back", A::Message(M::DeleteBack), MESSAGE, &[k(Code::Backspace), Key::ctrl('h')],
        Said("delete the letter before", "删除前一字")),
    row("message.delete-forward", A::Message(M::DeleteForward), MESSAGE, &[k(Code::Delete), Key::ctrl('d')],
        Said("delete the letter after", "删除后一字")),
    row("message.delete-word", A::Message(M::DeleteWord), MESSAGE, &[Key::ctrl('w'), alt(Code::Backspace), ctrl(Code::Backspace)],
        Said("delete the word before", "删除前一词")),
    row("message.delete-to-start", A::Message(M::DeleteToStart), MESSAGE, &[Key::ctrl('u')],
        Said("delete to the start of the line", "删除到行首")),
    row("message.delete-to-end", A::Message(M::DeleteToEnd), MESSAGE, &[Key::ctrl('k')],
        Said("delete to the end of the line", "删除到行尾")),
    row("message.undo", A::Message(M::Undo), MESSAGE, &[Key::ctrl('_'), Key::ctrl('7')],
        Said("undo typing", "撤销输入")),
    row("message.take-back", A::Message(M::TakeBack), MESSAGE, &[alt(Code::Up)],
        Said("take back what waits last", "取回最后一条等待的消息")),
    row("message.drop", A::Message(M::DropWaiting), MESSAGE, &[Key::ctrl('x')],
        Said("take away what waits last", "删除最后一条等待的消息")),
    row("message.scroll-up", A::Chat(C::PageUp), MESSAGE, &[k(Code::PageUp)],
        Said("scroll the chat up", "向上滚动对话")),
    row("message.scroll-down", A::Chat(C::PageDown), MESSAGE, &[k(Code::PageDown)],
        Said("scroll the chat down", "向下滚动对话")),
    row("message.scroll-end", A::Chat(C::End), MESSAGE, &[ctrl(Code::End)],
        Said("jump to the end of the chat", "跳到对话末尾")),

    row("timeline.frame-back", A::Timeline(T::FrameBack), TIMELINE, &[k(Code::Left)],
        Said("a frame back", "后退一帧")).hint("frame", "逐帧").with("timeline.frame-forward"),
    row("timeline.frame-forward", A::Timeline(T::FrameForward), TIMELINE, &[k(Code::Right)],
        Said("a frame forward", "前进一帧")),
    row("timeline.second-back", A::Timeline(T::SecondBack), TIMELINE, &[shift(Code::Left)],
        Said("a second back", "后退一秒")),
    row("timeline.second-forward", A::Timeline(T::SecondForward), TIMELINE, &[shift(Code::Right)],
        Said("a second forward", "前进一秒")),
    row("timeline.previous-edit", A::Timeline(T::PreviousEdit), TIMELINE, &[k(Code::Up)],
        Said("to the previous edit point", "到上一个剪辑点")).hint("edit point", "剪辑点").with("timeline.next-edit"),
    row("timeline.next-edit", A::Timeline(T::NextEdit), TIMELINE, &[k(Code::Down)],
        Said("to the next edit point", "到下一个剪辑点")),
    row("timeline.start", A::Timeline(T::Start), TIMELINE, &[k(Code::Home)],
        Said("to the start", "到开头")),
    row("timeline.end", A::Timeline(T::End), TIMELINE, &[k(Code::End)],
        Said("to the end", "到结尾")),
    row("timeline.track-up", A::Timeline(T::TrackUp), TIMELINE, &[shift(Code::Up), k(Code::PageUp)],
        Said("select the track above", "选择上方轨道")),
    row("timeline.track-down", A::Timeline(T::TrackDown), TIMELINE, &[shift(Code::Down), k(Code::PageDown)],
        Said("select the track below", "选择下方轨道")),
    row("timeline.zoom-in", A::Timeline(T::ZoomIn), TIMELINE, &[Key::letter('+'), Key::letter('=')],
        Said("zoom in", "放大")).hint("zoom", "缩放").with("timeline.zoom-out"),
    row("timeline.zoom-out", A::Timeline(T::ZoomOut), TIMELINE, &[Key::letter('-')],
        Said("zoom out", "缩小")),
    row("timeline.zoom-fit", A::Timeline(T::ZoomFit), TIMELINE, &[Key::letter('0')],
        Said("show the whole film", "显示全片")).hint("whole film", "全片"),
    row("timeline.export", A::App(P::Export), TIMELINE, &[Key::letter('e')],
        Said("export the film", "导出影片")).hint("export", "导出"),

    row("chat.up", A::Chat(C::Up), CHAT, &[k(Code::Up), Key::letter('k')],
        Said("scroll up", "向上滚动")).hint("scroll", "滚动").with("chat.down"),
    row("chat.down", A::Chat(C::Down), CHAT, &[k(Code::Down), Key::letter('j')],
        Said("scroll down", "向下滚动")),
    row("chat.page-up", A::Chat(C::PageUp), CHAT, &[k(Code::PageUp)],
        Said("a page up", "向上一页")),
    row("chat.page-down", A::Chat(C::PageDown), CHAT, &[k(Code::PageDown), Key::letter(' ')],
        Said("a page down", "向下一页")),
    row("chat.start", A::Chat(C::Start), CHAT, &[k(Code::Home)],
        Said("to the start", "到开头")),
    row("chat.end", A::Chat(C::End), CHAT, &[k(Code::End)],
        Said("jump to the end and follow", "跳到末尾并跟随")).hint("to the end", "到末尾"),
    row("chat.original", A::Chat(C::Original), CHAT, &[Key::letter('o')],
        Said("show an answer as it was said", "显示助手的原话")),

    row("media.up", A::Media(D::Up), MEDIA, &[k(Code::Up), Key::letter('k')],
        Said("select the file above", "选择上一个文件")).hint("select", "选择").with("media.down"),
    row("media.down", A::Media(D::Down), MEDIA, &[k(Code::Down), Key::letter('j')],
        Said("select the file below", "选择下一个文件")),
    row("media.mention", A::Media(D::Mention), MEDIA, &[k(Code::Enter)],
        Said("put the name into the message", "把文件名写入消息")).hint("into message", "写入消息"),

    row("jobs.up", A::Jobs(J::Up), JOBS, &[k(Code::Up), Key::letter('k')],
        Said("select the job above", "选择上一个任务")).hint("select", "选择").with("jobs.down"),
    row("jobs.down", A::Jobs(J::Down), JOBS, &[k(Code::Down), Key::letter('j')],
        Said("select the job below", "选择下一个任务")),
    row("jobs.cancel", A::Jobs(J::Cancel), JOBS, &[Key::letter('x'), k(Code::Delete)],
        Said("stop the job", "停止任务")).hint("stop", "停止"),
    row("jobs.retry", A::Jobs(J::Retry), JOBS, &[Key::letter('r')],
        Said("try the job again", "重试任务")).hint("retry", "重试"),

    row("app.next-pane", A::App(P::NextPane), ANYWHERE, &[k(Code::Tab)],
        Said("next pane", "下一个面板")).hint("pane", "面板"),
    row("app.previous-pane", A::App(P::PreviousPane), ANYWHERE, &[k(Code::BackTab)],
        Said("previous pane", "上一个面板")),
    row("app.export", A::App(P::Export), ANYWHERE, &[Key::ctrl('e')],
        Said("export the film", "导出影片")).hint("export", "导出"),
    row("app.help", A::App(P::Help), ANYWHERE, &[k(Code::F(1)), Key::letter('?')],
        Said("all keys; `?` in the message box when it is empty", "全部按键；消息框为空时可用 `?`")),
    row("app.message", A::App(P::Focus(Focus::Message)), ANYWHERE, &[k(Code::F(2))],
        Said("to the message, below the chat", "到对话下方的消息框")),
    row("app.media", A::App(P::Focus(Focus::Media)), ANYWHERE, &[k(Code::F(3))],
        Said("to the media", "到素材")),
    row("app.jobs", A::App(P::Focus(Focus::Jobs)), ANYWHERE, &[k(Code::F(4))],
        Said("to the jobs", "到任务")),
    row("app.timeline", A::App(P::Focus(Focus::Timeline)), ANYWHERE, &[k(Code::F(5))],
        Said("to the timeline", "到时间线")),
    row("app.stop", A::App(P::Stop), ANYWHERE, &[k(Code::Esc)],
        Said("stop the agent; else back to the message", "停止助手；否则回到消息框")),
    row("app.go-on", A::App(P::GoOn), ANYWHERE, &[Key::ctrl('r')],
        Said("go on with the film before, while this one is new", "新建时继续上一部影片")),
    row("app.copy-link", A::App(P::CopyLink), ANYWHERE, &[Key::ctrl('y')],
        Said("copy the newest link", "复制最新的链接")),
    row("app.backend", A::App(P::Backend), ANYWHERE, &[k(Code::F(6))],
        Said("choose where the film is made", "选择在哪里制作影片")),
    row("app.palette", A::App(P::Palette), ANYWHERE, &[Key::ctrl('p')],
        Said("find anything by name", "按名称查找任何操作")),
    row("app.suspend", A::App(P::Suspend), ANYWHERE, &[Key::ctrl('z')],
        Said("to the shell; `fg` comes back", "回到命令行；`fg` 返回")),
    row("app.interrupt", A::App(P::Interrupt), ANYWHERE, &[Key::ctrl('c')],
        Said("clear the message; when it is empty, leave", "清空消息；为空时退出")),
    row("app.quit", A::App(P::Quit), ANYWHERE, &[Key::ctrl('q')],
        Said("leave", "退出")).hint("leave", "退出"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        let mut seen = HashSet::new();
        for row in TABLE {
            assert!(!row.keys.is_empty(), "{}", row.id);
            for key in row.keys {
                let place = format!("{:?} {key}", row.scope);
                assert!(seen.insert(place.clone()), "{place} twice, again at {}", row.id);
            }
        }
    }

    #[test]
    fn every_action_has_a_name_of_its_own() {
        let names: HashSet<&str> = TABLE.iter().map(|row| row.id).collect();
        assert_eq!(names.len(), TABLE.len());
        assert!(TABLE.iter().filter_map(|row| row.pair).all(|pair| names.contains(pair)));
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
        assert_eq!(english.lines().count(), TABLE.len() + 2);
    }
}
