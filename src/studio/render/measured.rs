//! What earlier renders on this machine came to: how fast they were made, and how large.
//!
//! A few lines in the cache, safe to delete. They say what a film of the same sources, made in the same way,
//! will come to; of other sources they say less, and nothing of other ways.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Renders that are remembered.
const MOST: usize = 32;
/// Megapixels below which a render is over before its pace can be told.
const LEAST: f64 = 20.0;

/// A part of a picture of one kind: how much of it was made, and what it came to.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Amount {
    /// Megapixels: those of every frame.
    pub(super) megapixels: f64,
    /// The bytes that they were encoded to.
    pub(super) bytes: u64,
}

/// One render.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Measured {
    /// By what it was encoded, and how well.
    pub(super) how: String,
    /// The files that it showed, by their paths.
    pub(super) sources: BTreeSet<PathBuf>,
    /// Where nothing moves.
    pub(super) still: Amount,
    /// Where something does.
    pub(super) moving: Amount,
    /// How long its picture took, in seconds.
    pub(super) seconds: f64,
}

/// All that are remembered, the oldest first.
pub(super) fn remembered(scratch: &Path) -> Vec<Measured> {
    let text = std::fs::read(place(scratch)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Remembers one more, if it was long enough to tell anything.
pub(super) fn remember(scratch: &Path, measured: Measured) {
    if measured.still.megapixels + measured.moving.megapixels < LEAST {
        return;
    }
    let mut all = remembered(scratch);
    all.push(measured);
    let first = all.len().saturating_sub(MOST);
    if let Err(error) = write(scratch, &all[first..]) {
        tracing::warn!(%error, "what a render came to was not kept");
    }
}

fn write(scratch: &Path, all: &[Measured]) -> io::Result<()> {
    let mut beside = tempfile::NamedTempFile::new_in(scratch)?;
    beside.write_all(serde_json::to_string(all)?.as_bytes())?;
    beside.persist(place(scratch)).map(drop).map_err(|refused| refused.error)
}

fn place(scratch: &Path) -> PathBuf {
    scratch.join("measured.json")
}
