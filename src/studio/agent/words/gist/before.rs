//! What the parts of a sentence before one were about.

use super::part::{has, texts};
use super::slots::{Kind, Slot};

/// What was told so far.
#[derive(Debug, Default)]
pub struct Before {
    /// The pieces that the last of them named.
    pub pieces: Vec<String>,
    /// Whether it was of the music.
    pub music: bool,
    /// Whether any of them was put plainly.
    pub put_plainly: bool,
    /// Whether a shape of the picture was told.
    shaped: bool,
    /// Whether a remark was of something that nobody knows: `the hamster pic looks rubbish`.
    is_of_something: bool,
}

impl Before {
    /// Whether what stands there can be read behind it: nothing points at what nobody knows, and there is one shape.
    pub fn leads_to(&self, there: &[Slot]) -> bool {
        let at_a_stranger = self.is_of_something && has(there, &Kind::It);
        let shaped_again = self.shaped && has(there, &Kind::Shape);
        !at_a_stranger && !shaped_again
    }

    /// A part that was taken in.
    pub fn follow(&mut self, there: &[Slot], put_plainly: bool) {
        self.put_plainly |= put_plainly;
        self.shaped |= has(there, &Kind::Shape);
        self.name(there);
    }

    /// A part that is a remark.
    pub fn follow_remark(&mut self, there: &[Slot]) {
        self.name(there);
        self.is_of_something |= self.pieces.is_empty() && has(there, &Kind::Other);
    }

    fn name(&mut self, there: &[Slot]) {
        let pieces = texts(there, &Kind::Piece);
        let music = there.iter().any(|slot| matches!(slot.kind, Kind::Music | Kind::Song));
        if !pieces.is_empty() || music {
            self.pieces = pieces;
            self.music = music;
        }
    }
}
