//! What differs between two drafts, as facts.
//!
//! The facts are told in words elsewhere; here they are only found. Segments are matched by their
//! name, and, where drafts give them none, by what they show and then by their place.

use rustc_hash::FxHashMap;

use super::{
    Canvas, Draft, Fit, Fx, Inset, Kind, Millis, Segment, SegmentId, TextStyle, Transition,
    segment_label,
};

/// One fact about what became different.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The picture has another size or rate.
    Canvas {
        /// Before.
        from: Canvas,
        /// After.
        to: Canvas,
    },
    /// The whole is to have another loudness.
    Loudness {
        /// Before, in LUFS.
        from: Option<f64>,
        /// After.
        to: Option<f64>,
    },
    /// The film has another name. A film that had none yet is not renamed.
    Title {
        /// Before.
        from: Option<String>,
        /// After.
        to: Option<String>,
    },
    /// Something about a whole lane.
    Track {
        /// Its letter and number, in the later draft.
        label: String,
        /// What about it became different.
        difference: TrackDifference,
    },
    /// A segment that was not there.
    Added {
        /// What its track holds.
        kind: Kind,
        /// The segment as it is now.
        segment: Box<Segment>,
    },
    /// A segment that is no longer there.
    Removed {
        /// What its track held.
        kind: Kind,
        /// The segment as it was.
        segment: Box<Segment>,
    },
    /// A segment that is there before and after.
    Changed {
        /// What its track holds.
        kind: Kind,
        /// Its name in the later draft.
        id: SegmentId,
        /// What people call it, before the change.
        label: String,
        /// What about it became different.
        difference: Difference,
    },
}

/// What became different about one track, before and after.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each variant is named after the field of a track it compares")]
pub enum TrackDifference {
    Name(Option<String>, Option<String>),
    Volume(Option<f64>, Option<f64>),
}

/// What became different about one segment, before and after.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each variant is named after the field of a segment it compares")]
pub enum Difference {
    Start(Millis, Millis),
    Duration(Millis, Millis),
    Source(Option<String>, Option<String>),
    SourceIn(Millis, Millis),
    Speed(f64, f64),
    Reversed(bool, bool),
    Tempo(u32, u32),
    Text(Option<String>, Option<String>),
    TextStyle(TextStyle, TextStyle),
    Name(Option<String>, Option<String>),
    Volume(Option<f64>, Option<f64>),
    Ducking(Option<u32>, Option<u32>),
    FadeIn(Millis, Millis),
    FadeOut(Millis, Millis),
    Transition(Option<Transition>, Option<Transition>),
    Fit(Fit, Fit),
    Inset(Option<Inset>, Option<Inset>),
    Effects(Vec<Fx>, Vec<Fx>),
}

/// Everything that differs, in the order of the later draft's tracks; removals stand last.
#[must_use]
pub fn changes(before: &Draft, after: &Draft) -> Vec<Change> {
    let mut found = Vec::new();
    if before.canvas != after.canvas {
        found.push(Change::Canvas { from: before.canvas, to: after.canvas });
    }
    if before.loudness != after.loudness {
        found.push(Change::Loudness { from: before.loudness, to: after.loudness });
    }
    if before.title.is_some() && before.title != after.title {
        found.push(Change::Title { from: before.title.clone(), to: after.title.clone() });
    }
    found.extend(track_changes(before, after));
    let mut unmatched = Unmatched::of(before);
    for (track, segment) in after.segments() {
        let kind = after.tracks[track].kind;
        match unmatched.take(kind, segment) {
            Some(was) => found.extend(segment_changes(kind, was, segment)),
            None => found.push(Change::Added { kind, segment: Box::new(segment.clone()) }),
        }
    }
    let removed = unmatched.rest();
    found.extend(
        removed.map(|(kind, was)| Change::Removed { kind, segment: Box::new(was.clone()) }),
    );
    found
}

/// The earlier draft's segments that have found no partner yet.
struct Unmatched<'a> {
    all: Vec<(Kind, &'a Segment)>,
    /// The first of each name that is left.
    first: FxHashMap<Key<'a>, Option<usize>>,
    /// The next of the same name behind each.
    next: Vec<Option<usize>>,
    is_left: Vec<bool>,
}

#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Named(&'a str),
    Showing(Kind, String),
}

fn key(kind: Kind, segment: &Segment) -> Key<'_> {
    if segment.id.is_by_place() {
        Key::Showing(kind, segment_label(segment))
    } else {
        Key::Named(segment.id.as_str())
    }
}

impl<'a> Unmatched<'a> {
    fn of(draft: &'a Draft) -> Self {
        let kind = |track: usize| draft.tracks[track].kind;
        let all: Vec<(Kind, &Segment)> =
            draft.segments().map(|(track, segment)| (kind(track), segment)).collect();
        let mut first = FxHashMap::default();
        let mut next = vec![None; all.len()];
        for (place, (kind, segment)) in all.iter().enumerate().rev() {
            next[place] = first.insert(key(*kind, segment), Some(place)).flatten();
        }
        Self { is_left: vec![true; all.len()], all, first, next }
    }

    fn take(&mut self, kind: Kind, segment: &'a Segment) -> Option<&'a Segment> {
        let same = self.first.get_mut(&key(kind, segment))?;
        let place = (*same)?;
        *same = self.next[place];
        self.is_left[place] = false;
        Some(self.all[place].1)
    }

    fn rest(self) -> impl Iterator<Item = (Kind, &'a Segment)> {
        self.all.into_iter().zip(self.is_left).filter(|(_, is_left)| *is_left).map(|(one, _)| one)
    }
}

/// Tracks have no names of their own that could be relied on: they are compared by their places, as long
/// as there are as many of their kind as before.
fn track_changes(before: &Draft, after: &Draft) -> Vec<Change> {
    let mut found = Vec::new();
    for (index, track) in after.tracks.iter().enumerate() {
        let of =
            |draft: &Draft| draft.tracks.iter().filter(|other| other.kind == track.kind).count();
        let place = after.tracks[..index].iter().filter(|other| other.kind == track.kind).count();
        let was = before.tracks.iter().filter(|other| other.kind == track.kind).nth(place);
        let Some(was) = was.filter(|_| of(before) == of(after)) else { continue };
        let label = after.track_label(index);
        if was.name != track.name {
            let difference = TrackDifference::Name(was.name.clone(), track.name.clone());
            found.push(Change::Track { label: label.clone(), difference });
        }
        if was.volume != track.volume {
            let difference = TrackDifference::Volume(was.volume, track.volume);
            found.push(Change::Track { label, difference });
        }
    }
    found
}

fn segment_changes(kind: Kind, was: &Segment, now: &Segment) -> Vec<Change> {
    let changed = |difference| Change::Changed {
        kind,
        id: now.id.clone(),
        label: segment_label(was),
        difference,
    };
    differences(was, now).into_iter().map(changed).collect()
}

/// What of one segment is otherwise in another form of it.
#[must_use]
pub fn differences(was: &Segment, now: &Segment) -> Vec<Difference> {
    let mut found = Vec::new();
    macro_rules! compare {
        ($($field:ident => $variant:ident),* $(,)?) => {
            $(if was.$field != now.$field {
                found.push(Difference::$variant(was.$field.clone(), now.$field.clone()));
            })*
        };
    }
    compare!(
        start => Start, duration => Duration, source => Source, source_in => SourceIn,
        speed => Speed, reversed => Reversed, text => Text, text_style => TextStyle, name => Name, volume => Volume,
        ducking => Ducking,
        fade_in => FadeIn, fade_out => FadeOut, transition => Transition, fit => Fit,
        inset => Inset,
        effects => Effects,
    );
    let tempo = |segment: &Segment| segment.generated.as_ref()?.tempo();
    if let (Some(one), Some(other)) = (tempo(was), tempo(now))
        && one != other
    {
        found.push(Difference::Tempo(one, other));
    }
    // The same part the other way round begins where it ended: that says nothing more.
    if was.reversed != now.reversed && now.source_in == was.source_out() {
        found.retain(|difference| !matches!(difference, Difference::SourceIn(..)));
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::draft::wire::decode;

    use super::*;

    fn draft(segments: serde_json::Value) -> Draft {
        decode(&json!({"t": [{"tt": 7, "sg": segments}]})).expect("an object")
    }

    #[test]
    fn equal_drafts_differ_in_nothing() {
        let one = draft(json!([{"id": "a", "d": 5, "m": {"text": "Hi"}}]));
        assert_eq!(changes(&one, &one.clone()), []);
    }

    #[test]
    fn a_named_segment_is_the_same_one_wherever_it_lies() {
        let before = draft(json!([{"id": "a", "d": 1000}, {"id": "b", "d": 1000}]));
        let after = draft(json!([{"id": "b", "d": 1000}, {"id": "a", "d": 1000}]));
        let moved: Vec<_> = changes(&before, &after)
            .into_iter()
            .map(|change| match change {
                Change::Changed { id, difference, .. } => (id.to_string(), difference),
                other => panic!("neither came nor went: {other:?}"),
            })
            .collect();
        assert_eq!(
            moved,
            [
                ("b".to_owned(), Difference::Start(Millis(1000), Millis(0))),
                ("a".to_owned(), Difference::Start(Millis(0), Millis(1000))),
            ]
        );
    }

    #[test]
    fn without_names_segments_are_matched_by_what_they_show() {
        let before = draft(json!([{"d": 1, "m": {"text": "A"}}, {"d": 1, "m": {"text": "B"}}]));
        let after = draft(json!([{"d": 1, "m": {"text": "B"}}]));
        let found = changes(&before, &after);
        assert!(
            matches!(&found[..], [
            Change::Changed { difference: Difference::Start(..), .. },
            Change::Removed { segment, .. },
        ] if segment.text.as_deref() == Some("A")),
            "{found:?}"
        );
    }
}
