//! The cells of a terminal as a picture.
//!
//! Each cell is set by itself, at its own place and on one base line, so that nothing shifts where a
//! font steps in for another. Strokes and blocks are rectangles; a wide character has two cells.

use cosmic_text::fontdb::Database;
use cosmic_text::{Attrs, Buffer, Family, FontSystem, Metrics, Shaping, Style, SwashCache, Weight};
use image::{Rgb as Pixel, RgbImage};
use vt100::{Cell, Screen};

use crate::palette::{GROUND, INK, Rgb, mix, shown};
use crate::strokes;

/// A cell in pixels.
const WIDTH: u32 = 12;
const HEIGHT: u32 = 25;
/// Room around the cells.
const EDGE: u32 = 12;
/// Where letters stand, from the top of their cell.
const BASE_LINE: f32 = 18.0;

/// Monospaced faces, the first that is installed is used.
const FAVOURITES: [&str; 8] = [
    "JetBrains Mono",
    "Cascadia Mono",
    "Source Code Pro",
    "Fira Mono",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
    "Liberation Mono",
    "Menlo",
];

/// Faces for wide characters.
const WIDE_FAVOURITES: [&str; 4] =
    ["Noto Sans Mono CJK SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC"];

/// Fonts, and what has been drawn with them.
pub struct Painter {
    fonts: FontSystem,
    cache: SwashCache,
    narrow: Family<'static>,
    wide: Family<'static>,
    /// At which a letter is as wide as a cell.
    size: f32,
}

impl Painter {
    pub fn new() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        let narrow = first(&database, &FAVOURITES).map_or(Family::Monospace, Family::Name);
        let wide = first(&database, &WIDE_FAVOURITES).map_or(Family::SansSerif, Family::Name);
        let fonts = FontSystem::new_with_locale_and_db("zh-CN".into(), database);
        let mut painter = Self { fonts, cache: SwashCache::new(), narrow, wide, size: 100.0 };
        let letter = painter.set("M", &Attrs::new().family(narrow));
        let advance = letter.layout_runs().next().map_or(60.0, |run| run.line_w);
        painter.size = WIDTH as f32 * 100.0 / advance;
        painter
    }

    pub fn draw(&mut self, screen: &Screen) -> RgbImage {
        let (rows, columns) = screen.size();
        let (rows, columns) = (rows.get(), columns.get());
        let size = |cells: u16, cell: u32| u32::from(cells) * cell + 2 * EDGE;
        let ground = Pixel(GROUND);
        let mut picture = RgbImage::from_pixel(size(columns, WIDTH), size(rows, HEIGHT), ground);
        for row in 0..rows {
            for column in 0..columns {
                if let Some(cell) =
                    screen.cell(row, column).filter(|cell| !cell.is_wide_continuation())
                {
                    let place = (EDGE + u32::from(column) * WIDTH, EDGE + u32::from(row) * HEIGHT);
                    self.draw_cell(&mut picture, place, cell);
                }
            }
        }
        if !screen.hide_cursor() {
            let (row, column) = screen.cursor_position();
            let left = EDGE + u32::from(column) * WIDTH;
            let top = EDGE + u32::from(row) * HEIGHT;
            fill(&mut picture, [left, top + 2, left + 2, top + HEIGHT - 2], INK, 255);
        }
        picture
    }

    fn draw_cell(&mut self, picture: &mut RgbImage, (left, top): (u32, u32), cell: &Cell) {
        let (ink, ground) = colours(cell);
        let width = if cell.is_wide() { 2 * WIDTH } else { WIDTH };
        if ground != GROUND {
            fill(picture, [left, top, left + width, top + HEIGHT], ground, 255);
        }
        let words = cell.contents();
        let mut signs = words.chars();
        match (signs.next(), signs.next()) {
            (None, _) => {}
            (Some(sign), None) if strokes::of(sign, width, HEIGHT).is_some() => {
                let (rectangles, share) = strokes::of(sign, width, HEIGHT).unwrap_or_default();
                for [x0, y0, x1, y1] in rectangles {
                    fill(picture, [left + x0, top + y0, left + x1, top + y1], ink, share);
                }
            }
            _ => self.draw_words(picture, (left, top, width), cell, ink),
        }
        if cell.underline() {
            fill(picture, [left, top + 21, left + width, top + 22], ink, 200);
        }
    }

    /// In the middle of its cells, where it does not fill them.
    fn draw_words(
        &mut self,
        picture: &mut RgbImage,
        place: (u32, u32, u32),
        cell: &Cell,
        ink: Rgb,
    ) {
        let (left, top, width) = place;
        let family = if cell.is_wide() { self.wide } else { self.narrow };
        let weight = if cell.bold() { Weight::BOLD } else { Weight::NORMAL };
        let style = if cell.italic() { Style::Italic } else { Style::Normal };
        let buffer =
            self.set(cell.contents(), &Attrs::new().family(family).weight(weight).style(style));
        let color = cosmic_text::Color::rgb(ink[0], ink[1], ink[2]);
        for run in buffer.layout_runs() {
            let shift = ((width as f32 - run.line_w) / 2.0).round();
            for glyph in run.glyphs {
                let origin = (left as f32 + shift, top as f32 + BASE_LINE);
                let glyph = glyph.physical(origin, 1.0);
                self.cache.with_pixels(&mut self.fonts, glyph.cache_key, color, |x, y, color| {
                    let (x, y) = (u32::try_from(glyph.x + x), u32::try_from(glyph.y + y));
                    if let (Ok(x), Ok(y)) = (x, y) {
                        fill(
                            picture,
                            [x, y, x + 1, y + 1],
                            [color.r(), color.g(), color.b()],
                            color.a(),
                        );
                    }
                });
            }
        }
    }

    fn set(&mut self, words: &str, attributes: &Attrs<'_>) -> Buffer {
        let mut buffer = Buffer::new(&mut self.fonts, Metrics::new(self.size, HEIGHT as f32));
        buffer.set_text(words, attributes, Shaping::Advanced, None);
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer
    }
}

/// What a cell is written with and on.
fn colours(cell: &Cell) -> (Rgb, Rgb) {
    let mut ink = shown(cell.fgcolor(), INK);
    let mut ground = shown(cell.bgcolor(), GROUND);
    if cell.inverse() {
        std::mem::swap(&mut ink, &mut ground);
    }
    if cell.dim() {
        ink = mix(ink, ground, 140);
    }
    (ink, ground)
}

fn fill(picture: &mut RgbImage, [x0, y0, x1, y1]: [u32; 4], color: Rgb, share: u8) {
    for y in y0..y1.min(picture.height()) {
        for x in x0..x1.min(picture.width()) {
            let Pixel(under) = *picture.get_pixel(x, y);
            picture.put_pixel(x, y, Pixel(mix(color, under, share)));
        }
    }
}

fn first(database: &Database, names: &[&'static str]) -> Option<&'static str> {
    let has = |family: &str| {
        database.faces().any(|face| face.families.iter().any(|(name, _)| name == family))
    };
    names.iter().copied().find(|name| has(name))
}
