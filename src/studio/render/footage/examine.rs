//! Looking at every source that a draft names.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use futures_util::{StreamExt, stream};
use tokio::task::spawn_blocking;

use crate::draft::{Draft, Kind};
use crate::studio::ffmpeg::{Error, Tool, has_zimg, know_filters, learn_crossings, output};
use crate::studio::media::Media;
use crate::studio::render::graph::is_old;

use super::still::{self, Format};
use super::{Footage, Library, Motion, Picture, Size, animation, background, clip, library};

/// Looking into a file takes no longer.
const LONGEST: Duration = Duration::from_secs(30);

/// Processes and decoders at a time; more would only wait for each other.
const AT_ONCE: usize = 4;

/// Looks at all sources that the draft names. What cannot be read is left out.
///
/// # Errors
/// When ffprobe itself is not there, or answers to nothing.
pub(in crate::studio::render) async fn examine_all(
    draft: &Draft,
    media: &[Media],
    scratch: &Path,
    patience: Duration,
) -> Result<Library, Error> {
    let patience = patience.min(LONGEST);
    learn_names(draft).await;
    let tracks =
        draft.tracks.iter().filter(|track| matches!(track.kind, Kind::Video | Kind::Audio));
    let segments = tracks.flat_map(|track| &track.segments);
    let named: HashSet<&str> = segments.filter_map(library::source_name).collect();
    let wanted = media.iter().filter(|media| named.contains(media.name.as_str()));
    let looks: Vec<_> =
        wanted.map(|media| examine(media.clone(), scratch.to_owned(), patience)).collect();
    let found: Vec<_> = stream::iter(looks).buffered(AT_ONCE).collect().await;
    let missing =
        |result: &Result<Footage, Error>| matches!(result, Err(error) if error.is_missing());
    match found.iter().position(missing) {
        Some(_) => Err(Error::Missing(Tool::Ffprobe.name())),
        None if found.iter().any(is_hang) && !answers(patience).await => {
            Err(Error::TimedOut { tool: Tool::Ffprobe.name(), limit: patience })
        }
        None => {
            let made = background::all(draft, scratch).await;
            Ok(found.into_iter().flatten().chain(made).collect())
        }
    }
}

/// Asks ffmpeg for the names of its transitions, where a draft has one that not every release knows.
pub(super) async fn learn_names(draft: &Draft) {
    let mut crossings = draft.segments().filter_map(|(_, segment)| segment.transition.as_ref());
    if crossings.any(|crossing| !is_old(&crossing.kind)) {
        learn_crossings().await;
    }
}

fn is_hang(found: &Result<Footage, Error>) -> bool {
    found.as_ref().is_err_and(|error| error.hung().is_some())
}

/// Whether ffprobe does anything at all. Where it hangs whatever it is asked, no file is broken.
async fn answers(patience: Duration) -> bool {
    output(Tool::Ffprobe, vec!["-version".into()], patience).await.is_ok()
}

async fn examine(media: Media, scratch: PathBuf, patience: Duration) -> Result<Footage, Error> {
    let (name, path, hash) = (media.name.clone(), media.path.clone(), media.hash.clone());
    let folder = scratch.clone();
    let looked = spawn_blocking(move || look(name, path, (&hash, &scratch))).await;
    match looked.unwrap_or(Looked::Broken) {
        Looked::Still(still) => Ok(scaled_best(still, &folder).await),
        Looked::Other => clip::probe(&media.name, &media.path, patience).await,
        Looked::Broken => Err(broken(&media.path)),
    }
}

/// Photographs are large and have a matrix of their own, so that scaling them is most of what they cost. zimg
/// wants whole samples of colour on either side, however few a photograph has.
async fn scaled_best(mut still: Footage, scratch: &Path) -> Footage {
    if still.demuxer == Some(Format::Jpeg.demuxer())
        && let Some(picture) = &mut still.picture
    {
        let Size { width, height } = picture.shown;
        if width % 4 == 0 && height % 4 == 0 {
            know_filters(scratch).await;
            picture.by_zimg = has_zimg().await;
        }
    }
    still
}

fn broken(path: &Path) -> Error {
    Error::Failed { tool: Tool::Ffprobe.name(), reason: format!("{} is broken", path.display()) }
}

/// What the first bytes of a file tell.
enum Looked {
    /// A picture that needs no ffprobe.
    Still(Footage),
    /// Something that ffprobe must look at.
    Other,
    /// Not there, or a picture with a damaged head.
    Broken,
}

/// `kept`: what the content of the file is called, and the folder for a copy in another form.
fn look(name: String, path: PathBuf, kept: (&str, &Path)) -> Looked {
    let format = match Format::of(&path) {
        Ok(Some(format)) => format,
        Ok(None) => return Looked::Other,
        Err(_) => return Looked::Broken,
    };
    let is_animated = format == Format::WebP && animation::is_animated(&path);
    let picture = if is_animated { animated(name, &path, kept) } else { still(name, path, format) };
    picture.map_or(Looked::Broken, Looked::Still)
}

fn still(name: String, path: PathBuf, format: Format) -> Option<Footage> {
    let picture = still::look(&path).ok()?;
    let demuxer = Some(format.demuxer());
    let lead = Duration::ZERO;
    Some(Footage { name, path, demuxer, decoder: None, lead, picture: Some(picture), sound: None })
}

fn animated(name: String, path: &Path, (hash, scratch): (&str, &Path)) -> Option<Footage> {
    let copy = animation::copy(path, hash, scratch).ok()?;
    let picture = Picture {
        stream: 0,
        motion: Motion::Looping,
        shown: animation::size(path).ok()?,
        orientation: image::metadata::Orientation::NoTransforms,
        alpha: true,
        is_plain: false,
        hdr: None,
        is_unmapped: false,
        fields: None,
        untold_matrix: None,
        by_zimg: false,
    };
    let (demuxer, lead) = (Some("apng"), Duration::ZERO);
    Some(Footage {
        name,
        path: copy,
        demuxer,
        decoder: None,
        lead,
        picture: Some(picture),
        sound: None,
    })
}
