//! What keys do in the list of files to be added. Letters search in it.

use crossterm::event::KeyCode as Code;

use super::keys::k;
use super::{Action as A, List, Row, Said, Scope, row};
use crate::app::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum FilesAction {
    Mark,
    Kind,
    Order,
}

use FilesAction as F;

const PLACE: Scope = Scope::Over(List::Files);

/// The rows, in the order of the help.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("files.mark", A::Files(F::Mark), PLACE, &[k(Code::Tab)],
        Said("mark the file, to add several at once", "标记文件，以便一次添加多个")),
    row("files.kind", A::Files(F::Kind), PLACE, &[Key::ctrl('t')],
        Said("list another kind of files", "列出另一类文件")),
    row("files.order", A::Files(F::Order), PLACE, &[Key::ctrl('s')],
        Said("list them in another order", "换一种顺序列出")),
];
