//! Asking back: what was said could mean several things, and each of them is offered.
//!
//! It is asked once, and only where all the ways can be listed; a person who says something else instead
//! is taken at that word.

use super::answer::Choices;
use super::operation::main_video;
use super::plan::Refusal;
use super::request::Reading;
use super::scene::Scene;
use super::talk::{Meant, Offer};
use super::turn::{names, readings};
use super::words;
use crate::draft::{Draft, SegmentId};
use crate::language::Language;
use Language::{Chinese, English};

/// More choices than fit under one digit are no help.
const MOST: usize = 9;

/// A question, and what each of its choices means.
pub struct Ask {
    /// As it is shown.
    pub choices: Choices,
    /// As it is remembered.
    pub options: Vec<Offer>,
}

impl Ask {
    fn new(prompt: String, options: Vec<Offer>) -> Option<Self> {
        let fits = (2..=MOST).contains(&options.len());
        let labels = options.iter().map(|offer| offer.label.clone()).collect();
        fits.then_some(Self { choices: Choices { prompt, options: labels }, options })
    }
}

/// What is to be asked because of a refusal, if anything is.
pub fn about(refused: &[Refusal], draft: &Draft, language: Language) -> Option<Ask> {
    refused.iter().find_map(|refusal| match refusal {
        Refusal::WhichPiece { among } => which_piece(among, draft, language),
        Refusal::WhichFile { among } => which_file(among, language),
        Refusal::WhichText { have, among } => which_text(have, among, language),
        _ => None,
    })
}

fn which_piece(among: &[SegmentId], draft: &Draft, language: Language) -> Option<Ask> {
    let offer = |id: &SegmentId| {
        let place = main_video(draft).iter().position(|piece| piece.id == *id)?;
        let name = main_video(draft).get(place)?.source.clone().unwrap_or_default();
        let label = match language {
            English => format!("clip {}: {name}", place + 1),
            Chinese => format!("第{}段：{name}", place + 1),
        };
        let label = label.trim_end_matches([':', '：', ' ']).to_owned();
        Some(Offer { label, meant: Meant::Piece(id.as_str().to_owned()) })
    };
    let prompt = match language {
        English => "Which clip do you mean?",
        Chinese => "指的是哪一段？",
    };
    Ask::new(prompt.into(), among.iter().filter_map(offer).collect())
}

fn which_file(among: &[String], language: Language) -> Option<Ask> {
    let offer = |name: &String| Offer { label: name.clone(), meant: Meant::File(name.clone()) };
    let prompt = match language {
        English => "Which file do you mean?",
        Chinese => "指的是哪个文件？",
    };
    Ask::new(prompt.into(), among.iter().map(offer).collect())
}

fn which_text(have: &[String], among: &[SegmentId], language: Language) -> Option<Ask> {
    let offer = |(words, id): (&String, &SegmentId)| Offer {
        label: match language {
            English => format!("\"{words}\""),
            Chinese => format!("“{words}”"),
        },
        meant: Meant::Words(id.as_str().to_owned()),
    };
    let prompt = match language {
        English => "Which words do you mean?",
        Chinese => "指的是哪一条文字？",
    };
    Ask::new(prompt.into(), have.iter().zip(among).map(offer).collect())
}

/// `remove clip 2, or is it clip 1?`: each way is offered as a sentence of its own, if each is understood.
/// `None`: there is no choice in it. `Some(None)`: there is one, and it cannot be told what.
pub fn alternatives(sentence: &str, scene: &Scene, language: Language) -> Option<Option<Ask>> {
    if !["or", "或", "还是"].iter().any(|word| sentence.to_lowercase().contains(word)) {
        return None;
    }
    // "Down to 30%, or rather 20%" leaves no choice.
    let names = names(scene);
    if words::corrected(sentence, &names).is_some() || words::otherwise(sentence, &names).is_some()
    {
        return None;
    }
    let ways = words::alternatives(sentence, &names)?;
    let is_clear = |way: &&String| {
        let (read, _) = readings(way, scene);
        !read.is_empty() && read.iter().all(|reading| matches!(reading, Reading::Understood { .. }))
    };
    let plain: Option<Vec<String>> =
        ways.iter().map(|ways| ways.iter().find(is_clear).cloned()).collect();
    let offer = |way: String| Offer { label: way.clone(), meant: Meant::Sentence(way) };
    let prompt = match language {
        English => "Which of them?",
        Chinese => "要哪一种？",
    };
    Some(plain.and_then(|plain| Ask::new(prompt.into(), plain.into_iter().map(offer).collect())))
}
