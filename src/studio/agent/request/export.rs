//! What an export is to be: `as a gif`, `under 5 MB`, `for TikTok`, `a still at 3 seconds`. The film is saved by the program and
//! not by its agent, so what is read here is only told: as the file and the options that make it so.

use super::super::words::{LISTS, Link, Meaning, Meant, Noun, Sense};
use super::bag::Bag;
use crate::draft::Millis;

/// The file and the options, as they stand behind `cutroom export -o`. Nothing where it is the film as it is.
pub fn order(bag: &Bag) -> String {
    let format = format(bag);
    let still = matches!(format, Some("png" | "jpg"));
    let at = time(bag).filter(|_| still).map(|at| format!(" --at {}", seconds(at)));
    let size = size(bag).map(|size| format!(" --size {size}"));
    let preset = one_of(bag, &LISTS.export_platform).map(|preset| format!(" --preset {preset}"));
    let options: String = [at, size, preset].into_iter().flatten().collect();
    let name = if still { "frame" } else { "film" };
    match format {
        None | Some("mp4") if options.is_empty() => String::new(),
        format => format!("{name}.{}{options}", format.unwrap_or("mp4")),
    }
}

fn format(bag: &Bag) -> Option<&'static str> {
    one_of(bag, &LISTS.export_format).or_else(|| only_the_sound(bag).then_some("mp3"))
}

/// `only the sound`, `只导出声音`.
fn only_the_sound(bag: &Bag) -> bool {
    let only = (0..bag.len()).any(|place| {
        bag.sense(place) == Some(Sense::Link(Link::Only))
            || LISTS.only_this.has(bag.text(place))
            || bag.text(place).starts_with('只')
    });
    let heard = (0..bag.len())
        .any(|place| matches!(bag.sense(place), Some(Sense::Noun(Noun::Sound | Noun::Music))));
    only && heard
}

/// The first key one of whose words is said.
fn one_of(bag: &Bag, keys: &'static [Meant<String>]) -> Option<&'static str> {
    let words = (0..bag.len()).flat_map(|place| {
        let text = bag.text(place).to_lowercase();
        let parts = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned);
        parts.collect::<Vec<_>>()
    });
    let said = format!(" {} ", words.collect::<Vec<_>>().join(" "));
    let says = |word: &str| {
        if word.is_ascii() { said.contains(&format!(" {word} ")) } else { said.contains(word) }
    };
    keys.iter().find(|key| key.words.iter().any(&says)).map(|key| key.is.as_str())
}

fn time(bag: &Bag) -> Option<Millis> {
    (0..bag.len()).find_map(|place| match bag.meaning(place) {
        Some(Meaning::Time(time)) => Some(*time),
        _ => None,
    })
}

/// `5s`, `1.25s`.
fn seconds(time: Millis) -> String {
    let (whole, rest) = (time.0 / 1000, time.0 % 1000);
    let rest = format!("{rest:03}");
    match rest.trim_end_matches('0') {
        "" => format!("{whole}s"),
        rest => format!("{whole}.{rest}s"),
    }
}

/// `5 MB`, `5MB`, `5兆`.
fn size(bag: &Bag) -> Option<String> {
    let unit = |text: &str| {
        LISTS.export_unit.iter().find(|unit| unit.words.has(text)).map(|unit| &unit.is)
    };
    (0..bag.len()).find_map(|place| {
        let text = bag.text(place);
        if let Some(Meaning::Number(number)) = bag.meaning(place) {
            let next = bag.after(place)?;
            return unit(bag.text(next)).map(|unit| format!("{number}{unit}"));
        }
        let digits = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
        let (number, rest) = text.split_at(digits);
        let number: f64 = number.parse().ok()?;
        unit(rest).map(|unit| format!("{number}{unit}"))
    })
}
