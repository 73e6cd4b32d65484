//! By which of the terminal's ways pictures are shown.
//!
//! A terminal says itself what it takes. Within tmux it is tmux that answers: what it draws by itself is
//! used like any terminal's, and for the rest it is asked whether it hands pictures on, and to whom.

use ratatui::layout::Size;

use crate::app::{Effect, State};
use crate::terminal::{Capabilities, Clipboard, Passage, Pictures, Tmux, Way};
use crate::ui::{Colours, Signs};

use super::is_open;

/// What is known of the terminal besides what it tells itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// The way of the terminal that the environment names.
    named: Option<Way>,
    /// What tmux told.
    tmux: Option<Tmux>,
    /// The size that the pane had when it was asked: with another one it lies elsewhere.
    asked: Option<Size>,
}

impl Around {
    pub(super) fn know_environment(&mut self, variable: impl Fn(&str) -> Option<String>) {
        self.named = Way::of_environment(variable);
    }
}

/// How pictures are shown in the terminal's own pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing {
    /// In which way.
    pub way: Way,
    /// Through tmux, which hands them on.
    pub passage: Option<Passage>,
    /// A cell in pixels, width and height.
    pub cell: (u16, u16),
}

/// How pictures are shown, where they are shown in the terminal's own pixels.
#[must_use]
pub fn showing_of(state: &State) -> Option<Showing> {
    possible(state).filter(|_| state.preview.quick == Some(true))
}

/// The same, whatever the line takes.
pub(super) fn possible(state: &State) -> Option<Showing> {
    if !is_wanted(state) {
        return None;
    }
    let cell = state.terminal.cell;
    match state.look.clipboard {
        Clipboard::Terminal => {
            Some(Showing { way: way_of_terminal(state)?, passage: None, cell: cell? })
        }
        Clipboard::Tmux => {
            let tmux = state.preview.around.tmux.as_ref();
            let (way, passage) = way_within(state, tmux)?;
            Some(Showing { way, passage, cell: cell.or(tmux.and_then(|tmux| tmux.cell))? })
        }
        Clipboard::Screen => None,
    }
}

fn is_wanted(state: &State) -> bool {
    let look = &state.look;
    !matches!(look.pictures, Pictures::Blocks | Pictures::Off)
        && look.colours != Colours::None
        && look.signs != Signs::Ascii
}

/// The way that the settings force upon the terminal.
const fn forced(pictures: Pictures) -> Option<Way> {
    match pictures {
        Pictures::Kitty => Some(Way::Kitty),
        Pictures::Sixel => Some(Way::Sixel),
        Pictures::Iterm => Some(Way::Iterm),
        Pictures::Auto | Pictures::Blocks | Pictures::Off => None,
    }
}

/// Kitty's way is asked for and so is sixel; iTerm2's is known by the terminal's name alone.
fn way_of_terminal(state: &State) -> Option<Way> {
    let terminal = &state.terminal;
    let named = match &terminal.name {
        Some(name) => Way::of_terminal(name),
        None => state.preview.around.named,
    };
    let told = terminal.kitty_graphics.then_some(Way::Kitty);
    let told = told.or(named.filter(|way| *way == Way::Iterm));
    forced(state.look.pictures).or(told).or(terminal.sixel.then_some(Way::Sixel))
}

fn way_within(state: &State, tmux: Option<&Tmux>) -> Option<(Way, Option<Passage>)> {
    let forced = forced(state.look.pictures);
    let handed_on = tmux.filter(|tmux| tmux.hands_on).and_then(|tmux| {
        let way = forced.or_else(|| Way::of_terminal(&tmux.terminal))?;
        Some((way, Some(tmux.passage)))
    });
    // What tmux draws itself it also keeps in order.
    let takes_sixel = matches!(handed_on.map(|(way, _)| way).or(forced), None | Some(Way::Sixel));
    if state.terminal.sixel && takes_sixel {
        return Some((Way::Sixel, None));
    }
    handed_on
}

/// The terminal told what it can do. The size of a cell may follow from that of all.
pub(in crate::app) fn know_terminal(state: &mut State, found: Capabilities) -> Vec<Effect> {
    let Size { width, height } = state.size;
    let of_window = found.window.filter(|_| width > 0 && height > 0);
    let of_window = of_window.map(|window| (window.0 / width, window.1 / height));
    let cell = found.cell.or(of_window.filter(|cell| cell.0 > 0 && cell.1 > 0));
    state.terminal = Capabilities { cell, ..found };
    Vec::new()
}

/// tmux told of itself.
pub(in crate::app) fn know_tmux(state: &mut State, told: Option<Tmux>) -> Vec<Effect> {
    state.preview.around.tmux = told;
    Vec::new()
}

/// The question for tmux, when pictures are to be seen and it was not asked since the pane has this size.
pub(in crate::app) fn look_around(state: &mut State) -> Option<Effect> {
    let is_asked = state.preview.around.asked == Some(state.size);
    if state.look.clipboard != Clipboard::Tmux || is_asked || !is_wanted(state) || !is_open(state) {
        return None;
    }
    state.preview.around.asked = Some(state.size);
    Some(Effect::AskTmux)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::Editor;

    const CELL: (u16, u16) = (9, 18);

    /// A film is open on a quick line.
    fn editor() -> State {
        let mut state = Editor::english(120, 36).promo_made().state;
        state.preview.take_line(true);
        state.terminal.cell = Some(CELL);
        state
    }

    fn within_tmux(terminal: &str, hands_on: bool) -> State {
        let mut state = editor();
        state.look.clipboard = Clipboard::Tmux;
        let (terminal, passage) = (terminal.to_owned(), Passage { left: 7, top: 1 });
        know_tmux(&mut state, Some(Tmux { hands_on, terminal, cell: None, passage }));
        state
    }

    fn way(state: &State) -> Option<(Way, bool)> {
        showing_of(state).map(|showing| (showing.way, showing.passage.is_some()))
    }

    #[test]
    fn a_terminal_is_taken_at_its_word_or_by_its_name() {
        let mut state = editor();
        assert_eq!(way(&state), None, "it said nothing");
        state.terminal.sixel = true;
        assert_eq!(way(&state), Some((Way::Sixel, false)));
        state.preview.around.named = Some(Way::Iterm);
        assert_eq!(way(&state), Some((Way::Iterm, false)), "it takes whole colours");
        state.terminal.name = Some("XTerm(390)".into());
        assert_eq!(
            way(&state),
            Some((Way::Sixel, false)),
            "the environment is that of another one"
        );
        state.terminal.name = Some("WezTerm 20240203".into());
        assert_eq!(way(&state), Some((Way::Iterm, false)));
        state.terminal.kitty_graphics = true;
        assert_eq!(way(&state), Some((Way::Kitty, false)));
        state.look.pictures = Pictures::Sixel;
        assert_eq!(way(&state), Some((Way::Sixel, false)), "the person's word counts most");
        state.preview.take_line(false);
        assert_eq!(way(&state), None, "the line is slow");
    }

    #[test]
    fn without_the_size_of_a_cell_there_are_no_pixels_and_the_window_may_tell_it() {
        let mut state = editor();
        let told = Capabilities { sixel: true, ..Capabilities::default() };
        know_terminal(&mut state, told.clone());
        assert_eq!(showing_of(&state), None);
        know_terminal(&mut state, Capabilities { window: Some((1080, 648)), ..told });
        assert_eq!(showing_of(&state).map(|showing| showing.cell), Some((9, 18)));
    }

    #[test]
    fn tmux_hands_on_to_a_terminal_that_is_known_and_draws_what_it_can_itself() {
        assert_eq!(way(&within_tmux("kitty(0.36.4)", true)), Some((Way::Kitty, true)));
        assert_eq!(way(&within_tmux("iTerm2 3.5.4", true)), Some((Way::Iterm, true)));
        assert_eq!(way(&within_tmux("foot(1.16.2)", true)), Some((Way::Sixel, true)));
        assert_eq!(way(&within_tmux("", true)), None, "nobody knows what is around it");
        assert_eq!(way(&within_tmux("kitty(0.36.4)", false)), None, "it hands nothing on");
        let mut state = within_tmux("foot(1.16.2)", true);
        state.terminal.sixel = true;
        assert_eq!(way(&state), Some((Way::Sixel, false)));
        let mut state = within_tmux("", true);
        state.look.pictures = Pictures::Kitty;
        assert_eq!(way(&state), Some((Way::Kitty, true)));
        state.terminal.sixel = true;
        assert_eq!(way(&state), Some((Way::Kitty, true)));
    }

    #[test]
    fn tmux_is_asked_once_for_each_size_and_only_where_pictures_are_seen() {
        let mut state = editor();
        assert_eq!(look_around(&mut state), None, "there is none");
        state.look.clipboard = Clipboard::Tmux;
        assert_eq!(look_around(&mut state), Some(Effect::AskTmux));
        assert_eq!(look_around(&mut state), None);
        state.size.width += 10;
        assert_eq!(look_around(&mut state), Some(Effect::AskTmux), "the pane may lie elsewhere");
        let mut closed = Editor::english(80, 24).promo_made().state;
        closed.look.clipboard = Clipboard::Tmux;
        assert_eq!(look_around(&mut closed), None, "the pane is closed");
    }
}
