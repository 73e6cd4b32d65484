//! Back to before one thing, or that thing alone undone, by the films that are kept.

use super::plan::settled;
use super::request::Aspect;
use super::scene::Scene;
use super::taken_back;
use super::turn::Wandered;
use crate::draft::{Draft, Kind, Segment, Track};

/// To the film before this came into it.
pub fn before(aspect: Aspect, scene: &mut Scene) -> Wandered {
    match last_change(aspect, scene, true).or_else(|| last_change(aspect, scene, false)) {
        None => Wandered::Never,
        Some(place) => {
            let steps = scene.history.past.len() - place;
            Wandered::Back(scene.history.undo(&mut scene.draft, steps))
        }
    }
}

/// The last change of one kind away. Where others came after it they stay, as far as the two can be told
/// apart: where pieces lie cannot, because all later changes are made of them.
pub fn only(aspect: Aspect, scene: &mut Scene) -> Wandered {
    let Some(place) = last_change(aspect, scene, false) else { return Wandered::Never };
    if place + 1 == scene.history.past.len() {
        return Wandered::Back(scene.history.undo(&mut scene.draft, 1));
    }
    if aspect == Aspect::Pieces {
        return Wandered::Covered;
    }
    let (was, then) = (&scene.history.past[place], &scene.history.past[place + 1]);
    let now = taken_back::without(aspect, was, then, &scene.draft);
    let before = std::mem::replace(&mut scene.draft, now);
    scene.draft = settled(&before, scene);
    if scene.draft == before {
        return Wandered::Gone;
    }
    scene.history.remember(before);
    Wandered::Only
}

/// The place among the kept films of the one before the last step of a kind; with `came`, of the last
/// time that it came where there was none.
fn last_change(aspect: Aspect, scene: &Scene, came: bool) -> Option<usize> {
    let past = &scene.history.past;
    let after = |place: usize| past.get(place + 1).unwrap_or(&scene.draft);
    let came_then = |place: &usize| {
        let (was, is) = (side(aspect, &past[*place]), side(aspect, after(*place)));
        was != is && was.is_nothing()
    };
    let is_about = |place: &usize| taken_back::is_about(aspect, &past[*place], after(*place));
    if came {
        return (0..past.len()).rev().find(came_then);
    }
    (0..past.len()).rev().find(is_about)
}

/// What of a film belongs to one side of it.
#[derive(Debug, PartialEq)]
enum Side<'a> {
    Tracks(Vec<&'a Track>),
    Canvas(crate::draft::Canvas),
    Each(Vec<(&'a str, String)>),
    Pieces(Vec<(&'a str, u64, u64)>),
}

impl Side<'_> {
    fn is_nothing(&self) -> bool {
        match self {
            Self::Tracks(tracks) => tracks.iter().all(|track| track.segments.is_empty()),
            Self::Each(each) => each.iter().all(|(_, what)| what.is_empty()),
            Self::Pieces(pieces) => pieces.is_empty(),
            Self::Canvas(_) => true,
        }
    }
}

fn side(aspect: Aspect, draft: &Draft) -> Side<'_> {
    let tracks = |kind: Kind| {
        let of_kind = draft.tracks.iter().filter(|track| track.kind == kind);
        Side::Tracks(of_kind.filter(|track| !track.segments.is_empty()).collect())
    };
    let pieces = || draft.track(Kind::Video).map_or(&[][..], |track| &track.segments).iter();
    let each = |say: fn(&Segment) -> String| {
        let said = pieces().map(|piece| (piece.id.as_str(), say(piece)));
        Side::Each(said.filter(|(_, what)| !what.is_empty()).collect())
    };
    match aspect {
        Aspect::Words => tracks(Kind::Text),
        Aspect::Sound => tracks(Kind::Audio),
        Aspect::Canvas => Side::Canvas(draft.canvas),
        Aspect::Transitions => each(|piece| {
            piece.transition.as_ref().map(|found| format!("{found:?}")).unwrap_or_default()
        }),
        Aspect::Looks => each(|piece| {
            if piece.effects.is_empty() { String::new() } else { format!("{:?}", piece.effects) }
        }),
        Aspect::Pieces => Side::Pieces(
            pieces().map(|piece| (piece.id.as_str(), piece.start.0, piece.duration.0)).collect(),
        ),
    }
}
