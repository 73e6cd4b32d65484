//! Planning: a request and the film it meets in, operations or a refusal out.
//!
//! Here references become segments, what was not said gets its usual value, and lengths are worked
//! out. A refusal changes nothing and carries the facts that its sentence needs. Every plan ends with
//! what follows from it: transitions that still fit, words with their pieces, music as long as the film, nothing beyond its end.

mod adjust;
mod arrange;
mod as_filmed;
mod attached;
mod backdrop;
mod background;
mod backwards;
mod beat;
mod canvas;
mod captions;
mod cut;
mod exact;
mod find;
mod fit;
mod follow;
mod freeze;
mod insert;
mod inset;
mod lengths;
mod lettering;
mod lift;
mod loudness;
mod make;
mod music_from;
mod music_tempo;
mod music_time;
mod note;
mod part;
mod piece;
mod refusal;
mod replace;
mod row;
mod seams;
mod several;
mod sort;
mod sound;
mod stage;
mod subtitles;
mod text;
mod transition;
mod treat;

pub(super) use find::{nth, pieces};
pub(super) use make::besides;
pub(super) use note::Note;
pub(super) use refusal::Refusal;
pub(super) use stage::{Stage, film_length};

use super::operation::{Operation, main_video};
use super::request::Request;
use super::scene::Scene;
use crate::draft::Draft;
use crate::language::edit::Edit;

/// What is to be done, and what there is to say about it that the film itself does not show.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Plan {
    /// In order.
    pub operations: Vec<Operation>,
    /// Why it came out otherwise than asked.
    pub notes: Vec<Note>,
}

impl From<Vec<Operation>> for Plan {
    fn from(operations: Vec<Operation>) -> Self {
        Self { operations, notes: Vec::new() }
    }
}

/// Plans a request and carries it out on the stage's film, or leaves that as it was. A film that begins
/// with it gets the picture of its footage, unless one is asked for.
pub(super) fn carry_out(
    request: &Request,
    stage: &mut Stage,
    before: &[&Request],
) -> Result<Vec<Note>, Refusal> {
    let mut trial = stage.clone();
    let copy = treat::of_the_copy(request, before, stage);
    let mut plan = plan(copy.as_ref().unwrap_or(request), &mut trial)?;
    trial.apply(&plan.operations)?;
    if begins_a_film(request, stage, &trial)
        && as_filmed::is_unasked(stage)
        && !before.iter().any(|request| as_filmed::asks(request))
    {
        plan.notes.extend(as_filmed::follow(&mut trial)?);
    }
    let following = match request {
        // No moment of the film shows or sounds otherwise, so nothing follows.
        Request::Exact(Edit::Split { .. }) | Request::Split { .. } => Vec::new(),
        request if lift::leaves_gap(request) => {
            follow::follow(stage.draft(), &trial, follow::Words::Stay)
        }
        _ => follow::follow(stage.draft(), &trial, follow::Words::Follow),
    };
    trial.apply(&following)?;
    // Where a gap is left nothing was to move along.
    if !lift::leaves_gap(request) {
        plan.notes.extend(attached::others_stay(stage.draft(), trial.draft()));
    }
    if matches!(request, Request::Make(_) | Request::Join(_) | Request::Open(_) | Request::Row(_)) {
        trial.number_anew();
    }
    *stage = trial;
    Ok(plan.notes)
}

/// Whether the main track was empty, is cleared, or is laid anew.
fn begins_a_film(request: &Request, before: &Stage, after: &Stage) -> bool {
    let is_empty = |stage: &Stage| main_video(stage.draft()).is_empty();
    matches!(request, Request::Make(_) | Request::Restart) || (is_empty(before) && !is_empty(after))
}

/// The scene's film with what follows from a change of its main track.
pub(super) fn settled(before: &Draft, scene: &Scene) -> Draft {
    let mut stage = Stage::new(scene);
    let following = follow::follow(before, &stage, follow::Words::Follow);
    match stage.apply(&following) {
        Ok(()) => stage.into_draft(),
        Err(_) => scene.draft.clone(),
    }
}

fn plan(request: &Request, stage: &mut Stage) -> Result<Plan, Refusal> {
    match request {
        Request::Make(make) => make::make(make, stage),
        Request::Join(named) => arrange::join(named, stage),
        Request::Open(named) => arrange::open(named, stage),
        Request::Row(items) => row::lay(items, stage),
        Request::EachLasts { pieces, length } => fit::each(*pieces, *length, stage),
        Request::Length { of, length } => fit::one(of, *length, stage),
        Request::Relength { of, by } => fit::relength(of, *by, stage),
        Request::FitFilm { to } => fit::film(*to, stage),
        Request::TrimFilm { to } => cut::film_to(*to, stage),
        Request::Cut { of, part } => cut::cut(of.as_ref(), *part, stage),
        Request::Keep { of, part } => cut::keep(of.as_ref(), *part, stage),
        Request::Remove(named) => arrange::remove(named, stage),
        Request::Lift(of) => lift::lift(of, stage),
        Request::LiftPart { of, part } => lift::lift_part(of.as_ref(), *part, stage),
        Request::KeepOnly(named) => arrange::keep_only(named, stage),
        Request::Replace { what, by } => replace::replace(what, by, stage),
        Request::Evenly { to } => fit::evenly(*to, stage),
        Request::Spare(named) => arrange::spare(named, stage),
        Request::Swap(one, other) => arrange::swap(one, other, stage),
        Request::Place { what, at } => arrange::place(what, at, arrange::There::Moves, stage),
        Request::Lay { what, at } => arrange::place(what, at, arrange::There::ComesAgain, stage),
        Request::Insert(named) => arrange::insert(named, stage),
        Request::InsertAt { what, at, length } => insert::insert_for(what, *at, *length, stage),
        Request::AddText(new) => text::add(new, stage),
        Request::ChangeText { target, change } => text::change(target, change, stage),
        Request::RemoveText(target) => text::remove(target, stage),
        Request::Wordless => subtitles::unnamed(stage),
        Request::Subtitles(wanted) => subtitles::lay(wanted, stage),
        Request::AddMusic(music) => sound::add(music, stage),
        Request::RemoveMusic => sound::remove(stage),
        Request::MusicTempo(wish) => music_tempo::set(*wish, stage),
        Request::MusicTime { when } => music_time::set(when, stage),
        Request::MusicFrom(from) => music_from::set(*from, stage),
        Request::Volume { of, level } => sound::volume(of, *level, stage),
        Request::Duck(by) => loudness::duck(*by, stage),
        Request::Loudness(target) => Ok(vec![Operation::Loudness(*target)].into()),
        Request::TrackVolume { label, level } => loudness::track(label, *level, stage),
        Request::OnTheBeat => beat::cut(stage),
        Request::Detach(named) => loudness::detach(named, stage),
        Request::Transitions { style, length, between, which } => {
            transition::set(style, *length, between, *which, stage)
        }
        Request::Fade { of, sides, length } => transition::fade(of, *sides, *length, stage),
        Request::Inset { wish, wanted } => inset::inset(wish, *wanted, stage),
        Request::Freeze(freeze) => freeze::freeze(freeze, stage),
        Request::Camera { of, camera } => freeze::camera(of, *camera, stage),
        Request::Resolution(lines) => canvas::resolution(*lines, stage),
        Request::Rate(rate) => canvas::rate(*rate, stage),
        Request::Canvas(canvas) => canvas::set(*canvas, stage),
        Request::Look { of, effect, wanted } => treat::look(of, *effect, *wanted, stage),
        Request::Adjust(wanted) => adjust::adjust(wanted, stage),
        Request::Fit { of, fit } => treat::fit(of, *fit, stage),
        Request::NoBackdrop { of, fit } => backdrop::remove(of, *fit, stage),
        Request::Hasten { of, to, way } => treat::hasten(of, *to, *way, stage),
        Request::Pace { of, speed } => treat::pace(of, *speed, stage),
        Request::PacePart { of, part, speed } => part::pace(of.as_ref(), *part, *speed, stage),
        Request::Split { of, at } => treat::split(of.as_ref(), *at, stage),
        Request::Duplicate(of) => treat::duplicate(of, stage),
        Request::Background(wanted) => background::lay(wanted, stage),
        Request::Backwards { of, wanted } => backwards::play(of, *wanted, stage),
        Request::Reverse => treat::reverse(stage),
        Request::Sort(sorting) => sort::pieces(*sorting, stage),
        Request::Restart => Ok(vec![Operation::Clear].into()),
        Request::Exact(edit) => exact::edit(edit, stage),
        // Not edits: the turn answers them itself.
        Request::Undo(_)
        | Request::Redo(_)
        | Request::GoBack(_)
        | Request::BackBefore(_)
        | Request::UndoOnly(_)
        | Request::Ask(_) => Ok(Plan::default()),
    }
}
