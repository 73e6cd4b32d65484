//! What nobody here has, told as what a film is to be of: `用烧烤摊和奶茶店做个片子`, `a film from the till and the barista`.
//!
//! Strange words around the telling of a film only colour it. Where two of them stand in a row in the place of names, a film
//! of all that there is would be another one.

use super::super::words::{Beyond, LISTS, Link, Meaning, Noun, Sense, Verb};
use super::page::Page;

/// The strange names, where the film is told to be of them and of no file that there is.
pub fn names(page: &Page) -> Option<Vec<String>> {
    let known = (0..page.len()).any(|at| {
        page.shows(at).is_some()
            || matches!(page.sense(at), Some(Sense::Link(Link::All | Link::These | Link::Rest)))
            || matches!(
                page.sense(at),
                Some(Sense::Noun(Noun::Picture | Noun::Footage | Noun::File))
            )
    });
    let makes = (0..page.len())
        .any(|at| matches!(page.sense(at), Some(Sense::Verb(Verb::Make | Verb::Join))));
    if known || !makes {
        return None;
    }
    (0..page.len()).filter(|at| LISTS.makes_it_of.has(page.text(*at))).find_map(|at| row(page, at))
}

/// `拉花.mp4整段放，做个片子给我看看`: a film of a file that there is not, and of none that there is.
pub fn missing(page: &Page) -> Option<Vec<String>> {
    let known = (0..page.len()).any(|at| page.shows(at).is_some());
    let named = |at: &usize| matches!(page.meaning(*at), Meaning::MissingFile(_));
    let missing: Vec<String> =
        (0..page.len()).filter(named).map(|at| page.text(at).to_owned()).collect();
    (!known && !missing.is_empty()).then_some(missing)
}

/// `take the second shot out of the film`, `shorten the smoker in the film to 2 seconds`: of a film that is not there yet.
pub fn of_another_film(page: &Page) -> Option<Vec<String>> {
    let lies_in = |at: &usize| {
        let said: Vec<&str> = (at.saturating_sub(2)..at + 1).map(|near| page.text(near)).collect();
        LISTS.lies_in_the_film.ends(&said.join(" ").to_lowercase())
    };
    let place = (0..page.len()).find(lies_in)?;
    let phrase = page.phrase(place);
    let first = phrase.clone().find(|at| !page.is_light(*at))?;
    let said: Vec<&str> = (first..phrase.end).map(|at| page.text(at)).collect();
    LISTS.edits_what_is_there.has(page.text(first)).then(|| vec![said.join(" ")])
}

/// `再加上外婆家的录像`: behind names, what is to be added and is none of them.
pub fn added(page: &Page) -> Option<Vec<String>> {
    let strange = |at: usize| *page.meaning(at) == Meaning::Unknown;
    let shot = |at: usize| {
        matches!(page.sense(at), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
    };
    let told = |phrase: &std::ops::Range<usize>| {
        let first =
            phrase.clone().find(|at| !page.is_light(*at) && page.sense(*at) != Some(Sense::Break));
        let adds = first.filter(|at| {
            page.sense(*at) == Some(Sense::Verb(Verb::Add))
                && LISTS.adds_another.has(page.text(*at))
        });
        adds.is_some_and(|adds| {
            let mut more = adds + 1..phrase.end;
            more.clone().any(strange)
                && more.all(|at| {
                    strange(at)
                        || shot(at)
                        || page.is_light(at)
                        || matches!(page.sense(at), Some(Sense::Link(Link::A | Link::The)))
                })
        })
    };
    let named = (0..page.len()).find(|at| page.shows(*at).is_some())?;
    let phrase = page.phrases().into_iter().find(|phrase| named < phrase.start && told(phrase))?;
    Some(phrase.filter(|at| strange(*at)).map(|at| page.text(at).to_owned()).collect())
}

/// `the till and the barista`: strange words with a joining word between them, and nothing else up to a verb or a mark.
fn row(page: &Page, made_of: usize) -> Option<Vec<String>> {
    let end = page.phrase(made_of).end;
    let mut names: Vec<String> = Vec::new();
    let mut joined = false;
    for place in made_of + 1..end {
        if *page.meaning(place) == Meaning::Unknown {
            let english = page.text(place).is_ascii();
            let the = page.sense(place - 1) == Some(Sense::Link(Link::The));
            let goes_on = *page.meaning(place - 1) == Meaning::Unknown;
            if english && !the && !goes_on {
                return None;
            }
            names.push(page.text(place).to_owned());
        } else if page.sense(place) == Some(Sense::Break) && !names.is_empty() {
            joined = true;
        } else if matches!(page.sense(place), Some(Sense::Verb(_))) {
            break;
        } else if !page.is_light(place) {
            return None;
        }
    }
    (joined && names.len() > 1).then_some(names)
}

/// `同行抖音上那条钻戒视频，帮我下载过来`: it is not here, whatever it is called.
pub fn is_to_be_fetched(page: &Page) -> bool {
    (0..page.len()).any(|at| {
        let text = page.text(at).to_lowercase();
        page.sense(at) == Some(Sense::Beyond(Beyond::Download))
            || ["下载", "download"].iter().any(|word| text.contains(word))
    })
}

/// `然后生成一段下雨的画面接上`: what nobody filmed is no piece of a film of files.
pub fn is_to_be_generated(page: &Page) -> bool {
    let generates = |at: &usize| LISTS.generates.has(page.text(*at));
    (0..page.len()).filter(generates).any(|at| {
        let item = at + 1..page.item(at).end;
        let strange = |place: &usize| *page.meaning(*place) == Meaning::Unknown;
        let shot = |place: &usize| {
            matches!(
                page.sense(*place),
                Some(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture | Noun::Canvas))
            )
        };
        let before = (0..at).any(|place| page.shows(place).is_some());
        let files = item.clone().any(|place| page.shows(place).is_some());
        let seen = item
            .clone()
            .find(strange)
            .is_some_and(|first| (first + 1..item.end).any(|place| shot(&place)));
        before && !files && seen
    })
}
