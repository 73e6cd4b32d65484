//! The sample pictures, one file each: a rule that gives the colour of every point.

mod city;
mod dunes;
mod forest;
mod meadow;
mod mountains;
mod sunset;

use super::canvas::Column;

/// A picture: its file name, and its rule.
pub struct Picture {
    /// The file name.
    pub name: &'static str,
    /// The rule for a column. Pictures are one and a half times as wide as high.
    pub column: fn(f32) -> Column,
}

/// All of them, in the order of their names.
pub const ALL: [Picture; 6] = [
    Picture { name: "01-sunset.jpg", column: sunset::column },
    Picture { name: "02-dunes.jpg", column: dunes::column },
    Picture { name: "03-mountains.jpg", column: mountains::column },
    Picture { name: "04-city.jpg", column: city::column },
    Picture { name: "05-meadow.jpg", column: meadow::column },
    Picture { name: "06-forest.jpg", column: forest::column },
];
