//! Kinds of things in words of somebody's own: `all 4 cars`, `my four Bali shots`, `四张车图`, `猫片`, `做个抖音`. How many there are,
//! or what is done with them, tells what kind they are.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time, mean, says};

/// Gives such words the kind that they stand for.
pub fn kinds(tokens: &mut Vec<Token>) {
    for place in 0..tokens.len() {
        so_many_strangers(tokens, place);
        film_of_a_sort(tokens, place);
        clip_made_of(tokens, place);
    }
    something_to_show(tokens);
    film_for_a_platform(tokens);
}

fn is_kind(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
}

fn is_strange(token: &Token) -> bool {
    token.meaning == Meaning::Unknown
}

/// `all 4 cars` are the four there are, `four Bali shots` and `四张车图` are shots and pictures.
fn so_many_strangers(tokens: &mut [Token], place: usize) {
    let counts = match tokens[place].meaning {
        Meaning::Number(number) => number > 1.0 && number.fract() == 0.0,
        Meaning::FirstOf(_) | Meaning::LastOf(_) => true,
        _ => false,
    };
    let makes = tokens.iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Make | Verb::Join) | Sense::Noun(Noun::Promo))
        )
    });
    let film_of = tokens.windows(2).any(|pair| {
        pair[0].sense() == Some(Sense::Noun(Noun::Film))
            && pair[1].sense() == Some(Sense::Link(Link::Of))
    });
    if !counts || !(makes || film_of) {
        return;
    }
    let described = |token: &Token| {
        is_strange(token) || matches!(token.sense(), Some(Sense::Noun(Noun::Film) | Sense::Filler))
    };
    let run = tokens[place + 1..].iter().take_while(|token| described(token)).count();
    let end = place + 1 + run;
    if run > 0 && run < 4 && tokens.get(end).is_some_and(is_kind) {
        for token in &mut tokens[place + 1..end] {
            mean(token, Sense::Filler);
        }
        return;
    }
    let plural = |token: &Token| {
        is_strange(token)
            && token.text.is_ascii()
            && token.text.len() > 3
            && token.text.ends_with('s')
    };
    let all = place > 0
        && tokens[..place]
            .iter()
            .rev()
            .find(|token| token.sense() != Some(Sense::Filler))
            .is_some_and(|token| {
                matches!(
                    token.sense(),
                    Some(Sense::Link(Link::All | Link::The | Link::These | Link::Of | Link::From))
                )
            });
    let of_mine = place > 0 && tokens[place - 1].text.eq_ignore_ascii_case("my");
    if let Some(last) = tokens[place + 1..end].iter().rposition(plural).filter(|_| all || of_mine) {
        for token in &mut tokens[place + 1..place + 1 + last] {
            mean(token, Sense::Filler);
        }
        mean(&mut tokens[place + 1 + last], Sense::Noun(Noun::File));
    }
}

/// `做个1:1的猫片`: a film, of whatever sort.
fn film_of_a_sort(tokens: &mut [Token], place: usize) {
    let text = &tokens[place].text;
    let sort = is_strange(&tokens[place]) && LISTS.films.ends(text) && text.chars().count() > 1;
    let from = tokens[..place].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    let made =
        tokens[from..place].iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Make)));
    if sort && made {
        mean(&mut tokens[place], Sense::Noun(Noun::Promo));
    }
}

/// `make a short vertical clip out of beach and boat`: a film, as what it is made of tells.
fn clip_made_of(tokens: &mut [Token], place: usize) {
    let of = tokens.get(place + 1).is_some_and(|next| LISTS.made_of.has(&next.text))
        || (tokens.get(place + 1).is_some_and(|next| says(next, &["out"]))
            && tokens.get(place + 2).is_some_and(|next| says(next, &["of"])));
    let from = tokens[..place].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    let made =
        tokens[from..place].iter().position(|token| token.sense() == Some(Sense::Verb(Verb::Make)));
    let article = made.is_some_and(|made| {
        tokens[from + made..place].iter().any(|token| token.sense() == Some(Sense::Link(Link::A)))
    });
    if of && article && says(&tokens[place], &["clip"]) {
        mean(&mut tokens[place], Sense::Noun(Noun::Film));
    }
}

/// `make me something for Instagram from these`: what is made here is a film.
fn something_to_show(tokens: &mut [Token]) {
    let is_film =
        |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)));
    let made_of = tokens.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::From | Link::These | Link::All)))
            || matches!(token.sense(), Some(Sense::Platform(_)))
    });
    if tokens.iter().any(is_film) || !made_of {
        return;
    }
    for place in 1..tokens.len() {
        let made = tokens[..place]
            .iter()
            .rev()
            .find(|token| token.sense() != Some(Sense::Filler))
            .is_some_and(|token| token.sense() == Some(Sense::Verb(Verb::Make)));
        if made && LISTS.something.has(&tokens[place].text) {
            mean(&mut tokens[place], Sense::Noun(Noun::Film));
            return;
        }
    }
}

/// `做个抖音`, `make a TikTok from these`: a film for it.
fn film_for_a_platform(tokens: &mut Vec<Token>) {
    let is_film = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo) | Sense::Shape(_)))
    };
    if tokens.iter().any(is_film) {
        return;
    }
    let describes = |token: &Token| {
        is_time(token) || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A)))
    };
    for place in 1..tokens.len() {
        if !matches!(tokens[place].sense(), Some(Sense::Platform(_))) {
            continue;
        }
        let before = tokens[..place].iter().rposition(|token| !describes(token));
        let made =
            before.is_some_and(|before| tokens[before].sense() == Some(Sense::Verb(Verb::Make)));
        let article = before.is_some_and(|before| {
            tokens[before + 1..place].iter().any(|token| {
                token.sense() == Some(Sense::Link(Link::A))
                    || ["个", "条"].contains(&token.text.as_str())
            })
        }) || before.is_some_and(|before| {
            tokens[before].text.ends_with(['个', '条']) || tokens[before].text.ends_with("一个")
        });
        if made && article {
            let platform = &tokens[place];
            let word = if platform.text.is_ascii() { "video" } else { "视频" };
            let film = platform.beside(Sense::Noun(Noun::Film), word);
            tokens.insert(place + 1, film);
            return;
        }
    }
}
