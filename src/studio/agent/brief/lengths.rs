//! Whose a length is in a told film: a piece's, each of several pieces', or the film's.

use super::super::request::Part;
use super::super::words::{LISTS, Link, Meaning, Noun, Sense, Stretch, Verb};
use super::in_a_row;
use super::page::Page;
use super::pieces::Piece;
use super::values::{self, Much};
use crate::draft::Millis;

/// Whose a value is.
#[derive(Debug, Clone, PartialEq)]
enum Owner {
    /// One piece's, by its place among them.
    Piece(usize),
    /// Of each of some.
    Each,
    /// The film's.
    Film,
    /// It says of all what is so of each of them.
    All,
}

/// Gives the pieces their lengths, and tells the film's. `None` where a value may be of two things or is of none.
pub fn take(page: &mut Page, pieces: &mut Vec<Piece>) -> Option<Option<Millis>> {
    let mut total = None;
    in_a_row::give(page, pieces);
    for place in 0..page.len() {
        if !page.is_free(place) {
            continue;
        }
        let Some(much) = values::at(page, place) else { continue };
        match owner(page, place, much, pieces)? {
            Owner::Piece(nth) => {
                let of_a_still = !pieces[nth].moves;
                give(&mut pieces[nth], if of_a_still { of_a_picture(much) } else { much })?;
            }
            Owner::Each => share(page, place, much, pieces)?,
            Owner::Film => total = once(total, much)?,
            Owner::All => {}
        }
        page.use_at(place);
        if much == Much::Whole {
            let item = page.item(place);
            let clips: Vec<usize> = item.filter(|at| is_a_clip(page, *at)).collect();
            clips.into_iter().for_each(|at| page.use_at(at));
        }
        if matches!(much, Much::Part(_)) && values::is_at_the_end(page, place) {
            page.use_at(place - 1);
        }
        if matches!((page.meaning(place), much), (Meaning::Number(_), Much::Part(_))) {
            page.use_all(place + 1..place + 3);
        }
    }
    one_after_the_other(pieces);
    Some(evenly(page, pieces, total))
}

/// `hero 0:00-0:04, packshot 0:04-0:07`: from when to when in the film, since a picture has no moments of its own.
fn one_after_the_other(pieces: &mut [Piece]) {
    let mut end = Some(0);
    let mut follows = |much: Much| {
        let (start, until) = match much {
            Much::For(time) => (0, time.0),
            Much::Part(Part::Range(start, until)) => (start.0, until.0),
            _ => return false,
        };
        end.replace(until) == Some(start)
    };
    let all = pieces.iter().all(|piece| follows(piece.much));
    let still = pieces.iter().any(|piece| !piece.moves);
    for piece in pieces {
        if let Much::Part(Part::Range(start, until)) = piece.much
            && ((all && still) || !piece.moves)
        {
            piece.much = Much::For(Millis(until.0 - start.0));
        }
    }
}

/// `a 9-second piece out of bunny and silent, even split`: each as long as the other, however long its file is.
fn evenly(page: &Page, pieces: &mut [Piece], total: Option<Millis>) -> Option<Millis> {
    let said = (0..page.len()).any(|at| page.sense(at) == Some(Sense::Stretch(Stretch::Evenly)));
    let open = pieces.iter().all(|piece| piece.much == Much::Unsaid);
    let moves = pieces.iter().any(|piece| piece.moves);
    let Some(total) = total.filter(|_| said && open && moves) else { return total };
    let each = Much::For(Millis(total.0 / pieces.len() as u64));
    pieces.iter_mut().for_each(|piece| (piece.much, piece.shared) = (each, true));
    None
}

/// `最后门头收尾4秒`: a picture has no last seconds, and is last.
fn of_a_picture(much: Much) -> Much {
    match much {
        Much::Part(Part::Tail(time)) => Much::For(time),
        _ => much,
    }
}

fn give(piece: &mut Piece, much: Much) -> Option<()> {
    piece.much = values::together(piece.much, much)?;
    Some(())
}

fn once(total: Option<Millis>, much: Much) -> Option<Option<Millis>> {
    match (total, much) {
        (None, Much::For(time)) => Some(Some(time)),
        (Some(total), Much::For(time)) if total == time => Some(Some(total)),
        _ => None,
    }
}

/// Those that were told before and have no length yet, back to one that has; else those told after.
fn share(page: &mut Page, place: usize, much: Much, pieces: &mut Vec<Piece>) -> Option<()> {
    if !matches!(much, Much::For(_) | Much::Whole) {
        return None;
    }
    if pieces.is_empty() {
        let still = |at: usize| {
            page.sense(at) == Some(Sense::Noun(Noun::Picture))
                || LISTS.names_pictures.is_within(&page.text(at).to_lowercase())
        };
        let moves = !page.item(place).any(still);
        pieces.push(Piece { file: usize::MAX, moves, place, much, shared: true, again: false });
        take_each(page, place);
        return Some(());
    }
    let scope = scope(page, place, pieces);
    // "Silent in full, photos 3 seconds each": some before were told, but none is open.
    if scope.is_empty() {
        return None;
    }
    for nth in scope {
        pieces[nth].much = much;
        pieces[nth].shared = true;
    }
    take_each(page, place);
    Some(())
}

/// Those without a length that are told before it, or, where there are none, behind it: in the same breath only the last
/// of them (`village for 5 seconds, the well and the school for 3 each`), and otherwise all.
fn scope(page: &Page, place: usize, pieces: &[Piece]) -> Vec<usize> {
    let phrase = page.phrase(place);
    let noun = |at: usize| match page.sense(at) {
        Some(Sense::Noun(Noun::Picture)) => Some(false),
        Some(Sense::Noun(Noun::Footage | Noun::Clip)) => Some(true),
        _ => None,
    };
    let moving = page.item(place).find_map(noun);
    let moving = moving.filter(|moving| pieces.iter().any(|piece| piece.moves == *moving));
    let open = |nth: &usize| {
        pieces[*nth].much == Much::Unsaid
            && moving.is_none_or(|moving| pieces[*nth].moves == moving)
    };
    let before = pieces.iter().filter(|piece| piece.place < place).count();
    let together = pieces.iter().any(|piece| phrase.contains(&piece.place));
    let run: Vec<usize> = if together {
        let apart = before.checked_sub(1).map_or(0, |last| row_start(page, pieces, last));
        (apart..before).rev().take_while(open).collect()
    } else {
        (0..before).filter(open).collect()
    };
    // "毛肚跟鸭肠一样来4秒,毛肚在前头": named here, and told where it stands behind.
    let here = |nth: &usize| {
        let named = (phrase.start..place).any(|at| page.shows(at) == Some(pieces[*nth].file));
        named && pieces[*nth].place > place && open(nth)
    };
    let run: Vec<usize> = match run.is_empty() {
        true => run,
        false => (0..pieces.len()).filter(|nth| run.contains(nth) || here(nth)).collect(),
    };
    if run.is_empty() { (before..pieces.len()).filter(open).collect() } else { run }
}

/// `海边打头，接老街、渡口各5秒`: where the row of those begins that are told in one breath, if what is told before it is
/// of another kind.
fn row_start(page: &Page, pieces: &[Piece], last: usize) -> usize {
    let joined = |nth: usize| {
        (pieces[nth].place..pieces[nth + 1].place).any(|at| LISTS.joins_names.has(page.text(at)))
    };
    let mut first = last;
    while first > 0 && joined(first - 1) {
        first -= 1;
    }
    let other = |nth: usize| pieces[nth].moves != pieces[last].moves;
    let alike = (first..=last).all(|nth| !other(nth));
    if first < last && first > 0 && alike && other(first - 1) { first } else { 0 }
}

/// `each`, `per photo`, and the word for what it is each of.
fn take_each(page: &mut Page, place: usize) {
    let phrase = page.phrase(place);
    let each: Vec<usize> = phrase.filter(|at| is_each(page, *at)).collect();
    for at in each {
        page.use_at(at);
        if let Some(noun) = page.after(at)
            && matches!(
                page.sense(noun),
                Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage))
            )
        {
            page.use_at(noun);
        }
    }
}

fn is_each(page: &Page, place: usize) -> bool {
    page.sense(place) == Some(Sense::Link(Link::Each))
        || page.text(place).starts_with('各')
        || is_of_all_alike(page, place)
        || is_of_those(page, place)
        || is_so_long_a_hold(page, place)
        // "3秒/张".
        || (place > 0
            && matches!(page.meaning(place - 1), Meaning::Time(_))
            && page.says(place, &["张", "段", "幅", "个", "条"]))
        || (page.sense(place) == Some(Sense::Link(Link::A))
            && (page.says(place, &["一张", "一段", "一幅"])
                || is_a_piece(page, place)
                || is_for_one(page, place)))
}

/// `…，一个4秒`: so long for one of them, and nothing else in that phrase.
fn is_for_one(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    page.text(place) == "一个"
        && phrase.len() == 2
        && matches!(page.meaning(place + 1), Meaning::Time(_))
}

/// `stills 4s`, `照片放4秒`: a word for a kind of them begins the phrase, none is named beside it, and some of them are
/// told before.
fn is_of_a_kind(page: &Page, place: usize, pieces: &[Piece]) -> bool {
    let phrase = page.phrase(place);
    let first = (phrase.start..place).find(|at| !page.is_light(*at));
    let still = first.is_some_and(|at| {
        let text = page.text(at).to_lowercase();
        page.sense(at) == Some(Sense::Noun(Noun::Picture))
            && (!text.is_ascii() || text.ends_with('s'))
            && !LISTS.marks_on_film.has(&text)
    });
    let told = pieces.iter().filter(|piece| !piece.moves && piece.place < place).count();
    still && told > 1 && !pieces.iter().any(|piece| phrase.contains(&piece.place))
}

/// `客厅、卧室，都是3秒`: what was told before, all of it alike.
fn is_of_all_alike(page: &Page, place: usize) -> bool {
    let between = |at: &usize| {
        page.is_light(*at) || matches!(page.sense(*at), Some(Sense::Verb(Verb::Show | Verb::Move)))
    };
    let item = page.item(place);
    page.says(place, &["都", "全都", "都是"])
        && (place + 1..item.end)
            .find(|at| !between(at))
            .is_some_and(|at| matches!(page.meaning(at), Meaning::Time(_)))
}

/// `three seconds for them two`: the number behind those that were told.
fn is_of_those(page: &Page, place: usize) -> bool {
    let pointed = place > 0
        && matches!(page.sense(place - 1), Some(Sense::Link(Link::It | Link::These)))
        && matches!(page.meaning(place), Meaning::Number(_));
    let item = page.item(place);
    pointed
        && item.clone().any(|at| matches!(page.meaning(at), Meaning::Time(_)))
        && item.clone().all(|at| page.shows(at).is_none())
}

/// `4 sec holds`: of all of them, where none is named beside it.
fn is_so_long_a_hold(page: &Page, place: usize) -> bool {
    place > 0
        && matches!(page.meaning(place - 1), Meaning::Time(_))
        && LISTS.holds_of_all.has(page.text(place))
        && page.item(place).all(|at| page.shows(at).is_none())
}

/// `2 secs a shot`.
fn is_a_piece(page: &Page, place: usize) -> bool {
    place > 0
        && matches!(page.meaning(place - 1), Meaning::Time(_))
        && matches!(
            page.sense(place + 1),
            Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage))
        )
}

fn owner(page: &Page, place: usize, much: Much, pieces: &[Piece]) -> Option<Owner> {
    let item = page.item(place);
    let phrase = page.phrase(place);
    let at = |place: usize| {
        let mut here = (0..pieces.len()).filter(|nth| pieces[*nth].place == place);
        here.next().filter(|_| here.next().is_none())
    };
    if matches!(much, Much::For(_)) && tells_of_the_film(page, place) {
        return Some(Owner::Film);
    }
    // "掐头去尾各去1秒": each end of one.
    if !matches!(much, Much::Ends(_))
        && (item.clone().any(|at| is_each(page, at)) || is_of_a_kind(page, place, pieces))
    {
        return Some(Owner::Each);
    }
    if is_told_before_all(page, place, much, pieces) {
        return Some(Owner::Film);
    }
    // "The first 3 seconds of bunny": what it is of stands behind it.
    let next =
        (place + 1..item.end).find(|at| !page.is_light(*at) && !is_range_of(page, place, *at));
    let of = (place + 1..item.end).take(2).any(|at| page.sense(at) == Some(Sense::Link(Link::Of)));
    let behind = next.and_then(at);
    let before = (item.start..place).rev().find_map(at);
    // "The first 3 seconds of everything".
    let several = |at: usize| pieces.iter().filter(|piece| piece.place == at).count() > 1;
    if of && next.is_some_and(several) {
        return Some(Owner::Each);
    }
    match (before, behind) {
        (_, Some(behind)) if of => return Some(Owner::Piece(behind)),
        (None, Some(behind)) => return Some(Owner::Piece(behind)),
        (Some(before), _) => return Some(Owner::Piece(before)),
        (None, None) => {}
    }
    if much == Much::Whole {
        // "Silent is the first pass, use all of it", "silent, the whole clip".
        let of_it = phrase.clone().any(|at| page.sense(at) == Some(Sense::Link(Link::It)))
            || (place + 1..item.end).any(|at| is_a_clip(page, at));
        let own = of_it.then(|| last_of_the_phrase_before(page, &phrase, pieces)).flatten();
        return Some(own.map_or(Owner::All, Owner::Piece));
    }
    // "机身再放3秒": what joins there only puts it.
    let joined = (phrase.start..item.start).rev().find_map(at);
    if let Some(nth) = joined.filter(|nth| pieces[*nth].much == Much::Unsaid) {
        return Some(Owner::Piece(nth));
    }
    if matches!(much, Much::For(_)) && names_the_film(page, place) {
        return Some(Owner::Film);
    }
    of_the_piece_before(page, place, pieces)
}

fn is_a_clip(page: &Page, at: usize) -> bool {
    matches!(page.sense(at), Some(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture)))
}

fn is_range_of(page: &Page, place: usize, at: usize) -> bool {
    matches!(page.meaning(place), Meaning::Number(_))
        && (page.sense(at) == Some(Sense::Link(Link::To))
            || (matches!(page.meaning(at), Meaning::Number(_)) && at == place + 2))
}

fn is_film(page: &Page, at: usize) -> bool {
    matches!(
        page.sense(at),
        Some(
            Sense::Noun(Noun::Film | Noun::Promo | Noun::Canvas)
                | Sense::Shape(_)
                | Sense::Platform(_)
        )
    ) || matches!(page.meaning(at), Meaning::Ratio(..))
        || LISTS.film_by_its_making.has(page.text(at))
}

/// `12 second slideshow`, `6秒的竖屏短片`, `总共15秒`: right beside it.
fn tells_of_the_film(page: &Page, place: usize) -> bool {
    let all = |at: usize| {
        LISTS.in_all.has(page.text(at))
            || page.text(at).chars().any(|letter| letter == '共' || letter == '总')
    };
    let near = place.saturating_sub(1)..(place + 2).min(page.len());
    page.after(place).is_some_and(|next| is_film(page, next)) || near.into_iter().any(all)
}

/// `a 6 sec bumper`, `a vertical video of 12 seconds`.
fn names_the_film(page: &Page, place: usize) -> bool {
    let item = page.item(place);
    let begins = place == item.start
        || page.sense(place - 1) == Some(Sense::Link(Link::A))
        || (item.start..place).all(|at| page.is_light(at));
    let strange = place + 1 < item.end
        && (*page.meaning(place + 1) == Meaning::Unknown
            || LISTS.sorts_of_film.has(page.text(place + 1)))
        && page.text(place + 1).chars().nth(1).is_some();
    let files = item.clone().any(|at| page.shows(at).is_some());
    let named = begins && strange && !files;
    // "四张照片做成16秒", "make it 16 seconds".
    let makes = |at: usize| matches!(page.sense(at), Some(Sense::Verb(Verb::Make | Verb::Join)));
    let made = !files && (item.start..place).any(makes);
    named || made || is_made_out_of(page, place) || item.clone().any(|at| is_film(page, at))
}

/// `a 15-second master out of hero, lifestyle and offer`: a strange word for the film that is made of them.
fn is_made_out_of(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let next = |at: usize, fits: &dyn Fn(usize) -> bool| at < phrase.end && fits(at);
    let strange = |at: usize| {
        *page.meaning(at) == Meaning::Unknown || page.sense(at) == Some(Sense::Noun(Noun::Clip))
    };
    let of = |at: usize| LISTS.makes_it_of.has(page.text(at));
    let before = phrase.clone().take_while(|at| *at < place).any(|at| page.shows(at).is_some());
    let behind = (place..page.len()).filter(|at| page.shows(*at).is_some()).count();
    next(place + 1, &strange) && next(place + 2, &of) && !before && behind > 1
}

/// `Animatic, 20 seconds: door, knife, hero`: alone, before anything that it could be of, and enough for all of them.
fn is_told_before_all(page: &Page, place: usize, much: Much, pieces: &[Piece]) -> bool {
    let Much::For(time) = much else { return false };
    let evenly = (0..page.len()).any(|at| page.sense(at) == Some(Sense::Stretch(Stretch::Evenly)));
    let enough = pieces.len() > 1 && time.0 >= 2000 * pieces.len() as u64;
    // "Three pictures in 18 seconds, shared out equally".
    let counted = |at: usize| {
        evenly && (is_a_clip(page, at) || matches!(page.meaning(at), Meaning::Number(_)))
    };
    page.phrase(place).all(|at| at == place || page.is_light(at) || counted(at))
        && pieces.iter().all(|piece| piece.place > place)
        && (evenly || enough)
}

fn last_of_the_phrase_before(
    page: &Page,
    phrase: &std::ops::Range<usize>,
    pieces: &[Piece],
) -> Option<usize> {
    let before = page.phrase_before(phrase)?;
    let mut told = (0..pieces.len()).filter(|nth| before.contains(&pieces[*nth].place));
    told.next().filter(|_| told.next().is_none())
}

fn tells_of_its_look(page: &Page, place: usize) -> bool {
    page.is_light(place)
        || matches!(
            page.sense(place),
            Some(Sense::Look(_) | Sense::Mood(_) | Sense::Camera(_) | Sense::Link(Link::With))
        )
}

/// `bunny, the first 5 seconds, then …`: a value alone behind the one piece that has none.
fn of_the_piece_before(page: &Page, place: usize, pieces: &[Piece]) -> Option<Owner> {
    let phrase = page.phrase(place);
    // "客房在前，停留6秒".
    let stays = |at: usize| {
        matches!(
            page.sense(at),
            Some(Sense::Verb(Verb::Show | Verb::Keep | Verb::Use))
                | Some(Sense::Link(Link::From | Link::To | Link::Only | Link::It | Link::All))
        ) || page.says(at, &["放", "搁", "摆", "also", "likewise", "too"])
    };
    let used = |at: usize| !page.is_free(at) && page.shows(at).is_none();
    // "海边，入点3秒、出点6秒".
    let range = matches!(page.meaning(place), Meaning::Range(..));
    let said = |at: usize| page.is_light(at) || stays(at) || range && used(at);
    let alone = phrase.clone().all(|at| at == place || said(at));
    let before = page.phrase_before(&phrase)?;
    // "Poster, clean, 6 sec".
    // "红汤颜色不够艳，饱和度加20，放5秒".
    let looks = before.clone().all(|at| used(at) || tells_of_its_look(page, at));
    let before = page.phrase_before(&before).filter(|_| looks).unwrap_or(before);
    let told = |nth: &usize| before.contains(&pieces[*nth].place);
    let named: Vec<usize> = (0..pieces.len()).filter(told).collect();
    match named[..] {
        [one] if alone => {
            let others = pieces.iter().enumerate().filter(|(nth, _)| *nth != one && *nth < one);
            let all = others.clone().all(|(_, piece)| piece.much != Much::Unsaid);
            let part = matches!(page.meaning(place), Meaning::Time(_));
            (all || !part).then_some(Owner::Piece(one))
        }
        _ => None,
    }
}
