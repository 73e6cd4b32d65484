//! What outlives the program: sessions, conversations, jobs, settings, profiles, credentials.
//!
//! Files below the user's own folders, and nothing else. It knows `draft` and `language`, never the
//! screen or the network.

pub mod credentials;
pub mod database;
mod folder;
pub mod hints;
pub mod kept;
pub mod lock;
pub mod places;
pub mod profile;
pub mod settings;

pub use database::Database;
pub use folder::{EntryKind, FileType, Folder, FolderEntry, MediaKind, read_folder};
pub use lock::SessionLock;
pub use places::Places;
pub use profile::Profile;
pub use settings::{Settings, Timing};
