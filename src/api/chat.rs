//! A message to the agent, and the stream of its answer.
//!
//! A message is sent once. It is sent again only after an answer that says that nothing was done: an
//! expired token that could be renewed, or too many requests. Whatever leaves it open whether the
//! agent has begun (a lost connection, a gateway in trouble) is the caller's to find out from the
//! state. There is no time limit here: how long a turn may take is the link's to say.

use std::collections::VecDeque;

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{Method, Response};

use super::events::{Event, Frame, Frames, read};
use super::wire::chat::RunRequest;
use super::{Client, Error, Repeat, answers, client};

/// The events of a turn, as they come.
#[derive(Debug)]
pub struct EventStream {
    /// `None` once the stream has ended.
    response: Option<Response>,
    frames: Frames,
    complete: Vec<Frame>,
    ready: VecDeque<Event>,
}

impl Client {
    /// Sends a message and begins to read the answer.
    ///
    /// # Errors
    /// A refusal, or [`Error::may_have_been_done`].
    pub async fn say(&self, session: &str, text: &str) -> Result<EventStream, Error> {
        let message = RunRequest::new(session, text);
        self.asking(Repeat::AfterRefusal, || async {
            let request = self.request(Method::POST, &["run_sse"]);
            let request = request.header(ACCEPT, "text/event-stream").json(&message);
            EventStream::begin(client::send(request).await?).await
        })
        .await
    }
}

impl EventStream {
    async fn begin(response: Response) -> Result<Self, Error> {
        let good = response.status().is_success();
        if good && is_kind(&response, "text/html") {
            // A page of a gateway's: whether the message went through is not known.
            return Err(Error::BadAnswer("a page in place of a stream"));
        }
        let response = if good && !is_kind(&response, "application/json") {
            Some(response)
        } else {
            // An answer that is no stream either refuses or has nothing to say.
            answers::read(response).await?;
            None
        };
        Ok(Self {
            response,
            frames: Frames::default(),
            complete: Vec::new(),
            ready: VecDeque::new(),
        })
    }

    /// The next event; `None` when the stream has ended well. Nothing is lost if this is dropped
    /// while it waits.
    ///
    /// # Errors
    /// [`Error::Lost`] where the stream breaks off, [`Error::LineTooLong`].
    pub async fn next(&mut self) -> Result<Option<Event>, Error> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(Some(event));
            }
            let Some(response) = &mut self.response else {
                return Ok(None);
            };
            match response.chunk().await? {
                Some(bytes) => self.frames.push(&bytes, &mut self.complete)?,
                None => {
                    self.response = None;
                    self.frames.finish(&mut self.complete)?;
                }
            }
            self.ready.extend(self.complete.drain(..).flat_map(|frame| read(&frame)));
        }
    }
}

fn is_kind(response: &Response, wanted: &str) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with(wanted))
}
