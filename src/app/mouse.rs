//! What the mouse does: clicks focus, choose and do what is pointed at, dragging scrubs, the wheel
//! scrolls what is under it. Nothing can be done by mouse alone.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use crate::terminal::Mouse;
use crate::ui::words::finding;
use crate::ui::{Hit, Spot, hits};

use super::actions::{Action, ChatAction, JobsAction, MediaAction, TimelineAction};
use super::{
    Effect, Focus, State, chat, exporting, help, history, job_log, jobs, media, palette, picker,
    press, timeline,
};

/// Rows of the chat for a notch of the wheel.
const NOTCH: usize = 3;

pub(super) fn happened(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let position = Position { x: event.column, y: event.row };
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => clicked(state, position, event.modifiers),
        MouseEventKind::Drag(MouseButton::Left) => dragged(state, position),
        MouseEventKind::Up(_) => {
            state.scrubbing = None;
            Vec::new()
        }
        MouseEventKind::ScrollUp => turned(state, position, event.modifiers, Turn::Up),
        MouseEventKind::ScrollDown => turned(state, position, event.modifiers, Turn::Down),
        _ => Vec::new(),
    }
}

/// Switches the mouse on or off, and says which.
pub(super) fn switch(state: &mut State) -> Vec<Effect> {
    let words = finding::of(state.language);
    let (mouse, said) = match state.look.mouse {
        Mouse::On => (Mouse::Off, words.mouse_off),
        Mouse::Off => (Mouse::On, words.mouse_on),
    };
    state.look.mouse = mouse;
    state.scrubbing = None;
    let mut effects = chat::tell(state, said.to_owned());
    effects.push(Effect::SetMouse(mouse));
    effects
}

fn clicked(state: &mut State, position: Position, held: KeyModifiers) -> Vec<Effect> {
    state.pending.clear();
    state.scrubbing = None;
    let hit = hits(state).at(position);
    if state.help.is_some() && !state.is_asking() {
        state.help = None;
        return Vec::new();
    }
    if state.job_log.take().is_some() {
        return Vec::new();
    }
    let Some(Hit { area, spot }) = hit else { return Vec::new() };
    match spot {
        Spot::Pane(pane) => press::focus(state, pane),
        Spot::Lanes | Spot::Ruler => {
            press::focus(state, Focus::Timeline);
            if held.contains(KeyModifiers::SHIFT) {
                // From the clip that is selected to the one that is pointed at.
                timeline::choose_up_to_here(&mut state.timeline);
            } else if spot == Spot::Lanes {
                timeline::end_choosing(&mut state.timeline);
                let lane = (position.y - area.y) / state.areas().lane_rows.max(1);
                timeline::pick(&mut state.timeline, usize::from(lane));
            }
            state.scrubbing = Some(area);
            scrub(state, area, position)
        }
        Spot::Choice(number) => chat::choose(state, number).unwrap_or_default(),
        Spot::Key(action) => press::act(state, action),
        Spot::Line(Focus::Media, place) => media::clicked(state, place),
        Spot::Line(Focus::Jobs, place) => jobs::clicked(state, place),
        Spot::Line(pane, _) => press::focus(state, pane),
        Spot::Listed(place) if state.picker.is_some() => picker::clicked(state, place),
        Spot::Listed(place) if state.exporting.sheet.is_some() => {
            exporting::clicked(state, place);
            Vec::new()
        }
        Spot::Listed(place) => palette::do_listed(state, place),
    }
}

fn dragged(state: &mut State, position: Position) -> Vec<Effect> {
    state.scrubbing.map_or_else(Vec::new, |area| scrub(state, area, position))
}

/// The playhead goes to the column; beyond an edge to the edge, and there the film moves on.
fn scrub(state: &mut State, area: Rect, position: Position) -> Vec<Effect> {
    let last = area.right().saturating_sub(1).max(area.x);
    let col = position.x.clamp(area.x, last) - area.x;
    timeline::scrub(&mut state.timeline, usize::from(col), usize::from(area.width));
    Vec::new()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Up,
    Down,
}

fn turned(state: &mut State, position: Position, held: KeyModifiers, turn: Turn) -> Vec<Effect> {
    let up = turn == Turn::Up;
    if state.is_asking() {
        return Vec::new();
    }
    if state.palette.is_some() {
        return palette::step(state, up);
    }
    if state.picker.is_some() {
        picker::step(state, up);
        return Vec::new();
    }
    if state.help.is_some() {
        return help::scroll(state, if up { ChatAction::Up } else { ChatAction::Down });
    }
    if state.job_log.is_some() {
        return job_log::scroll(state, if up { ChatAction::Up } else { ChatAction::Down });
    }
    let pane = hits(state).pane(position);
    let step = if up { TimelineAction::PreviousEdit } else { TimelineAction::NextEdit };
    if pane != Some(Focus::Timeline) && history::scrolled(state, step) {
        return Vec::new();
    }
    let action = match pane {
        Some(Focus::Chat) => Action::Chat(if up { ChatAction::Up } else { ChatAction::Down }),
        Some(Focus::Media) => Action::Media(if up { MediaAction::Up } else { MediaAction::Down }),
        Some(Focus::Jobs) => Action::Jobs(if up { JobsAction::Up } else { JobsAction::Down }),
        Some(Focus::Timeline) if held.contains(KeyModifiers::CONTROL) => {
            Action::Timeline(if up { TimelineAction::ZoomIn } else { TimelineAction::ZoomOut })
        }
        Some(Focus::Timeline) => return over_lanes(state, held, up),
        Some(Focus::Message) | None => return Vec::new(),
    };
    let times = if matches!(action, Action::Chat(_)) { NOTCH } else { 1 };
    (0..times).flat_map(|_| press::act(state, action)).collect()
}

/// A film that is not seen whole moves under the playhead; one that is has tracks to go through.
fn over_lanes(state: &mut State, held: KeyModifiers, up: bool) -> Vec<Effect> {
    let cols = crate::ui::lane_cols(state);
    if held.contains(KeyModifiers::SHIFT) || timeline::is_zoomed(&state.timeline) {
        timeline::move_on(&mut state.timeline, cols, up);
        return Vec::new();
    }
    let action = if up { TimelineAction::TrackUp } else { TimelineAction::TrackDown };
    press::act(state, Action::Timeline(action))
}
