//! Irregularity that is the same every time: the stuff of clouds, ridges and leaves.

use super::colour::smooth;

/// A number from 0 to 1 for a place on a grid.
pub fn scatter(x: i32, y: i32, seed: u32) -> f32 {
    mixed(across(x, seed) ^ down(y))
}

/// Smooth irregularity of one size, 0 to 1.
pub fn value(x: f32, y: f32, seed: u32) -> f32 {
    let (column, row) = (whole(x), whole(y));
    let (right, below) = (smooth(x - column as f32), smooth(y - row as f32));
    let (here, next) = (across(column, seed), across(column.wrapping_add(1), seed));
    let line = |row: i32| {
        let from = mixed(here ^ down(row));
        from + (mixed(next ^ down(row)) - from) * right
    };
    let top = line(row);
    top + (line(row.wrapping_add(1)) - top) * below
}

const fn across(x: i32, seed: u32) -> u32 {
    x.cast_unsigned().wrapping_mul(0x85eb_ca6b) ^ seed.wrapping_mul(0x27d4_eb2f)
}

const fn down(y: i32) -> u32 {
    y.cast_unsigned().wrapping_mul(0xc2b2_ae35)
}

const fn mixed(bits: u32) -> f32 {
    let bits = (bits ^ (bits >> 15)).wrapping_mul(0x2c1b_3c6d);
    let bits = bits ^ (bits >> 13);
    ((bits.wrapping_mul(0x297a_2d39)) >> 16) as f32 / 65_536.0
}

/// Irregularity of many sizes, each half the one before; 0 to 1, mostly near the middle.
pub fn cloudy(x: f32, y: f32, sizes: u32, seed: u32) -> f32 {
    let (mut sum, mut weight, mut scale) = (0.0, 0.5, 1.0);
    for size in 0..sizes {
        sum += weight * value(x * scale + size as f32 * 17.3, y * scale, seed + size);
        (weight, scale) = (weight * 0.5, scale * 2.03);
    }
    sum / (1.0 - weight * 2.0)
}

/// The outline of hills along a line: [`cloudy`] in one direction.
pub fn outline(x: f32, sizes: u32, seed: u32) -> f32 {
    cloudy(x, 0.5, sizes, seed)
}

/// The whole number below a position. By hand, because rounding floats down is a call into the C
/// library on the oldest processors that we are built for, and this is the innermost loop.
#[expect(clippy::cast_possible_truncation, reason = "pictures are small")]
pub fn whole(position: f32) -> i32 {
    let towards_zero = position as i32;
    towards_zero - i32::from((towards_zero as f32) > position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_repeats_and_stays_between_zero_and_one() {
        for index in 0..2000 {
            let at = index as f32 * 0.173 - 90.0;
            let here = cloudy(at, at * 0.7, 5, 3);
            assert!((0.0..=1.0).contains(&here), "{here} at {at}");
            assert_eq!(here.to_bits(), cloudy(at, at * 0.7, 5, 3).to_bits());
        }
    }

    #[test]
    fn noise_has_no_jumps() {
        let mut before = value(0.0, 0.3, 1);
        for index in 1..4000 {
            let here = value(index as f32 * 0.005, 0.3, 1);
            assert!((here - before).abs() < 0.02);
            before = here;
        }
    }

    #[test]
    fn scattered_numbers_fill_the_range_evenly() {
        let mean: f32 = (0..10_000).map(|index| scatter(index, -index * 3, 8)).sum::<f32>() / 1e4;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
    }
}
