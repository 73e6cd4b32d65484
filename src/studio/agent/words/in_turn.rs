//! As many lengths in a row as there are pieces, each for its own: `hold kiln and mugs for 6 and 8 seconds respectively`,
//! `锅底、毛肚分别放6秒和8秒`. The sentence is written out with each piece beside its length.

use super::letters::is_han;
use super::list::LISTS;
use super::name::Name;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time};
use super::{in_measures, named};

/// The sentence with each piece beside its length. `None` where nothing is said so.
pub fn in_turn(sentence: &str, names: &[Name]) -> Option<String> {
    if !may_be_told(&named(sentence, names)) {
        return None;
    }
    let tokens = in_measures(sentence, names);
    let first = tokens.iter().position(is_piece)?;
    let pieces = row(&tokens[first..], is_piece);
    let behind = first + pieces.len();
    let light = tokens[behind..].iter().take_while(|token| is_light(token)).count();
    let lengths = row(&tokens[behind + light..], is_length);
    let named: Vec<&Token> = pieces.iter().filter(|token| is_piece(token)).collect();
    let long: Vec<&Token> = lengths.iter().filter(|token| is_length(token)).collect();
    let unit = long.last().filter(|last| is_time(last)).map(|last| unit_of(&last.text))?;
    let begin = tokens[..first].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    if named.len() < 2 || named.len() != long.len() || !tokens[begin..first].iter().all(is_light) {
        return None;
    }
    let letters: Vec<char> = sentence.chars().collect();
    let chinese = letters.iter().copied().any(is_han);
    let each = named.iter().zip(&long).map(|(piece, length)| {
        let unit = if is_time(length) { "" } else { unit.as_str() };
        let (piece, length) = (&piece.text, &length.text);
        if chinese {
            format!("{piece}放{length}{unit}")
        } else {
            format!("make {piece} {length}{unit} long")
        }
    });
    let each: Vec<String> = each.collect();
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let from = tokens[begin].span.start.min(tokens[first].span.start);
    let after = behind + light + lengths.len();
    let respectively = tokens[after..].iter().take_while(|token| says_each_its_own(token)).count();
    let end = tokens[..after + respectively].last()?.span.end;
    let (before, tail) = (text(&letters[..from]), text(&letters[end..]));
    Some(format!("{before}{}{tail}", each.join(if chinese { "，" } else { ", " })))
}

/// Two pieces and two lengths at least, before it is looked at what is one measure together.
fn may_be_told(tokens: &[Token]) -> bool {
    let one = |token: &&Token| {
        is_piece(token) || is_length(token) || matches!(token.meaning, Meaning::Ordinal(_))
    };
    tokens.iter().filter(one).nth(3).is_some()
}

/// Things of a sort, with nothing but joining words and marks between them.
fn row(tokens: &[Token], fits: fn(&Token) -> bool) -> &[Token] {
    let inside = |token: &&Token| {
        fits(token)
            || is_break(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)))
    };
    let run = tokens.iter().take_while(inside).count();
    let last = tokens[..run].iter().rposition(fits);
    &tokens[..last.map_or(0, |last| last + 1)]
}

fn is_piece(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
        || matches!(token.meaning, Meaning::Ordinal(_))
}

fn is_length(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Time(_) | Meaning::Number(_))
}

fn says_each_its_own(token: &Token) -> bool {
    LISTS.one_by_one.has(&token.text_small())
}

/// What may stand before the pieces and between them and their lengths.
fn is_light(token: &Token) -> bool {
    says_each_its_own(token)
        || is_break(token)
        || matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Verb(Verb::Make | Verb::Change | Verb::Show | Verb::Keep)
                    | Sense::Link(Link::The | Link::To | Link::At | Link::For | Link::Each)
            )
        )
}

/// ` seconds` of `8 seconds`, `秒` of `8秒`.
fn unit_of(length: &str) -> String {
    length.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::MediaKind;

    #[test]
    fn each_piece_has_its_own_length() {
        let names = ["kiln.jpg", "mugs.jpg"].map(|name| Name::new(name, MediaKind::Image));
        let said = "hold kiln and mugs for 6 and 8 seconds respectively";
        let written = "make kiln 6 seconds long, make mugs 8 seconds long";
        assert_eq!(in_turn(said, &names).as_deref(), Some(written));
        for said in ["mugs 6 seconds and kiln 5", "kiln and mugs 6 seconds", "swap kiln and mugs"] {
            assert_eq!(in_turn(said, &names), None, "{said}");
        }
    }
}
