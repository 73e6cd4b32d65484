//! What ffprobe says about a file, read out of its JSON.
//!
//! ffprobe writes most numbers as text, leaves out what it does not know, and moves details from one
//! release to the next; here each is asked for in every place where it has been.

use serde::Deserialize;
use std::collections::HashMap;

use crate::draft::Millis;

/// A file, as ffprobe sees it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Report {
    streams: Vec<Stream>,
    format: Format,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Format {
    duration: Option<String>,
}

/// One stream of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Stream {
    codec_type: Option<String>,
    duration: Option<String>,
    avg_frame_rate: Option<String>,
    r_frame_rate: Option<String>,
    nb_read_packets: Option<String>,
    disposition: HashMap<String, i64>,
    tags: HashMap<String, String>,
}

impl Report {
    /// The first stream of pictures that is not the cover of a song.
    pub(super) fn picture(&self) -> Option<&Stream> {
        self.streams.iter().find(|stream| {
            stream.codec_type.as_deref() == Some("video")
                && stream.disposition.get("attached_pic").is_none_or(|flag| *flag == 0)
        })
    }

    /// The first stream of sound.
    pub(super) fn sound(&self) -> Option<&Stream> {
        self.streams.iter().find(|stream| stream.codec_type.as_deref() == Some("audio"))
    }

    /// How long the stream plays; the whole file where the stream itself does not say.
    pub(super) fn duration_of(&self, stream: &Stream) -> Option<Millis> {
        stream
            .duration
            .as_deref()
            .and_then(seconds)
            .or_else(|| stream.tagged_duration())
            .or_else(|| self.format.duration.as_deref().and_then(seconds))
    }
}

impl Stream {
    /// Frames a second: the average, and where there is none the rate that the container claims.
    pub(super) fn fps(&self) -> Option<f64> {
        [&self.avg_frame_rate, &self.r_frame_rate]
            .into_iter()
            .find_map(|rate| fraction(rate.as_deref()?))
    }

    /// Whether a picture has more than one frame.
    pub(super) fn moves(&self) -> bool {
        self.nb_read_packets.as_deref().and_then(|count| count.parse().ok()).unwrap_or(1_u64) > 1
    }

    /// Matroska's own note: `00:00:02.023000000`.
    fn tagged_duration(&self) -> Option<Millis> {
        let (_, text) = self.tags.iter().find(|(name, _)| name.eq_ignore_ascii_case("duration"))?;
        clock(text)
    }
}

/// `HH:MM:SS.fraction`.
pub(super) fn clock(text: &str) -> Option<Millis> {
    let mut parts = text.trim().splitn(3, ':');
    let hours: f64 = parts.next()?.parse().ok()?;
    let minutes: f64 = parts.next()?.parse().ok()?;
    let rest: f64 = parts.next()?.parse().ok()?;
    positive(Millis::from_secs_rounded(hours * 3600.0 + minutes * 60.0 + rest))
}

fn seconds(text: &str) -> Option<Millis> {
    positive(Millis::from_secs_rounded(text.parse().ok()?))
}

fn positive(duration: Millis) -> Option<Millis> {
    (!duration.is_zero()).then_some(duration)
}

/// `30000/1001`, within what a film can have.
fn fraction(text: &str) -> Option<f64> {
    let (upper, lower) = text.split_once('/')?;
    let (upper, lower): (f64, f64) = (upper.parse().ok()?, lower.parse().ok()?);
    let rate = upper / lower;
    (rate.is_finite() && rate > 0.0 && rate <= 1000.0).then_some(rate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(json: &str) -> Report {
        serde_json::from_str(json).expect("a report")
    }

    #[test]
    fn the_cover_of_a_song_is_no_picture_of_a_film() {
        let song = report(
            r#"{"streams": [{"codec_type": "audio", "duration": "2.5"},
                {"codec_type": "video", "disposition": {"attached_pic": 1}}]}"#,
        );
        assert!(song.picture().is_none());
        assert_eq!(song.sound().and_then(|sound| song.duration_of(sound)), Some(Millis(2500)));
    }

    #[test]
    fn a_duration_is_found_wherever_it_is_written() {
        for json in [
            r#"{"streams": [{"codec_type": "video", "duration": "2.023"}]}"#,
            r#"{"streams": [{"codec_type": "video", "tags": {"DURATION": "00:00:02.023000000"}}]}"#,
            r#"{"streams": [{"codec_type": "video"}], "format": {"duration": "2.023000"}}"#,
        ] {
            let report = report(json);
            let picture = report.picture().expect("a picture");
            assert_eq!(report.duration_of(picture), Some(Millis(2023)), "{json}");
        }
    }

    #[test]
    fn rates_that_say_nothing_are_no_rates() {
        for (rate, fps) in
            [("30000/1001", Some(30000.0 / 1001.0)), ("0/0", None), ("90000/1", None), ("x", None)]
        {
            assert_eq!(fraction(rate), fps, "{rate}");
        }
    }
}
