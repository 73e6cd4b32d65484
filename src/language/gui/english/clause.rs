//! What a clause is taken for, from its first words on.

use super::super::clauses::Joint;
use super::super::reading::{Around, Reading, Sequel};
use super::phrases::{Found, longest};
use super::verbs::{VERBS, Verb};
use super::words::Words;
use super::{judge, leads, sentence_to_send, table};

/// What a clause is taken for.
pub(in crate::language::gui) fn read(text: &str, around: Around) -> Reading {
    let words = Words::read(text, around.open);
    let lead = match Lead::of(&words) {
        Some(lead) => lead,
        None => return Reading::Open,
    };
    match label(&words) {
        Found::Whole(..) if around.open => return Reading::Open,
        Found::Whole(..) => return Reading::Leading { tells: false },
        Found::Maybe => return Reading::Open,
        Found::None => {}
    }
    if lead.length == words.len() {
        return match (around.open, lead.to_user) {
            (true, _) => Reading::Open,
            (false, true) => Reading::Plain,
            (false, false) if lead.length > 0 => Reading::Leading { tells: false },
            (false, false) => Reading::Plain,
        };
    }
    let verb = longest(&words, lead.length, VERBS.iter().map(|(phrase, verb)| (*phrase, *verb)));
    let leading = longest(&words, lead.length, leads::LEADING.iter().map(|phrase| (*phrase, ())));
    let button = judge::button(&words, lead.length);
    if matches!(verb, Found::Maybe)
        || matches!(leading, Found::Maybe)
        || matches!(button, Found::Maybe)
    {
        return Reading::Open;
    }
    match (verb, button, leading) {
        (Found::Whole(length, verb), ..) => {
            instruction(&words, lead, verb, lead.length + length, around)
        }
        (_, Found::Whole(length, ()), _) => {
            judge::read_button(&words, lead.length + length, around)
        }
        (.., Found::Whole(..)) if !lead.to_user => Reading::Leading { tells: words.tells() },
        _ => Reading::Plain,
    }
}

/// A label such as `Next steps`, where nothing follows it.
fn label(words: &Words<'_>) -> Found<()> {
    match longest(words, 0, leads::LABELS.iter().map(|phrase| (*phrase, ()))) {
        Found::Whole(length, ()) if length < words.len() => Found::None,
        found => found,
    }
}

/// What stands before the verb.
#[derive(Debug, Clone, Copy)]
struct Lead {
    /// Words.
    length: usize,
    /// It speaks to the user: `you can`, `please`, `just`.
    to_user: bool,
}

impl Lead {
    /// `None` where more words decide.
    fn of(words: &Words<'_>) -> Option<Self> {
        let mut lead = Self { length: 0, to_user: false };
        loop {
            let table = leads::LEADS.iter().map(|(phrase, to_user)| (*phrase, *to_user));
            match longest(words, lead.length, table) {
                Found::Whole(length, to_user) => {
                    lead.length += length;
                    lead.to_user |= to_user;
                }
                Found::Maybe => return None,
                Found::None => return Some(lead),
            }
        }
    }
}

fn instruction(
    words: &Words<'_>,
    lead: Lead,
    verb: Verb,
    object: usize,
    around: Around,
) -> Reading {
    let open_or_plain = if around.open { Reading::Open } else { Reading::Plain };
    let Some(next) = words.get(object) else { return open_or_plain };
    if next.partial {
        return Reading::Open;
    }
    let stands_alone = matches!(around.joint, Joint::None | Joint::Fresh);
    let addressed = stands_alone || lead.to_user || around.spoken_to || verb == Verb::Find;
    if !judge::begins_well(verb, next) || !addressed && verb != Verb::Click {
        return Reading::Plain;
    }
    if words.tells() {
        return Reading::Plain;
    }
    if around.open {
        return Reading::Open;
    }
    let context = judge::Context { to_user: lead.to_user, addressed, in_list: around.in_list };
    match judge::offers(verb, words, object, context) {
        Some(offers) => Reading::Instruction(offers),
        None => Reading::Plain,
    }
}

/// The same for a clause that says how: `by clicking the Export button`.
pub(in crate::language::gui) fn read_means(
    with_joint: &str,
    text: &str,
    around: Around,
) -> Reading {
    if around.told {
        return Reading::Plain;
    }
    let words = Words::read(text, around.open);
    let by = with_joint.trim_start().to_lowercase().starts_with("by");
    judge::read_means(&words, by, around)
}

/// Whether a clause speaks to the user, so that a bare order may follow it.
pub(in crate::language::gui) fn speaks_to(text: &str) -> bool {
    let words = Words::read(text, false);
    let Some(lead) = Lead::of(&words) else { return false };
    lead.to_user
        || words.get(lead.length).is_some_and(|word| table::ADDRESS.contains(&&*word.lower))
}

/// Whether a clause tells what was done.
pub(in crate::language::gui) fn tells(text: &str) -> bool {
    Words::read(text, false).tells()
}

/// Whether a part before a colon stands on its own, or announces what follows.
pub(in crate::language::gui) fn announces(text: &str) -> bool {
    let words = Words::read(text, false);
    let leading = longest(&words, 0, leads::LEADING.iter().map(|phrase| (*phrase, ())));
    let lead = Lead::of(&words).is_some_and(|lead| lead.length == words.len());
    let is_sentence =
        words.len() >= 3 && words.iter().any(|word| table::BEING.contains(&&*word.lower));
    matches!(leading, Found::Whole(..))
        || lead
        || matches!(label(&words), Found::Whole(..))
        || is_sentence
}

/// A clause after an instruction.
pub(in crate::language::gui) fn sequel(text: &str) -> Sequel {
    let words = Words::read(text, false);
    let at = Lead::of(&words).map_or(0, |lead| lead.length);
    let first = words.get(at).map(|word| word.lower.as_str()).unwrap_or_default();
    if words.tells() || table::STAYS.contains(&first) {
        return Sequel::Stays;
    }
    let is_edit = table::EDITS.contains(&first) && words.len() - at > 3;
    Sequel::Goes(if is_edit { sentence_to_send::edit(&words, at) } else { Vec::new() })
}

/// Words that stood in a sentence, at its beginning: without what joined them.
pub(in crate::language::gui) fn as_beginning(text: &str) -> String {
    let mut rest = text.trim_start();
    loop {
        let word = rest.split([' ', ',']).next().unwrap_or_default();
        if !table::JOINTS.contains(&word.to_lowercase().as_str()) || word.len() == rest.len() {
            break;
        }
        rest = rest[word.len()..].trim_start_matches([' ', ',']);
    }
    let also = ["you can also ", "you could also ", "you may also "];
    match also.iter().find(|also| rest.to_lowercase().starts_with(**also)) {
        Some(also) => {
            let length = also.len();
            format!("{}{}", &rest[..length - "also ".len()], &rest[length..])
        }
        None => rest.to_owned(),
    }
}
