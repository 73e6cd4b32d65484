//! Words that come down to plainer ones beside others: `replace the kickflip w crew.jpg`, `put the project at 60fps`,
//! `swap the lo-fi for something upbeat`, `lower third in at 2 seconds, out at 5`, `一张卡片，底色#2f4f4f`.

use super::sense::{Fitting, Lettering, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file, mean, piece, says};
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// Says them plainly.
pub fn in_other_words(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        with(tokens, place);
        the_sequence(tokens, place);
        put_at(tokens, place);
        in_its_place(tokens, place);
        backdrop_of_a_colour(tokens, place);
        the_adjustment(tokens, place);
        loudness_of_a_clip(tokens, place);
        colour_of_a_card(tokens, place);
        starting_at(tokens, place);
        named_in_order(tokens, place);
        too_loud(tokens, place);
        once_more_there(tokens, place);
        picture_of(tokens, place);
        music_of_moods(tokens, place);
        in_and_out(tokens, place);
        place += 1;
    }
}

fn light(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::At | Link::A)))
}

/// `w`, as people type it.
fn with(tokens: &mut [Token], place: usize) {
    if tokens[place].sense() == Some(Sense::Link(Link::With)) && says(&tokens[place], &["w", "w/"])
    {
        tokens[place].text = "with".to_owned();
    }
}

/// `set the sequence to 25 fps`: the film.
fn the_sequence(tokens: &mut [Token], place: usize) {
    let the = place > 0 && tokens[place - 1].sense() == Some(Sense::Link(Link::The));
    let here = piece(tokens, place);
    let sets = tokens[here.start..place].iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Change | Verb::Make | Verb::Add | Verb::Use))
        )
    });
    if the && sets && says(&tokens[place], &["sequence", "seq", "comp"]) {
        mean(&mut tokens[place], Sense::Noun(Noun::Film));
    }
}

/// `put the project at 60fps`: it is set.
fn put_at(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["put"]) {
        return;
    }
    let here = piece(tokens, place);
    let rest = &tokens[place + 1..here.end];
    let film = rest.iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Film)));
    let measure = rest.iter().any(|token| {
        matches!(token.meaning, Meaning::Rate(_) | Meaning::Ratio(..))
            || matches!(token.sense(), Some(Sense::Resolution(_) | Sense::Shape(_)))
    });
    let other =
        rest.iter().any(|token| is_file(token) || matches!(token.meaning, Meaning::Quote(_)));
    if film && measure && !other {
        mean(&mut tokens[place], Sense::Verb(Verb::Change));
    }
}

/// `to second place`: a place in the row.
fn in_its_place(tokens: &mut [Token], place: usize) {
    let counted = place > 0 && matches!(tokens[place - 1].meaning, Meaning::Ordinal(_));
    let here = piece(tokens, place);
    let moves = tokens[here.start..place].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Add | Verb::Change)))
    });
    if counted && moves && says(&tokens[place], &["place", "spot", "slot", "position"]) {
        mean(&mut tokens[place], Sense::Filler);
        // "The pic" before it would be the noun of the number as well.
        let noun = tokens[here.start..place - 1].iter().position(|token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
        });
        let of_a_file = noun.filter(|noun| *noun > 0 && is_file(&tokens[here.start + noun - 1]));
        if let Some(noun) = of_a_file {
            mean(&mut tokens[here.start + noun], Sense::Filler);
        }
    }
}

/// `一张3秒的卡片，底色#2f4f4f`: the card's own.
fn colour_of_a_card(tokens: &mut [Token], place: usize) {
    let card = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Card));
    // "上面写…": on it, and not at the top.
    let written = matches!(tokens[place].sense(), Some(Sense::Place(_)))
        && says(&tokens[place], &["上面", "上边", "上头"])
        && tokens
            .get(place + 1)
            .is_some_and(|next| next.sense() == Some(Sense::Link(Link::Saying)));
    if written && tokens[..place].iter().any(card) {
        mean(&mut tokens[place], Sense::Filler);
        return;
    }
    let uses = tokens.get(place + 1).is_some_and(|next| says(next, &["用", "是", "为", "换成"]));
    let coloured = tokens.get(place + 1 + usize::from(uses)).is_some_and(|next| {
        matches!(next.meaning, Meaning::Colour(_)) || matches!(next.sense(), Some(Sense::Colour(_)))
    });
    if tokens[place].sense() == Some(Sense::Lettering(Lettering::Plate))
        && coloured
        && tokens[..place].iter().any(card)
    {
        mean(&mut tokens[place], Sense::Filler);
        if uses {
            mean(&mut tokens[place + 1], Sense::Filler);
        }
        if place > 0 && is_break(&tokens[place - 1]) {
            mean(&mut tokens[place - 1], Sense::Filler);
        }
    }
}

/// `后面的模糊背景换成皮子那种#3b2a1a的纯色`: the background gets this colour.
fn backdrop_of_a_colour(tokens: &mut [Token], place: usize) {
    let blurred = tokens[place].sense() == Some(Sense::Fit(Fitting::Blurred));
    let here = piece(tokens, place);
    let Some(change) = (place + 1..here.end.max(place + 1))
        .find(|at| tokens[*at].sense() == Some(Sense::Verb(Verb::Change)))
    else {
        return;
    };
    let coloured = |token: &Token| {
        matches!(token.meaning, Meaning::Colour(_))
            || matches!(token.sense(), Some(Sense::Colour(_)))
    };
    let Some(colour) = (change + 1..here.end).find(|at| coloured(&tokens[*at])) else { return };
    if !blurred {
        return;
    }
    mean(&mut tokens[place], Sense::Noun(Noun::Backdrop));
    let like = tokens[change + 1..colour]
        .iter()
        .any(|token| says(token, &["那种", "这种", "一样", "似的"]));
    for token in &mut tokens[change + 1..colour] {
        if like && token.meaning == Meaning::Unknown {
            mean(token, Sense::Filler);
        }
    }
    for token in &mut tokens[colour + 1..here.end] {
        if matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Card | Noun::Backdrop) | Sense::Lettering(Lettering::Plate))
        ) {
            mean(token, Sense::Filler);
        }
    }
}

/// `remove the contrast adjustment`, `饱和度的调整都去掉`: what was done to it.
fn the_adjustment(tokens: &mut [Token], place: usize) {
    let named = says(
        &tokens[place],
        &["adjustment", "adjustments", "correction", "setting", "settings", "调整", "调节"],
    );
    let before = tokens[..place].iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let of = before.is_some_and(|token| {
        matches!(token.sense(), Some(Sense::Tone(_) | Sense::Look(_) | Sense::Noun(Noun::Colour)))
    });
    let here = piece(tokens, place);
    let removes = tokens[here].iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Remove)));
    if named && of && removes {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `set bunny.mp4 to 60%`: footage has but one share of its own, its loudness. `Have song.mp3 playing`: it is heard.
fn loudness_of_a_clip(tokens: &mut Vec<Token>, place: usize) {
    let kind = match tokens[place].meaning {
        Meaning::File(_, kind) => kind,
        _ => return,
    };
    let next = tokens.get(place + 1);
    if kind == MediaKind::Audio && next.is_some_and(|next| says(next, &["playing"])) {
        mean(&mut tokens[place + 1], Sense::Filler);
        return;
    }
    let here = piece(tokens, place);
    let sets = tokens[here.start..place].iter().any(|token| says(token, &["set"]))
        && tokens[here.start..place].iter().all(|token| light(token) || says(token, &["set"]));
    let share = next.is_some_and(|next| next.sense() == Some(Sense::Link(Link::To)))
        && tokens.get(place + 2).is_some_and(|next| matches!(next.meaning, Meaning::Percent(_)))
        && tokens[(place + 3).min(here.end)..here.end].iter().all(light);
    if kind == MediaKind::Video && sets && share {
        let volume = tokens[place].beside(Sense::Noun(Noun::Volume), "volume");
        tokens.insert(place + 1, volume);
    }
}

/// `silent.mp4 as a picture in picture, starting at 3 seconds`: from then on.
fn starting_at(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["starting", "beginning"]) {
        return;
    }
    let timed = tokens.get(place + 1).is_some_and(|next| says(next, &["at", "from"]))
        && tokens.get(place + 2).is_some_and(|next| matches!(next.meaning, Meaning::Time(_)));
    let over = tokens[..place].iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Inset)));
    if timed && over {
        mean(&mut tokens[place], Sense::Filler);
        if place > 0 && is_break(&tokens[place - 1]) {
            mean(&mut tokens[place - 1], Sense::Filler);
        }
    }
}

/// `…，按bikes、bunny、silent的顺序接起来`: they are joined, and the first of them as well.
fn named_in_order(tokens: &mut Vec<Token>, place: usize) {
    let begins =
        place > 1 && is_break(&tokens[place - 1]) && says(&tokens[place], &["按", "按照", "依"]);
    if !begins || !tokens.get(place + 1).is_some_and(is_file) {
        return;
    }
    let row =
        |token: &Token| is_file(token) || is_break(token) || token.sense() == Some(Sense::Filler);
    let end = (place + 1..tokens.len()).find(|at| !row(&tokens[*at]));
    let Some(end) = end.filter(|end| tokens[*end].sense() == Some(Sense::Link(Link::Order))) else {
        return;
    };
    let joins = (end + 1..tokens.len()).find(|at| tokens[*at].sense() != Some(Sense::Filler));
    let Some(join) =
        joins.filter(|at| matches!(tokens[*at].sense(), Some(Sense::Verb(Verb::Join))))
    else {
        return;
    };
    let verb = tokens[join].clone();
    mean(&mut tokens[join], Sense::Filler);
    mean(&mut tokens[place], Sense::Filler);
    tokens.insert(place, verb);
}

/// `原声太吵了静音`: why, and what.
fn too_loud(tokens: &mut [Token], place: usize) {
    let too = matches!(tokens[place].sense(), Some(Sense::Degree(_)))
        && tokens[place].text.starts_with('太');
    let here = piece(tokens, place);
    let silent = tokens[place..here.end]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Mute | Verb::Remove))));
    if too && silent {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `每张改成5秒，片尾再加一张卡片`: the end is that of what comes, and not of what was said before.
fn once_more_there(tokens: &mut [Token], place: usize) {
    let edge = place > 0 && matches!(tokens[place - 1].sense(), Some(Sense::Edge(_)));
    let begins = place > 1 && is_break(&tokens[place - 2]);
    let adds =
        tokens.get(place + 1).is_some_and(|next| next.sense() == Some(Sense::Verb(Verb::Add)));
    if edge
        && begins
        && adds
        && is_break(&tokens[place])
        && says(&tokens[place], &["再", "还", "还要"])
    {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `门店照`: the picture of it.
fn picture_of(tokens: &mut [Token], place: usize) {
    let of = place > 0 && is_file(&tokens[place - 1]);
    if of && tokens[place].meaning == Meaning::Unknown && says(&tokens[place], &["照", "图片照"])
    {
        mean(&mut tokens[place], Sense::Noun(Noun::Picture));
    }
}

/// `swap the lo-fi for something upbeat`: only music has a mood.
fn music_of_moods(tokens: &mut Vec<Token>, place: usize) {
    if !matches!(tokens[place].sense(), Some(Sense::Mood(_))) {
        return;
    }
    let here = piece(tokens, place);
    let changes = tokens[here.start..place]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Change | Verb::Swap))));
    let named = tokens[here.clone()]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Noun(_))) || is_file(token));
    let other = tokens[place + 1..here.end]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Mood(_))));
    let to = tokens[place + 1..here.end]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Link(Link::For | Link::To | Link::With))));
    if changes && !named && other && to {
        let music = tokens[place].beside(Sense::Noun(Noun::Music), "music");
        tokens.insert(place + 1, music);
    }
}

/// `lower third in at 2 seconds, out at 5`: from one moment to the other.
fn in_and_out(tokens: &mut Vec<Token>, place: usize) {
    let moment = |from: usize, word: &str| -> Option<(usize, Millis)> {
        let said = tokens.get(from).filter(|token| says(token, &[word]))?;
        let at = (from + 1..tokens.len()).find(|at| !light(&tokens[*at]))?;
        let time = match tokens[at].meaning {
            Meaning::Time(time) => time,
            Meaning::Number(seconds) => Millis::from_secs_rounded(seconds),
            _ => return None,
        };
        (said.text.len() == word.len()).then_some((at, time))
    };
    let found = || {
        let (first, start) = moment(place, "in")?;
        let next = (first + 1..tokens.len())
            .find(|at| !is_break(&tokens[*at]) && tokens[*at].sense() != Some(Sense::Filler))?;
        let (last, end) = moment(next, "out")?;
        let here = piece(tokens, place);
        let words = tokens[here].iter().any(|token| {
            matches!(token.meaning, Meaning::Quote(_))
                || matches!(
                    token.sense(),
                    Some(Sense::Noun(
                        Noun::Title | Noun::Caption | Noun::Text | Noun::Heading | Noun::Inset
                    ))
                )
        });
        (words && start < end).then_some((last, start, end))
    };
    let Some((last, start, end)) = found() else { return };
    let text = tokens[place..=last].iter().map(|token| token.text.as_str()).collect::<Vec<_>>();
    let text = text.join(" ");
    let span = tokens[place].span.start..tokens[last].span.end;
    tokens.splice(place..=last, [Token { meaning: Meaning::Range(start, end), text, span }]);
}
