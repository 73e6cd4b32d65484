//! What only a connection can show.
