//! What is so by itself, so that to say so asks for nothing: what goes leaves no gap (`lose the kiln & close the gap`), and a
//! piece comes as a whole (`insert bikes.mp4, whole clip, right after the kiln`).
//!
//! It is left out before anything of a sentence is read, where it stands behind something and nothing takes it back.

use super::words::{LISTS, quoted_at};

/// A sentence without it, if it says so.
pub fn without_what_is_so_by_itself(sentence: &str) -> Option<String> {
    if let Some(plain) = without_what_comes_up(sentence) {
        return Some(plain);
    }
    let letters: Vec<char> = sentence.chars().collect();
    if (0..letters.len()).any(|at| quoted_at(&letters, at).is_some()) {
        return None;
    }
    let small = sentence.to_ascii_lowercase();
    let replaces = [&LISTS.trades, &LISTS.becomes_another, &LISTS.music_trades];
    let replaces = replaces.iter().any(|list| list.is_within(&small));
    let whole = LISTS.comes_as_a_whole.iter().filter(|_| !replaces);
    let stand = LISTS.so_by_itself.iter().chain(whole).flat_map(|words| {
        small.match_indices(words).map(move |(at, words)| (at, at + words.len()))
    });
    let found = stand.filter(|(at, end)| is_joined(&sentence[..*at]) && is_over(&sentence[*end..]));
    let (at, end) = found.max_by_key(|(at, end)| end - at)?;
    Some(format!("{}{}", without_joint(&sentence[..at]), &sentence[end..]))
}

/// Whether it is told behind something else.
fn is_joined(before: &str) -> bool {
    let joined = before.ends_with(" and ") || before.trim_end().ends_with([',', '，', '&']);
    joined && !without_joint(before).is_empty()
}

fn without_joint(before: &str) -> &str {
    before.trim_end_matches(" and ").trim_end_matches([' ', ',', '，', '&'])
}

fn is_over(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([',', '.', ';', '!', '，', '。', '；', '！'])
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
            ("add bikes.mp4, all of it, after kiln", Some("add bikes.mp4, after kiln")),
            ("补一段bikes.mp4，整段，放在窑后面", Some("补一段bikes.mp4，放在窑后面")),
            ("all of it, please", None),
            ("replace kiln with bikes.mp4, whole clip", None),
            ("把kiln换成bikes.mp4，整段", None),
            ("close the gap", None),
            ("don't close the gap", None),
            ("lose kiln and don't close the gap", None),
        ] {
            assert_eq!(without_what_is_so_by_itself(said).as_deref(), plain, "{said}");
        }
    }
}
