//! What changed about the film as a whole and about whole tracks, in either language.

use crate::draft::{Canvas, TrackDifference};

use super::super::Language;
use super::line::percent;
use Language::{Chinese, English};

pub(super) fn canvas(from: Canvas, to: Canvas, language: Language) -> String {
    let size = |canvas: Canvas| {
        let Canvas { width, height, rate } = canvas;
        let (shape, rate) = (
            shape(width, height),
            if from.rate == to.rate { String::new() } else { format!(" {rate}") },
        );
        match language {
            English => format!("{width}×{height}{rate} ({shape})"),
            Chinese => format!("{width}×{height}{rate}（{shape}）"),
        }
    };
    match language {
        English => format!("Canvas: {} → {}", size(from), size(to)),
        Chinese => format!("画布：{}→ {}", size(from), size(to)),
    }
}

pub(super) fn loudness(from: Option<f64>, to: Option<f64>, language: Language) -> String {
    let mixed = if language == English { "as mixed" } else { "按原样" };
    let told = |loudness: Option<f64>| {
        loudness.map_or_else(|| mixed.to_owned(), |level| format!("{level}\u{a0}LUFS"))
    };
    let (from, to) = (told(from), told(to));
    match language {
        English => format!("Loudness: {from} → {to}"),
        Chinese => format!("响度：{from} → {to}"),
    }
}

pub(super) fn title(from: Option<&str>, to: Option<&str>, language: Language) -> String {
    let (from, to) = (quoted(from, language), quoted(to, language));
    match language {
        English => format!("Film renamed: {from} → {to}"),
        Chinese => format!("影片改名：{from} → {to}"),
    }
}

pub(super) fn track(label: &str, difference: &TrackDifference, language: Language) -> String {
    match difference {
        TrackDifference::Name(was, now) => {
            let (was, now) = (quoted(was.as_deref(), language), quoted(now.as_deref(), language));
            match language {
                English => format!("Track {label} renamed: {was} → {now}"),
                Chinese => format!("轨道 {label} 改名：{was} → {now}"),
            }
        }
        TrackDifference::Volume(was, now) => {
            let (was, now) = (percent(was.unwrap_or(1.0)), percent(now.unwrap_or(1.0)));
            match language {
                English => format!("Track {label}: volume {was} → {now}"),
                Chinese => format!("轨道 {label}：音量 {was} → {now}"),
            }
        }
    }
}

pub(super) fn quoted(words: Option<&str>, language: Language) -> String {
    let none = if language == English { "none" } else { "无" };
    words.map_or_else(|| none.to_owned(), |words| format!("“{words}”"))
}

fn shape(width: u32, height: u32) -> String {
    let (mut divisor, mut rest) = (width, height);
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    let divisor = divisor.max(1);
    format!("{}:{}", width / divisor, height / divisor)
}
