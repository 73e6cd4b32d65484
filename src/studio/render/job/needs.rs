//! What of ffmpeg a film needs, asked for while the first pictures are made: what is lacking is told in the
//! first second, by its name, and not by the run that meets it in the middle of the film.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::studio::ffmpeg::{filters_of, has_filters, know_filters};
use crate::studio::render::Error;
use crate::studio::render::form::Form;
use crate::studio::render::graph::{self, Joined, Mix, Part};
use crate::studio::render::pieces::Piece;
use crate::studio::render::plan::{Samples, Voice};
use crate::studio::render::prepare::Sounds;

use super::Work;

impl Work<'_> {
    /// Fails where ffmpeg lacks a filter that the rest of this render will use.
    pub(super) async fn check_filters(&self, pieces: &[Piece]) -> Result<(), Error> {
        know_filters(&self.order.scratch).await;
        Ok(has_filters(&self.filters(pieces)).await?)
    }

    fn filters(&self, pieces: &[Piece]) -> BTreeSet<String> {
        let making = pieces.iter().filter_map(Piece::making).filter(|making| !making.is_made);
        let mut wanted: BTreeSet<String> =
            making.flat_map(|making| making.recipe.filters()).collect();
        if self.order.form.has_sound() {
            let sounds = self.yet_to_be_made();
            let cues = self.plan.cues.iter();
            let parts = cues.filter_map(|cue| graph::cue_part(cue, Samples(0), &sounds));
            let mut parts: Vec<Part> = parts.collect();
            // Two are mixed, whatever there is in the end.
            parts.push(graph::amplified_part(Path::new("a"), 1.0));
            let args = graph::mix(parts, Mix::Film(Samples(1)), Path::new("a"));
            wanted.extend(filters_of(&args));
        }
        if self.order.form == Form::Gif {
            let picture = Joined::Whole(PathBuf::from("a"));
            wanted.extend(filters_of(&graph::join(
                Some(&picture),
                None,
                Form::Gif,
                Path::new("a"),
            )));
        }
        wanted
    }

    /// What is heard and made here, under any name: it is not there yet.
    fn yet_to_be_made(&self) -> Sounds {
        let cues = || self.plan.cues.iter();
        let somewhere = || PathBuf::from("a");
        let music = cues().filter_map(|cue| match cue.voice {
            Voice::Music(brief) => Some((brief, somewhere())),
            Voice::Footage(_) => None,
        });
        let turned = cues().filter_map(|cue| Some((cue.reversal()?, somewhere())));
        Sounds { music: music.collect(), turned: turned.collect() }
    }
}
