//! Whether a part of a sentence carries nothing of an edit, where all the other parts are understood as wishes: no
//! order, no amount, no words to show, no taking back.

use super::aside::is_aside;
use super::chinese_statement::is_told_in_chinese;
use super::statement::is_statement;
use super::token::Token;
use super::wish::is_wish;

/// Whether one of the parts of a sentence may be passed over.
pub fn is_idle(parts: &[Vec<Token>], place: usize) -> bool {
    !is_wish(&parts[place])
        && (is_aside(parts, place)
            || is_statement(parts, place)
            || is_told_in_chinese(parts, place))
}
