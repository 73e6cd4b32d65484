//! Where things are on the screen, for the mouse: asked when it does something, not at every frame.
//!
//! Places come from the same measuring that drawing uses, so both agree for the same state.

mod choices;
mod map;

use crate::app::{Focus, State};

pub use map::{Hit, HitMap, Spot};

use super::ink::Ink;
use super::{exporting, footer, jobs, media, palette, picker, tabs, timeline};

/// What lies where.
#[must_use]
pub fn hits(state: &State) -> HitMap {
    let (areas, ink) = (state.areas(), Ink::of(state));
    let mut map = HitMap::default();
    if state.palette.is_some() && state.asked.is_none() {
        palette::hits(state, &areas, &mut map);
    }
    if state.picker.is_some() && state.asked.is_none() {
        picker::hits(state, &areas, &mut map);
    }
    if state.exporting.sheet.is_some() && state.asked.is_none() {
        exporting::hits(state, &areas, &mut map);
    }
    if state.is_covered() {
        return map;
    }
    map.put(areas.chat, Spot::Pane(Focus::Chat));
    map.put(areas.media, Spot::Pane(Focus::Media));
    map.put(areas.jobs, Spot::Pane(Focus::Jobs));
    map.put(areas.message, Spot::Pane(Focus::Message));
    map.put(areas.timeline, Spot::Pane(Focus::Timeline));
    map.put(timeline::ruler_area(&areas), Spot::Ruler);
    map.put(timeline::lanes_area(&areas), Spot::Lanes);
    media::hits(state, &areas, &mut map);
    jobs::hits(state, &areas, &mut map);
    tabs::hits(state, &areas, &ink, &mut map);
    choices::hits(state, &areas, &ink, &mut map);
    footer::hits(state, &areas, &ink, &mut map);
    map
}
