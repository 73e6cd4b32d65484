//! Where a film is shown, told behind the shape that it is to have: `改成9:16竖屏 发小红书用`, `make it square, for TikTok`.
//!
//! A site has a shape of its own, and says it where none is told. Behind another one it only says what that is for.

use super::words::{self, LISTS, Link, Meaning, Name, Segment, Sense, Token, Verb};

/// A sentence without the part that only names a site, if a shape is told before it.
pub fn without_its_platform(sentence: &str, names: &[Name]) -> Option<String> {
    if !words::segments(sentence, names).iter().any(|part| part.tokens().iter().any(is_site)) {
        return None;
    }
    let marked = words::marks_for_spaces(sentence);
    let parts = words::unmarked_segments(marked.as_deref().unwrap_or(sentence), names);
    let shape = parts.iter().position(|part| part.tokens().iter().any(is_shape))?;
    let platform = parts[shape + 1..].iter().find(|part| names_only_a_site(part))?;
    let at = sentence.rfind(platform.bare.as_str())?;
    let rest = &sentence[at + platform.bare.len()..];
    let before = sentence[..at].trim_end_matches([' ', ',', '，', '、', '。']);
    Some(format!("{before}{rest}"))
}

fn is_shape(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Ratio(..)) || matches!(token.sense(), Some(Sense::Shape(_)))
}

fn is_site(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Platform(_)))
}

fn names_only_a_site(part: &Segment) -> bool {
    let leads = |token: &Token| {
        LISTS.sends.has(&token.text)
            || matches!(
                token.sense(),
                Some(
                    Sense::Filler
                        | Sense::Break
                        | Sense::Link(Link::For | Link::At | Link::To | Link::Of | Link::The)
                        | Sense::Verb(Verb::Use | Verb::Show)
                )
            )
    };
    part.tokens().iter().any(is_site)
        && part.tokens().iter().all(|token| is_site(token) || leads(token))
}
