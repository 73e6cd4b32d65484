//! What the installed ffmpeg can do, asked once.

use std::ffi::OsString;
use std::sync::OnceLock;
use std::time::Duration;

use tokio::sync::OnceCell;

use super::filters::{FILTERS, TONES};
use super::{Error, Tool, output};

/// What the installed ffmpeg is, and what a render would miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capabilities {
    /// As it calls itself: `5.1.9-0+deb12u1`.
    pub version: String,
    /// Encoders and filters that renders need and that it lacks; empty when all is well.
    pub missing: Vec<String>,
    /// Filters that only few films need and that it lacks.
    pub lacking: Vec<&'static str>,
    /// What it encodes of all that films are written in.
    pub encodes: Vec<&'static str>,
}

/// What films are written in, and its encoder.
const WRITTEN: [(&str, &str); 5] = [
    ("H.264", "libx264"),
    ("VP9", "libvpx-vp9"),
    ("AAC", "aac"),
    ("Opus", "libopus"),
    ("MP3", "libmp3lame"),
];

const ENCODERS: [&str; 2] = ["libx264", "aac"];

/// Asks ffmpeg what it can do; the answer is kept for as long as this process lives.
///
/// # Errors
/// When ffmpeg is missing or cannot answer; then the next call asks again.
pub async fn capabilities() -> Result<Capabilities, Error> {
    static KNOWN: OnceCell<Capabilities> = OnceCell::const_new();
    KNOWN.get_or_try_init(ask).await.cloned()
}

/// Asks for the transitions that it knows beyond those of every release. Asked for the first draft that
/// names one of them.
pub(crate) async fn learn_crossings() {
    if CROSSINGS.get().is_some() {
        return;
    }
    let args = ["-hide_banner", "-nostdin", "-h", "filter=xfade"].map(OsString::from).to_vec();
    if let Ok(said) = output(Tool::Ffmpeg, args, Duration::from_secs(20)).await {
        let _ = CROSSINGS.set(crossings(&String::from_utf8_lossy(&said)));
    }
}

/// ffmpeg's own name of a transition that only newer releases know, once it was asked for them.
pub(crate) fn crossing(name: &str) -> Option<&'static str> {
    CROSSINGS.get()?.iter().map(String::as_str).find(|known| *known == name)
}

static CROSSINGS: OnceLock<Vec<String>> = OnceLock::new();

/// The values of the first option: `     fadefast        56           ..FV....... fadefast transition`.
fn crossings(help: &str) -> Vec<String> {
    let options =
        help.lines().skip_while(|line| line.split_whitespace().next() != Some("transition"));
    let values = options.skip(1).take_while(|line| line.starts_with("     "));
    let names = values.filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "custom").map(str::to_owned).collect()
}

/// Whether it has a decoder of this name. Asked for the first source that needs one by name.
pub(crate) async fn decodes(name: &str) -> bool {
    static KNOWN: OnceCell<String> = OnceCell::const_new();
    let known = KNOWN.get_or_try_init(|| answer("-decoders")).await;
    known.is_ok_and(|list| names(list).any(|listed| listed == name))
}

async fn ask() -> Result<Capabilities, Error> {
    let version = answer("-version").await?;
    let (encoders, filters) = tokio::try_join!(answer("-encoders"), answer("-filters"))?;
    Ok(Capabilities {
        version: version_of(&version),
        missing: missing(&encoders, &filters),
        lacking: TONES
            .into_iter()
            .filter(|name| !names(&filters).any(|one| one == *name))
            .collect(),
        encodes: encodes(&encoders),
    })
}

fn encodes(list: &str) -> Vec<&'static str> {
    let is_listed = |name: &str| names(list).any(|listed| listed == name);
    WRITTEN.iter().filter(|(_, name)| is_listed(name)).map(|(what, _)| *what).collect()
}

pub(super) async fn answer(question: &str) -> Result<String, Error> {
    let args = ["-hide_banner", "-nostdin", question].map(OsString::from).to_vec();
    let answer = output(Tool::Ffmpeg, args, Duration::from_secs(20)).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// `ffmpeg version 5.1.9-0+deb12u1 Copyright …` says `5.1.9-0+deb12u1`.
fn version_of(answer: &str) -> String {
    answer.split_whitespace().nth(2).unwrap_or("unknown").to_owned()
}

fn missing(encoders: &str, filters: &str) -> Vec<String> {
    let lacks = |list: &str, name: &str| !names(list).any(|listed| listed == name);
    let encoders = ENCODERS.iter().filter(|name| lacks(encoders, name));
    let filters = FILTERS.iter().filter(|name| lacks(filters, name));
    let encoders = encoders.map(|name| format!("encoder {name}"));
    encoders.chain(filters.map(|name| format!("filter {name}"))).collect()
}

/// Both lists give flags first and the name second.
pub(super) fn names(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter_map(|line| line.split_whitespace().nth(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_listed_is_named_as_missing() {
        let encoders = " V....D libx264   H.264\n A....D mp3  MP3\n";
        let filters: String =
            FILTERS[1..].iter().map(|name| format!(" T.. {name} A->A x\n")).collect();
        assert_eq!(missing(encoders, &filters), ["encoder aac", "filter adelay"]);
        assert_eq!(super::encodes(encoders), ["H.264"]);
    }

    #[tokio::test]
    async fn the_installed_ffmpeg_can_do_all_that_renders_need() {
        let capabilities = capabilities().await.expect("ffmpeg is installed");
        assert_eq!(capabilities.missing, Vec::<String>::new());
        assert!(capabilities.version.starts_with(|first: char| first.is_ascii_alphanumeric()));
    }

    #[test]
    fn transitions_are_the_values_of_their_option_and_none_that_needs_an_expression() {
        let help = "xfade AVOptions:\n   transition        <int>        ..FV....... set\n     \
                    custom          -1           ..FV....... custom\n     fade            0            \
                    ..FV....... fade\n     coverleft       58           ..FV....... cover\n   \
                    duration          <duration>   ..FV....... set\n";
        assert_eq!(crossings(help), ["fade", "coverleft"]);
    }

    #[test]
    fn the_version_is_the_third_word() {
        assert_eq!(version_of("ffmpeg version n7.1 Copyright (c)"), "n7.1");
    }
}
