//! Set one property of one segment.

use crate::draft::{
    Draft, Fit, Fx, Generated, Inset, Kind, Millis, Segment, SegmentId, TextStyle, Transition,
};

use super::Misfit;
use super::lookup::locate;

/// A property of a segment, otherwise; nothing else moves.
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// Which segment.
    pub id: SegmentId,
    /// What it becomes.
    pub property: Property,
}

/// What can be set by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Property {
    /// How it takes over from the one before it.
    Transition(Option<Transition>),
    /// Rise at its start.
    FadeIn(Millis),
    /// Fall at its end.
    FadeOut(Millis),
    /// Loudness.
    Volume(f64),
    /// By how much it goes down under the clips.
    Ducking(Option<u32>),
    /// What its picture looks like.
    Effects(Vec<Fx>),
    /// Where it lies over the picture.
    Inset(Option<Inset>),
    /// What its words look like.
    TextStyle(TextStyle),
    /// Beats a minute of music made here, which stays the same piece.
    Tempo(u32),
    /// How its picture meets the canvas.
    Fit(Fit),
    /// Length, of sound and words, which lie freely. It may not reach into the next segment.
    Duration(Millis),
}

impl Set {
    /// Sets it.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let at = locate(draft, &self.id)?;
        self.apply_at(draft, at)
    }

    /// Sets it where the segment is known to lie.
    pub fn apply_at(
        &self,
        draft: &mut Draft,
        (track, place): (usize, usize),
    ) -> Result<(), Misfit> {
        let kind = draft.tracks[track].kind;
        let next = draft.tracks[track].segments.get(place + 1).map(|segment| segment.start);
        let segment = &mut draft.tracks[track].segments[place];
        match &self.property {
            Property::Transition(transition) => segment.transition.clone_from(transition),
            Property::FadeIn(length) => segment.fade_in = *length,
            Property::FadeOut(length) => segment.fade_out = *length,
            Property::Volume(volume) => segment.volume = Some(*volume),
            Property::Ducking(by) => segment.ducking = *by,
            Property::Effects(effects) => segment.effects.clone_from(effects),
            Property::Inset(inset) => segment.inset = *inset,
            Property::TextStyle(style) => segment.text_style = *style,
            Property::Tempo(beats) => {
                if let Some(Generated::Music { tempo, .. }) = &mut segment.generated {
                    *tempo = Some(*beats);
                }
            }
            Property::Fit(fit) => segment.fit = *fit,
            Property::Duration(length) if length.is_zero() => return Err(Misfit::NoLength),
            Property::Duration(length) => {
                let reaches = next.is_some_and(|next| next < segment.start + *length);
                if (kind == Kind::Video && segment.inset.is_none()) || reaches {
                    return Err(Misfit::Overlap);
                }
                let was = segment.clone();
                segment.duration = *length;
                let now = segment.source_out();
                fit_piece(draft, &was, now);
            }
        }
        Ok(())
    }
}

/// Music made here ends with what plays its last moment: a piece that now ends elsewhere is made anew for
/// all that play parts of it.
fn fit_piece(draft: &mut Draft, was: &Segment, end: Millis) {
    let piece = was.piece_length();
    let is_part = |segment: &Segment| match (&segment.generated, &was.generated) {
        (
            Some(Generated::Music { mood, seed, tempo, .. }),
            Some(Generated::Music { mood: same, seed: like, tempo: paced, .. }),
        ) => (mood, seed, tempo) == (same, like, paced) && segment.piece_length() == piece,
        _ => false,
    };
    let segments = draft.tracks.iter_mut().flat_map(|track| &mut track.segments);
    let mut parts: Vec<&mut Segment> =
        segments.filter(|segment| segment.id == was.id || is_part(segment)).collect();
    let others = parts.iter().filter(|segment| segment.id != was.id);
    let last = others.map(|segment| segment.source_out()).max().unwrap_or_default();
    let length = if last > end { piece } else { end };
    for part in &mut parts {
        part.keep_piece(length);
    }
}
