//! What changed in a film, told in short lines.
//!
//! Facts come in as [`crate::draft::changes`] finds them; lines for people come out, in their order
//! and without any claim of their own. Where the same happened to many pieces it is one line, so that
//! a new film of forty pictures is not told in forty lines.

mod line;

pub(crate) use line::spoken;

use crate::draft::{Change, Difference, Kind, Segment};

use super::Language;
use line::{Counted, Line};

/// From this many on, like changes are told together.
const MANY: usize = 3;

/// Tells changes in short lines: `Title added: “Hello”, 0–3 s`.
#[must_use]
pub fn tell_changes(changes: &[Change], language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for change in changes {
        if let Change::Canvas { from, to } = change {
            lines.push(Line::Canvas(*from, *to));
        }
    }
    tell_added(changes, &mut lines);
    tell_changed(changes, &mut lines);
    tell_removed(changes, &mut lines);
    lines.into_iter().map(|line| line.tell(language)).collect()
}

fn added<'a>(changes: &'a [Change], wanted: Kind) -> Vec<&'a Segment> {
    let segment = |change: &'a Change| match change {
        Change::Added { kind, segment } if *kind == wanted => Some(segment.as_ref()),
        _ => None,
    };
    changes.iter().filter_map(segment).collect()
}

fn removed<'a>(changes: &'a [Change], wanted: Kind) -> Vec<&'a Segment> {
    let segment = |change: &'a Change| match change {
        Change::Removed { kind, segment } if *kind == wanted => Some(segment.as_ref()),
        _ => None,
    };
    changes.iter().filter_map(segment).collect()
}

/// Every kind that occurs, pictures first.
fn kinds(changes: &[Change]) -> Vec<Kind> {
    let kind = |change: &Change| match change {
        Change::Canvas { .. } => None,
        Change::Added { kind, .. }
        | Change::Removed { kind, .. }
        | Change::Changed { kind, .. } => Some(*kind),
    };
    let mut kinds: Vec<Kind> = changes.iter().filter_map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// One sound for another is a replacement, told in one line.
fn replaced(changes: &[Change], kind: Kind) -> Option<(&Segment, &Segment)> {
    match (&removed(changes, kind)[..], &added(changes, kind)[..]) {
        ([was], [now]) if kind == Kind::Audio => Some((*was, *now)),
        _ => None,
    }
}

fn tell_added<'a>(changes: &'a [Change], lines: &mut Vec<Line<'a>>) {
    for kind in kinds(changes) {
        let segments = added(changes, kind);
        if let Some((was, now)) = replaced(changes, kind) {
            lines.push(Line::Replaced(kind, was, now));
        } else if kind == Kind::Video && segments.len() >= MANY {
            lines.push(Line::ManyAdded(segments));
        } else {
            lines.extend(segments.into_iter().map(|segment| Line::Added(kind, segment)));
        }
    }
}

fn tell_removed<'a>(changes: &'a [Change], lines: &mut Vec<Line<'a>>) {
    for kind in kinds(changes) {
        let segments = removed(changes, kind);
        if replaced(changes, kind).is_some() {
            continue;
        }
        if segments.len() >= MANY {
            lines.push(Line::ManyRemoved(kind, segments));
        } else {
            lines.extend(segments.into_iter().map(|segment| Line::Removed(kind, segment)));
        }
    }
}

/// Changes of one sort on one kind of track, in order of first appearance.
fn tell_changed<'a>(changes: &'a [Change], lines: &mut Vec<Line<'a>>) {
    let mut groups: Vec<Vec<(Kind, &'a str, &'a Difference)>> = Vec::new();
    for change in changes {
        let Change::Changed { kind, label, difference, .. } = change else { continue };
        let same = |group: &&mut Vec<(Kind, &str, &Difference)>| {
            group.first().is_some_and(|(other_kind, _, other)| {
                other_kind == kind
                    && std::mem::discriminant(*other) == std::mem::discriminant(difference)
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push((*kind, label, difference)),
            None => groups.push(vec![(*kind, label, difference)]),
        }
    }
    for group in groups {
        if group.len() >= MANY {
            let kind = group[0].0;
            let differences = group.iter().map(|(_, _, difference)| *difference).collect();
            lines.push(Line::ManyChanged(Counted { kind, differences }));
        } else {
            lines.extend(
                group
                    .into_iter()
                    .map(|(kind, label, difference)| Line::Changed(kind, label, difference)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::{
        Canvas, Draft, Generated, Millis, Mood, SegmentId, TextPlace, Track, Transition,
        TransitionKind, changes,
    };

    use super::*;

    fn picture(number: u64, start: u64, length: u64) -> Segment {
        let mut segment =
            Segment::new(SegmentId::new(format!("s{number}")), Millis(start), Millis(length));
        segment.source = Some(format!("{number}.jpg"));
        segment
    }

    fn film(pictures: u64, length: u64) -> Draft {
        let mut track = Track::new(Kind::Video);
        track.segments = (0..pictures).map(|n| picture(n + 1, n * length, length)).collect();
        Draft { tracks: vec![track], ..Draft::default() }
    }

    fn with_sound(mut draft: Draft, id: &str, mood: Mood) -> Draft {
        let mut segment = Segment::new(SegmentId::new(id), Millis::ZERO, draft.duration());
        segment.generated = Some(Generated::Music { mood, seed: 1 });
        segment.volume = Some(0.35);
        let mut track = Track::new(Kind::Audio);
        track.segments.push(segment);
        draft.tracks.push(track);
        draft
    }

    fn with_text(mut draft: Draft, words: &str, place: TextPlace) -> Draft {
        let mut segment = Segment::new(SegmentId::new("t"), Millis::ZERO, Millis(3000));
        segment.text = Some(words.into());
        segment.text_style.place = place;
        let mut track = Track::new(Kind::Text);
        track.segments.push(segment);
        draft.tracks.push(track);
        draft
    }

    fn crossfaded(mut draft: Draft) -> Draft {
        for segment in draft.tracks[0].segments.iter_mut().skip(1) {
            segment.transition =
                Some(Transition { kind: TransitionKind::crossfade(), duration: Millis(500) });
        }
        draft
    }

    #[track_caller]
    fn told(before: &Draft, after: &Draft, english: &[&str], chinese: &[&str]) {
        let facts = changes(before, after);
        assert_eq!(tell_changes(&facts, Language::English), english);
        assert_eq!(tell_changes(&facts, Language::Chinese), chinese);
    }

    #[test]
    fn a_new_film_is_told_in_a_line_for_each_track() {
        let after = with_text(
            with_sound(crossfaded(film(6, 5000)), "m", Mood::Calm),
            "Hello",
            TextPlace::Centre,
        );
        told(
            &Draft::default(),
            &after,
            &[
                "6 pictures added, 5\u{a0}s each, crossfade 0.5\u{a0}s",
                "Music added: calm, 0–30\u{a0}s, 35%",
                "Title added: “Hello”, 0–3\u{a0}s",
            ],
            &[
                "添加 6 张图片，每张 5\u{a0}秒，交叉淡化 0.5\u{a0}秒",
                "添加音乐：平静，0–30\u{a0}秒，35%",
                "添加标题：“Hello”，0–3\u{a0}秒",
            ],
        );
    }

    #[test]
    fn a_change_is_told_from_before_to_after() {
        let before = with_sound(film(1, 5000), "m", Mood::Calm);
        let mut after = before.clone();
        after.tracks[1].segments[0].volume = Some(0.2);
        after.canvas = Canvas { width: 1080, height: 1920, ..after.canvas };
        told(
            &before,
            &after,
            &["Canvas: 1920×1080 (16:9) → 1080×1920 (9:16)", "calm: volume 35% → 20%"],
            &["画布：1920×1080（16:9）→ 1080×1920（9:16）", "平静：音量 35% → 20%"],
        );
    }

    #[test]
    fn other_music_is_a_replacement() {
        let before = with_sound(film(1, 5000), "m", Mood::Calm);
        let after = with_sound(film(1, 5000), "n", Mood::Upbeat);
        told(
            &before,
            &after,
            &["Music: calm → upbeat, 0–5\u{a0}s, 35%"],
            &["音乐：平静 → 轻快，0–5\u{a0}秒，35%"],
        );
    }

    #[test]
    fn like_changes_of_many_pieces_are_one_line() {
        told(
            &film(6, 5000),
            &film(6, 3000),
            &["6 pieces: length 5\u{a0}s → 3\u{a0}s", "5 pieces start earlier"],
            &["6 个片段：时长 5\u{a0}秒 → 3\u{a0}秒", "5 个片段提前"],
        );
        told(
            &film(4, 5000),
            &crossfaded(film(4, 5000)),
            &["3 pieces: transition none → crossfade 0.5\u{a0}s"],
            &["3 个片段：转场 无 → 交叉淡化 0.5\u{a0}秒"],
        );
        told(&film(4, 5000), &Draft::default(), &["4 pictures removed"], &["删除 4 张图片"]);
    }

    #[test]
    fn words_keep_their_quotation_marks() {
        let before = with_text(film(1, 5000), "Hi", TextPlace::Bottom);
        let after = with_text(film(1, 5000), "Bye", TextPlace::Bottom);
        told(&before, &after, &["Text: “Hi” → “Bye”"], &["文字：“Hi” → “Bye”"]);
        told(&before, &film(1, 5000), &["Caption removed: “Hi”"], &["删除字幕：“Hi”"]);
    }
}
