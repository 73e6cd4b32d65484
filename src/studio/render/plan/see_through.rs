//! What lies over the picture and does not take its place.
//!
//! Of several video tracks one is seen at each frame, which is right for what covers all. A picture in the
//! picture lies over it, and so does a graphic on an upper track that may show something through, as
//! large as its fit says. One that is to lie on a colour covers all.

use crate::draft::{Draft, Fit, Kind, Segment, Track};
use crate::studio::render::footage::Library;

/// The video tracks, the lowest first, each with whether it is an upper one.
pub(super) fn video_tracks(draft: &Draft) -> impl Iterator<Item = (bool, &Track)> {
    let tracks = draft.tracks.iter().filter(|track| track.kind == Kind::Video);
    tracks.enumerate().map(|(number, track)| (number > 0, track))
}

/// Whether a segment of a video track lies over what is seen below it.
pub(super) fn lies_over(segment: &Segment, is_upper: bool, library: &Library) -> bool {
    let shows_through = || {
        let picture = library.footage(segment).and_then(|footage| footage.picture);
        picture.is_some_and(|picture| picture.alpha)
    };
    segment.inset.is_some() || is_upper && !matches!(segment.fit, Fit::Over(_)) && shows_through()
}
