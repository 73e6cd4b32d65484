//! Which keys are in use, and the list of all of them by name, for whoever writes `[keys.bind]`.

use crate::app::actions::{scope_word, table};
use crate::language::Language;

use super::super::setup::Setup;
use super::Finding;

pub(super) fn finding(setup: &Setup) -> Finding {
    let (preset, own) = (setup.keymap.preset().name(), setup.keymap.own());
    let detail = match (setup.language, own) {
        (Language::English, 0) => format!("keymap {preset}; `cutroom doctor --keys` lists them"),
        (Language::English, own) => {
            format!("keymap {preset}, {own} of your own; `cutroom doctor --keys` lists them")
        }
        (Language::Chinese, 0) => format!("键位方案 {preset}；`cutroom doctor --keys` 列出全部"),
        (Language::Chinese, own) => {
            format!("键位方案 {preset}，自定义 {own} 项；`cutroom doctor --keys` 列出全部")
        }
    };
    Finding::new("keys", true, detail)
}

/// Prints every action with its name, its keys as they are now, and what it does.
pub(in crate::cli) fn keys(setup: &Setup) {
    let mut printer = setup.printer();
    let language = setup.language;
    let mut lines = Vec::new();
    for row in table() {
        let keys: Vec<String> = setup.keymap.keys(row).iter().map(ToString::to_string).collect();
        let (place, help) = (scope_word(row.scope), row.help.within(language));
        if printer.is_json() {
            printer.event(&serde_json::json!({
                "event": "keys", "id": row.id, "keys": keys, "where": place.within(Language::English),
                "what": help,
            }));
            continue;
        }
        let quoted: Vec<String> = keys.iter().map(|key| format!("{key:?}")).collect();
        lines.push(vec![row.id.to_owned(), format!("[{}]", quoted.join(", ")), help.to_owned()]);
    }
    printer.table(&lines);
}
