//! `both shots` of a film of two pieces, one of them a picture: both pieces, though a shot is footage elsewhere.

use super::scene::Scene;
use crate::draft::Kind;

/// How both pieces are spoken of by what they are.
const BOTH: [&str; 8] = [
    "both shots",
    "both clips",
    "both the shots",
    "both the clips",
    "both of the shots",
    "both of the clips",
    "两个镜头",
    "两个片段",
];

/// The sentence with both pieces named as such, where the film has two and they are not alike.
pub fn both_pieces(sentence: &str, scene: &Scene) -> Option<String> {
    let found = BOTH.iter().find(|words| sentence.contains(*words))?;
    let track = scene.draft.tracks.iter().find(|track| track.kind == Kind::Video)?;
    let [one, other] = track.segments.as_slice() else { return None };
    let moves = |name: Option<&str>| {
        scene.media.iter().any(|media| {
            Some(media.name.as_str()) == name && media.kind == crate::api::wire::MediaKind::Video
        })
    };
    let alike = moves(one.source.as_deref()) == moves(other.source.as_deref());
    let all = if found.is_ascii() { "both of them" } else { "它们俩" };
    (!alike).then(|| sentence.replace(found, all))
}
