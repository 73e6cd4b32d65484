//! Looking at every source that a draft names.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use futures_util::{StreamExt, stream};
use tokio::task::spawn_blocking;

use crate::draft::{Draft, Kind};
use crate::studio::ffmpeg::{Error, Tool};
use crate::studio::media::Media;

use super::still::{self, Format};
use super::{Footage, Library, Motion, Picture, animation, clip, library};

/// Processes and decoders at a time; more would only wait for each other.
const AT_ONCE: usize = 4;

/// Looks at all sources that the draft names. What cannot be read is left out.
///
/// # Errors
/// When ffprobe itself is not there.
pub(in crate::studio::render) async fn examine_all(
    draft: &Draft,
    media: &[Media],
    scratch: &Path,
) -> Result<Library, Error> {
    let tracks =
        draft.tracks.iter().filter(|track| matches!(track.kind, Kind::Video | Kind::Audio));
    let segments = tracks.flat_map(|track| &track.segments);
    let named: HashSet<&str> = segments.filter_map(library::source_name).collect();
    let wanted = media.iter().filter(|media| named.contains(media.name.as_str()));
    let found: Vec<_> =
        stream::iter(wanted.map(|media| examine(media, scratch))).buffered(AT_ONCE).collect().await;
    let missing =
        |result: &Result<Footage, Error>| matches!(result, Err(error) if error.is_missing());
    match found.iter().position(missing) {
        Some(_) => Err(Error::Missing(Tool::Ffprobe.name())),
        None => Ok(found.into_iter().flatten().collect()),
    }
}

async fn examine(media: &Media, scratch: &Path) -> Result<Footage, Error> {
    let copy = scratch.join(format!("{}.apng", media.hash));
    let (name, path) = (media.name.clone(), media.path.clone());
    let looked = spawn_blocking(move || look(name, path, copy)).await;
    match looked.ok().flatten() {
        Some(still) => Ok(still),
        None => clip::probe(&media.name, &media.path).await,
    }
}

/// A picture that needs no ffprobe; none when this is something else or something broken.
fn look(name: String, path: PathBuf, copy: PathBuf) -> Option<Footage> {
    let format = Format::of(&path).ok()??;
    if format == Format::WebP && animation::is_animated(&path) {
        return animated(name, &path, copy);
    }
    let picture = still::look(&path).ok()?;
    let demuxer = Some(format.demuxer());
    Some(Footage { name, path, demuxer, picture: Some(picture), sound: None })
}

fn animated(name: String, path: &Path, copy: PathBuf) -> Option<Footage> {
    animation::to_png(path, &copy).ok()?;
    let picture = Picture {
        stream: 0,
        motion: Motion::Looping,
        shown: animation::size(path).ok()?,
        orientation: image::metadata::Orientation::NoTransforms,
        alpha: true,
        untold_matrix: None,
    };
    Some(Footage { name, path: copy, demuxer: Some("apng"), picture: Some(picture), sound: None })
}
