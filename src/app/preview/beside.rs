//! The frames beside the one that is seen, made ahead while the playhead rests.
//!
//! First the one where the playhead was going, then the one on the other side. Each is ordered once,
//! whatever comes of it, so a frame that cannot be made is not asked for again and again.

use std::collections::VecDeque;

use crate::draft::{Draft, Frames, Millis};
use crate::link::Wish;

/// What is left to make ahead.
#[derive(Debug, Clone, Default)]
pub(super) struct Beside {
    left: VecDeque<Wish>,
}

impl Beside {
    /// Around a frame, with the moment that was seen before it.
    pub(super) fn of(seen: Wish, before: Option<Millis>, draft: &Draft) -> Self {
        let rate = draft.canvas.rate;
        let here = rate.frames_nearest(seen.at).0;
        let end = draft.duration();
        let later = Some(rate.millis_nearest(Frames(here + 1))).filter(|at| *at < end);
        let earlier = here.checked_sub(1).map(|frame| rate.millis_nearest(Frames(frame)));
        let goes_back = before.is_some_and(|before| before > seen.at);
        let both = if goes_back { [earlier, later] } else { [later, earlier] };
        let left = both.into_iter().flatten().map(|at| Wish { at, ..seen }).collect();
        Self { left }
    }

    /// The next to be ordered that is not known.
    pub(super) fn next(&mut self, known: impl Fn(&Wish) -> bool) -> Option<Wish> {
        loop {
            let wish = self.left.pop_front()?;
            if !known(&wish) {
                return Some(wish);
            }
        }
    }
}
