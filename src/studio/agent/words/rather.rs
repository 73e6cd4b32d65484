//! One thing in another's place: `five seconds instead of three`, `song.mp3 instead of the calm track`,
//! `instead of "Sale" the title should say "Big Sale"`, `it should say "Hi", not "Hello"`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, piece, says};

/// Says such a wish plainly.
pub fn rather(tokens: &mut Vec<Token>) {
    other_words(tokens);
    not_the_other(tokens);
    becomes(tokens);
    rather_than(tokens);
}

fn is_quote(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
}

/// Of two quotes the one behind `instead of` or `not` goes, the other comes: `change … to …`. Nothing else
/// may stand there that could be wanted.
fn other_words(tokens: &mut Vec<Token>) {
    let quotes: Vec<usize> = (0..tokens.len()).filter(|place| is_quote(&tokens[*place])).collect();
    let [first, second] = quotes[..] else { return };
    let denied = |quote: usize| {
        let before = tokens[..quote].iter().rev().find(|token| !is_light(token));
        before.is_some_and(|before| LISTS.rather_than.has(&before.text))
    };
    // "It says "Hi" but it should say "Ho"".
    let between = &tokens[first + 1..second];
    let corrected = between.iter().any(|token| LISTS.but.has(&token.text))
        && between.iter().any(|token| {
            token.text.to_lowercase().starts_with("should") || token.text.starts_with("应该")
        });
    let (old, new) = match (denied(first) || corrected, denied(second)) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return,
    };
    let denies = |token: &Token| {
        says(token, &["instead of", "in place of", "rather than", "not", "而不是", "不是", "是"])
    };
    let from = tokens[..first].iter().rposition(is_break_mark).map_or(0, |mark| mark + 1);
    let to = tokens[second + 1..].iter().position(is_break_mark);
    let to = to.map_or(tokens.len(), |mark| second + 1 + mark);
    let plain =
        |token: &Token| is_quote(token) || is_light(token) || is_carrier(token) || denies(token);
    if !tokens[from..to].iter().all(plain) {
        return;
    }
    let noun = tokens[from..to].iter().find(|token| is_text_noun(token)).cloned();
    let (old, new) = (tokens[old].clone(), tokens[new].clone());
    let change = old.beside(Sense::Verb(Verb::Change), "change");
    let becomes = old.beside(Sense::Link(Link::To), "to");
    let plain: Vec<Token> = [change].into_iter().chain(noun).chain([old, becomes, new]).collect();
    tokens.splice(from..to, plain);
}

/// A mark that parts two wishes; a comma may stand before `not "Hello"`.
fn is_break_mark(token: &Token) -> bool {
    is_break(token) && !says(token, &[",", "，", "but", "但", "但是"])
}

fn is_text_noun(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

/// Words that hold a sentence together.
fn is_light(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Filler | Sense::Link(Link::The | Link::It | Link::A | Link::At))
    ) || says(token, &[",", "，", "but", "但", "但是"])
}

/// Words that carry what is written.
fn is_carrier(token: &Token) -> bool {
    is_text_noun(token)
        || matches!(
            token.sense(),
            Some(
                Sense::Link(Link::Saying)
                    | Sense::Verb(Verb::Make | Verb::Add | Verb::Change | Verb::Use | Verb::Show)
            )
        )
}

/// `"Sale" should be "Big Sale"`, `"Sale" → "Big Sale"`.
fn becomes(tokens: &mut [Token]) {
    for place in 1..tokens.len().saturating_sub(1) {
        let between = is_quote(&tokens[place - 1]) && is_quote(&tokens[place + 1]);
        if between && LISTS.should_read.has(&tokens[place].text) {
            tokens[place].meaning = Meaning::Known(Sense::Verb(Verb::Change));
        }
    }
}

/// What is no more wanted is said for the other's sake, where both are of one sort.
fn rather_than(tokens: &mut Vec<Token>) {
    let denies = |token: &Token| says(token, &["instead of", "rather than", "而不是"]);
    let Some(place) = tokens.iter().position(denies) else { return };
    let piece = piece(tokens, place);
    let measures = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::Time(_) | Meaning::Number(_) | Meaning::Percent(_) | Meaning::Speed(_)
        ) || matches!(token.sense(), Some(Sense::Pace(_)))
    };
    let sounds = |token: &Token| {
        matches!(token.meaning, Meaning::File(_, crate::api::wire::MediaKind::Audio))
            || matches!(token.sense(), Some(Sense::Mood(_)))
    };
    let seams = |token: &Token| matches!(token.sense(), Some(Sense::Transition(_)));
    let shapes = |token: &Token| {
        matches!(token.sense(), Some(Sense::Shape(_) | Sense::Platform(_)))
            || matches!(token.meaning, Meaning::Ratio(..))
    };
    let fits = |token: &Token| matches!(token.sense(), Some(Sense::Fit(_)));
    let colours = |token: &Token| {
        matches!(token.meaning, Meaning::Colour(_))
            || matches!(token.sense(), Some(Sense::Colour(_)))
    };
    // "White behind it rather than black bars".
    let grounds = |token: &Token| fits(token) || colours(token);
    let before = &tokens[piece.start..place];
    let after = &tokens[place + 1..piece.end];
    let only = |fits: &dyn Fn(&Token) -> bool| {
        after.iter().any(fits)
            && after.iter().all(|token| {
                fits(token)
                    || matches!(token.sense(), Some(Sense::Filler | Sense::Noun(Noun::Music)))
                    || matches!(token.sense(), Some(Sense::Link(Link::The | Link::A)))
                    || says(token, &["track"])
            })
    };
    let sorts: [&dyn Fn(&Token) -> bool; 5] = [&measures, &sounds, &seams, &shapes, &grounds];
    if sorts.iter().any(|sort| before.iter().any(sort) && only(sort)) {
        tokens.drain(place..piece.end);
    }
}

/// `top left, not top right`, `yellow not red`: the other is not wanted.
fn not_the_other(tokens: &mut Vec<Token>) {
    let denies = |place: &usize| {
        says(&tokens[*place], &["not", "而不是", "不是", "而非", "并非"])
            || (tokens[*place].text == "不"
                && tokens.get(place + 1).is_some_and(|is| is.text == "是"))
    };
    let Some(not) = (0..tokens.len()).find(denies) else { return };
    let here = piece(tokens, not);
    let first = tokens[here.start..not].iter().all(|token| token.sense() == Some(Sense::Filler));
    if first && (here.start == 0 || !is_break(&tokens[here.start - 1])) {
        return;
    }
    let sort = |token: &Token| match token.meaning {
        Meaning::Known(
            sense @ (Sense::Place(_)
            | Sense::Shape(_)
            | Sense::Colour(_)
            | Sense::Transition(_)
            | Sense::Mood(_)
            | Sense::Edge(_)),
        ) => Some(std::mem::discriminant(&sense)),
        _ => None,
    };
    let light = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::At | Link::A)))
    };
    let rest = &tokens[not + 1..here.end];
    let other = rest.iter().find_map(sort);
    let only = rest.iter().all(|token| light(token) || sort(token).is_some());
    // "Yellow not red": right behind the one that is.
    let last = tokens[here.start..not].iter().rfind(|token| !light(token));
    if !first {
        if other.is_some() && only && last.and_then(sort) == other {
            tokens.drain(not..here.end);
        }
        return;
    }
    let before = piece(tokens, here.start - 1);
    let same = other.is_some() && tokens[before.clone()].iter().any(|token| sort(token) == other);
    // "Map should run 8 seconds, not 5".
    let measured = rest.iter().any(is_measure)
        && rest.iter().all(|token| light(token) || is_measure(token))
        && tokens[before].iter().any(is_measure);
    if (same && only) || measured {
        tokens.drain(here.start - 1..here.end);
    }
}

fn is_measure(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_) | Meaning::Number(_) | Meaning::Percent(_) | Meaning::Speed(_)
    )
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::super::phrase::combine;

    fn text(sentence: &str) -> String {
        let tokens = combine(tokens(sentence, &[]));
        tokens.iter().map(|token| token.text.clone()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_no_more_wanted_is_said_for_the_others_sake() {
        assert_eq!(text("5 seconds instead of three"), "5 seconds");
        assert_eq!(text("use wipes instead of crossfades"), "use wipes");
        assert!(text("clip 2 instead of the title").contains("instead of"));
    }

    #[test]
    fn words_in_place_of_others_are_a_change() {
        for sentence in [
            "instead of \"Hi\" put \"Ho\"",
            "put \"Ho\" instead of \"Hi\"",
            "it should say \"Ho\", not \"Hi\"",
        ] {
            assert_eq!(text(sentence), "change \"Hi\" to \"Ho\"", "{sentence}");
        }
        assert!(text("add \"Ho\" and remove the music, not \"Hi\"").contains("not"));
    }
}
