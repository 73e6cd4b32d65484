//! Where films go: what the platforms take, and what of it a film does not meet.
//!
//! The limits are those that the platforms published for uploads in 2025, rounded down; each row of the table
//! says where. They change; a film is never refused because of them, only what is beyond them is said before the
//! work begins, a sentence each. Where a platform names several limits, it is the smallest that every
//! way of uploading meets.

use crate::draft::{Canvas, Millis};
use crate::language::Language::{self, Chinese, English};

use super::Form;

/// What a platform takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// As it is asked for.
    pub name: &'static str,
    /// As people call it.
    pub title: &'static str,
    /// The shapes that fill its place, as width to height; the first is the usual one.
    pub shapes: &'static [(u32, u32)],
    /// Pixels of the shorter side, at most.
    pub shorter: u32,
    /// Seconds, at least and at most.
    pub seconds: (u64, u64),
    /// Bytes, at most; 0 where no film of ours comes near.
    pub bytes: u64,
}

/// Something in which a film is beyond what a platform takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// It lasts too long.
    TooLong(Millis),
    /// It is over too soon.
    TooShort(Millis),
    /// It is larger than it is shown, and is made this size.
    Smaller(u32, u32),
    /// It will have bars, or its edges cut.
    Shape(u32, u32),
    /// The platform takes MP4 and MOV.
    Kind(Form),
}

const HOUR: u64 = 3600;
const MB: u64 = 1_000_000;

const fn preset(
    (name, title): (&'static str, &'static str),
    shapes: &'static [(u32, u32)],
    seconds: (u64, u64),
    bytes: u64,
) -> Preset {
    Preset { name, title, shapes, shorter: 1080, seconds, bytes }
}

/// All of them.
pub const PRESETS: [Preset; 10] = [
    // TikTok's help, "Camera tools": ten minutes; 287.6 MB is what its app for iOS takes.
    preset(("tiktok", "TikTok"), &[(9, 16)], (1, 600), 287 * MB),
    // Instagram's help, "Reels": three minutes. 300 MB is the limit of its interface for publishing,
    // which has taken 1 GB since.
    preset(("reels", "Instagram Reels"), &[(9, 16)], (1, 180), 300 * MB),
    // YouTube's help, "Understand three-minute YouTube Shorts": three minutes, square or upright.
    preset(("shorts", "YouTube Shorts"), &[(9, 16), (1, 1)], (1, 180), 0),
    // No platform's: the shape that feeds of all of them show; an hour is Instagram's most.
    preset(("square", "a square feed"), &[(1, 1)], (1, 3600), 0),
    // YouTube's help, "Upload videos longer than 15 minutes": twelve hours, 256 GB.
    // "Video resolution and aspect ratios": up to 8K.
    Preset { shorter: 4320, ..preset(("youtube", "YouTube"), &[(16, 9)], (1, 12 * HOUR), 0) },
    // TikTok's business help, "Video ads specifications": 5 to 60 s, 500 MB.
    preset(("tiktok-ads", "TikTok ads"), &[(9, 16), (1, 1), (16, 9)], (5, 60), 500 * MB),
    // Meta's ads guide, "Video, Facebook feed": 241 minutes, 4 GB, 4:5 recommended.
    preset(("meta-ads", "Meta ads"), &[(4, 5), (1, 1), (9, 16)], (1, 241 * 60), 4_000 * MB),
    // LinkedIn's help, "Video ads advertising specifications": 3 s to 30 minutes, 75 kB to 500 MB,
    // 4:5 recommended of the upright ones.
    preset(
        ("linkedin-ads", "LinkedIn ads"),
        &[(16, 9), (1, 1), (4, 5), (9, 16)],
        (3, 1800),
        500 * MB,
    ),
    // X's "Ad formats and specs": 2:20, 1 GB, 16:9 and 1:1.
    preset(("x-ads", "X ads"), &[(16, 9), (1, 1)], (1, 140), 1_000 * MB),
    // Google Ads' help, "About bumper ads": six seconds.
    preset(("bumper", "YouTube bumper ads"), &[(16, 9)], (1, 6), 1_000 * MB),
];

impl Preset {
    /// The preset of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        PRESETS.into_iter().find(|preset| preset.name == name)
    }

    /// The canvas that a film is rendered at: its own, smaller where it is more than is shown.
    #[must_use]
    pub fn canvas(&self, canvas: Canvas) -> Canvas {
        let shorter = canvas.width.min(canvas.height);
        if shorter <= self.shorter {
            return canvas;
        }
        let part = |side: u32| {
            let scaled = u64::from(side) * u64::from(self.shorter) / u64::from(shorter);
            u32::try_from(scaled).unwrap_or(side) & !1
        };
        Canvas { width: part(canvas.width), height: part(canvas.height), ..canvas }
    }

    /// In what a film is beyond what the platform takes; its size is seen to, not checked.
    #[must_use]
    pub fn concerns(&self, canvas: Canvas, length: Millis, form: Form) -> Vec<Concern> {
        let mut concerns = Vec::new();
        let (least, most) = self.seconds;
        if length.0 > most * 1000 {
            concerns.push(Concern::TooLong(length));
        } else if length.0 < least * 1000 {
            concerns.push(Concern::TooShort(length));
        }
        if !self.shapes.iter().any(|shape| is_shape(canvas, *shape)) {
            concerns.push(Concern::Shape(canvas.width, canvas.height));
        }
        let made = self.canvas(canvas);
        if made != canvas {
            concerns.push(Concern::Smaller(made.width, made.height));
        }
        if !matches!(form, Form::Mp4 | Form::Mov) {
            concerns.push(Concern::Kind(form));
        }
        concerns
    }

    /// A concern in a sentence.
    #[must_use]
    pub fn told(&self, concern: Concern, language: Language) -> String {
        let (title, (least, most)) = (self.title, self.seconds);
        let (width, height) = self.shapes[0];
        match (concern, language) {
            (Concern::TooLong(length), English) => {
                format!("The film lasts {length}; {title} takes {} at most.", Millis(most * 1000))
            }
            (Concern::TooLong(length), Chinese) => {
                format!("影片长 {length}，而 {title} 最多 {}。", Millis(most * 1000))
            }
            (Concern::TooShort(length), English) => {
                format!("The film lasts {length}; {title} takes {least}s at least.")
            }
            (Concern::TooShort(length), Chinese) => {
                format!("影片长 {length}，而 {title} 至少要 {least}s。")
            }
            (Concern::Smaller(width, height), English) => {
                format!("It is made as {width}×{height}: {title} shows no larger picture.")
            }
            (Concern::Smaller(width, height), Chinese) => {
                format!("输出为 {width}×{height}：{title} 的画面不会更大。")
            }
            (Concern::Shape(across, down), English) => format!(
                "The film is {across}×{down}; {title} shows {width}:{height}. Say \u{201c}make it {width}:{height}\u{201d} to change it."
            ),
            (Concern::Shape(across, down), Chinese) => format!(
                "影片为 {across}×{down}，而 {title} 的画面是 {width}:{height}。可以说“改成 {width}:{height}”。"
            ),
            (Concern::Kind(form), English) => {
                format!("{title} takes MP4 and MOV, not {}.", form.ending())
            }
            (Concern::Kind(form), Chinese) => {
                format!("{title} 接受 MP4 和 MOV，不接受 {}。", form.ending())
            }
        }
    }
}

/// Within two pixels in a hundred: sizes are even, shapes are not.
fn is_shape(canvas: Canvas, (width, height): (u32, u32)) -> bool {
    let is = f64::from(canvas.width) / f64::from(canvas.height.max(1));
    let wanted = f64::from(width) / f64::from(height);
    (is / wanted - 1.0).abs() < 0.02
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canvas(width: u32, height: u32) -> Canvas {
        Canvas { width, height, ..Canvas::default() }
    }

    #[test]
    fn what_is_beyond_a_platforms_limits_is_said_and_nothing_else() {
        let reels = Preset::named("reels").expect("a preset");
        let fits = reels.concerns(canvas(1080, 1920), Millis(30_000), Form::Mp4);
        assert_eq!(fits, []);
        let beyond = reels.concerns(canvas(1920, 1080), Millis(200_000), Form::WebM);
        let told: Vec<String> =
            beyond.into_iter().map(|concern| reels.told(concern, English)).collect();
        assert_eq!(
            told,
            [
                "The film lasts 200s; Instagram Reels takes 180s at most.",
                "The film is 1920×1080; Instagram Reels shows 9:16. Say “make it 9:16” to change it.",
                "Instagram Reels takes MP4 and MOV, not webm.",
            ]
        );
        let bumper = Preset::named("bumper").expect("a preset");
        let long = bumper.concerns(canvas(1280, 720), Millis(6_001), Form::Mov);
        assert_eq!(long, [Concern::TooLong(Millis(6_001))]);
        let ads = Preset::named("tiktok-ads").expect("a preset");
        let short = ads.concerns(canvas(720, 720), Millis(4_000), Form::Mp4);
        assert_eq!(short, [Concern::TooShort(Millis(4_000))]);
    }

    #[test]
    fn larger_pictures_are_made_as_large_as_they_are_shown() {
        let youtube = Preset::named("youtube").expect("a preset");
        assert_eq!(youtube.canvas(canvas(3840, 2160)), canvas(3840, 2160), "4K is shown as such");
        assert_eq!(youtube.concerns(canvas(3840, 2160), Millis(30_000), Form::Mp4), []);
        assert_eq!(youtube.canvas(canvas(1280, 720)), canvas(1280, 720));
        let tiktok = Preset::named("tiktok").expect("a preset");
        assert_eq!(tiktok.canvas(canvas(2160, 3840)), canvas(1080, 1920));
        let said = tiktok.concerns(canvas(2160, 3840), Millis(30_000), Form::Mp4);
        assert_eq!(said, [Concern::Smaller(1080, 1920)]);
    }

    #[test]
    fn every_preset_has_a_name_of_its_own() {
        let names: std::collections::HashSet<_> =
            PRESETS.iter().map(|preset| preset.name).collect();
        assert_eq!(names.len(), PRESETS.len());
        assert_eq!(Preset::named("TikTok"), None);
    }
}
