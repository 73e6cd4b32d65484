//! Sample media made on the spot, so that a newcomer has something in hand after one command.
//!
//! A folder comes in; pictures, a clip and a piece of music are put there. Nothing is shipped and
//! nothing is fetched: the pictures are painted point by point, the clip is painted in layers that
//! ffmpeg moves, the sound is our own music. The same version makes the same media every time.
//! Without ffmpeg everything but the clip is made, and the result says so.

mod canvas;
mod clip;
mod colour;
mod make;
mod noise;
mod pictures;

pub use make::{Error, LeftOut, Samples, make};
