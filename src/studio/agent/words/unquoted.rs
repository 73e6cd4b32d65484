//! Words to be shown that stand without quotation marks: `a caption saying hello`, `the title
//! Paradise Found`, `标题：夏天`.
//!
//! They become quoted text before anything else is read. Without a marker such as `saying` only what
//! cannot be a request is taken: a run of capitalised words, or Chinese after a space or colon.

use super::letters::is_han;
use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break};
use crate::api::wire::MediaKind;

/// Quotes what is meant to be shown.
pub fn quote_what_is_said(sentence: &str, mut tokens: Vec<Token>) -> Vec<Token> {
    let letters: Vec<char> = sentence.chars().collect();
    quote_what_is_called(&letters, &mut tokens);
    let mut place = 0;
    while place < tokens.len() {
        if let Some((from, to)) = said(&letters, &tokens, place) {
            let span = tokens[from].span.start..tokens[to - 1].span.end;
            let words: String = letters[span.clone()].iter().collect();
            let quote = Token { meaning: Meaning::Quote(words.clone()), text: words, span };
            tokens.splice(from..to, [quote]);
            place = from;
        }
        place += 1;
    }
    tokens
}

/// `把包邮那个字幕删了`, `delete the free shipping caption`: words that are there, by what they say.
fn quote_what_is_called(letters: &[char], tokens: &mut Vec<Token>) {
    let edits = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Remove | Verb::Move | Verb::Change)))
    };
    if !tokens.iter().any(edits) {
        return;
    }
    let Some(noun) = tokens.iter().position(is_text_noun) else { return };
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    let chinese = !tokens[noun].text.is_ascii();
    let ends = if chinese {
        let points = |token: &Token| {
            token.text == "的"
                || (token.sense() == Some(Sense::Link(Link::The))
                    && token.text.ends_with(['个', '条', '段', '张', '行', '句']))
        };
        noun.checked_sub(1).filter(|before| points(&tokens[*before]))
    } else {
        Some(noun)
    };
    let Some(to) = ends else { return };
    // In English all that stands behind the article: "the half price caption".
    let outside = |token: &Token| {
        if chinese {
            !strange(token)
        } else {
            matches!(
                token.sense(),
                Some(Sense::Link(_) | Sense::Break | Sense::Verb(_) | Sense::Place(_))
            ) || matches!(token.meaning, Meaning::Ordinal(_) | Meaning::Quote(_))
        }
    };
    let from = tokens[..to].iter().rposition(outside).map_or(0, |last| last + 1);
    let the = from
        .checked_sub(1)
        .is_some_and(|before| tokens[before].sense() == Some(Sense::Link(Link::The)));
    if from < to && (chinese || the) && tokens[from..to].iter().any(strange) {
        let span = tokens[from].span.start..tokens[to - 1].span.end;
        let words: String = letters[span.clone()].iter().collect();
        let quote = Token { meaning: Meaning::Quote(words.clone()), text: words, span };
        tokens.splice(from..to, [quote]);
    }
}

/// The tokens that are words to be shown because of the one at `place`.
fn said(letters: &[char], tokens: &[Token], place: usize) -> Option<(usize, usize)> {
    // "With the text Spring Sale" names what it brings.
    let names_itself = tokens[place].text.to_lowercase().ends_with("the text");
    let named = names_itself || tokens[..=place].iter().any(is_text_noun);
    if named && tokens[place].sense() == Some(Sense::Link(Link::Saying)) {
        return after_marker(tokens, place + 1);
    }
    if !is_text_noun(&tokens[place]) || is_denied(tokens, place) {
        return None;
    }
    let skipped = tokens[place + 1..].iter().take_while(|token| is_bridge(token)).count();
    // "标题：我们的婚礼": what stands behind the colon is shown, whatever its words mean.
    let colon =
        (place + 1..=(place + 1 + skipped).min(tokens.len().saturating_sub(1))).find(|next| {
            letters[tokens[next - 1].span.end..tokens[*next].span.start]
                .iter()
                .any(|letter| matches!(letter, ':' | '：'))
        });
    let from = colon.unwrap_or(place + 1 + skipped);
    let first = tokens.get(from)?;
    let opening = *letters.get(first.span.start)?;
    let mut gap = letters[tokens[from - 1].span.end..first.span.start].iter();
    if gap.any(|letter| matches!(letter, ':' | '：')) && !matches!(first.meaning, Meaning::Quote(_))
    {
        let to = sentence_part(tokens, from);
        // "Title: 80% size, regular weight": how they look.
        let looks = matches!(first.meaning, Meaning::Percent(_) | Meaning::Colour(_))
            || matches!(
                first.sense(),
                Some(Sense::Lettering(_) | Sense::Sizing(_) | Sense::Place(_) | Sense::Colour(_))
            );
        // "Title animation: slide in from the left", "captions: talk.srt".
        if comes_or_is_a_file(&tokens[from..to]) || begins_a_row_of_files(&tokens[from..]) {
            return None;
        }
        if looks && tokens[from..to].iter().any(is_of_letters) {
            return None;
        }
        // "Subtitles: 0-2s "Hello"": the words are told apart already.
        let has_quote =
            tokens[from..to].iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
        return (to > from && !has_quote).then_some((from, to));
    }
    if is_han(opening) {
        let gap = letters[tokens[from - 1].span.end..first.span.start].iter();
        let has_gap = gap.clone().any(|letter| matches!(letter, ' ' | ':' | '：' | '　'));
        let end = sentence_part(tokens, from);
        return (first.meaning == Meaning::Unknown
            && (has_gap
                || becomes(
                    &tokens[from - 1],
                    &letters[first.span.start..tokens[end - 1].span.end],
                )))
        .then_some((from, end));
    }
    let noun_is_small = !tokens[place].text.starts_with(char::is_uppercase);
    let capital = opening.is_uppercase()
        && !LISTS.speaks_of_oneself.has(&first.text_small())
        && !matches!(first.meaning, Meaning::Quote(_) | Meaning::File(..));
    (noun_is_small && capital).then(|| (from, capitalised(letters, tokens, from)))
}

/// `no writing please as Tom will be chatting`: what is not wanted says nothing.
fn is_denied(tokens: &[Token], place: usize) -> bool {
    let light = |token: &&Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A | Link::All)))
    };
    let before = tokens[..place].iter().rev().find(|token| !light(token));
    // "没人看字：早市4秒": it is read by nobody.
    let read = |before: &Token| before.meaning == Meaning::Unknown && before.text.ends_with('看');
    before.is_some_and(|before| before.sense() == Some(Sense::Link(Link::Without)) || read(before))
}

/// `a teaser for the label: crowd, neon, rooftop`: files that a film is of, and no words.
fn begins_a_row_of_files(tokens: &[Token]) -> bool {
    let picture =
        |token: &Token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual());
    matches!(tokens, [first, mark, second, ..] if picture(first) && is_break(mark) && picture(second))
}

fn comes_or_is_a_file(tokens: &[Token]) -> bool {
    let first = tokens.first().is_some_and(|first| {
        matches!(first.sense(), Some(Sense::Moving(_)))
            || matches!(first.meaning, Meaning::File(_, MediaKind::Subtitles))
    });
    first && tokens.iter().all(|token| token.meaning != Meaning::Unknown)
}

fn is_of_letters(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Lettering(_) | Sense::Sizing(_) | Sense::Noun(Noun::Size | Noun::Colour))
    ) || matches!(token.meaning, Meaning::Percent(_) | Meaning::Colour(_))
}

/// `标题改成夏天的海`: other wording, unless it may be another look (`标题改成藕荷色`).
fn becomes(verb: &Token, words: &[char]) -> bool {
    let said: String = words.iter().collect();
    verb.sense() == Some(Sense::Verb(Verb::Change))
        && verb.text.ends_with(['成', '为'])
        && !LISTS.looks_of_words.is_within(&said)
}

fn after_marker(tokens: &[Token], from: usize) -> Option<(usize, usize)> {
    if matches!(tokens.get(from)?.meaning, Meaning::Quote(_)) {
        return None;
    }
    let end = sentence_part(tokens, from);
    // "The caption says heeled change it to “healed”": it tells of words, and has others.
    let has_quote =
        tokens[from..end].iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    (end > from && !has_quote).then_some((from, end))
}

fn is_text_noun(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

/// What may stand between the noun and the words: `change the title to …`, `titled`.
fn is_bridge(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Filler | Sense::Link(Link::To | Link::As) | Sense::Verb(Verb::Change))
    )
}

/// Where the words end that run to the next mark, without a time or place at their end.
fn sentence_part(tokens: &[Token], from: usize) -> usize {
    let is_mark = |token: &Token| token.sense() == Some(Sense::Break) && !is_joint(token);
    let end = tokens[from..].iter().position(is_mark).map_or(tokens.len(), |count| from + count);
    let tail = tokens[from..end].iter().rev().take_while(|token| says_when(token)).count();
    time_part(tokens, end - tail, end)
}

/// Where the time or place begins that stands in a tail; the tail's end if there is none. "At nine from
/// 2s to 5s" is "at nine", and then a time.
fn time_part(tokens: &[Token], tail: usize, end: usize) -> usize {
    let is_time = |place: &usize| {
        matches!(tokens[*place].meaning, Meaning::Time(_))
            || matches!(
                tokens[*place].sense(),
                Some(Sense::Edge(_) | Sense::Place(_) | Sense::Link(Link::Whole))
            )
    };
    let Some(first) = (tail..end).find(is_time) else { return end };
    let leads = |place: &usize| {
        matches!(
            tokens[*place].sense(),
            Some(Sense::Link(Link::From | Link::At | Link::For | Link::Lead | Link::Rear))
        )
    };
    (tail..first).rev().find(leads).unwrap_or(first)
}

fn is_joint(token: &Token) -> bool {
    ["and", "&", "和", "与"].contains(&token.text.to_lowercase().as_str())
}

fn says_when(token: &Token) -> bool {
    match token.meaning {
        Meaning::Time(_) | Meaning::Number(_) | Meaning::Ordinal(_) => true,
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Edge(_)
                | Sense::Place(_)
                | Sense::Filler
                | Sense::Link(
                    Link::From
                        | Link::To
                        | Link::For
                        | Link::At
                        | Link::The
                        | Link::Whole
                        | Link::Lead
                        | Link::Rear
                )
                | Sense::Verb(Verb::Show)
        ),
        _ => false,
    }
}

/// Where a run of capitalised words ends; small words count where another capital follows.
fn capitalised(letters: &[char], tokens: &[Token], from: usize) -> usize {
    let is_capital = |token: &Token| {
        let first = letters[token.span.start];
        (first.is_uppercase() || first.is_ascii_digit())
            && !matches!(token.meaning, Meaning::Quote(_) | Meaning::Time(_))
    };
    let is_small = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(_) | Sense::Filler)) || is_joint(token)
    };
    let mut end = from;
    for (place, token) in tokens.iter().enumerate().skip(from) {
        if is_capital(token) {
            end = place + 1;
        } else if !is_small(token) {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::*;

    fn quoted(sentence: &str) -> Vec<String> {
        let tokens = quote_what_is_said(sentence, tokens(sentence, &[]));
        let words = |token: Token| match token.meaning {
            Meaning::Quote(words) => Some(words),
            _ => None,
        };
        tokens.into_iter().filter_map(words).collect()
    }

    #[test]
    fn words_after_a_marker_or_with_capitals_are_shown() {
        for (sentence, words) in [
            ("add a caption saying we open at nine, and music", "we open at nine"),
            ("add a caption saying hello world from 2s to 5s", "hello world"),
            ("add the title Paradise Found for 3 seconds", "Paradise Found"),
            ("add the title Salt and Pepper", "Salt and Pepper"),
            ("change the title to Happy Days", "Happy Days"),
            ("加标题 Sunset", "Sunset"),
            ("加标题：夏天的海，再加音乐", "夏天的海"),
            ("加个标题：我们的婚礼", "我们的婚礼"),
            ("add a title: our best day, and music", "our best day"),
            ("加一行文字写着夏天", "夏天"),
            ("标题改成夏天的海", "夏天的海"),
            ("把标题换成海边日落，再加音乐", "海边日落"),
        ] {
            assert_eq!(quoted(sentence), [words], "{sentence}");
        }
    }

    #[test]
    fn what_may_be_a_request_is_not_shown() {
        for sentence in [
            "add a title please",
            "remove the title and add music",
            "加标题",
            "ADD TITLE MUSIC",
            "标题改成藕荷色",
        ] {
            assert_eq!(quoted(sentence), [""; 0], "{sentence}");
        }
    }
}
