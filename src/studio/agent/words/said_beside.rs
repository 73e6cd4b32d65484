//! A few words beside a wish that change nothing of it: `kill the sound on bunny, picture only`, `make it 9:16, its goin on
//! tiktok`, `叠化还是快了些`, `两段视频接起来，照片不用`.

use std::ops::Range;

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense, Stretch, Verb};
use super::token::{Meaning, Token, is_break, is_file, is_time, mean, piece, says};

/// Passes over them.
pub fn said_beside(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        still_is(tokens, place);
        where_it_goes(tokens, place);
        until_the_end(tokens, place);
        so_that_it_is(tokens, place);
        let here = piece(tokens, place);
        if place == here.start && !here.is_empty() {
            which_is(tokens, &here);
            left_there(tokens, &here);
            long_intro(tokens, &here);
            same_length(tokens, &here);
            others_stay(tokens, &here);
            twice_over(tokens, &here);
            picture_only(tokens, &here);
            no_pictures(tokens, &here);
            behind_as_well(tokens, &here);
        }
    }
}

fn pass(tokens: &mut [Token], words: Range<usize>) {
    tokens[words].iter_mut().for_each(|token| mean(token, Sense::Filler));
}

/// `叠化还是快了些`: as before, and no choice.
fn still_is(tokens: &mut [Token], place: usize) {
    let next = tokens.get(place + 1).map_or_else(String::new, |next| next.text.clone());
    if says(&tokens[place], &["还是"]) && LISTS.judged.starts(&next) {
        mean(&mut tokens[place], Sense::Filler);
    }
    // "第3秒到第5秒还在跑位": what happens there still.
    let there = tokens[..place].iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let stretch = there.is_some_and(|token| {
        matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
            || (token.meaning == Meaning::Unknown && !token.text.is_ascii())
    });
    let goes_on = next.starts_with(['在', '没', '不']);
    if is_break(&tokens[place]) && says(&tokens[place], &["还"]) && stretch && goes_on {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `its goin on tiktok`: what it is for, where that is named.
fn where_it_goes(tokens: &mut [Token], place: usize) {
    let it = says(&tokens[place], &["its", "it's", "it is", "this is", "it", "this"]);
    let Some(goes) = (place + 1..(place + 3).min(tokens.len()))
        .take_while(|at| *at == place + 1 || tokens[place + 1].sense() == Some(Sense::Filler))
        .find(|at| LISTS.goes_up.has(&tokens[*at].text))
    else {
        return;
    };
    let here = piece(tokens, place);
    if !it || goes >= here.end {
        return;
    }
    let shown = tokens[goes..here.end]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Platform(_) | Sense::Shape(_))));
    if shown {
        pass(tokens, place..goes + 1);
    }
}

/// `标题一直显示到视频结束`: all the time anyway.
fn until_the_end(tokens: &mut [Token], place: usize) {
    if tokens[place].sense() != Some(Sense::Link(Link::Whole)) {
        return;
    }
    let here = piece(tokens, place);
    let rest = place + 1..here.end;
    let plain = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Link(Link::To | Link::The)
                    | Sense::Noun(Noun::Film)
                    | Sense::Edge(Edge::End)
            )
        )
    };
    let ends =
        tokens[rest.clone()].iter().any(|token| token.sense() == Some(Sense::Edge(Edge::End)));
    if ends && tokens[rest.clone()].iter().all(plain) {
        pass(tokens, rest);
    }
}

/// `end it with a fade to black so its all dramatic`: what the wish is for.
fn so_that_it_is(tokens: &mut [Token], place: usize) {
    let so = says(&tokens[place], &["so", "so that"])
        && tokens.get(place + 1).is_some_and(|next| {
            says(next, &["its", "it's", "it is", "it looks", "it feels", "it", "thats"])
        });
    let here = piece(tokens, place);
    let wanted = tokens[here.start..place].iter().any(|token| {
        !matches!(token.sense(), Some(Sense::Filler)) && token.meaning != Meaning::Unknown
    });
    let more = |token: &Token| {
        is_time(token)
            || is_file(token)
            || matches!(token.meaning, Meaning::Percent(_) | Meaning::Quote(_) | Meaning::Speed(_))
            || matches!(token.sense(), Some(Sense::Verb(_) | Sense::Link(Link::To | Link::Whole)))
    };
    let mood =
        tokens[place..here.end].iter().any(|token| matches!(token.sense(), Some(Sense::Mood(_))));
    if so && wanted && mood && !tokens[place + 1..here.end].iter().any(more) {
        pass(tokens, place..here.end);
    }
}

/// `…, which is the university's red`: told of what was just named.
fn which_is(tokens: &mut [Token], here: &Range<usize>) {
    let said = &tokens[here.clone()];
    let which = said
        .first()
        .is_some_and(|token| says(token, &["which is", "which are", "which", "that being"]));
    let more = |token: &Token| {
        is_time(token)
            || is_file(token)
            || matches!(
                token.meaning,
                Meaning::Percent(_) | Meaning::Quote(_) | Meaning::Ordinal(_)
            )
            || matches!(token.sense(), Some(Sense::Verb(_)))
    };
    let wished =
        tokens[..here.start].iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
    if which && wished && here.start > 0 && !said.iter().any(more) {
        pass(tokens, here.clone());
    }
}

/// `remove the contrast from the stacks, but leave it on the archive`: there it stays anyway.
fn left_there(tokens: &mut [Token], here: &Range<usize>) {
    let said = &tokens[here.clone()];
    let leaves = said.iter().any(|token| says(token, &["leave", "keep", "保留", "留着"]))
        && said.iter().any(|token| token.sense() == Some(Sense::Link(Link::It)))
        && said.iter().any(is_file);
    let plain = said.iter().all(|token| {
        is_file(token)
            || matches!(
                token.sense(),
                Some(
                    Sense::Filler
                        | Sense::Link(_)
                        | Sense::Verb(Verb::Keep)
                        | Sense::Noun(Noun::Picture | Noun::Clip)
                )
            )
    });
    let effect = |token: &Token| matches!(token.sense(), Some(Sense::Tone(_) | Sense::Look(_)));
    let removes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Remove));
    let before = &tokens[..here.start];
    if leaves
        && plain
        && before.iter().any(removes)
        && before.iter().any(effect)
        && before.iter().any(is_file)
    {
        pass(tokens, here.clone());
    }
}

/// `…加long.mp3，前奏太长，从第15秒开始放`: why it begins there.
fn long_intro(tokens: &mut [Token], here: &Range<usize>) {
    let text: String = tokens[here.clone()].iter().map(|token| token.text.as_str()).collect();
    let long = LISTS.intros.starts(&text.to_lowercase())
        && LISTS.far_too_long.is_within(&text.to_lowercase());
    let audio = tokens[..here.start]
        .iter()
        .any(|token| matches!(token.meaning, Meaning::File(_, crate::api::wire::MediaKind::Audio)));
    // "…，从第15秒开始放": where in the song that is, is read with it.
    let next = tokens[here.end..].iter().skip(1).take_while(|token| !is_break(token));
    let moment = next.into_iter().any(|token| matches!(token.meaning, Meaning::Time(_)));
    let moment = moment && !tokens[here.start].text.is_ascii();
    if long && audio && !moment && here.start > 0 && here.end < tokens.len() {
        pass(tokens, here.start - 1..here.end);
    }
}

/// `use xray.jpg instead of the chair. Same length as before.`: as it would be.
fn same_length(tokens: &mut [Token], here: &Range<usize>) {
    let said = &tokens[here.clone()];
    let same = said.iter().any(|token| token.sense() == Some(Sense::Stretch(Stretch::Evenly)));
    let as_before = said.iter().any(|token| token.sense() == Some(Sense::Link(Link::As)))
        && said.iter().any(|token| {
            matches!(token.sense(), Some(Sense::Link(Link::Before)))
                || says(token, &["now", "it is", "it was"])
        });
    let plain = said.iter().all(|token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(_) | Sense::Stretch(Stretch::Evenly))
        )
    });
    if same && as_before && plain && here.start > 0 {
        pass(tokens, here.clone());
    }
}

/// `leave the other two in the order theyre in`, `就用这两个`: nothing becomes of them.
fn others_stay(tokens: &mut [Token], here: &Range<usize>) {
    let said = &tokens[here.clone()];
    let stays = said.iter().any(|token| {
        LISTS.as_they_are.has(&token.text)
            || token.text.to_lowercase().starts_with("in the order the")
    });
    let others =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::TheOther | Link::Rest)));
    let keeps = said.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Keep)))
        && said.iter().any(others)
        && stays;
    let uses = said.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Use)))
        && said.iter().any(|token| says(token, &["这", "这些", "这几"]))
        && tokens[..here.start].iter().filter(|token| is_file(token)).count() > 1;
    let said = &tokens[here.clone()];
    let plain = said.iter().all(|token| {
        others(token)
            || matches!(token.meaning, Meaning::Number(_))
            || LISTS.as_they_are.has(&token.text)
            || matches!(
                token.sense(),
                Some(
                    Sense::Filler
                        | Sense::Verb(Verb::Keep | Verb::Use)
                        | Sense::Link(Link::The | Link::These | Link::Only)
                        | Sense::Noun(Noun::Clip | Noun::Picture)
                )
            )
    });
    if plain && (keeps || uses) {
        pass(tokens, here.clone());
    }
}

/// `第二段我想放两遍，复制一份接在它后面`: so it is copied.
fn twice_over(tokens: &mut [Token], here: &Range<usize>) {
    let copies = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Duplicate));
    if !tokens[here.end..].iter().any(copies) {
        return;
    }
    for place in here.start..here.end.saturating_sub(1) {
        let twice = matches!(tokens[place].meaning, Meaning::Number(_))
            && (says(&tokens[place + 1], &["遍", "次"])
                || tokens[place].text.ends_with(['遍', '次']));
        if twice {
            let verb = place.checked_sub(1).filter(|at| {
                *at >= here.start && matches!(tokens[*at].sense(), Some(Sense::Verb(_)))
            });
            pass(tokens, verb.unwrap_or(place)..place + 2);
        }
    }
}

/// `kill the sound on the bunny shot, picture only`.
fn picture_only(tokens: &mut [Token], here: &Range<usize>) {
    let seen = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Picture | Noun::Footage | Noun::Canvas | Noun::Film))
        )
    };
    let only = |token: &Token| token.sense() == Some(Sense::Link(Link::Only));
    let said = &tokens[here.clone()];
    let plain = said.iter().any(seen)
        && said.iter().any(only)
        && said
            .iter()
            .all(|token| seen(token) || only(token) || token.sense() == Some(Sense::Filler));
    let silent = tokens[..here.start]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Remove | Verb::Mute))))
        && tokens[..here.start].iter().any(|token| {
            matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Sound | Noun::Volume) | Sense::Verb(Verb::Mute))
            )
        });
    if plain && silent {
        pass(tokens, here.clone());
    }
}

/// `照片不用`, where clips are named: they are not among them anyway.
fn no_pictures(tokens: &mut [Token], here: &Range<usize>) {
    let kind = |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Picture)));
    let denied = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::Without))
            || says(token, &["不用", "不要", "不需要", "别用", "别放"])
    };
    let said = &tokens[here.clone()];
    let plain = said.iter().any(kind)
        && said.iter().any(denied)
        && said
            .iter()
            .all(|token| kind(token) || denied(token) || token.sense() == Some(Sense::Filler));
    let named: Vec<&Token> = tokens[..here.start].iter().filter(|token| is_file(token)).collect();
    let clips = named.len() > 1
        && named.iter().all(|token| {
            matches!(token.meaning, Meaning::File(_, crate::api::wire::MediaKind::Video))
        });
    if plain && clips {
        pass(tokens, here.clone());
    }
}

/// `move it to second place, right behind the first`: the place is told already.
fn behind_as_well(tokens: &mut [Token], here: &Range<usize>) {
    let Some(mark) = here.start.checked_sub(1) else { return };
    let before = piece(tokens, mark);
    let placed =
        tokens[before.clone()].iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Move)))
            && tokens[before.clone()].iter().any(|token| {
                matches!(token.sense(), Some(Sense::Edge(_)))
                    || (matches!(token.meaning, Meaning::Ordinal(_))
                        && tokens[before.clone()].iter().any(is_file))
            });
    let beside =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::After | Link::Before)));
    let said = &tokens[here.clone()];
    let plain = said.iter().filter(|token| beside(token)).count() == 1
        && said.iter().all(|token| {
            beside(token)
                || is_file(token)
                || matches!(token.meaning, Meaning::Ordinal(_))
                || matches!(
                    token.sense(),
                    Some(Sense::Filler | Sense::Link(Link::The) | Sense::Noun(_))
                )
        })
        && said.iter().any(is_file);
    if placed && plain && !is_break(&tokens[here.start]) {
        pass(tokens, here.clone());
    }
}
