//! Words into lines of glyphs.

use cosmic_text::{Attrs, Buffer, Family, Metrics, Shaping, Style as Slant, Weight, Wrap};

use crate::draft::{Canvas, TextWeight};

use super::emoji::pieces;
use super::fonts::Fonts;
use super::style::Style;

/// Set words: lines of glyphs that are placed against each other.
pub(super) struct Block {
    pub(super) buffer: Buffer,
    /// Height of the letters that it came to.
    pub(super) size: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    /// Characters that no installed font has.
    pub(super) missing: String,
}

impl Block {
    /// How many letters are set.
    pub(super) fn letters(&self) -> usize {
        self.buffer.layout_runs().map(|run| run.glyphs.len()).sum()
    }
}

/// Room for ascents and descents of Latin and for the fullness of Chinese.
const LINE_HEIGHT: f32 = 1.28;

/// A novel is no caption; what is beyond this would not fit on any canvas.
const MOST_CHARACTERS: usize = 2000;

/// Sets words as large as their style allows, in lines of about the same length.
pub(super) fn typeset(words: &str, style: &Style, canvas: Canvas, fonts: &mut Fonts) -> Block {
    let words: String = words.chars().take(MOST_CHARACTERS).collect();
    let mut size = style.size;
    let mut buffer = shape(&words, size, style, fonts);
    let highest = canvas.height as f32 * 0.9;
    while !is_fine(&buffer, size, style, highest) {
        size *= 0.92;
        buffer.set_metrics(metrics(size));
        buffer.shape_until_scroll(&mut fonts.system, false);
    }
    let width = balance(&mut buffer, style.width, fonts);
    let lines = buffer.layout_runs().count();
    let missing = missing(&buffer);
    Block { buffer, size, width, height: lines as f32 * metrics(size).line_height, missing }
}

fn metrics(size: f32) -> Metrics {
    Metrics::new(size, (size * LINE_HEIGHT).ceil())
}

fn shape(words: &str, size: f32, style: &Style, fonts: &mut Fonts) -> Buffer {
    let mut buffer = Buffer::new(&mut fonts.system, metrics(size));
    let family = fonts.family.map_or(Family::SansSerif, Family::Name);
    let weight = match style.weight {
        TextWeight::Bold => Weight::BOLD,
        TextWeight::Regular => Weight::NORMAL,
    };
    let slant = if style.italic { Slant::Italic } else { Slant::Normal };
    let attributes = Attrs::new().family(family).weight(weight).style(slant);
    buffer.set_wrap(Wrap::WordOrGlyph);
    buffer.set_size(Some(style.width), None);
    let pictures =
        fonts.emoji.map_or(attributes.clone(), |name| Attrs::new().family(Family::Name(name)));
    let pieces = pieces(words).into_iter().map(|(piece, is_emoji)| {
        (piece, if is_emoji { pictures.clone() } else { attributes.clone() })
    });
    buffer.set_rich_text(pieces, &attributes, Shaping::Advanced, Some(style.align));
    buffer.shape_until_scroll(&mut fonts.system, false);
    buffer
}

/// Few enough lines, or as small as may be; then only the height of the canvas still counts.
fn is_fine(buffer: &Buffer, size: f32, style: &Style, highest: f32) -> bool {
    let lines = buffer.layout_runs().count();
    let fits = lines as f32 * metrics(size).line_height <= highest;
    let is_short = lines <= style.lines.max(buffer.lines.len());
    (fits && (is_short || size <= style.smallest)) || size < 8.0
}

/// Narrows the lines as far as their number stays the same, so that no word stands alone on the
/// last one. The width that remains.
fn balance(buffer: &mut Buffer, widest: f32, fonts: &mut Fonts) -> f32 {
    let lines = buffer.layout_runs().count();
    let (mut too_narrow, mut good) = (0.0, widest);
    while good - too_narrow > 2.0 {
        let middle = f32::midpoint(too_narrow, good);
        relayout(buffer, middle, fonts);
        let longest = buffer.layout_runs().map(|run| run.line_w).fold(0.0, f32::max);
        if buffer.layout_runs().count() == lines && longest <= middle {
            good = middle;
        } else {
            too_narrow = middle;
        }
    }
    let width = good.ceil();
    relayout(buffer, width, fonts);
    width
}

fn relayout(buffer: &mut Buffer, width: f32, fonts: &mut Fonts) {
    buffer.set_size(Some(width), None);
    buffer.shape_until_scroll(&mut fonts.system, false);
}

/// The characters of all glyphs that stand for a missing one, each once.
fn missing(buffer: &Buffer) -> String {
    let mut missing = String::new();
    for run in buffer.layout_runs() {
        for glyph in run.glyphs.iter().filter(|glyph| glyph.glyph_id == 0) {
            let letters = run.text.get(glyph.start..glyph.end).unwrap_or_default();
            for letter in letters.chars().filter(|letter| is_visible(*letter)) {
                if !missing.contains(letter) {
                    missing.push(letter);
                }
            }
        }
    }
    missing
}

/// Joiners and selectors shape their neighbours and are not expected to look like anything.
fn is_visible(letter: char) -> bool {
    let shapes_only = matches!(letter,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}');
    !letter.is_whitespace() && !letter.is_control() && !shapes_only
}
