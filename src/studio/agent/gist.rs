//! A sentence by what it comes to, where nothing of it is understood as it was said.
//!
//! It is the last that is tried. What it comes to is read as plain sentences, each of which has to be understood whole
//! and done without any objection.

use super::but_for::is_done;
use super::piecewise::Read;
use super::request::Reading;
use super::scene::Scene;
use super::turn::{is_whole, names, readings};
use super::words::{self, LISTS, Meaning, Token};
use crate::draft::Kind;

/// What a sentence comes to, where something of it was not understood.
pub fn gist(sentence: &str, scene: &Scene, read: &Read) -> Option<Read> {
    let unclear = |reading: &Reading| matches!(reading, Reading::Unclear { .. });
    if scene.draft.duration().is_zero() || !read.0.iter().any(unclear) || is_done(&read.0, scene) {
        return None;
    }
    let asks =
        sentence.contains(['?', '？']) && !LISTS.asks_kindly.is_within(&sentence.to_lowercase());
    // "我爸说把戏台删掉，可我觉得挺好": what is taken back has been read.
    let names_here = names(scene);
    let depends = words::depends_on(sentence, &names_here).is_some();
    if asks || depends || words::corrected(sentence, &names_here).is_some() {
        return None;
    }
    let shown = |name: &str| is_shown(name, scene);
    let gist = words::gist(sentence, &names(scene), &shown)?;
    let (mut found, remarks) = readings(&gist.said, scene);
    // What is left out there must not be a wish that is not understood.
    let of_a_piece =
        |remark: &String| words::in_measures(remark, &names(scene)).iter().any(is_file);
    if found.is_empty() || !found.iter().all(is_whole) || remarks.iter().any(of_a_piece) {
        return None;
    }
    if !is_done(&found, scene) {
        return None;
    }
    if let Some(Reading::Understood { passed_over, .. }) = found.last_mut() {
        passed_over.extend(gist.passed_over);
    }
    Some((found, [gist.remarks, remarks].concat()))
}

fn is_file(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..))
}

/// Whether a file is one of the pieces of the film.
fn is_shown(name: &str, scene: &Scene) -> bool {
    let pictures = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Video);
    pictures
        .flat_map(|track| &track.segments)
        .any(|piece| piece.source.as_ref().is_some_and(|source| source.eq_ignore_ascii_case(name)))
}
