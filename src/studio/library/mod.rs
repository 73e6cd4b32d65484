//! The studio's own records: sessions, films, files and renders.
//!
//! One SQLite file is the only truth; nothing of it is kept in memory between two questions. So two
//! programs on the same data see each other's changes, and one that ends in the middle of anything
//! leaves records that are true. Every change is one transaction; a film is written only over the
//! revision that it was made from.
//!
//! ```text
//! <data>/studio.db            these records
//! <data>/files/<session>/     uploaded files, under safe names
//! <data>/renders/<id>.mp4     finished renders, kept for a week
//! <data>/incoming/            what is still arriving
//! <data>/running/<owner>      held by each running studio, free once it has ended
//! ```
//!
//! SQLite blocks, so all of it runs on the threads that may: the functions here are async, and what
//! they do lies in plain functions over a connection.

mod database;
mod error;
mod film;
mod folders;
mod media;
mod owner;
mod removal;
mod render;
mod render_queue;
mod schema;
mod session;
mod talk;

pub use database::Library;
pub use error::Error;
pub use film::Film;
pub use folders::Folders;
pub use media::{Came, Kept, KeptMedia};
pub use owner::Owner;
pub use removal::Removal;
pub use render::{NewRender, Outcome, Render, RenderId, RenderStatus};
pub use render_queue::{Claimed, Noted};
pub use session::{Session, SessionId, State};
