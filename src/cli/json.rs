//! What `--json` prints: one object a line, each with `event`.
//!
//! The names of events and keys are the product's promise to scripts: keys may be added, never
//! renamed. Times are in milliseconds, sizes in bytes; what is not known is null or absent.

use std::path::Path;

use serde_json::{Value, json};

use crate::draft::{Draft, Kind, Segment, Track, Transition, segment_label, summary};
use crate::language::{Language, Problem, clean};
use crate::link::{Credits, Expected, JobKind, JobState, JobView, SessionInfo, SessionSummary};

/// A value as a line. Letters that steer a terminal or hide from the eye are written as escapes, so
/// that the line can be looked at and still says the same.
pub(super) fn written(value: &Value) -> String {
    let text = value.to_string();
    if clean(&text) == text {
        return text;
    }
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        let mut buffer = [0; 4];
        if clean(letter.encode_utf8(&mut buffer)).is_empty() {
            let units = letter.encode_utf16(&mut [0; 2]).to_vec();
            line.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            line.push(letter);
        }
    }
    line
}

/// The open session.
pub(super) fn session(info: &SessionInfo) -> Value {
    let mut event = json!({
        "event": "session",
        "id": info.id,
        "backend": info.backend,
        "profile": info.profile,
    });
    put(&mut event, "title", info.title.as_deref());
    put(&mut event, "link", info.link.as_deref());
    event
}

/// How a row of a batch stands.
pub(super) fn row(name: &str, state: &str, export: Option<&Path>, error: Option<&str>) -> Value {
    let mut event = json!({"event": "row", "row": name, "state": state});
    put(&mut event, "export", export.map(|path| path.display().to_string()));
    put(&mut event, "error", error);
    event
}

/// What became of a batch.
pub(super) fn batch(done: usize, skipped: usize, failed: &[&str]) -> Value {
    json!({"event": "batch", "done": done, "skipped": skipped, "failed": failed})
}

/// A session in the list.
pub(super) fn session_in_list(summary: &SessionSummary) -> Value {
    let mut event = json!({
        "event": "session",
        "id": summary.id,
        "backend": summary.backend,
        "profile": summary.profile,
        "title": summary.title,
        "used_at": summary.used_at,
        "media": summary.media_count,
        "duration_ms": summary.duration_ms,
    });
    put(&mut event, "link", summary.link.as_ref().map(|link| link.address.as_str()));
    event
}

/// A piece of the agent's answer.
pub(super) fn text(words: &str) -> Value {
    json!({"event": "text", "text": words})
}

/// The program's own words.
pub(super) fn notice(words: &str) -> Value {
    json!({"event": "notice", "text": words})
}

/// What the agent is doing.
pub(super) fn activity(label: &str, elapsed_ms: u64) -> Value {
    json!({"event": "activity", "label": label, "elapsed_ms": elapsed_ms})
}

/// The agent waits for a choice.
pub(super) fn question(prompt: &str, options: &[String]) -> Value {
    json!({"event": "question", "prompt": prompt, "options": options})
}

/// The credits.
pub(super) fn credits(credits: &Credits) -> Value {
    let mut event = json!({
        "event": "credits",
        "available": whole(credits.available),
        "frozen": whole(credits.frozen),
        "total": whole(credits.total),
    });
    if credits.unlimited {
        event["unlimited"] = true.into();
    }
    event
}

/// A file that was saved, where the same film opens in a browser, and what went less than well.
pub(super) fn saved(path: &str, bytes: u64, link: Option<&str>, warnings: &[String]) -> Value {
    let mut event = json!({"event": "saved", "path": path, "bytes": bytes});
    if !warnings.is_empty() {
        event["warnings"] = warnings.into();
    }
    put(&mut event, "link", link);
    event
}

/// What a film will come to: from the least that is likely to the most.
pub(super) fn estimate(expected: Expected) -> Value {
    let Expected { bytes, millis } = expected;
    json!({
        "event": "estimate",
        "bytes": {"least": bytes.0, "most": bytes.1},
        "duration_ms": {"least": millis.0, "most": millis.1},
    })
}

/// Something that went wrong.
pub(super) fn error(problem: &Problem, language: Language) -> Value {
    let (message, hint) = problem.sentences(language);
    let code = problem.code();
    let code = code.parse::<i64>().map_or_else(|_| Value::from(code), Value::from);
    let mut event = json!({"event": "error", "code": code, "message": message});
    put(&mut event, "hint", Some(hint.as_str()).filter(|hint| !hint.is_empty()));
    event
}

/// The end.
pub(super) fn done() -> Value {
    json!({"event": "done"})
}

/// A job under way; `left` is how many milliseconds it goes on, where that is known.
pub(super) fn progress(job: &JobView, left: Option<i64>) -> Value {
    let mut event = json!({
        "event": "progress",
        "job": job.id.0,
        "kind": kind_now(job),
        "label": job.label,
        "done": job.done,
    });
    put(&mut event, "total", job.total);
    put(&mut event, "stage", job.stage.as_deref());
    if let Some(fraction) = fraction(job) {
        event["percent"] = ((fraction * 1000.0).round() / 10.0).into();
    }
    put(&mut event, "eta_ms", left);
    event
}

/// A job's state.
pub(super) fn job(job: &JobView, language: Language) -> Value {
    let mut event = json!({
        "event": "job",
        "job": job.id.0,
        "kind": kind(job.kind),
        "state": state(&job.state),
        "label": job.label,
    });
    put(&mut event, "path", job.path.as_ref().map(|path| path.display().to_string()));
    put(&mut event, "stage", job.stage.as_deref());
    if let JobState::Failed(problem) = &job.state {
        event["error"] = problem.line(language).into();
    }
    if job.state == JobState::Interrupted {
        event["error"] = "interrupted".into();
        event["resumable"] = true.into();
    }
    if !job.warnings.is_empty() {
        event["warnings"] = job.warnings.clone().into();
    }
    event
}

/// How much of a job is done, 0 to 1.
pub(super) fn fraction(job: &JobView) -> Option<f64> {
    let total = job.total.filter(|total| *total > 0)?;
    Some((job.done as f64 / total as f64).clamp(0.0, 1.0))
}

fn kind(kind: JobKind) -> &'static str {
    match kind {
        JobKind::Upload => "upload",
        JobKind::Render => "render",
    }
}

/// What a job does at this moment.
pub(super) fn kind_now(job: &JobView) -> &'static str {
    if job.state == JobState::Downloading { "download" } else { kind(job.kind) }
}

fn state(state: &JobState) -> &'static str {
    match state {
        JobState::Queued => "queued",
        JobState::Running | JobState::Downloading => "running",
        JobState::Done => "done",
        JobState::Failed(_) | JobState::Interrupted => "failed",
        JobState::Cancelled => "cancelled",
    }
}

/// The whole timeline.
pub(super) fn tracks(session: &str, draft: &Draft) -> Value {
    let tracks = draft.tracks.iter().enumerate();
    json!({
        "event": "tracks",
        "session": session,
        "summary": summary(draft),
        "canvas": {
            "width": draft.canvas.width,
            "height": draft.canvas.height,
            "fps": whole(draft.canvas.rate.as_f64()),
        },
        "duration_ms": draft.duration().0,
        "tracks": tracks.map(|(index, lane)| track(index, lane)).collect::<Vec<_>>(),
    })
}

fn track(index: usize, track: &Track) -> Value {
    let (kind, number) = match track.kind {
        Kind::Video => ("video", 0),
        Kind::Audio => ("audio", 1),
        Kind::Text => ("text", 7),
        Kind::Other(number) => ("other", number),
    };
    let segments = track.segments.iter().enumerate();
    json!({
        "index": index + 1,
        "kind": kind,
        "type": number,
        "name": track.name,
        "volume": track.volume,
        "duration_ms": track.end().0,
        "segments": segments.map(|(index, piece)| segment(index, piece)).collect::<Vec<_>>(),
    })
}

fn segment(index: usize, segment: &Segment) -> Value {
    let effects: Vec<String> = segment.effects.iter().map(ToString::to_string).collect();
    json!({
        "index": index + 1,
        "id": segment.id.as_str(),
        "label": segment_label(segment),
        "start_ms": segment.start.0,
        "duration_ms": segment.duration.0,
        "source": segment.source,
        "source_in_ms": segment.source_in.0,
        "speed": segment.speed,
        "reversed": segment.reversed,
        "volume": segment.volume,
        "text": segment.text,
        "fade_in_ms": segment.fade_in.0,
        "fade_out_ms": segment.fade_out.0,
        "effects": effects,
        "transition": segment.transition.as_ref().map(transition),
    })
}

fn transition(transition: &Transition) -> Value {
    json!({"kind": transition.kind.0, "duration_ms": transition.duration.0})
}

fn put(event: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        event[key] = value.into();
    }
}

/// Whole numbers are printed without a fraction.
#[expect(clippy::cast_possible_truncation, reason = "only whole numbers of a safe size")]
fn whole(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        (number as i64).into()
    } else {
        number.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_nothing_that_steers_a_terminal_and_says_the_same() {
        let value = json!({"text": "\u{9b}2J\u{202e}exe\u{e0041} 日落 \u{1b}[31m\n"});
        let line = written(&value);
        assert_eq!(clean(&line), line);
        assert_eq!(serde_json::from_str::<Value>(&line).expect("JSON"), value);
        let plain = json!({"text": "日落 👩\u{200d}👧"});
        assert_eq!(written(&plain), plain.to_string());
    }
}
