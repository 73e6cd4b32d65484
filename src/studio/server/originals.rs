//! The look of a film that another server makes, and of its files, made here from files of this machine.
//!
//! The graph is that of the studio's own previews and films, so a frame shows what the studio would export
//! of the same draft. What files look and sound like is kept where the studio keeps it.

use std::path::{Path, PathBuf};

use super::looks::LARGEST;
use crate::api::wire::Picture;
use crate::draft::{Draft, Millis, Mood};
use crate::language::Language;
use crate::studio::ffmpeg;
use crate::studio::media::{self, Media};
use crate::studio::music::Brief;
use crate::studio::render::{Error, Glimpse, Moment, Size, glimpse};

/// The frame of a film at a moment, within a size. `originals` are the files by the names that the draft
/// calls them; `cache` is the program's, and placeholders are in the language.
///
/// # Errors
/// When the frame cannot be made.
pub async fn frame(
    draft: Draft,
    originals: Vec<(String, PathBuf)>,
    at: Millis,
    (width, height): (u32, u32),
    (cache, language): (&Path, Language),
) -> Result<Picture, Error> {
    let read = move || -> Vec<Media> {
        let found = originals.iter().map(|(name, path)| media::lying(path, name));
        found.filter_map(Result::ok).flatten().collect()
    };
    let media = tokio::task::spawn_blocking(read).await.unwrap_or_default();
    let within = Size { width: width.clamp(1, LARGEST), height: height.clamp(1, LARGEST) };
    let moment = Moment { draft, media, at, within, scratch: cache.join("looks"), language };
    let Glimpse { size, rgb } = glimpse(moment).await?;
    Ok(Picture { width: size.width, height: size.height, rgb })
}

/// A small picture of a file near a moment of it, within a size.
///
/// # Errors
/// When it cannot be made.
pub async fn still(
    path: &Path,
    at: Millis,
    (width, height): (u32, u32),
    cache: &Path,
) -> Result<Picture, ffmpeg::Error> {
    let within = (width.clamp(1, LARGEST), height.clamp(1, LARGEST));
    media::thumbnail(path, at, within, &cache.join("looks").join("thumbnails")).await
}

/// How loud a file is: a byte for each twentieth of a second.
///
/// # Errors
/// When it cannot be heard.
pub async fn loudness(path: &Path, cache: &Path) -> Result<Vec<u8>, ffmpeg::Error> {
    media::waveform(path, &cache.join("looks").join("waveforms")).await
}

/// How loud a piece of music is that is made on the spot, in the same way. Nothing where it was not made.
pub async fn music(
    mood: Mood,
    seed: u64,
    tempo: Option<u32>,
    length: Millis,
    cache: &Path,
) -> Option<Vec<u8>> {
    let brief = Brief { mood, seed, tempo, length };
    media::music_waveform(brief, &cache.join("looks").join("waveforms")).await
}
