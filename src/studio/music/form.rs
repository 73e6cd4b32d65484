//! The form of a piece: which bar has which chord, how much is going on, and where it ends.
//!
//! Phrases are four bars. What is left over makes an introduction, so that the last phrase always
//! ends where the ending begins; the ending is one bar on the tonic. Longer pieces go through verse
//! and chorus with a breath in between, and take other chords each time round.

use super::chance::Chance;
use super::grid::{Grid, Tick};
use super::harmony::{Chord, Degree, I, Key};
use super::style::{Energy, Style};

/// Bars of a phrase.
const PHRASE: usize = 4;
/// From this many bars on there is room for a real introduction.
const LONG: usize = 16;

/// What a bar is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Before the first phrase.
    Introduction,
    /// The telling part.
    Verse,
    /// The singing part.
    Chorus,
    /// The last bar.
    Ending,
}

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Where it begins.
    pub start: Tick,
    /// Where the next one begins.
    pub end: Tick,
    /// Its chord.
    pub chord: Chord,
    /// The chord after it.
    pub next: Chord,
    /// How much is going on.
    pub energy: Energy,
    /// What it is part of.
    pub section: Section,
    /// Its place in its phrase, from zero.
    pub place: usize,
    /// Whether the phrase ends with it.
    pub closes: bool,
    /// How many times the form has gone round before.
    pub round: u64,
}

/// What is decided of a bar before its place in time.
#[derive(Clone, Copy)]
struct Plan {
    degree: Degree,
    energy: Energy,
    section: Section,
    place: usize,
    closes: bool,
    round: u64,
}

/// Lays out the bars of a piece.
pub fn form(grid: &Grid, style: &Style, chance: &Chance) -> Vec<Bar> {
    let key = Key { tonic: chance.branch("tonic", 0).pick(style.tonics), mode: style.mode };
    let plans = plans(grid, style, chance);
    let chord = |plan: &Plan| Chord { key, degree: plan.degree, colour: style.colour };
    let starts = starts(grid, plans.len());
    let bars = plans.iter().enumerate().map(|(index, plan)| Bar {
        start: starts[index],
        end: starts[index + 1],
        chord: chord(plan),
        next: chord(plans.get(index + 1).unwrap_or(plan)),
        energy: plan.energy,
        section: plan.section,
        place: plan.place,
        closes: plan.closes,
        round: plan.round,
    });
    bars.collect()
}

/// Where each bar begins, and where the last one ends.
fn starts(grid: &Grid, count: usize) -> Vec<Tick> {
    let whole = grid.bars();
    let mut starts: Vec<Tick> = (0..whole).map(|index| grid.bar(index)).collect();
    if starts.len() < count {
        starts.insert(0, Tick(0));
    }
    starts.push(grid.end());
    starts
}

fn plans(grid: &Grid, style: &Style, chance: &Chance) -> Vec<Plan> {
    let body = grid.bars() as usize - 1;
    let introduction = introduction_bars(body);
    let phrases = (body - introduction) / PHRASE;
    let mut plans = Vec::with_capacity(body + 2);
    if grid.pickup() > 0 {
        plans.push(opening(style.cadence, 0));
    }
    let verse = chance.branch("verse", 0).pick(style.verses);
    let lead_in = |bar: usize| verse[(PHRASE - introduction % PHRASE + bar) % PHRASE];
    plans.extend((0..introduction).map(|bar| opening(lead_in(bar), bar % PHRASE)));
    plans.extend((0..phrases).flat_map(|index| phrase(index, phrases, style, chance)));
    if let Some(last) = plans.last_mut() {
        last.degree = style.cadence;
        last.closes = true;
    }
    plans.push(Plan { section: Section::Ending, energy: Energy::Full, ..opening(I, 0) });
    plans
}

/// Bars that are left over by whole phrases. A long piece takes at least two of them.
const fn introduction_bars(body: usize) -> usize {
    let left_over = body % PHRASE;
    if body >= LONG && left_over < 2 { left_over + PHRASE } else { left_over }
}

const fn opening(degree: Degree, place: usize) -> Plan {
    Plan {
        degree,
        energy: Energy::Bare,
        section: Section::Introduction,
        place,
        closes: false,
        round: 0,
    }
}

/// The bars of one phrase.
fn phrase(index: usize, count: usize, style: &Style, chance: &Chance) -> [Plan; PHRASE] {
    let (section, energy) = course(index, count);
    let round = (index / COURSE.len()) as u64;
    let (name, choices) = match section {
        Section::Chorus => ("chorus", style.choruses),
        _ => ("verse", style.verses),
    };
    let degrees = chance.branch(name, round).pick(choices);
    std::array::from_fn(|place| Plan {
        degree: degrees[place],
        energy,
        section,
        place,
        closes: place == PHRASE - 1,
        round,
    })
}

/// The course of a long piece, phrase by phrase; then it goes round.
const COURSE: [(Section, Energy); 8] = [
    (Section::Verse, Energy::Steady),
    (Section::Verse, Energy::Lifted),
    (Section::Chorus, Energy::Full),
    (Section::Chorus, Energy::Full),
    (Section::Verse, Energy::Bare),
    (Section::Verse, Energy::Lifted),
    (Section::Chorus, Energy::Full),
    (Section::Chorus, Energy::Full),
];

/// What a phrase is. The last of several is always a chorus; of two, the second lifts into it.
fn course(index: usize, count: usize) -> (Section, Energy) {
    match (index + 1 == count, count) {
        (true, 1) => (Section::Verse, Energy::Lifted),
        (true, _) => (Section::Chorus, Energy::Full),
        (false, _) => COURSE[index % COURSE.len()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Millis, Mood};
    use crate::studio::music::styles;

    fn bars(seconds: u64) -> Vec<Bar> {
        let style = styles::of(Mood::Upbeat);
        let tempo = f64::from(Mood::Upbeat.usual_tempo());
        let grid = Grid::fit(Millis::from_secs(seconds), tempo);
        form(&grid, style, &Chance::new(1))
    }

    #[test]
    fn bars_follow_each_other_without_a_gap_up_to_the_end() {
        for seconds in 1..150 {
            let bars = bars(seconds);
            assert_eq!(bars[0].start, Tick(0), "{seconds} s");
            assert!(bars.windows(2).all(|pair| pair[0].end == pair[1].start), "{seconds} s");
        }
    }

    #[test]
    fn every_piece_ends_on_one_bar_of_the_tonic() {
        for seconds in 1..150 {
            let bars = bars(seconds);
            let endings = bars.iter().filter(|bar| bar.section == Section::Ending);
            assert_eq!(endings.count(), 1);
            let last = bars.last().map(|bar| (bar.section, bar.chord.degree));
            assert_eq!(last, Some((Section::Ending, I)), "{seconds} s");
        }
    }

    #[test]
    fn a_minute_has_an_introduction_verses_and_choruses() {
        let bars = bars(60);
        let of = |section| bars.iter().filter(|bar| bar.section == section).count();
        assert!(of(Section::Introduction) >= 2);
        assert!(of(Section::Verse) >= 8);
        assert!(of(Section::Chorus) >= 8);
    }

    #[test]
    fn the_bar_before_the_ending_leads_into_it() {
        for seconds in [10, 20, 60] {
            let bars = bars(seconds);
            let before = &bars[bars.len() - 2];
            assert_eq!(before.chord.degree, styles::of(Mood::Upbeat).cadence);
            assert!(before.closes);
        }
    }
}
