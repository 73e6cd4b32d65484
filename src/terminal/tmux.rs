//! What tmux tells of itself and of the terminal around it.
//!
//! tmux answers most questions of a program in its own name. What it draws on, and whether it hands
//! pictures on, has to be asked of tmux itself.

use super::Passage;

/// What tmux told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tmux {
    /// It hands on what is wrapped (`allow-passthrough`).
    pub hands_on: bool,
    /// The name and version of the terminal around it, where that told.
    pub terminal: String,
    /// A cell in pixels, width and height, where it knows.
    pub cell: Option<(u16, u16)>,
    /// Where the pane lies.
    pub passage: Passage,
}

impl Tmux {
    /// What it is asked for: `tmux display-message -p` writes it as a line.
    pub const QUESTION: &str = "#{allow-passthrough}\t#{client_termtype}\t#{client_cell_width}\t\
        #{client_cell_height}\t#{pane_left}\t#{pane_top}\t#{status}\t#{status-position}";

    /// Reads the line.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let line = line.trim_end_matches('\n');
        let fields: Vec<&str> = line.split('\t').collect();
        let [hands_on, terminal, width, height, left, top, status, place] = fields[..] else {
            return None;
        };
        let number = |text: &str| text.parse::<u16>().ok();
        let cell = number(width).zip(number(height)).filter(|(width, height)| width * height > 0);
        // Its own lines stand above the panes, or below them where they are in nobody's way.
        let lines = match status {
            "off" => 0,
            many => number(many).unwrap_or(1),
        };
        let above = if place == "top" { lines } else { 0 };
        let passage = Passage { left: number(left)?, top: number(top)?.saturating_add(above) };
        let hands_on = matches!(hands_on, "1" | "on" | "all");
        let terminal = terminal.chars().filter(|letter| !letter.is_control()).take(80).collect();
        Some(Self { hands_on, terminal, cell, passage })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_of_the_terminal_and_of_the_panes_place() {
        let told = Tmux::read("1\tkitty(0.36.4)\t9\t18\t41\t0\ton\ttop\n").expect("a line");
        let passage = Passage { left: 41, top: 1 };
        let terminal = "kitty(0.36.4)".to_owned();
        assert_eq!(told, Tmux { hands_on: true, terminal, cell: Some((9, 18)), passage });
        let told = Tmux::read("off\t\t\t\t0\t12\t2\tbottom").expect("a line");
        assert_eq!(told, Tmux { passage: Passage { left: 0, top: 12 }, ..Tmux::default() });
        assert_eq!(Tmux::read("all\tfoot\t0\t0\t0\t3\t2\ttop").expect("a line").passage.top, 5);
        assert_eq!(Tmux::read("no server running"), None);
    }
}
