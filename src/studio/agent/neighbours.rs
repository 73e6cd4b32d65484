//! Pieces that are told by those that they lie beside, written out: `delete the one after the kiln` is `delete glaze.jpg`
//! where that is what lies there.
//!
//! Who says so looks at the film as it is, whatever else the sentence does to it before. Where nothing lies there, the
//! words are left as they are, and nobody understands them.

use super::operation::main_video;
use super::scene::Scene;
use super::turn::names;
use super::words::{self, Meaning, Neighbour};
use crate::draft::{Kind, Segment};

/// The sentence without the words that lie exactly over a piece: they go where it goes.
pub fn without_its_words(sentence: &str, scene: &Scene) -> Option<String> {
    let (span, file) = words::with_its_words(sentence, &names(scene))?;
    let name = scene.media.get(file).map(|media| media.name.as_str());
    let mut shown = main_video(&scene.draft).iter().filter(|piece| piece.source.as_deref() == name);
    let (piece, None) = (shown.next()?, shown.next()) else { return None };
    let over = |words: &Segment| words.start == piece.start && words.end() == piece.end();
    let texts = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    texts.flat_map(|track| &track.segments).any(over).then_some(())?;
    let letters: Vec<char> = sentence.chars().collect();
    Some(letters[..span.start].iter().chain(&letters[span.end..]).collect())
}

/// The sentence with their names in it. `None` where it tells no piece so.
pub fn with_neighbours_named(sentence: &str, scene: &Scene) -> Option<String> {
    let found = words::neighbours(sentence, &names(scene));
    if found.is_empty() {
        return with_place_named(sentence, scene);
    }
    let letters: Vec<char> = sentence.chars().collect();
    let mut written = String::new();
    let mut from = 0;
    for neighbour in &found {
        let Some(named) = named(neighbour, scene) else { continue };
        written.extend(&letters[from..neighbour.span.start]);
        let apart = |letter: Option<char>| letter.is_some_and(|l| l.is_ascii_alphanumeric());
        if apart(written.chars().next_back()) {
            written.push(' ');
        }
        written.push_str(&named);
        from = neighbour.span.end;
        if apart(letters.get(from).copied()) {
            written.push(' ');
        }
    }
    written.extend(&letters[from..]);
    (from > 0).then_some(written)
}

/// `ditch the caption on the kiln`: by what those words say, where one text lies over that piece.
pub fn with_words_named(sentence: &str, scene: &Scene) -> Option<String> {
    let over = words::words_over(sentence, &names(scene))?;
    let name = scene.media.get(over.file).map(|media| media.name.as_str());
    let mut shown = main_video(&scene.draft).iter().filter(|piece| piece.source.as_deref() == name);
    let (piece, None) = (shown.next()?, shown.next()) else { return None };
    let lies = |words: &&Segment| words.start >= piece.start && words.end() <= piece.end();
    let texts = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    let mut there = texts.flat_map(|track| &track.segments).filter(lies);
    let (text, None) = (there.next()?.text.as_deref()?, there.next()) else { return None };
    let told = if over.chinese {
        format!("字幕“{text}”")
    } else {
        format!("the caption “{text}” {}", over.ends)
    };
    let letters: Vec<char> = sentence.chars().collect();
    let part = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
    let (before, behind) = (part(0..over.span.start), part(over.span.end..letters.len()));
    Some(format!("{before}{}{behind}", told.trim_end()))
}

/// `move the choir one place earlier`: before which piece that is.
fn with_place_named(sentence: &str, scene: &Scene) -> Option<String> {
    let step = words::place_on(sentence, &names(scene))?;
    let film = main_video(&scene.draft);
    let at = match step.of {
        Meaning::File(file, _) => {
            let name = &scene.media.get(file)?.name;
            let mut shown = (0..film.len()).filter(|at| film[*at].source.as_ref() == Some(name));
            let (at, None) = (shown.next()?, shown.next()) else { return None };
            at
        }
        Meaning::Ordinal(-1) => film.len().checked_sub(1)?,
        Meaning::Ordinal(place) => usize::try_from(place).ok()?.checked_sub(1)?,
        _ => return None,
    };
    let beside = if step.later { at + 1 } else { at.checked_sub(1)? };
    (beside < film.len()).then_some(())?;
    let place = beside + 1;
    let told = match (step.chinese, step.later) {
        (true, true) => format!("挪到第{place}段后面"),
        (true, false) => format!("挪到第{place}段前面"),
        (false, true) => format!(" after clip {place} "),
        (false, false) => format!(" before clip {place} "),
    };
    let letters: Vec<char> = sentence.chars().collect();
    let part = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
    Some(format!("{}{told}{}", part(0..step.span.start), part(step.span.end..letters.len())))
}

/// What lies there, by the names of its files or by its places.
fn named(neighbour: &Neighbour, scene: &Scene) -> Option<String> {
    let film = main_video(&scene.draft);
    let name = &scene.media.get(neighbour.file)?.name;
    let shows = |name: &str| {
        let shows = (0..film.len()).filter(|at| film[*at].source.as_deref() == Some(name));
        shows.collect::<Vec<usize>>()
    };
    let [at] = shows(name)[..] else { return None };
    let there = match neighbour.steps {
        i32::MAX => at + 1..film.len(),
        i32::MIN => 0..at,
        steps if steps > 0 => at + 1..at + 1 + usize::try_from(steps).ok()?,
        steps => at.checked_sub(usize::try_from(-steps).ok()?)?..at,
    };
    let called = |at: usize| match film.get(at)?.source.as_deref() {
        Some(name) if shows(name).len() == 1 => Some(name.to_owned()),
        _ if neighbour.chinese => Some(format!("第{}段", at + 1)),
        _ => Some(format!("clip {}", at + 1)),
    };
    let all: Vec<String> = there.map(called).collect::<Option<_>>()?;
    (!all.is_empty()).then(|| all.join(if neighbour.chinese { "和" } else { " and " }))
}
