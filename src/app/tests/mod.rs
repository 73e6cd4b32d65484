//! What the editor does: message in, state and effects out.

mod adding;
mod asking;
mod choosing;
mod finding;
mod jobs;
mod leaving;
mod noticing;
mod offering;
mod opening;
mod places;
mod reading;
mod waiting;
mod walking;
