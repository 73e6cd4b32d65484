//! Repeatable chance: every choice in a piece comes from its seed.
//!
//! Streams branch by name, so that a new choice in the bass does not change the melody.

/// A stream of choices (SplitMix64: tiny, fast, and good enough for taste).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(scramble(seed ^ 0x5851_f42d_4c95_7f2d))
    }

    /// An independent stream for one purpose. Does not advance this one.
    pub fn branch(&self, purpose: &str, index: u64) -> Self {
        let named = purpose.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(scramble(self.0 ^ scramble(named ^ scramble(index))))
    }

    /// One of the choices. A table of styles has no empty lists.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// An index below `count`; zero where there is nothing to choose from.
    #[expect(clippy::cast_possible_truncation, reason = "the rest of a division by a usize")]
    pub fn below(&mut self, count: usize) -> usize {
        (self.draw() % count.max(1) as u64) as usize
    }

    /// A number from 0 up to 1.
    pub fn unit(&mut self) -> f32 {
        (self.draw() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// A number between two bounds.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        scramble(self.0)
    }
}

const fn scramble(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_repeat_and_differ_by_purpose_and_index() {
        let chance = Chance::new(7);
        let first = |purpose, index| chance.branch(purpose, index).draw();
        assert_eq!(first("bass", 1), first("bass", 1));
        assert_ne!(first("bass", 1), first("bass", 2));
        assert_ne!(first("bass", 1), first("lead", 1));
    }

    #[test]
    fn numbers_stay_within_their_bounds() {
        let mut chance = Chance::new(0);
        assert!((0..1000).all(|_| (0.0..1.0).contains(&chance.unit())));
        assert!((0..1000).all(|_| chance.below(3) < 3));
        assert_eq!(chance.below(0), 0);
    }
}
