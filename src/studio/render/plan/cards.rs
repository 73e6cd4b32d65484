//! What stands in place of a picture that cannot be read: a plain card that names the file.
//!
//! Somebody who looks at the film sees which file is wanted there, without reading any log. The words lie
//! below the film's own.

use crate::draft::{Backing, Colour, Frames, TextMove, TextPlace, TextStyle, TextWeight};
use crate::language::{Language, clean};

use super::{Caption, Content, RenderPlan, Shot};

/// A name is known by its beginning; what is longer is cut.
const LONGEST_NAME: usize = 48;
/// Light enough to be read on the card, and no title.
const GREY: Colour = Colour([0xb8, 0xbe, 0xc6]);
/// Of a card's ground.
const GROUND: Colour = Colour([0x23, 0x26, 0x2b]);
/// Percent of a title's size.
const SIZE: u32 = 52;
/// The same for a small card over the picture.
const SMALL: u32 = 60;

impl RenderPlan {
    /// Names the missing files where they would be seen.
    pub(in crate::studio::render) fn name_the_missing(&mut self, language: Language) {
        let cards = self.shots.iter().filter_map(|shot| card(shot, language));
        let mut captions: Vec<Caption> = cards.collect();
        captions.append(&mut self.captions);
        for caption in &mut captions {
            if let Some(name) = &caption.missing {
                caption.words = words(name, language);
            }
        }
        for (number, caption) in captions.iter_mut().enumerate() {
            caption.number = number;
        }
        self.captions = captions;
    }
}

fn card(shot: &Shot, language: Language) -> Option<Caption> {
    let Content::Placeholder(name) = &shot.content else { return None };
    let crossing = shot.crossing.as_ref().map_or(Frames(0), |crossing| crossing.length);
    let (fade_in, fade_out) = (crossing.max(shot.fade_in), shot.tail.max(shot.fade_out));
    let comes = |fade: Frames| if fade.0 > 0 { TextMove::Fade } else { TextMove::Cut };
    Some(Caption {
        number: 0,
        words: words(name, language),
        inset: None,
        missing: None,
        style: TextStyle {
            place: TextPlace::Centre,
            size: SIZE,
            colour: Some(GREY),
            weight: TextWeight::Regular,
            entrance: comes(fade_in),
            exit: comes(fade_out),
            ..TextStyle::default()
        },
        start: shot.start,
        length: shot.frames(),
        skip: Frames(0),
        fade_in,
        fade_out,
        whole: shot.frames(),
    })
}

/// A small card in the place of a picture over the picture.
pub(super) fn plate(place: TextPlace) -> TextStyle {
    TextStyle {
        place,
        size: SMALL,
        colour: Some(GREY),
        weight: TextWeight::Regular,
        backing: Backing::Plate,
        backing_colour: Some(GROUND),
        entrance: TextMove::Cut,
        exit: TextMove::Cut,
        ..TextStyle::default()
    }
}

fn words(name: &str, language: Language) -> String {
    let name = clean(name).replace('\n', " ");
    let is_long = name.chars().count() > LONGEST_NAME;
    let mut shown: String = name.chars().take(LONGEST_NAME).collect();
    if is_long {
        shown.push('…');
    }
    let why = match (language, shown.is_empty()) {
        (Language::English, false) => "could not be read",
        (Language::English, true) => "No file is named here",
        (Language::Chinese, false) => "无法读取",
        (Language::Chinese, true) => "此处没有指定文件",
    };
    if shown.is_empty() { why.to_owned() } else { format!("{shown}\n{why}") }
}
