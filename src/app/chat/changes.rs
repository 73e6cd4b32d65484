//! What a turn changed in the film, a line for each track: read off the two drafts, never off words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::draft::{self, Change, Difference, Draft, Segment, SegmentId, TextStyle};
use crate::language::{Language, differing_looks, piece_name, spoken, tell_changes};
use crate::ui::{format, words};

/// Whether something came, went, or is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It was not there.
    Added,
    /// It is there before and after.
    Changed,
    /// It is no longer there.
    Removed,
    /// An edit under way is expected to make it so.
    Expected,
}

impl Mark {
    /// The sign that stands before its line.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Changed => "~",
            Self::Removed => "-",
            Self::Expected => "*",
        }
    }
}

/// What is different on one track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// Whether it came, went, or changed.
    pub mark: Mark,
    /// `V1`, `A1`; empty for the canvas.
    pub track: String,
    /// What.
    pub text: String,
}

/// The lines of all that differs.
pub(in crate::app) fn lines(language: Language, before: &Draft, after: &Draft) -> Vec<ChangeLine> {
    let (was, is) = (Places::of(before), Places::of(after));
    let mut found = Found::default();
    for change in draft::changes(before, after) {
        found.take(change, &was, &is);
    }
    found.lines(language)
}

/// What differs, by track and mark.
#[derive(Default)]
pub(in crate::app) struct Found {
    canvas: Option<(draft::Canvas, draft::Canvas)>,
    /// What is told as a silent turn tells it.
    others: Vec<Change>,
    segments: BTreeMap<(usize, Mark, String), Vec<Segment>>,
    changed: BTreeMap<(usize, String), Differing>,
}

/// The segments of one track that are there before and after.
#[derive(Default)]
struct Differing {
    ids: BTreeSet<SegmentId>,
    /// What the last of them is called.
    label: String,
    ranks: BTreeSet<u8>,
    /// How the words look before and after.
    looks: Vec<(TextStyle, TextStyle)>,
}

impl Found {
    pub(in crate::app) fn take(&mut self, change: Change, was: &Places<'_>, is: &Places<'_>) {
        match change {
            Change::Canvas { from, to } => self.canvas = Some((from, to)),
            Change::Title { .. } | Change::Loudness { .. } | Change::Track { .. } => {
                self.others.push(change);
            }
            Change::Added { segment, .. } => self.put(Mark::Added, is, *segment),
            Change::Removed { segment, .. } => self.put(Mark::Removed, was, *segment),
            Change::Changed { id, label, difference, .. } => {
                let (index, track) = is.find(&id);
                let entry = self.changed.entry((index, track)).or_default();
                entry.ids.insert(id);
                entry.label = label;
                entry.ranks.insert(rank(&difference));
                if let Difference::TextStyle(was, now) = difference {
                    entry.looks.push((was, now));
                }
            }
        }
    }

    fn put(&mut self, mark: Mark, places: &Places<'_>, segment: Segment) {
        let (index, track) = places.find(&segment.id);
        self.segments.entry((index, mark, track)).or_default().push(segment);
    }

    fn lines(self, language: Language) -> Vec<ChangeLine> {
        let mut found = self.placed(language, false);
        found.sort_by_key(|(index, line)| (*index, line.mark));
        found.into_iter().map(|(_, line)| line).collect()
    }

    /// The lines, each with the place of its track; with what was there before, if that is wanted.
    pub(in crate::app) fn placed(
        self,
        language: Language,
        with_before: bool,
    ) -> Vec<(usize, ChangeLine)> {
        let mut found = Vec::new();
        if let Some((from, to)) = self.canvas {
            let text = if with_before {
                tell_changes(&[Change::Canvas { from, to }], language).concat()
            } else {
                words::canvas(language, to)
            };
            found.push((0, ChangeLine { mark: Mark::Changed, track: String::new(), text }));
        }
        for text in tell_changes(&self.others, language) {
            found.push((0, ChangeLine { mark: Mark::Changed, track: String::new(), text }));
        }
        for ((index, mark, track), segments) in self.segments {
            found.push((index + 1, ChangeLine { mark, track, text: pieces(language, &segments) }));
        }
        for ((index, track), Differing { ids, label, ranks, looks }) in self.changed {
            let sound = track.starts_with('A');
            let label = if sound { spoken(&label, language) } else { label };
            let what = differences(language, &ranks, &looks);
            let text = words::changed(language, ids.len(), &label, &what);
            found.push((index + 1, ChangeLine { mark: Mark::Changed, track, text }));
        }
        found
    }
}

/// Where each segment of a draft lies.
pub(in crate::app) struct Places<'a> {
    tracks: HashMap<&'a SegmentId, usize>,
    labels: Vec<String>,
}

impl<'a> Places<'a> {
    pub(in crate::app) fn of(draft: &'a Draft) -> Self {
        let tracks = draft.segments().map(|(index, segment)| (&segment.id, index)).collect();
        let labels = (0..draft.tracks.len()).map(|index| draft.track_label(index)).collect();
        Self { tracks, labels }
    }

    pub(in crate::app) fn find(&self, id: &SegmentId) -> (usize, String) {
        let index = self.tracks.get(id).copied().unwrap_or_default();
        (index, self.labels.get(index).cloned().unwrap_or_default())
    }
}

/// One piece by its name and place, several by their number and length.
fn pieces(language: Language, segments: &[Segment]) -> String {
    let aside = words::of(language).aside;
    match segments {
        [one] => {
            let label = piece_name(one, language);
            format!("{label}{aside}{}", format::range(language, one.start, one.end()))
        }
        many => {
            let first = many.iter().map(|one| one.start).min().unwrap_or_default();
            let last = many.iter().map(Segment::end).max().unwrap_or_default();
            let range = format::range(language, first, last);
            format!("{}{aside}{range}", words::clips(language, many.len()))
        }
    }
}

/// How words look; it is told by what about them.
const LOOK: u8 = 1;

fn rank(difference: &Difference) -> u8 {
    match difference {
        Difference::Text(..) | Difference::Name(..) => 0,
        Difference::TextStyle(..) => LOOK,
        Difference::Source(..) => 2,
        Difference::SourceIn(..) => 3,
        Difference::Duration(..) => 4,
        Difference::Start(..) => 5,
        Difference::Speed(..) => 6,
        Difference::Volume(..) => 7,
        Difference::FadeIn(..) | Difference::FadeOut(..) => 8,
        Difference::Transition(..) => 9,
        Difference::Fit(..) => 10,
        Difference::Effects(..) => 11,
        Difference::Ducking(..) => 12,
        Difference::Inset(..) => 13,
        Difference::Reversed(..) => 14,
        Difference::Tempo(..) => 15,
    }
}

fn differences(
    language: Language,
    ranks: &BTreeSet<u8>,
    looks: &[(TextStyle, TextStyle)],
) -> String {
    let names = words::of(language).differences;
    let mut named: Vec<&str> = Vec::new();
    for rank in ranks {
        if *rank == LOOK {
            let found = looks.iter().flat_map(|(was, now)| differing_looks(was, now, language));
            for look in found {
                if !named.contains(&look) {
                    named.push(look);
                }
            }
        } else {
            named.extend(names.get(usize::from(*rank)).copied());
        }
    }
    named.join(words::of(language).comma)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::draft::wire::decode;

    use super::*;

    fn told(before: serde_json::Value, after: serde_json::Value) -> Vec<String> {
        let (before, after) = (decode(&before).expect("a draft"), decode(&after).expect("a draft"));
        let lines = lines(Language::English, &before, &after);
        lines
            .iter()
            .map(|line| format!("{} {} {}", line.mark.sign(), line.track, line.text))
            .collect()
    }

    #[test]
    fn each_track_tells_in_one_line_what_came_and_what_is_different() {
        let before =
            json!({"t": [{"tt": 1, "sg": [{"id": "m", "d": 9000, "m": {"name": "calm"}}]}]});
        let after = json!({"m": {"width": 1080, "height": 1920}, "t": [
            {"tt": 0, "sg": [{"id": "a", "d": 5000}, {"id": "b", "d": 5000}]},
            {"tt": 1, "sg": [{"id": "m", "d": 10000, "m": {"name": "calm", "volume": 0.5}}]},
            {"tt": 7, "sg": [{"id": "t", "d": 3000, "m": {"text": "Hello"}}]},
        ]});
        assert_eq!(
            told(before, after),
            [
                "~  picture 1080×1920, 30 fps",
                "+ V1 2 clips, 0–10 s",
                "~ A1 calm: length, volume",
                "+ T1 Hello, 0–3 s",
            ]
        );
    }

    #[test]
    fn how_words_look_is_told_by_what_about_them_is_different() {
        let film = |look: serde_json::Value, place: &str| {
            json!({"t": [{"tt": 7, "sg": [
                {"id": "t", "d": 3000, "m": {"text": "Hello"}, "ts": look, "pl": place},
            ]}]})
        };
        let plain = || film(json!({}), "center");
        assert_eq!(told(plain(), film(json!({"c": "#ff0000"}), "center")), ["~ T1 Hello: colour"]);
        let other = film(json!({"c": "#ff0000", "size": 150}), "top");
        assert_eq!(told(plain(), other), ["~ T1 Hello: place, size, colour"]);
    }

    #[test]
    fn music_is_called_by_the_word_for_its_mood() {
        let film = |volume: f64| {
            let music = json!({"id": "m", "d": 9000, "mu": {"mood": "upbeat", "seed": 1},
                "m": {"name": "upbeat", "volume": volume}});
            decode(&json!({"t": [{"tt": 1, "sg": [music]}]})).expect("a draft")
        };
        let told = |before: &Draft, after: &Draft| -> Vec<String> {
            lines(Language::Chinese, before, after).into_iter().map(|line| line.text).collect()
        };
        assert_eq!(told(&Draft::default(), &film(1.0)), ["轻快，0–9 秒"]);
        assert_eq!(told(&film(1.0), &film(0.5)), ["轻快：音量"]);
    }

    #[test]
    fn what_went_is_told_by_the_track_on_which_it_was() {
        let before =
            json!({"t": [{"tt": 7, "sg": [{"id": "t", "d": 3000, "m": {"text": "Hello"}}]}]});
        assert_eq!(told(before, json!({})), ["- T1 Hello, 0–3 s"]);
    }
}
