//! How full a film is along its time, for the overview.
//!
//! Counted once for each draft in a fixed number of parts, so that drawing asks for a few numbers however
//! many segments there are. A part is as full as the tracks that have something in it, each as far as it
//! fills it.

use crate::draft::{Draft, Millis};

/// More parts than the widest screens have columns.
const PARTS: usize = 1024;

/// How much of each part of the film is covered by segments.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Density {
    /// One where a single segment fills the part.
    parts: Vec<f64>,
    most: f64,
}

impl Density {
    pub(super) fn of(draft: &Draft, duration: Millis) -> Self {
        if duration.is_zero() {
            return Self::default();
        }
        // Time is counted in parts here.
        let moment = |time: Millis| time.0 as f64 * PARTS as f64 / duration.0 as f64;
        let mut count = Count { parts: vec![0.0; PARTS], whole: vec![0; PARTS + 1] };
        for (_, segment) in draft.segments() {
            count.add(moment(segment.start), moment(segment.end()));
        }
        let parts = count.parts();
        let most = parts.iter().copied().fold(0.0, f64::max);
        Self { parts, most }
    }

    /// How full one of so many equal parts is, between nothing (0) and the fullest of the film (1).
    pub(super) fn share(&self, part: usize, parts: usize) -> f64 {
        if self.parts.is_empty() || parts == 0 || self.most <= 0.0 {
            return 0.0;
        }
        let first = (part * PARTS / parts).min(PARTS - 1);
        let last = ((part + 1) * PARTS / parts).clamp(first + 1, PARTS);
        let sum: f64 = self.parts[first..last].iter().sum();
        sum / (last - first) as f64 / self.most
    }
}

struct Count {
    /// What lies only partly in a part.
    parts: Vec<f64>,
    /// How many more lie in the whole of a part than in the one before it.
    whole: Vec<i64>,
}

impl Count {
    fn add(&mut self, start: f64, end: f64) {
        let (first, last) = (part(start), part(end));
        if first == last {
            self.parts[first] += end - start;
            return;
        }
        self.parts[first] += (first + 1) as f64 - start;
        self.parts[last] += (end - last as f64).min(1.0);
        self.whole[first + 1] += 1;
        self.whole[last] -= 1;
    }

    fn parts(self) -> Vec<f64> {
        let mut whole = 0;
        let parts = self.parts.into_iter().zip(self.whole);
        parts
            .map(|(some, more)| {
                whole += more;
                some + whole as f64
            })
            .collect()
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
fn part(moment: f64) -> usize {
    moment.clamp(0.0, (PARTS - 1) as f64) as usize
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::draft::wire::decode;

    use super::*;

    #[test]
    fn every_part_is_as_full_as_what_lies_in_it() {
        let draft = decode(&json!({"t": [
            {"tt": 0, "sg": [{"d": 4000}, {"d": 1000}, {"st": 5000, "d": 500}]},
            {"tt": 1, "sg": [{"st": 3000, "d": 2000}, {"st": 7000, "d": 1000}]},
        ]}))
        .expect("a film");
        let density = Density::of(&draft, draft.duration());
        let shares: Vec<f64> = (0..8).map(|part| density.share(part, 8)).collect();
        assert_eq!(shares, [0.5, 0.5, 0.5, 1.0, 1.0, 0.25, 0.0, 0.5]);
    }

    #[test]
    fn many_short_segments_are_as_full_as_one_long_one() {
        let short = (0..5000).map(|place| json!({"st": place * 2, "d": 2}));
        let draft = decode(&json!({"t": [{"tt": 0, "sg": short.collect::<Vec<_>>()}]}));
        let draft = draft.expect("a film");
        let density = Density::of(&draft, draft.duration());
        assert!((0..100).all(|part| (density.share(part, 100) - 1.0).abs() < 1e-6));
        assert_eq!(Density::of(&Draft::default(), Millis::ZERO).share(3, 10), 0.0);
    }
}
