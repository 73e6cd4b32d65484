//! What outlives the program: sessions, conversations, jobs, settings, profiles, credentials.
//!
//! Files below the user's own folders, and nothing else. It knows `draft` and `language`, never the
//! screen or the network.

pub mod places;
pub mod profile;
pub mod settings;

pub use places::Places;
pub use profile::{Profile, ProfileError};
pub use settings::{Settings, Timing};
