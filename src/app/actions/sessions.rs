//! What keys do in the list of sessions. Letters search in it.

use super::{Action as A, List, Row, Said, Scope, row};
use crate::app::Key;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum SessionsAction {
    New,
    Name,
    Remove,
}

use SessionsAction as S;

const PLACE: Scope = Scope::Over(List::Sessions);

/// The rows, in the order of the help.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("sessions.new", A::Sessions(S::New), PLACE, &[Key::ctrl('n')],
        Said("begin a new session", "新建会话")),
    row("sessions.name", A::Sessions(S::Name), PLACE, &[Key::ctrl('t')],
        Said("name the chosen session", "为所选会话命名")),
    row("sessions.remove", A::Sessions(S::Remove), PLACE, &[Key::ctrl('x')],
        Said("remove the chosen session; again, its film too", "删除所选会话；再按则连同影片")),
];
