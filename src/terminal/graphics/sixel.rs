//! DEC's way: bands of six rows, in each band a line of letters for every colour
//! (<https://vt100.net/docs/vt3xx-gp/chapter14.html>).

use std::fmt::Write;

use super::Pixels;
use super::palette::Palette;

/// Rows of pixels in a band.
const BAND: u32 = 6;

/// The picture at the cursor. Sixel knows no size in cells, so it is made as large as they are; less than
/// a band is left off, since some terminals fill a band up, and that would be in the row below.
pub(super) fn send(pixels: Pixels<'_>) -> Option<String> {
    let width = u32::from(pixels.at.width) * u32::from(pixels.cell.0);
    let height = u32::from(pixels.at.height) * u32::from(pixels.cell.1) / BAND * BAND;
    let whole = u64::from(pixels.width) * u64::from(pixels.height) * 3;
    if width == 0 || height == 0 || whole == 0 || pixels.rgb.len() as u64 != whole {
        return None;
    }
    let palette = Palette::of(pixels.rgb);
    let from = (pixels.width, pixels.height);
    let mut out = String::with_capacity(64 * 1024);
    // Writing into a string cannot fail.
    let _ = write!(out, "\x1bP0;1;0q\"1;1;{width};{height}");
    for (number, [red, green, blue]) in palette.colours.iter().enumerate() {
        let percent = |part: u8| (u16::from(part) * 100 + 127) / 255;
        let (red, green, blue) = (percent(*red), percent(*green), percent(*blue));
        let _ = write!(out, "#{number};2;{red};{green};{blue}");
    }
    let columns = nearest(from.0, width);
    let mut numbers = Vec::new();
    let mut used = Used::new(palette.colours.len());
    for top in (0..height).step_by(BAND as usize) {
        numbers.clear();
        for row in nearest(from.1, height).skip(top as usize).take(BAND as usize) {
            let row = row * from.0 as usize;
            numbers.extend(columns.clone().map(|col| {
                let at = (row + col) * 3;
                palette.number([pixels.rgb[at], pixels.rgb[at + 1], pixels.rgb[at + 2]])
            }));
        }
        band(&numbers, width as usize, &mut used, &mut out);
        out.push('-');
    }
    // No band follows the last.
    out.pop();
    out.push_str("\x1b\\");
    Some(out)
}

/// For each of so many pixels the nearest one of the picture.
fn nearest(from: u32, to: u32) -> impl Iterator<Item = usize> + Clone {
    (0..to).map(move |at| (u64::from(at) * u64::from(from) / u64::from(to)) as usize)
}

/// From where to where each colour is used in a band.
struct Used(Vec<Option<(usize, usize)>>);

impl Used {
    fn new(colours: usize) -> Self {
        Self(vec![None; colours])
    }

    fn note(&mut self, number: u8, col: usize) {
        let span = &mut self.0[usize::from(number)];
        *span = Some(span.map_or((col, col), |(from, to)| (from.min(col), to.max(col))));
    }
}

fn band(numbers: &[u8], width: usize, used: &mut Used, out: &mut String) {
    for (at, number) in numbers.iter().enumerate() {
        used.note(*number, at % width);
    }
    let mut begun = false;
    for (number, span) in used.0.iter_mut().enumerate() {
        let Some((from, to)) = span.take() else { continue };
        if begun {
            // Back to the left edge of the same band.
            out.push('$');
        }
        begun = true;
        let _ = write!(out, "#{number}");
        let mut run = Run { letter: '?', length: from };
        for col in from..=to {
            let bits = (0..BAND as usize).fold(0, |bits, row| {
                let here = numbers.get(row * width + col).copied();
                bits | u8::from(here.is_some_and(|here| usize::from(here) == number)) << row
            });
            run.add(char::from(b'?' + bits), out);
        }
        run.end(out);
    }
}

/// The same letter several times.
struct Run {
    letter: char,
    length: usize,
}

impl Run {
    fn add(&mut self, letter: char, out: &mut String) {
        if letter == self.letter {
            self.length += 1;
            return;
        }
        self.end(out);
        *self = Self { letter, length: 1 };
    }

    fn end(&self, out: &mut String) {
        if self.length > 3 {
            let _ = write!(out, "!{}{}", self.length, self.letter);
        } else {
            out.extend(std::iter::repeat_n(self.letter, self.length));
        }
    }
}
