//! A sentence in the parts between its marks and joining words, each as it was said, for a sentence that is not
//! understood as a whole (`piecewise`): `请把整片的响度统一到-16 LUFS，护理部有要求`, `detach the sound from bunny i wanna mess
//! with it later`.
//!
//! Joining words part a sentence, and so does a new subject without one before it (`… i wanna mess with it`).

use std::ops::Range;

use super::accordingly::{amount_told, is_of_an_amount, with_the_amount};
use super::antecedent::taken_from;
use super::aside::{is_effect, is_the_same_again, named};
use super::bearing::bears_an_edit;
use super::confirms::{confirms, keeps_the_total};
use super::goes_on::{goes_on, is_chinese, is_it, trades};
use super::idle::{is_idle, is_of_a_look, is_without_object, judges_an_amount};
use super::known;
use super::left_undone::{is_joined, may_be_left};
use super::lex;
use super::likeness;
use super::list::LISTS;
use super::name::Name;
use super::other_name;
use super::phrase;
use super::remark::{gives_a_reason, is_taking_away, is_thing, said};
use super::sense::{Link, Noun, Sense};
use super::some_other_time::is_at_another_time;
use super::token::{Meaning, Token, is_break, is_file, is_verb};
use super::told_of_a_change;
use super::unmarked::Unmarked;
use super::unquoted;

/// A part of a sentence.
#[derive(Debug, Clone)]
pub struct Segment {
    /// As it was said, with the mark or joining word before it.
    pub said: String,
    /// Without them.
    pub bare: String,
    /// The marks and joining words before it.
    pub(super) marks: Vec<Token>,
    /// What it is made of, read by itself.
    tokens: Vec<Token>,
    /// Where it stands, in letters of the sentence.
    span: Range<usize>,
    /// Where it begins behind the marks.
    begin: usize,
}

/// A wish behind what was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behind {
    /// It says itself what it is about.
    Itself,
    /// Said of what was told of before it.
    Of(String),
    /// It is about something that was told of, and it is not clear what.
    Unclear,
}

/// The parts of a sentence.
pub fn segments(sentence: &str, names: &[Name]) -> Vec<Segment> {
    known::segments(sentence, names, false, parted)
}

/// The same, parted also where nothing marks it.
pub fn unmarked_segments(sentence: &str, names: &[Name]) -> Vec<Segment> {
    known::segments(sentence, names, true, parted)
}

fn parted(sentence: &str, names: &[Name], unmarked: bool) -> Vec<Segment> {
    let letters: Vec<char> = sentence.chars().collect();
    let tokens = unquoted::quote_what_is_said(sentence, lex::tokens(sentence, names));
    let besides = unmarked.then(|| Unmarked::new(&letters, &tokens));
    let mut starts: Vec<usize> = vec![0];
    // "Crew" is a word of greeting, and the name of a picture.
    let called = likeness::recognise(tokens.clone(), names);
    let mut open = false;
    for (at, token) in tokens.iter().enumerate() {
        let from = starts.last().copied().unwrap_or_default();
        let parts = is_break(token)
            || (begins_a_clause(&tokens, at)
                && !besides.as_ref().is_some_and(|besides| besides.is_only_how(at)))
            || besides.as_ref().is_some_and(|besides| besides.begins(from, at));
        if parts && open {
            starts.push(at);
            open = false;
        }
        open |= !is_break(token) && called[at].sense() != Some(Sense::Filler);
    }
    if !open && starts.len() > 1 {
        starts.pop();
    }
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let place = |at: usize| match tokens.get(at) {
        Some(_) if at == 0 => 0,
        Some(token) => token.span.start,
        None => letters.len(),
    };
    let segment = |(start, end): (&usize, usize)| {
        let there = &tokens[*start..end];
        let segment = Segment::new(&letters, place(*start)..place(end), there, names);
        if unmarked && *start > 0 { segment.marked(there) } else { segment }
    };
    starts.iter().zip(ends).map(segment).collect()
}

impl Segment {
    /// Whether it says itself what it is of; `all of it` does not.
    pub fn names_a_thing(&self) -> bool {
        let each = |token: &Token| token.sense() == Some(Sense::Link(Link::Each));
        said(&self.tokens).any(|token| is_thing(token) && !each(token))
    }

    /// Some letters of a sentence and the tokens there.
    fn new(letters: &[char], span: Range<usize>, there: &[Token], names: &[Name]) -> Self {
        let leads = |token: &Token| is_break(token) || LISTS.so_it_is.has(&token.text);
        // "Oh and mirror the shelf" begins with the verb.
        let light = |token: &&Token| leads(token) || LISTS.calls_out.has(&token.text_small());
        let lead = there.iter().take_while(light).count();
        let first = there[..lead].iter().rposition(leads).map_or(0, |mark| mark + 1);
        let from = there.get(first).map_or(span.start, |token| token.span.start);
        let said: String = letters[span.clone()].iter().collect();
        let bare: String = letters[from..span.end].iter().collect();
        let tokens = unquoted::quote_what_is_said(&bare, lex::tokens(&bare, names));
        let mut tokens = likeness::recognise(tokens, names);
        other_name::recognise(&mut tokens, names);
        told_of_a_change::is_a_thing(&mut tokens);
        let marks = there.iter().take_while(|token| is_break(token)).cloned().collect();
        Self { said, bare, marks, tokens: phrase::combine(tokens), span, begin: from }
    }

    /// With a comma before it where nothing stood: what is parted is read as parted.
    fn marked(mut self, there: &[Token]) -> Self {
        if let Some(first) = there.first().filter(|first| !is_break(first)) {
            self.marks.push(first.beside(Sense::Break, ","));
            self.said = if is_chinese(there) {
                format!("，{}", self.said)
            } else {
                format!(", {}", self.said)
            };
        }
        self
    }

    /// What it is made of.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Where it stands, in letters of the sentence.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where it begins behind its marks.
    pub fn begin(&self) -> usize {
        self.begin
    }

    /// Whether it has a word that nobody knows.
    pub fn has_strange_words(&self) -> bool {
        self.tokens.iter().any(|token| token.meaning == Meaning::Unknown)
    }

    /// `because the hall lights were awful`: it says why.
    pub fn gives_a_reason(&self) -> bool {
        self.marks.iter().any(|mark| gives_a_reason(mark) && !LISTS.so_it_is.has(&mark.text))
    }

    /// `半小时后送审`: what is done at another time.
    pub fn is_at_another_time(&self) -> bool {
        is_at_another_time(&self.tokens)
    }

    /// `… and reward`: nothing in it that anybody knows.
    pub fn is_all_strange(&self) -> bool {
        said(&self.tokens).all(|token| {
            matches!(token.meaning, Meaning::Unknown) || token.sense() == Some(Sense::Filler)
        })
    }

    /// `bikes: lose the first 2 seconds, mute it`: only what the wishes behind it are of.
    pub fn only_names(&self) -> bool {
        let names =
            |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
        let light = |token: &Token| {
            matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
                || token
                    .text_small()
                    .split(' ')
                    .next()
                    .is_some_and(|word| LISTS.all_of_two.has(word))
        };
        said(&self.tokens).any(names)
            && said(&self.tokens).all(|token| names(token) || light(token))
    }

    /// `the other two 3 seconds each`: all but those of which something was wanted before.
    pub fn is_of_the_rest(&self) -> bool {
        let rest =
            |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::Rest | Link::TheOther)));
        self.tokens.iter().any(|token| rest(token) || LISTS.others_by_number.has(&token.text))
    }

    /// `海边太慢了，bikes也是`.
    pub fn is_the_same_again(&self) -> bool {
        is_the_same_again(&self.tokens)
    }

    /// `and the guests`: it goes on with what stands before it.
    pub fn is_joined(&self) -> bool {
        is_joined(&self.marks)
    }

    /// Whether it is joined to what stands before it by `and`.
    pub fn is_joined_to(&self) -> bool {
        let joins =
            |mark: &Token| LISTS.and_between.has(&mark.text) || LISTS.and_as_well.has(&mark.text);
        self.marks.iter().any(joins)
    }

    /// `ribs` of `ribs and planks are the wrong way about`: named together with what stands behind it.
    pub fn is_named_with(&self, next: &Self) -> bool {
        self.only_names() && next.is_joined_to()
    }

    /// `the crossfade between porch`: what it lies between is said by halves.
    pub fn leaves_a_pair_open(&self) -> bool {
        leaves_a_pair_open(&self.tokens)
    }

    /// `和图像之间的转场`: the other half of such a pair, where the word for it comes last.
    pub fn closes_a_pair(&self) -> bool {
        let named =
            |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
        let between = |token: &Token| token.sense() == Some(Sense::Link(Link::Between));
        let before = self.tokens.iter().take_while(|token| !between(token));
        self.tokens.iter().any(between)
            && before.filter(|token| named(token)).count() < 2
            && self.marks.iter().any(|mark| LISTS.and_as_well.has(&mark.text))
    }

    /// Whether it says what to do.
    pub fn orders(&self) -> bool {
        self.tokens.iter().any(is_verb)
    }

    /// Whether it says what to do, and with what.
    pub fn stands_alone(&self) -> bool {
        let names = |token: &Token| match token.meaning {
            Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Ratio(..) => true,
            Meaning::Known(sense) => {
                matches!(sense, Sense::Noun(_) | Sense::Shape(_) | Sense::Transition(_))
            }
            _ => false,
        };
        let points = |token: &Token| is_it(token) || LISTS.points_on.has(&token.text_small());
        // "Between the vase and the bowl" is no second wish.
        let first_words = self.marks.iter().chain(&self.tokens).take(2);
        let orders = self.tokens.iter().any(is_verb)
            || self.marks.first().is_some_and(|mark| !mark.text.contains(char::is_alphanumeric))
            || first_words.into_iter().any(|mark| LISTS.in_a_row.has(&mark.text));
        orders && self.tokens.iter().any(names) && !self.tokens.iter().any(points)
    }
}

/// Whether what something lies between is said by halves.
pub fn leaves_a_pair_open(tokens: &[Token]) -> bool {
    let between = |token: &Token| token.sense() == Some(Sense::Link(Link::Between));
    let named = tokens.iter().skip_while(|token| !between(token)).filter(|token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Number(_))
    });
    tokens.iter().any(between) && named.count() == 1
}

/// Whether parts that go together name files, and nothing by its place or as what was spoken of before.
pub fn name_their_own(segments: &[Segment]) -> bool {
    let mut tokens = segments.iter().flat_map(|segment| &segment.tokens);
    let points = |token: &Token| {
        points_at_it(token)
            || LISTS.points_on.has(&token.text_small())
            || matches!(
                token.meaning,
                Meaning::Ordinal(_) | Meaning::FirstOf(_) | Meaning::LastOf(_)
            )
    };
    // "Open on the square, then the minister" is one wish.
    tokens.clone().any(is_verb) && tokens.clone().any(is_file) && !tokens.any(points)
}

/// Which of the parts carry nothing of an edit, if the others are wishes.
pub fn idle(segments: &[Segment]) -> Vec<bool> {
    let tokens = with_marks(segments);
    but_for_named(segments, (0..segments.len()).map(|at| is_idle(&tokens, at)).collect())
}

/// The same, where a part carries nothing unless it bears something of an edit.
pub fn unless_they_bear(segments: &[Segment]) -> Vec<bool> {
    let tokens = with_marks(segments);
    let idle =
        |at: usize| is_idle(&tokens, at) || confirms(&tokens, at) || !bears_an_edit(&tokens, at);
    but_for_named(segments, (0..segments.len()).map(idle).collect())
}

/// The same of the parts of a sentence that nothing marks.
pub fn bearing_nothing(sentence: &str, names: &[Name]) -> Vec<bool> {
    let read =
        |sentence: &str, names: &[Name]| unless_they_bear(&unmarked_segments(sentence, names));
    known::bearing_nothing(sentence, names, read)
}

/// `both the dusk and the boats 6 seconds`: the first is one of the two that the wish is of, and no remark.
fn but_for_named(segments: &[Segment], idle: Vec<bool>) -> Vec<bool> {
    let wanted = |at: usize| {
        // "It belongs between owl" and fox.
        let joined =
            |next: &Segment| segments[at].leaves_a_pair_open() || segments[at].is_named_with(next);
        segments.get(at + 1).is_some_and(|next| joined(next) && !idle[at + 1])
    };
    (0..segments.len()).map(|at| idle[at] && !wanted(at)).collect()
}

/// Which of the parts may stay undone beside a wish that is understood whole.
pub fn may_stay_undone(segments: &[Segment]) -> Vec<bool> {
    let tokens = with_marks(segments);
    let left =
        |at: usize| (is_idle(&tokens, at) && !is_joined(&tokens[at])) || may_be_left(&tokens, at);
    but_for_named(segments, (0..segments.len()).map(left).collect())
}

/// Which of the parts only say that all else stays as it is.
pub fn confirming(segments: &[Segment]) -> Vec<bool> {
    let tokens = with_marks(segments);
    (0..segments.len()).map(|at| confirms(&tokens, at)).collect()
}

/// Which of the parts say that the film is to stay as long as it is.
pub fn keeping_the_total(segments: &[Segment]) -> Vec<bool> {
    let tokens = with_marks(segments);
    tokens.iter().map(|part| keeps_the_total(part)).collect()
}

/// The joining word before a part is one of it.
fn with_marks(segments: &[Segment]) -> Vec<Vec<Token>> {
    segments.iter().map(|part| [part.marks.as_slice(), &part.tokens].concat()).collect()
}

/// Whether what was passed over names one piece at most.
pub fn is_of_one_piece(held: &[&Segment]) -> bool {
    let piece = |token: &&Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let mut named = held.iter().flat_map(|held| held.tokens.iter().filter(piece));
    let first = named.next().map(|first| &first.meaning);
    named.all(|other| Some(&other.meaning) == first)
}

/// Whether one of the parts is of an amount that another one tells.
pub fn say_accordingly(segments: &[Segment]) -> bool {
    segments.iter().any(|part| is_of_an_amount(&part.tokens))
}

/// A wish with the amount in it that was told of before it, where it only says that it is of that.
pub fn of_what_was_told(held: &[&Segment], segment: &Segment) -> Option<String> {
    let amounts: Vec<&Token> = held.iter().filter_map(|held| amount_told(&held.tokens)).collect();
    match amounts[..] {
        [amount] if is_of_an_amount(&segment.tokens) => {
            with_the_amount(&segment.bare, &amount.text)
        }
        _ => None,
    }
}

/// How a part is said behind those that are passed over before it.
pub fn behind(held: &[&Segment], segment: &Segment) -> Behind {
    let remarks: Vec<Vec<Token>> = held.iter().map(|held| held.tokens.clone()).collect();
    let tokens = &segment.tokens;
    let (goes, subject) = taken_from(&remarks, tokens, true);
    let bare = is_without_object(tokens) || (is_of_its_sound(tokens) && tell_of_one_piece(held));
    let told = remarks.iter().rev().map(|remark| named(remark)).find(|named| !named.is_empty());
    let subject = if goes { subject.or(told) } else { told.filter(|_| bare) };
    let leaves_open = bare
        || points_back(tokens)
        || (goes_on(tokens) && (trades(tokens) || tokens.iter().any(is_taking_away)));
    // "Twelve seconds is too long, make it …": the film.
    let of_an_amount = held.last().is_some_and(|held| judges_an_amount(&held.tokens));
    let unclear = remarks.last().is_some_and(|remark| is_of_a_look(remark));
    let of_the_film = |token: &Token| {
        matches!(token.meaning, Meaning::Rate(_))
            || matches!(token.sense(), Some(Sense::Resolution(_)))
    };
    match subject {
        // "The projector in the hall is elderly, so set the film to 720p".
        Some(_) if tokens.iter().any(of_the_film) => Behind::Itself,
        Some(_) if unclear => Behind::Unclear,
        None if of_an_amount => Behind::Itself,
        Some(subject) => said_of(segment, &subject).map_or(Behind::Unclear, Behind::Of),
        None if leaves_open => Behind::Unclear,
        None => Behind::Itself,
    }
}

/// `海边那段风噪大 原声降6dB`: the sound of the one piece that was told of, where it is said of nothing else.
fn is_of_its_sound(wish: &[Token]) -> bool {
    let sound =
        |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Sound | Noun::Volume)));
    let first = said(wish).find(|token| token.sense() != Some(Sense::Filler));
    let other = |token: &Token| {
        !sound(token)
            && (is_thing(token)
                || matches!(token.sense(), Some(Sense::Link(Link::All | Link::Rest | Link::These))))
    };
    is_chinese(wish) && first.is_some_and(sound) && !wish.iter().any(other)
}

fn tell_of_one_piece(held: &[&Segment]) -> bool {
    let piece = |token: &Token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual());
    is_of_one_piece(held) && held.iter().any(|part| part.tokens.iter().any(piece))
}

/// The wish with the thing named in place of `it`, or before everything. In English it needs an `it`.
fn said_of(segment: &Segment, subject: &[Token]) -> Option<String> {
    let chinese = is_chinese(&segment.tokens);
    let space = if chinese { "" } else { " " };
    // "柠檬茶那张糊了" is of the piece, and not of its fault.
    let fault = |token: &&Token| {
        !matches!(token.sense(), Some(Sense::Filler | Sense::Question(_))) && !is_effect(token)
    };
    let named: Vec<&str> = said(subject).filter(fault).map(|token| token.text.as_str()).collect();
    // "The crossfade looks cheap, take it off both photos": nothing but how it looks, and `it` is not left out.
    if named.is_empty() {
        return None;
    }
    let named = named.join(space);
    let letters: Vec<char> = segment.bare.chars().collect();
    let span = match segment.tokens.iter().position(points_at_it) {
        Some(it) => span_of_it(&segment.tokens, it),
        None if chinese => 0..0,
        None => return None,
    };
    let (before, after) = (&letters[..span.start], &letters[span.end..]);
    let text = |letters: &[char]| letters.iter().collect::<String>();
    // "bikes 4倍速": a digit would go on with the name.
    let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let touch = latin(named.chars().next_back()) && latin(after.first().copied());
    let space = if touch { " " } else { space };
    Some(format!("{}{named}{space}{}", text(before), text(after)))
}

/// Something that is spoken of; not `毛肚那张`, which says which.
fn points_back(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| {
        let said_which = at > 0 && !tokens[at].text.is_ascii() && is_file(&tokens[at - 1]);
        is_it(&tokens[at]) && !said_which
    })
}

fn points_at_it(token: &Token) -> bool {
    is_it(token) || token.text_small().starts_with("it ")
}

/// `it` of `it with`; all of `that clip`.
fn span_of_it(tokens: &[Token], it: usize) -> Range<usize> {
    let (token, next) = (&tokens[it], tokens.get(it + 1));
    let kind = |next: &&Token| {
        let text = next.text_small();
        LISTS.pieces_called.has(text.split_whitespace().next().unwrap_or_default())
    };
    let from = token.span.start;
    match next.filter(kind) {
        // "Turn that clip down": the next word may have grown into another one.
        Some(next) if token.text_small() == "that" || !token.text.is_ascii() => {
            let word = next.text.chars().take_while(|letter| letter.is_alphanumeric()).count();
            from..next.span.start + word
        }
        _ if token.text_small().starts_with("it ") => from..from + 2,
        _ => token.span.clone(),
    }
}

/// `… i wanna mess with it later`, `… its way too loud`: a subject behind what could be a whole wish.
fn begins_a_clause(tokens: &[Token], at: usize) -> bool {
    let text = tokens[at].text_small();
    let first = text.split_whitespace().next().unwrap_or_default();
    // "The sound guy wants it on its own track", "bikes minus its last 2 seconds".
    let is_its = |next: &Token| next.text_small().starts_with("own") || is_a_part(next);
    let own = tokens.get(at + 1).is_some_and(is_its);
    if LISTS.so_it_is.has(first) || (LISTS.new_clause.has(first) && !(first == "its" && own)) {
        return true;
    }
    // "The clip i filmed": what is told of a thing has no object of its own.
    let rest = tokens[at + 1..].iter().take_while(|token| !is_break(token));
    let own_object = |token: &Token| {
        token.text_small().split_whitespace().any(|word| ["it", "them"].contains(&word))
    };
    LISTS.somebody.has(first) && text.is_ascii() && rest.into_iter().any(own_object)
}

fn is_a_part(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..))
}
