//! What is written short around names and amounts: `镜1 夜景5s` and `shot 2: tunnel` number a piece, `7到14秒军训` is a range with
//! the unit said once, `4 TikTok` is for it.

use super::super::words::{LISTS, Link, Meaning, Portion, Sense, Verb};
use super::page::Page;
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// Reads it as what it stands for.
pub fn write_out(page: &mut Page) {
    for place in 0..page.len() {
        if is_a_label(page, place) {
            page.mean(place, Meaning::Known(Sense::Filler));
            page.mean(place + 1, Meaning::Known(Sense::Filler));
        } else if is_a_number_of_one(page, place) {
            page.mean(place, Meaning::Known(Sense::Filler));
            if page.shows(place + 1).is_none() {
                page.mean(place + 1, Meaning::Known(Sense::Filler));
            }
        } else if let Some(second) = shares_the_film(page, place) {
            page.mean(place, Meaning::Known(Sense::Filler));
            page.mean(second, Meaning::Known(Sense::Filler));
        } else if is_all_of_a_time(page, place) {
            page.mean(place, Meaning::Known(Sense::Filler));
        } else if is_somebody_shown(page, place) {
            page.mean(place, Meaning::Known(Sense::Link(Link::It)));
        } else if let Some(range) = range(page, place) {
            page.mean(place, range);
            page.mean(place + 1, Meaning::Known(Sense::Filler));
            page.mean(place + 2, Meaning::Known(Sense::Filler));
        } else if let Some(range) = its_range(page, place) {
            page.mean(place, range);
            (place + 1..place + 4).for_each(|at| page.mean(at, Meaning::Known(Sense::Filler)));
        } else if is_shown_so_long(page, place) {
            page.mean(place, Meaning::Known(Sense::Verb(Verb::Show)));
        } else if let Some(ratio) = ratio(page, place) {
            page.mean(place, ratio);
        } else if is_for_a_platform(page, place) {
            page.mean(place, Meaning::Known(Sense::Filler));
        } else if is_once(page, place) {
            page.mean(place - 1, Meaning::Known(Sense::Filler));
            page.mean(place, Meaning::Known(Sense::Filler));
        } else if page.says(place, &["thing", "things"]) {
            // "Senior night thing": the film.
            page.mean(place, Meaning::Unknown);
        }
    }
}

/// `镜2 隧道`, `shot 2: tunnel`: a word for a piece and its number, right before a name.
fn is_a_label(page: &Page, place: usize) -> bool {
    let number = |at: usize| matches!(page.meaning(at), Meaning::Number(_));
    let begins = page.phrase(place).start == place;
    let named = (place + 2..page.len())
        .find(|at| !page.is_light(*at) && page.sense(*at) != Some(Sense::Break));
    begins
        && LISTS.labels_a_piece.has(page.text(place))
        && place + 2 < page.len()
        && number(place + 1)
        && named.is_some_and(|at| page.shows(at).is_some() && at <= place + 3)
}

/// `首镜渔船4秒；二镜海边；三镜渔网`: before a name, the first of all or the one behind as many as were told.
fn is_a_number_of_one(page: &Page, place: usize) -> bool {
    let before = (0..place).filter(|at| page.shows(*at).is_some()).count();
    if page.phrase(place).start != place {
        return false;
    }
    let shown = |at: usize| at < page.len() && page.shows(at).is_some();
    let first = LISTS.labels_the_first.has(page.text(place)) && before == 0 && shown(place + 1);
    let next = u32::try_from(before + 1).map_or(0.0, f64::from);
    let nth =
        matches!(page.meaning(place), Meaning::Number(number) if (number - next).abs() < 0.001);
    // "二镜" may be one word.
    let label = page.text(place).chars().last().map(String::from).unwrap_or_default();
    let apart = place + 1 < page.len()
        && LISTS.labels_a_piece.has(page.text(place + 1))
        && shown(place + 2);
    first || nth && before > 0 && (apart || LISTS.labels_a_piece.has(&label) && shown(place + 1))
}

/// `an 8 second film, seal first half, penguin second half`: two pictures, each for half of the film, and where the second says so.
fn shares_the_film(page: &Page, place: usize) -> Option<usize> {
    let half = |at: usize, which: Portion| page.sense(at) == Some(Sense::Portion(which));
    if !half(place, Portion::FirstHalf) {
        return None;
    }
    let second = (place + 1..page.len()).find(|at| half(*at, Portion::SecondHalf))?;
    let still = |at: usize| matches!(page.meaning(at), Meaning::File(_, MediaKind::Image));
    let alone = |at: usize| {
        let item = page.item(at);
        item.clone().filter(|at| page.shows(*at).is_some()).count() == 1
            && item.clone().any(still)
            && item.clone().all(|at| !matches!(page.meaning(at), Meaning::Time(_)))
    };
    let shown = (0..page.len()).filter(|at| page.shows(*at).is_some()).count();
    let timed = (0..page.len()).any(|at| matches!(page.meaning(at), Meaning::Time(_)));
    (alone(place) && alone(second) && shown == 2 && timed).then_some(second)
}

/// `for the whole twelve seconds`: so long.
fn is_all_of_a_time(page: &Page, place: usize) -> bool {
    page.says(place, &["whole", "the whole", "full", "the full", "entire", "the entire"])
        && place + 1 < page.len()
        && matches!(page.meaning(place + 1), Meaning::Time(_))
}

/// `the last two seconds of him`: of whom the piece shows.
fn is_somebody_shown(page: &Page, place: usize) -> bool {
    place > 0
        && page.says(place, &["him", "her", "them"])
        && page.says(place - 1, &["of", "from"])
        && page.phrase(place).all(|at| page.shows(at).is_none())
        && (0..place).any(|at| page.shows(at).is_some())
}

/// `7到14秒军训`, `volunteers 0-4`, where nothing else is told of how long it is: a number, and a later one or time.
fn range(page: &Page, place: usize) -> Option<Meaning> {
    if place + 2 >= page.len() || page.sense(place + 1) != Some(Sense::Link(Link::To)) {
        return None;
    }
    let Meaning::Number(from) = *page.meaning(place) else { return None };
    let from = Millis::from_secs_rounded(from);
    let named = |at: Option<usize>| at.is_some_and(|at| page.shows(at).is_some());
    match *page.meaning(place + 2) {
        Meaning::Time(until) if from < until => Some(Meaning::Range(from, until)),
        Meaning::Number(until) if named(place.checked_sub(1)) => {
            let until = Millis::from_secs_rounded(until);
            let alone = page.item(place).end == place + 3;
            (alone && from < until).then_some(Meaning::Range(from, until))
        }
        _ => None,
    }
}

/// `优惠券最后亮5秒`: it is shown, and not brighter.
fn is_shown_so_long(page: &Page, place: usize) -> bool {
    page.says(place, &["亮", "亮个"])
        && place + 1 < page.len()
        && matches!(page.meaning(place + 1), Meaning::Time(_))
}

/// `竖屏9:16:0到7秒毕业照`: a shape behind the word for one, and no moment.
fn ratio(page: &Page, place: usize) -> Option<Meaning> {
    let shape = place > 0 && matches!(page.sense(place - 1), Some(Sense::Shape(_)));
    let (width, height) = page.text(place).split_once(':')?;
    let time = matches!(page.meaning(place), Meaning::Time(_));
    match (width.parse(), height.parse()) {
        (Ok(width), Ok(height)) if shape && time => Some(Meaning::Ratio(width, height)),
        _ => None,
    }
}

/// `bikes from its 3s to its 8s`.
fn its_range(page: &Page, place: usize) -> Option<Meaning> {
    if place == 0 || place + 3 >= page.len() || !page.says(place - 1, &["its"]) {
        return None;
    }
    let to = page.sense(place + 1) == Some(Sense::Link(Link::To));
    let its = page.says(place + 2, &["its"]);
    match (page.meaning(place), page.meaning(place + 3)) {
        (Meaning::Time(from), Meaning::Time(until)) if to && its && from < until => {
            Some(Meaning::Range(*from, *until))
        }
        _ => None,
    }
}

/// `bunny放一遍`: how often anything is seen.
fn is_once(page: &Page, place: usize) -> bool {
    let one = |at: usize| matches!(page.meaning(at), Meaning::Number(number) if (*number - 1.0).abs() < 0.001);
    place > 0 && one(place - 1) && LISTS.so_many_times.has(page.text(place))
}

/// `a cutdown 4 TikTok`.
fn is_for_a_platform(page: &Page, place: usize) -> bool {
    page.says(place, &["4"]) && matches!(page.sense(place + 1), Some(Sense::Platform(_)))
}
