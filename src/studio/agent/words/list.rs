//! Words of one role in turns of phrase, from `assets/language/roles.toml`.
//!
//! The lexicon says what a phrase means by itself; a rule asks here whether a word plays the part that
//! the rule needs beside others. Each list is a field, so that a rule cannot ask for one that is not
//! there, and the file may have no other: both are found when it is read, which a test does. What a list
//! is for stands in the file, beside its words.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::quantity::Measure;

/// The lists, read at first use.
pub static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let file = include_str!("../../../../assets/language/roles.toml");
    Lists::of(toml::from_str(file).expect("the lists are compiled in and tested"))
});

/// Words and phrases of one role, of both languages.
// They are few: comparing their lengths first costs less than a hash of each word that is asked for.
#[derive(Debug, Deserialize)]
#[serde(from = "Wordings")]
pub struct List(Vec<String>);

/// A list as it is written: each language by itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wordings {
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    zh: Vec<String>,
}

impl From<Wordings> for List {
    fn from(written: Wordings) -> Self {
        Self(written.en.into_iter().chain(written.zh).collect())
    }
}

impl List {
    /// Whether a word is one of them, however it is written.
    pub fn has(&self, word: &str) -> bool {
        self.iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether a text that is written small begins with one of them.
    pub fn starts(&self, text: &str) -> bool {
        self.iter().any(|known| text.starts_with(known))
    }

    /// Whether a text that is written small ends with one of them.
    pub fn ends(&self, text: &str) -> bool {
        self.iter().any(|known| text.ends_with(known))
    }

    /// Whether one of them stands anywhere in a text that is written small.
    pub fn is_within(&self, text: &str) -> bool {
        self.iter().any(|known| text.contains(known))
    }

    /// Each of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// Words for one thing of several: what it is, and how it is said.
#[derive(Debug, Deserialize)]
#[serde(from = "Entry<K>")]
#[serde(bound = "K: Deserialize<'de>")]
pub struct Meant<K> {
    /// What is meant.
    pub is: K,
    /// The words for it.
    pub words: List,
}

/// The same, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry<K> {
    is: K,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    zh: Vec<String>,
}

impl<K> From<Entry<K>> for Meant<K> {
    fn from(Entry { is, en, zh }: Entry<K>) -> Self {
        Self { is, words: Wordings { en, zh }.into() }
    }
}

// A derived reader of so many fields keeps each of them in a register through one loop, over which an optimizing
// compiler sits for ten minutes.
macro_rules! lists {
    ($($name:ident,)* $(; $several:ident: $of:ty)*) => {
        /// All lists.
        #[derive(Debug)]
        pub struct Lists {
            $(pub $name: List,)*
            $(pub $several: Vec<Meant<$of>>,)*
        }

        impl Lists {
            /// Takes all that a file has. Panics where it has more, or less.
            fn of(mut file: toml::Table) -> Self {
                let lists = Self {
                    $($name: taken(&mut file, stringify!($name)),)*
                    $($several: taken(&mut file, stringify!($several)),)*
                };
                assert!(file.is_empty(), "no rule asks for {file:?}");
                lists
            }
        }
    };
}

/// What a file has under a name, which has a hyphen there for each underscore.
fn taken<T: DeserializeOwned>(file: &mut toml::Table, field: &str) -> T {
    let name = field.replace('_', "-");
    let found = file.remove(&name).unwrap_or_else(|| panic!("there is no list {name}"));
    found.try_into().unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

lists! {
    only_this, counts_up, plays_along, begins_from, everything_but, begins_at, left_for_later, of_any_sort,
    played_on, pictures_of_a_screen, leaves_out, shown_upright, denies_of_film, music_cut_short,
    does_lightly, on_the_picture, own_part, wanting, film_by_its_making, none_of_it, posts_to,
    plainly_cut, throws, adds_another, led_by, one_by_one, to_here, goes_away, begins_a_fetch,
    asks_always, asks_first,
    asks_for_doing, asks_within, asks_last, asks_to_do, marks_on_film, in_a_row, camera_names,
    whole_film, in_all, in_the_film, told_backwards, all_of_it, film_begins, film_ends,
    stands_for_it, points, parts_of_a_piece, all_of_them, instead_of, takes_the_place,
    becomes_another, trades, trades_places, leaves_as_it_is, grows, grows_or_shrinks_by,
    grows_until, shortens, slowly, cameras, dislikes, faster_than, somebody_talks, forbids, tracks,
    asks_for_music, logos, usually_small, own_brand, name_straps, adds_there, or, lists_what_is_denied, no_more_of,
    and_as_well, and_between, joins_names, all_of_two, by_size, greets, states, does_there, may,
    contracted, pleads, comes_about, complains, complaint_reasons, turns_out_wrong, setting,
    demands, put_in_order, light_in_order, comes_first, comes_last, follows_it, comes_next,
    then_another, put_behind, joined_behind, joined_at_the_end, set_to_a_place, pulled_there,
    turned_round, lasts_so_long, of_each_so_much, keeps_of_each, takes_of_each, alike, lengths,
    against_now, intros, lifts, fetches, takes_from_there, out_of_there, everything, judged,
    goes_up, more_seconds, roughly, so_that_it, cuts_away, shrinks_to, slows, speed, may_go,
    not_wanted, cut_nothing, denies, wants_it, goes_there, should_be, taken_off, carried,
    put_together, written_on, closing_cards, should_read, rather_than, instead_of_its_like, dates,
    looks_of_words, houses, pictures_place, under, speaks, at_the_time, looks, song_begins,
    part_of_the_song, used_of_the_song, plays_of_the_song, skips, made_of, makes_it_of, generates,
    something, copies, cut_points, brings_back, as_it_came, colours, in_colour, parts, grown,
    pointers, times_the_speed, footage, shows, snips, shown_over, has_ended, lowers_under_speech,
    serves_as, of_all, in_the_middle, the_others, nudges, gone, films, brands, at_once, uses_only,
    speeds_up, switches, slows_down, far_too_long, written, as_they_are, kept_at, full_screen,
    sends, runs_at, but, there_are, somebody, nobody, points_out, points_at_one, points_at_several,
    counts_those, both_by_kind, points_at_a_piece, while_it_is_seen, is_watched, stays_in_view, plays_on_from_there, labels_the_first, blesses, leads_to_a_name, tells_of_a_name, stays_seen, so_by_itself, comes_as_a_whole, ill_suited, goes_with, says_both, comes_up, parts_of_it, says_aloud, the_piece_just_named, word_for_word, performs_a_work, words_named_do, needs_nothing_done, looks_first,
    done_to_it, says_from_now, another_time, time_gone_by,
    so_long_from_now, puts_what_is_shown, leads_to_a_place, calls_out, one_of_two, at_last, from_nothing, felt,
    begins_the_film, forbids_softly, makes_room, suddenly, is_like, do_so, changes,
    may_leave_out, says_all, goes_on_before, tells_of, whose, so_it_is, new_clause,
    points_on, spots, black_or_white, pieces_called, puts_somewhere, same_again, is_like_that,
    interjections, others_by_number, denies_by_itself, holds_not, judges, suffices, no_wanting,
    out_of_the_film, leads_in, adverbs, finite, is_to_be, reports, denies_liking, likes,
    so_that_somebody, to_be_like, still_so, all_just_told_of, is_done, perceives, comes_back,
    no_longer, muting, as_recorded, audible, other_shares, grows_quieter, grows_louder, black,
    into_black, out_of_black, sinks_or_rises, as_pictures_come, loudness_demands, wanted_of_a_thing,
    speech, gives_way, comma, silent, only_wanted, shuts, a_half, moves_a_level, music_trades,
    as_it_is_now, lies_under, lays_music, of_a_mood, by_and_by, comes_in, dies_away, goes_out,
    stays_so_long, goes_on_until, more_or_less, out_of_the_way, effects, filmed_in, outside,
    goes_over, what_is_seen, asks_politely, turns_to, closing, puts_words, says_then, as_it_reads,
    reads_then, speaks_of_oneself, comes_to_read, read_instead, said_lightly_behind, for_words,
    in_their_place, brings_subtitles, from_the_middle, places_words, very, slides_in, adds_a_move,
    types_out, longer_by, shorter_by, its_length, fully, stays_until, comes_off, larger, tinier,
    of_a_size, sizes_to, leans_on, asks_anew, asked_of, calls_for, acted_on, holds_lightly,
    hangs_on, holds_while, says_little, asks_kindly, leads_towards, leads_into, leads_to_a_fade, leads_to_a_length, goes_on_behind_a_unit, has_a_place, done_to_words, turns_back, has_earned, own_wishes, begs, told_of_a_thing,
    wants_lightly, forbidding, lacks,
    tells_why, orders_behind, cannot, makes_out, by_more, at_that_seam, between_the_two, in_the_film_there, settings_of_light, names_a_seam, others_of_all,
    is_to_stay, light_of_others, nowhere_else, stays_the_same, beside_a_length, does_not_change,
    stands_in, around_a_part, needs_none, so_many, turns_up, as_ever, does_for_a_living,
    minds_or_not, goes_unwanted, accordingly, tales,
    to_seem, conditions, put_politely, only_then, is_so, limits_when,
    in_point, out_point, back_to_back, so_many_times, own_sound,
    names_pictures, middle_of_it, marks_a_moment, all_of_one, should_be_done, to_be_told,
    may_be_told, likens, counts_pieces, comes_to_think, words_called, little_before_a_thing,
    it_really_is, words_pointed_at,
    heads_a_list, so_many_things, titles, bids, would_suit, deals_only_with, heads_a_film,
    too_much, sorts_of_film, shown_there, a_picture_by_its_kind, a_clip_by_its_kind,
    is_to_become, goes_on_with, lies_in_the_film, all_that_is_left, edits_what_is_there,
    labels_a_piece, holds_of_all, when_it_comes,
    shown_somewhere,
    scoffs, so_many_people, of_years, letters_alone, fears,
    clamours, concedes, of_both_fades, called_when_quoted,
    is_the_only, praises, allows_so_much, unsuited, of_each_fade, no_titles, ends_news, heads_notes,
    of_its_own, changes_it, beside_a_bare_change, demands_a_shape,
    held_behind_a_piece, words_said_first, what_it_is_for, shots, too_small_to_read, ends_of_a_piece,
    ; counts_off: String
    ; typed_short: String
    ; export_format: String
    ; export_platform: String
    ; export_unit: String
    ; unit: Measure
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        List(Wordings),
        Meant(Vec<Entry<String>>),
    }

    /// Each list of the file by its name, whatever it is of.
    fn written() -> BTreeMap<String, Vec<Wordings>> {
        let file = include_str!("../../../../assets/language/roles.toml");
        let lists: BTreeMap<String, Written> =
            toml::from_str(file).expect("the file is well formed");
        let plain = |written| match written {
            Written::List(list) => vec![list],
            Written::Meant(entries) => {
                entries.into_iter().map(|Entry { en, zh, .. }| Wordings { en, zh }).collect()
            }
        };
        lists.into_iter().map(|(name, written)| (name, plain(written))).collect()
    }

    #[test]
    fn every_list_is_one_that_a_rule_asks_for_and_none_is_missing() {
        assert!(LISTS.or.has("OR") && LISTS.or.has("或者") && !LISTS.or.has("and"));
    }

    #[test]
    fn each_word_stands_once_in_its_list_written_small_and_under_its_language() {
        for (name, lists) in written() {
            let all: Vec<&String> =
                lists.iter().flat_map(|list| list.en.iter().chain(&list.zh)).collect();
            assert!(!all.is_empty(), "{name} has no words");
            for (place, word) in all.iter().enumerate() {
                assert!(!all[..place].contains(word), "{name} has {word} twice");
                assert_eq!(word.to_lowercase(), **word, "{name}");
            }
            let han = |word: &String| word.chars().any(super::super::letters::is_han);
            for list in lists {
                assert!(!list.en.iter().any(han), "{name}: Chinese under en");
                assert!(list.zh.iter().all(|word| !word.is_ascii()), "{name}: English under zh");
            }
        }
    }

    #[test]
    fn words_are_found_whole_or_at_an_end_of_a_text() {
        let list = List(vec!["end".into(), "尾".into()]);
        assert!(list.has("End") && !list.has("ending"));
        assert!(list.starts("ending") && list.ends("weekend") && list.is_within("a bending"));
        assert!(list.ends("片尾") && !list.starts("片尾"));
    }
}
