//! A new film from the session's files.

use super::super::operation::{LayVideo, Operation};
use super::super::request::{Make, Pieces, Reference, Request, Style, Which};
use super::super::words::Tempo;
use super::lengths::share;
use super::piece::{STILL, footage, segment_of};
use super::seams::{USUAL, longest_between, transition};
use super::sort;
use super::stage::Stage;
use super::{Note, Plan, Refusal, find};
use super::{captions, subtitles};
use crate::draft::Millis;
use crate::studio::media::Media;

/// Lays the pieces of a new film; what it is to have besides is asked for afterwards.
pub fn make(make: &Make, stage: &mut Stage) -> Result<Plan, Refusal> {
    let files = chosen(make, stage)?;
    let media = stage.media();
    let pieces: Vec<&Media> = files.into_iter().filter_map(|file| media.get(file)).collect();
    let (pieces, unsorted) = sorted(make, pieces, stage);
    let wanted = wanted_transition(make);
    let layout = layout(make, &pieces, wanted.as_ref().map(|(_, length)| *length))?;
    let mut notes = notes(make, stage, &pieces, &layout);
    notes.extend(unsorted);
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

fn sorted<'a>(make: &Make, pieces: Vec<&'a Media>, stage: &Stage) -> (Vec<&'a Media>, Vec<Note>) {
    let Some(sorting) = make.sorting else { return (pieces, Vec::new()) };
    let names: Vec<String> = pieces.iter().map(|media| media.name.clone()).collect();
    let (order, notes) = sort::order(sorting, &names, stage.seed());
    (order.into_iter().map(|place| pieces[place]).collect(), notes)
}

/// What is to be asked for once the pieces lie there.
pub fn besides(make: &Make, stage: &Stage) -> Vec<Request> {
    let is_besides = |request: &&Request| match request {
        // A new film has no music, words or fades until they are asked for.
        Request::Transitions { .. } | Request::RemoveMusic | Request::RemoveText(_) => false,
        Request::Fade { sides, .. } => sides.wanted,
        _ => true,
    };
    let asked = make.with.iter().filter(is_besides).cloned();
    let captions = match (make.wordless, subtitles::only_file(stage)) {
        (false, _) => Vec::new(),
        (true, None) => captions::of(stage.draft()),
        (true, Some(_)) => vec![Request::Wordless],
    };
    let mut all: Vec<Request> = asked.chain(captions).collect();
    // Where its song begins can be said once there is music.
    all.sort_by_key(|request| matches!(request, Request::MusicFrom(_)));
    all
}

fn chosen(make: &Make, stage: &Stage) -> Result<Vec<usize>, Refusal> {
    let all = Reference { pieces: Pieces::Clips, which: Which::All };
    match &make.from[..] {
        [] => find::every_file(stage),
        // "Join these clips" means what there is, where the footage alone is no such film.
        [clips] if *clips == all => {
            let footage = find::files(&make.from, stage)?;
            let lengths = footage.iter().filter_map(|file| footage_of(*file, stage));
            let total = Millis(lengths.map(|length| length.0).sum());
            let is_enough = footage.len() > 1 && make.length.is_none_or(|asked| asked <= total);
            if is_enough { Ok(footage) } else { find::every_file(stage) }
        }
        named => find::files(named, stage),
    }
}

fn footage_of(file: usize, stage: &Stage) -> Option<Millis> {
    stage.media().get(file).and_then(footage)
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
            let whole = make.each_of == Pieces::Pictures;
            let lasts = |limit: Millis| if whole { limit } else { limit.min(each) };
            let lengths: Vec<Millis> =
                limits.iter().map(|limit| limit.map_or(each, lasts)).collect();
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
        (None, None) => {
            let (still, longest) = match make.tempo {
                Some(Tempo::Fast) => (Millis(2000), Some(Millis(3000))),
                Some(Tempo::Slow) => (Millis(8000), None),
                None => (STILL, None),
            };
            let fitting = |limit: &Option<Millis>| {
                let natural = limit.unwrap_or(still);
                longest.map_or(natural, |longest| natural.min(longest))
            };
            Ok(limits.iter().map(fitting).collect())
        }
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
    if let Some(asked) = make.each.filter(|_| make.each_of != Pieces::Pictures) {
        let is_short =
            |(media, laid): &(&&Media, &Laid)| footage(media).is_some() && laid.length < asked;
        let count = pieces.iter().zip(layout).filter(is_short).count();
        notes.extend((count > 0).then_some(Note::ClipsTooShort { count, asked }));
    }
    if make.wordless && subtitles::only_file(stage).is_none() {
        let tells = pieces.iter().any(|media| captions::words(&media.name).is_some());
        notes.push(if tells { Note::WordsFromNames } else { Note::WordsMissing });
    }
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
