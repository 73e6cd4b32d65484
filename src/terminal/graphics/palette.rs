//! The few colours that stand for all of a picture.
//!
//! The colours of the picture are put into boxes; the box that spans most, weighed by how often its
//! colours occur, is cut where half of its pixels are on each side, until there are enough boxes. Each
//! becomes its mean. Colours are told apart by five bits of each part, so the work does not grow with
//! the number of colours.

/// Bits of each part of a colour by which colours are told apart.
const BITS: u32 = 5;

/// So many colours at most.
const MOST: usize = 256;

/// The colours of a picture.
pub(super) struct Palette {
    /// Red, green and blue of each.
    pub colours: Vec<[u8; 3]>,
    /// The number of the colour that stands for each that is told apart.
    nearest: Vec<u8>,
}

/// All pixels of one of the colours that are told apart.
#[derive(Clone, Copy, Default)]
struct Bin {
    place: usize,
    count: u64,
    sums: [u64; 3],
}

impl Bin {
    fn part(&self, axis: usize) -> u64 {
        self.sums[axis] / self.count.max(1)
    }
}

impl Palette {
    /// The colours of these pixels.
    pub(super) fn of(rgb: &[u8]) -> Self {
        let mut bins = vec![Bin::default(); 1 << (3 * BITS)];
        for &pixel in rgb.as_chunks::<3>().0 {
            let bin = &mut bins[place(pixel)];
            bin.count += 1;
            for (sum, part) in bin.sums.iter_mut().zip(pixel) {
                *sum += u64::from(part);
            }
        }
        let mut nearest = vec![0; bins.len()];
        bins.iter_mut().enumerate().for_each(|(place, bin)| bin.place = place);
        bins.retain(|bin| bin.count > 0);
        let boxes = boxes(&mut bins);
        let mut colours = Vec::with_capacity(boxes.len());
        for (number, inside) in (0..=u8::MAX).zip(boxes) {
            inside.iter().for_each(|bin| nearest[bin.place] = number);
            colours.push(mean(inside));
        }
        Self { colours, nearest }
    }

    /// The number of the colour that stands for one.
    pub(super) fn number(&self, pixel: [u8; 3]) -> u8 {
        self.nearest[place(pixel)]
    }
}

fn place(pixel: [u8; 3]) -> usize {
    pixel.iter().fold(0, |place, part| place << BITS | usize::from(part >> (8 - BITS)))
}

fn boxes(bins: &mut [Bin]) -> Vec<&mut [Bin]> {
    let mut boxes = vec![(weight(bins), bins)];
    while boxes.len() < MOST {
        let widest = (0..boxes.len()).max_by_key(|at| boxes[*at].0.0);
        let Some(at) = widest.filter(|at| boxes[*at].0.0 > 0) else { break };
        let ((_, axis), inside) = boxes.swap_remove(at);
        inside.sort_unstable_by_key(|bin| bin.part(axis));
        let cut = middle(inside);
        let (low, high) = inside.split_at_mut(cut);
        boxes.push((weight(low), low));
        boxes.push((weight(high), high));
    }
    boxes.into_iter().map(|(_, inside)| inside).collect()
}

/// How much a box is in need of being cut, and along which part of its colours; none where it is one.
fn weight(inside: &[Bin]) -> (u64, usize) {
    let count: u64 = inside.iter().map(|bin| bin.count).sum();
    let spans = (0..3).map(|axis| {
        let parts = inside.iter().map(|bin| bin.part(axis));
        let span = parts.clone().max().unwrap_or(0) - parts.min().unwrap_or(0);
        (span * span * count, axis)
    });
    spans.max().unwrap_or((0, 0))
}

/// Where half of the pixels are on each side, with a colour at least on each.
fn middle(inside: &[Bin]) -> usize {
    let half = inside.iter().map(|bin| bin.count).sum::<u64>() / 2;
    let mut before = 0;
    let passed = inside.iter().position(|bin| {
        before += bin.count;
        before > half
    });
    passed.unwrap_or(0).clamp(1, inside.len() - 1)
}

fn mean(inside: &[Bin]) -> [u8; 3] {
    let count: u64 = inside.iter().map(|bin| bin.count).sum();
    [0, 1, 2].map(|axis| {
        let sum: u64 = inside.iter().map(|bin| bin.sums[axis]).sum();
        u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_stay_as_they_are() {
        let rgb = [[255, 0, 0], [255, 0, 0], [0, 0, 255], [12, 200, 90]].concat();
        let palette = Palette::of(&rgb);
        assert_eq!(palette.colours.len(), 3);
        let kept = |pixel| palette.colours[usize::from(palette.number(pixel))];
        for pixel in [[255, 0, 0], [0, 0, 255], [12, 200, 90]] {
            assert_eq!(kept(pixel), pixel);
        }
    }

    #[test]
    fn many_colours_become_256_near_ones() {
        let parts = || (0..=255).step_by(5);
        let pixels = parts().flat_map(|red| parts().map(move |green| [red, green, 255 - red]));
        let pixels: Vec<[u8; 3]> = pixels.collect();
        let palette = Palette::of(&pixels.concat());
        assert_eq!(palette.colours.len(), 256);
        for pixel in pixels {
            let stands = palette.colours[usize::from(palette.number(pixel))];
            let apart = stands.iter().zip(pixel).map(|(one, other)| one.abs_diff(other));
            assert!(apart.max() <= Some(24), "{stands:?} for {pixel:?}");
        }
    }

    #[test]
    fn a_picture_without_pixels_has_no_colours() {
        assert!(Palette::of(&[]).colours.len() <= 1);
    }
}
