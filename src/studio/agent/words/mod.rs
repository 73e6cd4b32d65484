//! Reading: a sentence in, clauses of tokens out.
//!
//! Letters are made alike, quoted words and file names are taken out first, then the longest known
//! phrase at each place is found, numbers become times and percents, and the whole is cut into
//! clauses. Both languages go through the same steps; only the phrases differ, and they stand in
//! `assets/language`. Nothing here knows what can be done to a film.

mod accordingly;
mod amounts;
mod anew;
mod another;
mod antecedent;
mod apart;
mod aside;
mod asked_passively;
mod bearing;
mod bearing_chinese;
mod bearing_english;
mod beside;
mod both_ends;
mod bracket;
mod but_for;
mod by_decibels;
mod by_rule;
mod by_so_much;
mod cards;
mod chinese_number;
mod chinese_statement;
mod choice;
mod clause;
mod colour_like;
mod colour_short;
mod colour_twice;
mod complaint;
mod complaint_apart;
mod compounds;
mod condition;
mod confirms;
mod copies;
mod copula;
mod core;
mod corrected;
mod counted_names;
mod denied;
mod each_part;
mod effects_named;
mod elided;
mod end_cards;
mod english_number;
mod enquiry;
mod excepted;
mod fades_each;
mod finally;
mod footage;
mod frame;
mod from_black;
mod from_so_much;
mod from_until;
mod gaps;
mod gist;
mod goes_on;
mod handed_on;
mod hangs_on;
mod heard_again;
mod how_many;
mod idiom;
mod idle;
mod in_all;
mod in_order;
mod in_other_words;
mod in_turn;
mod index;
mod inset_again;
mod its_letters;
mod joint;
mod kinds;
mod known;
mod left_undone;
mod lens;
mod letters;
mod levels;
mod lex;
mod lexicon;
mod likened;
mod likeness;
mod list;
mod measure;
mod moment_told;
mod moments;
mod music_fades;
mod music_laid;
mod music_swap;
mod name;
mod neighbour;
mod nothing_of;
mod of_a_named;
mod of_the_rest;
mod of_the_song;
mod off_both_ends;
mod only_that;
mod other_name;
mod otherwise;
mod own_moment;
mod own_wish;
mod parted;
mod participles;
mod phrase;
mod piece_of_file;
mod place_on;
mod plain_order;
mod plainly;
mod pointing;
mod preface;
mod purpose;
mod put_on_it;
mod quantity;
mod quote;
mod ranges;
mod rather;
mod remark;
mod reply;
mod restate;
mod restate_row;
mod restate_rules;
mod restate_slots;
mod role;
mod row_of_parts;
mod said_again;
mod said_anyway;
mod said_beside;
mod said_otherwise;
mod said_twice;
mod seam_names;
mod seam_told;
mod seen_and_heard;
mod segment;
mod sense;
mod setting;
mod share;
mod shared_object;
mod silenced;
mod size_of_words;
mod slip;
mod so_long;
mod some_other_time;
mod spaced_files;
mod spelling;
mod spoken_of;
mod stands_alone;
mod statement;
mod stay;
mod stops_at;
mod stretch;
mod taken_up;
mod things;
mod to_a_loudness;
mod token;
mod told;
mod told_behind;
mod told_measure;
mod told_of_a_change;
mod topic;
mod traditional;
mod turns;
mod two_by_two;
mod under_speech;
mod unit;
mod unmarked;
mod unquoted;
mod wants_to_be;
mod whole_film;
mod whole_loudness;
mod wish;
mod with_its_words;
mod wordings;
mod words_called;
mod words_moved;
mod words_of_others;
mod words_over;
mod written_as;
mod written_out;

pub(super) use aside::is_effect;
pub(super) use asked_passively::asked_passively;
pub(super) use but_for::but_for_the_unknown;
pub(super) use choice::alternatives;
use clause::sentence;
pub(super) use clause::{Clause, Sentence};
pub(super) use complaint_apart::is_held_to_be_read;
pub(super) use confirms::may_confirm;
pub(super) use corrected::{Corrected, corrected};
pub(super) use denied::is_sound_seam_or_text;
pub(super) use enquiry::enquiry;
pub(super) use gaps::LIFTS;
pub(super) use gist::gist;
pub(super) use handed_on::{Told, and_told, counts_those, handed_on, only_leads_to, told_by};
pub(super) use in_turn::in_turn;
pub(super) use known::names;
pub(super) use letters::marks_for_spaces;
pub(super) use lexicon::{transition_name, turns as word_turns};
pub(super) use list::{LISTS, List, Meant};
pub(super) use name::{Name, name_at, names_several};
pub(super) use neighbour::{Neighbour, neighbours};
pub(super) use off_both_ends::off_both_ends;
pub(super) use otherwise::otherwise;
pub(super) use own_moment::{OwnMoment, own_moment};
pub(super) use piece_of_file::{PieceOfFile, pieces_of_files};
pub(super) use place_on::place_on;
pub(super) use quote::quoted_at;
pub(super) use remark::gives_a_reason;
pub(super) use reply::{Answered, answered};
pub(super) use restate::restated;
pub(super) use said_otherwise::said_otherwise;
pub(super) use segment::{
    Behind, Segment, bearing_nothing, behind, confirming, idle, is_of_one_piece, keeping_the_total,
    may_stay_undone, name_their_own, of_what_was_told, say_accordingly, segments, unless_they_bear,
    unmarked_segments,
};
pub(super) use sense::{
    Beyond, Camera, Closeness, Degree, Edge, Fitting, Lettering, Link, Look, Moving, Noun, Pace,
    Portion, Question, Sense, Shape, Sizing, Sorting, Stretch, Tempo, Tone, Turn, Turning, Verb,
};
pub(super) use spaced_files::marks_before_files;
pub(super) use taken_up::{remark as as_told, taken_up};
pub(super) use token::{Meaning, Token, is_break, tells_when, turns};
pub(super) use wish::{is_a_bare_amount, is_wish};
pub(super) use with_its_words::with_its_words;
pub(super) use words_called::{behind_the_words, calls_words};
pub(super) use words_of_others::words_of_others;
pub(super) use words_over::words_over;
pub(super) use written_out::with_names_written_out;

/// Reads a sentence into clauses. `names` are the session's files, which may be named in it.
pub(super) fn read(said: &str, names: &[Name]) -> Sentence {
    known::sentence(said, names, clauses)
}

fn clauses(said: &str, names: &[Name]) -> Sentence {
    let mut tokens = named(said, names);
    written_in_rules(said, names, &mut tokens);
    words_of_others::said_aloud(&mut tokens);
    bracket::brackets(said, &mut tokens);
    colour_twice::once(&mut tokens);
    colour_like::passed_over(&mut tokens);
    colour_short::behind_a_change(&mut tokens);
    its_letters::what_is_right(&mut tokens);
    its_letters::of_the_quoted(&mut tokens);
    from_so_much::as_it_is_now(&mut tokens);
    counted_names::named_already(&mut tokens);
    words_called::named_before(&mut tokens);
    words_called::named_behind(&mut tokens);
    let preface = preface::preface(said, &mut tokens);
    sentence(phrase::combine(tokens)).after(preface)
}

/// What a sentence depends on that nobody here knows, if it does.
pub(super) fn depends_on(said: &str, names: &[Name]) -> Option<String> {
    condition::may_be_conditional(said)
        .then(|| {
            let mut tokens = named(said, names);
            written_in_rules(said, names, &mut tokens);
            condition::holds_only_if(&phrase::combine(tokens))
        })
        .flatten()
}

/// The words of a sentence, and of what stands beside them only that which is a measure together.
pub(super) fn in_measures(said: &str, names: &[Name]) -> Vec<Token> {
    let mut tokens = named(said, names);
    written_in_rules(said, names, &mut tokens);
    let mut tokens = phrase::measures(tokens);
    purpose::threats(&mut tokens);
    tokens
}

/// What rules find, wherever it stands.
fn written_in_rules(said: &str, names: &[Name], tokens: &mut Vec<Token>) {
    let said = known::said(said, names);
    by_rule::by_rule(&said, tokens);
    copula::tells(tokens);
    of_the_rest::is_told(tokens);
    of_the_rest::of_that_piece(tokens);
    words_called::counted_behind(tokens);
    of_the_rest::all_of_it(tokens);
    fades_each::told_once(tokens);
    nothing_of::refused_plainly(&said, tokens);
    of_a_named::named(tokens);
    by_so_much::is_told(tokens);
}

fn named(said: &str, names: &[Name]) -> Vec<Token> {
    let tokens = lex::tokens(said, names);
    let tokens = unquoted::quote_what_is_said(said, tokens);
    let mut tokens = likeness::recognise(tokens, names);
    other_name::recognise(&mut tokens, names);
    told_of_a_change::is_a_thing(&mut tokens);
    of_the_rest::both_named(&mut tokens);
    tokens
}
