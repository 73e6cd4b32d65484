//! What is left out of a wish for all of them because it has a wish of its own: `3 seconds each, except the mugs, which can
//! have 8`, `除了冰粉放8秒，其他都放5秒`; or because it stays: `black and white, only the mugs stay in colour`.
//!
//! The words for it stand in `assets/language/restated_beside.toml`. The sentence is written out as two wishes: that for all of
//! them and then its own, which goes over it; first its own where the other is for the rest.

use std::ops::Range;

use super::in_measures;
use super::known;
use super::letters::is_han;
use super::list::LISTS;
use super::name::Name;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token};

/// The rule that finds such words.
pub const RULE: &str = "otherwise";

/// The sentence as two wishes. `None` where nothing in it is left out so.
pub fn otherwise(sentence: &str, names: &[Name]) -> Option<String> {
    // Most sentences have no such word, and a rule that is asked for at each letter takes its time.
    if !LISTS.may_leave_out.is_within(&sentence.to_lowercase()) {
        return None;
    }
    let said = known::said(sentence, names);
    let begins = |at: &usize| {
        let before = at.checked_sub(1).map(|before| said.letters[before]);
        let here = said.letters[*at];
        here.is_alphanumeric()
            && (is_han(here) || before.is_none_or(|before| !before.is_alphanumeric()))
    };
    let (span, own) = (0..said.letters.len()).filter(begins).find_map(|at| {
        let found = said.rule(RULE, at);
        let (end, own) = found.iter().max_by_key(|(end, _)| *end)?;
        Some((at..*end, own.clone()))
    })?;
    let rest = without(&said.written, span);
    let small = rest.to_lowercase();
    let stays = own.starts_with("除了") || own.starts_with("except");
    if !is_of_all(&rest, stays, names) {
        return None;
    }
    let chinese = own.chars().any(is_han);
    Some(match (chinese, LISTS.others_of_all.is_within(&small)) {
        (true, _) if stays => format!("{own}，{rest}"),
        (false, _) if stays => format!("{rest} {own}"),
        (true, true) => format!("{own}，{rest}"),
        (true, false) => format!("{rest}，{own}"),
        (false, true) => format!("{own}, {rest}"),
        (false, false) => format!("{rest}, {own}"),
    })
}

/// Whether the other wish is for all there are: it says so, or it names none of them and says how long or what they look like.
fn is_of_all(rest: &str, stays: bool, names: &[Name]) -> bool {
    let tokens = in_measures(rest, names);
    let piece = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let timed = |token: &Token| matches!(token.meaning, Meaning::Time(_));
    let looks = |token: &Token| {
        matches!(token.sense(), Some(Sense::Look(_) | Sense::Pace(_) | Sense::Verb(Verb::Mute)))
            || matches!(token.meaning, Meaning::Speed(_))
    };
    let all = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Link(Link::All | Link::Each | Link::Rest | Link::TheOther))
        ) || LISTS.says_all.has(&token.text)
    };
    tokens.iter().any(all)
        || LISTS.others_of_all.is_within(&rest.to_lowercase())
        || (!tokens.iter().any(piece)
            && tokens.iter().any(|token| timed(token) || (stays && looks(token))))
}

/// What stands before and behind, as one sentence.
fn without(letters: &[char], span: Range<usize>) -> String {
    let mark = |letter: char| letter.is_whitespace() || ",，、;；.。()（）-—".contains(letter);
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let (before, after) = (text(&letters[..span.start]), text(&letters[span.end..]));
    let (before, after) = (before.trim_end_matches(mark), after.trim_start_matches(mark));
    let joins = !before.is_empty() && !after.trim_end_matches(mark).is_empty();
    let chinese = before.chars().chain(after.chars()).any(is_han);
    let comma = match (joins, chinese) {
        (true, true) => "，",
        (true, false) => ", ",
        _ => "",
    };
    format!("{before}{comma}{after}").trim_matches(mark).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::MediaKind;

    #[test]
    fn what_is_left_out_gets_a_wish_of_its_own() {
        let names =
            [Name::new("mugs.jpg", MediaKind::Image), Name::new("冰粉.jpg", MediaKind::Image)];
        for (said, written) in [
            (
                "3 seconds each, except mugs, which can have 8",
                "3 seconds each, make mugs.jpg 8 seconds long",
            ),
            ("除了冰粉放8秒，其他都放5秒", "make 冰粉.jpg 8s long，其他都放5秒"),
            ("每张5秒，冰粉例外，放8秒", "每张5秒，冰粉.jpg放8s"),
            ("black and white, only mugs stay in colour", "black and white except mugs.jpg"),
        ] {
            assert_eq!(otherwise(said, &names).as_deref(), Some(written), "{said}");
        }
        assert_eq!(otherwise("3 seconds each except mugs", &names), None);
    }
}
