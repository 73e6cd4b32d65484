//! The chunks of a plan as files to be made.

use std::path::{Path, PathBuf};

use crate::draft::Frames;

use super::Quality;
use super::form::Codec;
use super::graph::{self, Recipe};
use super::kept_chunks::Key;
use super::plan::RenderPlan;
use super::prepare::Prepared;

/// One chunk, its recipe and its place.
pub(super) struct Piece {
    /// Its name in the render's folder.
    pub(super) name: String,
    /// The same with the folder.
    pub(super) target: PathBuf,
    /// How long it is.
    pub(super) length: Frames,
    /// How it is made.
    pub(super) recipe: Recipe,
    /// Under what it is kept; none where a file that it reads is gone.
    pub(super) key: Option<Key>,
    /// Whether it is there already.
    pub(super) is_made: bool,
}

/// The pieces of a film, in order, none of them made.
pub(super) fn pieces(
    plan: &RenderPlan,
    prepared: &Prepared,
    (codec, quality): (Codec, Quality),
    folder: &Path,
) -> impl Iterator<Item = Piece> {
    plan.chunks().into_iter().enumerate().map(move |(number, chunk)| {
        let name = format!("chunk-{number}.mp4");
        Piece {
            target: folder.join(&name),
            name,
            length: chunk.length,
            recipe: graph::picture(&chunk, &prepared.drawings, codec, quality),
            key: None,
            is_made: false,
        }
    })
}
