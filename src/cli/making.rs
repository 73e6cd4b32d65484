//! What an exported film is made into: moment, size, quality, platform.

use std::path::Path;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser};

use super::args::RenderQuality;
use super::json;
use super::printer::Printer;
use crate::draft::{Canvas, Draft, Millis};
use crate::language::{Detail, Problem, said_size};
use crate::link::OutputSettings;
use crate::studio::render::{Encoder, Form, PRESETS, Preset, Quality, Wish, check_size};

/// What an exported film is made into.
#[derive(Debug, Clone, Args)]
pub struct Making {
    /// How good the picture is, against how long it takes
    #[arg(long, value_enum, default_value_t = RenderQuality::High)]
    pub quality: RenderQuality,
    /// Which moment a still (png, jpg) shows, such as 5s, 0:05 or 1:02:03.5
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub at: Option<Millis>,
    /// How large the file may become, such as 8MB or 1.5GB; it is encoded to fit
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub size: Option<u64>,
    /// Check the film against what a platform takes, and keep it within its size
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(PRESETS.map(|preset| preset.name)))]
    pub preset: Option<String>,
    /// What encodes H.264: software (the same frames on every machine), auto (the first one in hardware
    /// that works), or one by its name, for which software stands in where it fails
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(encoders()))]
    pub encoder: Option<String>,
}

/// The names of encoders; those of ffmpeg are taken, too.
fn encoders() -> impl Iterator<Item = PossibleValue> {
    let value = |name| PossibleValue::new(name).aliases(Encoder::of_ffmpeg(name));
    Encoder::NAMES.into_iter().map(value)
}

impl Making {
    /// How good.
    pub(super) const fn quality(&self) -> Quality {
        match self.quality {
            RenderQuality::Draft => Quality::Draft,
            RenderQuality::Standard => Quality::Standard,
            RenderQuality::High => Quality::High,
        }
    }

    /// What else is asked for, a platform's size included.
    pub(super) fn wish(&self) -> Wish {
        let limit = self.preset().map(|preset| preset.bytes).filter(|bytes| *bytes > 0);
        let most_bytes = [self.size, limit].into_iter().flatten().min();
        Wish { at: self.at.unwrap_or_default(), most_bytes }
    }

    /// The same for a backend, given the film's canvas.
    pub(super) fn output(&self, canvas: Canvas) -> OutputSettings {
        let quality = match self.quality {
            RenderQuality::Draft => "draft",
            RenderQuality::Standard => "standard",
            RenderQuality::High => "high",
        };
        let smaller = self.preset().map(|preset| preset.canvas(canvas));
        let smaller = smaller.filter(|smaller| *smaller != canvas);
        OutputSettings {
            quality: quality.to_owned(),
            resolution: smaller.map(|smaller| format!("{}x{}", smaller.width, smaller.height)),
            at: self.at.map(|at| at.0),
            max_size: self.wish().most_bytes,
            ..OutputSettings::default()
        }
    }

    pub(super) fn preset(&self) -> Option<Preset> {
        Preset::named(self.preset.as_deref()?)
    }

    /// Whether what is asked for can be asked of a file of this name.
    ///
    /// # Errors
    /// [`Problem::BadUsage`].
    pub(super) fn check_form(&self, form: Form) -> Result<(), Problem> {
        let wrong = |english: &str, chinese: &str| {
            Err(Problem::BadUsage { detail: Detail::new(english, chinese) })
        };
        match (self.at, self.size) {
            (Some(_), _) if !form.is_still() => wrong(
                "--at is for stills: a file ending in png or jpg",
                "--at 只用于单帧：文件名以 png 或 jpg 结尾",
            ),
            (_, Some(_)) if !form.can_be_fitted() => wrong(
                "--size is for films: a file ending in mp4, mov, mkv or webm",
                "--size 只用于影片：文件名以 mp4、mov、mkv 或 webm 结尾",
            ),
            _ => Ok(()),
        }
    }

    /// What there is to say of the film before it is made.
    ///
    /// # Errors
    /// [`Problem::FilmTooLarge`] where it cannot become as small as it is to be.
    pub(super) fn check_film(
        &self,
        draft: &Draft,
        form: Form,
        printer: &mut Printer,
    ) -> Result<(), Problem> {
        let (canvas, length) = (draft.canvas, draft.duration());
        if let Some(at) = self.at.filter(|at| *at > length && !length.is_zero()) {
            return Err(past_the_end(at, length));
        }
        if let Some(preset) = self.preset() {
            for concern in preset.concerns(canvas, length, form) {
                let line = preset.told(concern, printer.language);
                printer.say(&line, Some(&json::notice(&line)));
            }
        }
        let canvas = self.preset().map_or(canvas, |preset| preset.canvas(canvas));
        match self.wish().most_bytes.filter(|_| form.can_be_fitted()) {
            Some(most) => check_size(most, length, canvas)
                .map_err(|small| Problem::FilmTooLarge { most, least: small.least }),
            None => Ok(()),
        }
    }
}

fn past_the_end(at: Millis, length: Millis) -> Problem {
    Problem::BadUsage {
        detail: Detail::new(
            format!("--at {at} is past the end of the film, which is {length} long"),
            format!("--at {at} 超出了影片，影片长 {length}"),
        ),
    }
}

/// What the file is to become. Nothing is rendered for a name that nothing can be written under.
///
/// # Errors
/// [`Problem::UnknownEnding`].
pub(super) fn form_of(output: &Path) -> Result<Form, Problem> {
    Form::of(output).ok_or_else(|| {
        let endings = Form::ALL.map(Form::ending).join(", ");
        let path = output.display().to_string();
        Problem::UnknownEnding { path, endings }
    })
}

/// `5`, `5s`, `5.25`, `0:05`, `1:02:03.5`.
fn moment(text: &str) -> Result<Millis, String> {
    let wrong = || "a time such as 5s, 0:05 or 1:02:03.5 is needed".to_owned();
    let text = text.trim().trim_end_matches('s');
    let parts: Vec<&str> = text.split(':').collect();
    let (seconds, above) = parts.split_last().ok_or_else(wrong)?;
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let seconds = Some(*seconds).filter(|text| plain(text)).and_then(|text| text.parse().ok());
    let mut whole: f64 = seconds.ok_or_else(wrong)?;
    for (place, part) in above.iter().rev().enumerate() {
        let unit = [60.0, 3600.0].get(place).ok_or_else(wrong)?;
        whole += f64::from(part.parse::<u32>().map_err(|_| wrong())?) * unit;
    }
    if whole < 1e7 { Ok(Millis::from_secs_rounded(whole)) } else { Err(wrong()) }
}

fn size(text: &str) -> Result<u64, String> {
    said_size(text).ok_or_else(|| "a size such as 8MB, 500KB or 1.5GB is needed".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::args::{Arguments, Command};
    use crate::studio::agent::{Scene, take_turn};

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, millis) in [
            ("5", 5_000),
            ("5s", 5_000),
            ("2.25", 2_250),
            ("0:05", 5_000),
            ("1:05.5", 65_500),
            ("1:02:03.5", 3_723_500),
        ] {
            assert_eq!(moment(text), Ok(Millis(millis)), "{text}");
        }
        for text in ["", "s", "-1", "1:2:3:4", "x", "1e9", "inf", "0:-5", "1:x"] {
            assert!(moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_the_agent_tells_to_write_is_taken() {
        for (sentence, told) in [
            ("export as gif", "-o film.gif"),
            ("only the sound as mp3", "-o film.mp3"),
            ("a still at 3 s", "-o frame.png --at 3s"),
            ("save the frame at 0:01.5 as a jpg", "-o frame.jpg --at 1.5s"),
            ("save this frame as a png", "-o frame.png --at 5s"),
            ("keep it under 5 MB", "-o film.mp4 --size 5MB"),
            ("导出小于1.5GB", "-o film.mp4 --size 1.5GB"),
            ("export for tiktok, under 20 MB", "-o film.mp4 --size 20MB --preset tiktok"),
            ("export for instagram reels", "-o film.mp4 --preset reels"),
            ("export for youtube shorts", "-o film.mp4 --preset shorts"),
            ("export for instagram square", "-o film.mp4 --preset square"),
            ("export for youtube", "-o film.mp4 --preset youtube"),
        ] {
            let answer = take_turn(sentence, &mut Scene::default()).text;
            let (_, command) = answer.rsplit_once("cutroom export ").expect(&answer);
            assert_eq!(command, told, "{sentence}");
            let words = ["cutroom", "export"].into_iter().chain(command.split(' '));
            let arguments = Arguments::try_parse_from(words).expect(sentence);
            let Some(Command::Export { output: Some(output), making, .. }) = arguments.command
            else {
                panic!("{sentence}")
            };
            let form = form_of(&output).expect(sentence);
            making.check_form(form).expect(sentence);
        }
    }
}
