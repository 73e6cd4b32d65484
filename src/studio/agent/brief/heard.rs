//! What is heard in a told film: `calm music at 30%`, `long.mp3垫底，音量20%`.

use std::ops::Range;

use super::super::request::{Fading, Level, Music, Request, Sides, Sounding, Which};
use super::super::words::{Degree, LISTS, Link, Meaning, Noun, Sense, Verb};
use super::denied::Denied;
use super::ducked;
use super::own_sound;
use super::page::Page;
use super::song_start;
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// A longer time behind a fade is a piece's.
const LONGEST_FADE: Millis = Millis(3000);

/// The music that is wanted, how loud, and how it comes and goes. `None` where two things are said of one.
pub fn take(page: &mut Page, denied: &Denied) -> Option<Vec<Request>> {
    let mut wanted: Option<Music> = None;
    let mut fades = Vec::new();
    let mut starts = Vec::new();
    let mut heard = false;
    let mut tuned = false;
    for phrase in page.phrases() {
        // "Upbeat, 50% volume": a mood alone is of music that is told to be so loud.
        let mood = tuned && only_tells_how(page, &phrase);
        if let Some(mood) = page.phrase_before(&phrase).filter(|_| mood) {
            take_names(page, &mood, wanted.get_or_insert_with(Music::default))?;
            heard = true;
        }
        tuned = is_a_mood_alone(page, &phrase);
        let names = page.find(phrase.clone(), is_heard).is_some() || is_a_loud_mood(page, &phrase);
        if names {
            let music = wanted.get_or_insert_with(Music::default);
            take_names(page, &phrase, music)?;
        }
        if names || (heard && only_tells_how(page, &phrase)) {
            let music = wanted.get_or_insert_with(Music::default);
            take_volume(page, &phrase, music)?;
            let start = song_start::take(page, &phrase);
            starts.extend(start.map(Request::MusicFrom));
            fades.extend(take_fades(page, &phrase, Fading::Music));
            take_words_for_it(page, &phrase);
            heard = true;
        } else {
            heard = heard && is_played_through(page, &phrase);
            if heard {
                page.use_all(phrase);
            }
        }
    }
    if wanted.is_some() && denied.music {
        return None;
    }
    own_sound::take(page);
    let silent = denied.sound || take_silence(page);
    let silent =
        silent.then(|| Request::Volume { of: Sounding::Clips(Vec::new()), level: Level::To(0.0) });
    for phrase in page.phrases() {
        fades.extend(take_fades(page, &phrase, Fading::Film));
    }
    let ducks = wanted.as_ref().and_then(|_| ducked::take(page));
    let music = wanted.map(Request::AddMusic).into_iter().chain(starts).chain(ducks);
    Some(silent.into_iter().chain(music).chain(fades).collect())
}

/// `从头放`, `从头放到尾`, `all the way through`: what music does anyway.
fn is_played_through(page: &Page, phrase: &Range<usize>) -> bool {
    let through =
        |at: usize| matches!(page.sense(at), Some(Sense::Edge(_) | Sense::Link(Link::Whole)));
    let beside = |at: usize| {
        page.is_light(at)
            || matches!(
                page.sense(at),
                Some(
                    Sense::Verb(Verb::Show | Verb::Use | Verb::Move)
                        | Sense::Link(Link::From | Link::To)
                )
            )
    };
    phrase.clone().any(through)
        && phrase.clone().all(|at| page.is_free(at) && (through(at) || beside(at)))
}

fn is_heard(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::File(_, MediaKind::Audio) | Meaning::Known(Sense::Noun(Noun::Music)))
}

/// `lo-fi at 15%`, `lo-fi垫底`, `配电子乐`: only music has a mood and is so loud, lies under the film, or is called so.
fn is_a_loud_mood(page: &Page, phrase: &Range<usize>) -> bool {
    let mood = |place: &usize| matches!(page.sense(*place), Some(Sense::Mood(_)));
    let loud = |place: usize| matches!(page.meaning(place), Meaning::Percent(_));
    let lies = |place: usize| LISTS.lies_under.has(page.text(place));
    let Some(mood) = phrase.clone().find(mood) else { return false };
    let called = page.text(mood).ends_with('乐');
    called || phrase.clone().any(|place| loud(place) || lies(place))
}

/// `upbeat`, `电子乐`: nothing else is said.
fn is_a_mood_alone(page: &Page, phrase: &Range<usize>) -> bool {
    let mood = |place: usize| matches!(page.sense(place), Some(Sense::Mood(_)));
    phrase.clone().any(mood)
        && phrase.clone().all(|place| page.is_free(place) && (mood(place) || page.is_light(place)))
}

/// The file and the mood of a phrase about music.
fn take_names(page: &mut Page, phrase: &Range<usize>, music: &mut Music) -> Option<()> {
    for place in phrase.clone().filter(|place| page.is_free(*place)).collect::<Vec<_>>() {
        match page.meaning(place).clone() {
            Meaning::File(file, MediaKind::Audio) => {
                if music.file.as_ref().is_some_and(|other| *other != Which::Named(file)) {
                    return None;
                }
                music.file = Some(Which::Named(file));
            }
            Meaning::Known(Sense::Mood(mood)) => {
                if music.mood.is_some_and(|other| other != mood) {
                    return None;
                }
                music.mood = Some(mood);
            }
            Meaning::Known(Sense::Noun(Noun::Music)) => {}
            _ => continue,
        }
        page.use_at(place);
    }
    Some(())
}

/// `音量30%，结尾淡出2秒`: nothing else is told, so it is of the music just named.
fn only_tells_how(page: &Page, phrase: &Range<usize>) -> bool {
    let how = |place: usize| match page.meaning(place) {
        Meaning::Percent(_) => true,
        Meaning::Known(sense) => {
            matches!(sense, Sense::Noun(Noun::Volume))
                || (is_fade(*sense) && !is_to_black(page, place))
        }
        _ => false,
    };
    let beside = |place: usize| {
        page.is_light(place)
            || *page.meaning(place) == Meaning::Unknown
            || matches!(page.meaning(place), Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_))
            || matches!(page.meaning(place), Meaning::LastOf(_) | Meaning::FirstOf(_))
            || matches!(
                page.sense(place),
                Some(
                    Sense::Noun(Noun::Sound)
                        | Sense::Degree(Degree::Quieter | Degree::Louder | Degree::Bit)
                        | Sense::Break
                        | Sense::Verb(_)
                        | Sense::Edge(_)
                        | Sense::Link(Link::It | Link::To | Link::Over)
                )
            )
    };
    phrase.clone().any(how) && phrase.clone().all(|place| how(place) || beside(place))
}

fn take_volume(page: &mut Page, phrase: &Range<usize>, music: &mut Music) -> Option<()> {
    let level = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Percent(_)
                | Meaning::Known(Sense::Degree(Degree::AtHalf | Degree::Half | Degree::Full))
        )
    };
    let Some(place) = page.find(phrase.clone(), level) else { return Some(()) };
    let volume = match page.meaning(place) {
        Meaning::Percent(percent) => percent / 100.0,
        Meaning::Known(Sense::Degree(Degree::Full)) => 1.0,
        _ => 0.5,
    };
    if music.volume.is_some_and(|other| (other - volume).abs() > f64::EPSILON) {
        return None;
    }
    music.volume = Some(volume);
    page.use_at(place);
    Some(())
}

fn is_fade(sense: Sense) -> bool {
    matches!(sense, Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth))
}

fn is_to_black(page: &Page, place: usize) -> bool {
    let text = page.text(place).to_lowercase();
    text.contains("black") || text.contains('黑')
}

/// The fades of a phrase, each with the time beside it.
fn take_fades(page: &mut Page, phrase: &Range<usize>, of: Fading) -> Vec<Request> {
    let mut fades = Vec::new();
    for place in phrase.clone() {
        let said = page.sense(place).filter(|sense| is_fade(*sense));
        let Some(sense) = said.or_else(|| out_again(page, phrase, place)) else { continue };
        if !page.is_free(place) || (of == Fading::Music && is_to_black(page, place)) {
            continue;
        }
        page.use_at(place);
        let rise = matches!(sense, Sense::Noun(Noun::FadeIn | Noun::FadeBoth));
        let fall = matches!(sense, Sense::Noun(Noun::FadeOut | Noun::FadeBoth));
        let length = take_beside(page, place).or_else(|| take_behind(page, phrase));
        let sides = Sides { rise, fall, wanted: true };
        fades.push(Request::Fade { of: of.clone(), sides, length });
    }
    fades
}

/// `fading in over 1 second and out over the last 2`: the word for it is said once.
fn out_again(page: &Page, phrase: &Range<usize>, place: usize) -> Option<Sense> {
    let rises = |at: usize| page.sense(at) == Some(Sense::Noun(Noun::FadeIn));
    let over = |at: usize| page.sense(at) == Some(Sense::Link(Link::Over)) || page.is_light(at);
    let before = (phrase.start..place).any(rises);
    let timed = place + 1 < phrase.end && over(place + 1);
    (page.says(place, &["out"]) && before && timed).then_some(Sense::Noun(Noun::FadeOut))
}

/// `开场自黑场淡入，1秒`: a phrase behind it that tells nothing but a short time.
fn take_behind(page: &mut Page, phrase: &Range<usize>) -> Option<Millis> {
    let next = page.next_phrase(phrase)?;
    let time = next.clone().find(|at| matches!(page.meaning(*at), Meaning::Time(_)))?;
    let alone = next.clone().all(|at| at == time || page.is_light(at));
    let last = page.next_phrase(&next).is_none();
    match *page.meaning(time) {
        Meaning::Time(length) if alone && last && page.is_free(time) && length <= LONGEST_FADE => {
            page.use_all(next);
            Some(length)
        }
        _ => None,
    }
}

/// The time beside a fade, and the end of the film that it is at: `fading out over the last 3 seconds`.
fn take_beside(page: &mut Page, fade: usize) -> Option<Millis> {
    let mut length = None;
    let item = page.item(fade);
    let passes = |at: &usize| {
        page.is_light(*at)
            || matches!(page.sense(*at), Some(Sense::Link(Link::Over) | Sense::Verb(Verb::Use)))
    };
    let edge = |at: &usize| matches!(page.sense(*at), Some(Sense::Edge(_)));
    // "结尾用一秒淡出", "fade out over 1 second at the end": the end stands behind the time.
    let nearest = |mut places: Vec<usize>| {
        places.truncate(2);
        let timed = places.first().is_some_and(|at| matches!(page.meaning(*at), Meaning::Time(_)));
        places.into_iter().enumerate().filter(move |(nth, at)| *nth == 0 || (timed && edge(at)))
    };
    let before = nearest((item.start..fade).rev().filter(|at| !passes(at)).collect());
    let after = nearest((fade + 1..item.end).filter(|at| !passes(at)).collect());
    for place in before.chain(after).map(|(_, at)| at).collect::<Vec<usize>>() {
        if !page.is_free(place) {
            continue;
        }
        match page.meaning(place).clone() {
            Meaning::Time(time) | Meaning::Head(time) | Meaning::Tail(time) if length.is_none() => {
                length = Some(time);
                page.use_at(place);
            }
            // "The last 2": seconds, as those before.
            Meaning::LastOf(count) | Meaning::FirstOf(count) if length.is_none() => {
                length = Some(Millis::from_secs(count as u64));
                page.use_at(place);
            }
            Meaning::Known(Sense::Edge(_)) => page.use_at(place),
            _ => continue,
        }
        // "Fade to black over the final second".
        let over = |at: &usize| page.sense(*at) == Some(Sense::Link(Link::Over));
        let between: Vec<usize> = (fade.min(place)..fade.max(place)).filter(over).collect();
        between.into_iter().for_each(|at| page.use_at(at));
    }
    length
}

fn take_words_for_it(page: &mut Page, phrase: &Range<usize>) {
    let idle = |place: &usize| {
        matches!(
            page.sense(*place),
            Some(
                Sense::Noun(Noun::Volume | Noun::Sound | Noun::Backdrop)
                    | Sense::Degree(Degree::Quieter | Degree::Louder | Degree::Bit)
                    | Sense::Link(Link::Over)
                    | Sense::Verb(Verb::Add | Verb::Change)
            )
        )
    };
    let found: Vec<usize> = phrase.clone().filter(idle).collect();
    found.into_iter().for_each(|place| page.use_at(place));
}

/// `原声静音`, `clips muted`: what was recorded is not to be heard.
fn take_silence(page: &mut Page) -> bool {
    let mute = |meaning: &Meaning| *meaning == Meaning::Known(Sense::Verb(Verb::Mute));
    let Some(place) = page.find(0..page.len(), mute) else { return false };
    let item = page.item(place);
    if item.clone().any(|at| page.shows(at).is_some()) {
        return false;
    }
    page.use_at(place);
    for at in item {
        if matches!(
            page.sense(at),
            Some(
                Sense::Noun(Noun::Sound | Noun::Clip | Noun::Footage | Noun::Film)
                    | Sense::Link(Link::All)
            )
        ) {
            page.use_at(at);
        }
    }
    true
}
