//! Time codes as cutters write them, down to the frame, and lengths in frames: `ripple delete 00:00:04:00 to 00:00:06:12`,
//! `a 12 frame dissolve`, `叠化10帧`.
//!
//! How long a frame is, only the film says; so they are written as seconds before anything else of a sentence is read.
//! What is quoted stays as it was written.

use super::scene::Scene;
use super::words::quoted_at;

/// Digits and colons of `00:00:04:12`.
const LENGTH: usize = 11;

/// A colon and two digits.
const SHORT: usize = 3;

/// A sentence with its time codes as seconds, if it has any.
pub fn in_seconds(sentence: &str, scene: &Scene) -> Option<String> {
    let rate = scene.draft.canvas.rate.as_f64();
    let letters: Vec<char> = sentence.chars().collect();
    let rated = tells_of_a_rate(sentence);
    let (mut written, mut at, mut found) = (String::new(), 0, false);
    while at < letters.len() {
        if let Some(quoted) = quoted_at(&letters, at) {
            written.extend(&letters[at..at + quoted.length]);
            at += quoted.length;
        } else if let Some(seconds) = time_code(&letters, at, rate) {
            written.push_str(&format!("{seconds}s"));
            (at, found) = (at + LENGTH, true);
        } else if let Some(seconds) = in_short(&letters, at) {
            written.push_str(&format!("{seconds}s"));
            (at, found) = (at + SHORT, true);
        } else if let Some((seconds, length)) =
            so_many_frames(&letters, at, rate).filter(|_| !rated)
        {
            written.push_str(&format!("{seconds}s"));
            (at, found) = (at + length, true);
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

/// `a new :15`, `the :30 for TV`: so many seconds, as adverts are called.
fn in_short(letters: &[char], at: usize) -> Option<u32> {
    let begins = at.checked_sub(1).is_none_or(|before| " (\u{3000}".contains(letters[before]));
    // "New :15: hero.jpg": the last colon leads on.
    let longer = match letters.get(at + SHORT..).unwrap_or_default() {
        [':' | '.', next, ..] => next.is_ascii_digit(),
        [next, ..] => next.is_alphanumeric(),
        [] => false,
    };
    let [':', digits @ ..] = letters.get(at..at + SHORT)? else { return None };
    let digits: String = digits.iter().collect();
    (begins && !longer).then(|| digits.parse().ok()).flatten()
}

/// `25 frames a second`, `帧率25帧`: no length.
fn tells_of_a_rate(sentence: &str) -> bool {
    const RATES: [&str; 10] =
        ["rate", "per sec", "a sec", "fps", "each sec", "/s", "帧率", "每秒", "一秒", "帧速"];
    let small = sentence.to_lowercase();
    RATES.iter().any(|rate| small.contains(rate))
}

/// `12 frames`, `12-frame`, `12帧` at a place, in seconds, and how many letters it takes.
fn so_many_frames(letters: &[char], at: usize, rate: f64) -> Option<(f64, usize)> {
    const WORDS: [&str; 3] = ["frames", "frame", "帧"];
    // Films have so many a second, and it may be that.
    const USUAL: [u32; 6] = [24, 25, 30, 50, 60, 120];
    let goes_on = |letter: &char| letter.is_alphanumeric() || ".:".contains(*letter);
    if at
        .checked_sub(1)
        .is_some_and(|before| letters[before].is_ascii() && goes_on(&letters[before]))
    {
        return None;
    }
    let digits = letters[at..].iter().take_while(|letter| letter.is_ascii_digit()).count();
    let count: u32 = letters[at..at + digits].iter().collect::<String>().parse().ok()?;
    let gap = letters[at + digits..].iter().take_while(|l| " -".contains(**l)).count();
    let rest: String =
        letters[at + digits + gap..].iter().take(6).collect::<String>().to_lowercase();
    let word = WORDS.iter().find(|word| rest.starts_with(**word))?;
    let end = at + digits + gap + word.chars().count();
    let whole = !word.is_ascii() || letters.get(end).is_none_or(|next| !next.is_alphanumeric());
    let seconds = (f64::from(count) / rate * 1000.0).round() / 1000.0;
    (whole && count > 0 && !USUAL.contains(&count)).then_some((seconds, end - at))
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

    #[test]
    fn seconds_are_said_in_short() {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        for (text, at, seconds) in [
            (":15", 0, Some(15)),
            ("a :30 spot", 2, Some(30)),
            ("0:15", 1, None),
            (":15:00", 0, None),
            (":1", 0, None),
        ] {
            assert_eq!(in_short(&letters(text), at), seconds, "{text}");
        }
    }

    #[test]
    fn so_many_frames_are_so_long() {
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        for (text, seconds) in [
            ("12 frames", Some((0.48, 9))),
            ("12-frame dissolve", Some((0.48, 8))),
            ("10帧", Some((0.4, 3))),
            ("25 frames", None),
            ("12 framed pictures", None),
        ] {
            assert_eq!(so_many_frames(&letters(text), 0, 25.0), seconds, "{text}");
        }
    }
}
