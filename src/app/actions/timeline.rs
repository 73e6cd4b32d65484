//! What keys do on the timeline.

use crossterm::event::KeyCode as Code;

use super::keys::{k, shift};
use super::{Action as A, AppAction as P, Row, Said, Scope, row};
use crate::app::{Focus, Key};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each of them does")]
pub enum TimelineAction {
    FrameBack,
    FrameForward,
    SecondBack,
    SecondForward,
    PreviousEdit,
    NextEdit,
    Start,
    End,
    TrackUp,
    TrackDown,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    Snapping,
    Filmstrip,
}

use TimelineAction as T;

const PLACE: Scope = Scope::In(Focus::Timeline);

/// The rows, in the order of the help and of the footer.
#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    row("timeline.frame-back", A::Timeline(T::FrameBack), PLACE, &[k(Code::Left), Key::letter(',')],
        Said("a frame back", "后退一帧")).hint("frame", "逐帧").with("timeline.frame-forward"),
    row("timeline.frame-forward", A::Timeline(T::FrameForward), PLACE, &[k(Code::Right), Key::letter('.')],
        Said("a frame forward", "前进一帧")),
    row("timeline.second-back", A::Timeline(T::SecondBack), PLACE, &[shift(Code::Left)],
        Said("a second back", "后退一秒")),
    row("timeline.second-forward", A::Timeline(T::SecondForward), PLACE, &[shift(Code::Right)],
        Said("a second forward", "前进一秒")),
    row("timeline.previous-edit", A::Timeline(T::PreviousEdit), PLACE, &[k(Code::Up)],
        Said("to the previous edit point", "到上一个剪辑点")).hint("edit point", "剪辑点").with("timeline.next-edit"),
    row("timeline.next-edit", A::Timeline(T::NextEdit), PLACE, &[k(Code::Down)],
        Said("to the next edit point", "到下一个剪辑点")),
    row("timeline.start", A::Timeline(T::Start), PLACE, &[k(Code::Home)],
        Said("to the start", "到开头")),
    row("timeline.end", A::Timeline(T::End), PLACE, &[k(Code::End)],
        Said("to the end", "到结尾")),
    row("timeline.track-up", A::Timeline(T::TrackUp), PLACE, &[shift(Code::Up), k(Code::PageUp)],
        Said("select the track above", "选择上方轨道")),
    row("timeline.track-down", A::Timeline(T::TrackDown), PLACE, &[shift(Code::Down), k(Code::PageDown)],
        Said("select the track below", "选择下方轨道")),
    row("timeline.zoom-in", A::Timeline(T::ZoomIn), PLACE, &[Key::letter('+'), Key::letter('=')],
        Said("zoom in", "放大")).hint("zoom", "缩放").with("timeline.zoom-out"),
    row("timeline.zoom-out", A::Timeline(T::ZoomOut), PLACE, &[Key::letter('-')],
        Said("zoom out", "缩小")),
    row("timeline.zoom-fit", A::Timeline(T::ZoomFit), PLACE, &[Key::letter('0')],
        Said("show the whole film; again, as before", "显示全片；再按恢复之前的缩放")).hint("whole film", "全片"),
    row("timeline.snapping", A::Timeline(T::Snapping), PLACE, &[Key::letter('S')],
        Said("switch snapping on or off", "开关吸附")),
    row("timeline.filmstrip", A::Timeline(T::Filmstrip), PLACE, &[Key::letter('P')],
        Said("show or hide small pictures in the lanes", "显示或隐藏轨道中的小画面")),
    row("timeline.export", A::App(P::Export), PLACE, &[Key::letter('e')],
        Said("export the film", "导出影片")).hint("export", "导出"),
];
