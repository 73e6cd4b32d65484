//! What the editor does: message in, state and effects out.

mod adding;
mod asking;
mod choosing;
mod editing;
mod finding;
mod jobs;
mod leaving;
mod offering;
mod opening;
mod places;
mod reading;
mod waiting;
mod walking;
