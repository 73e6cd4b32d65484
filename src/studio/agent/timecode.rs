//! Time codes as cutters write them, down to the frame: `ripple delete 00:00:04:00 to 00:00:06:12`.
//!
//! How long a frame is, only the film says; so they are written as seconds before anything else of a sentence is read.
//! What is quoted stays as it was written.

use super::scene::Scene;
use super::words::quoted_at;

/// Digits and colons of `00:00:04:12`.
const LENGTH: usize = 11;

/// A sentence with its time codes as seconds, if it has any.
pub fn in_seconds(sentence: &str, scene: &Scene) -> Option<String> {
    let rate = scene.draft.canvas.rate.as_f64();
    let letters: Vec<char> = sentence.chars().collect();
    let (mut written, mut at, mut found) = (String::new(), 0, false);
    while at < letters.len() {
        if let Some(quoted) = quoted_at(&letters, at) {
            written.extend(&letters[at..at + quoted.length]);
            at += quoted.length;
        } else if let Some(seconds) = time_code(&letters, at, rate) {
            written.push_str(&format!("{seconds}s"));
            (at, found) = (at + LENGTH, true);
        } else {
            written.push(letters[at]);
            at += 1;
        }
    }
    found.then_some(written)
}

/// `00:01:04:12` at a place, in seconds to the millisecond.
fn time_code(letters: &[char], at: usize, rate: f64) -> Option<f64> {
    let goes_on = |letter: &char| letter.is_ascii_digit() || *letter == ':';
    let before = at.checked_sub(1).map(|before| letters[before]);
    let behind = letters.get(at + LENGTH..).unwrap_or_default();
    // "Out 00:00:08:00: "Mara"": the last colon leads on.
    let longer = match behind {
        [':', next, ..] => next.is_ascii_digit(),
        [next, ..] => goes_on(next),
        [] => false,
    };
    if before.is_some_and(|letter| goes_on(&letter)) || longer {
        return None;
    }
    let code: String = letters.get(at..at + LENGTH)?.iter().collect();
    let parts: Vec<&str> = code.split([':', ';', '：']).collect();
    let [hours, minutes, seconds, frames] = parts[..] else { return None };
    let number = |part: &str| (part.len() == 2).then(|| part.parse::<u32>().ok()).flatten();
    let whole = number(hours)? * 3600 + number(minutes)? * 60 + number(seconds)?;
    let frames = f64::from(number(frames)?);
    (frames < rate).then(|| f64::from(whole) + (frames / rate * 1000.0).round() / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_parts_of_a_second() {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        for (text, seconds) in [
            ("00:00:04:00", Some(4.0)),
            ("00:01:04:12", Some(64.48)),
            ("00:00:04:25", None),
            ("00:00:04:00:01", None),
            ("00:00:04:00: go", Some(4.0)),
            ("00:00:04.500", None),
        ] {
            assert_eq!(time_code(&letters(text), 0, 25.0), seconds, "{text}");
        }
    }
}
