//! Reading the finished film back, before it gets its name.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use crate::studio::ffmpeg::{self, LOCAL_ONLY, Tool, file_argument, output};

use super::error::{Error, Mismatch};
use super::plan::{RenderPlan, Samples};

#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(default)]
    streams: Vec<Stream>,
}

#[derive(Debug, Deserialize)]
struct Stream {
    codec_name: Option<String>,
    nb_frames: Option<String>,
    duration: Option<String>,
}

/// Checks that a film has the frames and the sound that were planned.
pub(super) async fn verify(film: &Path, plan: &RenderPlan) -> Result<(), Error> {
    let entries = ["-show_entries", "stream=codec_name,nb_frames,duration", "-of", "json"];
    let mut args: Vec<OsString> =
        ["-v", "error"].into_iter().chain(LOCAL_ONLY).map(OsString::from).collect();
    args.extend(entries.map(OsString::from));
    args.push(file_argument(film));
    let answer = match output(Tool::Ffprobe, args, Duration::from_secs(60)).await {
        Ok(answer) => serde_json::from_slice(&answer).map_err(|_| Mismatch::Unreadable)?,
        Err(ffmpeg::Error::Failed { .. }) => return Err(Mismatch::Unreadable.into()),
        Err(error) => return Err(error.into()),
    };
    Ok(compare(&answer, plan)?)
}

fn compare(answer: &Answer, plan: &RenderPlan) -> Result<(), Mismatch> {
    let stream = |codec| {
        let is = |stream: &&Stream| stream.codec_name.as_deref() == Some(codec);
        answer.streams.iter().find(is).ok_or(Mismatch::Unreadable)
    };
    let (picture, sound) = (stream("h264")?, stream("aac")?);
    let found = picture.nb_frames.as_deref().and_then(|count| count.parse().ok());
    let found = found.ok_or(Mismatch::Unreadable)?;
    if found != plan.length.0 {
        return Err(Mismatch::Frames { planned: plan.length.0, found });
    }
    same_length(sound, Samples::nearest_to(plan.length, plan.canvas.rate))
}

/// AAC comes in packets of 1024 samples, and the file may count whole ones.
fn same_length(sound: &Stream, planned: Samples) -> Result<(), Mismatch> {
    let found: f64 =
        sound.duration.as_deref().and_then(|text| text.parse().ok()).unwrap_or_default();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "seconds of a film"
    )]
    let millis = |seconds: f64| (seconds * 1000.0).round().max(0.0) as u64;
    let (planned, found) = (millis(planned.as_secs_f64()), millis(found));
    if planned.abs_diff(found) > 50 {
        return Err(Mismatch::Sound { planned, found });
    }
    Ok(())
}
