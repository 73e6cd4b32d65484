//! A cut told by where it leaves the film or a piece: `trim the end so that it stops at 7.5 seconds`, `cut it to
//! end at 0:08`, `把结尾剪掉一点，让它在8秒结束`.
//!
//! The amount is then a moment and not a length. Such a wish is made the plain one, `end it at 7.5 seconds`.

use super::lexicon::turns;
use super::list::LISTS;
use super::sense::{Edge, Link, Sense, Turn, Verb};
use super::token::{Meaning, Token, is_break, is_time, mean, piece, says};

/// Says such wishes plainly.
pub fn stops_at(tokens: &mut Vec<Token>) {
    for place in 1..tokens.len() {
        if is_cut_up_to(tokens, place) {
            mean(&mut tokens[place], Sense::Filler);
        } else if let Some((start, starts)) = said_at(tokens, place) {
            plainly(tokens, start, place, starts);
        }
    }
    tokens.retain(|token| !token.text.is_empty() || token.sense() != Some(Sense::Filler));
}

/// `剪到8秒结束`: what it is cut to is said already.
fn is_cut_up_to(tokens: &[Token], place: usize) -> bool {
    let ends = says(&tokens[place], &["结束", "为止"]) && is_time(&tokens[place - 1]);
    let to = |token: &Token| {
        token.sense() == Some(Sense::Verb(Verb::Trim)) && token.text.ends_with(['到', '至'])
    };
    ends && tokens.get(place.wrapping_sub(2)).is_some_and(to)
}

/// Where the wish begins, and whether it is about where something starts.
fn said_at(tokens: &[Token], place: usize) -> Option<(usize, bool)> {
    let text = tokens[place].text.to_lowercase();
    let (stops, starts) = (turns(Turn::Stops, &text), turns(Turn::Starts, &text));
    if is_break(&tokens[place]) || !(stops || starts) {
        return None;
    }
    let at = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::At | Link::To))) || says(token, &["by"])
    };
    let timed = if tokens[place].text.is_ascii() {
        at(tokens.get(place + 1)?) && is_time(tokens.get(place + 2)?)
    } else {
        is_time(&tokens[place - 1]) && at(tokens.get(place.checked_sub(2)?)?)
    };
    let here = piece(tokens, place);
    let begin = begin_of(tokens, here.start);
    let told = &tokens[begin..place];
    let so = told.iter().any(|token| LISTS.so_that_it.has(&token.text))
        || (place > 0 && says(&tokens[place - 1], &["to"]));
    let cuts = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Trim))) || LISTS.cuts_away.has(&token.text)
    };
    let amounts = |token: &Token| {
        matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
            || is_time(token)
    };
    let earlier = if tokens[place].text.is_ascii() { told } else { &tokens[begin..place - 1] };
    (timed && so && told.iter().any(cuts) && !earlier.iter().any(amounts))
        .then_some((begin, starts))
}

/// In Chinese what it is for stands behind a mark.
fn begin_of(tokens: &[Token], start: usize) -> usize {
    let chinese = tokens.get(start).is_some_and(|token| says(token, &["让", "使"]));
    if chinese && start > 1 { piece(tokens, start - 2).start } else { start }
}

fn plainly(tokens: &mut [Token], begin: usize, place: usize, starts: bool) {
    let chinese = !tokens[place].text.is_ascii();
    for token in &mut tokens[begin..place] {
        let light = matches!(
            token.sense(),
            Some(Sense::Verb(_) | Sense::Edge(Edge::Start | Edge::End) | Sense::Break)
                | Some(Sense::Degree(_) | Sense::Link(Link::Off))
        );
        if light || says(token, &["so", "so that", "so it", "to", "让", "使", "一点", "一些"])
        {
            mean(token, Sense::Filler);
            token.text.clear();
        }
    }
    mean(&mut tokens[place], Sense::Filler);
    tokens[place].text = match (chinese, starts) {
        (true, true) => "开始",
        (true, false) => "结束",
        (false, true) => "start",
        (false, false) => "end",
    }
    .to_owned();
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::super::phrase::combine;

    fn plain(sentence: &str) -> String {
        let words = combine(tokens(sentence, &[])).into_iter().map(|token| token.text);
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn where_a_cut_leaves_the_film_is_where_it_ends() {
        assert_eq!(
            plain("trim the end so that it stops at 7.5 seconds"),
            "the it end at 7.5 seconds"
        );
        assert_eq!(plain("cut the film to end at 8s"), "the film end at 8s");
    }

    #[test]
    fn a_length_is_left() {
        let said = "trim 2 seconds off the end so it ends at 8s";
        assert!(plain(said).starts_with("trim"), "{}", plain(said));
    }
}
