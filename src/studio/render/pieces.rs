//! The picture of a film in pieces: chunks to be made, and stretches of sources to be copied.

use std::num::NonZero;
use std::path::{Path, PathBuf};

use crate::draft::Frames;
use crate::studio::ffmpeg::Tool;

use super::graph::{self, Encoding, How, Recipe};
use super::kept_chunks::{KeptChunks, Key};
use super::plan::{Chunk, RenderPlan};
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
    /// Whether anything in it moves.
    pub(super) moves: bool,
    /// How it is made.
    pub(super) recipe: Recipe,
    /// Under what it is kept; none where a file that it reads is gone.
    pub(super) key: Option<Key>,
    /// Whether it is there already.
    pub(super) is_made: bool,
}

impl Making {
    /// How large it is, once it is there.
    pub(super) fn bytes(&self) -> u64 {
        std::fs::metadata(&self.target).map_or(0, |facts| facts.len())
    }
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
fn pieces(
    plan: &RenderPlan,
    prepared: &Prepared,
    how: How,
    folder: &Path,
    copies: &[Copy],
) -> Vec<Piece> {
    let starts = [0].into_iter().chain(copies.iter().map(Copy::end));
    let ends = copies.iter().map(|copy| copy.start.0).chain([plan.length.0]);
    let between = starts.zip(ends).map(|(start, end)| start..end);
    let between =
        between.map(|range| if range.is_empty() { Vec::new() } else { plan.chunks(range) });
    let chunks: Vec<Vec<Chunk>> = between.collect();
    let threads = share(chunks.iter().map(Vec::len).sum());
    let encoding = Encoding { how, threads };
    let mut pieces = Vec::new();
    let mut copies = copies.iter();
    let shares_sets = copies.len() > 0;
    for chunks in chunks {
        for chunk in chunks {
            let recipe = graph::picture(&chunk, &prepared.drawings, encoding);
            let recipe = if shares_sets { recipe.with_sets(OWN_SETS) } else { recipe };
            let name = format!("chunk-{}.mp4", pieces.len());
            pieces.push(Piece::Made(Box::new(Making {
                target: folder.join(&name),
                name,
                length: chunk.length,
                moves: chunk.moves(),
                recipe,
                key: None,
                is_made: false,
            })));
        }
        pieces.extend(copies.next().cloned().map(Piece::Copied));
    }
    pieces
}

/// Chunks that are rendered at a time. One alone leaves a core idle while its first picture is
/// decoded and its filters wait for each other; more than two would only take memory.
pub(super) fn side_by_side() -> usize {
    cores().min(2)
}

/// The threads of each of so many chunks; none where one has the machine for itself.
fn share(chunks: usize) -> Option<usize> {
    (chunks > 1).then(|| cores() / side_by_side())
}

/// Whether the machine has more cores than chunks that are rendered at a time.
pub(super) fn spares_cores() -> bool {
    cores() > side_by_side()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// The film in pieces; those that an earlier render finished are there already, and count.
pub(super) fn begun_pieces(
    how: Option<How>,
    plan: &RenderPlan,
    prepared: &Prepared,
    copied: &[Copy],
    (own, kept): (&Path, &KeptChunks),
) -> Vec<Piece> {
    let ffmpeg = Tool::Ffmpeg.identity();
    let Some(how) = how else { return Vec::new() };
    let mut pieces = pieces(plan, prepared, how, own, copied);
    for piece in &mut pieces {
        let Piece::Made(making) = piece else { continue };
        let recipe = &making.recipe;
        making.key = Key::of(recipe.words(), recipe.files(), own, &ffmpeg).ok();
        let key = making.key.as_ref();
        making.is_made = key.is_some_and(|key| kept.take(key, &making.target));
    }
    pieces
}
