//! A sentence into tokens, each the longest thing known at its place.

use super::compounds::compound_at;
use super::english_number;
use super::finally::lead_on;
use super::known;
use super::letters::{alike, is_han, is_latin, shots_as_pieces, without_slips};
use super::lexicon::{is_another_word, sense_at, sense_of_misspelt, sense_of_slipped_phrase};
use super::measure::measure_at;
use super::name::{Name, missing_chinese_name_at, missing_name_at, name_at};
use super::quantity::{colour_at, quantity_at, speed_at};
use super::quote::quoted_at;
use super::sense::{Beyond, Degree, Link, Sense};
use super::token::{Meaning, Token};
use super::traditional::simplified;

/// The tokens of a sentence. Spaces and marks without a meaning are passed over.
pub fn tokens(sentence: &str, names: &[Name]) -> Vec<Token> {
    known::tokens(sentence, names, read)
}

fn read(sentence: &str, names: &[Name]) -> Vec<Token> {
    let written: Vec<char> = sentence.chars().collect();
    let shown = shots_as_pieces(written.clone());
    let letters = shots_as_pieces(without_slips(alike(sentence)));
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (meaning, length) = next(&written, &letters, at, &tokens, names);
        let end = (at + length.max(1)).min(letters.len());
        if let Some(meaning) = meaning {
            let text = shown[at..end].iter().copied().map(simplified).collect();
            push(&mut tokens, Token { meaning, text, span: at..end });
        }
        at = end;
    }
    lead_on(without_endings(tokens))
}

/// `后边儿`, `字幕条儿`: the ending is part of the known word before it.
fn without_endings(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let ending = token.meaning == Meaning::Unknown && token.text == "儿";
        match kept.last_mut() {
            Some(last)
                if ending
                    && matches!(last.meaning, Meaning::Known(_))
                    && last.text.chars().all(is_han)
                    && last.span.end == token.span.start =>
            {
                last.span.end = token.span.end;
            }
            _ => kept.push(token),
        }
    }
    kept
}

/// Chinese characters that no phrase knows are one unknown word as long as they touch.
fn push(tokens: &mut Vec<Token>, token: Token) {
    let touches =
        |last: &Token| last.meaning == Meaning::Unknown && last.span.end == token.span.start;
    match tokens.last_mut() {
        Some(last) if token.meaning == Meaning::Unknown && touches(last) => {
            last.text.push_str(&token.text);
            last.span.end = token.span.end;
        }
        _ => tokens.push(token),
    }
}

type Step = (Option<Meaning>, usize);

fn next(written: &[char], letters: &[char], at: usize, before: &[Token], names: &[Name]) -> Step {
    if let Some(quoted) = quoted_at(written, at) {
        return (Some(Meaning::Quote(quoted.words)), quoted.length);
    }
    if let Some(length) = smile_at(letters, at) {
        return (None, length);
    }
    // "①", "②": one after the other.
    if letters[at] == '\n' || ('①'..='⑳').contains(&letters[at]) {
        return (Some(Meaning::Known(Sense::Break)), 1);
    }
    let quantity = quantity_at(letters, at).or_else(|| colour_at(letters, at));
    if let Some((quantity, length)) = quantity {
        return (Some(quantity), length);
    }
    if letters[at] == '.' && is_inside_a_name(letters, at) {
        return (None, 1);
    }
    if let Some(goal) = goal_behind_a_colon(letters, at, before) {
        return (Some(goal), 1);
    }
    if let Some(sign) = signed(letters, at, before) {
        return (Some(sign), 1);
    }
    if letters[at] == '-' || letters[at] == '~' {
        return dash(letters, at, before);
    }
    let known = known_at(letters, at, names);
    if let Some(length) = compound_at(letters, at, names)
        && known.as_ref().is_none_or(|(_, known)| *known < length)
    {
        return (Some(Meaning::Unknown), length);
    }
    known.map_or_else(|| unknown_at(letters, at), |(meaning, length)| (Some(meaning), length))
}

/// Among a file name, a measure and a phrase the longest wins, and earlier ones win ties; but a bare
/// stem that is also a phrase (`music` of `music.mp3`) is the phrase.
fn known_at(letters: &[char], at: usize, names: &[Name]) -> Option<(Meaning, usize)> {
    let named = name_at(letters, at, names);
    if let Some(found) = named.as_ref().filter(|found| found.whole) {
        return Some((found.meaning(names), found.length));
    }
    // "bath换成garage.jpg": a name that is known ends where the Chinese begins.
    let known = named
        .as_ref()
        .is_some_and(|found| letters.get(at + found.length).is_some_and(|next| is_han(*next)));
    if starts_word(letters, at)
        && !known
        && let Some(length) = missing_latin_name(letters, at)
        && !ends_in_a_name(letters, at, length, names)
        && !(measure_at(letters, at).is_some()
            && letters[at..at + length].iter().any(|letter| is_han(*letter)))
    {
        return Some((Meaning::MissingFile(letters[at..at + length].iter().collect()), length));
    }
    let measure = measure_at(letters, at);
    let sense = sense_at(letters, at);
    if named.is_none()
        && measure.is_none()
        && let Some(length) = missing_chinese_name(letters, at, sense.as_ref(), names)
    {
        return Some((Meaning::MissingFile(letters[at..at + length].iter().collect()), length));
    }
    let phrase = sense.map(|(sense, length)| (Meaning::Known(sense), length));
    let stem = named.map(|found| (found.meaning(names), found.length));
    // "Put the team first": a word that says nothing else here is the file of that name.
    let idle = matches!(phrase, Some((
            Meaning::Known(Sense::Filler | Sense::Beyond(Beyond::Other | Beyond::Generate | Beyond::Speech)),
            length,
        ))
        if stem.as_ref().is_some_and(|(_, found)| *found == length));
    let phrase = phrase.filter(|_| !idle);
    // "2x" and its like stand in the vocabulary; any other number does as well.
    let speed = speed_at(letters, at);
    [measure, phrase, stem, speed]
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// `bgm换long.mp3`: a word, and then a file that there is.
fn ends_in_a_name(letters: &[char], at: usize, length: usize, names: &[Name]) -> bool {
    (at + 1..at + length).filter(|start| is_han(letters[start - 1])).any(|start| {
        name_at(letters, start, names)
            .is_some_and(|found| found.whole && start + found.length == at + length)
    })
}

/// A full stop between letters ends no sentence.
fn is_inside_a_name(letters: &[char], at: usize) -> bool {
    let is_part =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|l| is_latin(*l));
    is_part(at.checked_sub(1)) && is_part(Some(at + 1))
}

/// A missing file's name that begins with a Latin letter or digit: Chinese words before a name
/// cannot be told from it.
fn missing_latin_name(letters: &[char], at: usize) -> Option<usize> {
    is_latin(letters[at]).then(|| missing_name_at(letters, at)).flatten()
}

/// `删除 电泳图.png`, `仓鼠.jpg不要了`: a missing file's name that begins with a Chinese letter. It begins where no known
/// word does, or behind a space or a mark, where the known word is a thing rather than an order.
fn missing_chinese_name(
    letters: &[char],
    at: usize,
    sense: Option<&(Sense, usize)>,
    names: &[Name],
) -> Option<usize> {
    if !is_han(letters[at]) || !letters[at..].contains(&'.') {
        return None;
    }
    let length = missing_chinese_name_at(letters, at)?;
    let apart = at.checked_sub(1).is_none_or(|before| !letters[before].is_alphanumeric());
    let thing = matches!(sense, Some((Sense::Noun(_) | Sense::Beyond(_), _)));
    let orders = |at: usize| matches!(sense_at(letters, at), Some((Sense::Verb(_), 2..)));
    let begins = sense.is_none() || (apart && thing);
    let one = begins && !(at + 1..at + length).any(orders);
    (one && !ends_in_a_name(letters, at, length, names)).then_some(length)
}

fn starts_word(letters: &[char], at: usize) -> bool {
    at == 0 || !is_latin(letters[at - 1])
}

/// A dash between two numbers means "to"; elsewhere it says nothing.
fn dash(letters: &[char], at: usize, before: &[Token]) -> Step {
    let after_number = before
        .last()
        .is_some_and(|token| matches!(token.meaning, Meaning::Number(_) | Meaning::Time(_)));
    let more = letters[at..].iter().take_while(|letter| matches!(letter, '-' | '~' | ' ')).count();
    let before_number = letters.get(at + more).is_some_and(char::is_ascii_digit);
    let starts_word = at == 0 || letters[at - 1] == ' ';
    let meaning = match (after_number, before_number) {
        (true, true) => Some(Meaning::Known(Sense::Link(Link::To))),
        // Nothing here is less than nothing, so "-5" is a word like any other that is not understood.
        (false, true) if starts_word && more == 1 => Some(Meaning::Unknown),
        // "They can't read it - make the title larger".
        _ if starts_word && at > 0 && letters[at..at + more].ends_with(&[' ']) => {
            Some(Meaning::Known(Sense::Break))
        }
        _ => None,
    };
    (meaning, more)
}

/// `:)`, `<3`, `;-)`: how somebody feels about it.
fn smile_at(letters: &[char], at: usize) -> Option<usize> {
    const SMILES: [&str; 13] =
        [":-)", ";-)", ":-d", ":-(", ":)", ";)", ":(", ":d", "=)", "<3", "^^", ":p", "xd"];
    let alone = at == 0 || !letters[at - 1].is_alphanumeric();
    let fits = |smile: &&&str| {
        let smile: Vec<char> = smile.chars().collect();
        let end = at + smile.len();
        letters[at..].starts_with(&smile) && letters.get(end).is_none_or(|l| !l.is_alphanumeric())
    };
    SMILES.iter().find(fits).filter(|_| alone).map(|smile| smile.chars().count())
}

/// `对比度+10%`, `音量-20%`: by so much more or less.
fn signed(letters: &[char], at: usize, before: &[Token]) -> Option<Meaning> {
    let degree = match letters[at] {
        '+' => Degree::Louder,
        '-' => Degree::Quieter,
        _ => return None,
    };
    let digits = letters[at + 1..].iter().take_while(|l| l.is_ascii_digit() || **l == '.').count();
    let share = digits > 0 && letters.get(at + 1 + digits) == Some(&'%');
    let toned = before.last().is_some_and(|token| matches!(token.sense(), Some(Sense::Tone(_))));
    let share = share || (digits > 0 && toned);
    let after_number = before
        .last()
        .is_some_and(|token| matches!(token.meaning, Meaning::Number(_) | Meaning::Percent(_)));
    (share && !after_number).then_some(Meaning::Known(Sense::Degree(degree)))
}

/// `music quieter: 25%`: what follows is where it is to be, and not by how much.
fn goal_behind_a_colon(letters: &[char], at: usize, before: &[Token]) -> Option<Meaning> {
    let way = before.last().is_some_and(|token| {
        matches!(token.sense(), Some(Sense::Degree(Degree::Quieter | Degree::Louder)))
    });
    let next = letters[at + 1..].iter().find(|letter| **letter != ' ');
    (letters[at] == ':' && way && next.is_some_and(char::is_ascii_digit))
        .then_some(Meaning::Known(Sense::Link(Link::To)))
}

fn unknown_at(letters: &[char], at: usize) -> Step {
    if is_han(letters[at]) {
        return (Some(Meaning::Unknown), 1);
    }
    if !is_latin(letters[at]) {
        return (None, 1);
    }
    let part = |letter: &&char| is_latin(**letter) || matches!(letter, '\'' | '_');
    let length = letters[at..].iter().take_while(part).count();
    let word = &letters[at..at + length];
    if let Some((sense, length)) =
        sense_of_slipped_phrase(letters, at).filter(|_| !is_another_word(word))
    {
        return (Some(Meaning::Known(sense)), length);
    }
    let meaning = misspelt(word).unwrap_or(Meaning::Unknown);
    (Some(meaning), length)
}

/// What a word was meant to be, if it is one slip away from a word that is known.
fn misspelt(word: &[char]) -> Option<Meaning> {
    if is_another_word(word) {
        return None;
    }
    sense_of_misspelt(word).map(Meaning::Known).or_else(|| english_number::of_misspelt(word))
}

#[cfg(test)]
mod tests {
    use crate::api::wire::MediaKind;

    use super::*;

    fn said(sentence: &str) -> Vec<String> {
        let names =
            [Name::new("music.mp3", MediaKind::Audio), Name::new("bikes.mp4", MediaKind::Video)];
        let tell = |token: Token| match token.meaning {
            Meaning::Known(Sense::Verb(verb)) => format!("{verb:?}"),
            Meaning::Known(Sense::Noun(noun)) => format!("{noun:?}"),
            Meaning::Known(Sense::Link(link)) => format!("{link:?}"),
            Meaning::Known(Sense::Break) => "|".into(),
            Meaning::Known(Sense::Filler) => "-".into(),
            Meaning::Known(sense) => format!("{sense:?}"),
            Meaning::Unknown => format!("?{}", token.text),
            meaning => format!("{meaning:?}"),
        };
        tokens(sentence, &names).into_iter().map(tell).collect()
    }

    #[test]
    fn the_same_request_is_the_same_tokens_in_both_languages() {
        assert_eq!(said("please add music"), ["-", "Add", "Music"]);
        assert_eq!(said("请加音乐"), ["-", "Add", "Music"]);
    }

    #[test]
    fn quoted_words_are_never_read() {
        assert_eq!(
            said("add the title \"remove the music\""),
            ["Add", "The", "Title", "Quote(\"remove the music\")"]
        );
        assert_eq!(said("加标题“删除音乐”"), ["Add", "Title", "Quote(\"删除音乐\")"]);
    }

    #[test]
    fn a_files_stem_gives_way_to_the_vocabulary() {
        assert_eq!(said("remove music"), ["Remove", "Music"]);
        assert_eq!(said("remove music.mp3"), ["Remove", "File(0, Audio)"]);
        assert_eq!(said("remove bikes"), ["Remove", "File(1, Video)"]);
    }

    #[test]
    fn a_slip_of_the_fingers_is_read_and_a_strange_word_is_kept() {
        assert_eq!(said("remvoe the titel"), ["Remove", "The", "Title"]);
        assert_eq!(said("remove the xylophone"), ["Remove", "The", "?xylophone"]);
        assert_eq!(said("删除鲸鱼"), ["Remove", "?鲸鱼"]);
    }

    #[test]
    fn a_dash_between_numbers_means_to() {
        assert_eq!(said("3-6s"), ["Number(3.0)", "To", "Time(Millis(6000))"]);
    }
}
