//! What the studio does beyond the contract: it shows a frame of a film, and a file's pictures and
//! loudness, tells what a film will come to, and forgets a film. The contract has no such requests; only the built-in server is asked.

use std::time::Duration;

use reqwest::Method;

use super::wire::Picture;
use super::wire::render::{RenderEstimate, RenderOrder};
use super::{Client, Error, Repeat, answers, client};
use crate::draft::Millis;

/// A file of hours is listened through once.
const LONGEST: Duration = Duration::from_secs(150);

impl Client {
    /// The film's frame at a moment, within so many pixels.
    ///
    /// # Errors
    /// Whatever the studio or the way to it makes of the request.
    pub async fn preview(
        &self,
        session: &str,
        at: Millis,
        (width, height): (u32, u32),
    ) -> Result<Picture, Error> {
        let [at, width, height] = [at.0.to_string(), width.to_string(), height.to_string()];
        let bytes = self.look(&["studio", "preview", session, &at, &width, &height]).await?;
        Picture::from_ppm(&bytes).ok_or(Error::BadAnswer("no picture"))
    }

    /// A small picture of a file of the session near a moment of it, within so many pixels.
    ///
    /// # Errors
    /// Whatever the studio or the way to it makes of the request.
    pub async fn thumbnail(
        &self,
        session: &str,
        file: &str,
        at: Millis,
        (width, height): (u32, u32),
    ) -> Result<Picture, Error> {
        let [at, width, height] = [at.0.to_string(), width.to_string(), height.to_string()];
        let bytes =
            self.look(&["studio", "thumbnail", session, file, &at, &width, &height]).await?;
        Picture::from_ppm(&bytes).ok_or(Error::BadAnswer("no picture"))
    }

    /// How loud a file of the session is: twenty peaks for each second.
    ///
    /// # Errors
    /// Whatever the studio or the way to it makes of the request.
    pub async fn waveform(&self, session: &str, file: &str) -> Result<Vec<u8>, Error> {
        self.look(&["studio", "waveform", session, file]).await
    }

    /// What an order would come to; nothing is made.
    ///
    /// # Errors
    /// Whatever the studio or the way to it makes of the request.
    pub async fn estimate_render(&self, order: &RenderOrder) -> Result<RenderEstimate, Error> {
        let path = ["studio", "estimate"];
        let request = self.request(Method::POST, &path).json(order).timeout(LONGEST);
        let raw = answers::fetch(client::send(request).await?).await?;
        if !raw.status.is_success() {
            return Err(answers::unwrap(&raw).err().unwrap_or(Error::BadAnswer("no estimate")));
        }
        serde_json::from_slice(&raw.body).map_err(|_| Error::BadAnswer("no estimate"))
    }

    /// Removes a session from the studio, with its film and its files.
    ///
    /// # Errors
    /// Whatever the studio or the way to it makes of the request.
    pub async fn remove_session(&self, session: &str) -> Result<(), Error> {
        let path = ["studio", "session", session];
        self.call(Repeat::Freely, || self.request(Method::DELETE, &path)).await.map(drop)
    }

    async fn look(&self, path: &[&str]) -> Result<Vec<u8>, Error> {
        let request = self.request(Method::GET, path).timeout(LONGEST);
        let raw = answers::fetch(client::send(request).await?).await?;
        if raw.status.is_success() {
            return Ok(raw.body);
        }
        Err(answers::unwrap(&raw).err().unwrap_or(Error::BadAnswer("no picture")))
    }
}
