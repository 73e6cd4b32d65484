//! What a wish would suit: `Between solar.jpg and turbine.jpg, a wipe left of 600 ms would be in keeping with our brand
//! book`, `老街和茶馆之间用叠化更贴合我们的调性`.
//!
//! Who asks so politely names what pleases, and it is to be done; what it would suit asks for nothing. What has an amount,
//! words to show or a file of the film in it may ask for more, and stays.

use super::words::{LISTS, Name};

/// What it would suit is told after so many letters at least: before them stands the wish.
const SHORTEST_WISH: usize = 12;
/// The same in Chinese.
const SHORTEST_CHINESE_WISH: usize = 5;

/// A sentence without what its wishes would suit, if it has that.
pub fn without_what_it_suits(sentence: &str, names: &[Name]) -> Option<String> {
    if !LISTS.would_suit.is_within(&sentence.to_lowercase()) {
        return None;
    }
    let mut written = String::new();
    let mut found = false;
    for part in sentence.split_inclusive(is_break) {
        let kept = pleases(part, names);
        found |= kept.is_some();
        match kept {
            Some(kept) => {
                written.push_str(kept.trim_end());
                written.extend(part.chars().last().filter(|letter| is_break(*letter)));
            }
            None => written.push_str(part),
        }
    }
    found.then_some(written)
}

fn is_break(letter: char) -> bool {
    ",，。；;！!？?\n".contains(letter)
}

/// What stands before `would suit our brand`.
fn pleases<'a>(part: &'a str, names: &[Name]) -> Option<&'a str> {
    let small = part.to_lowercase();
    // "Do you think a vignette would suit it?" asks.
    if small.len() != part.len() || part.ends_with(['?', '？']) {
        return None;
    }
    let (at, suits) = LISTS.would_suit.iter().find_map(|suits| {
        let padded = if suits.is_ascii() { format!(" {suits} ") } else { suits.to_owned() };
        small.find(&padded).map(|at| (at, padded))
    })?;
    let (wish, rest) = (&part[..at], &part[at + suits.len()..]);
    let shortest = if suits.is_ascii() { SHORTEST_WISH } else { SHORTEST_CHINESE_WISH };
    // "The title would fit better at the bottom" says where.
    let first = rest.split_whitespace().next().unwrap_or_default().to_lowercase();
    let somebody = !suits.is_ascii() || LISTS.whose.has(&first);
    let plain = somebody
        && !rest.contains(|letter: char| letter.is_ascii_digit() || "\"“”「《".contains(letter))
        && !rest.trim().is_empty();
    let named = rest.split(|letter: char| !letter.is_alphanumeric()).any(|word| {
        let letters: Vec<char> = word.to_lowercase().chars().collect();
        names.iter().any(|name| name.is_called(&letters))
    });
    (wish.trim().chars().count() >= shortest && plain && !named).then_some(wish)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_would_suit_asks_for_nothing() {
        for (said, wish) in [
            (
                "A wipe left between them would suit our brand book.",
                Some("A wipe left between them"),
            ),
            ("It would suit our brand.", None),
            ("A wipe of 1 s would suit the 4 s before it.", None),
            ("两张之间用叠化更贴合我们的调性，谢谢", Some("两张之间用叠化，谢谢")),
            ("The title would fit better at the bottom.", None),
            ("更贴合", None),
        ] {
            assert_eq!(without_what_it_suits(said, &[]).as_deref(), wish, "{said}");
        }
    }
}
