//! What is not wanted, said of several things at once: `音乐、转场、文字都不要`, `不加转场、音乐和字幕`, `no music,
//! transitions or text`, `也不用写字`. The refusal is said again for each of them.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file, is_verb, mean, piece, says};

/// Says them plainly.
pub fn denied(tokens: &mut Vec<Token>) {
    for place in 0..tokens.len() {
        sound_in_a_word(tokens, place);
        no_need_to(tokens, place);
        none_of_the_kind(tokens, place);
    }
    denied_behind(tokens);
    denied_in_a_row(tokens);
    left_out_by_name(tokens);
}

fn is_without(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::Without))
}

/// What a film may have beside its pieces.
pub fn is_thing(token: &Token) -> bool {
    let more = |noun| matches!(noun, Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth | Noun::Inset);
    token.sense().is_some_and(|sense| {
        is_sound_seam_or_text(sense) || matches!(sense, Sense::Noun(noun) if more(noun))
    })
}

/// What is heard, what is between the pieces, and what is written on them.
pub fn is_sound_seam_or_text(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Transition(_)
            | Sense::Noun(
                Noun::Music
                    | Noun::Sound
                    | Noun::Transition
                    | Noun::Title
                    | Noun::Caption
                    | Noun::Heading
                    | Noun::Text
            )
    )
}

fn is_light(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A | Link::The | Link::All)))
}

/// `不配乐`: the word for music is cut in two.
fn sound_in_a_word(tokens: &mut [Token], place: usize) {
    let denied = place > 0 && is_without(&tokens[place - 1]);
    if denied && tokens[place].meaning == Meaning::Unknown && says(&tokens[place], &["乐"]) {
        mean(&mut tokens[place], Sense::Noun(Noun::Music));
    }
}

/// `不用写字`, `no adding music`: there is no need to do it, so it is not there.
fn no_need_to(tokens: &mut [Token], place: usize) {
    if !is_without(&tokens[place]) {
        return;
    }
    let here = piece(tokens, place);
    let light = |at: &usize| !is_light(&tokens[*at]);
    let Some(verb) = (place + 1..here.end).find(light) else { return };
    let does = matches!(
        tokens[verb].sense(),
        Some(Sense::Verb(Verb::Add | Verb::Use | Verb::Show) | Sense::Link(Link::Saying))
    );
    let thing = (verb + 1..here.end).find(light).is_some_and(|thing| is_thing(&tokens[thing]));
    if does && thing {
        mean(&mut tokens[verb], Sense::Filler);
    }
}

fn makes(tokens: &[Token]) -> bool {
    let film = |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)));
    let make = |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Make | Verb::Join)));
    tokens.iter().any(film) && tokens.iter().any(make)
}

/// `四张照片做个相册，不用视频`: of pictures alone, as it was said.
fn none_of_the_kind(tokens: &mut [Token], place: usize) {
    if !is_without(&tokens[place]) || !makes(tokens) {
        return;
    }
    let pictures =
        tokens[..place].iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Picture)));
    let here = piece(tokens, place);
    let rest: Vec<usize> = (place + 1..here.end).filter(|at| !is_light(&tokens[*at])).collect();
    let [kind] = rest[..] else { return };
    if pictures && matches!(tokens[kind].sense(), Some(Sense::Noun(Noun::Film | Noun::Footage))) {
        mean(&mut tokens[place], Sense::Filler);
        mean(&mut tokens[kind], Sense::Filler);
    }
}

fn lists(token: &Token) -> bool {
    is_break(token) && LISTS.lists_what_is_denied.has(&token.text)
}

/// Whether a wish ends with the word at a place, but for words that say nothing.
fn ends(tokens: &[Token], place: usize) -> bool {
    let here = piece(tokens, place);
    tokens[place + 1..here.end].iter().all(|token| token.sense() == Some(Sense::Filler))
}

/// `音乐、转场、文字都不要`.
fn denied_behind(tokens: &mut Vec<Token>) {
    for place in (1..tokens.len()).rev() {
        if !is_without(&tokens[place]) || tokens[place].text.is_ascii() || !ends(tokens, place) {
            continue;
        }
        let mut things = Vec::new();
        let mut from = place;
        for at in (0..place).rev() {
            if is_thing(&tokens[at]) {
                things.push(tokens[at].clone());
            } else if !is_light(&tokens[at]) && !lists(&tokens[at]) {
                break;
            }
            from = at;
        }
        let begins = from == 0 || is_break(&tokens[from - 1]);
        if things.len() < 2 || !begins {
            continue;
        }
        let mark = tokens[from..place].iter().find(|token| lists(token)).cloned();
        let without = tokens[place].clone();
        let plain: Vec<Token> = things
            .into_iter()
            .rev()
            .enumerate()
            .flat_map(|(nth, thing)| {
                let mark = mark.clone().filter(|_| nth > 0);
                mark.into_iter().chain([without.clone(), thing])
            })
            .collect();
        tokens.splice(from..=place, plain);
        return;
    }
}

/// `不加转场、音乐和字幕`, `no music, transitions or text`.
fn denied_in_a_row(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        if is_without(&tokens[place]) {
            let things = denied_from(tokens, place);
            for thing in things.iter().skip(1).rev() {
                let without = tokens[place].clone();
                tokens.insert(*thing, without);
            }
            place += things.len();
        }
        place += 1;
    }
}

/// The things of a row behind a refusal, by their places. English parts them by commas, which elsewhere begin
/// another wish: there the row has to end in `or`.
fn denied_from(tokens: &[Token], without: usize) -> Vec<usize> {
    let skip = |mut at: usize| {
        while tokens.get(at).is_some_and(is_light) {
            at += 1;
        }
        at
    };
    let mut things = Vec::new();
    let (mut commas, mut alternative) = (false, false);
    let mut at = skip(without + 1);
    while tokens.get(at).is_some_and(is_thing) {
        things.push(at);
        at += 1;
        let mut parted = false;
        while let Some(mark) = tokens.get(at) {
            let comma = says(mark, &[","]) && is_break(mark);
            if !comma && !lists(mark) {
                break;
            }
            commas |= comma;
            alternative |= says(mark, &["or", "nor"]);
            parted = true;
            at += 1;
        }
        at = skip(at);
        if !parted {
            break;
        }
    }
    if commas && !alternative { Vec::new() } else { things }
}

/// `粉底不用`, where a film is made: it is made of the others.
fn left_out_by_name(tokens: &mut [Token]) {
    if !makes(tokens) {
        return;
    }
    for place in 1..tokens.len() {
        if !is_without(&tokens[place]) {
            continue;
        }
        let here = piece(tokens, place);
        let named = here.start < place && is_file(&tokens[here.start]);
        let bare = tokens[here.start + 1..place.max(here.start + 1)]
            .iter()
            .all(|token| is_light(token) || token.sense() == Some(Sense::Noun(Noun::Picture)));
        let verbs = tokens[here.clone()].iter().any(is_verb);
        let denied = !tokens[place].text.is_ascii();
        if denied && named && bare && !verbs && ends(tokens, place) {
            tokens[here.start..=place].rotate_right(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::*;

    fn said(sentence: &str) -> String {
        let mut tokens = tokens(sentence, &[]);
        denied(&mut tokens);
        let telling = tokens.iter().filter(|token| token.sense() != Some(Sense::Filler));
        telling.map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_of_several_things_is_denied() {
        for (sentence, plain) in [
            ("音乐、转场、文字都不要", "不要 音乐 、 不要 转场 、 不要 文字"),
            ("不加转场、音乐和字幕", "不加 转场 、 不加 音乐 和 不加 字幕"),
            ("no music, transitions or text", "no music , no transitions or no text"),
            ("也不用写字", "不用 字"),
        ] {
            assert_eq!(said(sentence), plain, "{sentence}");
        }
    }

    #[test]
    fn what_follows_a_comma_may_be_wanted() {
        assert_eq!(said("no music, crossfades"), "no music , crossfades");
    }
}
