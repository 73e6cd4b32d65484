//! What a sentence points at: the piece and the moment at the playhead, put into words.

use crate::draft::Kind;
use crate::language::pointing::{Pointed, resolve};
use crate::language::{Route, route};

use super::TimelineState;

/// A sentence for the agent, with what it points at on the screen in place of `this clip` and `here`. Orders to the program
/// stay as they are, and so does everything while there is no film.
pub(crate) fn point_out(timeline: &TimelineState, sentence: &str) -> String {
    let film = timeline.draft().filter(|draft| draft.is_ready());
    let Some(film) = film.filter(|_| route(sentence) == Route::Agent) else {
        return sentence.to_owned();
    };
    let pieces = film.track(Kind::Video).map_or(&[][..], |track| &track.segments);
    let under = pieces.iter().position(|piece| piece.contains(timeline.playhead));
    resolve(sentence, Pointed { clip: under.map(|place| place + 1), at: timeline.playhead })
}
