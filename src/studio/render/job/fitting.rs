//! A film that came out larger than it may be is encoded again, in two passes, to fit.

use crate::studio::ffmpeg::{self, run_watched};
use crate::studio::render::Error;
use crate::studio::render::progress::Stage;
use crate::studio::render::squeeze::{self, Rate};
use crate::studio::render::verify::verify;

use super::Work;

/// The rate that follows from the size, and one that is corrected by what came of it.
const ATTEMPTS: u8 = 2;

impl Work<'_> {
    /// Encodes the film once more where it is larger than it may be.
    pub(super) async fn squeeze(&self) -> Result<(), Error> {
        let form = self.order.form;
        let Some(most) = self.order.wish.most_bytes.filter(|_| form.can_be_fitted()) else {
            return Ok(());
        };
        let mut rate = squeeze::rate(most, self.length(), self.plan.canvas);
        for attempt in 0..ATTEMPTS {
            let bytes = self.bytes()?;
            if bytes <= most {
                return Ok(());
            }
            if attempt == 0 {
                let whole = self.folder.path().join("whole");
                std::fs::copy(self.film.path(), &whole).map_err(Error::write(&whole))?;
            } else {
                rate = squeeze::corrected(rate, bytes, most);
            }
            self.teller.begins(Stage::Fitting);
            self.pass(1, attempt, rate).await.map_err(|error| too_large(error, bytes, most))?;
            self.pass(2, attempt, rate).await.map_err(|error| too_large(error, bytes, most))?;
            self.teller.begins(Stage::Checking);
            verify(self.film.path(), self.plan, form).await?;
        }
        let bytes = self.bytes()?;
        if bytes > most { Err(Error::TooLarge { bytes, most }) } else { Ok(()) }
    }

    async fn pass(&self, number: u8, attempt: u8, rate: Rate) -> Result<(), Error> {
        let (whole, log) = (self.folder.path().join("whole"), self.folder.path().join("pass"));
        let how = (self.order.form, self.order.quality, rate);
        let args = squeeze::pass(number, &whole, self.film.path(), &log, how);
        let before = f64::from(attempt * 2 + number - 1);
        let length = self.plan.length.0.max(1) as f64;
        let told = |progress: ffmpeg::Progress| {
            let part = (progress.frames as f64 / length).min(1.0);
            // Mostly the first attempt fits.
            self.teller.fitted(((before + part) / 2.0).min(1.0));
        };
        let run = run_watched(args, self.limits(), told).await;
        // The first pass writes what it finds, the second the film.
        match number {
            1 => run.map_err(Error::run_below(&self.order.scratch))?,
            _ => run?,
        };
        Ok(())
    }

    fn bytes(&self) -> Result<u64, Error> {
        let facts = std::fs::metadata(self.film.path());
        facts.map(|facts| facts.len()).map_err(Error::write(self.film.path()))
    }
}

/// An encoder that refuses knows of no way to so low a rate.
fn too_large(error: Error, bytes: u64, most: u64) -> Error {
    match error {
        Error::Ffmpeg(ffmpeg::Error::Failed { .. }) => Error::TooLarge { bytes, most },
        other => other,
    }
}
