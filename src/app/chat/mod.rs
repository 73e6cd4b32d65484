//! The conversation: what was said, the turn that runs, what waits, and what can be chosen.

mod changes;
mod choices;
mod offers;
mod original;
mod say;
mod scroll;
mod state;
mod turns;

pub use changes::{ChangeLine, Mark};
pub use choices::Choice;
pub use scroll::Scroll;
pub use state::{Body, ChatState, Entry, Phase, Question, Turn, Wording};

pub(super) use choices::{ask_to_replace, choices, choose, suggest};
pub(super) use say::{add_files, export, say_next, submit, tell_credits};
pub(super) use scroll::act;
pub(super) use state::{tell, tell_problem};
pub(super) use turns::{cancel, take_queue_back, told};
