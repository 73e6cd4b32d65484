//! What the editor does: message in, state and effects out.

mod adding;
mod asking;
mod choosing;
mod jobs;
mod leaving;
mod opening;
mod reading;
mod walking;
