//! What a Chinese wish only leads to or is led by: words of the film that are named before a mark (`“我们的一天”这个标题，请改为蓝色`),
//! and what a wish is for behind one (`海边放慢到0.8倍速，好让孩子们跟得上朗读`).
//!
//! The mark behind the words is left out, so that the wish is of them and shows no new ones; and so is what a wish is for, where
//! nothing in it could be done, as a piece that it names would be taken for what the wish is of.

use super::words::{self, LISTS, Meaning, Name, Sense, Verb, quoted_at};

const MARKS: [char; 4] = ['，', ',', '；', ';'];

/// A sentence whose wish is of the words that it names first, if it begins so.
pub fn of_the_words_first(sentence: &str) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let quoted = quoted_at(&letters, 0)?;
    let rest: String = letters[quoted.length..].iter().collect();
    let called = LISTS.words_said_first.iter().filter(|called| rest.starts_with(*called));
    let called = called.max_by_key(|called| called.len())?;
    let wish = rest[called.len()..].strip_prefix(MARKS)?;
    let words: String = letters[..quoted.length].iter().collect();
    Some(format!("{words}{called}{}", wish.trim_start()))
}

/// A sentence without what its wish is for, if it tells that behind a mark.
pub fn without_what_it_is_for(sentence: &str, names: &[Name]) -> Option<String> {
    let begins = |at: &usize| {
        let part = sentence[*at..].trim_start_matches(MARKS).trim_start();
        LISTS.what_it_is_for.starts(part)
    };
    let at = sentence.match_indices(MARKS).map(|(at, _)| at).find(begins)?;
    let behind = sentence[at..].trim_start_matches(MARKS);
    let end = behind.find(|letter| MARKS.contains(&letter) || letter == '。');
    let (purpose, rest) = behind.split_at(end.unwrap_or(behind.len()));
    let tokens = words::in_measures(purpose, names);
    let asks = tokens.iter().any(|token| may_be_done(&token.meaning));
    let names_a_piece = tokens.iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    (names_a_piece && !asks).then(|| format!("{}{rest}", &sentence[..at]))
}

fn may_be_done(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Known(Sense::Verb(verb)) => !matches!(verb, Verb::Show | Verb::Use | Verb::Keep),
        Meaning::Known(Sense::Edge(_) | Sense::Look(_) | Sense::Tone(_) | Sense::Pace(_)) => true,
        Meaning::Unknown | Meaning::Known(_) | Meaning::File(..) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::MediaKind;

    #[test]
    fn the_wish_is_of_the_words_before_the_mark() {
        for (said, plain) in [
            ("“春天”这个标题，请改成红色", Some("“春天”这个标题请改成红色")),
            ("“春天”这行字，放大", Some("“春天”这行字放大")),
            ("“春天”，红色", None),
            ("加标题“春天”，红色", None),
        ] {
            assert_eq!(of_the_words_first(said).as_deref(), plain, "{said}");
        }
    }

    #[test]
    fn what_a_wish_is_for_is_left_out() {
        let names = [Name::new("朗读.jpg", MediaKind::Image)];
        for (said, plain) in [
            ("海边放慢，好让大家跟上朗读", Some("海边放慢")),
            ("海边放慢，好让朗读放3秒", None),
            ("海边放慢，让朗读放最前面", None),
        ] {
            assert_eq!(without_what_it_is_for(said, &names).as_deref(), plain, "{said}");
        }
    }
}
