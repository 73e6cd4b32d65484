//! `Video` and `视频` mean the film or the clips in it, by what stands beside them.

use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, piece};

/// `the second video`, `these videos`, `每个视频` are clips, `the video` is the film.
pub fn films_that_are_clips(tokens: &mut [Token]) {
    let pictures = tokens.iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Picture)));
    for place in 1..tokens.len() {
        let is_film = tokens[place].sense() == Some(Sense::Noun(Noun::Film));
        // "图片都删掉，只留视频": of what there is beside pictures.
        let kept = tokens[place - 1].sense() == Some(Sense::Verb(Verb::Keep))
            || tokens
                .get(place + 1)
                .is_some_and(|next| next.sense() == Some(Sense::Link(Link::AsItIs)));
        let here = piece(tokens, place);
        let apart = here.start > 0
            && here.start == place
            && tokens[place].text == "视频"
            && !tokens
                .iter()
                .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Make | Verb::Join))));
        let kept = kept || apart;
        if is_film && pictures && kept && !tokens[place].text.is_ascii() {
            tokens[place].meaning = Meaning::Known(Sense::Noun(Noun::Footage));
            continue;
        }
        // "海边那个视频": the clip of that name.
        let of_file = place > 1
            && tokens[place - 1].sense() == Some(Sense::Link(Link::The))
            && !tokens[place - 1].text.is_ascii()
            && matches!(tokens[place - 2].meaning, Meaning::File(..));
        if is_film && of_file {
            tokens[place].meaning = Meaning::Known(Sense::Noun(Noun::Footage));
            continue;
        }
        let mut before = tokens[..place].iter().rev();
        let before = before.find(|token| token.sense() != Some(Sense::Filler));
        if is_film && before.is_some_and(picks_one_of_many) {
            tokens[place].meaning = Meaning::Known(Sense::Noun(Noun::Footage));
        }
    }
}

fn picks_one_of_many(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Ordinal(_)
            | Meaning::Number(_)
            | Meaning::FirstOf(_)
            | Meaning::LastOf(_)
            | Meaning::Known(Sense::Link(Link::These | Link::Each))
    )
}
