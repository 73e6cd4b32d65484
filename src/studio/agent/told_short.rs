//! A film on an empty timeline that is not the one that was told: files that were named are not in it, or others are.
//!
//! What tells a film and is not understood as one (`brief`) is read wish by wish, and each wish may be understood while the
//! film is not: `大堂打头、客房居中、泳池收尾` is a beginning, an end and a picture in the middle of the screen. Then it is better to
//! say what was not understood.

use super::request::Reading;
use super::scene::Scene;
use super::turn::done;
use super::words::{self, LISTS, Link, Meaning, Name, Noun, Sense, Token, Verb};
use crate::draft::Kind;

/// The readings, and what is to be told as not understood where the film that comes of them is another one.
pub fn unless_whole(
    sentence: &str,
    names: &[Name],
    mut read: Vec<Reading>,
    scene: &Scene,
) -> Vec<Reading> {
    let understood = |reading: &Reading| matches!(reading, Reading::Understood { .. });
    if read.iter().all(understood) {
        read.extend(lacking(sentence, names, &read, scene));
    }
    read
}

fn lacking(sentence: &str, names: &[Name], read: &[Reading], scene: &Scene) -> Option<Reading> {
    let tokens = words::in_measures(sentence, names);
    let named: Vec<usize> = (0..names.len()).filter(|file| is_named(&tokens, *file)).collect();
    if named.len() < 2 || leaves_some_out(&tokens) {
        return None;
    }
    let shown = shown(read, scene);
    if shown.is_empty() {
        return None;
    }
    let is_there = |file: &usize| scene.media.get(*file).is_some_and(|it| shown.contains(&it.name));
    let lacking: Vec<usize> = named.iter().filter(|file| !is_there(file)).copied().collect();
    let visual = |file: &usize| names[*file].kind.is_visual() && !named.contains(file);
    let more = (0..names.len()).filter(visual).any(|file| is_there(&file));
    // "A slideshow, lake first, boat last": all the others come between.
    let ends = named.len() == 2 && tokens.iter().any(puts_at_an_end);
    let several = ends || tokens.iter().any(tells_of_several);
    if lacking.is_empty() && (several || !more) {
        return None;
    }
    Some(Reading::unknown(lacking.into_iter().map(|file| scene.media[file].name.clone()).collect()))
}

fn is_named(tokens: &[Token], file: usize) -> bool {
    let is = |token: &Token| matches!(token.meaning, Meaning::File(it, kind) if it == file && kind.is_visual());
    tokens.iter().any(is)
}

/// `all but the kiln`, `不要海边`, `海边不用`.
fn leaves_some_out(tokens: &[Token]) -> bool {
    let visual =
        |token: &Token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual());
    let denies = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Link(Link::Without | Link::Not | Link::Off) | Sense::Verb(Verb::Remove))
        )
    };
    let leaves = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::Except)) || LISTS.leaves_out.has(&token.text)
    };
    let part = |part: &[Token]| part.iter().any(denies) && part.iter().any(visual);
    tokens.iter().any(leaves) || tokens.split(words::is_break).any(part)
}

/// `all photos`, `the other two`.
fn tells_of_several(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Link(Link::All | Link::Rest | Link::TheOther | Link::These)
                | Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage | Noun::File)
        )
    )
}

fn puts_at_an_end(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Ordinal(1 | -1))
        || matches!(
            token.sense(),
            Some(Sense::Edge(_) | Sense::Link(Link::FirstComes | Link::LastComes))
        )
}

/// The files that are seen.
fn shown(read: &[Reading], scene: &Scene) -> Vec<String> {
    let film = done(read, scene).into_draft();
    let tracks = film.tracks.iter().filter(|track| track.kind == Kind::Video);
    tracks.flat_map(|track| &track.segments).filter_map(|it| it.source.clone()).collect()
}
