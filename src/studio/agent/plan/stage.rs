//! The film while a sentence is carried out, with what planning may look at.

use std::borrow::Cow;
use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::super::operation::{Misfit, Operation, apply_all, main_video};
use super::super::scene::Scene;
use super::super::talk::Meant;
use super::{Refusal, piece};
use crate::draft::{Draft, Millis, SegmentId};
use crate::studio::media::{Media, Subtitles};

/// A film being changed.
#[derive(Debug, Clone)]
pub(in super::super) struct Stage<'a> {
    draft: Cow<'a, Draft>,
    media: &'a [Media],
    subtitles: &'a HashMap<String, Subtitles>,
    numbering: Vec<Numbered>,
    next_id: u64,
    turns: u64,
    meant: Option<Meant>,
    was_empty: bool,
    halves: Option<(SegmentId, SegmentId)>,
    unparted: Option<Refusal>,
}

/// A piece as it was numbered when the person spoke: a sentence that removes clip 1 and then trims
/// clip 2 means the clips as they were on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) id: SegmentId,
    pub(super) is_still: bool,
}

impl<'a> Stage<'a> {
    /// The stage at the start of a turn.
    pub(in super::super) fn new(scene: &'a Scene) -> Self {
        let turns = scene.history.past.len() + scene.history.future.len();
        let mut stage = Self {
            draft: Cow::Borrowed(&scene.draft),
            media: &scene.media,
            subtitles: &scene.subtitles,
            numbering: Vec::new(),
            next_id: 1 + highest_id(&scene.draft),
            turns: u64::try_from(turns).unwrap_or(u64::MAX),
            meant: None,
            was_empty: main_video(&scene.draft).is_empty(),
            halves: None,
            unparted: None,
        };
        stage.number_anew();
        stage
    }

    /// What the person chose when it was asked which of several was meant.
    pub(in super::super) fn choose(&mut self, meant: Option<Meant>) {
        self.meant = meant;
    }

    pub(super) fn meant(&self) -> Option<&Meant> {
        self.meant.as_ref()
    }

    /// A piece is in two parts from here on.
    pub(super) fn part(&mut self, one: SegmentId, other: SegmentId) {
        self.halves = Some((one, other));
        self.unparted = None;
    }

    /// The parts of the piece that was parted last in this turn.
    pub(super) fn halves(&self) -> Option<(&SegmentId, &SegmentId)> {
        self.halves.as_ref().map(|(one, other)| (one, other))
    }

    /// A piece was to be parted and could not be: there are no halves that could be spoken of.
    pub(in super::super) fn leave_whole(&mut self, refusal: Refusal) {
        self.unparted = Some(refusal);
    }

    /// Why the piece of which halves are spoken of has none.
    pub(super) fn unparted(&self) -> Option<&Refusal> {
        self.unparted.as_ref()
    }

    /// Whether there was no film when the turn began.
    pub(in super::super) fn was_empty(&self) -> bool {
        self.was_empty
    }

    /// The film as it is now.
    pub(in super::super) fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The film as it is now, to keep.
    pub(in super::super) fn into_draft(self) -> Draft {
        self.draft.into_owned()
    }

    /// The same; `None` where it is as it was at the start.
    pub(in super::super) fn into_changed(self, scene: &Scene) -> Option<Draft> {
        match self.draft {
            Cow::Borrowed(_) => None,
            Cow::Owned(draft) => (draft != scene.draft).then_some(draft),
        }
    }

    pub(super) fn media(&self) -> &'a [Media] {
        self.media
    }

    /// What a file of subtitles says.
    pub(super) fn subtitles(&self, name: &str) -> Option<&'a Subtitles> {
        self.subtitles.get(name)
    }

    pub(super) fn numbering(&self) -> &[Numbered] {
        &self.numbering
    }

    /// Numbers the pieces as they lie now.
    pub(super) fn number_anew(&mut self) {
        self.numbering = self.numbered_now();
    }

    /// The pieces as they lie now, which may be more than had a number: both halves of one that was split.
    pub(super) fn numbered_now(&self) -> Vec<Numbered> {
        let stills: FxHashMap<&str, bool> = self
            .media
            .iter()
            .rev()
            .map(|media| (media.name.as_str(), piece::is_still_file(media)))
            .collect();
        let is_still = |segment: &crate::draft::Segment| {
            let known = segment.source.as_deref().and_then(|source| stills.get(source));
            known.copied().unwrap_or_else(|| piece::is_still(segment, self.media))
        };
        let number = |segment: &crate::draft::Segment| Numbered {
            id: segment.id.clone(),
            is_still: is_still(segment),
        };
        main_video(&self.draft).iter().map(number).collect()
    }

    /// The next free name for a segment: `s1`, `s2`, … Names of this turn are not given twice, so that
    /// what was removed and what was added stay two things.
    pub(super) fn fresh_id(&mut self) -> SegmentId {
        let id = SegmentId::new(format!("s{}", self.next_id));
        self.next_id += 1;
        id
    }

    /// Names that were given on trial and are kept are not given again.
    pub(super) fn pass_over_names_of(&mut self, trial: &Self) {
        self.next_id = self.next_id.max(trial.next_id);
    }

    /// A number that differs between sessions and turns and is the same on every run.
    pub(super) fn seed(&self) -> u64 {
        // FNV-1a; kept below 2^32 so that any JSON reader keeps it exactly.
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let names = self.media.iter().flat_map(|media| media.name.bytes());
        for byte in names.chain(self.turns.to_le_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        (hash >> 32) ^ (hash & 0xffff_ffff)
    }

    /// How long the film is: as long as its pictures, or, without any, as long as anything on it.
    pub(super) fn length(&self) -> Millis {
        film_length(&self.draft)
    }

    /// Carries out operations; the stage is not to be used on after one did not fit.
    pub(super) fn apply(&mut self, operations: &[Operation]) -> Result<(), Misfit> {
        apply_all(operations, self.draft.to_mut())
    }
}

/// How long a film is: as long as its pictures, or, without any, as long as anything on it.
pub(in super::super) fn film_length(draft: &Draft) -> Millis {
    let pictures = main_video(draft).iter().map(crate::draft::Segment::end).max();
    pictures.unwrap_or_else(|| draft.duration())
}

fn highest_id(draft: &Draft) -> u64 {
    let ids = draft.segments().map(|(_, segment)| segment.id.as_str());
    let numbers = ids.filter_map(|id| id.strip_prefix('s')?.parse::<u64>().ok());
    numbers.filter(|number| *number < u64::from(u32::MAX)).max().unwrap_or(0)
}
