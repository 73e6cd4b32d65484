//! What keys do among the files.

use crossterm::event::KeyCode as Code;

use super::keys::k;
use super::{Action as A, Row, Said, Scope, row};
use crate::app::{Focus, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum MediaAction {
    Up,
    Down,
    Mention,
    Add,
    Insert,
    Filter,
}

use MediaAction as D;

const PLACE: Scope = Scope::In(Focus::Media);

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("media.up", A::Media(D::Up), PLACE, &[k(Code::Up), Key::letter('k')],
        Said("select the file above", "选择上一个文件")).hint("select", "选择").with("media.down"),
    row("media.down", A::Media(D::Down), PLACE, &[k(Code::Down), Key::letter('j')],
        Said("select the file below", "选择下一个文件")),
    row("media.mention", A::Media(D::Mention), PLACE, &[k(Code::Enter)],
        Said("put the name into the message", "把文件名写入消息")).hint("into message", "写入消息"),
    row("media.add", A::Media(D::Add), PLACE, &[Key::letter('a')],
        Said("add the file to the film", "把文件加入影片")).hint("add", "加入"),
    row("media.insert", A::Media(D::Insert), PLACE, &[Key::letter('A')],
        Said("put the file into the film at the playhead", "把文件插入到播放头处")).hint("at playhead", "插到播放头"),
    row("media.filter", A::Media(D::Filter), PLACE, &[Key::letter('/')],
        Said("list only the files that fit some letters", "只列出符合所输文字的文件")).hint("filter", "筛选"),
];
