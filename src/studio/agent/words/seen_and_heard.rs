//! What is seen or heard otherwise, said in ways of which no phrase tells all: one rule for each matter.
//!
//! They come before the other turns of phrase, since each of them leaves one plain word where a verb of another meaning
//! stood. Their order matters: words first, as a time or a share beside them is theirs, then spans, then levels.

use super::by_decibels::by_decibels;
use super::from_black::{from_black, from_white};
use super::from_until::from_until;
use super::heard_again::heard_again;
use super::levels::levels;
use super::music_fades::music_fades;
use super::music_laid::music_laid;
use super::music_swap::music_swap;
use super::silenced::silenced;
use super::size_of_words::size_of_words;
use super::token::Token;
use super::under_speech::under_speech;
use super::wants_to_be::wants_to_be;
use super::whole_loudness::whole_loudness;
use super::words_moved::words_moved;
use super::written_as::written_as;

/// Says all of it plainly.
pub fn seen_and_heard(tokens: &mut Vec<Token>) {
    wants_to_be(tokens);
    written_as(tokens);
    from_until(tokens);
    words_moved(tokens);
    size_of_words(tokens);
    from_black(tokens);
    from_white(tokens);
    under_speech(tokens);
    music_fades(tokens);
    heard_again(tokens);
    silenced(tokens);
    whole_loudness(tokens);
    by_decibels(tokens);
    levels(tokens);
    music_swap(tokens);
    music_laid(tokens);
}
