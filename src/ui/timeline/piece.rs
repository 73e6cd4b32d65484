//! One piece on a lane: filled to scale, named, with its fades and the transition into it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::{Mark, State, Waveform};
use crate::draft::{Kind, Millis, Segment, Transition};
use crate::language::{Language, piece_name, told_effect, transition_name};
use crate::ui::format;
use crate::ui::ink::{Ink, line_width, put_at};
use crate::ui::text::{clip, width};

use super::scale::Scale;
use super::{cell, crossing, fades, filmstrip, wave};

/// A segment as it is to be drawn.
pub(super) struct Piece<'a> {
    pub segment: &'a Segment,
    /// In which it is named.
    pub language: Language,
    pub kind: Kind,
    /// The column of the playhead, which is drawn over the pieces.
    pub playhead: Option<u16>,
    /// Others begin in the same column.
    pub crowded: bool,
    /// It is the one that the keys mean.
    pub selected: bool,
    /// The last turn made it or made it different.
    pub changed: Option<Mark>,
    /// Up to when those before it reach: further than its start where they overlap.
    pub covered: Millis,
    /// The column of the sign for others that were before it, which is drawn over the pieces.
    pub seam: Option<u16>,
    /// A gap before it is too short to be seen.
    pub after_gap: bool,
    /// How loud its source is, where that is known.
    pub sound: Option<&'a Waveform>,
    /// Small pictures of its source are shown.
    pub filmstrip: bool,
}

impl Piece<'_> {
    /// What is expected only is not filled; its last row is a line.
    fn style(&self, row: u16, rows: u16, ink: &Ink) -> Style {
        if !self.is_expected() {
            return if self.selected { ink.theme.selection } else { ink.theme.piece(self.kind) };
        }
        let style = if self.selected { ink.theme.selection } else { ink.theme.track(self.kind) };
        let style = style.patch(ink.theme.expected);
        if row + 1 < rows { style.not_underlined() } else { style }
    }

    /// Nothing fills it, so its edges are drawn.
    fn is_hollow(&self, ink: &Ink) -> bool {
        !ink.theme.fills() || (self.is_expected() && !self.selected)
    }

    fn is_expected(&self) -> bool {
        self.changed == Some(Mark::Expected)
    }
}

pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    piece: &Piece<'_>,
    state: &State,
    scale: &Scale,
    ink: &Ink,
) {
    let start = scale.col(piece.segment.start);
    if start >= scale.cols || area.is_empty() {
        return;
    }
    let end = scale.col(piece.segment.end()).max(start + 1);
    let place = Rect { x: area.x + start, width: end - start, ..area };
    let style = piece.style(0, place.height, ink);
    fill(buffer, place, piece, scale, ink);
    if piece.crowded {
        draw_sign(buffer, place, crowd(piece, ink));
        // The last of them may be a long one.
        let room = Rect { x: place.x + 1, width: place.width - 1, ..place };
        draw_labels(buffer, place, room, &Piece { changed: None, ..*piece }, ink);
        return;
    }
    filmstrip::draw(buffer, area, piece, state, scale);
    let sounding = wave::draw(buffer, place, piece, scale, ink);
    // Where its sound is drawn, that rises and falls; without colour there is nothing to fill.
    let (rise, fall) = if sounding.is_none() && ink.theme.fills() {
        fades::draw(buffer, place, piece, scale, ink)
    } else {
        (0, 0)
    };
    let crossing = crossing::draw_transition(buffer, place, piece, scale, style, ink);
    let hatched = crossing::draw_overlap(buffer, place, piece, scale, ink);
    let taken = rise.max(crossing).min(place.width);
    // A piece that lies over another as a whole still says what it is.
    let hidden = usize::from(place.width.saturating_sub(hatched)) < FEW_LETTERS;
    let taken = if hidden { taken } else { taken.max(hatched) };
    let room =
        Rect { x: place.x + taken, width: (place.width - taken).saturating_sub(fall), ..place };
    let under = piece.playhead.is_some_and(|col| area.x + col == room.x);
    let room = if under { behind_sign(room, piece) } else { room };
    let under = piece.seam.is_some_and(|col| area.x + col == room.x);
    let room = if under { behind_sign(room, piece) } else { room };
    let room = sounding.map_or(room, |sounding| sounding.room_for_name(room, piece));
    draw_labels(buffer, place, room, piece, ink);
}

/// Several pieces in one column.
fn crowd(piece: &Piece<'_>, ink: &Ink) -> (&'static str, Style) {
    changed_sign(piece, ink).unwrap_or((ink.glyphs.crowd, ink.theme.track(piece.kind)))
}

/// The sign for what the last turn did to it.
fn changed_sign(piece: &Piece<'_>, ink: &Ink) -> Option<(&'static str, Style)> {
    Some((piece.changed?.sign(), marked_style(piece, 1, ink)))
}

fn draw_sign(buffer: &mut Buffer, place: Rect, (sign, style): (&'static str, Style)) {
    (0..place.height).for_each(|row| cell::put(buffer, place, (0, row), sign, style));
}

/// A name begins behind what would hide its first letter, if enough of it fits there.
fn behind_sign(room: Rect, piece: &Piece<'_>) -> Rect {
    let left = room.width.saturating_sub(1);
    let fits = usize::from(left) >= FEW_LETTERS.min(width(&name(piece)));
    if fits { Rect { x: room.x + 1, width: left, ..room } } else { room }
}

/// The ground, with an edge where the piece begins, and one where it ends if nothing fills it.
fn fill(buffer: &mut Buffer, place: Rect, piece: &Piece<'_>, scale: &Scale, ink: &Ink) {
    let ends = piece.segment.end() <= scale.right() && piece.is_hollow(ink) && place.width > 1;
    let edge = if piece.after_gap { ink.glyphs.gap_cut } else { ink.glyphs.cut };
    for row in 0..place.height {
        let style = piece.style(row, place.height, ink);
        for col in 0..place.width {
            let sign = match col {
                0 if piece.segment.start >= scale.left => edge,
                last if ends && last + 1 == place.width => ink.glyphs.piece_end,
                _ => " ",
            };
            cell::put(buffer, place, (col, row), sign, style);
        }
    }
}

/// Fewer letters of a name than this tell nothing.
const FEW_LETTERS: usize = 3;

/// The name, where a few letters of it fit; below it, where lanes are high, what else is known.
fn draw_labels(buffer: &mut Buffer, place: Rect, room: Rect, piece: &Piece<'_>, ink: &Ink) {
    let style = piece.style(0, room.height, ink);
    let edge = u16::from(piece.is_hollow(ink));
    let cols = usize::from(room.width.saturating_sub(edge));
    let sign = piece.changed.map_or(0, |mark| width(mark.sign()) + 1);
    let name = name_within(piece, cols.saturating_sub(sign));
    if cols < FEW_LETTERS && width(&name) > cols {
        // Where no name fits, the sign alone says that the last turn was here.
        if let Some(sign) = changed_sign(piece, ink) {
            draw_sign(buffer, place, sign);
        }
        return;
    }
    let cut =
        |words: &str, cols| if cols < 10 { clip(words, cols, "") } else { ink.clip(words, cols) };
    let first = match piece.changed {
        Some(mark) => {
            let style = if piece.selected { style } else { marked_style(piece, room.height, ink) };
            Line::styled(cut(&format!("{} {name}", mark.sign()), cols), style)
        }
        None => Line::styled(cut(&name, cols), style),
    };
    // What was drawn there before does not shine through.
    let ground = u16::try_from((line_width(&first) + 1).min(cols)).unwrap_or(room.width);
    (0..ground).for_each(|col| cell::put(buffer, room, (col, 0), " ", style));
    put_at(buffer, room, 0, 0, &first);
    let sounds = piece.sound.is_some() && piece.kind == Kind::Audio;
    let is_free = !piece.filmstrip || filmstrip::rows(piece.kind, place).is_none();
    if is_free && room.height >= if sounds { wave::ROWS_WITH_FACTS } else { 2 } {
        put_at(buffer, room, 0, 1, &Line::styled(cut(&facts(piece.segment, ink), cols), style));
    }
}

/// What the last turn changed stands out; what is expected only looks as the rest of its piece.
fn marked_style(piece: &Piece<'_>, rows: u16, ink: &Ink) -> Style {
    if piece.is_expected() {
        return piece.style(0, rows, ink);
    }
    if ink.theme.fills() { ink.theme.changed.reversed() } else { ink.theme.changed }
}

/// What it is, how loud, which way, how fast: what the draft says that differs from the usual.
pub(super) fn name(piece: &Piece<'_>) -> String {
    piece_name(piece.segment, piece.language) + &numbers(piece).concat()
}

fn numbers(piece: &Piece<'_>) -> Vec<String> {
    let segment = piece.segment;
    let sounds = matches!(piece.kind, Kind::Audio | Kind::Video);
    let volume = segment.volume.filter(|_| sounds);
    let volume = volume.map(|volume| format!("  {:.0} %", volume * 100.0));
    let is_usual = (segment.speed - 1.0).abs() <= 0.005;
    let speed = (!is_usual).then(|| format!("  {}×", format::number(segment.speed)));
    let backwards = segment.reversed.then(|| "  <<".to_owned());
    volume.into_iter().chain(backwards).chain(speed).collect()
}

/// The name in so many cells: a part of a number would be another number.
fn name_within(piece: &Piece<'_>, cols: usize) -> String {
    let label = piece_name(piece.segment, piece.language);
    let mut numbers = numbers(piece);
    while !numbers.is_empty() {
        let name = format!("{label}{}", numbers.concat());
        if width(&name) <= cols {
            return name;
        }
        numbers.pop();
    }
    label
}

fn facts(segment: &Segment, ink: &Ink) -> String {
    let mut facts = vec![format::length(ink.language, segment.duration)];
    let called =
        |transition: &Transition| transition_name(&transition.kind, ink.language).to_owned();
    facts.extend(segment.transition.iter().map(called));
    facts.extend(segment.effects.iter().map(|effect| told_effect(effect, ink.language)));
    facts.join(&format!(" {} ", ink.glyphs.between))
}
