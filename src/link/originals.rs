//! The look of a film that is made elsewhere, from the files that were sent for it.
//!
//! Other servers show no frame before the export, and no file. Where every file that is seen at a moment was sent from
//! this machine and still lies here as it was sent, the studio's graph draws the frame from those. Only what
//! the draft says counts: the file by its name, and for a clip from where in it. The contract names no key
//! for either; the studio's own are read where a server of the same contract writes them, and of others an
//! address that ends with a picture's name says enough.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::looks::{NoPicture, Still, Wish};
use super::session::Session;
use super::{JobKind, JobState, JobView, MediaItem, Picture};
use crate::draft::{Draft, Kind, Millis, Segment, Track, segment_label};
use crate::studio::server::originals;

/// A file of this machine that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sent {
    path: PathBuf,
    /// Its size then.
    bytes: Option<u64>,
}

impl Sent {
    /// What an upload sent. The session may list the file before the job is told to be done.
    pub(super) fn by(job: &JobView) -> Option<Self> {
        let came_to_nothing =
            matches!(job.state, JobState::Failed(_) | JobState::Cancelled | JobState::Interrupted);
        let is_sent = job.kind == JobKind::Upload && !came_to_nothing;
        let path = job.path.clone().filter(|path| is_sent && path.is_absolute())?;
        Some(Self { path, bytes: job.total })
    }
}

/// The frame of the session's film.
pub(super) async fn frame(
    session: &Session,
    sent: Vec<Sent>,
    wish: Wish,
) -> Result<Picture, NoPicture> {
    let seen = session.film.known();
    let Some(mut draft) = seen.draft.as_deref().cloned() else { return Err(NoPicture::Elsewhere) };
    let names = seen_at(&mut draft, wish.at, &seen.media)?;
    let looking = move || -> Result<Vec<(String, PathBuf)>, NoPicture> {
        let found = names.into_iter().map(|name| {
            let size = seen.media.iter().find(|item| item.filename == name)?.size;
            Some(original(&sent, &name, size).map(|path| (name.clone(), path)).ok_or(name))
        });
        found.flatten().collect::<Result<_, _>>().map_err(NoPicture::Missing)
    };
    let originals = tokio::task::spawn_blocking(looking).await;
    let originals = originals.map_err(|_| NoPicture::Failed)??;
    let size = (wish.width, wish.height);
    let made =
        originals::frame(draft, originals, wish.at, size, (&session.cache, session.language)).await;
    made.map_err(|error| {
        tracing::warn!(%error, "no picture of a film that is made elsewhere");
        NoPicture::Failed
    })
}

/// A small picture of a file of the session.
pub(super) async fn still(session: &Session, sent: Vec<Sent>, still: &Still) -> Option<Picture> {
    let path = found(session, sent, &still.file).await?;
    let size = (still.width, still.height);
    let made = originals::still(&path, still.at, size, &session.cache).await;
    made.inspect_err(|error| tracing::info!(%error, "no picture of a file here")).ok()
}

/// How loud a file of the session is. One is listened through at a time.
pub(super) async fn loudness(session: &Session, sent: Vec<Sent>, file: &str) -> Option<Vec<u8>> {
    let path = found(session, sent, file).await?;
    let _turn = session.listening.acquire().await.ok()?;
    let heard = originals::loudness(&path, &session.cache).await;
    heard.inspect_err(|error| tracing::info!(%error, "a file here cannot be heard")).ok()
}

async fn found(session: &Session, sent: Vec<Sent>, name: &str) -> Option<PathBuf> {
    let media = session.film.known().media;
    let size = media.iter().find(|item| item.filename == name)?.size;
    let name = name.to_owned();
    let looking = tokio::task::spawn_blocking(move || original(&sent, &name, size));
    looking.await.ok().flatten()
}

/// The one file here that was sent under a name and is still what it was.
fn original(sent: &[Sent], name: &str, size: Option<u64>) -> Option<PathBuf> {
    let is_it = |one: &&Sent| {
        let named = one.path.file_name().is_some_and(|own| own.to_string_lossy() == name);
        named && is_as_it_was(&one.path, size.or(one.bytes))
    };
    let found: BTreeSet<&Path> = sent.iter().filter(is_it).map(|one| one.path.as_path()).collect();
    // Of two with one name nobody knows which is meant.
    (found.len() == 1).then(|| found.into_iter().next().map(Path::to_path_buf)).flatten()
}

fn is_as_it_was(path: &Path, size: Option<u64>) -> bool {
    let there = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file);
    there.is_some_and(|facts| size.is_none_or(|size| size == facts.len()))
}

/// The names of the files that are seen at a moment. What names its file by an address is given the name.
fn seen_at(
    draft: &mut Draft,
    at: Millis,
    media: &[MediaItem],
) -> Result<BTreeSet<String>, NoPicture> {
    let last = draft.duration() - Millis(1);
    let at = at.min(last);
    let mut names = BTreeSet::new();
    for track in draft.tracks.iter_mut().filter(|track| track.kind == Kind::Video) {
        for place in shown(track, at) {
            names.insert(named(&mut track.segments[place], media)?);
        }
    }
    Ok(names)
}

/// The segments of a track that are seen at a moment: while a transition runs, two.
fn shown(track: &Track, at: Millis) -> Vec<usize> {
    let segments = &track.segments;
    let under = |segment: &Segment| segment.start <= at && at < segment.end();
    let Some(place) = segments.iter().position(under) else { return Vec::new() };
    let joins = segments[place].transition.as_ref();
    let joins = joins.is_some_and(|joins| at < segments[place].start + joins.duration);
    place.checked_sub(1).filter(|_| joins).into_iter().chain([place]).collect()
}

fn named(segment: &mut Segment, media: &[MediaItem]) -> Result<String, NoPicture> {
    if let Some(source) = &segment.source {
        let name = last_part(source);
        let is_known = media.iter().any(|item| item.filename == name);
        return if is_known { Ok(name.to_owned()) } else { Err(NoPicture::Missing(name.into())) };
    }
    let addresses = segment.origin.addresses();
    let item = media.iter().find(|item| {
        let is_it = |address: &&str| {
            last_part(address) == item.filename
                || !item.cdn_url.is_empty() && **address == item.cdn_url
        };
        addresses.iter().any(is_it)
    });
    match item {
        Some(item) if item.file_type == "image" => {
            segment.source = Some(item.filename.clone());
            Ok(item.filename.clone())
        }
        Some(item) => Err(NoPicture::Unsaid(item.filename.clone())),
        None => Err(NoPicture::Missing(segment_label(segment))),
    }
}

/// The name at the end of a path or an address.
fn last_part(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::draft::wire::decode;

    fn film() -> Draft {
        decode(&json!({"t": [
            {"tt": 0, "sg": [
                {"d": 2000, "src": "a.jpg"},
                {"d": 2000, "src": "b.mp4", "in": 500, "tr": {"k": "crossfade", "d": 400}},
                {"d": 2000, "u": "/mnt/userdata/7/c.jpg", "m": {"name": "the pier"}},
                {"d": 2000, "x": [{"u": "https://cdn.example/9/b.mp4?k=1"}], "m": {"name": "the sea"}},
                {"d": 2000, "m": {"name": "city at night"}},
            ]},
            {"tt": 7, "sg": [{"d": 10_000, "m": {"text": "see /mnt/userdata/a.jpg"}}]},
        ]}))
        .expect("a film")
    }

    fn media() -> Vec<MediaItem> {
        let item = |name: &str, kind: &str| {
            serde_json::from_value(json!({"filename": name, "file_type": kind})).expect("an item")
        };
        vec![item("a.jpg", "image"), item("b.mp4", "video"), item("c.jpg", "image")]
    }

    #[test]
    fn what_is_seen_at_a_moment_is_named_or_it_is_said_why_not() {
        let names = |at| {
            let seen = seen_at(&mut film(), Millis(at), &media());
            seen.map(|names| names.into_iter().collect::<Vec<_>>().join(" "))
        };
        assert_eq!(names(0), Ok("a.jpg".into()));
        assert_eq!(names(2_100), Ok("a.jpg b.mp4".into()), "the one before is held on");
        assert_eq!(names(2_400), Ok("b.mp4".into()));
        assert_eq!(names(4_000), Ok("c.jpg".into()));
        assert_eq!(names(6_000), Err(NoPicture::Unsaid("b.mp4".into())));
        assert_eq!(names(99_000), Err(NoPicture::Missing("city at night".into())));
        let mut film = film();
        seen_at(&mut film, Millis(4_000), &media()).expect("a picture");
        assert_eq!(film.tracks[0].segments[2].source.as_deref(), Some("c.jpg"));
    }

    #[test]
    fn an_original_is_a_file_of_that_name_that_is_what_it_was_and_the_only_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str, content: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(&path, content).expect("written");
            Sent { path, bytes: Some(3) }
        };
        let (one, other) = (file("a.jpg", "abc"), file("again/a.jpg", "abcd"));
        let sent = [one.clone(), other.clone(), one.clone()];
        assert_eq!(original(&sent, "a.jpg", None), Some(one.path.clone()), "the other was changed");
        assert_eq!(original(&sent, "a.jpg", Some(4)), Some(other.path.clone()));
        assert_eq!(original(&sent, "b.jpg", None), None);
        std::fs::write(&other.path, "abc").expect("written");
        assert_eq!(original(&sent, "a.jpg", None), None, "which of the two?");
        std::fs::remove_file(&one.path).expect("removed");
        assert_eq!(original(&sent, "a.jpg", None), Some(other.path));
    }
}
