//! The closing apology about a "temporary issue" that follows good answers, and that nobody needs.
//!
//! It is recognised by its beginning, at the start of a message or of a sentence, so that its pieces
//! can be held back as they come, and judged when it is whole. Held words that turn out to be
//! something else are told after all.

/// How such messages begin.
const BEGINNINGS: [&str; 27] = [
    "i apologize",
    "i apologise",
    "i do apologize",
    "i sincerely apologize",
    "apologies",
    "my apologies",
    "please accept my apologies",
    "i'm sorry",
    "i’m sorry",
    "i am sorry",
    "sorry",
    "we apologize",
    "we're sorry",
    "we are sorry",
    "unfortunately",
    "it seems",
    "it looks like",
    "oops",
    "抱歉",
    "很抱歉",
    "非常抱歉",
    "十分抱歉",
    "对不起",
    "不好意思",
    "遗憾的是",
    "看起来",
    "似乎",
];

/// What they are about.
const SUBJECTS: [&str; 26] = [
    "temporary issue",
    "temporary problem",
    "temporary error",
    "temporary glitch",
    "temporary hiccup",
    "temporary outage",
    "temporary failure",
    "temporary difficult",
    "temporary technical",
    "temporary system",
    "temporary service",
    "temporary network",
    "temporarily unavailable",
    "temporarily overloaded",
    "technical difficult",
    "技术问题",
    "临时问题",
    "临时性问题",
    "暂时的问题",
    "暂时性问题",
    "暂时性的问题",
    "临时故障",
    "暂时性故障",
    "临时错误",
    "暂时不可用",
    "暂时无法",
];

/// Longer messages say something else too.
const LONGEST: usize = 400;

/// Whether the words so far may become such an apology.
pub(super) fn may_become_one(words: &str) -> bool {
    let words = words.trim_start().to_lowercase();
    let begins = |known: &&str| words.starts_with(known) || known.starts_with(&words);
    words.chars().count() <= LONGEST && BEGINNINGS.iter().any(begins)
}

/// Whether a whole message is such an apology.
pub(super) fn is_one(words: &str) -> bool {
    let lower = words.to_lowercase();
    may_become_one(words) && SUBJECTS.iter().any(|subject| lower.contains(subject))
}

/// Where in the words so far something begins that may become such an apology: at the start, if
/// something good has been said before them, or behind a sentence.
pub(super) fn may_begin_at(words: &str, answered: bool) -> Option<usize> {
    let mut starts = vec![0];
    let mut letters = words.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        let end = place + letter.len_utf8();
        let before_gap = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        match letter {
            '。' | '！' | '？' | '\n' => starts.push(end),
            '.' | '!' | '?' if before_gap => starts.push(end),
            _ => {}
        }
    }
    let said = |start: usize| answered || words[..start].contains(char::is_alphanumeric);
    let begins = |start: &usize| {
        let rest = &words[*start..];
        said(*start) && !rest.trim().is_empty() && may_become_one(rest)
    };
    starts.into_iter().find(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apology_is_known_from_its_first_letters_and_judged_at_its_end() {
        let apology = "I apologize, there was a temporary issue. Please try again.";
        for end in 0..=apology.len() {
            assert!(may_become_one(&apology[..end]), "{end}");
        }
        for apology in [
            apology,
            "I’m sorry for the inconvenience. We experienced a temporary technical problem.",
            "Sorry! It looks like the service is temporarily unavailable.",
            "Unfortunately, I ran into a temporary glitch while finishing up.",
            "抱歉，系统出现临时问题，请稍后再试。",
            "非常抱歉，服务出现了暂时性的问题。",
            "不好意思，刚才遇到了临时故障。",
        ] {
            assert!(is_one(apology), "{apology}");
        }
        assert!(!is_one("Sorry, there is no second clip to swap with."));
        assert!(!is_one("抱歉，没有第二个片段。"));
        assert!(!may_become_one("I added a title: Sorry"));
    }

    #[test]
    fn it_may_follow_a_good_answer_in_the_same_words() {
        let words = "The title is in place.\n\nI apologize, there was a temporary issue.";
        assert_eq!(may_begin_at(words, false), Some(22));
        assert_eq!(may_begin_at("标题已添加。抱歉，系统出现临时问题。", false), Some(18));
        assert_eq!(may_begin_at("Sorry, a temporary issue.", false), None, "all there is");
        assert_eq!(may_begin_at("Sorry, a temporary issue.", true), Some(0));
        assert_eq!(may_begin_at("It is 3.5 s long. Good", true), None);
    }
}
