//! What is not wanted in a told film: `no music, text or transitions`, `转场、音乐、字都不加`.

use std::ops::Range;

use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Verb, is_sound_seam_or_text};
use super::page::Page;
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
        before = !found.is_empty();
        for place in found {
            mark(page, place, &mut denied);
        }
        if before {
            take_words_for_it(page, &phrase);
        }
    }
    denied
}

fn mark(page: &mut Page, place: usize, denied: &mut Denied) {
    match page.sense(place) {
        Some(Sense::Noun(Noun::Music)) => denied.music = true,
        Some(Sense::Noun(Noun::Sound)) => denied.sound = true,
        Some(Sense::Noun(Noun::Transition) | Sense::Transition(_)) => denied.seams = true,
        Some(Sense::Noun(_)) => denied.words = true,
        _ => denied.music |= LISTS.music_cut_short.has(page.text(place)),
    }
    page.use_at(place);
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
        let idle = |at: usize| is_idle(page, at) || is_a_kind(page, at) || between(at);
        let near = (phrase.start..place).rev().find(|at| !idle(*at));
        let next = (place + 1..phrase.end).find(|at| !idle(*at));
        let beside = [near, next].into_iter().flatten().any(|at| !page.is_free(at));
        if beside && idle(place) {
            page.use_at(place);
        }
    }
}
