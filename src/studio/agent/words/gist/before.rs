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
    /// Whether a remark was of something that nobody knows: `the hamster pic looks rubbish`, `亮片有点多余`.
    is_of_something: bool,
}

impl Before {
    /// Whether what stands there can be read behind it: it is of something by itself where nobody knows what was told of,
    /// and there is one shape.
    pub fn leads_to(&self, there: &[Slot]) -> bool {
        let at_a_stranger =
            self.is_of_something && (has(there, &Kind::It) || !there.iter().any(is_a_thing));
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
        let strange = has(there, &Kind::Unknown) || has(there, &Kind::Other);
        self.is_of_something |= strange && !has(there, &Kind::Piece);
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

/// What a wish may be of.
fn is_a_thing(slot: &Slot) -> bool {
    matches!(
        slot.kind,
        Kind::Piece
            | Kind::Song
            | Kind::Music
            | Kind::Mood
            | Kind::Words(_)
            | Kind::Quote
            | Kind::Transition
            | Kind::FadeIn
            | Kind::FadeOut
            | Kind::Shape
            | Kind::Loudness
            | Kind::Rate
            | Kind::Film
    )
}
