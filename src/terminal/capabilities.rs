//! What the terminal can do, by asking it.
//!
//! The questions go out behind the first frame, so nobody waits for them. Every terminal answers the
//! last one (its device attributes) after the others, or not at all; then a deadline ends the waiting,
//! and what comes later is told when it comes.
//! A question that something between the program and the terminal would take for something else is
//! not asked: tmux and GNU screen show kitty's as a title.

use std::time::Duration;

use super::Reply;

/// How long answers are waited for.
const DEADLINE: Duration = Duration::from_secs(1);

const NAME: &str = "\x1b[>0q";
const BACKGROUND: &str = "\x1b]11;?\x1b\\";
const CELL_SIZE: &str = "\x1b[16t";
/// For those that do not know the size of a cell.
const WINDOW_SIZE: &str = "\x1b[14t";
const KEYBOARD: &str = "\x1b[?u";
const KITTY_GRAPHICS: &str = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\";
const ATTRIBUTES: &str = "\x1b[c";
/// The number of sixel among the device attributes.
const SIXEL: u32 = 4;

/// What may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asks {
    /// Nothing: the terminal is not known to take it.
    #[default]
    Nothing,
    /// Its status alone.
    Status,
    /// What a multiplexer answers itself.
    Multiplexed,
    /// Everything.
    Everything,
}

impl Asks {
    /// Whether the status may be asked for.
    #[must_use]
    pub const fn status(self) -> bool {
        !matches!(self, Self::Nothing)
    }

    /// The questions about what it can do.
    #[must_use]
    pub fn questions(self) -> String {
        match self {
            Self::Nothing | Self::Status => String::new(),
            Self::Multiplexed => [NAME, BACKGROUND, CELL_SIZE, KEYBOARD, ATTRIBUTES].concat(),
            Self::Everything => {
                let pictures = [WINDOW_SIZE, KITTY_GRAPHICS].concat();
                [NAME, BACKGROUND, CELL_SIZE, KEYBOARD, &pictures, ATTRIBUTES].concat()
            }
        }
    }
}

/// What the terminal said of itself; what it did not say is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Capabilities {
    /// It draws sixel.
    pub sixel: bool,
    /// It draws pictures in kitty's way.
    pub kitty_graphics: bool,
    /// It can tell keys apart that share a byte, in kitty's way.
    pub keyboard: bool,
    /// Its name and version.
    pub name: Option<String>,
    /// A cell in pixels, width and height.
    pub cell: Option<(u16, u16)>,
    /// All its cells together in pixels, width and height.
    pub window: Option<(u16, u16)>,
    /// Its background: red, green, blue.
    pub background: Option<(u8, u8, u8)>,
}

impl Capabilities {
    /// Whether its background is light, where it told.
    #[must_use]
    pub fn is_light(&self) -> Option<bool> {
        let (red, green, blue) = self.background?;
        let weighed = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
        Some(weighed > 127_500)
    }
}

/// The asking while it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    found: Capabilities,
    /// When the waiting ends, while it has not.
    until: Option<Duration>,
}

impl Asking {
    /// The questions go out now.
    #[must_use]
    pub fn begin(now: Duration) -> Self {
        Self { found: Capabilities::default(), until: Some(now + DEADLINE) }
    }

    /// When the waiting ends at the latest, while it has not.
    #[must_use]
    pub const fn until(&self) -> Option<Duration> {
        self.until
    }

    /// Takes an answer, and tells whether it was the last, or came when nobody waited any more: then
    /// what is known is to be told.
    pub fn take(&mut self, reply: Reply) -> bool {
        match reply {
            Reply::Attributes(numbers) => {
                // The first number is the terminal's class.
                self.found.sixel = numbers.iter().skip(1).any(|number| *number == SIXEL);
                return true;
            }
            Reply::KittyGraphics(taken) => self.found.kitty_graphics = taken,
            Reply::Keyboard => self.found.keyboard = true,
            Reply::Name(name) => self.found.name = Some(name),
            Reply::CellSize(width, height) => {
                self.found.cell = (width > 0 && height > 0).then_some((width, height));
            }
            Reply::WindowSize(width, height) => {
                self.found.window = (width > 0 && height > 0).then_some((width, height));
            }
            Reply::Background(red, green, blue) => self.found.background = Some((red, green, blue)),
            Reply::Status => return false,
        }
        self.until.is_none()
    }

    /// What is known. Nobody waits from now on.
    pub fn end(&mut self) -> Capabilities {
        self.until = None;
        self.found.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attributes_end_the_asking() {
        let mut asking = Asking::begin(Duration::from_secs(5));
        assert_eq!(asking.until(), Some(Duration::from_secs(6)));
        assert!(!asking.take(Reply::KittyGraphics(true)));
        assert!(!asking.take(Reply::Background(250, 250, 240)));
        assert!(!asking.take(Reply::CellSize(9, 18)));
        assert!(!asking.take(Reply::Keyboard));
        assert!(asking.take(Reply::Attributes(vec![62, 4])));
        let found = asking.end();
        assert!(found.sixel && found.kitty_graphics && found.keyboard);
        assert_eq!((found.cell, found.is_light()), (Some((9, 18)), Some(true)));
    }

    #[test]
    fn an_answer_that_comes_after_the_deadline_counts() {
        let mut asking = Asking::begin(Duration::ZERO);
        assert_eq!(asking.end(), Capabilities::default());
        assert_eq!(asking.until(), None);
        assert!(asking.take(Reply::KittyGraphics(true)) && asking.end().kitty_graphics);
        assert!(!asking.take(Reply::Status), "it tells nothing of what the terminal can");
    }

    #[test]
    fn the_class_of_a_terminal_is_no_ability() {
        let mut asking = Asking::begin(Duration::ZERO);
        asking.take(Reply::Attributes(vec![4, 6]));
        assert!(!asking.end().sixel);
    }

    #[test]
    fn no_multiplexer_is_asked_what_it_would_show_as_a_title() {
        assert!(Asks::Everything.questions().contains("\x1b_G"));
        assert!(!Asks::Multiplexed.questions().contains("\x1b_G"));
        assert!(Asks::Status.questions().is_empty() && !Asks::Nothing.status());
    }
}
