//! A breath with more than one wish in it, where it is understood in no other way: pieces that are named once and two
//! things that are said of them (`make mugs and plates 3 seconds and black and white`), a verb that is said once
//! (`make kiln 6 seconds and the rest 3 seconds each`), and the same of other pieces (`mugs 6 seconds, same for kiln`,
//! `冰粉6秒，毕业照也是`).
//!
//! Each of the parts has to be understood whole.

use super::super::words::{Clause, LISTS, Link, Meaning, Sense, Token, Verb, is_break};
use super::read::{Reading, read_clause};

/// The clause, or those that it is made of.
pub fn parts(clause: Clause) -> Vec<Clause> {
    let is_left_out =
        |pair: &[Token]| names(&pair[0]) && pair[1].sense() == Some(Sense::Link(Link::Except));
    // "bikes除外" behind everything is understood as if it were not there.
    let left_out = clause.tokens.windows(2).any(is_left_out);
    if !left_out && !matches!(read_clause(&clause), Reading::Unclear { .. }) {
        return vec![clause];
    }
    parted(&clause).unwrap_or_else(|| vec![clause])
}

fn parted(clause: &Clause) -> Option<Vec<Clause>> {
    let tokens = &clause.tokens;
    if let Some(parts) = but_for_some(tokens) {
        return Some(parts);
    }
    let named = named(tokens)?;
    let breath = Breath { tokens, named };
    let joints = (breath.named.end..tokens.len()).filter(|at| joins(&tokens[*at]));
    joints.clone().find_map(|at| {
        let right = breath
            .same_again(at)
            .or_else(|| breath.with_its_verb(at))
            .or_else(|| breath.of_the_same(at))
            .or_else(|| breath.another(at))?;
        let left = understood(Clause { tokens: tokens[..at].to_vec() })?;
        Some([left, understood(Clause { tokens: right })?].concat())
    })
}

/// `set every picture to 3 seconds except the kiln`, `所有视频静音，bikes除外`: what is left out is left as it is.
fn but_for_some(tokens: &[Token]) -> Option<Vec<Clause>> {
    let except =
        tokens.iter().position(|token| token.sense() == Some(Sense::Link(Link::Except)))?;
    let behind = named(&tokens[except..])
        .filter(|named| tokens[except + 1..except + named.start].iter().all(is_light));
    let out = match behind {
        Some(named) => except..except + named.end,
        None => {
            let before = tokens[..except].iter().rposition(|token| !names(token))?;
            let ends =
                tokens[except + 1..].iter().all(|token| token.sense() == Some(Sense::Filler));
            (ends && before + 1 < except).then_some(before + 1..tokens.len())?
        }
    };
    let stays = tokens[except].beside(Sense::Link(Link::AsItIs), "as it is");
    let spared = tokens[out.clone()].iter().filter(|token| names(token)).cloned();
    let spared = Clause { tokens: spared.chain([stays]).collect() };
    let mut all = [&tokens[..out.start], &tokens[out.end..]].concat();
    while all.last().is_some_and(is_break) {
        all.pop();
    }
    Some([understood(Clause { tokens: all })?, vec![spared]].concat())
}

fn understood(clause: Clause) -> Option<Vec<Clause>> {
    match read_clause(&clause) {
        Reading::Understood { passed_over, .. } => passed_over.is_empty().then(|| vec![clause]),
        Reading::Unclear { .. } => parted(&clause),
        Reading::Beyond { .. } => None,
    }
}

/// The first pieces that are named in a row.
fn named(tokens: &[Token]) -> Option<std::ops::Range<usize>> {
    let first = tokens.iter().position(names)?;
    let row = tokens[first..].iter().take_while(|token| names(token) || is_light(token)).count();
    let last = tokens[first..first + row].iter().rposition(names)?;
    Some(first..first + last + 1)
}

/// Tokens, and where in them the pieces are named that come first.
struct Breath<'a> {
    tokens: &'a [Token],
    named: std::ops::Range<usize>,
}

impl Breath<'_> {
    fn verb(&self) -> Option<&Token> {
        let verb = |token: &&Token| matches!(token.sense(), Some(Sense::Verb(_)));
        self.tokens[..self.named.start].iter().find(verb)
    }

    fn pieces(&self) -> &[Token] {
        &self.tokens[self.named.clone()]
    }

    /// `…, same for kiln`, `…，毕业照也是`: all that is said of the first pieces, of the others.
    fn same_again(&self, at: usize) -> Option<Vec<Token>> {
        let behind = &self.tokens[at + 1..];
        let others = named(behind)?;
        let rest: Vec<&Token> = behind[..others.start]
            .iter()
            .chain(&behind[others.end..])
            .filter(|token| !is_light(token))
            .collect();
        let text: String = behind.iter().map(|token| token.text_small() + " ").collect();
        let says_same = LISTS.same_again.iter().any(|word| {
            if word.is_ascii() {
                format!(" {text}").contains(&format!(" {word} "))
            } else {
                text.replace(' ', "").contains(word)
            }
        });
        let idle = |token: &&Token| {
            LISTS.same_again.iter().any(|word| word.contains(&token.text_small()))
                || matches!(
                    token.sense(),
                    Some(Sense::Link(Link::For | Link::At | Link::To | Link::With | Link::Over))
                )
        };
        if !says_same || !rest.iter().all(idle) {
            return None;
        }
        let [before, after] = [&self.tokens[..self.named.start], &self.tokens[self.named.end..at]];
        Some([before, &behind[others], after].concat())
    }

    /// `…, the rest 3 seconds`: the verb is said once.
    fn with_its_verb(&self, at: usize) -> Option<Vec<Token>> {
        let behind = &self.tokens[at + 1..];
        let first = behind.iter().find(|token| !is_light(token) || is_other(token))?;
        let verbs = behind.iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
        let others = is_other(first)
            || matches!(first.sense(), Some(Sense::Link(Link::Rest | Link::TheOther)));
        if verbs || !(others || names(first)) {
            return None;
        }
        Some(self.verb().into_iter().chain(behind).cloned().collect())
    }

    /// `open with kiln and let it run for 7 seconds`: another wish, with a verb of its own.
    fn another(&self, at: usize) -> Option<Vec<Token>> {
        let behind = &self.tokens[at + 1..];
        let first = behind.iter().find(|token| !is_light(token))?;
        let it = behind.iter().any(|token| token.sense() == Some(Sense::Link(Link::It)));
        let orders = matches!(first.sense(), Some(Sense::Verb(_)))
            || LISTS.calls_for.has(&first.text_small());
        (it && (orders || behind.iter().any(|token| LISTS.calls_for.has(&token.text_small()))))
            .then(|| behind.to_vec())
    }

    /// `…, and black and white`: the pieces are named once.
    fn of_the_same(&self, at: usize) -> Option<Vec<Token>> {
        let behind = &self.tokens[self.named.end..];
        if behind.iter().any(names) || !behind.iter().all(is_value) {
            return None;
        }
        let head = self.verb().into_iter().chain(self.pieces());
        Some(head.chain(&self.tokens[at + 1..]).cloned().collect())
    }
}

fn names(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
        || matches!(token.meaning, Meaning::Ordinal(_))
}

fn is_light(token: &Token) -> bool {
    is_break(token)
        || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
}

/// `other two`, `其他三张`.
fn is_other(token: &Token) -> bool {
    LISTS.others_by_number.has(&token.text)
}

/// What something is to be, and no other pieces that it is said of.
fn is_value(token: &Token) -> bool {
    match token.meaning {
        Meaning::Number(_) | Meaning::FirstOf(_) | Meaning::LastOf(_) | Meaning::Files(_) => false,
        Meaning::Known(Sense::Verb(verb)) => matches!(verb, Verb::Make | Verb::Change),
        Meaning::Known(Sense::Link(link)) => matches!(
            link,
            Link::At | Link::To | Link::With | Link::The | Link::A | Link::Each | Link::For
        ),
        _ => true,
    }
}

/// `and`, `with`, a comma.
fn joins(token: &Token) -> bool {
    is_break(token) || token.sense() == Some(Sense::Link(Link::With))
}
