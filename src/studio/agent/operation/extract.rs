//! Take a stretch of time out of the film.

use crate::api::wire::{FileType, MediaKind};
use crate::draft::{Draft, Generated, Kind, Millis, Segment, SegmentId};

use super::Misfit;

/// A stretch of time away: what lies in it goes, what reaches into it is cut, what comes after it
/// moves up. Words that are seen before it and after it are the same words for a shorter time. Music made here is left alone; it follows the film's length by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Extract {
    /// The first moment that goes.
    pub from: Millis,
    /// The first moment after it that stays.
    pub to: Millis,
    /// Which tracks.
    pub reach: Reach,
    /// Names for the second halves of segments that are cut in two, one for each track.
    pub fresh: Vec<SegmentId>,
}

/// Which tracks an extraction reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    Film,
    /// The main track.
    Video,
}

impl Extract {
    /// Takes it out.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        if self.from >= self.to {
            return Err(Misfit::NoLength);
        }
        let main = draft.tracks.iter().position(|track| track.kind == Kind::Video);
        let mut fresh = self.fresh.iter();
        for (number, track) in draft.tracks.iter_mut().enumerate() {
            if self.reach == Reach::Film || Some(number) == main {
                let mut kept = Vec::with_capacity(track.segments.len());
                for segment in track.segments.drain(..) {
                    self.cut(segment, &mut fresh, &mut kept);
                }
                kept.sort_by_key(|segment| segment.start);
                track.segments = kept;
            }
        }
        let is_used =
            |track: &crate::draft::Track| !track.segments.is_empty() || track.kind == Kind::Video;
        draft.tracks.retain(is_used);
        Ok(())
    }

    fn cut<'a>(
        &self,
        segment: Segment,
        fresh: &mut impl Iterator<Item = &'a SegmentId>,
        kept: &mut Vec<Segment>,
    ) {
        let is_made = matches!(segment.generated, Some(Generated::Music { .. }));
        if is_made || segment.end() <= self.from {
            kept.push(segment);
            return;
        }
        if segment.text.is_some() && segment.start < self.from && self.to < segment.end() {
            let duration = segment.duration - (self.to - self.from);
            kept.push(Segment { duration, ..segment });
            return;
        }
        let mut right = (segment.end() > self.to).then(|| self.right_half(&segment));
        if segment.start < self.from {
            let mut left = segment;
            left.duration = self.from - left.start;
            if let Some(right) = &mut right
                && let Some(id) = fresh.next()
                && right.start <= self.from
            {
                right.id = id.clone();
                left.fade_out = Millis::ZERO;
            }
            kept.push(left);
        }
        kept.extend(right);
    }

    /// What is left of a segment from the end of the stretch on, moved up.
    fn right_half(&self, segment: &Segment) -> Segment {
        let mut right = segment.clone();
        if segment.start >= self.to {
            right.start = segment.start - (self.to - self.from);
            return right;
        }
        let lost = self.to - segment.start;
        right.start = self.from;
        right.duration = segment.duration - lost;
        if segment.source.is_some() && !shows_a_still(segment) {
            right.source_in = segment.source_after(lost);
        }
        right.fade_in = Millis::ZERO;
        right.transition = None;
        right
    }
}

/// A still has no moments, so its in point stays.
fn shows_a_still(segment: &Segment) -> bool {
    let known = segment.source.as_deref().and_then(FileType::of_name);
    known.is_some_and(|known| known.kind() == MediaKind::Image)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Track;

    #[test]
    fn words_on_both_sides_of_what_goes_are_the_same_words() {
        let mut title = Segment::new(SegmentId::new("t"), Millis(1000), Millis(8000));
        title.text = Some("Hello".into());
        title.fade_out = Millis(500);
        let mut track = Track::new(Kind::Text);
        track.segments.push(title.clone());
        let mut draft = Draft { tracks: vec![track], ..Draft::default() };
        let fresh = vec![SegmentId::new("other")];
        let extract = Extract { from: Millis(3000), to: Millis(5000), reach: Reach::Film, fresh };
        extract.apply(&mut draft).unwrap();
        title.duration = Millis(6000);
        assert_eq!(draft.tracks[0].segments, [title]);
    }
}
