//! Words on the picture that are to say something else, told by what they say now: `"Puppy school" is now "Dog school"`,
//! `不是“六一专场”，是“元旦专场”`, `it ought to read "Dog school"`.
//!
//! Which words are meant and which are new is seen on the film, however the two are joined. What is found is written out
//! as the plain wish.

use super::scene::Scene;
use super::turn::names;
use super::words;
use crate::draft::Kind;

/// The sentence with the wish written out. `None` where the words of the film do not decide it.
pub fn with_words_put_right(sentence: &str, scene: &Scene) -> Option<String> {
    let texts = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    let shown: Vec<&str> =
        texts.flat_map(|track| &track.segments).filter_map(|text| text.text.as_deref()).collect();
    if shown.is_empty() {
        return None;
    }
    words::said_otherwise(sentence, &names(scene), &shown)
}
