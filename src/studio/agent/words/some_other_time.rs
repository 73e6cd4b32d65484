//! When something else is, was or will be: `周五就要交`, `昨晚熬到三点`, `一小时后播出`, `上一版就是这样`. An hour in it is no amount, and
//! the last version is not to come back.

use super::goes_on::is_chinese;
use super::list::LISTS;
use super::remark::{is_taking_away, is_thing, said};
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_time};

/// What follows is more than a mark of when.
const TOLD: usize = 2;

/// Whether a part only tells of another time.
pub fn is_at_another_time(part: &[Token]) -> bool {
    if !is_chinese(part) || said(part).any(is_of_the_film) {
        return false;
    }
    let text: String = said(part).map(|token| token.text.as_str()).collect();
    if said(part).any(edits) && !LISTS.time_gone_by.starts(&text) {
        return false;
    }
    let begins = LISTS.another_time.iter().filter_map(|word| text.strip_prefix(word));
    let told = begins.map(|rest| rest.chars().count()).min();
    let strange = said(part).any(|token| token.meaning == Meaning::Unknown);
    told.is_some_and(|letters| letters >= TOLD) || (strange && is_in_so_long(part))
}

/// `一小时后播出`, `十分钟内要用`.
fn is_in_so_long(part: &[Token]) -> bool {
    let mut telling = said(part);
    telling.next().is_some_and(is_time)
        && telling.next().is_some_and(|next| LISTS.so_long_from_now.starts(&next.text))
}

/// What a wish would do.
fn edits(token: &Token) -> bool {
    let mild = [Verb::Show, Verb::Use, Verb::Join, Verb::Make, Verb::Add];
    is_taking_away(token)
        || matches!(token.sense(), Some(Sense::Verb(verb)) if !mild.contains(&verb))
}

/// What a wish would be of.
fn is_of_the_film(token: &Token) -> bool {
    let exact = matches!(
        token.meaning,
        Meaning::Quote(_) | Meaning::Percent(_) | Meaning::File(..) | Meaning::MissingFile(_)
    );
    let here = token.sense() == Some(Sense::Link(Link::It));
    let thing = is_thing(token) && !here && !matches!(token.meaning, Meaning::Ordinal(_));
    exact || thing || LISTS.put_in_order.has(&token.text)
}
