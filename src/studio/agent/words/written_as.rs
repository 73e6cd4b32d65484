//! What words on the picture are to say instead, and how words are brought onto it: `have the title say "Winter"`, `where
//! it says "Summer", put "Winter"`, `标题从“Summer”变成“Winter”`, `the first five seconds should carry the title "Lofoten"`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time, mean, piece, says};
use crate::api::wire::MediaKind;

/// Says it plainly.
pub fn written_as(tokens: &mut Vec<Token>) {
    one_for_another(tokens);
    for tokens in tokens.split_mut(is_break).filter(|part| !part.is_empty()) {
        put_on(tokens);
        says_then(tokens);
        shown_from_a_file(tokens);
    }
}

fn is_words(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

fn is_quote(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
}

/// `type the title "Lofoten"`, `前五秒出标题“Lofoten”`: a verb for it that means something else elsewhere.
fn put_on(tokens: &mut [Token]) {
    let Some(quote) = tokens.iter().position(is_quote) else { return };
    let adds = tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Add)));
    for place in 0..tokens.len() {
        let strange = tokens[place].meaning == Meaning::Unknown;
        if strange && says(&tokens[place], &["captioned"]) {
            mean(&mut tokens[place], Sense::Noun(Noun::Caption));
        } else if strange && LISTS.puts_words.has(&tokens[place].text) {
            let sense = if adds { Sense::Filler } else { Sense::Verb(Verb::Add) };
            mean(&mut tokens[place], sense);
        }
        // "Drop a title in": elsewhere it takes away.
        let new =
            tokens.get(place + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::A)));
        if place < quote && new && says(&tokens[place], &["drop"]) {
            mean(&mut tokens[place], Sense::Verb(Verb::Add));
        }
    }
}

/// `have the title say "Winter"`, `retitle it "Winter"`, `把标题重新写成“Winter”`.
fn says_then(tokens: &mut [Token]) {
    if tokens.iter().filter(|token| is_quote(token)).count() != 1 {
        return;
    }
    let Some(quote) = tokens.iter().position(is_quote) else { return };
    // "We got moved a week, title needs to say …": told of elsewhere, it is no time of the title.
    let here = piece(tokens, quote);
    let alone = tokens[here.clone()].iter().any(is_words)
        && tokens[here.clone()].iter().any(|token| LISTS.says_then.has(&token.text));
    let here = if alone { here } else { 0..tokens.len() };
    let other = tokens[here.clone()].iter().any(|token| {
        is_time(token)
            || matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Place(_)
                        | Sense::Moving(_)
                        | Sense::Colour(_)
                        | Sense::Lettering(_)
                        | Sense::Sizing(_)
                        | Sense::Edge(_)
                        | Sense::Link(
                            Link::A | Link::Without | Link::Not | Link::Whole | Link::Each
                        )
                        | Sense::Verb(Verb::Add | Verb::Remove)
                )
            )
    });
    let find = |fits: fn(&Token) -> bool| {
        tokens[here.start..quote].iter().position(fits).map(|at| here.start + at)
    };
    let verb = find(|token| LISTS.says_then.has(&token.text));
    let instead = tokens[quote..].iter().any(|token| says(token, &["instead"]));
    let noun = find(is_words);
    let renamed = find(|token| says(token, &["retitle", "recaption"]));
    if let Some(renamed) = renamed.filter(|_| noun.is_none() && !other) {
        mean(&mut tokens[renamed], Sense::Verb(Verb::Change));
        if let Some(it) = tokens[renamed + 1..quote]
            .iter_mut()
            .find(|token| token.sense() == Some(Sense::Link(Link::It)))
        {
            mean(it, Sense::Noun(Noun::Title));
        }
        return;
    }
    let Some(noun) = noun.filter(|_| !other && (verb.is_some() || instead)) else { return };
    // "Title needs to say “Winter”": there is one.
    let needs = verb.is_some_and(|verb| {
        let words: Vec<&str> =
            tokens.get(noun + 1..=verb).into_iter().flatten().map(|token| &*token.text).collect();
        LISTS.should_read.has(&words.join(" "))
    });
    let definite = needs
        || !tokens[noun].text.is_ascii()
        || (noun > 0 && tokens[noun - 1].sense() == Some(Sense::Link(Link::The)));
    if !definite {
        return;
    }
    for place in here {
        let token = &mut tokens[place];
        let kept = is_quote(token) || is_words(token);
        let the = place + 1 == noun && token.sense() == Some(Sense::Link(Link::The));
        if !kept && !the {
            mean(token, Sense::Filler);
        }
    }
    let verb = verb.filter(|verb| *verb != noun).or_else(|| quote.checked_sub(1));
    if let Some(verb) = verb.filter(|verb| !is_words(&tokens[*verb])) {
        tokens[verb] = tokens[verb].beside(Sense::Verb(Verb::Change), "change to");
    } else {
        tokens[noun] = tokens[noun].beside(Sense::Noun(Noun::Title), "title");
    }
}

/// `where it says "Summer", put "Winter"`, `标题用“Winter”代替“Summer”`: the one for the other.
fn one_for_another(tokens: &mut Vec<Token>) {
    let quotes: Vec<usize> = (0..tokens.len()).filter(|at| is_quote(&tokens[*at])).collect();
    let [first, second] = quotes[..] else { return };
    let has = |words: &super::list::List, from: usize, to: usize| {
        tokens[from..to].iter().any(|token| words.has(&token.text))
    };
    let timed = tokens.iter().any(|token| {
        is_time(token) || matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_))
    });
    let adds = tokens[..first].iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Add)));
    let old_first = has(&LISTS.as_it_reads, 0, first)
        && (has(&LISTS.reads_then, first, second) || tokens[first..second].iter().any(is_break));
    let new_first = (has(&LISTS.for_words, 0, second) && has(&LISTS.in_their_place, first, second))
        || (has(&LISTS.says_then, 0, first) && has(&LISTS.as_it_reads, first, second));
    let denied = tokens.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::Without | Link::Not)))
            && !LISTS.as_it_reads.has(&token.text)
    });
    if denied || timed || adds || old_first == new_first {
        return;
    }
    let (old, new) = if old_first { (first, second) } else { (second, first) };
    let (old, new) = (tokens[old].clone(), tokens[new].clone());
    let start = tokens.iter().position(|token| !is_break(token)).unwrap_or(0);
    let (mut verb, mut link) = (tokens[start].clone(), tokens[start].clone());
    verb = verb.beside(Sense::Verb(Verb::Change), "change");
    link = link.beside(Sense::Link(Link::To), "to");
    tokens.splice(start..=second, [verb, old, link, new]);
}

/// `burn in talk.srt`, `字幕套talk.srt`: what a file of subtitles is for needs no certain verb.
fn shown_from_a_file(tokens: &mut [Token]) {
    let file = |token: &Token| matches!(token.meaning, Meaning::File(_, MediaKind::Subtitles));
    if !tokens.iter().any(file) {
        return;
    }
    for token in tokens.iter_mut() {
        if token.meaning == Meaning::Unknown && LISTS.brings_subtitles.has(&token.text) {
            mean(token, Sense::Verb(Verb::Use));
        }
    }
}
