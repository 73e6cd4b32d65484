//! The playhead goes with a clip that gets another place.
//!
//! Else the next press of the same key would mean the clip that lies there now, and send that one back.

use crate::draft::{Draft, Millis, Segment, segment_label};
use crate::language::edit::{Clip, Edit};

use super::super::TimelineState;
use super::fact::find;
use super::{Held, Place};

/// A draft has come. Where it shows a clip in the place that was asked for, the playhead and the keys that
/// were pressed on the clip meanwhile mean it there.
pub(in super::super) fn follow(timeline: &mut TimelineState, before: &Draft, after: &Draft) {
    let is_expected = timeline.expected.is_some();
    let moved = |edit: &Edit| {
        let Edit::Place { clip, place } = edit.one() else { return None };
        let numbered = |number| Clip { track: clip.track.clone(), number };
        let more = edit.last()?.checked_sub(clip.number)?;
        let (was, is) = (find(before, clip)?, find(after, &numbered(*place))?);
        let until = find(before, &numbered(clip.number + more))?.end();
        let end = find(after, &numbered(place + more))?.end();
        is_same(was, is).then_some((was.start, until, is.start, end))
    };
    let sent = timeline.edits.sent.iter_mut().filter(|sent| !sent.is_followed);
    let found = sent.filter_map(|sent| moved(&sent.edit).map(|span| (sent, span)));
    let Some((sent, (from, until, to, end))) = found.last() else { return };
    sent.is_followed = true;
    // Where the clip was seen in its new place already, other moments were chosen with it there.
    let was_seen = is_expected.then_some(sent.at);
    let follow = |at: Millis| {
        let is_on_it = was_seen.map_or(from <= at && at < until, |pressed| at == pressed);
        if is_on_it { (to + (at - from)).min(end - Millis(1)) } else { at }
    };
    timeline.playhead = follow(timeline.playhead);
    for held in &mut timeline.edits.held {
        if let Held::Key(_, Place { playhead, .. }) = held {
            *playhead = follow(*playhead);
        }
    }
}

/// Whether it is one and the same clip. Not everybody gives clips a name of their own.
fn is_same(was: &Segment, is: &Segment) -> bool {
    if was.id.is_by_place() || is.id.is_by_place() {
        return segment_label(was) == segment_label(is) && was.source_in == is.source_in;
    }
    was.id == is.id
}
