//! How many colours the terminal shows, and the nearest of them.

use ratatui::style::{Color, Style};

use super::{ROLES, Theme};

/// Which colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// The terminal's own sixteen.
    #[default]
    Ansi,
    /// 256 by number.
    Indexed,
    /// All (`COLORTERM` says so).
    Full,
    /// None (`NO_COLOR`).
    None,
}

impl Theme {
    /// The same theme with colours that the terminal shows. Without all of them there is no ground:
    /// the terminal's own suits its own sixteen.
    #[must_use]
    pub(super) fn within(mut self, colours: Colours) -> Self {
        for role in ROLES {
            let style = shown(role.of(&self), colours);
            role.set(&mut self, style);
        }
        if colours != Colours::Full {
            self.ground = None;
        }
        self
    }
}

fn shown(style: Style, colours: Colours) -> Style {
    let colour = match (style.fg, colours) {
        (Some(Color::Rgb(r, g, b)), Colours::Ansi | Colours::Indexed) => nearest((r, g, b)),
        (Some(Color::Indexed(number)), Colours::Ansi) => nearest(of_index(number)),
        _ => return style,
    };
    style.fg(colour)
}

type Rgb = (u8, u8, u8);

/// The sixteen as xterm has them; every terminal's are somewhere near.
const SIXTEEN: [(Color, Rgb); 16] = [
    (Color::Black, (0, 0, 0)),
    (Color::Red, (205, 0, 0)),
    (Color::Green, (0, 205, 0)),
    (Color::Yellow, (205, 205, 0)),
    (Color::Blue, (0, 0, 238)),
    (Color::Magenta, (205, 0, 205)),
    (Color::Cyan, (0, 205, 205)),
    (Color::Gray, (229, 229, 229)),
    (Color::DarkGray, (127, 127, 127)),
    (Color::LightRed, (255, 0, 0)),
    (Color::LightGreen, (0, 255, 0)),
    (Color::LightYellow, (255, 255, 0)),
    (Color::LightBlue, (92, 92, 255)),
    (Color::LightMagenta, (255, 0, 255)),
    (Color::LightCyan, (0, 255, 255)),
    (Color::White, (255, 255, 255)),
];

fn nearest(wanted: Rgb) -> Color {
    let near = SIXTEEN.iter().min_by_key(|(_, known)| distance(wanted, *known));
    near.map_or(Color::Reset, |(colour, _)| *colour)
}

fn distance(one: Rgb, other: Rgb) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    // Eyes tell greens apart best.
    2 * square(one.0, other.0) + 4 * square(one.1, other.1) + 3 * square(one.2, other.2)
}

/// The colour of a number: sixteen, a cube of six, and greys.
fn of_index(number: u8) -> Rgb {
    match number {
        0..16 => SIXTEEN[usize::from(number)].1,
        16..232 => {
            let place = number - 16;
            let part = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            (part(place / 36), part(place / 6 % 6), part(place % 6))
        }
        232.. => {
            let grey = 8 + 10 * (number - 232);
            (grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_of_sixteen_is_the_one_that_an_eye_would_choose() {
        for (wanted, near) in [
            ((0xff, 0x20, 0x20), Color::LightRed),
            ((0x70, 0xc0, 0xc8), Color::Cyan),
            ((0xf0, 0xf0, 0xf0), Color::Gray),
            ((0x10, 0x10, 0x10), Color::Black),
        ] {
            assert_eq!(nearest(wanted), near, "{wanted:?}");
        }
        assert_eq!(of_index(208), (255, 135, 0));
        assert_eq!(of_index(255), (238, 238, 238));
        assert_eq!(
            shown(Style::new().fg(Color::Indexed(9)), Colours::Ansi).fg,
            Some(Color::LightRed)
        );
        let kept = Style::new().fg(Color::Indexed(208));
        assert_eq!(shown(kept, Colours::Indexed), kept);
    }
}
