//! How long each piece is, so that the whole is exactly as long as was asked.

use super::piece::{LEAST, STILL};
use crate::draft::Millis;

/// Stills are not squeezed below this for footage's sake.
const STILL_BESIDE_FOOTAGE: Millis = Millis(2000);

/// Shares a length out. `longest` tells how long each piece can be; `None` is a still, which can be
/// any length. Stills share evenly, footage is cut in proportion, and where both meet the stills take
/// what the footage leaves, as long as that is enough to see them. The sum is exactly `total` unless
/// all is footage and too short. `Err` carries the shortest total that so many pieces can have.
pub fn share(longest: &[Option<Millis>], total: Millis) -> Result<Vec<Millis>, Millis> {
    let least = Millis(LEAST.0 * longest.len() as u64);
    if total < least {
        return Err(least);
    }
    let stills = longest.iter().filter(|longest| longest.is_none()).count() as u64;
    let footage = Millis(longest.iter().flatten().map(|length| length.0).sum());
    let fits = footage + Millis(STILL_BESIDE_FOOTAGE.0 * stills) <= total;
    let natural = footage.0 + STILL.0 * stills;
    let cut = |length: Millis| match (fits, stills) {
        (true, _) => length,
        (false, 0) if footage <= total => length,
        (false, _) => proportion(length, total, natural.max(1)).clamp(LEAST.min(length), length),
    };
    let mut lengths: Vec<Millis> =
        longest.iter().map(|longest| longest.map_or(Millis::ZERO, cut)).collect();
    make_room(&mut lengths, total - Millis(LEAST.0 * stills));
    if stills > 0 {
        fill_stills(longest, &mut lengths, total, stills);
    } else {
        fill_footage(longest, &mut lengths, total.min(footage));
    }
    Ok(lengths)
}

/// The same length for all; what footage cannot fill the others share. `Err` carries the longest total.
pub fn even(longest: &[Option<Millis>], total: Millis) -> Result<Vec<Millis>, Millis> {
    let mut lengths = vec![Millis::ZERO; longest.len()];
    let mut open: Vec<usize> = (0..longest.len()).collect();
    let mut left = total;
    while !open.is_empty() {
        let each = Millis(left.0 / open.len() as u64);
        let (short, rest): (Vec<usize>, Vec<usize>) =
            open.iter().partition(|place| longest[**place].is_some_and(|most| most <= each));
        if short.is_empty() {
            open.iter().for_each(|place| lengths[*place] = each);
            if let Some(last) = open.last() {
                lengths[*last] += left - Millis(each.0 * open.len() as u64);
            }
            return Ok(lengths);
        }
        for place in short {
            lengths[place] = longest[place].unwrap_or(each);
            left = left - lengths[place];
        }
        open = rest;
    }
    if left.is_zero() { Ok(lengths) } else { Err(total - left) }
}

fn proportion(length: Millis, total: Millis, natural: u64) -> Millis {
    let scaled = u128::from(length.0) * u128::from(total.0) / u128::from(natural);
    Millis(u64::try_from(scaled).unwrap_or(length.0))
}

/// Pieces that were kept from becoming too short may have made the whole too long; the longest give
/// it back.
fn make_room(lengths: &mut [Millis], total: Millis) {
    let used = Millis(lengths.iter().map(|length| length.0).sum());
    let mut over = used - total;
    while !over.is_zero() {
        let Some(longest) = lengths.iter_mut().max_by_key(|length| length.0) else { return };
        let given = over.min(*longest - LEAST);
        if given.is_zero() {
            return;
        }
        *longest = *longest - given;
        over = over - given;
    }
}

/// Evenly, to the millisecond; the last still takes the rest.
fn fill_stills(longest: &[Option<Millis>], lengths: &mut [Millis], total: Millis, stills: u64) {
    let used = Millis(lengths.iter().map(|length| length.0).sum());
    let left = total - used;
    let each = Millis(left.0 / stills);
    let mut last = None;
    for (place, _) in longest.iter().enumerate().filter(|(_, longest)| longest.is_none()) {
        lengths[place] = each;
        last = Some(place);
    }
    if let Some(last) = last {
        lengths[last] = each + Millis(left.0 % stills);
    }
}

/// Gives what rounding lost to pieces that have room for it, the last first.
fn fill_footage(longest: &[Option<Millis>], lengths: &mut [Millis], total: Millis) {
    let used = Millis(lengths.iter().map(|length| length.0).sum());
    let mut left = total - used;
    for (length, longest) in lengths.iter_mut().zip(longest).rev() {
        let room = longest.map_or(Millis::ZERO, |longest| longest - *length);
        let more = room.min(left);
        *length += more;
        left = left - more;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shared(longest: &[u64], total: u64) -> Vec<u64> {
        let longest: Vec<Option<Millis>> =
            longest.iter().map(|ms| if *ms == 0 { None } else { Some(Millis(*ms)) }).collect();
        let lengths = share(&longest, Millis(total)).expect("long enough");
        lengths.into_iter().map(|length| length.0).collect()
    }

    #[test]
    fn lengths_add_up_to_what_was_asked() {
        // Zero stands for a still.
        for (longest, total, lengths) in [
            (&[0, 0, 0][..], 10_000, &[3333, 3333, 3334][..]),
            (&[0; 6], 30_000, &[5000; 6]),
            (&[10_000, 5_000], 9_000, &[6000, 3000]),
            (&[10_000, 5_000], 30_000, &[10_000, 5_000]),
            (&[10_000, 0, 0], 20_000, &[10_000, 5_000, 5_000]),
            (&[30_000, 0, 0], 20_000, &[15_000, 2500, 2500]),
            (&[7_001, 7_002], 10_000, &[4999, 5001]),
            (&[200, 32_655], 2000, &[100, 1900]),
        ] {
            assert_eq!(shared(longest, total), lengths, "{longest:?} in {total}");
        }
    }

    #[test]
    fn too_many_pieces_are_told_the_shortest_total() {
        assert_eq!(share(&[None; 50], Millis(1000)), Err(Millis(5000)));
    }

    #[test]
    fn even_lengths_are_the_same_as_far_as_footage_reaches() {
        let seconds = |longest: &[Option<u64>], total| {
            let longest: Vec<_> = longest.iter().map(|most| most.map(Millis::from_secs)).collect();
            even(&longest, Millis::from_secs(total))
        };
        let of = |lengths: &[u64]| lengths.iter().map(|s| Millis::from_secs(*s)).collect();
        assert_eq!(seconds(&[None, None, None], 15), Ok(of(&[5, 5, 5])));
        assert_eq!(seconds(&[Some(2), None, Some(9)], 12), Ok(of(&[2, 5, 5])));
        assert_eq!(seconds(&[Some(2), Some(3)], 12), Err(Millis::from_secs(5)));
    }

    proptest! {
        #[test]
        fn the_sum_is_exact_and_no_footage_is_stretched(
            longest in prop::collection::vec(prop::option::of(200u64..60_000), 1..20),
            total in 2_000u64..200_000,
        ) {
            let longest: Vec<Option<Millis>> = longest.into_iter().map(|ms| ms.map(Millis)).collect();
            let lengths = share(&longest, Millis(total)).expect("long enough");
            let sum: u64 = lengths.iter().map(|length| length.0).sum();
            let footage: u64 = longest.iter().flatten().map(|length| length.0).sum();
            let can = if longest.iter().any(Option::is_none) { total } else { total.min(footage) };
            prop_assert_eq!(sum, can);
            for (length, longest) in lengths.iter().zip(&longest) {
                prop_assert!(longest.is_none_or(|longest| *length <= longest));
                prop_assert!(!length.is_zero());
            }
        }
    }
}
