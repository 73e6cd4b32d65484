//! Orders to the program in English.

use super::{Route, film_path};

/// Around any request, without a meaning of their own.
const POLITE: &[&str] = &[
    "please", "pls", "can", "could", "would", "you", "now", "ok", "okay", "just", "then", "so",
    "go", "ahead", "and", "let's", "lets", "let", "us", "i", "i'd", "want", "like", "to", "thanks",
    "thank", "hey", "hi", "well", "good", "great", "perfect", "yes", "yeah", "yep", "sure", "nice",
    "cool", "looks", "that's", "thats", "i'm", "im", "we're", "done", "ready", "alright", "may",
    "need", "finally", "we", "love",
];
/// After [`POLITE`] words they end a sentence of their own: `that's it, export`.
const APPROVAL: &[&str] = &["it", "all", "fine", "great", "good", "perfect", "done"];

const EXPORT_VERBS: &[&str] = &["export", "download"];
/// Verbs that mean an export only when they say what of.
const SAVE_VERBS: &[&str] = &["save", "render"];
const HAND_VERBS: &[&str] = &["send", "give"];
const FILM_WORDS: &[&str] = &[
    "video", "film", "movie", "mp4", "file", "result", "promo", "timeline", "project", "it",
    "this", "that", "thing",
];
/// `start the export`.
const START_VERBS: &[&str] = &["start", "begin", "run", "do"];
const EXPORT_NOUNS: &[&str] = &["export", "download", "render"];
/// What one asks to have.
const FILE_WORDS: &[&str] = &["video", "film", "movie", "mp4", "file", "result"];
const HAVE_VERBS: &[&str] = &["have", "get"];
const EXPORT_TAIL: &[&str] = &[
    "the", "my", "a", "an", "as", "in", "to", "for", "me", "final", "finished", "whole", "full",
    "hd", "1080p", "format", "quality", "high", "out", "again", "once", "more", "at",
];

const SHOW_VERBS: &[&str] = &["show", "list", "check", "display", "see", "tell"];
const ASKING: &[&str] = &[
    "what's",
    "whats",
    "what",
    "is",
    "are",
    "the",
    "my",
    "me",
    "how",
    "many",
    "much",
    "do",
    "have",
    "left",
    "current",
    "remaining",
    "of",
    "there",
    "a",
    "enough",
];
/// What is wished for is made by the agent: a film has credits too.
const WISHES: &[&str] = &["want", "need", "like", "let's", "lets"];
const CREDIT_WORDS: &[&str] = &["credits", "credit", "balance"];
const STATUS_WORDS: &[&str] = &["status", "tracks", "timeline"];
/// Questions about the word itself are not questions about the film.
const STATUS_ASKING: &[&str] = &[
    "what's", "whats", "what", "is", "the", "my", "me", "all", "current", "on", "project", "do",
    "i", "have", "how", "many", "are", "there", "which",
];

/// The order that a sentence is, if all of it is one.
pub(super) fn order(sentence: &str) -> Option<Route> {
    let words = Words::read(sentence);
    words.export().or_else(|| words.credits()).or_else(|| words.status())
}

struct Words {
    words: Vec<String>,
    path: Option<std::path::PathBuf>,
}

impl Words {
    /// Lower-case words without punctuation and politeness; a film's path is set aside.
    fn read(sentence: &str) -> Self {
        let spoken = shell_words::split(sentence)
            .unwrap_or_else(|_| sentence.split_whitespace().map(str::to_owned).collect());
        let quoted = sentence.contains(['"', '“', '”']);
        let mut path = None;
        let mut words = Vec::new();
        for word in spoken {
            if path.is_none()
                && let Some(found) = film_path(word.trim_end_matches([',', '!', '?', ';']))
            {
                path = Some(found);
                continue;
            }
            let plain: String = word
                .to_lowercase()
                .trim_matches(|letter: char| !letter.is_alphanumeric())
                .to_owned();
            if !plain.is_empty() {
                words.push(plain);
            }
        }
        if quoted && path.is_none() {
            // Something is quoted that is no file name: then it is a title, and an edit.
            words.push("\"".to_owned());
        }
        // `let's` loses its apostrophe to the shell's quoting; both spellings are listed.
        Self { words: words.into_iter().map(|word| word.replace('’', "'")).collect(), path }
    }

    /// How many words at the beginning have no meaning of their own.
    fn polite(&self) -> usize {
        let polite = |word: &&String| POLITE.contains(&word.as_str());
        let first = self.words.iter().take_while(polite).count();
        let approved = first > 0
            && self.words.get(first).is_some_and(|word| APPROVAL.contains(&word.as_str()));
        let first = first + usize::from(approved);
        first + self.words[first..].iter().take_while(polite).count()
    }

    fn content(&self) -> impl Iterator<Item = &str> {
        let rest = self.words[self.polite()..].iter().map(String::as_str);
        rest.filter(|word| !matches!(*word, "please" | "pls" | "now" | "thanks" | "then"))
    }

    fn all_in(&self, skip: usize, lists: &[&[&str]]) -> bool {
        self.content().skip(skip).all(|word| lists.iter().any(|list| list.contains(&word)))
    }

    fn has(&self, list: &[&str]) -> bool {
        self.content().any(|word| list.contains(&word))
    }

    fn export(&self) -> Option<Route> {
        let verb = self.content().next()?;
        let says_what = self.path.is_some() || self.has(FILM_WORDS);
        let is_export = if EXPORT_VERBS.contains(&verb) {
            true
        } else if START_VERBS.contains(&verb) {
            self.has(EXPORT_NOUNS)
        } else if SAVE_VERBS.contains(&verb) {
            says_what
        } else if HAND_VERBS.contains(&verb) {
            let what = if verb == "send" { says_what } else { self.has(FILE_WORDS) };
            what && self.has(&["me"]) && !self.has(&["a", "an"])
        } else if HAVE_VERBS.contains(&verb) {
            self.asks() && self.has(FILE_WORDS) && !self.has(&["a", "an"])
        } else {
            false
        };
        let nouns = if START_VERBS.contains(&verb) { EXPORT_NOUNS } else { &[] };
        let whole = self.all_in(1, &[EXPORT_TAIL, FILM_WORDS, nouns]);
        (is_export && whole).then(|| Route::Export { path: self.path.clone() })
    }

    /// `can I …`: `I have the video` asks for nothing.
    fn asks(&self) -> bool {
        let first = self.words.first().map(String::as_str);
        matches!(first, Some("can" | "could" | "may" | "please"))
    }

    /// `I want credits`, where nothing is to be shown.
    fn wishes(&self) -> bool {
        self.words[..self.polite()].iter().any(|word| WISHES.contains(&word.as_str()))
            && !self.has(SHOW_VERBS)
            && !self.has(&["how", "what", "my"])
    }

    fn credits(&self) -> Option<Route> {
        let whole = self.all_in(0, &[SHOW_VERBS, ASKING, CREDIT_WORDS, &["i"]]);
        (whole && self.has(CREDIT_WORDS) && self.path.is_none() && !self.wishes())
            .then_some(Route::Credits)
    }

    fn status(&self) -> Option<Route> {
        let whole = self.all_in(0, &[SHOW_VERBS, STATUS_ASKING, STATUS_WORDS]);
        (whole && self.has(STATUS_WORDS) && self.path.is_none() && !self.wishes())
            .then_some(Route::Status)
    }
}
