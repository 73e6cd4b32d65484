//! How far a render is: what it does, one number that only grows, and what has gone less than well.

use tokio::sync::watch;

use crate::draft::Frames;

use super::{Estimate, Form, Warning};

/// What a render tells while it runs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// How much is done, 0 to 1.
    pub part: f64,
    /// What is being done.
    pub stage: Stage,
    /// What has gone less than well so far, as soon as it is known.
    pub warnings: Vec<Warning>,
    /// What the film will come to, once that can be told.
    pub estimate: Option<Estimate>,
}

/// What a render does at a time. Sound is mixed beside the picture, which takes longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Sources are looked at, words are drawn, music is made.
    #[default]
    Reading,
    /// What sounds is mixed, and no picture is waited for.
    Sound,
    /// The picture is rendered.
    Pictures,
    /// Picture and sound are put together.
    Joining,
    /// What is too large is encoded again.
    Fitting,
    /// The film is read back.
    Checking,
}

impl Stage {
    /// Its name on the wire and for scripts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Sound => "sound",
            Self::Pictures => "pictures",
            Self::Joining => "joining",
            Self::Fitting => "fitting",
            Self::Checking => "checking",
        }
    }
}

/// Nearly all time goes into the picture; the sound is mixed meanwhile, and joining copies.
const PICTURE: f64 = 0.96;
/// A GIF is encoded once more as it is joined, with colours of its own for every picture.
const PICTURE_OF_GIF: f64 = 0.45;

/// Tells how far a render is.
#[derive(Debug, Clone)]
pub(super) struct Teller {
    told: watch::Sender<Told>,
    total: u64,
    /// What making it for the first time takes of the whole.
    first: f64,
    /// What its picture takes of that.
    picture: f64,
}

impl Teller {
    /// For a film of so many frames.
    pub(super) fn new(told: watch::Sender<Told>, total: Frames, form: Form) -> Self {
        let picture = if form == Form::Gif { PICTURE_OF_GIF } else { PICTURE };
        Self { told, total: total.0.max(1), first: 1.0, picture }
    }

    /// What the film will come to. Where it is sure to be encoded again to fit a size, half of the way is
    /// kept for that.
    pub(super) fn expects(&mut self, estimate: Estimate, is_made_again: bool) {
        self.first = if is_made_again { 0.5 } else { 1.0 };
        self.told.send_modify(|told| told.estimate = Some(estimate));
    }

    /// Something else is done from now on.
    pub(super) fn begins(&self, stage: Stage) {
        self.told.send_if_modified(|told| {
            let is_new = told.stage != stage;
            told.stage = stage;
            is_new
        });
    }

    /// So many frames are encoded.
    pub(super) fn encoded(&self, frames: Frames) {
        self.tell(frames.0.min(self.total) as f64 / self.total as f64 * self.picture * self.first);
    }

    /// So much, 0 to 1, of the sound of a film without pictures is mixed for the last time.
    pub(super) fn mixed(&self, part: f64) {
        self.tell(part.clamp(0.0, 1.0) * self.picture);
    }

    /// So much of the film, 0 to 1, is joined with its sound.
    pub(super) fn joined(&self, part: f64) {
        // Whole is what is checked and has its name.
        self.tell((self.picture + part.clamp(0.0, 1.0) * (0.99 - self.picture)) * self.first);
    }

    /// So much of encoding it again, 0 to 1, is done.
    pub(super) fn fitted(&self, part: f64) {
        let begun = 0.99 * self.first;
        self.tell(begun + part.clamp(0.0, 1.0) * (0.999 - begun));
    }

    /// The film is there.
    pub(super) fn finished(&self) {
        self.tell(1.0);
    }

    /// What goes less than well, each once.
    pub(super) fn warns(&self, warnings: &[Warning]) {
        self.told.send_if_modified(|told| {
            let new = |warning: &&Warning| !told.warnings.contains(warning);
            let new: Vec<Warning> = warnings.iter().filter(new).cloned().collect();
            told.warnings.extend_from_slice(&new);
            !new.is_empty()
        });
    }

    fn tell(&self, part: f64) {
        self.told.send_if_modified(|told| {
            let grows = part > told.part;
            if grows {
                told.part = part;
            }
            grows
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_warning_is_told_once_and_the_part_never_shrinks() {
        let (sender, receiver) = watch::channel(Told::default());
        let teller = Teller::new(sender, Frames(100), Form::Mp4);
        let gone = |name: &str| Warning::MissingSource(name.to_owned());
        teller.begins(Stage::Pictures);
        teller.encoded(Frames(50));
        teller.warns(&[gone("a")]);
        teller.encoded(Frames(20));
        teller.warns(&[gone("a"), gone("b")]);
        let told = receiver.borrow().clone();
        assert_eq!(told.warnings, [gone("a"), gone("b")]);
        assert!((told.part - 0.48).abs() < 1e-9, "{}", told.part);
        assert_eq!(told.stage.name(), "pictures");
    }

    #[test]
    fn a_gif_is_not_nearly_there_before_its_colours_are_chosen() {
        let (sender, receiver) = watch::channel(Told::default());
        let teller = Teller::new(sender, Frames(100), Form::Gif);
        teller.encoded(Frames(100));
        assert!(receiver.borrow().part < 0.5);
        teller.joined(0.5);
        assert!((0.6..0.8).contains(&receiver.borrow().part));
        teller.joined(1.0);
        assert!((receiver.borrow().part - 0.99).abs() < 1e-9);
    }
}
