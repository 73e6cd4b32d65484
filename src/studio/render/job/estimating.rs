//! Telling what a film will come to: alone, and at the beginning of its render.

use crate::studio::ffmpeg::Tool;
use crate::studio::render::estimate::{Estimate, Load, Wanted, of_kept, of_still, reckon};
use crate::studio::render::footage::examine_all;
use crate::studio::render::kept_chunks::KeptChunks;
use crate::studio::render::kept_film::film_key;
use crate::studio::render::measured::remembered;
use crate::studio::render::pieces::{Piece, begun_pieces};
use crate::studio::render::plan::{RenderPlan, plan};
use crate::studio::render::prepare::prepare;
use crate::studio::render::work_folder::WorkFolder;
use crate::studio::render::{Error, Order};

use super::Work;
use super::attempts::{can_be_copied, find_copies, how};

/// What a film will come to, without making it: as its render would see it at its beginning.
///
/// # Errors
/// Those that the render would meet before its first picture.
pub async fn estimate(order: Order) -> Result<Estimate, Error> {
    if !order.draft.is_ready() {
        return Err(Error::Nothing);
    }
    if order.form.is_still() {
        return Ok(of_still(order.draft.canvas, order.form));
    }
    std::fs::create_dir_all(&order.scratch).map_err(Error::write(&order.scratch))?;
    let kept = KeptChunks::open(&order.scratch).map_err(Error::write(&order.scratch))?;
    let films = KeptChunks::open_films(&order.scratch).map_err(Error::write(&order.scratch))?;
    let (how, _) = how(&order).await;
    let patience = order.machine.patience;
    let library = examine_all(&order.draft, &order.media, &order.scratch, patience).await?;
    let mut plan = plan(&order.draft, &library).ok_or(Error::Nothing)?;
    plan.name_the_missing(order.language);
    let hardware = how.and_then(|how| how.hardware);
    let film = film_key(&order, hardware, &plan, &Tool::Ffmpeg.identity());
    if let Some(bytes) = film.and_then(|key| films.bytes(&key)) {
        return Ok(of_kept(bytes));
    }
    let wanted = wanted(&order, &plan);
    // Nothing is composed for the ears.
    let seen = RenderPlan { cues: Vec::new(), ..plan };
    let folder = WorkFolder::make(&order.scratch).map_err(Error::write(&order.scratch))?;
    let prepared = prepare(&seen, folder.path()).await?;
    let copied = if can_be_copied(&order, how) { find_copies(&seen).await } else { Vec::new() };
    let pieces = begun_pieces(how, &seen, &prepared, &copied, (folder.path(), &kept));
    let load = Load::of(&pieces, seen.canvas);
    Ok(reckon(wanted, &seen, how, load, &remembered(&order.scratch)))
}

fn wanted(order: &Order, plan: &RenderPlan) -> Wanted {
    let limit = order.wish.most_bytes.filter(|_| order.form.can_be_fitted());
    Wanted { form: order.form, most_bytes: limit, is_heard: !plan.cues.is_empty() }
}

impl Work<'_> {
    /// Tells what the film will come to, now that it is known what is there of it.
    pub(super) fn expect(&mut self, pieces: &[Piece]) {
        let load = Load::of(pieces, self.plan.canvas);
        let known = remembered(&self.order.scratch);
        let wanted = wanted(self.order, self.plan);
        let whole = Wanted { most_bytes: None, ..wanted };
        let first = reckon(whole, self.plan, self.how, load, &known);
        let is_made_again = wanted.most_bytes.is_some_and(|most| first.bytes.least > most);
        let told = reckon(wanted, self.plan, self.how, load, &known);
        self.teller.expects(told, is_made_again);
    }
}
