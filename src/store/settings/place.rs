//! Where something stands in the settings file, for whoever finds out later that it is wrong.

use std::path::Path;

use toml_edit::{Document, Item};

/// The line, from 1, of a name below others; `None` where the file does not have it.
#[must_use]
pub fn line_of(path: &Path, names: &[&str]) -> Option<usize> {
    line_in(&std::fs::read_to_string(path).ok()?, names)
}

fn line_in(text: &str, names: &[&str]) -> Option<usize> {
    let document = Document::parse(text).ok()?;
    let mut item: &Item = document.as_item();
    let mut at = None;
    for name in names {
        let table = item.as_table_like()?;
        let (key, value) = table.get_key_value(name)?;
        at = key.span().or_else(|| value.span());
        item = value;
    }
    Some(text.get(..at?.start)?.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let text = "# mine\n[keys]\npreset = 'vim'\n\n[keys.bind]\n\"timeline.split\" = ['s']\n";
        assert_eq!(line_in(text, &["keys", "preset"]), Some(3));
        assert_eq!(line_in(text, &["keys", "bind", "timeline.split"]), Some(6));
        assert_eq!(line_in(text, &["keys", "bind", "timeline.trim"]), None);
        let inline = "\nkeys = { bind = { 'a.b' = [] } }\n";
        assert_eq!(line_in(inline, &["keys", "bind", "a.b"]), Some(2));
        let dotted = "\n\nkeys.bind.'a.b' = []\n";
        assert_eq!(line_in(dotted, &["keys", "bind", "a.b"]), Some(3));
    }
}
