//! Words of one role in turns of phrase, from `assets/language/roles.toml`.
//!
//! The lexicon says what a phrase means by itself; a rule asks here whether a word plays the part that
//! the rule needs beside others. Each list is a field, so that a rule cannot ask for one that is not
//! there, and the file may have no other: both are found when it is read, which a test does. What a list
//! is for stands in the file, beside its words.

use std::sync::LazyLock;

use serde::Deserialize;

use super::quantity::Measure;

/// The lists, read at first use.
pub static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let file = include_str!("../../../../assets/language/roles.toml");
    toml::from_str(file).expect("the lists are compiled in and tested")
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

/// All lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Lists {
    pub only_this: List,
    pub counts_up: List,
    pub begins_from: List,
    pub everything_but: List,
    pub begins_at: List,
    pub left_for_later: List,
    pub of_any_sort: List,
    pub played_on: List,
    pub pictures_of_a_screen: List,
    pub leaves_out: List,
    pub shown_upright: List,
    pub denies_of_film: List,
    pub music_cut_short: List,
    pub does_lightly: List,
    pub on_the_picture: List,
    pub own_part: List,
    pub wanting: List,
    pub film_by_its_making: List,
    pub none_of_it: List,
    pub posts_to: List,
    pub plainly_cut: List,
    pub led_by: List,
    pub one_by_one: List,
    pub to_here: List,
    pub goes_away: List,
    pub begins_a_fetch: List,
    pub asks_always: List,
    pub asks_first: List,
    pub asks_for_doing: List,
    pub asks_within: List,
    pub asks_last: List,
    pub asks_to_do: List,
    pub marks_on_film: List,
    pub in_a_row: List,
    pub camera_names: List,
    pub whole_film: List,
    pub in_all: List,
    pub in_the_film: List,
    pub told_backwards: List,
    pub all_of_it: List,
    pub film_begins: List,
    pub film_ends: List,
    pub stands_for_it: List,
    pub points: List,
    pub parts_of_a_piece: List,
    pub all_of_them: List,
    pub instead_of: List,
    pub takes_the_place: List,
    pub becomes_another: List,
    pub trades: List,
    pub trades_places: List,
    pub leaves_as_it_is: List,
    pub grows: List,
    pub grows_or_shrinks_by: List,
    pub grows_until: List,
    pub shortens: List,
    pub slowly: List,
    pub cameras: List,
    pub dislikes: List,
    pub faster_than: List,
    pub somebody_talks: List,
    pub forbids: List,
    pub tracks: List,
    pub asks_for_music: List,
    pub logos: List,
    pub own_brand: List,
    pub name_straps: List,
    pub adds_there: List,
    pub or: List,
    pub lists_what_is_denied: List,
    pub no_more_of: List,
    pub and_as_well: List,
    pub and_between: List,
    pub joins_names: List,
    pub all_of_two: List,
    pub by_size: List,
    pub greets: List,
    pub states: List,
    pub does_there: List,
    pub may: List,
    pub contracted: List,
    pub pleads: List,
    pub comes_about: List,
    pub complains: List,
    pub complaint_reasons: List,
    pub turns_out_wrong: List,
    pub setting: List,
    pub demands: List,
    pub put_in_order: List,
    pub light_in_order: List,
    pub comes_first: List,
    pub comes_last: List,
    pub follows_it: List,
    pub comes_next: List,
    pub then_another: List,
    pub put_behind: List,
    pub joined_behind: List,
    pub joined_at_the_end: List,
    pub set_to_a_place: List,
    pub pulled_there: List,
    pub turned_round: List,
    pub lasts_so_long: List,
    pub of_each_so_much: List,
    pub keeps_of_each: List,
    pub takes_of_each: List,
    pub alike: List,
    pub lengths: List,
    pub against_now: List,
    pub intros: List,
    pub lifts: List,
    pub fetches: List,
    pub takes_from_there: List,
    pub out_of_there: List,
    pub everything: List,
    pub judged: List,
    pub goes_up: List,
    pub more_seconds: List,
    pub roughly: List,
    pub so_that_it: List,
    pub cuts_away: List,
    pub shrinks_to: List,
    pub slows: List,
    pub speed: List,
    pub may_go: List,
    pub not_wanted: List,
    pub cut_nothing: List,
    pub denies: List,
    pub wants_it: List,
    pub goes_there: List,
    pub should_be: List,
    pub taken_off: List,
    pub carried: List,
    pub put_together: List,
    pub written_on: List,
    pub closing_cards: List,
    pub should_read: List,
    pub rather_than: List,
    pub instead_of_its_like: List,
    pub dates: List,
    pub looks_of_words: List,
    pub houses: List,
    pub pictures_place: List,
    pub under: List,
    pub speaks: List,
    pub at_the_time: List,
    pub looks: List,
    pub song_begins: List,
    pub part_of_the_song: List,
    pub used_of_the_song: List,
    pub plays_of_the_song: List,
    pub skips: List,
    pub made_of: List,
    pub makes_it_of: List,
    pub generates: List,
    pub something: List,
    pub copies: List,
    pub cut_points: List,
    pub brings_back: List,
    pub as_it_came: List,
    pub colours: List,
    pub in_colour: List,
    pub parts: List,
    pub grown: List,
    pub pointers: List,
    pub times_the_speed: List,
    pub footage: List,
    pub shows: List,
    pub snips: List,
    pub shown_over: List,
    pub has_ended: List,
    pub lowers_under_speech: List,
    pub serves_as: List,
    pub of_all: List,
    pub in_the_middle: List,
    pub the_others: List,
    pub nudges: List,
    pub gone: List,
    pub films: List,
    pub brands: List,
    pub at_once: List,
    pub uses_only: List,
    pub speeds_up: List,
    pub switches: List,
    pub slows_down: List,
    pub far_too_long: List,
    pub written: List,
    pub as_they_are: List,
    pub kept_at: List,
    pub full_screen: List,
    pub sends: List,
    pub runs_at: List,
    pub but: List,
    pub there_are: List,
    pub somebody: List,
    pub nobody: List,
    pub points_out: List,
    pub points_at_one: List,
    pub points_at_several: List,
    pub counts_those: List,
    pub may_leave_out: List,
    pub says_all: List,
    pub goes_on_before: List,
    pub tells_of: List,
    pub whose: List,
    pub so_it_is: List,
    pub new_clause: List,
    pub points_on: List,
    pub spots: List,
    pub black_or_white: List,
    pub pieces_called: List,
    pub puts_somewhere: List,
    pub same_again: List,
    pub is_like_that: List,
    pub interjections: List,
    pub others_by_number: List,
    pub denies_by_itself: List,
    pub holds_not: List,
    pub judges: List,
    pub suffices: List,
    pub no_wanting: List,
    pub out_of_the_film: List,
    pub leads_in: List,
    pub adverbs: List,
    pub finite: List,
    pub is_to_be: List,
    pub reports: List,
    pub denies_liking: List,
    pub likes: List,
    pub so_that_somebody: List,
    pub to_be_like: List,
    pub still_so: List,
    pub all_just_told_of: List,
    pub is_done: List,
    pub perceives: List,
    pub comes_back: List,
    pub no_longer: List,
    pub muting: List,
    pub as_recorded: List,
    pub audible: List,
    pub other_shares: List,
    pub grows_quieter: List,
    pub grows_louder: List,
    pub black: List,
    pub into_black: List,
    pub out_of_black: List,
    pub sinks_or_rises: List,
    pub as_pictures_come: List,
    pub loudness_demands: List,
    pub wanted_of_a_thing: List,
    pub speech: List,
    pub gives_way: List,
    pub comma: List,
    pub silent: List,
    pub only_wanted: List,
    pub shuts: List,
    pub a_half: List,
    pub moves_a_level: List,
    pub music_trades: List,
    pub as_it_is_now: List,
    pub lies_under: List,
    pub lays_music: List,
    pub of_a_mood: List,
    pub by_and_by: List,
    pub comes_in: List,
    pub dies_away: List,
    pub goes_out: List,
    pub stays_so_long: List,
    pub goes_on_until: List,
    pub more_or_less: List,
    pub out_of_the_way: List,
    pub effects: List,
    pub filmed_in: List,
    pub outside: List,
    pub goes_over: List,
    pub what_is_seen: List,
    pub asks_politely: List,
    pub turns_to: List,
    pub closing: List,
    pub puts_words: List,
    pub says_then: List,
    pub as_it_reads: List,
    pub reads_then: List,
    pub speaks_of_oneself: List,
    pub comes_to_read: List,
    pub read_instead: List,
    pub said_lightly_behind: List,
    pub for_words: List,
    pub in_their_place: List,
    pub brings_subtitles: List,
    pub from_the_middle: List,
    pub places_words: List,
    pub very: List,
    pub slides_in: List,
    pub adds_a_move: List,
    pub types_out: List,
    pub longer_by: List,
    pub shorter_by: List,
    pub its_length: List,
    pub fully: List,
    pub stays_until: List,
    pub comes_off: List,
    pub larger: List,
    pub tinier: List,
    pub of_a_size: List,
    pub sizes_to: List,
    pub leans_on: List,
    pub asks_anew: List,
    pub asked_of: List,
    pub calls_for: List,
    pub acted_on: List,
    pub holds_lightly: List,
    pub turns_back: List,
    pub has_earned: List,
    pub own_wishes: List,
    pub begs: List,
    pub told_of_a_thing: List,
    pub wants_lightly: List,
    pub forbidding: List,
    pub lacks: List,
    pub others_of_all: List,
    pub is_to_stay: List,
    pub light_of_others: List,
    pub nowhere_else: List,
    pub stays_the_same: List,
    pub accordingly: List,
    pub tales: List,
    pub to_seem: List,
    pub conditions: List,
    pub put_politely: List,
    pub only_then: List,
    pub is_so: List,
    pub limits_when: List,
    pub export_format: Vec<Meant<String>>,
    pub export_platform: Vec<Meant<String>>,
    pub export_unit: Vec<Meant<String>>,
    pub unit: Vec<Meant<Measure>>,
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
