//! The panes that share one place: which others there are, and the key to each.

use ratatui::text::Span;

use crate::app::{Focus, State, actions};

use super::ink::Ink;
use super::jobs::{self, Detail};
use super::layout::{Class, Tab};

/// The tabs that are not shown, for the rule of the one that is.
pub(super) fn others(state: &State, class: Class, ink: &Ink) -> Vec<Span<'static>> {
    if class != Class::Standard {
        return Vec::new();
    }
    let tabs = [
        (Tab::Chat, Focus::Message, ink.words.chat),
        (Tab::Media, Focus::Media, ink.words.media),
        (Tab::Jobs, Focus::Jobs, ink.words.jobs),
    ];
    let mut spans = Vec::new();
    for (tab, focus, name) in tabs.into_iter().filter(|(tab, ..)| *tab != state.tab) {
        if !spans.is_empty() {
            spans.push(Span::raw("   "));
        }
        spans.push(Span::styled(key_of(state, focus), ink.theme.text));
        spans.push(Span::styled(format!(" {name}"), ink.theme.dim));
        let news = news(state, tab, ink);
        if !news.is_empty() {
            spans.push(Span::raw(format!(" {news}")));
        }
    }
    spans
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
