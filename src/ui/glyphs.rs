//! The signs that the program itself draws: box drawing and blocks, or plain ASCII.

/// Which signs a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    /// Box drawing, blocks, arrows.
    #[default]
    Unicode,
    /// The ninety-five of ASCII.
    Ascii,
}

/// The signs by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub rule: &'static str,
    pub rule_down: &'static str,
    pub rule_start: &'static str,
    pub rule_cross: &'static str,
    pub rule_end: &'static str,
    pub rule_up: &'static str,
    pub upright: &'static str,
    pub more: &'static str,
    pub dot: &'static str,
    pub between: &'static str,
    pub note: &'static str,
    pub prompt: &'static str,
    pub chosen: &'static str,
    pub playhead_head: &'static str,
    pub playhead: &'static str,
    /// Where no head above the lanes tells it from the edge of a piece.
    pub playhead_alone: &'static str,
    pub tick: &'static str,
    pub cut: &'static str,
    pub piece_end: &'static str,
    pub transition: &'static str,
    pub crowd: &'static str,
    /// Where a track is empty between its pieces.
    pub gap: &'static str,
    /// The edge of a piece after a gap that is too short to be seen.
    pub gap_cut: &'static str,
    /// Where a piece lies over the one before it.
    pub overlap: &'static str,
    pub marker: &'static str,
    pub mark_in: &'static str,
    pub mark_out: &'static str,
    pub marked: &'static str,
    pub overview: &'static str,
    pub overview_shown: &'static str,
    pub bar_track: &'static str,
    /// Eighths of a cell from the left, one to eight.
    pub eighths: [&'static str; 8],
    /// Eighths of a cell from below, one to eight.
    pub levels: [&'static str; 8],
    pub spinner: &'static [&'static str],
}

impl Glyphs {
    /// The signs of a set.
    #[must_use]
    pub const fn of(signs: Signs) -> &'static Self {
        match signs {
            Signs::Unicode => &UNICODE,
            Signs::Ascii => &ASCII,
        }
    }
}

static UNICODE: Glyphs = Glyphs {
    rule: "─",
    rule_down: "┬",
    rule_start: "├",
    rule_cross: "┼",
    rule_end: "┤",
    rule_up: "┴",
    upright: "│",
    more: "…",
    dot: "●",
    between: "·",
    note: "·",
    prompt: "›",
    chosen: "›",
    playhead_head: "▼",
    playhead: "│",
    playhead_alone: "┃",
    tick: "╷",
    cut: "▏",
    piece_end: "▕",
    transition: "╳",
    crowd: "▒",
    gap: "┈",
    gap_cut: "┊",
    overlap: "╱",
    marker: "◆",
    mark_in: "[",
    mark_out: "]",
    marked: "─",
    overview: "─",
    overview_shown: "━",
    bar_track: "─",
    eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    spinner: &["▖", "▘", "▝", "▗"],
};

static ASCII: Glyphs = Glyphs {
    rule: "-",
    rule_down: "+",
    rule_start: "+",
    rule_cross: "+",
    rule_end: "+",
    rule_up: "+",
    upright: "|",
    more: "~",
    dot: "*",
    between: "-",
    note: "-",
    prompt: ">",
    chosen: ">",
    playhead_head: "v",
    playhead: "|",
    playhead_alone: "|",
    tick: "'",
    cut: "[",
    piece_end: "]",
    transition: "X",
    crowd: "#",
    gap: ".",
    gap_cut: ":",
    overlap: "/",
    marker: "^",
    mark_in: "[",
    mark_out: "]",
    marked: "-",
    overview: "-",
    overview_shown: "=",
    bar_track: "-",
    eighths: ["-", "-", "-", "=", "=", "=", "=", "#"],
    levels: ["_", "_", ".", ".", "-", "-", "=", "#"],
    spinner: &["|", "/", "-", "\\"],
};
