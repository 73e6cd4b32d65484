//! Which encoders work: those of ffmpeg, and those in hardware, each of which is tried on a frame.

use crate::language::Language;
use crate::studio::ffmpeg;
use crate::studio::render::Encoder;

use super::super::setup::Setup;
use super::Finding;

/// What can encode here. Software is enough for every film.
pub(super) async fn finding(setup: &Setup) -> Finding {
    let encodes = ffmpeg::capabilities().await.map(|found| found.encodes).unwrap_or_default();
    let tried = match encodes.is_empty() {
        true => Vec::new(),
        false => Encoder::in_hardware(&setup.places.cache.join("render")).await,
    };
    let works = |name: &str| encodes.contains(&name);
    let hardware: Vec<&str> =
        tried.iter().filter(|(_, tried)| tried.is_ok()).map(|(name, _)| *name).collect();
    let detail = detail(setup.language, &encodes, &hardware);
    let mut finding = Finding::new("encoders", works("H.264") && works("AAC"), detail);
    let in_hardware = tried.iter().map(|(name, tried)| {
        let reason = tried.as_ref().err();
        serde_json::json!({"name": name, "works": tried.is_ok(), "reason": reason})
    });
    finding.more.insert("software".into(), encodes.into());
    finding.more.insert("hardware".into(), in_hardware.collect());
    finding
}

fn detail(language: Language, encodes: &[&str], hardware: &[&str]) -> String {
    let (software, names) = (encodes.join(", "), hardware.join(", "));
    match (language, encodes.is_empty(), hardware.is_empty()) {
        (Language::English, true, _) => "none without ffmpeg".to_owned(),
        (Language::Chinese, true, _) => "没有 ffmpeg 则无编码器可用".to_owned(),
        (Language::English, false, true) => format!("software: {software}; none in hardware works"),
        (Language::Chinese, false, true) => format!("软件：{software}；没有可用的硬件编码器"),
        (Language::English, false, false) => {
            format!("software: {software}; in hardware (--encoder): {names}")
        }
        (Language::Chinese, false, false) => {
            format!("软件：{software}；硬件（--encoder）：{names}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoders_that_work_are_named_and_those_in_hardware_as_they_are_asked_for() {
        let told = |hardware: &[&str]| detail(Language::English, &["H.264", "AAC"], hardware);
        assert_eq!(told(&[]), "software: H.264, AAC; none in hardware works");
        assert_eq!(told(&["qsv"]), "software: H.264, AAC; in hardware (--encoder): qsv");
        assert_eq!(detail(Language::English, &[], &[]), "none without ffmpeg");
    }
}
