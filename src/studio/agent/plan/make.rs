//! A new film from the session's files.

use super::super::operation::{LayVideo, Operation};
use super::super::request::{Make, Request, Style};
use super::lengths::share;
use super::piece::{STILL, footage, segment_of};
use super::seams::{USUAL, longest_between, transition};
use super::stage::Stage;
use super::{Note, Plan, Refusal, find};
use crate::draft::Millis;
use crate::studio::media::Media;

/// Lays the pieces of a new film; what it is to have besides is asked for afterwards.
pub fn make(make: &Make, stage: &mut Stage) -> Result<Plan, Refusal> {
    let files = chosen(make, stage)?;
    let media = stage.media();
    let pieces: Vec<&Media> = files.into_iter().filter_map(|file| media.get(file)).collect();
    let wanted = wanted_transition(make);
    let layout = layout(make, &pieces, wanted.as_ref().map(|(_, length)| *length))?;
    let notes = notes(make, stage, &pieces, &layout);
    let kind = wanted.map_or("", |(kind, _)| kind);
    let segments = pieces.iter().zip(&layout).map(|(media, laid)| {
        let mut segment = segment_of(media, stage.fresh_id(), laid.length);
        segment.transition =
            (!laid.transition.is_zero()).then(|| transition(kind, laid.transition));
        segment
    });
    let segments = segments.collect();
    let mut operations = vec![Operation::Clear, Operation::LayVideo(LayVideo { at: 0, segments })];
    operations.extend(name(make, stage).map(Operation::Name));
    Ok(Plan { operations, notes })
}

/// What is to be asked for once the pieces lie there.
pub fn besides(make: &Make) -> Vec<Request> {
    let is_besides = |request: &&Request| match request {
        // A new film has no music, words or fades until they are asked for.
        Request::Transitions { .. } | Request::RemoveMusic | Request::RemoveText(_) => false,
        Request::Fade { sides, .. } => sides.wanted,
        _ => true,
    };
    make.with.iter().filter(is_besides).cloned().collect()
}

fn chosen(make: &Make, stage: &Stage) -> Result<Vec<usize>, Refusal> {
    if make.from.is_empty() { find::every_file(stage) } else { find::files(&make.from, stage) }
}

fn wanted_transition(make: &Make) -> Option<(&'static str, Millis)> {
    let last = make.with.iter().rev().find_map(|request| match request {
        Request::Transitions { style, length, .. } => Some((style.clone(), *length)),
        _ => None,
    });
    let (style, length) = last?;
    let length = length.unwrap_or(USUAL);
    match style {
        Style::Unsaid => Some(("crossfade", length)),
        Style::Named(name) => Some((name, length)),
        Style::None => None,
    }
}

/// The film's name, if it has none yet: its title, or the word for what it is.
fn name(make: &Make, stage: &Stage) -> Option<String> {
    if stage.draft().title.is_some() {
        return None;
    }
    let title = make.with.iter().find_map(|request| match request {
        Request::AddText(text) if !text.place.is_low() => Some(text.words.clone()),
        _ => None,
    });
    title.or_else(|| make.sort.clone())
}

/// A piece's length, and the transition at its start (zero for none).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Laid {
    length: Millis,
    transition: Millis,
}

/// Lengths first without transitions; these then take their third of the shorter neighbour and leave
/// footage its handle; with what remains the lengths are worked out again.
fn layout(make: &Make, pieces: &[&Media], wanted: Option<Millis>) -> Result<Vec<Laid>, Refusal> {
    let footage: Vec<Option<Millis>> = pieces.iter().map(|media| footage(media)).collect();
    let rough = lengths(make, &footage)?;
    let transitions = transitions(&rough, wanted.unwrap_or_default());
    let handles = transitions.iter().skip(1).copied().chain([Millis::ZERO]);
    let limits: Vec<Option<Millis>> = footage
        .iter()
        .zip(handles)
        .map(|(longest, handle)| longest.map(|longest| longest - handle))
        .collect();
    let lengths = lengths(make, &limits)?;
    let fitting = self::transitions(&lengths, wanted.unwrap_or_default());
    let both = lengths.into_iter().zip(transitions.into_iter().zip(fitting));
    Ok(both.map(|(length, (one, other))| Laid { length, transition: one.min(other) }).collect())
}

fn transitions(lengths: &[Millis], wanted: Millis) -> Vec<Millis> {
    let between = lengths.windows(2).map(|pair| wanted.min(longest_between(pair[0], pair[1])));
    std::iter::once(Millis::ZERO).chain(between).take(lengths.len()).collect()
}

fn lengths(make: &Make, limits: &[Option<Millis>]) -> Result<Vec<Millis>, Refusal> {
    let pieces = limits.len();
    match (make.each, make.length) {
        (Some(each), asked) => {
            let lengths: Vec<Millis> =
                limits.iter().map(|limit| limit.map_or(each, |limit| limit.min(each))).collect();
            let total = sum(&lengths);
            match asked {
                Some(asked) if asked != total => {
                    Err(Refusal::LengthsDisagree { pieces, each, total, asked })
                }
                _ => Ok(lengths),
            }
        }
        (None, Some(total)) => {
            share(limits, total).map_err(|least| Refusal::TooShort { pieces, least })
        }
        (None, None) => Ok(limits.iter().map(|limit| limit.unwrap_or(STILL)).collect()),
    }
}

fn sum(lengths: &[Millis]) -> Millis {
    Millis(lengths.iter().map(|length| length.0).sum())
}

fn notes(make: &Make, stage: &Stage, pieces: &[&Media], layout: &[Laid]) -> Vec<Note> {
    let mut notes = Vec::new();
    if stage.draft().is_ready() {
        notes.push(Note::Replaced);
    }
    let total = Millis(layout.iter().map(|laid| laid.length.0).sum());
    if let Some(asked) = make.length.filter(|asked| total < *asked) {
        notes.push(Note::FootageTooShort { asked });
    }
    if let Some(asked) = make.each {
        let is_short =
            |(media, laid): &(&&Media, &Laid)| footage(media).is_some() && laid.length < asked;
        let count = pieces.iter().zip(layout).filter(is_short).count();
        notes.extend((count > 0).then_some(Note::ClipsTooShort { count, asked }));
    }
    notes.extend(make.wordless.then_some(Note::WordsMissing));
    let asked = make.with.iter().find_map(|request| match request {
        Request::Transitions { length, .. } => *length,
        _ => None,
    });
    if let Some(asked) =
        asked.filter(|asked| layout.iter().skip(1).any(|laid| laid.transition < *asked))
    {
        notes.push(Note::TransitionsShortened { asked });
    }
    notes
}
