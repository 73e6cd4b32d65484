//! A film that was rendered before, whole: exporting it again copies it.
//!
//! Its name tells all that went into it: the plan, the files that the plan names, and how it was to be
//! written. The mixed sound is kept the same way, so that another title does not mix it again. Films
//! are copied and never linked: what the user does to a file must not reach what is kept.

use std::path::Path;

use crate::studio::ffmpeg::Hardware;

use super::error::Error;
use super::footage::Footage;
use super::kept_chunks::{KeptChunks, Key};
use super::order::Wish;
use super::plan::{Caption, Content, Cue, RenderPlan, Voice};
use super::verify::verify;
use super::{Order, Rendered, Warning, work_folder};

/// Under what a film is kept; none where a file that it reads is gone.
pub(super) fn film_key(
    order: &Order,
    hardware: Option<Hardware>,
    plan: &RenderPlan,
    ffmpeg: &str,
) -> Option<Key> {
    // Named one by one, so that whatever an order learns to say is thought of here.
    let Order {
        draft: _,
        media: _,
        output: _,
        scratch: _,
        form,
        quality,
        wish,
        language: _,
        machine: _,
    } = order;
    // At which moment a still is taken makes no other film.
    let Wish { at: _, most_bytes } = wish;
    let words =
        [format!("film {form:?} {quality:?} {most_bytes:?} {hardware:?}"), format!("{plan:?}")];
    let seen = plan.shots.iter().filter_map(|shot| match &shot.content {
        Content::Take(take) => Some(&*take.footage),
        Content::Black | Content::Placeholder(_) => None,
    });
    let over = plan.captions.iter().flat_map(Caption::footage);
    key(&words, seen.chain(over).chain(heard(&plan.cues)), ffmpeg)
}

/// Under what the sound of a film is kept, written in a way.
pub(super) fn sound_key(plan: &RenderPlan, written: &str, ffmpeg: &str) -> Option<Key> {
    let words = [
        format!("sound {written} {:?} {:?}", plan.length, plan.canvas.rate),
        // How far what ducks goes down is in the cues.
        format!("{:?} {:?}", plan.loudness, plan.cues),
    ];
    key(&words, heard(&plan.cues), ffmpeg)
}

fn heard(cues: &[Cue]) -> impl Iterator<Item = &Footage> {
    cues.iter().filter_map(|cue| match &cue.voice {
        Voice::Footage(footage) => Some(&**footage),
        Voice::Music(_) => None,
    })
}

fn key<'a>(
    words: &[String],
    footage: impl Iterator<Item = &'a Footage>,
    ffmpeg: &str,
) -> Option<Key> {
    let mut files: Vec<&Path> = footage.map(|one| one.path.as_path()).collect();
    files.sort_unstable();
    files.dedup();
    // Nothing of a render's own is read, so no folder is.
    let nobodys = Path::new("\0");
    Key::of(words.iter().map(String::as_str), files.into_iter(), nobodys, ffmpeg).ok()
}

/// Puts a kept film at its place; none where there is none, or none that can be read.
pub(super) async fn take_film(
    films: &KeptChunks,
    key: &Key,
    order: &Order,
    plan: &RenderPlan,
) -> Result<Option<Rendered>, Error> {
    if !films.has(key) {
        return Ok(None);
    }
    let path = order.output.clone();
    let film = work_folder::begin_film(&path).map_err(Error::write(&path))?;
    let (kept, key, copy) = (films.clone(), key.clone(), film.path().to_owned());
    let copied = tokio::task::spawn_blocking(move || {
        let copied = kept.copy_to(&key, &copy);
        if copied.is_err() {
            kept.forget(&key);
        }
        copied.is_ok()
    });
    let is_whole = copied.await.unwrap_or(false);
    if !is_whole || verify(film.path(), plan, order.form).await.is_err() {
        return Ok(None);
    }
    film.persist(&path).map_err(|refused| Error::write(&path)(refused.error))?;
    let bytes = std::fs::metadata(&path).map_err(Error::write(&path))?.len();
    let duration = plan.canvas.rate.millis_nearest(plan.length);
    Ok(Some(Rendered { path, bytes, duration, warnings: Vec::new() }))
}

/// Keeps a film that is there. Only one of which nothing has to be told is kept, but for what encoded it.
pub(super) async fn keep_film(films: &KeptChunks, key: Option<Key>, rendered: &Rendered) {
    let Some(key) = key.filter(|_| rendered.warnings.iter().all(Warning::is_of_machine)) else {
        return;
    };
    let (films, path) = (films.clone(), rendered.path.clone());
    let keeping = tokio::task::spawn_blocking(move || films.keep_copy(&key, &path));
    // Where it could not be kept it is rendered again.
    let _ = keeping.await;
}
