//! How many uploads are under way, for whoever must wait for them.
//!
//! "Make a film from these pictures" is often said while the pictures are still on their way. The
//! agent knows only what has arrived, so a message waits for the uploads that are under way.

use std::collections::HashMap;
use std::sync::{Arc, Mutex as PlainMutex, PoisonError};

use tokio::sync::{Mutex, OwnedMutexGuard, watch};

/// The uploads under way in a session.
#[derive(Debug, Default)]
pub(super) struct Uploading {
    count: watch::Sender<usize>,
    /// By fingerprint.
    contents: PlainMutex<HashMap<String, Arc<Mutex<()>>>>,
}

/// One upload; it counts until this goes.
#[derive(Debug)]
pub(super) struct Counted {
    count: watch::Sender<usize>,
}

impl Uploading {
    /// Counts an upload from now on.
    pub(super) fn begin(&self) -> Counted {
        self.count.send_modify(|count| *count += 1);
        Counted { count: self.count.clone() }
    }

    /// Waits until no other upload has the same content: the second then finds that it is there.
    pub(super) async fn alone(&self, fingerprint: &str) -> OwnedMutexGuard<()> {
        let content = {
            let mut contents = self.contents.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(contents.entry(fingerprint.to_owned()).or_default())
        };
        content.lock_owned().await
    }

    /// Whether any is under way.
    pub(super) fn any(&self) -> bool {
        *self.count.borrow() > 0
    }

    /// Waits until none is under way.
    pub(super) async fn none(&self) {
        // The sender lives as long as this value, so the wait cannot fail.
        let _ = self.count.subscribe().wait_for(|count| *count == 0).await;
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.count.send_modify(|count| *count = count.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    #[test]
    fn waiting_ends_with_the_last_upload() {
        let uploading = Uploading::default();
        assert!(uploading.none().now_or_never().is_some());
        let (first, second) = (uploading.begin(), uploading.begin());
        drop(first);
        assert!(uploading.any() && uploading.none().now_or_never().is_none());
        drop(second);
        assert!(!uploading.any() && uploading.none().now_or_never().is_some());
    }
}
