//! One turn: everything that a sentence asks for, as one step that can be undone.
//!
//! Where one of several wishes of a sentence cannot be met the others are done, and it is said which was
//! not. Where a part that certainly is a wish is not understood, nothing is done; what may be a remark holds
//! nothing back. Where it has to be asked what is meant, nothing of the sentence is done before the answer:
//! then all of it is, as if it had been said plainly.

use std::cell::LazyCell;
use std::rc::Rc;

use super::afresh;
use super::answer::{Answer, Told, answer};
use super::ask::{self, Ask};
use super::back;
use super::between_the_two::with_the_two_named;
use super::brief;
use super::but_for::but_for_the_unknown;
use super::by_turns::by_turns;
use super::carrying_out::carry_out_all;
use super::counted_pieces::with_pieces_counted;
use super::gist::gist;
use super::held_back::{hold_back, hold_back_beside, is_understood};
use super::misread::with_words_put_right;
use super::moments_within::with_moments_of_the_film;
use super::neighbours::{with_neighbours_named, with_words_named, without_its_words};
use super::once_more::{last_cut, once_more};
use super::piecewise::{but_for_what_stays, each_restated, loosely, piecewise};
use super::plan::Stage;
use super::put_elsewhere::{with_files_brought_in, with_words_moved};
use super::put_simply::in_plain_words;
use super::questions::only_asked;
use super::request::{
    Back, Reading, Request, Subject, after_a_remark, all_but_those, begin, exactly, framed_once,
    of_what_was_put_there, read, told_once,
};
use super::scene::{History, Scene};
use super::spoken;
use super::talk::{Asked, Meant};
use super::texts_named::with_texts_named;
use super::told_and_changed::told_and_changed;
use super::told_short;
use super::wish_by_wish::wish_by_wish;
use super::words::{self, Corrected, LISTS, Name, Sentence};
use crate::draft::Draft;
use crate::language::Language;

/// Does what a sentence asks for, as far as it is understood, as one step that can be undone. A sentence
/// that answers what was asked back is the sentence that was asked about, with the choice made.
pub fn take_turn(sentence: &str, scene: &mut Scene) -> Answer {
    let plain = in_plain_words(sentence, scene);
    let sentence = plain.as_deref().unwrap_or(sentence);
    let asked = scene.talk.asked.take();
    match asked.as_ref().and_then(|asked| asked.choice(sentence).map(|offer| (asked, offer))) {
        None => take(sentence, None, scene),
        Some((_, offer)) if matches!(offer.meant, Meant::Sentence(_)) => match &offer.meant {
            Meant::Sentence(plain) => take(plain, None, scene),
            _ => take(sentence, None, scene),
        },
        Some((asked, offer)) => take(&asked.sentence, Some(offer.meant.clone()), scene),
    }
}

fn take(sentence: &str, meant: Option<Meant>, scene: &mut Scene) -> Answer {
    let language = Language::of_sentence(sentence).unwrap_or(scene.language);
    let whole = readings(sentence, scene);
    let whole = but_for_the_unknown(sentence, scene, &whole).unwrap_or(whole);
    let whole = gist(sentence, scene, &whole).unwrap_or(whole);
    let asked = only_asked(sentence, scene, &whole);
    let ways = match asked {
        Some(_) => None,
        None => ask::alternatives(sentence, scene, language),
    };
    let (mut readings, remarks) = asked.unwrap_or(whole);
    match ways {
        Some(Some(ask)) => return ask_back(ask, sentence, scene),
        // Neither way is taken for the other.
        Some(None) => readings = vec![Reading::undecided(language)],
        None => {}
    }
    hold_back_beside(&remarks, scene, &mut readings);
    all_but_those(&mut readings);
    of_what_was_put_there(&mut readings);
    let mut readings = told_once(readings);
    framed_once(&mut readings);
    let held_back = hold_back(&mut readings, scene.draft.duration().is_zero());
    let before = scene.draft.clone();
    let all = readings.clone();
    let wandered = wander(&mut readings, scene);
    let steps = wandered.as_ref().map(|(steps, _)| *steps);
    let mut told = Told { before, wandered: steps, remarks, held_back, ..Told::default() };
    let stage = carry_out_all(&readings, meant, scene, &mut told);
    if let Some(ask) = ask::about(&told.refused, stage.draft(), language) {
        scene.draft = told.before;
        if let Some((_, history)) = wandered {
            scene.history = history;
        }
        return ask_back(ask, sentence, scene);
    }
    let about = spoken::about(&all, &told.before, &stage, scene.talk.about.clone());
    let after = stage.into_changed(scene);
    scene.talk.about = about;
    scene.talk.cut = last_cut(&all);
    if let Some(after) = after {
        let before = told.before.clone();
        keep(scene, after, before, wandered.map(|(_, history)| history));
    }
    answer(&told, scene, language)
}

/// What a sentence asks for, and what was only remarked beside it.
pub(super) fn readings(sentence: &str, scene: &Scene) -> (Vec<Reading>, Vec<String>) {
    // "Mugs and plates are so dark, lift them both by 20%": both of those.
    if !scene.draft.duration().is_zero()
        && words::counts_those(sentence, &names(scene))
        && words::depends_on(sentence, &names(scene)).is_none()
        && words::corrected(sentence, &names(scene)).is_none()
        && let Some(read) = by_turns(sentence, scene, with_names)
    {
        return read;
    }
    read_through(sentence, scene, true)
}

/// The same; as several sentences only where that is asked for.
fn read_through(sentence: &str, scene: &Scene, parted: bool) -> (Vec<Reading>, Vec<String>) {
    if scene.draft.duration().is_zero() {
        if let Some(condition) = words::depends_on(sentence, &names(scene)) {
            let told = brief::read(sentence, &names(scene)).filter(|(_, remarks)| {
                tells_when(&condition) && !remarks.iter().any(|remark| tells_when(remark))
            });
            return told.unwrap_or((vec![Reading::only_if(condition)], Vec::new()));
        }
        return as_it_stands(sentence, scene);
    }
    let names = names(scene);
    let worded = with_all_named(sentence, scene);
    let sentence = worded.as_deref().unwrap_or(sentence);
    if let Some(read) = put_right(sentence, scene).or_else(|| with_its_own(sentence, scene)) {
        return read;
    }
    let parts = LazyCell::new(|| words::segments(sentence, &names));
    if let Some(condition) = words::depends_on(sentence, &names) {
        return (vec![Reading::only_if(condition)], Vec::new());
    }
    if words::may_confirm(sentence)
        && let Some(read) = but_for_what_stays(sentence, scene, as_it_stands)
    {
        return read;
    }
    if words::names_several(sentence, &names)
        && let Some(rows) = each_restated(&parts, scene, as_it_stands)
    {
        return rows;
    }
    if let Some(read) = taken_up(sentence, scene, false) {
        return read;
    }
    if let Some(read) = one_by_one(sentence, &parts, scene) {
        return read;
    }
    let whole = with_names(sentence, scene);
    if makes_all_anew(&whole.0)
        && let Some(read) = piecewise(sentence, &parts, scene, with_names)
        && !makes_all_anew(&read.0)
    {
        return read;
    }
    // "样张C挪到最前 那张最能打": spaces between Chinese words part them as marks would.
    let marked = words::marks_for_spaces(sentence).filter(|_| !is_too_long(sentence));
    let marked = marked.map(|marked| read_through(&marked, scene, parted));
    if let Some(read) =
        marked.as_ref().filter(|read| !read.0.is_empty() && read.0.iter().all(is_whole))
    {
        return read.clone();
    }
    let asks = sentence.contains(['?', '？']) || !is_only_asked(&whole.0);
    if marked.is_some() || (asks && whole.0.iter().all(is_understood)) {
        return whole;
    }
    piecewise(sentence, &parts, scene, with_names)
        .or_else(|| taken_up(sentence, scene, true))
        .or_else(|| parted.then(|| by_turns(sentence, scene, with_names)).flatten())
        .or_else(|| loosely(sentence, scene, with_names))
        .unwrap_or(whole)
}

/// `As long as the scoreboard is up`: when, and perhaps not whether.
fn tells_when(condition: &str) -> bool {
    LISTS.while_it_is_seen.starts(condition.to_lowercase().trim_start())
}

/// With pieces and words named that are told by what lies beside them, or by what they are to become.
fn with_all_named(sentence: &str, scene: &Scene) -> Option<String> {
    let steps = [
        without_its_words,
        with_pieces_counted,
        with_the_two_named,
        with_neighbours_named,
        with_moments_of_the_film,
        with_texts_named,
        with_words_named,
        with_words_put_right,
        with_words_moved,
        with_files_brought_in,
    ];
    steps.iter().fold(None, |said: Option<String>, step| {
        step(said.as_deref().unwrap_or(sentence), scene).or(said)
    })
}

/// Wishes that stand for themselves, parted by marks or, between Chinese words, by spaces.
fn one_by_one(
    sentence: &str,
    parts: &[words::Segment],
    scene: &Scene,
) -> Option<(Vec<Reading>, Vec<String>)> {
    if is_too_long(sentence) {
        return None;
    }
    let names = names(scene);
    let spaced = words::marks_before_files(sentence, &names);
    let marked = words::marks_for_spaces(spaced.as_deref().unwrap_or(sentence)).or(spaced);
    match marked {
        Some(marked) => wish_by_wish(&words::segments(&marked, &names), scene, with_names),
        None => wish_by_wish(parts, scene, with_names),
    }
}

/// `Join all the pictures with crossfades, as the cuts are abrupt`: without the remark no film is made of it.
fn makes_all_anew(readings: &[Reading]) -> bool {
    let makes = |request: &Request| matches!(request, Request::Make(_) | Request::Join(_));
    readings.iter().any(|reading| matches!(reading, Reading::Understood { requests, .. } if requests.iter().any(makes)))
}

/// What is written anew is read from its start, once for each thing in it that is put right or taken up: a page of
/// notes that is pasted would be read for minutes.
const LONGEST_REWRITTEN: usize = 400;

pub(super) fn is_too_long(sentence: &str) -> bool {
    sentence.chars().nth(LONGEST_REWRITTEN).is_some()
}

/// `The kiln is broken, use crowd.jpg in its place`: with what was told of before the wish written into it.
fn taken_up(sentence: &str, scene: &Scene, loosely: bool) -> Option<(Vec<Reading>, Vec<String>)> {
    if is_too_long(sentence) {
        return None;
    }
    words::taken_up(sentence, &names(scene), loosely).into_iter().find_map(|(written, told)| {
        let (read, remarks) = read_through(&written, scene, false);
        let whole = !read.is_empty() && read.iter().all(is_whole);
        whole.then(|| (read, [told, remarks].concat()))
    })
}

/// `3 seconds each, except the mugs, which can have 8`, `kiln and mugs 6 and 8 seconds`: as the wishes that it is.
fn with_its_own(sentence: &str, scene: &Scene) -> Option<(Vec<Reading>, Vec<String>)> {
    if is_too_long(sentence) {
        return None;
    }
    let names = names(scene);
    let ways = [words::otherwise, words::in_turn];
    let read = |written: String| readings(&written, scene);
    let read = ways.into_iter().filter_map(|way| way(sentence, &names)).map(read);
    read.into_iter().find(|(read, _)| !read.is_empty() && read.iter().all(is_whole))
}

/// Understood with no word passed over, and no question.
pub(super) fn is_whole(reading: &Reading) -> bool {
    let Reading::Understood { requests, passed_over } = reading else { return false };
    let asks = |request: &Request| matches!(request, Request::Ask(_) | Request::Make(_));
    passed_over.is_empty() && !requests.is_empty() && !requests.iter().any(asks)
}

/// `Delete the second, no wait, the third`: what it says once it is put right.
fn put_right(sentence: &str, scene: &Scene) -> Option<(Vec<Reading>, Vec<String>)> {
    if is_too_long(sentence) {
        return None;
    }
    let nothing = |words: String| (vec![Reading::only_if(words)], Vec::new());
    match words::corrected(sentence, &names(scene))? {
        Corrected::TakenBack(words) => Some(nothing(words)),
        Corrected::Says { ways, sure, words } => {
            let read = ways.iter().map(|way| readings(way, scene));
            let clear = read.into_iter().find(|(read, _)| read.iter().all(is_understood));
            clear.or_else(|| sure.then(|| nothing(words)))
        }
    }
}

/// `The lounge is the money shot. Make it 9 seconds`: what has the words of a question in it may be a remark.
fn is_only_asked(readings: &[Reading]) -> bool {
    let asks = |request: &Request| matches!(request, Request::Ask(asked) if asked.question == words::Question::Other);
    readings.iter().any(|reading| {
        matches!(reading, Reading::Understood { requests, .. } if !requests.is_empty() && requests.iter().all(asks))
    })
}

/// What is not understood as it stands may have a file in it whose name means something else by itself: `drop the front`.
fn with_names(sentence: &str, scene: &Scene) -> (Vec<Reading>, Vec<String>) {
    let plain = as_it_stands(sentence, scene);
    let written = words::with_names_written_out(sentence, &names(scene));
    if written.is_none() || (plain.0.iter().all(is_understood) && does_something(&plain.0, scene)) {
        return plain;
    }
    let whole = |reading: &Reading| matches!(reading, Reading::Understood { passed_over, .. } if passed_over.is_empty());
    written
        .map(|written| as_it_stands(&written, scene))
        .filter(|read| read.0.iter().all(whole))
        .unwrap_or(plain)
}

/// `删掉对比` of a film without any contrast: understood, and nothing comes of it. A question is answered.
pub(super) fn does_something(readings: &[Reading], scene: &Scene) -> bool {
    let asks = |request: &Request| matches!(request, Request::Ask(_)) || goes_back(request);
    let told = readings.iter().any(|reading| match reading {
        Reading::Understood { requests, .. } => requests.iter().any(asks),
        _ => false,
    });
    told || done(readings, scene).into_changed(scene).is_some()
}

/// What comes of readings of a sentence.
pub(super) fn done<'a>(readings: &[Reading], scene: &'a Scene) -> Stage<'a> {
    carry_out_all(readings, None, scene, &mut Told::default())
}

fn as_it_stands(sentence: &str, scene: &Scene) -> (Vec<Reading>, Vec<String>) {
    if let Some(readings) = exactly(sentence) {
        return (readings, Vec::new());
    }
    if !scene.draft.duration().is_zero()
        && let Some(plain) = words::restated(sentence, &names(scene))
    {
        let restated = readings_of(&plain, scene);
        // Where nobody reads what it comes down to, the answer is to speak of what was said.
        if restated.0.iter().all(is_understood) {
            return restated;
        }
    }
    readings_of(sentence, scene)
}

fn readings_of(sentence: &str, scene: &Scene) -> (Vec<Reading>, Vec<String>) {
    let is_empty = scene.draft.duration().is_zero();
    // "Shorten the smoker shot in the film": of a film that is there already, so none is begun.
    if is_empty && LISTS.in_the_film_there.is_within(&sentence.to_lowercase()) {
        return (vec![Reading::undecided(scene.language)], Vec::new());
    }
    if is_empty && let Some(told) = brief::read(sentence, &names(scene)) {
        return told;
    }
    if is_empty && let Some(told) = told_and_changed(sentence, scene) {
        return told;
    }
    let subject = spoken::subject(scene.talk.about.as_ref());
    let said = words::read(sentence, &names(scene));
    if let Some(quoted) = words::words_of_others(&said) {
        return (vec![Reading::words(quoted)], said.remarks);
    }
    let readings = read(&said.clauses, subject.as_ref());
    let is_left_open = is_empty && afresh::is_left_open(&readings, &said);
    let (readings, remarks) = if readings.iter().all(is_understood) {
        (readings, said.remarks)
    } else {
        without_asides(&said, subject.as_ref()).unwrap_or((readings, said.remarks))
    };
    let mut readings = readings;
    for remark in &remarks {
        let remark = words::read(remark, &names(scene));
        after_a_remark(&said.clauses, &remark.clauses, &mut readings);
    }
    once_more(&mut readings, scene.talk.cut);
    if is_empty
        && (is_left_open || !readings.iter().all(is_understood))
        && let Some(made) = afresh::described(sentence, &names(scene), subject.as_ref())
    {
        return made;
    }
    let begun =
        || told_short::unless_whole(sentence, &names(scene), begin(readings.clone()), scene);
    (if is_empty { begun() } else { readings }, remarks)
}

/// Strange words beside wishes that are understood whole are a remark; beside others they may be a wish.
fn without_asides(
    said: &Sentence,
    subject: Option<&Subject>,
) -> Option<(Vec<Reading>, Vec<String>)> {
    let plain = said.without_asides().filter(|plain| words::words_of_others(plain).is_none())?;
    let readings = read(&plain.clauses, subject);
    let wants = |reading: &Reading| match reading {
        Reading::Understood { requests, .. } => {
            requests.iter().any(|request| !matches!(request, Request::Ask(_)))
        }
        _ => false,
    };
    (readings.iter().all(is_understood) && readings.iter().any(wants))
        .then_some((readings, plain.remarks))
}

pub(super) fn names(scene: &Scene) -> Rc<[Name]> {
    words::names(scene.media.iter().map(|media| (media.name.as_str(), media.kind)))
}

/// Nothing is done; the sentence waits for its answer.
fn ask_back(ask: Ask, sentence: &str, scene: &mut Scene) -> Answer {
    let Ask { choices, options } = ask;
    scene.talk.asked = Some(Asked { sentence: sentence.to_owned(), options });
    Answer::asking(choices)
}

/// Steps back or forward, asked for before anything else in the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wandered {
    /// So many steps undone.
    Back(usize),
    /// So many steps redone.
    Forward(usize),
    /// To the film of this number.
    To(usize),
    /// The film of this number is not kept.
    Nowhere(usize),
    /// One thing was undone, and what came after it stays.
    Only,
    /// One thing was to be undone, and nothing of it is left.
    Gone,
    /// Nothing of the kind was done.
    Never,
    /// Later changes are made of it.
    Covered,
}

/// Undo and redo come first or not at all: after another change in the same sentence it would not be
/// clear what they mean. The history as it was is kept, in case the sentence goes on.
fn wander(readings: &mut Vec<Reading>, scene: &mut Scene) -> Option<(Wandered, History)> {
    let Some(Reading::Understood { requests, .. }) = readings.first() else { return None };
    if !matches!(requests[..], [ref only] if goes_back(only)) {
        return None;
    }
    let history = scene.history.clone();
    let wandered = match requests[..] {
        [Request::Undo(steps)] => Wandered::Back(scene.history.undo(&mut scene.draft, steps)),
        [Request::Redo(steps)] => Wandered::Forward(scene.history.redo(&mut scene.draft, steps)),
        [Request::GoBack(ref back)] => go_back(back, scene),
        [Request::BackBefore(aspect)] => back::before(aspect, scene),
        [Request::UndoOnly(aspect)] => back::only(aspect, scene),
        _ => return None,
    };
    readings.remove(0);
    Some((wandered, history))
}

pub(super) fn goes_back(request: &Request) -> bool {
    matches!(
        request,
        Request::Undo(_)
            | Request::Redo(_)
            | Request::GoBack(_)
            | Request::BackBefore(_)
            | Request::UndoOnly(_)
    )
}

/// Going back to an earlier film is a change like any other: it can be undone.
fn go_back(back: &Back, scene: &mut Scene) -> Wandered {
    let Some(found) = scene.history.marked(&back.mark) else {
        return Wandered::Nowhere(back.version);
    };
    let before = std::mem::replace(&mut scene.draft, found);
    if scene.draft != before {
        scene.history.remember(before);
    }
    Wandered::To(back.version)
}

/// The changed film becomes the scene's. A turn that first went back is still one step: undoing it
/// leads to where the turn began.
fn keep(scene: &mut Scene, after: Draft, before: Draft, history: Option<History>) {
    scene.draft = after;
    if let Some(history) = history {
        scene.history = history;
    }
    scene.history.remember(before);
}
