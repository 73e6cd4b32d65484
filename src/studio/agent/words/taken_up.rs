//! A wish that goes on with what was just told of, by its words alone: `the kiln is broken, use crowd.jpg in its place`,
//! `bikes那段相机装反了，画面转180度`, `海边开头2秒手抖，掐了`.
//!
//! Its words stand in `assets/language/restated_beside.toml`, with `~` for what was told of. As the wish takes it up,
//! what told of it asks for nothing, however it is said: it is told as a remark, and the wish is written out.

use std::ops::Range;

use super::bearing_english::surely_bears;
use super::goes_on::is_chinese;
use super::known;
use super::list::LISTS;
use super::name::Name;
use super::remark::is_thing;
use super::restate::Said;
use super::seam_told::seam_told;
use super::segment::{Behind, Segment, behind, unmarked_segments};
use super::sense::{Link, Noun, Question, Sense, Verb};
use super::statement::{demands, has_an_order, is_finite, words};
use super::token::{Meaning, Token, is_verb};
use crate::draft::Millis;

/// The rules that find such wishes: of a piece, and of a part of it.
#[cfg(test)]
pub const RULES: [&str; 2] = ["of-the-piece-told", "of-the-part-told"];

/// A sentence that says what it is of, and what is told beside it.
pub type WrittenOut = (String, Vec<String>);

/// The ways in which a sentence says so; `loosely` also by any word that points back.
pub fn taken_up(sentence: &str, names: &[Name], loosely: bool) -> Vec<WrittenOut> {
    let segments = unmarked_segments(sentence, names);
    let said = known::said(sentence, names);
    let written = |at: usize| {
        let told = told_before(&segments, at)?;
        let held = &segments[told.clone()];
        let wish = by_rule(&said, &segments, at, held).or_else(|| {
            let wish = pointing(held, &segments[at]).or_else(|| names_again(held, &segments[at]));
            wish.filter(|_| loosely).map(|wish| (wish, at + 1))
        });
        let (wish, end) = wish?;
        let before = text(&segments[..told.start]);
        let mark = if before.is_empty() { "" } else { "，" };
        let written = format!("{before}{mark}{wish}{}", text(&segments[end..]));
        Some((written, held.iter().map(remark).collect()))
    };
    let seam = seam_told(&segments);
    let mut ways: Vec<WrittenOut> =
        seam.into_iter().chain((1..segments.len()).filter_map(written)).collect();
    ways.extend(loosely.then(|| without_what_is_told(&segments)).flatten());
    ways
}

pub fn text(parts: &[Segment]) -> String {
    parts.iter().map(|part| part.said.as_str()).collect()
}

/// A part as it is told.
pub fn remark(part: &Segment) -> String {
    part.bare.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

/// `delete the queue pic it makes us look dead`, `bunny静音 后厨骂人都录进去了`: the sentence without the parts that surely
/// tell something, whatever their words mean elsewhere.
fn without_what_is_told(segments: &[Segment]) -> Option<WrittenOut> {
    let tells = |at: &usize| surely_tells(&segments[*at]) && !is_asked(segments, *at);
    let (told, kept): (Vec<usize>, Vec<usize>) = (0..segments.len()).partition(tells);
    if told.is_empty() || kept.is_empty() {
        return None;
    }
    let mut written = String::new();
    for part in kept.into_iter().map(|at| &segments[at]) {
        let said = if written.is_empty() { &part.bare } else { &part.said };
        written.push_str(said);
    }
    Some((written, told.into_iter().map(|at| remark(&segments[at])).collect()))
}

/// `what are they saying in bikes?`: the mark stands before the part behind it.
fn is_asked(segments: &[Segment], at: usize) -> bool {
    let marked = |part: &Segment| part.said.trim_start().starts_with(['?', '？']);
    segments[at].said.trim_end().ends_with(['?', '？']) || segments.get(at + 1).is_some_and(marked)
}

/// Of it or of somebody, in a form that orders nothing; or strange Chinese words of what has happened.
fn surely_tells(part: &Segment) -> bool {
    let tokens = part.tokens();
    if !only_tells(part)
        || tokens
            .iter()
            .any(|token| is_stretch(token) || matches!(token.meaning, Meaning::Number(_)))
    {
        return false;
    }
    if is_chinese(tokens) {
        let text: String = tokens.iter().map(|token| token.text.as_str()).collect();
        let strange = tokens.iter().filter(|token| token.meaning == Meaning::Unknown);
        let letters: usize = strange.map(|token| token.text.chars().count()).sum();
        let named = tokens.iter().any(|token| is_piece(token) || is_thing(token));
        let wants = LISTS.forbidding.is_within(&text) || LISTS.wanting.is_within(&text);
        return LISTS.told_of_a_thing.ends(text.trim_end_matches(['。', '，', '！']))
            && letters > 1
            && !named
            && !wants;
    }
    let words = words(tokens);
    let [first, rest @ ..] = words.as_slice() else { return false };
    let of_it = LISTS.points_out.has(&first.text) && rest.first().is_some_and(is_finite);
    let told = of_it || (LISTS.tells_of.has(&first.text) && !rest.is_empty());
    told && !demands(rest) && !has_an_order(rest)
}

/// The parts just before one that only tell something, from the last on that names what it is about.
fn told_before(segments: &[Segment], at: usize) -> Option<Range<usize>> {
    let about = |segment: &Segment| {
        segment.tokens().iter().any(|token| is_piece(token) || is_stretch(token))
    };
    let first = (0..at)
        .rev()
        .take_while(|at| only_tells(&segments[*at]) && !is_asked(segments, *at))
        .find(|at| about(&segments[*at]))?;
    // "The crossfade between the abbey and the charter is superfluous" tells of neither.
    // "The kiln and the glaze are both dull" tells of two.
    let whole = first == 0
        || !(segments[first - 1].leaves_a_pair_open()
            || segments[first - 1].is_named_with(&segments[first]));
    whole.then_some(first..at)
}

/// Whether a part tells something, and neither orders nor measures it.
fn only_tells(segment: &Segment) -> bool {
    let tokens = segment.tokens();
    let chinese = is_chinese(tokens);
    let first = tokens.iter().find(|token| {
        !matches!(
            token.sense(),
            Some(Sense::Break | Sense::Filler | Sense::Link(Link::The | Link::A))
        )
    });
    let mild = |verb: Verb| matches!(verb, Verb::Show | Verb::Use);
    let orders = first.is_some_and(|first| match first.sense() {
        Some(Sense::Verb(verb)) => !mild(verb),
        _ => false,
    });
    let exact = |token: &Token| {
        !is_stretch(token)
            && !matches!(
                token.meaning,
                Meaning::Known(_)
                    | Meaning::Unknown
                    | Meaning::File(..)
                    | Meaning::Ordinal(_)
                    | Meaning::Number(_)
            )
    };
    let limits = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Link(Link::Except | Link::AsItIs | Link::Instead | Link::Rest)
                    | Sense::Beyond(_)
            )
        ) || matches!(token.sense(), Some(Sense::Question(asked)) if asked != Question::Other)
    };
    let told = if chinese { is_told(tokens) } else { tells_in_english(tokens) };
    told && !orders && !tokens.iter().any(|token| exact(token) || limits(token))
}

/// `the first 2 seconds of bikes only show the parking lot`: a verb that orders nothing, or strange words of a part.
fn tells_in_english(tokens: &[Token]) -> bool {
    let strange = tokens.iter().any(|token| token.meaning == Meaning::Unknown);
    let of_a_part = strange && tokens.iter().any(is_stretch);
    let words = words(tokens);
    // "We no longer sell plates".
    let somebody = words.first().is_some_and(|first| LISTS.somebody.has(&first.text))
        && strange
        && !demands(&words)
        && !has_an_order(&words);
    (of_a_part || somebody || words.iter().any(is_finite)) && !surely_bears(tokens)
}

fn is_told(tokens: &[Token]) -> bool {
    let text: String = tokens.iter().map(|token| token.text.as_str()).collect();
    // "小弟把bikes拍倒了": what somebody has done. "猫咪放到最后嘛" is as much an order.
    let done = LISTS.told_of_a_thing.ends(text.trim_end_matches(['嘛', '呢']));
    let mild = |verb: Verb| matches!(verb, Verb::Show | Verb::Use | Verb::Make);
    let edits = |token: &Token| matches!(token.sense(), Some(Sense::Verb(verb)) if !mild(verb));
    let taken = text.contains('把') || text.contains('将') || tokens.iter().any(edits);
    let orders = LISTS.begs.is_within(&text) || (!done && taken);
    let strange = tokens.iter().any(|token| token.meaning == Meaning::Unknown);
    let states = LISTS.states.is_within(&text)
        || LISTS.told_of_a_thing.is_within(&text)
        || LISTS.is_like_that.ends(&text);
    !orders && (strange || states)
}

pub fn is_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
        || matches!(token.meaning, Meaning::Ordinal(_))
}

fn is_stretch(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
}

/// The one of its sort that is told of; of `the third picture is the wrong kiln` the subject.
fn only_one(held: &[Segment], fits: fn(&Token) -> bool) -> Option<&Token> {
    let all: Vec<&Token> =
        held.iter().flat_map(|part| part.tokens()).filter(|token| fits(token)).collect();
    let (first, others) = all.split_first()?;
    if others.iter().all(|other| other.meaning == first.meaning) {
        return Some(first);
    }
    let [only] = held else { return None };
    let joins = |token: &&Token| LISTS.is_so.has(&token.text_small());
    let copula = only.tokens().iter().find(joins)?.span.start;
    let subjects: Vec<&&Token> = all.iter().filter(|token| token.span.start < copula).collect();
    (subjects.len() == 1).then_some(first)
}

/// The wish by a rule, and the part behind it.
fn by_rule(
    said: &Said,
    segments: &[Segment],
    at: usize,
    held: &[Segment],
) -> Option<(String, usize)> {
    let begin = segments[at].begin();
    let stretch = only_one(held, is_stretch);
    let piece = only_one(held, is_piece);
    let rule = if stretch.is_some() { "of-the-part-told" } else { "of-the-piece-told" };
    let told = said.rule(rule, begin);
    let ends = |end: usize| {
        (at + 1..=segments.len()).find(|next| {
            let last = &segments[*next - 1];
            let from = if *next == at + 1 { end } else { end.max(last.begin()) };
            let to = telling_end(last).max(from);
            end <= last.span().end
                && from <= last.span().end
                && said.letters[end..to].iter().all(|letter| !letter.is_alphanumeric())
        })
    };
    let (_, wish, next) = told
        .iter()
        .filter_map(|(end, wish)| Some((*end, wish, ends(*end)?)))
        .max_by_key(|(end, ..)| *end)?;
    let of = match stretch {
        Some(stretch) => part_of(stretch, piece, held)?,
        None => called(piece?)?,
    };
    // "海边那段的标题写错了，删掉": that is the title.
    if wish.starts_with("remove") && !is_of_the_piece(held) {
        return None;
    }
    Some((wish.replace('~', &of), next))
}

/// Where a part ends but for what says nothing: `…, would you?`.
fn telling_end(part: &Segment) -> usize {
    let idle = |token: &&Token| matches!(token.sense(), Some(Sense::Filler | Sense::Break));
    let last = part.tokens().iter().rev().find(|token| !idle(token));
    last.map_or(part.span().end, |last| part.begin() + last.span.end)
}

/// Whether nothing is told of but the piece: no words, sound, look or seam of it.
fn is_of_the_piece(held: &[Segment]) -> bool {
    let of_it = |token: &Token| match token.sense() {
        Some(Sense::Noun(noun)) => !matches!(noun, Noun::Picture | Noun::Clip | Noun::Footage),
        Some(sense) => matches!(sense, Sense::Look(_) | Sense::Transition(_) | Sense::Camera(_)),
        None => false,
    };
    !held.iter().any(|part| part.tokens().iter().any(of_it))
}

/// By the name of its file or its number.
fn called(piece: &Token) -> Option<String> {
    match piece.meaning {
        Meaning::Ordinal(number) if number > 0 => Some(format!("clip {number}")),
        Meaning::Ordinal(-1) => Some("the last clip".to_owned()),
        Meaning::File(..) => Some(piece.text.clone()),
        _ => None,
    }
}

/// `2s off the start of bikes`, in words for what is cut.
fn part_of(stretch: &Token, piece: Option<&Token>, held: &[Segment]) -> Option<String> {
    let several = held.iter().flat_map(|part| part.tokens()).any(is_piece) && piece.is_none();
    if several {
        return None;
    }
    let seconds = |time: Millis| format!("{}s", time.as_secs_f64());
    let of = piece.and_then(called);
    let of = |joins: &str| of.as_ref().map_or(String::new(), |name| format!(" {joins} {name}"));
    Some(match stretch.meaning {
        Meaning::Head(time) => format!("{} off the start{}", seconds(time), of("of")),
        Meaning::Tail(time) => format!("{} off the end{}", seconds(time), of("of")),
        Meaning::Range(from, to) => format!("{} to {}{}", seconds(from), seconds(to), of("out of")),
        _ => return None,
    })
}

/// `学生要抄写板书，请让板书停留15秒`: the wish names what was told of once more.
fn names_again(held: &[Segment], segment: &Segment) -> Option<String> {
    let told = only_one(held, is_piece)?;
    let named = segment.tokens().iter().filter(|token| is_piece(token));
    let again = named.map(|token| &token.meaning).collect::<Vec<_>>() == [&told.meaning];
    (again && !held.iter().any(|part| part.tokens().iter().any(is_stretch)))
        .then(|| segment.bare.clone())
}

/// The wish with the name in place of a word that points back.
fn pointing(held: &[Segment], segment: &Segment) -> Option<String> {
    only_one(held, is_piece).filter(|_| is_of_the_piece(held))?;
    let held: Vec<&Segment> = held.iter().collect();
    let acts = segment.tokens().iter().any(is_verb);
    match behind(&held, segment) {
        Behind::Of(said) if acts => Some(said),
        _ => None,
    }
}
