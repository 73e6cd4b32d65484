//! How large words are to be, in other words: `blow the title up to 150%`, `enlarge the title by half`, `title 1.5 times its
//! size`, `标题再大50%`, `标题缩到50%`.
//!
//! A share of words is their size where nothing else of them has one. Whether it is against now or of what is usual, the
//! verb says.

use super::list::LISTS;
use super::sense::{Closeness, Degree, Link, Noun, Pace, Sense, Sizing, Verb};
use super::token::{Meaning, Token, is_time, mean, piece, says};

/// Says it plainly.
pub fn size_of_words(tokens: &mut Vec<Token>) {
    told_before_its_goal(tokens);
    let mut place = 0;
    while place < tokens.len() {
        let here = piece(tokens, place);
        if !here.is_empty() {
            let mut own: Vec<Token> = tokens[here.clone()].to_vec();
            if sized(&mut own) {
                let length = own.len();
                tokens.splice(here.clone(), own);
                place = here.start + length + 1;
                continue;
            }
        }
        place = here.end.max(place) + 1;
    }
}

/// `这几个字太小，请放大到150%`: what is wrong with them, before how large they are to be.
fn told_before_its_goal(tokens: &mut [Token]) {
    let complains = |token: &Token| {
        matches!(token.sense(), Some(Sense::Degree(Degree::Louder | Degree::Quieter)))
            && token.text.starts_with('太')
    };
    let Some(place) = tokens.iter().position(complains) else { return };
    let goal = tokens[place + 1..].windows(3).any(|three| {
        (grows(&three[0]) || shrinks(&three[0]))
            && three[1].sense() == Some(Sense::Link(Link::To))
            && matches!(three[2].meaning, Meaning::Percent(_))
    });
    let words = |token: &Token| is_words(token) || matches!(token.meaning, Meaning::Quote(_));
    if goal && tokens[..place].iter().any(words) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

fn is_words(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

enum Much {
    Share(f64),
    Half,
    Times(f64),
}

fn grows(token: &Token) -> bool {
    LISTS.larger.has(&token.text)
        || matches!(
            token.sense(),
            Some(
                Sense::Sizing(Sizing::Bigger)
                    | Sense::Closeness(Closeness::Nearer)
                    | Sense::Degree(Degree::Louder)
            )
        )
}

fn shrinks(token: &Token) -> bool {
    LISTS.tinier.has(&token.text)
        || matches!(
            token.sense(),
            Some(
                Sense::Sizing(Sizing::Smaller)
                    | Sense::Closeness(Closeness::Farther)
                    | Sense::Degree(Degree::Quieter)
                    | Sense::Verb(Verb::Trim)
            )
        )
}

/// Whether all that is said is of a size.
fn is_of_size(token: &Token) -> bool {
    grows(token)
        || shrinks(token)
        || is_words(token)
        || LISTS.of_a_size.has(&token.text)
        || matches!(
            token.meaning,
            Meaning::Percent(_) | Meaning::Number(_) | Meaning::Speed(_) | Meaning::Quote(_)
        )
        || matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Degree(Degree::Half)
                    | Sense::Sizing(Sizing::HalfAsBig)
                    | Sense::Portion(_)
                    | Sense::Pace(_)
                    | Sense::Noun(Noun::Size | Noun::Canvas | Noun::Volume)
                    | Sense::Verb(
                        Verb::Make
                            | Verb::Change
                            | Verb::Use
                            | Verb::Show
                            | Verb::Trim
                            | Verb::Move
                    )
                    | Sense::Link(
                        Link::The
                            | Link::Of
                            | Link::To
                            | Link::At
                            | Link::By
                            | Link::Times
                            | Link::Again
                            | Link::AsItIs
                            | Link::It
                            | Link::As
                    )
            )
        )
}

fn how_much(tokens: &[Token]) -> Option<(usize, Much)> {
    let pace = |pace: Pace| (pace == Pace::OneAndAHalf).then_some(1.5);
    tokens.iter().enumerate().find_map(|(place, token)| match token.meaning {
        Meaning::Percent(share) => Some((place, Much::Share(share))),
        Meaning::Speed(factor) if factor > 1.0 => Some((place, Much::Times(factor))),
        Meaning::Known(Sense::Pace(found)) => pace(found).map(|by| (place, Much::Times(by))),
        Meaning::Number(factor) if factor > 1.0 && factor < 5.0 => {
            let times = tokens.get(place + 1).is_some_and(|next| says(next, &["times"]));
            times.then_some((place, Much::Times(factor)))
        }
        Meaning::Known(Sense::Degree(Degree::Half) | Sense::Sizing(Sizing::HalfAsBig)) => {
            Some((place, Much::Half))
        }
        Meaning::Known(Sense::Portion(_)) if says(token, &["in half", "一半"]) => {
            Some((place, Much::Half))
        }
        _ => None,
    })
}

fn sized(tokens: &mut [Token]) -> bool {
    // "Cut the title's time in half".
    let lasts = |token: &Token| is_time(token) || LISTS.its_length.has(&token.text);
    let timed = tokens.iter().any(lasts);
    let all = tokens.iter().all(is_of_size);
    if timed || !all || !tokens.iter().any(is_words) {
        return false;
    }
    let Some((place, much)) = how_much(tokens) else { return false };
    let quoted = tokens.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let (up, down) = (tokens.iter().any(grows), tokens.iter().any(shrinks));
    let to = tokens[..place].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::To | Link::At)))
            || LISTS.sizes_to.has(&token.text)
            || token.text.ends_with(['到', '至', '为', '成'])
    });
    let again = tokens[place..].iter().any(|token| says(token, &["again", "half as big again"]));
    let named = up
        || down
        || tokens.iter().any(|token| {
            LISTS.of_a_size.has(&token.text)
                || matches!(token.sense(), Some(Sense::Noun(Noun::Size | Noun::Canvas)))
        });
    let (amount, way) = match much {
        Much::Share(share) if to => (share, None),
        Much::Share(share) if up != down => (share, Some(up)),
        Much::Half if to && !again && named => return halved(tokens, place),
        Much::Half if again || (up && !down) => (50.0, Some(true)),
        Much::Half if named => {
            return halved(tokens, place);
        }
        Much::Times(by) if by > 1.0 => ((by - 1.0) * 100.0, Some(true)),
        _ => return false,
    };
    if quoted && way.is_none() && !named {
        return false;
    }
    rewrite(tokens, place, amount, way);
    true
}

fn halved(tokens: &mut [Token], place: usize) -> bool {
    clear(tokens, place);
    tokens[place] = tokens[place].beside(Sense::Sizing(Sizing::HalfAsBig), "half as big");
    true
}

fn clear(tokens: &mut [Token], amount: usize) {
    for (place, token) in tokens.iter_mut().enumerate() {
        let kept = is_words(token)
            || matches!(token.meaning, Meaning::Quote(_))
            || token.sense() == Some(Sense::Link(Link::The));
        if place != amount && !kept {
            *token = token.beside(Sense::Filler, "");
        }
    }
}

/// The words, the way and the amount.
fn rewrite(tokens: &mut [Token], place: usize, amount: f64, way: Option<bool>) {
    clear(tokens, place);
    tokens[place].meaning = Meaning::Percent(amount);
    let free: Vec<usize> =
        (0..tokens.len()).filter(|at| tokens[*at].sense() == Some(Sense::Filler)).collect();
    let said = match way {
        None => tokens[place].beside(Sense::Noun(Noun::Size), "size"),
        Some(true) => tokens[place].beside(Sense::Sizing(Sizing::Bigger), "bigger"),
        Some(false) => tokens[place].beside(Sense::Sizing(Sizing::Smaller), "smaller"),
    };
    if let Some(at) = free.first() {
        tokens[*at] = said;
    } else if let Some(words) =
        tokens.iter().position(|token| token.sense() == Some(Sense::Link(Link::The)))
    {
        tokens[words] = said;
    }
    if way.is_none()
        && let Some(at) = free.iter().find(|at| **at + 1 == place && Some(*at) != free.first())
    {
        mean(&mut tokens[*at], Sense::Link(Link::To));
        "to".clone_into(&mut tokens[*at].text);
    }
}
