//! What keys do in the message box. Letters are not here: they are written.

use crossterm::event::KeyCode as Code;

use super::keys::{alt, ctrl, k, shift};
use super::{Action as A, ChatAction as C, Row, Said, Scope, row};
use crate::app::{Focus, Key};

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
    Unfold,
    TakeBack,
    DropWaiting,
}

use MessageAction as M;

const PLACE: Scope = Scope::In(Focus::Message);

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("message.send", A::Message(M::Send), PLACE, &[k(Code::Enter)],
        Said("send the message", "发送消息")).hint("send", "发送"),
    row("message.new-line", A::Message(M::NewLine), PLACE, &[alt(Code::Enter), Key::ctrl('j'), shift(Code::Enter)],
        Said("begin a new line", "换行")).hint("new line", "换行"),
    row("message.up", A::Message(M::Up), PLACE, &[k(Code::Up)],
        Said("a line up; at the top, an earlier message that begins so; in an empty box, the one that waits last", "上一行；在首行时为更早的消息；消息框为空时取回最后一条等待的消息")),
    row("message.down", A::Message(M::Down), PLACE, &[k(Code::Down)],
        Said("a line down; at the bottom, a later message", "下一行；在末行时为更晚的消息")),
    row("message.left", A::Message(M::Left), PLACE, &[k(Code::Left), Key::ctrl('b')],
        Said("a letter left", "左移一字")),
    row("message.right", A::Message(M::Right), PLACE, &[k(Code::Right), Key::ctrl('f')],
        Said("a letter right", "右移一字")),
    row("message.word-left", A::Message(M::WordLeft), PLACE, &[ctrl(Code::Left), alt(Code::Left), alt(Code::Char('b'))],
        Said("a word left", "左移一词")),
    row("message.word-right", A::Message(M::WordRight), PLACE, &[ctrl(Code::Right), alt(Code::Right), alt(Code::Char('f'))],
        Said("a word right", "右移一词")),
    row("message.line-start", A::Message(M::LineStart), PLACE, &[k(Code::Home), Key::ctrl('a')],
        Said("to the start of the line", "到行首")),
    row("message.line-end", A::Message(M::LineEnd), PLACE, &[k(Code::End)],
        Said("to the end of the line", "到行尾")),
    row("message.delete-back", A::Message(M::DeleteBack), PLACE, &[k(Code::Backspace), Key::ctrl('h')],
        Said("delete the letter before", "删除前一字")),
    row("message.delete-forward", A::Message(M::DeleteForward), PLACE, &[k(Code::Delete), Key::ctrl('d')],
        Said("delete the letter after", "删除后一字")),
    row("message.delete-word", A::Message(M::DeleteWord), PLACE, &[Key::ctrl('w'), alt(Code::Backspace), ctrl(Code::Backspace)],
        Said("delete the word before", "删除前一词")),
    row("message.delete-to-start", A::Message(M::DeleteToStart), PLACE, &[Key::ctrl('u')],
        Said("delete to the start of the line", "删除到行首")),
    row("message.delete-to-end", A::Message(M::DeleteToEnd), PLACE, &[Key::ctrl('k')],
        Said("delete to the end of the line", "删除到行尾")),
    row("message.undo", A::Message(M::Undo), PLACE, &[Key::ctrl('_'), Key::ctrl('7')],
        Said("undo typing", "撤销输入")),
    row("message.unfold", A::Message(M::Unfold), PLACE, &[Key::ctrl('l')],
        Said("unfold what was pasted", "展开粘贴的内容")),
    row("message.take-back", A::Message(M::TakeBack), PLACE, &[alt(Code::Up)],
        Said("take back what waits last", "取回最后一条等待的消息")),
    row("message.drop", A::Message(M::DropWaiting), PLACE, &[Key::ctrl('x')],
        Said("take away what waits last", "删除最后一条等待的消息")),
    row("message.scroll-up", A::Chat(C::PageUp), PLACE, &[k(Code::PageUp)],
        Said("scroll the chat up", "向上滚动对话")),
    row("message.scroll-down", A::Chat(C::PageDown), PLACE, &[k(Code::PageDown)],
        Said("scroll the chat down", "向下滚动对话")),
    row("message.scroll-end", A::Chat(C::End), PLACE, &[ctrl(Code::End)],
        Said("jump to the end of the chat", "跳到对话末尾")),
];
