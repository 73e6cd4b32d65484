//! `Could bikes be run at twice the speed, and its sound muted?` is `bikes should be run at twice the speed, and …`: who
//! asks so does not ask who could do it.

/// What asks first.
const MODALS: [&str; 4] = ["could", "can", "may", "might"];
/// Who does it, where it is not asked passively.
const DOERS: [&str; 9] = ["you", "u", "ya", "we", "i", "someone", "somebody", "it", "there"];
/// So many words what it is done to may have.
const LONGEST: usize = 8;

/// The sentence as a wish; none where it is put otherwise.
pub fn asked_passively(sentence: &str) -> Option<String> {
    let (asked, more) = sentence.split_once('?')?;
    let words: Vec<&str> = asked.split_whitespace().collect();
    let is = |place: usize, among: &[&str]| {
        words.get(place).is_some_and(|word| among.iter().any(|one| word.eq_ignore_ascii_case(one)))
    };
    let polite = usize::from(is(0, &["please", "and", "so", "then", "also", "now"]));
    if !is(polite, &MODALS) || is(polite + 1, &DOERS) {
        return None;
    }
    let from = polite + 1;
    let be = (from + 1..words.len().min(from + LONGEST)).find(|place| is(*place, &["be"]))?;
    let subject = &words[from..be];
    let plain = |word: &&str| !word.ends_with([',', ';', '.', '!']) && !word.contains('"');
    if !subject.iter().all(plain) {
        return None;
    }
    // "Could it be made square?".
    let made = usize::from(is(be + 1, &["made"]));
    let rest = words[be + 1 + made..].join(" ");
    Some(format!("{} should be {rest}.{more}", subject.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_passively_is_a_wish() {
        for (said, wish) in [
            ("Could bikes.mp4 be muted?", Some("bikes.mp4 should be muted.")),
            (
                "Please could the two pictures be swapped?",
                Some("the two pictures should be swapped."),
            ),
            ("Could you be quick and mute bikes?", None),
            ("Can it be longer than a minute?", None),
            (
                "Could bikes be muted? It is all wind.",
                Some("bikes should be muted. It is all wind."),
            ),
            ("Could bikes be muted", None),
        ] {
            assert_eq!(asked_passively(said).as_deref(), wish, "{said}");
        }
    }
}
