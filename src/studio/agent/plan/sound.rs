//! Music and loudness.

use super::super::operation::{LaySound, Operation, Property, Remove, Set, main_video, music};
use super::super::request::{Bound, Level, Music, Reference, Sounding, When, Which};
use super::stage::Stage;
use super::{Note, Plan, Refusal, find, music_tempo, text};
use crate::api::wire::MediaKind;
use crate::draft::{Draft, Generated, Millis, Mood, Segment, SegmentId};
use crate::studio::media::Media;

/// Music lies under the pictures, not over them.
const USUAL_VOLUME: f64 = 0.35;

/// As recorded; above it sound only breaks up.
const LOUDEST: f64 = 1.0;

/// Music under the whole film, in place of what music there is.
pub fn add(wanted: &Music, stage: &mut Stage) -> Result<Plan, Refusal> {
    let film = stage.length();
    if film.is_zero() {
        return Err(Refusal::NoFilm);
    }
    let file = file(wanted, stage)?;
    let there: Vec<SegmentId> =
        music(stage.draft()).into_iter().map(|segment| segment.id.clone()).collect();
    if wanted.only_named && wanted.when == When::Unsaid && !there.is_empty() {
        return Ok(Plan::default());
    }
    if let (None, None, Some(volume), false, When::Unsaid, None) =
        (&wanted.file, wanted.mood, wanted.volume, there.is_empty(), &wanted.when, wanted.tempo)
    {
        return Ok(set_volumes(there, |_| volume));
    }
    let was = music(stage.draft()).first().and_then(|segment| segment.volume);
    let ducking = music(stage.draft()).first().and_then(|segment| segment.ducking);
    let (when, from) = of_the_song(&wanted.when, film, file);
    let (start, room) = text::time(&when, film, stage)?;
    let mut segment = Segment::new(stage.fresh_id(), start, room);
    match file {
        Some(media) => {
            segment.source = Some(media.name.clone());
            segment.source_in = from;
            segment.duration = media.duration.map_or(room, |length| (length - from).min(room));
        }
        None => {
            let mood = wanted.mood.unwrap_or(Mood::Upbeat);
            segment.name = Some(mood.name().to_owned());
            segment.generated = Some(Generated::Music {
                mood,
                seed: stage.seed(),
                tempo: wanted.tempo.map(|beats| mood.tempo(Some(beats))),
                whole: None,
            });
        }
    }
    segment.volume = Some(wanted.volume.or(was).unwrap_or(USUAL_VOLUME).clamp(0.0, LOUDEST));
    segment.ducking = ducking;
    segment.fade_out = fade_out_of(segment.duration);
    let mut notes = ends_early(&segment, room);
    notes.extend(wanted.volume.and_then(too_loud));
    notes.extend(wanted.tempo.and_then(|beats| music_tempo::beyond(&segment, beats)));
    let mut operations = Vec::new();
    if !there.is_empty() {
        operations.push(Operation::Remove(Remove { ids: there }));
    }
    operations.push(Operation::LaySound(LaySound { segment: Box::new(segment) }));
    Ok(Plan { operations, notes })
}

/// No music.
pub fn remove(stage: &Stage) -> Result<Plan, Refusal> {
    let ids: Vec<SegmentId> =
        music(stage.draft()).into_iter().map(|segment| segment.id.clone()).collect();
    if ids.is_empty() {
        Err(Refusal::NoMusic)
    } else {
        Ok(vec![Operation::Remove(Remove { ids })].into())
    }
}

/// How loud something is.
pub fn volume(of: &Sounding, level: Level, stage: &Stage) -> Result<Plan, Refusal> {
    let draft = stage.draft();
    let music_ids: Vec<SegmentId> =
        music(draft).into_iter().map(|segment| segment.id.clone()).collect();
    let ids = match of {
        Sounding::Music if music_ids.is_empty() => return Err(Refusal::NoMusic),
        Sounding::Music => music_ids,
        Sounding::Clips(named) => with_sound(named, stage)?,
        Sounding::Unsaid if music_ids.is_empty() => with_sound(&[], stage)?,
        Sounding::Unsaid => music_ids,
        Sounding::Everything => {
            let clips = with_sound(&[], stage).unwrap_or_default();
            if music_ids.is_empty() && clips.is_empty() {
                return Err(Refusal::NoSound);
            }
            music_ids.into_iter().chain(clips).collect()
        }
    };
    Ok(set_volumes(ids, |id| new_volume(draft, id, level)))
}

/// `use long.mp3 from 0:20` under a film of twelve seconds: a moment that only the song has is one of the song.
fn of_the_song(when: &When, film: Millis, file: Option<&Media>) -> (When, Millis) {
    let from = match when {
        When::Between(Some(Bound::At(from)), _) | When::From(from, None) => *from,
        _ => Millis::ZERO,
    };
    let length = file.and_then(|media| media.duration).unwrap_or_default();
    if from >= film && from < length { (When::Unsaid, from) } else { (when.clone(), Millis::ZERO) }
}

fn set_volumes(ids: Vec<SegmentId>, volume: impl Fn(&SegmentId) -> f64) -> Plan {
    let mut plan = Plan::default();
    for id in ids {
        let wanted = volume(&id);
        plan.notes.extend(too_loud(wanted));
        let property = Property::Volume(wanted.clamp(0.0, LOUDEST));
        plan.operations.push(Operation::Set(Set { id, property }));
    }
    plan
}

fn too_loud(wanted: f64) -> Option<Note> {
    (wanted > LOUDEST).then_some(Note::Loudest)
}

/// Relative loudness is kept to whole percents.
fn new_volume(draft: &Draft, id: &SegmentId, level: Level) -> f64 {
    let was = super::super::operation::segment(draft, id)
        .and_then(|segment| segment.volume)
        .unwrap_or(1.0);
    match level {
        Level::To(volume) => volume,
        Level::Times(factor) => (was * factor * 100.0).round() / 100.0,
    }
}

/// The pieces that can be heard, of those named or of all.
pub fn with_sound(named: &[Reference], stage: &Stage) -> Result<Vec<SegmentId>, Refusal> {
    let can_be_heard = |id: &SegmentId| {
        let source = super::super::operation::segment(stage.draft(), id)
            .and_then(|segment| segment.source.as_ref());
        stage.media().iter().any(|media| Some(&media.name) == source && media.has_audio)
    };
    let all = || main_video(stage.draft()).iter().map(|segment| segment.id.clone());
    // "Mute the clip" beside pictures.
    if matches!(named, [Reference { which: Which::Only, .. }])
        && let [only] = &all().filter(can_be_heard).collect::<Vec<_>>()[..]
    {
        return Ok(vec![only.clone()]);
    }
    let chosen = if named.is_empty() { all().collect() } else { find::pieces(named, stage)? };
    let heard: Vec<SegmentId> = chosen.into_iter().filter(can_be_heard).collect();
    if heard.is_empty() { Err(Refusal::NoSound) } else { Ok(heard) }
}

/// The file to play: the one named, else, without a mood, the session's first sound file.
fn file<'a>(wanted: &Music, stage: &Stage<'a>) -> Result<Option<&'a Media>, Refusal> {
    let media = stage.media();
    match &wanted.file {
        Some(Which::Named(place)) => match media.get(*place) {
            Some(found) if found.kind == MediaKind::Audio => Ok(Some(found)),
            found => Err(Refusal::NotSound {
                name: found.map(|found| found.name.clone()).unwrap_or_default(),
            }),
        },
        Some(Which::Missing(name)) => Err(find::no_such_file(name, media)),
        _ if wanted.mood.is_some() => Ok(None),
        _ => Ok(media.iter().find(|media| media.kind == MediaKind::Audio)),
    }
}

fn ends_early(segment: &Segment, film: Millis) -> Vec<Note> {
    match &segment.source {
        Some(name) if segment.duration < film => {
            vec![Note::MusicEndsEarly { name: name.clone(), length: segment.duration }]
        }
        _ => Vec::new(),
    }
}

/// Two seconds, or a quarter of what is short.
pub fn fade_out_of(length: Millis) -> Millis {
    Millis(2000.min(length.0 / 4))
}

/// How long a sound can be; `None` for music made here.
pub fn footage_of(segment: &Segment, media: &[Media]) -> Option<Millis> {
    let source = segment.source.as_ref()?;
    let length = media.iter().find(|media| media.name == *source)?.duration?;
    Some(if segment.reversed { segment.source_in } else { length - segment.source_in })
}
