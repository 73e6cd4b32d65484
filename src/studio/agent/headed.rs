//! What stands before a wish or a told film and only says what it is for: `First draft required: CEO photo for 8 s, …`,
//! `送审用：单出一条海边.mp4，…`, `Client notes >> end title in red`.
//!
//! It ends with a colon and a word that says so, and everything else in it is strange or nothing of a film. What names a
//! file, a mood, a shape or an amount is part of what is told, and stays.

use super::words::{self, LISTS, Meaning, Name, Noun, Sense, Verb};

/// So many letters it has at most.
const LONGEST: usize = 40;

/// `Client notes round 2 >> end title in red`: what heads a sentence, with the colon that is meant.
pub fn with_a_colon(sentence: &str, names: &[Name]) -> Option<String> {
    let (head, rest) = sentence.split_once(">>")?;
    let tokens = words::in_measures(head, names);
    let names_a_file = tokens.iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    let leads = !head.trim().is_empty() && !names_a_file && !rest.contains(">>");
    leads.then(|| format!("{}: {}", head.trim_end(), rest.trim_start()))
}

/// A told film without what only heads it, if something does.
pub fn without_its_head(sentence: &str, names: &[Name]) -> Option<String> {
    let (head, rest) = headed(sentence)?;
    let small = head.trim().to_lowercase();
    let last = small.split_whitespace().last().unwrap_or_default();
    let heads =
        LISTS.heads_a_film.has(last) || (!small.is_ascii() && LISTS.heads_a_film.ends(&small));
    let tokens = words::in_measures(head, names);
    (heads && tokens.iter().all(|token| tells_nothing(&token.meaning))).then(|| rest.to_owned())
}

/// A sentence without whose notes it is: `Client feedback rd 2: replace office.jpg with store.jpg`, `导演第二轮意见：…`.
pub fn without_whose_notes(sentence: &str, names: &[Name]) -> Option<String> {
    let (head, rest) = headed(sentence)?;
    let small = head.to_lowercase();
    let notes = |word: &str| LISTS.heads_notes.has(word);
    let heads = small.split(|letter: char| !letter.is_alphanumeric()).any(notes)
        || (!small.is_ascii() && LISTS.heads_notes.iter().any(|word| small.contains(word)));
    // "Round 2", "v3", "grade notes": how many there were, and of what.
    let told = |meaning: &Meaning| {
        let which = matches!(meaning, Meaning::Number(_) | Meaning::Ordinal(_));
        let of = matches!(meaning, Meaning::Known(Sense::Verb(Verb::Change)));
        which || of || tells_nothing(meaning)
    };
    let tokens = words::in_measures(head, names);
    (heads && tokens.iter().all(|token| told(&token.meaning))).then(|| rest.to_owned())
}

/// What stands before the first colon, if it is short, and what stands behind it.
fn headed(sentence: &str) -> Option<(&str, &str)> {
    let (head, rest) = sentence.split_once([':', '：'])?;
    let rest = rest.trim_start();
    (head.chars().nth(LONGEST).is_none() && !rest.is_empty()).then_some((head, rest))
}

/// Strange, or nothing of a film.
fn tells_nothing(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Unknown | Meaning::Ordinal(1) => true,
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Filler
                | Sense::Break
                | Sense::Link(_)
                | Sense::Noun(Noun::Film | Noun::Promo)
                | Sense::Verb(Verb::Use | Verb::Make | Verb::Trim | Verb::Show | Verb::Change)
        ),
        _ => false,
    }
}
