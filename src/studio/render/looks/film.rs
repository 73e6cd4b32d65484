//! A film that is looked at, cut into reels.
//!
//! Reels begin and end where shots do, and inside long ones, so that a change of the film costs the
//! reels in which it is seen, and the others are found again wherever in the film they lie now.

use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::draft::{Draft, Frames, Millis};
use crate::language::Language;
use crate::studio::ffmpeg::Tool;
use crate::studio::media::Media;
use crate::studio::render::footage::{Footage, Library};
use crate::studio::render::kept_chunks::Key;
use crate::studio::render::plan::{Caption, Chunk, Content, RenderPlan, plan};
use crate::studio::render::preview::{Moment, only_seen};
use crate::studio::render::text;

/// What is looked at.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Subject {
    /// The film, on the canvas that looks are composed on.
    pub(super) draft: Draft,
    pub(super) media: Vec<Media>,
    pub(super) language: Language,
}

impl Subject {
    /// Whether a look is at this film.
    pub(super) fn is_of(&self, moment: &Moment) -> bool {
        self.draft == moment.draft && self.media == moment.media && self.language == moment.language
    }
}

/// The film, resolved.
#[derive(Debug)]
pub(super) struct Film {
    plan: RenderPlan,
    /// One past the last frame of each reel.
    ends: Vec<u64>,
    /// Which reels need no more work: they are there, or cannot be made.
    settled: Mutex<Vec<bool>>,
}

/// How far around what is looked at reels are made, in seconds.
const AROUND: f64 = 180.0;

/// What is needed to make a reel.
#[derive(Debug)]
pub(super) struct Shooting {
    pub(super) chunk: Chunk,
    /// The words that must be drawn for it.
    pub(super) words: RenderPlan,
}

impl Film {
    /// None where there is nothing to see.
    pub(super) fn of(subject: &Subject, library: &Library) -> Option<Self> {
        let mut plan = plan(&subject.draft, library)?;
        plan.name_the_missing(subject.language);
        let ends = plan.reel_ends();
        let settled = Mutex::new(vec![false; ends.len()]);
        Some(Self { plan, ends, settled })
    }

    /// The frame that is seen at a moment; after the end, the last.
    pub(super) fn frame_at(&self, at: Millis) -> u64 {
        let last = self.plan.length.0.saturating_sub(1);
        self.plan.canvas.rate.frames_nearest(at).0.min(last)
    }

    /// Which reel a frame is in, and its number there.
    pub(super) fn place(&self, frame: u64) -> (usize, usize) {
        let reel = self.ends.partition_point(|end| *end <= frame).min(self.ends.len() - 1);
        let within = frame.saturating_sub(self.range(reel).start);
        (reel, usize::try_from(within).unwrap_or(usize::MAX))
    }

    /// The unsettled reel that is nearest to a frame, rather one behind it: that is where films go on.
    pub(super) fn next(&self, frame: u64) -> Option<usize> {
        let far = self.plan.canvas.rate.as_f64() * AROUND;
        let distance = |reel: usize| {
            let Range { start, end } = self.range(reel);
            if frame < start { start - frame } else { 2 * (frame + 1).saturating_sub(end) }
        };
        let settled = self.settled();
        let open = (0..self.ends.len()).filter(|reel| !settled[*reel]);
        let near = open.map(|reel| (distance(reel), reel));
        near.filter(|(distance, _)| *distance as f64 <= far).min().map(|(_, reel)| reel)
    }

    /// Says whether a reel needs no more work.
    pub(super) fn settle(&self, reel: usize, is_settled: bool) {
        if let Some(settled) = self.settled().get_mut(reel) {
            *settled = is_settled;
        }
    }

    /// What a reel is made of.
    pub(super) fn shooting(&self, reel: usize) -> Shooting {
        let mut chunk = self.plan.piece(self.range(reel));
        // Where in the film it lies makes no difference to it.
        chunk.start = Frames(0);
        let words = only_seen(&self.plan, &mut chunk);
        Shooting { chunk, words }
    }

    fn range(&self, reel: usize) -> Range<u64> {
        let start = reel.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[reel]
    }

    fn settled(&self) -> MutexGuard<'_, Vec<bool>> {
        self.settled.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shooting {
    /// Whether a file is decoded for it. Plain cards are made as quickly as they are found.
    pub(super) fn reads(&self) -> bool {
        self.footage().next().is_some()
    }

    /// Under what the reel is kept: all that its pixels depend on.
    ///
    /// # Errors
    /// When a file is gone.
    pub(super) fn key(&self, own: &Path) -> io::Result<Key> {
        let faces = if self.words.captions.is_empty() { 0 } else { text::faces() };
        let told = format!("{:?} {faces}", self.chunk);
        let files = self.footage().map(|footage| footage.path.as_path());
        Key::of([told.as_str()].into_iter(), files, own, &Tool::Ffmpeg.identity())
    }

    fn footage(&self) -> impl Iterator<Item = &Footage> {
        let shots = self.chunk.shots.iter().filter_map(|shot| match &shot.content {
            Content::Take(take) => Some(&*take.footage),
            Content::Black | Content::Placeholder(_) => None,
        });
        shots.chain(self.chunk.captions.iter().flat_map(Caption::footage))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::draft::wire;

    fn film(segments: &serde_json::Value) -> Film {
        let draft = json!({"m": {"fps": 10}, "t": [{"tt": 0, "sg": segments}]});
        let draft = wire::decode(&draft).expect("a film");
        let subject = Subject { draft, media: Vec::new(), language: Language::English };
        Film::of(&subject, &Library::default()).expect("something to see")
    }

    #[test]
    fn every_frame_is_in_one_reel_and_the_nearest_is_made_first() {
        let film = film(&json!([{"src": "a", "d": 2000}, {"src": "b", "st": 2000, "d": 15_000},
            {"src": "c", "st": 17_000, "d": 600_000}]));
        assert_eq!(&film.ends[..4], [20, 80, 170, 230]);
        assert_eq!((film.place(0), film.place(19), film.place(20)), ((0, 0), (0, 19), (1, 0)));
        assert_eq!(film.place(film.frame_at(Millis(9_999_999))), (film.ends.len() - 1, 59));
        let mut order = Vec::new();
        while let Some(reel) = film.next(75) {
            film.settle(reel, true);
            order.push(reel);
        }
        assert_eq!(order[..4], [1, 2, 3, 0]);
        assert!(order.len() < film.ends.len(), "what is far away is left");
        film.settle(2, false);
        assert_eq!(film.next(0), Some(2));
    }

    #[test]
    fn a_reel_is_known_by_what_is_seen_in_it_wherever_it_lies() {
        let own = Path::new("/nowhere");
        let shots = |first: u64, name: &str| {
            film(&json!([{"src": "a", "d": first}, {"src": name, "st": first, "d": 2000}]))
        };
        let key = |film: &Film| film.shooting(1).key(own).expect("a key");
        assert_eq!(key(&shots(1000, "b")), key(&shots(3000, "b")));
        assert_ne!(key(&shots(1000, "b")), key(&shots(1000, "c")));
    }
}
