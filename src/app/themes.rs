//! Choosing the colours: used at once, and kept in the settings file.

use std::path::PathBuf;

use crate::language::Problem;
use crate::ui::words::finding;
use crate::ui::{Colours, Theme};

use super::{Body, Effect, State, backends};

/// Whether these are the colours in use.
pub(super) fn is_in_use(state: &State, name: &str) -> bool {
    let look = &state.look;
    look.colours != Colours::None && Theme::named(name, look.colours) == Ok(look.theme)
}

/// Whether choosing them would change anything: without colours nothing does.
pub(super) fn is_possible(state: &State, name: &str) -> bool {
    state.look.colours != Colours::None && !is_in_use(state, name)
}

pub(super) fn choose(state: &mut State, name: &str) -> Vec<Effect> {
    let Ok(theme) = Theme::named(name, state.look.colours) else { return Vec::new() };
    state.look.theme = theme;
    vec![Effect::KeepTheme(name.to_owned())]
}

/// The choice is in the settings file, or is not.
pub(super) fn kept(state: &mut State, kept: Result<PathBuf, Problem>) -> Vec<Effect> {
    let words = finding::of(state.language);
    let body = match kept {
        Ok(path) => {
            let path = backends::at_home(&path, state.home.as_deref());
            Body::Program(finding::theme_kept(state.language, &path))
        }
        Err(problem) => {
            let what = problem.sentences(state.language).0;
            Body::Problem { what, next: words.theme_this_run.to_owned() }
        }
    };
    state.chat.push(state.now, body);
    Vec::new()
}
