//! What keys do among uploads and renders.

use crossterm::event::KeyCode as Code;

use super::keys::k;
use super::{Action as A, Row, Said, Scope, row};
use crate::app::{Focus, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum JobsAction {
    Up,
    Down,
    Cancel,
    Retry,
    Open,
    CopyPath,
    Whose,
    Sift,
    Log,
}

use JobsAction as J;

const PLACE: Scope = Scope::In(Focus::Jobs);

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("jobs.up", A::Jobs(J::Up), PLACE, &[k(Code::Up), Key::letter('k')],
        Said("select the job above", "选择上一个任务")).hint("select", "选择").with("jobs.down"),
    row("jobs.down", A::Jobs(J::Down), PLACE, &[k(Code::Down), Key::letter('j')],
        Said("select the job below", "选择下一个任务")),
    row("jobs.cancel", A::Jobs(J::Cancel), PLACE, &[Key::letter('x'), k(Code::Delete)],
        Said("stop the job", "停止任务")).hint("stop", "停止"),
    row("jobs.retry", A::Jobs(J::Retry), PLACE, &[Key::letter('r')],
        Said("try the job again", "重试任务")).hint("retry", "重试"),
    row("jobs.open", A::Jobs(J::Open), PLACE, &[k(Code::Enter)],
        Said("open the job's file", "打开任务的文件")).hint("open", "打开"),
    row("jobs.copy-path", A::Jobs(J::CopyPath), PLACE, &[Key::letter('y')],
        Said("copy the path of the job's file", "复制任务文件的路径")),
    row("jobs.log", A::Jobs(J::Log), PLACE, &[Key::letter('l')],
        Said("show what happened to the job, and when", "查看任务的日志")).hint("log", "日志"),
    row("jobs.all-sessions", A::Jobs(J::Whose), PLACE, &[Key::letter('s')],
        Said("list the jobs of all sessions, or of this one", "列出所有会话或本会话的任务"))
        .hint("sessions", "所有会话"),
    row("jobs.filter", A::Jobs(J::Sift), PLACE, &[Key::letter('f')],
        Said("list all jobs, those running, failed or done", "列出全部、进行中、失败或已完成的任务"))
        .hint("filter", "筛选"),
];
