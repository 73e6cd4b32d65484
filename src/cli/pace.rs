//! How long a job goes on, told from the progress that was really seen.
//!
//! A render takes up what an earlier one finished, at once, and its work begins behind that: what lies
//! before its first stage of making says nothing of its pace.

use std::collections::HashMap;

use crate::link::JobView;

use super::json::kind_now;

/// The paces of jobs, by what each of them does.
#[derive(Debug, Default)]
pub(super) struct Paces {
    seen: HashMap<String, Seen>,
}

/// Where a job was when its work began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    at: i64,
    done: u64,
    is_making: bool,
}

/// Milliseconds before which what is left would be a guess.
const LEAST: i64 = 1000;

impl Paces {
    /// How many milliseconds a job goes on; none before that is known. `now` in milliseconds.
    pub(super) fn left(&mut self, job: &JobView, now: i64) -> Option<i64> {
        let is_making = job.stage.as_deref().is_some_and(|stage| stage != "reading");
        let begun = Seen { at: now, done: job.done, is_making };
        let seen = self.seen.entry(format!("{} {}", kind_now(job), job.id.0)).or_insert(begun);
        if is_making && !seen.is_making {
            *seen = begun;
        }
        let (time, done) = (now - seen.at, job.done.checked_sub(seen.done)?);
        if time < LEAST || done == 0 {
            return None;
        }
        let left = job.total?.checked_sub(job.done)?;
        let time = u128::try_from(time).ok()?;
        i64::try_from(u128::from(left) * time / u128::from(done)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{JobId, JobKind, JobState};

    fn job(done: u64, stage: &str) -> JobView {
        JobView {
            id: JobId("r-1".into()),
            kind: JobKind::Render,
            label: "promo".into(),
            state: JobState::Running,
            done,
            total: Some(1000),
            path: None,
            bytes: None,
            started_at: 0,
            ended_at: None,
            warnings: Vec::new(),
            stage: Some(stage.into()),
            expected: None,
            film: None,
        }
    }

    #[test]
    fn what_was_finished_before_says_nothing_of_the_pace() {
        let mut paces = Paces::default();
        assert_eq!(paces.left(&job(0, "reading"), 0), None);
        assert_eq!(paces.left(&job(500, "pictures"), 2_000), None, "that was there already");
        assert_eq!(paces.left(&job(550, "pictures"), 2_500), None, "too soon");
        assert_eq!(paces.left(&job(600, "pictures"), 4_000), Some(8_000));
        assert_eq!(paces.left(&job(800, "joining"), 8_000), Some(4_000));
    }
}
