//! The picture of a film in pieces: chunks to be made, and stretches of sources to be copied.

use std::path::{Path, PathBuf};

use crate::draft::Frames;

use super::Quality;
use super::form::Codec;
use super::graph::{self, Recipe};
use super::kept_chunks::Key;
use super::plan::RenderPlan;
use super::prepare::Prepared;
use super::splice::{Copy, OWN_SETS, Part};

/// One piece of a film's picture.
pub(super) enum Piece {
    /// A chunk that is rendered.
    Made(Box<Making>),
    /// A source's own pictures.
    Copied(Copy),
}

/// One chunk, its recipe and its place.
pub(super) struct Making {
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

impl Piece {
    /// The chunk, where it is one.
    pub(super) fn making(&self) -> Option<&Making> {
        match self {
            Self::Made(making) => Some(making),
            Self::Copied(_) => None,
        }
    }

    /// How much of the film is there.
    pub(super) fn done(&self) -> Frames {
        match self {
            Self::Made(making) if making.is_made => making.length,
            Self::Made(_) => Frames(0),
            Self::Copied(copy) => Frames(copy.pictures.len() as u64),
        }
    }

    /// What it gives to the joined picture.
    pub(super) fn part(&self) -> Part {
        match self {
            Self::Made(making) => {
                let (path, length) = (making.target.clone(), making.length.0);
                Part { path, pictures: None, length }
            }
            Self::Copied(Copy { path, pictures, .. }) => {
                let (length, pictures) = (pictures.len() as u64, Some(pictures.clone()));
                Part { path: path.clone(), pictures, length }
            }
        }
    }
}

/// The pieces of a film, in order, none of them made.
pub(super) fn pieces(
    plan: &RenderPlan,
    prepared: &Prepared,
    (codec, quality): (Codec, Quality),
    folder: &Path,
    copies: &[Copy],
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let make = |pieces: &mut Vec<Piece>, range: std::ops::Range<u64>| {
        let chunks = if range.is_empty() { Vec::new() } else { plan.chunks(range) };
        for chunk in chunks {
            let name = format!("chunk-{}.mp4", pieces.len());
            let recipe = graph::picture(&chunk, &prepared.drawings, codec, quality);
            let shares = !copies.is_empty();
            pieces.push(Piece::Made(Box::new(Making {
                target: folder.join(&name),
                name,
                length: chunk.length,
                recipe: if shares { recipe.with_sets(OWN_SETS) } else { recipe },
                key: None,
                is_made: false,
            })));
        }
    };
    for copy in copies {
        make(&mut pieces, start..copy.start.0);
        start = copy.end();
        pieces.push(Piece::Copied(copy.clone()));
    }
    make(&mut pieces, start..plan.length.0);
    pieces
}
