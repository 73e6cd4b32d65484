//! What may stand in the telling of a film, and what must not be left over of it.

use super::super::words::{Beyond, Degree, Edge, LISTS, Link, Meaning, Noun, Sense, Stretch, Verb};
use super::Told;
use super::denied;
use super::page::Page;
use super::values::Much;
use crate::draft::{Millis, TextPlace};

/// Whether nothing of it is a question, out of reach, or done to a film that is there.
pub fn can_be_told(page: &Page) -> bool {
    (0..page.len()).filter(|place| page.is_free(*place)).all(|place| match page.meaning(place) {
        Meaning::MissingFile(_) | Meaning::Files(_) => false,
        Meaning::Known(Sense::Question(_)) => {
            LISTS.greets.has(page.text(place))
                || tells_who(page, place)
                || denied::is_none_of_any_sort(page, place)
        }
        Meaning::Known(Sense::Beyond(what)) => {
            LISTS.played_on.has(page.text(place))
                || (*what == Beyond::Other
                    && (is_what_it_is_for(page, place)
                        || heads_the_film(page, place)
                        || is_denied(page, place)))
        }
        Meaning::Known(Sense::Verb(Verb::Undo)) => goes_back_to_a_piece(page, place),
        Meaning::Known(Sense::Verb(verb)) => may_tell(*verb),
        _ => true,
    })
}

/// `for the pitch`: what comes behind it is for that.
fn is_what_it_is_for(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let before = (phrase.start..place).rev().find(|at| {
        !matches!(page.sense(*at), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
    });
    before.is_some_and(|at| page.sense(at) == Some(Sense::Link(Link::For)))
}

/// `Pitch reel, 30 seconds`, `Loop for the stand: bikes.mp4 from 3 s`: of what sort it is, before anything is told of it.
fn heads_the_film(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let plain = |at: usize| {
        at == place
            || page.is_light(at)
            || is_film(page, at)
            || *page.meaning(at) == Meaning::Unknown
            || matches!(page.meaning(at), Meaning::Number(_))
    };
    let colon = phrase.end < page.len() && page.says(phrase.end, &[":"]);
    let film = phrase.clone().any(|at| is_film(page, at));
    phrase.start == 0 && phrase.clone().all(plain) && (colon || film)
}

/// `不用循环`, `no looping`: it is not wanted, and is not done.
fn is_denied(page: &Page, place: usize) -> bool {
    page.before(place).is_some_and(|before| {
        matches!(page.sense(before), Some(Sense::Link(Link::Without | Link::Not)))
    }) && page.item(place).all(|at| page.shows(at).is_none())
}

/// `再回到拿铁五秒`, `back to the wheel`: it comes again.
fn goes_back_to_a_piece(page: &Page, place: usize) -> bool {
    let next = (place + 1..page.item(place).end)
        .find(|at| !page.is_light(*at) && page.sense(*at) != Some(Sense::Link(Link::To)));
    next.is_some_and(|next| page.shows(next).is_some())
}

/// `a teaser for the label`: nobody is to read anything.
fn is_whom_it_is_for(page: &Page, place: usize, noun: Noun) -> bool {
    let phrase = page.phrase(place);
    let quoted = phrase.clone().any(|at| matches!(page.meaning(at), Meaning::Quote(_)));
    matches!(noun, Noun::Text | Noun::Caption) && !quoted && is_what_it_is_for(page, place)
}

/// `my colleague who looks after Instagram wants …`, `silent is the first pass`: that asks nothing.
fn tells_who(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let of_a_file = place > 0
        && place - 1 == phrase.start
        && page.shows(place - 1).is_some()
        && ["is the", "is a", "are the"].contains(&page.text(place).to_lowercase().as_str());
    (LISTS.somebody.has(page.text(place)) || of_a_file) && phrase.start < place
}

fn may_tell(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Make
            | Verb::Join
            | Verb::Add
            | Verb::Use
            | Verb::Show
            | Verb::Move
            | Verb::Keep
            | Verb::Trim
            | Verb::Remove
            | Verb::Mute
            | Verb::Duck
            | Verb::Change
    )
}

/// The words that only colour the film. `None` where something is left over, or nothing was told.
pub fn take(page: &mut Page, told: &Told) -> Option<Vec<String>> {
    if told.pieces.is_empty() || strange_among_names(page, told) {
        return None;
    }
    let pieces = &told.pieces;
    let together = |nth: usize| pieces[..nth].iter().any(|other| other.place == pieces[nth].place);
    let named = !(0..pieces.len()).any(together);
    let mut passed_over = Vec::new();
    for place in 0..page.len() {
        if !page.is_free(place) {
            continue;
        }
        if *page.meaning(place) == Meaning::Unknown {
            passed_over.push(page.text(place).to_owned());
        } else if !says_nothing_more(page, place, told, named) {
            if !may_be_left(page, place, told) {
                return None;
            }
            passed_over.push(page.text(place).to_owned());
        }
        page.use_at(place);
    }
    Some(passed_over)
}

/// `the pier clip`, `gulls third`: what a piece is, or where it stands, which its place among the others says as well. A
/// film with nothing wrong in it but that is better than none, and the answer says what was not used.
fn may_be_left(page: &Page, place: usize, told: &Told) -> bool {
    if let Meaning::Ordinal(nth) = page.meaning(place) {
        return stands_there(page, place, told, |at, all| {
            i64::try_from(at + 1).is_ok_and(|at| at == i64::from(*nth))
                || (*nth == -1 && at + 1 == all)
        });
    }
    match page.sense(place) {
        Some(Sense::Edge(edge)) => stands_there(page, place, told, |at, all| match edge {
            Edge::Start => at == 0,
            Edge::End => at + 1 == all,
        }),
        Some(Sense::Link(Link::LastComes)) => {
            stands_there(page, place, told, |at, all| at + 1 == all)
        }
        Some(Sense::Degree(Degree::Half | Degree::AtHalf)) => false,
        Some(Sense::Degree(_) | Sense::Link(Link::Position | Link::All)) => true,
        Some(Sense::Noun(noun)) => {
            matches!(noun, Noun::Picture | Noun::Clip | Noun::Footage | Noun::Sound)
        }
        Some(Sense::Verb(verb)) => !matches!(verb, Verb::Mute | Verb::Duck | Verb::Remove),
        _ => false,
    }
}

/// Whether the one piece of the phrase stands where it is told to, among so many.
fn stands_there(
    page: &Page,
    place: usize,
    told: &Told,
    fits: impl Fn(usize, usize) -> bool,
) -> bool {
    let phrase = page.phrase(place);
    let there = |phrase: &std::ops::Range<usize>| {
        let told = told.pieces.iter().enumerate();
        let inside = told.filter(|(_, piece)| phrase.contains(&piece.place));
        inside.map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let own = there(&phrase);
    // "小兔子那段是同学拍的，请放在最前面": the one that was told of just before.
    let inside = match page.phrase_before(&phrase) {
        Some(before) if own.is_empty() => there(&before),
        _ => own,
    };
    matches!(inside[..], [at] if fits(at, told.pieces.len()))
}

/// `beeswax sits in the middle`: the one that is told in the same breath does, and no words are put there.
fn is_in_between(page: &Page, place: usize, told: &Told) -> bool {
    let item = page.item(place);
    let inside = told.pieces.iter().enumerate().filter(|(_, piece)| item.contains(&piece.place));
    let mut inside = inside.map(|(at, _)| at);
    let quote = item.clone().any(|at| matches!(page.meaning(at), Meaning::Quote(_)));
    let one = inside.next().filter(|_| inside.next().is_none() && !quote);
    one.is_some_and(|at| at > 0 && at + 1 < told.pieces.len())
}

/// `not too long please`: no thing and no amount is told with it.
fn says_how_not(page: &Page, place: usize) -> bool {
    page.phrase(place).all(|at| {
        at == place
            || page.is_light(at)
            || *page.meaning(at) == Meaning::Unknown
            || matches!(
                page.sense(at),
                Some(Sense::Degree(_) | Sense::Tempo(_) | Sense::Stretch(_))
            )
    })
}

/// `no supers`: what nobody knows is not there, where every piece was named.
fn denies_the_unknown(page: &Page, place: usize) -> bool {
    let mut behind = place + 1..page.item(place).end;
    // "花活别加".
    let mut before = page.item(place).start..place;
    let last = behind.is_empty() && before.any(|at| *page.meaning(at) == Meaning::Unknown);
    let strange = |at: usize| *page.meaning(at) == Meaning::Unknown || page.is_light(at);
    if last && (page.item(place).start..place).all(strange) {
        return true;
    }
    !behind.is_empty()
        && behind.all(|at| *page.meaning(at) == Meaning::Unknown || page.is_light(at))
}

fn denies_what_is_beyond(page: &Page, place: usize) -> bool {
    page.after(place).is_some_and(|next| {
        page.sense(next) == Some(Sense::Beyond(Beyond::Other)) && page.after(next).is_none()
    })
}

fn says_nothing_more(page: &Page, place: usize, told: &Told, named: bool) -> bool {
    match page.meaning(place) {
        // "A tease for the six": when it is shown.
        Meaning::Number(number) => {
            (number - 1.0).abs() < 0.001
                || (place > 0
                    && page.sense(place - 1) == Some(Sense::Link(Link::The))
                    && page.after(place).is_none()
                    && !page.item(place).any(|at| page.shows(at).is_some()))
        }
        Meaning::Known(sense) => match sense {
            Sense::Break
            | Sense::Filler
            | Sense::Mood(_)
            | Sense::Tempo(_)
            | Sense::Beyond(_)
            | Sense::Question(_) => true,
            Sense::Noun(noun) => {
                matches!(noun, Noun::Film | Noun::Promo | Noun::File | Noun::Canvas | Noun::Effects)
                    || names_a_piece(page, place)
                    || is_whom_it_is_for(page, place, *noun)
                    || is_a_clip_of_all(page, place, told)
            }
            Sense::Degree(Degree::Bit) => names_the_film(page, place),
            // "Use it whole up top".
            Sense::Place(TextPlace::Top) => {
                page.says(place, &["up top", "at the top"])
                    && stands_there(page, place, told, |at, _| at == 0)
            }
            // "Beeswax sits in the middle".
            Sense::Place(TextPlace::Centre) | Sense::Link(Link::Between)
                if is_in_between(page, place, told) =>
            {
                true
            }
            // "中间炒茶、包装", "早市居中".
            Sense::Place(TextPlace::Centre) => [page.after(place), page.before(place)]
                .into_iter()
                .flatten()
                .any(|beside| told.pieces.iter().any(|piece| piece.place == beside)),
            Sense::Edge(_) => leads_to_the_film(page, place, told),
            Sense::Verb(Verb::Change) => {
                LISTS.film_by_its_making.has(page.text(place)) || goes_to_a_piece(page, place)
            }
            Sense::Verb(Verb::Remove) => throws_together(page, place, told),
            Sense::Verb(verb) => !matches!(verb, Verb::Mute | Verb::Duck),
            Sense::Stretch(Stretch::Evenly) => {
                let count = u64::try_from(told.pieces.len()).unwrap_or(1).max(1);
                // "四个镜头均分：…、海边（取前4秒）": as long as its share is.
                let each = told.total.map(|total| Much::For(Millis(total.0 / count)));
                told.pieces.iter().all(|piece| {
                    piece.much == Much::Unsaid || piece.shared || Some(piece.much) == each
                })
            }
            Sense::Link(link) => link_says_nothing_more(page, place, told, *link, named),
            _ => false,
        },
        _ => false,
    }
}

/// The same of a word that holds others together.
fn link_says_nothing_more(page: &Page, place: usize, told: &Told, link: Link, named: bool) -> bool {
    match link {
        Link::Without => {
            named && denies_the_unknown(page, place) || denies_what_is_beyond(page, place)
        }
        Link::Not => says_how_not(page, place) || denies_what_is_beyond(page, place),
        Link::Saying => !page.phrase(place).any(|at| matches!(page.meaning(at), Meaning::Quote(_))),
        Link::Except => says_only_how(page, place),
        Link::Over => page
            .before(place)
            .is_some_and(|before| page.sense(before) == Some(Sense::Stretch(Stretch::Evenly))),
        Link::Off => is_made_off(page, place, told),
        _ => holds_together(page, place, link),
    }
}

/// `all of bikes but at double speed`: how it is played has found its slot, and nothing is left out.
fn says_only_how(page: &Page, place: usize) -> bool {
    let only = |at: &usize| page.sense(*at) == Some(Sense::Link(Link::Only));
    let next = page.after(place);
    let next = next.filter(only).and_then(|only| page.after(only)).or(next);
    let next = next.filter(|next| !page.is_free(*next));
    page.says(place, &["but"]) && next.is_some_and(|next| page.shows(next).is_none())
}

/// `a reel off the 3 stills`: made of them, and nothing is taken off.
fn is_made_off(page: &Page, place: usize, told: &Told) -> bool {
    let next = page.after(place);
    let group = next.is_some_and(|next| told.pieces.iter().any(|piece| piece.place == next));
    let before = page.before(place).is_some_and(|before| is_film(page, before));
    group && before
}

/// `chuck together all of silent then bikes from 2s to 7s`: where nothing is there yet, nothing is thrown away.
fn throws_together(page: &Page, place: usize, told: &Told) -> bool {
    let before = |piece: &super::pieces::Piece| piece.place > place;
    let next =
        page.after(place).or_else(|| page.next_phrase(&page.phrase(place)).map(|it| it.start));
    let begins =
        next.is_some_and(|next| next <= told.pieces.iter().map(|it| it.place).min().unwrap_or(0));
    LISTS.throws.has(page.text(place)) && begins && told.pieces.iter().all(before)
}

/// `then go to bikes`: no verb for changing it.
fn goes_to_a_piece(page: &Page, place: usize) -> bool {
    page.says(place, &["go", "goes", "jump", "switch", "turn"])
        && place + 1 < page.len()
        && page.sense(place + 1) == Some(Sense::Link(Link::To))
        && page.after(place + 1).is_some_and(|next| page.shows(next).is_some())
}

/// `the beach photo`, `海边那段素材`: what a file is.
fn names_a_piece(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
        && page.item(place).any(|at| page.shows(at).is_some())
}

/// `do me a clip with every photo in it`: the film, where no file is named in the same breath.
fn is_a_clip_of_all(page: &Page, place: usize, told: &Told) -> bool {
    let before = |piece: &super::pieces::Piece| piece.place > place;
    page.sense(place) == Some(Sense::Noun(Noun::Clip))
        && place > 0
        && page.sense(place - 1) == Some(Sense::Link(Link::A))
        && told.pieces.iter().all(before)
}

/// `a little film`.
fn names_the_film(page: &Page, place: usize) -> bool {
    page.after(place).is_some_and(|next| is_film(page, next))
}

fn is_film(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Noun(Noun::Film | Noun::Promo)))
}

/// `Front-of-house trailer, please. Running order: …`: what the film is called before anything is told of it.
fn leads_to_the_film(page: &Page, place: usize, told: &Told) -> bool {
    let phrase = page.phrase(place);
    // "Opener: crowd.jpg 6s, neon.jpg 6s".
    let heading = phrase.start == 0 && phrase.end < page.len() && page.says(phrase.end, &[":"]);
    (heading || phrase.clone().any(|at| is_film(page, at)))
        && told.pieces.iter().all(|piece| piece.place >= phrase.end)
}

fn holds_together(page: &Page, place: usize, link: Link) -> bool {
    match link {
        Link::After => {
            !page.text(place).is_ascii()
                || page.after(place).is_none_or(|next| page.shows(next).is_none())
        }
        Link::All => page.says(place, &["both", "all", "全", "全部", "都"]),
        Link::To
        | Link::From
        | Link::At
        | Link::For
        | Link::By
        | Link::With
        | Link::Of
        | Link::As
        | Link::The
        | Link::A
        | Link::It
        | Link::These
        | Link::Order
        | Link::Again
        | Link::Long
        | Link::Only
        | Link::Lead
        | Link::Before
        | Link::Rear
        | Link::FirstComes
        | Link::Whole
        | Link::AsItIs => true,
        _ => false,
    }
}

/// `bunny and the thing I shot`: a strange word in the place of a name is one that nobody knows.
fn strange_among_names(page: &Page, told: &Told) -> bool {
    let named = |place: usize| told.pieces.iter().any(|piece| piece.place == place);
    let (Some(first), Some(last)) = (
        told.pieces.iter().map(|piece| piece.place).min(),
        told.pieces.iter().map(|piece| piece.place).max(),
    ) else {
        return false;
    };
    (0..page.len()).any(|place| {
        let item = page.item(place);
        let strange = |at: usize| *page.meaning(at) == Meaning::Unknown && page.is_free(at);
        let alone = strange(place) && item.clone().all(|at| strange(at) || page.is_light(at));
        let joined = |at: Option<usize>| {
            at.is_some_and(|at| page.phrase(at) == page.phrase(place) && page.item(at).any(named))
        };
        let beside = joined(item.start.checked_sub(2))
            || joined(Some(item.end + 1).filter(|at| *at < page.len()));
        alone && ((first < place && place < last) || beside)
    })
}
