//! The state of the session: who asks for it, when, and what is told of it.
//!
//! One task asks, whoever wants to know, so that two questions never cross and the film that was told
//! last is known in one place. It asks every two seconds while a turn runs, when somebody wants to
//! know, and otherwise never. A state that did not change costs a few bytes (`ETag`); one that did is
//! compared as JSON, kept, decoded once, and told.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

use super::session::Shared;
use super::{MediaItem, Update};
use crate::api::{Error, Repeat, State, StateAnswer};
use crate::draft::{self, Draft};

/// What is known of the session's film and files.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// The film; none before the first edit.
    pub(super) draft: Option<Arc<Draft>>,
    /// The film as the server wrote it.
    pub(super) written: Option<Arc<Value>>,
    /// The files.
    pub(super) media: Arc<Vec<MediaItem>>,
    /// Names this state to the server.
    tag: Option<String>,
}

impl Seen {
    pub(super) fn of(state: State) -> Self {
        Self {
            draft: decode(state.draft.as_ref()),
            written: state.draft.map(Arc::new),
            media: Arc::new(state.media),
            tag: state.tag,
        }
    }

    /// A film as it was kept; none where it was none.
    pub(super) fn kept(json: Option<&str>) -> Self {
        let written: Option<Value> = json.and_then(|json| serde_json::from_str(json).ok());
        Self { draft: decode(written.as_ref()), written: written.map(Arc::new), ..Self::default() }
    }

    /// The film, which is empty before the first edit.
    pub(super) fn film(&self) -> Draft {
        self.draft.as_deref().cloned().unwrap_or_default()
    }

    /// Whether the film is another one than before.
    pub(super) fn differs_from(&self, before: &Self) -> bool {
        self.written != before.written && self.draft != before.draft
    }
}

fn decode(written: Option<&Value>) -> Option<Arc<Draft>> {
    written.and_then(|value| draft::wire::decode(value).ok()).map(Arc::new)
}

/// Asks the task that polls. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Film {
    asks: mpsc::Sender<Ask>,
    known: watch::Receiver<Seen>,
}

enum Ask {
    /// What is true now.
    Look(oneshot::Sender<Result<Seen, Error>>),
    /// A turn runs, or no longer does.
    Busy(bool),
    /// Files that an upload's answer named; the state may name them later.
    Added(Vec<MediaItem>),
}

/// A handful of askers at most: the turn, two uploads, an export, the user.
const ASKS: usize = 8;

impl Film {
    /// Starts the task. It ends with the session.
    pub(super) fn watch(shared: Arc<Shared>, seen: Seen) -> Self {
        let (asks, inbox) = mpsc::channel(ASKS);
        let leaving = shared.leaving.clone();
        let (seen, known) = watch::channel(seen);
        let watcher = Watcher { shared, seen, added: Vec::new() };
        tokio::spawn(watcher.run(inbox, leaving));
        Self { asks, known }
    }

    /// What is known already.
    pub(super) fn known(&self) -> Seen {
        self.known.borrow().clone()
    }

    /// Follows what becomes known.
    pub(super) fn follow(&self) -> watch::Receiver<Seen> {
        self.known.clone()
    }

    /// Asks the server now; what changed is told before this returns.
    pub(super) async fn look(&self) -> Result<Seen, Error> {
        let (reply, answer) = oneshot::channel();
        let _ = self.asks.send(Ask::Look(reply)).await;
        answer.await.unwrap_or(Err(Error::TimedOut))
    }

    /// Says whether a turn runs.
    pub(super) async fn busy(&self, busy: bool) {
        let _ = self.asks.send(Ask::Busy(busy)).await;
    }

    /// Says which files were added.
    pub(super) async fn added(&self, files: Vec<MediaItem>) {
        let _ = self.asks.send(Ask::Added(files)).await;
    }
}

struct Watcher {
    shared: Arc<Shared>,
    seen: watch::Sender<Seen>,
    added: Vec<MediaItem>,
}

impl Watcher {
    async fn run(mut self, mut inbox: mpsc::Receiver<Ask>, leaving: CancellationToken) {
        let watching = async {
            let mut busy = false;
            let timing = &self.shared.timing;
            let at_least = Duration::from_millis(1);
            let pace = timing.wait(timing.poll_busy).max(at_least);
            let quiet_pace = timing.wait(timing.poll_shared).max(at_least);
            let with_others = self.shared.with_others;
            loop {
                tokio::select! {
                    ask = inbox.recv() => match ask {
                        Some(Ask::Busy(now)) => busy = now,
                        Some(Ask::Look(reply)) => self.look_for(reply).await,
                        Some(Ask::Added(files)) => self.add(files).await,
                        None => return,
                    },
                    () = tokio::time::sleep(quiet_pace), if with_others && !busy => {
                        let _ = self.look(Repeat::Poll).await;
                    }
                    () = tokio::time::sleep(pace), if busy => {
                        // A poll that fails is followed by the next one.
                        let _ = self.look(Repeat::Poll).await;
                    }
                }
            }
        };
        leaving.run_until_cancelled(watching).await;
    }

    async fn look_for(&mut self, reply: oneshot::Sender<Result<Seen, Error>>) {
        let looked = self.look(Repeat::Freely).await.map(|()| self.now());
        // An asker that is gone needs no answer; what changed has been told all the same.
        let _ = reply.send(looked);
    }

    async fn add(&mut self, files: Vec<MediaItem>) {
        self.added.extend(files);
        let media = self.now().media.to_vec();
        self.take_media(media).await;
    }

    fn now(&self) -> Seen {
        self.seen.borrow().clone()
    }

    async fn look(&mut self, repeat: Repeat) -> Result<(), Error> {
        let tag = self.now().tag;
        let asked = self.shared.server.client.state(&self.shared.id, tag.as_deref(), repeat);
        if let StateAnswer::Now(state) = asked.await? {
            self.take(*state).await;
        }
        Ok(())
    }

    async fn take(&mut self, State { draft, media, tag }: State) {
        let same = draft.as_ref() == self.now().written.as_deref();
        self.seen.send_modify(|seen| seen.tag = tag);
        if !same {
            self.take_film(draft).await;
        }
        self.take_media(media).await;
    }

    async fn take_film(&mut self, written: Option<Value>) {
        let (before, draft) = (self.now().draft, decode(written.as_ref()));
        self.seen.send_modify(|seen| {
            seen.draft.clone_from(&draft);
            seen.written = written.map(Arc::new);
        });
        keep_film(&self.shared, &self.now()).await;
        if draft != before {
            self.shared.tell(Update::Draft(draft.unwrap_or_default())).await;
        }
    }

    /// The state's own list, and behind it what was added and is not in it yet.
    async fn take_media(&mut self, mut media: Vec<MediaItem>) {
        self.added.retain(|file| !media.iter().any(|known| known.filename == file.filename));
        media.extend(self.added.iter().cloned());
        if media == *self.now().media {
            return;
        }
        let media = Arc::new(media);
        self.seen.send_modify(|seen| seen.media = Arc::clone(&media));
        keep_media(&self.shared, &self.now()).await;
        self.shared.tell(Update::Media(media)).await;
    }
}

/// Keeps the film as the server wrote it.
pub(super) async fn keep_film(shared: &Shared, seen: &Seen) {
    let Some(written) = seen.written.clone() else {
        return;
    };
    let key = shared.key;
    let title = seen.draft.as_deref().and_then(|draft| draft.title.clone());
    let duration = seen.draft.as_deref().map(Draft::duration).unwrap_or_default();
    let kept = move |database: &mut crate::store::Database| {
        database.put_draft(key, &written.to_string(), duration.0)?;
        database.set_title(key, title.as_deref())
    };
    shared.keeper.write(kept).await;
}

/// Keeps the list of files.
pub(super) async fn keep_media(shared: &Shared, seen: &Seen) {
    let (key, count) = (shared.key, seen.media.len());
    let Ok(files) = serde_json::to_string(&*seen.media) else {
        return;
    };
    shared.keeper.write(move |database| database.put_media(key, &files, count)).await;
}
