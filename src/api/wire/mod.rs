//! The shapes that travel: what the client sends and the studio reads, and the other way round.
//!
//! Plain data with serde on it, no behaviour beyond tolerant reading. Where the descriptions of the
//! contract disagree, these types write the form that the studio serves; the client's readers accept
//! every form. JSON numbers keep their spelling (`arbitrary_precision`), which serde cannot combine
//! with untagged, flattened or internally tagged types: none are used here.

pub mod chat;
pub mod envelope;
pub mod file_type;
pub mod frames;
pub mod headers;
mod picture;
pub mod render;
pub mod session;
mod signature;
pub mod upload;

pub use file_type::{FileType, MediaKind};
pub use picture::Picture;
