//! What a told film is of: files by their names in the order in which they are told, or all of a kind.

use super::super::words::{LISTS, Link, Meaning, Name, Noun, Sense, Stretch, Verb};
use super::page::Page;
use super::places::{in_their_places, puts};
use super::values::{self, Much};
use crate::api::wire::MediaKind;

/// A file of the film, and how much of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Which file.
    pub file: usize,
    /// Whether it moves.
    pub moves: bool,
    /// Where it was told.
    pub place: usize,
    /// How much of it.
    pub much: Much,
    /// Whether its length is one that is told of several.
    pub shared: bool,
    /// Whether it is told to come once more.
    pub again: bool,
}

/// Several at once, as they are told.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Group {
    /// All of a kind.
    All,
    /// So many of them.
    Count(usize),
    /// Those that were not named.
    Rest(Option<usize>),
}

/// The pieces, in order; none where the film is of everything. `None` where it cannot be told which.
pub fn take(page: &mut Page, names: &[Name]) -> Option<Vec<Piece>> {
    let mut pieces = named(page, names);
    without_the_sort(page, &mut pieces);
    let told = pieces.len();
    without_those_put_later(page, &mut pieces);
    // "Of these two, the first of them first": which they are was told before.
    let chosen = pieces.len() < told;
    let left_out = take_left_out(page, &mut pieces);
    let is_out = |piece: &Piece| left_out.iter().any(|(file, _)| *file == piece.file);
    // "Fox 4 seconds, no wait, drop the fox".
    if pieces.iter().any(is_out) {
        return None;
    }
    let unwanted = take_unwanted_kind(page);
    if pieces.is_empty() && left_out.iter().any(|(_, everything)| *everything) {
        let of_a_kind = |piece: &Piece| unwanted != Some(names[piece.file].kind);
        pieces = everything(names);
        pieces.retain(|piece| !is_out(piece) && of_a_kind(piece));
    }
    let left_out: Vec<usize> = left_out.into_iter().map(|(file, _)| file).collect();
    let groups = groups(page, &pieces);
    let kind = |file: usize, of: Option<MediaKind>| {
        let own = names[file].kind;
        own.is_visual() && of.is_none_or(|of| own == of) && unwanted != Some(own)
    };
    // "Start in the cellar and finish on the curds, just them two".
    let mut counted = false;
    for (place, group, of) in groups {
        let wanted = |file: &usize| kind(*file, of) && !left_out.contains(file);
        let all: Vec<usize> = (0..names.len()).filter(wanted).collect();
        let open = all.iter().filter(|file| !pieces.iter().any(|piece| piece.file == **file));
        let open: Vec<usize> = open.copied().collect();
        let of_kind = pieces.iter().copied().filter(|piece| kind(piece.file, of));
        let there =
            Named { all: distinct(&pieces), of_kind: distinct(&of_kind.collect::<Vec<_>>()) };
        counted |= matches!(group, Group::Count(count) if there.all > 0 && count == there.all);
        let brings = brings(group, of.is_some(), &there, (all.len(), open.len()))?;
        if brings {
            let at = pieces.iter().position(|piece| piece.place > place).unwrap_or(pieces.len());
            let more = open.into_iter().map(|file| piece(file, names, place));
            pieces.splice(at..at, more.collect::<Vec<_>>());
        }
        page.use_at(place);
    }
    if !left_out.is_empty() && pieces.is_empty() {
        let rest = (0..names.len()).filter(|file| kind(*file, None) && !left_out.contains(file));
        pieces = rest.map(|file| piece(file, names, 0)).collect();
    }
    let files = (0..names.len()).filter(|file| kind(*file, None)).count();
    in_their_places(page, pieces, if chosen || counted { 0 } else { files })
}

/// How many files are named.
struct Named {
    all: usize,
    of_kind: usize,
}

/// Whether a group brings those that are still open into the film. `None` where it cannot be told which they are.
fn brings(group: Group, kind: bool, named: &Named, (all, open): (usize, usize)) -> Option<bool> {
    match group {
        Group::Count(count) if named.all > 0 && count == named.all => Some(false),
        // "Jars, bikes, then the meadow. Three seconds for each of the two pictures."
        Group::Count(count) if kind && count == named.of_kind => Some(false),
        Group::Count(count) if count == open && named.all == 0 => Some(true),
        Group::All if named.all == 0 => Some(true),
        // "The bikes first and then the photos": of another kind than those that were named.
        Group::All => Some(kind && open == all && all > 0),
        Group::Rest(None) if named.all > 0 => Some(true),
        Group::Rest(Some(count)) if named.all > 0 && count == open => Some(true),
        _ => None,
    }
}

/// All that can be shown.
fn everything(names: &[Name]) -> Vec<Piece> {
    let shown = (0..names.len()).filter(|file| names[*file].kind.is_visual());
    shown.map(|file| piece(file, names, 0)).collect()
}

fn piece(file: usize, names: &[Name], place: usize) -> Piece {
    let moves = names[file].kind == MediaKind::Video;
    Piece { file, moves, place, much: Much::Unsaid, shared: false, again: false }
}

fn named(page: &mut Page, names: &[Name]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for place in 0..page.len() {
        let Some(file) = page.shows(place).filter(|_| page.is_free(place)) else { continue };
        page.use_at(place);
        if super::remarks::belongs_to_a_name(page, place) {
            page.use_at(place + 1);
            continue;
        }
        let again = page.item(place).any(|at| page.sense(at) == Some(Sense::Link(Link::Again)));
        pieces.push(Piece { again, ..piece(file, names, place) });
    }
    pieces
}

/// `all photos except the dog`, `without the logo`.
///
/// Tells of each whether it is left out of everything, and not of a kind that is named with it.
fn take_left_out(page: &mut Page, pieces: &mut Vec<Piece>) -> Vec<(usize, bool)> {
    let mut out = Vec::new();
    let places: Vec<usize> = pieces.iter().map(|piece| piece.place).collect();
    let mut open = None;
    for place in places {
        let item = page.item(place);
        let denies = |at: &usize| {
            page.is_free(*at)
                && matches!(page.sense(*at), Some(Sense::Link(Link::Except | Link::Without)))
        };
        let leaves = |at: &usize| {
            page.is_free(*at)
                && (LISTS.leaves_out.has(page.text(*at)) || is_left_out(page, place, *at))
        };
        let own = (item.start..place).rev().find(denies);
        let own = own.or_else(|| item.clone().find(leaves));
        // "小猫那张不要": it ends with that.
        let ends = |at: &usize| {
            let over = (at + 1..item.end)
                .all(|at| page.is_light(at) || page.sense(at) == Some(Sense::Break));
            // "海边倒着放 别的都不要".
            let others = (place..*at).any(|at| {
                matches!(page.sense(at), Some(Sense::Link(Link::Rest | Link::TheOther)))
                    || LISTS.all_that_is_left.has(page.text(at))
            });
            denies(at) && *at > place && over && !others
        };
        let own = own.or_else(|| item.clone().find(ends));
        let goes_on = open.is_some_and(|last: usize| {
            (last + 1..place).all(|at| page.is_light(at) || page.sense(at) == Some(Sense::Break))
                && page.phrase(last) == page.phrase(place)
        });
        if own.is_none() && !goes_on {
            continue;
        }
        let more: Vec<usize> = item.filter(leaves).chain(own).collect();
        more.into_iter().for_each(|at| page.use_at(at));
        open = Some(place);
        let phrase = page.phrase(place);
        let own = |at: usize| at > 0 && page.shows(at - 1).is_some();
        let kind = phrase.clone().any(|at| kind_of(page, at).is_some() && !own(at));
        let everything = phrase.clone().any(|at| LISTS.everything_but.has(page.text(at))) && !kind;
        let file = pieces.iter().find(|piece| piece.place == place).map(|piece| piece.file);
        out.extend(file.map(|file| (file, everything)));
        pieces.retain(|piece| piece.place != place);
    }
    out
}

/// `leave the pumpkins out`: the word right behind its name.
fn is_left_out(page: &Page, name: usize, at: usize) -> bool {
    let out = |at: usize| page.says(at, &["out"]);
    let left = |at: usize| page.says(at, &["leave", "leaving", "keep", "keeping", "left"]);
    let behind = page.after(name).filter(|behind| out(*behind));
    behind == Some(at) && page.before(name).is_some_and(left)
}

/// `做个主图视频：上身、面料、主图`: a name before the word for the film only says of what sort it is, where it is named
/// again among others.
fn without_the_sort(page: &Page, pieces: &mut Vec<Piece>) {
    let Some(first) = pieces.first() else { return };
    let film = |at: usize| matches!(page.sense(at), Some(Sense::Noun(Noun::Film | Noun::Promo)));
    let again = pieces[1..].iter().any(|other| other.file == first.file);
    if again && page.item(first.place).any(film) {
        pieces.remove(0);
    }
}

/// How many files are named.
fn distinct(pieces: &[Piece]) -> usize {
    let first = |nth: &usize| pieces[..*nth].iter().all(|before| before.file != pieces[*nth].file);
    (0..pieces.len()).filter(first).count()
}

/// `bunny and silent, all of both, bunny first`: named again only to say where it comes.
fn without_those_put_later(page: &Page, pieces: &mut Vec<Piece>) {
    let all = pieces.clone();
    let placed = |piece: &Piece| {
        // "茶园在前师傅在后": up to the next one.
        let item = page.item(piece.place);
        let beside = |other: &&Piece| item.contains(&other.place);
        let before =
            all.iter().filter(beside).map(|other| other.place).filter(|at| *at < piece.place);
        let next = all.iter().filter(beside).map(|other| other.place).find(|at| *at > piece.place);
        let from = before.max().map_or(item.start, |_| piece.place);
        let item = from..next.unwrap_or(item.end);
        let put = |at: usize| {
            matches!(page.meaning(at), Meaning::Ordinal(1 | -1))
                || matches!(
                    page.sense(at),
                    Some(Sense::Edge(_) | Sense::Link(Link::FirstComes | Link::LastComes))
                )
                || (matches!(
                    page.sense(at),
                    Some(Sense::Link(Link::Lead | Link::Before | Link::Rear))
                ) && at > 0
                    && puts(page, at - 1))
                || page.says(at, &["last", "final"])
        };
        item.clone().any(put)
            && item.clone().all(|at| at == piece.place || put(at) || page.is_light(at))
    };
    let later: Vec<Piece> = pieces.iter().filter(|piece| placed(piece)).copied().collect();
    for again in later {
        let before = |piece: &Piece| piece.file == again.file && piece.place < again.place;
        let timed = |piece: &Piece| {
            page.item(piece.place).any(|at| {
                matches!(page.meaning(at), Meaning::Time(_) | Meaning::Range(..))
                    || matches!(page.meaning(at), Meaning::Head(_) | Meaning::Tail(_))
            })
        };
        if let Some(at) = pieces.iter().position(|piece| before(piece) && !timed(piece)) {
            pieces.remove(at);
        }
    }
}

/// `photos only, no clips`.
fn take_unwanted_kind(page: &mut Page) -> Option<MediaKind> {
    let denied = |place: &usize| {
        page.is_free(*place)
            && page.sense(*place) == Some(Sense::Link(Link::Without))
            && place + 1 < page.len()
            && kind_of_all(page, place + 1).is_some()
    };
    let place = (0..page.len()).find(denied)?;
    let kind = kind_of_all(page, place + 1);
    page.use_all(place..place + 2);
    kind
}

/// Where several are told at once, and which kind they are of.
fn groups(page: &mut Page, pieces: &[Piece]) -> Vec<(usize, Group, Option<MediaKind>)> {
    let mut found = Vec::new();
    for place in 0..page.len() {
        if !page.is_free(place) {
            continue;
        }
        let group = match page.meaning(place) {
            // "The last six of bikes" are seconds.
            Meaning::LastOf(count) if values::seconds_of(page, place, *count).is_none() => {
                Some(Group::Rest(Some(*count)))
            }
            Meaning::Known(Sense::Link(Link::Rest | Link::TheOther)) => {
                Some(Group::Rest(count_after(page, place)))
            }
            Meaning::Known(Sense::Link(Link::All)) if !is_of_one(page, place, pieces) => {
                Some(count_after(page, place).map_or(Group::All, Group::Count))
            }
            // "Use every photo".
            Meaning::Known(Sense::Link(Link::Each)) if is_every_one(page, place) => {
                Some(Group::All)
            }
            Meaning::Number(number) if counts_pieces(page, place) => {
                whole(*number).map(Group::Count)
            }
            Meaning::Known(Sense::Noun(noun)) if is_plural(page, place, *noun, pieces) => {
                Some(Group::All)
            }
            _ => None,
        };
        let Some(group) = group else { continue };
        if matches!(group, Group::Rest(_)) && is_not_used(page, place) {
            page.use_all(page.phrase(place));
            continue;
        }
        let end = page.item(place).end;
        let kind = (place..end).take(4).find_map(|at| kind_of(page, at));
        take_words_for_them(page, place);
        found.push((place, group, kind));
    }
    found
}

/// `no vid`: behind a denial that is no film.
fn kind_of_all(page: &Page, place: usize) -> Option<MediaKind> {
    let clip = LISTS.a_clip_by_its_kind.has(page.text(place));
    kind_of(page, place).or_else(|| clip.then_some(MediaKind::Video))
}

fn kind_of(page: &Page, place: usize) -> Option<MediaKind> {
    match page.sense(place) {
        Some(Sense::Noun(Noun::Picture)) => Some(MediaKind::Image),
        Some(Sense::Noun(Noun::Footage | Noun::Clip)) => Some(MediaKind::Video),
        _ => None,
    }
}

fn whole(number: f64) -> Option<usize> {
    (1..100_u32)
        .find(|count| (f64::from(*count) - number).abs() < 0.001)
        .map(|count| count as usize)
}

/// `all 4 pictures`, `其余三张`.
fn count_after(page: &Page, place: usize) -> Option<usize> {
    let next = page.after(place)?;
    match page.meaning(next) {
        Meaning::Number(number) => whole(*number),
        _ => None,
    }
}

/// `the whole of silent`, `bunny全用`: all of one, and not all of them.
fn is_of_one(page: &Page, place: usize, pieces: &[Piece]) -> bool {
    page.item(place).any(|at| pieces.iter().any(|piece| piece.place == at))
}

/// `其余素材一律不用`: nothing else is told in the same breath.
fn is_not_used(page: &Page, place: usize) -> bool {
    let denies = |at: usize| {
        matches!(page.sense(at), Some(Sense::Link(Link::Without | Link::Not | Link::Off)))
            || page.sense(at) == Some(Sense::Verb(Verb::Remove))
    };
    page.phrase(place).any(denies)
        && page.phrase(place).all(|at| {
            denies(at)
                || page.is_light(at)
                || kind_of(page, at).is_some()
                || matches!(
                    page.sense(at),
                    Some(
                        Sense::Link(Link::Rest | Link::TheOther | Link::All | Link::These)
                            | Sense::Noun(Noun::File)
                            | Sense::Verb(Verb::Use | Verb::Show | Verb::Add)
                    )
                )
        })
}

/// `use every photo`: no length stands beside it that would be of each.
fn is_every_one(page: &Page, place: usize) -> bool {
    let timed = |at: usize| {
        matches!(page.meaning(at), Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_))
            || page.shows(at).is_some()
            || page.sense(at) == Some(Sense::Stretch(Stretch::Evenly))
    };
    page.says(place, &["every", "each"])
        && page.after(place).is_some_and(|next| kind_of(page, next).is_some())
        && !page.item(place).any(timed)
}

/// `four lots`, `三段教学视频`, `用这两个`: a number of pieces, and no length.
fn counts_pieces(page: &Page, place: usize) -> bool {
    let Meaning::Number(number) = page.meaning(place) else { return false };
    let many = whole(*number).is_some_and(|count| count > 1);
    let names = |at: usize| {
        page.is_free(at)
            && (kind_of(page, at).is_some()
                || *page.meaning(at) == Meaning::Unknown
                || matches!(page.sense(at), Some(Sense::Noun(Noun::File | Noun::Film))))
    };
    let counter = page.text(place).chars().last().is_some_and(|last| "张段个条幅".contains(last));
    // "The wheel for ten in proper colour".
    let lasts = place > 0 && page.sense(place - 1) == Some(Sense::Link(Link::For));
    let strange = |at: usize| *page.meaning(at) == Meaning::Unknown;
    many && (counter
        || page.after(place).is_some_and(|next| names(next) && !(lasts && strange(next))))
}

/// `the photos`, `照片都用上`: a word for all of a kind, with no number and none named beside it.
fn is_plural(page: &Page, place: usize, noun: Noun, pieces: &[Piece]) -> bool {
    if !matches!(noun, Noun::Picture | Noun::Clip | Noun::Footage | Noun::File) {
        return false;
    }
    let text = page.text(place).to_lowercase();
    let many = if text.is_ascii() { text.ends_with('s') } else { !LISTS.marks_on_film.has(&text) };
    let beside = page.item(place).any(|at| {
        matches!(page.meaning(at), Meaning::Ordinal(_) | Meaning::FirstOf(_))
            || pieces.iter().any(|piece| piece.place == at)
            || (page.sense(at) == Some(Sense::Link(Link::Each)) && page.after(at) == Some(place))
    });
    many && !beside
}

/// The number and the noun behind the first word of a group.
fn take_words_for_them(page: &mut Page, place: usize) {
    let item = page.item(place);
    for at in place..item.end {
        let goes_on = page.is_light(at)
            || *page.meaning(at) == Meaning::Unknown
            || (at == place || matches!(page.meaning(at), Meaning::Number(_)))
            || matches!(
                page.sense(at),
                Some(
                    Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage | Noun::File)
                        | Sense::Link(Link::These | Link::All | Link::Rest)
                )
            );
        if !goes_on {
            break;
        }
        page.use_at(at);
    }
}
