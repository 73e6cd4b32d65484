//! The records, asked directly: what holds when several hands write at once.
