//! A file that is told again by its kind: `only the silent clip and cake.jpg, the clip first and then …`, `把silent.mp4和拿铁拼成
//! 一条，视频在前，图在后`.
//!
//! Where one file of a kind is named and others of the other, the word for the kind is its name from there on.

use super::super::words::{LISTS, Meaning, Name, Noun, Sense};
use super::page::Page;
use crate::api::wire::MediaKind;

/// `产品图`: a word for a picture that begins with the whole name of a file.
fn name_compounds(page: &mut Page, names: &[Name]) {
    let ends =
        |rest: &str| LISTS.a_picture_by_its_kind.has(rest) || LISTS.a_clip_by_its_kind.has(rest);
    for place in 0..page.len() {
        if !matches!(page.meaning(place), Meaning::Unknown | Meaning::Known(Sense::Noun(_))) {
            continue;
        }
        let called = names.iter().position(|name| {
            let written = name.written();
            let stem = written.rsplit_once('.').map_or("", |(stem, _)| stem);
            let rest = page.text(place).strip_prefix(stem).filter(|_| !stem.is_empty());
            name.kind.is_visual() && !stem.is_ascii() && rest.is_some_and(ends)
        });
        if let Some(file) = called {
            page.mean(place, Meaning::File(file, names[file].kind));
        }
    }
}

/// Gives words for a kind the file that they can only mean.
pub fn name(page: &mut Page, names: &[Name]) {
    name_compounds(page, names);
    let mut named: Vec<(usize, MediaKind)> = Vec::new();
    for place in 0..page.len() {
        if let Meaning::File(file, kind) = *page.meaning(place)
            && kind.is_visual()
        {
            if !named.contains(&(file, kind)) {
                named.push((file, kind));
            }
            continue;
        }
        let Some(kind) = kind_at(page, place) else { continue };
        let [one] = named.iter().filter(|(_, of)| *of == kind).collect::<Vec<_>>()[..] else {
            continue;
        };
        let file = one.0;
        if named.len() > 1 && begins_an_item(page, place) {
            page.mean(place, Meaning::File(file, kind));
        }
    }
}

/// Which kind a word is for that stands for one of it.
fn kind_at(page: &Page, place: usize) -> Option<MediaKind> {
    let text = page.text(place).to_lowercase();
    let several = text.is_ascii() && text.ends_with('s');
    match page.sense(place) {
        _ if several => None,
        _ if LISTS.a_picture_by_its_kind.has(&text) => Some(MediaKind::Image),
        _ if LISTS.a_clip_by_its_kind.has(&text) => Some(MediaKind::Video),
        Some(Sense::Noun(Noun::Picture)) => Some(MediaKind::Image),
        Some(Sense::Noun(Noun::Clip | Noun::Footage)) => Some(MediaKind::Video),
        _ => None,
    }
}

/// It stands first, nothing counts it, and no file is named with it.
fn begins_an_item(page: &Page, place: usize) -> bool {
    let item = page.item(place);
    (item.start..place).all(|at| page.is_light(at))
        && place + 1 < item.end
        && item.clone().all(|at| page.shows(at).is_none())
        && !matches!(page.meaning(place + 1), Meaning::Quote(_))
}
