//! The moods, one table each.

mod calm;
mod cinematic;
mod corporate;
mod electronic;
mod lofi;
mod upbeat;

use super::style::Style;
use crate::draft::Mood;

/// The table of a mood.
pub const fn of(mood: Mood) -> &'static Style {
    match mood {
        Mood::Upbeat => &upbeat::STYLE,
        Mood::Calm => &calm::STYLE,
        Mood::Lofi => &lofi::STYLE,
        Mood::Cinematic => &cinematic::STYLE,
        Mood::Corporate => &corporate::STYLE,
        Mood::Electronic => &electronic::STYLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::music::style::Play;

    fn patterns(play: &Play) -> Vec<&'static str> {
        match play {
            Play::Chords { patterns, .. }
            | Play::Arpeggio { patterns, .. }
            | Play::Bass { patterns, .. } => patterns.to_vec(),
            Play::Melody { rhythms, .. } => rhythms.to_vec(),
            Play::Beat { patterns, fill } => patterns.iter().copied().chain(*fill).collect(),
            Play::Hold { .. } | Play::Opening | Play::Swell | Play::Bed => Vec::new(),
        }
    }

    #[test]
    fn every_pattern_is_a_bar_of_sixteen_steps() {
        for mood in Mood::ALL {
            for layer in of(mood).layers {
                for pattern in patterns(&layer.plays) {
                    assert_eq!(pattern.len(), 16, "{mood:?} {:?}: {pattern}", layer.sound);
                }
            }
        }
    }

    #[test]
    fn no_layer_plays_from_more_energy_than_it_plays_to() {
        for mood in Mood::ALL {
            assert!(of(mood).layers.iter().all(|layer| layer.from <= layer.to), "{mood:?}");
        }
    }
}
