//! Where a new part of a sentence begins without a mark: `bikes骑得太磨叽了 给我调成5倍速`, `swap ramen and library i ate
//! after studying`, `i dont like the black bars can both pics be blurred behind`, `The turtle is slow: make it …`.
//!
//! Chinese is parted by a space, where it is not written with a space beside every Latin word. English is parted before
//! somebody who does something, before a request, and before an order behind a statement. It is only where a sentence
//! may be parted: it is read by these parts where it is understood in no other way.

use super::letters::{is_han, is_latin};
use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::statement::is_finite_word;
use super::token::{Meaning, Token, is_break, is_verb};

const IT: Sense = Sense::Link(Link::It);

/// A sentence in which parts may begin without a mark.
pub struct Unmarked<'a> {
    letters: &'a [char],
    tokens: &'a [Token],
    spaces_part: bool,
}

impl<'a> Unmarked<'a> {
    pub fn new(letters: &'a [char], tokens: &'a [Token]) -> Self {
        Self { letters, tokens, spaces_part: spaces_part(letters) }
    }

    /// `this is so embarrassing`: how it is, and no reason.
    pub fn is_only_how(&self, at: usize) -> bool {
        let copula = |token: &Token| LISTS.is_so.has(&token.text_small());
        at.checked_sub(1).is_some_and(|before| copula(&self.tokens[before]))
    }

    /// Whether a part begins with a token, where another one began before it.
    pub fn begins(&self, from: usize, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= from) else {
            return false;
        };
        self.is_parted(before, at)
            || self.orders_behind_a_fault(from, at)
            || LISTS.interjections.has(&self.tokens[before].text_small())
            || self.rest_stays(before, at)
            || (!is_break(&self.tokens[before])
                && !leans_on(&self.tokens[before])
                && self.tokens[at].text.is_ascii()
                && (self.somebody_does(from, at)
                    || self.cannot_be_seen(from, at)
                    || self.something_is(from, at)
                    || self.asks(from, at)
                    || self.orders_behind_a_statement(from, at)
                    || self.orders_behind_a_wish(from, at)))
    }

    /// `毛肚卖完了删掉吧`, `海边风太大静音`: behind a piece and strange words for what is wrong with it, and no order among them.
    fn orders_behind_a_fault(&self, from: usize, at: usize) -> bool {
        let said = &self.tokens[from..at];
        let points = |token: &Token| token.sense() == Some(Sense::Link(Link::The));
        let next = &self.tokens[at..];
        let order = next.iter().find(|token| !points(token));
        let named =
            |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
        let Some(name) = said.iter().position(named) else { return false };
        let fault = &said[name + 1..];
        let wrong = fault.iter().any(|token| {
            !token.text.is_ascii()
                && (token.meaning == Meaning::Unknown || token.text.starts_with('太'))
        });
        let plain = |token: &Token| {
            token.meaning == Meaning::Unknown
                || token.text.starts_with(['太', '没'])
                || matches!(
                    token.sense(),
                    Some(
                        Sense::Filler
                            | Sense::Degree(_)
                            | Sense::Stretch(_)
                            | Sense::Tone(_)
                            | Sense::Noun(Noun::Sound)
                    )
                )
                || points(token)
        };
        wrong
            && fault.iter().all(plain)
            && order.is_some_and(|order| LISTS.orders_behind.starts(&order.text))
            && !said.iter().any(|token| token.text == "把" || token.text == "将")
    }

    /// A colon, a bracket, or a space between Chinese words.
    fn is_parted(&self, before: usize, at: usize) -> bool {
        let (end, start) = (self.tokens[before].span.end, self.tokens[at].span.start);
        let Some(gap) = self.letters.get(end..start) else { return false };
        let mark = |letter: &char| matches!(letter, ':' | '：' | '…' | '(' | ')' | '（' | '）');
        let (Some(last), Some(next)) = (self.letters.get(end - 1), self.letters.get(start)) else {
            return false;
        };
        let spaced = gap.iter().any(|letter| letter.is_whitespace());
        let quoted =
            |letter: &char| matches!(letter, '”' | '」' | '』' | '》' | '"' | '“' | '「' | '《');
        let chinese = (is_han(*last) && is_han(*next))
            || (quoted(last) && is_han(*next))
            || (is_han(*last) && quoted(next))
            || (self.spaces_part && (is_han(*last) || is_han(*next)));
        gap.iter().any(mark) || (spaced && chinese)
    }

    /// `put bedroom first rest stays in same order`: that all else stays, behind a wish.
    fn rest_stays(&self, before: usize, at: usize) -> bool {
        let rest = |token: &Token| LISTS.others_of_all.has(&token.text_small());
        let joins = is_break(&self.tokens[before]) || leans_on(&self.tokens[before]);
        let the = usize::from(self.tokens[at].text.eq_ignore_ascii_case("the"));
        let stays = |token: &Token| {
            let text = token.text_small();
            let first = text.split_whitespace().next().unwrap_or_default();
            LISTS.is_to_stay.has(first) || first == "as"
        };
        let verb =
            |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Keep | Verb::Move)));
        !joins
            && !verb(&self.tokens[before])
            && self.tokens.get(at + the).is_some_and(rest)
            && self.tokens.get(at + the + 1).is_some_and(stays)
    }

    /// `… i ate after studying`, `… nobody needs the whole corridor`; not `when he talks`, nor `make it flow`.
    fn somebody_does(&self, from: usize, at: usize) -> bool {
        let words = words(&self.tokens[at..]);
        let [first, next, ..] = words.as_slice() else { return false };
        let named = |word: &str| LISTS.somebody.has(word) || ["it", "this"].contains(&word);
        let before = &self.tokens[at - 1];
        // "Let people read", "make it flow", "the clip i filmed".
        let can_be_done_to = !["i", "we", "he", "she", "they"].contains(&first.as_str());
        let object = is_verb(before) && (can_be_done_to || !first.contains('\''));
        let whole = at >= from + 2;
        if !whole || object || is_any_piece(before) {
            return false;
        }
        if LISTS.new_clause.has(first) {
            return first != "its" || !names_what_it_has(&self.tokens[at + 1..]);
        }
        // "The hallway needs it too".
        let it = ["it", "this"].contains(&first.as_str());
        named(first)
            && ((LISTS.adverbs.has(next) && (!it || words.len() > 2))
                || LISTS.comes_about.has(next)
                || self.is_done(at, next))
    }

    /// `colour it #ffcc00 cant see it against the rocks`: somebody who is not named cannot make it out.
    fn cannot_be_seen(&self, from: usize, at: usize) -> bool {
        let words = words(&self.tokens[at..]);
        let [first, next, ..] = words.as_slice() else { return false };
        let somebody = LISTS.somebody.has(&self.tokens[at - 1].text_small());
        at > from && !somebody && LISTS.cannot.has(first) && LISTS.makes_out.has(next)
    }

    /// `mute bikes the wind is unbearable`, `lose the kitchen my boss thinks …`: behind a thing, another one that is not in
    /// the film.
    fn something_is(&self, from: usize, at: usize) -> bool {
        let words = words(&self.tokens[at..at + 1]);
        let before = &self.tokens[at - 1];
        let whole = matches!(
            before.meaning,
            Meaning::File(..)
                | Meaning::Ordinal(_)
                | Meaning::Percent(_)
                | Meaning::Time(_)
                | Meaning::Quote(_)
        ) || matches!(
            before.sense(),
            Some(Sense::Noun(_) | Sense::Filler | Sense::Link(Link::It))
        );
        let strange =
            |at: usize| self.tokens.get(at).is_some_and(|token| token.meaning == Meaning::Unknown);
        let finite = |at: usize| {
            self.tokens[..at].iter().skip(from).all(|token| !is_break(token))
                && self.tokens.get(at).is_some_and(|token| {
                    token.text_small().split_whitespace().any(|word| is_finite_word(word, token))
                })
        };
        at > from + 1
            && whole
            && !is_any_piece(before)
            && words.first().is_some_and(|first| LISTS.whose.has(first))
            && strange(at + 1)
            && (finite(at + 2) || (strange(at + 2) && finite(at + 3)))
    }

    /// What somebody does, in a form that orders nothing: `i walk into a door`, `it flows`.
    fn is_done(&self, at: usize, word: &str) -> bool {
        let token =
            self.tokens[at..].iter().take(2).find(|token| token.text_small().contains(word));
        let first = self.tokens[at].text_small();
        // "Not feeling it clear everything": that is ordered.
        let it = ["it", "this"].iter().any(|it| first.split_whitespace().next() == Some(it));
        token.is_some_and(|token| {
            is_finite_word(word, token)
                || (!it && (is_verb(token) || token.meaning == Meaning::Unknown))
        })
    }

    /// `… can both pics have a blurred background`, `… lets start fresh`.
    fn asks(&self, from: usize, at: usize) -> bool {
        let words = words(&self.tokens[at..]);
        let [first, next, ..] = words.as_slice() else { return false };
        let asks = LISTS.asks_anew.has(first) && LISTS.asked_of.has(next);
        let somebody = LISTS.somebody.has(&self.tokens[at - 1].text_small());
        at > from && !somebody && (asks || LISTS.calls_for.has(first))
    }

    /// `mute bikes slow bunny to half speed`, `lose kiln swap mugs and plates`: another order, with an object of its own.
    fn orders_behind_a_wish(&self, from: usize, at: usize) -> bool {
        let said = &self.tokens[from..at];
        let token = &self.tokens[at];
        let named =
            |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
        let edits = matches!(
            token.sense(),
            Some(Sense::Verb(
                Verb::Remove
                    | Verb::Mute
                    | Verb::Swap
                    | Verb::Move
                    | Verb::Trim
                    | Verb::Split
                    | Verb::Rotate
                    | Verb::Duplicate
                    | Verb::Freeze
            ))
        );
        let name = token.text.ends_with("ing") || token.text.ends_with('s');
        let object = self.tokens.get(at + 1).is_some_and(|next| {
            named(next) || LISTS.acted_on.has(&next.text_small()) || next.sense() == Some(IT)
        });
        edits && object && !name && said.iter().any(is_verb) && said.iter().any(named)
    }

    /// `im not feeling it clear everything off`, `its too rushed let every picture stay`.
    fn orders_behind_a_statement(&self, from: usize, at: usize) -> bool {
        let said = &self.tokens[from..at];
        let token = &self.tokens[at];
        // "Clear the whole timeline" is one phrase.
        let text = token.text_small();
        let within = text.split_whitespace().skip(1).any(|word| LISTS.acted_on.has(word));
        let next = self.tokens.get(at + 1);
        let object = next.is_some_and(|next| {
            let first = next.text_small();
            let first = first.split_whitespace().next().unwrap_or_default();
            LISTS.acted_on.has(first)
                || matches!(next.meaning, Meaning::File(..) | Meaning::Ordinal(_))
                || matches!(next.sense(), Some(Sense::Noun(_) | Sense::Tone(_)))
        });
        // "The kitchen looks like a cave bump brightness 25%".
        let grades = LISTS.turns_up.has(&token.text_small())
            && next.is_some_and(|next| matches!(next.sense(), Some(Sense::Tone(_))));
        let orders = is_verb(token) || grades || LISTS.calls_for.has(&token.text_small());
        let name = token.text.ends_with("ing") || token.text.ends_with('s');
        let somebody = LISTS.somebody.has(&self.tokens[at - 1].text_small());
        orders && (object || within) && !name && !somebody && is_statement(said)
    }
}

/// Whether a space parts what is said: not where one stands beside every Latin word, as in `把 bikes 静音`.
fn spaces_part(letters: &[char]) -> bool {
    let touches = |pair: &[char]| {
        (is_han(pair[0]) && is_latin(pair[1])) || (is_latin(pair[0]) && is_han(pair[1]))
    };
    let joined = letters.windows(2).filter(|pair| touches(pair)).count();
    let spaced =
        letters.windows(3).filter(|three| three[1] == ' ' && touches(&[three[0], three[2]]));
    joined > 0 && spaced.count() <= joined
}

/// What begins with somebody or something and goes on with what that does.
fn is_statement(said: &[Token]) -> bool {
    let leads = |token: &Token| {
        is_break(token)
            || LISTS.so_it_is.has(&token.text)
            || (token.sense() == Some(Sense::Filler) && !opens(token))
    };
    let Some(first) = said.iter().position(|token| !leads(token)) else { return false };
    let (first, rest) = (&said[first], &said[first + 1..]);
    let text = first.text_small();
    let word = text.split_whitespace().next().unwrap_or_default();
    let finite = |token: &Token| {
        token.text_small().split_whitespace().any(|word| is_finite_word(word, token))
    };
    let named = matches!(first.meaning, Meaning::File(..) | Meaning::Ordinal(_))
        || matches!(first.sense(), Some(Sense::Noun(_)));
    // "Cant hear customers put it to 20%".
    let makes_out = || rest.first().is_some_and(|next| LISTS.makes_out.has(&next.text_small()));
    LISTS.tells_of.has(word)
        || (LISTS.cannot.has(word) && makes_out())
        || ((opens(first) || named) && (finite(first) || rest.iter().take(8).any(finite)))
}

fn opens(token: &Token) -> bool {
    let text = token.text_small();
    let word = text.split_whitespace().next().unwrap_or_default();
    [&LISTS.somebody, &LISTS.tells_of, &LISTS.points_out, &LISTS.whose]
        .iter()
        .any(|list| list.has(word))
}

/// The first words of what follows.
fn words(tokens: &[Token]) -> Vec<String> {
    let texts = tokens.iter().take(3).take_while(|token| !is_break(token)).map(Token::text_small);
    texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// `its volume`, `its own track`; not `its literally just wind`.
pub fn names_what_it_has(rest: &[Token]) -> bool {
    rest.first().is_some_and(|next| {
        next.text_small().starts_with("own")
            || matches!(next.sense(), Some(Sense::Noun(_) | Sense::Tone(_) | Sense::Edge(_)))
            || matches!(next.meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Ordinal(_))
    })
}

/// Behind a word for any piece at all, what somebody did tells which: `delete the clip i filmed`.
fn is_any_piece(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage | Noun::File | Noun::Text))
    )
}

/// `when`, `of`, `to`: what stands behind it belongs to it.
pub fn leans_on(token: &Token) -> bool {
    let text = token.text_small();
    let last = text.split_whitespace().last().unwrap_or_default();
    LISTS.leans_on.has(last)
        || matches!(
            token.sense(),
            Some(Sense::Link(
                Link::To
                    | Link::From
                    | Link::At
                    | Link::For
                    | Link::By
                    | Link::With
                    | Link::Without
                    | Link::Of
                    | Link::Before
                    | Link::After
                    | Link::Between
                    | Link::Over
                    | Link::As
                    | Link::Saying
                    | Link::The
                    | Link::A
                    | Link::Not
                    | Link::Except
                    | Link::Instead
            ))
        )
}
