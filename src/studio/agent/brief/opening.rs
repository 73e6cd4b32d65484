//! What is said before a film is told: `mothers day is round the corner so could you make me a little film, tulips first …`,
//! `百团大战要用！！招新、排练按顺序来`, `The marrow won, would you believe it! Marrow then leeks, four seconds each`.
//!
//! It is prose. A number, a corner or a half in it is none of the film, and a file that is named in it is only spoken of where
//! it is named again among the pieces.

use std::ops::Range;

use super::super::words::{Link, Meaning, Noun, Sense, Verb, is_sound_seam_or_text};
use super::page::Page;
use super::remarks;

/// Takes what is spoken of before the telling begins, and says it again. `files` is how many there are to show.
pub fn take(page: &mut Page, files: usize) -> Option<String> {
    let spoken_of = exclaimed(page);
    let said = spoken_of.map(|places| {
        let words: Vec<&str> = places.clone().map(|place| page.text(place)).collect();
        let english = words.iter().all(|word| word.is_ascii());
        let words = words.join(if english { " " } else { "" }).replace(" ,", ",");
        page.use_all(places);
        words
    });
    let free = |at: &usize| page.is_free(*at) && page.shows(*at).is_some();
    let first = (0..page.len()).find(free).unwrap_or(0);
    let before: Vec<Range<usize>> =
        page.phrases().into_iter().filter(|phrase| phrase.end <= first).collect();
    for phrase in before {
        if is_prose(page, &phrase) {
            let idle: Vec<usize> = phrase.filter(|at| means_nothing(page, *at, files)).collect();
            idle.into_iter().for_each(|at| page.use_at(at));
        }
    }
    said
}

/// `The marrow won, would you believe it!`: up to the mark, where every file of it is named again behind it.
fn exclaimed(page: &Page) -> Option<Range<usize>> {
    let mark = (0..page.len()).find(|at| page.says(*at, &["!", "！", "!!", "！！"]))?;
    let named: Vec<usize> = (0..mark).filter(|at| page.shows(*at).is_some()).collect();
    let again = |at: &usize| (mark..page.len()).any(|later| page.shows(later) == page.shows(*at));
    let distinct = (mark..page.len()).filter(|at| page.shows(*at).is_some()).count();
    let plain = (0..mark).all(|at| {
        page.shows(at).is_some() || !remarks::carries(page, at) && !is_of_the_film(page, at)
    });
    let strange = (0..mark).any(|at| *page.meaning(at) == Meaning::Unknown);
    (!named.is_empty() && distinct > 1 && strange && plain && named.iter().all(again))
        .then_some(0..mark)
}

/// It has strange words in it, and no thing of the film and no group of its pieces.
fn is_prose(page: &Page, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| *page.meaning(at) == Meaning::Unknown)
        && !phrase.clone().any(|at| is_of_the_film(page, at))
}

fn is_of_the_film(page: &Page, place: usize) -> bool {
    page.sense(place).is_some_and(is_sound_seam_or_text)
        || matches!(
            page.sense(place),
            Some(
                Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage | Noun::File)
                    | Sense::Link(
                        Link::All
                            | Link::These
                            | Link::Rest
                            | Link::TheOther
                            | Link::Except
                            | Link::Without
                            | Link::Not
                            | Link::Off
                    )
            )
        )
}

/// `round the corner`, `half term`, `10周年`: no number of pieces, and nothing that a film without any has.
fn means_nothing(page: &Page, place: usize, files: usize) -> bool {
    match page.meaning(place) {
        Meaning::Number(number) => *number > files as f64,
        Meaning::Known(Sense::Noun(noun)) => {
            !matches!(noun, Noun::Film | Noun::Promo | Noun::Canvas)
        }
        // "前台大屏要换新片子了".
        Meaning::Known(Sense::Degree(_) | Sense::Verb(Verb::Change)) => true,
        _ => false,
    }
}
