//! From a brief to a score: what every layer plays in every bar.
//!
//! Pure and repeatable. The style says who plays in which manner, the form says where; each manner
//! of playing has its file here.

mod beat;
mod chords;
mod line;
mod melody;
mod pattern;
mod piece;

pub use piece::compose;
