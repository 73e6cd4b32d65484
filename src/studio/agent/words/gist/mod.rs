//! What a sentence comes to, by the things in it and not by their order: `park glue.jpg right after the press for three
//! seconds, yum yum`, `bikes 这条素材内的3s到5s抽掉`.
//!
//! Each part of the sentence is put plainly by what stands in it (`delete cat.jpg`, `move cat.jpg to the start`), and is
//! left as it was said where that is not clear. Words that nobody knows are left out beside what says surely what is
//! wanted, and told; parts of such words alone are remarks.

mod arranged;
mod before;
mod heard;
mod looks;
mod part;
mod seen;
mod slots;
mod strange;
mod timed;

use super::letters::marks_for_spaces;
use super::name::Name;
use super::segment::{Segment, bearing_nothing, unmarked_segments};
use super::sense::{Sense, Verb};
use super::token::{Token, is_file_or_place};
use before::Before;
use part::{Part, has};
use slots::{Kind, Slot, slots};
use strange::{forbids, is_strange, limits, may_be_otherwise};

/// A sentence of more parts has more in it than can be told by what stands in them.
const MOST: usize = 8;

/// A sentence, with parts of it put plainly.
#[derive(Default)]
pub struct Gist {
    /// The sentence as it comes down to.
    pub said: String,
    /// Words of it that nobody knows.
    pub passed_over: Vec<String>,
    /// What is no wish.
    pub remarks: Vec<String>,
}

/// What a sentence comes to; `is_shown` says of a file whether it is in the film. `None` where nothing of it can be put
/// more plainly.
pub fn gist(said: &str, names: &[Name], is_shown: &dyn Fn(&str) -> bool) -> Option<Gist> {
    let parted = with_dashes_as_marks(said);
    let said = parted.as_deref().unwrap_or(said);
    let marked = marks_for_spaces(said);
    let said = marked.as_deref().unwrap_or(said);
    let parts = unmarked_segments(said, names);
    if parts.len() > MOST || parts.iter().any(|part| forbids(part.tokens())) {
        return None;
    }
    let bear_nothing = bearing_nothing(said, names);
    let mut found = Gist::default();
    let mut before = Before::default();
    let mut at = 0;
    while at < parts.len() {
        let goes_on = |end: &usize| is_shared(&parts[end - 1], &parts[*end]);
        let end = (at + 1..parts.len()).find(|end| !goes_on(end)).unwrap_or(parts.len());
        let together = Together::new(&parts[at..end], names);
        let bears_nothing = end == at + 1 && bear_nothing[at];
        found.take(&together, bears_nothing, &mut before, is_shown)?;
        at = end;
    }
    let changed = before.put_plainly || !found.remarks.is_empty();
    (changed && !found.said.is_empty()).then_some(found)
}

/// `mute bikes - sorry to be a pain`: a dash between words parts as a comma does.
fn with_dashes_as_marks(said: &str) -> Option<String> {
    const DASHES: [&str; 3] = [" - ", " – ", " — "];
    let dashed = DASHES.iter().any(|dash| said.contains(dash));
    dashed.then(|| DASHES.iter().fold(said.to_owned(), |said, dash| said.replace(dash, ", ")))
}

/// `swap rex | and bella over`, `lose | its last 4 s`: a wish that goes on in the next part.
fn is_shared(part: &Segment, next: &Segment) -> bool {
    let swaps = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Swap));
    let named = part.tokens().iter().filter(|token| is_file_or_place(token)).count();
    let open = (part.tokens().iter().any(swaps) && named == 1) || part.only_names();
    let light = |token: &Token| matches!(token.sense(), Some(Sense::Verb(_) | Sense::Filler));
    (open && next.is_joined_to()) || part.leaves_a_pair_open() || part.tokens().iter().all(light)
}

/// Parts of a sentence that are one wish, or none.
struct Together<'a> {
    first: &'a Segment,
    tokens: Vec<Token>,
    slots: Vec<Slot>,
    said: String,
    is_one: bool,
}

impl<'a> Together<'a> {
    fn new(parts: &'a [Segment], names: &[Name]) -> Self {
        let tokens: Vec<Token> =
            parts.iter().flat_map(|part| part.tokens().iter().cloned()).collect();
        Self {
            first: &parts[0],
            slots: slots(&tokens, names),
            tokens,
            said: parts.iter().map(|part| part.said.as_str()).collect(),
            is_one: parts.len() == 1,
        }
    }
}

impl Gist {
    /// Takes in what comes next. `None` where it may be of something that nobody knows.
    fn take(
        &mut self,
        next: &Together,
        bears_nothing: bool,
        before: &mut Before,
        is_shown: &dyn Fn(&str) -> bool,
    ) -> Option<()> {
        let limited = limits(&next.tokens);
        if bears_nothing && limited {
            return None;
        }
        if bears_nothing || (next.is_one && !limited && is_strange(next.first, &next.slots)) {
            self.remarks.push(next.first.bare.trim().to_owned());
            before.follow_remark(&next.slots);
            return Some(());
        }
        let is_first = self.said.is_empty() && self.remarks.is_empty();
        if (next.first.only_quotes() && !is_first) || !before.leads_to(&next.slots) {
            return None;
        }
        let plain = (!limited).then(|| plainly(next, before, is_shown)).flatten();
        match &plain {
            Some(plain) => self.put(plain, &next.slots),
            None => self.said.push_str(&next.said),
        }
        before.follow(&next.slots, plain.is_some());
        Some(())
    }

    fn put(&mut self, plain: &[String], slots: &[Slot]) {
        let mark = if self.said.is_empty() { "" } else { ", " };
        self.said = format!("{}{mark}{}", self.said.trim_end(), plain.join(", "));
        let unknown = slots.iter().filter(|slot| slot.kind == Kind::Unknown);
        self.passed_over.extend(unknown.map(|slot| slot.text.clone()));
    }
}

/// What comes next, put plainly: several sentences where it wants several things.
fn plainly(
    next: &Together,
    before: &Before,
    is_shown: &dyn Fn(&str) -> bool,
) -> Option<Vec<String>> {
    if may_be_otherwise(&next.tokens, &next.slots) {
        return None;
    }
    let part = Part::new(&next.slots, before, is_shown);
    let points = has(&next.slots, &Kind::It);
    if points && (part.of.is_empty() || has(&next.slots, &Kind::Piece)) {
        return None;
    }
    by_kind(&part).or_else(|| in_two(&part))
}

fn by_kind(part: &Part) -> Option<Vec<String>> {
    arranged::put(part)
        .or_else(|| timed::put(part))
        .or_else(|| looks::put(part))
        .or_else(|| heard::put(part))
        .or_else(|| seen::put(part))
}

/// `bikes after the map at 200% speed`: where a piece is to be, and how it is to be shown there.
fn in_two(part: &Part) -> Option<Vec<String>> {
    let own = part.there.iter().find(|slot| slot.kind == Kind::Piece)?;
    let how = |slot: &Slot| {
        matches!(
            slot.kind,
            Kind::Speed | Kind::Look | Kind::Camera | Kind::Verb(Verb::Reverse | Verb::Mute)
        )
    };
    let (shown, rest): (Vec<Slot>, Vec<Slot>) = part.there.iter().cloned().partition(how);
    if shown.is_empty() || rest.len() < 2 {
        return None;
    }
    let shown = [vec![own.clone()], shown].concat();
    Some([by_kind(&part.of_these(&rest))?, by_kind(&part.of_these(&shown))?].concat())
}
