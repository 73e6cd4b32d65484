//! What the editor does: message in, state and effects out.

mod adding;
mod asking;
mod choosing;
mod colouring;
mod editing;
mod expecting;
mod exporting;
mod filtering;
mod finding;
mod finding_words;
mod going_back;
mod jobs;
mod jobs_shown;
mod keying;
mod leaving;
mod noticing;
mod offering;
mod opening;
mod picking;
mod places;
mod pointing;
mod progressing;
mod reading;
mod sessions;
mod waiting;
mod walking;
