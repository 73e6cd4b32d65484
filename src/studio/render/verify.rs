//! Reading the finished film back, before it gets its name.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use crate::studio::ffmpeg::{self, LOCAL_ONLY, Tool, file_argument, output};

use super::error::{Error, Mismatch};
use super::form::Form;
use super::plan::{RenderPlan, Samples};
use super::splice::{Counted, counted};

#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(default)]
    streams: Vec<Stream>,
    #[serde(default)]
    format: Whole,
}

#[derive(Debug, Deserialize)]
struct Stream {
    codec_type: Option<String>,
    /// Counted by reading: not every kind of file tells.
    nb_read_packets: Option<String>,
    duration: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Whole {
    duration: Option<String>,
}

/// Checks that a film has the frames and the sound that were planned.
pub(super) async fn verify(film: &Path, plan: &RenderPlan, form: Form) -> Result<(), Error> {
    let counted = match form {
        Form::Mp4 | Form::Mov | Form::M4a => by_tables(film).await,
        _ => None,
    };
    let counted = match counted {
        Some(counted) => counted,
        None => by_reading(film).await?,
    };
    Ok(compare(counted, plan, form)?)
}

/// Without a process, where the tables of the file tell.
async fn by_tables(film: &Path) -> Option<Counted> {
    let film = film.to_owned();
    tokio::task::spawn_blocking(move || counted(&film)).await.ok()?.ok()?
}

async fn by_reading(film: &Path) -> Result<Counted, Error> {
    let entries = "stream=codec_type,nb_read_packets,duration:format=duration";
    let asked = ["-count_packets", "-show_entries", entries, "-of", "json"];
    let mut args: Vec<OsString> =
        ["-v", "error"].into_iter().chain(LOCAL_ONLY).map(OsString::from).collect();
    args.extend(asked.map(OsString::from));
    args.push(file_argument(film));
    match output(Tool::Ffprobe, args, Duration::from_secs(60)).await {
        Ok(answer) => {
            let answer: Answer =
                serde_json::from_slice(&answer).map_err(|_| Mismatch::Unreadable)?;
            Ok(answer.counted())
        }
        Err(ffmpeg::Error::Failed { .. }) => Err(Mismatch::Unreadable.into()),
        Err(error) => Err(error.into()),
    }
}

impl Answer {
    fn counted(&self) -> Counted {
        let stream =
            |kind| self.streams.iter().find(|stream| stream.codec_type.as_deref() == Some(kind));
        let pictures = stream("video").and_then(|stream| stream.nb_read_packets.as_deref());
        let sound = stream("audio").map(|stream| {
            let told = stream.duration.as_deref().or(self.format.duration.as_deref());
            told.and_then(|text| text.parse().ok()).unwrap_or_default()
        });
        Counted { pictures: pictures.and_then(|count| count.parse().ok()), sound }
    }
}

fn compare(counted: Counted, plan: &RenderPlan, form: Form) -> Result<(), Mismatch> {
    if form.codec().is_some() {
        let found = counted.pictures.ok_or(Mismatch::Unreadable)?;
        // A GIF has a rate of its own.
        if form != Form::Gif && found != plan.length.0 {
            return Err(Mismatch::Frames { planned: plan.length.0, found });
        }
    }
    if form.has_sound() {
        let found = counted.sound.ok_or(Mismatch::Unreadable)?;
        same_length(found, Samples::nearest_to(plan.length, plan.canvas.rate), form)?;
    }
    Ok(())
}

/// AAC comes in packets of 1024 samples, MP3 in ones of 1152 behind an empty one, and the file may
/// count whole ones.
fn same_length(found: f64, planned: Samples, form: Form) -> Result<(), Mismatch> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seconds of a film"
    )]
    let millis = |seconds: f64| (seconds * 1000.0).round().max(0.0) as u64;
    let (planned, found) = (millis(planned.as_secs_f64()), millis(found));
    let allowed = if form == Form::Mp3 { 80 } else { 50 };
    if planned.abs_diff(found) > allowed {
        return Err(Mismatch::Sound { planned, found });
    }
    Ok(())
}
