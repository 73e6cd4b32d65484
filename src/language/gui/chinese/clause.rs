//! What a clause is taken for, from its first words on.

use super::super::clauses::Joint;
use super::super::reading::{Around, Reading, Sequel};
use super::super::tokens::{Kind, tokens};
use super::table::Verb;
use super::{judge, table};

/// What a clause is taken for.
pub(in crate::language::gui) fn read(text: &str, around: Around) -> Reading {
    let plain = plain(text);
    let told = if around.open { text.trim_end_matches(MAY_GO_ON) } else { text };
    if tells(told) {
        return Reading::Plain;
    }
    let lead = Lead::of(&plain);
    let rest = &plain[lead.length..];
    if around.open && may_become_known(rest) {
        return Reading::Open;
    }
    if rest.is_empty() {
        return if lead.to_user { Reading::Plain } else { Reading::Leading { tells: false } };
    }
    if !lead.to_user && table::LEADING.iter().any(|word| rest.starts_with(word)) {
        return Reading::Leading { tells: false };
    }
    judge::read(rest, lead.to_user, around)
}

/// Whether more letters may make a known word of it.
fn may_become_known(rest: &str) -> bool {
    let leads = table::LEADS.iter().map(|(word, _)| *word);
    let verbs = table::VERBS.iter().map(|(word, _)| *word);
    let known = leads.chain(verbs).chain(table::LEADING.iter().copied());
    let mut known = known.chain(table::BUTTONS.iter().copied());
    rest.is_empty() || known.any(|word| word.len() > rest.len() && word.starts_with(rest))
}

/// What stands before the verb.
#[derive(Debug, Clone, Copy)]
struct Lead {
    /// Bytes.
    length: usize,
    /// It speaks to the user: `您可以`, `请`.
    to_user: bool,
}

impl Lead {
    fn of(plain: &str) -> Self {
        let mut lead = Self { length: 0, to_user: false };
        loop {
            let rest = &plain[lead.length..];
            let fits = table::LEADS.iter().filter(|(word, _)| rest.starts_with(word));
            let Some((word, to_user)) = fits.max_by_key(|(word, _)| word.len()) else {
                return lead;
            };
            lead.length += word.len();
            lead.to_user |= *to_user;
        }
    }
}

/// Without emphasis, the space around it and what decorates its beginning.
fn plain(text: &str) -> String {
    let decorates = |letter: char| !letter.is_alphanumeric() && !QUOTES.contains(&letter);
    text.trim()
        .trim_start_matches(decorates)
        .chars()
        .filter(|letter| !matches!(letter, '*' | '_'))
        .collect()
}

/// The words outside quotations.
fn unquoted(text: &str) -> String {
    let tokens = tokens(text);
    tokens.iter().filter(|token| token.kind != Kind::Quoted).map(|token| token.text).collect()
}

/// Whether a clause speaks to the user, so that a bare order may follow it.
pub(in crate::language::gui) fn speaks_to(text: &str) -> bool {
    let plain = plain(text);
    let lead = Lead::of(&plain);
    lead.to_user || table::ADDRESS.iter().any(|word| plain[lead.length..].starts_with(word))
}

/// What a name may begin with.
const QUOTES: &[char] = &['“', '「', '『', '《', '‘', '"', '【'];

/// `了` may become `了解`.
const MAY_GO_ON: &[char] = &['了'];

/// Whether a clause tells what was done.
pub(in crate::language::gui) fn tells(text: &str) -> bool {
    let mut words = unquoted(text);
    for harmless in table::NOT_TELLING {
        words = words.replace(harmless, "");
    }
    table::TELLING.iter().any(|word| words.contains(word))
}

/// Whether a part before a colon stands on its own, or announces what follows.
pub(in crate::language::gui) fn announces(text: &str) -> bool {
    let plain = plain(text);
    tells(text) || table::LEADING.iter().chain(table::LABELS).any(|word| plain.starts_with(word))
}

/// A clause after an instruction.
pub(in crate::language::gui) fn sequel(text: &str) -> Sequel {
    let plain = plain(text);
    let lead = Lead::of(&plain);
    let rest = &plain[lead.length..];
    if tells(text) || table::STAYS.iter().any(|word| rest.starts_with(word)) {
        return Sequel::Stays;
    }
    Sequel::Goes(Vec::new())
}

/// Words that stood in a sentence, at its beginning: without what joined them.
pub(in crate::language::gui) fn as_beginning(text: &str) -> String {
    let mut rest = text.trim_start();
    while let Some(word) = table::JOINTS.iter().find(|word| rest.starts_with(**word)) {
        rest = &rest[word.len()..];
    }
    rest.replacen("您也可以", "您可以", 1).replacen("你也可以", "你可以", 1)
}

/// Whether the clause stands where an order may stand.
pub(super) fn stands_alone(joint: Joint) -> bool {
    matches!(joint, Joint::None | Joint::Fresh)
}

/// The verb that a clause begins with, the longest first.
pub(super) fn verb(rest: &str) -> Option<(&'static str, Verb)> {
    let fits = table::VERBS.iter().filter(|(word, _)| rest.starts_with(word));
    fits.max_by_key(|(word, _)| word.len()).copied()
}
