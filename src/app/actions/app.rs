//! What keys do in every pane.

use crossterm::event::KeyCode as Code;

use super::keys::k;
use super::{Action as A, Row, Said, Scope, row};
use crate::app::{Focus, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum AppAction {
    NextPane,
    PreviousPane,
    Focus(Focus),
    Stop,
    Export,
    ExportAs,
    GoOn,
    CopyLink,
    Open,
    Palette,
    Backend,
    Preview,
    Sessions,
    Help,
    Theme,
    Mouse,
    Suspend,
    Interrupt,
    Quit,
}

use AppAction as P;

const PLACE: Scope = Scope::Anywhere;

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("app.next-pane", A::App(P::NextPane), PLACE, &[k(Code::Tab)],
        Said("next pane", "下一个面板")).hint("pane", "面板"),
    row("app.previous-pane", A::App(P::PreviousPane), PLACE, &[k(Code::BackTab)],
        Said("previous pane", "上一个面板")),
    row("app.open", A::App(P::Open), PLACE, &[Key::ctrl('o')],
        Said("add files: walk the folders, search, mark several", "添加文件：浏览文件夹、搜索、多选")),
    row("app.export", A::App(P::Export), PLACE, &[Key::ctrl('e')],
        Said("export the film", "导出影片")).hint("export", "导出"),
    row("app.export-as", A::App(P::ExportAs), PLACE, &[k(Code::F(9))],
        Said("export as: format, quality, size, name; what it will come to", "导出为：格式、画质、大小、文件名，并预估结果")),
    row("app.help", A::App(P::Help), PLACE, &[k(Code::F(1)), Key::letter('?')],
        Said("all keys; `?` in the message box when it is empty", "全部按键；消息框为空时可用 `?`")),
    row("app.message", A::App(P::Focus(Focus::Message)), PLACE, &[k(Code::F(2))],
        Said("to the message, below the chat", "到对话下方的消息框")),
    row("app.media", A::App(P::Focus(Focus::Media)), PLACE, &[k(Code::F(3))],
        Said("to the media", "到素材")),
    row("app.jobs", A::App(P::Focus(Focus::Jobs)), PLACE, &[k(Code::F(4))],
        Said("to the jobs", "到任务")),
    row("app.timeline", A::App(P::Focus(Focus::Timeline)), PLACE, &[k(Code::F(5))],
        Said("to the timeline", "到时间线")),
    row("app.stop", A::App(P::Stop), PLACE, &[k(Code::Esc)],
        Said("stop the agent; else back to the message", "停止助手；否则回到消息框")),
    row("app.go-on", A::App(P::GoOn), PLACE, &[Key::ctrl('r')],
        Said("go on with the film before, while this one is new", "新建时继续上一部影片")),
    row("app.copy-link", A::App(P::CopyLink), PLACE, &[Key::ctrl('y')],
        Said("copy the newest link", "复制最新的链接")),
    row("app.backend", A::App(P::Backend), PLACE, &[k(Code::F(6))],
        Said("choose where the film is made", "选择在哪里制作影片")),
    row("app.preview", A::App(P::Preview), PLACE, &[k(Code::F(7))],
        Said("show or hide the picture", "显示或隐藏画面")),
    row("app.sessions", A::App(P::Sessions), PLACE, &[k(Code::F(8))],
        Said("list the sessions: go on, name, remove, begin a new one", "列出会话：继续、命名、删除、新建")),
    row("app.palette", A::App(P::Palette), PLACE, &[Key::ctrl('p')],
        Said("find anything by name", "按名称查找任何操作")),
    row("app.theme", A::App(P::Theme), PLACE, &[],
        Said("choose the colours", "选择配色")),
    row("app.mouse", A::App(P::Mouse), PLACE, &[],
        Said("mouse on or off; off, the terminal selects text with it", "开关鼠标；关闭后由终端用它选择文字")),
    row("app.suspend", A::App(P::Suspend), PLACE, &[Key::ctrl('z')],
        Said("to the shell; `fg` comes back", "回到命令行；`fg` 返回")),
    row("app.interrupt", A::App(P::Interrupt), PLACE, &[Key::ctrl('c')],
        Said("clear the message; when it is empty, leave", "清空消息；为空时退出")),
    row("app.quit", A::App(P::Quit), PLACE, &[Key::ctrl('q')],
        Said("leave", "退出")).hint("leave", "退出"),
];
