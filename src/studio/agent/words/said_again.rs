//! Words that only say again what is said, or name its opposite: `only at 15%`, `our brand blue #336699`, `改成黑白照片`, `in the
//! centre of the picture`, `at the top instead of the bottom`. They are passed over, so that they are not taken for more.

use super::list::LISTS;
use super::sense::{Link, Look, Noun, Sense, Verb};
use super::token::{
    Meaning, Token, is_break, is_file_or_place, is_time, is_verb, mean, piece, says,
};

/// Passes them over.
pub fn said_again(tokens: &mut Vec<Token>) {
    for place in 0..tokens.len() {
        only_so_much(tokens, place);
        only_shows(tokens, place);
        only_these(tokens, place);
        as_well(tokens, place);
        colour_by_name_too(tokens, place);
        picture_of_a_look(tokens, place);
        place_on_the_picture(tokens, place);
        left_to_right(tokens, place);
        plain_backdrop(tokens, place);
        tone_by_name_too(tokens, place);
        somebody_speaks(tokens, place);
        under_the_title(tokens, place);
        both_at_once(tokens, place);
        cut_without_transition(tokens, place);
        this_colour(tokens, place);
    }
    use_it_for(tokens);
    wrong_as_it_is(tokens);
    instead_of_its_like(tokens);
}

fn is_light(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A | Link::Of)))
}

fn is_words(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
        || matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
        )
}

/// `only at 15%`, `只要30%`: exactly so much.
fn only_so_much(tokens: &mut [Token], place: usize) {
    let only = tokens[place].sense() == Some(Sense::Link(Link::Only))
        || says(&tokens[place], &["只要", "就要"]);
    let amount = |token: &Token| {
        matches!(token.meaning, Meaning::Percent(_) | Meaning::Decibels(_)) || is_time(token)
    };
    let follows = tokens[place + 1..]
        .iter()
        .find(|token| !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::At))));
    if only && follows.is_some_and(amount) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `beach and boat only`, `只用沙滩和小船`: of those that are named a film is made anyway.
fn only_these(tokens: &mut [Token], place: usize) {
    let only = tokens[place].sense() == Some(Sense::Link(Link::Only))
        || LISTS.uses_only.has(&tokens[place].text);
    let made = tokens
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo))));
    if !only || !made {
        return;
    }
    let here = piece(tokens, place);
    let end = tokens[place..]
        .iter()
        .position(|token| is_break(token) && !says(token, &["and", "和", "、", "与"]));
    let end = end.map_or(tokens.len(), |at| place + at);
    let names = |token: &Token| {
        matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
            || matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Footage)))
    };
    let plain = |token: &Token| {
        names(token)
            || is_break(token)
            || is_light(token)
            || matches!(
                token.sense(),
                Some(Sense::Link(Link::Only) | Sense::Verb(Verb::Use | Verb::Keep))
            )
    };
    let behind =
        tokens[place + 1..end].iter().any(names) && tokens[here.start..end].iter().all(plain);
    let before = place + 1 >= end && place > 0 && names(&tokens[place - 1]);
    if behind || before {
        mean(&mut tokens[place], Sense::Filler);
        for token in &mut tokens[place + 1..end] {
            if matches!(token.sense(), Some(Sense::Verb(Verb::Use | Verb::Keep))) {
                mean(token, Sense::Filler);
            }
        }
    }
}

/// `only show the caption over the apples`: then, and at no other time.
fn only_shows(tokens: &mut [Token], place: usize) {
    if tokens[place].sense() != Some(Sense::Link(Link::Only)) {
        return;
    }
    let here = piece(tokens, place);
    let shows = tokens.get(place + 1).is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Verb(Verb::Show) | Sense::Link(Link::At | Link::Over)))
            || says(next, &["be", "在", "on"])
    });
    let when = tokens[place..here.end].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::Over | Link::At | Link::From)))
            || matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
    });
    if shows && when && tokens[here].iter().any(is_words) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `mute the second clip too`.
fn as_well(tokens: &mut [Token], place: usize) {
    if tokens[place].meaning != Meaning::Unknown || !says(&tokens[place], &["too"]) {
        return;
    }
    let here = piece(tokens, place);
    let ends = tokens[place + 1..here.end].iter().all(|token| token.sense() == Some(Sense::Filler));
    let asks = tokens[here.start..place].iter().any(is_verb);
    if ends && asks {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `our brand blue #336699`: the colour by its number is the one that is meant.
fn colour_by_name_too(tokens: &mut [Token], place: usize) {
    let exact = |token: &Token| matches!(token.meaning, Meaning::Colour(_));
    let next = tokens.get(place + 1);
    let named = matches!(tokens[place].sense(), Some(Sense::Colour(_))) && next.is_some_and(exact);
    let brand = LISTS.houses.has(&tokens[place].text) || LISTS.brands.starts(&tokens[place].text);
    let coloured = next.is_some_and(|next| {
        exact(next) || matches!(next.sense(), Some(Sense::Colour(_) | Sense::Noun(Noun::Colour)))
    });
    if named || (brand && coloured) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `合影改成黑白照片`, `make b.jpg a black and white photo`: what it is then, and not all pictures.
fn picture_of_a_look(tokens: &mut [Token], place: usize) {
    let kind = matches!(
        tokens[place].sense(),
        Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Canvas))
    );
    if !kind {
        return;
    }
    let looks =
        place > 0
            && tokens[..place].iter().rev().find(|token| !is_light(token)).is_some_and(|token| {
                matches!(token.sense(), Some(Sense::Look(_) | Sense::Camera(_)))
            });
    let here = piece(tokens, place);
    let named = tokens[here.start..place].iter().any(is_file_or_place);
    let ends = tokens[place + 1..here.end].iter().all(|token| token.sense() == Some(Sense::Filler));
    if looks && named && ends {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `in the centre of the picture`: where on it, and not which picture.
fn place_on_the_picture(tokens: &mut [Token], place: usize) {
    if !matches!(tokens[place].sense(), Some(Sense::Place(_))) {
        return;
    }
    let here = piece(tokens, place);
    let of = tokens.get(place + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::Of)));
    let the =
        tokens.get(place + 2).is_some_and(|next| next.sense() == Some(Sense::Link(Link::The)));
    let noun = place + 2 + usize::from(the);
    let whole = tokens.get(noun).is_some_and(|next| LISTS.pictures_place.has(&next.text));
    let ends = tokens
        .get(noun + 1)
        .is_none_or(|next| !matches!(next.meaning, Meaning::Number(_) | Meaning::File(..)));
    if of && whole && ends && tokens[here].iter().any(is_words) {
        for token in &mut tokens[place + 1..=noun] {
            mean(token, Sense::Filler);
        }
    }
}

/// `mirror the picture left to right`.
fn left_to_right(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let mirrors =
        tokens[here.clone()].iter().any(|token| token.sense() == Some(Sense::Look(Look::Mirror)));
    let Some([left, to, right]) = tokens.get_mut(place..place + 3) else { return };
    let sideways = (says(left, &["left"]) && says(right, &["right"]))
        || (says(left, &["right"]) && says(right, &["left"]));
    if mirrors && sideways && to.sense() == Some(Sense::Link(Link::To)) {
        [left, to, right].into_iter().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `背景换成纯色#003366`: a background of a colour is plain.
fn plain_backdrop(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let backdrop = tokens[here.start..place]
        .iter()
        .any(|token| token.sense() == Some(Sense::Noun(Noun::Backdrop)));
    let timed = tokens[here].iter().any(is_time);
    let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    let coloured = next.is_some_and(|next| {
        matches!(next.meaning, Meaning::Colour(_)) || matches!(next.sense(), Some(Sense::Colour(_)))
    });
    if backdrop && coloured && !timed && tokens[place].sense() == Some(Sense::Noun(Noun::Card)) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `色温调暖10%`: the way says of what.
fn tone_by_name_too(tokens: &mut [Token], place: usize) {
    let Some(Sense::Tone(tone)) = tokens[place].sense() else { return };
    let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    let told = next.is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Tone(way))
            if way.effect() == tone.effect() && way.way() != 0 && tone.way() == 0)
    });
    if told {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `直接切不要转场`: a plain cut is none already.
fn cut_without_transition(tokens: &mut [Token], place: usize) {
    let plain = match tokens[place].sense() {
        Some(Sense::Transition(index)) => super::transition_name(index) == "none",
        _ => false,
    };
    let Some([without, noun]) = tokens.get_mut(place + 1..place + 3) else { return };
    if plain
        && without.sense() == Some(Sense::Link(Link::Without))
        && noun.sense() == Some(Sense::Noun(Noun::Transition))
    {
        // No longer a word that could take something away.
        for token in [without, noun] {
            mean(token, Sense::Filler);
            token.text.clear();
        }
    }
}

/// `用#223344这个颜色填充`.
fn this_colour(tokens: &mut [Token], place: usize) {
    if !matches!(tokens[place].meaning, Meaning::Colour(_))
        && !matches!(tokens[place].sense(), Some(Sense::Colour(_)))
    {
        return;
    }
    let Some([the, noun]) = tokens.get_mut(place + 1..place + 3) else { return };
    if the.sense() == Some(Sense::Link(Link::The))
        && noun.sense() == Some(Sense::Noun(Noun::Colour))
    {
        mean(the, Sense::Filler);
        mean(noun, Sense::Filler);
    }
}

/// `our brand colour is #336699, use it for the title text`: that is what is made of this colour.
fn use_it_for(tokens: &mut Vec<Token>) {
    let Some(colour) = tokens.iter().position(|token| matches!(token.meaning, Meaning::Colour(_)))
    else {
        return;
    };
    let there = piece(tokens, colour);
    let named =
        tokens[there.clone()].iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Colour)));
    let verbs = tokens[there.clone()].iter().any(is_verb);
    let next = there.end + 1;
    if !named || verbs || next >= tokens.len() {
        return;
    }
    let here = piece(tokens, next);
    let it = (here.start..here.end)
        .find(|at| says(&tokens[*at], &["it", "that", "它", "这个", "这个颜色"]));
    let uses = tokens[here.clone()].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Use | Verb::Change | Verb::Make)))
    });
    let words = tokens[here.clone()].iter().find(|token| is_words(token)).cloned();
    if let (Some(_), true, Some(words)) = (it, uses, words) {
        let said = tokens[colour].clone();
        let plain = [
            said.beside(Sense::Verb(Verb::Make), "make"),
            said.beside(Sense::Link(Link::The), "the"),
            words,
            said,
        ];
        tokens.splice(there.start..here.end, plain);
    }
}

/// `wrong number, the text should be "Episode 13"`: only that it is to be otherwise.
fn wrong_as_it_is(tokens: &mut [Token]) {
    let wrong = tokens.first().is_some_and(|first| LISTS.turns_out_wrong.has(&first.text));
    let Some(mark) = tokens.iter().position(is_break) else { return };
    let quoted = tokens[mark..].iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    if wrong && mark < 4 && quoted && !tokens[..mark].iter().any(is_verb) {
        tokens[..mark].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `音乐和标题一起结束`: of both together, and no wish for the one of them.
fn both_at_once(tokens: &mut [Token], place: usize) {
    let at_once = matches!(tokens[place].sense(), Some(Sense::Beyond(_)))
        && LISTS.at_once.starts(&tokens[place].text);
    if at_once && place > 1 && says(&tokens[place - 2], &["和", "跟", "与"]) {
        mean(&mut tokens[place - 2], Sense::Filler);
    }
}

/// `a subtitle under the title`: below it is where a subtitle stands.
fn under_the_title(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let low = tokens[here.start..place.min(here.end)]
        .iter()
        .any(|token| token.sense() == Some(Sense::Noun(Noun::Caption)));
    let Some([under, the, title]) = tokens.get_mut(place..place + 3) else { return };
    if low
        && LISTS.under.has(&under.text)
        && the.sense() == Some(Sense::Link(Link::The))
        && matches!(title.sense(), Some(Sense::Noun(Noun::Title | Noun::Heading)))
    {
        [under, the, title].into_iter().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `律师讲话的时候`: whoever it is that speaks.
fn somebody_speaks(tokens: &mut [Token], place: usize) {
    let speaks = LISTS.speaks.ends(&tokens[place].text);
    let when = tokens.get(place + 1).is_some_and(|next| LISTS.at_the_time.has(&next.text));
    if speaks && when && tokens[place].meaning == Meaning::Unknown {
        mean(&mut tokens[place], Sense::Link(Link::Over));
        mean(&mut tokens[place + 1], Sense::Filler);
    }
}

/// `at the top instead of the bottom`, `calm rather than upbeat`: what it was does not matter.
fn instead_of_its_like(tokens: &mut Vec<Token>) {
    for place in (1..tokens.len()).rev() {
        if !LISTS.instead_of_its_like.has(&tokens[place].text) {
            continue;
        }
        let before = tokens[..place].iter().rev().find(|token| !is_light(token));
        let Some(other) = (place + 1..tokens.len()).find(|at| !is_light(&tokens[*at])) else {
            continue;
        };
        let ends = tokens.get(other + 1).is_none_or(|next| {
            is_break(next)
                || matches!(
                    next.sense(),
                    Some(Sense::Filler | Sense::Link(Link::Between | Link::At | Link::For))
                )
        });
        if ends && before.is_some_and(|before| alike(before, &tokens[other])) {
            tokens.drain(place..=other);
        }
    }
}

/// Whether two words say the same sort of thing.
fn alike(one: &Token, other: &Token) -> bool {
    match (one.sense(), other.sense()) {
        (Some(one), Some(other)) => {
            std::mem::discriminant(&one) == std::mem::discriminant(&other)
                && matches!(
                    one,
                    Sense::Place(_)
                        | Sense::Colour(_)
                        | Sense::Mood(_)
                        | Sense::Transition(_)
                        | Sense::Shape(_)
                        | Sense::Lettering(_)
                        | Sense::Edge(_)
                )
        }
        _ => {
            matches!(one.meaning, Meaning::Percent(_))
                && matches!(other.meaning, Meaning::Percent(_))
        }
    }
}
