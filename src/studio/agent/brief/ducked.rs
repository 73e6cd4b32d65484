//! That the music of a told film gives way to what is said in it: `…, ducked under the talking`, `有人说话时音乐自动压低`.

use super::super::request::{Reading, Request, read};
use super::super::words::{Clause, Meaning, Sense, Token, Verb};
use super::page::Page;

/// Takes it, where nothing else is told in the same phrase.
pub fn take(page: &mut Page) -> Option<Request> {
    let ducks = |meaning: &Meaning| *meaning == Meaning::Known(Sense::Verb(Verb::Duck));
    let place = page.find(0..page.len(), ducks)?;
    let phrase = page.phrase(place);
    let said = |at: &usize| page.is_free(*at) && *page.meaning(*at) != Meaning::Unknown;
    let places: Vec<usize> = phrase.clone().filter(said).collect();
    let tokens: Vec<Token> = places.iter().map(|at| page.tokens(*at..at + 1)[0].clone()).collect();
    let mut readings = read(&[Clause { tokens }], None);
    let Some(Reading::Understood { mut requests, .. }) = readings.pop() else { return None };
    let duck = requests.pop().filter(|_| requests.is_empty() && readings.is_empty())?;
    if !matches!(duck, Request::Duck(Some(_))) {
        return None;
    }
    page.use_all(phrase);
    Some(duck)
}
