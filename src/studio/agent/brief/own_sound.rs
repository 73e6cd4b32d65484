//! That the clips of a told film are heard as they were recorded: `nat sound only`, `保留原声`, `就用现场声`. They are anyway.

use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Verb};
use super::page::Page;

/// Takes what says so.
pub fn take(page: &mut Page) {
    for place in 0..page.len() {
        if page.sense(place) != Some(Sense::Noun(Noun::Sound))
            || !page.is_free(place)
            || !is_kept(page, place)
        {
            continue;
        }
        page.use_at(place);
        let of_it = |at: &usize| {
            LISTS.own_sound.has(page.text(*at))
                || matches!(
                    page.sense(*at),
                    Some(
                        Sense::Noun(Noun::Clip | Noun::Footage | Noun::Film)
                            | Sense::Link(Link::Only)
                    )
                )
        };
        let said: Vec<usize> = page.item(place).filter(of_it).collect();
        said.into_iter().for_each(|at| page.use_at(at));
    }
}

/// It is told to stay, or that nothing else is to be heard; and not how loud, or that it goes.
fn is_kept(page: &Page, sound: usize) -> bool {
    let stays = |at: usize| {
        LISTS.own_sound.has(page.text(at))
            || matches!(
                page.sense(at),
                Some(Sense::Verb(Verb::Keep) | Sense::Link(Link::AsItIs | Link::Only))
            )
    };
    let changes = |at: usize| {
        matches!(page.meaning(at), Meaning::Percent(_) | Meaning::Decibels(_))
            || matches!(
                page.sense(at),
                Some(
                    Sense::Verb(Verb::Mute | Verb::Remove)
                        | Sense::Link(Link::Without | Link::Not | Link::Off)
                        | Sense::Degree(_)
                )
            )
    };
    page.item(sound).any(stays) && !page.item(sound).any(|at| page.is_free(at) && changes(at))
}
