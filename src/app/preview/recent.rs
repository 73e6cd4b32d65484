//! Frames seen lately, the newest last, bounded by what they weigh.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::draft::Draft;
use crate::link::{Picture, Wish};

/// Bytes of pixels that are kept.
const MOST: usize = 20_000_000;

/// Frames of one film as it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Recent {
    draft: Option<Arc<Draft>>,
    frames: VecDeque<(Wish, Arc<Picture>)>,
    bytes: usize,
}

impl Recent {
    /// Keeps a frame. Those of the film before a change are of no use any more.
    pub(super) fn keep(&mut self, wish: Wish, draft: &Arc<Draft>, picture: Arc<Picture>) {
        if !self.is_of(draft) {
            *self = Self { draft: Some(Arc::clone(draft)), ..Self::default() };
        }
        self.bytes += picture.rgb.len();
        self.frames.push_back((wish, picture));
        while self.bytes > MOST
            && let Some((_, oldest)) = self.frames.pop_front()
        {
            self.bytes -= oldest.rgb.len();
        }
    }

    /// The frame of a wish.
    pub(super) fn find(&self, wish: Wish, draft: &Arc<Draft>) -> Option<Arc<Picture>> {
        let mut frames = self.frames.iter().rev().filter(|_| self.is_of(draft));
        frames.find(|(kept, _)| *kept == wish).map(|(_, picture)| Arc::clone(picture))
    }

    fn is_of(&self, draft: &Arc<Draft>) -> bool {
        self.draft.as_ref().is_some_and(|of| Arc::ptr_eq(of, draft))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Millis;

    fn wish(at: u64) -> Wish {
        Wish { at: Millis(at), width: 1, height: 1 }
    }

    fn frame(bytes: usize) -> Arc<Picture> {
        Arc::new(Picture { width: 1, height: 1, rgb: vec![0; bytes] })
    }

    #[test]
    fn the_oldest_go_when_it_gets_too_much() {
        let (mut recent, draft) = (Recent::default(), Arc::new(Draft::default()));
        for at in 0..3 {
            recent.keep(wish(at), &draft, frame(MOST / 2));
        }
        assert_eq!(recent.find(wish(0), &draft), None);
        assert!(recent.find(wish(1), &draft).is_some() && recent.find(wish(2), &draft).is_some());
    }

    #[test]
    fn a_changed_film_has_other_frames() {
        let (mut recent, draft) = (Recent::default(), Arc::new(Draft::default()));
        recent.keep(wish(0), &draft, frame(3));
        let changed = Arc::new(Draft::default());
        assert_eq!(recent.find(wish(0), &changed), None);
        recent.keep(wish(1), &changed, frame(3));
        assert_eq!(recent.find(wish(0), &draft), None);
    }
}
