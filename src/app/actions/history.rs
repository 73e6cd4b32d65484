//! What keys do with the drafts that were there before.

use super::{Action as A, Row, Said, Scope, row};
use crate::app::{Focus, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum HistoryAction {
    Older,
    Newer,
    Compare,
    CompareWith,
}

use HistoryAction as H;

const PLACE: Scope = Scope::In(Focus::Timeline);

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("history.older", A::History(H::Older), PLACE, &[Key::letter('<')],
        Said("see the draft before", "查看上一版草稿")),
    row("history.newer", A::History(H::Newer), PLACE, &[Key::letter('>')],
        Said("see the draft after", "查看下一版草稿")),
    row("history.compare", A::History(H::Compare), PLACE, &[Key::letter('h')],
        Said("what differs between this draft and now; now: what the last turn did", "此版与现在的差别；若已是现在：上一轮改了什么")),
    row("history.compare-with", A::History(H::CompareWith), PLACE, &[Key::letter('H')],
        Said("compare other drafts with this one", "以此版为比较对象")),
];
