//! The colours of the terminal that is drawn: calm, on a dark ground.

use vt100::Color;

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// What is written on.
pub const GROUND: Rgb = [22, 24, 30];
/// What is written with.
pub const INK: Rgb = [205, 209, 217];

const NAMED: [Rgb; 16] = [
    [47, 51, 61],
    [214, 106, 106],
    [138, 181, 122],
    [217, 178, 104],
    [112, 156, 219],
    [178, 136, 204],
    [99, 184, 189],
    [190, 195, 204],
    [107, 114, 128],
    [232, 131, 128],
    [164, 205, 147],
    [233, 201, 138],
    [146, 184, 240],
    [202, 166, 225],
    [132, 210, 214],
    [236, 239, 244],
];

/// What a colour looks like; `other` where it is left to the terminal.
pub fn shown(color: Color, other: Rgb) -> Rgb {
    match color {
        Color::Default => other,
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Idx(index @ 0..16) => NAMED[usize::from(index)],
        Color::Idx(index @ 16..232) => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let place = index - 16;
            [level(place / 36), level(place / 6 % 6), level(place % 6)]
        }
        Color::Idx(index) => [8 + 10 * (index - 232); 3],
    }
}

/// So much of the first over the second, from 0 to 255.
pub fn mix(over: Rgb, under: Rgb, share: u8) -> Rgb {
    let share = u16::from(share);
    let part = |over: u8, under: u8| {
        let sum = u16::from(over) * share + u16::from(under) * (255 - share);
        u8::try_from(sum / 255).unwrap_or(u8::MAX)
    };
    std::array::from_fn(|at| part(over[at], under[at]))
}
