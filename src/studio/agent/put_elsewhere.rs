//! Words that are on the film and are put somewhere on the picture are those words, and no more of them: `put the "Attic vase"
//! label at the top rather than the bottom`.
//!
//! A file that is not in the film yet and is dropped somewhere on the picture is brought in: `drop mark.png into the bottom-left
//! corner`. What is to be shown at a time or on a piece is shown there as well, and is left as it was said.

use super::scene::Scene;
use super::turn::names;
use super::words::{self, LISTS, Link, Meaning, Noun, Sense, Token, is_break};

/// The sentence with the words moved, if they are there.
pub fn with_words_moved(sentence: &str, scene: &Scene) -> Option<String> {
    let small = sentence.to_lowercase();
    if !LISTS.puts_what_is_shown.iter().any(|verb| small.contains(verb))
        || !sentence.contains(['"', '“'])
    {
        return None;
    }
    let tokens = words::in_measures(sentence, &names(scene));
    let quote = tokens.iter().position(|token| is_shown(token, scene))?;
    let verb =
        (0..quote).rev().find(|at| LISTS.puts_what_is_shown.has(&tokens[*at].text_small()))?;
    let end = (quote..tokens.len()).find(|at| is_break(&tokens[*at])).unwrap_or(tokens.len());
    let only_the = |token: &Token| token.sense() == Some(Sense::Link(Link::The));
    if !tokens[verb + 1..quote].iter().all(only_the)
        || !tokens[quote + 1..end].iter().all(says_where)
    {
        return None;
    }
    let place = tokens[quote + 1..end].iter().find(|token| is_place(token))?;
    let letters: Vec<char> = sentence.chars().collect();
    let text = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    let (before, shown) = (text(0, tokens[verb].span.start), &tokens[quote].span);
    let (shown, spot) = (text(shown.start, shown.end), place.text.to_lowercase());
    let spot = without_its_lead(&spot);
    let rest = tokens.get(end).map_or(String::new(), |mark| text(mark.span.start, letters.len()));
    Some(format!("{before}move {shown} to the {spot}{rest}"))
}

/// `Drop mark.png into the bottom-left corner`: what is not in the film yet is brought in, whatever `drop` is elsewhere.
pub fn with_files_brought_in(sentence: &str, scene: &Scene) -> Option<String> {
    let small = sentence.to_lowercase();
    if !LISTS.throws.iter().any(|verb| small.contains(verb)) {
        return None;
    }
    let tokens = words::in_measures(sentence, &names(scene));
    let verb = tokens.iter().position(|token| LISTS.throws.has(&token.text_small()))?;
    let end = (verb..tokens.len()).find(|at| is_break(&tokens[*at])).unwrap_or(tokens.len());
    let file = (verb + 1..end).find(|at| matches!(tokens[*at].meaning, Meaning::File(..)))?;
    let said = &tokens[file].text;
    let is_there =
        scene.draft.tracks.iter().flat_map(|track| &track.segments).any(|piece| {
            piece.source.as_ref().is_some_and(|source| source.eq_ignore_ascii_case(said))
        });
    let known = scene.media.iter().any(|media| media.name.eq_ignore_ascii_case(said));
    let placed = tokens[file + 1..end].iter().any(is_place);
    let letters: Vec<char> = sentence.chars().collect();
    let text = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    let span = &tokens[verb].span;
    (known && !is_there && placed)
        .then(|| format!("{}put{}", text(0, span.start), text(span.end, letters.len())))
}

/// `up top`, `in the corner`: the place alone.
fn without_its_lead(spot: &str) -> &str {
    let lead = |word: &str| LISTS.leads_to_a_place.has(word);
    match spot.split_once(' ') {
        Some((word, rest)) if lead(word) => without_its_lead(rest),
        _ => spot,
    }
}

fn is_shown(token: &Token, scene: &Scene) -> bool {
    let Meaning::Quote(words) = &token.meaning else { return false };
    scene.shows(words)
}

fn is_place(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Place(_)))
}

/// Where it is to be, what it is, and where it is no more.
fn says_where(token: &Token) -> bool {
    is_place(token)
        || matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Link(Link::The | Link::Instead)
                    | Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text)
            )
        )
}
