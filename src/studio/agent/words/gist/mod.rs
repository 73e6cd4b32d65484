//! What a sentence comes to, by the things in it and not by their order: `slip glue.jpg in straight after the marbled
//! paper, for three seconds`, `bikes 这条素材内的3s到5s抽掉`.
//!
//! Each part of the sentence is put plainly by what is in it (`delete cat.jpg`, `move cat.jpg to the start`); a part that
//! puts nothing has to bear nothing of an edit. Words that nobody knows are left out beside what says surely what is
//! wanted, and told.

mod arranged;
mod heard;
mod looks;
mod seen;
mod slots;
mod timed;

use super::bearing::takes_back;
use super::but_for::{may_be_an_order, may_say_how, says_how};
use super::letters::marks_for_spaces;
use super::list::LISTS;
use super::name::Name;
use super::some_other_time::is_at_another_time;
use super::segment::{Segment, unless_they_bear, unmarked_segments};
use super::sense::{Sense, Verb};
use super::token::{Meaning, Token, is_file_or_place};
use slots::{Kind, Slot, slots};

/// Longer sentences have more in them than can be told by what stands in them.
const MOST: usize = 8;

/// A sentence, with parts of it put plainly.
pub struct Gist {
    /// The sentence as it comes down to.
    pub said: String,
    /// Words of it that nobody knows.
    pub passed_over: Vec<String>,
    /// What is no wish.
    pub remarks: Vec<String>,
}

/// What the parts before one were about.
struct Before {
    /// The pieces that the last of them named.
    pieces: Vec<String>,
    /// Whether it was of the music.
    music: bool,
    /// Whether a shape was told.
    shaped: bool,
    /// Whether it was of something that nobody knows.
    is_of_something: bool,
}

/// What a sentence comes to. `None` where nothing of it can be put more plainly.
pub fn gist(said: &str, names: &[Name], is_shown: &dyn Fn(&str) -> bool) -> Option<Gist> {
    let marked = marks_for_spaces(said);
    let parts = unmarked_segments(marked.as_deref().unwrap_or(said), names);
    if std::env::var("GIST").is_ok() { for part in parts.iter().filter(|p| forbids(p)) { eprintln!("GIST forbidden {:?}", part.bare); } }
    if parts.len() > MOST || parts.iter().any(forbids) {
        return None;
    }
    let bear_nothing = unless_they_bear(&parts);
    let mut found = Gist { said: String::new(), passed_over: Vec::new(), remarks: Vec::new() };
    let mut before = Before { pieces: Vec::new(), music: false, shaped: false, is_of_something: false };
    let mut changed = false;
    let mut at = 0;
    while at < parts.len() {
        let end = (at + 1..parts.len()).find(|end| !is_shared(&parts[end - 1], &parts[*end])).unwrap_or(parts.len());
        let together = &parts[at..end];
        let is_first = at == 0;
        let tokens: Vec<Token> = together.iter().flat_map(|part| part.tokens().iter().cloned()).collect();
        let (part, bears_nothing) = (&together[0], end == at + 1 && bear_nothing[at]);
        let there = slots(&tokens, names);
        let limited = limits(&tokens);
        let said: String = together.iter().map(|part| part.said.as_str()).collect();
        at = end;
        if bears_nothing || (end == at && together.len() == 1 && !limited && is_strange(part, &there)) {
            found.remarks.push(part.bare.trim().to_owned());
            before.follow(&there);
            before.is_of_something |= before.pieces.is_empty() && has(&there, &Kind::Other);
            changed = true;
            continue;
        }
        if (part.only_quotes() && !is_first) || (has(&there, &Kind::It) && before.is_of_something) || (has(&there, &Kind::Shape) && before.shaped) {
            return None;
        }
        before.shaped |= has(&there, &Kind::Shape);
        let plain = if limited { None } else { plainly(&tokens, &there, &before, is_shown) };
        if std::env::var("GIST").is_ok() { eprintln!("GIST part {:?} -> {:?}: {:?}", said, plain, there.iter().map(|s| format!("{:?}", s.kind)+":"+&s.text).collect::<Vec<_>>().join(" ")); }
        match plain {
            Some(plain) => {
                changed = true;
                let mark = if found.said.is_empty() { "" } else { ", " };
                found.said = format!("{}{mark}{}", found.said.trim_end(), plain.join(", "));
                let unknown = there.iter().filter(|slot| slot.kind == Kind::Unknown);
                found.passed_over.extend(unknown.map(|slot| slot.text.clone()));
            }
            None => found.said.push_str(&said),
        }
        before.follow(&there);
    }
    (changed && !found.said.is_empty()).then_some(found)
}

/// `swap rex | and bella over`, `lose | its last 4 s`: a wish that goes on in the next part.
fn is_shared(part: &Segment, next: &Segment) -> bool {
    let swaps = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Swap));
    let named = part.tokens().iter().filter(|token| is_file_or_place(token)).count();
    let open = (part.tokens().iter().any(swaps) && named == 1) || part.only_names();
    let light = |token: &Token| matches!(token.sense(), Some(Sense::Verb(_) | Sense::Filler));
    (open && next.is_joined_to()) || part.tokens().iter().all(light)
}

/// Strange words, and nothing of an edit among them.
fn is_strange(part: &Segment, there: &[Slot]) -> bool {
    let weak = |slot: &Slot| {
        matches!(
            slot.kind,
            Kind::Unknown | Kind::Number | Kind::Degree(_) | Kind::Mood | Kind::Edge(_)
                | Kind::Verb(Verb::Show | Verb::Use | Verb::Join | Verb::Make)
        )
    };
    let strange = |token: &&Token| token.meaning == Meaning::Unknown;
    has(there, &Kind::Unknown)
        && there.iter().all(weak)
        && !part.is_joined()
        && !part.is_the_same_again()
        && !part.tokens().iter().filter(strange).any(|token| says_how(&token.text_small()))
}

/// What takes back, asks or is of another time.
fn forbids(part: &Segment) -> bool {
    let asks = |token: &Token| matches!(token.sense(), Some(Sense::Question(_) | Sense::Beyond(_)));
    let turns = |token: &Token| LISTS.turns_back.has(&token.text_small());
    takes_back(part.tokens())
        || is_at_another_time(part.tokens())
        || part.tokens().iter().any(|token| asks(token) || turns(token))
}

/// Whether strange words of a part may limit what is wanted.
fn limits(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        let small = token.text_small();
        token.meaning == Meaning::Unknown
            && !LISTS.says_little.has(&small)
            && (LISTS.hangs_on.has(&small)
                || small.contains("n't")
                || LISTS.hangs_on.iter().any(|word| !word.is_ascii() && small.contains(word)))
    })
}

impl Before {
    fn follow(&mut self, there: &[Slot]) {
        let pieces: Vec<String> = texts(there, &Kind::Piece);
        let music = there.iter().any(|slot| matches!(slot.kind, Kind::Music | Kind::Song));
        if !pieces.is_empty() || music {
            *self = Self { pieces, music, shaped: self.shaped, is_of_something: self.is_of_something };
        }
    }
}

/// A part put plainly: several sentences where it wants several things.
fn plainly(tokens: &[Token], there: &[Slot], before: &Before, is_shown: &dyn Fn(&str) -> bool) -> Option<Vec<String>> {
    if may_be_otherwise(tokens, there) {
        return None;
    }
    let pieces = texts(there, &Kind::Piece);
    let points = there.iter().any(|slot| slot.kind == Kind::It);
    let own = !pieces.is_empty() || (has(there, &Kind::Unknown) && !points);
    let of = if own { pieces } else { before.pieces.clone() };
    if points && (of.is_empty() || has(there, &Kind::Piece)) {
        return None;
    }
    let part = Part { there, of, before, is_shown };
    by_kind(&part).or_else(|| in_two(&part))
}

/// `bikes after the map at 200% speed`: where a piece is to be, and how it is to be shown there.
fn in_two(part: &Part) -> Option<Vec<String>> {
    let own = part.there.iter().find(|slot| slot.kind == Kind::Piece)?;
    let how = |slot: &Slot| matches!(slot.kind, Kind::Speed | Kind::Look | Kind::Tone(_) | Kind::Percent | Kind::Degree(_) | Kind::Camera | Kind::Verb(Verb::Reverse | Verb::Mute));
    let (shown, rest): (Vec<Slot>, Vec<Slot>) = part.there.iter().cloned().partition(how);
    if shown.is_empty() || rest.len() < 2 {
        return None;
    }
    let shown = [vec![own.clone()], shown].concat();
    let put = |there: &[Slot]| {
        let of = texts(there, &Kind::Piece);
        by_kind(&Part { there, of, before: part.before, is_shown: part.is_shown })
    };
    Some([put(&rest)?, put(&shown)?].concat())
}

fn by_kind(part: &Part) -> Option<Vec<String>> {
    arranged::put(part)
        .or_else(|| timed::put(part))
        .or_else(|| looks::put(part))
        .or_else(|| heard::put(part))
        .or_else(|| seen::put(part))
}

/// Whether a strange word may say how, when or where it is to be done. What is done is told by what it is done to, too:
/// `knock rex down to 3 seconds`.
fn may_be_otherwise(tokens: &[Token], there: &[Slot]) -> bool {
    let strange = |token: &Token| {
        token.meaning == Meaning::Unknown && !LISTS.says_little.has(&token.text_small())
    };
    let told = there.iter().any(|slot| slot.to);
    (0..tokens.len()).filter(|at| strange(&tokens[*at])).any(|at| {
        may_say_how(tokens, at) || (!told && may_be_an_order(tokens, at))
    })
}

/// A part and what it may be of.
struct Part<'a> {
    there: &'a [Slot],
    /// The pieces that it names, or else those that were named last.
    of: Vec<String>,
    before: &'a Before,
    is_shown: &'a dyn Fn(&str) -> bool,
}

impl Part<'_> {
    fn has(&self, kind: &Kind) -> bool {
        has(self.there, kind)
    }

    /// Whether it has nothing but these, words that say nothing, and some verbs.
    fn only(&self, kinds: &[Kind]) -> bool {
        self.there.iter().all(|slot| {
            matches!(slot.kind, Kind::It | Kind::Unknown) || kinds.contains(&slot.kind)
        })
    }

    /// Whether any of these is there.
    fn any(&self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.has(kind))
    }

    fn texts(&self, kind: &Kind) -> Vec<String> {
        texts(self.there, kind)
    }

    /// The only one of its kind.
    fn one(&self, kind: &Kind) -> Option<String> {
        match self.texts(kind).as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }

    /// Whether every word of it is known.
    fn is_plain(&self) -> bool {
        !self.has(&Kind::Unknown)
    }

    /// Whether it says that it is wanted: by one of some verbs, by what it is to come to, or with no word that is strange.
    fn is_ordered(&self, verbs: &[Kind]) -> bool {
        self.any(verbs) || self.is_plain() || self.there.iter().any(|slot| slot.to)
    }

    /// The pieces that it is of, with `and` between them.
    fn pieces(&self) -> Option<String> {
        (!self.of.is_empty()).then(|| self.of.join(" and "))
    }
}

fn has(there: &[Slot], kind: &Kind) -> bool {
    there.iter().any(|slot| slot.kind == *kind)
}

fn texts(there: &[Slot], kind: &Kind) -> Vec<String> {
    there.iter().filter(|slot| slot.kind == *kind).map(|slot| slot.text.clone()).collect()
}
