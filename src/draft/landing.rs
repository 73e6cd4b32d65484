//! Where a piece lands that is put into the main track, and which pieces show a file.

use super::{Draft, Kind, Millis, Segment};

/// The moment at which a new piece of the main track begins that is asked for at `at`: there, if a
/// piece lies there, because it gives way; else where the piece before ends, because these follow
/// each other.
#[must_use]
pub fn landing(draft: &Draft, at: Millis) -> Millis {
    let pieces = draft.track(Kind::Video).map_or(&[][..], |track| &track.segments);
    if pieces.iter().any(|piece| piece.contains(at)) {
        return at;
    }
    pieces.iter().map(Segment::end).filter(|end| *end <= at).max().unwrap_or_default()
}

/// How long a still stays where nothing is said.
pub const STILL: Millis = Millis(5000);

/// The file that a segment shows or plays.
#[must_use]
pub fn used_file(segment: &Segment) -> Option<&str> {
    let is_made = segment.generated.is_some() || segment.text.is_some();
    // Not everybody's drafts name the source.
    let named = segment.name.as_deref().filter(|_| !is_made);
    segment.source.as_deref().or(named)
}

/// The segments that show or play a file.
pub fn uses<'a>(draft: &'a Draft, name: &'a str) -> impl Iterator<Item = &'a Segment> {
    let segments = draft.segments().map(|(_, segment)| segment);
    segments.filter(move |segment| used_file(segment) == Some(name))
}

#[cfg(test)]
mod tests {
    use super::super::{SegmentId, Track};
    use super::*;

    fn film(pieces: &[(u64, u64)]) -> Draft {
        let mut track = Track::new(Kind::Video);
        track.segments = pieces
            .iter()
            .map(|(start, length)| {
                let id = SegmentId::new(format!("s{start}"));
                Segment::new(id, Millis(*start), Millis(*length))
            })
            .collect();
        Draft { tracks: vec![track], ..Draft::default() }
    }

    #[test]
    fn a_piece_lands_where_it_was_asked_for_or_behind_what_lies_before() {
        let gap = film(&[(0, 1000), (3000, 1000)]);
        for (at, lands) in [
            (0, 0),
            (400, 400),
            (1000, 1000),
            (2000, 1000),
            (3000, 3000),
            (3500, 3500),
            (9000, 4000),
        ] {
            assert_eq!(landing(&gap, Millis(at)), Millis(lands), "{at}");
        }
        assert_eq!(landing(&Draft::default(), Millis(700)), Millis::ZERO);
        assert_eq!(landing(&film(&[(500, 500)]), Millis(200)), Millis::ZERO);
    }

    #[test]
    fn a_file_is_used_by_what_shows_it_and_not_by_words_of_its_name() {
        let mut draft = film(&[(0, 1000), (1000, 1000), (2000, 1000)]);
        for (place, source) in ["a.mp4", "b.mp4", "a.mp4"].into_iter().enumerate() {
            draft.tracks[0].segments[place].source = Some(source.into());
        }
        let mut words = Track::new(Kind::Text);
        words.segments.push(Segment::new(SegmentId::new("t"), Millis::ZERO, Millis(500)));
        words.segments[0].text = Some("a.mp4".into());
        draft.tracks.push(words);
        assert_eq!(uses(&draft, "a.mp4").count(), 2);
        assert_eq!(uses(&draft, "c.mp4").count(), 0);
    }
}
