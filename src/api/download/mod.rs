//! A finished film to this machine: fetched beside its place, checked, then put there in one step.
//!
//! The film usually lies on another origin, so the request goes out without the token; redirects are
//! followed one by one, each judged anew. A broken transfer goes on where it stopped, also in the next
//! run of the program. Only a whole file gets the final name.

mod name;
mod part_file;

use std::time::Duration;

use reqwest::header::{CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderMap, IF_RANGE, LOCATION, RANGE};
use reqwest::{Response, StatusCode};
use tokio::sync::watch;
use url::Url;

pub use name::stem_of_title;
pub use part_file::{PartFile, SaveAs, Whole};

use super::{Client, Error, answers, client, origin};

/// How far a download is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Transfer {
    /// Bytes on the disk.
    pub done: u64,
    /// Of how many, where the server says so.
    pub total: Option<u64>,
}

/// So often a transfer is begun.
const TRIES: u32 = 5;
/// So many redirects are followed.
const HOPS: u32 = 5;
/// Without a byte for this long the transfer counts as broken.
const STALLED: Duration = Duration::from_secs(60);

impl Client {
    /// An address as the server wrote it, which may be relative to the server's own.
    ///
    /// # Errors
    /// [`Error::BadAnswer`] where it is none, or not of the web.
    pub fn address(&self, written: &str) -> Result<Url, Error> {
        let address = self.base().join(written);
        let address = address.map_err(|_| Error::BadAnswer("no address"))?;
        match address.scheme() {
            "http" | "https" => Ok(address),
            _ => Err(Error::BadAnswer("not an address of the web")),
        }
    }

    /// Fetches a file into `part`, and tells `progress`. Returns its size.
    ///
    /// # Errors
    /// What the last try met, or [`Error::Disk`].
    pub async fn download(
        &self,
        address: &Url,
        part: &mut PartFile,
        progress: &watch::Sender<Transfer>,
    ) -> Result<u64, Error> {
        let (mut tries, mut renewed) = (0, false);
        loop {
            let used = self.credential_generation();
            let error = match self.transfer(address, part, progress).await {
                Ok(()) => return part.sync().await,
                Err(error) => error,
            };
            if matches!(error, Error::TokenRefused) && !renewed {
                renewed = true;
                self.renew_token(used).await?;
                continue;
            }
            tries += 1;
            if !error.is_retryable() || tries == TRIES {
                return Err(error);
            }
            tokio::time::sleep(self.patience().growing(tries - 1)).await;
        }
    }

    /// One try, from where the last one stopped.
    async fn transfer(
        &self,
        address: &Url,
        part: &mut PartFile,
        progress: &watch::Sender<Transfer>,
    ) -> Result<(), Error> {
        let known = part.known();
        if is_complete(part.written(), &known) {
            return Ok(());
        }
        let mut response = match self.follow(address, part.written(), &known).await {
            Err(Error::Incomplete) => {
                // It has no such part: what is there is of another file.
                part.restart().await?;
                part.learn(Whole::default());
                return Err(Error::Incomplete);
            }
            answered => answered?,
        };
        let mut total = known.total;
        if !continues(&response, part.written(), &known) {
            part.restart().await?;
            total = response.content_length();
        }
        part.learn(Whole { tag: strong_tag(response.headers()), total });
        let received = receive(&mut response, part, total, progress).await;
        // What came before the line broke is there for the next try, and for the next program.
        part.flush().await?;
        received?;
        let is_whole = total.is_none_or(|total| total == part.written());
        if is_whole && part.written() > 0 { Ok(()) } else { Err(Error::Incomplete) }
    }

    /// Follows redirects by hand, so that each request has the headers of its own origin.
    async fn follow(&self, address: &Url, have: u64, known: &Whole) -> Result<Response, Error> {
        let mut address = address.clone();
        for _ in 0..HOPS {
            let mut request = self.request_anywhere(address.clone())?;
            // Without a mark of the whole file, what is there may be of another one.
            if have > 0 && *known != Whole::default() {
                request = request.header(RANGE, format!("bytes={have}-"));
                if let Some(tag) = &known.tag {
                    request = request.header(IF_RANGE, tag);
                }
            }
            let response = tokio::time::timeout(STALLED, client::send(request)).await;
            let response = response.map_err(|_| Error::TimedOut)??;
            match next_hop(&address, &response) {
                Some(next) => address = next,
                None => {
                    let fetched = whole_or_refused(response).await;
                    return fetched.map_err(|error| self.as_meant_by(&address, error));
                }
            }
        }
        Err(Error::BadAnswer("too many redirects"))
    }
}

impl Client {
    /// Another origin never got the token, so it is not the token that it refuses.
    fn as_meant_by(&self, address: &Url, error: Error) -> Error {
        match error {
            Error::TokenRefused if !origin::is_own(self.base(), address) => Error::NotFound,
            other => other,
        }
    }
}

/// Writes down what comes, until it ends or breaks off.
async fn receive(
    response: &mut Response,
    part: &mut PartFile,
    total: Option<u64>,
    progress: &watch::Sender<Transfer>,
) -> Result<(), Error> {
    loop {
        progress.send_replace(Transfer { done: part.written(), total });
        let piece = tokio::time::timeout(STALLED, response.chunk()).await;
        match piece.map_err(|_| Error::TimedOut)?? {
            Some(bytes) => part.write(&bytes).await?,
            None => return Ok(()),
        }
    }
}

/// All of it came before the program that fetched it could say so.
fn is_complete(have: u64, known: &Whole) -> bool {
    have > 0 && known.tag.is_some() && known.total == Some(have)
}

fn next_hop(address: &Url, response: &Response) -> Option<Url> {
    let location =
        response.status().is_redirection().then(|| response.headers().get(LOCATION))??;
    let next = address.join(location.to_str().ok()?).ok()?;
    matches!(next.scheme(), "http" | "https").then_some(next)
}

/// A film is neither an error status nor JSON nor a page.
async fn whole_or_refused(response: Response) -> Result<Response, Error> {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_json = kind.is_some_and(|kind| kind.starts_with("application/json"));
    if response.status() == StatusCode::RANGE_NOT_SATISFIABLE {
        return Err(Error::Incomplete);
    }
    let is_page = kind.is_some_and(|kind| kind.starts_with("text/html"));
    if response.status().is_success() && is_page {
        // A gateway answers in the film's place.
        let status = response.status().as_u16();
        return Err(Error::Unavailable { status, retry_after: None });
    }
    if response.status().is_success() && !is_json {
        return Ok(response);
    }
    answers::read(response).await?;
    Err(Error::BadAnswer("no file"))
}

/// Whether the answer goes on where the file stops, and is of the same file.
fn continues(response: &Response, have: u64, known: &Whole) -> bool {
    if have == 0 || response.status() != StatusCode::PARTIAL_CONTENT {
        return false;
    }
    let range = response.headers().get(CONTENT_RANGE).and_then(|range| range.to_str().ok());
    let range = range.and_then(|range| range.strip_prefix("bytes ")?.split_once('/'));
    range.is_some_and(|(bytes, total)| {
        let begins_there = bytes.starts_with(&format!("{have}-"));
        begins_there && (known.total.is_none() || total.parse().ok() == known.total)
    })
}

fn strong_tag(headers: &HeaderMap) -> Option<String> {
    let tag = headers.get(ETAG)?.to_str().ok()?;
    (!tag.starts_with("W/")).then(|| tag.to_owned())
}
