//! What is known of the look and sound of the files, for the timeline and the preview.
//!
//! The draft says which file lies where; this says what is in it. Everything here comes from outside
//! and may be missing: the film is drawn without it until it is there.

use std::collections::HashMap;
use std::sync::Arc;

use crate::draft::{Millis, Segment};

/// Shapes of sound by the name of their file, as segments name it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PicturesState {
    /// How loud each file is along its time.
    pub waveforms: HashMap<String, Arc<Waveform>>,
}

impl PicturesState {
    /// How loud the source of a segment is, where that is known.
    #[must_use]
    pub fn sound_of(&self, segment: &Segment) -> Option<&Waveform> {
        self.waveforms.get(segment.source.as_deref()?).map(AsRef::as_ref)
    }
}

/// How loud a file is along its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waveform {
    /// How much time each peak covers. Above zero.
    pub step: Millis,
    /// The loudest sample of each step from the file's beginning on; 0 is silence, 255 full scale.
    pub peaks: Vec<u8>,
}

impl Waveform {
    /// The loudest sample between two moments of the file; silence where it has none.
    #[must_use]
    pub fn peak(&self, from: Millis, to: Millis) -> u8 {
        let place = |time: u64| usize::try_from(time).unwrap_or(usize::MAX).min(self.peaks.len());
        let first = place(from.0 / self.step.0.max(1));
        let last = place(to.0.div_ceil(self.step.0.max(1))).max((first + 1).min(self.peaks.len()));
        // Folded, because this the compiler turns into whole vectors at a time: a column of a long film
        // covers many thousands.
        self.peaks[first.min(last)..last].iter().fold(0, |loudest, peak| loudest.max(*peak))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peak_is_the_loudest_of_all_that_it_covers() {
        let sound = Waveform { step: Millis(50), peaks: vec![10, 200, 30, 40] };
        assert_eq!(sound.peak(Millis(0), Millis(50)), 10);
        assert_eq!(sound.peak(Millis(0), Millis(51)), 200);
        assert_eq!(sound.peak(Millis(100), Millis(100)), 30);
        assert_eq!(sound.peak(Millis(190), Millis(9_000)), 40);
        assert_eq!(sound.peak(Millis(9_000), Millis(9_100)), 0);
    }
}
