//! Subtitles of a file: one piece of text for each of its entries, at the bottom, at its time.
//!
//! Entries that would stand over each other follow each other instead; what the film is too short for is
//! left out and told.

use super::super::operation::{AddText, Operation, Remove};
use super::super::request::{Others, Subtitling, Which};
use super::piece::LEAST;
use super::stage::Stage;
use super::text::texts;
use super::{Note, Plan, Refusal, find};
use crate::api::wire::MediaKind;
use crate::draft::{Millis, Segment, TextPlace};
use crate::studio::media::{Cue, Media};

/// The entries of a file as words on the picture.
pub fn lay(wanted: &Subtitling, stage: &mut Stage) -> Result<Plan, Refusal> {
    let film = stage.length();
    if film.is_zero() {
        return Err(Refusal::NoFilm);
    }
    let name = file(wanted, stage)?.name.clone();
    let Some(found) = stage.subtitles(&name).filter(|found| !found.cues.is_empty()) else {
        return Err(Refusal::NoSubtitles { name });
    };
    let later =
        |cue: Cue| Cue { start: cue.start + wanted.from, end: cue.end + wanted.from, ..cue };
    let cues: Vec<Cue> = apart(&found.cues).into_iter().map(later).collect();
    let shown: Vec<Cue> = within(&cues, film);
    if shown.is_empty() {
        let from = cues.first().map(|cue| cue.start).unwrap_or_default();
        return Err(Refusal::SubtitlesBehindEnd { name, from, length: film });
    }
    let mut notes = Vec::new();
    let left_out = cues.len() - shown.len();
    if shown.last() != cues.get(shown.len() - 1) || left_out > 0 {
        notes.push(Note::SubtitlesCut { left_out, length: film });
    }
    if found.unread > 0 {
        notes.push(Note::EntriesUnread { name, count: found.unread });
    }
    let gone = in_the_way(&shown, wanted.others, stage);
    if are_there(&shown, &gone) {
        return Ok(Plan { operations: Vec::new(), notes });
    }
    let mut operations = Vec::new();
    if !gone.is_empty() {
        let ids = gone.iter().map(|text| text.id.clone()).collect();
        operations.push(Operation::Remove(Remove { ids }));
    }
    operations.extend(shown.into_iter().map(|cue| {
        Operation::AddText(AddText {
            id: stage.fresh_id(),
            words: cue.words,
            place: TextPlace::Bottom,
            start: cue.start,
            duration: cue.end - cue.start,
        })
    }));
    Ok(Plan { operations, notes })
}

/// `add subtitles`: those of the only file of them.
pub fn unnamed(stage: &mut Stage) -> Result<Plan, Refusal> {
    only_file(stage).ok_or(Refusal::NoWordsSaid)?;
    lay(&Subtitling { file: None, from: Millis(0), others: Others::Stay }, stage)
}

/// The only file of subtitles that the session has.
pub fn only_file<'a>(stage: &Stage<'a>) -> Option<&'a Media> {
    let mut all = stage.media().iter().filter(|media| media.kind == MediaKind::Subtitles);
    all.next().filter(|_| all.next().is_none())
}

fn file<'a>(wanted: &Subtitling, stage: &Stage<'a>) -> Result<&'a Media, Refusal> {
    let media = stage.media();
    match &wanted.file {
        Some(Which::Missing(name)) => Err(find::no_such_file(name, media)),
        Some(Which::Named(place)) => media.get(*place).ok_or(Refusal::NoSubtitleFile),
        _ => {
            let is_one = |place: &usize| media[*place].kind == MediaKind::Subtitles;
            let all: Vec<usize> = (0..media.len()).filter(is_one).collect();
            match (all.is_empty(), only_file(stage)) {
                (true, _) => Err(Refusal::NoSubtitleFile),
                (false, Some(only)) => Ok(only),
                (false, None) => {
                    let chosen = find::one_file(&all, stage)?;
                    chosen
                        .first()
                        .and_then(|place| media.get(*place))
                        .ok_or(Refusal::NoSubtitleFile)
                }
            }
        }
    }
}

/// Entries that do not stand over each other: one ends where the next begins, and two that begin together
/// are lines of one.
fn apart(cues: &[Cue]) -> Vec<Cue> {
    let mut apart: Vec<Cue> = Vec::new();
    for cue in cues {
        match apart.last_mut() {
            Some(last) if cue.start < last.start + LEAST => {
                last.words = format!("{}\n{}", last.words, cue.words);
                last.end = last.end.max(cue.end);
            }
            Some(last) => {
                last.end = last.end.min(cue.start);
                apart.push(cue.clone());
            }
            None => apart.push(cue.clone()),
        }
    }
    apart
}

/// What a film of this length has room for.
fn within(cues: &[Cue], film: Millis) -> Vec<Cue> {
    let cut = |cue: &Cue| Cue { end: cue.end.min(film), ..cue.clone() };
    cues.iter().filter(|cue| cue.start < film).map(cut).collect()
}

/// The words at the bottom that are to go.
fn in_the_way(cues: &[Cue], others: Others, stage: &Stage) -> Vec<Segment> {
    let covers = |text: &Segment| {
        let first = cues.partition_point(|cue| cue.end <= text.start);
        cues.get(first).is_some_and(|cue| cue.start < text.end())
    };
    let goes = |text: &&&Segment| {
        text.text_style.place == TextPlace::Bottom && (others == Others::Go || covers(text))
    };
    texts(stage).iter().filter(goes).map(|text| (*text).clone()).collect()
}

/// Whether just these stand there already.
fn are_there(cues: &[Cue], texts: &[Segment]) -> bool {
    let same = |(cue, text): (&Cue, &Segment)| {
        (cue.start, cue.end) == (text.start, text.end())
            && text.text.as_deref() == Some(cue.words.as_str())
    };
    cues.len() == texts.len() && cues.iter().zip(texts).all(same)
}
