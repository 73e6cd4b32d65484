//! Taking what a stream has ready in one go.
//!
//! A token that is told by itself wakes the link, the channel and the screen's loop, and costs more than
//! all that is done with it. So what has come is taken together, words are joined, and after some were
//! told the stream is left alone for the time of a frame; the bytes wait in the connection meanwhile.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::api::events::{Event, Tell};
use crate::api::{Error, EventStream};

/// Words are listened for again so long after some were told. A token told by itself wakes the whole
/// program, and the screen shows no more than a frame in this time; the first one is told at once.
pub(super) const GATHER: Duration = Duration::from_millis(50);

/// A connection hands on what waits in it piece by piece; with nothing for so long nothing waits.
const LULL: Duration = Duration::from_millis(2);

/// What has come: an event, and those that wait behind it already.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) events: Vec<Event>,
    /// Set where the stream is over.
    pub(super) end: Option<Result<(), Error>>,
}

/// An event, and those that come right behind it, for no longer than words are gathered.
pub(super) async fn behind(first: Result<Option<Event>, Error>, stream: &mut EventStream) -> Taken {
    let mut taken = Taken::default();
    let (mut next, by) = (first, Instant::now() + GATHER);
    loop {
        match next {
            Ok(Some(event)) => taken.events.push(event),
            Ok(None) => taken.end = Some(Ok(())),
            Err(error) => taken.end = Some(Err(error)),
        }
        if taken.end.is_some() {
            return taken;
        }
        next = match timeout_at(by.min(Instant::now() + LULL), stream.next()).await {
            Ok(next) => next,
            Err(_) => return taken,
        };
    }
}

/// Words that follow each other are told as one.
pub(super) fn joined(told: Vec<Tell>) -> Vec<Tell> {
    let mut joined: Vec<Tell> = Vec::with_capacity(told.len());
    for tell in told {
        match (joined.last_mut(), tell) {
            (Some(Tell::Text(words)), Tell::Text(more)) => words.push_str(&more),
            (_, tell) => joined.push(tell),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Tell {
        Tell::Text(words.to_owned())
    }

    #[test]
    fn words_in_a_row_are_one_and_nothing_changes_its_place() {
        let told = vec![
            text("a "),
            text("calm"),
            Tell::Thinking,
            text(" view"),
            text("."),
            Tell::Thinking,
        ];
        let once = vec![text("a calm"), Tell::Thinking, text(" view."), Tell::Thinking];
        assert_eq!(joined(told), once);
        assert_eq!(joined(Vec::new()), Vec::new());
    }
}
