//! The panes that share one place: which others there are, and the key to each.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{Focus, State, actions};

use super::ink::{Ink, line_width};
use super::jobs::{self, Detail};
use super::layout::{Areas, Class, Tab};
use super::{HitMap, Spot};

/// The tabs that are not shown, for the rule of the one that is.
pub(super) fn others(state: &State, class: Class, ink: &Ink) -> Vec<Span<'static>> {
    tabs(state, class, ink).into_iter().flat_map(|(_, spans)| spans).collect()
}

/// Where they are: at the right end of the rule of the pane that is shown.
pub(super) fn hits(state: &State, areas: &Areas, ink: &Ink, map: &mut HitMap) {
    let shown = [areas.chat, areas.media, areas.jobs].into_iter().find(|area| !area.is_empty());
    let Some(area) = shown else { return };
    // The rule ends with a blank and two strokes.
    let mut right = area.right().saturating_sub(3);
    for (focus, spans) in tabs(state, areas.class, ink).into_iter().rev() {
        let cols = line_width(&Line::from(spans));
        let cols = u16::try_from(cols).unwrap_or(u16::MAX);
        let x = right.saturating_sub(cols).max(area.x);
        let action = actions::Action::App(actions::AppAction::Focus(focus));
        map.put(Rect { x, y: area.y, width: right - x, height: 1 }, Spot::Key(action));
        right = x;
    }
}

type Tabs = Vec<(Focus, Vec<Span<'static>>)>;

fn tabs(state: &State, class: Class, ink: &Ink) -> Tabs {
    if class != Class::Standard {
        return Vec::new();
    }
    let tabs = [
        (Tab::Chat, Focus::Message, ink.words.chat),
        (Tab::Media, Focus::Media, ink.words.media),
        (Tab::Jobs, Focus::Jobs, ink.words.jobs),
    ];
    let mut told: Tabs = Vec::new();
    for (tab, focus, name) in tabs.into_iter().filter(|(tab, ..)| *tab != state.tab) {
        let mut spans = Vec::new();
        if !told.is_empty() {
            spans.push(Span::raw("   "));
        }
        spans.push(Span::styled(key_of(state, focus), ink.theme.text));
        spans.push(Span::styled(format!(" {name}"), ink.theme.dim));
        let news = news(state, tab, ink);
        if !news.is_empty() {
            spans.push(Span::raw(format!(" {news}")));
        }
        told.push((focus, spans));
    }
    told
}

fn key_of(state: &State, focus: Focus) -> String {
    let action = actions::Action::App(actions::AppAction::Focus(focus));
    let row = actions::table().find(|row| row.action == action);
    row.map(|row| state.keymap.told(row)).unwrap_or_default()
}

/// What is worth looking there for.
fn news(state: &State, tab: Tab, ink: &Ink) -> String {
    match tab {
        Tab::Chat => String::new(),
        Tab::Media if state.media.items.is_empty() => String::new(),
        Tab::Media => state.media.items.len().to_string(),
        Tab::Jobs => jobs::in_short(state, ink, Detail::Brief),
    }
}
