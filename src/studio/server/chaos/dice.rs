//! Chance that can be repeated: the same seed, fault, endpoint and count always fall the same way.
//!
//! The first throw is a hash, so that it is the same on every machine and with every version of the
//! libraries; the throws after it (where to cut, which shape) follow from it by SplitMix64.

use sha2::{Digest, Sha256};

use super::Endpoint;

/// A sequence of throws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dice(u64);

impl Dice {
    /// The dice of one occasion: the `count`-th request (from 1) at an endpoint.
    pub(super) fn of(seed: u64, fault: &str, endpoint: Endpoint, count: u64) -> Self {
        Self::named(&format!("{seed}/{fault}/{endpoint}/{count}"))
    }

    /// The dice that go with a name.
    pub(super) fn named(name: &str) -> Self {
        let digest = Sha256::digest(name);
        let first = digest.first_chunk().copied().unwrap_or_default();
        Self(u64::from_be_bytes(first))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// 0 up to 1, without 1.
    pub(super) fn fraction(&mut self) -> f64 {
        // A float holds 53 bits exactly.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// 0 up to `count`, without `count`; 0 where there is nothing to choose from.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let count = (count as u64).max(1);
        usize::try_from(self.next() % count).unwrap_or_default()
    }

    /// One of several, of which there is at least one.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_occasion_always_falls_the_same_way() {
        let throws = |seed, count| {
            let mut dice = Dice::of(seed, "drop", Endpoint::Chat, count);
            [dice.below(1000), dice.below(1000), dice.below(1000)]
        };
        assert_eq!(throws(7, 1), throws(7, 1));
        assert_ne!(throws(7, 1), throws(7, 2));
        assert_ne!(throws(7, 1), throws(8, 1));
        // Whoever noted a seed can repeat it with every later version too.
        assert_eq!(throws(7, 1), [32, 393, 129]);
    }

    #[test]
    fn fractions_spread_over_the_whole_range() {
        let throw = |count| Dice::of(1, "5xx", Endpoint::Poll, count).fraction();
        let below = |limit: f64| (0..1000).filter(|count| throw(*count) < limit).count();
        assert_eq!(below(1.0), 1000);
        assert!((250..350).contains(&below(0.3)), "{}", below(0.3));
        assert_eq!(below(0.0), 0);
    }
}
