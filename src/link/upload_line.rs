//! Uploads begin in the order in which their files were named.
//!
//! Two run at a time, and which of two tasks comes first is nobody's promise. But people mean their
//! files in order ("a film from these pictures"), and a backend lists files in the order in which
//! their requests came. So each upload waits until the one before it has begun to send or has ended.

use tokio::sync::oneshot;

/// The end of the line: whoever comes next stands behind it.
#[derive(Debug, Default)]
pub(super) struct UploadLine {
    last: Option<oneshot::Receiver<()>>,
}

/// A place in the line. Dropping it lets the next one begin.
#[derive(Debug)]
pub(super) struct PlaceInLine {
    before: Option<oneshot::Receiver<()>>,
    begun: Option<oneshot::Sender<()>>,
}

impl UploadLine {
    /// Takes the next place.
    pub(super) fn stand(&mut self) -> PlaceInLine {
        let (begun, behind) = oneshot::channel();
        let before = self.last.replace(behind);
        PlaceInLine { before, begun: Some(begun) }
    }
}

impl PlaceInLine {
    /// Waits until the one before has begun, or is gone.
    pub(super) async fn wait(&mut self) {
        if let Some(before) = self.before.take() {
            // Gone is as good as begun.
            let _ = before.await;
        }
    }

    /// Lets the next one begin.
    pub(super) fn has_begun(&mut self) {
        if let Some(begun) = self.begun.take() {
            // The next one may have been stopped.
            let _ = begun.send(());
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[test]
    fn the_next_begins_when_the_one_before_has_begun_or_is_gone() {
        let mut line = UploadLine::default();
        let (mut first, mut second, mut third) = (line.stand(), line.stand(), line.stand());
        assert!(first.wait().now_or_never().is_some(), "nobody is before the first");
        assert!(third.wait().now_or_never().is_none(), "the second has not begun");
        first.has_begun();
        assert!(second.wait().now_or_never().is_some());
        let mut fourth = line.stand();
        drop(third);
        assert!(fourth.wait().now_or_never().is_some(), "the third was stopped");
    }
}
