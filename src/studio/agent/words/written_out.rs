//! Files whose names are words of the trade: `drop the front` of front.jpg, `对比复制一份`. Such a word is read as what it
//! means; where nothing is understood that way, it may be the file, and is written out.

use super::letters::alike;
use super::lex;
use super::list::LISTS;
use super::name::Name;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token, is_verb};
use crate::api::wire::MediaKind;

/// The sentence with the whole names of such files. `None` where it has none.
pub fn with_names_written_out(sentence: &str, names: &[Name]) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let tokens = lex::tokens(sentence, names);
    let mut written = String::new();
    let mut from = 0;
    for place in 0..tokens.len() {
        let Some((at, end, name)) = named(&tokens, place, names) else { continue };
        written.extend(&letters[from..at]);
        written.push_str(&name);
        from = end;
    }
    written.extend(&letters[from..]);
    (from > 0).then_some(written)
}

/// Where such a word stands, and the name of the file.
fn named(tokens: &[Token], place: usize, names: &[Name]) -> Option<(usize, usize, String)> {
    let token = &tokens[place];
    if !matches!(token.meaning, Meaning::Known(_) | Meaning::Unknown)
        || !may_be_named(tokens, place)
    {
        return None;
    }
    let said = token.text_small();
    names.iter().filter(|name| seen(name)).find_map(|name| {
        let written = name.written();
        let stem = written.rsplit_once('.').map(|(stem, _)| stem.to_owned())?;
        // "The front" may be one word of the vocabulary.
        let before = said.strip_suffix(stem.as_str())?;
        name.is_called(&alike(&stem)).then_some(())?;
        let article = before.is_empty() || (before.ends_with(' ') && is_article(before.trim()));
        let start = token.span.end.checked_sub(stem.chars().count())?;
        article.then_some((start, token.span.end, written))
    })
}

fn seen(name: &Name) -> bool {
    matches!(name.kind, MediaKind::Image | MediaKind::Video)
}

fn is_article(word: &str) -> bool {
    LISTS.whose.has(word) || LISTS.pointers.has(word)
}

/// With an article, as what is done to something, or among Chinese words, which have none.
fn may_be_named(tokens: &[Token], place: usize) -> bool {
    let token = &tokens[place];
    if !token.text.is_ascii() || token.text.contains(' ') {
        return true;
    }
    let before = place.checked_sub(1).map(|before| &tokens[before]);
    before.is_some_and(|before| {
        is_verb(before)
            || is_article(&before.text_small())
            || matches!(before.sense(), Some(Sense::Link(Link::The | Link::A)))
    })
}
