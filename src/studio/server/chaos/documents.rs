//! The table of faults and endpoints as the documents show it; a test compares both.

use super::fault::{Alone, Known, TABLE};
use super::{Endpoint, grammar};

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
    let row = |endpoint: &Endpoint| format!("| `{endpoint}` | {} |\n", endpoint.request());
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
        grammar::takes(known),
        known.about
    )
}

fn places(known: &Known) -> String {
    if known.usual == Endpoint::ALL {
        return "everywhere".to_owned();
    }
    if known.usual == Endpoint::WITH_TOKEN {
        return "wherever a token is asked".to_owned();
    }
    let names: Vec<&str> = known.usual.iter().map(|place| place.name()).collect();
    names.join(", ")
}
