//! Complaints that say what is meant: `the music's way too loud, put it at 20 percent`, `the last picture needs
//! longer, six seconds`; and reasons tied to a stretch of time: `cut 0:02 to 0:04 where I sneeze`.
//!
//! A complaint by itself is a wish (`the music is too loud`). With an exact amount behind it, it only says
//! what the amount is for.

use super::goes_on::{about, goes_on, trades};
use super::list::LISTS;
use super::remark::{is_thing, points_at_the_unknown, said};
use super::sense::{Degree, Link, Look, Noun, Pace, Sense, Verb};
use super::token::{Meaning, Token, says};

/// Gives amounts the thing complained of, and takes reasons out. What is passed over comes back as it was.
pub fn hear(fragments: Vec<Vec<Token>>) -> (Vec<Vec<Token>>, Vec<Vec<Token>>) {
    let (mut kept, mut reasons): (Vec<Vec<Token>>, Vec<Vec<Token>>) = (Vec::new(), Vec::new());
    for mut fragment in fragments {
        if let Some(reason) = take_reason(&mut fragment) {
            reasons.push(reason);
        }
        match kept.pop() {
            Some(before) => kept.extend(taken_up(before, fragment)),
            None => kept.push(fragment),
        }
    }
    (kept, reasons)
}

/// What becomes of a fragment and the one before it: one wish, or two.
fn taken_up(mut before: Vec<Token>, mut fragment: Vec<Token>) -> Vec<Vec<Token>> {
    if says_how_much(&before, &fragment) {
        return vec![about(fragment, complained_of(&before))];
    }
    // What nobody knows keeps the wish that goes on with it from being done to all.
    if points_at_the_unknown(&before) && goes_on(&fragment) {
        before.append(&mut fragment);
        return vec![before];
    }
    if let Some(of) = subject(&before, &fragment) {
        return vec![if of.is_empty() { fragment } else { about(fragment, of) }];
    }
    if says_it_again(&before, &fragment) {
        return vec![before];
    }
    // "背景别糊了，换成白色": of the background as well.
    if let Some(backdrop) = before.iter().find(|token| is_backdrop(token)).cloned()
        && is_bare_colour(&fragment)
    {
        return vec![before, about(fragment, vec![backdrop])];
    }
    if is_of_loudness(&before) && is_share(&fragment) {
        take_share(&mut before, &fragment);
        return vec![before];
    }
    if is_of_pace(&before) && is_pace(&fragment) && paced(&fragment) != Some(Pace::Usual) {
        take_pace(&mut before, &fragment);
        return vec![before];
    }
    vec![before, fragment]
}

/// An amount behind a complaint: that much of what was complained of.
pub fn says_how_much(before: &[Token], fragment: &[Token]) -> bool {
    (is_complaint(before) || (is_reported(before) && takes_up(fragment)))
        && is_amount(fragment)
        && !(is_of_pace(before) && is_pace(fragment))
}

/// What a wish is said of that takes the place of the words before it.
fn subject(before: &[Token], fragment: &[Token]) -> Option<Vec<Token>> {
    // "Upside down, rotate it 180": that is what is wrong with it.
    let rights_it = is_wrong_way_up(before) && turns_it(fragment);
    // "Too dark, brighten it" asks for light once.
    if rights_it || asks_the_same(before, fragment) {
        return Some(complained_of(before));
    }
    // "全家福不用了，换成公园.jpg": what comes takes the place of what goes.
    (only_takes_away(before) && trades(fragment))
        .then(|| said(before).filter(|token| is_thing(token)).cloned().collect())
}

/// `第一段不要了，删掉吧`, `take the slow motion off, back to normal speed`: the same wish in other words.
fn says_it_again(before: &[Token], fragment: &[Token]) -> bool {
    (only_takes_away(before) && is_bare_removal(fragment))
        || (is_of_pace(before) && is_pace(fragment) && paced(before) == paced(fragment))
}

/// One thing, and that it is to go.
fn only_takes_away(fragment: &[Token]) -> bool {
    let removes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Remove));
    let plain = |token: &Token| {
        is_thing(token)
            || removes(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)))
    };
    // "原声去掉，换成long.mp3" are two things.
    let sound = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Sound));
    said(fragment).any(removes)
        && said(fragment).any(is_thing)
        && !said(fragment).any(sound)
        && said(fragment).all(plain)
}

fn is_backdrop(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Backdrop))
}

fn is_bare_colour(fragment: &[Token]) -> bool {
    let colour = |token: &Token| matches!(token.sense(), Some(Sense::Colour(_)));
    said(fragment).any(colour)
        && said(fragment).all(|token| {
            colour(token)
                || matches!(
                    token.sense(),
                    Some(Sense::Filler | Sense::Verb(Verb::Change | Verb::Use | Verb::Make))
                )
        })
}

fn is_bare_removal(fragment: &[Token]) -> bool {
    let removes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Remove));
    said(fragment).any(removes)
        && said(fragment).all(|token| {
            removes(token) || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::It)))
        })
}

fn is_wrong_way_up(fragment: &[Token]) -> bool {
    let is = |token: &Token| says(token, &["is", "'s", "are", "was"]);
    said(fragment).any(|token| token.sense() == Some(Sense::Look(Look::UpsideDown)))
        && said(fragment).any(is)
        && said(fragment).any(is_thing)
        && !said(fragment).any(|token| matches!(token.sense(), Some(Sense::Verb(_))))
}

fn turns_it(fragment: &[Token]) -> bool {
    let turns = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Rotate) | Sense::Look(Look::UpsideDown)))
            || says(token, &["turn", "flip"])
    };
    said(fragment).any(turns) && goes_on(fragment)
}

/// A complaint without a verb, and the same said as a wish.
fn asks_the_same(before: &[Token], fragment: &[Token]) -> bool {
    let tone = |tokens: &[Token]| {
        tokens.iter().find_map(|token| match token.sense() {
            Some(Sense::Tone(tone)) => Some((tone.effect(), tone.way())),
            _ => None,
        })
    };
    let plain = |token: &Token| {
        is_thing(token)
            || matches!(
                token.sense(),
                Some(Sense::Tone(_) | Sense::Filler | Sense::Link(Link::The | Link::It))
            )
            || token.text.eq_ignore_ascii_case("one")
    };
    tone(before).is_some()
        && tone(before) == tone(fragment)
        && said(before).any(starts_with_too)
        && said(before).all(plain)
        && goes_on(fragment)
}

/// `make the music louder, like 60%`: to how much is said behind it.
fn is_of_loudness(fragment: &[Token]) -> bool {
    let moved = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Degree(Degree::Louder | Degree::Quieter | Degree::Full))
        )
    };
    fragment.iter().any(moved) && !fragment.iter().any(is_measure)
}

fn is_share(fragment: &[Token]) -> bool {
    let share = |token: &Token| matches!(token.meaning, Meaning::Percent(_));
    said(fragment).any(share)
        && said(fragment).all(|token| {
            share(token)
                || matches!(
                    token.sense(),
                    Some(Sense::Filler | Sense::Link(Link::Only | Link::To | Link::At))
                )
        })
}

fn take_share(fragment: &mut Vec<Token>, share: &[Token]) {
    let percent = |token: &&Token| matches!(token.meaning, Meaning::Percent(_));
    fragment.push(share[0].beside(Sense::Link(Link::To), "to"));
    fragment.extend(said(share).filter(percent).cloned());
}

/// `speed it up a bit, like 1.5x`: by how much is said behind it.
fn is_of_pace(fragment: &[Token]) -> bool {
    fragment.iter().any(|token| matches!(token.sense(), Some(Sense::Pace(_))))
        && !fragment.iter().any(is_measure)
}

fn is_pace(fragment: &[Token]) -> bool {
    let paces = |token: &Token| {
        matches!(token.sense(), Some(Sense::Pace(_)))
            || matches!(token.meaning, Meaning::Speed(_) | Meaning::Percent(_))
    };
    let plain = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::At | Link::To | Link::By | Link::Again))
        )
    };
    said(fragment).filter(|token| paces(token)).count() == 1
        && said(fragment).all(|token| paces(token) || plain(token))
}

fn paced(fragment: &[Token]) -> Option<Pace> {
    fragment.iter().find_map(|token| match token.sense() {
        Some(Sense::Pace(pace)) => Some(pace),
        _ => None,
    })
}

fn take_pace(fragment: &mut Vec<Token>, pace: &[Token]) {
    fragment.retain(|token| token.sense() != Some(Sense::Degree(Degree::Bit)));
    fragment.extend(said(pace).cloned());
}

fn is_measure(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_) | Meaning::Percent(_) | Meaning::Decibels(_) | Meaning::Speed(_)
    )
}

fn is_named(token: &Token) -> bool {
    is_thing(token)
        || matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Film)) | Some(Sense::Link(Link::These | Link::All))
        )
        || matches!(token.meaning, Meaning::Quote(_))
}

/// Too much or too little of something that is named, and not by how much.
fn is_complaint(fragment: &[Token]) -> bool {
    let judges = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Degree(degree)) if matches!(degree, Degree::Quieter | Degree::Louder)
        ) || matches!(token.sense(), Some(Sense::Stretch(_) | Sense::Tone(_) | Sense::Pace(_)))
            || starts_with_too(token)
    };
    let plain =
        |token: &Token| token.meaning == Meaning::Unknown && LISTS.complains.has(&token.text);
    let allowed = |token: &Token| match token.meaning {
        Meaning::Known(Sense::Verb(verb)) => verb == Verb::Show || says(token, &["留", "放", "停"]),
        Meaning::Known(Sense::Question(_) | Sense::Beyond(_) | Sense::Link(Link::Not)) => false,
        Meaning::Known(_) => true,
        Meaning::Unknown => plain(token) || starts_with_too(token),
        _ => is_thing(token),
    };
    said(fragment).any(judges) && said(fragment).any(is_thing) && said(fragment).all(allowed)
}

/// `Pastor says the music is too loud`: whose complaint it is may be told in strange words.
fn is_reported(fragment: &[Token]) -> bool {
    let judges = |token: &Token| {
        matches!(token.sense(), Some(Sense::Degree(Degree::Quieter | Degree::Louder)))
            || starts_with_too(token)
    };
    let allowed = |token: &Token| match token.meaning {
        Meaning::Known(
            Sense::Verb(_)
            | Sense::Question(_)
            | Sense::Beyond(_)
            | Sense::Link(Link::Not | Link::Without),
        ) => false,
        Meaning::Known(_) | Meaning::Unknown => true,
        _ => is_thing(token),
    };
    said(fragment).any(judges)
        && said(fragment).filter(|token| is_thing(token)).count() == 1
        && said(fragment).all(allowed)
}

/// `bring it down to 15%`, `调到15%`: of what was just complained of.
fn takes_up(fragment: &[Token]) -> bool {
    fragment.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::It)))
            || token.text.to_lowercase().contains(" it")
            || (matches!(token.sense(), Some(Sense::Verb(Verb::Change))) && !token.text.is_ascii())
    })
}

/// `too long` and `太长了` are words that say nothing elsewhere.
fn starts_with_too(token: &Token) -> bool {
    let text = token.text.to_lowercase();
    text.starts_with("too ") || text.starts_with("way too ") || text.starts_with('太')
}

/// An amount, and nothing named that it could be of.
fn is_amount(fragment: &[Token]) -> bool {
    let fits = |token: &Token| match token.meaning {
        Meaning::Known(Sense::Verb(verb)) => matches!(
            verb,
            Verb::Add
                | Verb::Make
                | Verb::Change
                | Verb::Show
                | Verb::Trim
                | Verb::Move
                | Verb::Keep
        ),
        Meaning::Known(Sense::Question(_) | Sense::Beyond(_) | Sense::Transition(_)) => false,
        Meaning::Known(Sense::Noun(noun)) => noun == Noun::Volume,
        Meaning::Known(_) => true,
        // "两处都延长到1.2秒".
        Meaning::Number(_) => token.text.ends_with(['个', '处']),
        _ => is_measure(token),
    };
    // "Make it half as loud".
    let half = |token: &Token| token.sense() == Some(Sense::Degree(Degree::Half));
    said(fragment).filter(|token| is_measure(token) || half(token)).count() == 1
        && said(fragment).all(fits)
        && !said(fragment).any(is_named)
}

/// The thing by its name: without what is complained of, and as the one that is there.
fn complained_of(fragment: &[Token]) -> Vec<Token> {
    let names = |token: &&Token| {
        is_thing(token)
            || matches!(token.sense(), Some(Sense::Link(Link::The | Link::Each | Link::All)))
            || token.text.eq_ignore_ascii_case("one")
    };
    let mut found: Vec<Token> = said(fragment).filter(names).cloned().collect();
    let heard =
        |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Title)));
    // "Bunny is too quiet, push it to 80%": of how loud it is.
    let loud = |token: &Token| {
        matches!(token.sense(), Some(Sense::Degree(Degree::Louder | Degree::Quieter)))
    };
    let sounds = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
    };
    if let Some(token) = fragment.iter().find(|token| loud(token))
        && !found.is_empty()
        // "太大" is as often said of what is seen.
        && token.text.is_ascii()
        && !fragment.iter().any(sounds)
    {
        let volume = Meaning::Known(Sense::Noun(Noun::Volume));
        found.push(Token { meaning: volume, text: "volume".into(), span: token.span.clone() });
    }
    if let Some(first) = found.first().filter(|first| heard(first)).cloned() {
        found.insert(0, first.beside(Sense::Link(Link::The), "the"));
    }
    found
}

/// `where I sneeze` behind a stretch of time that is to go.
fn take_reason(fragment: &mut Vec<Token>) -> Option<Vec<Token>> {
    let part = |token: &Token| {
        matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
    };
    let cuts = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Remove | Verb::Trim | Verb::Mute)))
    };
    let place = fragment.iter().position(|token| LISTS.complaint_reasons.has(&token.text))?;
    let (before, after) = fragment.split_at(place);
    let tells = after.iter().any(|token| token.meaning == Meaning::Unknown && token != &after[0]);
    let asks = |token: &Token| match token.meaning {
        Meaning::Known(Sense::Verb(_)) => token.text.ends_with("ing"),
        Meaning::Known(Sense::Filler | Sense::Link(_) | Sense::Noun(_)) | Meaning::Unknown => false,
        _ => true,
    };
    if !(before.iter().any(part) && before.iter().any(cuts) && tells)
        || after[1..].iter().any(|token| asks(token) && !token.text.ends_with("ing"))
    {
        return None;
    }
    let reason = fragment.split_off(place);
    for_a_reason(fragment);
    Some(reason)
}

/// `Cut from 2s to 4s` may be said for keeping that; with a reason why it is bad it goes.
pub fn for_a_reason(fragment: &mut [Token]) {
    let range = fragment.iter().any(|token| matches!(token.meaning, Meaning::Range(..)));
    let to = fragment.iter().any(|token| token.sense() == Some(Sense::Link(Link::To)));
    let verbs =
        fragment.iter().filter(|token| matches!(token.sense(), Some(Sense::Verb(_)))).count();
    if !range || to || verbs != 1 {
        return;
    }
    for token in fragment.iter_mut() {
        if token.sense() == Some(Sense::Verb(Verb::Trim)) {
            token.meaning = Meaning::Known(Sense::Verb(Verb::Remove));
        }
    }
}
