//! What stands in a part of a sentence, each with the words that say it plainly.

use crate::api::wire::MediaKind;
use crate::draft::Millis;

use super::super::list::LISTS;
use super::super::name::Name;
use super::super::sense::{
    Degree, Edge, Link, Look, Noun, Pace, Sense, Stretch, Tone, Turning, Verb,
};
use super::super::token::{Meaning, Token, is_file_or_place, says, tells_when};

/// Something in a part of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// What it is.
    pub kind: Kind,
    /// As it is said plainly.
    pub text: String,
    /// Whether it is what something is to become, or where it is to go: `down to 3 seconds`, `放到开头`.
    pub to: bool,
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    Piece,
    Song,
    It,
    Verb(Verb),
    Time,
    Moment,
    /// A part of something that lasts.
    Span,
    Edge(Edge),
    Before,
    After,
    Between,
    All,
    Each,
    Only,
    Look,
    Tone(Tone),
    Number,
    Percent,
    Degrees,
    Turning(Turning),
    Speed,
    Loudness,
    Rate,
    Shape,
    Quote,
    Words(Noun),
    Music,
    Mood,
    Sound,
    Transition,
    FadeIn,
    FadeOut,
    Place,
    Camera,
    Film,
    Size,
    Inset,
    Degree(Degree),
    Stretch(Stretch),
    Unknown,
    /// Something else that bears on what is wanted.
    Other,
}

/// What stands in a part, without what says nothing.
pub fn slots(tokens: &[Token], names: &[Name]) -> Vec<Slot> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some((kind, text)) = slot(tokens, at, names) else { continue };
        let text = text.unwrap_or_else(|| token.text.clone());
        found.push(Slot { kind, text, to: is_led_to(tokens, at) });
    }
    found
}

fn slot(tokens: &[Token], at: usize, names: &[Name]) -> Option<(Kind, Option<String>)> {
    let plain = |text: String| Some(text);
    Some(match &tokens[at].meaning {
        Meaning::File(file, MediaKind::Audio) => (Kind::Song, names.get(*file).map(Name::written)),
        Meaning::File(file, _) => (Kind::Piece, names.get(*file).map(Name::written)),
        Meaning::Ordinal(_) => (Kind::Piece, plain(with_its_noun(tokens, at))),
        Meaning::Time(time) if is_moment(tokens, at) => (Kind::Moment, plain(seconds(*time))),
        Meaning::Time(time) => (Kind::Time, plain(seconds(*time))),
        Meaning::Range(from, to) => {
            (Kind::Span, plain(format!("from {} to {}", clock(*from), clock(*to))))
        }
        Meaning::Head(time) => (Kind::Span, plain(format!("the first {}", seconds(*time)))),
        Meaning::Tail(time) => (Kind::Span, plain(format!("the last {}", seconds(*time)))),
        Meaning::Number(_)
            if at > 0 && is_file_or_place(&tokens[at - 1]) && says(&tokens[at], &["one"]) =>
        {
            return None;
        }
        Meaning::Number(number) => (Kind::Number, plain(number.to_string())),
        Meaning::Percent(percent) => (Kind::Percent, plain(format!("{percent}%"))),
        Meaning::Degrees(degrees) => (Kind::Degrees, plain(format!("{degrees} degrees"))),
        Meaning::Speed(speed) => (Kind::Speed, plain(format!("{speed}x"))),
        Meaning::Loudness(loudness) => (Kind::Loudness, plain(format!("{loudness} LUFS"))),
        Meaning::Rate(rate) => (Kind::Rate, plain(format!("{rate} fps"))),
        Meaning::Ratio(wide, high) => (Kind::Shape, plain(format!("{wide}:{high}"))),
        Meaning::Quote(words) if !words.contains('"') => (Kind::Quote, plain(words.clone())),
        Meaning::Unknown if LISTS.says_little.has(&tokens[at].text_small()) => return None,
        Meaning::Unknown => (Kind::Unknown, None),
        Meaning::Known(sense) => return known(*sense, tokens, at),
        _ => (Kind::Other, None),
    })
}

/// `down to 3 seconds`, `拉到6秒`, `at the head`.
fn is_led_to(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let goal = matches!(
        tokens[at].meaning,
        Meaning::Time(_)
            | Meaning::Percent(_)
            | Meaning::Speed(_)
            | Meaning::Known(Sense::Edge(_) | Sense::Place(_) | Sense::Look(_) | Sense::Shape(_))
            | Meaning::Ratio(..)
            | Meaning::Loudness(_)
    );
    goal && (tokens[at].text.starts_with("to ")
        || before.sense() == Some(Sense::Link(Link::To))
        || before.text.ends_with(['到', '至', '成', '为']))
}

fn known(sense: Sense, tokens: &[Token], at: usize) -> Option<(Kind, Option<String>)> {
    let kind = match sense {
        Sense::Break | Sense::Filler => return None,
        Sense::Verb(verb) => Kind::Verb(verb),
        Sense::Noun(noun) => return noun_slot(noun, tokens, at).map(|kind| (kind, None)),
        Sense::Link(link) if !is_direction(tokens, at) => {
            return link_slot(link).map(|kind| (kind, None));
        }
        Sense::Link(_) => return None,
        Sense::Edge(edge) => Kind::Edge(edge),
        Sense::Look(Look::InColour) => Kind::Other,
        Sense::Look(look) => return Some((Kind::Look, Some(look.effect().to_owned()))),
        Sense::Tone(tone) => Kind::Tone(tone),
        Sense::Turning(turning) => Kind::Turning(turning),
        Sense::Pace(Pace::Usual) => Kind::Other,
        Sense::Pace(pace) => return Some((Kind::Speed, Some(format!("{}x", pace.factor())))),
        Sense::Shape(shape) => {
            let (wide, high) = shape.ratio();
            return Some((Kind::Shape, Some(format!("{wide}:{high}"))));
        }
        Sense::Mood(_) => Kind::Mood,
        Sense::Transition(_) => Kind::Transition,
        Sense::Place(_) => Kind::Place,
        Sense::Camera(camera) => return Some((Kind::Camera, Some(camera.effect().to_owned()))),
        Sense::Degree(degree) => Kind::Degree(degree),
        Sense::Stretch(stretch) => Kind::Stretch(stretch),
        _ => Kind::Other,
    };
    Some((kind, None))
}

/// `往后`: which way, where something goes.
fn is_direction(tokens: &[Token], at: usize) -> bool {
    at > 0 && LISTS.leads_towards.has(&tokens[at - 1].text)
}

/// What a noun is; those of pieces beside a named one say nothing more.
fn noun_slot(noun: Noun, tokens: &[Token], at: usize) -> Option<Kind> {
    let names = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_)))
    };
    let points = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            matches!(token.sense(), Some(Sense::Link(Link::The | Link::It | Link::These)))
        })
    };
    let beside = at > 0 && (names(at - 1) || (at > 1 && points(at - 1) && names(at - 2)));
    Some(match noun {
        Noun::Clip | Noun::Footage | Noun::Picture | Noun::File if beside => return None,
        Noun::Clip | Noun::Footage | Noun::Picture | Noun::File if at > 0 && points(at - 1) => {
            Kind::It
        }
        Noun::Film if beside => return None,
        Noun::Film => Kind::Film,
        Noun::Canvas | Noun::Size => Kind::Size,
        Noun::Inset => Kind::Inset,
        Noun::Title | Noun::Caption | Noun::Heading | Noun::Text => Kind::Words(noun),
        Noun::Music => Kind::Music,
        Noun::Sound | Noun::Volume => Kind::Sound,
        Noun::Transition => Kind::Transition,
        Noun::FadeIn => Kind::FadeIn,
        Noun::FadeOut => Kind::FadeOut,
        _ => Kind::Other,
    })
}

fn link_slot(link: Link) -> Option<Kind> {
    Some(match link {
        Link::To
        | Link::From
        | Link::At
        | Link::For
        | Link::Off
        | Link::By
        | Link::With
        | Link::Of
        | Link::As
        | Link::Over
        | Link::The
        | Link::A
        | Link::Saying
        | Link::Long
        | Link::Order
        | Link::Position
        | Link::Whole => return None,
        Link::It | Link::These => Kind::It,
        Link::All => Kind::All,
        Link::Each => Kind::Each,
        Link::Only => Kind::Only,
        Link::Before | Link::Lead => Kind::Before,
        Link::After | Link::Rear => Kind::After,
        Link::Between => Kind::Between,
        Link::FirstComes => Kind::Edge(Edge::Start),
        Link::LastComes => Kind::Edge(Edge::End),
        _ => Kind::Other,
    })
}

/// `第三张`, `the third picture`: the word behind it says among which it counts.
fn with_its_noun(tokens: &[Token], at: usize) -> String {
    let noun = tokens.get(at + 1).filter(|next| {
        matches!(next.sense(), Some(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture)))
    });
    let said = &tokens[at].text;
    match noun {
        Some(noun) if said.is_ascii() => format!("the {said} {}", noun.text),
        Some(noun) => format!("{said}{}", noun.text),
        None => said.clone(),
    }
}

/// Whether a time is said as a moment.
fn is_moment(tokens: &[Token], at: usize) -> bool {
    let behind = |link: Link| at > 0 && tokens[at - 1].sense() == Some(Sense::Link(link));
    tells_when(&tokens[at].text) || behind(Link::At) || behind(Link::From)
}

/// `4.5 seconds`.
fn seconds(time: Millis) -> String {
    format!("{} seconds", time.as_secs_f64())
}

/// `4.5s`.
fn clock(time: Millis) -> String {
    format!("{}s", time.as_secs_f64())
}
