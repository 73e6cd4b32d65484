//! What the editor does: message in, state and effects out.

mod adding;
mod asking;
mod choosing;
mod finding;
mod finding_words;
mod jobs;
mod leaving;
mod offering;
mod opening;
mod places;
mod reading;
mod sessions;
mod waiting;
mod walking;
