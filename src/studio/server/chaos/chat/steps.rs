//! What goes over the wire, and when: bytes, waits, and perhaps a break.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::frames::sign_of_life;
use crate::studio::server::chaos::Dice;
use crate::studio::server::chaos::plan::Hit;

/// A step of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Bytes(Bytes),
    Wait(Duration),
    /// The connection breaks off.
    Break,
}

/// Bytes of a piece at most, where they are cut anywhere.
const PIECE: usize = 23;

/// Signs of life for a time, and nothing else.
pub(super) fn alive(time: Duration) -> Vec<Step> {
    let gap = (time / 8).clamp(Duration::from_millis(5), Duration::from_secs(5));
    let signs = (time.as_secs_f64() / gap.as_secs_f64()).ceil() as usize;
    let sign = |number| [Step::Bytes(sign_of_life(number).into()), Step::Wait(gap)];
    (0..signs.max(4)).flat_map(sign).collect()
}

/// Frames one by one, with a pause before each.
pub(super) fn steps(frames: Vec<String>, pause: Option<Duration>) -> Vec<Step> {
    let step = |frame: String| {
        let wait = pause.map(Step::Wait);
        wait.into_iter().chain([Step::Bytes(frame.into())])
    };
    frames.into_iter().flat_map(step).collect()
}

/// The same bytes in pieces that end anywhere, in the middle of a letter too.
pub(super) fn cut(steps: Vec<Step>, dice: &mut Dice) -> Vec<Step> {
    let mut pieces = Vec::new();
    for step in steps {
        let Step::Bytes(mut bytes) = step else {
            pieces.push(step);
            continue;
        };
        while !bytes.is_empty() {
            let length = (1 + dice.below(PIECE)).min(bytes.len());
            pieces.push(Step::Bytes(bytes.split_to(length)));
        }
    }
    pieces
}

/// The steps up to a byte that chance names, and a break; never all of them.
pub(super) fn broken(steps: Vec<Step>, dice: &mut Dice) -> Vec<Step> {
    let length = |step: &Step| if let Step::Bytes(bytes) = step { bytes.len() } else { 0 };
    let mut left = dice.below(steps.iter().map(length).sum());
    let mut kept = Vec::new();
    for step in steps {
        match step {
            Step::Bytes(bytes) if bytes.len() > left => {
                kept.push(Step::Bytes(bytes.slice(..left)));
                break;
            }
            Step::Bytes(bytes) => {
                left -= bytes.len();
                kept.push(Step::Bytes(bytes));
            }
            other => kept.push(other),
        }
    }
    kept.push(Step::Break);
    kept
}

/// Signs of life, and the connection breaks.
pub(super) fn never_begun(hit: &mut Hit) -> Vec<Step> {
    let mut steps: Vec<Step> =
        (0..4).map(|number| Step::Bytes(sign_of_life(number).into())).collect();
    steps.truncate(1 + hit.dice.below(3));
    steps.push(Step::Break);
    steps
}

/// The steps as an answer.
pub(super) fn respond(steps: Vec<Step>) -> Response {
    let body = stream::unfold(steps.into_iter(), next);
    let kind = [(header::CONTENT_TYPE, "text/event-stream")];
    (kind, Body::from_stream(body)).into_response()
}

type Left = std::vec::IntoIter<Step>;

async fn next(mut left: Left) -> Option<(std::io::Result<Bytes>, Left)> {
    // So that each piece is written by itself, and not together with the next.
    tokio::task::yield_now().await;
    loop {
        match left.next()? {
            Step::Bytes(bytes) => return Some((Ok(bytes), left)),
            Step::Wait(time) => tokio::time::sleep(time).await,
            Step::Break => {
                let broken = std::io::Error::other("the stream breaks off on purpose");
                return Some((Err(broken), left));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::server::chaos::Endpoint;

    fn bytes(steps: &[Step]) -> Vec<u8> {
        let of = |step: &Step| match step {
            Step::Bytes(bytes) => bytes.to_vec(),
            _ => Vec::new(),
        };
        steps.iter().flat_map(of).collect()
    }

    fn film() -> Vec<Step> {
        let frames = ["data: 日落\n\n".to_owned(), "data: {\"type\":\"text\"}\n\n".to_owned()];
        steps(frames.to_vec(), Some(Duration::from_millis(1)))
    }

    #[test]
    fn cutting_changes_no_byte_and_a_break_keeps_a_beginning() {
        let whole = bytes(&film());
        for count in 0..200 {
            let mut dice = Dice::of(3, "cut", Endpoint::Chat, count);
            let pieces = cut(film(), &mut dice);
            assert_eq!(bytes(&pieces), whole);
            let kept = broken(pieces, &mut dice);
            assert_eq!(kept.last(), Some(&Step::Break));
            assert!(bytes(&kept).len() < whole.len() && whole.starts_with(&bytes(&kept)));
        }
    }

    #[test]
    fn signs_of_life_last_as_long_as_they_should() {
        let waited = |time| {
            let wait =
                |step: &Step| if let Step::Wait(time) = step { *time } else { Duration::ZERO };
            alive(time).iter().map(wait).sum::<Duration>()
        };
        assert_eq!(waited(Duration::from_secs(2)), Duration::from_secs(2));
        assert_eq!(waited(Duration::from_secs(600)), Duration::from_secs(600));
    }
}
