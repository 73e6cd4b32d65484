//! The words of the message box.

use crate::language::Language;

/// What stands in the box for a long text that was pasted, the first or a later one.
#[must_use]
pub fn pasted(language: Language, lines: usize, before: usize) -> String {
    let number = if before == 0 { String::new() } else { format!(", {}", before + 1) };
    match language {
        Language::English if lines == 1 => format!("[pasted 1 line{number}]"),
        Language::English => format!("[pasted {lines} lines{number}]"),
        Language::Chinese => format!("[已粘贴 {lines} 行{number}]"),
    }
}
