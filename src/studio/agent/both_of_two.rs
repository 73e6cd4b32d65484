//! `both shots` of a film of two pieces, one of them a picture: both pieces, though a shot is footage elsewhere.

use super::scene::Scene;
use super::words::LISTS;
use crate::api::wire::MediaKind;
use crate::draft::Kind;

/// The sentence with both pieces named as such, where the film has two and they are not alike.
pub fn both_pieces(sentence: &str, scene: &Scene) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    let found = LISTS.both_by_kind.iter().find(|words| small.contains(words))?;
    let track = scene.draft.tracks.iter().find(|track| track.kind == Kind::Video)?;
    let [one, other] = track.segments.as_slice() else { return None };
    let moves = |name: Option<&str>| {
        scene
            .media
            .iter()
            .any(|media| Some(media.name.as_str()) == name && media.kind == MediaKind::Video)
    };
    let alike = moves(one.source.as_deref()) == moves(other.source.as_deref());
    let all = if found.is_ascii() { "both of them" } else { "它们俩" };
    let at = small.find(found)?;
    let end = at + found.len();
    (!alike).then(|| format!("{}{all}{}", &sentence[..at], &sentence[end..]))
}
