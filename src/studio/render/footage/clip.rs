//! Clips, sounds and GIFs: what ffprobe says of them.

use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use image::metadata::Orientation;
use serde::Deserialize;

use crate::draft::Millis;
use crate::studio::ffmpeg::{Error, LOCAL_ONLY, Tool, decodes, file_argument, maps_tones, output};

use super::{Footage, Hdr, Motion, Picture, Size, Sound};

#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(default)]
    streams: Vec<Stream>,
    #[serde(default)]
    format: Format,
}

#[derive(Debug, Default, Deserialize)]
struct Format {
    #[serde(default)]
    format_name: String,
    start_time: Option<String>,
    duration: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Stream {
    index: u32,
    #[serde(default)]
    codec_type: String,
    #[serde(default)]
    width: u32,
    #[serde(default)]
    height: u32,
    sample_aspect_ratio: Option<String>,
    pix_fmt: Option<String>,
    codec_name: Option<String>,
    field_order: Option<String>,
    color_range: Option<String>,
    color_space: Option<String>,
    color_transfer: Option<String>,
    color_primaries: Option<String>,
    #[serde(default)]
    channels: u32,
    start_time: Option<String>,
    duration: Option<String>,
    #[serde(default)]
    disposition: Disposition,
    #[serde(default)]
    tags: Tags,
    #[serde(default)]
    side_data_list: Vec<SideData>,
}

#[derive(Debug, Default, Deserialize)]
struct Disposition {
    #[serde(default)]
    attached_pic: u32,
}

#[derive(Debug, Default, Deserialize)]
struct Tags {
    /// `1` where a second picture beside the first says how solid that is, as VP8 and VP9 do it.
    #[serde(alias = "ALPHA_MODE")]
    alpha_mode: Option<String>,
}

#[derive(Debug, Deserialize)]
struct SideData {
    rotation: Option<f64>,
}

const ENTRIES: &str = "format=format_name,start_time,duration:stream=index,codec_type,width,height,\
    sample_aspect_ratio,pix_fmt,codec_name,field_order,color_range,color_space,\
    color_transfer,color_primaries,channels,start_time,\
    duration:stream_disposition=attached_pic:stream_tags=alpha_mode:\
    stream_side_data=rotation";

/// Asks ffprobe. A file with nothing to see or hear in it has neither.
pub(super) async fn probe(name: &str, path: &Path, patience: Duration) -> Result<Footage, Error> {
    let mut args: Vec<OsString> = ["-v", "error"].map(OsString::from).to_vec();
    args.extend(LOCAL_ONLY.map(OsString::from));
    args.extend(["-show_entries", ENTRIES, "-of", "json"].map(OsString::from));
    args.push(file_argument(path));
    let answer = output(Tool::Ffprobe, args, patience).await?;
    let answer = serde_json::from_slice(&answer)
        .map_err(|error| Error::Failed { tool: Tool::Ffprobe.name(), reason: error.to_string() })?;
    let mut footage = footage(name, path, &answer);
    if let Some(picture) = footage.picture.as_mut().filter(|picture| picture.hdr.is_some()) {
        // Without the filters it is shown flat rather than not at all.
        picture.is_unmapped = !maps_tones().await;
        picture.hdr = picture.hdr.filter(|_| !picture.is_unmapped);
    }
    if let (Some(decoder), Some(picture)) = (footage.decoder, footage.picture.as_mut()) {
        // The same: solid rather than not at all.
        picture.alpha = decodes(decoder).await;
        footage.decoder = picture.alpha.then_some(decoder);
    }
    Ok(footage)
}

fn footage(name: &str, path: &Path, answer: &Answer) -> Footage {
    let is = |kind: &'static str| move |stream: &&Stream| stream.codec_type == kind;
    let seen = answer.streams.iter().filter(is("video"));
    let mut seen = seen.filter(|stream| stream.disposition.attached_pic == 0 && stream.width > 0);
    let seen = seen.next();
    let heard = answer.streams.iter().find(is("audio"));
    let is_gif = answer.format.format_name == "gif";
    Footage {
        name: name.to_owned(),
        path: path.to_owned(),
        demuxer: is_gif.then_some("gif"),
        decoder: seen.and_then(decoder),
        lead: seen.map(|stream| lead(stream, &answer.format)).unwrap_or_default(),
        picture: seen.map(|stream| picture(stream, &answer.format)),
        sound: heard.map(|stream| sound(stream, &answer.format)),
    }
}

fn picture(stream: &Stream, format: &Format) -> Picture {
    let duration = millis(stream.duration.as_ref().or(format.duration.as_ref()));
    let is_gif = format.format_name == "gif";
    let pixels = stream.pix_fmt.as_deref().unwrap_or_default();
    Picture {
        stream: stream.index,
        motion: if is_gif { Motion::Looping } else { Motion::Clip { duration } },
        shown: shown(stream),
        orientation: Orientation::NoTransforms,
        alpha: ["yuva", "rgba", "bgra", "argb", "abgr", "gbrap", "ya", "pal8"]
            .iter()
            .any(|with_alpha| pixels.starts_with(with_alpha)),
        is_plain: is_plain(stream),
        hdr: hdr(stream),
        is_unmapped: false,
        fields: fields(stream),
        untold_matrix: untold_matrix(stream),
        by_zimg: false,
    }
}

/// ffmpeg's own decoders of VP8 and VP9 leave out how solid the picture is.
fn decoder(stream: &Stream) -> Option<&'static str> {
    stream.tags.alpha_mode.as_deref().filter(|mode| *mode == "1")?;
    match stream.codec_name.as_deref() {
        Some("vp9") => Some("libvpx-vp9"),
        Some("vp8") => Some("libvpx"),
        _ => None,
    }
}

fn sound(stream: &Stream, format: &Format) -> Sound {
    Sound {
        stream: stream.index,
        channels: stream.channels,
        duration: millis(stream.duration.as_ref().or(format.duration.as_ref())),
        indexed: !matches!(format.format_name.as_str(), "mp3" | "aac"),
    }
}

/// Longer than any encoder's delay, it is meant, and the wait is part of the clip.
const LONGEST_LEAD: Duration = Duration::from_millis(100);

fn lead(stream: &Stream, format: &Format) -> Duration {
    let seconds = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<f64>().ok());
    let (picture, file) = (seconds(&stream.start_time), seconds(&format.start_time));
    let lead = picture.zip(file).map_or(0.0, |(picture, file)| picture - file);
    let lead = Duration::try_from_secs_f64(lead).unwrap_or_default();
    if lead <= LONGEST_LEAD { lead } else { Duration::ZERO }
}

/// Upright and with square pixels; it grows rather than loses detail.
fn shown(stream: &Stream) -> Size {
    let (across, down) = ratio(stream.sample_aspect_ratio.as_deref());
    let (width, height) = (f64::from(stream.width), f64::from(stream.height));
    let (width, height) = match across / down {
        wide if wide >= 1.0 => (width * wide, height),
        narrow => (width, height / narrow),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are small")]
    let pixels = |length: f64| length.round().clamp(1.0, 65_535.0) as u32;
    let turns = stream.side_data_list.iter().find_map(|side| side.rotation).unwrap_or_default();
    let is_lying = (turns / 90.0).round() % 2.0 != 0.0;
    if is_lying {
        Size { width: pixels(height), height: pixels(width) }
    } else {
        Size { width: pixels(width), height: pixels(height) }
    }
}

/// `4:3` as numbers; what makes no sense is square.
fn ratio(text: Option<&str>) -> (f64, f64) {
    let parts = text.and_then(|text| text.split_once(':'));
    let parts = parts.and_then(|(one, two)| Some((one.parse().ok()?, two.parse().ok()?)));
    let is_sound = |(one, two): &(f64, f64)| (0.1..=10.0).contains(&(one / two));
    parts.filter(is_sound).unwrap_or((1.0, 1.0))
}

/// By its transfer: PQ, or HLG.
fn hdr(stream: &Stream) -> Option<Hdr> {
    match stream.color_transfer.as_deref()? {
        "smpte2084" => Some(Hdr::Pq),
        "arib-std-b67" => Some(Hdr::Hlg),
        _ => None,
    }
}

/// By the order of its fields. Decoders of MPEG-2 and H.264 tell of each picture whether it has any, and
/// in which order; of others the file is believed.
fn fields(stream: &Stream) -> Option<&'static str> {
    let is_told = matches!(stream.codec_name.as_deref(), Some("h264" | "mpeg2video"));
    match stream.field_order.as_deref()? {
        "tt" | "tb" | "bb" | "bt" if is_told => {
            Some("bwdif=mode=send_frame:parity=auto:deint=interlaced")
        }
        // Which of them is shown first, and not which is stored first.
        "tt" | "bt" => Some("bwdif=mode=send_frame:parity=tff:deint=all"),
        "bb" | "tb" => Some("bwdif=mode=send_frame:parity=bff:deint=all"),
        _ => None,
    }
}

fn is_plain(stream: &Stream) -> bool {
    let is_or_untold = |told: &Option<String>, wanted: &str| {
        told.as_deref().is_none_or(|told| told == wanted || told == "unknown")
    };
    // Those of 601 and 709 are one curve under two names.
    let is_curve = is_or_untold(&stream.color_transfer, "bt709")
        || is_or_untold(&stream.color_transfer, "smpte170m");
    let colours = [&stream.color_space, &stream.color_primaries];
    stream.codec_name.as_deref() == Some("h264")
        && stream.pix_fmt.as_deref() == Some("yuv420p")
        && is_or_untold(&stream.field_order, "progressive")
        && is_or_untold(&stream.color_range, "tv")
        && is_or_untold(&stream.sample_aspect_ratio, "1:1")
        && is_curve
        && colours.iter().all(|told| is_or_untold(told, "bt709"))
        && untold_matrix(stream) != Some("bt601")
        && stream.side_data_list.iter().all(|side| side.rotation.unwrap_or_default() == 0.0)
}

/// Untold, video of high definition is meant in BT.709 and the rest in BT.601.
fn untold_matrix(stream: &Stream) -> Option<&'static str> {
    let is_told = !matches!(stream.color_space.as_deref(), None | Some("unknown" | "reserved"));
    let is_high = stream.width >= 1280 || stream.height > 576;
    match (is_told, is_high) {
        (true, _) => None,
        (false, true) => Some("bt709"),
        (false, false) => Some("bt601"),
    }
}

fn millis(seconds: Option<&String>) -> Option<Millis> {
    let seconds = seconds?.parse().ok()?;
    Some(Millis::from_secs_rounded(seconds)).filter(|time| !time.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn footage_of(json: &str) -> Footage {
        footage("a", Path::new("a"), &serde_json::from_str(json).unwrap())
    }

    #[test]
    fn a_clip_filmed_upright_is_taller_than_wide() {
        let json = r#"{"streams": [{"index": 1, "codec_type": "video", "width": 1920,
            "height": 1080, "pix_fmt": "yuv420p", "color_space": "bt709", "duration": "2.5",
            "side_data_list": [{"rotation": -90}]}], "format": {"format_name": "mov,mp4"}}"#;
        let picture = footage_of(json).picture.unwrap();
        assert_eq!(picture.shown, Size { width: 1080, height: 1920 });
        assert_eq!(picture.motion, Motion::Clip { duration: Some(Millis(2500)) });
        assert_eq!((picture.stream, picture.untold_matrix), (1, None));
    }

    #[test]
    fn oblong_pixels_are_made_square() {
        let json = r#"{"streams": [{"index": 0, "codec_type": "video", "width": 720,
            "height": 576, "sample_aspect_ratio": "16:15"}], "format": {}}"#;
        let picture = footage_of(json).picture.unwrap();
        assert_eq!(picture.shown, Size { width: 768, height: 576 });
        assert_eq!(picture.untold_matrix, Some("bt601"));
    }

    #[test]
    fn only_colours_of_a_films_own_are_plain_whatever_their_curve_is_called() {
        let plain = |space: &str, curve: &str, primaries: &str| {
            let json = format!(
                r#"{{"streams": [{{"index": 0, "codec_type": "video", "codec_name": "h264",
                "width": 1280, "height": 720, "pix_fmt": "yuv420p", "color_space": "{space}",
                "color_transfer": "{curve}", "color_primaries": "{primaries}"}}], "format": {{}}}}"#
            );
            footage_of(&json).picture.unwrap().is_plain
        };
        assert!(plain("bt709", "bt709", "bt709"));
        assert!(plain("bt709", "smpte170m", "bt709"));
        assert!(!plain("smpte170m", "smpte170m", "smpte170m"), "another matrix");
        assert!(!plain("bt709", "bt709", "bt470bg"), "other primaries");
        assert!(!plain("bt709", "smpte2084", "bt709"), "another curve");
    }

    #[test]
    fn the_cover_of_a_song_is_no_picture() {
        let json = r#"{"streams": [
            {"index": 0, "codec_type": "audio", "channels": 1, "duration": "3.0"},
            {"index": 1, "codec_type": "video", "width": 500, "height": 500,
             "disposition": {"attached_pic": 1}}], "format": {"format_name": "mp3"}}"#;
        let footage = footage_of(json);
        assert_eq!(footage.picture, None);
        assert_eq!(footage.sound.map(|sound| (sound.channels, sound.indexed)), Some((1, false)));
    }
}
