//! What is not wanted in a told film: `no music, text or transitions`, `转场、音乐、字都不加`.

use std::ops::Range;

use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Verb, is_sound_seam_or_text};
use super::page::Page;
use super::remarks::carries;
use crate::draft::TextPlace;

/// What is not wanted.
#[derive(Debug, Default, Clone, Copy)]
pub struct Denied {
    /// No music.
    pub music: bool,
    /// No words on the picture.
    pub words: bool,
    /// Plain cuts.
    pub seams: bool,
    /// The clips are not to be heard.
    pub sound: bool,
}

/// Takes what is denied, with the words that deny it.
pub fn take(page: &mut Page) -> Denied {
    let mut denied = Denied::default();
    let mut before = false;
    for phrase in page.phrases() {
        let all = denies_all(page, &phrase);
        let bare = before && is_bare(page, &phrase);
        let found = if all || bare { everything(page, &phrase) } else { behind(page, &phrase) };
        let found = if found.is_empty() { answered(page, &phrase) } else { found };
        let found = if found.is_empty() { refused_at_last(page, &phrase) } else { found };
        let found = if found.is_empty() { named_in_the_remark(page, &phrase) } else { found };
        before = !found.is_empty();
        for place in found {
            mark(page, place, &mut denied);
        }
        if before {
            take_words_for_it(page, &phrase);
            take_why(page, &phrase);
        }
    }
    denied
}

fn mark(page: &mut Page, place: usize, denied: &mut Denied) {
    match page.sense(place) {
        Some(Sense::Noun(Noun::Music)) => denied.music = true,
        // "No sound track": music, and not what is heard of the clips.
        Some(Sense::Noun(Noun::Sound)) if is_a_track(page, place + 1) => {
            denied.music = true;
            page.use_at(place + 1);
        }
        Some(Sense::Noun(Noun::Sound)) => denied.sound = true,
        Some(Sense::Noun(Noun::Transition) | Sense::Transition(_)) => denied.seams = true,
        Some(Sense::Noun(_)) => denied.words = true,
        _ => denied.music |= LISTS.music_cut_short.has(page.text(place)),
    }
    page.use_at(place);
}

fn is_a_track(page: &Page, place: usize) -> bool {
    place < page.len() && page.says(place, &["track", "tracks"])
}

/// `店里放着歌呢音乐就别加了`: behind words that only tell why, a thing and its denial, and nothing after them.
fn refused_at_last(page: &Page, phrase: &Range<usize>) -> Vec<usize> {
    let said = |place: &usize| !is_idle(page, *place) && !is_a_kind(page, *place);
    let Some(last) = phrase.clone().rev().find(said) else { return Vec::new() };
    let refused = (last + 1..phrase.end).any(|place| is_denial(page, place));
    let things = (phrase.start..=last).rev().take_while(|place| {
        is_deniable(page, *place) || (is_idle(page, *place) && !is_denial(page, *place))
    });
    let found: Vec<usize> = things.filter(|place| is_deniable(page, *place)).collect();
    if refused { found } else { Vec::new() }
}

/// `文字我发帖的时候再写，片子里不加`: nothing but a denial, of what the remark before it was about.
fn named_in_the_remark(page: &mut Page, phrase: &Range<usize>) -> Vec<usize> {
    let denies = phrase.clone().any(|place| page.is_free(place) && is_denial(page, place));
    let alone = phrase.clone().all(|place| is_idle(page, place));
    let Some(before) = page.phrase_before(phrase).filter(|_| denies && alone) else {
        return Vec::new();
    };
    let thing = |place: &usize| page.sense(*place).is_some_and(is_sound_seam_or_text);
    let remark = before.clone().all(|place| !page.is_free(place));
    let found: Vec<usize> = before.filter(thing).collect();
    if !remark || found.len() != 1 {
        return Vec::new();
    }
    page.use_all(phrase.clone());
    found
}

/// `transitions: none, text: none`, `转场：无`: what stands before a colon, and the word for none of it behind.
fn answered(page: &mut Page, phrase: &Range<usize>) -> Vec<usize> {
    let Some(next) = page.next_phrase(phrase) else { return Vec::new() };
    let named = phrase.clone().rev().find(|place| !page.is_light(*place));
    let colon = next.start > phrase.end && page.says(phrase.end, &[":", "："]);
    let Some(named) = named.filter(|place| colon && is_deniable(page, *place)) else {
        return Vec::new();
    };
    let item = page.item(next.start);
    if !item.clone().all(|place| LISTS.none_of_it.has(page.text(place)) || page.is_light(place)) {
        return Vec::new();
    }
    page.use_all(item);
    vec![named]
}

/// What can be denied by its name alone.
pub fn is_deniable(page: &Page, place: usize) -> bool {
    let noun = page.sense(place).is_some_and(is_sound_seam_or_text);
    let short =
        LISTS.music_cut_short.has(page.text(place)) && place > 0 && is_denial(page, place - 1);
    page.is_free(place) && (noun || short)
}

fn is_denial(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Link(Link::Without | Link::Not | Link::Off)))
        || page.sense(place) == Some(Sense::Verb(Verb::Remove))
        || LISTS.denies_of_film.has(page.text(place))
}

/// `上面什么字都不要`: no question, as none of it is wanted.
pub fn is_none_of_any_sort(page: &Page, place: usize) -> bool {
    is_a_kind(page, place) && page.phrase(place).any(|at| is_denial(page, at))
}

fn is_idle(page: &Page, place: usize) -> bool {
    page.is_light(place)
        || LISTS.does_lightly.has(page.text(place))
        || LISTS.on_the_picture.has(page.text(place))
        || page.sense(place) == Some(Sense::Break)
        || is_denial(page, place)
        || matches!(
            page.sense(place),
            Some(
                Sense::Verb(
                    Verb::Add | Verb::Use | Verb::Show | Verb::Make | Verb::Keep | Verb::Move
                ) | Sense::Link(Link::It | Link::All | Link::Over | Link::Saying)
            )
        )
}

/// `音乐文字都不要`, `leave music and text off`: nothing but things that can be denied, and a denial.
fn denies_all(page: &Page, phrase: &Range<usize>) -> bool {
    let last = phrase.clone().rev().find(|place| !page.is_light(*place));
    let first = phrase.clone().find(|place| is_deniable(page, *place));
    last.is_some_and(|last| is_denial(page, last))
        && first.is_some()
        && phrase
            .clone()
            .all(|place| is_deniable(page, place) || is_idle(page, place) || is_a_kind(page, place))
}

/// `text or transitions`, behind what was denied.
fn is_bare(page: &Page, phrase: &Range<usize>) -> bool {
    let says = phrase.clone().any(|place| is_deniable(page, place));
    let goes_on = |place: usize| {
        is_deniable(page, place)
            || page.is_light(place)
            || page.says(place, &["or", "nor", "和", "、", "或"])
    };
    says && phrase.clone().all(goes_on)
}

fn everything(page: &Page, phrase: &Range<usize>) -> Vec<usize> {
    phrase.clone().filter(|place| is_deniable(page, *place)).collect()
}

/// `no music and no text`, `不铺音乐不上字`: what stands behind a denial, up to something else.
fn behind(page: &Page, phrase: &Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = false;
    for place in phrase.clone() {
        if is_denial(page, place) {
            open = true;
        } else if open && is_deniable(page, place) {
            found.push(place);
        } else if !is_idle(page, place) && !is_overlay(page, place) && !is_a_kind(page, place) {
            open = false;
        }
    }
    found.retain(|place| !is_told_more(page, *place));
    found
}

/// `no text overlays`: a strange word behind a denied one.
fn is_overlay(page: &Page, place: usize) -> bool {
    *page.meaning(place) == Meaning::Unknown && place > 0 && is_deniable(page, place - 1)
}

/// `no temp music`, `no on-screen text`: a word for what sort of it, and none of it is wanted.
fn is_a_kind(page: &Page, place: usize) -> bool {
    LISTS.of_any_sort.has(page.text(place))
}

/// `without music with the title "Hi"`: the title is told what it says.
fn is_told_more(page: &Page, place: usize) -> bool {
    let next = page.after(place);
    next.is_some_and(|next| matches!(page.meaning(next), Meaning::Quote(_) | Meaning::Percent(_)))
}

/// `the prices go in the caption so no text on screen`: what stands before the word for a reason says only why.
fn take_why(page: &mut Page, phrase: &Range<usize>) {
    let so = |place: &usize| page.says(*place, &["so", "所以", "因此"]);
    let Some(so) = phrase.clone().find(so) else { return };
    let denies = (so + 1..phrase.end).find(|place| is_denial(page, *place));
    let idle = denies.is_some_and(|denies| (so + 1..denies).all(|at| is_idle(page, at)));
    let mut why = phrase.start..so;
    let strange = why.clone().any(|at| *page.meaning(at) == Meaning::Unknown);
    if idle && strange && why.all(|at| page.shows(at).is_none() && !carries(page, at)) {
        page.use_all(phrase.start..so + 1);
    }
}

/// The denials of a phrase in which something was denied, and what holds it together.
fn take_words_for_it(page: &mut Page, phrase: &Range<usize>) {
    for place in phrase.clone() {
        // "中间不用转场".
        let between = |at: usize| {
            matches!(
                page.sense(at),
                Some(Sense::Link(Link::Between) | Sense::Place(TextPlace::Centre))
            )
        };
        // "片头片尾都不要字", "全程不要音乐": none of it anywhere.
        let somewhere =
            |at: usize| matches!(page.sense(at), Some(Sense::Edge(_) | Sense::Link(Link::Whole)));
        let idle =
            |at: usize| is_idle(page, at) || is_a_kind(page, at) || between(at) || somewhere(at);
        let near = (phrase.start..place).rev().find(|at| !idle(*at));
        let next = (place + 1..phrase.end).find(|at| !idle(*at));
        let beside = [near, next].into_iter().flatten().any(|at| !page.is_free(at));
        if beside && idle(place) {
            page.use_at(place);
        }
    }
}
