//! A short mark by which two programs know that they mean the same film.

use super::{Draft, Origin, wire};

/// Eight letters and digits that are the same for the same film and otherwise differ, as far as a few
/// hundred films of one session go. What a draft carries besides the film (keys unknown here) does
/// not count, since those who pass it on may add to that.
#[must_use]
pub fn fingerprint(draft: &Draft) -> String {
    let mut bare = draft.clone();
    bare.origin = Origin::default();
    for track in &mut bare.tracks {
        track.origin = Origin::default();
        for segment in &mut track.segments {
            segment.origin = Origin::default();
        }
    }
    // FNV-1a, folded: it has to be short and the same everywhere, not safe from anybody.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in wire::encode(&bare).to_string().bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_mark_is_of_the_film_and_not_of_what_it_came_in() {
        let film = |length: u64, more: &str| {
            let value = json!({"more": more, "t": [{"tt": 0, "sg": [{"id": "a", "d": length}]}]});
            wire::decode(&value).map(|draft| fingerprint(&draft)).expect("a draft")
        };
        assert_eq!(film(1000, "x"), film(1000, "y"));
        assert_ne!(film(1000, "x"), film(1001, "x"));
        assert_eq!(film(1000, "x").len(), 8);
    }
}
