//! Cards, and what is written on them: `片尾加一张3秒的黑底卡片，写上“欢迎光临”`, `a 3 second end card on black saying "The End"`; a file as
//! one (`logo.png as the end card for 2 seconds`); and the ground that words stand on (`白字黑底`).

use super::list::LISTS;
use super::sense::{Edge, Fitting, Lettering, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file, is_time, is_verb, mean, piece, says};
use crate::draft::{Colour, TextPlace};

const BLACK: Colour = Colour([0; 3]);
const WHITE: Colour = Colour([255; 3]);

/// Says their colour, and that the words belong to them.
pub fn cards(tokens: &mut Vec<Token>) {
    for place in (0..tokens.len()).rev() {
        ends_on_a_ground(tokens, place);
    }
    for place in (0..tokens.len()).rev() {
        ground_at_an_edge(tokens, place);
    }
    for place in 0..tokens.len() {
        on_a_colour(tokens, place);
        ground(tokens, place);
        written_on(tokens, place);
    }
    for place in (0..tokens.len()).rev() {
        if place < tokens.len() {
            file_as_a_card(tokens, place);
        }
    }
    for place in (0..tokens.len()).rev() {
        if place < tokens.len() {
            file_at_an_edge(tokens, place);
        }
    }
    for place in (0..tokens.len()).rev() {
        ground_of_words(tokens, place);
    }
}

fn is_card(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Card))
}

fn is_colour(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Colour(_)) || matches!(token.sense(), Some(Sense::Colour(_)))
}

fn is_quote(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
}

fn is_text(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

/// A word for a card with words on it: `end card`, `title card`.
fn is_card_of_words(token: &Token) -> bool {
    is_text(token) && says_card(&token.text)
}

fn says_card(text: &str) -> bool {
    let text = text.to_lowercase();
    text.ends_with("card") || text.ends_with('卡') || text.ends_with("卡片")
}

fn closes(text: &str) -> bool {
    let text = text.to_lowercase();
    LISTS.closing_cards.starts(&text) || text.contains('尾')
}

/// `a 3 second end card on black`, `a white card "Thanks"`: a picture of that colour under the words.
fn on_a_colour(tokens: &mut [Token], place: usize) {
    if !is_card_of_words(&tokens[place]) {
        return;
    }
    let here = piece(tokens, place);
    let ground = |at: usize| {
        let before = tokens[here.start..at].iter().rev().find(|token| {
            !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A | Link::The)))
        });
        // "End card “Taste it” in gold": the letters.
        let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
        let lettered = before.is_some_and(|before| says(before, &["in"]))
            && tokens[place.min(at)..at].iter().any(quoted);
        at + 1 == place
            || before.is_some_and(|before| {
                !lettered
                    && matches!(
                        before.sense(),
                        Some(Sense::Link(Link::At | Link::Over | Link::With))
                    )
            })
    };
    let coloured = here.clone().any(|at| is_colour(&tokens[at]) && ground(at));
    let there = tokens[here.clone()].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Change | Verb::Remove | Verb::Move)))
    });
    if coloured && !there {
        mean(&mut tokens[place], Sense::Noun(Noun::Card));
        let opens = here.clone().any(|at| tokens[at].sense() == Some(Sense::Edge(Edge::Start)));
        let first = tokens[place].text.to_lowercase();
        // "Opening card": where it comes is in the word.
        if !opens
            && ["opening", "intro"].iter().any(|start| first.starts_with(start))
            && let Some(idle) = here
                .clone()
                .find(|at| matches!(tokens[*at].sense(), Some(Sense::Link(Link::A | Link::The))))
        {
            mean(&mut tokens[idle], Sense::Edge(Edge::Start));
        }
        // "End with a white card".
        for at in here {
            if tokens[at].sense() == Some(Sense::Link(Link::LastComes)) {
                mean(&mut tokens[at], Sense::Verb(Verb::Add));
            } else if tokens[at].sense() == Some(Sense::Link(Link::FirstComes)) {
                mean(&mut tokens[at], Sense::Edge(Edge::Start));
            }
        }
    }
}

/// `一张3秒的黑底片尾`: the card that a film ends with, behind its colour.
fn ends_on_a_ground(tokens: &mut [Token], place: usize) {
    let ends = tokens[place].sense() == Some(Sense::Edge(Edge::End)) && closes(&tokens[place].text);
    let ground = place > 0 && colour_of_ground(&tokens[place - 1]).is_some();
    if ends && ground {
        let here = piece(tokens, place);
        mean(&mut tokens[place], Sense::Noun(Noun::Card));
        let end = |token: &Token| token.sense() == Some(Sense::Edge(Edge::End));
        // "来一张黑底片尾": where it comes is in the word.
        let article = |at: &usize| tokens[*at].sense() == Some(Sense::Link(Link::A));
        if !tokens[here.clone()].iter().any(end)
            && let Some(at) = here.clone().find(article)
        {
            mean(&mut tokens[at], Sense::Edge(Edge::End));
        }
    }
}

/// `黑底卡片`: of that colour, and no black bars.
fn ground(tokens: &mut [Token], place: usize) {
    let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    if next.is_some_and(is_card)
        && let Some(colour) = colour_of_ground(&tokens[place])
    {
        mean(&mut tokens[place], Sense::Colour(colour));
    }
}

fn colour_of_ground(token: &Token) -> Option<Colour> {
    match token.sense() {
        Some(Sense::Fit(Fitting::Bars)) if !token.text.is_ascii() => Some(BLACK),
        Some(Sense::Fit(Fitting::WhiteBars)) if !token.text.is_ascii() => Some(WHITE),
        _ => None,
    }
}

/// `片尾加个3秒的黑底`, `开头加一个2秒的白底`: a card of that colour, and no other ground for the pictures.
fn ground_at_an_edge(tokens: &mut Vec<Token>, place: usize) {
    if colour_of_ground(&tokens[place]).is_none() {
        return;
    }
    let here = piece(tokens, place);
    let is_plain = |token: &Token| {
        is_time(token)
            || matches!(
                token.sense(),
                Some(
                    Sense::Filler
                        | Sense::Edge(_)
                        | Sense::Verb(Verb::Add)
                        | Sense::Link(Link::A | Link::At)
                )
            )
    };
    let (before, last) = (&tokens[here.start..place], place + 1 == here.end);
    let has = |is: fn(&Token) -> bool| before.iter().any(is);
    let at_an_edge = has(|token| matches!(token.sense(), Some(Sense::Edge(_))));
    let added = has(|token| token.sense() == Some(Sense::Verb(Verb::Add)));
    if last && at_an_edge && added && has(is_time) && before.iter().all(is_plain) {
        let card = tokens[place].beside(Sense::Noun(Noun::Card), "卡片");
        tokens.insert(place + 1, card);
    }
}

/// `…卡片，写上“欢迎光临”`, `…卡片，中间写“欢迎光临”`.
fn written_on(tokens: &mut [Token], place: usize) {
    let quoted = tokens.get(place + 1).is_some_and(is_quote);
    let writes = LISTS.written_on.has(&tokens[place].text);
    // Words on a card stand in its middle anyway.
    let middle = place > 0 && tokens[place - 1].sense() == Some(Sense::Place(TextPlace::Centre));
    let mark = place.checked_sub(1 + usize::from(middle)).filter(|mark| is_break(&tokens[*mark]));
    let Some(mark) = mark.filter(|_| quoted && writes) else { return };
    let from = tokens[..mark].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    let before = &tokens[from..mark];
    let brought = before
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Make))));
    if brought && before.iter().any(is_card) {
        tokens[mark..place].iter_mut().for_each(|token| mean(token, Sense::Filler));
        mean(&mut tokens[place], Sense::Link(Link::Saying));
    }
}

/// `logo.png as the end card, 2 seconds, after the last photo`, `用标志当片尾，停2秒`: it is put there for so long.
fn file_as_a_card(tokens: &mut Vec<Token>, place: usize) {
    if !is_file(&tokens[place]) {
        return;
    }
    let here = piece(tokens, place);
    let light = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A | Link::The)))
    };
    let mut noun = place + 1;
    let mut as_one = false;
    while noun < here.end {
        let token = &tokens[noun];
        as_one |= token.sense() == Some(Sense::Link(Link::As)) || LISTS.serves_as.has(&token.text);
        if !light(token)
            && token.sense() != Some(Sense::Link(Link::As))
            && !LISTS.serves_as.has(&token.text)
        {
            break;
        }
        noun += 1;
    }
    let Some(card) = tokens.get(noun).filter(|_| noun < here.end) else { return };
    let said_as = LISTS.serves_as.starts(&card.text);
    let edge = match card.sense() {
        Some(Sense::Edge(edge)) if as_one || said_as => edge,
        Some(_) if as_one && is_card_of_words(card) && closes(&card.text) => Edge::End,
        Some(_) if as_one && is_card_of_words(card) => Edge::Start,
        _ => return,
    };
    let plain = tokens[here.start..place].iter().all(|token| {
        light(token)
            || matches!(token.sense(), Some(Sense::Verb(Verb::Use | Verb::Add | Verb::Move)))
    });
    if !plain {
        return;
    }
    let said_there = tokens[place].clone();
    let word = |sense: Sense, text: &str| said_there.beside(sense, text);
    let mut said = vec![
        word(Sense::Verb(Verb::Add), "put"),
        tokens[place].clone(),
        word(Sense::Edge(edge), "there"),
    ];
    let mut end = noun + 1;
    if tokens.get(end).is_some_and(is_text) && says_card(&tokens[end].text) {
        end += 1;
    }
    let length = length_behind(tokens, end);
    if let Some((time, until)) = length {
        said.push(word(Sense::Link(Link::For), "for"));
        said.push(time);
        end = until;
    }
    tokens.splice(here.start..end, said);
}

/// `片尾放logo.png，3秒`, `add logo.png at the end, 3 seconds`: it is there for so long.
fn file_at_an_edge(tokens: &mut Vec<Token>, place: usize) {
    if !is_file(&tokens[place]) {
        return;
    }
    let here = piece(tokens, place);
    let adds = |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Move)));
    let plain = |token: &Token| {
        adds(token)
            || is_file(token)
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Edge(_) | Sense::Link(Link::The | Link::At | Link::A))
            )
    };
    let edge =
        tokens[here.clone()].iter().find(|token| matches!(token.sense(), Some(Sense::Edge(_))));
    let Some(edge) = edge.cloned() else { return };
    let one = tokens[here.clone()].iter().filter(|token| is_file(token)).count() == 1;
    let Some(time) = tokens.get(here.end + 1).filter(|token| is_time(token)).cloned() else {
        return;
    };
    let ends = tokens.get(here.end + 2).is_none_or(is_break);
    let comma = says(&tokens[here.end], &[",", "，"]);
    let brought = tokens[here.clone()].iter().any(adds);
    if !(one && ends && comma && brought && tokens[here.clone()].iter().all(plain)) {
        return;
    }
    let said_there = tokens[place].clone();
    let word = |sense: Sense, text: &str| said_there.beside(sense, text);
    let file = tokens[place].clone();
    let said = [
        word(Sense::Verb(Verb::Add), "put"),
        file,
        edge,
        word(Sense::Link(Link::For), "for"),
        time,
    ];
    tokens.splice(here.start..here.end + 2, said);
}

/// `, 2 seconds, after the last photo`, `，停2秒`: for how long, and where it stands said again.
fn length_behind(tokens: &[Token], from: usize) -> Option<(Token, usize)> {
    let idle = |token: &Token| {
        is_break(token) && says(token, &[",", "，"])
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::For | Link::A)))
            || token.sense() == Some(Sense::Verb(Verb::Show))
    };
    let time =
        (from..tokens.len()).find(|at| !idle(&tokens[*at])).filter(|at| is_time(&tokens[*at]))?;
    let here = piece(tokens, time);
    if tokens[time + 1..here.end]
        .iter()
        .any(|token| token.sense() != Some(Sense::Filler) && !is_verb(token))
    {
        return Some((tokens[time].clone(), time + 1));
    }
    let after = here.end + 1;
    let again =
        tokens.get(after).is_some_and(|token| token.sense() == Some(Sense::Link(Link::After)));
    let until = if again { piece(tokens, after).end } else { time + 1 };
    let of_the_last = tokens[time..until].iter().any(|token| token.meaning == Meaning::Ordinal(-1));
    Some((tokens[time].clone(), if again && of_the_last { until } else { time + 1 }))
}

/// `标题“你好”白字黑底`: what is behind the words; `片尾黑底白字“谢谢”3秒` is a card.
fn ground_of_words(tokens: &mut Vec<Token>, place: usize) {
    let Some(colour) = colour_of_ground(&tokens[place]) else { return };
    let here = piece(tokens, place);
    let words = |token: &Token| is_quote(token) || is_text(token) || token.text.ends_with('字');
    if !tokens[here.clone()].iter().any(words) {
        return;
    }
    let at_an_edge =
        tokens[here.clone()].iter().any(|token| matches!(token.sense(), Some(Sense::Edge(_))));
    let placed =
        tokens[here.clone()].iter().any(|token| matches!(token.sense(), Some(Sense::Place(_))));
    let timed = tokens[here.clone()].iter().any(is_time);
    let quoted = tokens[here.clone()].iter().any(is_quote);
    let said_there = tokens[place].clone();
    let word = |sense: Sense, text: &str| said_there.beside(sense, text);
    if at_an_edge && timed && quoted && !placed {
        // Letters are of whatever colour can be read on it.
        for at in here.clone() {
            if at != place && is_colour(&tokens[at]) && tokens[at].text.ends_with('字') {
                mean(&mut tokens[at], Sense::Filler);
            }
        }
        mean(&mut tokens[place], Sense::Colour(colour));
        tokens.insert(place + 1, word(Sense::Noun(Noun::Card), "卡片"));
        if !tokens[here.clone()].iter().any(is_verb) {
            tokens.insert(here.start, word(Sense::Verb(Verb::Add), "加"));
        }
        return;
    }
    mean(&mut tokens[place], Sense::Lettering(Lettering::Plate));
    tokens.insert(place, word(Sense::Colour(colour), "底"));
}
