//! A sentence that is understood but for words that nobody knows: they are left out, and told.
//!
//! It is the last that is tried, where nothing of the sentence was done. What is left has to be understood whole, to
//! say for itself what it is of, and to be done without any objection.

use super::answer::Told;
use super::carrying_out::carry_out_all;
use super::held_back::is_understood;
use super::piecewise::Read;
use super::request::{Reading, Request};
use super::scene::Scene;
use super::turn::{is_whole, names, readings};
use super::words;

/// The sentence without the words that nobody knows, where something of it was not understood.
pub fn but_for_the_unknown(sentence: &str, scene: &Scene, read: &Read) -> Option<Read> {
    let unclear = |reading: &Reading| matches!(reading, Reading::Unclear { .. });
    if !read.0.iter().any(unclear) {
        return None;
    }
    let is_empty = scene.draft.duration().is_zero();
    let plain = words::but_for_the_unknown(sentence, &names(scene), is_empty)?;
    if is_done(&read.0, scene) {
        return None;
    }
    let (mut found, remarks) = readings(&plain.said, scene);
    let whole = |reading: &Reading| is_whole(reading) || (is_empty && makes_a_film(reading));
    let clear =
        !found.is_empty() && found.iter().all(|reading| whole(reading) && says_of_what(reading));
    if !clear || !is_done(&found, scene) {
        return None;
    }
    if let Some(Reading::Understood { passed_over, .. }) = found.last_mut() {
        passed_over.extend(plain.words);
    }
    Some((found, remarks))
}

fn makes_a_film(reading: &Reading) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    matches!(requests[..], [Request::Make(_)])
}

/// Whether something comes of it, and nothing is refused.
pub fn is_done(readings: &[Reading], scene: &Scene) -> bool {
    let wishes = |reading: &Reading| matches!(reading, Reading::Unclear { wish: true, .. });
    if readings.iter().any(wishes) || !readings.iter().any(is_understood) {
        return false;
    }
    let mut told = Told::default();
    let stage = carry_out_all(readings, None, scene, &mut told);
    told.refused.is_empty() && stage.into_changed(scene).is_some()
}

/// Whether wishes say what they are of.
fn says_of_what(reading: &Reading) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    !requests.iter().any(is_of_anything)
}

/// Of all there is, as nothing was named that is known; or of whatever there is.
fn is_of_anything(request: &Request) -> bool {
    match request {
        Request::Restart
        | Request::Undo(_)
        | Request::Redo(_)
        | Request::GoBack(_)
        | Request::BackBefore(_)
        | Request::UndoOnly(_) => true,
        Request::AddMusic(music) => {
            music.file.is_none() && music.mood.is_none() && music.volume.is_none()
        }
        _ => request.of_pieces().is_some_and(<[_]>::is_empty),
    }
}
