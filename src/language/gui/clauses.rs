//! A sentence as clauses: what can be taken out of it and leave a sentence.
//!
//! Where a clause begins depends on what stands before it and on the few letters of its joint, never
//! on what follows, so that the clauses of a beginning are those of the whole.

use super::english;
use super::quotes::is_han;
use super::tokens::{Kind, Token, tokens};

/// Part of a sentence with the joint before it: `, and ` + `you can click Export`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    /// Where its joint begins, in bytes.
    pub(super) joint: usize,
    /// Where its words begin.
    pub(super) start: usize,
    /// Where its words end.
    pub(super) end: usize,
    /// How it is joined.
    pub(super) kind: Joint,
}

/// How a clause is joined to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// It is the first.
    None,
    /// By a comma or a dash.
    Comma,
    /// By `and`, `or`, `then`, `but`, `so`.
    Word,
    /// By a colon, a semicolon or a bracket: it stands on its own.
    Fresh,
    /// By `by`, `using`, `via`, `through`, `with`: it says how.
    Means,
}

const MARKS: &[char] = &[',', ';', ':', '，', '；', '：', '(', '（', '–', '—', '-'];
const EMPHASIS: &[char] = &['*', '_'];
const JOINING: &[&str] = &["and", "or", "then", "but", "so"];
const MEANS: &[&str] = &["by", "using", "via", "through", "with"];
/// `drag and drop`, `go ahead and`: one verb.
const PAIRED: &[&str] =
    &["drag", "dragging", "click", "clicking", "point", "press", "ahead", "copy", "cut"];

/// The clauses of a sentence or of its beginning.
///
/// At the end of an `open` sentence a joint is none yet: `, ` may become `1,000`, ` but` ` button`.
pub(super) fn clauses(sentence: &str, open: bool) -> Vec<Clause> {
    let tokens = tokens(sentence);
    let mut splitter = Splitter {
        sentence,
        open,
        tokens: &tokens,
        found: Vec::new(),
        now: Clause::at(0, Joint::None),
    };
    let mut place = 0;
    while place < tokens.len() {
        place = splitter.step(place);
    }
    splitter.found.push(Clause { end: sentence.len(), ..splitter.now });
    splitter.found
}

impl Clause {
    const fn at(start: usize, kind: Joint) -> Self {
        Self { joint: start, start, end: start, kind }
    }
}

struct Splitter<'a> {
    sentence: &'a str,
    open: bool,
    tokens: &'a [Token<'a>],
    found: Vec<Clause>,
    now: Clause,
}

impl Splitter<'_> {
    /// Looks at a token; where to look next.
    fn step(&mut self, place: usize) -> usize {
        let token = self.tokens[place];
        let after_bracket = place > 0 && self.tokens[place - 1].is(&[')', '）']);
        if after_bracket && !self.is_empty(token.at) {
            self.begin(token.at, token.at, Joint::Fresh);
        }
        let joint = self.joint(place);
        match joint {
            Some((kind, last)) => {
                let space = self.tokens.get(last + 1).filter(|next| next.kind == Kind::Space);
                let end = space.map_or(self.tokens[last].end(), Token::end);
                self.begin(token.at, end, kind);
                last + 1 + usize::from(space.is_some())
            }
            None => {
                if token.kind == Kind::Space && self.is_empty(token.at) {
                    self.now.start = token.end();
                }
                place + 1
            }
        }
    }

    fn is_empty(&self, at: usize) -> bool {
        self.now.start >= at
    }

    fn begin(&mut self, joint: usize, start: usize, kind: Joint) {
        if self.is_empty(joint) && self.now.kind != Joint::None {
            // `, and `: one joint.
            let kind = if self.now.kind == Joint::Fresh { Joint::Fresh } else { kind };
            self.now = Clause { start, kind, ..self.now };
        } else {
            self.found.push(Clause { end: joint, ..self.now });
            self.now = Clause { joint, start, end: start, kind };
        }
    }

    /// The joint that begins with this token, and its last token.
    fn joint(&self, place: usize) -> Option<(Joint, usize)> {
        let spaced = self.tokens[place].kind == Kind::Space;
        let first = place + usize::from(spaced);
        let token = self.tokens.get(first)?;
        if token.kind == Kind::Word {
            return if spaced { self.word_joint(first) } else { None };
        }
        if !token.is(MARKS) {
            return None;
        }
        let mut last = first;
        while self.tokens.get(last + 1).is_some_and(|next| next.is(EMPHASIS)) {
            last += 1;
        }
        let space_follows = self.space_at(last + 1);
        let (kind, holds) = match token.text {
            "，" | "；" => (Joint::Comma, true),
            "：" => (Joint::Fresh, self.introduces()),
            ":" => (Joint::Fresh, space_follows && self.introduces()),
            "," => (Joint::Comma, space_follows),
            ";" => (Joint::Fresh, space_follows),
            "(" | "（" => (Joint::Fresh, true),
            "—" => (Joint::Comma, true),
            _ => (Joint::Comma, spaced && space_follows),
        };
        let kind = if token.text == "；" { Joint::Fresh } else { kind };
        let last = if token.is(&['(', '（']) { first } else { last };
        holds.then_some((kind, last))
    }

    fn space_at(&self, place: usize) -> bool {
        self.tokens.get(place).map_or(!self.open, |token| token.kind == Kind::Space)
    }

    fn word_joint(&self, place: usize) -> Option<(Joint, usize)> {
        let word = self.tokens[place].text.to_lowercase();
        let space_follows = self.space_at(place + 1);
        let kind = if JOINING.contains(&word.as_str()) {
            Joint::Word
        } else if MEANS.contains(&word.as_str()) {
            Joint::Means
        } else {
            return None;
        };
        let before = self.tokens[..place].iter().rev().find(|token| token.kind == Kind::Word);
        let paired =
            before.is_some_and(|before| PAIRED.contains(&before.text.to_lowercase().as_str()));
        let chinese = before.is_some_and(|before| before.text.chars().any(is_han));
        let first = self.now.kind == Joint::None && self.is_empty(self.tokens[place].at);
        (space_follows && !paired && !chinese && !first).then_some((kind, place))
    }

    /// Whether a colon here parts a sentence from what it announces.
    fn introduces(&self) -> bool {
        let end =
            self.tokens.iter().find(|token| token.is(&[':', '：'])).map_or(0, |token| token.at);
        self.now.kind == Joint::None && announces(&self.sentence[..end])
    }
}

/// Whether a part before a colon stands on its own, or announces what follows.
fn announces(text: &str) -> bool {
    if text.chars().any(is_han) {
        return super::chinese::announces(text);
    }
    english::announces(text)
}

/// Letters at the end that may become the joint of another clause.
pub(super) fn loose_end(text: &str) -> usize {
    let tokens = tokens(text);
    let mut kept = text.len();
    for token in tokens.iter().rev() {
        let loose = match token.kind {
            Kind::Space => true,
            Kind::Mark => token.is(MARKS) || token.is(EMPHASIS),
            Kind::Word => {
                let word = token.text.to_lowercase();
                let joint = |known: &&str| known.starts_with(&word);
                kept == text.len() && JOINING.iter().chain(MEANS).any(joint)
            }
            Kind::Quoted => false,
        };
        if !loose {
            break;
        }
        kept = token.at;
    }
    // A word that is not set apart is the end of one.
    if kept < text.len()
        && text[kept..].starts_with(|letter: char| letter.is_alphanumeric())
        && kept > 0
    {
        return text.len();
    }
    kept
}
