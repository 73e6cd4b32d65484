//! Addresses on the screen as links that a terminal can open (OSC 8).
//!
//! A cell holds what is printed at its place, and ratatui can be told how many cells that takes
//! (`ForcedWidth`): so the cells of an address become one whose text is the address between the two
//! escape sequences, and the frame's difference to the one before treats it as a whole. What is
//! opened is exactly what is read: the target is the address that stands there, checked by
//! [`addresses`], and no other text becomes a link. Parts of one address in several rows carry the
//! same id, so that terminals mark them together.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Position, Rect};

use super::text::addresses;

/// Whether addresses are drawn as links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Links {
    /// As text alone.
    #[default]
    Plain,
    /// As links, for terminals that know OSC 8; most others leave it out.
    Osc8,
}

/// Makes links of the addresses that are wholly seen in an area. `texts` are the program's own
/// sentences that are drawn there.
pub(super) fn put(buffer: &mut Buffer, area: Rect, texts: &[&str]) {
    let area = area.intersection(buffer.area);
    let mut known: Vec<String> = texts.iter().flat_map(|text| addresses(text)).collect();
    if known.is_empty() {
        return;
    }
    known.sort_by_key(|address| std::cmp::Reverse(address.len()));
    known.dedup();
    let mut letters = seen(buffer, area);
    for address in &known {
        while let Some(at) = find(&letters, address) {
            let places = letters.drain(at..at + address.len()).map(|(place, _)| place).collect();
            link(buffer, address, places);
        }
    }
}

/// What stands in an area, row by row without the spaces, with its places. A break in the middle
/// where something was taken out is kept apart by its places.
fn seen(buffer: &Buffer, area: Rect) -> Vec<(Position, u8)> {
    let letter = |place: Position| {
        let symbol = buffer.cell(place)?.symbol();
        match symbol.as_bytes() {
            [letter] if letter.is_ascii_graphic() => Some((place, *letter)),
            [b' '] | [] => None,
            // Not a letter that an address can have, and not nothing.
            _ => Some((place, 0)),
        }
    };
    area.positions().filter_map(letter).collect()
}

fn find(letters: &[(Position, u8)], address: &str) -> Option<usize> {
    let bytes = address.as_bytes();
    letters.windows(bytes.len()).position(|window| {
        let same = window.iter().zip(bytes).all(|((_, seen), wanted)| seen == wanted);
        same && window.windows(2).all(|pair| follows(pair[0].0, pair[1].0))
    })
}

/// Beside the one before, or in the next row where that one broke.
fn follows(before: Position, place: Position) -> bool {
    (place.y == before.y && place.x == before.x + 1) || place.y == before.y + 1
}

fn link(buffer: &mut Buffer, address: &str, places: Vec<Position>) {
    let mut rest = &places[..];
    let mut from = 0;
    while let Some(first) = rest.first().copied() {
        let count = rest.iter().take_while(|place| place.y == first.y).count();
        let part = &address[from..from + count];
        let width = u16::try_from(count).ok().and_then(NonZeroU16::new);
        if let (Some(width), Some(cell)) = (width, buffer.cell_mut(first)) {
            cell.set_symbol(&sequence(address, part));
            cell.set_diff_option(CellDiffOption::ForcedWidth(width));
        }
        from += count;
        rest = &rest[count..];
    }
}

fn sequence(address: &str, part: &str) -> String {
    let id =
        address.bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
    format!("\u{1b}]8;id={id:x};{address}\u{1b}\\{part}\u{1b}]8;;\u{1b}\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://a.example/register?bind=anon_1";

    fn drawn(rows: &[&str], texts: &[&str]) -> Vec<(u16, u16, String)> {
        let mut buffer = Buffer::with_lines(rows.iter().copied());
        let area = buffer.area;
        put(&mut buffer, area, texts);
        let links = area.positions().filter_map(|place| {
            let symbol = buffer[place].symbol();
            symbol.contains('\u{1b}').then(|| (place.x, place.y, symbol.to_owned()))
        });
        links.collect()
    }

    #[test]
    fn an_address_becomes_one_cell_that_is_as_wide_as_the_address() {
        let sentence = format!("Get more at {ADDRESS}.");
        let mut buffer = Buffer::with_lines([sentence.as_str()]);
        let before = buffer.clone();
        let area = buffer.area;
        put(&mut buffer, area, &[&sentence]);
        let cell = &buffer[(12, 0)];
        assert!(cell.symbol().starts_with("\u{1b}]8;id="), "{:?}", cell.symbol());
        assert!(cell.symbol().contains(&format!(";{ADDRESS}\u{1b}\\{ADDRESS}\u{1b}]8;;\u{1b}\\")));
        let changed: Vec<u16> = before.diff(&buffer).iter().map(|(x, ..)| *x).collect();
        assert_eq!(changed, [12], "the other cells stay as they are");
    }

    #[test]
    fn an_address_over_several_rows_is_one_link() {
        let rows = ["  see https://a.example/regi", "      ster?bind=anon_1. Good.   "];
        let links = drawn(&rows, &[&format!("see {ADDRESS}. Good.")]);
        let places: Vec<_> = links.iter().map(|(x, y, _)| (*x, *y)).collect();
        assert_eq!(places, [(6, 0), (6, 1)]);
        let id = |symbol: &str| symbol.split(';').nth(1).map(str::to_owned);
        assert_eq!(id(&links[0].2), id(&links[1].2));
    }

    #[test]
    fn only_what_the_program_says_and_what_is_wholly_seen_becomes_a_link() {
        assert_eq!(drawn(&["see https://evil.example"], &["nothing"]), []);
        assert_eq!(drawn(&["see https://a.example/regi"], &[ADDRESS]), []);
        assert_eq!(drawn(&["see https://a.example/x"], &["\u{1b}]8;;https://a.example/y"]), []);
    }

    #[test]
    fn the_same_address_twice_is_two_links() {
        let links = drawn(&[ADDRESS, "", ADDRESS], &[ADDRESS, ADDRESS]);
        assert_eq!(links.len(), 2);
    }
}
