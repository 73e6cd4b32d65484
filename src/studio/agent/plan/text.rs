//! Words on the picture.

use super::super::operation::{AddText, ChangeText, Operation, Property, Remove, Set, main_video};
use super::super::request::{Absent, Bound, NewText, TextChange, TextTarget, When, Which};
use super::super::talk::Meant;
use super::piece::LEAST;
use super::stage::Stage;
use super::{Note, Plan, Refusal, find, lettering};
use crate::draft::{Kind, Millis, Segment, TextPlace, TextStyle};

/// Words with no other length asked for.
const USUAL: Millis = Millis(3000);

/// New words.
pub fn add(new: &NewText, stage: &mut Stage) -> Result<Plan, Refusal> {
    if let Some(change_of) = new.there.as_ref().filter(|_| is_there(&new.words, stage)) {
        let target = TextTarget { words: Some(new.words.clone()), place: None, which: Which::Only };
        return change(&target, change_of, stage);
    }
    let film = film(stage)?;
    let own = Own { start: Millis::ZERO, duration: USUAL.min(film) };
    let mut span = span(&new.when, own, film, stage)?;
    let mut notes = span.notes(film);
    if matches!(new.when, When::Unsaid | When::Lasting(_) | When::Shared { .. }) {
        let wanted = span.start;
        (span.start, span.duration) = free(&span, new.place, film, stage)?;
        let is_later = span.start != wanted || matches!(new.when, When::Shared { nth: 1.., .. });
        notes.extend(is_later.then_some(Note::AfterOthers));
    }
    let id = stage.fresh_id();
    let look = lettering::usual(new.place);
    let add = AddText {
        id: id.clone(),
        words: new.words.clone(),
        place: new.place,
        start: span.start,
        duration: span.duration,
    };
    let mut operations = vec![Operation::AddText(add)];
    let dressed = lettering::dress(&id, &look, &new.dress, stage.draft().canvas);
    if dressed.is_empty() && look != TextStyle::at(new.place) {
        operations.push(Operation::Set(Set { id, property: Property::TextStyle(look) }));
    }
    operations.extend(dressed);
    Ok(Plan { operations, notes })
}

/// Whether just one text says exactly this.
fn is_there(words: &str, stage: &Stage) -> bool {
    texts(stage).iter().filter(|text| text.text.as_deref() == Some(words)).count() == 1
}

/// Words, otherwise. Words of a named sort that are to be put somewhere and are not there yet are added.
pub fn change(
    target: &TextTarget,
    change: &TextChange,
    stage: &mut Stage,
) -> Result<Plan, Refusal> {
    if let Some(new) = absent(target, change, stage) {
        return add(&new, stage);
    }
    let (renamed, stage) = (renamed(target, change, stage), &*stage);
    let (target, change) = renamed.as_ref().map_or((target, change), |(to, how)| (to, how));
    let found = targets(target, stage)?;
    let found = if change.words.is_some() { one_of(found, stage)? } else { found };
    let film = film(stage)?;
    let mut plan = Plan::default();
    for segment in found {
        let own = Own { start: segment.start, duration: segment.duration };
        let span = span(&change.when, own, film, stage)?;
        plan.notes.extend(span.notes(film));
        plan.operations.push(Operation::ChangeText(ChangeText {
            id: segment.id.clone(),
            words: words_then(segment, target, change),
            place: change.place.unwrap_or(segment.text_style.place),
            start: span.start,
            duration: span.duration,
        }));
        let place = change.place.unwrap_or(segment.text_style.place);
        let look = TextStyle { place, ..segment.text_style };
        let canvas = stage.draft().canvas;
        plan.operations.extend(lettering::dress(&segment.id, &look, &change.dress, canvas));
    }
    Ok(plan)
}

/// What it says then: `change "Mike" to "Mick"` leaves the words around them as they are.
fn words_then(segment: &Segment, target: &TextTarget, change: &TextChange) -> String {
    let now = segment.text.clone().unwrap_or_default();
    match (&target.words, &change.words) {
        (Some(part), Some(words)) if now.contains(part.as_str()) => now.replace(part, words),
        (_, words) => words.clone().unwrap_or(now),
    }
}

/// The words to add, where those are not there that were to be made otherwise.
fn absent(target: &TextTarget, change: &TextChange, stage: &Stage) -> Option<NewText> {
    let all = texts(stage);
    if let Some(new) = first_of_all(target, change, &all) {
        return Some(new);
    }
    let place = target.place?;
    let has_sort = all.iter().any(|text| is_of_sort(text, Some(place)));
    let words = match (&target.words, &change.words, change.absent) {
        (Some(words), None, Absent::Told) if saying(words, &all).is_empty() => words,
        (Some(words), None, _) | (None, Some(words), Absent::Added) if !has_sort => words,
        _ => return None,
    };
    let place = change.place.unwrap_or(place);
    let (when, dress) = (change.when.clone(), change.dress);
    Some(NewText { words: words.clone(), place, when, dress, there: None })
}

/// `“国宝展”放左上角`, where nothing is written on the film yet: it is to stand there.
fn first_of_all(target: &TextTarget, change: &TextChange, all: &[&Segment]) -> Option<NewText> {
    let (Some(words), None, Some(place)) = (&target.words, &change.words, change.place) else {
        return None;
    };
    let (when, dress) = (change.when.clone(), change.dress);
    (all.is_empty() && target.place.is_none()).then(|| NewText {
        words: words.clone(),
        place,
        when,
        dress,
        there: None,
    })
}

/// `make the title "Hi" red`, where a title is there that says something else.
fn renamed(
    target: &TextTarget,
    change: &TextChange,
    stage: &Stage,
) -> Option<(TextTarget, TextChange)> {
    let words = target.words.as_ref().filter(|_| change.absent == Absent::Added)?;
    let is_new = saying(words, &texts(stage)).is_empty();
    let to = TextTarget { words: None, ..target.clone() };
    is_new.then(|| (to, TextChange { words: Some(words.clone()), ..change.clone() }))
}

/// Words away.
pub fn remove(target: &TextTarget, stage: &Stage) -> Result<Plan, Refusal> {
    let ids = targets(target, stage)?.into_iter().map(|segment| segment.id.clone()).collect();
    Ok(vec![Operation::Remove(Remove { ids })].into())
}

fn film(stage: &Stage) -> Result<Millis, Refusal> {
    let length = stage.length();
    if length.is_zero() { Err(Refusal::NoFilm) } else { Ok(length) }
}

/// The place and length that words have, or would have, when nothing is said.
#[derive(Clone, Copy)]
struct Own {
    start: Millis,
    duration: Millis,
}

struct Span {
    start: Millis,
    duration: Millis,
    is_cut: bool,
}

impl Span {
    fn notes(&self, film: Millis) -> Vec<Note> {
        if self.is_cut { vec![Note::CutAtEnd { length: film }] } else { Vec::new() }
    }
}

fn span(when: &When, own: Own, film: Millis, stage: &Stage) -> Result<Span, Refusal> {
    let at_end = |length: Millis| (film - length, length.min(film));
    let (start, duration) = match when {
        When::Unsaid => (own.start, own.duration),
        When::Span(from, to) if to < from => return Err(Refusal::EndBeforeStart),
        When::Span(from, to) => (*from, *to - *from),
        When::From(from, length) => (*from, length.unwrap_or(own.duration.min(film - *from))),
        When::Lasting(length) => (own.start, *length),
        When::Until(end) if *end <= own.start => return Err(Refusal::EndBeforeStart),
        When::Until(end) => (own.start, *end - own.start),
        When::Start(length) => (Millis::ZERO, length.unwrap_or(own.duration)),
        When::End(length) => at_end(length.unwrap_or(own.duration)),
        When::Whole => (Millis::ZERO, film),
        When::During(reference) => piece_span(reference, stage)?,
        When::Shared { nth, of } => share(*nth, *of, film, stage),
        When::Longer(more) => (own.start, own.duration + *more),
        When::Shorter(less) if *less >= own.duration => {
            return Err(Refusal::ShortAlready { what: None, length: own.duration });
        }
        When::Shorter(less) => (own.start, own.duration - *less),
        When::Times(factor) => {
            (own.start, Millis::from_secs_rounded(own.duration.as_secs_f64() * factor))
        }
        When::Later(by) => (own.start + *by, own.duration),
        When::Earlier(by) => (own.start - *by, own.duration),
        When::Between(from, to) => between(from.as_ref(), to.as_ref(), own, film, stage)?,
    };
    if start >= film || duration.is_zero() {
        return Err(Refusal::BeyondEnd { what: None, length: film });
    }
    let is_cut = start + duration > film;
    Ok(Span { start, duration: duration.min(film - start), is_cut })
}

/// From one moment to another; what is not said stays as it is now.
fn between(
    from: Option<&Bound>,
    to: Option<&Bound>,
    own: Own,
    film: Millis,
    stage: &Stage,
) -> Result<(Millis, Millis), Refusal> {
    let moment = |bound: Option<&Bound>, usual: Millis| match bound {
        None => Ok(usual),
        Some(Bound::At(time)) => Ok(*time),
        Some(Bound::BeforeEnd(time)) => Ok(film - *time),
        Some(Bound::Start(piece)) => piece_span(piece, stage).map(|(start, _)| start),
        Some(Bound::End(piece)) => piece_span(piece, stage).map(|(start, long)| start + long),
    };
    let start = moment(from, own.start)?;
    let end = moment(to, start + own.duration)?;
    // Words that come only after that moment are seen for as long before it.
    let start = if from.is_none() && end <= start { end - own.duration } else { start };
    if end <= start { Err(Refusal::EndBeforeStart) } else { Ok((start, end - start)) }
}

/// When a piece of sound is heard that is to be heard otherwise.
pub fn time_of(when: &When, piece: &Segment, stage: &Stage) -> Result<(Millis, Millis), Refusal> {
    let own = Own { start: piece.start, duration: piece.duration };
    let span = span(when, own, film(stage)?, stage)?;
    Ok((span.start, span.duration))
}

/// When something is seen that has no time of its own yet.
pub fn time(when: &When, film: Millis, stage: &Stage) -> Result<(Millis, Millis), Refusal> {
    let own = Own { start: Millis::ZERO, duration: film };
    let span = span(when, own, film, stage)?;
    Ok((span.start, span.duration))
}

fn piece_span(
    reference: &super::super::request::Reference,
    stage: &Stage,
) -> Result<(Millis, Millis), Refusal> {
    let id = find::piece(reference, stage)?;
    let segment = super::super::operation::segment(stage.draft(), &id).ok_or(Refusal::NoFilm)?;
    Ok((segment.start, segment.duration))
}

/// The turn of one of several texts: a piece of the film where there are as many, else a like part.
fn share(nth: usize, of: usize, film: Millis, stage: &Stage) -> (Millis, Millis) {
    let pieces = main_video(stage.draft());
    if let Some(piece) = pieces.get(nth).filter(|_| pieces.len() == of) {
        return (piece.start, piece.duration);
    }
    let moment = |nth: usize| Millis(film.0 * nth as u64 / of.max(1) as u64);
    (moment(nth), moment(nth + 1) - moment(nth))
}

/// When nothing else stands in the same place: as wanted, else the first time that is long enough,
/// else the longest there is.
fn free(
    wanted: &Span,
    place: TextPlace,
    film: Millis,
    stage: &Stage,
) -> Result<(Millis, Millis), Refusal> {
    let gaps = gaps(place, film, stage);
    let holds = |(from, to): &&(Millis, Millis)| {
        *from <= wanted.start && wanted.start + wanted.duration <= *to
    };
    if gaps.iter().any(|gap| holds(&gap)) {
        return Ok((wanted.start, wanted.duration));
    }
    let length = |(from, to): &(Millis, Millis)| *to - *from;
    let longest = gaps.iter().rev().max_by_key(|gap| length(gap));
    let found = gaps.iter().find(|gap| length(gap) >= wanted.duration).or(longest);
    let (from, to) = *found.filter(|gap| length(gap) >= LEAST).ok_or(Refusal::PlaceTaken)?;
    Ok((from, wanted.duration.min(to - from)))
}

/// The times at which no words stand in a place.
fn gaps(place: TextPlace, film: Millis, stage: &Stage) -> Vec<(Millis, Millis)> {
    let mut gaps = Vec::new();
    let mut end = Millis::ZERO;
    for segment in texts(stage).into_iter().filter(|segment| segment.text_style.place == place) {
        if end < segment.start.min(film) {
            gaps.push((end, segment.start.min(film)));
        }
        end = end.max(segment.end());
    }
    if end < film {
        gaps.push((end, film));
    }
    gaps
}

/// Every text of the film, in the order in which they are seen.
pub fn texts<'a>(stage: &'a Stage) -> Vec<&'a Segment> {
    let draft = stage.draft();
    let is_text = |(track, _): &(usize, &Segment)| draft.tracks[*track].kind == Kind::Text;
    let mut found: Vec<&Segment> =
        draft.segments().filter(is_text).map(|(_, segment)| segment).collect();
    found.sort_by_key(|segment| segment.start);
    found
}

fn targets<'a>(target: &TextTarget, stage: &'a Stage) -> Result<Vec<&'a Segment>, Refusal> {
    let all = texts(stage);
    let none = || Refusal::NoSuchText { words: target.words.clone(), have: labels(&all) };
    let fitting: Vec<&Segment> = match &target.words {
        Some(words) => saying(words, &all),
        None => {
            let of = |place| -> Vec<&Segment> {
                all.iter().copied().filter(|segment| is_of_sort(segment, place)).collect()
            };
            let found = of(target.place);
            // "人名条": words at the bottom do as well, where there is no lower third.
            let low = target.place == Some(TextPlace::LowerThird) && found.is_empty();
            if low { of(Some(TextPlace::Bottom)) } else { found }
        }
    };
    // A name strap may be any caption.
    let low = |segment: &&Segment| segment.text_style.place.is_low();
    let fitting = if fitting.is_empty() && target.place == Some(TextPlace::LowerThird) {
        all.iter().copied().filter(low).collect()
    } else {
        fitting
    };
    match &target.which {
        _ if fitting.is_empty() => Err(none()),
        Which::Nth(number) => {
            let place = find::nth(*number, fitting.len()).ok_or_else(none)?;
            Ok(vec![fitting[place]])
        }
        Which::Known(ids) => {
            let known: Vec<&Segment> =
                fitting.into_iter().filter(|segment| ids.contains(&segment.id)).collect();
            if known.is_empty() { Err(none()) } else { Ok(known) }
        }
        Which::Only if target.words.is_none() => one_of(fitting, stage),
        _ => Ok(fitting),
    }
}

/// The only one, or the one that was chosen when it was asked which is meant.
fn one_of<'a>(found: Vec<&'a Segment>, stage: &Stage) -> Result<Vec<&'a Segment>, Refusal> {
    if found.len() < 2 {
        return Ok(found);
    }
    let chosen = found.iter().copied().find(|segment| match stage.meant() {
        Some(Meant::Words(chosen)) => segment.id.as_str() == chosen,
        _ => false,
    });
    chosen.map(|chosen| vec![chosen]).ok_or_else(|| Refusal::WhichText {
        have: labels(&found),
        among: found.iter().map(|segment| segment.id.clone()).collect(),
    })
}

/// Exactly these words first; else words that have them in them.
fn saying<'a>(words: &str, all: &[&'a Segment]) -> Vec<&'a Segment> {
    let wanted = words.to_lowercase();
    let says = |segment: &Segment| segment.text.clone().unwrap_or_default().to_lowercase();
    let exact: Vec<&Segment> =
        all.iter().copied().filter(|segment| says(segment) == wanted).collect();
    if exact.is_empty() && !wanted.is_empty() {
        return all.iter().copied().filter(|segment| says(segment).contains(&wanted)).collect();
    }
    exact
}

fn is_of_sort(segment: &Segment, place: Option<TextPlace>) -> bool {
    match place {
        None => true,
        Some(TextPlace::Top) => segment.text_style.place == TextPlace::Top,
        Some(TextPlace::LowerThird) => segment.text_style.place == TextPlace::LowerThird,
        Some(place) => segment.text_style.place.is_low() == place.is_low(),
    }
}

fn labels(texts: &[&Segment]) -> Vec<String> {
    texts.iter().map(|segment| segment.text.clone().unwrap_or_default()).collect()
}
