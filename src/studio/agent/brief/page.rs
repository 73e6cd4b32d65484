//! The words of a told film, and which of them have found their slot.

use std::ops::Range;

use super::super::words::{LISTS, Link, Meaning, Name, Noun, Sense, Token, Verb, gives_a_reason};
use crate::draft::Millis;

/// The words of a sentence, cut into phrases by its marks.
#[derive(Default)]
pub struct Page {
    tokens: Vec<Token>,
    used: Vec<bool>,
    phrases: Vec<Range<usize>>,
    ends: Vec<usize>,
    bracketed: Vec<Range<usize>>,
}

impl Page {
    /// A sentence of which nothing is read yet.
    pub fn new(sentence: &str, tokens: Vec<Token>, names: &[Name]) -> Self {
        let tokens = led_on(with_spaces(sentence, with_colons(sentence, tokens)));
        let tokens = with_names_apart(tokens, names);
        let mut page = Self { used: vec![false; tokens.len()], tokens, ..Self::default() };
        page.phrases = page.cut();
        page.bracketed = page.in_brackets(sentence);
        page.name_stems(names);
        page.count_screenshots();
        page.call_ones();
        page.count_seconds_of_words();
        page
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The words of some places.
    pub fn tokens(&self, places: Range<usize>) -> &[Token] {
        &self.tokens[places]
    }

    /// What a word means.
    pub fn meaning(&self, place: usize) -> &Meaning {
        &self.tokens[place].meaning
    }

    /// Its sense, if the vocabulary has it.
    pub fn sense(&self, place: usize) -> Option<Sense> {
        self.tokens.get(place).and_then(Token::sense)
    }

    /// As it was written.
    pub fn text(&self, place: usize) -> &str {
        &self.tokens[place].text
    }

    /// Whether it has found no slot yet.
    pub fn is_free(&self, place: usize) -> bool {
        !self.used[place]
    }

    /// Gives a word another meaning than it has by itself.
    pub fn mean(&mut self, place: usize, meaning: Meaning) {
        self.tokens[place].meaning = meaning;
    }

    /// It has found its slot.
    pub fn use_at(&mut self, place: usize) {
        self.used[place] = true;
    }

    /// It is still to find its slot.
    pub fn free(&mut self, place: usize) {
        self.used[place] = false;
    }

    /// It is an amount that is off both ends of a file.
    pub fn mark_ends(&mut self, place: usize) {
        self.ends.push(place);
    }

    /// Whether it is one.
    pub fn is_off_both_ends(&self, place: usize) -> bool {
        self.ends.contains(&place)
    }

    /// All of these have.
    pub fn use_all(&mut self, places: Range<usize>) {
        places.for_each(|place| self.use_at(place));
    }

    /// The phrases between marks.
    pub fn phrases(&self) -> Vec<Range<usize>> {
        self.phrases.clone()
    }

    /// The phrase around a place.
    pub fn phrase(&self, place: usize) -> Range<usize> {
        self.phrases.iter().find(|phrase| phrase.contains(&place)).cloned().unwrap_or(place..place)
    }

    /// The phrase after another.
    pub fn next_phrase(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        self.phrases.iter().find(|next| next.start >= phrase.end).cloned()
    }

    /// The phrase before another.
    pub fn phrase_before(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        self.phrases.iter().rev().find(|before| before.end <= phrase.start).cloned()
    }

    /// The sentence around a place: from one full stop or its like to the next.
    pub fn sentence(&self, place: usize) -> Range<usize> {
        let ends = |at: &usize| {
            self.sense(*at) == Some(Sense::Break)
                && self.text(*at).starts_with(['.', '!', '?', ';', '。', '！', '？', '；', '\n'])
        };
        let from = (0..place).rev().find(ends).map_or(0, |at| at + 1);
        from..(place..self.len()).find(ends).unwrap_or(self.len())
    }

    /// Whether a word counts pieces up: `and`, `、`.
    pub fn counts_up(&self, place: usize) -> bool {
        self.sense(place) == Some(Sense::Break)
            && (self.says(place, &["and"])
                || LISTS.counts_up.has(self.text(place))
                || LISTS.joins_names.has(self.text(place)))
    }

    /// The item around a place: from one mark or joining word to the next.
    pub fn item(&self, place: usize) -> Range<usize> {
        let phrase = self.phrase(place);
        let joint = |at: &usize| self.sense(*at) == Some(Sense::Break);
        let from = (phrase.start..place).rev().find(joint).map_or(phrase.start, |at| at + 1);
        from..(place..phrase.end).find(joint).unwrap_or(phrase.end)
    }

    /// Whether a word only holds others together.
    pub fn is_light(&self, place: usize) -> bool {
        match self.sense(place) {
            Some(Sense::Filler) => true,
            Some(Sense::Link(link)) => {
                matches!(link, Link::At | Link::Of | Link::For | Link::Long | Link::The | Link::A)
            }
            _ => false,
        }
    }

    /// The nearest word before a place in its item that says something.
    pub fn before(&self, place: usize) -> Option<usize> {
        let item = self.item(place);
        (item.start..place).rev().find(|at| !self.is_light(*at))
    }

    /// The nearest word after a place in its item that says something.
    pub fn after(&self, place: usize) -> Option<usize> {
        let item = self.item(place);
        (place + 1..item.end).find(|at| !self.is_light(*at))
    }

    /// A word by its list, whatever it means elsewhere.
    pub fn says(&self, place: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.text(place).eq_ignore_ascii_case(word))
    }

    /// Whether a word is a file of pictures.
    pub fn shows(&self, place: usize) -> Option<usize> {
        match self.meaning(place) {
            Meaning::File(file, kind) if kind.is_visual() => Some(*file),
            _ => None,
        }
    }

    /// Whether a place of some has an unread word that fits.
    pub fn find(&self, places: Range<usize>, fits: impl Fn(&Meaning) -> bool) -> Option<usize> {
        places.into_iter().find(|place| self.is_free(*place) && fits(self.meaning(*place)))
    }

    /// What stands in brackets.
    pub fn bracketed(&self) -> Vec<Range<usize>> {
        self.bracketed.clone()
    }

    fn in_brackets(&self, sentence: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut opened = None;
        for (at, letter) in sentence.chars().enumerate() {
            match letter {
                '(' | '（' => opened = Some(at),
                ')' | '）' => {
                    let Some(from) = opened.take() else { continue };
                    let inside = |place: &usize| {
                        let span = &self.tokens[*place].span;
                        from <= span.start && span.end <= at
                    };
                    let places: Vec<usize> = (0..self.len()).filter(inside).collect();
                    if let (Some(first), Some(last)) = (places.first(), places.last()) {
                        found.push(*first..*last + 1);
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn cut(&self) -> Vec<Range<usize>> {
        let mut phrases = Vec::new();
        let mut from = 0;
        for place in 0..=self.len() {
            if place == self.len()
                || parts(&self.tokens[place])
                || (from > 0 && self.goes_on_behind_a_reason(from - 1, place))
            {
                phrases.extend((from < place).then_some(from..place));
                from = place + 1;
            }
        }
        phrases
    }

    /// `no music cos I add a sound later and title "Open"`: an `and` behind a reason, and words to show.
    fn goes_on_behind_a_reason(&self, begins: usize, place: usize) -> bool {
        let quote = |at: usize| matches!(self.meaning(at), Meaning::Quote(_));
        let words = |at: usize| {
            matches!(
                self.sense(at),
                Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text | Noun::Heading))
            )
        };
        let next = (place + 1..self.len()).find(|at| {
            !matches!(self.sense(*at), Some(Sense::Filler | Sense::Link(_) | Sense::Verb(_)))
        });
        self.sense(place) == Some(Sense::Break)
            && gives_a_reason(&self.tokens[begins])
            && next.is_some_and(|at| words(at) || quote(at))
    }

    /// `a video with sit, heel and recall`: a word that is the name of a file, alone in its item among others.
    fn name_stems(&mut self, names: &[Name]) {
        let named =
            (0..self.len()).any(|place| self.shows(place).is_some()) || self.timed_stems(names) > 1;
        for place in 0..self.len() {
            let fits = |name: &&Name| {
                name.kind.is_visual()
                    && name
                        .written()
                        .rsplit_once('.')
                        .is_some_and(|(stem, _)| stem == self.text(place).to_lowercase())
            };
            let Some(file) = names.iter().position(|name| fits(&name)) else { continue };
            let known = matches!(
                self.sense(place),
                Some(
                    Sense::Verb(_)
                        | Sense::Noun(_)
                        | Sense::Link(_)
                        | Sense::Edge(_)
                        | Sense::Mood(_)
                        | Sense::Shape(_)
                        | Sense::Transition(_)
                        | Sense::Look(_)
                )
            );
            let there = (0..self.len()).any(|at| self.shows(at) == Some(file));
            let item = self.item(place);
            let alone = item.clone().all(|at| at == place || self.goes_with_a_name(at));
            let new = !there && (alone || self.ends_a_row(place))
                || there && self.has_words_of_its_own(place);
            if named && known && (new || self.is_called_so(place)) {
                self.tokens[place].meaning = Meaning::File(file, names[file].kind);
            }
        }
    }

    /// `装置、数据、图像四张图`: behind another name and a mark that counts up.
    fn ends_a_row(&self, place: usize) -> bool {
        place > 1
            && LISTS.counts_up.has(self.text(place - 1))
            && self.item(place - 2).any(|at| self.shows(at).is_some())
    }

    /// `"First waltz" on the dance`, `裁剪配“再裁”`: with words beside it, and nothing else that is named.
    fn has_words_of_its_own(&self, place: usize) -> bool {
        let quote = |at: usize| matches!(self.meaning(at), Meaning::Quote(_));
        let beside = |at: usize| {
            at == place
                || quote(at)
                || self.goes_with_a_name(at)
                || self.says(at, &["on", "over", "for"])
                || matches!(self.sense(at), Some(Sense::Verb(Verb::Add | Verb::Show | Verb::Use)))
                || matches!(self.sense(at), Some(Sense::Link(Link::Over | Link::Saying)))
        };
        let phrase = self.phrase(place);
        phrase.clone().any(quote) && phrase.clone().all(beside)
    }

    /// `before 5s and after 5s`: how many words are the names of files and have nothing but a time beside them.
    fn timed_stems(&self, names: &[Name]) -> usize {
        let own = |place: usize| {
            let said = self.text(place).to_lowercase();
            names.iter().any(|name| {
                let stem = name.written().rsplit_once('.').map(|(stem, _)| stem.to_owned());
                name.kind.is_visual() && stem.is_some_and(|stem| stem == said)
            })
        };
        let timed = |place: usize| {
            let item = self.item(place);
            let first = (item.start..place).all(|at| self.is_light(at));
            let next = (place + 1..item.end).find(|at| !self.is_light(*at));
            first && next.is_some_and(|at| matches!(self.meaning(at), Meaning::Time(_)))
        };
        (0..self.len()).filter(|place| own(*place) && timed(*place)).count()
    }

    /// `over the after picture`, `打在横幅上`: behind an article and before the word for a picture, or where something is put on it.
    fn is_called_so(&self, place: usize) -> bool {
        let next = place + 1;
        if place == 0 || next >= self.len() {
            return false;
        }
        let picture = matches!(self.sense(next), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
            || self.says(next, &["one"]);
        self.sense(place - 1) == Some(Sense::Link(Link::The)) && picture
            || self.says(place - 1, &["在"]) && self.says(next, &["上", "上面", "里"])
    }

    /// `all 4 screenshots`: there are so many, and none is to be taken.
    fn count_screenshots(&mut self) {
        for place in 1..self.len() {
            let counted = matches!(self.meaning(place - 1), Meaning::Number(_))
                || matches!(self.sense(place - 1), Some(Sense::Link(Link::All | Link::These)));
            if counted && LISTS.pictures_of_a_screen.has(self.text(place)) {
                self.tokens[place].meaning = Meaning::Known(Sense::Noun(Noun::Picture));
            }
        }
    }

    /// `on the after one`: one of that name, and no number.
    fn call_ones(&mut self) {
        for place in 2..self.len() {
            let the = self.sense(place - 2) == Some(Sense::Link(Link::The));
            if the && self.shows(place - 1).is_some() && self.says(place, &["one"]) {
                self.tokens[place].meaning = Meaning::Known(Sense::Filler);
            }
        }
    }

    /// `"Pick your own" across the middle for the first 3`: words are seen for seconds.
    fn count_seconds_of_words(&mut self) {
        for place in 0..self.len() {
            let first = |time| Meaning::Head(Millis::from_secs(time));
            let meaning = match self.meaning(place) {
                Meaning::FirstOf(count) => first(*count as u64),
                Meaning::LastOf(count) => Meaning::Tail(Millis::from_secs(*count as u64)),
                _ => continue,
            };
            let item = self.item(place);
            let quoted =
                (item.start..place).any(|at| matches!(self.meaning(at), Meaning::Quote(_)));
            if quoted && self.after(place).is_none() {
                self.tokens[place].meaning = meaning;
            }
        }
    }

    fn goes_with_a_name(&self, place: usize) -> bool {
        self.is_light(place)
            || matches!(
                self.meaning(place),
                Meaning::Time(_)
                    | Meaning::Head(_)
                    | Meaning::Tail(_)
                    | Meaning::Unknown
                    | Meaning::Number(_)
            )
            || matches!(
                self.sense(place),
                Some(
                    Sense::Edge(_)
                        | Sense::Place(_)
                        | Sense::Link(
                            Link::With | Link::FirstComes | Link::LastComes | Link::Whole
                        )
                        | Sense::Verb(Verb::Make | Verb::Use | Verb::Move | Verb::Add)
                        | Sense::Noun(Noun::Film | Noun::Promo)
                )
            )
    }
}

/// Whether a word parts two phrases: a mark that counts nothing up, or what begins a reason.
fn parts(token: &Token) -> bool {
    token.sense() == Some(Sense::Break)
        && (gives_a_reason(token)
            || token.text.chars().all(|letter| !letter.is_alphanumeric())
                && !LISTS.counts_up.has(&token.text))
}

/// `silent full length into host, 3 sec`: one after the other, where no seam is told.
fn led_on(mut tokens: Vec<Token>) -> Vec<Token> {
    let seam = |token: &Token| {
        matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
    };
    let shown = |token: &Token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual());
    for at in 1..tokens.len().saturating_sub(1) {
        let leads = tokens[at].text_small() == "into" && !tokens.iter().any(seam);
        let little = |token: &&Token| {
            !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
        };
        let next = tokens[at + 1..].iter().find(little).is_some_and(shown);
        if leads && next && tokens[..at].iter().any(shown) {
            tokens[at].meaning = Meaning::Known(Sense::Break);
            tokens[at].text = ",".into();
        }
    }
    tokens
}

/// `片头3秒` is so long of the film's beginning, and of a file of that name where there is one.
fn with_names_apart(tokens: Vec<Token>, names: &[Name]) -> Vec<Token> {
    let mut all = Vec::with_capacity(tokens.len());
    for token in tokens {
        let stem = |name: &&Name| {
            let written = name.written();
            let stem = written.rsplit_once('.').map(|(stem, _)| stem.to_owned());
            stem.is_some_and(|stem| token.text.split_once(' ').is_some_and(|(a, _)| a == stem))
        };
        match (&token.meaning, names.iter().position(|name| stem(&name))) {
            (Meaning::Head(time) | Meaning::Tail(time), Some(file)) => {
                let kind = names[file].kind;
                all.push(Token { meaning: Meaning::File(file, kind), ..token.clone() });
                all.push(Token { meaning: Meaning::Time(*time), ..token });
            }
            _ => all.push(token),
        }
    }
    all
}

/// A colon parts as a full stop does: `4:5 stringout: slate.jpg for 3 seconds`.
fn with_colons(sentence: &str, tokens: Vec<Token>) -> Vec<Token> {
    let letters: Vec<char> = sentence.chars().collect();
    let mut all: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let from = all.last().map_or(0, |last| last.span.end);
        let gap = letters.get(from..token.span.start).unwrap_or_default();
        if let Some(at) = gap.iter().position(|letter| matches!(letter, ':' | '：')) {
            let span = from + at..from + at + 1;
            let meaning = Meaning::Known(Sense::Break);
            all.push(Token { meaning, text: ":".into(), span });
        }
        all.push(token);
    }
    all
}

/// `竖屏快剪一条 车头 轮毂 每张1.5秒 硬切`: where a Chinese sentence has no marks, its spaces are those.
fn with_spaces(sentence: &str, tokens: Vec<Token>) -> Vec<Token> {
    let letters: Vec<char> = sentence.chars().collect();
    let marked =
        tokens.iter().any(|token| matches!(token.text.as_str(), "," | "，" | "。" | "；" | ";"));
    let latin = |letter: Option<&char>| letter.is_some_and(char::is_ascii);
    let parts = |before: &Token, next: &Token| {
        let gap = letters.get(before.span.end..next.span.start).unwrap_or_default();
        let ends = letters.get(before.span.end.saturating_sub(1));
        let starts = letters.get(next.span.start);
        // "12 dB", "long.mp3 的前奏".
        !gap.is_empty()
            && gap.iter().all(|letter| matches!(letter, ' ' | '(' | ')' | '（' | '）'))
            && !(latin(ends) && latin(starts) && ends != Some(&'%'))
            && next.text != "的"
    };
    let count = tokens.windows(2).filter(|pair| parts(&pair[0], &pair[1])).count();
    // "海边倒着放 别的都不要".
    let others = |pair: &[Token]| {
        parts(&pair[0], &pair[1])
            && (LISTS.all_that_is_left.has(&pair[1].text)
                || matches!(pair[1].sense(), Some(Sense::Link(Link::Rest | Link::TheOther))))
    };
    let few = count < 2 && !tokens.windows(2).any(others);
    if marked || few || sentence.is_ascii() {
        return tokens;
    }
    let mut all: Vec<Token> = Vec::with_capacity(tokens.len() + count);
    for token in tokens {
        if let Some(last) = all.last()
            && parts(last, &token)
        {
            let span = last.span.end..last.span.end;
            all.push(Token { meaning: Meaning::Known(Sense::Break), text: "，".into(), span });
        }
        all.push(token);
    }
    all
}
