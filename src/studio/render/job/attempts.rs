//! A film is tried again without what turns out to be broken.
//!
//! Each broken source costs its segments, not the film. Copied stretches and kept chunks are suspected
//! first, a few times. It ends because there are ever fewer of all three.

use tokio::sync::watch;

use super::Work;
use super::blame::{is_gone, remove_broken};
use crate::studio::ffmpeg::{self, Tool};
use crate::studio::render::diagnose::answers;
use crate::studio::render::footage::{Library, examine_all};
use crate::studio::render::form::{Codec, Form};
use crate::studio::render::graph::{self, How};
use crate::studio::render::kept_chunks::{KeptChunks, Key};
use crate::studio::render::kept_film::{film_key, keep_film, take_film};
use crate::studio::render::plan::{RenderPlan, plan};
use crate::studio::render::progress::{Stage, Teller, Told};
use crate::studio::render::splice::{Copy, copies};
use crate::studio::render::{Error, Order, Rendered, Warning};

/// So often what went from the cache in the middle of a render is made again.
const COPIED_ANEW: u32 = 3;

/// So often what was taken from the cache is suspected. Two renders of one film side by side keep for each other
/// what they make, so that each has something to suspect again and again.
const SUSPECTED: u32 = 3;

/// Where the attempts at a film are.
pub(super) struct Attempts<'a> {
    order: &'a Order,
    kept: &'a KeptChunks,
    films: &'a KeptChunks,
    how: Option<How>,
    /// What of the machine is to be told.
    said: Option<Warning>,
    /// What is not known to be broken.
    library: Library,
    copying: bool,
    anew: u32,
    suspected: u32,
}

impl<'a> Attempts<'a> {
    pub(super) async fn begin(
        order: &'a Order,
        (kept, films): (&'a KeptChunks, &'a KeptChunks),
    ) -> Result<Self, Error> {
        let (how, said) = how(order).await;
        let library = examined(order).await?;
        let copying = can_be_copied(order, how);
        let (anew, suspected) = (COPIED_ANEW, SUSPECTED);
        Ok(Self { order, kept, films, how, said, library, copying, anew, suspected })
    }

    /// One attempt: the film, or none where there is to be another one.
    pub(super) async fn next(
        &mut self,
        progress: &watch::Sender<Told>,
    ) -> Result<Option<Rendered>, Error> {
        let plan = self.plan()?;
        let teller = Teller::new(progress.clone(), plan.length, self.order.form);
        teller.begins(Stage::Reading);
        teller.warns(&plan.warnings);
        let hardware = self.how.and_then(|how| how.hardware);
        let key = film_key(self.order, hardware, &plan, &Tool::Ffmpeg.identity());
        if let Some(key) = &key
            && let Some(film) = take_film(self.films, key, self.order, &plan).await?
        {
            teller.finished();
            return Ok(Some(Rendered {
                warnings: self.said.clone().into_iter().collect(),
                ..film
            }));
        }
        let mut reused = Vec::new();
        let work = Work::begin(self.order, self.how, &plan, teller, (self.kept, self.films))?;
        let copied = if self.copying { find_copies(&plan).await } else { Vec::new() };
        match work.run(&copied, &mut reused).await {
            Ok(rendered) => {
                keep_film(self.films, key, &rendered).await;
                Ok(Some(rendered))
            }
            Err(error) => {
                self.go_on_without(error, &plan, !copied.is_empty(), &reused).await?;
                Ok(None)
            }
        }
    }

    fn plan(&self) -> Result<RenderPlan, Error> {
        let mut plan = plan(&self.order.draft, &self.library).ok_or(Error::Nothing)?;
        plan.name_the_missing(self.order.language);
        plan.warnings.extend(graph::unknown(&plan));
        plan.warnings.extend(self.said.clone());
        Ok(plan)
    }

    /// Leaves out what may have made an attempt fail; the error where nothing may.
    async fn go_on_without(
        &mut self,
        error: Error,
        plan: &RenderPlan,
        has_copied: bool,
        reused: &[Key],
    ) -> Result<(), Error> {
        let patience = self.order.machine.patience;
        if !error.may_be_a_source() || error.is_hang() && !answers(patience).await {
            return Err(error);
        }
        if has_copied {
            tracing::warn!(%error, "nothing is copied this time");
            self.copying = false;
        } else if self.anew > 0 && is_gone(plan) {
            // Somebody has cleared the cache meanwhile, and with it what was read from there.
            tracing::info!(%error, "what was read from the cache is made again");
            self.anew -= 1;
            self.library = examined(self.order).await?;
        } else if self.suspected > 0 && !reused.is_empty() {
            self.suspected -= 1;
            let all = [self.kept, self.films];
            reused.iter().for_each(|key| all.iter().for_each(|kept| kept.forget(key)));
        } else if !remove_broken(&mut self.library, plan, patience).await {
            // Whatever works on one frame may fail on a film.
            self.said = Some(in_software(&mut self.how, &error).ok_or(error)?);
            self.copying = can_be_copied(self.order, self.how);
        }
        Ok(())
    }
}

async fn examined(order: &Order) -> Result<Library, Error> {
    let patience = order.machine.patience;
    Ok(examine_all(&order.draft, &order.media, &order.scratch, patience).await?)
}

pub(super) fn can_be_copied(order: &Order, how: Option<How>) -> bool {
    order.form != Form::Gif && how.is_some_and(How::can_be_copied_beside)
}

/// What of a film can be copied. Where looking fails, nothing.
pub(super) async fn find_copies(plan: &RenderPlan) -> Vec<Copy> {
    let plan = plan.clone();
    tokio::task::spawn_blocking(move || copies(&plan)).await.unwrap_or_default()
}

/// How the picture is encoded, and what is to be said of that; none where there is no picture.
pub(super) async fn how(order: &Order) -> (Option<How>, Option<Warning>) {
    let Some(codec) = order.form.codec() else { return (None, None) };
    let (hardware, said) = match codec {
        Codec::H264 => order.machine.encoder.chosen(&order.scratch).await,
        Codec::Vp9 => (None, None),
    };
    (Some(How { codec, quality: order.quality, hardware }), said)
}

/// Takes the processor in place of an encoder in hardware that has failed, and says so; none where there
/// was no such encoder.
fn in_software(how: &mut Option<How>, error: &Error) -> Option<Warning> {
    let hardware = how.as_mut()?.hardware.take()?;
    let reason = match error {
        Error::Ffmpeg(ffmpeg::Error::Failed { reason, .. }) => reason.clone(),
        other => other.to_string(),
    };
    Some(Warning::InSoftware { name: hardware.name(), reason })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::wire::decode;
    use crate::language::Language;
    use crate::studio::render::{Machine, Mismatch, Quality, Wish};

    #[tokio::test]
    async fn what_is_reused_is_not_suspected_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let film = serde_json::json!({"t": [{"tt": 7, "sg": [{"d": 1000, "m": {"text": "Hi"}}]}]});
        let order = Order {
            draft: decode(&film).unwrap(),
            media: Vec::new(),
            output: folder.path().join("film.mp4"),
            scratch: folder.path().join("cache"),
            form: Form::Mp4,
            quality: Quality::Draft,
            wish: Wish::default(),
            language: Language::English,
            machine: Machine::default(),
        };
        std::fs::create_dir_all(&order.scratch).unwrap();
        let kept = KeptChunks::open(&order.scratch).unwrap();
        let films = KeptChunks::open_films(&order.scratch).unwrap();
        let mut attempts = Attempts::begin(&order, (&kept, &films)).await.unwrap();
        let plan = attempts.plan().unwrap();
        // Somebody else has made it again each time.
        let key = Key::of(["chunk"].into_iter(), [].into_iter(), folder.path(), "").unwrap();
        let mut tried = 0;
        let error = loop {
            let error = Error::Wrong(Mismatch::Unreadable);
            tried += 1;
            assert!(tried < 10, "it never ends");
            match attempts.go_on_without(error, &plan, false, std::slice::from_ref(&key)).await {
                Ok(()) => {}
                Err(error) => break error,
            }
        };
        assert!(matches!(error, Error::Wrong(Mismatch::Unreadable)), "{error}");
    }
}
