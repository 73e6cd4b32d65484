//! Keys, chords, and how a chord is laid under the hands.

/// A note of the piano, numbered as in MIDI: 60 is the middle C.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pitch(pub u8);

impl Pitch {
    /// Its frequency in equal temperament, A at 440 Hz.
    pub fn hertz(self) -> f32 {
        440.0 * ((f32::from(self.0) - 69.0) / 12.0).exp2()
    }

    /// The pitch of a class (0 is C) that lies in the octave upward from here.
    pub fn up_to_class(self, class: u8) -> Self {
        Self(self.0 + (class + 12 - self.0 % 12) % 12)
    }

    /// Some octaves higher, as far as the piano goes.
    pub fn octaves_up(self, octaves: usize) -> Self {
        let raised = usize::from(self.0) + 12 * octaves;
        Self(u8::try_from(raised).unwrap_or(u8::MAX).min(108))
    }

    /// The class: 0 is C, 11 is B.
    pub const fn class(self) -> u8 {
        self.0 % 12
    }
}

/// The seven notes that a piece uses, as semitones above its tonic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Bright.
    Major,
    /// Dark.
    Minor,
}

impl Mode {
    const fn semitones(self) -> [u8; 7] {
        match self {
            Self::Major => [0, 2, 4, 5, 7, 9, 11],
            Self::Minor => [0, 2, 3, 5, 7, 8, 10],
        }
    }
}

/// A tonic and a mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Class of the tonic.
    pub tonic: u8,
    /// Which notes belong.
    pub mode: Mode,
}

impl Key {
    /// The class of a step of the scale; steps past the seventh go round.
    pub fn class(self, step: usize) -> u8 {
        (self.tonic + self.mode.semitones()[step % 7]) % 12
    }

    /// Whether a pitch belongs.
    pub fn has(self, pitch: Pitch) -> bool {
        (0..7).any(|step| self.class(step) == pitch.class())
    }

    /// The next note of the scale above (or below) a pitch.
    pub fn neighbour(self, pitch: Pitch, direction: Direction) -> Pitch {
        let moved = |semitones: u8| match direction {
            Direction::Up => Pitch(pitch.0 + semitones),
            Direction::Down => Pitch(pitch.0 - semitones),
        };
        (1..=3).map(moved).find(|&near| self.has(near)).unwrap_or(pitch)
    }
}

/// Which way a melody goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Higher.
    Up,
    /// Lower.
    Down,
}

/// A step of the scale that a chord stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Degree(pub u8);

/// The tonic.
pub const I: Degree = Degree(0);
/// The second.
pub const II: Degree = Degree(1);
/// The third.
pub const III: Degree = Degree(2);
/// The fourth, the subdominant.
pub const IV: Degree = Degree(3);
/// The fifth, the dominant.
pub const V: Degree = Degree(4);
/// The sixth.
pub const VI: Degree = Degree(5);
/// The seventh.
pub const VII: Degree = Degree(6);

/// What is stacked on a chord's root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Root, third, fifth.
    Triad,
    /// And the ninth.
    Ninth,
    /// And the seventh and the ninth.
    SeventhNinth,
}

impl Colour {
    const fn steps(self) -> &'static [usize] {
        match self {
            Self::Triad => &[0, 2, 4],
            Self::Ninth => &[0, 2, 4, 8],
            Self::SeventhNinth => &[0, 2, 4, 6, 8],
        }
    }
}

/// A chord of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    /// Whose notes it uses.
    pub key: Key,
    /// Where it stands.
    pub degree: Degree,
    /// What is stacked on it.
    pub colour: Colour,
}

impl Chord {
    /// The class of its root.
    pub fn root(self) -> u8 {
        self.class(0)
    }

    /// The class of its fifth.
    pub fn fifth(self) -> u8 {
        self.class(4)
    }

    /// The class of its third.
    pub fn third(self) -> u8 {
        self.class(2)
    }

    /// Its classes, root first. A ninth that would grate a semitone above the root is left out.
    pub fn classes(self) -> Vec<u8> {
        let steps = self.colour.steps().iter();
        let grates = |step: usize| step == 8 && (self.class(8) + 12 - self.root()) % 12 == 1;
        steps.filter(|&&step| !grates(step)).map(|&step| self.class(step)).collect()
    }

    /// Its notes in the octave upward from `low`, lowest first. A fixed window moves each voice as
    /// little as it can from chord to chord.
    pub fn voicing(self, low: Pitch) -> Vec<Pitch> {
        let mut notes: Vec<Pitch> =
            self.classes().into_iter().map(|class| low.up_to_class(class)).collect();
        notes.sort_unstable();
        notes
    }

    /// The note of the chord nearest to a pitch, the lower of two as near.
    pub fn nearest(self, pitch: Pitch) -> Pitch {
        let candidates = (pitch.0 - 6..=pitch.0 + 6).map(Pitch);
        let tones = [self.root(), self.third(), self.fifth()];
        let fitting = candidates.filter(|near| tones.contains(&near.class()));
        fitting.min_by_key(|near| near.0.abs_diff(pitch.0)).unwrap_or(pitch)
    }

    fn class(self, step: usize) -> u8 {
        self.key.class(usize::from(self.degree.0) + step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const C_MAJOR: Key = Key { tonic: 0, mode: Mode::Major };

    fn chord(degree: Degree, colour: Colour) -> Chord {
        Chord { key: C_MAJOR, degree, colour }
    }

    #[test]
    fn the_a_above_middle_c_has_440_hertz() {
        assert!((Pitch(69).hertz() - 440.0).abs() < 1e-3);
        assert!((Pitch(57).hertz() - 220.0).abs() < 1e-3);
    }

    #[test]
    fn chords_stack_thirds_of_their_key() {
        assert_eq!(chord(I, Colour::Triad).classes(), [0, 4, 7]);
        assert_eq!(chord(II, Colour::SeventhNinth).classes(), [2, 5, 9, 0, 4]);
        assert_eq!(chord(V, Colour::Ninth).classes(), [7, 11, 2, 9]);
    }

    #[test]
    fn a_ninth_a_semitone_above_the_root_is_left_out() {
        assert_eq!(chord(III, Colour::Ninth).classes(), [4, 7, 11]);
    }

    #[test]
    fn a_voicing_stays_within_an_octave_and_rises() {
        for degree in [I, II, III, IV, V, VI] {
            let notes = chord(degree, Colour::SeventhNinth).voicing(Pitch(55));
            assert!(notes.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(notes.iter().all(|note| (55..67).contains(&note.0)));
        }
    }

    #[test]
    fn the_neighbour_of_a_note_belongs_to_the_scale() {
        assert_eq!(C_MAJOR.neighbour(Pitch(64), Direction::Up), Pitch(65));
        assert_eq!(C_MAJOR.neighbour(Pitch(60), Direction::Down), Pitch(59));
    }
}
