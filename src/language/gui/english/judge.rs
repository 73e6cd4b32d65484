//! Whether a clause with the verb of an order is an instruction for a screen, and what is offered.

use super::super::Offer;
use super::super::reading::{Around, Reading};
use super::phrases::{Found, longest};
use super::sentence_to_send as send;
use super::table;
use super::verbs::Verb;
use super::words::{Word, Words};

/// How the order is given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// It speaks to the user outright.
    pub(super) to_user: bool,
    /// It stands where an order may stand.
    pub(super) addressed: bool,
    /// It is an item of a list, which may be a plan.
    pub(super) in_list: bool,
}

/// Whether the word after the verb may begin its object.
pub(super) fn begins_well(verb: Verb, next: &Word<'_>) -> bool {
    let word = next.lower.as_str();
    if verb == Verb::Click && table::CLICKED_NOUNS.contains(&word) {
        return false;
    }
    if verb == Verb::Move && matches!(word, "on" | "up" | "here") {
        return false;
    }
    let known = match verb {
        Verb::Click => table::ACTIONS.contains(&word),
        Verb::Press => table::ACTIONS.contains(&word) || table::KEYS.contains(&word),
        Verb::Drag => table::DRAGGED.contains(&word),
        Verb::Open => table::PARTS.contains(&word),
        Verb::Slide | Verb::Scroll => matches!(
            word,
            "in" | "out" | "to" | "through" | "over" | "down" | "up" | "left" | "right"
        ),
        Verb::Account | Verb::Look => table::ACCOUNT.contains(&word) || word == "back",
        Verb::Select | Verb::Find | Verb::Move => false,
    };
    known || next.quoted || next.is_capital() || table::DETERMINERS.contains(&word)
}

/// What is offered in place of an instruction; nothing where it is none.
pub(super) fn offers(
    verb: Verb,
    words: &Words<'_>,
    object: usize,
    context: Context,
) -> Option<Vec<Offer>> {
    let about_account = is_account(words, object);
    let is_one = match verb {
        Verb::Click => context.addressed || names_action(words, object),
        Verb::Press | Verb::Find => {
            has_control(words, object) || names_action(words, object) || is_key(words, object)
        }
        Verb::Select => has_control(words, object) || at_place(words, object, table::SCREENS),
        Verb::Open => has_noun(words, object, table::PARTS) || names_action(words, object),
        Verb::Drag => true,
        Verb::Move => {
            at_place(words, object, table::PLACES)
                || (context.to_user || !context.in_list) && send::has_target(words, object)
        }
        Verb::Slide | Verb::Scroll => {
            at_place(words, object, table::PLACES) || has_control(words, object)
        }
        Verb::Look => {
            about_account
                || at_place(words, object, table::SCREENS)
                || is_place(words, object)
                || has_control(words, object)
        }
        Verb::Account => about_account,
    };
    is_one.then(|| match verb {
        Verb::Scroll => Vec::new(),
        Verb::Drag | Verb::Move | Verb::Slide => send::moved(words, object),
        _ if about_account => vec![Offer::Credits],
        Verb::Open => actions(words, object).unwrap_or_else(|| vec![Offer::Tracks]),
        Verb::Look if !has_control(words, object) => vec![Offer::Tracks],
        _ => actions(words, object).unwrap_or_default(),
    })
}

/// The action of our own that matches, by the first word that names one.
fn actions(words: &Words<'_>, from: usize) -> Option<Vec<Offer>> {
    words.from(from).iter().find_map(|word| {
        let unquoted =
            word.raw.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        Some(vec![match unquoted.as_str() {
            "export" | "exporting" | "download" | "render" | "mp4" => Offer::Export,
            "billing" | "credits" | "subscription" | "upgrade" => Offer::Credits,
            "upload" | "import" => Offer::Upload,
            "play" | "preview" | "timeline" | "tracks" | "player" => Offer::Tracks,
            "undo" => Offer::Say("undo".to_owned()),
            "redo" => Offer::Say("redo".to_owned()),
            _ => return None,
        }])
    })
}

/// `Export`, `"Export"`: the object itself.
fn names_action(words: &Words<'_>, object: usize) -> bool {
    let first =
        words.from(object).iter().find(|word| !table::DETERMINERS.contains(&word.lower.as_str()));
    first.is_some_and(|word| {
        let plain = word.raw.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        table::ACTIONS.contains(&plain.as_str())
    })
}

fn is_key(words: &Words<'_>, object: usize) -> bool {
    words.from(object).iter().take(2).any(|word| {
        let first = word.lower.split(['-', '+']).next().unwrap_or_default();
        table::KEYS.contains(&first)
    })
}

fn has_control(words: &Words<'_>, from: usize) -> bool {
    has_noun(words, from, table::CONTROLS)
}

/// A noun of its own, not part of another: `the Export button`, not `the button footage`.
fn has_noun(words: &Words<'_>, from: usize, nouns: &[&str]) -> bool {
    let words = words.from(from);
    words.iter().enumerate().any(|(place, word)| {
        let next = words.get(place + 1).map(|next| next.lower.as_str());
        nouns.contains(&word.lower.as_str())
            && next.is_none_or(|next| table::AFTER_CONTROL.contains(&next) || nouns.contains(&next))
    })
}

/// `the timeline`, `your player`: the place itself.
fn is_place(words: &Words<'_>, object: usize) -> bool {
    let word = |place: usize| words.get(object + place).map(|word| word.lower.as_str());
    matches!(word(0), Some("the" | "your"))
        && matches!(word(1), Some("timeline" | "player"))
        && word(2).is_none_or(|next| table::AFTER_CONTROL.contains(&next) && next != "of")
}

/// `in the timeline`, `on your preview panel`.
fn at_place(words: &Words<'_>, from: usize, places: &[&str]) -> bool {
    let words = words.from(from);
    let is_preposition = |word: &Word<'_>| table::PREPOSITIONS.contains(&word.lower.as_str());
    words.iter().enumerate().filter(|(_, word)| is_preposition(word)).any(|(place, _)| {
        let near = words[place + 1..].iter().take(4).take_while(|next| !is_preposition(next));
        near.into_iter().any(|next| places.contains(&next.lower.as_str()))
    })
}

fn is_account(words: &Words<'_>, from: usize) -> bool {
    let words = words.from(from);
    words.iter().enumerate().any(|(place, word)| {
        let word = word.lower.as_str();
        let yours =
            place > 0 && words[..place].iter().rev().take(3).any(|before| before.lower == "your");
        let page = words[place..].iter().skip(1).take(2).any(|next| {
            matches!(
                next.lower.as_str(),
                "page" | "settings" | "section" | "tab" | "panel" | "menu"
            )
        });
        matches!(word, "billing" | "subscription")
            || table::ACCOUNT.contains(&word) && (yours || page)
    })
}

/// `the Export button …`, at a place.
pub(super) fn button(words: &Words<'_>, at: usize) -> Found<()> {
    let article = ["the", "your"].iter().map(|article| (*article, ()));
    match longest(words, at, article) {
        Found::Whole(..) => {}
        found => return found,
    }
    let Some(action) = words.get(at + 1) else {
        return if words.is_open() { Found::Maybe } else { Found::None };
    };
    let plain = action.raw.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let begins = action.partial && table::ACTIONS.iter().any(|known| known.starts_with(&plain));
    match words.get(at + 2) {
        _ if begins => Found::Maybe,
        _ if !table::ACTIONS.contains(&plain.as_str()) => Found::None,
        None if words.is_open() => Found::Maybe,
        Some(next)
            if next.partial
                && ["button", "icon"].iter().any(|known| known.starts_with(&next.lower)) =>
        {
            Found::Maybe
        }
        Some(next) if matches!(next.lower.as_str(), "button" | "icon") => Found::Whole(3, ()),
        _ => Found::None,
    }
}

/// What a clause about a button is taken for.
pub(super) fn read_button(words: &Words<'_>, rest: usize, around: Around) -> Reading {
    if words.tells() {
        Reading::Plain
    } else if around.open {
        Reading::Open
    } else if says_something(words, rest) && words.any(rest, table::ABOUT_BUTTON) {
        Reading::Instruction(actions(words, rest - 2).unwrap_or_default())
    } else {
        Reading::Plain
    }
}

fn says_something(words: &Words<'_>, rest: usize) -> bool {
    const SAYING: &[&str] =
        &["is", "lets", "will", "allows", "sits", "downloads", "exports", "saves", "starts"];
    words.get(rest).is_some_and(|word| SAYING.contains(&word.lower.as_str()))
}

/// `by clicking …`, or `with the Export button`.
pub(super) fn read_means(words: &Words<'_>, by: bool, around: Around) -> Reading {
    let Some(first) = words.get(0) else { return Reading::Open };
    if first.partial && (by || !words.from(1).is_empty() || first.lower.len() < 5) {
        return Reading::Open;
    }
    let Some(verb) = doing(&first.lower).filter(|_| by) else {
        return if by { Reading::Plain } else { with_control(words, around) };
    };
    let object = 1 + usize::from(first.lower == "going");
    let Some(next) = words.get(object) else {
        return if around.open { Reading::Open } else { Reading::Plain };
    };
    if next.partial {
        return Reading::Open;
    }
    if !begins_well(verb, next) || words.tells() {
        return Reading::Plain;
    }
    if around.open {
        return Reading::Open;
    }
    let context = Context { to_user: true, addressed: true, in_list: false };
    offers(verb, words, object, context).map_or(Reading::Plain, Reading::Instruction)
}

fn doing(word: &str) -> Option<Verb> {
    Some(match word {
        "clicking" | "double-clicking" | "right-clicking" => Verb::Click,
        "pressing" | "tapping" | "hitting" => Verb::Press,
        "selecting" | "choosing" | "using" => Verb::Select,
        "opening" | "going" => Verb::Open,
        "dragging" => Verb::Drag,
        "sliding" | "pulling" | "dropping" => Verb::Slide,
        _ => return None,
    })
}

/// `the Export button`, `your mouse`: a control, and nothing else.
fn with_control(words: &Words<'_>, around: Around) -> Reading {
    let [article, rest @ ..] = words.from(0) else { return Reading::Open };
    if !matches!(article.lower.as_str(), "the" | "your") {
        return Reading::Plain;
    }
    let named = (0..rest.len().min(3)).any(|place| is_control(rest, place));
    let action = rest.first().is_some_and(|word| {
        !word.partial && table::ACTIONS.contains(&word.lower.as_str()) || word.lower == "volume"
    });
    if words.tells() || rest.len() > 4 && !named {
        Reading::Plain
    } else if around.open {
        Reading::Open
    } else if named && (action || around.spoken_to) {
        Reading::Instruction(actions(words, 1).unwrap_or_default())
    } else {
        Reading::Plain
    }
}

/// A control or the mouse, not part of another noun.
fn is_control(words: &[Word<'_>], place: usize) -> bool {
    let next = words.get(place + 1).map(|next| next.lower.as_str());
    let word = words[place].lower.as_str();
    (table::CONTROLS.contains(&word) || matches!(word, "mouse" | "cursor"))
        && next.is_none_or(|next| {
            table::AFTER_CONTROL.contains(&next) || table::CONTROLS.contains(&next)
        })
}
