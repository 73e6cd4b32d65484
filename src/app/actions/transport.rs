//! What keys do with the playhead as a machine: play, mark, go to a time.

use crossterm::event::KeyCode as Code;

use super::keys::alt;
use super::{Action as A, Row, Said, Scope, row};
use crate::app::{Focus, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum TransportAction {
    Play,
    Pause,
    ShuttleBack,
    ShuttleForward,
    Timecode,
    SetIn,
    SetOut,
    ClearIn,
    ClearOut,
    ClearMarks,
    Marker,
    MarkerName,
    MarkerNext,
    MarkerPrevious,
}

use TransportAction as T;

const PLACE: Scope = Scope::In(Focus::Timeline);

/// Digits begin a time, so that it can be typed at once; 0 is taken.
const TIMECODE: &[Key] = &[
    Key::letter('g'),
    Key::letter(':'),
    Key::letter('1'),
    Key::letter('2'),
    Key::letter('3'),
    Key::letter('4'),
    Key::letter('5'),
    Key::letter('6'),
    Key::letter('7'),
    Key::letter('8'),
    Key::letter('9'),
];

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("timeline.play", A::Transport(T::Play), PLACE, &[Key::letter(' ')],
        Said("play, or pause", "播放或暂停")).hint("play", "播放"),
    row("timeline.pause", A::Transport(T::Pause), PLACE, &[Key::letter('k')],
        Said("pause", "暂停")),
    row("timeline.shuttle-back", A::Transport(T::ShuttleBack), PLACE, &[Key::letter('j')],
        Said("play backwards; again, faster", "倒放；再按更快")),
    row("timeline.shuttle-forward", A::Transport(T::ShuttleForward), PLACE, &[Key::letter('l')],
        Said("play; again, faster", "播放；再按更快")),
    row("timeline.timecode", A::Transport(T::Timecode), PLACE, TIMECODE,
        Said("go to a time: 1:05, 12.5, 00:00:12:08, +20 frames, -1:05", "前往某个时间：1:05、12.5、00:00:12:08、+20 帧、-1:05")),
    row("timeline.set-in", A::Transport(T::SetIn), PLACE, &[Key::letter('i')],
        Said("set the in point", "设入点")),
    row("timeline.set-out", A::Transport(T::SetOut), PLACE, &[Key::letter('o')],
        Said("set the out point", "设出点")),
    row("timeline.clear-in", A::Transport(T::ClearIn), PLACE, &[alt(Code::Char('i'))],
        Said("clear the in point", "清除入点")),
    row("timeline.clear-out", A::Transport(T::ClearOut), PLACE, &[alt(Code::Char('o'))],
        Said("clear the out point", "清除出点")),
    row("timeline.clear-marks", A::Transport(T::ClearMarks), PLACE, &[alt(Code::Char('x'))],
        Said("clear the in and out points", "清除入点和出点")),
    row("timeline.marker", A::Transport(T::Marker), PLACE, &[Key::letter('m')],
        Said("put a marker, or take it away", "添加或去掉标记")),
    row("timeline.marker-name", A::Transport(T::MarkerName), PLACE, &[Key::letter('n')],
        Said("name the marker", "命名标记")),
    row("timeline.marker-next", A::Transport(T::MarkerNext), PLACE, &[Key::letter('\'')],
        Said("to the next marker", "到下一个标记")),
    row("timeline.marker-previous", A::Transport(T::MarkerPrevious), PLACE, &[Key::letter('"')],
        Said("to the previous marker", "到上一个标记")),
];
