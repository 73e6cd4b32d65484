//! What keys do to the clip under the playhead.

use crossterm::event::KeyCode as Code;

use super::keys::{alt, k};
use super::{Action as A, Row, Said, Scope, row};
use crate::app::{Focus, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum EditAction {
    Split,
    TrimStart,
    TrimEnd,
    StartEarlier,
    StartLater,
    EndEarlier,
    EndLater,
    MoveEarlier,
    MoveLater,
    MoveHere,
    RippleDelete,
    Lift,
    Extract,
    Duplicate,
    Select,
    Louder,
    Quieter,
    Mute,
    FadeInLonger,
    FadeInShorter,
    FadeOutLonger,
    FadeOutShorter,
    Confirm,
    Undo,
    Redo,
}

use EditAction as E;

const PLACE: Scope = Scope::In(Focus::Timeline);

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("timeline.split", A::Edit(E::Split), PLACE, &[Key::letter('b')],
        Said("split the clip at the playhead", "在播放头处拆分片段")).hint("split", "拆分"),
    row("timeline.trim-start", A::Edit(E::TrimStart), PLACE, &[Key::letter('[')],
        Said("cut the clip away up to the playhead", "剪掉片段在播放头之前的部分")).hint("trim", "修剪").with("timeline.trim-end"),
    row("timeline.trim-end", A::Edit(E::TrimEnd), PLACE, &[Key::letter(']')],
        Said("cut the clip away from the playhead on", "剪掉片段在播放头之后的部分")),
    row("timeline.start-earlier", A::Edit(E::StartEarlier), PLACE, &[Key::letter('{')],
        Said("extend the clip's start by a frame", "片段开头延长一帧")),
    row("timeline.start-later", A::Edit(E::StartLater), PLACE, &[Key::letter('}')],
        Said("trim the clip's start by a frame", "片段开头剪短一帧")),
    row("timeline.end-earlier", A::Edit(E::EndEarlier), PLACE, &[Key::letter('(')],
        Said("trim the clip's end by a frame", "片段结尾剪短一帧")),
    row("timeline.end-later", A::Edit(E::EndLater), PLACE, &[Key::letter(')')],
        Said("extend the clip's end by a frame", "片段结尾延长一帧")),
    row("timeline.move-earlier", A::Edit(E::MoveEarlier), PLACE, &[alt(Code::Left)],
        Said("move the clip a frame earlier; on the main track a place", "片段前移一帧；主轨道上前移一位")),
    row("timeline.move-later", A::Edit(E::MoveLater), PLACE, &[alt(Code::Right)],
        Said("move the clip a frame later; on the main track a place", "片段后移一帧；主轨道上后移一位")),
    row("timeline.move-here", A::Edit(E::MoveHere), PLACE, &[Key::letter('p')],
        Said("bring the clip nearest on the track to the playhead", "把轨道上最近的片段移到播放头处")),
    row("timeline.delete", A::Edit(E::RippleDelete), PLACE, &[Key::letter('x'), k(Code::Delete)],
        Said("delete the clip and close the gap", "删除片段并合拢空隙")).hint("delete", "删除"),
    row("timeline.lift", A::Edit(E::Lift), PLACE, &[Key::letter('X'), k(Code::Backspace)],
        Said("delete the clip and leave the gap", "删除片段并保留空隙")),
    row("timeline.extract", A::Edit(E::Extract), PLACE, &[Key::letter('c')],
        Said("cut what lies between in and out point out of all tracks", "从所有轨道剪掉入点到出点之间的部分")),
    row("timeline.duplicate", A::Edit(E::Duplicate), PLACE, &[Key::letter('d')],
        Said("duplicate the clip", "复制片段")),
    row("timeline.select", A::Edit(E::Select), PLACE, &[Key::letter('v')],
        Said("select several clips: from here to where the playhead goes", "选择多个片段：从这里到播放头所到之处")),
    row("timeline.louder", A::Edit(E::Louder), PLACE, &[alt(Code::Up)],
        Said("5 % louder", "音量加 5%")),
    row("timeline.quieter", A::Edit(E::Quieter), PLACE, &[alt(Code::Down)],
        Said("5 % quieter", "音量减 5%")),
    row("timeline.mute", A::Edit(E::Mute), PLACE, &[alt(Code::Char('m'))],
        Said("mute the clip, or let it be heard", "片段静音或恢复")),
    row("timeline.fade-in-longer", A::Edit(E::FadeInLonger), PLACE, &[Key::letter('f')],
        Said("a longer fade-in", "淡入加长")),
    row("timeline.fade-in-shorter", A::Edit(E::FadeInShorter), PLACE, &[Key::letter('F')],
        Said("a shorter fade-in", "淡入缩短")),
    row("timeline.fade-out-longer", A::Edit(E::FadeOutLonger), PLACE, &[Key::letter('t')],
        Said("a longer fade-out", "淡出加长")),
    row("timeline.fade-out-shorter", A::Edit(E::FadeOutShorter), PLACE, &[Key::letter('T')],
        Said("a shorter fade-out", "淡出缩短")),
    row("timeline.confirm", A::Edit(E::Confirm), PLACE, &[k(Code::Enter)],
        Said("send the edit that waits; on a text, change its words", "发送等待中的剪辑；在文字上则修改文字")),
    row("timeline.undo", A::Edit(E::Undo), PLACE, &[Key::letter('u')],
        Said("undo", "撤销")).hint("undo", "撤销"),
    row("timeline.redo", A::Edit(E::Redo), PLACE, &[Key::letter('U')],
        Said("redo", "重做")),
];
