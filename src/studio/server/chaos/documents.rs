//! The table of faults and endpoints as the documents show it; a test compares both.

use super::Endpoint;
use super::fault::{Alone, Known, TABLE};

/// Every fault as a Markdown table.
#[must_use]
pub fn faults() -> String {
    let head =
        "| name | where | alone | in `all` | values | what happens |\n|---|---|---|---|---|---|\n";
    TABLE.iter().map(row).fold(head.to_owned(), |table, row| table + &row)
}

/// Every endpoint as a Markdown table.
#[must_use]
pub fn endpoints() -> String {
    let head = "| name | request |\n|---|---|\n".to_owned();
    let row = |endpoint: &Endpoint| format!("| `{endpoint}` | {} |\n", quoted(*endpoint));
    Endpoint::ALL.iter().map(row).fold(head, |table, row| table + &row)
}

fn row(known: &Known) -> String {
    let alone = match known.alone {
        Alone::Each => "each time",
        Alone::EveryOther => "every other",
    };
    format!(
        "| `{}` | {} | {alone} | {:.0} % | {} | {} |\n",
        known.name,
        places(known),
        known.in_all * 100.0,
        values(known),
        known.about
    )
}

/// Where it happens, and where else it can.
fn places(known: &Known) -> String {
    let other = known.possible.iter().filter(|place| !known.usual.contains(place));
    let other: Vec<Endpoint> = other.copied().collect();
    match (named(known.usual), other.is_empty()) {
        (usual, true) => usual,
        (usual, false) => format!("{usual}; also {}", named(&other)),
    }
}

fn named(places: &[Endpoint]) -> String {
    if places == Endpoint::ALL {
        return "everywhere".to_owned();
    }
    if places == Endpoint::WITH_TOKEN {
        return "wherever a token is asked".to_owned();
    }
    let names: Vec<&str> = places.iter().map(|place| place.name()).collect();
    names.join(", ")
}

/// What it takes besides a rate, and what that is where nothing is said.
fn values(known: &Known) -> String {
    let time = known.time.map(|time| format!("a time, else {} ms", time.as_millis()));
    let times = known.times.map(|times| format!("a number of times, else {times}x"));
    let words: Vec<String> = known.words.iter().map(|word| format!("`{word}`")).collect();
    let words = (!words.is_empty()).then(|| words.join(" "));
    let all: Vec<String> = [time, times, words].into_iter().flatten().collect();
    if all.is_empty() { "–".to_owned() } else { all.join("; ") }
}

/// Addresses as they are written, descriptions as words.
fn quoted(endpoint: Endpoint) -> String {
    match endpoint {
        Endpoint::Film | Endpoint::File => endpoint.request().to_owned(),
        _ => format!("`{}`", endpoint.request()),
    }
}
