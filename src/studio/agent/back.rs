//! Back to before one thing, or that thing alone undone, by the films that are kept.

use super::plan::film_length;
use super::request::Aspect;
use super::scene::Scene;
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
    let was = scene.history.past[place].clone();
    let now = put_back(aspect, &was, &scene.draft);
    let before = std::mem::replace(&mut scene.draft, now);
    scene.history.remember(before);
    Wandered::Only
}

/// The place among the kept films of the one before the last change of a kind; with `came`, of the last
/// time that it came where there was none.
fn last_change(aspect: Aspect, scene: &Scene, came: bool) -> Option<usize> {
    let past = &scene.history.past;
    let after = |place: usize| past.get(place + 1).unwrap_or(&scene.draft);
    (0..past.len()).rev().find(|place| {
        let (was, is) = (side(aspect, &past[*place]), side(aspect, after(*place)));
        was != is && (!came || was.is_nothing())
    })
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

/// The film as it is, with one side of it as it was. Nothing reaches beyond the film's end.
fn put_back(aspect: Aspect, was: &Draft, is: &Draft) -> Draft {
    let mut now = is.clone();
    match aspect {
        Aspect::Words => put_tracks(&mut now, was, Kind::Text),
        Aspect::Sound => put_tracks(&mut now, was, Kind::Audio),
        Aspect::Canvas => now.canvas = was.canvas,
        Aspect::Transitions | Aspect::Looks => {
            for track in &mut now.tracks {
                track.segments.iter_mut().for_each(|piece| put_piece(aspect, was, piece));
            }
        }
        Aspect::Pieces => {}
    }
    now
}

fn put_piece(aspect: Aspect, was: &Draft, piece: &mut Segment) {
    let Some((_, old)) = was.segments().find(|(_, old)| old.id == piece.id) else { return };
    match aspect {
        Aspect::Looks => piece.effects.clone_from(&old.effects),
        _ => piece.transition.clone_from(&old.transition),
    }
}

fn put_tracks(now: &mut Draft, was: &Draft, kind: Kind) {
    let film = film_length(now);
    now.tracks.retain(|track| track.kind != kind);
    for track in was.tracks.iter().filter(|track| track.kind == kind) {
        let mut track = track.clone();
        track.segments.retain(|segment| segment.start < film);
        for segment in &mut track.segments {
            segment.duration = segment.duration.min(film - segment.start);
        }
        now.tracks.push(track);
    }
    now.tracks.sort_by_key(|track| match track.kind {
        Kind::Video => 0,
        Kind::Audio => 1,
        Kind::Text => 2,
        Kind::Other(_) => 3,
    });
}
