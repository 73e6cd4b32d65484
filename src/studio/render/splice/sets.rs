//! Parameter sets: what a decoder must know before the first picture of a piece.
//!
//! Each has a number by which pictures name it. Pieces whose sets have different numbers can share
//! one stream; two different sets of one number cannot.

use super::atoms::boxed;

/// The sequence and picture parameter sets of a stream.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sets {
    sequences: Vec<Vec<u8>>,
    pictures: Vec<Vec<u8>>,
}

/// Kinds of units in a stream.
pub(super) const SLICE: u8 = 1;
pub(super) const KEY_SLICE: u8 = 5;
const SEQUENCE: u8 = 7;
const PICTURE: u8 = 8;

impl Sets {
    /// Reads an `avcC` box; none where pictures are not stored with lengths of four bytes.
    pub(super) fn read(config: &[u8]) -> Option<Self> {
        let (lengths, mut rest) = (config.get(4)? & 3, config.get(5..)?);
        let sequences = counted(&mut rest, 0x1f)?;
        let pictures = counted(&mut rest, 0xff)?;
        let is_whole = !sequences.is_empty() && !pictures.is_empty() && lengths == 3;
        let is_known = sequences.iter().all(|set| set.len() >= 5);
        (is_whole && is_known).then_some(Self { sequences, pictures })
    }

    /// Takes in another stream's sets; false, and nothing taken, where numbers collide.
    pub(super) fn join(&mut self, other: &Self) -> bool {
        let sequences = joined(&self.sequences, &other.sequences, sequence_number);
        let pictures = joined(&self.pictures, &other.pictures, picture_number);
        let both = sequences.zip(pictures).filter(|(one, two)| one.len() < 32 && two.len() < 256);
        let Some((sequences, pictures)) = both else { return false };
        *self = Self { sequences, pictures };
        true
    }

    /// Whether a set has a number.
    pub(super) fn use_number(&self, number: u32) -> bool {
        let sequences = self.sequences.iter().map(|set| sequence_number(set));
        let mut all = sequences.chain(self.pictures.iter().map(|set| picture_number(set)));
        all.any(|found| found.is_none_or(|found| found == number))
    }

    /// Whether a unit among the pictures is one of these, which need not be told again.
    pub(super) fn has(&self, unit: &[u8]) -> bool {
        self.sequences.iter().chain(&self.pictures).any(|set| set == unit)
    }

    /// The `avcC` box that names all of them.
    pub(super) fn config(&self) -> Vec<u8> {
        let most = |at: usize| self.sequences.iter().map(|set| set[at]).max().unwrap_or_default();
        let profile = most(1);
        let same = |set: &Vec<u8>| set[1] == profile;
        let constraints = self.sequences.iter().find(|set| same(set)).map_or(0, |set| set[2]);
        let mut bytes = vec![1, profile, constraints, most(3), 0xff];
        let count = |sets: &[Vec<u8>]| u8::try_from(sets.len()).unwrap_or(u8::MAX);
        bytes.push(0xe0 | count(&self.sequences));
        put(&mut bytes, &self.sequences);
        bytes.push(count(&self.pictures));
        put(&mut bytes, &self.pictures);
        if matches!(profile, 100 | 110 | 122 | 144) {
            // Colour at half size, eight bits each, and no further sets.
            bytes.extend([0xfd, 0xf8, 0xf8, 0]);
        }
        boxed(b"avcC", &[&bytes])
    }
}

/// Whether a unit is a parameter set.
pub(super) fn is_set(unit: &[u8]) -> bool {
    matches!(kind(unit), SEQUENCE | PICTURE)
}

/// What a unit is.
pub(super) fn kind(unit: &[u8]) -> u8 {
    unit.first().map_or(0, |first| first & 0x1f)
}

fn counted(rest: &mut &[u8], mask: u8) -> Option<Vec<Vec<u8>>> {
    let (count, mut left) = rest.split_first()?;
    let sets = (0..count & mask).map(|_| {
        let (length, after) = left.split_at_checked(2)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let (set, after) = after.split_at_checked(length)?;
        left = after;
        Some(set.to_vec())
    });
    let sets = sets.collect::<Option<Vec<_>>>();
    *rest = left;
    sets
}

fn put(bytes: &mut Vec<u8>, sets: &[Vec<u8>]) {
    for set in sets {
        bytes.extend(u16::try_from(set.len()).unwrap_or(u16::MAX).to_be_bytes());
        bytes.extend(set);
    }
}

fn joined(
    ours: &[Vec<u8>],
    theirs: &[Vec<u8>],
    number: fn(&[u8]) -> Option<u32>,
) -> Option<Vec<Vec<u8>>> {
    let mut all = ours.to_vec();
    for set in theirs {
        let named = number(set)?;
        match all.iter().find(|one| number(one) == Some(named)) {
            Some(same) if same == set => {}
            Some(_) => return None,
            None => all.push(set.clone()),
        }
    }
    Some(all)
}

/// Behind the unit's head, the profile, its constraints and the level.
fn sequence_number(set: &[u8]) -> Option<u32> {
    first_number(set.get(4..)?)
}

fn picture_number(set: &[u8]) -> Option<u32> {
    first_number(set.get(1..)?)
}

/// A number of variable length: as many zeros as bits follow the first one.
fn first_number(bytes: &[u8]) -> Option<u32> {
    let head: [u8; 4] = std::array::from_fn(|place| bytes.get(place).copied().unwrap_or_default());
    let bits = u32::from_be_bytes(head);
    let zeros = bits.leading_zeros();
    // Numbers of sets have at most eight bits.
    (zeros <= 8).then(|| (bits << zeros >> (31 - zeros)) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sets(sequence: &[u8], picture: &[u8]) -> Sets {
        Sets { sequences: vec![sequence.to_vec()], pictures: vec![picture.to_vec()] }
    }

    #[test]
    fn numbers_are_read_from_their_bits() {
        assert_eq!(first_number(&[0b1000_0000]), Some(0));
        assert_eq!(first_number(&[0b0100_0000]), Some(1));
        assert_eq!(first_number(&[0b0110_0000]), Some(2));
        assert_eq!(first_number(&[0b0000_1011, 0]), Some(21));
        assert_eq!(first_number(&[0, 0, 0, 1]), None);
    }

    #[test]
    fn sets_of_different_numbers_share_a_stream_and_those_of_one_number_do_not() {
        let first = sets(&[0x67, 100, 0, 31, 0x80], &[0x68, 0x80]);
        let second = sets(&[0x67, 77, 0, 40, 0x40], &[0x68, 0x40]);
        let other = sets(&[0x67, 100, 0, 40, 0x80], &[0x68, 0x80]);
        let mut all = Sets::default();
        assert!(all.join(&first) && all.join(&second) && all.join(&first));
        assert!(!all.join(&other), "another sequence of the same number");
        let config = all.config();
        assert_eq!(config[8..14], [1, 100, 0, 40, 0xff, 0xe2]);
        assert_eq!(Sets::read(&config[8..]), Some(all.clone()));
        assert!(all.has(&[0x68, 0x40]) && !all.has(&[0x68, 0x60]));
    }
}
