//! Where words on the picture go, how they come and when they go, in other words: `park the title bottom right`, `标题摆右下角`,
//! `let the title glide in from the left`, `标题从左滑进来`, `the title should be gone by 2s`, `标题2秒就消失`.

use super::list::LISTS;
use super::sense::{Beyond, Degree, Link, Moving, Noun, Sense, Stretch, Verb};
use super::token::{Meaning, Token, is_break, is_time, mean, says};

/// Says it plainly.
pub fn words_moved(tokens: &mut [Token]) {
    for tokens in
        tokens.split_mut(is_break).filter(|part| !part.is_empty() && part.iter().any(is_words))
    {
        from_one_place_to_another(tokens);
        to_a_place(tokens);
        letter_by_letter(tokens);
        come_from_a_side(tokens);
        so_much_longer(tokens);
        only_so_long(tokens);
        until_gone(tokens);
        all_of_them(tokens);
    }
}

fn is_words(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_)) || is_noun(token)
}

fn is_noun(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

fn is_place(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Place(_)))
}

/// `move the title from the middle to the top`, `标题从中间移到上面`.
fn from_one_place_to_another(tokens: &mut [Token]) {
    let Some(goal) = tokens.iter().rposition(is_place) else { return };
    for place in 0..goal {
        let from = tokens[place].sense() == Some(Sense::Link(Link::From));
        if from && tokens.get(place + 1).is_some_and(is_place) && place + 1 < goal {
            mean(&mut tokens[place], Sense::Filler);
            mean(&mut tokens[place + 1], Sense::Filler);
        }
        if LISTS.from_the_middle.has(&tokens[place].text) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// `align the title to the top`, `标题靠上`.
fn to_a_place(tokens: &mut [Token]) {
    let quoted = tokens.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let adds = tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Add)));
    let Some(goal) = tokens.iter().rposition(is_place) else { return };
    for (place, token) in tokens.iter_mut().enumerate() {
        let strange = token.meaning == Meaning::Unknown;
        if strange && LISTS.places_words.has(&token.text) && !adds {
            mean(token, Sense::Verb(Verb::Move));
        }
        let beside = place + 1 == goal || place == goal + 1;
        let corner = matches!(token.sense(), Some(Sense::Noun(Noun::Corner | Noun::Canvas)));
        let way = matches!(token.sense(), Some(Sense::Degree(Degree::Quieter | Degree::Louder)))
            && says(token, &["down", "up"])
            && !quoted;
        if (corner && beside) || (way && place < goal) || LISTS.very.has(&token.text) {
            mean(token, Sense::Filler);
        }
    }
}

/// `let the title glide in from the left`: the side says it, whatever the verb.
fn come_from_a_side(tokens: &mut [Token]) {
    let side = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Moving(
                Moving::FromLeft
                    | Moving::FromRight
                    | Moving::FromTop
                    | Moving::FromBottom
                    | Moving::Typewriter
                    | Moving::Pop
            ))
        )
    };
    if !tokens.iter().any(side) {
        return;
    }
    let there =
        tokens.iter().any(is_noun) || tokens.iter().any(|token| says(token, &["on", "给", "让"]));
    // "Put a typewriter animation on “Summer”": the words are there.
    let anew = tokens.iter().any(|token| LISTS.adds_a_move.has(&token.text))
        && tokens.iter().any(|token| says(token, &["on", "给"]));
    for token in tokens.iter_mut() {
        let idle = matches!(
            token.sense(),
            None | Some(
                Sense::Beyond(Beyond::Generate)
                    | Sense::Transition(_)
                    | Sense::Link(Link::At)
                    | Sense::Moving(Moving::In | Moving::Animation)
                    | Sense::Edge(_)
                    | Sense::Verb(Verb::Show | Verb::Change)
            )
        );
        if idle && LISTS.slides_in.has(&token.text) {
            mean(token, Sense::Filler);
        }
        let adds =
            token.sense() == Some(Sense::Verb(Verb::Add)) && LISTS.adds_a_move.has(&token.text);
        let one = token.sense() == Some(Sense::Link(Link::A)) && anew;
        if (adds || one) && there {
            mean(token, Sense::Filler);
        }
    }
}

/// `type the title out`, `spell it out letter by letter`.
fn letter_by_letter(tokens: &mut [Token]) {
    let quoted = tokens.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let out = tokens.last().is_some_and(|last| says(last, &["out"]));
    let Some(verb) = tokens.iter().position(|token| LISTS.types_out.has(&token.text)) else {
        return;
    };
    let typed = tokens.iter().any(|token| token.sense() == Some(Sense::Moving(Moving::Typewriter)));
    if typed {
        for token in tokens.iter_mut() {
            if LISTS.types_out.has(&token.text) || says(token, &["out", "itself", "on"]) {
                mean(token, Sense::Filler);
            }
        }
    } else if out && !quoted {
        mean(&mut tokens[verb], Sense::Filler);
        let last = tokens.len() - 1;
        tokens[last] = tokens[last].beside(Sense::Moving(Moving::Typewriter), "typed out");
    }
}

/// `add two seconds to the title`, `take one second off the title`, `标题延长2秒`: by so much.
fn so_much_longer(tokens: &mut [Token]) {
    let times = tokens.iter().filter(|token| is_time(token)).count();
    let Some(time) = tokens.iter().position(is_time).filter(|_| times == 1) else { return };
    let to = tokens[..time].iter().any(|token| {
        token.text.ends_with(['到', '至', '为', '成'])
            || token.sense() == Some(Sense::Link(Link::By))
            || says(token, &["to"])
    });
    let quoted = tokens.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let towards = tokens[time..].iter().any(|token| says(token, &["to", "onto"]));
    let off = tokens[time..].iter().any(|token| token.sense() == Some(Sense::Link(Link::Off)));
    let first = tokens.iter().position(|token| token.sense() != Some(Sense::Filler)).unwrap_or(0);
    let grows = LISTS.longer_by.has(&tokens[time.saturating_sub(1)].text)
        || (says(&tokens[first], &["add"]) && first < time && towards && !quoted);
    let shrinks = LISTS.shorter_by.has(&tokens[time.saturating_sub(1)].text)
        || (says(&tokens[first], &["take", "shave", "knock", "cut", "trim"])
            && off
            && first < time);
    let stretch = match (grows, shrinks) {
        (true, false) if !to => (Stretch::Longer, "longer"),
        (false, true) if !to => (Stretch::Shorter, "shorter"),
        _ => return,
    };
    let verb = if LISTS.longer_by.has(&tokens[time.saturating_sub(1)].text)
        || LISTS.shorter_by.has(&tokens[time.saturating_sub(1)].text)
    {
        time - 1
    } else {
        first
    };
    for (place, token) in tokens.iter_mut().enumerate() {
        let link = matches!(token.sense(), Some(Sense::Link(Link::To | Link::Off)));
        if place == verb || link {
            // Its words would make one verb with others (`take … off`).
            *token = token.beside(Sense::Filler, "");
        }
    }
    tokens[verb] = tokens[verb].beside(Sense::Stretch(stretch.0), stretch.1);
}

/// `标题只停2秒`, `set the title's length to 5 seconds`: so long in all.
fn only_so_long(tokens: &mut [Token]) {
    let times = tokens.iter().filter(|token| is_time(token)).count();
    let Some(time) = tokens.iter().position(is_time).filter(|_| times == 1) else { return };
    let length = tokens[..time].iter().any(|token| LISTS.its_length.has(&token.text));
    for token in &mut tokens[..time] {
        let only = token.sense() == Some(Sense::Link(Link::Only));
        let change =
            matches!(token.sense(), Some(Sense::Verb(Verb::Change | Verb::Remove | Verb::Trim)));
        let to = token.sense() == Some(Sense::Link(Link::To));
        if only || LISTS.fully.has(&token.text) || (length && to) {
            mean(token, Sense::Filler);
        } else if length && change {
            *token = token.beside(Sense::Verb(Verb::Show), "show");
        }
    }
}

/// `the title should be gone by 2s`, `标题第2秒就收掉`, `一直留到第5秒`: until then.
fn until_gone(tokens: &mut [Token]) {
    let times = tokens.iter().filter(|token| is_time(token)).count();
    let Some(time) = tokens.iter().position(is_time).filter(|_| times == 1) else { return };
    let behind = (time + 1..tokens.len()).find(|at| tokens[*at].sense() != Some(Sense::Filler));
    let gone = behind.filter(|at| {
        !tokens[*at].text.is_ascii()
            && LISTS.goes_out.has(&tokens[*at].text)
            && *at + 1 >= tokens.len()
    });
    let before = time.checked_sub(1).filter(|at| {
        says(&tokens[*at], &["gone by", "be gone by"]) || LISTS.stays_until.has(&tokens[*at].text)
    });
    let idle =
        (0..time).find(|at| tokens[*at].sense() == Some(Sense::Filler) || Some(*at) == before);
    if let Some(until) = before {
        tokens[until] = tokens[until].beside(Sense::Link(Link::To), "until");
    } else if let (Some(gone), Some(idle)) = (gone, idle.or(gone)) {
        mean(&mut tokens[gone], Sense::Filler);
        if idle < time {
            tokens[idle] = tokens[idle].beside(Sense::Link(Link::To), "until");
        } else {
            // "标题2秒就消失": nothing stands between the words and the moment.
            let moment = tokens[time].clone();
            tokens[time] = moment.beside(Sense::Link(Link::To), "until");
            tokens[time + 1] = Token { span: tokens[time + 1].span.clone(), ..moment };
        }
    }
}

/// `标题字幕全部不要`, `i don't want any text`, `the text should all go`.
fn all_of_them(tokens: &mut [Token]) {
    let denied = tokens.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::Without) | Sense::Verb(Verb::Remove)))
    });
    let all = tokens.iter().position(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::All))) || LISTS.all_of_them.has(&token.text)
    });
    for place in 0..tokens.len() {
        let noun = is_noun(&tokens[place]);
        let next = tokens.get(place + 1).is_some_and(is_noun);
        if noun && next && denied && all.is_some() {
            tokens[place] = tokens[place].beside(Sense::Noun(Noun::Text), "文字");
            mean(&mut tokens[place + 1], Sense::Filler);
        }
        let any = says(&tokens[place], &["any"]) && tokens[place].sense() == Some(Sense::Filler);
        let text =
            tokens.get(place + 1).is_some_and(|next| next.sense() == Some(Sense::Noun(Noun::Text)));
        if any && text && denied {
            mean(&mut tokens[place], Sense::Link(Link::All));
        }
    }
    // "The text should all go", "the title has to come off".
    let last = tokens.iter().rposition(|token| token.sense() != Some(Sense::Filler));
    let demands = tokens.iter().any(|token| {
        LISTS.may_go.has(&token.text)
            || says(token, &["should", "has to", "must", "can", "needs to"])
    });
    if let Some(last) = last
        && demands
        && LISTS.comes_off.has(&tokens[last].text)
    {
        mean(&mut tokens[last], Sense::Verb(Verb::Remove));
        for token in &mut tokens[..last] {
            if matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Show)))
                || says(token, &["come"])
            {
                mean(token, Sense::Filler);
            }
        }
    }
    if let [first, ..] = tokens
        && says(first, &["清空"])
    {
        mean(first, Sense::Verb(Verb::Remove));
    }
}
