//! What goes leaves no gap by itself, so that to say so asks for nothing: `lose the kiln & close the gap, then mute bikes`.
//!
//! It is left out before anything of a sentence is read, where it stands behind something and nothing takes it back.

use super::words::{LISTS, quoted_at};

/// A sentence without it, if it says so.
pub fn without_closing_the_gap(sentence: &str) -> Option<String> {
    if let Some(plain) = without_what_comes_up(sentence) {
        return Some(plain);
    }
    let small = sentence.to_ascii_lowercase();
    let found = LISTS.closes_the_gap.iter().filter_map(|words| Some((small.find(words)?, words)));
    let (at, words) = found.max_by_key(|(_, words)| words.len())?;
    let rest = sentence.get(at + words.len()..)?;
    let joined =
        |before: &&str| before.ends_with(" and ") || before.trim_end().ends_with([',', '，', '&']);
    let before = sentence.get(..at).filter(|before| !before.is_empty())?;
    let ends = rest.is_empty() || rest.starts_with([',', '.', ';', '!', '，', '。', '；', '！']);
    let words_before = before.trim_end_matches(" and ").trim_end_matches([' ', ',', '，', '&']);
    let letters: Vec<char> = sentence.chars().collect();
    let quoted = (0..letters.len()).any(|at| quoted_at(&letters, at).is_some());
    (ends && !quoted && joined(&before) && !words_before.is_empty())
        .then(|| format!("{words_before}{rest}"))
}

/// The longest name of what comes up in its stead.
const LONGEST: usize = 8;

/// `bikes的后半截删掉，产品顶上来`: what lies behind comes up by itself.
fn without_what_comes_up(sentence: &str) -> Option<String> {
    let found = LISTS.comes_up.iter().filter_map(|words| Some((sentence.find(words)?, words)));
    let (at, words) = found.max_by_key(|(_, words)| words.len())?;
    let (before, rest) = (sentence.get(..at)?, sentence.get(at + words.len()..)?);
    let mark = before.rfind(['，', ',', '；', ';', ' '])?;
    let who = before[mark..].trim_start_matches(['，', ',', '；', ';', ' ']);
    let named =
        (1..=LONGEST).contains(&who.chars().count()) && !who.contains(['把', '将', '让', '“']);
    let rest = rest.trim_start_matches(['就', '行', '好', '了', '吧', '哈']);
    let ends = rest.is_empty() || rest.starts_with(['，', '。', '；', ',', ';', ' ', '！']);
    (named && ends && !before[..mark].is_empty()).then(|| format!("{}{rest}", &before[..mark]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_joined_to_a_wish_is_left_out() {
        for (said, plain) in [
            ("lose kiln & close the gap, then mute bikes", Some("lose kiln, then mute bikes")),
            ("lose kiln and close the gap", Some("lose kiln")),
            ("删掉冰粉，把空隙补上。音乐小点", Some("删掉冰粉。音乐小点")),
            ("bikes的后半截删掉，产品顶上来", Some("bikes的后半截删掉")),
            ("bikes删掉，把产品顶上来", None),
            ("close the gap", None),
            ("don't close the gap", None),
            ("lose kiln and don't close the gap", None),
        ] {
            assert_eq!(without_closing_the_gap(said).as_deref(), plain, "{said}");
        }
    }
}
