//! What keys do in the conversation.

use crossterm::event::KeyCode as Code;

use super::keys::k;
use super::{Action as A, Row, Said, Scope, row};
use crate::app::{Focus, Key};

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
    Find,
    FindNext,
    FindPrevious,
    MessageBefore,
    MessageAfter,
    CopyMessage,
    CopyCode,
}

use ChatAction as C;

const PLACE: Scope = Scope::In(Focus::Chat);

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("chat.up", A::Chat(C::Up), PLACE, &[k(Code::Up), Key::letter('k')],
        Said("scroll up", "向上滚动")).hint("scroll", "滚动").with("chat.down"),
    row("chat.down", A::Chat(C::Down), PLACE, &[k(Code::Down), Key::letter('j')],
        Said("scroll down", "向下滚动")),
    row("chat.page-up", A::Chat(C::PageUp), PLACE, &[k(Code::PageUp)],
        Said("a page up", "向上一页")),
    row("chat.page-down", A::Chat(C::PageDown), PLACE, &[k(Code::PageDown), Key::letter(' ')],
        Said("a page down", "向下一页")),
    row("chat.start", A::Chat(C::Start), PLACE, &[k(Code::Home)],
        Said("to the start", "到开头")).then(&[&[Key::letter('g'), Key::letter('g')]]),
    row("chat.end", A::Chat(C::End), PLACE, &[k(Code::End), Key::letter('G')],
        Said("jump to the end and follow", "跳到末尾并跟随")).hint("to the end", "到末尾"),
    row("chat.original", A::Chat(C::Original), PLACE, &[Key::letter('o')],
        Said("show an answer as it was said", "显示助手的原话")),
    row("chat.find", A::Chat(C::Find), PLACE, &[Key::letter('/')],
        Said("find words in the chat", "在对话中查找文字")).hint("find", "查找"),
    row("chat.find-next", A::Chat(C::FindNext), PLACE, &[Key::letter('n')],
        Said("the next message with those words", "下一条含有这些文字的消息")),
    row("chat.find-previous", A::Chat(C::FindPrevious), PLACE, &[Key::letter('N')],
        Said("the message before with those words", "上一条含有这些文字的消息")),
    row("chat.message-before", A::Chat(C::MessageBefore), PLACE, &[Key::letter('[')],
        Said("choose the message before", "选择上一条消息")),
    row("chat.message-after", A::Chat(C::MessageAfter), PLACE, &[Key::letter(']')],
        Said("choose the message after", "选择下一条消息")),
    row("chat.copy", A::Chat(C::CopyMessage), PLACE, &[Key::letter('y')],
        Said("copy the chosen message, or the newest answer", "复制所选消息或最新回答")).hint("copy", "复制"),
    row("chat.copy-code", A::Chat(C::CopyCode), PLACE, &[Key::letter('c')],
        Said("copy a block of code; again, the one before", "复制代码块；再按则复制上一个")),
];
