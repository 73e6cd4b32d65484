//! The conversation: what was said, the turn that runs, what waits, and what can be chosen.

mod asked;
mod below;
mod changes;
mod choices;
mod copying;
mod find;
mod laid;
mod offers;
mod original;
mod queue;
mod say;
mod scroll;
mod state;
mod turns;

pub use changes::{ChangeLine, Mark};
pub use choices::Choice;
pub use find::Find;
pub use laid::Laid;
pub use scroll::Scroll;
pub use state::{Body, ChatState, Entry, Phase, Question, Turn, Wording};

pub(crate) use below::new_rows;
pub(super) use below::note as note_below;
pub(super) use changes::{Found, Places};
pub(super) use choices::{ask_to_replace, choices, choose, offer_files_again, suggest};
pub(super) use find::{close as close_find, pasted as find_pasted, pressed as find_pressed, says};
pub(super) use laid::lay_out;
pub(super) use queue::{drop_last, keep, take_back};
pub(super) use say::{add_files, export, new_files, say, say_next, submit, tell_credits};
pub(super) use scroll::act;
pub(super) use state::{tell, tell_problem};
pub(super) use turns::{cancel, look_after, take_queue_back, told};
