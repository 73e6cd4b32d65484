//! What a wish is said of that does not say so itself, written into it: `cut 2 seconds off bikes, …, then mute it` says
//! `mute bikes.mp4` at its end, and `海边开头2秒剪掉，…，再静音` says `海边.mp4静音`.
//!
//! A word that points back (`it`, `both of them`, `这张`) gives way to the names. Chinese leaves such a word out as often,
//! and the names stand first then; in English they stand behind the verb that has no object (`then mute`).

use std::ops::Range;

use super::bearing::is_said_exactly;
use super::goes_on::{is_chinese, is_seam};
use super::letters::alike;
use super::list::{LISTS, List};
use super::name::Name;
use super::quote::quoted_at;
use super::remark::{is_taking_away, said};
use super::segment::Segment;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_verb};

/// What may stand before a Chinese word that points back: `把这张`.
const TAKES: &str = "把将给让对从在请就也先都再并";

/// What was spoken of last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Told {
    /// Nothing that a wish could be of.
    #[default]
    Nothing,
    /// Several things, and it is not clear which.
    Unclear,
    /// Pieces, by their names.
    Pieces(Vec<String>),
    /// What is heard with a piece.
    Heard(String),
    /// The words on the picture.
    Words,
    /// The music.
    Music,
    /// How pieces take over from each other.
    Seams,
}

/// What a remark tells of, behind what was spoken of before it.
pub fn told_by(remark: &Segment, before: &Told) -> Told {
    let tokens = remark.tokens();
    let mut named: Vec<String> = Vec::new();
    for token in tokens.iter().filter(|token| is_piece(token)) {
        let name = called(token);
        if !named.contains(&name) {
            named.push(name);
        }
    }
    let has = |nouns: &[Noun]| {
        tokens
            .iter()
            .any(|token| matches!(token.sense(), Some(Sense::Noun(noun)) if nouns.contains(&noun)))
    };
    // "The sepia on the abbey is too much, take it off": of the look.
    let looks = |token: &Token| {
        matches!(token.sense(), Some(Sense::Look(_) | Sense::Camera(_))) && !named.is_empty()
    };
    if tokens.iter().any(looks) || (has(&[Noun::Sound, Noun::Volume]) && named.len() > 1) {
        return Told::Unclear;
    }
    let heard = has(&[Noun::Sound, Noun::Volume]).then(|| named.first().cloned()).flatten();
    let things = [
        (heard.is_none() && !named.is_empty(), Told::Pieces(named)),
        (heard.is_some(), Told::Heard(heard.unwrap_or_default())),
        (has(&[Noun::Title, Noun::Caption, Noun::Heading, Noun::Text]), Told::Words),
        (has(&[Noun::Music]), Told::Music),
        (tokens.iter().any(is_seam), Told::Seams),
    ];
    let mut told = things.into_iter().filter(|(is_told, _)| *is_told).map(|(_, told)| told);
    match (told.next(), told.next()) {
        (None, _) => before.clone(),
        (Some(only), None) => only,
        _ => Told::Unclear,
    }
}

/// The same for two remarks, one right behind the other.
pub fn and_told(first: &Told, more: Told) -> Told {
    match (first, more) {
        (Told::Pieces(first), Told::Pieces(more)) => {
            let new = more.into_iter().filter(|name| !first.contains(name));
            Told::Pieces(first.iter().cloned().chain(new).collect())
        }
        (_, more) => more,
    }
}

fn is_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
        || matches!(token.meaning, Meaning::Ordinal(_))
}

/// Whether a part is passed over for the one behind it, whatever it asks for: it says less exactly what that says (`最后一张停
/// 久点，给到6秒`), or only where two pieces are to be that change places (`the tunnel ought to come before the bridge, swap
/// those two`).
pub fn only_leads_to(part: &Segment, next: &Segment) -> bool {
    let pieces = part.tokens().iter().filter(|token| is_piece(token)).count();
    if names_its_own(next.tokens()) {
        return false;
    }
    // "Bikes: lose the first 2 seconds, mute it".
    if part.only_names() && !next.only_names() && told_by(part, &Told::Nothing) != Told::Unclear {
        return true;
    }
    let swaps = next.tokens().iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Swap)));
    (swaps && pieces == 2) || (pieces == 1 && is_said_exactly(part.tokens(), next.tokens()))
}

/// By the words that named it, or by its number.
fn called(token: &Token) -> String {
    let chinese = !token.text.is_ascii();
    match token.meaning {
        Meaning::Ordinal(-1) if chinese => "最后一段".to_owned(),
        Meaning::Ordinal(-1) => "the last clip".to_owned(),
        Meaning::Ordinal(number) if number > 0 && chinese => format!("第{number}段"),
        Meaning::Ordinal(number) if number > 0 => format!("clip {number}"),
        _ => token.text.clone(),
    }
}

/// The ways in which a wish says what it is of, the likeliest first; none where that is not clear.
pub fn handed_on(segment: &Segment, told: &Told) -> Vec<String> {
    let as_it_is = vec![segment.bare.clone()];
    let chinese = is_chinese(segment.tokens());
    if let Some((span, several)) = pointer(&segment.bare) {
        // "Both pictures" may be all there are.
        let counted: String = alike(&segment.bare)[span.clone()].iter().collect();
        let counted = several == Some(true)
            && !matches!(told, Told::Pieces(_) | Told::Unclear)
            && LISTS.counts_those.is_within(&counted);
        let names = names_of(told, several, chinese, segment);
        let written = names.map(|names| in_place(&segment.bare, span, &names));
        return written.into_iter().chain(counted.then(|| segment.bare.clone())).collect();
    }
    if names_its_own(segment.tokens()) {
        return as_it_is;
    }
    let Some(names) = names_of(told, None, chinese, segment) else {
        return if *told == Told::Nothing { as_it_is } else { Vec::new() };
    };
    if chinese { named_first(&segment.bare, &names) } else { named_behind(segment, &names) }
}

/// Whether a sentence names two pieces and then speaks of two that it points at: `…, lift them both by 20%`.
pub fn counts_those(sentence: &str, names: &[Name]) -> bool {
    let Some((span, Some(true))) = pointer_by_count(sentence) else { return false };
    let tokens = super::named(sentence, names);
    // "Swap those two" is read with what was told of them.
    if tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Swap))) {
        return false;
    }
    let before = tokens.iter().take_while(|token| token.span.end <= span.start);
    let named: Vec<&Token> = before.filter(|token| is_piece(token)).collect();
    named.len() == 2 && named[0].meaning != named[1].meaning
}

/// The first word that points back and counts.
fn pointer_by_count(said: &str) -> Option<(Range<usize>, Option<bool>)> {
    let letters: String = alike(said).into_iter().collect();
    if !LISTS.counts_those.is_within(&letters) {
        return None;
    }
    let found = pointer(said)?;
    let word: String = alike(said)[found.0.clone()].iter().collect();
    LISTS.counts_those.is_within(&word).then_some(found)
}

/// Whether a wish says by itself what it is of, or is of the film.
fn names_its_own(tokens: &[Token]) -> bool {
    said(tokens).any(|token| match token.meaning {
        Meaning::File(..)
        | Meaning::Files(_)
        | Meaning::MissingFile(_)
        | Meaning::Ordinal(_)
        | Meaning::FirstOf(_)
        | Meaning::LastOf(_)
        | Meaning::Half { .. }
        | Meaning::Quote(_)
        | Meaning::Ratio(..)
        | Meaning::Rate(_)
        | Meaning::Loudness(_) => true,
        Meaning::Known(Sense::Noun(_)) => !is_property(token),
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Shape(_)
                | Sense::Platform(_)
                | Sense::Resolution(_)
                | Sense::Transition(_)
                | Sense::Sorting(_)
                | Sense::Mood(_)
                | Sense::Beyond(_)
                | Sense::Question(_)
                | Sense::Link(
                    Link::All
                        | Link::Each
                        | Link::These
                        | Link::Rest
                        | Link::TheOther
                        | Link::Except
                        | Link::AsItIs
                        | Link::Alternate
                )
        ),
        _ => false,
    })
}

/// The names for what was told of: `a.jpg and b.jpg`, `the music`. `several`: whether the word for it is of more than one.
fn names_of(told: &Told, several: Option<bool>, chinese: bool, wish: &Segment) -> Option<String> {
    let goes = wish.tokens().iter().any(is_taking_away);
    let names = match told {
        Told::Pieces(names) => names.clone(),
        // "The sound of bikes is awful, remove it".
        Told::Heard(name) if goes && chinese => vec![format!("{name}的声音")],
        Told::Heard(name) if goes => vec![format!("the sound of {name}")],
        Told::Heard(name) => vec![name.clone()],
        Told::Words => vec![if chinese { "标题" } else { "the title" }.to_owned()],
        Told::Music => vec![if chinese { "音乐" } else { "the music" }.to_owned()],
        Told::Seams => vec![if chinese { "转场" } else { "the transitions" }.to_owned()],
        Told::Nothing | Told::Unclear => return None,
    };
    // "The mugs sell best, open with them"; all of the transitions are spoken of at once.
    let plural = *told == Told::Seams || names.iter().all(|name| stem(name).ends_with('s'));
    let fits = match several {
        None => true,
        Some(false) => names.len() == 1,
        Some(true) => names.len() > 1 || plural,
    };
    let both = if chinese { "和" } else { " and " };
    fits.then(|| names.join(both))
}

/// The name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Where a word points back, and whether to more than one; of what is quoted nothing.
fn pointer(said: &str) -> Option<(Range<usize>, Option<bool>)> {
    let written: Vec<char> = said.chars().collect();
    let letters = alike(said);
    let mut at = 0;
    while at < letters.len() {
        if let Some(quoted) = quoted_at(&written, at) {
            at += quoted.length;
            continue;
        }
        let several = longest(&LISTS.points_at_several, &letters, at);
        let one = longest(&LISTS.points_at_one, &letters, at);
        match (several, one) {
            (Some(long), short) if short.is_none_or(|short| short <= long) => {
                return Some((at..at + long, Some(true)));
            }
            (_, Some(long)) => return Some((at..at + long, Some(false))),
            _ => at += 1,
        }
    }
    None
}

/// How many letters the longest word of a list takes that stands at a place as a word.
fn longest(words: &List, letters: &[char], at: usize) -> Option<usize> {
    let fits = |word: &str| {
        let mut end = at;
        for letter in word.chars() {
            (letters.get(end) == Some(&letter)).then_some(())?;
            end += 1;
        }
        stands_apart(&letters[at..end], letters, at).then_some(end - at)
    };
    words.iter().filter_map(fits).max()
}

/// Not the `it` of `bit`; not `毛肚那张` or `前两张`, which say which.
fn stands_apart(word: &[char], letters: &[char], at: usize) -> bool {
    let latin = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '\'';
    let before = letters[..at].last();
    match word[0] {
        first if first.is_ascii() => {
            !before.is_some_and(latin) && !letters.get(at + word.len()).is_some_and(latin)
        }
        '它' | '他' => before != Some(&'其'),
        _ => before.is_none_or(|before| !before.is_alphanumeric() || TAKES.contains(*before)),
    }
}

/// A space where two Latin words would touch.
fn in_place(said: &str, span: Range<usize>, names: &str) -> String {
    let letters: Vec<char> = said.chars().collect();
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let (before, after) = (text(&letters[..span.start]), text(&letters[span.end..]));
    let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let touch = |one: &str, other: &str| {
        if latin(one.chars().next_back()) && latin(other.chars().next()) { " " } else { "" }
    };
    format!("{before}{}{names}{}{after}", touch(&before, names), touch(names, &after))
}

/// `再静音` of bikes.mp4 is `bikes.mp4静音`.
fn named_first(said: &str, names: &str) -> Vec<String> {
    let mut rest = said.trim_start();
    while let Some(shorter) = LISTS
        .goes_on_before
        .iter()
        .filter_map(|word| rest.strip_prefix(word))
        .min_by_key(|shorter| shorter.len())
        .filter(|shorter| !shorter.trim().is_empty())
    {
        rest = shorter.trim_start();
    }
    vec![in_place(rest, 0..0, names)]
}

/// What something has: `声音关掉`, `the volume to 30%`.
fn is_property(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(
            Noun::Sound
                | Noun::Volume
                | Noun::Size
                | Noun::Colour
                | Noun::Tempo
                | Noun::Opacity
                | Noun::Transparency
                | Noun::FadeIn
                | Noun::FadeOut
                | Noun::FadeBoth
        ))
    )
}

/// `turn the sound off` of bikes.mp4 is `turn the sound of bikes.mp4 off`.
fn named_behind_its(segment: &Segment, names: &str) -> Option<String> {
    let fade = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
    };
    let property = segment.tokens().iter().find(|token| is_property(token) && !fade(token))?;
    let letters: Vec<char> = segment.bare.chars().collect();
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let before = text(&letters[..property.span.start]);
    let its = ["its ", "their "].iter().find_map(|its| before.strip_suffix(its));
    let before = its.map_or(before.clone(), |before| format!("{before}the "));
    let after = text(&letters[property.span.end..]);
    Some(format!("{before}{} of {names}{after}", property.text))
}

/// `then mute` of bikes.mp4 is `then mute bikes.mp4`; `6 seconds each` is `make bikes.mp4 6 seconds each`.
fn named_behind(segment: &Segment, names: &str) -> Vec<String> {
    if let Some(of_its) = named_behind_its(segment, names) {
        return vec![of_its];
    }
    let tokens = segment.tokens();
    match tokens.iter().find(|token| token.sense() != Some(Sense::Filler)) {
        // "It looks like a cave, bump brightness 25%".
        Some(first) if is_verb(first) || LISTS.turns_up.has(&first.text_small()) => {
            let end = first.span.end;
            let of = |joins: &str| format!("{} {joins} {names}", without_end(&segment.bare));
            vec![in_place(&segment.bare, end..end, &format!(" {names}")), of("of"), of("on")]
        }
        Some(first) if is_value(first) => {
            let bare = without_end(&segment.bare);
            vec![format!("make {names} {bare}"), format!("{bare} on {names}")]
        }
        _ => Vec::new(),
    }
}

fn without_end(said: &str) -> &str {
    said.trim_end_matches(|letter: char| letter.is_whitespace() || ".,!;".contains(letter))
}

/// `6 seconds`, `black and white`, `half speed`.
fn is_value(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_)
            | Meaning::Speed(_)
            | Meaning::Known(Sense::Look(_) | Sense::Tone(_) | Sense::Pace(_))
    )
}

#[cfg(test)]
mod tests {
    use super::super::Name;
    use super::super::segment::segments;
    use super::*;
    use crate::api::wire::MediaKind;

    fn ways(said: &str, told: &Told) -> Vec<String> {
        let names = [Name::new("a.mp4", MediaKind::Video), Name::new("b.mp4", MediaKind::Video)];
        segments(said, &names).iter().flat_map(|segment| handed_on(segment, told)).collect()
    }

    #[test]
    fn what_was_told_of_is_written_into_the_wish() {
        let one = Told::Pieces(vec!["a.mp4".into()]);
        let two = Told::Pieces(vec!["a.mp4".into(), "b.mp4".into()]);
        for (said, told, wanted) in [
            ("mute it", &one, "mute a.mp4"),
            ("turn it down to 20%", &Told::Music, "turn the music down to 20%"),
            ("slow both of them to half speed", &two, "slow a.mp4 and b.mp4 to half speed"),
            ("再静音", &one, "a.mp4静音"),
            ("把它们静音", &two, "把a.mp4和b.mp4静音"),
            ("mute b.mp4", &one, "mute b.mp4"),
        ] {
            assert_eq!(ways(said, told), [wanted], "{said}");
        }
    }

    #[test]
    fn one_of_several_is_not_chosen() {
        let two = Told::Pieces(vec!["a.mp4".into(), "b.mp4".into()]);
        assert!(ways("mute it", &two).is_empty());
        assert!(ways("mute it", &Told::Unclear).is_empty());
    }
}
