//! The closing apology about a "temporary issue" that follows good answers, and that nobody needs.
//!
//! It is recognised by its beginning, so that its pieces can be held back as they come, and judged
//! when it is whole. Held words that turn out to be something else are told after all.

/// How such messages begin.
const BEGINNINGS: [&str; 12] = [
    "i apologize",
    "i apologise",
    "apologies",
    "my apologies",
    "i'm sorry",
    "i’m sorry",
    "sorry",
    "we apologize",
    "unfortunately",
    "it seems",
    "抱歉",
    "很抱歉",
];

/// What they are about.
const SUBJECTS: [&str; 7] = [
    "temporary issue",
    "temporary problem",
    "temporary error",
    "temporary technical",
    "临时问题",
    "暂时性问题",
    "临时故障",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apology_is_known_from_its_first_letters_and_judged_at_its_end() {
        let apology = "I apologize, there was a temporary issue. Please try again.";
        for end in 0..=apology.len() {
            assert!(may_become_one(&apology[..end]), "{end}");
        }
        assert!(is_one(apology));
        assert!(is_one("抱歉，系统出现临时问题，请稍后再试。"));
        assert!(!is_one("Sorry, there is no second clip to swap with."));
        assert!(!may_become_one("I added a title: Sorry"));
    }
}
